"""Prints how long areaprofiles takes beside a plain QGIS atlas of the same maps alone, in the same run.

Use: python scripts/bench/profiles.py [areas [dpi [files [houses]]]], in the repository's root; `files` is each,
combined or both, `houses` their number in an area. The town is drawn at random, the same in each run: winding streets,
800 buildings an area, green, facilities, about 20 indicators over ten years and ages. The aim is at most 1.5 times the
atlas. Seconds are those of the processor: neither uses threads, and what else runs on the machine does not count.
BENCH_PROFILE=1 lists where the time goes, BENCH_SORT and BENCH_LINES say how.
"""

from __future__ import annotations

import cProfile
import os
import pstats
import resource
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from qgis.core import (
    QgsApplication,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QEvent

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from profile_data import COLUMNS, areas_frame, indicators_frame  # noqa: E402

from algorithms import memory_layer  # noqa: E402 - after the path is set
from sozialraum_plugin.core.fields import Kind  # noqa: E402
from sozialraum_plugin.layouts.export import pdf_settings  # noqa: E402
from sozialraum_plugin.processing.profiles._profile_output import ProfileOutput  # noqa: E402
from sozialraum_plugin.processing.profiles.areaprofiles import AreaProfiles  # noqa: E402

SIDE = 800.0  # metres of an area
COLUMNS_OF_AREAS = 11
HOUSES = 800  # of an area
STREETS = 8  # of an area in either direction
SHOWN = 25  # lines of the account of where the time went


def box(x: float, y: float, width: float, height: float) -> str:
    """Return a rectangle as WKT."""
    right, top = x + width, y + height
    return f"POLYGON(({x} {y},{right} {y},{right} {top},{x} {top},{x} {y}))"


def winding(random: np.random.Generator, x: float, y: float, right: int, up: int) -> str:
    """Return a street through an area as WKT, with a bend every 40 metres."""
    along, aside = np.arange(0, SIDE + 1, 40), random.uniform(0, SIDE) + random.normal(0, 4, int(SIDE / 40) + 1)
    xs, ys = x + along * right + aside * up, y + along * up + aside * right
    return "LINESTRING(" + ",".join(f"{one:.1f} {other:.1f}" for one, other in zip(xs, ys)) + ")"


def town(count: int, houses_of_area: int) -> dict[str, QgsVectorLayer]:
    """Return the layers of a town of so many areas."""
    random = np.random.default_rng(1)
    corners = [(SIDE * (n % COLUMNS_OF_AREAS), SIDE * (n // COLUMNS_OF_AREAS)) for n in range(count)]
    width, height = SIDE * COLUMNS_OF_AREAS, SIDE * (count // COLUMNS_OF_AREAS + 1)
    rows = [
        (f"05999001{n:03d}", f"Gebiet {n} am Hang", "sozialraum", "05999001", "05999001", 3000 + n)
        for n in range(1, count + 1)
    ]
    rows += [("05999001", "Musterstadt", "gemeinde", "05999", "05999001", 99999)]
    areas = areas_frame([*rows, ("05999", "Musterkreis", "kreis", None, None, 99999)])
    shapes = [box(x, y, SIDE, SIDE) for x, y in corners] + [box(0, 0, width, height)] * 2
    kinds = dict.fromkeys(areas.columns, Kind.TEXT) | {"einwohner": Kind.INTEGER}
    table = indicators_frame(areas)
    numbers = dict.fromkeys(("wert", "zaehler", "nenner"), Kind.REAL)
    streets = [winding(random, x, y, *way) for x, y in corners for way in ((1, 0), (0, 1)) for _ in range(STREETS)]
    places = random.uniform(0, 1, (count * houses_of_area, 2)) * (width, height)
    houses = [box(round(x, 1), round(y, 1), 12, 9) for x, y in places]
    points = random.uniform(0, 1, (count * 6, 2)) * (width, height)
    kitas = [
        {"art": kind, "name": f"Haus {n}"} for n, kind in enumerate(random.choice(["Kita", "Schule"], len(points)))
    ]
    green = [box(x + 300, y + 300, 150, 90) for x, y in corners]
    text = {"name": Kind.TEXT}
    return {
        "AREAS": memory_layer("MultiPolygon", areas.to_dict("records"), kinds, shapes, name="gebiete"),
        "INDICATORS": memory_layer(
            "NoGeometry", table.to_dict("records"),
            dict.fromkeys(COLUMNS, Kind.TEXT) | numbers | {"stichtag": Kind.DATE}, name="indikatoren",
        ),
        "STREETS": memory_layer("LineString", [{}] * len(streets), text, streets, name="strassen"),
        "BUILDINGS": memory_layer("Polygon", [{}] * len(houses), text, houses),
        "GREEN": memory_layer("Polygon", [{}] * len(green), text, green),
        "FACILITIES": memory_layer(
            "Point", kitas, dict.fromkeys(("art", "name"), Kind.TEXT), [f"POINT({x} {y})" for x, y in points]
        ),
    }  # fmt: skip


def plain_atlas(layout: QgsPrintLayout, path: Path, dpi: int) -> tuple[float, int]:
    """Take all but the maps from a layout, and all pages without one, print the atlas; return seconds and maps."""
    maps = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
    for frame in list(layout.multiFrames()):
        layout.removeMultiFrame(frame)
    pages = layout.pageCollection()
    kept = {item.page() for item in maps}
    sheets = {pages.page(number) for number in range(pages.pageCount())}
    for item in [item for item in layout.items() if hasattr(item, "id") and item not in maps and item not in sheets]:
        layout.removeLayoutItem(item)
    for number in reversed(range(pages.pageCount())):
        if number not in kept:
            pages.deletePage(number)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # else what is gone still follows the atlas
    layout.atlas().setFilterFeatures(False)
    start = time.process_time()
    result, error = QgsLayoutExporter.exportToPdf(layout.atlas(), str(path), pdf_settings(dpi), QgsProcessingFeedback())
    assert result == QgsLayoutExporter.ExportResult.Success, error
    return time.process_time() - start, len(maps)


def main(count: int = 77, dpi: int = 150, files: str = "both", houses: int = HOUSES) -> None:
    """Run both and print seconds, ratio, pages and megabytes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QgsApplication([], False)
    application.initQgis()
    layers = town(count, houses)
    seen: dict[str, float] = {}
    inner = ProfileOutput._print_files

    with tempfile.TemporaryDirectory() as folder:

        def with_atlas(self, parameters, context, feedback, printed, profiles):  # noqa: ANN001, ANN202
            seen["reached"] = time.process_time()
            alone = printed.layout.clone()  # ours uses the layout up
            alone.atlas().setCoverageLayer(printed.coverage)
            alone.atlas().setEnabled(True)
            seen["before"] = seen["reached"] - seen["start"]
            start = time.process_time()
            combined = inner(self, parameters, context, feedback, printed, profiles)
            seen["printing"] = time.process_time() - start
            profile.disable()
            seen["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            seen["atlas"], seen["maps"] = plain_atlas(alone, Path(folder) / "karten.pdf", dpi)
            return combined

        ProfileOutput._print_files = with_atlas
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        feedback = QgsProcessingFeedback(False)
        given = {**layers, "OUTPUT_FOLDER": folder + "/pdf", "DPI": dpi, "FILES": files}
        profile = cProfile.Profile()
        algorithm = AreaProfiles()
        algorithm.initAlgorithm({})
        seen["start"] = time.process_time()
        if os.environ.get("BENCH_PROFILE"):
            profile.enable()
        _, good = algorithm.run(given, context, feedback)
        assert good, feedback.textLog()
        written = list(Path(folder, "pdf").glob("*.pdf"))
        size = sum(path.stat().st_size for path in written) / 1e6
        ours = seen["before"] + seen["printing"]
        print(f"{count} areas at {dpi} dpi, {len(written)} files ({files}), {size:.1f} MB")
        print(
            f"areaprofiles {ours:.1f} s: texts, charts and layout {seen['before']:.1f}, printing {seen['printing']:.1f}"
        )
        print(f"plain atlas of the {seen['maps']} maps alone {seen['atlas']:.1f} s; ratio {ours / seen['atlas']:.2f}")
        print(f"memory {seen['memory']:.0f} MB at most")
        if os.environ.get("BENCH_PROFILE"):
            order, lines = os.environ.get("BENCH_SORT", "tottime"), int(os.environ.get("BENCH_LINES", SHOWN))
            pstats.Stats(profile).sort_stats(order).print_stats(lines)


if __name__ == "__main__":
    main(*(kind(text) for kind, text in zip((int, int, str, int), sys.argv[1:])))
