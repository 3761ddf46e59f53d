"""The options page: layers and fields by guess or by choice, stored in the project, and what is read from them."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject

from algorithms import memory_layer
from sozialraum_plugin.core.fields import Kind
from sozialraum_plugin.geo.address_roles import ADDRESS_ROLES, guessed_roles
from sozialraum_plugin.gui.options_page import OptionsPage

STRANGE = {"strasse": "weg", "hausnummer": "nr", "zusatz": "bst", "quartier": "qu", "sozialraum": "sr"}


@pytest.fixture
def page(plugin):
    """A page of the options, opened when it is called."""
    pages = []

    def open_page():
        pages.append(OptionsPage(None, plugin.book))
        pages[-1].show()
        return pages[-1]

    yield open_page
    for one in pages:
        one.close()
        one.deleteLater()


def chosen(page):
    return {role: box.currentField() for role, box in page.addresses.fields.items() if box.currentField()}


@pytest.mark.parametrize(
    ("names", "street", "number"),
    [(["fid", "STR_NAME", "HNR"], "STR_NAME", "HNR"), (["Straßenname", "Hausnummer"], "Straßenname", "Hausnummer"),
     (["addr:street", "addr:housenumber"], "addr:street", "addr:housenumber"), (["STN", "HSNR", "ADZ"], "STN", "HSNR"),
     (["strasse_nr", "strassenschluessel"], None, None)],
)  # fmt: skip
def test_usual_names_are_guessed(names, street, number):
    roles = guessed_roles(names, ADDRESS_ROLES)
    assert (roles.get("strasse"), roles.get("hausnummer")) == (street, number)


def test_the_page_shows_the_guess_and_stores_the_layer(plugin, layer, addresses, page):
    other = addresses("andere")
    QgsProject.instance().addMapLayer(other)
    opened = page()
    assert opened.addresses.layers.currentText() == "Found by itself"
    assert chosen(opened) == {role: role for role in STRANGE}
    opened.addresses.layers.setLayer(other)
    opened.apply()
    assert plugin.book.snapshot.layer_id == other.id()
    assert page().addresses.layers.currentLayer() == other


def test_a_layer_with_other_names_becomes_usable_and_stays_so(plugin, addresses, page, value, until, tmp_path):
    QgsProject.instance().addMapLayer(addresses(names=STRANGE))
    opened = page()
    assert "Choose the layer and its fields" in opened.status.text()
    assert plugin.book.snapshot is None
    opened.addresses.layers.setLayer(next(iter(QgsProject.instance().mapLayers().values())))
    assert opened.status.text().startswith("Choose the fields of street")
    for role, name in STRANGE.items():
        opened.addresses.fields[role].setField(name)
    opened.apply()
    until(lambda: "3 (streets: 2)" in opened.status.text())
    assert "Quartier: 3 of 3 addresses, by their field “qu”." in opened.status.text()
    assert value("gebiet_von('Am Ring', 1)")[0] == "S1"
    assert QgsProject.instance().isDirty()
    file = str(tmp_path / "p.qgz")
    assert QgsProject.instance().write(file)
    QgsProject.instance().clear()
    assert not value("gebiet_von('Am Ring', 1)")[0]
    assert QgsProject.instance().read(file)
    assert chosen(page()) == STRANGE


def test_a_role_can_be_taken_from_a_field_that_was_guessed(plugin, layer, page, value):
    opened = page()
    opened.addresses.fields["sozialraum"].setField("")
    opened.addresses.fields["zusatz"].setField("")
    opened.apply()
    assert value("gebiet_von('Am Ring', 1)")[0] == "Q2"
    assert not value("gebiet_von('Hauptstraße', '12a')")[0]
    assert chosen(page()) == {"strasse": "strasse", "hausnummer": "hausnummer", "quartier": "quartier"}
    opened.addresses.fields["sozialraum"].setField("sozialraum")
    opened.apply()
    assert value("gebiet_von('Am Ring', 1)")[0] == "S1"


def test_a_field_that_is_gone_is_guessed_again(plugin, layer, page, value):
    opened = page()
    opened.addresses.fields["sozialraum"].setField("quartier")
    opened.apply()
    assert value("gebiet_von('Am Ring', 1, ebene:='sozialraum')")[0] == "Q2"
    layer.dataProvider().deleteAttributes([layer.fields().lookupField("quartier")])
    layer.updateFields()
    assert value("gebiet_von('Am Ring', 1, ebene:='sozialraum')")[0] == "S1"


def test_applying_without_a_change_reads_nothing_again(plugin, layer, page):
    plugin.book.content()
    read = plugin.book.snapshot
    QgsProject.instance().setDirty(False)
    page().apply()
    assert plugin.book.snapshot is read and not QgsProject.instance().isDirty()


def test_an_area_layer_is_chosen_with_its_fields(plugin, addresses, areas, two_levels, page, value, until):
    kinds = {"PLR_ID": Kind.TEXT, "PLR_NAME": Kind.TEXT}
    plr = areas([("0101", "Ring", (300500, 5649500, 1000))], name="Planungsräume", kinds=kinds)
    QgsProject.instance().addMapLayers([addresses(without=("quartier", "sozialraum")), two_levels, plr])
    opened = page()
    until(lambda: "Quartier: 3 of 3 addresses lie in an area of “gebiete” (areas: 2)." in opened.status.text())
    opened.areas.layers.setLayer(plr)
    assert opened.status.text().startswith("Choose the field with the code")
    opened.areas.fields["gebiet"].setField("PLR_ID")
    opened.areas.fields["gebiet_name"].setField("PLR_NAME")
    opened.apply()
    until(lambda: "Gebiet: 1 of 3 addresses lie in an area of “Planungsräume” (areas: 1)." in opened.status.text())
    assert value("gebiet_von('Am Ring', 1)")[0] == "0101"
    assert plugin.book.content().index.area_name("gebiet", "0101") == "Ring"


def test_what_is_not_used_is_counted(plugin, areas, page, until):
    kinds = {"strasse": Kind.TEXT, "hausnummer": Kind.TEXT}
    rows = [{"strasse": street, "hausnummer": "1"} for street in ("Hauptstraße", "Hauptstraße", "Am Ring", None)]
    layer = memory_layer("Point", rows, kinds, ["POINT(50 50)"] * 4, name="mit Luecke")
    away = areas([("X", "", "quartier", (0, 0, 10)), (None, "", "quartier", (20, 0, 10))])
    QgsProject.instance().addMapLayers([layer, away])
    opened = page()
    until(lambda: "“mit Luecke”: 3 (streets: 2)." in opened.status.text())
    assert "Points without a street, left out: 1." in opened.status.text()
    assert "Quartier: no address lies in an area of “gebiete” (areas: 1)." in opened.status.text()
