import pytest

from sozialraum_plugin.core.errors import InputError
from sozialraum_plugin.core.indicators.imports.text_file import cut, decode, delimiter_of


@pytest.mark.parametrize(
    ("encoding", "found"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("cp1252", "cp1252"), ("utf-16", "utf-16")],
)
def test_encoding_is_found_out(encoding, found):
    text, name = decode("Gebiet;Wähler\n05;7\n".encode(encoding))
    assert (text, name) == ("Gebiet;Wähler\n05;7\n", found)


def test_a_wrong_encoding_is_refused_with_its_line():
    with pytest.raises(InputError, match="Line 2 .*utf-8"):
        decode("a;b\nWähler;1\n".encode("cp1252"), "utf-8")
    with pytest.raises(InputError, match="no known encoding"):
        decode(b"a", "utf-99")


def test_a_binary_file_is_refused():
    with pytest.raises(InputError, match="no text table"):
        decode(b"PK\x03\x04\x00\x00")


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_delimiter_is_found_out(sign):
    assert delimiter_of("\n".join(sign.join(row) for row in (["Gebiet", "E"], ["05", "1"], ["06", "2"]))) == sign


def test_decimal_commas_do_not_pass_for_delimiters():
    assert delimiter_of("Titel\nGebiet;A;B\n05;1,5;2,5\n06;3,5;4,5\n") == ";"


def test_rows_keep_their_line_number_behind_a_cell_of_several_lines():
    grid = cut('a;b\n"x\ny";1\nc;2\n', ";")
    assert grid.numbers == [1, 2, 4]
    assert grid.rows[1] == ["x y", "1"]
