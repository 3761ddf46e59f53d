"""Page 3: every indicator of an area against all areas of its level, by theme."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean, pstdev

from ..indicators.catalogue import shipped_catalogue
from ..numbers import NumberFormat
from .comparison import Comparison
from .intervals import interval_of, interval_text
from .model import IndicatorTheme, Standing
from .observations import Indicator
from .places import Place
from .texts import Texts

FEWEST_VALUES = 3  # a standard deviation of two says nothing
OTHER = ""  # the theme of what has none


class Standings:
    """What all profiles share: for each indicator the values of all areas, their mean and standard deviation.

    The themes are those of the table's column `thema`, else the catalogue's; the rest comes last.
    """

    def __init__(self, comparison: Comparison, indicators: Sequence[Indicator], texts: Texts) -> None:
        self._comparison = comparison
        self._texts = texts
        catalogue = {each.code: each.theme for each in shipped_catalogue()}
        self._themes: dict[str, list[Indicator]] = {}
        for indicator in indicators:
            theme = indicator.theme or catalogue.get(indicator.code, OTHER)
            self._themes.setdefault(theme, []).append(indicator)
        self._values = {i.code: tuple(sorted(comparison.observations.visible_latest(i.code))) for i in indicators}
        self._scales = {code: _scale(values) for code, values in self._values.items()}

    def themes(self, place: Place) -> tuple[IndicatorTheme, ...]:
        """Return all indicators of an area; themes in the order in which the table names them first.

        An area that has no value at all gets no empty pages.
        """
        if not any(self._has_something(each.code, place) for themes in self._themes.values() for each in themes):
            return ()
        order = sorted(self._themes, key=lambda theme: theme == OTHER)
        return tuple(
            IndicatorTheme(theme or self._other(), tuple(self._standing(each, place) for each in self._themes[theme]))
            for theme in order
        )

    def _has_something(self, code: str, place: Place) -> bool:
        own = self._comparison.observations.latest(code, place.code)
        return own is not None and (own.hidden or own.value is not None)

    def _other(self) -> str:
        return self._texts.phrase("theme_other" if len(self._themes) > 1 else "theme_all")

    def _standing(self, indicator: Indicator, place: Place) -> Standing:
        own = self._comparison.observations.latest(indicator.code, place.code)
        commune = self._comparison.commune_value(indicator.code, place)
        figure = self._comparison.figure(indicator, place)
        value = None if own is None else own.value
        deviation = self._deviation(indicator.code, value)
        lower, upper = interval_of(own)
        return Standing(
            figure=figure,
            all_values=self._values[indicator.code],
            value=value,
            commune=None if commune is None else commune.value,
            deviation=deviation,
            deviation_text="" if deviation is None else signed(deviation, self._texts.numbers),
            lower=lower,
            upper=upper,
            interval="" if lower is None else interval_text(indicator, lower, upper),
        )

    def _deviation(self, code: str, value: float | None) -> float | None:
        scale = self._scales[code]
        return None if scale is None or value is None else (value - scale[0]) / scale[1]


def signed(deviation: float, numbers: NumberFormat) -> str:
    """Return a deviation with its sign and one decimal: ``+1,3``, ``−0,4``, ``0,0``."""
    text = numbers.number(deviation, 1)
    return f"+{text}" if deviation > 0 and text != numbers.number(0, 1) else text


def _scale(values: Sequence[float]) -> tuple[float, float] | None:
    """Return mean and standard deviation of all areas; None if they are too few or all the same."""
    if len(values) < FEWEST_VALUES:
        return None
    spread = pstdev(values)
    return (fmean(values), spread) if spread > 1e-12 * max(1.0, abs(fmean(values))) else None
