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
            <translation>Tabellenzeilen</translation>
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
            <location filename="../sozialraum_plugin/core/delineation/codes.py" />
            <source>{count} areas of “{prefix}” cannot be numbered with {digits} digits. Raise the number of digits.</source>
            <translation>{count} Gebiete von „{prefix}“ lassen sich nicht mit {digits} Stellen nummerieren. Die Zahl der Stellen erhöhen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/core/delineation/engine.py" />
            <source>“{effort}” is no effort. Choose fast or thorough.</source>
            <translation>„{effort}“ ist kein Aufwand. „fast“ oder „thorough“ wählen.</translation>
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
            <source>The minimum of {minimum} inhabitants is above the maximum of {maximum}. Exchange the two.</source>
            <translation>Die Mindestzahl von {minimum} Einwohnern liegt über der Höchstzahl von {maximum}. Beide Werte vertauschen.</translation>
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
            <location filename="../sozialraum_plugin/core/delineation/unmet.py" />
            <source>Commune {code}: </source>
            <translation>Gemeinde {code}: </translation>
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
            <location filename="../sozialraum_plugin/geo/blocks.py" />
            <source>No street line lies inside the boundary. Check the coordinate reference systems of the layers.</source>
            <translation>Keine Straßenlinie liegt innerhalb der Begrenzung. Koordinatenbezugssysteme der Layer prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/geo/blocks.py" />
            <source>None of the addresses lies inside the boundary. Check the coordinate reference systems of the layers.</source>
            <translation>Keine der Adressen liegt innerhalb der Begrenzung. Koordinatenbezugssysteme der Layer prüfen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/geo/metric.py" />
            <source>The point {x} / {y} cannot lie in {crs}. Check the coordinate columns and the CRS.</source>
            <translation>Der Punkt {x} / {y} kann nicht in {crs} liegen. Koordinatenspalten und Koordinatenbezugssystem prüfen.</translation>
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
            <location filename="../sozialraum_plugin/processing/addresses/_tables.py" />
            <source>The file {path} cannot be opened as a table.</source>
            <translation>Die Datei {path} lässt sich nicht als Tabelle öffnen.</translation>
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
            <source>The count that is the number of inhabitants; it comes out as “einwohner”. Empty: the first count.</source>
            <translation>Die Anzahl, die die Einwohnerzahl ist; sie heißt im Ergebnis „einwohner“. Leer: die erste Anzahl.</translation>
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
            <source>Addresses</source>
            <translation>Adressen</translation>
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
            <translation>Fallzahlen</translation>
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
            <source>Buildings</source>
            <translation>Gebäude</translation>
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
            <source>Report</source>
            <translation>Bericht</translation>
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
            <source>AGS of the commune</source>
            <translation>AGS der Gemeinde</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>Name of the commune</source>
            <translation>Name der Gemeinde</translation>
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
            <source>Number of addresses</source>
            <translation>Anzahl der Adressen</translation>
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
            <location filename="../sozialraum_plugin/processing/addresses/importaddresses.py" />
            <source>{parameter}: “{key}” is no AGS of 8 digits, such as 05113000.</source>
            <translation>{parameter}: „{key}“ ist kein achtstelliger AGS wie 05113000.</translation>
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
            <source>Street key</source>
            <translation>Straßenschlüssel</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Key of the street; leading zeros do not matter.</source>
            <translation>Schlüssel der Straße; auf führende Nullen kommt es nicht an.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Street name</source>
            <translation>Straßenname</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Used where there is no key; must not contradict the key.</source>
            <translation>Gilt, wo der Schlüssel fehlt; darf dem Schlüssel nicht widersprechen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>House number</source>
            <translation>Hausnummer</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Number, with or without suffix: 12, 0012, 12a, 12-14.</source>
            <translation>Nummer, mit oder ohne Zusatz: 12, 0012, 12a, 12-14.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Suffix</source>
            <translation>Hausnummernzusatz</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Postcode</source>
            <translation>Postleitzahl</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>District</source>
            <translation>Kreis</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>The Ortsteil; tells streets of the same name apart.</source>
            <translation>Der Ortsteil; unterscheidet gleichnamige Straßen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/addresses/joincounts.py" />
            <source>Commune</source>
            <translation>Gemeinde</translation>
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
            <location filename="../sozialraum_plugin/processing/algorithm.py" />
            <source>1 Addresses</source>
            <translation>1 Adressen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/algorithm.py" />
            <source>2 Delineation</source>
            <translation>2 Abgrenzung</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/algorithm.py" />
            <source>3 Indicators</source>
            <translation>3 Indikatoren</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/algorithm.py" />
            <source>4 Indices</source>
            <translation>4 Indizes</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/algorithm.py" />
            <source>5 Profiles</source>
            <translation>5 Profile</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/algorithm.py" />
            <source>{parameter}: field “{field}” is missing in “{layer}”. It has: {available}.</source>
            <translation>{parameter}: Das Feld „{field}“ fehlt in „{layer}“. Vorhanden sind: {available}.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_inputs.py" />
            <source>boundary polygons</source>
            <translation>Begrenzungspolygone</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_block_inputs.py" />
            <source>used</source>
            <translation>verwendet</translation>
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
            <source>{blocks} blocks, {used} of them with addresses; median area {area} m²; {slivers} slivers were merged.</source>
            <translation>{blocks} Blöcke, davon {used} mit Adressen; mittlere Fläche (Median) {area} m²; {slivers} Splitterflächen wurden angeschlossen.</translation>
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
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Delineate areas</source>
            <translation>Gebiete abgrenzen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Proposes Quartiere or Sozialräume for planners: areas made of whole units (blocks, census cells, or the areas of a lower level) that hang together, hold a minimum and a maximum of inhabitants, stay inside their commune, respect barriers and are as alike inside as possible in the chosen attributes.

