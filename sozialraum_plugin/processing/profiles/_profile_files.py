"""Prints the profiles: each area once, its file whole or not there, then all in one; goes on where a run stopped."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path

from qgis.core import QgsLayoutExporter, QgsPrintLayout, QgsProcessingFeedback

from ...core.errors import InputError
from ...core.fields import AREA
from ...core.messages import tr
from ...core.profiles.manifest import Manifest, fingerprint
from ...core.profiles.overview_outline import page_count
from ...core.profiles.overview_words import overview_words
from ...core.profiles.pdf_description import Description
from ...core.profiles.pdf_files import A4_TO_A3, Part, UnknownPdfError, join
from ...core.profiles.places import Place
from ...core.publication import INTERNAL, INTERNAL_NOTE
from ...layouts.contents_page import contents_layout, contents_pages
from ...layouts.export import UNFINISHED, pdf_settings
from ...layouts.options import LayoutOptions
from ...layouts.pdf_archive import archive
from ...layouts.printing.atlas_printer import AtlasPrinter
from ..algorithm import check_cancelled
from ._confidentiality import pdf_title
from ._output_parameters import A3, COMBINED, EACH

LOCALES = {"de": "de-DE", "en": "en-GB"}


@dataclass(frozen=True)
class Sheet:
    """The file of one area: its name, what its description says, and the fingerprint of all that is printed on it."""

    place: Place
    file: str
    subject: str
    mark: str


@dataclass(frozen=True)
class PrintOrder:
    """How the files are made. `archiver` is the path of Ghostscript where PDF/A is wanted, else empty."""

    folder: Path
    combined: str
    files: str
    look: LayoutOptions
    author: str
    use: str
    dpi: int
    page_size: str = "A4"
    georeference: bool = True
    archiver: str = ""
    contents: bool = False
    resume: bool = False
    created: str = field(default_factory=lambda: datetime.now(timezone.utc).strftime("%Y%m%d%H%M%SZ"))

    @property
    def enlarge(self) -> float:
        """Return the factor of the page's edges."""
        return A4_TO_A3 if self.page_size == A3 else 1.0

    def about(self, title: str, subject: str) -> Description:
        """Return what a file says of itself."""
        language = LOCALES[self.look.texts.language]
        return Description(pdf_title(title, self.use), self.author, subject, language, self.created)

    def settings(self) -> tuple[object, ...]:
        """Return what a file depends on beside its area."""
        return (
            self.look.title, self.look.place, self.look.credit, self.look.theme, self.look.texts.language, self.author,
            self.use, self.dpi, self.page_size, self.georeference, bool(self.archiver),
        )  # fmt: skip


