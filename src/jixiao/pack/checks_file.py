"""The [[check]] items of a file -> checks: of checks.toml, of carryover.toml and of own rules alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from jixiao.model.term import Vocabulary, nearest
from jixiao.pack.check import Check, CheckData, bind_check
from jixiao.pack.codes import CodeList
from jixiao.pack.errors import PackError
from jixiao.pack.family import is_family, members
from jixiao.pack.toml_file import typed
from jixiao.strict import Strict


class ChecksFile(Strict, kw_only=True):
    check: tuple[dict[str, Any], ...]


class Ground(msgspec.Struct, frozen=True):
    """What the checks of a form may speak of."""

    vocabulary: Vocabulary
    codes: Mapping[str, CodeList]
    year: str  # term of the year


def checks_of(
    rows: Iterable[dict[str, Any]], ground: Ground, file: str, kind: type[CheckData] = CheckData
) -> tuple[Check, ...]:
    """The checks that the items of a file stand for. Raises PackError with the id of the check."""
    checks: dict[str, Check] = {}
    for number, row in enumerate(rows):
        for member in _members(row, kind, ground, file, number):
            if not member.id.strip():
                raise PackError(file, "", "“id” is empty", ("check", number, "id"))
            data = _dated(member, ground, file, number)
            check = bind_check(data, ground.vocabulary, file, number)
            if data.id in checks:
                raise PackError(file, data.id, "the id occurs twice", check.at("id"))
            checks[data.id] = check
    refuse_reused(checks.values())
    return tuple(checks.values())


def _members(
    row: dict[str, Any], kind: type[CheckData], ground: Ground, file: str, number: int
) -> Iterator[CheckData]:
    if not is_family(row):
        yield typed(row, kind, file, ("check", number))
        return
    for data, old in members(row, kind, ground.vocabulary, file, number):
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


def _dated(data: CheckData, ground: Ground, file: str, number: int) -> CheckData:
    """With the years of its code list among the conditions and in the sentences."""
    changes: dict[str, Any] = {key: text for key, text in _sentences(data, ground) if text}
    conditions: list[str] = []
    for key, title in (("codes", data.codes), ("outside_codes", data.outside_codes)):
        if not title:
            continue
        if title not in ground.codes:
            guess = nearest(title, ground.codes)
            reason = f"unknown code list “{title}”" + (f"; did you mean “{guess}”?" if guess else "")
            raise PackError(file, data.id, reason, ("check", number, key))
        found = ground.codes[title]
        conditions += found.within(ground.year) if key == "codes" else found.outside(ground.year)
    if conditions:
        changes["when"] = (*conditions, *data.conditions)
    return msgspec.structs.replace(data, **changes) if changes else data


def _sentences(data: CheckData, ground: Ground) -> Iterator[tuple[str, str]]:
    """The sentences that name the years of a code list, as {its title.年度}."""
    for key in ("says", "mend"):
        text: str = getattr(data, key)
        if ".年度}" in text:
            yield key, re.sub(r"\{(\w+)\.年度\}", lambda found: _years(found, ground.codes), text)


def _years(found: re.Match[str], codes: Mapping[str, CodeList]) -> str:
    return codes[found[1]].years_in_words if found[1] in codes else found[0]
