<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>Sozialraum</name>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/cell_account.py" />
            <source>distributed to the addresses in the cell</source>
            <translation>auf die Adressen in der Zelle verteilt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/cell_account.py" />
            <source>no address in the cell: distributed to the nearest addresses</source>
            <translation>keine Adresse in der Zelle: auf die nächsten Adressen verteilt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/cell_account.py" />
            <source>no address in the cell or within reach: not distributed</source>
            <translation>keine Adresse in der Zelle oder in Reichweite: nicht verteilt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/cell_account.py" />
            <source>the count is 0</source>
            <translation>die Anzahl ist 0</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/cell_account.py" />
            <source>hidden by the source (symbol or negative mark): no value, not distributed</source>
            <translation>von der Quelle geheim gehalten (Zeichen oder negativer Kennwert): kein Wert, nicht verteilt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/cell_account.py" />
            <source>empty: no value, not distributed</source>
            <translation>leer: kein Wert, nicht verteilt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/cell_account.py" />
            <source>cells ({count})</source>
            <translation>Zellen ({count})</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/cell_account.py" />
            <source>the count {count}</source>
            <translation>Anzahl {count}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/cells.py" />
            <source>“{table}”, row {row}, column “{column}”: “{text}” is no count. Choose columns with whole numbers.</source>
            <translation>„{table}“, Zeile {row}, Spalte „{column}“: „{text}“ ist keine Anzahl. Spalten mit ganzen Zahlen wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/counting.py" />
            <source>The street is not in the address list. Check its spelling or key.</source>
            <translation>Die Straße steht nicht in der Adressliste. Schreibweise oder Schlüssel prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/counting.py" />
            <source>Several streets have this name. Give the street key, postcode, district or commune.</source>
            <translation>Mehrere Straßen heißen so. Straßenschlüssel, Postleitzahl, Ortsteil oder Gemeinde angeben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/counting.py" />
            <source>Street name, street key, postcode, district and commune do not fit together in the address list.</source>
            <translation>Straßenname, Straßenschlüssel, Postleitzahl, Ortsteil und Gemeinde passen nach der Adressliste nicht zusammen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/counting.py" />
            <source>The street has no such house number.</source>
            <translation>Die Straße hat diese Hausnummer nicht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/counting.py" />
            <source>Several addresses fit. Give the postcode, district or commune.</source>
            <translation>Mehrere Adressen passen. Postleitzahl, Ortsteil oder Gemeinde angeben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/counting.py" />
            <source>rows of the table</source>
            <translation>Zeilen der Tabelle</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/counting.py" />
            <source>inhabitants</source>
            <translation>Einwohner</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/counting.py" />
            <source>matched exactly</source>
            <translation>genau zugeordnet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/counting.py" />
            <source>matched by normal form</source>
            <translation>über die Normalform zugeordnet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/counting.py" />
            <source>without address: {reason}</source>
            <translation>ohne Adresse: {reason}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/formats/delimited.py" />
            <source>Encoding {encoding}, delimiter “{delimiter}”.</source>
            <translation>Zeichenkodierung {encoding}, Trennzeichen „{delimiter}“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/formats/delimited.py" />
            <source>The file {path} is empty.</source>
            <translation>Die Datei {path} ist leer.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/formats/delimited.py" />
            <source>The delimiter “{delimiter}” is not one sign. Use ; , | or tab.</source>
            <translation>Das Trennzeichen „{delimiter}“ ist kein einzelnes Zeichen. Möglich sind ; , | oder tab.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/formats/official.py" />
            <source>Layout {layout}, encoding {encoding}.</source>
            <translation>Satzaufbau {layout}, Zeichenkodierung {encoding}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/formats/official.py" />
            <source>{path} is no HK-DE or gebref file: no row has coordinates in fields 12 and 13 or 19 and 20 between semicolons. Choose the format csv, or another file.</source>
            <translation>{path} ist keine HK-DE- oder gebref-Datei: Keine Zeile hat zwischen Semikolons in den Feldern 12 und 13 oder 19 und 20 Koordinaten. Das Format csv oder eine andere Datei wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/formats/raw.py" />
            <source>{count} signs could not be read in this encoding and stand as �.</source>
            <translation>{count} Zeichen waren in dieser Kodierung nicht lesbar und stehen als �.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>left out: wrong count of columns</source>
            <translation>ausgelassen: falsche Spaltenzahl</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>left out: marked as deleted</source>
            <translation>ausgelassen: als gelöscht gekennzeichnet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>left out: neither street nor number nor coordinates</source>
            <translation>ausgelassen: weder Straße noch Hausnummer noch Koordinaten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>in the result, address occurs again</source>
            <translation>im Ergebnis, Adresse kommt mehrfach vor</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>in the result, without coordinates</source>
            <translation>im Ergebnis, ohne Koordinaten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>in the result, without street</source>
            <translation>im Ergebnis, ohne Straße</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>in the result, internal number (quality C)</source>
            <translation>im Ergebnis, katasterinterne Nummer (Qualität C)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>in the result, without house number</source>
            <translation>im Ergebnis, ohne Hausnummer</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>in the result without number: it has become a date</source>
            <translation>im Ergebnis ohne Hausnummer: zum Datum geworden</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>in the result without number: range runs backwards</source>
            <translation>im Ergebnis ohne Hausnummer: Bereich läuft rückwärts</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>in the result without number: it cannot be read</source>
            <translation>im Ergebnis ohne Hausnummer: nicht lesbar</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>The row does not have as many columns as the others. Correct it in the source.</source>
            <translation>Die Zeile hat nicht so viele Spalten wie die anderen. In der Quelle berichtigen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>The source marks the row as deleted (L).</source>
            <translation>Die Quelle kennzeichnet die Zeile als gelöscht (L).</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>The row has neither street nor house number nor coordinates.</source>
            <translation>Die Zeile hat weder Straße noch Hausnummer noch Koordinaten.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>The same address stands in an earlier row; this one got a number after its id.</source>
            <translation>Dieselbe Adresse steht in einer früheren Zeile; diese hat eine Nummer hinter der Kennung erhalten.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>The coordinates are missing or cannot be read.</source>
            <translation>Die Koordinaten fehlen oder sind nicht lesbar.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>The street name is missing.</source>
            <translation>Der Straßenname fehlt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>Quality C: a number of the survey office, not given out as an address.</source>
            <translation>Qualität C: eine katasterinterne Hausnummer, nicht als Adresse vergeben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>The house number is missing.</source>
            <translation>Die Hausnummer fehlt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>A spreadsheet has turned the house number into a date. Correct it in the source.</source>
            <translation>Eine Tabellenkalkulation hat die Hausnummer in ein Datum verwandelt. In der Quelle berichtigen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>The range of house numbers runs backwards.</source>
            <translation>Der Hausnummernbereich läuft rückwärts.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/problems.py" />
            <source>The house number cannot be read.</source>
            <translation>Die Hausnummer ist nicht lesbar.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/records.py" />
            <source>addresses</source>
            <translation>Adressen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/records.py" />
            <source>in the result</source>
            <translation>im Ergebnis</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>sides of street sections</source>
            <translation>Seiten von Straßenabschnitten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>left</source>
            <translation>links</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>right</source>
            <translation>rechts</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>Neither street name nor street key: enter one of them.</source>
            <translation>Weder Straßenname noch Straßenschlüssel: bitte eines von beiden eintragen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>The section has no line, or one of no length: draw it.</source>
            <translation>Der Abschnitt hat keine Linie oder eine ohne Länge: bitte zeichnen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>Neither side of the section has house numbers.</source>
            <translation>Keine Seite des Abschnitts hat Hausnummern.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>First and last number are 0: the side has no house numbers.</source>
            <translation>Erste und letzte Nummer sind 0: Die Seite hat keine Hausnummern.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>One end of the range is missing or 0: enter first and last number.</source>
            <translation>Ein Ende des Bereichs fehlt oder ist 0: bitte erste und letzte Nummer eintragen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>The first or last number cannot be read: enter one number, such as 12 or 12a.</source>
            <translation>Die erste oder letzte Nummer ist nicht lesbar: bitte eine Nummer wie 12 oder 12a eintragen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>One end is even, the other odd, so the numbers between are not known: correct the range, or run again with consecutive numbers if the side is numbered through.</source>
            <translation>Ein Ende ist gerade, das andere ungerade; die Nummern dazwischen sind daher nicht bekannt: bitte den Bereich berichtigen oder, wenn die Seite durchgezählt ist, noch einmal mit fortlaufenden Nummern rechnen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>The range has more numbers than a section is believed to have: check its ends.</source>
            <translation>Der Bereich hat mehr Nummern, als einem Abschnitt zugetraut werden: bitte die Enden prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>with addresses</source>
            <translation>mit Adressen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>without street</source>
            <translation>ohne Straße</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>without a line</source>
            <translation>ohne Linie</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>without house numbers</source>
            <translation>ohne Hausnummern</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>without house numbers (0 to 0)</source>
            <translation>ohne Hausnummern (0 bis 0)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>with only one end of the range</source>
            <translation>mit nur einem Ende des Bereichs</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>with an unreadable number</source>
            <translation>mit nicht lesbarer Nummer</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>with ends of different parity</source>
            <translation>mit einem geraden und einem ungeraden Ende</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>with too many numbers</source>
            <translation>mit zu vielen Nummern</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>{numbers} also on section {section} (row {row}, {side}), there in area {there}, here in {here}: check both ranges.</source>
            <translation>{numbers} auch am Abschnitt {section} (Zeile {row}, {side}), dort im Gebiet {there}, hier in {here}: bitte beide Bereiche prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>outside</source>
            <translation>außerhalb</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>The side lies in several areas: {areas}. Where one ends between the numbers is only estimated from the length of the section: check the numbers at the border.</source>
            <translation>Die Seite liegt in mehreren Gebieten: {areas}. Zwischen welchen Nummern die Grenze liegt, ist nur nach der Länge des Abschnitts geschätzt: bitte die Nummern an der Grenze prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>{numbers} also on section {section} (row {row}, {side}): check both ranges.</source>
            <translation>{numbers} auch am Abschnitt {section} (Zeile {row}, {side}): bitte beide Bereiche prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/section_report.py" />
            <source>The side lies in several areas, but by {metres} m at most, which may be inaccuracy of line or border: {areas}.</source>
            <translation>Die Seite liegt in mehreren Gebieten, aber nur um höchstens {metres} m; das kann eine Ungenauigkeit von Linie oder Grenze sein: {areas}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/text_files.py" />
            <source>The file {path} cannot be read: {reason}.</source>
            <translation>Die Datei {path} kann nicht gelesen werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/text_files.py" />
            <source>The encoding “{encoding}” is unknown. Use UTF-8, cp1252 or ISO-8859-15.</source>
            <translation>Die Zeichenkodierung „{encoding}“ ist unbekannt. Möglich sind UTF-8, cp1252 oder ISO-8859-15.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/addresses/text_files.py" />
            <source>The file cannot be split into columns at line {line}: {reason}.</source>
            <translation>Die Datei lässt sich in Zeile {line} nicht in Spalten teilen: {reason}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/balance.py" />
            <source>Balance of {subject}: {total} read</source>
            <translation>Bilanz {subject}: {total} gelesen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/balance.py" />
            <source>The balance of {subject} does not add up: {count} rows are unaccounted for.</source>
            <translation>Die Bilanz {subject} geht nicht auf: {count} Zeilen sind ungeklärt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes.py" />
            <source>unchanged</source>
            <translation>unverändert</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes.py" />
            <source>changed border</source>
            <translation>Grenze geändert</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes.py" />
            <source>split</source>
            <translation>geteilt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes.py" />
            <source>merged</source>
            <translation>zusammengelegt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes.py" />
            <source>new</source>
            <translation>neu</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes.py" />
            <source>absorbed</source>
            <translation>aufgegangen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes.py" />
            <source>gone</source>
            <translation>entfallen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes.py" />
            <source>only uninhabited ground changes</source>
            <translation>nur unbewohnte Fläche wechselt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes.py" />
            <source>Most of {old} is now part of {new}.</source>
            <translation>Der größte Teil von {old} gehört jetzt zu {new}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes.py" />
            <source>No new area covers {old}.</source>
            <translation>Kein neues Gebiet liegt auf {old}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes.py" />
            <source>no area</source>
            <translation>kein Gebiet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes.py" />
            <source>comes from: {flows}</source>
            <translation>kommt aus: {flows}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes.py" />
            <source>goes to: {flows}</source>
            <translation>geht an: {flows}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes_page.py" />
            <source>{moved} of {total} addresses ({share} %) change their area.</source>
            <translation>{moved} von {total} Adressen ({share} %) wechseln das Gebiet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes_page.py" />
            <source>{moved} of {total} inhabitants ({share} %) change their area.</source>
            <translation>{moved} von {total} Einwohnern ({share} %) wechseln das Gebiet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes_page.py" />
            <source>before</source>
            <translation>bisher</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes_page.py" />
            <source>after</source>
            <translation>neu</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes_page.py" />
            <source>change</source>
            <translation>Änderung</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes_page.py" />
            <source>difference</source>
            <translation>Differenz</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes_page.py" />
            <source>what moves</source>
            <translation>was wechselt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes_page.py" />
            <source>inhabitants before</source>
            <translation>Einwohner bisher</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes_page.py" />
            <source>addresses before</source>
            <translation>Adressen bisher</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes_page.py" />
            <source>Areas: {kinds}.</source>
            <translation>Gebiete: {kinds}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_changes_streets.py" />
            <source>Addresses without a street or number of their own, or that contradict another.</source>
            <translation>Adressen ohne eigene Straße oder Hausnummer oder im Widerspruch zu einer anderen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Areas without a polygon</source>
            <translation>Gebiete ohne Fläche</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Areas without a code</source>
            <translation>Gebiete ohne Schlüssel</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Codes that occur more than once</source>
            <translation>Schlüssel, die mehrfach vorkommen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Invalid polygons (mended for the other checks)</source>
            <translation>Ungültige Polygone (für die anderen Prüfungen repariert)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Ground that no area covers</source>
            <translation>Fläche, die in keinem Gebiet liegt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Ground that belongs to two areas</source>
            <translation>Fläche, die zu zwei Gebieten gehört</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Ground outside the boundary</source>
            <translation>Fläche außerhalb der Grenze</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Narrow gaps, overlaps and parts</source>
            <translation>Schmale Lücken, Überlappungen und Teile</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Separate parts of areas</source>
            <translation>Getrennte Teile von Gebieten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Areas without an area above</source>
            <translation>Gebiete ohne übergeordnetes Gebiet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Areas whose area above is not of a higher level</source>
            <translation>Gebiete, deren übergeordnetes Gebiet nicht von höherer Ebene ist</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Ground outside the area above</source>
            <translation>Fläche außerhalb des übergeordneten Gebiets</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Units that a border of areas cuts</source>
            <translation>Einheiten, die eine Gebietsgrenze zerschneidet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Areas whose inhabitants are not known</source>
            <translation>Gebiete mit unbekannter Einwohnerzahl</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Areas below the minimum of inhabitants</source>
            <translation>Gebiete unter der Mindestzahl an Einwohnern</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Areas above the maximum of inhabitants</source>
            <translation>Gebiete über der Höchstzahl an Einwohnern</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Bits of areas that a barrier cuts off</source>
            <translation>Gebietsstücke, die eine Barriere abtrennt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Addresses in no area</source>
            <translation>Adressen in keinem Gebiet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Addresses in several areas</source>
            <translation>Adressen in mehreren Gebieten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Addresses exactly on a border</source>
            <translation>Adressen genau auf einer Grenze</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Addresses without coordinates</source>
            <translation>Adressen ohne Koordinaten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks.py" />
            <source>Not listed, because below the tolerance: {count} pieces, {size} m² in all.</source>
            <translation>Nicht aufgeführt, weil unter der Toleranz: {count} Stücke, zusammen {size} m².</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks_bounds.py" />
            <source>The inhabitants of {area} are not known, so that its size cannot be checked.</source>
            <translation>Die Einwohnerzahl von {area} ist unbekannt; die Größe lässt sich nicht prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks_bounds.py" />
            <source>{area} has {count} inhabitants, {off} fewer than the minimum of {limit}.</source>
            <translation>{area} hat {count} Einwohner, {off} weniger als die Mindestzahl von {limit}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks_bounds.py" />
            <source>{area} has {count} inhabitants, {off} more than the maximum of {limit}.</source>
            <translation>{area} hat {count} Einwohner, {off} mehr als die Höchstzahl von {limit}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks_bounds.py" />
            <source>The minimum of {minimum} inhabitants is above the maximum of {maximum}. Exchange the two.</source>
            <translation>Die Mindestzahl von {minimum} Einwohnern liegt über der Höchstzahl von {maximum}. Beide Werte vertauschen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_checks_bounds.py" />
            <source>“{entry}” are no bounds. Write the level and both numbers: quartier=700-2500.</source>
            <translation>„{entry}“ sind keine Schranken. Ebene und beide Zahlen angeben: quartier=700-2500.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_counts.py" />
            <source>{wanted} areas have {mean} inhabitants on average, not the target of {target}. The number of areas counts.</source>
            <translation>{wanted} Gebiete haben im Mittel {mean} Einwohner, nicht den Zielwert von {target}. Es gilt die Anzahl der Gebiete.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_counts.py" />
            <source>COUNTS: none of its communes ({codes}) occurs among the units ({known}). Choose the right column.</source>
            <translation>COUNTS: Keine ihrer Gemeinden ({codes}) kommt bei den Einheiten vor ({known}). Die richtige Spalte wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_counts.py" />
            <source>COUNTS: no unit lies in commune {codes}; not used.</source>
            <translation>COUNTS: In Gemeinde {codes} liegt keine Einheit; nicht verwendet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_counts.py" />
            <source>COUNTS names no number for commune {codes}; there the target counts.</source>
            <translation>COUNTS nennt keine Anzahl für Gemeinde {codes}; dort gilt der Zielwert.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_counts.py" />
            <source>COUNTS, row {row} (commune “{code}”): “{value}” is no number of areas. Enter a whole number from 1.</source>
            <translation>COUNTS, Zeile {row} (Gemeinde „{code}“): „{value}“ ist keine Anzahl von Gebieten. Eine ganze Zahl ab 1 eintragen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_counts.py" />
            <source>{wanted} areas were asked for, but the units lie in {communes} communes, and no area crosses a commune border. Ask for at least {communes}.</source>
            <translation>{wanted} Gebiete sind verlangt, aber die Einheiten liegen in {communes} Gemeinden, und kein Gebiet überschreitet eine Gemeindegrenze. Mindestens {communes} verlangen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_counts.py" />
            <source>{place}{wanted} areas cannot be made of {units} units. Ask for a number from 1 to {units}.</source>
            <translation>{place}{wanted} Gebiete lassen sich aus {units} Einheiten nicht bilden. Eine Zahl von 1 bis {units} verlangen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_counts.py" />
            <source>{place}{wanted} areas of at least {minimum} inhabitants cannot be made of {population} inhabitants. Ask for at most {most} areas, or lower the minimum.</source>
            <translation>{place}{wanted} Gebiete mit mindestens {minimum} Einwohnern lassen sich aus {population} Einwohnern nicht bilden. Höchstens {most} Gebiete verlangen oder die Mindestzahl senken.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_counts.py" />
            <source>{place}{wanted} areas of at most {maximum} inhabitants cannot hold {population} inhabitants. Ask for at least {fewest} areas, or raise the maximum.</source>
            <translation>{place}{wanted} Gebiete mit höchstens {maximum} Einwohnern können {population} Einwohner nicht aufnehmen. Mindestens {fewest} Gebiete verlangen oder die Höchstzahl anheben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_counts.py" />
            <source>COUNTS, row {row}: the code of the commune is missing. Enter it.</source>
            <translation>COUNTS, Zeile {row}: Der Schlüssel der Gemeinde fehlt. Bitte eintragen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_counts.py" />
            <source>COUNTS, row {row}: commune “{code}” occurs twice. Keep one row.</source>
            <translation>COUNTS, Zeile {row}: Gemeinde „{code}“ kommt zweimal vor. Eine Zeile behalten.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_counts.py" />
            <source>Commune {code}: </source>
            <translation>Gemeinde {code}: </translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_portraits.py" />
            <source>“{name}” well above the mean ({value}; mean {mean})</source>
            <translation>„{name}“ deutlich über dem Mittel ({value}; Mittel {mean})</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_portraits.py" />
            <source>“{name}” well below the mean ({value}; mean {mean})</source>
            <translation>„{name}“ deutlich unter dem Mittel ({value}; Mittel {mean})</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_portraits.py" />
            <source>north</source>
            <translation>Norden</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_portraits.py" />
            <source>east</source>
            <translation>Osten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_portraits.py" />
            <source>south</source>
            <translation>Süden</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_portraits.py" />
            <source>west</source>
            <translation>Westen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_portraits.py" />
            <source>the railway</source>
            <translation>die Bahn</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_portraits.py" />
            <source>the motorway</source>
            <translation>die Autobahn</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_portraits.py" />
            <source>the canal</source>
            <translation>den Kanal</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_portraits.py" />
            <source>the water</source>
            <translation>das Gewässer</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_portraits.py" />
            <source>the main road</source>
            <translation>die Hauptstraße</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_portraits.py" />
            <source>a barrier</source>
            <translation>eine Barriere</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_portraits.py" />
            <source>{barrier} in the {sides}</source>
            <translation>{barrier} im {sides}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_portraits.py" />
            <source>{words} and {last}</source>
            <translation>{words} und {last}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_portraits.py" />
            <source>{title} ({code}): {parts}.</source>
            <translation>{title} ({code}): {parts}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_portraits.py" />
            <source>{barrier} on all sides</source>
            <translation>{barrier} auf allen Seiten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_portraits.py" />
            <source>“{name}”</source>
            <translation>„{name}“</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_portraits.py" />
            <source>{population} inhabitants in {count} units</source>
            <translation>{population} Einwohner in {count} Einheiten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_portraits.py" />
            <source>mostly {building}</source>
            <translation>überwiegend {building}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_portraits.py" />
            <source>bounded by {barriers}</source>
            <translation>begrenzt durch {barriers}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_report.py" />
            <source>without a point</source>
            <translation>ohne Punkt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_report.py" />
            <source>without the code of an area</source>
            <translation>ohne Gebietskennung</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_report.py" />
            <source>outside the boundary</source>
            <translation>außerhalb der Grenze</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_report.py" />
            <source>at the same place as addresses of another area, which got the place</source>
            <translation>am selben Ort wie Adressen eines anderen Gebiets, das den Ort bekam</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_report.py" />
            <source>in the polygon of another area, because no border could be drawn</source>
            <translation>im Polygon eines anderen Gebiets, weil sich keine Grenze ziehen ließ</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_report.py" />
            <source>one of several parts of the area</source>
            <translation>einer von mehreren Teilen des Gebiets</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/area_report.py" />
            <source>the area has no place of its own and therefore no polygon</source>
            <translation>das Gebiet hat keinen eigenen Ort und daher kein Polygon</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/attribute_weights.py" />
            <source>WEIGHTS: all attributes have the weight 0. Give at least one of them more.</source>
            <translation>WEIGHTS: Alle Merkmale haben das Gewicht 0. Mindestens einem mehr geben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/attribute_weights.py" />
            <source>WEIGHTS: “{part}” is no weight. Write attribute=number of 0 or more, for example: sgb2=2; alter65=0,5</source>
            <translation>WEIGHTS: „{part}“ ist kein Gewicht. Schreibweise: Merkmal=Zahl ab 0, zum Beispiel: sgb2=2; alter65=0,5</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/attribute_weights.py" />
            <source>WEIGHTS: “{name}” is not among the attributes. There are: {attributes}.</source>
            <translation>WEIGHTS: „{name}“ gehört nicht zu den Merkmalen. Es gibt: {attributes}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/attribute_weights.py" />
            <source>WEIGHTS: “{name}” occurs twice. Keep one weight.</source>
            <translation>WEIGHTS: „{name}“ kommt zweimal vor. Ein Gewicht behalten.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_area_file.py" />
            <source>{what} (key “{key}”, name “{name}”)</source>
            <translation>{what} (Schlüssel „{key}“, Name „{name}“)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_area_file.py" />
            <source>-zu file: row with too few or too many columns: not used</source>
            <translation>Datei -zu: Zeile mit zu wenigen oder zu vielen Spalten: nicht verwendet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_area_file.py" />
            <source>-zu file: row whose area key is missing or no number: not used</source>
            <translation>Datei -zu: Zeile, deren Gebietsschlüssel fehlt oder keine Zahl ist: nicht verwendet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_area_file.py" />
            <source>-zu file: row whose key stands in an earlier row: not used</source>
            <translation>Datei -zu: Zeile, deren Schlüssel schon in einer früheren Zeile steht: nicht verwendet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_area_file.py" />
            <source>-zu file: inhabitants that are no number: area used without them</source>
            <translation>Datei -zu: Einwohner, die keine Zahl sind: Gebiet ohne sie verwendet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_checks.py" />
            <source>“{text}” is written “{spelling}”, because the encoding {encoding} lacks a sign. Check the spelling.</source>
            <translation>„{text}“ wird als „{spelling}“ geschrieben, weil der Kodierung {encoding} ein Zeichen fehlt. Schreibweise prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_checks.py" />
            <source>row with too few or too many columns: not used</source>
            <translation>Zeile mit zu wenigen oder zu vielen Spalten: nicht verwendet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_checks.py" />
            <source>row without street name: not used</source>
            <translation>Zeile ohne Straßennamen: nicht verwendet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_checks.py" />
            <source>row whose area key is missing or no number: not used</source>
            <translation>Zeile, deren Gebietsschlüssel fehlt oder keine Zahl ist: nicht verwendet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_checks.py" />
            <source>row with a house number that was not understood: not used</source>
            <translation>Zeile mit einer Hausnummer, die nicht verstanden wurde: nicht verwendet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_checks.py" />
            <source>row without any range of numbers: not used; a whole street needs 1 to 997, 2 to 998</source>
            <translation>Zeile ohne Hausnummernbereich: nicht verwendet; eine ganze Straße braucht 1 bis 997 und 2 bis 998</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_checks.py" />
            <source>row with only one end of a range: not used</source>
            <translation>Zeile mit nur einem Ende eines Bereichs: nicht verwendet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_checks.py" />
            <source>row with an even number among the odd ones or the other way round: not used</source>
            <translation>Zeile mit einer geraden Nummer unter den ungeraden oder umgekehrt: nicht verwendet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_checks.py" />
            <source>row whose first number is higher than its last: not used</source>
            <translation>Zeile, deren erste Nummer höher ist als ihre letzte: nicht verwendet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_checks.py" />
            <source>The key {key} of “{name}” occurs more than once. Give each Viertel its own.</source>
            <translation>Der Schlüssel {key} von „{name}“ kommt mehrfach vor. Jedem Viertel einen eigenen geben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_checks.py" />
            <source>The area {area} has no name. Give it one.</source>
            <translation>Das Gebiet {area} hat keinen Namen. Bitte eintragen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_checks.py" />
            <source>For “{name}” the number of inhabitants is missing. Every Viertel needs it.</source>
            <translation>Für „{name}“ fehlt die Einwohnerzahl. Jedes Viertel braucht sie.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_checks.py" />
            <source>No address lies in “{name}”, so it has no street. Check its border and the addresses.</source>
            <translation>In „{name}“ liegt keine Adresse, also hat es keine Straße. Grenze und Adressen prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_checks.py" />
            <source>House numbers above {last} mean an open end in the raster. Check this street.</source>
            <translation>Hausnummern über {last} bedeuten im Raster ein offenes Ende. Diese Straße prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_checks.py" />
            <source>“{name}” has {count} inhabitants, but every Viertel needs at least {least}.</source>
            <translation>„{name}“ hat {count} Einwohner, jedes Viertel braucht aber mindestens {least}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_checks.py" />
            <source>No single neighbour cures that: merge it with several.</source>
            <translation>Kein einzelner Nachbar behebt das: mit mehreren zusammenlegen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_checks.py" />
            <source>Merged with its neighbour “{name}” it would have {sum}.</source>
            <translation>Mit seinem Nachbarn „{name}“ zusammengelegt hätte es {sum}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_files.py" />
            <source>{path} cannot be written ({reason}): close it in Excel or choose another folder.</source>
            <translation>{path} lässt sich nicht schreiben ({reason}): bitte in Excel schließen oder einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_keys.py" />
            <source>Area “{area}”: field “{field}” holds no key of {digits} digits.</source>
            <translation>Gebiet „{area}“: Feld „{field}“ enthält keinen Schlüssel mit {digits} Ziffern.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_keys.py" />
            <source>The areas have more than three levels ({chain}). Leave out the smallest.</source>
            <translation>Die Gebiete haben mehr als drei Ebenen ({chain}). Die kleinste weglassen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_keys.py" />
            <source>There are {count} areas on one level, but the key has only {digits} digits for them.</source>
            <translation>Auf einer Ebene liegen {count} Gebiete, der Schlüssel hat für sie aber nur {digits} Ziffern.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_layout.py" />
            <source>the delimiter must be one sign and the file a plain file name</source>
            <translation>das Trennzeichen muss ein einzelnes Zeichen und die Datei ein einfacher Dateiname sein</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_layout.py" />
            <source>The layout {path} is not usable: {reason}.</source>
            <translation>Der Aufbau {path} ist nicht verwendbar: {reason}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_layout.py" />
            <source>The layout {path} cannot be read: {reason}. Copy ba_raster.json and change the copy.</source>
            <translation>Der Aufbau {path} ist nicht lesbar: {reason}. Bitte ba_raster.json kopieren und die Kopie ändern.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_layout.py" />
            <source>the entry “{entry}” is missing</source>
            <translation>der Eintrag „{entry}“ fehlt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_layout.py" />
            <source>the column “{field}” is unknown or occurs twice</source>
            <translation>die Spalte „{field}“ ist unbekannt oder kommt doppelt vor</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_layout.py" />
            <source>the column “{field}” is missing</source>
            <translation>die Spalte „{field}“ fehlt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_population.py" />
            <source>summed up in their area</source>
            <translation>in ihrem Gebiet zusammengezählt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_population.py" />
            <source>of an area on a higher level or in another commune: not needed</source>
            <translation>zu einem Gebiet einer höheren Ebene oder einer anderen Gemeinde: nicht nötig</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_population.py" />
            <source>row of inhabitants whose area is not in the layer of areas: not counted</source>
            <translation>Zeile der Einwohner, deren Gebiet nicht im Layer der Gebiete steht: nicht gezählt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_population.py" />
            <source>row whose inhabitants are no number: the area counts as without inhabitants</source>
            <translation>Zeile, deren Einwohner keine Zahl sind: das Gebiet gilt als ohne Einwohnerzahl</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_file.py" />
            <source>“{file}” has no column known as the street’s. Name it in STREET_FIELD. It has: {columns}.</source>
            <translation>„{file}“ hat keine Spalte, die als Straße bekannt ist. Bitte in STREET_FIELD nennen. Vorhanden: {columns}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>the cell of the street holds more than its name, which is not made a street of the directory</source>
            <translation>die Zelle der Straße enthält mehr als ihren Namen; daraus wird keine Straße des Verzeichnisses gemacht</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>rows of the protocol</source>
            <translation>Zeilen des Protokolls</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>row with too few or too many columns</source>
            <translation>Zeile mit zu wenigen oder zu vielen Spalten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>row without street</source>
            <translation>Zeile ohne Straße</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>address not found in the list of addresses</source>
            <translation>Adresse in der Adressliste nicht gefunden</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>several addresses of the list fit</source>
            <translation>mehrere Adressen der Liste passen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>no house number, but the street lies in several areas or in one only in part</source>
            <translation>ohne Hausnummer, aber die Straße liegt in mehreren Gebieten oder nur zum Teil in einem</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>house number not understood</source>
            <translation>Hausnummer nicht lesbar</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>street found, but the list of addresses does not have the number</source>
            <translation>Straße gefunden, aber die Adressliste enthält die Hausnummer nicht</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>the directory has it, but the list of addresses cannot confirm the area</source>
            <translation>steht im Verzeichnis, aber die Adressliste kann das Gebiet nicht bestätigen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>the directory already has it: the agency's raster is older or was read otherwise</source>
            <translation>steht schon im Verzeichnis: das Raster der Agentur ist älter oder wurde anders gelesen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>address found, but the list of addresses knows no area for it</source>
            <translation>Adresse gefunden, aber ohne Gebiet in der Adressliste</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>directory and list of addresses give different areas</source>
            <translation>Verzeichnis und Adressliste nennen verschiedene Gebiete</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>rows of the directory with different areas overlap here</source>
            <translation>Zeilen des Verzeichnisses mit verschiedenen Gebieten überschneiden sich hier</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>several streets of this name, and the row does not tell which</source>
            <translation>mehrere Straßen dieses Namens, und die Zeile sagt nicht, welche gemeint ist</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>street missing in the directory</source>
            <translation>Straße fehlt im Verzeichnis</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>no row of the directory covers the house number</source>
            <translation>keine Zeile des Verzeichnisses enthält die Hausnummer</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>street spelled otherwise than in the directory</source>
            <translation>Straße anders geschrieben als im Verzeichnis</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>the street was added</source>
            <translation>die Straße wurde ergänzt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>the gap was closed</source>
            <translation>die Lücke wurde geschlossen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>the street was added under this spelling</source>
            <translation>die Straße wurde in dieser Schreibweise ergänzt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>the columns cannot be told apart</source>
            <translation>die Spalten lassen sich nicht unterscheiden</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>nothing says where it is</source>
            <translation>nichts sagt, wo sie liegt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>what is not in the list is not made up; see the candidates</source>
            <translation>was nicht in der Liste steht, wird nicht erfunden; siehe die Kandidaten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>a doubtful address is not made a row of the directory</source>
            <translation>aus einer zweifelhaften Adresse wird keine Zeile des Verzeichnisses</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>a raster has no place for addresses without a number</source>
            <translation>ein Raster hat keinen Platz für Adressen ohne Hausnummer</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>the number has to be corrected by the agency</source>
            <translation>die Hausnummer muss die Agentur berichtigen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>the area of a number that is not in the list is not guessed</source>
            <translation>das Gebiet einer Hausnummer, die nicht in der Liste steht, wird nicht geraten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>nothing has to be added; check the address</source>
            <translation>es muss nichts ergänzt werden; bitte die Adresse prüfen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>nothing has to be added; hand in the present raster</source>
            <translation>es muss nichts ergänzt werden; bitte das jetzige Raster einreichen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>its area has to be entered in the list first</source>
            <translation>zuerst muss ihr Gebiet in die Liste eingetragen werden</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>it has to be decided which of the two is right</source>
            <translation>es muss entschieden werden, welches von beiden stimmt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>the directory has to be put right first</source>
            <translation>zuerst muss das Verzeichnis berichtigt werden</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>the row lacks the postcode or the Ortsteil</source>
            <translation>der Zeile fehlt die Postleitzahl oder der Ortsteil</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>the rows that follow from the list would contradict other rows or not place it right</source>
            <translation>die Zeilen, die aus der Liste folgen, würden anderen Zeilen widersprechen oder sie nicht richtig zuordnen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>the rows that follow from the list would contradict other rows or not reach it</source>
            <translation>die Zeilen, die aus der Liste folgen, würden anderen Zeilen widersprechen oder sie nicht erreichen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>the other spelling would contradict other rows, or the rest does not agree either</source>
            <translation>die andere Schreibweise würde anderen Zeilen widersprechen, oder auch das Übrige stimmt nicht überein</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>Cause: {cause}. No cure, because {reason}.</source>
            <translation>Ursache: {cause}. Keine Heilung, denn {reason}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>Cause: {cause}. Cure: {cure}; area {area}.</source>
            <translation>Ursache: {cause}. Heilung: {cure}; Gebiet {area}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>not cured: {cause}</source>
            <translation>nicht geheilt: {cause}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>(directory {given}, list {area})</source>
            <translation>(Verzeichnis {given}, Liste {area})</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/ba_protocol_report.py" />
            <source>cured ({cause}): {cure}</source>
            <translation>geheilt ({cause}): {cure}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/code_pattern.py" />
            <source>CODE_PATTERN: “{text}” cannot be read. Use {places} and plain text, for example {example}.</source>
            <translation>CODE_PATTERN: „{text}“ ist nicht lesbar. Erlaubt sind {places} und gewöhnlicher Text, zum Beispiel {example}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/code_pattern.py" />
            <source>CODE_PATTERN: “{text}” must hold the number once, for example {example}.</source>
            <translation>CODE_PATTERN: „{text}“ muss die Nummer genau einmal enthalten, zum Beispiel {example}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/code_pattern.py" />
            <source>CODE_PATTERN has {count} patterns for {levels} levels ({names}). Give one for each, or one for all.</source>
            <translation>CODE_PATTERN hat {count} Muster für {levels} Ebenen ({names}). Eines je Ebene angeben oder eines für alle.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/codes.py" />
            <source>Code “{code}” would be given to two areas. Give the number in CODE_PATTERN digits or a separator.</source>
            <translation>Der Schlüssel „{code}“ würde an zwei Gebiete vergeben. Der Nummer in CODE_PATTERN feste Stellen oder ein Trennzeichen geben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/codes.py" />
            <source>{count} areas of “{prefix}” cannot be numbered with {digits} digits. Raise the number of digits.</source>
            <translation>{count} Gebiete von „{prefix}“ lassen sich nicht mit {digits} Stellen nummerieren. Die Zahl der Stellen erhöhen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/counts.py" />
            <source>{count} areas were asked for “{group}”, but no unit belongs to it. Check how it is written.</source>
            <translation>Für „{group}“ wurden {count} Gebiete verlangt, doch keine Einheit gehört dazu. Prüfen Sie die Schreibweise.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/crosswalk_values.py" />
            <source>A part of the area lay in no old area; its count is not in the value.</source>
            <translation>Ein Teil des Gebiets lag in keinem alten Gebiet; seine Zahl ist nicht im Wert.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/crosswalk_values.py" />
            <source>Not carried over: the table has no numerator and denominator that give the value.</source>
            <translation>Nicht übertragen: Die Tabelle hat keinen Zähler und Nenner, die den Wert ergeben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/crosswalk_values.py" />
            <source>A part of the area lay in no old area; it is taken to be like the rest.</source>
            <translation>Ein Teil des Gebiets lag in keinem alten Gebiet; angenommen wird, dass er dem Rest gleicht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/crosswalk_values.py" />
            <source>Hidden, because it or a part of it is.</source>
            <translation>Geheim, weil der Wert oder ein Teil davon geheim ist.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/crosswalk_values.py" />
            <source>Hidden, because the base of the rate is too small.</source>
            <translation>Geheim, weil der Nenner zu klein ist.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/crosswalk_values.py" />
            <source>A part of the area has no value.</source>
            <translation>Ein Teil des Gebiets hat keinen Wert.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/crosswalk_values.py" />
            <source>No part of the area has a value.</source>
            <translation>Kein Teil des Gebiets hat einen Wert.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/crosswalk_values.py" />
            <source>Nobody is in the base of the rate.</source>
            <translation>Im Nenner ist niemand.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/crosswalk_values.py" />
            <source>INDICATORS: area {area} has indicator {indicator} twice at the Stichtag {date}. Keep one row.</source>
            <translation>INDICATORS: Gebiet {area} hat den Indikator {indicator} zum Stichtag {date} zweimal. Nur eine Zeile behalten.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/crosswalk_values.py" />
            <source>INDICATORS shows {count} counts below {threshold}, so it is not fit for publication. Compute it anew with MODE publication, or compare with MODE internal.</source>
            <translation>INDICATORS zeigt {count} Zahlen unter {threshold} und ist damit nicht zur Veröffentlichung geeignet. Die Tabelle mit MODE publication neu berechnen oder mit MODE internal vergleichen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_reading.py" />
            <source>The street directory has no rows.</source>
            <translation>Das Straßenverzeichnis hat keine Zeilen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_reading.py" />
            <source>street directory</source>
            <translation>Straßenverzeichnis</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>This address lies in area {area}, but the same address in {taken} elsewhere; {taken} counts.</source>
            <translation>Diese Adresse liegt im Gebiet {area}, dieselbe Adresse an anderer Stelle aber in {taken}; es gilt {taken}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>Street key {key} stands for several names: {names}. They are treated as one street; check the key.</source>
            <translation>Der Straßenschlüssel {key} steht für mehrere Namen: {names}. Sie gelten als eine Straße; bitte den Schlüssel prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>The first number lies in area {area}, the last in {other}. The first counts.</source>
            <translation>Die erste Nummer liegt im Gebiet {area}, die letzte in {other}. Es gilt die erste.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>Rows {other} and {row} of the directory overlap, but name different areas ({other_area}, {area}).</source>
            <translation>Die Zeilen {other} und {row} des Verzeichnisses überschneiden sich, nennen aber verschiedene Gebiete ({other_area}, {area}).</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>Row {row} of the directory gives the same numbers to two areas ({other_area}, {area}).</source>
            <translation>Zeile {row} des Verzeichnisses gibt dieselben Nummern zwei Gebieten ({other_area}, {area}).</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>in the directory</source>
            <translation>im Verzeichnis</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>same address with another area, which the directory takes</source>
            <translation>dieselbe Adresse mit einem anderen Gebiet, das im Verzeichnis gilt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>without an area</source>
            <translation>ohne Gebiet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>outside every area</source>
            <translation>außerhalb aller Gebiete</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>without coordinates</source>
            <translation>ohne Koordinaten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>without street name and street key</source>
            <translation>ohne Straßenname und Straßenschlüssel</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>street not in the directory</source>
            <translation>Straße nicht im Verzeichnis</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>street only in another commune, postcode or Ortsteil</source>
            <translation>Straße nur in einer anderen Gemeinde, Postleitzahl oder einem anderen Ortsteil</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>several streets of this name with different areas: give key, postcode or Ortsteil</source>
            <translation>mehrere Straßen dieses Namens mit verschiedenen Gebieten: Schlüssel, Postleitzahl oder Ortsteil angeben</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>street known, but no row of the directory covers the number</source>
            <translation>Straße bekannt, aber keine Zeile des Verzeichnisses umfasst die Hausnummer</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>no house number, but the street lies in several areas</source>
            <translation>ohne Hausnummer, die Straße liegt aber in mehreren Gebieten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>directory row without street: not used</source>
            <translation>Verzeichniszeile ohne Straße: nicht verwendet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>directory row without area: not used</source>
            <translation>Verzeichniszeile ohne Gebiet: nicht verwendet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>directory row with a side other than G, U and F: not used</source>
            <translation>Verzeichniszeile mit einer anderen Seite als G, U oder F: nicht verwendet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>directory row with a house number that was not understood: not used</source>
            <translation>Verzeichniszeile mit nicht lesbarer Hausnummer: nicht verwendet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>directory row for even numbers with odd ones or the other way round: not used</source>
            <translation>Verzeichniszeile für gerade Nummern mit ungeraden oder umgekehrt: nicht verwendet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>directory row one end of which lies on the other side of the street: used, check it</source>
            <translation>Verzeichniszeile, deren eines Ende auf der anderen Straßenseite liegt: verwendet, bitte prüfen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/directory_report.py" />
            <source>directory row whose first number is higher than its last: not used</source>
            <translation>Verzeichniszeile, deren erste Hausnummer größer ist als die letzte: nicht verwendet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/engine.py" />
            <source>“{effort}” is no effort. Choose fast or thorough.</source>
            <translation>„{effort}“ ist kein Aufwand. „fast“ oder „thorough“ wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/fixed_areas.py" />
            <source>“{field}” binds {bound} units to {areas} areas; {free} units are free.</source>
            <translation>„{field}“ bindet {bound} Einheiten an {areas} Gebiete; {free} Einheiten sind frei.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/fixed_areas.py" />
            <source>The units fixed to “{code}” ended in area “{other}”, so there is no area “{code}”.</source>
            <translation>Die auf „{code}“ festgelegten Einheiten liegen in Gebiet „{other}“; ein Gebiet „{code}“ gibt es daher nicht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/hierarchy.py" />
            <source>The topmost area needs a code, but the communes give none. Set TOP_CODE, or leave TOP_LEVEL empty.</source>
            <translation>Das oberste Gebiet braucht einen Schlüssel, aber aus den Gemeinden ergibt sich keiner. TOP_CODE angeben oder TOP_LEVEL leer lassen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/hierarchy.py" />
            <source>Code “{code}” occurs twice: {first} and {second}. Codes must be unique over all levels; change one.</source>
            <translation>Schlüssel „{code}“ kommt zweimal vor: {first} und {second}. Schlüssel müssen über alle Ebenen eindeutig sein; einen davon ändern.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/level_plan.py" />
            <source>LEVELS: name a level within the communes, for example: gemeinde; quartier 700-8500</source>
            <translation>LEVELS: Eine Ebene innerhalb der Gemeinden nennen, zum Beispiel: gemeinde; quartier 700-8500</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/level_plan.py" />
            <source>minimum</source>
            <translation>Mindestzahl</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/level_plan.py" />
            <source>maximum</source>
            <translation>Höchstzahl</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/level_plan.py" />
            <source>LEVELS: “{part}” is no level. Write its name and the bounds of inhabitants, for example: sozialraum 8000-25000; quartier 1500-5000</source>
            <translation>LEVELS: „{part}“ ist keine Ebene. Ihren Namen und die Grenzen der Einwohnerzahl schreiben, zum Beispiel: sozialraum 8000-25000; quartier 1500-5000</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/level_plan.py" />
            <source>LEVELS: “{part}” must name the minimum first, then the maximum (or minimum, target and maximum).</source>
            <translation>LEVELS: „{part}“ muss zuerst die Mindestzahl nennen, dann die Höchstzahl (oder Mindestzahl, Zielwert und Höchstzahl).</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/level_plan.py" />
            <source>LEVELS: “{level}” cannot be made within bounds, because areas never cross a commune. Write “gemeinde” without numbers for the communes themselves; “Build hierarchy of areas” adds the Kreis.</source>
            <translation>LEVELS: „{level}“ lässt sich nicht in Grenzen bilden, weil Gebiete nie eine Gemeindegrenze überschreiten. Für die Gemeinden selbst „gemeinde“ ohne Zahlen schreiben; „Gebietshierarchie bilden“ ergänzt den Kreis.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/level_plan.py" />
            <source>LEVELS: begin with the largest areas: {order}.</source>
            <translation>LEVELS: Mit den größten Gebieten beginnen: {order}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/level_plan.py" />
            <source>LEVELS: “{level}” occurs twice. Name each level once.</source>
            <translation>LEVELS: „{level}“ kommt zweimal vor. Jede Ebene einmal nennen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/level_plan.py" />
            <source>LEVELS: the {word} of “{below}” ({lower}) is above that of “{above}” ({upper}), so the one cannot lie within the other. Begin with the largest areas, or change the bounds.</source>
            <translation>LEVELS: Die {word} von „{below}“ ({lower}) liegt über der von „{above}“ ({upper}); so kann die eine Ebene nicht in der anderen liegen. Mit den größten Gebieten beginnen oder die Grenzen ändern.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/level_plan.py" />
            <source>An area of the level “{above}” with {first} to {last} inhabitants cannot be divided into areas of {minimum} to {maximum} (“{below}”). Widen the bounds of “{below}” if this happens.</source>
            <translation>Ein Gebiet der Ebene „{above}“ mit {first} bis {last} Einwohnern lässt sich nicht in Gebiete von {minimum} bis {maximum} („{below}“) teilen. Die Grenzen von „{below}“ erweitern, falls das vorkommt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/names.py" />
            <source>NAMES, row {row}: area “{code}” is called “{name}” here and “{other}” before. Keep one name.</source>
            <translation>NAMES, Zeile {row}: Gebiet „{code}“ heißt hier „{name}“ und weiter oben „{other}“. Einen Namen behalten.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/nested_levels.py" />
            <source>Commune {code}: {wanted} areas were asked for; its upper areas can be divided into {found}.</source>
            <translation>Gemeinde {code}: {wanted} Gebiete sind verlangt; ihre übergeordneten Gebiete lassen sich in {found} teilen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/nested_levels.py" />
            <source>{above} {code} has only {population} inhabitants, fewer than the minimum of {limit} for the level “{level}”. It holds the one area {area}.</source>
            <translation>{above} {code} hat nur {population} Einwohner, weniger als die Mindestzahl von {limit} der Ebene „{level}“. Darin liegt nur das eine Gebiet {area}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/problem.py" />
            <source>There are no units to divide: the layer is empty.</source>
            <translation>Es gibt keine Einheiten zum Aufteilen: Der Layer ist leer.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/problem.py" />
            <source>Minimum, maximum and target of inhabitants must be positive numbers.</source>
            <translation>Mindestzahl, Höchstzahl und Zielwert der Einwohner müssen positive Zahlen sein.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/problem.py" />
            <source>No unit has any inhabitants, so no population bound can be held. Choose another population field.</source>
            <translation>Keine Einheit hat Einwohner, daher lässt sich kein Grenzwert einhalten. Ein anderes Einwohnerfeld wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/problem.py" />
            <source>“{name}” has {found} entries, but {expected} are needed.</source>
            <translation>„{name}“ hat {found} Einträge, nötig sind {expected}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/problem.py" />
            <source>A shared border has a missing or negative length.</source>
            <translation>Eine gemeinsame Grenze hat keine oder eine negative Länge.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/problem.py" />
            <source>{count} units have a missing or negative number of inhabitants, first unit {unit}. Enter a number, 0 where nobody lives.</source>
            <translation>{count} Einheiten haben keine oder eine negative Einwohnerzahl, zuerst Einheit {unit}. Eine Zahl eintragen, 0 für unbewohnt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/problem.py" />
            <source>Attribute {column} of unit {unit} is infinite. Enter a number or leave it empty.</source>
            <translation>Merkmal {column} der Einheit {unit} ist unendlich. Eine Zahl eintragen oder leer lassen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/problem.py" />
            <source>{wanted} areas cannot be made of {units} units. Ask for a number from 1 to {units}.</source>
            <translation>Aus {units} Einheiten lassen sich nicht {wanted} Gebiete bilden. Eine Zahl von 1 bis {units} wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/problem.py" />
            <source>An edge names a unit that does not exist; units are numbered 0 to {last}.</source>
            <translation>Eine Nachbarschaft nennt eine Einheit, die es nicht gibt; die Einheiten sind von 0 bis {last} nummeriert.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/shares.py" />
            <source>“{part}” is no share. Write for example: anteil_65=e_65/einwohner</source>
            <translation>„{part}“ ist kein Anteil. Beispiel für die Schreibweise: anteil_65=e_65/einwohner</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/shares.py" />
            <source>Share “{share}”: this name is already in use. Choose another one.</source>
            <translation>Anteil „{share}“: Dieser Name ist schon vergeben. Einen anderen wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/shares.py" />
            <source>Share “{share}”: there is no count “{column}”. There are: {available}.</source>
            <translation>Anteil „{share}“: Es gibt keine Anzahl „{column}“. Vorhanden sind: {available}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/standardise.py" />
            <source>Attribute {column} is missing in {missing} of {units} units; there it counts as average.</source>
            <translation>Merkmal {column} fehlt bei {missing} von {units} Einheiten; dort zählt es als durchschnittlich.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/standardise.py" />
            <source>There must be one weight of 0 or more for each of the {count} attributes.</source>
            <translation>Für jedes der {count} Merkmale ist ein Gewicht von mindestens 0 nötig.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/standardise.py" />
            <source>Attribute {column} is the same everywhere and has no effect.</source>
            <translation>Merkmal {column} ist überall gleich und hat keine Wirkung.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unit_report.py" />
            <source>The address has no point and lies in no unit.</source>
            <translation>Die Adresse hat keinen Punkt und liegt in keiner Einheit.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unit_report.py" />
            <source>The address lies more than 100 m outside the boundary and in no unit.</source>
            <translation>Die Adresse liegt mehr als 100 m außerhalb der Begrenzung und in keiner Einheit.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unit_report.py" />
            <source>No line of this street lies within 300 m; the address went to the nearest street section.</source>
            <translation>Im Umkreis von 300 m liegt keine Linie dieser Straße; die Adresse kam zum nächsten Straßenabschnitt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unit_report.py" />
            <source>The address stands apart from its street section, or at the place of another one's, and lies in the unit of a neighbouring section.</source>
            <translation>Die Adresse steht abseits ihres Straßenabschnitts oder an derselben Stelle wie Adressen eines anderen und liegt in der Einheit eines benachbarten Abschnitts.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unit_report.py" />
            <source>No address belongs to this street section, so it is no unit.</source>
            <translation>Zu diesem Straßenabschnitt gehört keine Adresse; deshalb ist er keine Einheit.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unit_report.py" />
            <source>The section is shorter than 30 m with fewer than 3 addresses and was joined to the next one of its street.</source>
            <translation>Der Abschnitt ist kürzer als 30 m, hat weniger als 3 Adressen und kam zum nächsten seiner Straße.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unit_report.py" />
            <source>The unit holds no address.</source>
            <translation>Die Einheit enthält keine Adresse.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unit_report.py" />
            <source>Slivers without addresses were merged into their neighbours.</source>
            <translation>Splitter ohne Adressen wurden ihren Nachbarn zugeschlagen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unit_report.py" />
            <source>This value of the building type is not known; footprint, storeys and addresses decided instead.</source>
            <translation>Dieser Wert des Gebäudetyps ist nicht bekannt; stattdessen entschieden Grundfläche, Geschosse und Adressen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unit_report.py" />
            <source>The building lies outside all units or has no usable geometry.</source>
            <translation>Das Gebäude liegt außerhalb aller Einheiten oder hat keine brauchbare Geometrie.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unit_report.py" />
            <source>{note} Number: {count}.</source>
            <translation>{note} Anzahl: {count}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unit_report.py" />
            <source>{note} Length {metres} m.</source>
            <translation>{note} Länge {metres} m.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unit_report.py" />
            <source>{note} Value “{value}”, {count} buildings.</source>
            <translation>{note} Wert „{value}“, {count} Gebäude.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unit_table.py" />
            <source>Column “{column}”, row {row}: “{value}” is no number. Correct it or choose another column.</source>
            <translation>Spalte „{column}“, Zeile {row}: „{value}“ ist keine Zahl. Wert berichtigen oder andere Spalte wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unmet.py" />
            <source>{group}Unit {unit} alone has {population} inhabitants, more than the maximum of {limit}. It stays area {area} by itself; divide the unit or raise the maximum.</source>
            <translation>{group}Die Einheit {unit} hat allein {population} Einwohner, mehr als die Höchstzahl von {limit}. Sie bleibt für sich Gebiet {area}; die Einheit teilen oder die Höchstzahl anheben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unmet.py" />
            <source>{group}all its units together have {whole} inhabitants, fewer than the minimum of {limit}. Area {area} with {population} inhabitants is its own; lower the minimum or treat the commune with a neighbour.</source>
            <translation>{group}Alle Einheiten zusammen haben {whole} Einwohner, weniger als die Mindestzahl von {limit}. Gebiet {area} mit {population} Einwohnern bleibt für sich; die Mindestzahl senken oder die Gemeinde mit einer Nachbargemeinde behandeln.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unmet.py" />
            <source>{group}the part around unit {unit} has {population} inhabitants, fewer than the minimum of {limit}, and no neighbour that it could join. It stays area {area} by itself.</source>
            <translation>{group}Der Teil um die Einheit {unit} hat {population} Einwohner, weniger als die Mindestzahl von {limit}, und keinen Nachbarn, dem er sich anschließen könnte. Er bleibt für sich Gebiet {area}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unmet.py" />
            <source>{group}area {area} crosses a barrier around unit {unit} ({length} m of common border). Parts that it joins there: {parts}, with {population} inhabitants in all, which cannot hold the bounds by themselves.</source>
            <translation>{group}Gebiet {area} überschreitet um die Einheit {unit} eine Barriere ({length} m gemeinsame Grenze). Dort angeschlossene Teile: {parts}, zusammen mit {population} Einwohnern, die für sich die Grenzwerte nicht einhalten können.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unmet.py" />
            <source>{group}area {area} around unit {unit} has {population} inhabitants, fewer than the minimum of {limit}: no division was found that holds both bounds here. Widen the bounds or divide large units.</source>
            <translation>{group}Gebiet {area} um die Einheit {unit} hat {population} Einwohner, weniger als die Mindestzahl von {limit}: Hier wurde keine Aufteilung gefunden, die beide Grenzwerte einhält. Die Grenzwerte weiter fassen oder große Einheiten teilen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unmet.py" />
            <source>{group}area {area} around unit {unit} has {population} inhabitants, more than the maximum of {limit}.</source>
            <translation>{group}Gebiet {area} um die Einheit {unit} hat {population} Einwohner, mehr als die Höchstzahl von {limit}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unmet.py" />
            <source>{group}the units that were fixed to area “{fixed}” do not touch within the bounds, barriers and communes. Unit {unit} with {population} inhabitants is in area {area}, apart from the others.</source>
            <translation>{group}Die für Gebiet „{fixed}“ festgelegten Einheiten hängen innerhalb von Grenzwerten, Barrieren und Gemeinden nicht zusammen. Die Einheit {unit} mit {population} Einwohnern liegt in Gebiet {area}, getrennt von den übrigen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unmet.py" />
            <source>{group}the units that were fixed to area “{fixed}” have {population} inhabitants, more than the maximum of {limit}. They stay together as area {area}.</source>
            <translation>{group}Die für Gebiet „{fixed}“ festgelegten Einheiten haben {population} Einwohner, mehr als die Höchstzahl von {limit}. Sie bleiben zusammen als Gebiet {area}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/unmet.py" />
            <source>{group}{wanted} areas were asked for; {found} are possible within bounds, barriers and communes.</source>
            <translation>{group}Gewünscht waren {wanted} Gebiete; möglich sind innerhalb von Grenzwerten, Barrieren und Gemeinden {found}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/errors.py" />
            <source>Cancelled by the user.</source>
            <translation>Vom Benutzer abgebrochen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/errors.py" />
            <source>Column “{column}” is missing in “{table}”. It has: {available}.</source>
            <translation>Die Spalte „{column}“ fehlt in „{table}“. Vorhanden sind: {available}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/aggregation.py" />
            <source>“{text}” is no date. Write it as 31.12.2025 or 2025-12-31.</source>
            <translation>„{text}“ ist kein Datum. Schreibweise: 31.12.2025 oder 2025-12-31.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/aggregation.py" />
            <source>“{layer}”, row {row}, field “{field}”: “{cell}” is no number. Correct it or import the table anew.</source>
            <translation>„{layer}“, Zeile {row}, Feld „{field}“: „{cell}“ ist keine Zahl. Bitte berichtigen oder die Tabelle neu einlesen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_areas.py" />
            <source>KEYS has no area for this key, or the row names no commune; not in the result</source>
            <translation>KEYS hat für diesen Schlüssel kein Gebiet, oder die Zeile nennt keine Gemeinde; nicht im Ergebnis</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_areas.py" />
            <source>hidden by the labour agency (below 10): {features}</source>
            <translation>von der Bundesagentur für Arbeit verborgen (unter 10): {features}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_areas.py" />
            <source>area without a delivery</source>
            <translation>Gebiet ohne Lieferung</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_areas.py" />
            <source>key</source>
            <translation>Schlüssel</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_areas.py" />
            <source>the areas have none with this key</source>
            <translation>die Gebiete haben keines mit diesem Schlüssel</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_areas.py" />
            <source>INPUT: rows {rows} give different figures for area {area}, “{variable}”, {date}. Ask the labour agency for the file anew.</source>
            <translation>INPUT: Die Zeilen {rows} nennen verschiedene Zahlen für Gebiet {area}, „{variable}“, {date}. Die Datei bei der Bundesagentur für Arbeit neu anfordern.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_areas.py" />
            <source>cases without an address</source>
            <translation>Fälle ohne Adresse</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_areas.py" />
            <source>KEYS: key {key} has two areas, {one} and {other}. Correct the table.</source>
            <translation>KEYS: Schlüssel {key} hat zwei Gebiete, {one} und {other}. Bitte die Tabelle berichtigen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_areas.py" />
            <source>KEYS: keys {one} and {other} both belong to area {area}, but their counts must not be added where some are hidden. Give each key an area of its own.</source>
            <translation>KEYS: Die Schlüssel {one} und {other} gehören beide zu Gebiet {area}; ihre Zahlen dürfen aber nicht addiert werden, wo einige verborgen sind. Jedem Schlüssel ein eigenes Gebiet geben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_delivery.py" />
            <source>rows of the file</source>
            <translation>Zeilen der Datei</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_delivery.py" />
            <source>titles and head</source>
            <translation>Titel und Kopf</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_delivery.py" />
            <source>rows of the footer</source>
            <translation>Zeilen des Tabellenfußes</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_delivery.py" />
            <source>column without numbers, not read</source>
            <translation>Spalte ohne Zahlen, nicht gelesen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_delivery.py" />
            <source>INPUT: no row has a key in its third column and a month. If the file is not called GKZ_ALO_JJJJMM.csv, give REFERENCE_DATE.</source>
            <translation>INPUT: Keine Zeile hat einen Schlüssel in der dritten Spalte und einen Monat. Heißt die Datei nicht GKZ_ALO_JJJJMM.csv, bitte REFERENCE_DATE angeben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_delivery.py" />
            <source>INPUT: the file is empty. Ask the labour agency for it anew.</source>
            <translation>INPUT: Die Datei ist leer. Bei der Bundesagentur für Arbeit neu anfordern.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_delivery.py" />
            <source>INPUT: no row has a 9-digit key or a sum (123456SUM) in its third column and figures from the fifth on. Is it the delivery of the labour agency? Other tables go to “Import office table”.</source>
            <translation>INPUT: Keine Zeile hat einen 9-stelligen Schlüssel oder eine Summe (123456SUM) in der dritten Spalte und Zahlen ab der fünften. Ist es die Lieferung der Bundesagentur für Arbeit? Andere Tabellen gehören in „Amtstabelle importieren“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_delivery.py" />
            <source>INPUT: no column from the fifth on holds figures.</source>
            <translation>INPUT: Keine Spalte ab der fünften enthält Zahlen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_delivery.py" />
            <source>rows of cases without an address (“keine Angabe”)</source>
            <translation>Zeilen von Fällen ohne Adresse („keine Angabe“)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_delivery.py" />
            <source>rows of the smallest areas</source>
            <translation>Zeilen der kleinsten Gebiete</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_delivery.py" />
            <source>sum rows</source>
            <translation>Summenzeilen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_delivery.py" />
            <source>The file's name says {name}, the row {cell}; the row counts.</source>
            <translation>Der Dateiname sagt {name}, die Zeile {cell}; die Zeile gilt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_delivery.py" />
            <source>The file holds several communes: {communes}.</source>
            <translation>Die Datei enthält mehrere Gemeinden: {communes}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_delivery.py" />
            <source>REFERENCE_DATE: “{date}” names no month. Write 202402 or 29.02.2024.</source>
            <translation>REFERENCE_DATE: „{date}“ nennt keinen Monat. 202402 oder 29.02.2024 schreiben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_delivery.py" />
            <source>INPUT: row {row} has figures, but no row above it names the columns.</source>
            <translation>INPUT: Zeile {row} hat Zahlen, aber keine Zeile darüber benennt die Spalten.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_delivery.py" />
            <source>no month; the file's name or REFERENCE_DATE is taken</source>
            <translation>kein Monat; es gilt der Dateiname oder REFERENCE_DATE</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_delivery.py" />
            <source>leading zeros put back: {key}</source>
            <translation>führende Nullen ergänzt: {key}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/ba_sums.py" />
            <source>The sum row says {said}, its parts give {found} (difference {difference}).</source>
            <translation>Die Summenzeile sagt {said}, ihre Teile ergeben {found} (Unterschied {difference}).</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/catalogue.py" />
            <source>{file}, row {row}</source>
            <translation>{file}, Zeile {row}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/catalogue.py" />
            <source>CATALOGUE: the file {file} does not exist.</source>
            <translation>CATALOGUE: Die Datei {file} gibt es nicht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/catalogue.py" />
            <source>{where}: the code is empty.</source>
            <translation>{where}: Der Code ist leer.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/catalogue.py" />
            <source>{where}: the polarity “{polarity}” is none of +, -, 0.</source>
            <translation>{where}: Die Polarität „{polarity}“ ist keine von +, -, 0.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/catalogue.py" />
            <source>{where}: the code {code} is there twice.</source>
            <translation>{where}: Der Code {code} kommt zweimal vor.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/catalogue.py" />
            <source>{where}: “{text}” in the column “{column}” is no number.</source>
            <translation>{where}: „{text}“ in der Spalte „{column}“ ist keine Zahl.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/catalogue.py" />
            <source>INDICATORS: “{entry}” is neither a code nor a theme of the catalogue. It has: {known}.</source>
            <translation>INDICATORS: „{entry}“ ist weder ein Code noch ein Thema des Katalogs. Vorhanden sind: {known}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/census_grid.py" />
            <source>Cell {id} occurs twice, in rows {first} and {second}. Remove one of them.</source>
            <translation>Zelle {id} kommt zweimal vor, in den Zeilen {first} und {second}. Eine davon entfernen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/census_grid.py" />
            <source>“{file}”: no column with ids of grid cells and no columns x and y. It has: {available}. A census grid has one row a cell.</source>
            <translation>„{file}“: keine Spalte mit Gitterzellen-IDs und keine Spalten x und y. Vorhanden sind: {available}. Ein Zensusgitter hat eine Zeile je Zelle.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/census_grid.py" />
            <source>“{file}”: the cell size is unclear, because there is only one cell and no id.</source>
            <translation>„{file}“: Die Zellgröße ist unklar, weil es nur eine Zelle und keine ID gibt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/census_grid.py" />
            <source>“{file}” is empty.</source>
            <translation>„{file}“ ist leer.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/census_grid.py" />
            <source>“{file}” is no regular CSV table: {reason}</source>
            <translation>„{file}“ ist keine regelmäßige CSV-Tabelle: {reason}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/census_grid.py" />
            <source>“{file}” cannot be read: {reason}</source>
            <translation>„{file}“ ist nicht lesbar: {reason}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/compute.py" />
            <source>No indicator can be computed from the variables of COUNTS. Check the field “merkmal”.</source>
            <translation>Aus den Merkmalen in COUNTS lässt sich kein Indikator berechnen. Bitte das Feld „merkmal“ prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/compute.py" />
            <source>COUNTS: the tables have no rows.</source>
            <translation>COUNTS: Die Tabellen haben keine Zeilen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/compute.py" />
            <source>indicator values</source>
            <translation>Indikatorwerte</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/compute.py" />
            <source>with a value</source>
            <translation>mit Wert</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/compute.py" />
            <source>No indicator can be computed: the keys {keys} match no area. Check that COUNTS and AREAS have the same codes.</source>
            <translation>Es lässt sich kein Indikator berechnen: Zu den Schlüsseln {keys} gibt es kein Gebiet. Bitte prüfen, ob COUNTS und AREAS dieselben Codes haben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/compute.py" />
            <source>without a value, marked “{flag}”</source>
            <translation>ohne Wert, Kennzeichen „{flag}“</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/count_records.py" />
            <source>counts</source>
            <translation>Fallzahlen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/count_records.py" />
            <source>without a Stichtag</source>
            <translation>ohne Stichtag</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/count_records.py" />
            <source>of keys that match no area (see the list)</source>
            <translation>mit Schlüsseln, zu denen es kein Gebiet gibt (siehe Liste)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/count_records.py" />
            <source>of variables that no chosen indicator needs</source>
            <translation>zu Merkmalen, die kein gewählter Indikator braucht</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/count_records.py" />
            <source>repetitions with the same value</source>
            <translation>Wiederholungen mit gleichem Wert</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/count_records.py" />
            <source>used</source>
            <translation>verwendet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/count_records.py" />
            <source>COUNTS: {count} counts are there twice with different values: {examples}. Remove one of the tables.</source>
            <translation>COUNTS: {count} Fallzahlen kommen zweimal mit verschiedenen Werten vor: {examples}. Bitte eine der Tabellen entfernen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/count_records.py" />
            <source>COUNTS: “{text}” in the field “{field}” is no number. Import the table with “Import office table”.</source>
            <translation>COUNTS: „{text}“ im Feld „{field}“ ist keine Zahl. Bitte die Tabelle mit „Tabelle eines Amtes einlesen“ einlesen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/formula.py" />
            <source>{where}: the formula is empty.</source>
            <translation>{where}: Die Formel ist leer.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/formula.py" />
            <source>{where}: the formula “{formula}” is not understood from “{rest}”. Write sums and differences of variables, such as E - E[-5].</source>
            <translation>{where}: Die Formel „{formula}“ ist ab „{rest}“ nicht verständlich. Erlaubt sind Summen und Differenzen von Merkmalen, etwa E - E[-5].</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/grid_cells.py" />
            <source>Row {row}: “{id}” is no id of a grid cell such as CRS3035RES100mN2689100E4337000.</source>
            <translation>Zeile {row}: „{id}“ ist keine Gitterzellen-ID wie CRS3035RES100mN2689100E4337000.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/grid_cells.py" />
            <source>Row {row}: “{value}” in column “{column}” is no coordinate.</source>
            <translation>Zeile {row}: „{value}“ in Spalte „{column}“ ist keine Koordinate.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/grid_values.py" />
            <source>no value (dash)</source>
            <translation>kein Wert (Strich)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/grid_values.py" />
            <source>unknown or secret (point, star)</source>
            <translation>unbekannt oder geheim (Punkt, Stern)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/grid_values.py" />
            <source>empty</source>
            <translation>leer</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/grid_values.py" />
            <source>statistically unsafe (/)</source>
            <translation>statistisch unsicher (/)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/grid_values.py" />
            <source>not applicable (x)</source>
            <translation>Aussage nicht sinnvoll (x)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/grid_values.py" />
            <source>later (...)</source>
            <translation>fällt später an (...)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/grid_values.py" />
            <source>no value ({sentinel})</source>
            <translation>kein Wert ({sentinel})</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/grid_values.py" />
            <source>Column “{column}”, row {row}: “{value}” is no number. Name the columns you need in FIELDS.</source>
            <translation>Spalte „{column}“, Zeile {row}: „{value}“ ist keine Zahl. In FIELDS die benötigten Spalten nennen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/hierarchy.py" />
            <source>AREAS: the layer has no areas.</source>
            <translation>AREAS: Der Layer enthält keine Gebiete.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/hierarchy.py" />
            <source>AREAS: {count} areas have no code in the field “{field}”.</source>
            <translation>AREAS: {count} Gebiete haben keinen Code im Feld „{field}“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/hierarchy.py" />
            <source>AREAS: the code {code} is there {count} times ({others} codes are repeated). Each area needs its own.</source>
            <translation>AREAS: Der Code {code} kommt {count}-mal vor ({others} Codes sind mehrfach vergeben). Jedes Gebiet braucht einen eigenen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/hierarchy.py" />
            <source>AREAS: the areas above {code} lead back to itself. Check the field “{field}”.</source>
            <translation>AREAS: Die Gebiete über {code} führen auf es selbst zurück. Bitte das Feld „{field}“ prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/import_cells.py" />
            <source>cells</source>
            <translation>Zellen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/import_cells.py" />
            <source>plain numbers</source>
            <translation>einfache Zahlen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/import_cells.py" />
            <source>missing (fehlt)</source>
            <translation>fehlend (fehlt)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/import_cells.py" />
            <source>neither a number nor a symbol; taken as missing</source>
            <translation>weder Zahl noch Zeichen; als fehlend gewertet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/import_cells.py" />
            <source>Some cells have a decimal comma ({comma}), some a decimal point ({point}); set DECIMAL if need be.</source>
            <translation>Einige Zellen haben ein Dezimalkomma ({comma}), einige einen Dezimalpunkt ({point}); nötigenfalls DECIMAL setzen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/import_cells.py" />
            <source>marked “{flag}”</source>
            <translation>Kennzeichen „{flag}“</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/import_dates.py" />
            <source>The table does not say its Stichtag. Give REFERENCE_DATE (31.12.2025, or 15.10.{mark} with the year from the head) or DATE_FIELD.</source>
            <translation>Die Tabelle nennt keinen Stichtag. Bitte REFERENCE_DATE (31.12.2025 oder 15.10.{mark} mit dem Jahr aus dem Tabellenkopf) oder DATE_FIELD angeben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/import_dates.py" />
            <source>Stichtag: from the column “{column}”</source>
            <translation>Stichtag: aus der Spalte „{column}“</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/import_dates.py" />
            <source>Stichtag: {dates} (as given)</source>
            <translation>Stichtag: {dates} (wie angegeben)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/import_dates.py" />
            <source>Stichtag: {dates} (from the heads)</source>
            <translation>Stichtag: {dates} (aus dem Tabellenkopf)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/import_dates.py" />
            <source>Stichtag: {dates} (from the title)</source>
            <translation>Stichtag: {dates} (aus dem Titel)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/import_dates.py" />
            <source>REFERENCE_DATE “{date}” and DATE_FIELD “{column}” contradict each other. Give one of them.</source>
            <translation>REFERENCE_DATE „{date}“ und DATE_FIELD „{column}“ widersprechen einander. Bitte nur eines angeben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/import_dates.py" />
            <source>REFERENCE_DATE: “{date}” is no date. Write 31.12.2025 or 2025-12-31.</source>
            <translation>REFERENCE_DATE: „{date}“ ist kein Datum. Schreibweise: 31.12.2025 oder 2025-12-31.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/import_dates.py" />
            <source>REFERENCE_DATE: the head “{head}” names no year for the pattern “{pattern}”.</source>
            <translation>REFERENCE_DATE: Der Kopf „{head}“ nennt kein Jahr für das Muster „{pattern}“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/import_rows.py" />
            <source>rows of the head</source>
            <translation>Zeilen des Tabellenkopfs</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/import_rows.py" />
            <source>titles above the head</source>
            <translation>Titelzeilen über dem Tabellenkopf</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/import_rows.py" />
            <source>FILTER: “{text}” is no condition. Write Spalte=Wert.</source>
            <translation>FILTER: „{text}“ ist keine Bedingung. Schreibweise: Spalte=Wert.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/import_rows.py" />
            <source>{count} keys had been made numbers by a spreadsheet (such as {example}) and are text again.</source>
            <translation>{count} Schlüssel hatte eine Tabellenkalkulation in Zahlen verwandelt (etwa {example}); sie sind wieder Text.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/import_rows.py" />
            <source>All keys lacked the leading zero (such as {example}); it was put back.</source>
            <translation>Allen Schlüsseln fehlte die führende Null (etwa {example}); sie wurde ergänzt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/import_rows.py" />
            <source>{count} keys are one digit shorter than others that begin with 0 (such as {example}): check them.</source>
            <translation>{count} Schlüssel sind eine Stelle kürzer als andere, die mit 0 beginnen (etwa {example}): bitte prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/person_data.py" />
            <source>The file has the columns {columns}: rows about single persons do not belong into an indicator table. Ask the office for counts per area, or delete these columns at the source.</source>
            <translation>Die Datei hat die Spalten {columns}: Personenbezogene Einzeldaten gehören nicht in eine Indikatorentabelle. Bitte beim Amt Fallzahlen je Gebiet anfordern oder diese Spalten an der Quelle löschen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/pivot.py" />
            <source>INPUT: the table of indicators has no rows.</source>
            <translation>INPUT: Die Indikatorentabelle hat keine Zeilen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/pivot.py" />
            <source>LEVEL: the table has no areas of the level “{level}”. It has: {levels}.</source>
            <translation>LEVEL: Die Tabelle hat keine Gebiete der Ebene „{level}“. Vorhanden sind: {levels}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/pivot.py" />
            <source>INPUT: {key} is there twice. Remove one of the rows.</source>
            <translation>INPUT: {key} kommt zweimal vor. Bitte eine der Zeilen entfernen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/pivot.py" />
            <source>INDICATORS: “{code}” is not in the table at this level. It has: {codes}.</source>
            <translation>INDICATORS: „{code}“ steht auf dieser Ebene nicht in der Tabelle. Vorhanden sind: {codes}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/reference_dates.py" />
            <source>REFERENCE_DATE: “{pattern}” gives no date for {year}. Write 31.12.2025, 2025-12-31 or a pattern like 15.10.{mark}.</source>
            <translation>REFERENCE_DATE: „{pattern}“ ergibt für {year} kein Datum. Schreibweise: 31.12.2025, 2025-12-31 oder ein Muster wie 15.10.{mark}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/row_kinds.py" />
            <source>rows with the counts of an area</source>
            <translation>Zeilen mit den Fallzahlen eines Gebiets</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/row_kinds.py" />
            <source>empty rows</source>
            <translation>leere Zeilen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/row_kinds.py" />
            <source>headings and footnotes between the rows</source>
            <translation>Zwischenüberschriften und Fußnoten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/row_kinds.py" />
            <source>repeated heads</source>
            <translation>wiederholte Tabellenköpfe</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/row_kinds.py" />
            <source>rows that FILTER leaves out</source>
            <translation>Zeilen, die FILTER ausschließt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/row_kinds.py" />
            <source>totals without a key, left out</source>
            <translation>Summenzeilen ohne Schlüssel, ausgelassen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/row_kinds.py" />
            <source>rows of cases without an area (“keine Angabe”), left out</source>
            <translation>Zeilen mit Fällen ohne Gebiet („keine Angabe“), ausgelassen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/row_kinds.py" />
            <source>rows without a key, left out (see the list)</source>
            <translation>Zeilen ohne Schlüssel, ausgelassen (siehe Liste)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/row_kinds.py" />
            <source>rows without a valid Stichtag, left out (see the list)</source>
            <translation>Zeilen ohne gültigen Stichtag, ausgelassen (siehe Liste)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/table_columns.py" />
            <source>No column holds numbers beside the key. Name the columns in VALUE_FIELDS.</source>
            <translation>Außer dem Schlüssel enthält keine Spalte Zahlen. Bitte die Spalten in VALUE_FIELDS nennen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/table_import.py" />
            <source>decimal comma</source>
            <translation>Dezimalkomma</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/table_import.py" />
            <source>decimal point</source>
            <translation>Dezimalpunkt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/table_import.py" />
            <source>{count} counts have area, variable and Stichtag in common with another (first: {area}, {variable}, {date}).</source>
            <translation>{count} Fallzahlen stimmen in Gebiet, Merkmal und Stichtag mit einer anderen überein (die erste: {area}, {variable}, {date}).</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/table_import.py" />
            <source>Head: row {rows}; numbers with {decimal}</source>
            <translation>Tabellenkopf: Zeile {rows}; Zahlen mit {decimal}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/table_import.py" />
            <source>Key: column “{column}”</source>
            <translation>Schlüssel: Spalte „{column}“</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/table_import.py" />
            <source>Columns read: {columns}</source>
            <translation>Gelesene Spalten: {columns}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/table_import.py" />
            <source>Columns not read: {columns}</source>
            <translation>Nicht gelesene Spalten: {columns}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/table_import.py" />
            <source>No row has a key in the column “{column}” and a Stichtag. Check KEY_FIELD and DATE_FIELD.</source>
            <translation>Keine Zeile hat einen Schlüssel in der Spalte „{column}“ und einen Stichtag. Bitte KEY_FIELD und DATE_FIELD prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/table_import.py" />
            <source>The columns {columns} all give “{variable}” at {date}. Set REFERENCE_DATE or VALUE_FIELDS.</source>
            <translation>Die Spalten {columns} liefern alle „{variable}“ zum {date}. Bitte REFERENCE_DATE oder VALUE_FIELDS setzen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/table_import.py" />
            <source>{count} cells hold symbols (such as {example}) that the profile does not know: choose SYMBOLS.</source>
            <translation>{count} Zellen enthalten Zeichen (etwa {example}), die das Profil nicht kennt: bitte SYMBOLS wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/table_layout.py" />
            <source>The table has no row with numbers. Check DELIMITER and SHEET.</source>
            <translation>Die Tabelle hat keine Zeile mit Zahlen. Bitte DELIMITER und SHEET prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/table_layout.py" />
            <source>FIRST_ROW: the table has no row {row}; it ends at row {last}.</source>
            <translation>FIRST_ROW: Die Tabelle hat keine Zeile {row}; sie endet mit Zeile {last}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/table_layout.py" />
            <source>The table has no head above row {row}. Its first row must name the columns.</source>
            <translation>Über Zeile {row} fehlt der Tabellenkopf. Die erste Zeile muss die Spalten benennen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/table_layout.py" />
            <source>column {number}</source>
            <translation>Spalte {number}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/text_file.py" />
            <source>The file is no text table. Give a CSV, TXT, XLSX, ODS or XLS file.</source>
            <translation>Die Datei ist keine Texttabelle. Bitte eine CSV-, TXT-, XLSX-, ODS- oder XLS-Datei angeben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/text_file.py" />
            <source>ENCODING: “{encoding}” is no known encoding. Write auto, utf-8 or cp1252, for example.</source>
            <translation>ENCODING: „{encoding}“ ist keine bekannte Zeichenkodierung. Möglich sind etwa auto, utf-8 oder cp1252.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/text_file.py" />
            <source>Line {line} is not valid in the encoding “{encoding}”. Set ENCODING to auto.</source>
            <translation>Zeile {line} ist in der Zeichenkodierung „{encoding}“ nicht lesbar. Bitte ENCODING auf auto setzen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/text_file.py" />
            <source>DELIMITER: “{delimiter}” is no single sign. Write auto, ;, comma, tab or |.</source>
            <translation>DELIMITER: „{delimiter}“ ist kein einzelnes Zeichen. Möglich sind auto, ;, comma, tab oder |.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indicators/text_file.py" />
            <source>Line {line} cannot be cut into cells: {reason}. Check the quotation marks there.</source>
            <translation>Zeile {line} lässt sich nicht in Zellen zerlegen: {reason}. Bitte dort die Anführungszeichen prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/area_codes.py" />
            <source>the same row again</source>
            <translation>dieselbe Zeile noch einmal</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/area_codes.py" />
            <source>Area {area} stands in rows {first} and {second} with different values. The table must have one row per area.</source>
            <translation>Das Gebiet {area} steht mit verschiedenen Werten in den Zeilen {first} und {second}. Die Tabelle muss je Gebiet genau eine Zeile haben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/cells.py" />
            <source>Row {row}, column “{column}”: “{text}” says neither yes nor no. Use 1/0, ja/nein or true/false.</source>
            <translation>Zeile {row}, Spalte „{column}“: „{text}“ bedeutet weder ja noch nein. Möglich sind 1/0, ja/nein oder wahr/falsch.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/class_names.py" />
            <source>high</source>
            <translation>hoch</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/class_names.py" />
            <source>medium</source>
            <translation>mittel</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/class_names.py" />
            <source>low</source>
            <translation>niedrig</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/class_names.py" />
            <source>very low</source>
            <translation>sehr niedrig</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/class_names.py" />
            <source>positive</source>
            <translation>positiv</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/class_names.py" />
            <source>stable</source>
            <translation>stabil</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/class_names.py" />
            <source>negative</source>
            <translation>negativ</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/class_names.py" />
            <source>Status {status}, dynamics {dynamics}</source>
            <translation>Status {status}, Dynamik {dynamics}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/class_names.py" />
            <source>Status {status}</source>
            <translation>Status {status}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/exclusion.py" />
            <source>all values are 0 (placeholder)</source>
            <translation>alle Werte sind 0 (Platzhalter)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/exclusion.py" />
            <source>no area code</source>
            <translation>kein Gebietsschlüssel</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/exclusion.py" />
            <source>flagged by the user</source>
            <translation>als auszuschließen gekennzeichnet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/exclusion.py" />
            <source>number of inhabitants unknown</source>
            <translation>Einwohnerzahl unbekannt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/exclusion.py" />
            <source>no values</source>
            <translation>keine Werte</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/exclusion.py" />
            <source>fewer than {minimum} inhabitants</source>
            <translation>weniger als {minimum} Einwohner</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/exclusion.py" />
            <source>flagged by the user: {reason}</source>
            <translation>als auszuschließen gekennzeichnet: {reason}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/exclusion.py" />
            <source>no value in {fields}</source>
            <translation>kein Wert in {fields}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/exclusion.py" />
            <source>Column “{column}” holds no number. Choose another one.</source>
            <translation>Die Spalte „{column}“ enthält keine Zahl. Bitte eine andere wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/exclusion.py" />
            <source>Row {row} (area {area}), column “{column}”: “{text}” is no number. Correct it, or empty it if there is no value.</source>
            <translation>Zeile {row} (Gebiet {area}), Spalte „{column}“: „{text}“ ist keine Zahl. Bitte berichtigen oder die Zelle leeren, wenn es keinen Wert gibt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/status_dynamics.py" />
            <source>status</source>
            <translation>Status</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/status_dynamics.py" />
            <source>areas</source>
            <translation>Gebiete</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/status_dynamics.py" />
            <source>with an index</source>
            <translation>mit Index</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/status_dynamics.py" />
            <source>The table has no rows, so there is no area to compare.</source>
            <translation>Die Tabelle hat keine Zeilen; es gibt kein Gebiet zum Vergleichen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/status_dynamics.py" />
            <source>dynamics</source>
            <translation>Dynamik</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/status_dynamics.py" />
            <source>No area is left for the index. {account}</source>
            <translation>Für den Index bleibt kein Gebiet übrig. {account}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/status_dynamics.py" />
            <source>Field “{field}” is given for status and for dynamics. It can only be one.</source>
            <translation>Das Feld „{field}“ ist für Status und Dynamik angegeben. Es kann nur eines von beiden sein.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/status_report.py" />
            <source>“{field}” is the same in all areas: it adds nothing to the {index} index.</source>
            <translation>„{field}“ ist in allen Gebieten gleich und trägt zum Index {index} nichts bei.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/status_report.py" />
            <source>The areas do not differ in {index}: the index is 0 and the class the middle one for all of them.</source>
            <translation>Die Gebiete unterscheiden sich nicht ({index}): Der Index ist überall 0, die Klasse überall die mittlere.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/status_report.py" />
            <source>Only {count} areas have an index. Classes by standard deviations are unstable below about {limit} areas: a single area moves the limits for all.</source>
            <translation>Nur {count} Gebiete haben einen Index. Klassen nach Standardabweichungen sind unter etwa {limit} Gebieten nicht stabil: Ein einziges Gebiet verschiebt die Grenzen für alle.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/status_report.py" />
            <source>{count} areas are left out because all their values are exactly 0, which published tables write for “not computed”. Switch ZERO_ROWS_ARE_MISSING off if these are real values.</source>
            <translation>{count} Gebiete bleiben außen vor, weil alle ihre Werte genau 0 sind; so schreiben veröffentlichte Tabellen „nicht berechnet“. Sind es echte Werte, ZERO_ROWS_ARE_MISSING ausschalten.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/status_report.py" />
            <source>Standardised with the mean and the standard deviation (ddof = 0) of the areas with an index:</source>
            <translation>Standardisiert mit Mittelwert und Standardabweichung (ddof = 0) der Gebiete mit Index:</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/status_report.py" />
            <source>  {index}, {field}: mean {mean}, standard deviation {sd}</source>
            <translation>  {index}, {field}: Mittelwert {mean}, Standardabweichung {sd}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/status_report.py" />
            <source>Column “{column}”: {count} x “{mark}” read as missing.</source>
            <translation>Spalte „{column}“: {count} x „{mark}“ als fehlend gelesen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/indices/status_report.py" />
            <source>sum of z values</source>
            <translation>Summe der z-Werte</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/profiles/accounts.py" />
            <source>with a profile</source>
            <translation>mit Profil</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/profiles/accounts.py" />
            <source>of other levels</source>
            <translation>anderer Ebenen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/profiles/accounts.py" />
            <source>indicator rows</source>
            <translation>Indikatorzeilen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/profiles/accounts.py" />
            <source>with a value or mark to print</source>
            <translation>mit druckbarem Wert oder Zeichen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/profiles/accounts.py" />
            <source>hidden, printed as ·</source>
            <translation>geheim, als · gedruckt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/profiles/accounts.py" />
            <source>of areas that the layer does not have</source>
            <translation>zu Gebieten, die der Layer nicht enthält</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/profiles/accounts.py" />
            <source>index rows</source>
            <translation>Indexzeilen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/profiles/accounts.py" />
            <source>printed as a class</source>
            <translation>als Klasse gedruckt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/profiles/accounts.py" />
            <source>of areas without a profile</source>
            <translation>zu Gebieten ohne Profil</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/profiles/accounts.py" />
            <source>facilities</source>
            <translation>Einrichtungen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/profiles/accounts.py" />
            <source>of a kind that has a letter on the map</source>
            <translation>mit einem Buchstaben auf der Karte</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/profiles/accounts.py" />
            <source>of other kinds, not drawn</source>
            <translation>anderer Art, nicht dargestellt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/profiles/chart_files.py" />
            <source>The charts cannot be written into {folder}: {reason}.</source>
            <translation>Die Diagramme lassen sich nicht in {folder} speichern: {reason}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/profiles/colours.py" />
            <source>“{colour}” is not a colour. Write it as # and six hexadecimal digits.</source>
            <translation>„{colour}“ ist keine Farbe. Farben werden als # mit sechs Hexadezimalziffern geschrieben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/profiles/colours.py" />
            <source>The accent colour {colour} has a contrast of {contrast} : 1 with white; text needs at least 4.5 : 1. Choose a darker colour.</source>
            <translation>Die Akzentfarbe {colour} hat zu Weiß einen Kontrast von {contrast} : 1; Text braucht mindestens 4,5 : 1. Bitte eine dunklere Farbe wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/profiles/observations.py" />
            <source>Indicator “{indicator}” has two values for area “{area}” on {date}. Leave one row per indicator, area and Stichtag.</source>
            <translation>Der Indikator „{indicator}“ hat für das Gebiet „{area}“ zum {date} zwei Werte. Je Indikator, Gebiet und Stichtag darf nur eine Zeile bleiben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/profiles/places.py" />
            <source>The area in row {row} has no code in “{column}”. Give every area a code.</source>
            <translation>Das Gebiet in Zeile {row} hat keinen Schlüssel in „{column}“. Jedes Gebiet braucht einen Schlüssel.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/profiles/places.py" />
            <source>Area code “{code}” occurs twice in the areas. Codes must be unique.</source>
            <translation>Der Gebietsschlüssel „{code}“ kommt in den Gebieten doppelt vor. Schlüssel müssen eindeutig sein.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/profiles/places.py" />
            <source>There is no area of level “{level}”. The areas have the levels: {levels}.</source>
            <translation>Es gibt kein Gebiet der Ebene „{level}“. Vorhandene Ebenen: {levels}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/geo/address_book.py" />
            <source>Reading addresses</source>
            <translation>Adressen werden gelesen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/geo/metric.py" />
            <source>The point {x} / {y} cannot lie in {crs}. Check the coordinate columns and the CRS.</source>
            <translation>Der Punkt {x} / {y} kann nicht in {crs} liegen. Koordinatenspalten und Koordinatenbezugssystem prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/geo/network_faces.py" />
            <source>No street line lies inside the boundary. Check the coordinate reference systems of the layers.</source>
            <translation>Keine Straßenlinie liegt innerhalb der Begrenzung. Koordinatenbezugssysteme der Layer prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/geo/network_faces.py" />
            <source>None of the addresses lies inside the boundary. Check the coordinate reference systems of the layers.</source>
            <translation>Keine der Adressen liegt innerhalb der Begrenzung. Koordinatenbezugssysteme der Layer prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/geo/office_files.py" />
            <source>Encoding: {encoding}; delimiter: {sign}</source>
            <translation>Zeichenkodierung: {encoding}; Trennzeichen: {sign}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/geo/office_files.py" />
            <source>INPUT: the file {file} does not exist.</source>
            <translation>INPUT: Die Datei {file} gibt es nicht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/geo/office_files.py" />
            <source>Sheet: {sheet}</source>
            <translation>Tabellenblatt: {sheet}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/geo/spreadsheets.py" />
            <source>{file} cannot be written. Is it open in another program, or the folder missing?</source>
            <translation>{file} kann nicht geschrieben werden. Ist sie in einem anderen Programm geöffnet, oder fehlt der Ordner?</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/geo/spreadsheets.py" />
            <source>{file} has no cells to read.</source>
            <translation>{file} enthält keine Zellen mit Inhalt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/geo/spreadsheets.py" />
            <source>SHEET: “{sheet}” is missing in {file}. It has: {names}.</source>
            <translation>SHEET: „{sheet}“ fehlt in {file}. Vorhanden sind: {names}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/geo/spreadsheets.py" />
            <source>{file} cannot be read as a spreadsheet. Save it anew, or as CSV.</source>
            <translation>{file} lässt sich nicht als Tabellenkalkulation lesen. Bitte neu oder als CSV speichern.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/address_filter.py" />
            <source>Sozialraum: addresses and areas</source>
            <translation>Sozialraum: Adressen und Gebiete</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/address_filter.py" />
            <source>No layer of addresses or areas: choose it under Settings &gt; Options &gt; Sozialraum</source>
            <translation>Kein Layer mit Adressen oder Gebieten: bitte wählen unter Einstellungen &gt; Optionen &gt; Sozialraum</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/address_filter.py" />
            <source>Addresses are being read…</source>
            <translation>Die Adressen werden gelesen …</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/address_filter.py" />
            <source>{place} has no position that the map can show.</source>
            <translation>{place} hat keine Lage, die die Karte zeigen kann.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/address_status.py" />
            <source>No address is found: no point layer of this project has fields for street and house number under a usual name. Choose the layer and its fields.</source>
            <translation>Es wird keine Adresse gefunden: Kein Punktlayer dieses Projekts hat Felder für Straße und Hausnummer unter einem üblichen Namen. Bitte den Layer und seine Felder wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/address_status.py" />
            <source>The addresses are not read yet.</source>
            <translation>Die Adressen sind noch nicht gelesen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/address_status.py" />
            <source>Their areas are unknown: the layer has no field with the code of an area, and no polygon layer with the field “gebiet” holds them.</source>
            <translation>Ihre Gebiete sind unbekannt: Der Layer hat kein Feld mit einem Gebietsschlüssel, und in keinem Polygonlayer mit dem Feld „gebiet“ liegen sie.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/address_status.py" />
            <source>{level}: {located} of {count} addresses lie in an area of “{layer}” (areas: {areas}).</source>
            <translation>{level}: {located} von {count} Adressen liegen in einem Gebiet von „{layer}“ (Gebiete: {areas}).</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/address_status.py" />
            <source>{level}: {located} of {count} addresses, by their field “{field}”.</source>
            <translation>{level}: {located} von {count} Adressen, nach ihrem Feld „{field}“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/address_status.py" />
            <source>Addresses read from “{layer}”: {count} (streets: {streets}).</source>
            <translation>Adressen gelesen aus „{layer}“: {count} (Straßen: {streets}).</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/address_status.py" />
            <source>Polygons without a code or a place on the map of the addresses: {count}.</source>
            <translation>Polygone ohne Schlüssel oder ohne Lage auf der Karte der Adressen: {count}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/address_status.py" />
            <source>Points without a street, left out: {count}.</source>
            <translation>Punkte ohne Straße, weggelassen: {count}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/address_status.py" />
            <source>{level}: no address lies in an area of “{layer}” (areas: {areas}).</source>
            <translation>{level}: Keine Adresse liegt in einem Gebiet von „{layer}“ (Gebiete: {areas}).</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/area_function.py" />
            <source>&lt;h3&gt;gebiet_von(strasse, hausnummer, plz, ebene, ort)&lt;/h3&gt;&lt;p&gt;Returns the code of the area of an address, from the address layer of the project: from its fields, else from the polygons that its points lie in. Ways of writing such as “Hauptstr.” and “12 A” do not matter. NULL if the address is not in the list or lies in several areas. Without a house number the area of a street that lies wholly in one.&lt;/p&gt;&lt;p&gt;“plz” and “ort” (town, part of it, or both) tell streets of the same name apart; they are not compared where the layer has no such field. “ebene” is 'quartier', 'sozialraum', 'gebiet' or another level of the area layer; without it the first of gebiet, sozialraum and quartier that there is.&lt;/p&gt;&lt;p&gt;gebiet_von('Hauptstraße', '12a') → '0599900101'&lt;br&gt;gebiet_von('Hauptstraße', 12, ebene:='quartier', ort:='Prummern') → '05999001012'&lt;/p&gt;&lt;p&gt;Layers and fields are chosen under Settings &gt; Options &gt; Sozialraum; edits count once they are saved.&lt;/p&gt;</source>
            <translation>&lt;h3&gt;gebiet_von(strasse, hausnummer, plz, ebene, ort)&lt;/h3&gt;&lt;p&gt;Gibt den Gebietsschlüssel einer Adresse zurück, aus dem Adresslayer des Projekts: aus seinen Feldern, sonst aus den Polygonen, in denen seine Punkte liegen. Schreibweisen wie „Hauptstr.“ und „12 A“ sind gleichgültig. NULL, wenn die Adresse nicht in der Liste steht oder in mehreren Gebieten liegt. Ohne Hausnummer das Gebiet einer Straße, die ganz in einem liegt.&lt;/p&gt;&lt;p&gt;„plz“ und „ort“ (Ort, Ortsteil oder beides) unterscheiden Straßen gleichen Namens; hat der Layer kein solches Feld, wird nicht verglichen. „ebene“ ist 'quartier', 'sozialraum', 'gebiet' oder eine andere Ebene des Gebietslayers; ohne sie gilt die erste vorhandene von gebiet, sozialraum und quartier.&lt;/p&gt;&lt;p&gt;gebiet_von('Hauptstraße', '12a') → '0599900101'&lt;br&gt;gebiet_von('Hauptstraße', 12, ebene:='quartier', ort:='Prummern') → '05999001012'&lt;/p&gt;&lt;p&gt;Layer und Felder werden unter Einstellungen &gt; Optionen &gt; Sozialraum gewählt; Änderungen zählen, sobald sie gespeichert sind.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/area_function.py" />
            <source>gebiet_von() is NULL everywhere: no point layer of this project has addresses. Choose the layer and its fields under Settings &gt; Options &gt; Sozialraum.</source>
            <translation>gebiet_von() ist überall NULL: Kein Punktlayer dieses Projekts enthält Adressen. Bitte den Layer und seine Felder unter Einstellungen &gt; Optionen &gt; Sozialraum wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/area_function.py" />
            <source>“{level}” is no level; there are {levels}.</source>
            <translation>„{level}“ ist keine Ebene; es gibt {levels}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/area_function.py" />
            <source>gebiet_von() is NULL everywhere: neither the address layer nor a polygon layer with the field “gebiet” tells areas of the level asked for ({level}). Choose layers and fields under Settings &gt; Options &gt; Sozialraum.</source>
            <translation>gebiet_von() ist überall NULL: Weder der Adresslayer noch ein Polygonlayer mit dem Feld „gebiet“ nennt Gebiete der gefragten Ebene ({level}). Bitte Layer und Felder unter Einstellungen &gt; Optionen &gt; Sozialraum wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/options_page.py" />
            <source>The search for addresses (prefix sr) and the function gebiet_von() use these layers. A level of areas for which the addresses have no field is taken from the polygons that they lie in. The choice is stored in the project.</source>
            <translation>Die Adresssuche (Präfix sr) und die Funktion gebiet_von() nutzen diese Layer. Eine Gebietsebene, für die die Adressen kein Feld haben, wird den Polygonen entnommen, in denen sie liegen. Die Auswahl wird im Projekt gespeichert.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/options_page.py" />
            <source>Street</source>
            <translation>Straße</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/options_page.py" />
            <source>House number</source>
            <translation>Hausnummer</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/options_page.py" />
            <source>Suffix</source>
            <translation>Hausnummernzusatz</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/options_page.py" />
            <source>Postcode</source>
            <translation>Postleitzahl</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/options_page.py" />
            <source>Town</source>
            <translation>Ort</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/options_page.py" />
            <source>Ortsteil</source>
            <translation>Ortsteil</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/options_page.py" />
            <source>Quartier</source>
            <translation>Quartier</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/options_page.py" />
            <source>Sozialraum</source>
            <translation>Sozialraum</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/options_page.py" />
            <source>Other area</source>
            <translation>Anderes Gebiet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/options_page.py" />
            <source>Address layer of this project</source>
            <translation>Adresslayer dieses Projekts</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/options_page.py" />
            <source>Code of the area</source>
            <translation>Gebietsschlüssel</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/options_page.py" />
            <source>Name of the area</source>
            <translation>Gebietsname</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/options_page.py" />
            <source>Level</source>
            <translation>Ebene</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/options_page.py" />
            <source>Area layer of this project</source>
            <translation>Gebietslayer dieses Projekts</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/options_page.py" />
            <source>Found by itself</source>
            <translation>Selbst gefunden</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/options_page.py" />
            <source>Layer</source>
            <translation>Layer</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/options_page.py" />
            <source>Choose the fields of street and house number: without them no address is found.</source>
            <translation>Bitte die Felder für Straße und Hausnummer wählen: Ohne sie wird keine Adresse gefunden.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/gui/options_page.py" />
            <source>Choose the field with the code of the area: without it no area is found.</source>
            <translation>Bitte das Feld mit dem Gebietsschlüssel wählen: Ohne es wird kein Gebiet gefunden.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/comparison_layout.py" />
            <source>same colour in both maps: the area goes on</source>
            <translation>gleiche Farbe in beiden Karten: Gebiet besteht fort</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/comparison_layout.py" />
            <source>ground that changes its area</source>
            <translation>Fläche, die das Gebiet wechselt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/comparison_layout.py" />
            <source>border that vanishes</source>
            <translation>wegfallende Grenze</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/export.py" />
            <source>Title and author cannot be written into {path}.</source>
            <translation>Titel und Herausgeber lassen sich nicht in {path} eintragen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/export.py" />
            <source>{path} cannot be written. Is it open in another program, or the folder write-protected?</source>
            <translation>{path} lässt sich nicht schreiben. Ist die Datei in einem anderen Programm geöffnet oder der Ordner schreibgeschützt?</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>Status and dynamics</source>
            <translation>Status und Dynamik</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>Addresses</source>
            <translation>Adressen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>Social areas</source>
            <translation>Sozialräume</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>Blocks</source>
            <translation>Blöcke</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>Quarters</source>
            <translation>Quartiere</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>Areas of all levels</source>
            <translation>Gebiete aller Ebenen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>Street directory</source>
            <translation>Straßenverzeichnis</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>Counts of the offices</source>
            <translation>Merkmale der Fachämter</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>Indicators of all levels</source>
            <translation>Indikatoren aller Ebenen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>Indicator table</source>
            <translation>Indikatorentabelle</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>Index table</source>
            <translation>Indextabelle</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>Profile pages</source>
            <translation>Profilseiten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>Facilities</source>
            <translation>Einrichtungen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>Railway</source>
            <translation>Bahn</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>Streets</source>
            <translation>Straßen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>Buildings</source>
            <translation>Gebäude</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>Water</source>
            <translation>Gewässer</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>Green spaces</source>
            <translation>Grünflächen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>Communes</source>
            <translation>Gemeinden</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>1 Addresses</source>
            <translation>1 Adressen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>2 Delineation</source>
            <translation>2 Abgrenzung</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>3 Indicators</source>
            <translation>3 Indikatoren</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>4 Indices</source>
            <translation>4 Indizes</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>5 Profiles</source>
            <translation>5 Profile</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_catalogue.py" />
            <source>Base map</source>
            <translation>Kartengrundlage</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_styles.py" />
            <source>Quarter</source>
            <translation>Quartier</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_styles.py" />
            <source>Social area</source>
            <translation>Sozialraum</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_styles.py" />
            <source>Commune</source>
            <translation>Gemeinde</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/layer_styles.py" />
            <source>District</source>
            <translation>Kreis</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/project.py" />
            <source>Areas, indicators and indices, made with Sozialraum.</source>
            <translation>Gebiete, Indikatoren und Indizes, erstellt mit Sozialraum.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/project.py" />
            <source>“{file}” holds none of the layers of Sozialraum ({expected}). It has: {available}.</source>
            <translation>„{file}“ enthält keinen der Layer von Sozialraum ({expected}). Vorhanden sind: {available}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/project.py" />
            <source>The project cannot be written to “{file}”: {reason}</source>
            <translation>Das Projekt kann nicht nach „{file}“ geschrieben werden: {reason}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/project_layers.py" />
            <source>“{file}” cannot be read as a GeoPackage, or it holds no layer.</source>
            <translation>„{file}“ kann nicht als GeoPackage gelesen werden oder enthält keinen Layer.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/project_layers.py" />
            <source>Layer “{layer}” in “{file}” cannot be opened.</source>
            <translation>Der Layer „{layer}“ in „{file}“ kann nicht geöffnet werden.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/layouts/status_style.py" />
            <source>excluded</source>
            <translation>ausgeschlossen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_cells.py" />
            <source>COUNT_FIELDS: choose at least one column of the cells to distribute.</source>
            <translation>COUNT_FIELDS: mindestens eine Spalte der Zellen wählen, die verteilt werden soll.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_cells.py" />
            <source>Addresses in a building: {inside}, within 30 m of one: {near}, without a building: {without} (these weigh as the median address).</source>
            <translation>Adressen in einem Gebäude: {inside}, höchstens 30 m von einem entfernt: {near}, ohne Gebäude: {without} (sie zählen mit dem mittleren Gewicht aller Adressen, dem Median).</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_cells.py" />
            <source>“{layer}” has no coordinate reference system. Set it in the layer properties.</source>
            <translation>„{layer}“ hat kein Koordinatenbezugssystem. Es wird in den Layereigenschaften gesetzt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_cells.py" />
            <source>{count} addresses lie in several cells, which overlap or touch there; the first counts.</source>
            <translation>{count} Adressen liegen in mehreren Zellen, die sich dort überlappen oder berühren; es gilt die erste.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_cells.py" />
            <source>{count} buildings have no number in “{column}”; the median of the others counts.</source>
            <translation>{count} Gebäude haben in „{column}“ keine Zahl; es gilt der Median der übrigen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_counts.py" />
            <source>The count “{column}” cannot be named “{name}”: the addresses need that name. Rename it.</source>
            <translation>Die Anzahl „{column}“ kann nicht „{name}“ heißen: Die Adressen brauchen diesen Namen. Die Spalte umbenennen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_counts.py" />
            <source>The column “{column}” of the addresses is replaced.</source>
            <translation>Die Spalte „{column}“ der Adressen wird ersetzt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_match_results.py" />
            <source>found exactly</source>
            <translation>exakt gefunden</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_match_results.py" />
            <source>found by the normal form of the street's name</source>
            <translation>über die Normalform des Straßennamens gefunden</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_match_results.py" />
            <source>found with the street's spelling corrected</source>
            <translation>mit korrigierter Schreibweise der Straße gefunden</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_match_results.py" />
            <source>found by a range of house numbers</source>
            <translation>über einen Hausnummernbereich gefunden</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_match_results.py" />
            <source>placed at the nearest house number</source>
            <translation>an die nächste Hausnummer gesetzt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_match_results.py" />
            <source>not placed: several addresses fit</source>
            <translation>nicht zugeordnet: mehrere Adressen passen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_match_results.py" />
            <source>not placed: no address fits</source>
            <translation>nicht zugeordnet: keine Adresse passt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>Field of the sections with this number.</source>
            <translation>Feld der Abschnitte mit dieser Nummer.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>Field with the letter, if it stands apart.</source>
            <translation>Feld mit dem Buchstaben, wenn er getrennt steht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>Choose the field of the street name (STREET_FIELD) or of its key (STREET_KEY_FIELD).</source>
            <translation>Bitte das Feld des Straßennamens (STREET_FIELD) oder des Straßenschlüssels (STREET_KEY_FIELD) wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>A side needs both fields, first and last number: choose the other one too.</source>
            <translation>Eine Seite braucht beide Felder, erste und letzte Nummer: bitte auch das andere wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>Choose the fields of the first and last number, for the left or the right side.</source>
            <translation>Bitte die Felder der ersten und letzten Nummer wählen, für die linke oder die rechte Seite.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>Street name</source>
            <translation>Straßenname</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>Field of the sections with the street's name.</source>
            <translation>Feld der Abschnitte mit dem Straßennamen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>Street key</source>
            <translation>Straßenschlüssel</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>Field of the sections with the key of the street.</source>
            <translation>Feld der Abschnitte mit dem Straßenschlüssel.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>First number on the left</source>
            <translation>Erste Nummer links</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>Last number on the left</source>
            <translation>Letzte Nummer links</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>First number on the right</source>
            <translation>Erste Nummer rechts</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>Last number on the right</source>
            <translation>Letzte Nummer rechts</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>Suffix of the first number on the left</source>
            <translation>Zusatz der ersten Nummer links</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>Suffix of the last number on the left</source>
            <translation>Zusatz der letzten Nummer links</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>Suffix of the first number on the right</source>
            <translation>Zusatz der ersten Nummer rechts</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>Suffix of the last number on the right</source>
            <translation>Zusatz der letzten Nummer rechts</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>Field of the sections with the postcode. May be absent.</source>
            <translation>Feld der Abschnitte mit der Postleitzahl. Darf fehlen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>Field of the sections with the Ortsteil. May be absent.</source>
            <translation>Feld der Abschnitte mit dem Ortsteil. Darf fehlen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>Field of the sections with the commune: AGS or name.</source>
            <translation>Feld der Abschnitte mit der Gemeinde: AGS oder Name.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>Id of the section</source>
            <translation>Kennung des Abschnitts</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_section_parameters.py" />
            <source>Field with the section's id; without it, its row number.</source>
            <translation>Feld mit der Kennung des Abschnitts; sonst seine Zeilennummer.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/_tables.py" />
            <source>The file {path} cannot be opened as a table.</source>
            <translation>Die Datei {path} lässt sich nicht als Tabelle öffnen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Addresses from street sections</source>
            <translation>Adressen aus Straßenabschnitten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Makes address points of street sections (Straßenabschnitte) that carry the first and last house number of their left and right side. For towns that have no house coordinates, but want a street directory of their areas.