Method: neighbouring units are joined by Ward's criterion up to the maximum; then areas are exchanged and units moved across borders while the sum of squares within the areas falls. Each attribute is standardised first (mean 0, standard deviation 1 over the units). Uninhabited units belong to areas too, so that no gap remains.

Where the bounds cannot be held, the log says which unit or commune prevents it: a unit above the maximum stays alone, a commune below the minimum becomes one area, a part that a barrier cuts off joins across the barrier with the longest common border, an island stays alone. Commune borders are never crossed. The result comes in a metric coordinate system.

Example: blocks with 700 to 8.500 inhabitants, target 4.500, level “quartier” give Quartiere. Run it again on these with 7.000 to 30.000, level “sozialraum” and 2 digits to get Sozialräume.</source>
            <translation>Schlägt der Planung Quartiere oder Sozialräume vor: Gebiete aus ganzen Einheiten (Blöcken, Zensuszellen oder Gebieten einer unteren Ebene), die zusammenhängen, eine Mindest- und eine Höchstzahl an Einwohnern einhalten, innerhalb ihrer Gemeinde bleiben, Barrieren beachten und in den gewählten Merkmalen möglichst homogen sind.

Verfahren: Benachbarte Einheiten werden nach dem Ward-Kriterium bis zur Höchstzahl zusammengefasst; dann werden Gebiete getauscht und Einheiten über Grenzen verschoben, solange die Quadratsumme innerhalb der Gebiete sinkt. Jedes Merkmal wird zuvor standardisiert (Mittelwert 0, Standardabweichung 1 über die Einheiten). Auch unbewohnte Einheiten gehören zu Gebieten, sodass keine Lücke bleibt.

Wo sich die Grenzwerte nicht einhalten lassen, nennt das Protokoll die Einheit oder Gemeinde, die es verhindert: Eine Einheit über der Höchstzahl bleibt für sich, eine Gemeinde unter der Mindestzahl wird ein Gebiet, ein durch eine Barriere abgeschnittener Teil schließt sich über die Barriere mit der längsten gemeinsamen Grenze an, eine Insel bleibt für sich. Gemeindegrenzen werden nie überschritten. Das Ergebnis liegt in einem metrischen Koordinatensystem.

