"""Values from 1 km cells to other areas: ours beside tobler, against the real 100 m grid of a town, in one run.

The 100 m values are hidden: each method gets only their sums per square kilometre and estimates cells, hexagons,
quarters between main streets and squares of 500 m, whose true values are sums of 100 m cells. A census cell without a
value holds 0 to 2; it counts as 0. Only square kilometres that the town's buildings cover wholly are judged.

Needs a virtual environment of its own, and a Python with QGIS for our side:
    python3 -m venv /tmp/venv-transfer
    /tmp/venv-transfer/bin/pip install -r scripts/bench/requirements-transfer.txt
    /tmp/venv-transfer/bin/python scripts/bench/transfer.py [--qgis-python /usr/bin/python3] [--variables 6]
Data: SOZIALRAUM_DATA (default ../shared/data), folder kaiserslautern.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("SOZIALRAUM_DATA", ROOT.parent / "shared" / "data")) / "kaiserslautern"
DWELLINGS = ["whg_efh_dhh", "whg_efh_rh", "whg_zfh_frei", "whg_mfh_3_6", "whg_mfh_7_12", "whg_mfh_13plus"]
KM, CELL = 1000, 100
FEWEST = 500  # of a variable in the judged part, else it says little
METHODS = ("ours", "ours, not calibrated", "tobler area_interpolate", "tobler masked (buildings)")


def ours(folder: Path) -> None:
    """Run `transfer` in QGIS on what the peers' process wrote into `folder`."""
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.insert(0, str(ROOT))
    from sozialraum_plugin.processing.indicators.transfer import Transfer

    plan = json.loads((folder / "plan.json").read_text())
    for target in plan["targets"]:
        for calibrate in (True, False):
            output = folder / f"{target}_{int(calibrate)}.csv"
            started = time.process_time()
            context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
            _, good = Transfer().create().run(
                {
                    "SOURCE": f"{folder / 'bench.gpkg'}|layername=source",
                    "TARGET": f"{folder / 'bench.gpkg'}|layername={target}",
                    "COUNT_FIELDS": ",".join(plan["variables"]), "CALIBRATE": calibrate, "FORMAT": "wide",
                    "WEIGHTS": f"{folder / 'osm.gpkg'}|layername=adressen",
                    "BUILDINGS": f"{folder / 'osm.gpkg'}|layername=gebaeude", "BUILDING_TYPE_FIELD": "art",
                    "DETAILS": str(folder / f"{target}_{int(calibrate)}_details.csv"), "OUTPUT": str(output),
                },
                context,
                feedback,
            )  # fmt: skip
            if not good:
                raise SystemExit(feedback.textLog())
            (folder / f"{target}_{int(calibrate)}.time").write_text(str(time.process_time() - started))
    sys.stdout.flush()
    os._exit(0)  # QGIS may crash on its way out