Method: left and right, first and last are meant in the direction of the line; the numbers may fall. A side has all even or all odd numbers between its ends, as these are. They are spread evenly along the line and set beside it. Whether each of these numbers was given out is not known.

No range is guessed: one with an unreadable or missing end, with an even and an odd end, or with too many numbers has no addresses and stands in the report. So do numbers that several sections give and, with the areas, sides that lie in more than one of them.

Example for Köln: STREET_FIELD “STRASSE”, STREET_KEY_FIELD “NUMMER”, STREET_KEY_LENGTH 5, FROM_LEFT_FIELD “HSNR_V_L”, TO_LEFT_FIELD “HSNR_B_L”, FROM_RIGHT_FIELD “HSNR_V_R”, TO_RIGHT_FIELD “HSNR_B_R”. Then “Street directory from areas” with the points.</source>
            <translation>Macht Adresspunkte aus Straßenabschnitten, die die erste und letzte Hausnummer ihrer linken und rechten Seite tragen. Für Städte, die keine Hauskoordinaten haben, aber ein Straßenverzeichnis ihrer Gebiete wollen.

Methode: Links und rechts, erste und letzte Nummer sind in Richtung der Linie gemeint; die Nummern dürfen fallen. Eine Seite hat zwischen ihren Enden alle geraden oder alle ungeraden Nummern, je nachdem, wie diese sind. Sie werden gleichmäßig entlang der Linie verteilt und neben sie gesetzt. Ob jede dieser Nummern vergeben ist, ist nicht bekannt.

