#!/usr/bin/python3
"""Write resources/indices/styles/*.qml, the styles of the index outputs in German and English, from the one palette.

    QT_QPA_PLATFORM=offscreen /usr/bin/python3 scripts/make_styles.py [--texts new_texts.json ...]

German labels come from i18n/sozialraum_de.ts; `--texts` names further files {"English": "German"}.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import QgsApplication, QgsMapLayer, QgsVectorLayer  # noqa: E402

from sozialraum_plugin.core.messages import use_translation  # noqa: E402
from sozialraum_plugin.layouts.index_styles import (  # noqa: E402
    CLASSES,
    CLUSTERING,
    FEWEST,
    GROUPS,
    HOT_SPOTS,
    LEFT_OUT,
    MOST,
    SIGNIFICANCE,
    STATUS_ALONE,
    index_renderer,
)

FOLDER = ROOT / "resources" / "indices" / "styles"
NAMES = {
    GROUPS: "status_dynamik",
    STATUS_ALONE: "status",
    CLUSTERING: "cluster",
    HOT_SPOTS: "hot_spot",
    SIGNIFICANCE: "signifikant",
    LEFT_OUT: "ausgeschlossen",
}


def style_names() -> dict[str, tuple[str, int]]:
    """Return kind and number of classes of every style file, by its name without language."""
    names = {f"klasse_{classes}": (CLASSES, classes) for classes in range(FEWEST, MOST + 1)}
    return {**names, **{name: (kind, 0) for kind, name in NAMES.items()}}


def main() -> int:
    """Write all styles; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="JSON files {English: German}")
    options = parser.parse_args()
    german = german_texts(options.texts)
    application = QgsApplication([], False)
    application.initQgis()
    try:
        FOLDER.mkdir(exist_ok=True)
        write_styles("en", {})
        write_styles("de", german)
    finally:
        application.exitQgis()
    return 0


def german_texts(files: list[Path]) -> dict[str, str]:
    """Return the German of each English text."""
    tree = ElementTree.parse(ROOT / "i18n" / "sozialraum_de.ts")
    texts = {message.findtext("source", ""): message.findtext("translation", "") for message in tree.iter("message")}
    for file in files:
        texts.update(json.loads(file.read_text(encoding="utf-8")))
    return texts


def write_styles(language: str, texts: dict[str, str]) -> None:
    """Write the styles of one language; without texts, the English ones."""
    use_translation(lambda text: texts.get(text) or text)
    for name, (kind, classes) in style_names().items():
        path = FOLDER / f"{name}_{language}.qml"
        layer = QgsVectorLayer("Polygon?crs=EPSG:25832", name, "memory")
        layer.setRenderer(index_renderer(kind, classes))
        message, good = layer.saveNamedStyle(str(path), QgsMapLayer.StyleCategory.Symbology)
        if not good:
            raise SystemExit(message)
        path.write_text(plain(path.read_text(encoding="utf-8")), encoding="utf-8")
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    use_translation(None)


def plain(text: str) -> str:
    """Return a style without ids that QGIS draws anew each time and without the copy for QGIS before 3.18."""
    text = re.sub(r' id="\{[0-9a-f-]+\}"', "", text)
    return re.sub(r"\n *<prop k=[^\n]*/>", "", text)


if __name__ == "__main__":
    sys.exit(main())
