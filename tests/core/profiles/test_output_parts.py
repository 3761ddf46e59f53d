"""Names of files, fingerprints, joined PDF files and sections, without QGIS."""

from __future__ import annotations

import re

import pytest

from sozialraum_plugin.core.profiles.file_names import safe_name, unique_names
from sozialraum_plugin.core.profiles.manifest import Manifest, fingerprint
from sozialraum_plugin.core.profiles.overview_outline import page_count, read_document
from sozialraum_plugin.core.profiles.pdf_description import Description, pdf_text
from sozialraum_plugin.core.profiles.pdf_files import Part, UnknownPdfError, join

ABOUT = Description("Titel", "Stadt", "Gebiet", "de-DE", "20260101000000Z")


def pdf(text: str, pages: int = 1) -> bytes:
    """Return a small file as Qt would write it: one shared font, a stream of indirect length for each page."""
    kids = " ".join(f"{4 + 3 * page} 0 R" for page in range(pages))
    bodies = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }
    for page in range(pages):
        number = 4 + 3 * page
        drawn = f"BT /F 12 Tf 50 700 Td ({text}{page}) Tj ET endobj 9 0 R".encode()
        bodies[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>"
        ).encode()
        bodies[number + 1] = b"<< /Length %d 0 R >>\nstream\n%s\nendstream" % (number + 2, drawn)
        bodies[number + 2] = b"%d" % len(drawn)
    data, offsets = b"%PDF-1.4\n", []
    for number, body in sorted(bodies.items()):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(bodies) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def test_joined_pages_keep_their_order_and_share_what_is_equal(tmp_path):
    files = []
    for number, pages in enumerate((2, 1, 3)):
        files.append(tmp_path / f"{number}.pdf")
        files[-1].write_bytes(pdf(f"Teil{number}-", pages))
    target = tmp_path / "alle.pdf"
    join([Part(file, ((f"Nr. {n}", 0),)) for n, file in enumerate(files)], target, ABOUT)
    data = target.read_bytes()
    document = read_document(data)
    assert page_count(data) == 6
    assert data.count(b"/BaseFont /Helvetica") == 1
    drawn = []
    for page in document.pages():
        contents = int(re.search(rb"/Contents \[(\d+) 0 R\]", document.body(page)).group(1))
        at = document.offsets[contents]
        drawn.append(re.search(rb"\((Teil[^)]*)\)", data[at:]).group(1))
    assert drawn == [b"Teil0-0", b"Teil0-1", b"Teil1-0", b"Teil2-0", b"Teil2-1", b"Teil2-2"]
    for offset, number in ((offset, number) for number, offset in document.offsets.items()):
        assert data[offset:].startswith(b"%d 0 obj" % number)


def test_streams_are_copied_byte_for_byte_even_if_they_look_like_objects(tmp_path):
    source, target = tmp_path / "a.pdf", tmp_path / "b.pdf"
    source.write_bytes(pdf("x"))
    join([Part(source)], target, ABOUT)
    assert b"(x0) Tj ET endobj 9 0 R\nendstream" in target.read_bytes()


def test_what_is_not_understood_is_refused_and_leaves_nothing(tmp_path):
    good, bad = tmp_path / "gut.pdf", tmp_path / "schlecht.pdf"
    good.write_bytes(pdf("x"))
    for data in (b"", b"%PDF-1.5 nonsense", pdf("x").replace(b"/Root", b"/Encrypt 3 0 R /Root"), pdf("x")[:-60]):
        bad.write_bytes(data)
        with pytest.raises(UnknownPdfError):
            join([Part(good), Part(bad)], tmp_path / "ziel.pdf", ABOUT)
        assert not (tmp_path / "ziel.pdf").exists()


def test_enlarged_pages_scale_their_boxes_and_contents(tmp_path):
    source, target = tmp_path / "a.pdf", tmp_path / "b.pdf"
    source.write_bytes(pdf("x", 2))
    join([Part(source)], target, ABOUT, enlarge=2)
    data = target.read_bytes()
    assert data.count(b"/MediaBox [0.0000 0.0000 1190.0000 1684.0000]") == 2
    assert data.count(b"q 2.000000 0 0 2.000000 0 0 cm") == 1  # shared


def test_descriptions_survive_every_character():
    assert pdf_text("Nord (1)") == rb"(Nord \0501\051)"
    assert pdf_text("Süd – „Ö“") == rb"(S\374d \205 \214\326\215)"
    assert pdf_text("Łódź").startswith(b"<FEFF0141")
    assert pdf_text("a\x00b\x85c\u00a0d") == b"(a b c d)"


def test_names_are_safe_on_every_system():
    for text in ("a/b", "a\\b", "a:b", 'a"b', "a\nb", "a|b?", " a. "):
        assert not re.search(r'[\\/:"|?\n]|^[ .]|[ .]$', safe_name(text)), text
    assert safe_name("NUL.txt") == "NUL.txt_" and safe_name("...") == "" and safe_name("x.PDF") == "x"
    assert len(safe_name("ä" * 400)) <= 120


def test_names_are_unique_even_against_their_own_suffixes():
    stems = {"1": "Nord", "2": "nord", "3": "Nord_1", "4": "profile_alle"}
    names = unique_names(stems, {code: code for code in stems}, ["profile_alle"])
    assert len({name.casefold() for name in names.values()} | {"profile_alle"}) == 5
    assert names["3"] == "Nord_1"


def test_fingerprints_tell_borders_and_order():
    assert fingerprint(["ab", "c"]) != fingerprint(["a", "bc"])
    assert fingerprint(["a", "b"]) != fingerprint(["b", "a"])
    assert fingerprint(["1"]) != fingerprint([1])
    assert fingerprint(["a", None]) == fingerprint(["a", None])


def test_a_manifest_knows_only_whole_files_of_the_same_fingerprint(tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"12345")
    manifest = Manifest(tmp_path)
    manifest.book(file, "x")
    again = Manifest(tmp_path)
    assert again.has(file, "x") and not again.has(file, "y")
    file.write_bytes(b"123")
    assert not again.has(file, "x")
    file.unlink()
    assert not again.has(file, "x")
    (tmp_path / "profile_stand.json").write_text('{"dateien": 3}', encoding="utf-8")
    assert not Manifest(tmp_path).has(file, "x")