Kein Bereich wird geraten: Einer mit unlesbarem oder fehlendem Ende, mit einem geraden und einem ungeraden Ende oder mit zu vielen Nummern bekommt keine Adressen und steht im Bericht. Ebenso Nummern, die mehrere Abschnitte nennen, und, wenn Gebiete angegeben sind, Seiten, die in mehr als einem liegen.

Beispiel für Köln: STREET_FIELD „STRASSE“, STREET_KEY_FIELD „NUMMER“, STREET_KEY_LENGTH 5, FROM_LEFT_FIELD „HSNR_V_L“, TO_LEFT_FIELD „HSNR_B_L“, FROM_RIGHT_FIELD „HSNR_V_R“, TO_RIGHT_FIELD „HSNR_B_R“. Danach mit den Punkten „Straßenverzeichnis aus Gebieten“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Lines with the house numbers of both sides.</source>
            <translation>Linien mit den Hausnummern beider Seiten.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Polygons of the areas, to report sides and repeated numbers that lie in several of them.</source>
            <translation>Flächen der Gebiete, um Seiten und mehrfache Nummern zu melden, die in mehreren von ihnen liegen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Field of the areas with their code.</source>
            <translation>Feld der Gebiete mit ihrem Schlüssel.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Sides that reach into another area by less are reported apart, as possible inaccuracy.</source>
            <translation>Seiten, die höchstens so weit in ein anderes Gebiet reichen, werden getrennt gemeldet, als mögliche Ungenauigkeit.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>How far beside the line the points are set, in metres.</source>
            <translation>Wie weit neben die Linie die Punkte gesetzt werden, in Metern.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>A side whose ends are of different parity (1 to 18) has all numbers between. Else it has none and is reported.</source>
            <translation>Eine Seite mit einem geraden und einem ungeraden Ende (1 bis 18) hat alle Nummern dazwischen. Sonst bekommt sie keine und wird gemeldet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Key of the commune, 8 digits, for sections that do not carry it.</source>
            <translation>Gemeindeschlüssel, 8 Stellen, für Abschnitte, die ihn nicht tragen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>For sections that do not carry it.</source>
            <translation>Für Abschnitte, die ihn nicht tragen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>How many characters of the key's field are the street key, if the section follows. 0: all.</source>
            <translation>Wie viele Zeichen des Schlüsselfelds der Straßenschlüssel sind, wenn dahinter der Abschnitt folgt. 0: alle.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>A side with more numbers is taken for an error and reported.</source>
            <translation>Eine Seite mit mehr Nummern gilt als Fehler und wird gemeldet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Points with the address fields, in metres. “quell_id” is the section.</source>
            <translation>Punkte mit den Adressfeldern, in Metern. „quell_id“ ist der Abschnitt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Sections and sides without addresses, repeated numbers, sides in several areas, each with the reason.</source>
            <translation>Abschnitte und Seiten ohne Adressen, mehrfache Nummern, Seiten in mehreren Gebieten, jeweils mit dem Grund.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Lines of the report on numbers that several sections give: {count}</source>
            <translation>Zeilen des Berichts über Nummern, die mehrere Abschnitte nennen: {count}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Lines of the report on such numbers in different areas: {count}</source>
            <translation>Zeilen des Berichts über solche Nummern in verschiedenen Gebieten: {count}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Lines of the report on sides in several areas: {count}</source>
            <translation>Zeilen des Berichts über Seiten in mehreren Gebieten: {count}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Lines of the report on such sides within the tolerance: {count}</source>
            <translation>Zeilen des Berichts über solche Seiten innerhalb der Toleranz: {count}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Street sections</source>
            <translation>Straßenabschnitte</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Areas</source>
            <translation>Gebiete</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Tolerance at borders (m)</source>
            <translation>Toleranz an Grenzen (m)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Distance from the line (m)</source>
            <translation>Abstand von der Linie (m)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Consecutive numbers</source>
            <translation>Fortlaufende Nummern</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>AGS of the commune</source>
            <translation>AGS der Gemeinde</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Name of the commune</source>
            <translation>Name der Gemeinde</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Digits of the street key</source>
            <translation>Stellen des Straßenschlüssels</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Most numbers of a side</source>
            <translation>Höchstzahl der Nummern einer Seite</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Number of addresses</source>
            <translation>Anzahl der Adressen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Number of sides without addresses</source>
            <translation>Anzahl der Seiten ohne Adressen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Addresses that an earlier section gives as well</source>
            <translation>Adressen, die auch ein früherer Abschnitt nennt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>Sides in several areas</source>
            <translation>Seiten in mehreren Gebieten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>{addresses} addresses from {sections} sections.</source>
            <translation>{addresses} Adressen aus {sections} Abschnitten.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>No section of “{layer}” has a range of house numbers.</source>
            <translation>Kein Abschnitt von „{layer}“ hat einen Bereich von Hausnummern.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/addressesfromsections.py" />
            <source>{parameter}: “{key}” is no AGS of 8 digits, such as 05113000.</source>
            <translation>{parameter}: „{key}“ ist kein achtstelliger AGS wie 05113000.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>Distribute population of grid cells</source>
            <translation>Einwohner aus Gitterzellen verteilen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>Brings the counts of census grid cells (or of any other areas) to the addresses in them, for towns that have no register counts per address.

