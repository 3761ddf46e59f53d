<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>Sozialraum</name>
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
            <location filename="../sozialraum_plugin/processing/provider.py" />
            <source>Sozialraum: small-area social planning</source>
            <translation>Sozialraum: kleinräumige Sozialplanung</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/tables.py" />
            <source>{parameter}: the layer or table cannot be read.</source>
            <translation>{parameter}: Der Layer oder die Tabelle lässt sich nicht lesen.</translation>
        </message>
        <message>
            <location filename="../sozialraum_plugin/processing/tables.py" />
            <source>“{layer}” has no coordinate reference system. Set it in the layer properties.</source>
            <translation>„{layer}“ hat kein Koordinatenbezugssystem. Es wird in den Layereigenschaften gesetzt.</translation>
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
