"""On which line of a TOML file a table, a key or a section stands: tomllib reads, but does not say where."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from jixiao.strict import Keys

_TOKEN = re.compile(
    r"""(?P<blank>[ \t\r]+|\#[^\n]*)
      | (?P<end>\n)
      | (?P<text>\"{3}(?:\\.|(?!\"{3}).)*\"{3,5}|'{3}.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*')
      | (?P<sign>[\[\]{}=,.])
      | (?P<bare>[^\s\[\]{}=,."'\#]+)""",
    re.VERBOSE | re.DOTALL,
)
DEEPEST = 20  # names in a dotted key whose lines are kept
_SECTION = re.compile(r"^# -{3,} ?(?P<title>[^-\s].*?)\s*-*$")


class TomlLines(msgspec.Struct, frozen=True):
    """The lines of a sound file, counted from 1. `of` maps the way to an item to its line."""

    lines: tuple[str, ...]
    of: dict[Keys, int]

    @classmethod
    def read(cls, text: str) -> TomlLines:
        return cls(tuple(text.split("\n")), _Reader(list(_tokens(text))).read())

    def line(self, at: Keys) -> int:
        """The line of an item, or of what holds it if it is not there; 0 for the file itself."""
        while at and at not in self.of:
            at = at[:-1]
        return self.of.get(at, 0)

    def naming(self, name: str) -> int:
        """The line that gives something its name, else the first that has it as a text or key; 0 for none."""
        whole, last = re.escape(name), re.escape(name.rpartition(".")[2])
        shapes = [rf"""\b(?:id|name|term|title)\s*=\s*["']{part}["']""" for part in (whole, last)]
        shapes += [rf"""["']{part}["']""" for part in (whole, last)]
        for shape in shapes:
            found = (number for number, line in enumerate(self.lines, 1) if re.search(shape, line))
            if number := next(found, 0):
                return number
        return 0

    def sections(self, name: str) -> list[str]:
        """For every [[name]] the title of the comment “# --- title” above it; empty if there is none."""
        starts = [line for at, line in self.of.items() if len(at) == 2 and at[0] == name]
        titles = [
            (number, match["title"])
            for number, line in enumerate(self.lines, 1)
            if (match := _SECTION.match(line))
        ]
        return [next((title for number, title in reversed(titles) if number < start), "") for start in starts]


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    """Kind, text and line of everything but blanks and comments."""
    line = 1
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "blank":
            yield match.lastgroup or "", match[0], line
        line += match[0].count("\n")


class _Reader(msgspec.Struct):
    """Walks through a file; what it does not understand it passes over, for tomllib has checked it."""

    tokens: list[tuple[str, str, int]]
    at: int = 0
    found: dict[Keys, int] = msgspec.field(default_factory=dict)
    sizes: dict[Keys, int] = msgspec.field(default_factory=dict)  # of the arrays of tables

    def read(self) -> dict[Keys, int]:
        table: Keys = ()
        while self.at < len(self.tokens):
            if self._is("["):
                table = self._header()
            elif self.tokens[self.at][0] == "end":
                self.at += 1
            else:
                self._pair(table)
        return self.found

    def _header(self) -> Keys:
        line = self.tokens[self.at][2]
        self._skip("[")
        several = self._skip("[")
        names = self._key()
        table: Keys = ()
        for number, name in enumerate(names, 1):
            table = (*table, name)
            if several and number == len(names):
                self.sizes[table] = self.sizes.get(table, 0) + 1
            if table in self.sizes:
                self.found.setdefault(table, line)
                table = (*table, self.sizes[table] - 1)
        self.found.setdefault(table, line)
        while self._skip("]"):
            pass
        return table

    def _pair(self, table: Keys) -> None:
        line = self.tokens[self.at][2]
        key = (*table, *self._key())
        for length in range(len(table) + 1, min(len(key), len(table) + DEEPEST) + 1):
            self.found.setdefault(key[:length], line)
        if not self._skip("="):
            self.at += 1
            return
        self._value(key)

    def _key(self) -> list[str]:
        names = []
        while self.at < len(self.tokens) and self.tokens[self.at][0] in ("bare", "text"):
            names.append(self.tokens[self.at][1].strip("\"'"))
            self.at += 1
            if not self._skip("."):
                break
        return names

    def _value(self, at: Keys) -> None:
        if self._skip("["):
            number = 0
            while self._inside("]"):
                self.found[(*at, number)] = self.tokens[self.at][2]
                self._value((*at, number))
                number += 1
        elif self._skip("{"):
            while self._inside("}"):
                self._pair(at)
        else:
            self._text(at)
            while self.at < len(self.tokens) and self.tokens[self.at][1] not in (",", "]", "}", "\n"):
                self.at += 1

    def _text(self, at: Keys) -> None:
        """The lines of a text may be tables below a line of keys: text_tables.py."""
        _, text, line = self.tokens[self.at]
        for number in range(text.count("\n")):
            self.found[(*at, number - 1)] = line + number + 1

    def _inside(self, end: str) -> bool:
        """Go to the next item of an array or inline table; False behind its end."""
        while self.at < len(self.tokens) and self.tokens[self.at][1] in (",", "\n"):
            self.at += 1
        return self.at < len(self.tokens) and not self._skip(end)

    def _is(self, sign: str) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at][:2] == ("sign", sign)

    def _skip(self, sign: str) -> bool:
        found = self._is(sign)
        self.at += found
        return found