Within each cell the count is shared out in whole numbers by the method of the largest remainder, so that each cell's total is conserved exactly. An address weighs as much as its share of the footprint of its building (the one it stands in, else the nearest within 30 m), times storeys or dwellings if known; without buildings all addresses weigh the same. What an inhabited cell without addresses holds goes to the 10 addresses nearest to its centre, if they lie within the greatest distance, else it stays undistributed and is reported. Negative marks (-1, -9, -9999), symbols and empty cells are no values.

Example: ADDRESSES adressen, CELLS zensus_1km, COUNT_FIELDS “Einwohner”, BUILDINGS gebaeude. A second grid is added by running the algorithm again on its own result.</source>
            <translation>Bringt die Anzahlen aus Gitterzellen des Zensus (oder aus beliebigen anderen Gebieten) an die Adressen darin, für Städte ohne adressscharfe Registerzahlen.

Innerhalb jeder Zelle wird die Anzahl ganzzahlig nach dem Verfahren der größten Reste (Hare/Niemeyer) verteilt, sodass die Summe jeder Zelle genau erhalten bleibt. Eine Adresse wiegt so viel wie ihr Anteil an der Grundfläche ihres Gebäudes (in dem sie steht, sonst des nächsten innerhalb von 30 m), mal Geschosse oder Wohnungen, soweit bekannt; ohne Gebäude wiegen alle Adressen gleich. Was eine bewohnte Zelle ohne Adressen enthält, geht an die 10 Adressen, die ihrem Mittelpunkt am nächsten liegen, soweit die größte Entfernung reicht; sonst bleibt es unverteilt und wird berichtet. Negative Kennwerte (-1, -9, -9999), Zeichen und leere Zellen sind keine Werte.

Beispiel: ADDRESSES adressen, CELLS zensus_1km, COUNT_FIELDS „Einwohner“, BUILDINGS gebaeude. Ein zweites Gitter kommt hinzu, indem das Verfahren auf sein eigenes Ergebnis angewandt wird.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>Address points; their columns come through.</source>
            <translation>Adresspunkte; ihre Spalten bleiben erhalten.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>How far from its centre, in metres, an inhabited cell without addresses may look for the nearest addresses. 0: never.</source>
            <translation>Wie weit von ihrem Mittelpunkt, in Metern, eine bewohnte Zelle ohne Adressen nach den nächsten Adressen suchen darf. 0: gar nicht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>Polygons, such as the 100 m or 1 km cells of the census, in any CRS. They should not overlap.</source>
            <translation>Polygone, etwa die 100-m- oder 1-km-Zellen des Zensus, in beliebigem Koordinatenbezugssystem. Sie sollten sich nicht überlappen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>Columns of the cells with whole numbers that are distributed, each for itself.</source>
            <translation>Spalten der Zellen mit ganzen Zahlen, die verteilt werden, jede für sich.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>The count that is the number of inhabitants; it comes out as “einwohner”. Empty: the first count, unless the addresses have “einwohner” already from an earlier run.</source>
            <translation>Der Zählwert, der die Einwohnerzahl ist; er heißt im Ergebnis „einwohner“. Leer: der erste Zählwert, außer die Adressen haben „einwohner“ schon aus einem früheren Lauf.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>Column that names the cells in the report, such as gitter_id_100m.</source>
            <translation>Spalte, die die Zellen im Bericht benennt, etwa gitter_id_100m.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>Footprints of the residential buildings; an address weighs by the area of its building.</source>
            <translation>Grundflächen der Wohngebäude; eine Adresse wiegt nach der Fläche ihres Gebäudes.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>Column of the buildings by which their area is multiplied. Where it is empty, its median counts.</source>
            <translation>Spalte der Gebäude, mit der die Grundfläche malgenommen wird. Wo sie leer ist, gilt ihr Median.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>The addresses with one column of whole numbers for each count. Addresses outside all cells get 0.</source>
            <translation>Die Adressen mit einer Spalte ganzer Zahlen je Anzahl. Adressen außerhalb aller Zellen erhalten 0.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>One row for each cell and count: what became of it, how much was distributed, how much not.</source>
            <translation>Je Zelle und Anzahl eine Zeile: was aus ihr wurde, wie viel verteilt wurde und wie viel nicht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>in a cell</source>
            <translation>in einer Zelle</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>outside all cells or without a point</source>
            <translation>außerhalb aller Zellen oder ohne Punkt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>Greatest distance</source>
            <translation>Größte Entfernung</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>Cells with counts</source>
            <translation>Zellen mit Anzahlen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>Counts</source>
            <translation>Anzahlen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>Inhabitants</source>
            <translation>Einwohner</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>Id of the cells</source>
            <translation>Kennung der Zellen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>Storeys or dwellings</source>
            <translation>Geschosse oder Wohnungen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>Addresses with counts</source>
            <translation>Adressen mit Anzahlen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>Inhabitants distributed</source>
            <translation>Verteilte Einwohner</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>Inhabitants not distributed</source>
            <translation>Nicht verteilte Einwohner</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/distributepopulation.py" />
            <source>Cells without a number of inhabitants</source>
            <translation>Zellen ohne Einwohnerzahl</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Import addresses</source>
            <translation>Adressen einlesen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Reads an address file into points with one set of fields: id, commune (AGS), street key, street, house number, suffix, postcode. For everyone who starts from official house coordinates (HK-DE), the open Gebäudereferenzen of Nordrhein-Westfalen (gebref.txt), or a list of the own office.

Encoding, delimiter, decimal comma and the variants of the official layouts are recognised. House numbers such as “12 a”, “12-14”, “12 1/2” or “Nr. 5” are read; those that cannot be read stay in the result without a number and are listed in the report with the reason. Addresses of several UTM zones, or in degrees, come out in one metric CRS.

Example: FORMAT “csv”, X_FIELD “E”, Y_FIELD “N”, STREET_FIELD “STRNAME”, NUMBER_FIELD “HSNR”, SUFFIX_FIELD “HSNRZU”, STREET_KEY_FIELD “STRSCHL”, COMMUNE “05113000”.</source>
            <translation>Liest eine Adressdatei als Punkte mit einheitlichen Feldern ein: Kennung, Gemeinde (AGS), Straßenschlüssel, Straße, Hausnummer, Zusatz, Postleitzahl. Für alle, die von amtlichen Hauskoordinaten (HK-DE), den offenen Gebäudereferenzen Nordrhein-Westfalens (gebref.txt) oder einer Liste des eigenen Amtes ausgehen.

Zeichenkodierung, Trennzeichen, Dezimalkomma und die Varianten der amtlichen Formate werden erkannt. Hausnummern wie „12 a“, „12-14“, „12 1/2“ oder „Nr. 5“ werden gelesen; unlesbare bleiben ohne Nummer im Ergebnis und stehen mit dem Grund im Bericht. Adressen aus mehreren UTM-Zonen oder in Grad werden in ein gemeinsames metrisches Koordinatenbezugssystem gebracht.

Beispiel: FORMAT „csv“, X_FIELD „E“, Y_FIELD „N“, STREET_FIELD „STRNAME“, NUMBER_FIELD „HSNR“, SUFFIX_FIELD „HSNRZU“, STREET_KEY_FIELD „STRSCHL“, COMMUNE „05113000“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>The file as delivered: delimited text, also packed (.gz, .zip), or for the format csv any table that QGIS opens (.xlsx, .ods, .gpkg; a certain layer as PATH|layername=NAME).</source>
            <translation>Die Datei wie geliefert: Text mit Trennzeichen, auch gepackt (.gz, .zip), oder für das Format csv jede Tabelle, die QGIS öffnet (.xlsx, .ods, .gpkg; ein bestimmter Layer als PFAD|layername=NAME).</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>hk_de: Hauskoordinaten Deutschland. gebref_nrw: Gebäudereferenzen NRW. Both find the variant by themselves. csv: any table whose columns are chosen below.</source>
            <translation>hk_de: Hauskoordinaten Deutschland. gebref_nrw: Gebäudereferenzen NRW. Beide erkennen die Variante selbst. csv: jede Tabelle, deren Spalten unten gewählt werden.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>For coordinates that do not name their UTM zone. An easting of 8 digits carries it in front.</source>
            <translation>Für Koordinaten, die ihre UTM-Zone nicht nennen. Ein achtstelliger Ostwert trägt sie vorn.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Key of the commune, 8 digits, for addresses of which the file does not give it.</source>
            <translation>Schlüssel der Gemeinde, 8 Stellen, für Adressen, zu denen die Datei ihn nicht angibt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>For addresses of which the file does not give it.</source>
            <translation>Für Adressen, zu denen die Datei keinen angibt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Empty: recognised. Else for example UTF-8, cp1252, ISO-8859-15.</source>
            <translation>Leer: wird erkannt. Sonst zum Beispiel UTF-8, cp1252, ISO-8859-15.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Empty: recognised. Else ; , | or tab. Only for the format csv.</source>
            <translation>Leer: wird erkannt. Sonst ; , | oder tab. Nur für das Format csv.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Points with the address fields, in metres. Addresses without coordinates have no point.</source>
            <translation>Punkte mit den Adressfeldern, in Metern. Adressen ohne Koordinaten haben keinen Punkt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Table of all rows with a problem: row of the file, reason, address, and whether it was kept.</source>
            <translation>Tabelle aller auffälligen Zeilen: Zeile der Datei, Grund, Adresse und ob sie übernommen wurde.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Address file</source>
            <translation>Adressdatei</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Column of x (easting)</source>
            <translation>Spalte der x-Koordinate (Ostwert)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Empty if the file has no coordinates, or has points.</source>
            <translation>Leer, wenn die Datei keine Koordinaten oder bereits Punkte hat.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Column of y (northing)</source>
            <translation>Spalte der y-Koordinate (Nordwert)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Column of the street name</source>
            <translation>Spalte des Straßennamens</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Needed for the format csv.</source>
            <translation>Für das Format csv nötig.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Column of the house number</source>
            <translation>Spalte der Hausnummer</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Number, with or without its suffix.</source>
            <translation>Nummer, mit oder ohne Zusatz.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Column of the suffix</source>
            <translation>Spalte des Hausnummernzusatzes</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>The letter behind the number, if it stands apart.</source>
            <translation>Der Buchstabe hinter der Nummer, wenn er gesondert steht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Column of the postcode</source>
            <translation>Spalte der Postleitzahl</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Tells streets of the same name apart.</source>
            <translation>Unterscheidet gleichnamige Straßen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Column of the district</source>
            <translation>Spalte des Ortsteils</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>The Ortsteil of the address.</source>
            <translation>Der Ortsteil der Adresse.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Column of the commune</source>
            <translation>Spalte der Gemeinde</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Its key (AGS, 8 digits) or its name.</source>
            <translation>Ihr Schlüssel (AGS, 8 Stellen) oder ihr Name.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Column of the street key</source>
            <translation>Spalte des Straßenschlüssels</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Kept as text with leading zeros.</source>
            <translation>Bleibt Text mit führenden Nullen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Column of the source's own id</source>
            <translation>Spalte der Kennung in der Quelle</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Comes through as quell_id.</source>
            <translation>Bleibt als quell_id erhalten.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>CRS of the coordinates</source>
            <translation>Koordinatenbezugssystem der Koordinaten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Encoding</source>
            <translation>Zeichenkodierung</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Delimiter</source>
            <translation>Trennzeichen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Number of rows left out</source>
            <translation>Anzahl der ausgelassenen Zeilen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>X_FIELD and Y_FIELD: name both columns, or none if there are no coordinates.</source>
            <translation>X_FIELD und Y_FIELD: beide Spalten angeben oder keine, wenn es keine Koordinaten gibt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>The file holds no address.</source>
            <translation>Die Datei enthält keine Adresse.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>The addresses lie outside Germany. Check X_FIELD, Y_FIELD (swapped?) and CRS.</source>
            <translation>Die Adressen liegen außerhalb Deutschlands. X_FIELD, Y_FIELD (vertauscht?) und CRS prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Only for the format csv; the name as in the head of the file.</source>
            <translation>Nur für das Format csv; der Name wie in der Kopfzeile der Datei.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>No address has coordinates: all come through without a point.</source>
            <translation>Keine Adresse hat Koordinaten: Alle werden ohne Punkt übernommen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>{parameter}: there is no file {path}.</source>
            <translation>{parameter}: Die Datei {path} gibt es nicht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>{parameter}: name the column of the street; the format csv needs it.</source>
            <translation>{parameter}: die Spalte der Straße angeben; das Format csv braucht sie.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Join counts to addresses</source>
            <translation>Anzahlen an Adressen anfügen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Brings the counts of an office's table, such as an extract of the population register, to the address points. Each row looks for its address by street key or street name and house number; several rows of one address are summed, addresses without a row get 0.

Rows match exactly or by the normal form of the name (“Hauptstr. 12 A” is “Hauptstraße 12a”). A row that fits several streets, or whose key, name and postcode contradict each other, is not matched: it stands in the report with the reason and the best candidates. The log accounts for all rows and all inhabitants.

Example: INPUT adressen, TABLE einwohner.csv, STREET_KEY_FIELD “schluessel”, NUMBER_FIELD “hausnr”, COUNT_FIELDS “gesamt;unter18”, POPULATION_FIELD “gesamt”.</source>
            <translation>Bringt die Anzahlen aus der Tabelle eines Amtes, etwa einem Auszug des Melderegisters, an die Adresspunkte. Jede Zeile sucht ihre Adresse über Straßenschlüssel oder Straßennamen und Hausnummer; mehrere Zeilen einer Adresse werden summiert, Adressen ohne Zeile erhalten 0.

Zeilen werden genau oder über die Normalform des Namens zugeordnet („Hauptstr. 12 A“ ist „Hauptstraße 12a“). Eine Zeile, zu der mehrere Straßen passen oder deren Schlüssel, Name und Postleitzahl einander widersprechen, wird nicht zugeordnet: Sie steht mit Grund und besten Kandidaten im Bericht. Das Protokoll weist den Verbleib aller Zeilen und aller Einwohner nach.

Beispiel: INPUT adressen, TABLE einwohner.csv, STREET_KEY_FIELD „schluessel“, NUMBER_FIELD „hausnr“, COUNT_FIELDS „gesamt;unter18“, POPULATION_FIELD „gesamt“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Address points with the fields of “Import addresses”.</source>
            <translation>Adresspunkte mit den Feldern von „Adressen einlesen“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Table with counts per address, or with one row a person.</source>
            <translation>Tabelle mit Anzahlen je Adresse oder mit einer Zeile je Person.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Columns with whole numbers that are summed at each address. Without any, each row counts as one inhabitant.</source>
            <translation>Spalten mit ganzen Zahlen, die je Adresse summiert werden. Ohne Auswahl zählt jede Zeile als eine Einwohnerin oder ein Einwohner.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>The count that is the number of inhabitants; it comes out as “einwohner”.</source>
            <translation>Die Anzahl, die die Einwohnerzahl ist; sie heißt im Ergebnis „einwohner“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>The addresses with one column for each count. A column of the same name is replaced.</source>
            <translation>Die Adressen mit einer Spalte je Anzahl. Eine gleichnamige Spalte wird ersetzt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Table of the rows that found no address, with the reason and up to three candidates.</source>
            <translation>Tabelle der Zeilen ohne gefundene Adresse, mit Grund und bis zu drei Kandidaten.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Table</source>
            <translation>Tabelle</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Key of the street; leading zeros do not matter.</source>
            <translation>Schlüssel der Straße; auf führende Nullen kommt es nicht an.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Used where there is no key; must not contradict the key.</source>
            <translation>Gilt, wo der Schlüssel fehlt; darf dem Schlüssel nicht widersprechen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Number, with or without suffix: 12, 0012, 12a, 12-14.</source>
            <translation>Nummer, mit oder ohne Zusatz: 12, 0012, 12a, 12-14.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>The Ortsteil; tells streets of the same name apart.</source>
            <translation>Der Ortsteil; unterscheidet gleichnamige Straßen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>AGS or name; needed if the addresses lie in several communes.</source>
            <translation>AGS oder Name; nötig, wenn die Adressen in mehreren Gemeinden liegen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Rows matched</source>
            <translation>Zugeordnete Zeilen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Rows without address</source>
            <translation>Zeilen ohne Adresse</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Inhabitants at addresses</source>
            <translation>Einwohner an Adressen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Inhabitants without address</source>
            <translation>Einwohner ohne Adresse</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Name the column of the street key (STREET_KEY_FIELD) or street name (STREET_FIELD).</source>
            <translation>Die Spalte des Straßenschlüssels (STREET_KEY_FIELD) oder des Straßennamens (STREET_FIELD) angeben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Column of the table.</source>
            <translation>Spalte der Tabelle.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Column “{column}”: {missing} empty cells and {hidden} hidden values count as 0.</source>
            <translation>Spalte „{column}“: {missing} leere Zellen und {hidden} geheime Werte zählen als 0.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/matchaddresses.py" />
            <source>Match addresses</source>
            <translation>Adressen zuordnen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/matchaddresses.py" />
            <source>Gives each row of a list with addresses (schools, clubs, cases of an office) the point of its address. The work is done on this computer; no address goes to a web service.

The field “treffer” says how: exakt; normalisiert (another way of writing the same name); strasse_korrigiert (one or two wrong letters, if only one street can be meant and the number is there); nummer_im_bereich (the number lies in a range such as 12-14, where 12-14 means the even numbers; or the addresses have only the first number of the row’s range, also of one that a spreadsheet turned into a date); naechste_nummer (only if allowed); mehrdeutig; keiner. “guete” is 1 for an exact match and less the more had to be assumed.

A cell may hold more than the street: number, postcode, town, Ortsteil, floor, c/o, an institution; broken letters (StraÃŸe) are mended. Rows of another town are not placed: if the addresses do not name their commune, their own town is the one that stands beside their postcodes, or else the one that most rows name.

A wrong address is worse than none: a row that fits several streets, or contradicts its postcode, Ortsteil or commune, is not placed. Without any of these only likely slips are corrected, and no name of which more than one in five numbers is unknown. The report names each row without an address with its reason and the best candidates.

Example: INPUT vereine.csv, ADDRESSES adressen, STREET_FIELD “anschrift” (Hauptstr. 12a, 45127 Essen).</source>
            <translation>Gibt jeder Zeile einer Liste mit Adressen (Schulen, Vereine, Fälle eines Amtes) den Punkt ihrer Adresse. Gearbeitet wird auf diesem Rechner; keine Adresse geht an einen Webdienst.

Das Feld „treffer“ sagt, wie: exakt; normalisiert (andere Schreibweise desselben Namens); strasse_korrigiert (ein oder zwei falsche Buchstaben, wenn nur eine Straße gemeint sein kann und es die Nummer dort gibt); nummer_im_bereich (die Nummer liegt in einem Bereich wie 12-14, wobei 12-14 die geraden Nummern meint; oder die Adressen haben nur die erste Nummer des Bereichs der Zeile, auch eines Bereichs, aus dem eine Tabellenkalkulation ein Datum gemacht hat); naechste_nummer (nur wenn erlaubt); mehrdeutig; keiner. „guete“ ist 1 bei einem exakten Treffer und umso kleiner, je mehr angenommen werden musste.

Eine Zelle darf mehr enthalten als die Straße: Nummer, Postleitzahl, Ort, Ortsteil, Stockwerk, c/o, eine Einrichtung; zerstörte Buchstaben (StraÃŸe) werden wiederhergestellt. Zeilen aus einem anderen Ort werden nicht zugeordnet: Nennen die Adressen ihre Gemeinde nicht, gilt als ihr Ort der, der neben ihren Postleitzahlen steht, sonst der, den die meisten Zeilen nennen.

Eine falsche Adresse ist schlimmer als keine: Eine Zeile, die zu mehreren Straßen passt oder ihrer Postleitzahl, ihrem Ortsteil oder ihrer Gemeinde widerspricht, wird nicht zugeordnet. Fehlen diese Angaben, werden nur naheliegende Schreibfehler berichtigt, und kein Name, zu dem mehr als eine von fünf Nummern unbekannt ist. Der Bericht nennt jede Zeile ohne Adresse mit Grund und besten Kandidaten.

Beispiel: INPUT vereine.csv, ADDRESSES adressen, STREET_FIELD „anschrift“ (Hauptstr. 12a, 45127 Essen).</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/matchaddresses.py" />
            <source>Table or layer whose rows look for their address.</source>
            <translation>Tabelle oder Layer, deren Zeilen ihre Adresse suchen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/matchaddresses.py" />
            <source>Places a row whose number is missing on its street at the nearest number, up to 20 numbers away, on the same side if possible. Off: such rows are reported.</source>
            <translation>Setzt eine Zeile, deren Nummer es in der Straße nicht gibt, an die nächste Nummer, höchstens 20 Nummern entfernt, möglichst auf derselben Seite. Aus: Solche Zeilen stehen im Bericht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/matchaddresses.py" />
            <source>All rows with all columns, the point (empty if none was found), “adresse_id”, “treffer” and “guete”.</source>
            <translation>Alle Zeilen mit allen Spalten, dem Punkt (leer, wenn keiner gefunden wurde), „adresse_id“, „treffer“ und „guete“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/matchaddresses.py" />
            <source>Allow the nearest house number</source>
            <translation>Nächste Hausnummer zulassen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/matchaddresses.py" />
            <source>Rows with address</source>
            <translation>Zeilen mit Adresse</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/matchaddresses.py" />
            <source>It may hold number, postcode and town as well.</source>
            <translation>Darf auch Hausnummer, Postleitzahl und Ort enthalten.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/matchaddresses.py" />
            <source>The column “{column}” of the table is replaced.</source>
            <translation>Die Spalte „{column}“ der Tabelle wird ersetzt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/algorithm.py" />
            <source>{parameter}: field “{field}” is missing in “{layer}”. It has: {available}.</source>
            <translation>{parameter}: Das Feld „{field}“ fehlt in „{layer}“. Vorhanden sind: {available}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/area_join.py" />
            <source>Polygons of the areas. A point on the border of two belongs to the lower code. Not needed if the points or rows carry their area in a field; then only codes and names are taken from here.</source>
            <translation>Polygone der Gebiete. Ein Punkt auf der Grenze zweier Gebiete gehört zum kleineren Schlüssel. Nicht nötig, wenn die Punkte oder Zeilen ihr Gebiet in einem Feld tragen; dann werden von hier nur Schlüssel und Namen übernommen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/area_join.py" />
            <source>Field of the points or rows with the code of their area, if they carry it already. It goes before AREAS.</source>
            <translation>Feld der Punkte oder Zeilen mit dem Schlüssel ihres Gebiets, falls sie ihn schon tragen. Es hat Vorrang vor AREAS.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/area_join.py" />
            <source>Field of the areas with their name. Not used if the layer does not have it.</source>
            <translation>Feld der Gebiete mit ihrem Namen. Bleibt außer Betracht, wenn der Layer es nicht hat.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/area_join.py" />
            <source>Field with the area</source>
            <translation>Feld mit dem Gebiet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/area_join.py" />
            <source>Give either the polygons of the areas (AREAS) or the field in which each row carries its area (AREA_FIELD).</source>
            <translation>Anzugeben sind entweder die Polygone der Gebiete (AREAS) oder das Feld, in dem jede Zeile ihr Gebiet trägt (AREA_FIELD).</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/area_join.py" />
            <source>“{layer}” has no points, so no areas can be read from the map: give the field with the area.</source>
            <translation>„{layer}“ hat keine Punkte, das Gebiet lässt sich daher nicht aus der Karte ablesen: bitte das Feld mit dem Gebiet angeben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/area_join.py" />
            <source>“{layer}” has no area with a code in field “{field}”.</source>
            <translation>„{layer}“ hat kein Gebiet mit einem Schlüssel im Feld „{field}“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/area_join.py" />
            <source>“{layer}”: {count} areas have no code in field “{field}” and are left out.</source>
            <translation>„{layer}“: {count} Gebiete haben keinen Schlüssel im Feld „{field}“ und bleiben unberücksichtigt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/area_join.py" />
            <source>{count} of {total} points lie in several areas of “{layer}”. If it holds several levels, give one level only; if areas overlap, repair them.</source>
            <translation>{count} von {total} Punkten liegen in mehreren Gebieten von „{layer}“. Enthält der Layer mehrere Ebenen, bitte nur eine Ebene angeben; überlappen sich Gebiete, bitte bereinigen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_address_fields.py" />
            <source>Field of the addresses with the street's name.</source>
            <translation>Feld der Adressen mit dem Straßennamen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_address_fields.py" />
            <source>Field of the addresses with the house number: 12, or 12a with the suffix. Anything else is reported.</source>
            <translation>Feld der Adressen mit der Hausnummer: 12 oder mit Zusatz 12a. Alles andere wird im Bericht genannt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_address_fields.py" />
            <source>Suffix of the house number</source>
            <translation>Hausnummernzusatz</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_address_fields.py" />
            <source>Field of the addresses with the suffix (a, b, ...). Not used if the table does not have it.</source>
            <translation>Feld der Adressen mit dem Zusatz (a, b, ...). Bleibt außer Betracht, wenn die Tabelle es nicht hat.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_address_fields.py" />
            <source>Field of the addresses with the key of the street, which is unique within a commune. It decides before the name. Not used if the table does not have it; a key of zeros only counts as none.</source>
            <translation>Feld der Adressen mit dem Straßenschlüssel, der innerhalb einer Gemeinde eindeutig ist. Er entscheidet vor dem Namen. Bleibt außer Betracht, wenn die Tabelle das Feld nicht hat; ein Schlüssel nur aus Nullen gilt als keiner.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_address_fields.py" />
            <source>Field of the addresses with the postcode, which tells streets of one name apart. May be absent.</source>
            <translation>Feld der Adressen mit der Postleitzahl, die gleichnamige Straßen unterscheidet. Darf fehlen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_address_fields.py" />
            <source>Field of the addresses with the Ortsteil, which tells streets of one name apart. May be absent.</source>
            <translation>Feld der Adressen mit dem Ortsteil, der gleichnamige Straßen unterscheidet. Darf fehlen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_address_fields.py" />
            <source>Field of the addresses with the commune's key (AGS, 8 digits). May be absent if there is one commune.</source>
            <translation>Feld der Adressen mit dem Gemeindeschlüssel (AGS, 8 Stellen). Darf fehlen, wenn es nur eine Gemeinde gibt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_ba_population.py" />
            <source>Replaces the field of the areas. A table or layer with the code of the area and a number of inhabitants; rows of the same area are summed, so it may hold areas, blocks or addresses. An area without a row, or with a count that is no number, has no inhabitants and is reported.</source>
            <translation>Ersetzt das Feld der Gebiete. Eine Tabelle oder ein Layer mit dem Schlüssel des Gebiets und einer Zahl der Einwohner; Zeilen desselben Gebiets werden zusammengezählt, sie darf also Gebiete, Blöcke oder Adressen enthalten. Ein Gebiet ohne Zeile oder mit einer Angabe, die keine Zahl ist, hat keine Einwohnerzahl und wird gemeldet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_ba_population.py" />
            <source>Area of the inhabitants</source>
            <translation>Gebiet der Einwohner</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_ba_population.py" />
            <source>Number of inhabitants</source>
            <translation>Zahl der Einwohner</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_ba_population.py" />
            <source>Field of the table of inhabitants with the code of the area, as in the layer of areas.</source>
            <translation>Feld der Einwohnertabelle mit dem Schlüssel des Gebiets, wie im Layer der Gebiete.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_ba_population.py" />
            <source>Field of the table of inhabitants with their number.</source>
            <translation>Feld der Einwohnertabelle mit ihrer Zahl.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_ba_population.py" />
            <source>rows of the table of inhabitants</source>
            <translation>Zeilen der Einwohnertabelle</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_ba_population.py" />
            <source>Table of inhabitants</source>
            <translation>Einwohnertabelle</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_inputs.py" />
            <source>boundary polygons</source>
            <translation>Begrenzungspolygone</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_inputs.py" />
            <source>used after their geometry was repaired</source>
            <translation>nach Reparatur der Geometrie verwendet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_inputs.py" />
            <source>without a usable geometry</source>
            <translation>ohne brauchbare Geometrie</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_inputs.py" />
            <source>“{layer}” holds no usable polygon.</source>
            <translation>„{layer}“ enthält kein brauchbares Polygon.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_inputs.py" />
            <source>The addresses lie in {count} communes, but no boundary was given: blocks may cross commune borders and carry no commune.</source>
            <translation>Die Adressen liegen in {count} Gemeinden, aber es ist keine Begrenzung angegeben: Blöcke können Gemeindegrenzen überschreiten und tragen keine Gemeinde.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_inputs.py" />
            <source>{count} of the {subject} have no usable geometry and were left out.</source>
            <translation>{count} {subject} ohne brauchbare Geometrie wurden weggelassen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Build blocks</source>
            <translation>Blöcke bilden</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Makes blocks, the small units from which Quartiere and Sozialräume are put together: the faces between street lines, barriers (railway, river, motorway) and commune borders. Every address lies in exactly one block, every block in exactly one commune, and the blocks cover the boundary without gaps or overlaps.

All lines that are given cut. To keep footpaths from cutting, set a filter on the street layer. Small faces without addresses and strips between tracks or carriageways are merged into the neighbour with the longest common border. An address on a line belongs to the block with the lower code; an address outside the boundary to the nearest block within 100 m, beyond that to none, and the log says so.

Faces that are too large or have too many inhabitants to be a block, such as the edge of a settlement with its dead-end streets, are divided among the streets whose addresses lie in them (fields “strassenschluessel” or “strasse”): every place goes with the nearest address. Addresses of a street that are more than 300 m apart from its others are a group of their own; a part with fewer than 3 addresses joins its neighbour. Open country with more than 100 ha for each such group is shared among the Ortsteile (or blocks) at its edge, but not across a barrier; their part joins the adjoining block.

Example: streets and addresses of a Kreis, its railway as barrier and its communes as boundary give blocks 059990010001, 059990010002, ... for “Delineate areas”.</source>
            <translation>Bildet Blöcke, die kleinen Einheiten, aus denen Quartiere und Sozialräume zusammengesetzt werden: die Flächen zwischen Straßenlinien, Barrieren (Bahn, Fluss, Autobahn) und Gemeindegrenzen. Jede Adresse liegt in genau einem Block, jeder Block in genau einer Gemeinde, und die Blöcke decken die Begrenzung ohne Lücken und Überlappungen ab.

Alle übergebenen Linien trennen. Sollen Fußwege nicht trennen, im Straßenlayer einen Filter setzen. Kleine Flächen ohne Adressen und Streifen zwischen Gleisen oder Richtungsfahrbahnen werden an den Nachbarn mit der längsten gemeinsamen Grenze angeschlossen. Eine Adresse auf einer Linie gehört zum Block mit dem niedrigeren Schlüssel; eine Adresse außerhalb der Begrenzung zum nächsten Block bis 100 m Entfernung, darüber hinaus zu keinem, was das Protokoll vermerkt.

Flächen, die für einen Block zu groß sind oder zu viele Einwohner haben, etwa der Siedlungsrand mit seinen Stichstraßen, werden unter den Straßen aufgeteilt, deren Adressen darin liegen (Felder „strassenschluessel“ oder „strasse“): Jede Stelle fällt der nächstgelegenen Adresse zu. Adressen einer Straße, die von deren übrigen mehr als 300 m entfernt sind, bilden eine eigene Gruppe; ein Teil mit weniger als 3 Adressen wird an den Nachbarn angeschlossen. Freiraum mit mehr als 100 ha je Gruppe wird unter den angrenzenden Ortsteilen (oder Blöcken) aufgeteilt, jedoch nicht über eine Barriere hinweg; ihr Anteil wird dem angrenzenden Block zugeschlagen.

Beispiel: Straßen und Adressen eines Kreises, die Bahn als Barriere und die Gemeinden als Begrenzung ergeben die Blöcke 059990010001, 059990010002, ... für „Gebiete abgrenzen“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Street centre lines. All of them become block borders; filter the layer to leave some out.</source>
            <translation>Straßenachsen. Alle werden zu Blockgrenzen; um einzelne auszulassen, den Layer filtern.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Address points, for example from “Import addresses”. Their coordinate reference system is used for all results; where it is in degrees, the UTM zone of the place.</source>
            <translation>Adresspunkte, zum Beispiel aus „Adressen importieren“. Ihr Koordinatenbezugssystem gilt für alle Ergebnisse; ist es in Grad, dann die UTM-Zone des Ortes.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Further layers that cut: railway, rivers, motorways. Of polygons (lakes) the outline cuts.</source>
            <translation>Weitere trennende Layer: Bahn, Flüsse, Autobahnen. Bei Polygonen (Seen) trennt der Umriss.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Communes, or one polygon around everything. No block crosses their borders. Without it, the frame is the convex hull of streets and addresses with a margin of 50 m.</source>
            <translation>Gemeinden oder ein Polygon um alles. Kein Block überschreitet ihre Grenzen. Ohne Angabe ist der Rahmen die konvexe Hülle der Straßen und Adressen mit 50 m Rand.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Field of the boundary with the commune code (AGS). Left empty: “gebiet”, “ags” or “gemeinde” is used.</source>
            <translation>Feld der Begrenzung mit dem Gemeindeschlüssel (AGS). Leer: „gebiet“, „ags“ oder „gemeinde“ wird verwendet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Field of the addresses with the number of inhabitants. Left empty, “einwohner” is used if present.</source>
            <translation>Feld der Adressen mit der Zahl der Einwohner. Leer: „einwohner“ wird verwendet, falls vorhanden.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Fields of the addresses that are summed per block under their own names, such as age groups.</source>
            <translation>Felder der Adressen, die je Block unter ihrem Namen summiert werden, etwa Altersgruppen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Shares of the sums as further fields, for “Delineate areas”: name=part/whole, separated by semicolons, for example anteil_65=e_65/einwohner; anteil_efh=wohnungen_efh/wohnungen. A block whose whole is 0 has no share.</source>
            <translation>Anteile der Summen als weitere Felder für „Gebiete abgrenzen“: Name=Teil/Ganzes, durch Semikolon getrennt, zum Beispiel anteil_65=e_65/einwohner; anteil_efh=wohnungen_efh/wohnungen. Ein Block, dessen Ganzes 0 ist, hat keinen Anteil.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Faces below this size that hold no address are merged into a neighbour, and so are strips with a mean width below 12 m. 0 keeps all.</source>
            <translation>Flächen unter dieser Größe ohne Adresse werden an einen Nachbarn angeschlossen, ebenso Streifen mit einer mittleren Breite unter 12 m. 0 behält alle.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>A larger face with addresses of several streets, such as the edge of a settlement, is divided among these streets; open country above 100 ha among the adjoining blocks. 0 never divides by area.</source>
            <translation>Eine größere Fläche mit Adressen mehrerer Straßen, etwa der Siedlungsrand, wird unter diesen Straßen aufgeteilt, Freiraum über 100 ha unter den angrenzenden Blöcken. 0 teilt nie nach der Größe.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>A face with more inhabitants and addresses of several streets is divided as well. Faces below 4 ha, such as the blocks of an inner city, stay whole. 0 never divides by inhabitants.</source>
            <translation>Auch eine Fläche mit mehr Einwohnern und Adressen mehrerer Straßen wird aufgeteilt. Flächen unter 4 ha, etwa Blöcke der Innenstadt, bleiben ganz. 0 teilt nie nach der Einwohnerzahl.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Block polygons with code, commune, Ortsteil (the most frequent among the addresses), number of addresses, inhabitants and the further sums, numbered from north-west to south-east.</source>
            <translation>Blockpolygone mit Schlüssel, Gemeinde, Ortsteil (dem häufigsten der Adressen), Zahl der Adressen, Einwohnern und den weiteren Summen, nummeriert von Nordwest nach Südost.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>The addresses with a field “block”, empty where an address lies in no block.</source>
            <translation>Die Adressen mit einem Feld „block“; es ist leer, wo eine Adresse in keinem Block liegt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Barriers</source>
            <translation>Barrieren</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Boundary</source>
            <translation>Begrenzung</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Commune code</source>
            <translation>Gemeindeschlüssel</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Further counts</source>
            <translation>Weitere Anzahlen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Shares</source>
            <translation>Anteile</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Smallest block without addresses (m²)</source>
            <translation>Kleinster Block ohne Adressen (m²)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Largest undivided face (ha)</source>
            <translation>Größte ungeteilte Fläche (ha)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Most inhabitants of an undivided face</source>
            <translation>Höchste Einwohnerzahl einer ungeteilten Fläche</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Addresses with block</source>
            <translation>Adressen mit Block</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Number of blocks</source>
            <translation>Zahl der Blöcke</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_parameters.py" />
            <source>Addresses in a block</source>
            <translation>Adressen in einem Block</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_table.py" />
            <source>{count} {units}, {used} of them with addresses; median area {area} m²; {slivers} slivers were merged.</source>
            <translation>{count} {units}, davon {used} mit Adressen; mittlere Fläche (Median) {area} m²; {slivers} Splitter wurden zusammengelegt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_table.py" />
            <source>{blocks} blocks, {used} of them with addresses; median area {area} m²; {slivers} slivers were merged.</source>
            <translation>{blocks} Blöcke, davon {used} mit Adressen; mittlere Fläche (Median) {area} m²; {slivers} Splitterflächen wurden angeschlossen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_table.py" />
            <source>in a block</source>
            <translation>in einem Block</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_table.py" />
            <source>outside the boundary, put into the nearest block</source>
            <translation>außerhalb der Begrenzung, dem nächsten Block zugeordnet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_table.py" />
            <source>outside the boundary, in no block</source>
            <translation>außerhalb der Begrenzung, in keinem Block</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_table.py" />
            <source>without a point, in no block</source>
            <translation>ohne Punkt, in keinem Block</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_table.py" />
            <source>{faces} large or crowded faces were divided into {parts} parts: among their streets, or as open country among the adjoining blocks.</source>
            <translation>{faces} große oder dicht bewohnte Flächen wurden in {parts} Teile aufgeteilt: unter ihren Straßen oder, als Freiraum, unter den angrenzenden Blöcken.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_table.py" />
            <source>{count} addresses lie more than {reach} m outside the boundary and are in no block.</source>
            <translation>{count} Adressen liegen mehr als {reach} m außerhalb der Begrenzung und sind in keinem Block.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_table.py" />
            <source>{count} addresses lie in another commune than their field “{field}” says.</source>
            <translation>{count} Adressen liegen in einer anderen Gemeinde, als ihr Feld „{field}“ angibt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_building_words.py" />
            <source>terraced houses</source>
            <translation>Reihenhäuser</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_building_words.py" />
            <source>high-rise buildings</source>
            <translation>Hochhäuser</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_building_words.py" />
            <source>single and two-family houses</source>
            <translation>Ein- und Zweifamilienhäuser</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_building_words.py" />
            <source>multi-family houses</source>
            <translation>Mehrfamilienhäuser</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_building_words.py" />
            <source>non-residential buildings</source>
            <translation>Nichtwohngebäude</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_ground.py" />
            <source>Gap of {size} m² beside {names}: no area covers it. Give the ground to one of them.</source>
            <translation>Lücke von {size} m² neben {names}: Sie liegt in keinem Gebiet. Die Fläche einem davon zuschlagen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_ground.py" />
            <source>Narrow gap of {size} m², {width} m wide on average, beside {names}. Snap the borders together.</source>
            <translation>Schmale Lücke von {size} m², im Mittel {width} m breit, neben {names}. Die Grenzen aufeinander einrasten lassen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_ground.py" />
            <source>{area} and {other} overlap on {size} m². Decide which of them the ground belongs to.</source>
            <translation>{area} und {other} überlappen sich auf {size} m². Entscheiden, zu welchem die Fläche gehört.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_ground.py" />
            <source>{area} and {other} overlap on a strip of {size} m², {width} m wide on average. Snap the borders.</source>
            <translation>{area} und {other} überlappen sich auf einem Streifen von {size} m², im Mittel {width} m breit. Die Grenzen einrasten lassen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_ground.py" />
            <source>Separate part of {area} with {size} m². Join it to a neighbour unless it is meant to be apart.</source>
            <translation>Getrennter Teil von {area} mit {size} m². Einem Nachbarn zuschlagen, wenn er nicht gewollt ist.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_ground.py" />
            <source>Separate sliver of {area} with {size} m², {width} m wide on average. Delete it or join it.</source>
            <translation>Getrennter Splitter von {area} mit {size} m², im Mittel {width} m breit. Löschen oder einem Nachbarn zuschlagen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_ground.py" />
            <source>{size} m² of {area} lie outside the boundary. Correct the border.</source>
            <translation>{size} m² von {area} liegen außerhalb der Grenze. Den Verlauf berichtigen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_ground.py" />
            <source>A strip of {size} m² of {area}, {width} m wide on average, lies outside the boundary.</source>
            <translation>Ein Streifen von {size} m² von {area}, im Mittel {width} m breit, liegt außerhalb der Grenze.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_ground.py" />
            <source>{size} m² of {area} lie outside {other}, the area above it. Correct one of the borders.</source>
            <translation>{size} m² von {area} liegen außerhalb von {other}, dem übergeordneten Gebiet. Eine der Grenzen berichtigen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_ground.py" />
            <source>A strip of {size} m² of {area}, {width} m wide on average, lies outside {other}, the area above it.</source>
            <translation>Ein Streifen von {size} m² von {area}, im Mittel {width} m breit, liegt außerhalb von {other}, dem übergeordneten Gebiet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_ground.py" />
            <source>{area} names {parent} as the area above, but that is of level “{level}”, not above its own.</source>
            <translation>{area} nennt {parent} als übergeordnet, aber das ist von der Ebene „{level}“ und damit nicht höher.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_ground.py" />
            <source>A barrier cuts {size} m² of {area} off from the rest{contents}.</source>
            <translation>Eine Barriere trennt {size} m² von {area} vom Rest ab{contents}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_ground.py" />
            <source>{count} addresses</source>
            <translation>{count} Adressen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_ground.py" />
            <source>{count} addresses with {people} inhabitants</source>
            <translation>{count} Adressen mit {people} Einwohnern</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_ground.py" />
            <source>{area} names no area above it. Fill in its code.</source>
            <translation>{area} nennt kein übergeordnetes Gebiet. Dessen Schlüssel eintragen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_ground.py" />
            <source>{area} names {parent} as the area above, but there is no such area. Correct the code.</source>
            <translation>{area} nennt {parent} als übergeordnet, aber dieses Gebiet gibt es nicht. Den Schlüssel berichtigen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_ground.py" />
            <source>Only {share} % of unit {unit} lie in {area}, {size} m² elsewhere. Move the border.</source>
            <translation>Nur {share} % der Einheit {unit} liegen in {area}, {size} m² anderswo. Die Grenze verschieben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_ground.py" />
            <source>On the same side borders {other}.</source>
            <translation>Auf derselben Seite grenzt {other} an.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_ground.py" />
            <source>It holds {contents}.</source>
            <translation>Darin liegen {contents}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_inputs.py" />
            <source>“{layer}” holds no area, so there is nothing to check.</source>
            <translation>„{layer}“ enthält kein Gebiet; es gibt nichts zu prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_inputs.py" />
            <source>“{layer}” holds no polygon, so there is no boundary. Choose another layer or none.</source>
            <translation>„{layer}“ enthält kein Polygon und damit keine Grenze. Einen anderen Layer oder keinen wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_inputs.py" />
            <source>{area} has no polygon, or one without ground. Draw it or delete the row.</source>
            <translation>{area} hat kein Polygon oder eines ohne Fläche. Zeichnen oder die Zeile löschen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_inputs.py" />
            <source>The polygon of {area} is invalid ({reason}); it was mended for the checks. Repair it.</source>
            <translation>Das Polygon von {area} ist ungültig ({reason}); für die Prüfungen wurde es repariert. Bitte reparieren.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_inputs.py" />
            <source>The area in row {row} has no code. Give it one.</source>
            <translation>Das Gebiet in Zeile {row} hat keinen Schlüssel. Bitte einen vergeben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_inputs.py" />
            <source>row {row}</source>
            <translation>Zeile {row}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_inputs.py" />
            <source>Field “{field}”: {count} rows have no count; they are taken as 0.</source>
            <translation>Feld „{field}“: {count} Zeilen haben keine Zahl; sie gelten als 0.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_inputs.py" />
            <source>Code {code} stands in rows {first} and {row}. Each area needs its own code and one row.</source>
            <translation>Der Schlüssel {code} steht in den Zeilen {first} und {row}. Jedes Gebiet braucht einen eigenen Schlüssel und eine Zeile.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Check areas</source>
            <translation>Gebiete prüfen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Looks for everything that keeps a set of areas from being a clean division: gaps, overlaps, slivers, separate parts, areas that reach out of the area above, too few or too many inhabitants, addresses in no area or in several, and bits that a railway or river cuts off. For whoever has drawn or changed areas, before they are handed on.

