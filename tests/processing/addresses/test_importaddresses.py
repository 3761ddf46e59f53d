"""Import of address files: official layouts as the offices deliver them, and free tables."""

from __future__ import annotations

import gzip

import pytest
from qgis.core import QgsProject, QgsVectorFileWriter

from algorithms import attempt, memory_layer, run, table_of
from sozialraum_plugin.core.fields import Kind

HK_ROW = (
    "N;DENW000000000{n:03};{qua};05;3;70;004;0000;{key};{number};{suffix};{east};{north};{street};52525;Heinsberg;;"
    "Oberbruch"
)
GEBREF_ROW = (
    "N;DENW12HK0000{n:03};A;05;Nordrhein-Westfalen;3;Köln;70;Heinsberg;004;Erkelenz;0000;Gerderath;{key};{street};"
    "{number};{suffix};32;{east};{north};2024-01-01"
)
GEBREF_2019_ROW = "N;DENW0000{n:03};A;05;3;70;004;0000;{key};{number};{suffix};{east};{north};{street};2019-07-01"


def hk(n, street, number, suffix="", east="32310123,456", north="5660000,5", key="00017", qua="A", row=HK_ROW):
    return row.format(n=n, street=street, number=number, suffix=suffix, east=east, north=north, key=key, qua=qua)


def write(path, lines, encoding="utf-8", end="\r\n"):
    path.write_bytes(end.join(lines).encode(encoding))
    return str(path)


@pytest.mark.parametrize(
    ("encoding", "head"), [("iso-8859-1", False), ("utf-8", True), ("utf-8-sig", False), ("utf-8-sig", True)]
)
def test_hk_de_in_both_editions(tmp_path, encoding, head):
    lines = ["NBA;OI;QUA;LAN;RBZ;KRS;GMD;OTT;SSS;HNR;ADZ;E;N;STN;PLZ;ONM;ZON;POT"] * head
    lines += [hk(1, "Königstraße", "0012", "a"), hk(2, "Große Gasse", "7", qua="C", key="00018")]
    path = write(tmp_path / "hk.txt", lines, encoding)
    results, log = run("importaddresses", {"INPUT": path, "FORMAT": "hk_de", "OUTPUT": "memory:", "REPORT": "memory:"})
    layer = results["OUTPUT"]
    assert layer.crs().authid() == "EPSG:25832"
    first = next(layer.getFeatures()).geometry().asPoint()
    assert (round(first.x(), 3), first.y()) == (310123.456, 5660000.5)
    table = table_of(layer)
    assert table.loc[0].to_dict() == {
        "adresse_id": "05370004-00017-0012a", "gemeinde": "05370004", "gemeinde_name": "Heinsberg",
        "ortsteil": "Oberbruch", "strassenschluessel": "00017", "strasse": "Königstraße", "hausnummer": 12,
        "zusatz": "a", "plz": "52525", "qualitaet": "A", "quell_id": "DENW000000000001", "bis_nummer": None,
        "bis_zusatz": "",
    }  # fmt: skip
    assert table["qualitaet"].tolist() == ["A", "C"]
    assert table_of(results["REPORT"])["grund"].tolist() == ["interne_nummer"]
    assert "2 read" in log


def test_hk_de_of_the_east_lies_in_zone_33(tmp_path):
    path = write(tmp_path / "hk.txt", [hk(n, "Am Markt", n, east=f"33{400000 + n},0") for n in (1, 2)])
    layer = run("importaddresses", {"INPUT": path, "FORMAT": "hk_de", "OUTPUT": "memory:"})[0]["OUTPUT"]
    assert layer.crs().authid() == "EPSG:25833"
    assert next(layer.getFeatures()).geometry().asPoint().x() == 400001


