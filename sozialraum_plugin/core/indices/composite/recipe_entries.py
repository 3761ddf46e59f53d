"""The entries of a recipe's JSON file, each checked, so that a slip ends in a sentence that names it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...errors import InputError
from ...messages import tr
from .missing_model import MissingModel

MODEL_KEYS = frozenset(("predictors", "least"))


def missing_model(entry: Any, where: str) -> MissingModel | None:
    """Return the model for gaps that `missing_model` names, if any."""
    if entry is None:
        return None
    place = f"{where}, missing_model"
    if not isinstance(entry, dict) or not isinstance(entry.get("predictors", []), list):
        raise InputError(tr("{place}: it is an object with a list “predictors”.").format(place=place))
    refuse_unknown(entry, MODEL_KEYS, place)
    least = None if entry.get("least") is None else number(entry, "least", 0.0, place)
    return MissingModel(tuple(str(name) for name in entry.get("predictors", [])), least)


def group_weights(entry: Any, where: str) -> dict[str, float]:
    """Return the weights of groups; a group without one has 1."""
    place = f"{where}, group_weights"
    if not isinstance(entry, dict):
        raise InputError(tr("{place}: it is an object with a number for each group.").format(place=place))
    weights = {str(group): number(entry, group, 1.0, place) for group in entry}
    if any(weight < 0 for weight in weights.values()) or (weights and not any(weights.values())):
        raise InputError(tr("{place}: weights are 0 or more, and not all 0.").format(place=place))
    return weights


def refuse_unknown(content: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    """Raise InputError for a key that is not known: a slip must not pass for a choice."""
    unknown = sorted(set(content) - known)
    if unknown:
        raise InputError(
            tr("{place}: “{key}” is not known. Known: {known}.").format(
                place=where, key=unknown[0], known=", ".join(sorted(known))
            )
        )


def one_of(content: Mapping[str, Any], key: str, choices: Sequence[str], default: str, where: str) -> str:
    """Return the entry, one of `choices`."""
    value = content.get(key, default)
    if value not in choices:
        raise InputError(
            tr("{place}: “{key}” is “{value}”, but may be {choices}.").format(
                place=where, key=key, value=value, choices=", ".join(choice for choice in choices if choice)
            )
        )
    return value


def whole(content: Mapping[str, Any], key: str, default: int | None, where: str) -> int | None:
    """Return the entry, a whole number of 0 or more."""
    value = content.get(key, default)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 0):
        raise InputError(tr("{place}: “{key}” must be a whole number.").format(place=where, key=key))
    return value


def number(content: Mapping[str, Any], key: str, default: float, where: str) -> float:
    """Return the entry, a number."""
    value = content.get(key, default)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise InputError(tr("{place}: “{key}” must be a number.").format(place=where, key=key))
    return float(value)


def yes_or_no(content: Mapping[str, Any], key: str, where: str) -> bool:
    """Return the entry, true or false; false where there is none."""
    value = content.get(key, False)
    if not isinstance(value, bool):
        raise InputError(tr("{place}: “{key}” must be true or false, without quotes.").format(place=where, key=key))
    return value


def numbers(content: Mapping[str, Any], key: str, where: str) -> tuple[float, ...]:
    """Return the entry, a list of numbers; none where there is none."""
    values = content.get(key) or []
    if not isinstance(values, list) or any(isinstance(v, bool) or not isinstance(v, (int, float)) for v in values):
        raise InputError(tr("{place}: “{key}” must be a list of numbers.").format(place=where, key=key))
    return tuple(float(value) for value in values)


def rising(content: Mapping[str, Any], key: str, where: str) -> tuple[float, ...]:
    """Return the entry, a list of numbers that rise."""
    values = numbers(content, key, where)
    if list(values) != sorted(set(values)):
        raise InputError(tr("{place}: the numbers of “{key}” must rise.").format(place=where, key=key))
    return values


def moments(content: Mapping[str, Any], key: str, where: str) -> tuple[float, float] | None:
    """Return the entry, two numbers (mean and sd, or least and most), if there is one."""
    values = numbers(content, key, where)
    if values and len(values) != 2:
        raise InputError(tr("{place}: “{key}” must be a list of two numbers.").format(place=where, key=key))
    return (values[0], values[1]) if values else None


def titles(content: Mapping[str, Any], key: str, where: str) -> dict[str, str]:
    """Return the entry, texts by language; empty where there is none."""
    value = content.get(key, {})
    if not isinstance(value, dict) or any(not isinstance(text, str) for text in value.values()):
        raise InputError(
            tr("{place}: “{key}” must be an object of texts by language (de, en).").format(place=where, key=key)
        )
    return value