Each finding is a polygon with a sentence that says what is wrong and what to do: open the attribute table and step through, worst kinds first. An address is a small circle. The summary lists every check with its number of findings, also those without any and those that could not be made.

Method: each level is checked by itself. A gap is a hole within the areas, ground of the boundary or of the level above that nothing covers, or a narrow gap between two areas that runs to the outside. Pieces below the smallest size are counted, not listed, unless an address lies in them. Invalid polygons are reported and mended for the other checks; your layer is not changed.

Example: AREAS = “gebiete”, ADDRESSES = “adressen”, BARRIERS = railway, BOUNDS = quartier=700-2500; sozialraum=2500-8500.</source>
            <translation>Sucht alles, was einer sauberen Gliederung im Weg steht: Lücken, Überlappungen, Splitter, getrennte Teile, Gebiete, die aus dem übergeordneten Gebiet hinausragen, zu wenige oder zu viele Einwohner, Adressen in keinem oder in mehreren Gebieten und Stücke, die eine Bahnlinie oder ein Fluss abtrennt. Für alle, die Gebiete gezeichnet oder geändert haben, bevor sie weitergegeben werden.

Jeder Befund ist ein Polygon mit einem Satz, der sagt, was nicht stimmt und was zu tun ist: Die Attributtabelle öffnen und durchgehen, die schwersten Arten zuerst. Eine Adresse ist ein kleiner Kreis. Die Übersicht nennt jede Prüfung mit der Zahl ihrer Befunde, auch die ohne Befund und die, die nicht möglich waren.

Verfahren: Jede Ebene wird für sich geprüft. Eine Lücke ist ein Loch in den Gebieten, eine Fläche der Grenze oder der höheren Ebene, die kein Gebiet abdeckt, oder ein schmaler, nach außen offener Spalt zwischen zwei Gebieten. Stücke unter der kleinsten Größe werden gezählt, aber nicht aufgeführt, außer es liegt eine Adresse darin. Ungültige Polygone werden gemeldet und für die anderen Prüfungen repariert; der Layer bleibt, wie er ist.

Beispiel: AREAS = „gebiete“, ADDRESSES = „adressen“, BARRIERS = Bahn, BOUNDS = quartier=700-2500; sozialraum=2500-8500.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Polygons of one level, or of all levels in one layer as “Build hierarchy of areas” makes it.</source>
            <translation>Polygone einer Ebene oder aller Ebenen in einem Layer, wie ihn „Gebietshierarchie bilden“ erzeugt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Address points. Each should lie in exactly one area of each level.</source>
            <translation>Adresspunkte. Jeder sollte auf jeder Ebene in genau einem Gebiet liegen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Field of the addresses with their inhabitants. May be absent.</source>
            <translation>Feld der Adressen mit ihren Einwohnern. Darf fehlen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Railways, rivers, motorways as lines or polygons. Bits of an area behind one are found if somebody lives there; without addresses if they are large. Communes and the Kreis are not looked at.</source>
            <translation>Bahn, Flüsse, Autobahnen als Linien oder Polygone. Gebietsstücke dahinter werden gefunden, wenn dort Adressen liegen; ohne Adressen, wenn sie groß sind. Gemeinden und der Kreis werden nicht betrachtet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Blocks or other small units that areas of the lowest level should be made of as a whole.</source>
            <translation>Blöcke oder andere kleine Einheiten, aus denen die Gebiete der untersten Ebene ungeteilt bestehen sollen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Field of the units with their code. Without it the row is named.</source>
            <translation>Feld der Einheiten mit ihrem Schlüssel. Ohne das Feld wird die Zeile genannt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>The commune or Kreis that the areas of each level should fill exactly.</source>
            <translation>Die Gemeinde oder der Kreis, den die Gebiete jeder Ebene genau ausfüllen sollen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>For areas of the lowest level; other levels see BOUNDS. The labour agency asks for 1.000.</source>
            <translation>Für Gebiete der untersten Ebene; andere Ebenen siehe BOUNDS. Die Arbeitsagentur verlangt 1.000.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>For areas of the lowest level; other levels see BOUNDS.</source>
            <translation>Für Gebiete der untersten Ebene; andere Ebenen siehe BOUNDS.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Minimum and maximum of inhabitants of each level: quartier=700-2500; sozialraum=2500-8500. One of the two may be left out: quartier=1000-.</source>
            <translation>Mindest- und Höchstzahl der Einwohner je Ebene: quartier=700-2500; sozialraum=2500-8500. Eine von beiden darf fehlen: quartier=1000-.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>One row per finding with “art”, “gebiet”, “groesse”, what it holds, and a sentence in “hinweis”.</source>
            <translation>Eine Zeile je Befund mit „art“, „gebiet“, „groesse“, dem, was darin liegt, und einem Satz in „hinweis“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>One row per level and check with the number of findings; empty where a check could not be made.</source>
            <translation>Eine Zeile je Ebene und Prüfung mit der Zahl der Befunde; leer, wo nicht geprüft werden konnte.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Level of the area</source>
            <translation>Ebene des Gebiets</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Field of the areas with their level. Without it all areas are of one level.</source>
            <translation>Feld der Gebiete mit ihrer Ebene. Ohne das Feld sind alle Gebiete von einer Ebene.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Area above</source>
            <translation>Übergeordnetes Gebiet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Field with the code of the area above. Without it that is the one that holds most of the ground.</source>
            <translation>Feld mit dem Schlüssel des übergeordneten Gebiets. Ohne das Feld ist es das, in dem der größte Teil der Fläche liegt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Inhabitants of the area</source>
            <translation>Einwohner des Gebiets</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Field of the areas with their inhabitants. Without it those at the addresses are summed up.</source>
            <translation>Feld der Gebiete mit ihren Einwohnern. Ohne das Feld werden die an den Adressen summiert.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Inhabitants of the address</source>
            <translation>Einwohner der Adresse</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Units</source>
            <translation>Einheiten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Code of the unit</source>
            <translation>Schlüssel der Einheit</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Minimum of inhabitants</source>
            <translation>Mindestzahl der Einwohner</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Maximum of inhabitants</source>
            <translation>Höchstzahl der Einwohner</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Bounds by level</source>
            <translation>Schranken je Ebene</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Smallest piece listed (m²)</source>
            <translation>Kleinstes aufgeführtes Stück (m²)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Smaller gaps, overlaps and parts are counted in the summary but not listed.</source>
            <translation>Kleinere Lücken, Überlappungen und Teile werden in der Übersicht gezählt, aber nicht aufgeführt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Width of a sliver (m)</source>
            <translation>Breite eines Splitters (m)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Gaps, overlaps and parts that are narrower on average are called slivers: borders drawn twice.</source>
            <translation>Lücken, Überlappungen und Teile, die im Mittel schmaler sind, heißen Splitter: doppelt gezeichnete Grenzen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Width of open gaps (m)</source>
            <translation>Breite offener Lücken (m)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Gaps between two areas that run to the outside are found up to this width. A boundary or a level above finds them at any width.</source>
            <translation>Lücken zwischen zwei Gebieten, die nach außen offen sind, werden bis zu dieser Breite gefunden; mit einer Grenze oder einer höheren Ebene bei jeder Breite.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Width of barriers (m)</source>
            <translation>Breite von Barrieren (m)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Ground this near a barrier is part of it. A break in a barrier that is longer is a passage.</source>
            <translation>Fläche in diesem Streifen gehört zur Barriere. Eine längere Unterbrechung ist ein Durchgang.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Smallest bit behind a barrier (m²)</source>
            <translation>Kleinstes Stück hinter einer Barriere (m²)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Without addresses, smaller bits behind a barrier are not listed.</source>
            <translation>Ohne Adressen werden kleinere Stücke hinter einer Barriere nicht aufgeführt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Findings</source>
            <translation>Befunde</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Summary of the checks</source>
            <translation>Übersicht der Prüfungen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_parameters.py" />
            <source>Number of findings</source>
            <translation>Zahl der Befunde</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_people.py" />
            <source>The address has no coordinates, so its area cannot be checked.</source>
            <translation>Die Adresse hat keine Koordinaten; ihr Gebiet lässt sich nicht prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_people.py" />
            <source>The address lies in no area.</source>
            <translation>Die Adresse liegt in keinem Gebiet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_people.py" />
            <source>The address lies in {areas} at once, because they overlap.</source>
            <translation>Die Adresse liegt zugleich in {areas}, weil diese sich überlappen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_people.py" />
            <source>The address lies in no area and outside the boundary.</source>
            <translation>Die Adresse liegt in keinem Gebiet und außerhalb der Grenze.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_people.py" />
            <source>The address lies exactly on the border of {areas}. It counts for the lower code.</source>
            <translation>Die Adresse liegt genau auf der Grenze von {areas}. Sie zählt zum niedrigeren Schlüssel.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_people.py" />
            <source>not checked, because no inhabitants are given</source>
            <translation>nicht geprüft, weil keine Einwohner angegeben sind</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_check_people.py" />
            <source>None of the addresses lies in an area of level “{level}”. Check the coordinate reference systems of both layers.</source>
            <translation>Keine der Adressen liegt in einem Gebiet der Ebene „{level}“. Die Koordinatensysteme beider Layer prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_ground.py" />
            <source>From {old} (before) to {new} (after): {count} addresses with {people} inhabitants.</source>
            <translation>Von {old} (bisher) an {new} (neu): {count} Adressen mit {people} Einwohnern.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_ground.py" />
            <source>From {old} (before) to {new} (after): ground without addresses.</source>
            <translation>Von {old} (bisher) an {new} (neu): Fläche ohne Adressen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_ground.py" />
            <source>From {old} (before) to {new} (after): {count} addresses.</source>
            <translation>Von {old} (bisher) an {new} (neu): {count} Adressen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_inputs.py" />
            <source>The area has no code and is left out.</source>
            <translation>Das Gebiet hat keinen Schlüssel und bleibt außer Betracht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_inputs.py" />
            <source>The area has no polygon and is left out.</source>
            <translation>Das Gebiet hat kein Polygon und bleibt außer Betracht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_inputs.py" />
            <source>The polygon is invalid ({reason}) and was mended.</source>
            <translation>Das Polygon ist ungültig ({reason}) und wurde repariert.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_inputs.py" />
            <source>The area is of another level and is left out.</source>
            <translation>Das Gebiet ist von einer anderen Ebene und bleibt außer Betracht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_inputs.py" />
            <source>The address has no coordinates and is left out.</source>
            <translation>Die Adresse hat keine Koordinaten und bleibt außer Betracht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_inputs.py" />
            <source>The address lies in no old and no new area and is left out.</source>
            <translation>Die Adresse liegt in keinem alten und keinem neuen Gebiet und bleibt außer Betracht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_inputs.py" />
            <source>The address lies in an old area, but in no new one.</source>
            <translation>Die Adresse liegt in einem alten, aber in keinem neuen Gebiet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_inputs.py" />
            <source>The address lies in a new area, but in no old one.</source>
            <translation>Die Adresse liegt in einem neuen, aber in keinem alten Gebiet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_inputs.py" />
            <source>The address lies on a border or in several areas; the lower code counts.</source>
            <translation>Die Adresse liegt auf einer Grenze oder in mehreren Gebieten; es zählt der niedrigere Schlüssel.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_inputs.py" />
            <source>“{layer}” holds no area with a code and a polygon. Check the field “{field}” and the level.</source>
            <translation>„{layer}“ enthält kein Gebiet mit Schlüssel und Polygon. Das Feld „{field}“ und die Ebene prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_inputs.py" />
            <source>“{layer}”: areas overlap, most of all {first} and {second} on {size} m². Addresses there count for the lower code. “Check areas” shows all overlaps.</source>
            <translation>„{layer}“: Gebiete überlappen sich, am meisten {first} und {second} auf {size} m². Adressen dort zählen zum niedrigeren Schlüssel. „Gebiete prüfen“ zeigt alle Überlappungen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_inputs.py" />
            <source>“{layer}” holds areas of several levels ({levels}). Choose one in LEVEL.</source>
            <translation>„{layer}“ enthält Gebiete mehrerer Ebenen ({levels}). Eine in LEVEL wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_log.py" />
            <source>Old and new areas have no ground in common. Check the coordinate reference systems of both layers and that they are of the same town.</source>
            <translation>Alte und neue Gebiete haben keine gemeinsame Fläche. Koordinatensysteme beider Layer prüfen, und ob sie zur selben Stadt gehören.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_log.py" />
            <source>No address lies in an old or a new area. Check the coordinate reference system of the addresses.</source>
            <translation>Keine Adresse liegt in einem alten oder neuen Gebiet. Das Koordinatensystem der Adressen prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_log.py" />
            <source>{count} groups are hidden, because few people live there; MODE internal shows them.</source>
            <translation>{count} Gruppen sind geheim, weil dort wenige wohnen; MODE internal zeigt sie.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_log.py" />
            <source>Slivers of {size} m² in all differ between both divisions; they are taken as inaccuracy.</source>
            <translation>Splitter von zusammen {size} m² unterscheiden beide Gliederungen; sie gelten als Ungenauigkeit.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_page.py" />
            <source>{title}: {count} areas</source>
            <translation>{title}: {count} Gebiete</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_page.py" />
            <source>Without inhabitants: each address counts 1.</source>
            <translation>Ohne Einwohner: Jede Adresse zählt 1.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_page.py" />
            <source>· hidden because small; small groups count where most of their old area does.</source>
            <translation>· geheim, weil klein; kleine Gruppen zählen dort, wo der größte Teil ihres alten Gebiets zählt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_page.py" />
            <source>Old and new areas compared</source>
            <translation>Alte und neue Gebiete im Vergleich</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_page.py" />
            <source>Inhabitants: {source}</source>
            <translation>Einwohner: {source}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_page.py" />
            <source>Before</source>
            <translation>Bisher</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_page.py" />
            <source>After</source>
            <translation>Neu</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Compare old and new areas</source>
            <translation>Alte und neue Gebiete vergleichen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Shows what a new division changes against an old one: the ground, streets and inhabitants that go from one area to another, what became of each area, the crosswalk for time series, indicators before and after, and both maps side by side as a PDF. For the talks with experts and the council's decision.

Method: each address lies in one old and one new area; inhabitants at addresses are the weights, never ground. An old and a new area continue each other if each holds more of the other's inhabitants than any other does; codes need not be the same. What does not continue, moves. An area is unchanged, has a changed border, is split, merged or new. Counts are carried over by shares of the old area's inhabitants, rates from numerator and denominator; values without these are not. Hidden values stay hidden.

In mode publication, groups of 1 to below MIN_COUNT inhabitants are hidden (“geheim”) and count where most of their old area does, in the crosswalk and all that follows from it. So nothing can be computed back, but sums of new areas may be off by a few. Use mode internal for exact weights in the office.

Example: OLD = “vorschlag”, NEW = “ueberarbeitet”, ADDRESSES = “adressen” with “einwohner”, PDF = vergleich.pdf.</source>
            <translation>Zeigt, was eine neue Gliederung gegenüber einer alten ändert: Flächen, Straßen und Einwohner, die von einem Gebiet an ein anderes gehen, was aus jedem Gebiet wurde, den Umsteigeschlüssel für Zeitreihen, Indikatoren bisher und neu und beide Karten nebeneinander als PDF. Für die Gespräche mit den Fachleuten und den Ratsbeschluss.

Verfahren: Jede Adresse liegt in einem alten und einem neuen Gebiet; gewichtet wird mit den Einwohnern an den Adressen, nie mit der Fläche. Ein altes und ein neues Gebiet setzen einander fort, wenn jedes mehr Einwohner des anderen hat als irgendein anderes; die Schlüssel müssen nicht gleich sein. Was sich nicht fortsetzt, wechselt. Ein Gebiet ist unverändert, hat eine geänderte Grenze, ist geteilt, zusammengelegt oder neu. Zahlen werden nach Anteilen an den Einwohnern des alten Gebiets übertragen, Quoten aus Zähler und Nenner; Werte ohne diese nicht. Geheime Werte bleiben geheim.

Im Modus publication sind Gruppen von 1 bis unter MIN_COUNT Einwohnern geheim und zählen dort, wo der größte Teil ihres alten Gebiets zählt, im Umsteigeschlüssel und in allem, was daraus folgt. So lässt sich nichts zurückrechnen, aber Summen neuer Gebiete können um wenige abweichen. Für genaue Gewichte im Amt gibt es den Modus internal.

Beispiel: OLD = „vorschlag“, NEW = „ueberarbeitet“, ADDRESSES = „adressen“ mit „einwohner“, PDF = vergleich.pdf.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Level to compare (quartier, sozialraum, ...) where the layers hold several. Empty: there is only one.</source>
            <translation>Zu vergleichende Ebene (quartier, sozialraum, ...), wenn die Layer mehrere enthalten. Leer: Es gibt nur eine.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Ground that differs in a narrower strip, without an address, is inaccuracy and no change.</source>
            <translation>Unterschiede in einem schmaleren Streifen ohne Adresse gelten als Ungenauigkeit und nicht als Änderung.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Address points, if possible with inhabitants. Without street names the table of streets stays empty.</source>
            <translation>Adresspunkte, möglichst mit Einwohnern. Ohne Straßennamen bleibt die Tabelle der Straßen leer.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Field of the addresses with their inhabitants. Without it each address counts 1; the log says so.</source>
            <translation>Feld der Adressen mit ihren Einwohnern. Ohne das Feld zählt jede Adresse 1; das Protokoll sagt es.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Long table as “Compute indicators” makes it, with “zaehler” and “nenner”, to be carried over.</source>
            <translation>Lange Tabelle, wie sie „Indikatoren berechnen“ erzeugt, mit „zaehler“ und „nenner“, zum Übertragen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>publication hides small numbers; internal shows all and must not leave the office.</source>
            <translation>publication (Veröffentlichung) hält kleine Zahlen geheim; internal (intern) zeigt alles und darf das Haus nicht verlassen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Counts from 1 to below this number are hidden (usual: 3, 5 or 10), and so are remainders of a share.</source>
            <translation>Fallzahlen von 1 bis unter dieser Zahl werden geheim gehalten (üblich: 3, 5 oder 10), ebenso der Rest zum Ganzen bei einem Anteil.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Rates with a denominator below this number are hidden; 0 shows all.</source>
            <translation>Quoten mit einem Nenner unter dieser Zahl werden nicht ausgewiesen; 0 zeigt alle.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Streets, railway or rivers, drawn as thin grey lines on the maps of the PDF.</source>
            <translation>Straßen, Bahn oder Flüsse, als dünne graue Linien auf den Karten der PDF.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>A4 pages with both maps at one extent, a legend and the table of all areas.</source>
            <translation>A4-Seiten mit beiden Karten im selben Ausschnitt, Legende und Tabelle aller Gebiete.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Old areas</source>
            <translation>Alte Gebiete</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Polygons of the areas as they were: one level, or all with LEVEL.</source>
            <translation>Polygone der bisherigen Gebiete: eine Ebene oder alle mit LEVEL.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>New areas</source>
            <translation>Neue Gebiete</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Polygons of the areas as they will be, of the same level.</source>
            <translation>Polygone der künftigen Gebiete derselben Ebene.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Code of the old area</source>
            <translation>Schlüssel des alten Gebiets</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Field of the old areas with the code.</source>
            <translation>Feld der alten Gebiete mit dem Schlüssel.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Name of the old area</source>
            <translation>Name des alten Gebiets</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Field with the name. May be absent.</source>
            <translation>Feld mit dem Namen. Darf fehlen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Code of the new area</source>
            <translation>Schlüssel des neuen Gebiets</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Field of the new areas with the code.</source>
            <translation>Feld der neuen Gebiete mit dem Schlüssel.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Name of the new area</source>
            <translation>Name des neuen Gebiets</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Field with the level, of the same name in both layers. May be absent.</source>
            <translation>Feld mit der Ebene, in beiden Layern gleich benannt. Darf fehlen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Indicators of the old areas</source>
            <translation>Indikatoren der alten Gebiete</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Use</source>
            <translation>Verwendung</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Smallest count shown</source>
            <translation>Kleinste ausgewiesene Fallzahl</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Smallest base of a rate</source>
            <translation>Kleinster Nenner einer Quote</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Layers on both maps</source>
            <translation>Layer auf beiden Karten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Head line of the PDF. Empty: “Old and new areas compared”.</source>
            <translation>Überschrift der PDF. Leer: „Alte und neue Gebiete im Vergleich“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Title of the old map</source>
            <translation>Titel der alten Karte</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Such as “Proposal of 12.03.2025”. Empty: “Before”.</source>
            <translation>Etwa „Vorschlag vom 12.03.2025“. Leer: „Bisher“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Title of the new map</source>
            <translation>Titel der neuen Karte</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Such as “After the expert talks”. Empty: “After”.</source>
            <translation>Etwa „Nach den Expertengesprächen“. Leer: „Neu“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Source and Stichtag of the inhabitants for the foot of the PDF.</source>
            <translation>Quelle und Stichtag der Einwohner für den Fuß der PDF.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Publisher</source>
            <translation>Herausgeber</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Municipality or office, for the foot and the author of the PDF.</source>
            <translation>Gemeinde oder Amt, für den Fuß und den Autor der PDF.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Changes</source>
            <translation>Änderungen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Ground that goes from one area to another, with the addresses and inhabitants on it.</source>
            <translation>Fläche, die von einem Gebiet an ein anderes geht, mit den Adressen und Einwohnern darauf.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Streets that change their area</source>
            <translation>Straßen, die das Gebiet wechseln</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Streets with the ranges of house numbers that go from one area to another.</source>
            <translation>Straßen mit den Hausnummernbereichen, die von einem Gebiet an ein anderes gehen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Crosswalk</source>
            <translation>Umsteigeschlüssel</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Old and new area, addresses and inhabitants in both, and their shares of either area (0 to 1).</source>
            <translation>Altes und neues Gebiet, Adressen und Einwohner in beiden und ihre Anteile an jedem der beiden (0 bis 1).</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Areas compared</source>
            <translation>Gebiete im Vergleich</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Each new area with the one it comes from, what happened to it, and inhabitants before and after.</source>
            <translation>Jedes neue Gebiet mit seinem Vorgänger, was sich geändert hat und die Einwohner bisher und neu.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Indicators compared</source>
            <translation>Indikatoren im Vergleich</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Each indicator before and after for each new area, and what that rests on. Needs INDICATORS.</source>
            <translation>Jeder Indikator bisher und neu für jedes neue Gebiet und worauf er beruht. Braucht INDICATORS.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Areas and addresses that are left out, were mended or lie in one division only, with the reason.</source>
            <translation>Gebiete und Adressen, die außer Betracht bleiben, repariert wurden oder nur in einer der Gliederungen liegen, mit Grund.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Both maps side by side (PDF)</source>
            <translation>Beide Karten nebeneinander (PDF)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Areas that are not unchanged</source>
            <translation>Nicht unveränderte Gebiete</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Addresses that change their area</source>
            <translation>Adressen, die das Gebiet wechseln</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_parameters.py" />
            <source>Inhabitants that change their area</source>
            <translation>Einwohner, die das Gebiet wechseln</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_people.py" />
            <source>in an old and a new area</source>
            <translation>in einem alten und einem neuen Gebiet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_people.py" />
            <source>The addresses have no inhabitants, so each address counts 1.</source>
            <translation>Die Adressen haben keine Einwohner, darum zählt jede Adresse 1.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_people.py" />
            <source>{old} old areas, {new} new areas</source>
            <translation>{old} alte Gebiete, {new} neue Gebiete</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_people.py" />
            <source>{count} addresses lie on the border of several areas; each belongs to the lower code.</source>
            <translation>{count} Adressen liegen auf der Grenze mehrerer Gebiete; jede gehört zum kleineren Schlüssel.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_compare_people.py" />
            <source>The addresses have no fields {fields}, so no streets are listed.</source>
            <translation>Den Adressen fehlen die Felder {fields}; Straßen werden nicht aufgeführt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_log.py" />
            <source>{share} % of the differences between units remain within areas.</source>
            <translation>{share} % der Unterschiede zwischen den Einheiten verbleiben innerhalb der Gebiete.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_log.py" />
            <source>Attributes: {named}</source>
            <translation>Merkmale: {named}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_naming.py" />
            <source>Field that names the place of a unit, for instance “ortsteil”. An area takes the name most of its inhabitants have; equal names get Nord, Ost, Süd, West or Mitte.</source>
            <translation>Feld mit dem Ortsnamen der Einheit, etwa „ortsteil“. Ein Gebiet erhält den Namen, der für die meisten seiner Einwohner gilt; gleiche Namen werden durch Nord, Ost, Süd, West oder Mitte ergänzt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_naming.py" />
            <source>What the areas are called in “ebene”: quartier, sozialraum or a word of your own.</source>
            <translation>Bezeichnung der Gebiete in „ebene“: quartier, sozialraum oder ein eigenes Wort.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_naming.py" />
            <source>3 gives 05999001001 for the first area of commune 05999001; use 2 for Sozialräume above Quartiere.</source>
            <translation>3 ergibt 05999001001 für das erste Gebiet der Gemeinde 05999001; 2 eignet sich für Sozialräume über Quartieren.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_naming.py" />
            <source>Stands before the number instead of the commune's code; the numbers then run through all communes.</source>
            <translation>Steht anstelle des Gemeindeschlüssels vor der Nummer; die Nummern laufen dann durch alle Gemeinden.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_naming.py" />
            <source>Text with {gemeinde}, {oben} (the code of the area above), {ebene} and {nummer}; {nummer:02} is padded to two digits. Numbers run from north-west to south-east, anew for each beginning. With LEVELS one pattern for each, separated by semicolons: {gemeinde}{nummer:02}; {oben}{nummer:02}. Left empty, the code of the area above and a number with the digits above, with LEVELS 2 digits.</source>
            <translation>Text mit {gemeinde}, {oben} (dem Schlüssel des übergeordneten Gebiets), {ebene} und {nummer}; {nummer:02} wird auf zwei Stellen aufgefüllt. Die Nummern laufen von Nordwest nach Südost, für jeden Anfang neu. Bei LEVELS ein Muster je Ebene, getrennt durch Semikolon: {gemeinde}{nummer:02}; {oben}{nummer:02}. Leer: der Schlüssel des übergeordneten Gebiets und eine Nummer mit den Stellen von oben, bei LEVELS mit 2 Stellen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_naming.py" />
            <source>Landmarks</source>
            <translation>Wahrzeichen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_naming.py" />
            <source>Churches, squares, stations and the like. Where “Names from” gives no name, an area is called after the landmark nearest to its middle; where it gives several areas the same, the landmark follows in brackets.</source>
            <translation>Kirchen, Plätze, Bahnhöfe und Ähnliches. Wo „Namen aus“ keinen Namen ergibt, heißt ein Gebiet nach dem Wahrzeichen, das seiner Mitte am nächsten liegt; wo es mehreren Gebieten denselben gibt, folgt das Wahrzeichen in Klammern.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_naming.py" />
            <source>Name of the landmark</source>
            <translation>Name des Wahrzeichens</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_naming.py" />
            <source>Streets for names</source>
            <translation>Straßen für die Namen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_naming.py" />
            <source>An area without name and landmark is called after its longest street. One on its border counts half.</source>
            <translation>Ein Gebiet ohne Namen und Wahrzeichen heißt nach seiner längsten Straße. Eine auf seiner Grenze zählt halb.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_naming.py" />
            <source>Name of the street</source>
            <translation>Name der Straße</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_naming.py" />
            <source>Names by hand</source>
            <translation>Namen von Hand</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_naming.py" />
            <source>Table of codes and names, or an edited layer of an earlier run. They replace the proposed names.</source>
            <translation>Tabelle mit Schlüsseln und Namen oder ein bearbeiteter Layer eines früheren Laufs. Sie ersetzen die vorgeschlagenen Namen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_naming.py" />
            <source>Code in the table of names</source>
            <translation>Schlüssel in der Namenstabelle</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_naming.py" />
            <source>Field with the name of the area; usually “gebiet_name”.</source>
            <translation>Feld mit dem Namen des Gebiets; gewöhnlich „gebiet_name“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_naming.py" />
            <source>Names from</source>
            <translation>Namen aus</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_naming.py" />
            <source>Digits of the number in the code</source>
            <translation>Stellen der Nummer im Schlüssel</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_naming.py" />
            <source>Beginning of the code</source>
            <translation>Anfang des Schlüssels</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_naming.py" />
            <source>Pattern of the code</source>
            <translation>Muster des Schlüssels</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_naming.py" />
            <source>Name in the table of names</source>
            <translation>Name in der Namenstabelle</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_naming.py" />
            <source>Field of that layer; usually “{field}”.</source>
            <translation>Feld dieses Layers; gewöhnlich „{field}“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_neighbours.py" />
            <source>Bridges are given, but no barriers that they could open; they are not used.</source>
            <translation>Brücken sind angegeben, aber keine Barrieren, die sie öffnen könnten; sie werden nicht verwendet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_neighbours.py" />
            <source>{closed} of {count} common borders run along a barrier.</source>
            <translation>{closed} von {count} gemeinsamen Grenzen verlaufen an einer Barriere.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_neighbours.py" />
            <source>{marked} of {total} lines are marked as a bridge or tunnel.</source>
            <translation>{marked} von {total} Linien sind als Brücke oder Tunnel gekennzeichnet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_neighbours.py" />
            <source>{opened} of these are open, because a street crosses the barrier there.</source>
            <translation>{opened} davon sind offen, weil dort eine Straße die Barriere quert.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_neighbours.py" />
            <source>{count} of {total} barriers have no geometry and are not used.</source>
            <translation>{count} von {total} Barrieren haben keine Geometrie und werden nicht verwendet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_options.py" />
            <source>LEVELS begins with “gemeinde”. Choose the commune field too, or leave that level out.</source>
            <translation>LEVELS beginnt mit „gemeinde“. Auch das Gemeindefeld wählen oder diese Ebene weglassen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_options.py" />
            <source>The target of {target} inhabitants lies outside the bounds; their middle is used.</source>
            <translation>Der Zielwert von {target} Einwohnern liegt außerhalb der Grenzwerte; verwendet wird deren Mitte.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_tables.py" />
            <source>COUNTS gives numbers per commune. Choose the commune field of the units too.</source>
            <translation>COUNTS nennt Zahlen je Gemeinde. Auch das Gemeindefeld der Einheiten wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_tables.py" />
            <source>AREA_COUNT asks for {total} areas, but COUNTS adds up to {found}. Give one of the two.</source>
            <translation>AREA_COUNT verlangt {total} Gebiete, aber COUNTS ergibt zusammen {found}. Nur eines von beiden angeben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_tables.py" />
            <source>{parameter}: the layer or table cannot be read.</source>
            <translation>{parameter}: Der Layer oder die Tabelle lässt sich nicht lesen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_tables.py" />
            <source>{parameter}: choose a field of “{layer}”. It has: {available}.</source>
            <translation>{parameter}: Ein Feld von „{layer}“ wählen. Vorhanden: {available}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_tables.py" />
            <source>{parameter}: “{layer}” has no row.</source>
            <translation>{parameter}: „{layer}“ hat keine Zeile.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_delineation_tables.py" />
            <source>COUNTS: {count} rows are of a level that is not made here (“{level}”); not used.</source>
            <translation>COUNTS: {count} Zeilen gehören zu einer Ebene, die hier nicht gebildet wird („{level}“); nicht verwendet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_hierarchy_inputs.py" />
            <source>The layers hold no area.</source>
            <translation>Die Layer enthalten kein Gebiet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_hierarchy_inputs.py" />
            <source>“{layer}”, row {row}</source>
            <translation>„{layer}“, Zeile {row}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_hierarchy_inputs.py" />
            <source>{place}: the area “{code}” has no polygon. Draw or remove it.</source>
            <translation>{place}: Das Gebiet „{code}“ hat kein Polygon. Zeichnen oder entfernen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_hierarchy_inputs.py" />
            <source>{place}: field “{field}” is empty. Every area needs a code and a level.</source>
            <translation>{place}: Feld „{field}“ ist leer. Jedes Gebiet braucht einen Schlüssel und eine Ebene.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_levels.py" />
            <source>{count} units have no commune, so they lie in no area of the level “gemeinde”.</source>
            <translation>{count} Einheiten haben keine Gemeinde und liegen daher in keinem Gebiet der Ebene „gemeinde“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Delineate areas</source>
            <translation>Gebiete abgrenzen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Proposes Quartiere or Sozialräume for planners: areas made of whole units (blocks, census cells, or the areas of a lower level) that hang together, hold a minimum and a maximum of inhabitants, stay inside their commune, respect barriers and are as alike inside as possible in the chosen attributes.

