"""Invented profiles and their pages, for tests of the accessible twin."""

from __future__ import annotations

import pandas as pd
from profile_data import areas_frame, indicators_frame

from sozialraum_plugin.core.profiles.footer import Imprint
from sozialraum_plugin.core.profiles.html_pages import HtmlPages, Link, PageOptions, Surroundings, by_name
from sozialraum_plugin.core.profiles.model import Actor, FacilityGroup, Local, Profile, SurveyAnswer, SurveyQuestion
from sozialraum_plugin.core.profiles.profiles import ProfileBuilder, ProfileOptions
from sozialraum_plugin.core.profiles.texts import Texts

LONG_NAME = "Oberhausen-Schmachtendorf/Walsumermark-Süd"
AREAS = areas_frame(
    [
        ("0599900101", "Mühlenviertel", "sozialraum", "05999001", "05999001", 4310),
        ("0599900102", LONG_NAME, "sozialraum", "05999001", "05999001", 5200),
        ("0599900201", "Am Hammer", "sozialraum", "05999002", "05999002", 2100),
        ("05999001", "Musterstadt", "gemeinde", "05999", "05999001", 9510),
        ("05999002", "Neudorf", "gemeinde", "05999", "05999002", 2100),
        ("05999", "Musterkreis", "kreis", None, None, 11610),
    ]
)
INDEX = pd.DataFrame(
    [
        {"gebiet": "0599900101", "status": 3, "dynamik": "+/-", "gesamt": "3+/-", "ausgeschlossen": None},
        {"gebiet": "0599900201", "status": None, "ausgeschlossen": "weniger als 3.000 Einwohner"},
    ],
    columns=["gebiet", "status", "dynamik", "gesamt", "ausgeschlossen"],
)
AROUND = Surroundings(b"\x89PNG picture", (Link("am.html", "Am Hammer"),))
ANSWERS = (SurveyAnswer("ja", "81 %", 81.0), SurveyAnswer("nein", "·", None))
LOCAL = Local(
    facilities=(FacilityGroup("K", "Kindertageseinrichtung", 3, ("Kita Süd",)), FacilityGroup("", "Kiosk", 1, ())),
    survey=(
        SurveyQuestion(
            "Leben Sie gern hier?", 120, (SurveyAnswer("ja", "81 %", 81.0), SurveyAnswer("nein", "·", None))
        ),
    ),
    actors=(Actor("Träger", "Diakonie", "Beratung"), Actor("", "", "Nachbarschaftsfest")),
    notes=("Der Markt wird umgebaut.\n\nBis 2027.",),
)
EMPTY = indicators_frame(AREAS).iloc[:0]


def profiles_of(indicators: pd.DataFrame, index=INDEX, areas=AREAS, language="de", **options) -> list[Profile]:
    imprint = Imprint("Stadt Müsterhausen", "01.01.2026")
    chosen = ProfileOptions(imprint=imprint, **options)
    return by_name(ProfileBuilder(areas, indicators, index, {}, chosen, Texts(language)).profiles())


def pages_in(language: str = "de", **options) -> HtmlPages:
    return HtmlPages(
        Texts(language), PageOptions("Sozialraumprofil 2025", "Musterkreis", "Stadt Müsterhausen", **options)
    )
