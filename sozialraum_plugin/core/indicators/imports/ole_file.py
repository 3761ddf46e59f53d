"""The container of old Office files (Compound File Binary, MS-CFB): its streams by name."""

from __future__ import annotations

import struct

from ...errors import InputError
from ...messages import tr

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # numbers from here on are marks, no sectors
_SMALL = 4096


def stream_of(data: bytes, names: tuple[str, ...], file: str) -> bytes:
    """Return the first of the streams that the file has; raise InputError if it is damaged or has none of them."""
    try:
        return _Container(data).stream(names)
    except (struct.error, IndexError, KeyError, ValueError) as error:
        raise InputError(
            tr("{file} cannot be read as a spreadsheet. Save it anew, or as CSV.").format(file=file)
        ) from error


class _Container:
    def __init__(self, data: bytes) -> None:
        if not data.startswith(MAGIC):
            raise ValueError("no compound file")
        self.data = data
        self.size = 1 << struct.unpack_from("<H", data, 30)[0]
        self.small_size = 1 << struct.unpack_from("<H", data, 32)[0]
        first_directory, first_small, first_difat = (struct.unpack_from("<I", data, at)[0] for at in (48, 60, 68))
        self.fat = self._fat(first_difat)
        self.entries = self._directory(self._chain(first_directory, self.fat, self.size))
        self.small_fat = (
            struct.unpack(f"<{len(raw) // 4}I", raw) if (raw := self._chain(first_small, self.fat, self.size)) else ()
        )
        root = self.entries[0]
        self.small_data = self._chain(root[1], self.fat, self.size)

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self.size
        if start >= len(self.data):
            raise ValueError("sector beyond the end")
        return self.data[start : start + self.size].ljust(self.size, b"\0")

    def _fat(self, next_difat: int) -> tuple[int, ...]:
        numbers = list(struct.unpack_from("<109I", self.data, 76))
        seen = set()
        while next_difat < _END and next_difat not in seen:
            seen.add(next_difat)
            block = struct.unpack(f"<{self.size // 4}I", self._sector(next_difat))
            numbers += block[:-1]
            next_difat = block[-1]
        raw = b"".join(self._sector(number) for number in numbers if number < _END)
        return struct.unpack(f"<{len(raw) // 4}I", raw)

    def _chain(self, first: int, fat: tuple[int, ...], size: int) -> bytes:
        parts, number, seen = [], first, 0
        while number < _END:
            parts.append(self._sector(number) if size == self.size else self._small(number))
            number = fat[number]
            seen += 1
            if seen > len(fat):
                raise ValueError("chain without end")
        return b"".join(parts)

    def _small(self, number: int) -> bytes:
        return self.small_data[number * self.small_size : (number + 1) * self.small_size]

    def _directory(self, raw: bytes) -> list[tuple[str, int, int]]:
        entries = []
        for start in range(0, len(raw) - 127, 128):
            length = struct.unpack_from("<H", raw, start + 64)[0]
            name = raw[start : start + max(0, length - 2)].decode("utf-16-le", "replace")
            first, size = struct.unpack_from("<II", raw, start + 116)
            entries.append((name, first, size))
        return entries

    def stream(self, names: tuple[str, ...]) -> bytes:
        found = {name.lower(): (first, size) for name, first, size in self.entries}
        for name in names:
            if name.lower() in found:
                first, size = found[name.lower()]
                if size < _SMALL:
                    return self._chain(first, self.small_fat, self.small_size)[:size]
                return self._chain(first, self.fat, self.size)[:size]
        raise KeyError(names[0])
