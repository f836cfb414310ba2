"""One [[check]] of a file -> the checks it stands for.

    over = [{ "表" = "收入决算", "列" = ["事业收入", "经营收入"] }, { "表" = "支出决算", "列" = "基本支出" }]

makes a family of it: every table of `over` gives its words to the placeholders {表} and {列}, and where it
has lists, every combination is a member of its own. {} stands for every name that makes known terms of the
relation and its conditions. A placeholder has no dot in it and a term always has one, so that a sentence may
use both. `was` in a table of `over` are the ids that its members had before, one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import prod
from typing import Any, NoReturn, TypeVar

import msgspec

from jixiao.model.term import Vocabulary
from jixiao.pack.errors import PackError
from jixiao.pack.toml_file import placed_error
from jixiao.strict import Keys

MOST = 500  # members; a family is written to be read
WAS = "was"

# Members are made in JSON, all texts of a check at once; there an example that gives nothing looks like a {}.
_PLACEHOLDER = re.compile(r'(?<!"given":)\{(\w*)\}')
_PATTERN = re.compile(r"[\w.]*\{\}[\w.]*")

Table = Mapping[str, str | tuple[str, ...]]  # of `over`
Words = Mapping[str, str]  # placeholder -> what stands for it
T = TypeVar("T")


def is_family(raw: Mapping[str, Any]) -> bool:
    """True for an item that may stand for several checks."""
    return "over" in raw or "{}" in str(raw.get("relation", ""))


def members(
    raw: dict[str, Any], kind: type[T], vocabulary: Vocabulary, file: str, number: int
) -> Iterator[tuple[T, str]]:
    """The checks that item `number` of a file stands for, with the id that each had before.

    Raises PackError.
    """
    family = _Family(raw, vocabulary, file, number)
    decoder = msgspec.json.Decoder(kind)
    for text, old in family.members():
        try:
            yield decoder.decode(text), old
        except msgspec.ValidationError as error:
            raise placed_error(error, msgspec.json.decode(text), file, ("check", number)) from error


def names_for(patterns: Iterable[tuple[str, Vocabulary]]) -> tuple[str, ...]:
    """What {} may stand for so that every pattern becomes a term of its vocabulary."""
    (first, vocabulary), *others = patterns
    shape = re.compile(re.escape(first).replace(r"\{\}", r"(\w+)"))
    found = (match[1] for match in map(shape.fullmatch, vocabulary) if match)
    return tuple(name for name in found if all(text.replace("{}", name) in known for text, known in others))


def patterns_in(text: str) -> list[str]:
    """The terms of a text that have a {} in them."""
    return _PATTERN.findall(text)


class _Family(msgspec.Struct, frozen=True):
    raw: dict[str, Any]
    vocabulary: Vocabulary
    file: str
    number: int

    def members(self) -> Iterator[tuple[str, str]]:
        """The members as JSON, and the id that each had before."""
        pattern = _encoded({key: value for key, value in self.raw.items() if key != "over"})
        used = set(_PLACEHOLDER.findall(pattern))
        count = 0
        for words, old in self._words():
            if idle := words.keys() - used:
                self._refuse(f"the placeholder “{min(idle)}” is used nowhere", ("over",))
            for text in self._named(_filled(pattern, words)):
                count += 1
                if count > MOST:
                    self._refuse("the family has too many members", ("over",))
                if _PLACEHOLDER.search(text):
                    self._refuse_left(msgspec.json.decode(text))
                yield text, _filled(old, words)

    def _words(self) -> Iterator[tuple[Words, str]]:
        """The words of every member, and the id it had before."""
        if "over" not in self.raw:
            yield {}, ""
            return
        tables = self._tables()
        for index, table in enumerate(tables):
            self._check(table, tables[0], ("over", index))
        for index, table in enumerate(tables):
            yield from self._combined(table, ("over", index, WAS))

    def _tables(self) -> tuple[Table, ...]:
        try:
            tables = msgspec.convert(self.raw["over"], tuple[dict[str, str | tuple[str, ...]], ...])
        except msgspec.ValidationError:
            self._refuse("“over” must be a list of tables with words or lists of words", ("over",))
        if not tables or not all(table.keys() - {WAS} for table in tables):
            self._refuse("“over” has no words", ("over",))
        return tables

    def _check(self, table: Table, first: Table, at: Keys) -> None:
        if strange := (first.keys() ^ table.keys()) - {WAS}:
            reason = f"the tables of “over” must have the same keys; not all have “{min(strange)}”"
            self._refuse(reason, at)
        for key, value in table.items():
            if key != WAS and not (key.isidentifier() and value and all(map(_plain, _several(value)))):
                self._refuse(f"“{key}” is no placeholder with words", (*at, key))
        if prod(len(_several(value)) for key, value in table.items() if key != WAS) > MOST:
            self._refuse("the family has too many members", at)

    def _combined(self, table: Table, at: Keys) -> Iterator[tuple[Words, str]]:
        lists = {key: _several(value) for key, value in table.items() if key != WAS}
        found = [dict(zip(lists, words, strict=True)) for words in product(*lists.values())]
        old = table.get(WAS, "")
        ids = (old,) * len(found) if isinstance(old, str) else old
        if len(ids) != len(found):
            self._refuse(f"“was” has {len(ids)} ids for {len(found)} members", at)
        return zip(found, ids, strict=True)

    def _named(self, text: str) -> Iterator[str]:
        """The check itself, or one for every name that {} may stand for."""
        if "{}" not in text:
            yield text
            return
        raw = msgspec.json.decode(text)
        when = raw.get("when", "")
        texts = [str(raw.get("relation", "")), *([when] if isinstance(when, str) else map(str, when))]
        patterns = [pattern for text in texts for pattern in patterns_in(text)]
        if not patterns:
            yield text
            return
        names = names_for([(pattern, self.vocabulary) for pattern in patterns])
        if not names:
            self._refuse("{} fits no name", ("relation",))
        yield from (_filled(text, {"": name}) for name in names)

    def _refuse_left(self, member: Mapping[str, Any]) -> None:
        for key, value in member.items():
            if left := _PLACEHOLDER.search(_encoded(value)):
                self._refuse(f"“over” has no words for the placeholder “{left[0]}”", (key,))

    def _refuse(self, reason: str, at: Keys) -> NoReturn:
        raise PackError(self.file, str(self.raw.get("id", "")), reason, ("check", self.number, *at))


def _encoded(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _filled(text: str, words: Words) -> str:
    return _PLACEHOLDER.sub(lambda found: words.get(found[1], found[0]), text) if words else text


def _plain(word: str) -> bool:
    """Something that can stand in any text, and begins no other placeholder."""
    return bool(word) and not re.search(r"""["\\{}]""", word) and word.isprintable()


def _several(words: str | tuple[str, ...]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else words