Beispiel: Blöcke mit 700 bis 8.500 Einwohnern, Zielwert 4.500, Ebene „quartier“ ergeben Quartiere. Ein zweiter Lauf über diese mit 7.000 bis 30.000, Ebene „sozialraum“ und 2 Stellen ergibt Sozialräume.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>One polygon per area with code, name, level, commune, inhabitants, sums and means of its units.</source>
            <translation>Ein Polygon je Gebiet mit Schlüssel, Name, Ebene, Gemeinde, Einwohnern sowie Summen und Mittelwerten seiner Einheiten.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>The input with “gebiet”, the code of the new area. If the input has areas of a lower level, their code, name and level become “einheit”, “einheit_name” and “einheit_ebene”.</source>
            <translation>Die Eingabe mit „gebiet“, dem Schlüssel des neuen Gebiets. Besteht die Eingabe aus Gebieten einer unteren Ebene, werden deren Schlüssel, Name und Ebene zu „einheit“, „einheit_name“ und „einheit_ebene“.</translation>
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
            <source>What the areas are called in “ebene”: quartier, sozialraum or a word of your own.</source>
            <translation>Bezeichnung der Gebiete in „ebene“: quartier, sozialraum oder ein eigenes Wort.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>3 gives 05999001001 for the first area of commune 05999001; use 2 for Sozialräume above Quartiere.</source>
            <translation>3 ergibt 05999001001 für das erste Gebiet der Gemeinde 05999001; 2 eignet sich für Sozialräume über Quartieren.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Stands before the number instead of the commune's code; the numbers then run through all communes.</source>
            <translation>Steht anstelle des Gemeindeschlüssels vor der Nummer; die Nummern laufen dann durch alle Gemeinden.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Field that names the place of a unit, for instance “ortsteil”. An area takes the name most of its inhabitants have; equal names get Nord, Ost, Süd, West or Mitte.</source>
            <translation>Feld mit dem Ortsnamen der Einheit, etwa „ortsteil“. Ein Gebiet erhält den Namen, der für die meisten seiner Einwohner gilt; gleiche Namen werden durch Nord, Ost, Süd, West oder Mitte ergänzt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Areas</source>
            <translation>Gebiete</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Units with their area</source>
            <translation>Einheiten mit ihrem Gebiet</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Number of areas</source>
            <translation>Anzahl der Gebiete</translation>
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
            <source>Units</source>
            <translation>Einheiten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Attributes to be alike in</source>
            <translation>Merkmale für die Homogenität</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Barriers</source>
            <translation>Barrieren</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Tolerance of barriers (m)</source>
            <translation>Toleranz der Barrieren (m)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Minimum of inhabitants</source>
            <translation>Mindestzahl der Einwohner</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Maximum of inhabitants</source>
            <translation>Höchstzahl der Einwohner</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Target of inhabitants</source>
            <translation>Zielwert der Einwohner</translation>
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
            <source>Level</source>
            <translation>Ebene</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Digits of the number in the code</source>
            <translation>Stellen der Nummer im Schlüssel</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Beginning of the code</source>
            <translation>Anfang des Schlüssels</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/_parameters.py" />
            <source>Names from</source>
            <translation>Namen aus</translation>
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
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Build blocks</source>
            <translation>Blöcke bilden</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Makes blocks, the small units from which Quartiere and Sozialräume are put together: the faces between street lines, barriers (railway, river, motorway) and commune borders. Every address lies in exactly one block, every block in exactly one commune, and the blocks cover the boundary without gaps or overlaps.

All lines that are given cut. To keep footpaths from cutting, set a filter on the street layer. Small faces without addresses, such as the strip between two carriageways, are merged into the neighbour with the longest common border. An address on a line belongs to the block with the lower code; an address outside the boundary to the nearest block within 100 m, beyond that to none, and the log says so.

Example: streets and addresses of a Kreis, its railway as barrier and its communes as boundary give blocks 059990010001, 059990010002, ... for “Delineate areas”.</source>
            <translation>Bildet Blöcke, die kleinen Einheiten, aus denen Quartiere und Sozialräume zusammengesetzt werden: die Flächen zwischen Straßenlinien, Barrieren (Bahn, Fluss, Autobahn) und Gemeindegrenzen. Jede Adresse liegt in genau einem Block, jeder Block in genau einer Gemeinde, und die Blöcke decken die Begrenzung ohne Lücken und Überlappungen ab.

Alle übergebenen Linien trennen. Sollen Fußwege nicht trennen, im Straßenlayer einen Filter setzen. Kleine Flächen ohne Adressen, etwa der Streifen zwischen zwei Richtungsfahrbahnen, werden an den Nachbarn mit der längsten gemeinsamen Grenze angeschlossen. Eine Adresse auf einer Linie gehört zum Block mit dem niedrigeren Schlüssel; eine Adresse außerhalb der Begrenzung zum nächsten Block bis 100 m Entfernung, darüber hinaus zu keinem, was das Protokoll vermerkt.