def main() -> None:
    """Prepare, let all methods estimate, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ours", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--qgis-python", default="/usr/bin/python3", help="a Python that can import qgis")
    parser.add_argument("--variables", type=int, default=0, help="how many variables (default: all with enough people)")
    parser.add_argument("--keep", type=Path, help="folder to keep the files in")
    options = parser.parse_args()
    if options.ours:
        ours(options.ours)
        return
    warnings.filterwarnings("ignore")
    folder = options.keep or Path(tempfile.mkdtemp(prefix="bench_transfer_"))
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(DATA / "osm.gpkg", folder / "osm.gpkg")
    bench = Bench(folder, options.variables)
    bench.run(options.qgis_python)
    bench.report()


class Bench:
    """The town, its sources and targets, and what each method made of them."""

    def __init__(self, folder: Path, most: int) -> None:
        import geopandas
        import pandas

        self.folder = folder
        self.buildings = geopandas.read_file(folder / "osm.gpkg", layer="gebaeude").to_crs(3035)
        table = pandas.read_csv(DATA / "zensus2011_100m.csv", sep=";")
        table["wohnungen"] = table[DWELLINGS].fillna(0).sum(axis=1)
        self.cells = self._cells(table)
        judged = self.cells[self.cells["judged"]]
        names = [name for name in table.columns[3:] if judged[name].sum() >= FEWEST]
        names.sort(key=lambda name: name != "wohnungen")
        self.variables = names[:most] if most else names
        self.source = self.cells.dissolve("gebiet", aggfunc={name: "sum" for name in self.variables}).reset_index()
        self.targets = self._targets()
        self.results: dict[tuple[str, str], object] = {}
        self.seconds: dict[tuple[str, str], float] = {}

    def _cells(self, table: object) -> object:
        """Return all 100 m cells of the square kilometres that have a census cell, with 0 where the grid has none."""
        import geopandas
        import numpy
        from shapely import box

        east, north = (table[name] - CELL // 2 for name in ("x_mp_100m", "y_mp_100m"))
        blocks = sorted(set(zip(east // KM * KM, north // KM * KM)))
        corners = [(x + dx, y + dy) for x, y in blocks for dx in range(0, KM, CELL) for dy in range(0, KM, CELL)]
        x, y = numpy.array(corners).T
        cells = geopandas.GeoDataFrame({"east": x, "north": y}, geometry=box(x, y, x + CELL, y + CELL), crs=3035)
        values = table.drop(columns=["gitter_id_100m", "x_mp_100m", "y_mp_100m"]).assign(east=east, north=north)
        cells = cells.merge(values, on=["east", "north"], how="left").fillna(0)
        cells["gebiet"] = (x // KM).astype(str) + "_" + (y // KM).astype(str)
        west, south, right, top = self.buildings.total_bounds
        low, left = cells["north"] // KM * KM, cells["east"] // KM * KM
        cells["judged"] = (left >= west) & (left + KM <= right) & (low >= south) & (low + KM <= top)
        return cells

    def _targets(self) -> dict[str, object]:
        """Return the target layers: polygons with `gebiet` made of 100 m cells, so that their truth is known."""
        import numpy

        middle = self.cells.geometry.centroid
        x, y = middle.x.to_numpy(), middle.y.to_numpy()
        labels = {
            "100 m cells": self.cells["east"].astype(str) + "_" + self.cells["north"].astype(str),
            "500 m squares": numpy.char.add(
                numpy.char.add((x // 500).astype(int).astype(str), "_"), (y // 500).astype(int).astype(str)
            ),
            "hexagons 300 m": _hexagons(x, y, 300.0),
            "quarters": self._quarters(middle),
        }
        layers = {}
        for name, label in labels.items():
            frame = self.cells.assign(gebiet=numpy.asarray(label, dtype=object))
            sums = {**{variable: "sum" for variable in self.variables}, "judged": "all"}
            layers[name] = frame.dissolve("gebiet", aggfunc=sums).reset_index()
        return layers

    def _quarters(self, middle: object) -> object:
        """Return the face between main streets and railway that each cell's middle lies in."""
        import geopandas
        import pandas
        from shapely import polygonize, union_all

        streets = geopandas.read_file(self.folder / "osm.gpkg", layer="strassen").to_crs(3035)
        main_streets = streets[streets["art"].isin(["motorway", "trunk", "primary", "secondary", "tertiary"])]
        railway = geopandas.read_file(self.folder / "osm.gpkg", layer="bahn").to_crs(3035)
        lines = union_all([*main_streets.geometry, *railway.geometry])
        faces = geopandas.GeoDataFrame(geometry=list(polygonize(list(lines.geoms)).geoms), crs=3035)
        faces["face"] = range(len(faces))
        points = geopandas.GeoDataFrame(geometry=middle, crs=3035)
        found = geopandas.sjoin(points, faces, how="left")
        found = found[~found.index.duplicated()]
        return pandas.Series(found["face"].fillna(-1).astype(int).astype(str).to_numpy() + "_q")

    def run(self, qgis_python: str) -> None:
        """Let every method estimate every target."""
        package = self.folder / "bench.gpkg"
        package.unlink(missing_ok=True)
        self.source[["gebiet", "geometry", *self.variables]].to_file(package, layer="source")
        plan = {"variables": self.variables, "targets": {}}
        for number, (name, layer) in enumerate(self.targets.items()):
            key = f"target{number}"
            layer[["gebiet", "geometry"]].to_file(package, layer=key)
            plan["targets"][key] = name
        (self.folder / "plan.json").write_text(json.dumps(plan))
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": ""}
        command = [qgis_python, __file__, "--ours", str(self.folder)]
        done = subprocess.run(command, env=environment, stderr=subprocess.PIPE, text=True, check=False)
        if done.returncode:
            raise SystemExit(done.stderr)
        self._read_ours(plan)
        self._peers()

    def _read_ours(self, plan: dict) -> None:
        import pandas

        for key, name in plan["targets"].items():
            for method, flag in (("ours", 1), ("ours, not calibrated", 0)):
                table = pandas.read_csv(self.folder / f"{key}_{flag}.csv", dtype={"gebiet": str}).set_index("gebiet")
                order = self.targets[name]["gebiet"]
                self.results[method, name] = table.loc[order, self.variables].fillna(0).to_numpy()
                self.errors = getattr(self, "errors", {})
                errors = [f"{variable}_fehler" for variable in self.variables]
                self.errors[method, name] = table.loc[order, errors].fillna(0).to_numpy()
                self.seconds[method, name] = float((self.folder / f"{key}_{flag}.time").read_text())

    def _peers(self) -> None:
        from tobler.area_weighted import area_interpolate
        from tobler.dasymetric import masked_area_interpolate

        raster = self._raster()
        for name, layer in self.targets.items():
            for method, work in (
                (METHODS[2], lambda layer=layer: area_interpolate(
                    self.source, layer[["geometry"]], extensive_variables=self.variables, allocate_total=True)),
                (METHODS[3], lambda layer=layer: masked_area_interpolate(
                    self.source, layer[["geometry"]], raster=str(raster), codes=[1], pixel_values=[1],
                    extensive_variables=self.variables, allocate_total=True)),
            ):  # fmt: skip
                started = time.process_time()
                try:
                    self.results[method, name] = work()[self.variables].fillna(0).to_numpy()
                except Exception as error:  # noqa: BLE001 - a peer that fails is said so
                    print(f"{method} failed on {name}: {type(error).__name__} {error}")
                self.seconds[method, name] = time.process_time() - started

    def _raster(self) -> Path:
        """Write where buildings stand, as a raster of 10 m; where a square kilometre has none, all of it counts."""
        import numpy
        import rasterio
        from rasterio.features import rasterize

        west, south, east, north = self.source.total_bounds
        size = 10
        shape = (int((north - south) / size), int((east - west) / size))
        transform = rasterio.transform.from_origin(west, north, size, size)
        built = rasterize(self.buildings.geometry, shape, transform=transform, all_touched=True, dtype="uint8")
        per_block = KM // size
        for row in range(0, shape[0], per_block):
            for column in range(0, shape[1], per_block):
                block = built[row : row + per_block, column : column + per_block]
                block[:] = numpy.where(block.any(), block, 1)
        path = self.folder / "buildings.tif"
        with rasterio.open(
            path, "w", driver="GTiff", height=shape[0], width=shape[1], count=1, dtype="uint8", crs="EPSG:3035",
            transform=transform,
        ) as target:  # fmt: skip
            target.write(built, 1)
        return path

    def report(self) -> None:
        """Print RMSE and MAE relative to the mean, and the share of misplaced people; means over variables."""
        import numpy

        print(f"{len(self.source)} square kilometres, {len(self.variables)} variables: {', '.join(self.variables)}")
        for name, layer in self.targets.items():
            judged = layer["judged"].to_numpy(dtype=bool)
            truth = layer.loc[judged, self.variables].to_numpy(dtype=float)
            print(f"\n{name}: {judged.sum()} judged of {len(layer)}; RMSE and MAE in people, mean over variables")
            print(f"  {'':28}{'RMSE':>8}{'MAE':>8}{'misplaced':>11}{'dwellings':>11}{'best in':>9}{'seconds':>9}")
            scores = {}
            for method in METHODS:
                if (method, name) in self.results:
                    off = self.results[method, name][judged] - truth
                    scores[method] = (
                        numpy.sqrt((off**2).mean(axis=0)),
                        numpy.abs(off).mean(axis=0),
                        numpy.abs(off).sum(axis=0) / 2 / truth.sum(axis=0),
                    )
            best = numpy.argmin([score[2] for score in scores.values()], axis=0)
            for number, (method, (rmse, mae, lost)) in enumerate(scores.items()):
                print(
                    f"  {method:28}{rmse.mean():8.2f}{mae.mean():8.2f}{100 * lost.mean():10.1f}%"
                    f"{100 * lost[0]:10.1f}%{(best == number).sum():9d}{self.seconds[method, name]:9.1f}"
                )
            error = self.errors["ours", name][judged]
            with numpy.errstate(divide="ignore", invalid="ignore"):
                off = (self.results["ours", name][judged] - truth) / error
            used = error > 0
            inside = (numpy.abs(off[used]) <= 1.96).mean()
            print(f"  95 % intervals of our errors hold {100 * inside:.0f} % of the true values; "
                  f"spread of misses {numpy.sqrt((off[used] ** 2).mean()):.2f} (1 is right)")  # fmt: skip


def _hexagons(x: object, y: object, side: float) -> object:
    """Return the hexagon (axial coordinates as text) that each point lies in, for hexagons of `side` metres."""
    import numpy

    q, r = (numpy.sqrt(3) / 3 * x - y / 3) / side, (2 / 3 * y) / side
    s = -q - r
    rounded = [numpy.round(part) for part in (q, r, s)]
    off = [numpy.abs(near - part) for near, part in zip(rounded, (q, r, s))]
    first = (off[0] > off[1]) & (off[0] > off[2])
    second = ~first & (off[1] > off[2])
    column = numpy.where(first, -rounded[1] - rounded[2], rounded[0]).astype(int)
    row = numpy.where(second, -rounded[0] - rounded[2], rounded[1]).astype(int)
    return [f"{c}_{w}" for c, w in zip(column, row)]


if __name__ == "__main__":
    main()
