#!/usr/bin/python3
"""Assemble the plugin in build/sozialraum_plugin/ and the installable zip beside it, reproducible byte for byte."""

from __future__ import annotations

import argparse
import configparser
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLUGIN = "sozialraum_plugin"
FONT_FOLDER = Path("/usr/share/fonts/truetype/open-sans")
FONTS = ("OpenSans-Regular.ttf", "OpenSans-Bold.ttf")
FONT_LICENCE = Path("/usr/share/doc/fonts-open-sans/copyright")
LRELEASE = (
    "lrelease",
    "/usr/lib/qt5/bin/lrelease",
    "/usr/lib/qt6/bin/lrelease",
    "lrelease-qt5",
    "lrelease6",
)
UNWANTED = shutil.ignore_patterns("__pycache__", ".*", "*.pyc")
EARLIEST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def main() -> int:
    """Build as the command line says; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=Path(os.environ.get("SOZIALRAUM_BUILD", ROOT / "build")))
    parser.add_argument("--no-zip", action="store_true", help="only the folder")
    options = parser.parse_args()
    folder = assemble(options.output)
    sys.stdout.write(f"{folder}\n")
    if not options.no_zip:
        sys.stdout.write(f"{make_zip(folder)}\n")
    return 0


def assemble(output: Path) -> Path:
    """Copy source, resources, licence and fonts, and compile the translations; return the plugin folder."""
    folder = output / PLUGIN
    if folder.exists():
        shutil.rmtree(folder)
    shutil.copytree(ROOT / PLUGIN, folder, ignore=UNWANTED)
    shutil.copytree(ROOT / "resources", folder / "resources", ignore=UNWANTED)
    shutil.rmtree(folder / "resources" / "readme", ignore_errors=True)  # the pictures of the README
    for name in ("metadata.txt", "LICENSE", "CHANGELOG.md"):
        shutil.copy(ROOT / name, folder / name)
    copy_fonts(folder / "resources" / "fonts")
    compile_translations(folder / "i18n")
    return folder


def copy_fonts(target: Path) -> None:
    """Bundle Open Sans with its licence where Debian's package is installed; else profiles use the system's sans."""
    if not all((FONT_FOLDER / font).exists() for font in FONTS):
        sys.stderr.write("fonts-open-sans is not installed: the build will use the system's sans serif font\n")
        return
    target.mkdir(parents=True)
    for font in FONTS:
        shutil.copy(FONT_FOLDER / font, target / font)
    shutil.copy(FONT_LICENCE, target / "LICENCE-OpenSans.txt")


def compile_translations(target: Path) -> None:
    """Compile every .ts of i18n/ to .qm and copy both."""
    tool = next((path for path in map(shutil.which, LRELEASE) if path), None)
    if tool is None:
        raise SystemExit("lrelease is missing: apt-get install qttools5-dev-tools")
    target.mkdir()
    for source in sorted((ROOT / "i18n").glob("*.ts")):
        shutil.copy(source, target / source.name)
        compiled = target / f"{source.stem}.qm"
        subprocess.run([tool, "-silent", str(source), "-qm", str(compiled)], check=True)


def make_zip(folder: Path) -> Path:
    """Zip the plugin folder: sorted names, fixed dates and rights, so that equal sources give equal bytes."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(folder / "metadata.txt", encoding="utf-8")
    path = folder.parent / f"{PLUGIN}-{metadata['general']['version']}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(entry for entry in folder.rglob("*") if entry.is_file()):
            if "__pycache__" in file.parts:
                continue
            entry = zipfile.ZipInfo(str(file.relative_to(folder.parent)), EARLIEST_ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, file.read_bytes())
    return path


if __name__ == "__main__":
    raise SystemExit(main())
