"""What kinds of facilities are called, and which have a letter: as municipalities and OpenStreetMap write them."""

from dataclasses import replace

import pandas as pd
import pytest
from html_profiles import AROUND, profiles_of
from profile_data import areas_frame, indicators_frame

from sozialraum_plugin.core.profiles import facilities
from sozialraum_plugin.core.profiles.accounts import facility_balance
from sozialraum_plugin.core.profiles.facilities import facility_kinds, kinds_present, known_name, normal_kind
from sozialraum_plugin.core.profiles.html_pages import HtmlPages, PageOptions
from sozialraum_plugin.core.profiles.local import LocalTables
from sozialraum_plugin.core.profiles.local_pages import local_pages
from sozialraum_plugin.core.profiles.model import FacilityGroup, Local
from sozialraum_plugin.core.profiles.profiles import ProfileBuilder, ProfileOptions
from sozialraum_plugin.core.profiles.texts import Texts

AREAS = areas_frame([("1", "Aue", "sozialraum", None, None, 900)])
# values of OpenStreetMap that occur in lists of municipalities, by key (wiki.openstreetmap.org, Map features)
USUAL = {
    "amenity": "kindergarten school college university library music_school driving_school doctors dentist clinic "
    "hospital pharmacy veterinary nursing_home social_facility social_centre community_centre place_of_worship "
    "grave_yard monastery theatre cinema arts_centre events_venue conference_centre townhall courthouse police "
    "fire_station prison post_office bank atm marketplace restaurant cafe fast_food pub bar biergarten ice_cream "
    "nightclub parking bicycle_parking bicycle_rental car_sharing charging_station fuel taxi bus_station "
    "ferry_terminal toilets drinking_water fountain bench bbq recycling animal_shelter",
    "leisure": "playground park garden pitch sports_centre sports_hall stadium track swimming_pool water_park "
    "swimming_area fitness_centre fitness_station dog_park nature_reserve golf_course miniature_golf ice_rink "
    "horse_riding marina bowling_alley dance",
    "landuse": "cemetery industrial commercial residential retail construction brownfield recreation_ground "
    "village_green forest meadow grass farmland farmyard orchard vineyard religious military railway landfill "
    "quarry garages allotments plant_nursery",
    "shop": "supermarket convenience bakery butcher greengrocer beverages chemist kiosk newsagent stationery books "
    "clothes shoes florist hairdresser beauty laundry dry_cleaning doityourself hardware furniture electronics "
    "garden_centre department_store mall variety_store second_hand charity bicycle car car_repair optician "
    "hearing_aids medical_supply travel_agency funeral_directors",
    "social_facility": "group_home assisted_living day_care food_bank soup_kitchen clothing_bank nursing_home "
    "ambulatory_care",
    "healthcare": "doctor dentist clinic hospital pharmacy physiotherapist psychotherapist occupational_therapist "
    "speech_therapist midwife alternative hospice laboratory rehabilitation",
    "public_transport": "platform stop_position station",
    "tourism": "hotel hostel guest_house apartment camp_site caravan_site information museum gallery attraction "
    "viewpoint picnic_site artwork zoo theme_park",
}
OFFICES = (
    "Senioren Seniorenzentrum seniorenzentrum Pflegeheim Jugendzentrum Begegnungsstaette Begegnungsstätte "
    "Familienzentrum Tafel Sporthalle Turnhalle Friedhof Spielplatz Kirche Bücherei Buecherei Volkshochschule Rathaus "
    "Feuerwehr Grundschule Kindertagesstaette Bürgerbüro Buergerbuero Frauenhaus Schwimmhalle"
)


def letter_of(kind: str) -> str:
    found = kinds_present([kind])
    assert len(found) < 2
    return found[0].letter if found else ""


def groups(*kinds: str, language: str = "de") -> list[tuple[str, str, int]]:
    table = pd.DataFrame([("1", kind, None) for kind in kinds], columns=["gebiet", "art", "name"], dtype=object)
    made = ProfileBuilder(
        AREAS, indicators_frame(AREAS).iloc[:0], None, {}, ProfileOptions(), Texts(language), LocalTables(table)
    )
    local = next(made.profiles()).local
    return [(group.letter, group.name, group.count) for group in local.facilities]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "kind", sorted({kind for values in USUAL.values() for kind in values.split()} | {*OFFICES.split()})
)
def test_a_usual_kind_has_a_name_or_a_letter_in_both_languages(kind, language):
    assert letter_of(kind) or known_name(kind, language)


