"""The [[check]] items of a file -> checks: of checks.toml, of carryover.toml and of own rules alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

import msgspec

from jixiao.model.term import Vocabulary, nearest
from jixiao.pack.check import Check, CheckData, bind_check
from jixiao.pack.errors import PackError
from jixiao.pack.family import Setting, is_family, members
from jixiao.pack.filled_texts import placeholders
from jixiao.pack.shared_words import shared_words
from jixiao.pack.text_tables import written_out
from jixiao.pack.toml_file import typed
from jixiao.relation.functions import listed_in
from jixiao.relation.syntax import walk
from jixiao.strict import Strict

Rows = tuple[dict[str, Any], ...]  # of [[check]]


class ChecksFile(Strict, kw_only=True):
    check: Rows
    words: dict[str, str] = msgspec.field(default_factory=dict)  # see shared_words.py


class Ground(msgspec.Struct, frozen=True):
    """What the checks of a form may speak of."""

    vocabulary: Vocabulary
    codes: Collection[str]  # titles of code lists


def checks_of(
    data: ChecksFile, ground: Ground, file: str, kind: type[CheckData] = CheckData
) -> tuple[Check, ...]:
    """The checks that the items of a file stand for. Raises PackError with the id of the check."""
    checks: dict[str, Check] = {}
    setting = Setting(ground.vocabulary, shared_words(data.words, file), file)
    _refuse_idle(data, setting)
    for number, row in enumerate(data.check):
        for member in _members(written_out(row, file, number), kind, setting, number):
            if not member.id.strip():
                raise PackError(file, "", "“id” is empty", ("check", number, "id"))
            check = bind_check(member, ground.vocabulary, file, number)
            _check_lists(check, ground.codes)
            if member.id in checks:
                raise PackError(file, member.id, "the id occurs twice", check.at("id"))
            checks[member.id] = check
    refuse_reused(checks.values())
    return tuple(checks.values())


def _check_lists(check: Check, titles: Collection[str]) -> None:
    """Every code list that the check looks through is there."""
    for key, bound in (("relation", check.relation), *(("when", each) for each in check.when)):
        for part in walk(bound.expression):
            title = listed_in(part)
            if title and title not in titles:
                guess = nearest(title, dict.fromkeys(titles))
                reason = f"unknown code list “{title}”" + (f"; did you mean “{guess}”?" if guess else "")
                raise PackError(check.file, check.data.id, reason, check.at(key))


def _refuse_idle(data: ChecksFile, setting: Setting) -> None:
    """Every placeholder of [words] is used. Raises PackError."""
    if idle := setting.words.names().difference(placeholders(list(data.check))):
        name = min(idle)
        raise PackError(setting.file, name, f"the placeholder “{name}” is used nowhere", ("words", name))


def _members(
    row: dict[str, Any], kind: type[CheckData], setting: Setting, number: int
) -> Iterator[CheckData]:
    if not is_family(row, setting.words):
        yield typed(row, kind, setting.file, ("check", number))
        return
    for data, old in members(row, kind, setting, number):
        yield msgspec.structs.replace(data, was=(*data.was, old)) if old else data


def refuse_reused(checks: Iterable[Check]) -> None:
    """An id that a check had before belongs to it alone. Raises PackError."""
    known = {check.data.id: check for check in checks}
    former: dict[str, Check] = {}
    for check in known.values():
        for old in check.data.was:
            if other := former.get(old) or known.get(old):
                reason = f"“was” names “{old}”{_reused(old, check, other)}"
                raise PackError(check.file, check.data.id, reason, check.at("was"))
            former[old] = check


def _reused(old: str, check: Check, other: Check) -> str:
    """Why an id that the other check has or had cannot have been this one's."""
    if other is check:
        return ", which is its own id" if old == check.data.id else " twice"
    siblings = (check.file, check.number) == (other.file, other.number) and old in other.data.was
    return " for several checks of a family" if siblings else ", which is the id of another check"
