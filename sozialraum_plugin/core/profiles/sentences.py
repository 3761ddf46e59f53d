"""Three sentences that a planner would sign: population, what stands out, and the course; cautious about chance."""

from __future__ import annotations

from .chance import NORMAL_95, NORMAL_99, difference_by_interval, difference_from_rest, difference_in_sd
from .comparison import Comparison
from .observations import Indicator, Observation
from .places import Place
from .texts import Texts

POPULATION_CODE = "B01"
YEARS_BACK = 5
HARDLY_CHANGED = 1.0  # percent
MOST_DEVIATIONS = 2


def sentences(comparison: Comparison, course: Indicator | None, place: Place, texts: Texts) -> tuple[str, ...]:
    """Return the sentences that the data carry; nothing is said about a hidden value."""
    made = (
        population_sentence(comparison, place, texts),
        deviation_sentence(comparison, place, texts),
        trend_sentence(comparison, course, place, texts),
    )
    return tuple(sentence for sentence in made if sentence)


def population_sentence(comparison: Comparison, place: Place, texts: Texts) -> str:
    """Return how many people live here and how that changed in about five Stichtage."""
    known = [o for o in comparison.observations.course(POPULATION_CODE, place.code) if o.value is not None]
    newest = comparison.observations.latest(POPULATION_CODE, place.code)
    where = _where(place, texts)
    if newest is not None and newest.value is not None:
        trend = _trend(known[-1 - YEARS_BACK :], newest, texts)
        return _population(texts, where, newest.value, texts.numbers.date(newest.date), trend)
    if newest is None and place.population is not None:
        return _population(texts, where, place.population, "", {})
    return ""


def _where(place: Place, texts: Texts) -> str:
    """Return the area as in “Im Sozialraum Altstadt”; a name that says the level itself does so once."""
    level = texts.level(place.level, "name")
    own = place.name[len(level) :].strip() if place.name.startswith(f"{level} ") else place.name
    return f"{texts.level(place.level, 'in')} {own}"


def _population(texts: Texts, where: str, count: float, date: str, trend: dict[str, str]) -> str:
    blank = {"trend": "", "since": "", "change": ""}
    values = {**blank, **trend, "one": round(count) == 1, "count": texts.numbers.number(count), "date": date}
    return texts.phrase("population", place=where, **values)


def _trend(known: list[Observation], newest: Observation, texts: Texts) -> dict[str, str]:
    earlier = known[0]
    if earlier.date == newest.date or not earlier.value:
        return {}
    change = 100 * (newest.value / earlier.value - 1)
    direction = "same" if abs(change) < HARDLY_CHANGED else "up" if change > 0 else "down"
    numbers = texts.numbers
    return {"trend": direction, "since": numbers.date(earlier.date), "change": numbers.number(abs(change), 1)}


def deviation_sentence(comparison: Comparison, place: Place, texts: Texts) -> str:
    """Return the shares that differ most from the rest of the commune, if more than chance explains.

    A difference counts from 2.576 standard errors (99 %), because many shares are tested; the clearest are those with
    the largest ratio to the commune, above or below. Those within 1.96 cannot be told from the commune's mean, and the
    sentence says how many they are.
    """
    tested = [found for found in (_deviation(comparison, each, place) for each in _shares(comparison)) if found]
    if not tested:
        return ""
    clear = sorted((found for found in tested if abs(found[0]) >= NORMAL_99), key=lambda found: -found[1])
    if not clear:
        return texts.phrase("no_deviation", count=len(tested), rest=texts.phrase("rest_of_commune"))
    items = [_named(comparison, indicator, place) for _, _, indicator in clear[:MOST_DEVIATIONS]]
    same = sum(abs(errors) < NORMAL_95 for errors, _, _ in tested)
    found = texts.phrase("deviation", items=items, rest=texts.phrase("rest_of_commune"))
    return f"{found} {texts.phrase('same_as_commune', count=same, tested=len(tested))}" if same else found


def _shares(comparison: Comparison) -> list[Indicator]:
    made = comparison.observations
    return [indicator for indicator in made.available() if made.is_proportion(indicator.code)]


def _deviation(comparison: Comparison, indicator: Indicator, place: Place) -> tuple[float, float, Indicator] | None:
    """Return (standard errors, ratio to the commune, indicator), or None if it cannot be tested."""
    own = comparison.observations.latest(indicator.code, place.code)
    commune = comparison.commune_value(indicator.code, place)
    if own is None or commune is None or not own.value or not commune.value:
        return None
    errors = difference_from_rest(own, commune)
    errors = difference_by_interval(own, commune) if errors is None else errors
    if errors is None:
        return None
    return errors, max(own.value / commune.value, commune.value / own.value), indicator


def _named(comparison: Comparison, indicator: Indicator, place: Place) -> dict[str, str]:
    own = comparison.observations.latest(indicator.code, place.code)
    commune = comparison.commune_value(indicator.code, place)
    return {
        "name": indicator.name,
        "value": indicator.text(own, with_unit=True),
        "commune": indicator.text(commune, with_unit=True),
    }


def trend_sentence(comparison: Comparison, indicator: Indicator | None, place: Place, texts: Texts) -> str:
    """Return how the indicator of the time series went, and whether that and the last step exceed chance."""
    if indicator is None:
        return ""
    known = [o for o in comparison.observations.course(indicator.code, place.code) if o.value is not None]
    newest = comparison.observations.latest(indicator.code, place.code)
    if len(known) < 2 or newest is None or newest.value is None:
        return ""
    first, previous = known[0], known[-2]
    words = {
        "indicator": indicator.name,
        "first": indicator.text(first, with_unit=True),
        "last": indicator.text(newest, with_unit=True),
        "first_date": texts.numbers.date(first.date),
        "last_date": texts.numbers.date(newest.date),
    }
    if words["first"] == words["last"]:
        return texts.phrase("trend_same", **words)
    testable = comparison.observations.is_proportion(indicator.code)
    return _judged_trend(texts, words, first, previous, newest, testable)


def _judged_trend(
    texts: Texts, words: dict[str, str], first: Observation, previous: Observation, newest: Observation, testable: bool
) -> str:
    errors = difference_in_sd(newest, first) if testable else None
    if errors is None:
        return texts.phrase("trend_untested", **words)
    if abs(errors) < NORMAL_95:
        return texts.phrase("trend_chance", **words)
    step = "" if previous is first else _step(newest, previous)
    before = texts.numbers.date(previous.date)
    return texts.phrase("trend_tested", rising=errors > 0, step=step, previous_date=before, **words)


def _step(newest: Observation, previous: Observation) -> str:
    errors = difference_in_sd(newest, previous)
    if errors is None:
        return ""
    return "chance" if abs(errors) < NORMAL_95 else "real"
