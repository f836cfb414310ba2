"""One [[check]] of a file -> the checks it stands for.

    over = [{ "表" = "收入决算", "列" = ["事业收入", "经营收入"] }, { "表" = "支出决算", "列" = "基本支出" }]

makes a family of it: every table of `over` gives its words to the placeholders {表} and {列}, and where it
has lists, every combination is a member of its own. {} stands for every name that makes known terms of the
relation and its conditions. A placeholder has no dot in it and a term always has one, so that a sentence may
use both. `was` in a table of `over` are the ids that its members had before, one after the other.
shared_words.py says which words a file may give to the placeholders of all its checks.
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
from jixiao.pack.filled_texts import UnfillableError, Words, filled, placeholders, with_words
from jixiao.pack.shared_words import NAME, SharedWords, unfit
from jixiao.pack.toml_file import typed
from jixiao.strict import Keys

MOST = 500  # members; a family is written to be read
WAS = "was"

_PATTERN = re.compile(r"[\w.]*\{\}[\w.]*")

Table = Mapping[str, str | tuple[str, ...]]  # of `over`
T = TypeVar("T")


class Setting(msgspec.Struct, frozen=True):
    """What a family is taken apart with."""

    vocabulary: Vocabulary
    words: SharedWords
    file: str


def is_family(raw: Mapping[str, Any], words: SharedWords) -> bool:
    """True for an item that has placeholders, and may stand for several checks."""
    if "over" in raw or any("{}" in text for text in _relations(raw)):
        return True
    return not words.names().isdisjoint(placeholders(raw))


def members(raw: dict[str, Any], kind: type[T], setting: Setting, number: int) -> Iterator[tuple[T, str]]:
    """The checks that item `number` of a file stands for, with the id that each had before.

    Raises PackError.
    """
    for member, old in _Family(raw, setting, number).members():
        yield typed(member, kind, setting.file, ("check", number)), old


def names_for(patterns: Iterable[tuple[str, Vocabulary]]) -> tuple[str, ...]:
    """What {} may stand for so that every pattern becomes a term of its vocabulary."""
    (first, vocabulary), *others = patterns
    shape = re.compile(re.escape(first).replace(r"\{\}", r"(\w+)"))
    found = (match[1] for match in map(shape.fullmatch, vocabulary) if match)
    return tuple(name for name in found if all(text.replace("{}", name) in known for text, known in others))


def patterns_in(text: str) -> list[str]:
    """The terms of a text that have a {} in them."""
    return _PATTERN.findall(text)


def _relations(raw: Mapping[str, Any]) -> list[str]:
    """The relation and its conditions, as far as they are texts at all."""
    when = raw.get("when")
    found = (raw.get("relation"), *(when if isinstance(when, list) else (when,)))
    return [text for text in found if isinstance(text, str)]


class _Family(msgspec.Struct, frozen=True):
    raw: dict[str, Any]
    setting: Setting
    number: int

    def members(self) -> Iterator[tuple[dict[str, Any], str]]:
        """The members as a file would say them, and the id that each had before."""
        pattern = {key: value for key, value in self.raw.items() if key != "over"}
        relations = _relations(pattern)
        used = set(placeholders(pattern))
        used |= self.setting.words.leading(used)
        count = 0
        for words, old in self._words():
            if idle := words.keys() - used:
                self._refuse(f"the placeholder “{min(idle)}” is used nowhere", ("over",))
            for named in self._named(relations, self.setting.words.beside(words)):
                count += 1
                if count > MOST:
                    self._refuse("the family has too many members", ("over",))
                yield self._filled(pattern, named), with_words(old, named)

    def _words(self) -> Iterator[tuple[Words, str]]:
        """The words of every member, and the id it had before."""
        if "over" not in self.raw:
            yield {}, ""
            return
        tables = self._tables()
        for index, table in enumerate(tables):
            self._check(table, tables[0], ("over", index))
        self._refuse_doubled(tables)
        for index, table in enumerate(tables):
            yield from self._combined(table, ("over", index, WAS))

    def _refuse_doubled(self, tables: tuple[Table, ...]) -> None:
        seen: set[frozenset[tuple[str, str]]] = set()
        for index, table in enumerate(tables):
            for words in _combinations(table):
                given = frozenset(words.items())
                if given in seen:
                    self._refuse(f"“over” says “{'、'.join(words.values())}” twice", ("over", index))
                seen.add(given)

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
        taken = self.setting.words.names(table)
        for key, value in table.items():
            if key in taken:
                self._refuse(f"the placeholder “{key}” has its words in [words]", (*at, key))
            if key != WAS:
                self._check_words(key, _several(value), (*at, key))
        if prod(len(_several(value)) for key, value in table.items() if key != WAS) > MOST:
            self._refuse("the family has too many members", at)

    def _check_words(self, key: str, words: tuple[str, ...], at: Keys) -> None:
        """A word can stand in any text, and begins no other placeholder."""
        if not (NAME.fullmatch(key) and words and all(words)):
            self._refuse(f"“{key}” is no placeholder with words", at)
        if any(map(unfit, words)):
            self._refuse(f"a word of the placeholder “{key}” has braces or a line break", at)

    def _combined(self, table: Table, at: Keys) -> Iterator[tuple[Words, str]]:
        found = _combinations(table)
        old = table.get(WAS, "")
        ids = (old,) * len(found) if isinstance(old, str) else old
        if len(ids) != len(found):
            self._refuse(f"“was” has {len(ids)} ids for {len(found)} members", at)
        return zip(found, ids, strict=True)

    def _named(self, relations: list[str], words: Words) -> Iterator[Words]:
        """The words as they are, or with every name that {} may stand for."""
        texts = [with_words(text, words) for text in relations]
        patterns = [pattern for text in texts for pattern in patterns_in(text)]
        if not patterns:
            yield words
            return
        names = names_for([(pattern, self.setting.vocabulary) for pattern in patterns])
        if not names:
            self._refuse("{} fits no name", ("relation",))
        yield from ({**words, "": name} for name in names)

    def _filled(self, pattern: Mapping[str, Any], words: Words) -> dict[str, Any]:
        member = {}
        for key, value in pattern.items():
            try:
                member[key] = filled(value, words)
            except UnfillableError as error:
                self._refuse(str(error), (key,))
        return member

    def _refuse(self, reason: str, at: Keys) -> NoReturn:
        raise PackError(self.setting.file, str(self.raw.get("id", "")), reason, ("check", self.number, *at))


def _combinations(table: Table) -> list[Words]:
    """Every word of a table with every other."""
    lists = {key: _several(value) for key, value in table.items() if key != WAS}
    return [dict(zip(lists, words, strict=True)) for words in product(*lists.values())]


def _several(words: str | tuple[str, ...]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else words
