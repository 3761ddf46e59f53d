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