Method: neighbouring units are joined by Ward's criterion up to the maximum; then areas are exchanged and units moved across borders while the sum of squares within the areas falls. Each attribute is standardised first (mean 0, standard deviation 1 over the units). Uninhabited units belong to areas too, so that no gap remains.

Where the bounds cannot be held, the log says which unit or commune prevents it: a unit above the maximum stays alone, a commune below the minimum becomes one area, a part that a barrier cuts off joins across the barrier with the longest common border, an island stays alone. Commune borders are never crossed. The result comes in a metric coordinate system.

Example: blocks with 700 to 8.500 inhabitants, target 4.500, level “quartier” give Quartiere. Run it again on these with 7.000 to 30.000, level “sozialraum” and 2 digits to get Sozialräume, or make both in one run with LEVELS = sozialraum 7000-30000; quartier 700-4500-8500. The log describes each area in a sentence.</source>
            <translation>Schlägt der Planung Quartiere oder Sozialräume vor: Gebiete aus ganzen Einheiten (Blöcken, Zensuszellen oder Gebieten einer unteren Ebene), die zusammenhängen, eine Mindest- und eine Höchstzahl an Einwohnern einhalten, innerhalb ihrer Gemeinde bleiben, Barrieren beachten und in den gewählten Merkmalen möglichst homogen sind.

Verfahren: Benachbarte Einheiten werden nach dem Ward-Kriterium bis zur Höchstzahl zusammengefasst; dann werden Gebiete getauscht und Einheiten über Grenzen verschoben, solange die Quadratsumme innerhalb der Gebiete sinkt. Jedes Merkmal wird zuvor standardisiert (Mittelwert 0, Standardabweichung 1 über die Einheiten). Auch unbewohnte Einheiten gehören zu Gebieten, sodass keine Lücke bleibt.

Wo sich die Grenzwerte nicht einhalten lassen, nennt das Protokoll die Einheit oder Gemeinde, die es verhindert: Eine Einheit über der Höchstzahl bleibt für sich, eine Gemeinde unter der Mindestzahl wird ein Gebiet, ein durch eine Barriere abgeschnittener Teil schließt sich über die Barriere mit der längsten gemeinsamen Grenze an, eine Insel bleibt für sich. Gemeindegrenzen werden nie überschritten. Das Ergebnis liegt in einem metrischen Koordinatensystem.

Beispiel: Blöcke mit 700 bis 8.500 Einwohnern, Ziel 4.500, Ebene „quartier“ ergeben Quartiere. Mit diesen, 7.000 bis 30.000, Ebene „sozialraum“ und 2 Stellen ein zweites Mal ausgeführt, ergeben sich Sozialräume; oder beides in einem Lauf mit LEVELS = sozialraum 7000-30000; quartier 700-4500-8500. Das Protokoll beschreibt jedes Gebiet in einem Satz.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>One polygon per area with code, name, level, commune, inhabitants, sums and means of its units. With LEVELS the areas of all levels, the smallest first, with “hinweis” where a requirement was not met.</source>
            <translation>Ein Polygon je Gebiet mit Schlüssel, Name, Ebene, Gemeinde, Einwohnern, Summen und Mittelwerten seiner Einheiten. Bei LEVELS die Gebiete aller Ebenen, die kleinsten zuerst, mit „hinweis“, wo eine Vorgabe nicht erfüllt ist.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>The input with “gebiet”, the code of the new area (with LEVELS of the lowest level; a field named after each level above holds its code). If the input has areas of a lower level, their code, name and level become “einheit”, “einheit_name” and “einheit_ebene”.</source>
            <translation>Die Eingabe mit „gebiet“, dem Schlüssel des neuen Gebiets (bei LEVELS der untersten Ebene; ein Feld mit dem Namen jeder höheren Ebene enthält deren Schlüssel). Enthält die Eingabe Gebiete einer niedrigeren Ebene, werden deren Schlüssel, Name und Ebene zu „einheit“, „einheit_name“ und „einheit_ebene“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Polygons that become areas: blocks, census cells or the areas of a lower level, without overlaps.</source>
            <translation>Polygone, aus denen Gebiete werden: Blöcke, Zensuszellen oder Gebiete einer unteren Ebene, ohne Überlappungen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Field with the inhabitants of each unit. A missing value counts as 0 and is reported.</source>
            <translation>Feld mit den Einwohnern jeder Einheit. Ein fehlender Wert zählt als 0 und wird gemeldet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Social, urban-design and housing traits, best as shares. Areas become as alike inside as possible in them. A missing value counts as average. Without attributes the areas become compact.</source>
            <translation>Soziale, städtebauliche und wohnungswirtschaftliche Merkmale, am besten als Anteile. Die Gebiete werden in ihnen möglichst homogen. Ein fehlender Wert zählt als durchschnittlich. Ohne Merkmale werden die Gebiete kompakt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>How much an attribute counts, for example: sgb2=2; alter65=0,5. One that is not named counts 1, one with 0 not at all.</source>
            <translation>Wie viel ein Merkmal zählt, zum Beispiel: sgb2=2; alter65=0,5. Ein nicht genanntes zählt 1, eines mit 0 gar nicht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Field with the code of the commune (usually “gemeinde”). Areas never cross a commune border, and the code begins each area's code. Without it, all units count as one commune.</source>
            <translation>Feld mit dem Gemeindeschlüssel (meist „gemeinde“). Gebiete überschreiten nie eine Gemeindegrenze, und jeder Gebietsschlüssel beginnt mit dem Gemeindeschlüssel. Ohne dieses Feld gelten alle Einheiten als eine Gemeinde.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Railways, rivers, motorways or main roads, as lines or polygons, that areas should not cross.</source>
            <translation>Bahnlinien, Flüsse, Autobahnen oder Hauptverkehrsstraßen als Linien oder Flächen, die Gebiete nicht überschreiten sollen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Two units are apart if at least half of their common border lies within this distance of a barrier.</source>
            <translation>Zwei Einheiten gelten als getrennt, wenn mindestens die Hälfte ihrer gemeinsamen Grenze innerhalb dieses Abstands von einer Barriere liegt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Field with what a barrier is called in the log, such as “Lauter” or “rail”; else the layer's name.</source>
            <translation>Feld mit der Bezeichnung einer Barriere für das Protokoll, etwa „Lauter“ oder „rail“; sonst der Name des Layers.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Street or path lines. Where one of them crosses a barrier within the common border of two units, the barrier does not keep these apart. Left empty, barriers hold everywhere.</source>
            <translation>Linien von Straßen oder Wegen. Wo eine von ihnen innerhalb der gemeinsamen Grenze zweier Einheiten eine Barriere quert, trennt die Barriere diese nicht. Leer: Barrieren gelten überall.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Fields such as “bridge” and “tunnel”: only lines with a mark in one of them count. Empty, 0, no, nein, F and false are no marks. Without fields every line counts, level crossings too.</source>
            <translation>Felder wie „bridge“ und „tunnel“: Nur Linien mit einem Kennzeichen in einem davon zählen. Leer, 0, no, nein, F und false sind keine Kennzeichen. Ohne Felder zählt jede Linie, auch am Bahnübergang.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>No area has fewer inhabitants, unless the log explains why. The labour agency asks for 1.000.</source>
            <translation>Kein Gebiet hat weniger Einwohner, es sei denn, das Protokoll nennt den Grund. Die Bundesagentur für Arbeit verlangt 1.000.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>No area has more inhabitants, unless a single unit alone exceeds it.</source>
            <translation>Kein Gebiet hat mehr Einwohner, es sei denn, eine einzelne Einheit überschreitet die Höchstzahl allein.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Mean size wanted; it gives the number of areas of each commune. Empty or outside the bounds: their middle.</source>
            <translation>Gewünschte mittlere Größe; daraus folgt die Zahl der Gebiete je Gemeinde. Leer oder außerhalb der Grenzwerte: deren Mitte.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>How much short borders count beside homogeneity: 0 only homogeneity, which may give ragged areas; 1 compact areas first.</source>
            <translation>Wie viel kurze Grenzen neben der Homogenität zählen: 0 nur Homogenität, was zerfranste Gebiete geben kann; 1 vor allem kompakte Gebiete.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>“thorough” improves the first division, “fast” leaves it as it is (good for a first look).</source>
            <translation>„thorough“ verbessert die erste Aufteilung, „fast“ belässt sie (für einen ersten Eindruck).</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Start of the random numbers: the same seed and input give the same areas.</source>
            <translation>Beginn der Zufallszahlen: Gleicher Startwert und gleiche Eingabe ergeben gleiche Gebiete.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>How many areas there are to be in all, instead of a target size. Left empty, the target counts.</source>
            <translation>Wie viele Gebiete es insgesamt werden sollen, statt einer Zielgröße. Leer: Es gilt der Zielwert.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Table with the code of each commune and the number of its areas. With LEVELS it counts for the smallest level, or for the one that a column “ebene” names.</source>
            <translation>Tabelle mit dem Schlüssel jeder Gemeinde und der Anzahl ihrer Gebiete. Bei LEVELS gilt sie für die unterste Ebene oder für die, die eine Spalte „ebene“ nennt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Field with the code of the commune; usually “gemeinde”.</source>
            <translation>Feld mit dem Schlüssel der Gemeinde; gewöhnlich „gemeinde“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Field with the number of areas; usually “anzahl”.</source>
            <translation>Feld mit der Anzahl der Gebiete; gewöhnlich „anzahl“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Makes several levels in one run, each with its bounds of inhabitants, the largest areas first: sozialraum 8000-25000; quartier 1500-5000. A third number in the middle is the target: quartier 1500-3000-5000. “gemeinde” without numbers at the beginning adds the communes. The smaller areas never cross the larger ones. Minimum, maximum, target and level above then do not count.</source>
            <translation>Bildet mehrere Ebenen in einem Lauf, jede mit ihren Grenzen der Einwohnerzahl, die größten Gebiete zuerst: sozialraum 8000-25000; quartier 1500-5000. Eine dritte Zahl in der Mitte ist der Zielwert: quartier 1500-3000-5000. „gemeinde“ ohne Zahlen am Anfang ergänzt die Gemeinden. Die kleineren Gebiete überschreiten die größeren nie. Mindestzahl, Höchstzahl, Zielwert und Ebene von oben gelten dann nicht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Field with the code of the area that a unit belongs to by your decision; empty where you leave it open. Equal codes end in one area, which keeps the code; different ones never share an area. With LEVELS it counts for the smallest level.</source>
            <translation>Feld mit dem Schlüssel des Gebiets, zu dem eine Einheit nach eigener Entscheidung gehört; leer, wo es offen bleibt. Gleiche Schlüssel kommen in ein Gebiet, das den Schlüssel behält; verschiedene nie in dasselbe. Bei LEVELS gilt es für die unterste Ebene.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Field with the name that the fixed area keeps.</source>
            <translation>Feld mit dem Namen, den das festgelegte Gebiet behält.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Units with their area</source>
            <translation>Einheiten mit ihrem Gebiet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Number of areas</source>
            <translation>Zahl der Gebiete</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Number of unmet requirements</source>
            <translation>Zahl der nicht erfüllten Vorgaben</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Share of the sum of squares within areas</source>
            <translation>Anteil der Quadratsumme innerhalb der Gebiete</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Attributes to be alike in</source>
            <translation>Merkmale für die Homogenität</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Weights of the attributes</source>
            <translation>Gewichte der Merkmale</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Tolerance of barriers (m)</source>
            <translation>Toleranz der Barrieren (m)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Name or kind of the barrier</source>
            <translation>Name oder Art der Barriere</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Bridges and underpasses that open a barrier</source>
            <translation>Brücken und Unterführungen, die eine Barriere öffnen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Marks of bridges and tunnels</source>
            <translation>Kennzeichen von Brücken und Tunneln</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Target of inhabitants</source>
            <translation>Zielwert der Einwohner</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Compactness</source>
            <translation>Kompaktheit</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Effort</source>
            <translation>Aufwand</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Seed</source>
            <translation>Startwert</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Number of areas per commune</source>
            <translation>Anzahl der Gebiete je Gemeinde</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Commune in the table of numbers</source>
            <translation>Gemeinde in der Tabelle der Anzahlen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Number in the table of numbers</source>
            <translation>Anzahl in der Tabelle der Anzahlen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Levels within each other</source>
            <translation>Ebenen ineinander</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Fixed area</source>
            <translation>Festgelegtes Gebiet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Name of the fixed area</source>
            <translation>Name des festgelegten Gebiets</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_street_lines.py" />
            <source>street lines</source>
            <translation>Straßenlinien</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_street_lines.py" />
            <source>The street lines have no names, so every address goes to the nearest street section.</source>
            <translation>Die Straßenlinien haben keine Namen; deshalb kommt jede Adresse zum nächsten Straßenabschnitt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_street_lines.py" />
            <source>“{layer}” holds no usable line.</source>
            <translation>„{layer}“ enthält keine brauchbare Linie.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_street_lines.py" />
            <source>No address carries the name of a street line in its field “{field}”, so every address goes to the nearest street section.</source>
            <translation>Keine Adresse trägt in ihrem Feld „{field}“ den Namen einer Straßenlinie; deshalb kommt jede Adresse zum nächsten Straßenabschnitt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_buildings.py" />
            <source>buildings</source>
            <translation>Gebäude</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_buildings.py" />
            <source>garages, sheds and other outbuildings, not counted</source>
            <translation>Garagen, Schuppen und andere Nebengebäude, nicht gezählt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_buildings.py" />
            <source>of unknown use and without an address, not counted</source>
            <translation>unbekannter Nutzung und ohne Adresse, nicht gezählt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_buildings.py" />
            <source>outside all units</source>
            <translation>außerhalb aller Einheiten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_buildings.py" />
            <source>{count} buildings have no usable number in “{field}”; it counts as unknown.</source>
            <translation>{count} Gebäude haben keine brauchbare Zahl in „{field}“; sie gilt als unbekannt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_buildings.py" />
            <source>{count} residential buildings have no number of dwellings; the sums lack them.</source>
            <translation>{count} Wohngebäude haben keine Wohnungszahl; sie fehlen in den Summen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_kinds.py" />
            <source>{total} street sections between junctions: {used} with addresses, {short} short ones joined to their street's next, {empty} without addresses. {double} consist of several carriageways. {loose} loose parts joined a neighbouring unit.</source>
            <translation>{total} Straßenabschnitte zwischen Kreuzungen: {used} mit Adressen, {short} kurze dem nächsten ihrer Straße zugeschlagen, {empty} ohne Adressen. {double} bestehen aus mehreren Fahrbahnen. {loose} lose Teile kamen zu einer benachbarten Einheit.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_kinds.py" />
            <source>blocks</source>
            <translation>Blöcke</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_kinds.py" />
            <source>street sections</source>
            <translation>Straßenabschnitte</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_kinds.py" />
            <source>address cells</source>
            <translation>Adresszellen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_kinds.py" />
            <source>{addresses} addresses stand at {places} places; those less than {reach} m apart share a cell.</source>
            <translation>{addresses} Adressen stehen an {places} Stellen; weniger als {reach} m voneinander entfernte teilen sich eine Zelle.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_parameters.py" />
            <source>&lt;b&gt;Street sections&lt;/b&gt; are both sides of a street between two junctions, with borders at the rear of the plots. An address belongs to the nearest section of its street (field “strasse”) within 300 m, else to the nearest section. Every place goes with the nearest address or street line, but not across a barrier or commune border; a barrier that ends within 500 m of the boundary is carried on to it. Carriageways of one street up to 40 m apart are one section. Bridges and tunnels (fields “bridge”, “tunnel”) meet other streets at their ends only; unnamed paths and drives (fields “highway”, “fclass” or “art”) are no junctions. A section shorter than 30 m with fewer than 3 addresses joins the next one of its street. A section without addresses is no unit. A part apart from the rest of its section is a unit of its own from 3 addresses on, else it joins its neighbour; the report names its addresses.

&lt;b&gt;Address cells&lt;/b&gt; divide the blocks, which are not divided otherwise: every place goes with the nearest address of its block; addresses less than 1 m apart share a cell. A block without addresses is one cell.

&lt;b&gt;Building types&lt;/b&gt; come from OpenStreetMap's “building”, ALKIS Gebäudefunktion (1010, 31001_1010) or German words. Where the use alone does not tell: dwellings of 8 or more storeys are high-rise. Up to 2 dwellings per address are a single or two-family house, or a terraced house in a row of at least 3 touching houses. Where dwellings are not known, a house in such a row is a terraced house up to 100 m² per address and 3 storeys, or up to 2 known storeys and 320 m² of floor space per address; another one is a single or two-family house up to 3 storeys (2 where not known) and 320 m² of floor space per address; all else are multi-family houses. Of unknown use and below 3 storeys, 1,000 m² per address and more is non-residential. Garages, sheds and buildings of unknown use without an address are not counted. A building lies in the unit of its addresses. The dominant type has most dwellings, where these are not known most floor space; only a unit without residential buildings is non-residential.</source>
            <translation>&lt;b&gt;Straßenabschnitte&lt;/b&gt; sind beide Seiten einer Straße zwischen zwei Kreuzungen mit Grenzen an der Rückseite der Grundstücke. Eine Adresse gehört zum nächsten Abschnitt ihrer Straße (Feld „strasse“) im Umkreis von 300 m, sonst zum nächsten Abschnitt. Jeder Ort kommt zur nächsten Adresse oder Straßenlinie, aber nicht über eine Barriere oder Gemeindegrenze hinweg; eine Barriere, die weniger als 500 m vor dem Rand endet, wird bis zu ihm verlängert. Fahrbahnen einer Straße bis 40 m Abstand sind ein Abschnitt. Brücken und Tunnel (Felder „bridge“, „tunnel“) treffen andere Straßen nur an ihren Enden; namenlose Wege und Zufahrten (Felder „highway“, „fclass“ oder „art“) bilden keine Kreuzung. Ein Abschnitt unter 30 m mit weniger als 3 Adressen kommt zum nächsten seiner Straße. Ein Abschnitt ohne Adressen ist keine Einheit. Ein vom Rest seines Abschnitts getrennter Teil ist ab 3 Adressen eine eigene Einheit, sonst kommt er zum Nachbarn; der Bericht nennt seine Adressen.

&lt;b&gt;Adresszellen&lt;/b&gt; teilen die Blöcke, die sonst nicht geteilt werden: Jeder Ort kommt zur nächsten Adresse seines Blocks; Adressen, die weniger als 1 m auseinanderliegen, teilen sich eine Zelle. Ein Block ohne Adressen ist eine Zelle.

&lt;b&gt;Gebäudetypen&lt;/b&gt; stammen aus „building“ von OpenStreetMap, der ALKIS-Gebäudefunktion (1010, 31001_1010) oder deutschen Wörtern. Wo die Nutzung allein nichts sagt: Wohngebäude ab 8 Geschossen sind Hochhäuser. Bis zu 2 Wohnungen je Adresse sind ein Ein- oder Zweifamilienhaus, in einer Reihe von mindestens 3 sich berührenden Häusern ein Reihenhaus. Sind die Wohnungen nicht bekannt, ist ein Haus in einer solchen Reihe ein Reihenhaus bis 100 m² je Adresse und 3 Geschosse oder bis 2 bekannte Geschosse und 320 m² Geschossfläche je Adresse; ein anderes ist ein Ein- oder Zweifamilienhaus bis 3 Geschosse (2, wo unbekannt) und 320 m² Geschossfläche je Adresse; alle übrigen sind Mehrfamilienhäuser. Bei unbekannter Nutzung und unter 3 Geschossen sind 1.000 m² je Adresse und mehr kein Wohngebäude. Garagen, Schuppen und Gebäude unbekannter Nutzung ohne Adresse werden nicht gezählt. Ein Gebäude liegt in der Einheit seiner Adressen. Der vorherrschende Typ hat die meisten Wohnungen, wo diese nicht bekannt sind, die größte Geschossfläche; nur eine Einheit ohne Wohngebäude ist vom Typ Nichtwohngebäude.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_parameters.py" />
            <source>Blocks lie between streets; street sections are both sides of a street between two junctions; address cells are the ground around each address.</source>
            <translation>Blöcke liegen zwischen Straßen; Straßenabschnitte sind beide Seiten einer Straße zwischen zwei Kreuzungen; Adresszellen sind der Boden um jede Adresse.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_parameters.py" />
            <source>Field of the streets with their name, for street sections. Left empty: “name”, “strasse” or “strassenname” is used.</source>
            <translation>Feld der Straßen mit ihrem Namen, für Straßenabschnitte. Leer: „name“, „strasse“ oder „strassenname“ wird verwendet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_parameters.py" />
            <source>Addresses in no unit or in another section's, street sections and units without addresses, what was merged, buildings in no unit and unknown building types.</source>
            <translation>Adressen in keiner Einheit oder in der eines anderen Abschnitts, Straßenabschnitte und Einheiten ohne Adressen, was zusammengelegt wurde, Gebäude in keiner Einheit und unbekannte Gebäudetypen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_parameters.py" />
            <source>Footprints. The units get the number of buildings by type (efh single and two-family, rh terraced, mfh multi-family, hh high-rise, nw non-residential) and the dominant type “gebaeudetyp”.</source>
            <translation>Grundrisse. Die Einheiten erhalten die Zahl der Gebäude nach Typ (efh Ein- und Zweifamilienhäuser, rh Reihenhäuser, mfh Mehrfamilienhäuser, hh Hochhäuser, nw Nichtwohngebäude) und den vorherrschenden Typ „gebaeudetyp“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_parameters.py" />
            <source>Field with OpenStreetMap's “building”, the ALKIS Gebäudefunktion or German words. Left empty: “building”, “gebaeudefunktion”, “gfk”, “funktion” or “art” is used.</source>
            <translation>Feld mit „building“ von OpenStreetMap, der ALKIS-Gebäudefunktion oder deutschen Wörtern. Leer: „building“, „gebaeudefunktion“, „gfk“, „funktion“ oder „art“ wird verwendet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_parameters.py" />
            <source>Field with the number of storeys. Left empty: “building:levels”, “geschosse” or “anzahlgs” is used.</source>
            <translation>Feld mit der Zahl der Geschosse. Leer: „building:levels“, „geschosse“ oder „anzahlgs“ wird verwendet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_parameters.py" />
            <source>Field with the number of dwellings. With it, the units get “wohnungen” and dwellings by type, which can be used in the shares. Dwellings are never estimated.</source>
            <translation>Feld mit der Zahl der Wohnungen. Damit erhalten die Einheiten „wohnungen“ und die Wohnungen nach Typ, die sich für die Anteile verwenden lassen. Wohnungen werden nie geschätzt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_parameters.py" />
            <source>Building type</source>
            <translation>Gebäudetyp</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_parameters.py" />
            <source>Storeys</source>
            <translation>Geschosse</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_unit_parameters.py" />
            <source>Dwellings of the building</source>
            <translation>Wohnungen des Gebäudes</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_units.py" />
            <source>units</source>
            <translation>Einheiten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_units.py" />
            <source>in an area</source>
            <translation>in einem Gebiet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_units.py" />
            <source>left out, without a polygon</source>
            <translation>ausgelassen, ohne Polygon</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_units.py" />
            <source>in row {row}</source>
            <translation>in Zeile {row}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_units.py" />
            <source>“{layer}” has no polygon to make areas of. Choose a layer of blocks, cells or areas.</source>
            <translation>„{layer}“ enthält kein Polygon, aus dem Gebiete entstehen könnten. Einen Layer mit Blöcken, Zellen oder Gebieten wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_units.py" />
            <source>Unit {unit}: “{column}” is {value}. A number of inhabitants cannot be negative; correct it.</source>
            <translation>Einheit {unit}: „{column}“ ist {value}. Eine Einwohnerzahl kann nicht negativ sein; den Wert berichtigen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_units.py" />
            <source>{count} units have no value in “{column}” and count as uninhabited, first unit {unit}.</source>
            <translation>{count} Einheiten haben keinen Wert in „{column}“ und gelten als unbewohnt, zuerst Einheit {unit}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_units.py" />
            <source>{population} inhabitants of units without a polygon are in no area.</source>
            <translation>{population} Einwohner von Einheiten ohne Polygon sind in keinem Gebiet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_units.py" />
            <source>{count} invalid outlines were repaired.</source>
            <translation>{count} ungültige Umrisse wurden repariert.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_units.py" />
            <source>Units {first} and {second} overlap by {area} m². Every place may belong to one unit only; correct the outlines.</source>
            <translation>Die Einheiten {first} und {second} überlappen sich um {area} m². Jeder Ort darf nur zu einer Einheit gehören; die Umrisse berichtigen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/areasfromaddresses.py" />
            <source>Areas from addresses</source>
            <translation>Gebiete aus Adressen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/areasfromaddresses.py" />
            <source>Draws the polygons of areas of which only the addresses are known, for example school districts that are kept as a street directory. The polygons fill the boundary without gaps and overlaps, and each address lies in the polygon of its own area.

Method: the ground is cut into faces along streets and block borders. A face with addresses of one area belongs to it. A face with addresses of several areas is divided midway between them. A face without addresses joins the neighbour with the longest common border. Without streets and blocks, all borders run midway between the addresses.

The report names addresses that could not be used, addresses of different areas at one place (most addresses decide, then the lower code), and the parts of areas that do not hang together.</source>
            <translation>Zeichnet die Polygone von Gebieten, von denen nur die Adressen bekannt sind, etwa Schulbezirke, die als Straßenverzeichnis geführt werden. Die Polygone füllen die Grenze ohne Lücken und Überschneidungen, und jede Adresse liegt im Polygon ihres eigenen Gebiets.

Verfahren: Der Grund wird an Straßen und Blockgrenzen in Flächen geteilt. Eine Fläche mit Adressen eines einzigen Gebiets gehört ihm. Eine Fläche mit Adressen mehrerer Gebiete wird mitten zwischen ihnen geteilt. Eine Fläche ohne Adressen kommt zum Nachbarn mit der längsten gemeinsamen Grenze. Ohne Straßen und Blöcke verlaufen alle Grenzen mitten zwischen den Adressen.

Der Bericht nennt Adressen, die nicht verwendet werden konnten, Adressen verschiedener Gebiete an einem Ort (die meisten Adressen entscheiden, dann die niedrigere Kennung) und die Teile von Gebieten, die nicht zusammenhängen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/areasfromaddresses.py" />
            <source>Points of the addresses with the code of their area.</source>
            <translation>Adresspunkte mit der Kennung ihres Gebiets.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/areasfromaddresses.py" />
            <source>Field of the addresses with the code of their area.</source>
            <translation>Feld der Adressen mit der Kennung ihres Gebiets.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/areasfromaddresses.py" />
            <source>One polygon for each area with its addresses, its number of parts and its square metres.</source>
            <translation>Ein Polygon je Gebiet mit der Zahl seiner Adressen und Teile und seinen Quadratmetern.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/areasfromaddresses.py" />
            <source>Addresses that could not be used, contradictions, areas in several parts.</source>
            <translation>Nicht verwendbare Adressen, Widersprüche, Gebiete in mehreren Teilen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/areasfromaddresses.py" />
            <source>Area code</source>
            <translation>Gebietskennung</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/areasfromaddresses.py" />
            <source>Street centre lines, on which borders run where they can.</source>
            <translation>Straßenmittellinien, auf denen Grenzen verlaufen, wo es geht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/areasfromaddresses.py" />
            <source>Blocks, on whose outlines borders run where they can.</source>
            <translation>Blöcke, auf deren Umrissen Grenzen verlaufen, wo es geht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/areasfromaddresses.py" />
            <source>Polygon to fill. Without it, the hull of addresses, streets and blocks with a margin of 50 m.</source>
            <translation>Auszufüllendes Polygon. Ohne Angabe die Hülle der Adressen, Straßen und Blöcke mit einem Rand von 50 m.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/areasfromaddresses.py" />
            <source>Number of parts of all areas</source>
            <translation>Zahl der Teile aller Gebiete</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/areasfromaddresses.py" />
            <source>in the polygon of their area</source>
            <translation>im Polygon ihres Gebiets</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/areasfromaddresses.py" />
            <source>“{layer}” holds no address with a point and an area code.</source>
            <translation>„{layer}“ enthält keine Adresse mit Punkt und Gebietskennung.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/assignbydirectory.py" />
            <source>Assign addresses by street directory</source>
            <translation>Adressen über das Straßenverzeichnis zuordnen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/assignbydirectory.py" />
            <source>Gives each address the area that a street directory (Straßenverzeichnis) names for its street and house number; no coordinates are needed. For lists of the residents' register, of schools or of the Jobcenter.

Method: the street is found by commune and street key where both tables have a key, else by name, and postcode and Ortsteil must not contradict. A suffix beyond the last number of a range belongs to it (12c to 2-12). An address without a number is assigned if its whole street lies in one area or the directory has a row for it. Where several streets or rows fit and disagree, no area is given: a wrong area is worse than none.

The report names every address without an area with the reason, every pair of directory rows that overlap with different areas, and every directory row that could not be used. Of a number such as 12-14 the first counts; if the last lies in another area, the report says so.

Example: the directory that “Street directory from areas” made, and a CSV list with “strasse” and “hausnummer”.</source>
            <translation>Gibt jeder Adresse das Gebiet, das ein Straßenverzeichnis für ihre Straße und Hausnummer nennt; Koordinaten sind nicht nötig. Für Listen des Melderegisters, der Schulen oder des Jobcenters.

Verfahren: Die Straße wird über Gemeinde und Straßenschlüssel gefunden, wo beide Tabellen einen Schlüssel haben, sonst über den Namen; Postleitzahl und Ortsteil dürfen nicht widersprechen. Ein Zusatz über die letzte Nummer eines Bereichs hinaus gehört dazu (12c zu 2-12). Eine Adresse ohne Nummer wird zugeordnet, wenn ihre ganze Straße in einem Gebiet liegt oder das Verzeichnis eine Zeile dafür hat. Wo mehrere Straßen oder Zeilen passen und sich widersprechen, gibt es kein Gebiet: Ein falsches Gebiet ist schlimmer als keines.

Der Bericht nennt jede Adresse ohne Gebiet mit dem Grund, jedes Paar von Verzeichniszeilen, die sich mit verschiedenen Gebieten überschneiden, und jede nicht verwendbare Verzeichniszeile. Bei einer Nummer wie 12-14 gilt die erste; liegt die letzte in einem anderen Gebiet, sagt es der Bericht.

Beispiel: das Verzeichnis aus „Straßenverzeichnis aus Gebieten“ und eine CSV-Liste mit „strasse“ und „hausnummer“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/assignbydirectory.py" />
            <source>ranges of the directory</source>
            <translation>Bereiche des Verzeichnisses</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/assignbydirectory.py" />
            <source>Table, CSV or XLSX in any usual layout: from, suffix, to, suffix and side (G, U, F) in columns; numbers as text (54-60 ger.,83-95 ung.); odd and even numbers in columns of their own; a row per street with all areas; the labour agency's raster (-ra). Columns are found by their names, without a head by their order. An empty last number means to the end of the street.</source>
            <translation>Tabelle, CSV oder XLSX in jedem üblichen Aufbau: von, Zusatz, bis, Zusatz und Seite (G, U, F) in Spalten; Nummern als Text (54-60 ger.,83-95 ung.); gerade und ungerade Nummern in eigenen Spalten; eine Zeile je Straße mit allen Gebieten; das BA-Straßenraster (-ra). Spalten werden an ihrem Namen erkannt, ohne Kopf an der Reihenfolge. Eine leere letzte Nummer bedeutet bis zum Ende der Straße.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/assignbydirectory.py" />
            <source>Column of the directory with the area's code. Empty: found by its name (gebiet, bezirk, ...).</source>
            <translation>Spalte des Verzeichnisses mit dem Gebietsschlüssel. Leer: am Namen erkannt (gebiet, bezirk, ...).</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/assignbydirectory.py" />
            <source>Table or layer of the addresses to assign.</source>
            <translation>Tabelle oder Layer der zuzuordnenden Adressen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/assignbydirectory.py" />
            <source>All addresses as they came, with the code of their area in “gebiet” (empty if none was found).</source>
            <translation>Alle Adressen, wie sie kamen, mit ihrem Gebietsschlüssel in „gebiet“ (leer, wenn keiner gefunden wurde).</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/assignbydirectory.py" />
            <source>Addresses without an area and faults of the directory, each with the reason.</source>
            <translation>Adressen ohne Gebiet und Fehler des Verzeichnisses, jeweils mit Grund.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/assignbydirectory.py" />
            <source>with an area</source>
            <translation>mit Gebiet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/assignbydirectory.py" />
            <source>rows of the raster</source>
            <translation>Zeilen des Rasters</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/assignbydirectory.py" />
            <source>Area in the directory</source>
            <translation>Gebiet im Verzeichnis</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/assignbydirectory.py" />
            <source>Addresses with area</source>
            <translation>Adressen mit Gebiet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/assignbydirectory.py" />
            <source>Addresses with an area</source>
            <translation>Adressen mit Gebiet (Anzahl)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/assignbydirectory.py" />
            <source>Addresses without an area</source>
            <translation>Adressen ohne Gebiet (Anzahl)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/assignbydirectory.py" />
            <source>Overlapping rows of the directory</source>
            <translation>Sich überschneidende Verzeichniszeilen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/assignbydirectory.py" />
            <source>Directory: layout “{layout}”, {rows} rows with {ranges} ranges of house numbers.</source>
            <translation>Verzeichnis: Aufbau „{layout}“, {rows} Zeilen mit {ranges} Hausnummernbereichen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/assignbydirectory.py" />
            <source>{count} ranges without a side overlap others, so they hold for odd or even numbers only.</source>
            <translation>{count} Bereiche ohne Seite überschneiden andere, gelten also nur für gerade oder ungerade Nummern.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/assignbydirectory.py" />
            <source>{count} of {total} addresses lie in streets that the directory does not have. Does it cover only a part of the town, or are its streets written another way?</source>
            <translation>{count} von {total} Adressen liegen in Straßen, die das Verzeichnis nicht hat. Deckt es nur einen Teil der Stadt ab, oder schreibt es die Straßen anders?</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>barriers</source>
            <translation>Barrieren</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>“{layer}” holds no address with a point.</source>
            <translation>„{layer}“ enthält keine Adresse mit einem Punkt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>{parameter}: “{field}” is the name of a field of the blocks. Rename it.</source>
            <translation>{parameter}: „{field}“ ist der Name eines Feldes der Blöcke. Bitte umbenennen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildhierarchy.py" />
            <source>Build hierarchy of areas</source>
            <translation>Gebietshierarchie bilden</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildhierarchy.py" />
            <source>Puts the areas of all levels (Quartiere, Sozialräume, communes, Kreis) into one layer, in which every area names the one above it. Indicators and profiles work on this layer.

An area belongs to the area of the next level that holds most of its surface. Where that is less than 99 %, the area does not fit: log, field “hinweis” and the number NOT_NESTED say so. Inhabitants and addresses of an area without own figures are the sum of its parts. The topmost area is the union of the level below.

Example: LAYERS = quartiere, sozialraeume, gemeinden and TOP_NAME = Musterkreis give the layer “gebiete”.</source>
            <translation>Führt die Gebiete aller Ebenen (Quartiere, Sozialräume, Gemeinden, Kreis) in einem Layer zusammen, in dem jedes Gebiet das ihm übergeordnete nennt. Mit diesem Layer arbeiten Indikatoren und Profile.

Ein Gebiet gehört zu dem Gebiet der nächsten Ebene, in dem der größte Teil seiner Fläche liegt. Ist das weniger als 99 %, passt das Gebiet nicht hinein: Protokoll, Feld „hinweis“ und die Zahl NOT_NESTED sagen es. Einwohner und Adressen eines Gebiets ohne eigene Angaben sind die Summe seiner Teile. Das oberste Gebiet ist die Vereinigung der Ebene darunter.