def test_kinds_are_printed_as_planners_call_them():
    raw = ("cemetery", "industrial", "place_of_worship", "playground", "park", "food_bank")
    german = [name for _, name, _ in groups(*raw)]
    assert german == ["Friedhof", "Gotteshaus", "Industriegebiet", "Park", "Spielplatz", "Tafel"]
    english = [name for _, name, _ in groups("Friedhof", "Spielplatz", "begegnungsstaette", language="en")]
    assert english == ["Cemetery", "Meeting place", "Playground"]


def test_spellings_of_one_kind_are_counted_together():
    assert groups("cemetery", "grave_yard", "Friedhof", "friedhof") == [("", "Friedhof", 4)]
    assert groups("Escape_Game", "escape game", "Escape Game") == [("", "Escape Game", 3)]


@pytest.mark.parametrize(
    ("kind", "printed"),
    [
        ("escape_game", "Escape game"),
        ("öffnung__lang", "Öffnung lang"),
        ("THW", "THW"),
        ("", "–"),
        ("2._Hand", "2. Hand"),
    ],
)
def test_an_unknown_kind_is_readable_and_nothing_is_invented(kind, printed):
    assert groups(kind) == [("", printed, 1)] == groups(kind, language="en")


@pytest.mark.parametrize("kind", ["senioren", "Seniorenzentrum", "Pflege und Senioren", "pflegeheim", "Altenheim",
                                  "seniorenbegegnungsstaette", "Care and older people", "Seniorenbüro"])  # fmt: skip
def test_homes_and_places_of_the_elderly_have_the_letter_of_care(kind):
    assert groups(kind) == [("P", "Pflege und Senioren", 1)]
    assert letter_of(kind) == "P"
    assert facility_balance([kind]).outcomes == facility_balance(["pflegeheim"]).outcomes


def test_no_kind_belongs_to_two_groups_and_none_breaks_the_maps_expression():
    every = [kind for group in facility_kinds() for kind in group.kinds]
    assert len(every) == len(set(every))
    assert not any("'" in kind or kind != normal_kind(kind) for kind in every)


def test_every_written_kind_has_the_name_of_its_own_row():
    written = [(kind, row) for row in facilities._rows("facility_names.csv") for kind in row["arten"].split()]
    assert len({kind for kind, _ in written}) == len(written) > 150
    for kind, row in written:
        assert kind == normal_kind(kind) and not letter_of(kind)
        assert (known_name(kind, "de"), known_name(kind, "en")) == (row["bezeichnung_de"], row["bezeichnung_en"])
        assert known_name(row["bezeichnung_de"], "de") == row["bezeichnung_de"]


NAMED = FacilityGroup("H", "Haltestelle", 6, ("Musterstadt, Buchenfelder Straße (2)", "Musterstadt, Hauptstraße (4)"))
TOLD = "Musterstadt, Buchenfelder Straße (2); Musterstadt, Hauptstraße (4)"


def with_facilities(*given: FacilityGroup, language: str = "de"):
    return replace(profiles_of(indicators_frame(AREAS), None, AREAS, language)[0], local=Local(facilities=given))


def test_names_with_commas_stay_one_name_on_paper():
    cells = [slot.cells for page in local_pages(with_facilities(NAMED), Texts("de")) for slot in page if slot.cells]
    assert " ".join(text for cell in cells for text in cell[3:4] if text) == TOLD


@pytest.mark.parametrize("make", ["page", "document"])
def test_names_with_commas_stay_one_name_on_the_web_and_in_documents(make):
    html = getattr(HtmlPages(Texts("de"), PageOptions("Profil")), make)(with_facilities(NAMED), AROUND)
    assert TOLD in html


def test_our_names_of_kinds_are_english_on_an_english_page_and_words_of_the_data_are_marked():
    given = FacilityGroup("", "Cemetery", 1, (), True), FacilityGroup("", "Trinkhalle", 1, ())
    html = HtmlPages(Texts("en"), PageOptions("Profil")).page(with_facilities(*given, language="en"), AROUND)
    assert ">Cemetery<" in html and '<span lang="de">Cemetery' not in html
    assert '<span lang="de">Trinkhalle</span>' in html
