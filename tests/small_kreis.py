"""A tree of areas and a long table of counts, for tests of the indicators."""

import pandas as pd

AREA_COLUMNS = ["gebiet", "gebiet_name", "ebene", "uebergeordnet"]


def areas(*rows):
    return pd.DataFrame(rows, columns=AREA_COLUMNS, dtype=object)


def counts(rows, source="Amt"):
    """`rows`: (gebiet, merkmal, stichtag, wert[, kennzeichen])."""
    full = [(*row, "", source)[:6] if len(row) == 4 else (*row, source) for row in rows]
    return pd.DataFrame(full, columns=["gebiet", "merkmal", "stichtag", "wert", "kennzeichen", "quelle"], dtype=object)


TREE = areas(
    ("05999", "Musterkreis", "kreis", None),
    ("05999001", "Stadt", "gemeinde", "05999"),
    ("0599900101", "Nord", "sozialraum", "05999001"),
    ("0599900102", "Süd", "sozialraum", "05999001"),
    ("05999001001", "Q1", "quartier", "0599900101"),
    ("05999001002", "Q2", "quartier", "0599900101"),
    ("05999001003", "Q3", "quartier", "0599900101"),
    ("05999001004", "Q4", "quartier", "0599900102"),
    ("05999001005", "Q5", "quartier", "0599900102"),
)
QUARTERS = ["05999001001", "05999001002", "05999001003", "05999001004", "05999001005"]