Beispiel: LAYERS = quartiere, sozialraeume, gemeinden und TOP_NAME = Musterkreis ergeben den Layer „gebiete“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildhierarchy.py" />
            <source>in the hierarchy</source>
            <translation>in der Hierarchie</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildhierarchy.py" />
            <source>in the hierarchy after their geometry was repaired</source>
            <translation>nach Reparatur der Geometrie in der Hierarchie</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildhierarchy.py" />
            <source>Polygon layers in any order, each with “gebiet” and “ebene” and, where there are, “gebiet_name”, “gemeinde”, “einwohner” and “adressen”. Codes are unique over all levels. A level that the plugin does not know, such as “ortsteil”, is ranked by the mean size of its areas.</source>
            <translation>Polygonlayer in beliebiger Reihenfolge, jeweils mit „gebiet“ und „ebene“ und, soweit vorhanden, „gebiet_name“, „gemeinde“, „einwohner“ und „adressen“. Schlüssel sind über alle Ebenen eindeutig. Eine Ebene, die das Plugin nicht kennt, etwa „ortsteil“, wird nach der mittleren Größe ihrer Gebiete eingeordnet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildhierarchy.py" />
            <source>For example “Musterkreis”. Left empty, its code is its name.</source>
            <translation>Zum Beispiel „Musterkreis“. Leer: der Schlüssel ist der Name.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildhierarchy.py" />
            <source>“kreis”, or “gemeinde” for a single town. Left empty, or if a layer has this level, none is made.</source>
            <translation>„kreis“, bei einer einzelnen Stadt „gemeinde“. Leer, oder wenn ein Layer diese Ebene hat: es wird keines gebildet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildhierarchy.py" />
            <source>Left empty, what all commune codes begin with: at most 5 digits for a Kreis, 8 for a commune.</source>
            <translation>Leer: der gemeinsame Anfang aller Gemeindeschlüssel, höchstens 5 Stellen beim Kreis, 8 bei der Gemeinde.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildhierarchy.py" />
            <source>Multipolygons of all areas, the smallest level first, with “uebergeordnet”, sums and “hinweis”.</source>
            <translation>Multipolygone aller Gebiete, die kleinste Ebene zuerst, mit „uebergeordnet“, Summen und „hinweis“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildhierarchy.py" />
            <source>the topmost area</source>
            <translation>das oberste Gebiet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildhierarchy.py" />
            <source>not nested: only {share} % of the area lie in {code}</source>
            <translation>nicht eingebettet: nur {share} % der Fläche liegen in {code}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildhierarchy.py" />
            <source>Layers of areas</source>
            <translation>Gebietslayer</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildhierarchy.py" />
            <source>Name of the topmost area</source>
            <translation>Name des obersten Gebiets</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildhierarchy.py" />
            <source>Level of the topmost area</source>
            <translation>Ebene des obersten Gebiets</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildhierarchy.py" />
            <source>Code of the topmost area</source>
            <translation>Schlüssel des obersten Gebiets</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildhierarchy.py" />
            <source>Areas that do not fit into one area above</source>
            <translation>Gebiete, die nicht in ein übergeordnetes passen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildhierarchy.py" />
            <source>not nested: in no area of the level “{level}”</source>
            <translation>nicht eingebettet: in keinem Gebiet der Ebene „{level}“</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildhierarchy.py" />
            <source>{code}: its own “{column}” is kept, but its parts sum up to {sum}.</source>
            <translation>{code}: Die eigene Angabe „{column}“ bleibt, aber die Summe der Teile ist {sum}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildhierarchy.py" />
            <source>Level “{level}”: {count} areas</source>
            <translation>Ebene „{level}“: {count} Gebiete</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildhierarchy.py" />
            <source>{parameter}: choose at least one layer.</source>
            <translation>{parameter}: mindestens einen Layer wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/checkareas.py" />
            <source>without a polygon</source>
            <translation>ohne Polygon</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/checkareas.py" />
            <source>checked after their polygon was mended</source>
            <translation>geprüft, nachdem ihr Polygon repariert wurde</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/checkareas.py" />
            <source>checked</source>
            <translation>geprüft</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/checkareas.py" />
            <source>The checks that were made found nothing. The summary tells which were not made.</source>
            <translation>Die durchgeführten Prüfungen haben nichts gefunden. Die Übersicht nennt, welche nicht durchgeführt wurden.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/checkareas.py" />
            <source>not checked, because no addresses are given</source>
            <translation>nicht geprüft, weil keine Adressen angegeben sind</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/checkareas.py" />
            <source>not checked, because no barriers are given</source>
            <translation>nicht geprüft, weil keine Barrieren angegeben sind</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/checkareas.py" />
            <source>not checked, because no bound is given</source>
            <translation>nicht geprüft, weil keine Schranke angegeben ist</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/checkareas.py" />
            <source>{kind}: {count} pieces below the tolerance, {size} m² in all, are not listed.</source>
            <translation>{kind}: {count} Stücke unter der Toleranz, zusammen {size} m², sind nicht aufgeführt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/checkareas.py" />
            <source>“{layer}” has no field “{field}” with the code of the areas. Choose the field in CODE_FIELD.</source>
            <translation>„{layer}“ hat kein Feld „{field}“ mit dem Schlüssel der Gebiete. Das Feld in CODE_FIELD wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/checkareas.py" />
            <source>BOUNDS names the level “{level}”, but the areas have: {levels}.</source>
            <translation>BOUNDS nennt die Ebene „{level}“, aber die Gebiete haben: {levels}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/compareareas.py" />
            <source>No address lies here, so nothing can be carried over by inhabitants.</source>
            <translation>Hier liegt keine Adresse; über Einwohner lässt sich nichts übertragen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/compareareas.py" />
            <source>Hidden, because few people live here; they count where most of the old area does.</source>
            <translation>Geheim, weil hier wenige wohnen; sie zählen dort, wo der größte Teil des alten Gebiets zählt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/compareareas.py" />
            <source>of another level</source>
            <translation>von einer anderen Ebene</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/compareareas.py" />
            <source>without a code</source>
            <translation>ohne Schlüssel</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/compareareas.py" />
            <source>compared after their polygon was mended</source>
            <translation>verglichen, nachdem ihr Polygon repariert wurde</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/compareareas.py" />
            <source>compared</source>
            <translation>verglichen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/compareareas.py" />
            <source>of old areas</source>
            <translation>von alten Gebieten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/compareareas.py" />
            <source>of areas that are not in OLD</source>
            <translation>von Gebieten, die nicht in OLD sind</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/compareareas.py" />
            <source>areas of “{layer}”</source>
            <translation>Gebiete aus „{layer}“</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/compareareas.py" />
            <source>{rows} ranges of house numbers in {streets} streets change their area.</source>
            <translation>{rows} Hausnummernbereiche in {streets} Straßen wechseln das Gebiet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/compareareas.py" />
            <source>Not carried over, because numerator and denominator do not give the value: {codes}</source>
            <translation>Nicht übertragen, weil Zähler und Nenner den Wert nicht ergeben: {codes}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/delineateareas.py" />
            <source>{count} units have no commune in “{field}”; they make areas among themselves.</source>
            <translation>{count} Einheiten haben keine Gemeinde in „{field}“; sie bilden Gebiete unter sich.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/delineateareas.py" />
            <source>NAMES: {count} codes belong to no area and were not used, first “{code}”.</source>
            <translation>NAMES: {count} Schlüssel gehören zu keinem Gebiet und wurden nicht verwendet, zuerst „{code}“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/delineateareas.py" />
            <source>The units have a field “{field}”, but no commune field is chosen: areas may cross communes.</source>
            <translation>Die Einheiten haben ein Feld „{field}“, aber es ist kein Gemeindefeld gewählt: Gebiete können Gemeindegrenzen überschreiten.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Export the labour agency's street raster</source>
            <translation>BA-Straßenraster exportieren</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Writes the street raster (BA-Straßenraster) that the Bundesagentur für Arbeit needs before it delivers figures for small areas: the file -zu with the areas and the file -ra with all streets.

Method: the smallest areas are the Viertel. Codes of nine digits stay, else Distrikt, Bezirk and Viertel are numbered in the order of the codes. A record holds the odd and the even numbers of a street in one area; an unknown last number is 997 or 998.

The files are read back before they are handed out. The report names every address to which they do not give its area, double keys and every Viertel with too few inhabitants, with the neighbour that cures it. The agency refuses files with such faults.

Example: addresses and the layer “gebiete” with “einwohner” give 05999001-zu.csv and 05999001-ra.csv. The contract may ask for other columns: see LAYOUT.</source>
            <translation>Schreibt das BA-Straßenraster, das die Bundesagentur für Arbeit braucht, bevor sie kleinräumige Zahlen liefert: die Datei -zu mit den Gebieten und die Datei -ra mit allen Straßen.

Verfahren: Die kleinsten Gebiete sind die Viertel. Neunstellige Schlüssel bleiben, sonst werden Distrikt, Bezirk und Viertel in der Reihenfolge der Schlüssel nummeriert. Ein Satz enthält die ungeraden und die geraden Nummern einer Straße in einem Gebiet; eine unbekannte letzte Nummer ist 997 oder 998.

Die Dateien werden vor der Ausgabe zurückgelesen. Der Bericht nennt jede Adresse, der sie nicht ihr Gebiet geben, doppelte Schlüssel und jedes Viertel mit zu wenigen Einwohnern samt dem Nachbarn, der das behebt. Dateien mit solchen Fehlern lehnt die Agentur ab.

Beispiel: Aus den Adressen und dem Layer „gebiete“ mit „einwohner“ entstehen 05999001-zu.csv und 05999001-ra.csv. Verlangt der Vertrag andere Spalten: siehe LAYOUT.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Address points, or a table of addresses that carries the area in a field.</source>
            <translation>Adresspunkte oder eine Adresstabelle, die das Gebiet in einem Feld trägt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Field of the areas with the inhabitants at the end of the previous year.</source>
            <translation>Feld der Gebiete mit den Einwohnern am Ende des Vorjahres.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Left empty, the key in “gemeinde” of areas or addresses. Needed if there are several communes.</source>
            <translation>Leer: der Schlüssel in „gemeinde“ der Gebiete oder Adressen. Nötig bei mehreren Gemeinden.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>For the names of the files, if the layout has {jahr} there.</source>
            <translation>Für die Namen der Dateien, wenn der Aufbau dort {jahr} hat.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>A changed copy of ba_raster.json, if the contract has other columns.</source>
            <translation>Eine geänderte Kopie von ba_raster.json, wenn der Vertrag andere Spalten hat.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Else the files are written, and the faults stand in the log and in the report.</source>
            <translation>Sonst werden die Dateien geschrieben, und die Fehler stehen im Protokoll und im Bericht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Both files are written here. Files of the same name are replaced.</source>
            <translation>Beide Dateien werden hierhin geschrieben. Gleichnamige Dateien werden ersetzt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Every fault that the labour agency would refuse, with what is to be corrected.</source>
            <translation>Jeder Fehler, den die Bundesagentur für Arbeit zurückweisen würde, und was zu berichtigen ist.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Key of nine digits</source>
            <translation>Neunstelliger Schlüssel</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Part of the key: Distrikt</source>
            <translation>Schlüsselteil Distrikt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Part of the key: Bezirk</source>
            <translation>Schlüsselteil Bezirk</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Part of the key: Viertel</source>
            <translation>Schlüsselteil Viertel</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Field of the areas for the key. Left empty, the key follows from “gebiet” and “uebergeordnet”.</source>
            <translation>Feld der Gebiete für den Schlüssel. Leer: Der Schlüssel folgt aus „gebiet“ und „uebergeordnet“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Commune key (8 digits)</source>
            <translation>Gemeindeschlüssel (8 Ziffern)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Year</source>
            <translation>Jahr</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Own layout</source>
            <translation>Eigener Aufbau</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Write nothing if there are faults</source>
            <translation>Bei Fehlern nichts schreiben</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Folder for the files</source>
            <translation>Ordner für die Dateien</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Area file (-zu)</source>
            <translation>Gebietsdatei (-zu)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Raster file (-ra)</source>
            <translation>Rasterdatei (-ra)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Records of the raster</source>
            <translation>Sätze des Rasters</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>Faults</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>in the raster</source>
            <translation>im Raster</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>GKZ: give the key of one commune with 8 digits. Found: {found}.</source>
            <translation>GKZ: Bitte den Schlüssel einer Gemeinde mit 8 Ziffern angeben. Gefunden: {found}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>{count} faults, so nothing was written. The first: {note}</source>
            <translation>{count} Fehler, daher wurde nichts geschrieben. Der erste: {note}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>{count} faults: the labour agency will refuse these files. Correct what the report says.</source>
            <translation>{count} Fehler: Die Bundesagentur für Arbeit wird diese Dateien ablehnen. Bitte berichtigen, was der Bericht nennt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/exportbaraster.py" />
            <source>The folder {path} cannot be made: {reason}.</source>
            <translation>Der Ordner {path} kann nicht angelegt werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/importbaraster.py" />
            <source>Import the labour agency's street raster</source>
            <translation>BA-Straßenraster importieren</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/importbaraster.py" />
            <source>Reads the street raster (BA-Straßenraster) that a municipality has given to the Bundesagentur für Arbeit, and makes a street directory (Straßenverzeichnis) of it. For everyone who has the raster, but no directory.

Method: columns are found by the names in the head, in any order, else by position. The key of nine digits becomes the area. 997, 998 and higher last numbers are an open end. A row of either file that cannot be used stands in the report with its line and the reason; no row is guessed.

Example: 05999001-ra.csv and 05999001-zu.csv make the table for “Assign addresses by street directory”.</source>
            <translation>Liest das Straßenraster (BA-Straßenraster), das eine Kommune der Bundesagentur für Arbeit gegeben hat, und macht daraus ein Straßenverzeichnis. Für alle, die das Raster haben, aber kein Verzeichnis.

Verfahren: Die Spalten werden an den Namen in der Kopfzeile erkannt, in beliebiger Reihenfolge, sonst an ihrer Stelle. Der neunstellige Schlüssel wird zum Gebiet. 997, 998 und höhere letzte Nummern sind ein offenes Ende. Eine Zeile einer der beiden Dateien, die nicht verwendet werden kann, steht mit ihrer Zeilennummer und dem Grund im Bericht; keine Zeile wird geraten.

Beispiel: 05999001-ra.csv und 05999001-zu.csv ergeben die Tabelle für „Adressen über das Straßenverzeichnis zuordnen“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/importbaraster.py" />
            <source>rows of the area file</source>
            <translation>Zeilen der Gebietsdatei</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/importbaraster.py" />
            <source>File with streets and ranges of house numbers. Encoding and delimiter are detected.</source>
            <translation>Datei mit Straßen und Hausnummernbereichen. Kodierung und Trennzeichen werden erkannt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/importbaraster.py" />
            <source>File with keys, names and inhabitants of the areas. Without it, areas have no names.</source>
            <translation>Datei mit Schlüsseln, Namen und Einwohnern der Gebiete. Ohne sie haben Gebiete keine Namen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/importbaraster.py" />
            <source>The directory: a table in the order of the file.</source>
            <translation>Das Verzeichnis: eine Tabelle in der Reihenfolge der Datei.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/importbaraster.py" />
            <source>One row per key with name, inhabitants and the parts of the key.</source>
            <translation>Eine Zeile je Schlüssel mit Name, Einwohnern und den Teilen des Schlüssels.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/importbaraster.py" />
            <source>Every row of both files that could not be used, and every overlap, with line and reason.</source>
            <translation>Jede Zeile beider Dateien, die nicht verwendet werden konnte, und jede Überschneidung, mit Zeilennummer und Grund.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/importbaraster.py" />
            <source>Areas of the raster</source>
            <translation>Gebiete des Rasters</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/importbaraster.py" />
            <source>Rows of the directory</source>
            <translation>Zeilen des Verzeichnisses</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/importbaraster.py" />
            <source>Unusable rows of the raster</source>
            <translation>Nicht verwendbare Zeilen des Rasters</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/importbaraster.py" />
            <source>Unusable rows of the area file</source>
            <translation>Nicht verwendbare Zeilen der Gebietsdatei</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/importbaraster.py" />
            <source>Encoding: {encoding}</source>
            <translation>Kodierung: {encoding}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/importbaraster.py" />
            <source>{count} rows of the area file are not used. The report says which and why.</source>
            <translation>{count} Zeilen der Gebietsdatei werden nicht verwendet. Der Bericht sagt, welche und warum.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>Read the labour agency's error protocol</source>
            <translation>BA-Fehlerprotokoll auswerten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>Reads the error protocol (GKZ_str_err_…csv) that comes with each delivery of the Bundesagentur für Arbeit: the addresses that its street raster could not place. Says of each row why, and which rows the street directory lacks.

Method: each row looks for its address in the list of addresses as “Match addresses” does, so misspelt rows are understood. A missing street is added from all addresses of the list on it; a gap is closed from the first to the last address that no row covers, broken where another area comes between; another spelling becomes a further name of the street. A correction is tried out and stays only if it overlaps no other row, takes no address out of its area and gives a row of the protocol its right area. Names are compared letter by letter, as it is not known how the agency does it. What is not in the list is not made up.

The rows are close to personal data: they stand in the report only, which stays on this computer. The log names numbers.

Example: INPUT 05999001_str_err_202412_ALO_202412.csv, DIRECTORY the table of “Import the labour agency's street raster”, ADDRESSES with the nine-digit key in AREA_FIELD. Put the records of RECORDS below those of the file -ra and hand it in again.</source>
            <translation>Wertet das Fehlerprotokoll (GKZ_str_err_…csv) aus, das mit jeder Lieferung der Bundesagentur für Arbeit kommt: die Adressen, die sich mit dem Straßenraster nicht zuordnen ließen. Sagt zu jeder Zeile, warum, und welche Zeilen dem Straßenverzeichnis fehlen.

Verfahren: Jede Zeile sucht ihre Adresse in der Adressliste, wie es „Adressen zuordnen“ tut; auch verschriebene Zeilen werden also verstanden. Eine fehlende Straße wird aus allen ihren Adressen der Liste ergänzt; eine Lücke wird von der ersten bis zur letzten Adresse geschlossen, die keine Zeile enthält, unterbrochen, wo ein anderes Gebiet dazwischenliegt; eine andere Schreibweise wird ein weiterer Name der Straße. Eine Korrektur wird ausprobiert und bleibt nur, wenn sie keine andere Zeile überschneidet, keiner Adresse ihr Gebiet nimmt und einer Zeile des Protokolls ihr richtiges Gebiet gibt. Namen werden Buchstabe für Buchstabe verglichen, denn wie die Agentur vergleicht, ist nicht bekannt. Was nicht in der Liste steht, wird nicht erfunden.

Die Zeilen sind nah an Personendaten: Sie stehen nur im Bericht, der auf diesem Rechner bleibt. Das Protokoll des Laufs nennt nur Zahlen.

Beispiel: INPUT 05999001_str_err_202412_ALO_202412.csv, DIRECTORY die Tabelle von „BA-Straßenraster importieren“, ADDRESSES mit dem neunstelligen Schlüssel in AREA_FIELD. Die Datensätze aus RECORDS unter die der Datei -ra setzen und sie neu einreichen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>The file as it came, with a head. Encoding, delimiter and the usual names of columns are recognised.</source>
            <translation>Die Datei, wie sie kam, mit Kopfzeile. Zeichensatz, Trennzeichen und die üblichen Spaltennamen werden erkannt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>The directory that was handed in: the imported raster, or a street directory in any layout.</source>
            <translation>Das Verzeichnis, das eingereicht wurde: das eingelesene Raster oder ein Straßenverzeichnis in beliebigem Aufbau.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>The list of all addresses, with the fields of “Import addresses”. No coordinates are needed.</source>
            <translation>Die Liste aller Adressen mit den Feldern von „Adressen einlesen“. Koordinaten sind nicht nötig.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>Field of the addresses with the area, in the codes of the directory. Without it only other spellings can be cured.</source>
            <translation>Feld der Adressen mit dem Gebiet, in den Schlüsseln des Verzeichnisses. Ohne dieses Feld lassen sich nur andere Schreibweisen heilen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>Error protocol</source>
            <translation>Fehlerprotokoll</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>Area of the addresses</source>
            <translation>Gebiet der Adressen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>Name in the head of the protocol. Left empty, it is recognised by the usual names.</source>
            <translation>Name in der Kopfzeile des Protokolls. Bleibt das Feld leer, wird die Spalte an den üblichen Namen erkannt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>Corrections</source>
            <translation>Korrekturen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>The rows to add to the directory, with their kind in “art” and the rows helped in “geheilt”.</source>
            <translation>Die Zeilen, die dem Verzeichnis fehlen, mit ihrer Art in „art“ und der Zahl der Protokollzeilen, denen sie helfen, in „geheilt“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>Corrected directory</source>
            <translation>Korrigiertes Verzeichnis</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>The directory with these rows behind its own.</source>
            <translation>Das Verzeichnis mit diesen Zeilen hinter seinen eigenen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>Records for the raster file</source>
            <translation>Datensätze für die Rasterdatei</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>The same corrections as records of the file -ra, in the columns of the layout.</source>
            <translation>Dieselben Korrekturen als Datensätze der Datei -ra, in den Spalten des Aufbaus.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>Every row of the protocol with its cause and cure, or why there is none.</source>
            <translation>Jede Zeile des Protokolls mit Ursache und Heilung, oder warum es keine gibt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>Rows of the protocol</source>
            <translation>Zeilen des Protokolls</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>Placed right before</source>
            <translation>Vorher richtig zugeordnet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>Placed right after</source>
            <translation>Nachher richtig zugeordnet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>Rows to add</source>
            <translation>Zu ergänzende Zeilen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>The addresses carry no area, so only other spellings can be cured.</source>
            <translation>Die Adressen tragen kein Gebiet, deshalb lassen sich nur andere Schreibweisen heilen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>Placed in the right area: {before} of {total} rows before ({before_share} %), {after} after ({after_share} %). {rows} rows are to be added; {rejected} proposed ones were dropped.</source>
            <translation>Im richtigen Gebiet: vorher {before} von {total} Zeilen ({before_share} %), nachher {after} ({after_share} %). {rows} Zeilen sind zu ergänzen; {rejected} vorgeschlagene wurden verworfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>{count} rows of the directory cannot be used. “Assign addresses by street directory” names them.</source>
            <translation>{count} Zeilen des Verzeichnisses sind nicht verwendbar. „Adressen über das Straßenverzeichnis zuordnen“ nennt sie.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/readbaprotocol.py" />
            <source>AREA_FIELD: no area of “{addresses}” ({here}) occurs in “{directory}” ({there}). Choose the field with the codes of the directory.</source>
            <translation>AREA_FIELD: Kein Gebiet aus „{addresses}“ ({here}) kommt in „{directory}“ ({there}) vor. Bitte das Feld mit den Schlüsseln des Verzeichnisses wählen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/streetdirectory.py" />
            <source>Street directory from areas</source>
            <translation>Straßenverzeichnis aus Gebieten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/streetdirectory.py" />
            <source>Makes the street directory (Straßenverzeichnis) of a set of areas: which house numbers of which street belong to which area. For everyone who assigns addresses to areas without a map, and as an annex to the council's decision.

Method: the addresses of each street are put in order on both sides. The directory has the fewest rows that give every address its area without gaps and overlaps: F for both sides, G for even, U for odd numbers; an empty last number means to the end of the street. Numbers without an address between two ranges belong to the lower one. Suffixes are cut exactly (2-12a, 12b-14). A row without side and numbers holds for addresses without a house number. Streets of one name are told apart by key, else by postcode and Ortsteil as far as needed; an empty cell there holds for any.

Nothing is lost: addresses outside every area, unreadable house numbers and contradictions are listed in the report.

Example: addresses of the town and the layer “sozialraeume” give the directory as a table and as a file for Excel.</source>
            <translation>Erstellt das Straßenverzeichnis einer Gebietsgliederung: welche Hausnummern welcher Straße zu welchem Gebiet gehören. Für alle, die Adressen ohne Karte zuordnen, und als Anlage zum Ratsbeschluss.

Verfahren: Die Adressen jeder Straße werden auf beiden Seiten geordnet. Das Verzeichnis hat die wenigsten Zeilen, die jeder Adresse lückenlos und überschneidungsfrei ihr Gebiet geben: F für beide Seiten, G für gerade, U für ungerade Hausnummern; eine leere letzte Hausnummer bedeutet bis zum Ende der Straße. Nummern ohne Adresse zwischen zwei Bereichen gehören zum unteren. Zusätze werden genau getrennt (2-12a, 12b-14). Eine Zeile ohne Seite und Nummern gilt für Adressen ohne Hausnummer. Gleichnamige Straßen werden über den Schlüssel unterschieden, sonst soweit nötig über Postleitzahl und Ortsteil; eine leere Zelle gilt dort für alle.

Nichts geht verloren: Adressen außerhalb aller Gebiete, nicht lesbare Hausnummern und Widersprüche stehen im Bericht.

Beispiel: Aus den Adressen der Stadt und dem Layer „sozialraeume“ entsteht das Verzeichnis als Tabelle und als Datei für Excel.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/streetdirectory.py" />
            <source>sozialraum: a row per range, for QGIS. guf: the same with columns street, from, suffix, G/U/F, to, suffix, area. freitext: a row per street and area, numbers as text (54-60 ger.,83-95 ung.). je_gebiet: the same by area. a_bis_z: a row per street with all its areas. nur_geteilte: only streets in several areas. “Assign addresses by street directory” reads them all.</source>
            <translation>sozialraum: eine Zeile je Bereich, für QGIS. guf: dasselbe mit den Spalten Straße, von, Zusatz, G/U/F, bis, Zusatz, Gebiet. freitext: eine Zeile je Straße und Gebiet, Nummern als Text (54-60 ger.,83-95 ung.). je_gebiet: dasselbe nach Gebieten. a_bis_z: eine Zeile je Straße mit allen Gebieten. nur_geteilte: nur Straßen in mehreren Gebieten. „Adressen per Straßenverzeichnis zuordnen“ liest sie alle.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/streetdirectory.py" />
            <source>The directory: a table, from A to Z.</source>
            <translation>Das Verzeichnis: eine Tabelle von A bis Z.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/streetdirectory.py" />
            <source>Layout</source>
            <translation>Aufbau</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/streetdirectory.py" />
            <source>Every address that is not in the directory or contradicts another, with the reason.</source>
            <translation>Jede Adresse, die nicht im Verzeichnis steht oder einer anderen widerspricht, mit Grund.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/streetdirectory.py" />
            <source>All addresses as they came, with the code of their area in “gebiet”.</source>
            <translation>Alle Adressen, wie sie kamen, mit ihrem Gebietsschlüssel in „gebiet“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/streetdirectory.py" />
            <source>Street directory as CSV</source>
            <translation>Straßenverzeichnis als CSV</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/streetdirectory.py" />
            <source>File for Excel: semicolons, UTF-8 with BOM. Excel drops leading zeros of codes; XLSX keeps them.</source>
            <translation>Datei für Excel: Semikolons, UTF-8 mit BOM. Excel verliert führende Nullen der Schlüssel; XLSX behält sie.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/streetdirectory.py" />
            <source>Street directory as XLSX</source>
            <translation>Straßenverzeichnis als XLSX</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/streetdirectory.py" />
            <source>Excel file with codes as text, so that no zero is lost.</source>
            <translation>Excel-Datei mit Schlüsseln als Text, damit keine Null verloren geht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/streetdirectory.py" />
            <source>Streets in several areas</source>
            <translation>Straßen in mehreren Gebieten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/streetdirectory.py" />
            <source>Contradicting addresses</source>
            <translation>Widersprüchliche Adressen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/streetdirectory.py" />
            <source>Addresses on a border of areas</source>
            <translation>Adressen auf einer Gebietsgrenze</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/streetdirectory.py" />
            <source>The directory has {rows} rows; {split} streets lie in several areas.</source>
            <translation>Das Verzeichnis hat {rows} Zeilen; {split} Straßen liegen in mehreren Gebieten.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/encoding.py" />
            <source>{file} is not in UTF-8, but in {encoding}; it is read so.</source>
            <translation>{file} ist nicht in UTF-8, sondern in {encoding}, und wird so gelesen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/encoding.py" />
            <source>“{layer}” has {count} texts with a lost sign (�): its encoding is set wrong. Correct it under layer properties &gt; Source, or save the file as UTF-8.</source>
            <translation>„{layer}“ hat {count} Texte mit einem verlorenen Zeichen (�): Die Kodierung ist falsch eingestellt. Unter Layereigenschaften &gt; Quelle berichtigen oder die Datei als UTF-8 speichern.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>The office's file: CSV, TXT, XLSX, ODS or XLS. It is read as it is; do not clean it by hand.</source>
            <translation>Datei des Amtes: CSV, TXT, XLSX, ODS oder XLS. Sie wird gelesen, wie sie ist, und braucht keine Vorarbeit von Hand.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>Sheet</source>
            <translation>Tabellenblatt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>Name of the sheet of a spreadsheet. Empty: the first sheet with cells.</source>
            <translation>Name des Tabellenblatts. Leer: das erste Blatt mit Inhalt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>Column with the area code</source>
            <translation>Spalte mit dem Gebietsschlüssel</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>Head of the column with the code of the area, or its number from 1. Codes stay text with leading zeros. Empty: found by its head (Gebiet, Schlüssel, AGS, ...) or its cells.</source>
            <translation>Kopf der Spalte mit dem Gebietsschlüssel oder ihre Nummer ab 1. Schlüssel bleiben Text mit führenden Nullen. Leer: am Kopf (Gebiet, Schlüssel, AGS, ...) oder an den Zellen erkannt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>Columns with counts</source>
            <translation>Spalten mit Fallzahlen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>Which columns to read under which variable: Spaltenname=MERKMAL; Spaltenname=MERKMAL. A name after the last “ | ” of a head of several rows applies to every group (each school year). Empty: every column of numbers under its own head.</source>
            <translation>Welche Spalten unter welchem Merkmal gelesen werden: Spaltenname=MERKMAL; Spaltenname=MERKMAL. Der Name nach dem letzten „ | “ eines mehrzeiligen Kopfes gilt für jede Gruppe (jedes Schuljahr). Leer: jede Zahlenspalte unter ihrem eigenen Kopf.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>Text for the column “quelle”, as it will stand below tables and maps.</source>
            <translation>Text für die Spalte „quelle“, wie er unter Tabellen und Karten stehen soll.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>Stichtag</source>
            <translation>Stichtag</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>31.12.2025 or 2025-12-31 for all rows, or a pattern such as 15.10.{jahr} whose year is taken from the group in the head (Schuljahr 2016/17 gives 2016) or from the column with the Stichtag. Empty: found in a column, the heads or the title.</source>
            <translation>31.12.2025 oder 2025-12-31 für alle Zeilen oder ein Muster wie 15.10.{jahr}, dessen Jahr aus der Gruppe im Kopf (Schuljahr 2016/17 ergibt 2016) oder aus der Spalte mit dem Stichtag stammt. Leer: in einer Spalte, im Kopf oder im Titel gefunden.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>Column with the Stichtag</source>
            <translation>Spalte mit dem Stichtag</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>Head or number of the column with the Stichtag: TT.MM.JJJJ, ISO, JJJJMM (last day of the month), JJJJ.</source>
            <translation>Kopf oder Nummer der Spalte mit dem Stichtag: TT.MM.JJJJ, ISO, JJJJMM (letzter Tag des Monats), JJJJ.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>What -, ., *, /, x and sentinels such as -9 mean depends on the sender: destatis (0 is less than half a unit), ba (labour agency: * is below 10), zensus2011, zensus2022, or none.</source>
            <translation>Was -, ., *, /, x und Kennwerte wie -9 bedeuten, hängt vom Absender ab: destatis (0 ist weniger als die Hälfte der kleinsten Einheit), ba (Bundesagentur für Arbeit: * ist kleiner als 10), zensus2011, zensus2022 oder none (keine Zeichen).</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>Rows called Insgesamt, Summe or Gesamt without an area code are counted and left out. Sums with a code stay.</source>
            <translation>Zeilen namens Insgesamt, Summe oder Gesamt ohne Gebietsschlüssel werden gezählt und ausgelassen. Summen mit Schlüssel bleiben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>Only rows with</source>
            <translation>Nur Zeilen mit</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>Condition Spalte=Wert for the rows to read, such as Wahl=Kommunalwahl. Empty: all rows.</source>
            <translation>Bedingung Spalte=Wert für die zu lesenden Zeilen, etwa Wahl=Kommunalwahl. Leer: alle Zeilen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>auto, utf-8, cp1252, iso-8859-15 or another name. auto tries UTF-8, then Windows-1252.</source>
            <translation>auto, utf-8, cp1252, iso-8859-15 oder ein anderer Name. auto versucht UTF-8, dann Windows-1252.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>auto, or the sign between the cells: ;, comma, tab, |.</source>
            <translation>auto oder das Zeichen zwischen den Zellen: ;, comma (Komma), tab, |.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>auto takes the sign that the cells prove; 1.234 alone is read as one thousand two hundred thirty-four.</source>
            <translation>auto nimmt das Zeichen, das die Zellen beweisen; 1.234 allein wird als eintausendzweihundertvierunddreißig gelesen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>Rows of the head</source>
            <translation>Zeilen des Tabellenkopfs</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>Number of rows of the head; 0 finds out. Merged groups are repeated over their columns and joined by “ | ”.</source>
            <translation>Anzahl der Kopfzeilen; 0 erkennt sie. Verbundene Gruppen werden über ihre Spalten wiederholt und mit „ | “ verbunden.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>First row of the head</source>
            <translation>Erste Zeile des Tabellenkopfs</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>Number of the row in the file where the head begins; 0 finds out.</source>
            <translation>Nummer der Zeile in der Datei, mit der der Kopf beginnt; 0 erkennt sie.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>Symbol profile</source>
            <translation>Zeichenprofil</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>Leave out totals without a key</source>
            <translation>Summenzeilen ohne Schlüssel auslassen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/_import_parameters.py" />
            <source>Decimal sign</source>
            <translation>Dezimalzeichen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/aggregatecounts.py" />
            <source>Sum counts per area</source>
            <translation>Zahlen je Gebiet summieren</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/aggregatecounts.py" />
            <source>Sums counts at addresses (inhabitants, households, children) per area, or counts facilities (Kitas, stops, doctors), as the numerators and denominators of indicators.

Method: each point belongs to the area it lies in, on a border to the lower code; nothing is shared out. Every area is in the result, with 0 where no point lies. A missing count is taken as 0 and mentioned in the log. The sums over all areas and over the points outside add up to the input.

Example: addresses with “einwohner”, areas “quartiere” (one level), Stichtag 31.12.2025, source “Melderegister”. For facilities leave the fields empty and write “kitas” as the variable.</source>
            <translation>Summiert Zahlen an Adressen (Einwohner, Haushalte, Kinder) je Gebiet oder zählt Einrichtungen (Kitas, Haltestellen, Praxen), als Zähler und Nenner von Indikatoren.

Verfahren: Jeder Punkt gehört zu dem Gebiet, in dem er liegt, auf einer Grenze zum kleineren Schlüssel; nichts wird aufgeteilt. Jedes Gebiet steht im Ergebnis, mit 0, wo kein Punkt liegt. Eine fehlende Zahl gilt als 0 und wird im Protokoll genannt. Die Summen über alle Gebiete und über die Punkte außerhalb ergeben zusammen die Eingabe.

Beispiel: Adressen mit „einwohner“, Gebiete „quartiere“ (eine Ebene), Stichtag 31.12.2025, Quelle „Melderegister“. Für Einrichtungen die Felder leer lassen und „kitas“ als Merkmal eintragen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/aggregatecounts.py" />
            <source>rows</source>
            <translation>Zeilen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/aggregatecounts.py" />
            <source>Points such as addresses or facilities, or a table whose rows carry their area in a field.</source>
            <translation>Punkte wie Adressen oder Einrichtungen, oder eine Tabelle, deren Zeilen ihr Gebiet in einem Feld tragen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/aggregatecounts.py" />
            <source>Table with “gebiet, merkmal, stichtag, wert, kennzeichen, quelle”.</source>
            <translation>Tabelle mit „gebiet, merkmal, stichtag, wert, kennzeichen, quelle“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/aggregatecounts.py" />
            <source>Fields to sum. Empty: the points themselves are counted; then give one variable.</source>
            <translation>Zu summierende Felder. Leer: Die Punkte selbst werden gezählt; dann ist ein Merkmal anzugeben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/aggregatecounts.py" />
            <source>Names that the sums get in “merkmal”, in the order of the fields, separated by semicolons or commas. Empty: the names of the fields.</source>
            <translation>Namen, die die Summen in „merkmal“ erhalten, in der Reihenfolge der Felder, getrennt durch Semikolon oder Komma. Leer: die Namen der Felder.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/aggregatecounts.py" />
            <source>The day that the counts hold for, as 31.12.2025 or 2025-12-31.</source>
            <translation>Der Tag, für den die Zahlen gelten, als 31.12.2025 oder 2025-12-31.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/aggregatecounts.py" />
            <source>Who delivered the counts, as it shall stand in “quelle” and below the figures of the profiles.</source>
            <translation>Wer die Zahlen geliefert hat, wie es in „quelle“ und unter den Abbildungen der Profile stehen soll.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/aggregatecounts.py" />
            <source>Give at least one field with counts (COUNT_FIELDS), or one variable (VARIABLES) to count the points.</source>
            <translation>Anzugeben ist mindestens ein Feld mit Zahlen (COUNT_FIELDS) oder, um die Punkte zu zählen, ein Merkmal (VARIABLES).</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/aggregatecounts.py" />
            <source>Points with counts</source>
            <translation>Punkte mit Zahlen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/aggregatecounts.py" />
            <source>Counts per area</source>
            <translation>Zahlen je Gebiet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/aggregatecounts.py" />
            <source>Rows of the result</source>
            <translation>Zeilen des Ergebnisses</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/aggregatecounts.py" />
            <source>Points without an area</source>
            <translation>Punkte ohne Gebiet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/aggregatecounts.py" />
            <source>Fields with counts</source>
            <translation>Felder mit Zahlen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/aggregatecounts.py" />
            <source>Names of the variables</source>
            <translation>Namen der Merkmale</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/aggregatecounts.py" />
            <source>VARIABLES names {names}, but COUNT_FIELDS has {fields}: give each field one name of its own.</source>
            <translation>VARIABLES nennt {names}, COUNT_FIELDS aber {fields}: Jedes Feld braucht genau einen eigenen Namen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/aggregatecounts.py" />
            <source>{variable}: {inside} in the areas, {outside} outside</source>
            <translation>{variable}: {inside} in den Gebieten, {outside} außerhalb</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/computeindicators.py" />
            <source>Compute indicators</source>
            <translation>Indikatoren berechnen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/computeindicators.py" />
            <source>Computes the indicators of the catalogue (share of foreigners, SGB II rate, ...) for every area of every level and every Stichtag from the counts that offices delivered.
A count delivered for an area itself wins; else it is the sum of the areas below, if all are there. The denominator takes the Stichtag of the numerator, else the nearest of the same year, else the nearest within 400 days; both are in the table.
In publication mode small numbers are hidden: counts and remainders from 1 to below the threshold, rates on too small a base, and further counts wherever a hidden one could be computed from the area above, a sum or a rate. The full method, with intervals over several published tables, is not part of this step: check what you publish together.
Example: COUNTS=merkmale AREAS=gebiete MODE=publication MIN_COUNT=3.</source>
            <translation>Berechnet die Indikatoren des Katalogs (Ausländeranteil, SGB II-Quote, ...) für jedes Gebiet jeder Ebene und jeden Stichtag aus den Fallzahlen, die die Ämter geliefert haben.
