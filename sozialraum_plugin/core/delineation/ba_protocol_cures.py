"""Rows that a street directory lacks, made from the address list: missing streets, gaps, and other spellings.

Nothing is proposed that no address of the list stands for. Each proposal has a group: what stands or falls together.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from .. import fields
from .address_columns import text_column
from .address_order import BOTH, EVEN, ODD, first_on_side, fold, number_of, order_keys, suffix_rank_of
from .ba_layout import RasterLayout
from .ba_protocol_rows import STREET_NUMBER, Register
from .ba_raster import raster_directory, raster_rows
from .directory_lookup import Assignment, Reason, assign
from .directory_rows import STREET_COLUMNS, DirectoryRows, read_directory
from .street_directory import Outcome
from .street_identity import plain_names

GROUP = "gruppe"
KIND = fields.NOTE_KIND.name
_STREET = [field.name for field in STREET_COLUMNS]
DIRECTORY = [field.name for field in fields.STREET_DIRECTORY]
_SIDE_LETTERS = {EVEN: "G", ODD: "U"}


class Cure:
    """Kinds of corrections."""

    STREET = "strasse_ergaenzt"
    GAP = "luecke_geschlossen"
    SPELLING = "schreibweise_ergaenzt"


def complete_directory(directory: pd.DataFrame) -> pd.DataFrame:
    """Return a directory with all columns of ours and the index 0 to n-1, ready for further rows.

    Where it has no side, each row holds for both: an empty side would mean addresses without a number.
    """
    result = directory.reset_index(drop=True).astype(object)
    if fields.SIDE.name not in result:
        result[fields.SIDE.name] = "F"
    return result.reindex(columns=list(dict.fromkeys([*result.columns, *DIRECTORY])))


def with_rows(directory: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Return a complete directory with further rows behind its own."""
    return pd.concat([directory, rows.reindex(columns=directory.columns).astype(object)], ignore_index=True)


def without_case(names: pd.Series) -> pd.Series:
    """Return names letter by letter as they are written, case and repeated blanks aside."""
    return text_column(names).map(lambda name: fold(" ".join(name.split())))


def _tokens(names: pd.Series) -> pd.Series:
    """Return a text for each name that stays another one in any normal form, equal where names agree but for case."""
    plain = without_case(names)
    codes = pd.Series(pd.factorize(plain)[0], index=names.index)
    return codes.map("n{}".format).where(plain != "", "")


def assign_as_written(addresses: pd.DataFrame, directory: pd.DataFrame) -> Assignment:
    """Do what `assign` does, but take a street for the same only if its name agrees letter by letter.

    How the agency compares names is not known, so nothing is trusted to be the same to it but case.
    """
    name = fields.STREET.name
    tokens = _tokens(pd.concat([addresses[name], directory[name]]))
    here, there = tokens.iloc[: len(addresses)], tokens.iloc[len(addresses) :]
    return assign(addresses.assign(**{name: here}), directory.assign(**{name: there}))


def records_as_written(corrections: pd.DataFrame, layout: RasterLayout) -> pd.DataFrame:
    """Do what `raster_rows` does, but give each spelling of a street records of its own."""
    name = fields.STREET.name
    tokens = _tokens(corrections[name])
    records = raster_rows(corrections.assign(**{name: tokens}), layout)
    spelled = dict(zip(tokens[::-1], text_column(corrections[name])[::-1]))
    return records.assign(**{name: records[name].map(spelled)})


def missing_streets(
    register: Register, reason: pd.Series, streets: Collection[int], directory: pd.DataFrame, layout: RasterLayout
) -> pd.DataFrame:
    """Return rows for the addresses of some streets (numbers of the list) that the directory does not know at all.

    `reason` is that of `assign` for the list. As in a raster, a street has rows of its own in each postcode, and in
    each Ortsteil if the directory tells Ortsteile apart or the numbers of a street cannot be told apart without.
    """
    unknown = reason.isin((Reason.UNKNOWN_STREET, Reason.OTHER_PLACE))
    standard = register.standard
    chosen = standard[unknown & standard[STREET_NUMBER].isin(set(streets)) & (standard[fields.AREA.name] != "")]
    if chosen.empty:
        return _none()
    ortsteil = fields.DISTRICT_PART.name
    apart = pd.Series((text_column(directory[ortsteil]) != "").any(), index=chosen.index)
    if not apart.all():
        without = raster_directory(chosen.assign(**{ortsteil: ""}), layout)
        names = plain_names(chosen[fields.STREET.name])
        apart = names.isin(names[without.outcome == Outcome.CONTRADICTION])
    parts = [chosen[apart], chosen[~apart].assign(**{ortsteil: ""})]
    rows = pd.concat([raster_directory(part, layout).rows for part in parts if len(part)], ignore_index=True)
    return rows.assign(**{KIND: Cure.STREET, GROUP: street_group(rows)})


def street_group(table: pd.DataFrame) -> pd.Series:
    """Return the group of a missing street, by its name."""
    return "s|" + plain_names(text_column(table[fields.STREET.name]))


def directory_streets(addresses: pd.DataFrame, read: DirectoryRows) -> pd.Series:
    """Return for each address the number of its street in the directory (`street` of `read.rows`), -1 without."""
    streets = read.rows.drop_duplicates("street")
    whole = streets[_STREET].assign(**{fields.AREA.name: streets["street"].astype(str)})
    found = assign(addresses, whole).area
    return found.where(found != "", "-1").astype(np.int64)


