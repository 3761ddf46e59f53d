"""Golden images: charts and pages as pictures, compared with stored ones that a person has looked at.

Both are drawn larger than they are stored and averaged down, so that hinting and antialiasing of another Qt, poppler or
freetype hardly show. Compared are the means of 4 x 4 pixels, of which each may lie a pixel aside; thin lines on plain
ground, too pale for that, are looked for along rows and columns. ``SOZIALRAUM_GOLDEN=write`` stores the pictures
instead of comparing them.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from qgis.PyQt.QtCore import QByteArray
from qgis.PyQt.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QImage, QPainter, QRawFont
from qgis.PyQt.QtSvg import QSvgRenderer

from sozialraum_plugin.core.paths import resource
from sozialraum_plugin.layouts.typography import FAMILY, profile_family

FOLDER = Path(__file__).resolve().parent / "golden"
FONT_FOLDER = Path("/usr/share/fonts/truetype/open-sans")
# SHA-256 of the files with which the golden images are drawn (fonts-open-sans of Debian 11 to 13), and of the newer
# design of Debian sid, which runs as wide but has slightly other letters
FONTS = {
    "OpenSans-Regular.ttf": "e64e508b2aa2880f907e470c4550980ec4c0694d103a43f36150ac3f93189bee",
    "OpenSans-Bold.ttf": "5894a3649b213cf5b2d673b6e7a871815fd1d120fa68a463592f27db14eae323",
}
NEWER_FONTS = {
    "OpenSans-Regular.ttf": "65f8778f1e90c07a36bcd6b7d8f220a00c48628f212fa01c8dd560f289bdcba8",
    "OpenSans-Bold.ttf": "445f0b9f8a9b18bdc0443478e07c0f501caa599ba605360f884c9efde995c338",
}
PAGE_DPI = 60
FINER = 4  # times as fine as stored is drawn
BLOCK = 4  # pixels
MOST, MOST_NEWER_FONTS = 10.0, 18.0  # of 255: what a block's colour may differ
SHIFT, LOOSE_SHIFT = 1, 7  # pixels
LINE = 48  # pixels along which a thin line is looked for
LEAST_LINE = 6.0  # of 255: the least strength of a line that counts, as the sum of three rows
UNEVEN = 4.0  # of 255: standard deviation of a row that is more than the plain ground of a line


class Fault(NamedTuple):
    """A place in pixels of the golden image where the other differs, by how much of 255, and in what way."""

    x: int
    y: int
    amount: float
    kind: str


class Box(NamedTuple):
    """A part of a picture in pixels."""

    left: int
    top: int
    right: int
    bottom: int


def writing() -> bool:
    """Tell whether the golden images are to be written anew."""
    return os.environ.get("SOZIALRAUM_GOLDEN") == "write"


def pin_fonts() -> None:
    """Let Qt draw with the Open Sans of the golden images.

    Raises AssertionError if the files are missing or others, or if Qt takes another family or file.
    """
    found = font_marks()
    assert found in (FONTS, NEWER_FONTS), f"Golden images are drawn with other files of {FAMILY} than these: {found}"
    check_family(profile_family(), QFontInfo(QFont(FAMILY)).family())
    for name, bold in zip(FONTS, (False, True)):
        font = QFont(FAMILY)
        font.setPixelSize(1000)
        font.setBold(bold)
        shown = QFontMetricsF(font).horizontalAdvance("Sozialraum")
        raw = QRawFont(str(_font_file(name)), 1000)
        wanted = sum(point.x() for point in raw.advancesForGlyphIndexes(raw.glyphIndexesForString("Sozialraum")))
        assert abs(shown - wanted) < 0.02 * wanted, f"Qt draws {FAMILY} with another file than {_font_file(name)}"


def font_marks() -> dict[str, str]:
    """Return the SHA-256 of the font files.

    Raises AssertionError if one is missing.
    """
    files = {name: _font_file(name) for name in FONTS}
    missing = [name for name, path in files.items() if path is None]
    assert not missing, f"Golden images need {', '.join(missing)}: apt-get install fonts-open-sans"
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}


def check_family(used: str, resolved: str) -> None:
    """Raise AssertionError if the profiles use, or Qt resolves, another family than Open Sans."""
    words = f"Golden images need {FAMILY}, but the profiles use “{used}” and Qt takes “{resolved}”"
    assert used == FAMILY and resolved.startswith(FAMILY), f"{words}: apt-get install fonts-open-sans"


def _font_file(name: str) -> Path | None:
    """Return a font file as the build bundles it, or where the build takes it from."""
    try:
        return resource("fonts", name)
    except FileNotFoundError:
        return FONT_FOLDER / name if (FONT_FOLDER / name).exists() else None


def chart_image(svg: str, width: int, finer: int = FINER) -> np.ndarray:
    """Return an SVG on white, `width` pixels wide, as height x width x RGB from 0 to 255."""
    renderer = QSvgRenderer(QByteArray(svg.encode("utf-8")))
    assert renderer.isValid()
    size = renderer.viewBoxF().size()
    height = round(width * size.height() / size.width())
    image = QImage(width * finer, height * finer, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    return reduced(pixels(image), finer)


def page_images(pdf: Path) -> list[np.ndarray]:
    """Return the pages of a PDF, 60 pixels an inch, each as height x width x RGB from 0 to 255."""
    return _pages(pdf)


def page_image(pdf: Path, number: int) -> np.ndarray:
    """Return one page of a PDF, counted from 1."""
    (page,) = _pages(pdf, "-f", str(number), "-l", str(number))
    return page


def _pages(pdf: Path, *which: str) -> list[np.ndarray]:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "p"
        subprocess.run(["pdftoppm", "-r", str(PAGE_DPI * FINER), *which, str(pdf), str(target)], check=True)
        return [reduced(pixels(QImage(str(path))), FINER) for path in sorted(Path(folder).iterdir())]


def pixels(image: QImage) -> np.ndarray:
    """Return a picture as height x width x RGB from 0 to 255."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    lines = np.frombuffer(bits, np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return lines[:, : image.width(), 2::-1].astype(np.float32)