def test_two_zones_come_out_in_the_one_of_most_addresses(tmp_path):
    # 12° east, the border of the zones: the same place has the eastings 714,000 and 286,000.
    path = write(
        tmp_path / "hk.txt",
        [
            hk(1, "Am Markt", 1, east="33285015,763", north="5542944,019"),
            hk(2, "Am Markt", 2, east="32714984,237", north="5542944,019"),
            hk(3, "Am Markt", 3, east="32714984,237", north="5542944,019"),
        ],
    )
    layer = run("importaddresses", {"INPUT": path, "FORMAT": "hk_de", "OUTPUT": "memory:"})[0]["OUTPUT"]
    assert layer.crs().authid() == "EPSG:25832"
    points = [feature.geometry().asPoint() for feature in layer.getFeatures()]
    assert points[0].distance(points[1]) < 0.01


@pytest.mark.parametrize("row", [GEBREF_ROW, GEBREF_2019_ROW])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_gebref_in_both_layouts(tmp_path, row, encoding):
    path = write(
        tmp_path / "gebref.txt",
        [hk(n, "Müllerstraße", n, "b", east="310123,456", row=row) for n in (1, 2)],
        encoding,
    )
    layer = run("importaddresses", {"INPUT": path, "FORMAT": "gebref_nrw", "OUTPUT": "memory:"})[0]["OUTPUT"]
    table = table_of(layer)
    assert layer.crs().authid() == "EPSG:25832"
    assert next(layer.getFeatures()).geometry().asPoint().x() == 310123.456
    assert table["adresse_id"].tolist() == ["05370004-00017-0001b", "05370004-00017-0002b"]
    assert table["strasse"].unique().tolist() == ["Müllerstraße"]
    assert table["ortsteil"].unique().tolist() == (["Gerderath"] if row is GEBREF_ROW else [""])


def test_every_bad_row_is_kept_or_counted_with_its_reason(tmp_path):
    lines = [
        hk(1, "Weg", 1),
        hk(2, "Weg", 1),
        "N;zu;kurz",
        hk(4, "Weg", 4, east="", north=""),
        hk(5, "Weg", "01. Feb"),
        hk(6, "Weg", ""),
        hk(7, "Weg", 7).replace("N;", "L;", 1),
        hk(8, "Weg", "9-7"),
        hk(9, "", 9, key=""),
        "",
    ]
    path = write(tmp_path / "hk.txt", lines)
    results, log = run("importaddresses", {"INPUT": path, "FORMAT": "hk_de", "OUTPUT": "memory:", "REPORT": "memory:"})
    table, report = table_of(results["OUTPUT"]), table_of(results["REPORT"])
    assert (results["COUNT"], results["LEFT_OUT"]) == (7, 2)
    assert table["adresse_id"].tolist()[:2] == ["05370004-00017-0001", "05370004-00017-0001#2"]
    assert table["adresse_id"].is_unique
    assert dict(zip(report["zeile"], report["grund"])) == {
        2: "doppelt", 3: "zeile_unvollstaendig", 4: "ohne_koordinaten", 5: "excel_datum", 6: "ohne_nummer",
        7: "geloescht", 8: "bereich_verkehrt", 9: "ohne_strasse",
    }  # fmt: skip
    assert report.set_index("zeile")["uebernommen"].to_dict() == {
        2: True, 3: False, 4: True, 5: True, 6: True, 7: False, 8: True, 9: True
    }  # fmt: skip
    assert "Balance of addresses: 9 read" in log


def test_a_format_is_also_known_by_its_place(tmp_path):
    path = write(tmp_path / "hk.txt", [hk(1, "Weg", 1)])
    for index in (1, "1"):
        assert run("importaddresses", {"INPUT": path, "FORMAT": index, "OUTPUT": "memory:"})[0]["COUNT"] == 1
    assert not attempt("importaddresses", {"INPUT": path, "FORMAT": "nas", "OUTPUT": "memory:"})[2]