Beispiel: Straßen und Adressen eines Kreises, die Bahn als Barriere und die Gemeinden als Begrenzung ergeben die Blöcke 059990010001, 059990010002, ... für „Gebiete abgrenzen“.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Street centre lines. All of them become block borders; filter the layer to leave some out.</source>
            <translation>Straßenachsen. Alle werden zu Blockgrenzen; um einzelne auszulassen, den Layer filtern.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Address points, for example from “Import addresses”. Their coordinate reference system is used for all results; where it is in degrees, the UTM zone of the place.</source>
            <translation>Adresspunkte, zum Beispiel aus „Adressen importieren“. Ihr Koordinatenbezugssystem gilt für alle Ergebnisse; ist es in Grad, dann die UTM-Zone des Ortes.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Further layers that cut: railway, rivers, motorways. Of polygons (lakes) the outline cuts.</source>
            <translation>Weitere trennende Layer: Bahn, Flüsse, Autobahnen. Bei Polygonen (Seen) trennt der Umriss.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Communes, or one polygon around everything. No block crosses their borders. Without it, the frame is the convex hull of streets and addresses with a margin of 50 m.</source>
            <translation>Gemeinden oder ein Polygon um alles. Kein Block überschreitet ihre Grenzen. Ohne Angabe ist der Rahmen die konvexe Hülle der Straßen und Adressen mit 50 m Rand.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Field of the boundary with the commune code (AGS). Left empty: “gebiet”, “ags” or “gemeinde” is used.</source>
            <translation>Feld der Begrenzung mit dem Gemeindeschlüssel (AGS). Leer: „gebiet“, „ags“ oder „gemeinde“ wird verwendet.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Field of the addresses with the number of inhabitants. Left empty, “einwohner” is used if present.</source>
            <translation>Feld der Adressen mit der Zahl der Einwohner. Leer: „einwohner“ wird verwendet, falls vorhanden.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Fields of the addresses that are summed per block under their own names, such as age groups.</source>
            <translation>Felder der Adressen, die je Block unter ihrem Namen summiert werden, etwa Altersgruppen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Shares of the sums as further fields, for “Delineate areas”: name=part/whole, separated by semicolons, for example anteil_65=e_65/einwohner; anteil_efh=wohnungen_efh/wohnungen. A block whose whole is 0 has no share.</source>
            <translation>Anteile der Summen als weitere Felder für „Gebiete abgrenzen“: Name=Teil/Ganzes, durch Semikolon getrennt, zum Beispiel anteil_65=e_65/einwohner; anteil_efh=wohnungen_efh/wohnungen. Ein Block, dessen Ganzes 0 ist, hat keinen Anteil.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Faces below this size that hold no address are merged into a neighbour. 0 keeps all.</source>
            <translation>Flächen unter dieser Größe ohne Adresse werden an einen Nachbarn angeschlossen. 0 behält alle.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Block polygons with code, commune, Ortsteil (the most frequent among the addresses), number of addresses, inhabitants and the further sums, numbered from north-west to south-east.</source>
            <translation>Blockpolygone mit Schlüssel, Gemeinde, Ortsteil (dem häufigsten der Adressen), Zahl der Adressen, Einwohnern und den weiteren Summen, nummeriert von Nordwest nach Südost.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>The addresses with a field “block”, empty where an address lies in no block.</source>
            <translation>Die Adressen mit einem Feld „block“; es ist leer, wo eine Adresse in keinem Block liegt.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>street lines</source>
            <translation>Straßenlinien</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Streets</source>
            <translation>Straßen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Boundary</source>
            <translation>Begrenzung</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Commune code</source>
            <translation>Gemeindeschlüssel</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Further counts</source>
            <translation>Weitere Anzahlen</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Shares</source>
            <translation>Anteile</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Smallest block without addresses (m²)</source>
            <translation>Kleinster Block ohne Adressen (m²)</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Blocks</source>
            <translation>Blöcke</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Addresses with block</source>
            <translation>Adressen mit Block</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Number of blocks</source>
            <translation>Zahl der Blöcke</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/buildblocks.py" />
            <source>Addresses in a block</source>
            <translation>Adressen in einem Block</translation>
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
            <source>“{layer}” holds no usable line.</source>
            <translation>„{layer}“ enthält keine brauchbare Linie.</translation>
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
            <source>areas</source>
            <translation>Gebiete</translation>
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
            <source>Areas of all levels</source>
            <translation>Gebiete aller Ebenen</translation>
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
            <location filename="../sozialraum_plugin/processing/delineation/delineateareas.py" />
            <source>The target of {target} inhabitants lies outside the bounds; their middle is used.</source>
            <translation>Der Zielwert von {target} Einwohnern liegt außerhalb der Grenzwerte; verwendet wird deren Mitte.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/delineateareas.py" />
            <source>{closed} of {count} common borders run along a barrier.</source>
            <translation>{closed} von {count} gemeinsamen Grenzen verlaufen an einer Barriere.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/delineateareas.py" />
            <source>{share} % of the differences between units remain within areas.</source>
            <translation>{share} % der Unterschiede zwischen den Einheiten verbleiben innerhalb der Gebiete.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/delineateareas.py" />
            <source>{count} units have no commune in “{field}”; they make areas among themselves.</source>
            <translation>{count} Einheiten haben keine Gemeinde in „{field}“; sie bilden Gebiete unter sich.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/delineateareas.py" />
            <source>Attributes: {named}</source>
            <translation>Merkmale: {named}</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/delineateareas.py" />
            <source>{code} {name}: {population} inhabitants in {count} units</source>
            <translation>{code} {name}: {population} Einwohner in {count} Einheiten</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/delineation/delineateareas.py" />
            <source>The units have a field “{field}”, but no commune field is chosen: areas may cross communes.</source>
            <translation>Die Einheiten haben ein Feld „{field}“, aber es ist kein Gemeindefeld gewählt: Gebiete können Gemeindegrenzen überschreiten.</translation>
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
            <location filename="../sozialraum_plugin/processing/layers.py" />
            <source>{parameter}: the layer or table cannot be read.</source>
            <translation>{parameter}: Der Layer oder die Tabelle lässt sich nicht lesen.</translation>
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
