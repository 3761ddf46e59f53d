import gzip
import zipfile

import pytest

from sozialraum_plugin.core.addresses.text_files import decode, detect_delimiter, read_packed, split_rows
from sozialraum_plugin.core.errors import InputError


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        ("Größe".encode(), "utf-8", "Größe"),
        ("Größe".encode("utf-8-sig"), "utf-8-sig", "Größe"),
        ("Größe".encode("utf-16"), "utf-16", "Größe"),
        ("Größe".encode("latin-1"), "cp1252", "Größe"),
        ("Größe „Ä“".encode("cp1252"), "cp1252", "Größe „Ä“"),
        ("Größe 3 €".encode("cp1252"), "cp1252", "Größe 3 €"),
        ("Größe 3 €".encode("iso-8859-15"), "iso-8859-15", "Größe 3 €"),
        (b"Weg", "utf-8", "Weg"),
    ],
)
def test_the_encoding_is_recognised(data, encoding, text):
    decoded = decode(data)
    assert (decoded.encoding, decoded.text, decoded.replaced) == (encoding, text, 0)


def test_a_few_broken_signs_do_not_spoil_a_whole_file():
    data = "Größe; Straße; Müller; Öfen; Ähre; Übung; süß".encode() + b" \xe4"
    decoded = decode(data)
    assert (decoded.encoding, decoded.replaced) == ("utf-8", 1)
    assert decoded.text.startswith("Größe")


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a;b;c\n1,5;2,5;3\n", ";"),
        ("a,b,c\n1.5,2.5,x;y\n", ","),
        ("a\tb\n1,5\t2\n", "\t"),
        ("a|b|c\n1|2|3\n", "|"),
        ('a;b\n"x,y,z,w";2\n', ";"),
        ("nur eine\n1\n", ";"),
    ],
)
def test_the_delimiter_is_recognised(text, delimiter):
    assert detect_delimiter(text) == delimiter


def test_rows_know_their_line():
    rows = list(split_rows('a;b\n"x\ny";1\n\n;\n2;3\n', ";"))
    assert [(row.line, row.cells) for row in rows] == [(1, ["a", "b"]), (2, ["x\ny", "1"]), (6, ["2", "3"])]


def test_packed_files(tmp_path):
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"inhalt"))
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("liesmich.txt", "x")
        archive.writestr("gebref.txt", "der inhalt")
    assert read_packed(tmp_path / "a.gz") == b"inhalt"
    assert read_packed(tmp_path / "a.zip") == b"der inhalt"
    (tmp_path / "leer.csv").write_bytes(b" \n")
    with pytest.raises(InputError, match="is empty"):
        read_packed(tmp_path / "leer.csv")