CSV = ["Straße;Nr;Zus;x;y;AGS;Ort", '"Kurze ""Gasse""";12;A;7,95;49,44;7312000;Mitte', "Ring;5-7;;7,96;49,45;7312000;"]
CSV_COLUMNS = {
    "FORMAT": "csv", "STREET_FIELD": "Straße", "NUMBER_FIELD": "Nr", "SUFFIX_FIELD": "Zus", "X_FIELD": "x",
    "Y_FIELD": "y", "COMMUNE_FIELD": "AGS", "DISTRICT_FIELD": "Ort", "CRS": "EPSG:4326",
}  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "iso-8859-15", "utf-16"])
def test_a_table_in_degrees_comes_out_in_metres(tmp_path, encoding):
    path = write(tmp_path / "a.csv", CSV, encoding)
    layer = run("importaddresses", {"INPUT": path, "OUTPUT": "memory:", **CSV_COLUMNS})[0]["OUTPUT"]
    assert layer.crs().authid() == "EPSG:25832"
    table = table_of(layer)
    assert table["adresse_id"].tolist() == ["07312000-kurzegasse-0012a", "07312000-ring-0005-0007"]
    assert table["strasse"].tolist() == ['Kurze "Gasse"', "Ring"]
    assert table["ortsteil"].tolist() == ["Mitte", ""]
    points = [feature.geometry().asPoint() for feature in layer.getFeatures()]
    # 0.01° of latitude and of longitude near 49.4° are 1,112 m and 724 m, together 1,327 m.
    assert points[0].distance(points[1]) == pytest.approx(1327, abs=5)


def test_a_missing_column_is_named_with_what_there_is(tmp_path):
    path = write(tmp_path / "a.csv", CSV)
    wrong = {**CSV_COLUMNS, "NUMBER_FIELD": "Hausnummer"}
    _, log, good = attempt("importaddresses", {"INPUT": path, "OUTPUT": "memory:", **wrong})
    assert not good
    assert "“Hausnummer” is missing in “a.csv”. It has: Straße, Nr, Zus, x, y, AGS, Ort." in log


