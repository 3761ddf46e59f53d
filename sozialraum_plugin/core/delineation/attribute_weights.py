"""Weights of attributes, written as ``sgb2=2; alter65=0,5``."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..errors import InputError
from ..messages import tr


def parse_weights(text: str, attributes: Sequence[str]) -> np.ndarray | None:
    """Return the weight (m,) of each attribute, 1 where `text` names none; None for an empty text.

    Raises InputError for a part that is no weight, an unknown or double attribute, a negative weight, or if all are 0.
    """
    given: dict[str, float] = {}
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        name, weight = _parse_weight(part)
        if name not in attributes:
            raise InputError(
                tr("WEIGHTS: “{name}” is not among the attributes. There are: {attributes}.").format(
                    name=name, attributes=", ".join(attributes) or "–"
                )
            )
        if name in given:
            raise InputError(tr("WEIGHTS: “{name}” occurs twice. Keep one weight.").format(name=name))
        given[name] = weight
    if not given:
        return None
    weights = np.array([given.get(name, 1.0) for name in attributes])
    if not weights.any():
        raise InputError(tr("WEIGHTS: all attributes have the weight 0. Give at least one of them more."))
    return weights


def _parse_weight(part: str) -> tuple[str, float]:
    name, sign, number = part.rpartition("=")
    try:
        weight = float(number.strip().replace(",", "."))
    except ValueError:
        weight = -1.0
    if not sign or not name.strip() or not 0 <= weight < float("inf"):
        raise InputError(
            tr("WEIGHTS: “{part}” is no weight. Write attribute=number of 0 or more, for example: sgb2=2; alter65=0,5")
            .format(part=part)
        )  # fmt: skip
    return name.strip(), weight
