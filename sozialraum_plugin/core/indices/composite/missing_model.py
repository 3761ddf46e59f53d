"""Gaps of a table of areas and years filled by a stated regression, never silently.

The model is that of the German Index of Socioeconomic Deprivation: for each indicator with gaps

    value ~ 1 + year^2 * mean + year * mean + predictors

by ordinary least squares over all areas and years with a value, where `mean` is the area's own mean over the years that
it has; a value below `least` becomes `least`. Source: L. E. Kroll, M. Schumann, J. Hoebel, T. Lampert (2017): Regional
health differences - developing a socioeconomic deprivation index for Germany, Journal of Health Monitoring 2(2),
and the annotated revision 2020 of its program. Terms that others already say are left out as R's lm does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...errors import InputError
from ...messages import tr
from ...numbers import format_number

TERMS = ("1", "year^2 * mean", "year * mean")
_SAYS_NOTHING_NEW = 1e-7  # R's tolerance for a column that is a combination of those before it


@dataclass(frozen=True)
class MissingModel:
    """`predictors` are columns without gaps of their own; `least` is the least value that makes sense, if any."""

    predictors: tuple[str, ...] = ()
    least: float | None = None


@dataclass(frozen=True)
class Fit:
    """How the gaps of one `field` were filled: of `rows` in all `known` ones and `filled` ones, of these `raised`
    to the least value; `coefficients` by term (0: left out), and the share of the differences that the model explains.
    """

    field: str
    rows: int
    known: int
    filled: int
    raised: int
    coefficients: dict[str, float]
    explained: float


@dataclass(frozen=True)
class Filled:
    """`values` (n rows), `estimated` (n rows, true where the model stands in), and the `fits`."""

    values: pd.DataFrame
    estimated: pd.DataFrame
    fits: tuple[Fit, ...] = ()

    def lines(self) -> list[str]:
        """Return the models as the log states them."""
        return [_line(fit) for fit in self.fits]

    def warnings(self) -> list[str]:
        """Return in a sentence how much of the indicators is an estimate."""
        if not self.fits:
            return []
        text = tr(
            "Values are missing and were estimated by a regression on year, own mean and {predictors}; in these years "
            "the index says what the model says, not what was measured: {counts}."
        )
        counts = (
            tr("{field} {filled} of {rows}").format(
                field=fit.field, filled=format_number(fit.filled), rows=format_number(fit.rows)
            )
            for fit in self.fits
        )
        predictors = list(self.fits[0].coefficients)[len(TERMS) :]
        return [text.format(predictors=", ".join(predictors) or "–", counts="; ".join(counts))]


def fill_gaps(
    values: pd.DataFrame, fields: Sequence[str], areas: Sequence[str], years: Sequence[str], model: MissingModel
) -> Filled:
    """Return the columns `fields` of `values` (n rows) with their gaps estimated from `areas` (n,) and `years` (n,).

    A value stays missing where a predictor is missing, where the area has no value in any year, and where fewer values
    than terms are known. Predictors are not filled. Raises InputError for a year that is no number.
    """
    result = values.copy()
    estimated = pd.DataFrame(False, values.index, values.columns)
    gaps = [name for name in fields if name not in model.predictors and values[name].isna().any()]
    if not gaps:
        return Filled(result, estimated)
    periods = _year_numbers(years)
    fits = []
    for name in gaps:
        filled, fit = _estimate(values, name, areas, periods, model)
        if fit is None:
            continue
        estimated[name] = values[name].isna() & ~np.isnan(filled)
        result[name] = filled
        fits.append(fit)
    return Filled(result, estimated, tuple(fits))


def _estimate(
    values: pd.DataFrame, name: str, areas: Sequence[str], periods: np.ndarray, model: MissingModel
) -> tuple[np.ndarray, Fit | None]:
    """Return a column with its gaps filled, and the fit; None if nothing can be fitted."""
    column = values[name].to_numpy(dtype=float)
    mean = values[name].groupby(np.asarray(areas, dtype=object)).transform("mean").to_numpy(dtype=float)
    predictors = [values[other].to_numpy(dtype=float) for other in model.predictors]
    design = np.column_stack([np.ones(len(column)), periods**2 * mean, periods * mean, *predictors])
    known = ~np.isnan(column) & ~np.isnan(design).any(axis=1)
    if known.sum() <= design.shape[1]:
        return column, None
    coefficients = least_squares(design[known], column[known])
    fitted = design @ coefficients
    gaps = np.isnan(column) & ~np.isnan(fitted)
    low = gaps & (fitted < model.least) if model.least is not None else np.zeros(len(column), dtype=bool)
    fitted[low] = model.least
    rest = column[known] - fitted[known]
    fit = Fit(
        name,
        len(column),
        int((~np.isnan(column)).sum()),
        int(gaps.sum()),
        int(low.sum()),
        dict(zip((*TERMS, *model.predictors), coefficients.tolist())),
        1 - float(rest @ rest) / max(float(((column[known] - column[known].mean()) ** 2).sum()), 1e-300),
    )
    return np.where(gaps, fitted, column), fit


def least_squares(design: np.ndarray, target: np.ndarray) -> np.ndarray:
    """Return the coefficients (m,) that reproduce `target` (n,) best from `design` (n, m).

    A column that is a combination of those before it gets 0, as in R's lm, where it is left out.
    """
    sizes = np.linalg.norm(design, axis=0)
    scaled = design / np.where(sizes > 0, sizes, 1.0)
    basis = np.empty((len(design), 0))
    kept = []
    for place in range(design.shape[1]):
        rest = scaled[:, place]
        for _ in range(2):  # once more against rounding
            rest = rest - basis @ (basis.T @ rest)
        size = float(np.linalg.norm(rest))
        if size >= _SAYS_NOTHING_NEW:
            basis = np.column_stack([basis, rest / size])
            kept.append(place)
    result = np.zeros(design.shape[1])
    result[kept] = np.linalg.lstsq(scaled[:, kept], target, rcond=None)[0] / sizes[kept]
    return result


def _year_numbers(years: Sequence[str]) -> np.ndarray:
    numbers = pd.to_numeric(pd.Series(list(years), dtype=object), errors="coerce").to_numpy(dtype=float)
    if np.isnan(numbers).any():
        place = int(np.flatnonzero(np.isnan(numbers))[0])
        raise InputError(
            tr(
                "Missing values are estimated from the years, but “{year}” is no number. Give YEAR_FIELD a field with "
                "years such as 2015."
            ).format(year=years[place])
        )
    return numbers


def _line(fit: Fit) -> str:
    names = {TERMS[1]: tr("year² x mean"), TERMS[2]: tr("year x mean")}
    return tr(
        "Estimated: {filled} values of {field} from {known} known ones ({share} % explained): {terms}; {raised} raised "
        "to the least value."
    ).format(
        filled=format_number(fit.filled),
        field=fit.field,
        known=format_number(fit.known),
        share=format_number(100 * fit.explained, 1),
        terms=" + ".join(
            f"{value:.10g} x {names.get(term, term)}".replace(".", ",", 1) for term, value in fit.coefficients.items()
        ),
        raised=format_number(fit.raised),
    )