@pytest.mark.parametrize(
    ("content", "parameters", "sentence"),
    [
        (b"", {"FORMAT": "csv", "STREET_FIELD": "a"}, "is empty"),
        (b"a;b\n1;2\n", {"FORMAT": "csv"}, "STREET_FIELD: name the column"),
        (b"a;b\n1;2\n", {"FORMAT": "csv", "STREET_FIELD": "a", "X_FIELD": "b"}, "name both columns"),
        (b"a;b\n1;2\n", {"FORMAT": "csv", "STREET_FIELD": "a", "ENCODING": "klingon"}, "“klingon” is unknown"),
        (b"a;b\n1;2\n", {"FORMAT": "csv", "STREET_FIELD": "a", "COMMUNE": "Essen"}, "is no AGS of 8 digits"),
        (b"a;b\n1;2\n", {"FORMAT": "hk_de"}, "is no HK-DE or gebref file"),
        (b"\x1f\x8bbroken", {"FORMAT": "hk_de"}, "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path, content, parameters, sentence):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    _, log, good = attempt("importaddresses", {"INPUT": str(path), "OUTPUT": "memory:", **parameters})
    assert not good
    assert sentence in log


def test_a_missing_file_is_named():
    _, log, good = attempt("importaddresses", {"INPUT": "/no/such.csv", "OUTPUT": "memory:", "STREET_FIELD": "a"})
    assert not good
    assert "there is no file /no/such.csv" in log


def test_a_file_with_nothing_but_a_head_gives_an_empty_layer(tmp_path):
    path = write(tmp_path / "a.csv", CSV[:1])
    results, log = run("importaddresses", {"INPUT": path, "OUTPUT": "memory:", **CSV_COLUMNS})
    assert results["COUNT"] == results["OUTPUT"].featureCount() == 0
    assert "The file holds no address" in log


def test_half_a_broken_table_keeps_the_good_half(tmp_path):
    rows = ["Ring;1;;7,9;49,4;7312000;Mitte", "Ring;2;Müller, Anna;zu;viele;Spalten;hier;und da", "Ring;3"] * 50
    path = write(tmp_path / "a.csv", CSV[:1] + rows)
    results, _ = run("importaddresses", {"INPUT": path, "OUTPUT": "memory:", "REPORT": "memory:", **CSV_COLUMNS})
    assert (results["COUNT"], results["LEFT_OUT"]) == (50, 100)
    report = table_of(results["REPORT"])
    assert (report["grund"] == "zeile_unvollstaendig").sum() == 100
    assert not report["adresse"].str.contains("Anna").any()


def test_swapped_coordinates_are_noticed(tmp_path):
    path = write(tmp_path / "a.csv", ["s;n;x;y", "Ring;1;5470000;410000"])
    _, log = run(
        "importaddresses",
        {"INPUT": path, "STREET_FIELD": "s", "NUMBER_FIELD": "n", "X_FIELD": "x", "Y_FIELD": "y", "OUTPUT": "memory:"},
    )
    assert "outside Germany" in log


@pytest.mark.parametrize("suffix", ["gpkg", "xlsx"])
def test_tables_that_qgis_opens(tmp_path, suffix):
    layer = memory_layer(
        "Point" if suffix == "gpkg" else "NoGeometry",
        [{"strasse": "Ring", "hnr": "05", "plz": "01067"}, {"strasse": "Weg", "hnr": "7b", "plz": "01069"}],
        {"strasse": Kind.TEXT, "hnr": Kind.TEXT, "plz": Kind.TEXT},
        ["POINT(410000 5470000)", "POINT(410010 5470000)"] if suffix == "gpkg" else None,
    )
    path = tmp_path / f"a.{suffix}"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = {"gpkg": "GPKG", "xlsx": "XLSX"}[suffix]
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsProject.instance().transformContext(), options)
    result = run(
        "importaddresses",
        {
            "INPUT": str(path), "STREET_FIELD": "strasse", "NUMBER_FIELD": "hnr", "POSTCODE_FIELD": "plz",
            "COMMUNE": "14612000", "OUTPUT": "memory:",
        },
    )[0]["OUTPUT"]  # fmt: skip
    assert table_of(result)["adresse_id"].tolist() == ["14612000-01067-ring-0005", "14612000-01069-weg-0007b"]
    assert [not feature.geometry().isNull() for feature in result.getFeatures()] == [suffix == "gpkg"] * 2


def test_all_of_essen(real_data):
    path = real_data / "essen" / "essen_hauskoordinaten.csv.gz"
    results, log = run(
        "importaddresses",
        {
            "INPUT": str(path), "FORMAT": "csv", "X_FIELD": "E", "Y_FIELD": "N", "STREET_FIELD": "STRNAME",
            "NUMBER_FIELD": "HSNR", "SUFFIX_FIELD": "HSNRZU", "STREET_KEY_FIELD": "STRSCHL", "ID_FIELD": "OBJECTID",
            "COMMUNE": "05113000", "OUTPUT": "memory:", "REPORT": "memory:",
        },
    )  # fmt: skip
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        assert results["COUNT"] == sum(1 for _ in lines) - 1 == 102_981
    table = table_of(results["OUTPUT"])
    assert table["hausnummer"].isna().sum() == 3_397
    assert table["adresse_id"].is_unique
    assert table["strassenschluessel"].nunique() == 3_397
    assert "3.397  in the result, without house number" in log
    extent = results["OUTPUT"].extent()
    assert extent.xMinimum() > 350_000 and extent.xMaximum() < 375_000


def test_addresses_without_coordinates_come_through(real_data):
    path = real_data / "berlin_addresses" / "addresses_bezirke_07_12.csv.gz"
    results, log = run(
        "importaddresses",
        {
            "INPUT": str(path), "FORMAT": "csv", "STREET_FIELD": "str_name", "NUMBER_FIELD": "hnr",
            "SUFFIX_FIELD": "hnr_zusatz", "POSTCODE_FIELD": "plz", "DISTRICT_FIELD": "ort_name",
            "COMMUNE": "11000000", "OUTPUT": "memory:",
        },
    )  # fmt: skip
    assert results["COUNT"] == 219_794
    assert "No address has coordinates" in log
