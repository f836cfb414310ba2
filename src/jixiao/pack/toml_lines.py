"""On which line of a TOML file a table, a key or a section stands: tomllib reads, but does not say where."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SECTION = re.compile(r"^# -{3,} ?(?P<title>[^-\s].*?)\s*-*$")
_STRINGS = re.compile(r'"""|\'\'\'')


@dataclass(frozen=True, slots=True)
class Item:
    """One [[table]] of an array: its first line, the line behind its last, the comment section around it."""

    first: int
    end: int
    section: str = ""


@dataclass(frozen=True, slots=True)
class TomlLines:
    """The lines of a file, counted from 1."""

    lines: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> TomlLines:
        return cls(tuple(text.split("\n")))

    def items(self, name: str) -> tuple[Item, ...]:
        """Every [[name]] in the order of the file; comments such as “# --- title” open a section."""
        header = re.compile(rf"^\s*\[\[\s*{re.escape(name)}\s*\]\]")
        section, starts = "", []
        for number, line in self._outside_strings():
            title = _SECTION.match(line)
            section = title["title"] if title else section
            if header.match(line):
                starts.append((number, section))
        ends = [number for number, _ in starts[1:]] + [len(self.lines) + 1]
        return tuple(Item(first, end, title) for (first, title), end in zip(starts, ends, strict=True))

    def key(self, item: Item, name: str) -> int:
        """The line of a key within a table; the table's first line if it is not there."""
        key = re.compile(rf"^\s*(?:\[\[?\s*(?:[\w.\s]*\.)?\s*)?[\"']?{re.escape(name)}[\"']?\s*[=.\]]")
        found = (n for n in range(item.first, item.end) if key.match(self.lines[n - 1]))
        return next(found, item.first)

    def top_key(self, name: str) -> int:
        """The line of a key of the file itself."""
        return self.key(Item(1, len(self.lines) + 1), name)

    def _outside_strings(self) -> list[tuple[int, str]]:
        """Lines that do not begin within a text of several lines."""
        found, inside = [], ""
        for number, line in enumerate(self.lines, 1):
            if not inside:
                found.append((number, line))
            for quotes in _STRINGS.findall(line):
                inside = "" if quotes == inside else inside or quotes
        return found


def sections_of(text: str, name: str, ids: list[str]) -> dict[str, list[str]]:
    """Ids grouped by the comment sections of their file, else by what stands before the dash of the id."""
    items = TomlLines.of(text).items(name)
    whole = len(items) == len(ids) and all(item.section for item in items)
    grouped: dict[str, list[str]] = {}
    for number, each in enumerate(ids):
        grouped.setdefault(items[number].section if whole else each.partition("-")[0], []).append(each)
    return grouped
