"""The files of areaprofiles: which, of what, under which names, whole or not there, and resumed."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from printed_town import LONG_NAME, base_parameters, info_of, text_of
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject

from algorithms import algorithm, attempt, memory_layer, run
from sozialraum_plugin.core.fields import Kind
from sozialraum_plugin.core.profiles.manifest import FILE
from sozialraum_plugin.layouts import pdf_archive

FIRST = "0599900101_muehlenviertel.pdf"
LAST = "0599900201_am-hammer.pdf"
ALL = "profile_alle.pdf"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def stamps(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.glob("*.pdf")}


def make(folder: Path, **changes) -> tuple[dict, str]:
    return run("areaprofiles", base_parameters(folder, **{"DPI": 72, **changes}))


class StopsAt(QgsProcessingFeedback):
    """Cancels when an area begins."""

    def __init__(self, name: str) -> None:
        super().__init__(False)
        self.name = name
        self.seen: list[float] = []
        self.progressChanged.connect(self.seen.append)

    def setProgressText(self, text: str) -> None:  # noqa: N802 - QGIS's name
        if text == self.name:
            self.cancel()


def stopped(folder: Path, name: str, **changes) -> bool:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return algorithm("areaprofiles").run(base_parameters(folder, DPI=72, **changes), context, StopsAt(name))[1]


# -- which files ----------------------------------------------------------------------------------------------------


def test_only_the_files_that_were_asked_for_are_written(provider, tmp_path):
    results, _ = make(tmp_path / "each", FILES="each")
    assert names(tmp_path / "each") == [FIRST, f"0599900102_{'oberhausen-schmachtendorf-walsumermark-sued'}.pdf", LAST]
    assert not results["COMBINED"]
    results, _ = make(tmp_path / "all", FILES="combined")
    assert names(tmp_path / "all") == [ALL]
    assert info_of(Path(results["COMBINED"]))["Pages"] == "9"


def test_the_areas_are_chosen_by_codes_and_still_compared_with_all(provider, tmp_path):
    results, _ = make(tmp_path, AREAS_CODES="0599900201; 0599900101")
    assert results["COUNT"] == 2
    assert names(tmp_path) == [FIRST, LAST, ALL]
    assert re.search(r"Rang [123] von 3", text_of(tmp_path / FIRST))


@pytest.mark.parametrize("expression", ["\"gemeinde\" = '05999002'", "einwohner < 3000 and ebene = 'sozialraum'"])
def test_the_areas_are_chosen_by_an_expression(provider, tmp_path, expression):
    make(tmp_path, AREAS_CODES=expression)
    assert names(tmp_path) == [LAST, ALL]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("0599900101,4711", "no area “4711”. It has 3 areas, such as 0599900101"),
        ("\"gemeinde\" = 'x'", "holds for no area"),
        ('"gemeinde" = ', "no area"),
    ],
)
def test_areas_that_are_not_there_are_refused(provider, tmp_path, text, words):
    _, log, good = attempt("areaprofiles", base_parameters(tmp_path, AREAS_CODES=text))
    assert not good and words in log
    assert not list(tmp_path.glob("*.pdf"))


def test_names_by_expression_are_safe_and_no_two_alike(provider, tmp_path):
    make(tmp_path, FILE_NAME="if(\"gebiet\" = '0599900201', 'CON', '../Nord: ' || \"gemeinde\")")
    assert names(tmp_path) == ["CON_.pdf", "Nord- 05999001_0599900101.pdf", "Nord- 05999001_0599900102.pdf", ALL]
    make(tmp_path / "inner", FILE_NAME="'Profile_Alle'", MODE="internal", AREAS_CODES="0599900101")
    assert names(tmp_path / "inner") == ["Profile_Alle_0599900101_intern.pdf", "profile_alle_intern.pdf"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\"nirgends\" || 'x'", "no field nirgends"),
        ("if(\"gebiet\" = '0599900102', null, 'a')", f"no name for “{LONG_NAME}”"),
        ("to_int('x')", "cannot be computed"),
    ],
)
def test_names_that_cannot_be_made_are_refused_before_anything_is_printed(provider, tmp_path, text, words):
    _, log, good = attempt("areaprofiles", base_parameters(tmp_path, FILE_NAME=text))
    assert not good and words in log
    assert not list(tmp_path.glob("*.pdf"))


# -- what is in them ------------------------------------------------------------------------------------------------


def test_every_file_says_title_author_subject_language_and_date(provider, tmp_path):
    make(tmp_path, TITLE="Profil (2025) – „Nord“", AUTHOR="Stadt Müsterhausen")
    one, every = info_of(tmp_path / FIRST), info_of(tmp_path / ALL)
    assert one["Title"] == "Profil (2025) – „Nord“ Mühlenviertel" and every["Title"] == "Profil (2025) – „Nord“"
    assert one["Author"] == every["Author"] == "Stadt Müsterhausen"
    assert one["Subject"] == "Sozialraum Mühlenviertel, Musterstadt, Musterkreis"
    assert one["CreationDate"] and one["Metadata Stream"] == "yes"
    for path in (tmp_path / FIRST, tmp_path / ALL):
        assert b"/Lang (de-DE)" in path.read_bytes()


def test_the_combined_file_has_bookmarks_and_on_request_the_contents(provider, tmp_path):
    make(tmp_path, CONTENTS=True, FILES="combined")
    data = (tmp_path / ALL).read_bytes()
    titles = re.findall(rb"/Title (\([^)]*\)|<[0-9A-F]+>) /Parent", data)
    assert titles[1] == rb"(M\374hlenviertel)" and len(titles) == 4
    contents = text_of(tmp_path / ALL, 1)
    assert re.search(r"Am Hammer\s+8\n", contents), contents
    assert "Am Hammer" in text_of(tmp_path / ALL, 8) and "Am Hammer" not in text_of(tmp_path / ALL, 7)
    assert info_of(tmp_path / ALL)["Pages"] == "10"


def test_a3_is_the_same_page_enlarged_with_sharp_text(provider, tmp_path):
    make(tmp_path / "a4", FILES="each", AREAS_CODES="0599900101")
    make(tmp_path / "a3", FILES="each", AREAS_CODES="0599900101", PAGE_SIZE="A3")
    assert "A3" in info_of(tmp_path / "a3" / FIRST)["Page size"]
    assert text_of(tmp_path / "a3" / FIRST).split() == text_of(tmp_path / "a4" / FIRST).split()
    assert word_place(tmp_path / "a3" / FIRST) == pytest.approx(
        [2**0.5 * x for x in word_place(tmp_path / "a4" / FIRST)], abs=0.5
    )
    pictures = subprocess.run(["pdfimages", "-list", str(tmp_path / "a3" / FIRST)], capture_output=True, text=True)
    assert len(pictures.stdout.splitlines()) == 2


def word_place(pdf: Path) -> list[float]:
    out = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    found = re.search(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">Musterstadt', out)
    return [float(number) for number in found.groups()]


def test_pages_are_georeferenced_if_wanted(provider, tmp_path):
    for wanted in (True, False):
        make(tmp_path / str(wanted), FILES="each", AREAS_CODES="0599900101", GEOREFERENCE=wanted)
        assert (b"/Measure" in (tmp_path / str(wanted) / FIRST).read_bytes()) is wanted


def test_words_with_ligatures_can_be_searched(provider, tmp_path):
    make(tmp_path, FILES="each", AREAS_CODES="0599900101")
    raw = subprocess.run(["pdftotext", str(tmp_path / FIRST), "-"], capture_output=True, text=True, check=True).stdout
    assert "Sozialraumprofil" in raw and "\ufb01" not in raw


def test_sections_that_are_left_out_vanish_and_the_pages_close_up(provider, tmp_path):
    everything = text_of(make_one(tmp_path / "all"))
    assert "Altersaufbau" in everything and "im Zeitverlauf" in everything
    some = make_one(tmp_path / "some", SECTIONS=["figures", "sentences"])
    assert info_of(some)["Pages"] == "1"
    assert "Altersaufbau" not in text_of(some) and "Rang" in text_of(some)
    bare = text_of(make_one(tmp_path / "bare", SECTIONS=["series"]))
    assert " von 3" not in bare and "im Zeitverlauf" in bare


def make_one(folder: Path, **changes) -> Path:
    make(folder, FILES="each", AREAS_CODES="0599900101", **changes)
    return folder / FIRST


# -- stop and go on -------------------------------------------------------------------------------------------------


def test_a_stopped_run_goes_on_where_it_stopped(provider, tmp_path):
    assert not stopped(tmp_path, "Am Hammer")
    before = stamps(tmp_path)
    assert len(before) == 2 and not [name for name in names(tmp_path) if "unfertig" in name]
    manifest = (tmp_path / FILE).read_text(encoding="utf-8")
    assert set(json.loads(manifest)["dateien"]) == set(before) and "einwohner" not in manifest
    _, log = make(tmp_path, RESUME=True)
    after = stamps(tmp_path)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {LAST, ALL}
    assert "2 of 3 profiles are up to date" in log
    assert info_of(tmp_path / ALL)["Pages"] == "9"
    make(tmp_path, RESUME=True)
    assert stamps(tmp_path) == after


@pytest.mark.parametrize("change", [{"DPI": 96}, {"TITLE": "Anders"}, {"GEOREFERENCE": False}, {"PAGE_SIZE": "A3"}])
def test_other_settings_make_all_files_anew(provider, tmp_path, change):
    make(tmp_path, RESUME=True, AREAS_CODES="0599900101")
    before = stamps(tmp_path)
    make(tmp_path, RESUME=True, AREAS_CODES="0599900101", **change)
    assert all(after > before[name] for name, after in stamps(tmp_path).items())


def test_only_what_changed_is_made_anew(provider, tmp_path):
    survey = {"gebiet": "0599900101", "frage": "Sicher?", "antwort": "ja", "anteil": 61.5, "n": 240}
    kinds = {"gebiet": Kind.TEXT, "frage": Kind.TEXT, "antwort": Kind.TEXT, "anteil": Kind.REAL, "n": Kind.INTEGER}
    make(tmp_path, RESUME=True)
    before = stamps(tmp_path)
    make(tmp_path, RESUME=True, SURVEY=memory_layer("NoGeometry", [survey], kinds))
    after = stamps(tmp_path)
    assert {name for name in after if after[name] > before[name]} == {FIRST, ALL}
    assert "Sicher?" in text_of(tmp_path / ALL)


def test_a_file_that_somebody_damaged_or_deleted_is_made_anew(provider, tmp_path):
    make(tmp_path, RESUME=True)
    (tmp_path / FIRST).write_bytes(b"%PDF-1.4 half")
    (tmp_path / LAST).unlink()
    (tmp_path / ALL).unlink()
    make(tmp_path, RESUME=True)
    assert info_of(tmp_path / FIRST)["Pages"] == info_of(tmp_path / LAST)["Pages"] == "3"
    assert info_of(tmp_path / ALL)["Pages"] == "9"


def test_a_manifest_that_cannot_be_read_costs_time_only(provider, tmp_path):
    (tmp_path / FILE).write_text("[1, 2", encoding="utf-8")
    make(tmp_path, RESUME=True, AREAS_CODES="0599900101")
    assert FIRST in names(tmp_path)


def test_without_resume_no_manifest_stays_and_nothing_is_skipped(provider, tmp_path):
    make(tmp_path, AREAS_CODES="0599900101")
    before = stamps(tmp_path)
    make(tmp_path, AREAS_CODES="0599900101")
    assert all(after > before[name] for name, after in stamps(tmp_path).items())
    assert FILE not in names(tmp_path)


def test_a_stop_while_the_first_area_is_printed_keeps_the_file_of_before(provider, tmp_path):
    make(tmp_path, AREAS_CODES="0599900101")
    before = (tmp_path / FIRST).read_bytes()
    assert not stopped(tmp_path, "Mühlenviertel", TITLE="Neu")
    assert (tmp_path / FIRST).read_bytes() == before


def test_progress_grows_with_each_area(provider, tmp_path):
    feedback = StopsAt("")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    assert algorithm("areaprofiles").run(base_parameters(tmp_path, DPI=72), context, feedback)[1]
    assert feedback.seen == sorted(feedback.seen) and len(set(feedback.seen)) >= 4 and feedback.seen[-1] == 100


# -- archive --------------------------------------------------------------------------------------------------------


def test_without_ghostscript_the_log_says_that_no_pdf_a_is_made(provider, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    feedback = QgsProcessingFeedback(False)
    given = base_parameters(tmp_path / "x", DPI=72, ARCHIVE=True, AREAS_CODES="0599900101")
    assert algorithm("areaprofiles").run(given, context, feedback)[1]
    assert "No PDF/A is made: Ghostscript" in feedback.textLog()
    assert b"pdfaid:part" not in (tmp_path / "x" / FIRST).read_bytes()


@pytest.mark.skipif(pdf_archive.archiving_tool() is None, reason="no Ghostscript here")
def test_an_archive_file_is_pdf_a_2_and_can_still_be_searched(provider, tmp_path):
    make(tmp_path / "plain")
    make(tmp_path / "archive", ARCHIVE=True, RESUME=True, CONTENTS=True)
    for name in (FIRST, ALL):
        path = tmp_path / "archive" / name
        assert b"<pdfaid:part>2<" in path.read_bytes() and b"/OutputIntents" in path.read_bytes()
        assert info_of(path)["Title"] == info_of(tmp_path / "plain" / name)["Title"]
    lost = set(text_of(tmp_path / "plain" / FIRST).split()) - set(text_of(tmp_path / "archive" / FIRST).split())
    assert len(lost) <= 3, lost
    assert b"/Outlines" in (tmp_path / "archive" / ALL).read_bytes()
    before = stamps(tmp_path / "archive")
    make(tmp_path / "archive", ARCHIVE=True, RESUME=True, CONTENTS=True)
    assert stamps(tmp_path / "archive") == before
