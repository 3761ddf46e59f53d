import pandas as pd

from sozialraum_plugin.core.csv_export import write_csv


def test_excel_opens_it_right_and_runs_no_formula(tmp_path):
    table = pd.DataFrame(
        {"gebiet": ["05999001"], "name": ["=HYPERLINK(1)"], "wert": [1.5], "dynamik": ["+/-"], "saldo": ["-3,5"]}
    )
    write_csv(table, tmp_path / "t.csv")
    data = (tmp_path / "t.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").splitlines() == [
        "gebiet;name;wert;dynamik;saldo",
        "05999001;'=HYPERLINK(1);1,5;+/-;-3,5",
    ]


def test_reals_have_at_most_four_places_and_whole_numbers_stay_whole(tmp_path):
    table = pd.DataFrame({"a": [4412.0, 18.51767905, None], "b": pd.array([1, None, 3], dtype="Int64")})
    write_csv(table, tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_text(encoding="utf-8-sig").splitlines() == ["a;b", "4412;1", "18,5177;", ";3"]