def gaps(register: Register, found: Assignment, targets: pd.DataFrame, directory: pd.DataFrame) -> pd.DataFrame:
    """Return rows for the addresses that no row covers, on the streets of the directory that `targets` lie in.

    `found` is the assignment of the list. A row reaches along one side from the first to the last of them, broken
    where an address or a range of another area comes between.
    """
    read = read_directory(directory, register.standard[fields.SUFFIX.name])
    wanted = set(directory_streets(targets, read)) - {-1}
    names = set(plain_names(read.rows.loc[read.rows["street"].isin(wanted), fields.STREET.name]))
    keys = set(read.rows.loc[read.rows["street"].isin(wanted), fields.STREET_KEY.name]) - {""}
    near = plain_names(register.standard[fields.STREET.name]).isin(names)
    near |= register.standard[fields.STREET_KEY.name].isin(keys)
    addresses = register.standard[near & register.standard[fields.HOUSE_NUMBER.name].notna()]
    if not wanted or addresses.empty:
        return _none()
    events = _events(addresses, found, read)
    events = events[events["street"].isin(wanted)]
    events = events.sort_values(["street", "side", "key", "gap"], kind="stable", ignore_index=True)
    changes = [events[column].ne(events[column].shift()) for column in ("street", "side", "area")]
    events["run"] = (changes[0] | changes[1] | changes[2]).cumsum()
    runs = events[events["gap"] & (events["area"] != "")].groupby("run")
    ranges = runs.agg(
        street=("street", "first"), side=("side", "first"), area=("area", "first"),
        start=("key", "min"), end=("key", "max"), count=("key", "size"),
    )  # fmt: skip
    return _gap_rows(ranges.reset_index(drop=True), read)


def _events(addresses: pd.DataFrame, found: Assignment, read: DirectoryRows) -> pd.DataFrame:
    """Return what stands along the sides of streets: addresses and the starts of ranges (`street, side, key, area`).

    `gap` tells which of them no row of the directory covers.
    """
    numbers = addresses[fields.HOUSE_NUMBER.name].to_numpy(dtype=np.int64)
    gap = found.reason[addresses.index] == Reason.GAP
    stops = pd.DataFrame(
        {
            "street": directory_streets(addresses, read),
            "side": numbers % 2,
            "key": order_keys(numbers, read.suffixes.ranks(addresses[fields.SUFFIX.name])),
            "area": addresses[fields.AREA.name].where(gap, found.area[addresses.index]),
            "gap": gap,
        }
    )
    rows = read.rows[~read.rows["unnumbered"]]
    starts = [
        own.assign(side=side, key=first_on_side(own["start"].to_numpy(dtype=np.int64), np.full(len(own), side)))
        for side in (EVEN, ODD)
        for own in [rows[rows["side"].isin((side, BOTH))]]
    ]
    columns = ["street", "side", "key", "area", "gap"]
    return pd.concat([stops, *(start.assign(gap=False) for start in starts)])[columns].astype({"gap": bool})


def _gap_rows(ranges: pd.DataFrame, read: DirectoryRows) -> pd.DataFrame:
    """Return ranges of one side (`street, side, area, start, end, count`) as rows of a directory."""
    streets = read.rows.drop_duplicates("street").set_index("street")[_STREET]
    rows = streets.reindex(ranges["street"]).reset_index(drop=True)
    spelling = np.array(read.suffixes.spelling, dtype=object)
    rows[fields.SIDE.name] = ranges["side"].map(_SIDE_LETTERS)
    for key, number, suffix in (
        ("start", fields.FROM_NUMBER, fields.FROM_SUFFIX),
        ("end", fields.TO_NUMBER, fields.TO_SUFFIX),
    ):
        keys = ranges[key].to_numpy(dtype=np.int64)
        rows[number.name] = pd.array(number_of(keys), dtype="Int64")
        rows[suffix.name] = spelling[suffix_rank_of(keys)]
    rows[fields.AREA.name], rows[fields.ADDRESS_COUNT.name] = ranges["area"], ranges["count"]
    return rows.assign(**{KIND: Cure.GAP, GROUP: gap_group(ranges["street"])})


def gap_group(street: pd.Series) -> pd.Series:
    """Return the group of gaps on a street of the directory."""
    return "l|" + street.astype(str)


def spellings(written: pd.DataFrame, targets: pd.DataFrame, directory: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """Return all rows of the streets that `targets` lie in under the name as it was `written`, and the group by row.

    Rows that stand there under that name already are left out.
    """
    read = read_directory(directory, targets[fields.SUFFIX.name])
    street = directory_streets(targets, read)
    name = without_case(written[fields.STREET.name])
    group = ("n|" + name + "|" + street.astype(str)).where(street >= 0, "")
    wanted = pd.DataFrame({"street": street, "name": written[fields.STREET.name], GROUP: group})
    wanted = wanted[group != ""].drop_duplicates(GROUP)
    copied = wanted.merge(read.rows[["street"]].rename_axis("row").reset_index(), on="street")
    if copied.empty:
        return _none(), group
    rows = directory.loc[copied["row"]].reset_index(drop=True)
    rows = rows.assign(**{fields.STREET.name: copied["name"], KIND: Cure.SPELLING, GROUP: copied[GROUP]})
    rows[fields.ADDRESS_COUNT.name] = None
    said = _signatures(rows)
    return rows[~said.duplicated() & ~said.isin(set(_signatures(directory)))].reset_index(drop=True), group


def _signatures(rows: pd.DataFrame) -> pd.Series:
    """Return what each row of a complete directory says, as one text."""
    told = [column for column in DIRECTORY if column not in (fields.AREA_NAME.name, fields.ADDRESS_COUNT.name)]
    texts = rows[told].apply(text_column).assign(**{fields.STREET.name: without_case(rows[fields.STREET.name])})
    return texts.agg("|".join, axis=1)


def _none() -> pd.DataFrame:
    return pd.DataFrame(columns=[*DIRECTORY, KIND, GROUP], dtype=object)
