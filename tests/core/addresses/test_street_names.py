import pandas as pd
import pytest

from sozialraum_plugin.core.addresses.street_names import normal_street, normal_streets


@pytest.mark.parametrize(
    "ways",
    [
        ["Hauptstraße", "Hauptstr.", "Hauptstrasse", "HAUPTSTRASSE", "Haupt-Str.", "Haupt Straße ", "hauptstr"],
        ["Albert-Einstein-Straße", "Albert Einstein Str.", "Albert-Einsteinstr.", "ALBERT-EINSTEIN-STRASSE"],
        ["Sankt-Anna-Weg", "St. Anna Weg", "St.-Anna-Weg", "St.Anna-Weg"],
        ["Doktor-Müller-Platz", "Dr.-Mueller-Pl.", "Dr. Müller Platz", "Dr.Müller-Platz"],
        ["Königsallee", "Koenigsallee", "KÖNIGSALLEE", "Ko\u0308nigsallee"],
        ["Straße des 17. Juni", "Str. des 17.Juni", "Strasse des 17 Juni"],
        ["Rue-de-Nîmes-Straße", "Rue de Nimes Str"],
    ],
)
def test_ways_of_writing_one_street_are_equal(ways):
    assert len({normal_street(way) for way in ways}) == 1


@pytest.mark.parametrize(
    "names", [("Hauptstraße", "Hauptweg"), ("Straße 12", "Straße 21"), ("Rosenstr.", "Rosenplatz"), ("Am Hang", "Hang")]
)
def test_different_streets_stay_different(names):
    assert normal_street(names[0]) != normal_street(names[1])


def test_a_column_of_many_addresses_is_quick():
    names = pd.Series([f"Musterstr. {number % 5000}" for number in range(220_000)] + [None])
    forms = normal_streets(names)
    assert forms.iloc[0] == "musterstrasse0"
    assert forms.iloc[-1] == ""
