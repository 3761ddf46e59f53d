"""Which columns of a table of persons may be read: only what is counted, never what tells who it is.

Source: data minimisation, Art. 5 GDPR; religion and health are special categories, Art. 9 GDPR.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from ...errors import InputError
from ...messages import tr
from .case_ages import read_birth


class Personal:
    """Kinds of columns that a person can be recognised by."""

    NONE = ""
    NAME = "name"
    BIRTH = "geburtsdatum"
    BELIEF = "religion"
    NUMBER = "personennummer"
    BANK = "bank"
    CONTACT = "kontakt"
    HEALTH = "gesundheit"


_PATTERNS = (
    (Personal.BIRTH, r"geb(urts?)?[ .-]*(dat(um|\.|en)?|tag|tg|dt)\b.*|geb\.?|geboren( am)?"
                     r"|birth ?(date|day)|date of birth|dob|birthday"),
    (Personal.NAME, r".*\b(vor|nach|zu|ruf|familien|fam\.?[ -]?|geburts|mädchen|maedchen|ehe|künstler|kuenstler|ordens)"
                    r"[ -]?namen?\b.*|namen?|name,? ?vorname|(first|last|sur|family|given|full|maiden)[ -]?name"
                    r"|(voller|vollständiger|vollstaendiger) name|geburtsort"
                    r"|(ansprech|bezugs)(person|partner)(in)?|.*\bname (des|der) "
                    r"(kind|person|vater|mutter|elter|antragsteller|schüler|schueler|patient|kunde|klient).*"
                    r"|(kinder?|eltern|mutter|vater|schüler|schueler|klienten|kunden|patienten|personen)[ -]?namen?"
                    r"|unterschrift|foto|lichtbild"),
    (Personal.BELIEF, r".*\b(religion|konfession|bekenntnis|kirchensteuer|religionszugeh|relig\b|rel\.?$).*"
                      r"|religionsgemeinschaft|weltanschauung|kirche(nzugeh.*|nsteuer.*)?|.*religi.*|.*konfession.*"),
    (Personal.NUMBER, r".*\b(steuer|sozialversicherung|rentenversicherung|versicherten|versicherung|krankenversicherung"
                      r"|personalausweis|ausweis|pass|reisepass|melde|personen|personal|kunden|bürger|buerger|azr|kv|sv|rv)"
                      r"s?[ -]?(id|idnr|identifikations)?[ -]?(nr\.?|nummer|kennzeichen|id|nummern)\b.*|steuer[ -]?id.*"
                      r"|id[ -]?nr\.?|idnr|tin|sv[ -]?nr\.?|svnr|rv[ -]?nr\.?|kv[ -]?nr\.?|ordnungsmerkmal|pkz"
                      r"|personenkennzeichen|azr[ -]?nr\.?|social security.*|tax (id|number).*|passport.*"
                      r"|steuernummer|steueridentifikationsnummer|steuerliche id.*|bg[ -]?nummer der person"),
    (Personal.BANK, r"iban|bic|swift|.*\bbank[ -]?(verbindung|name|leitzahl|konto|daten)?\b|blz"
                    r"|konto([ -]?(nr\.?|nummer|inhaber))?"
                    r"|.*kontonummer.*|.*bankverbindung.*|bank account.*|kreditkarte.*"),
    (Personal.CONTACT, r"(tele?fon|tel\.?|handy|mobil(funk|telefon)?|fax|phone|mobile)"
                       r"[ .-]*(privat|dienstlich|nr\.?|nummer)?"
                       r"|(tele?fon|tel|handy|mobil)[ .-]?(nr\.?|nummer)|e[ -]?mail([ -]?adresse)?"
                       r"|email.*|mail|whatsapp"),
    (Personal.HEALTH, r".*\b(diagnose|icd|erkrankung|krankheit)\b.*"),
)  # fmt: skip
_NAMES = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS)
_CONTENTS = (
    (Personal.CONTACT, re.compile(r"[^\s@]+@[^\s@]+\.[a-z]{2,}", re.IGNORECASE)),
    (Personal.BANK, re.compile(r"[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,3})?")),
    (Personal.NUMBER, re.compile(r"\d{2} ?\d{6} ?[A-Z] ?\d{3}")),
    (Personal.CONTACT, re.compile(r"(?:\+49|0049)[ /()0-9-]{6,}|01[567]\d[ /-]+[0-9 -]{5,}")),
)
_SHARE = 0.2  # of the filled cells looked at, from which on a column is what they look like
_LONG_AGO = 75  # years: who moved in, applied or was noted so long ago is rare, who was born then is not
_SHARE_LONG_AGO = 0.05
MOST_CATEGORIES = 250


def personal_kind(name: str) -> str:
    """Return what a column's name says of persons, one of `Personal`.

    >>> personal_kind("Geb.-Datum"), personal_kind("FAMILIENNAME"), personal_kind("Straßenname")
    ('geburtsdatum', 'name', '')
    """
    text = re.sub(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])", " ", name)
    forms = {" ".join(form.lower().replace("_", " ").replace(":", " ").split()) for form in (text, name)}
    for kind, pattern in _NAMES:
        if any(pattern.fullmatch(form) for form in forms):
            return kind
    return Personal.NONE


def content_kind(cells: Sequence[str], year: int) -> str:
    """Return what the cells of a column look like; `year` is that of the Stichtag."""
    filled = [cell for cell in cells if cell]
    for kind, pattern in _CONTENTS:
        if sum(bool(pattern.fullmatch(cell)) for cell in filled) > _SHARE * len(filled):
            return kind
    births = [read_birth(cell) for cell in filled if not cell.isdigit()]
    dated = [birth for birth in births if birth is not None and birth[1]]
    old = sum(birth[0] <= year - _LONG_AGO for birth in dated)
    if len(dated) > _SHARE * len(filled) and old > _SHARE_LONG_AGO * len(filled):
        return Personal.BIRTH
    return Personal.NONE


def refuse_personal_columns(
    contents: Mapping[str, Sequence[str]], birth: str, places: Collection[str], ignored: Collection[str], year: int
) -> None:
    """Raise InputError if a column beside `ignored` ones tells who a person is.

    `contents` maps every column of the table to a sample of its cells. `birth` becomes an age and `places` (street,
    commune, ...) an area, so these may be called and look as they do.
    """
    found = []
    for name, cells in contents.items():
        if name in ignored or name == birth:
            continue
        kind = personal_kind(name)
        if kind == Personal.NAME and name in places:
            continue
        if kind or (name not in places and content_kind(cells, year)):
            found.append(name)
    if found:
        raise InputError(
            tr(
                "INPUT has the columns {columns}, by which persons can be recognised. Delete them at the source, or "
                "name them in IGNORE_FIELDS: then they are dropped while the table is read. A birth date may be given "
                "as BIRTH_FIELD: it becomes an age at once."
            ).format(columns=", ".join(f"“{name}”" for name in found))
        )


def refuse_many_categories(column: str, count: int) -> None:
    """Raise InputError if a breakdown has so many different values that it is no category."""
    if count > MOST_CATEGORIES:
        raise InputError(
            tr(
                "“{column}” has {count} different values. A breakdown is a category with few values, at most {most}: "
                "choose another column, or put its values together at the source."
            ).format(column=column, count=count, most=MOST_CATEGORIES)
        )