class ProfilePrinter:
    """Prints the sheets of a layout whose atlas has the areas by their code."""

    def __init__(
        self, layout: QgsPrintLayout, order: PrintOrder, sheets: Sequence[Sheet], feedback: QgsProcessingFeedback
    ) -> None:
        self._layout = layout
        self._order = order
        self._sheets = {sheet.place.code: sheet for sheet in sheets}
        self._feedback = feedback
        self._manifest = Manifest(order.folder)
        self._plain: dict[str, Path] = {}  # files that can be joined, by code

    def print(self) -> Path | None:
        """Write the files; return the path of the one with all, or None if it is not wanted.

        Raises InputError if a file cannot be written and CancelledError if the user stopped: then the files that are
        there are whole.
        """
        order = self._order
        try:
            order.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix="sozialraum_") as folder:
                return self._print(Path(folder))
        except OSError as error:
            raise InputError(
                tr("{path} cannot be written: {reason}.").format(
                    path=error.filename or order.folder, reason=error.strerror or error
                )
            ) from error

    def _print(self, work: Path) -> Path | None:
        order = self._order
        whole = order.folder / order.combined
        mark = fingerprint([order.contents, *(sheet.mark for sheet in self._sheets.values())])
        done = self._done()
        if order.files != EACH and order.resume and self._manifest.has(whole, mark):
            needed = [] if order.files == COMBINED else [code for code in self._sheets if code not in done]
            combine = bool(needed)
        else:
            needed = [code for code in self._sheets if code not in done]
            combine = order.files != EACH
        if len(needed) < len(self._sheets):
            self._feedback.pushInfo(
                tr("{count} of {all} profiles are up to date and stay as they are.").format(
                    count=len(self._sheets) - len(needed), all=len(self._sheets)
                )
            )
        self._print_each(needed, work)
        if combine:
            self._combine(whole, work)
            self._manifest.book(whole, mark)
        if not order.resume:
            self._manifest.remove()
        self._feedback.setProgress(100)
        return None if order.files == EACH else whole

    def _done(self) -> set[str]:
        """Return the codes of the areas whose file is up to date, and can be joined if need be."""
        order = self._order
        if not order.resume or order.files == COMBINED:
            return set()
        found = set()
        for code, sheet in self._sheets.items():
            path = order.folder / sheet.file
            if self._manifest.has(path, sheet.mark) and (order.files == EACH or page_count(path.read_bytes())):
                found.add(code)
                self._plain[code] = path
        return found

    def _print_each(self, codes: Sequence[str], work: Path) -> None:
        """Let the atlas run over these areas and write the file of each."""
        if not codes:
            return
        listed = ", ".join("'" + code.replace("'", "''") + "'" for code in codes)
        dpi = round(self._order.dpi * self._order.enlarge)
        with AtlasPrinter(self._layout, dpi, f'"{AREA.name}" in ({listed})') as printer:
            for number in range(len(printer)):
                check_cancelled(self._feedback)
                sheet = self._sheets[str(printer.seek(number)[AREA.name])]
                self._feedback.setProgressText(sheet.place.name)
                check_cancelled(self._feedback)
                self._print_one(printer, sheet, work)
                self._feedback.setProgress(95 * (number + 1) / len(codes))

    def _print_one(self, printer: AtlasPrinter, sheet: Sheet, work: Path) -> None:
        order, code = self._order, sheet.place.code
        raw = work / "gedruckt.pdf"
        if not printer.write(raw, order.georeference):
            raise _no_room(work)
        about = order.about(f"{order.look.title} {sheet.place.name}", sheet.subject)
        plain = work / f"{len(self._plain)}.pdf"
        self._join([Part(raw)], plain, about, order.enlarge)
        if order.files != COMBINED:
            path = order.folder / sheet.file
            self._deliver(Part(plain), path, about)
            self._manifest.book(path, sheet.mark)
            if not order.archiver:
                plain.unlink()
                plain = path
        if order.files == EACH:
            plain = order.folder / sheet.file
        self._plain[code] = plain

    def _combine(self, path: Path, work: Path) -> None:
        """Put all files into one, with bookmarks, and if wanted the contents in front."""
        order = self._order
        self._feedback.setProgressText(path.name)
        parts = [(self._sheets[code], self._plain[code]) for code in self._sheets]
        joined = [Part(file, ((sheet.place.name, 0),)) for sheet, file in parts]
        enlarge = 1.0
        if order.contents:
            joined.insert(0, self._contents(parts, work))
        check_cancelled(self._feedback)
        about = order.about(order.look.title, order.look.place)
        whole = work / "alle.pdf"
        self._join(joined, whole, about, enlarge)
        self._deliver(Part(whole, self._marks(joined)), path, about)

    def _marks(self, parts: Sequence[Part]) -> tuple[tuple[str, int], ...]:
        if not self._order.archiver:
            return ()
        marks, page = [], 0
        for part in parts:
            marks += [(title, page + offset) for title, offset in part.marks]
            page += page_count(part.path.read_bytes()) or 0
        return tuple(marks)

    def _contents(self, parts: Sequence[tuple[Sheet, Path]], work: Path) -> Part:
        order, entries = self._order, []
        page = contents_pages(len(parts)) + 1
        for sheet, file in parts:
            entries.append((sheet.place.name, page))
            page += page_count(file.read_bytes()) or 0
        heading = overview_words(order.look.texts.language).phrase("contents")
        mark = INTERNAL_NOTE if order.use == INTERNAL else ""
        printed, path = work / "gedruckt.pdf", work / "inhalt.pdf"
        self._export(contents_layout(self._layout.project(), entries, heading, mark, order.look), printed)
        self._join([Part(printed)], path, order.about(heading, ""), order.enlarge)
        return Part(path, ((heading, 0),))

    def _export(self, layout: QgsPrintLayout, path: Path) -> None:
        order = self._order
        settings = pdf_settings(round(order.dpi * order.enlarge))
        settings.appendGeoreference = False
        settings.exportMetadata = False  # ours says more, and the same on all versions
        path.unlink(missing_ok=True)
        if QgsLayoutExporter(layout).exportToPdf(str(path), settings) != QgsLayoutExporter.ExportResult.Success:
            raise _no_room(path.parent)

    def _join(self, parts: Sequence[Part], path: Path, about: Description, enlarge: float) -> None:
        try:
            join(parts, path, about, enlarge, spell_out=not self._order.archiver)
        except UnknownPdfError as error:
            raise InputError(
                tr("{file} is not written as QGIS writes PDF files, so it cannot be described or joined.").format(
                    file=error
                )
            ) from error

    def _deliver(self, made: Part, path: Path, about: Description) -> None:
        """Let a file appear under its name, only when it is whole."""
        unfinished = path.with_name(UNFINISHED + path.name)
        try:
            if self._order.archiver:
                archive(made, unfinished, self._order.archiver, about)
            else:
                unfinished.write_bytes(made.path.read_bytes())
            unfinished.replace(path)
        except OSError as error:
            raise InputError(
                tr("{path} cannot be written. Is it open in another program, or the folder write-protected?").format(
                    path=path
                )
            ) from error
        finally:
            unfinished.unlink(missing_ok=True)


def _no_room(folder: Path) -> InputError:
    return InputError(tr("QGIS cannot print the page; is there room in {path}?").format(path=folder))


def area_marks(
    rows: Mapping[str, Sequence[object]], charts: Callable[[str], Sequence[str]], shared: Sequence[object]
) -> dict[str, str]:
    """Return the fingerprint of each area from its row of texts, its charts and what all areas share."""
    common = fingerprint(shared)
    return {code: fingerprint([common, *row, *charts(code)]) for code, row in rows.items()}