def reduced(fine: np.ndarray, times: int) -> np.ndarray:
    """Return a picture whose pixels are the means of `times` x `times`; what is left at the edges is cut."""
    height, width = fine.shape[0] // times, fine.shape[1] // times
    cut = fine[: height * times, : width * times]
    return cut.reshape(height, times, width, times, 3).mean(axis=(1, 3))


def write_image(image: np.ndarray, path: Path) -> None:
    """Write a picture as PNG, packed as small as it goes."""
    height, width = image.shape[:2]
    rows = np.ascontiguousarray(np.clip(np.rint(image), 0, 255).astype(np.uint8))
    made = QImage(rows.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
    path.parent.mkdir(parents=True, exist_ok=True)
    assert made.save(str(path), "PNG", 0), f"{path} cannot be written"


def check(name: str, image: np.ndarray, loose: Box | None = None) -> None:
    """Compare a picture with the golden one of this name, or store it as such.

    Raises AssertionError that says where they differ, and where the pictures lie.
    """
    path = FOLDER / f"{name}.png"
    if writing():
        write_image(image, path)
        return
    assert path.exists(), f"There is no {path}; SOZIALRAUM_GOLDEN=write makes it. Look at it before it is kept."
    before = pixels(QImage(str(path)))
    found = faults(before, image, loose, MOST if font_marks() == FONTS else MOST_NEWER_FONTS)
    if found:
        raise AssertionError(_report(name, before, image, found))


def faults(golden: np.ndarray, actual: np.ndarray, loose: Box | None = None, most: float = MOST) -> list[Fault]:
    """Return where two pictures differ by more than antialiasing; the greatest difference first.

    In the `loose` box everything may lie some pixels aside: versions of QGIS place the names on a map differently.
    """
    if golden.shape != actual.shape:
        return [Fault(0, 0, 255.0, f"size {actual.shape[1]} x {actual.shape[0]}")]
    found = []
    if loose is not None:
        part = slice(loose.top, loose.bottom), slice(loose.left, loose.right)
        found = [
            fault._replace(x=fault.x + loose.left, y=fault.y + loose.top)
            for fault in _block_faults(golden[part], actual[part], LOOSE_SHIFT, most)
        ]
        golden, actual = golden.copy(), actual.copy()
        golden[part] = actual[part] = 255
    found += [*_block_faults(golden, actual, SHIFT, most), *_line_faults(golden, actual)]
    return sorted(found, key=lambda fault: -fault.amount)


def _block_faults(golden: np.ndarray, actual: np.ndarray, shift: int, most: float) -> Iterator[Fault]:
    """Yield blocks that the other picture does not have, up to `shift` pixels aside."""
    difference = np.maximum(_block_differences(golden, actual, shift), _block_differences(actual, golden, shift))
    for row, column in np.argwhere(difference > most):
        yield Fault(int(column) * BLOCK, int(row) * BLOCK, float(difference[row, column]), "block")


def _block_differences(one: np.ndarray, other: np.ndarray, shift: int) -> np.ndarray:
    """Return by block how unlike it the other picture is at the likest place."""
    blocks = reduced(one, BLOCK)
    rows, columns = (BLOCK * count for count in blocks.shape[:2])
    padded = np.pad(other, ((shift, shift), (shift, shift), (0, 0)), mode="edge").astype(np.float64)
    sums = np.pad(padded, ((1, 0), (1, 0), (0, 0))).cumsum(axis=0).cumsum(axis=1)
    least = np.full(blocks.shape[:2], np.inf)
    for down, aside in np.ndindex(2 * shift + 1, 2 * shift + 1):
        corners = sums[down : down + rows + 1 : BLOCK, aside : aside + columns + 1 : BLOCK]
        means = (corners[1:, 1:] - corners[:-1, 1:] - corners[1:, :-1] + corners[:-1, :-1]) / BLOCK**2
        least = np.minimum(least, np.abs(means - blocks).max(axis=2))
    return least


def _line_faults(golden: np.ndarray, actual: np.ndarray) -> Iterator[Fault]:
    """Yield runs along which one picture has a line that the other lacks: too pale for a block, but long."""
    for across in (True, False):
        turned = (0, 1, 2) if across else (1, 0, 2)
        (before, lines), (after, new_lines) = (_lines(each.transpose(turned)) for each in (golden, actual))
        missing = np.maximum(_missing_lines(lines, after), _missing_lines(new_lines, before))
        for row, run in np.argwhere(missing > 0):
            x, y = (run * LINE, row) if across else (row, run * LINE)
            yield Fault(int(x), int(y), float(missing[row, run]), "row" if across else "column")


def _lines(picture: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return by row and run how much three rows are darker than those around; then that, 0 where these are uneven."""
    runs = picture.shape[1] // LINE
    parts = picture[:, : runs * LINE].reshape(picture.shape[0], runs, LINE * 3)
    means, spread = (np.pad(each, ((3, 3), (0, 0)), mode="edge") for each in (parts.mean(axis=2), parts.std(axis=2)))
    strengths = 1.5 * (means[1:-5] + means[5:-1]) - means[2:-4] - means[3:-3] - means[4:-2]
    around = np.maximum.reduce([spread[:-6], spread[1:-5], spread[5:-1], spread[6:]])
    return strengths, np.where(around < UNEVEN, strengths, 0)


def _missing_lines(lines: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the strength of lines that have less than half of it in the other picture; 0 elsewhere."""
    padded = np.pad(other, ((1, 1), (0, 0)), mode="edge")
    best = np.maximum.reduce([padded[:-2], padded[1:-1], padded[2:]])
    return np.where((lines > LEAST_LINE) & (best < lines / 2), lines, 0)


def _report(name: str, golden: np.ndarray, actual: np.ndarray, found: list[Fault]) -> str:
    folder = Path(os.environ.get("SOZIALRAUM_GOLDEN_OUTPUT", Path(tempfile.gettempdir()) / "sozialraum-golden"))
    write_image(actual, folder / f"{name}.actual.png")
    if golden.shape == actual.shape:
        write_image(255 - np.clip(3 * np.abs(golden - actual), 0, 255), folder / f"{name}.difference.png")
    worst = "; ".join(f"{fault.kind} at x {fault.x}, y {fault.y} by {fault.amount:.0f}" for fault in found[:5])
    return (
        f"{name} is not as in {FOLDER / name}.png: {len(found)} differences, {worst}. Actual and difference picture: "
        f"{folder}. If the new picture is right: SOZIALRAUM_GOLDEN=write, and look at it."
    )