Eine für das Gebiet selbst gelieferte Fallzahl geht vor; sonst gilt die Summe der Gebiete darunter, wenn alle vorliegen. Der Nenner nimmt den Stichtag des Zählers, sonst den nächsten desselben Jahres, sonst den nächsten innerhalb von 400 Tagen; beide stehen in der Tabelle.
Bei Veröffentlichung werden kleine Zahlen geheim gehalten: Fallzahlen und Reste von 1 bis unter der Schwelle, Quoten auf zu kleiner Basis und weitere Fallzahlen überall dort, wo sich eine geheime aus dem übergeordneten Gebiet, einer Summe oder einer Quote berechnen ließe. Das volle Verfahren mit Intervallen über mehrere veröffentlichte Tabellen gehört nicht zu diesem Schritt: Bitte prüfen, was zusammen veröffentlicht wird.
Beispiel: COUNTS=merkmale AREAS=gebiete MODE=publication MIN_COUNT=3.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/computeindicators.py" />
            <source>Long table: gebiet, gebiet_name, ebene, indikator, indikator_name, stichtag, wert, zaehler, nenner, stichtag_nenner, masseinheit, polaritaet, quelle, kennzeichen (why a value is missing).</source>
            <translation>Lange Tabelle: gebiet, gebiet_name, ebene, indikator, indikator_name, stichtag, wert, zaehler, nenner, stichtag_nenner, masseinheit, polaritaet, quelle, kennzeichen (warum ein Wert fehlt).</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/computeindicators.py" />
            <source>One or several long tables of counts (gebiet, merkmal, stichtag, wert, kennzeichen, quelle), from “Import office table” or “Aggregate counts”.</source>
            <translation>Eine oder mehrere lange Tabellen mit Fallzahlen (gebiet, merkmal, stichtag, wert, kennzeichen, quelle), etwa aus „Tabelle eines Amtes einlesen“ (importtable) oder aus aggregatecounts.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/computeindicators.py" />
            <source>All areas of all levels (layer “gebiete”): gebiet, gebiet_name, ebene, uebergeordnet.</source>
            <translation>Alle Gebiete aller Ebenen (Layer „gebiete“): gebiet, gebiet_name, ebene, uebergeordnet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/computeindicators.py" />
            <source>CSV in the format of resources/indicators/catalogue.csv (code;thema;name;...;zaehler;nenner;...). Its rows are added to the shipped catalogue; a row with a known code replaces it.</source>
            <translation>CSV im Format von resources/indicators/catalogue.csv (code;thema;name;...;zaehler;nenner;...). Ihre Zeilen ergänzen den mitgelieferten Katalog; eine Zeile mit bekanntem Code ersetzt die vorhandene.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/computeindicators.py" />
            <source>Codes or themes, separated by commas, such as B01, SGB II. Empty: all that the counts allow.</source>
            <translation>Codes oder Themen, durch Kommas getrennt, etwa B01, SGB II. Leer: alle, die die Fallzahlen erlauben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/computeindicators.py" />
            <source>no Stichtag fits</source>
            <translation>kein passender Stichtag</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/computeindicators.py" />
            <source>Indicators</source>
            <translation>Indikatoren</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/computeindicators.py" />
            <source>Number of rows</source>
            <translation>Anzahl der Zeilen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/computeindicators.py" />
            <source>Number of hidden values</source>
            <translation>Anzahl der geheim gehaltenen Werte</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/computeindicators.py" />
            <source>Tables of counts</source>
            <translation>Tabellen mit Fallzahlen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/computeindicators.py" />
            <source>Own catalogue</source>
            <translation>Eigener Katalog</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/computeindicators.py" />
            <source>Not computed: {code} ({reason})</source>
            <translation>Nicht berechnet: {code} ({reason})</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/computeindicators.py" />
            <source>{codes} and {count} more</source>
            <translation>{codes} und {count} weitere</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/computeindicators.py" />
            <source>Keys that match no area: {keys}</source>
            <translation>Schlüssel, zu denen es kein Gebiet gibt: {keys}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/computeindicators.py" />
            <source>Areas without any count: {codes}</source>
            <translation>Gebiete ohne jede Fallzahl: {codes}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/computeindicators.py" />
            <source>Areas whose area above is not in AREAS: {codes}</source>
            <translation>Gebiete, deren übergeordnetes Gebiet in AREAS fehlt: {codes}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/computeindicators.py" />
            <source>no count of {variables}</source>
            <translation>keine Fallzahl zu {variables}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/computeindicators.py" />
            <source>{table}: {count} counts</source>
            <translation>{table}: {count} Fallzahlen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importcensusgrid.py" />
            <source>Import census grid</source>
            <translation>Zensusgitter importieren</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importcensusgrid.py" />
            <source>Reads a grid file of the Zensus (2011 or 2022; 100 m, 1 km or 10 km) and draws its cells as squares. For towns without a register: “Distribute population” then spreads the cells' inhabitants over addresses.

The place of a cell is read from its id (CRS3035RES100mN2689100E4337000 or 100mN26891E43370), or from the coordinates of its middle (x_mp_100m, y_mp_100m, or x, y). Dashes, empty cells and the codes -1 and -9 mean that there is no value, not zero; they become NULL, and the log counts them by kind.

Example: INPUT = Zensus2022_Bevoelkerungszahl_100m-Gitter.csv and the town's boundary as area of interest give the inhabited cells of the town.</source>
            <translation>Liest eine Gitterdatei des Zensus (2011 oder 2022; 100 m, 1 km oder 10 km) und zeichnet ihre Zellen als Quadrate. Für Orte ohne Register: „Bevölkerung verteilen“ verteilt dann die Einwohner der Zellen auf Adressen.

Die Lage einer Zelle ergibt sich aus ihrer ID (CRS3035RES100mN2689100E4337000 oder 100mN26891E43370) oder aus den Koordinaten ihrer Mitte (x_mp_100m, y_mp_100m oder x, y). Striche, leere Felder und die Codes -1 und -9 bedeuten, dass kein Wert vorliegt, nicht null; sie werden NULL, und das Protokoll zählt sie nach Art.

Beispiel: INPUT = Zensus2022_Bevoelkerungszahl_100m-Gitter.csv und die Stadtgrenze als Interessengebiet ergeben die bewohnten Zellen der Stadt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importcensusgrid.py" />
            <source>grid cells</source>
            <translation>Gitterzellen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importcensusgrid.py" />
            <source>outside the area of interest</source>
            <translation>außerhalb des Interessengebiets</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importcensusgrid.py" />
            <source>values in these cells</source>
            <translation>Werte in diesen Zellen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importcensusgrid.py" />
            <source>with a number</source>
            <translation>mit Zahl</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importcensusgrid.py" />
            <source>CSV with one row a cell, as the Zensus delivers it: semicolons, decimal comma, UTF-8 or Windows-1252.</source>
            <translation>CSV mit einer Zeile je Zelle, wie sie der Zensus liefert: Semikolon, Dezimalkomma, UTF-8 oder Windows-1252.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importcensusgrid.py" />
            <source>Names of the columns to take, separated by commas. Left empty, all columns with values.</source>
            <translation>Namen der zu übernehmenden Spalten, durch Komma getrennt. Leer: alle Spalten mit Werten.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importcensusgrid.py" />
            <source>Polygons in any coordinate reference system; only cells that touch them are taken.</source>
            <translation>Polygone in beliebigem Koordinatenbezugssystem; nur Zellen, die sie berühren, werden übernommen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importcensusgrid.py" />
            <source>Squares in EPSG:3035 with “gitter_id”, “zellgroesse” (metres) and the columns of the file.</source>
            <translation>Quadrate in EPSG:3035 mit „gitter_id“, „zellgroesse“ (Meter) und den Spalten der Datei.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importcensusgrid.py" />
            <source>No cell of the grid touches the area of interest.</source>
            <translation>Keine Zelle des Gitters berührt das Interessengebiet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importcensusgrid.py" />
            <source>Grid file (CSV)</source>
            <translation>Gitterdatei (CSV)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importcensusgrid.py" />
            <source>Columns</source>
            <translation>Spalten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importcensusgrid.py" />
            <source>Area of interest</source>
            <translation>Interessengebiet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importcensusgrid.py" />
            <source>Grid cells</source>
            <translation>Gitterzellen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importcensusgrid.py" />
            <source>Number of cells</source>
            <translation>Zahl der Zellen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importtable.py" />
            <source>Import office table</source>
            <translation>Tabelle eines Amtes einlesen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importtable.py" />
            <source>Reads a table as offices send it (CSV, TXT, XLSX, ODS, XLS) into the long table of counts: area, variable (merkmal), Stichtag, value, mark, source.
For planners who gather figures from the registry, the job centre, the school office and others.
Encoding, delimiter, head (also several merged rows), footer, decimal sign, key and Stichtag are found out, written to the log and can each be set. Symbols of official statistics become values and marks by a symbol profile. A cell that cannot be read is missing and listed, never a wrong number. Files with rows about single persons are refused.
Example: INPUT=jobcenter.csv SYMBOLS=ba DATE_FIELD=Berichtsmonat VALUE_FIELDS=“BG=BG; Alo SGB II=ALO_SGB2”.</source>
            <translation>Liest eine Tabelle, wie Ämter sie schicken (CSV, TXT, XLSX, ODS, XLS), in die lange Tabelle der Fallzahlen: Gebiet, Merkmal, Stichtag, Wert, Kennzeichen, Quelle.
Für die Sozialplanung, die Zahlen von Einwohnermeldeamt, Jobcenter, Schulamt und anderen zusammenträgt.
Zeichenkodierung, Trennzeichen, Tabellenkopf (auch mehrere verbundene Zeilen), Tabellenfuß, Dezimalzeichen, Schlüssel und Stichtag werden erkannt, im Protokoll genannt und lassen sich einzeln setzen. Zeichen der amtlichen Statistik werden durch ein Zeichenprofil zu Werten und Kennzeichen. Eine unlesbare Zelle gilt als fehlend und wird aufgelistet, nie wird daraus eine falsche Zahl. Dateien mit personenbezogenen Einzeldaten werden abgelehnt.
Beispiel: INPUT=jobcenter.csv SYMBOLS=ba DATE_FIELD=Berichtsmonat VALUE_FIELDS=„BG=BG; Alo SGB II=ALO_SGB2“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importtable.py" />
            <source>Long table: gebiet, merkmal, stichtag, wert, kennzeichen, quelle; one row a cell.</source>
            <translation>Lange Tabelle: gebiet, merkmal, stichtag, wert, kennzeichen, quelle; eine Zeile je Zelle.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importtable.py" />
            <source>List of rows and cells that could not be used: row and column in the file, content, finding.</source>
            <translation>Liste der Zeilen und Zellen, die nicht verwendet werden konnten: Zeile und Spalte in der Datei, Inhalt, Befund.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importtable.py" />
            <source>Counts of areas</source>
            <translation>Fallzahlen der Gebiete</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importtable.py" />
            <source>Rows and cells not used</source>
            <translation>Nicht verwendete Zeilen und Zellen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importtable.py" />
            <source>Number of counts</source>
            <translation>Anzahl der Fallzahlen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importtable.py" />
            <source>Number of rows and cells not used</source>
            <translation>Anzahl nicht verwendeter Zeilen und Zellen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importtable.py" />
            <source>Row {row}, column “{column}”: “{content}”: {finding}</source>
            <translation>Zeile {row}, Spalte „{column}“: „{content}“: {finding}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/importtable.py" />
            <source>and {count} more</source>
            <translation>und {count} weitere</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Join labour agency delivery</source>
            <translation>Lieferung der Bundesagentur für Arbeit anspielen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Reads a small-area table of the labour agency (AkG: GKZ_ALO_JJJJMM.csv and the like), made for the street raster of the commune, into the long table of counts, and joins it to the areas.

The columns are taken by their place: month, commune, 9-digit key, name, then the features under their heads. Sum rows (123456SUM, 123SUMSUM, SUMSUMSUM) go to the area above. “*” is a count below 10 and stays hidden: no value, mark “geheim”. Nothing is worked out from sums.

Cases without an address (“keine Angabe”) belong to no area: their figures stand in the report. The parts are compared with the sums where nothing is hidden, and the file's name with the rows; differences are reported with both figures.

Example: INPUT 05370016_ALO_202402.csv, AREAS viertel with the 9-digit key in “gebiet”.</source>
            <translation>Liest eine kleinräumige Tabelle der Bundesagentur für Arbeit (AkG: GKZ_ALO_JJJJMM.csv und ähnliche), erstellt für das Straßenraster der Kommune, in die lange Tabelle der Fallzahlen und spielt sie an die Gebiete an.

Die Spalten gelten nach ihrer Stelle: Monat, Gemeinde, 9-stelliger Schlüssel, Name, dann die Merkmale unter ihren Köpfen. Summenzeilen (123456SUM, 123SUMSUM, SUMSUMSUM) gehen an das Gebiet darüber. „*“ ist eine Zahl unter 10 und bleibt verborgen: kein Wert, Kennzeichen „geheim“. Aus Summen wird nichts errechnet.

Fälle ohne Adresse („keine Angabe“) gehören zu keinem Gebiet: Ihre Zahlen stehen im Bericht. Die Teile werden mit den Summen verglichen, wo nichts verborgen ist, und der Dateiname mit den Zeilen; Unterschiede stehen mit beiden Zahlen im Bericht.

Beispiel: INPUT 05370016_ALO_202402.csv, AREAS viertel mit dem 9-stelligen Schlüssel in „gebiet“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>figures</source>
            <translation>Zahlen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>cases without an address, in the report only</source>
            <translation>Fälle ohne Adresse, nur im Bericht</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>of keys without an area, in the report only</source>
            <translation>von Schlüsseln ohne Gebiet, nur im Bericht</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>The file as the labour agency sends it: CSV, TXT, XLSX or ODS. Do not clean or rename it.</source>
            <translation>Die Datei, wie die Bundesagentur für Arbeit sie schickt: CSV, TXT, XLSX oder ODS. Nicht bereinigen oder umbenennen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Month</source>
            <translation>Monat</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Stands in where neither a row nor the file's name has a month: 202402 or 29.02.2024.</source>
            <translation>Gilt, wo weder eine Zeile noch der Dateiname einen Monat hat: 202402 oder 29.02.2024.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Text for “quelle”. Empty: labour agency and topic, by the file's name.</source>
            <translation>Text für „quelle“. Leer: Bundesagentur für Arbeit und Thema, nach dem Dateinamen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Long table: gebiet, merkmal, stichtag (last day of the month), wert, kennzeichen, quelle.</source>
            <translation>Lange Tabelle: gebiet, merkmal, stichtag (letzter Tag des Monats), wert, kennzeichen, quelle.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Cases without an address, rows and cells not used, sums that do not add up, areas without a delivery.</source>
            <translation>Fälle ohne Adresse, nicht verwendete Zeilen und Zellen, Summen, die nicht aufgehen, Gebiete ohne Lieferung.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Areas with features</source>
            <translation>Gebiete mit Merkmalen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>The areas with a column per feature of the latest month; needs AREAS. Hidden figures are empty.</source>
            <translation>Die Gebiete mit einer Spalte je Merkmal des letzten Monats; braucht AREAS. Verborgene Zahlen sind leer.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Table that says which area each 9-digit key stands for. Empty: the key is the area's code, and a sum has the digits before SUM as its code, that of the commune its key (GKZ).</source>
            <translation>Tabelle, die sagt, für welches Gebiet jeder 9-stellige Schlüssel steht. Leer: Der Schlüssel ist der des Gebiets; eine Summe hat die Ziffern vor SUM als Schlüssel, die der Gemeinde ihren Gemeindeschlüssel (GKZ).</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Key</source>
            <translation>Schlüssel</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Field of KEYS with the 9-digit key.</source>
            <translation>Feld von KEYS mit dem 9-stelligen Schlüssel.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Area</source>
            <translation>Gebiet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Field of KEYS with the area code.</source>
            <translation>Feld von KEYS mit dem Gebietsschlüssel.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Areas to compare with: those without a delivery and keys without an area are reported.</source>
            <translation>Gebiete zum Vergleichen: Solche ohne Lieferung und Schlüssel ohne Gebiet werden gemeldet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Field of AREAS with the code.</source>
            <translation>Feld von AREAS mit dem Schlüssel.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Delivered file</source>
            <translation>Gelieferte Datei</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Rows of cases without an address</source>
            <translation>Zeilen von Fällen ohne Adresse</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Sums that do not add up</source>
            <translation>Summen, die nicht aufgehen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Table of keys</source>
            <translation>Schlüsseltabelle</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>{months} month(s), {features} features, {rows} rows</source>
            <translation>{months} Monat(e), {features} Merkmale, {rows} Zeilen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Sums: {checked} figures checked, {wrong} do not add up, {unchecked} not checked (hidden parts)</source>
            <translation>Summen: {checked} Zahlen geprüft, {wrong} gehen nicht auf, {unchecked} nicht geprüft (verborgene Teile)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>OUTPUT_AREAS needs AREAS; it is not written.</source>
            <translation>OUTPUT_AREAS braucht AREAS und wird nicht geschrieben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Areas: {count} lines about areas or keys without partner</source>
            <translation>Gebiete: {count} Zeilen über Gebiete oder Schlüssel ohne Gegenstück</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/joinbadelivery.py" />
            <source>Areas carry the figures of {date}</source>
            <translation>Die Gebiete tragen die Zahlen vom {date}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/pivotindicators.py" />
            <source>Indicator table (wide)</source>
            <translation>Indikatorentabelle (breit)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/pivotindicators.py" />
            <source>Turns the long table of indicators into a wide one: one row for each area of a level, one column for each indicator, real numbers, NULL where a value is hidden or missing.
For maps, for indices (status and dynamics) and for tables in a report. Each indicator stands at its newest Stichtag; the log says which. With a number of years each indicator also gets the change against the value so many years before (column &lt;code&gt;_d, in the unit of the indicator).
Example: LEVEL=sozialraum CHANGE_YEARS=2 makes the input of “Status and dynamics”.</source>
            <translation>Macht aus der langen Indikatorentabelle eine breite: eine Zeile je Gebiet einer Ebene, eine Spalte je Indikator, reelle Zahlen, NULL, wo ein Wert geheim ist oder fehlt.
Für Karten, für Indizes (Status und Dynamik) und für Tabellen im Bericht. Jeder Indikator steht mit seinem neuesten Stichtag; das Protokoll nennt ihn. Mit einer Anzahl von Jahren erhält jeder Indikator auch die Veränderung gegenüber dem Wert so viele Jahre zuvor (Spalte &lt;code&gt;_d, in der Einheit des Indikators).
Beispiel: LEVEL=sozialraum CHANGE_YEARS=2 ergibt die Eingabe für „Status und Dynamik“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/pivotindicators.py" />
            <source>of the chosen level</source>
            <translation>der gewählten Ebene</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/pivotindicators.py" />
            <source>Stichtag of each column:</source>
            <translation>Stichtag jeder Spalte:</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/pivotindicators.py" />
            <source>Result of “Compute indicators”: gebiet, gebiet_name, ebene, indikator, stichtag, wert.</source>
            <translation>Ergebnis von „Indikatoren berechnen“: gebiet, gebiet_name, ebene, indikator, stichtag, wert.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/pivotindicators.py" />
            <source>Level of the areas in the table: quartier, sozialraum, gemeinde, kreis, or another value of “ebene”.</source>
            <translation>Ebene der Gebiete in der Tabelle: quartier, sozialraum, gemeinde, kreis oder ein anderer Wert von „ebene“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/pivotindicators.py" />
            <source>Codes of the indicators, separated by commas, in the order of the columns. Empty: all.</source>
            <translation>Codes der Indikatoren, durch Kommas getrennt, in der Reihenfolge der Spalten. Leer: alle.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/pivotindicators.py" />
            <source>Date (31.12.2024 or 2024-12-31): each indicator takes its newest Stichtag not after it. Empty: the newest of all.</source>
            <translation>Datum (31.12.2024 oder 2024-12-31): Jeder Indikator nimmt seinen neuesten Stichtag bis zu diesem Tag. Leer: den neuesten überhaupt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/pivotindicators.py" />
            <source>Number of years for the change columns &lt;code&gt;_d, such as 2; 0 makes none.</source>
            <translation>Anzahl der Jahre für die Veränderungsspalten &lt;code&gt;_d, etwa 2; bei 0 gibt es keine.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/pivotindicators.py" />
            <source>Wide table: gebiet, gebiet_name, ebene, einwohner (from B01), a column for each code and its change.</source>
            <translation>Breite Tabelle: gebiet, gebiet_name, ebene, einwohner (aus B01), je Code eine Spalte und seine Veränderung.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/pivotindicators.py" />
            <source>The table has no B01 (inhabitants): “einwohner” is empty.</source>
            <translation>Die Tabelle enthält B01 (Einwohner) nicht: „einwohner“ bleibt leer.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/pivotindicators.py" />
            <source>Indicators (long)</source>
            <translation>Indikatoren (lang)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/pivotindicators.py" />
            <source>Change over years</source>
            <translation>Veränderung über Jahre</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/pivotindicators.py" />
            <source>Number of indicators</source>
            <translation>Anzahl der Indikatoren</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indicators/pivotindicators.py" />
            <source>Left out, because they have no Stichtag up to the date asked: {codes}</source>
            <translation>Ausgelassen, da ohne Stichtag bis zum gefragten Datum: {codes}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>Status and dynamics index</source>
            <translation>Status- und Dynamikindex</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>Tells which areas carry how much social burden (status) and where it grows or shrinks (dynamics), for social monitoring and for deciding on priority areas. It is the method of the Berlin Monitoring Soziale Stadtentwicklung.

Each indicator is standardised over the valid areas (z = (value - mean) / standard deviation of the population, unweighted), the z values are added, and the sum is standardised again. Status: below -1 high (1), to 1 medium (2), to 1.5 low (3), above 1.5 very low (4). Dynamics, the same on the changes: below -1 positive (+), to 1 stable (+/-), above 1 negative (-). Together they make twelve groups such as 1+ or 4-. In every indicator a higher value must mean more burden.

Areas with few inhabitants, flagged areas and areas with a missing value stay in the table with the reason, but do not count. The log gives all means and standard deviations, so that anyone can recompute the index.

Example: INPUT = the indicator table with one row per area, STATUS_FIELDS = unemployment and child poverty, DYNAMICS_FIELDS = their changes over two years, POPULATION_FIELD = einwohner.</source>
            <translation>Zeigt, welche Gebiete wie stark sozial belastet sind (Status) und wo die Belastung wächst oder abnimmt (Dynamik), für das Sozialmonitoring und die Auswahl von Schwerpunktgebieten. Das Verfahren ist das des Berliner Monitorings Soziale Stadtentwicklung.

Jeder Indikator wird über die gültigen Gebiete standardisiert (z = (Wert - Mittelwert) / Standardabweichung der Grundgesamtheit, ungewichtet), die z-Werte werden addiert, und die Summe wird erneut standardisiert. Status: unter -1 hoch (1), bis 1 mittel (2), bis 1,5 niedrig (3), über 1,5 sehr niedrig (4). Dynamik, ebenso aus den Veränderungen: unter -1 positiv (+), bis 1 stabil (+/-), über 1 negativ (-). Zusammen ergeben sich zwölf Gruppen wie 1+ oder 4-. Bei jedem Indikator muss ein höherer Wert eine stärkere Belastung bedeuten.

Gebiete mit wenigen Einwohnern, gekennzeichnete Gebiete und Gebiete mit einem fehlenden Wert bleiben mit ihrem Grund in der Tabelle, zählen aber nicht mit. Das Protokoll nennt alle Mittelwerte und Standardabweichungen, sodass der Index nachgerechnet werden kann.

Beispiel: INPUT = die Indikatorentabelle mit einer Zeile je Gebiet, STATUS_FIELDS = Arbeitslosigkeit und Kinderarmut, DYNAMICS_FIELDS = deren Veränderung in zwei Jahren, POPULATION_FIELD = einwohner.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>Table or layer with one row per area and one column per indicator. Numbers may be text, with comma.</source>
            <translation>Tabelle oder Layer mit einer Zeile je Gebiet und einer Spalte je Indikator. Zahlen dürfen Text sein, auch mit Komma.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>One row per area: both indices, their classes, the group, why an area is left out, the z values.</source>
            <translation>Eine Zeile je Gebiet: beide Indizes, ihre Klassen, die Gruppe, der Grund eines Ausschlusses und die z-Werte.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>Code of the area; it stays text, with leading zeros. Default: gebiet.</source>
            <translation>Schlüssel des Gebiets; er bleibt Text mit führenden Nullen. Vorgabe: gebiet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>Fields that say how things are, such as shares of unemployed. Higher must mean more burden.</source>
            <translation>Felder, die den Stand beschreiben, zum Beispiel Arbeitslosenanteile. Höher muss stärker belastet bedeuten.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>Fields that say how things changed, such as the change of a share in two years. May be empty.</source>
            <translation>Felder, die die Veränderung beschreiben, zum Beispiel die Änderung eines Anteils in zwei Jahren. Darf leer bleiben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>Number of inhabitants, to leave out areas with too few. Not used as a weight.</source>
            <translation>Einwohnerzahl, um zu kleine Gebiete auszuschließen. Sie dient nicht als Gewicht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>Areas with fewer inhabitants are left out. Berlin uses 300.</source>
            <translation>Gebiete mit weniger Einwohnern bleiben außen vor. Berlin verwendet 300.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>True leaves the area out (a home, an outlier). Takes booleans, 1/0, ja/nein, wahr/falsch, true/false.</source>
            <translation>Wahr schließt das Gebiet aus (ein Heim, ein Ausreißer). Möglich sind Wahrheitswerte, 1/0, ja/nein, wahr/falsch, true/false.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>Leaves out areas in which at least four indicators are all exactly 0: published tables mark areas without a result like that. Switch it off if your zeros are real.</source>
            <translation>Schließt Gebiete aus, in denen mindestens vier Indikatoren sämtlich genau 0 sind: So kennzeichnen veröffentlichte Tabellen Gebiete ohne Ergebnis. Ausschalten, wenn die Nullen echt sind.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>Areas with indicators</source>
            <translation>Gebiete mit Indikatoren</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>Index</source>
            <translation>Index</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>Number of areas with an index</source>
            <translation>Anzahl der Gebiete mit Index</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>Number of areas left out</source>
            <translation>Anzahl der ausgeschlossenen Gebiete</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>Field with the area code</source>
            <translation>Feld mit dem Gebietsschlüssel</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>Status indicators</source>
            <translation>Statusindikatoren</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>Dynamics indicators</source>
            <translation>Dynamikindikatoren</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>Field with the inhabitants</source>
            <translation>Feld mit der Einwohnerzahl</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>Smallest number of inhabitants</source>
            <translation>Mindestzahl der Einwohner</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>Field that leaves areas out</source>
            <translation>Feld, das Gebiete ausschließt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/indices/statusdynamics.py" />
            <source>Rows of zeros mean “not computed”</source>
            <translation>Zeilen aus Nullen bedeuten „nicht berechnet“</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/models.py" />
            <source>All stages</source>
            <translation>Alle Stufen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/models.py" />
            <source>The whole chain, from layers to profiles</source>
            <translation>Die ganze Kette, von Layern bis zu Profilen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Polygons of all levels with the fields gebiet, gebiet_name and ebene, and if there are any uebergeordnet, gemeinde and einwohner. One level alone works too, then without comparison.</source>
            <translation>Flächen aller Ebenen mit den Feldern gebiet, gebiet_name und ebene sowie, falls vorhanden, uebergeordnet, gemeinde und einwohner. Auch eine Ebene allein genügt, dann ohne Vergleich.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Long table with one row per area, indicator and Stichtag, as “Compute indicators” makes it: gebiet, indikator, indikator_name, stichtag, wert, zaehler, nenner, masseinheit, polaritaet, quelle, kennzeichen.</source>
            <translation>Lange Tabelle mit einer Zeile je Gebiet, Indikator und Stichtag, wie „Indikatoren berechnen“ sie liefert: gebiet, indikator, indikator_name, stichtag, wert, zaehler, nenner, masseinheit, polaritaet, quelle, kennzeichen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Classes by area, as “Status and dynamics” makes them: gebiet, status, dynamik, gesamt, ausgeschlossen. Without it the profiles carry no class.</source>
            <translation>Klassen je Gebiet, wie „Status und Dynamik“ sie liefert: gebiet, status, dynamik, gesamt, ausgeschlossen. Ohne diese Tabelle tragen die Profile keine Klasse.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Value of the field ebene of the areas that get a profile, such as sozialraum, quartier or gemeinde.</source>
            <translation>Wert des Feldes ebene der Gebiete, die ein Profil erhalten, zum Beispiel sozialraum, quartier oder gemeinde.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Head line of each page and first part of the PDF's title, such as Sozialraumprofil 2025.</source>
            <translation>Kopfzeile jeder Seite und erster Teil des PDF-Titels, zum Beispiel Sozialraumprofil 2025.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Municipality or office for the imprint in the footer and the author in the PDF.</source>
            <translation>Kommune oder Amt für das Impressum in der Fußzeile und als Autor im PDF.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Gebietsstand as it shall be printed, such as 01.01.2026; empty: not mentioned.</source>
            <translation>Gebietsstand, wie er gedruckt werden soll, zum Beispiel 01.01.2026; leer: ohne Angabe.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Stands below the map, such as © OpenStreetMap-Mitwirkende.</source>
            <translation>Steht unter der Karte, zum Beispiel © OpenStreetMap-Mitwirkende.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>One colour for headings, figures and the area itself; contrast with white at least 4.5 : 1.</source>
            <translation>Eine Farbe für Überschriften, Kennzahlen und das Gebiet selbst; Kontrast zu Weiß mindestens 4,5 : 1.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Up to eight indicator codes with commas between them. Where one has no values, another indicator of the table takes its place.</source>
            <translation>Bis zu acht Indikatorschlüssel, durch Kommas getrennt. Wo einer keine Werte hat, tritt ein anderer Indikator der Tabelle an seine Stelle.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Language of the profiles' own words: German or English. Indicator names stay as they are.</source>
            <translation>Sprache der eigenen Wörter des Profils: Deutsch oder Englisch. Namen der Indikatoren bleiben, wie sie sind.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Only matters for what cannot be drawn as lines; text, maps and charts stay sharp at any size.</source>
            <translation>Zählt nur für das, was sich nicht als Vektor zeichnen lässt; Text, Karten und Diagramme bleiben in jeder Größe scharf.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>One file per area, code_name.pdf, and profile_alle.pdf with all; files of the same name are replaced.</source>
            <translation>Eine Datei je Gebiet, schlüssel_name.pdf, und profile_alle.pdf mit allen; Dateien gleichen Namens werden ersetzt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>The charts as SVG files. To print from a project later, choose the folder diagramme beside the project. Empty: a temporary folder.</source>
            <translation>Die Diagramme als SVG-Dateien. Um später aus einem Projekt zu drucken, den Ordner diagramme neben dem Projekt wählen. Leer: ein temporärer Ordner.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>The areas with every text of their profile, ready to print: the atlas layer of the project's layout.</source>
            <translation>Die Gebiete mit allen druckfertigen Texten ihres Profils: der Atlaslayer des Layouts im Projekt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Lines for the ground of the map; a field art tells main roads from paths.</source>
            <translation>Linien für den Kartengrund; ein Feld art unterscheidet Hauptstraßen von Wegen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Footprints for the ground of the map.</source>
            <translation>Gebäudegrundrisse für den Kartengrund.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Lines for the ground of the map.</source>
            <translation>Linien für den Kartengrund.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Rivers as lines or lakes as polygons for the ground of the map.</source>
            <translation>Flüsse als Linien oder Seen als Flächen für den Kartengrund.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Parks and woods as polygons for the ground of the map.</source>
            <translation>Parks und Wälder als Flächen für den Kartengrund.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Points with the fields art and name; day-care centres, schools, stops and others become letters.</source>
            <translation>Punkte mit den Feldern art und name; Kindertageseinrichtungen, Schulen, Haltestellen und andere werden zu Buchstaben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Boundaries as of</source>
            <translation>Gebietsstand</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Source of the map</source>
            <translation>Quelle der Karte</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Accent colour</source>
            <translation>Akzentfarbe</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Key figures</source>
            <translation>Kennzahlen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Resolution (dpi)</source>
            <translation>Auflösung (dpi)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Folder of the PDFs</source>
            <translation>Ordner der PDF-Dateien</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Folder of the charts</source>
            <translation>Ordner der Diagramme</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Profile texts</source>
            <translation>Profiltexte</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>Number of profiles</source>
            <translation>Anzahl der Profile</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/_profile_parameters.py" />
            <source>All profiles in one PDF</source>
            <translation>Alle Profile in einem PDF</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/areaprofiles.py" />
            <source>Area profiles (PDF)</source>
            <translation>Sozialraumprofile (PDF)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/areaprofiles.py" />
            <source>Prints a profile of two A4 pages for every area of a level: maps, key figures against the municipality and the Kreis, three sentences from the data, age pyramid, households, a time series and further indicators. For councils, the public and the departments.

Method: all areas are compared on the newest Stichtag of each indicator; rank 1 is the highest value. Sentences call a difference more than chance only if a two-sample test of shares says so. Hidden values are printed as · and are in no chart, text or column. The pages are a QGIS print layout with atlas, so that text can be searched and charts stay sharp.

Example: AREAS = layer gebiete, INDICATORS = table indikatoren, INDEX = table index, LEVEL = sozialraum, OUTPUT_FOLDER = profile. The folder then holds one PDF per area and profile_alle.pdf.</source>
            <translation>Druckt für jedes Gebiet einer Ebene ein Profil von zwei A4-Seiten: Karten, Kennzahlen im Vergleich mit Gemeinde und Kreis, drei Sätze aus den Daten, Alterspyramide, Haushalte, eine Zeitreihe und weitere Indikatoren. Für Rat, Öffentlichkeit und Fachämter.

Methode: Alle Gebiete werden zum neuesten Stichtag des jeweiligen Indikators verglichen; Rang 1 ist der höchste Wert. Die Sätze nennen einen Unterschied nur dann mehr als zufällig, wenn ein Zweistichprobentest für Anteile das bestätigt. Geheime Werte werden als · gedruckt und stehen in keinem Diagramm, keinem Text und keiner Spalte. Die Seiten sind ein QGIS-Drucklayout mit Atlas: Text bleibt durchsuchbar, Diagramme bleiben scharf.

Beispiel: AREAS = Layer gebiete, INDICATORS = Tabelle indikatoren, INDEX = Tabelle index, LEVEL = sozialraum, OUTPUT_FOLDER = profile. Der Ordner enthält dann ein PDF je Gebiet und profile_alle.pdf.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/areaprofiles.py" />
            <source>Key figures without values, replaced by others: {codes}</source>
            <translation>Kennzahlen ohne Werte, durch andere ersetzt: {codes}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/areaprofiles.py" />
            <source>Area “{name}” ({code}) has no polygon, so no map can be drawn. Add it or leave the area out.</source>
            <translation>Das Gebiet „{name}“ ({code}) hat keine Fläche, sodass keine Karte entstehen kann. Bitte ergänzen oder das Gebiet weglassen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/buildproject.py" />
            <source>Build a project</source>
            <translation>Projekt erstellen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/buildproject.py" />
            <source>Makes a QGIS project (.qgz) over the GeoPackage that the other steps have filled, so that colleagues open one file and see everything: layers in plain words, in groups from the addresses to the profiles, the social areas outlined and named, the index as a map of status (colour) and dynamics (hatching) that colour-blind readers and a black-and-white printer can tell apart.

Layers are found by their fixed names: adressen, bloecke, quartiere, sozialraeume, gebiete, strassenverzeichnis, merkmale, indikatoren, indikatortabelle, index, profile; in the base map: strassen, gebaeude, bahn, gewaesser, gruen, einrichtungen, gemeinden. What is absent is left out and named in the log. Where there are profiles, the project holds their print layout, with the charts in the folder diagramme beside the project. Paths are relative: project and data move together. The open project is not touched.

Example: GEOPACKAGE = musterkreis.gpkg, BASEMAP = grundkarte.gpkg, TITLE = Musterkreis 2025, OUTPUT = musterkreis.qgz beside it.</source>
            <translation>Erstellt ein QGIS-Projekt (.qgz) über dem GeoPackage, das die anderen Schritte gefüllt haben, damit die Kolleginnen und Kollegen eine Datei öffnen und alles sehen: Layer in klaren Worten, gruppiert von den Adressen bis zu den Profilen, die Sozialräume umrandet und benannt, den Index als Karte aus Status (Farbe) und Dynamik (Schraffur), die auch bei Farbfehlsichtigkeit und im Schwarzweißdruck lesbar ist.

Die Layer werden an ihren festen Namen erkannt: adressen, bloecke, quartiere, sozialraeume, gebiete, strassenverzeichnis, merkmale, indikatoren, indikatortabelle, index, profile; in der Kartengrundlage: strassen, gebaeude, bahn, gewaesser, gruen, einrichtungen, gemeinden. Was fehlt, wird ausgelassen und im Protokoll genannt. Gibt es Profile, enthält das Projekt ihr Drucklayout; die Diagramme liegen im Ordner diagramme neben dem Projekt. Die Pfade sind relativ: Projekt und Daten ziehen zusammen um. Das geöffnete Projekt bleibt unberührt.

Beispiel: GEOPACKAGE = musterkreis.gpkg, BASEMAP = grundkarte.gpkg, TITLE = Musterkreis 2025, OUTPUT = musterkreis.qgz daneben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/buildproject.py" />
            <source>layers</source>
            <translation>Layer</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/buildproject.py" />
            <source>in the project</source>
            <translation>im Projekt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/buildproject.py" />
            <source>File that holds areas, indicators and indices under their fixed layer names.</source>
            <translation>Datei, die Gebiete, Indikatoren und Indizes unter ihren festen Layernamen enthält.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/buildproject.py" />
            <source>File with streets, buildings, railway, water, green spaces, facilities and communes, if you have one.</source>
            <translation>Datei mit Straßen, Gebäuden, Bahn, Gewässern, Grünflächen, Einrichtungen und Gemeinden, falls vorhanden.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/buildproject.py" />
            <source>Title of the project and its layouts. If empty, the name of the GeoPackage.</source>
            <translation>Titel des Projekts und seiner Layouts. Wenn leer, der Name des GeoPackage.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/buildproject.py" />
            <source>Office that answers for the contents, such as “Kreis Musterkreis, Sozialplanung”.</source>
            <translation>Stelle, die für den Inhalt verantwortlich ist, zum Beispiel „Kreis Musterkreis, Sozialplanung“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/buildproject.py" />
            <source>Stands below the map of the profiles, such as © OpenStreetMap-Mitwirkende.</source>
            <translation>Steht unter der Karte der Profile, zum Beispiel © OpenStreetMap-Mitwirkende.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/buildproject.py" />
            <source>Project file. Best in the same folder as the data, so that both can be moved together.</source>
            <translation>Projektdatei. Am besten im selben Ordner wie die Daten, damit beides zusammen umziehen kann.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/buildproject.py" />
            <source>There is no layer “profile” with areas, so the project has no profile layout.</source>
            <translation>Es gibt keinen Layer „profile“ mit Flächen; das Projekt hat daher kein Profil-Layout.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/buildproject.py" />
            <source>GeoPackage of the results</source>
            <translation>GeoPackage der Ergebnisse</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/buildproject.py" />
            <source>GeoPackage of the base map</source>
            <translation>GeoPackage der Kartengrundlage</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/buildproject.py" />
            <source>Author</source>
            <translation>Verfasser</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/buildproject.py" />
            <source>Project</source>
            <translation>Projekt</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/buildproject.py" />
            <source>QGIS projects (*.qgz)</source>
            <translation>QGIS-Projekte (*.qgz)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/buildproject.py" />
            <source>Number of layers</source>
            <translation>Anzahl der Layer</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/buildproject.py" />
            <source>absent, left out: {layers}</source>
            <translation>nicht vorhanden, ausgelassen: {layers}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/buildproject.py" />
            <source>not a layer of the chain: {layers}</source>
            <translation>kein Layer der Kette: {layers}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/profiles/buildproject.py" />
            <source>{parameter}: there is no file “{file}”.</source>
            <translation>{parameter}: Die Datei „{file}“ gibt es nicht.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/provider.py" />
            <source>Sozialraum: small-area social planning</source>
            <translation>Sozialraum: kleinräumige Sozialplanung</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/tables.py" />
            <source>{output} cannot be written to {target}.</source>
            <translation>{output} lässt sich nicht nach {target} schreiben.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/tables.py" />
            <source>{output}: row {row} cannot be written: {reason}</source>
            <translation>{output}: Zeile {row} lässt sich nicht schreiben: {reason}</translation>
        </message>
    </context>
</TS>
