"""`core` is the trade without QGIS."""

import subprocess
import sys
from pathlib import Path

import sozialraum_plugin.core

BLOCKED = """
import sys, importlib, pkgutil
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("qgis", "osgeo", "PyQt5", "PyQt6", "processing", "scipy"):
            raise ImportError(name)
sys.meta_path.insert(0, Blocked())
sys.path.insert(0, sys.argv[1])
import sozialraum_plugin.core as core
names = [m.name for m in pkgutil.walk_packages(core.__path__, "sozialraum_plugin.core.")]
for name in names:
    importlib.import_module(name)
print(len(names))
"""


def test_every_core_module_imports_without_qgis_and_scipy():
    folder = Path(sozialraum_plugin.core.__file__).parents[2]
    result = subprocess.run([sys.executable, "-c", BLOCKED, str(folder)], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert int(result.stdout) > 5
