#!/usr/bin/python3
"""Install the built plugin into a QGIS profile and switch it on."""

from __future__ import annotations

import argparse
import configparser
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLUGIN = "sozialraum_plugin"


def main() -> int:
    """Install as the command line says; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", default="default", help="name of the QGIS profile (default: default)")
    parser.add_argument(
        "--profiles-path",
        type=Path,
        default=Path.home() / ".local/share/QGIS/QGIS3",
        help="folder that holds profiles/ (default: %(default)s)",
    )
    options = parser.parse_args()
    subprocess.run([sys.executable, str(ROOT / "scripts" / "build.py"), "--no-zip"], check=True, stdout=sys.stderr)
    profile = options.profiles_path / "profiles" / options.profile
    target = profile / "python" / "plugins" / PLUGIN
    if target.exists():
        shutil.rmtree(target)
    shutil.copytree(ROOT / "build" / PLUGIN, target)
    switch_on(profile / "QGIS" / "QGIS3.ini")
    sys.stdout.write(f"Installed into {target}\n")
    return 0


def switch_on(ini: Path) -> None:
    """Enable the plugin in the profile's settings and leave all else as it is."""
    settings = configparser.RawConfigParser(strict=False, delimiters=("=",), interpolation=None)
    settings.optionxform = str
    settings.read(ini, encoding="utf-8")
    if not settings.has_section("PythonPlugins"):
        settings.add_section("PythonPlugins")
    settings.set("PythonPlugins", PLUGIN, "true")
    ini.parent.mkdir(parents=True, exist_ok=True)
    with ini.open("w", encoding="utf-8") as file:
        settings.write(file, space_around_delimiters=False)


if __name__ == "__main__":
    raise SystemExit(main())
