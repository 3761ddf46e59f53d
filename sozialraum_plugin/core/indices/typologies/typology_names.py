"""Names of types proposed from what is typical for them: “many children, high SGB II receipt”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...indicators.catalogue import shipped_catalogue
from ...indicators.pivot import CHANGE_SUFFIX
from ...messages import tr

TYPICAL = 0.5  # deviations from the mean of all areas, from which on a trait is named
STRONG = 1.5
_USUAL_TRAITS, _MOST_TRAITS = 2, 4


@dataclass(frozen=True)
class Trait:
    """An indicator as types are named by it: its field, its title, its polarity (`+`, `-`, `0`), own phrases."""

    field: str
    title: str
    polarity: str = "0"
    high: str = ""
    low: str = ""

    def phrase(self, deviation: float) -> str:
        """Return what a type is called that lies so many deviations from the mean."""
        own = self.high if deviation > 0 else self.low
        if own:
            return tr("markedly {trait}").format(trait=own) if abs(deviation) >= STRONG else own
        if abs(deviation) >= STRONG:
            text = tr("{indicator} very high") if deviation > 0 else tr("{indicator} very low")
        else:
            text = tr("{indicator} high") if deviation > 0 else tr("{indicator} low")
        return text.format(indicator=self.title)


def traits_of(fields: Sequence[str], titles: Sequence[str | None] | None = None) -> list[Trait]:
    """Return each field with its title and polarity: those of the catalogue where the field is a code of it, whatever
    its case; a code with `_d` is the change of the indicator. Given titles win; other fields have polarity `0`.
    """
    catalogue = {indicator.code.casefold(): indicator for indicator in shipped_catalogue()}
    phrases = _phrases()
    found = []
    for field, title in zip(fields, titles or [None] * len(fields)):
        folded = field.casefold()
        indicator = catalogue.get(folded)
        if indicator:
            high, low = phrases.get(indicator.code, ("", ""))
            found.append(Trait(field, title or indicator.name, indicator.polarity, high, low))
        elif folded.endswith(CHANGE_SUFFIX) and (indicator := catalogue.get(folded[: -len(CHANGE_SUFFIX)])):
            name = tr("change in {indicator}").format(indicator=indicator.name)
            found.append(Trait(field, title or name, indicator.polarity))
        else:
            found.append(Trait(field, title or field))
    return found


def is_known(field: str) -> bool:
    """Tell whether a field is a code of the catalogue, or the change of one."""
    folded = field.casefold()
    codes = {indicator.code.casefold() for indicator in shipped_catalogue()}
    return folded in codes or (folded.endswith(CHANGE_SUFFIX) and folded[: -len(CHANGE_SUFFIX)] in codes)


def type_names(profiles: np.ndarray, traits: Sequence[Trait]) -> list[str]:
    """Return a name for each type from its deviations `profiles` (k, m) from the mean of all areas; no name twice.

    A name has the two strongest traits, more if another type has the same two, and a number if nothing else differs.
    """
    rankings = [_ranked(profile) for profile in profiles]
    names = [_name(profile, ranking[:_USUAL_TRAITS], traits) for profile, ranking in zip(profiles, rankings)]
    for length in range(_USUAL_TRAITS + 1, _MOST_TRAITS + 1):
        doubled = [name for name in names if names.count(name) > 1]
        names = [
            _name(profile, ranking[:length], traits) if name in doubled else name
            for name, profile, ranking in zip(names, profiles, rankings)
        ]
    return _numbered(names)


def _ranked(profile: np.ndarray) -> list[int]:
    order = np.argsort(-np.abs(profile), kind="stable")
    return [int(at) for at in order if abs(profile[at]) >= TYPICAL]


def _name(profile: np.ndarray, chosen: Sequence[int], traits: Sequence[Trait]) -> str:
    if not chosen:
        return tr("average throughout")
    return ", ".join(traits[at].phrase(float(profile[at])) for at in chosen)


def _numbered(names: Sequence[str]) -> list[str]:
    result: list[str] = []
    for at, name in enumerate(names):
        turn = list(names[: at + 1]).count(name)
        result.append(f"{name} ({turn})" if names.count(name) > 1 else name)
    return result


def _phrases() -> dict[str, tuple[str, str]]:
    """Return for codes of the catalogue what much and little of it is called."""
    children = (tr("many children"), tr("few children"))
    old = (tr("many older people"), tr("few older people"))
    return {
        "B05": (tr("many small children"), tr("few small children")),
        "B08": children,
        "B10": old,
        "B11": (tr("many very old people"), tr("few very old people")),
        "B14": children,
        "B15": old,
        "B19": (tr("many moves"), tr("few moves")),
        "B21": (tr("long residence"), tr("short residence")),
        "H02": (tr("many living alone"), tr("few living alone")),
        "H03": (tr("many households with children"), tr("few households with children")),
        "H04": (tr("many single parents"), tr("few single parents")),
        "M01": (tr("many foreigners"), tr("few foreigners")),
        "M02": (tr("many people with a migration background"), tr("few people with a migration background")),
        "A01": (tr("high employment"), tr("low employment")),
        "A04": (tr("high unemployment"), tr("low unemployment")),
        "A08": (tr("high SGB II receipt"), tr("low SGB II receipt")),
        "A11": (tr("high child poverty"), tr("low child poverty")),
        "S01": (tr("high poverty in old age"), tr("low poverty in old age")),
        "W01": (tr("much living space"), tr("little living space")),
        "W02": (tr("many one- and two-family houses"), tr("few one- and two-family houses")),
        "W06": (tr("high rents"), tr("low rents")),
        "V01": (tr("high turnout"), tr("low turnout")),
        "V02": (tr("high turnout"), tr("low turnout")),
    }
