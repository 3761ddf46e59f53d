"""The type sizes of a profile."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.profiles.colours import Theme
from .typography import TextStyle


@dataclass(frozen=True)
class Styles:
    """Every text style of the pages, derived from the theme: two weights of one family."""

    theme: Theme

    @property
    def title(self) -> TextStyle:
        """The area's name."""
        return TextStyle(25, self.theme.ink, bold=True)

    @property
    def long_title(self) -> TextStyle:
        """A name that needs two lines."""
        return TextStyle(15, self.theme.ink, bold=True)

    @property
    def subtitle(self) -> TextStyle:
        """Level, commune and size below the name."""
        return TextStyle(9.5, self.theme.muted)

    @property
    def figure(self) -> TextStyle:
        """A key figure."""
        return TextStyle(20, self.theme.accent, bold=True)

    @property
    def small_figure(self) -> TextStyle:
        """A key figure of many digits."""
        return TextStyle(13, self.theme.accent, bold=True)

    @property
    def unit(self) -> TextStyle:
        """The unit behind a key figure."""
        return TextStyle(10, self.theme.accent)

    @property
    def heading(self) -> TextStyle:
        """A section's title."""
        return TextStyle(11, self.theme.accent, bold=True)

    @property
    def body(self) -> TextStyle:
        """Running text."""
        return TextStyle(9, self.theme.ink)

    @property
    def table(self) -> TextStyle:
        """Cells."""
        return TextStyle(8, self.theme.ink)

    @property
    def strong(self) -> TextStyle:
        """The area's own values in a table, names of tiles, the class."""
        return TextStyle(8, self.theme.ink, bold=True)

    @property
    def table_head(self) -> TextStyle:
        """The head of a table."""
        return TextStyle(7, self.theme.muted, bold=True)

    @property
    def theme_head(self) -> TextStyle:
        """The name of a theme or section between the rows of a long table."""
        return TextStyle(8.5, self.theme.accent, bold=True)

    @property
    def less_head(self) -> TextStyle:
        """The direction “lower” in the head of a table."""
        return TextStyle(7, self.theme.less, bold=True)

    @property
    def more_head(self) -> TextStyle:
        """The direction “higher” in the head of a table."""
        return TextStyle(7, self.theme.more, bold=True)

    @property
    def small(self) -> TextStyle:
        """Captions and remarks."""
        return TextStyle(7, self.theme.muted)

    @property
    def small_ink(self) -> TextStyle:
        """Numbers beside captions."""
        return TextStyle(7, self.theme.ink)

    @property
    def running_head(self) -> TextStyle:
        """The area's name in the head of each page."""
        return TextStyle(8, self.theme.accent, bold=True)

    @property
    def head_note(self) -> TextStyle:
        """The Kreis in the head of each page."""
        return TextStyle(8, self.theme.muted)

    @property
    def mark(self) -> TextStyle:
        """That a page must not leave the office."""
        return TextStyle(11, self.theme.ink, bold=True)

    @property
    def page_number(self) -> TextStyle:
        """The number of the page."""
        return TextStyle(7, self.theme.ink, bold=True)

    @property
    def footer(self) -> TextStyle:
        """Sources."""
        return TextStyle(6.2, self.theme.muted)

    @property
    def small_strong(self) -> TextStyle:
        """The area's own values in a compact table."""
        return TextStyle(7, self.theme.ink, bold=True)
