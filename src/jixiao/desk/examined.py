"""What came of one workbook of a folder, as plain data: a worker sends it, the store keeps it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

import msgspec

from jixiao.model.fact import Record, State

BEHIND = "behind"  # of a finding that is asked: how many go with it


class BookTrouble(StrEnum):
    """Why a file could not be worked on; the values are the words of the list of units."""

    UNREADABLE = "打不开"
    OTHER_FORM = "表样不符"
    PRODUCT = "本工具的表"  # no unit has sent it: it is told of, and stands in no list
    NOT_WRITTEN = "没有写成"
    DIED = "处理中断"
    FAULT = "程序出错"


class PlainRecord(msgspec.Struct, frozen=True):
    """What a workbook says, as texts: amounts in 元, percentages as ratios; nothing that is not filled in.

    `fields` maps a term to its value and the step of its last digit, `groups` a table to its rows.
    """

    fields: dict[str, tuple[str, str]] = {}
    groups: dict[str, list[PlainRecord]] = {}


class EarlierRound(msgspec.Struct, frozen=True):
    """What was asked of a unit before it sent what is there now: the keys of findings, and of which file."""

    whose: tuple[str, ...]
    asked: tuple[str, ...]
    saved: str
    first: str = ""  # when the first of its files was saved


class ExaminedBook(msgspec.Struct, frozen=True):
    """One file. `document` is what `check --json` and `run --json` print, None where there is a trouble."""

    book: str  # below the folder, with / between folders
    digest: str  # SHA-256 of the file
    saved: str = ""  # when an office program saved it last, as the file itself says
    trouble: BookTrouble | None = None
    sentence: str = ""  # what the trouble is and what to do
    document: dict[str, Any] | None = None
    figures: PlainRecord = PlainRecord()
    remarks: tuple[str, ...] = ()  # about files that were written
    subject: str = ""  # the project or the fund, where a unit sends a workbook for each
    before: EarlierRound | None = None  # where the file, or answers to it, have taken another one's place
    replies: tuple[str, ...] = ()  # the sheets on which its unit has answered, by their paths
    answered: tuple[str, ...] = ()  # the keys of the findings of which an answer was taken from there
    replaced: bool = False  # a file that had this name before, readable or not, was another one
    heard: tuple[str, ...] | None = None  # SHA-256 of those sheets; None: not kept by the program of then
    amounts: str = ""  # the same for workbooks with the same amounts
    unwritten: str = ""  # why its results are not there, and what to do; it counts all the same

    @property
    def code(self) -> int:
        """The exit code that `check` has for it."""
        if self.unwritten:
            return 2
        if self.document is None:
            return 0 if self.trouble is BookTrouble.PRODUCT else 2
        return int(any(_open(finding) for finding in self.document["findings"]))

    def said(self, name: str) -> str:
        """What the workbook says of itself: form, unit_name, unit_code, year; empty where it does not."""
        return str((self.document or {}).get(name) or "")


def _open(finding: Mapping[str, Any]) -> bool:
    return bool(finding["outcome"] != "explained" and finding["severity"] != "note")


def asked(one: ExaminedBook) -> list[Mapping[str, Any]]:
    """The findings that a unit has to do something about; what comes of another slip goes with that one.

    It is named there, so that nothing is left out.
    """
    found = [finding for finding in (one.document or {}).get("findings", ()) if _open(finding)]
    leads = {finding["key"] for finding in found if not finding["follows"]}
    behind: dict[str, list[Mapping[str, Any]]] = {}
    for finding in found:
        if finding["follows"] in leads:
            behind.setdefault(finding["follows"], []).append(finding)
    return [
        _with_those_behind(finding, behind.get(finding["key"], ()))
        for finding in found
        if finding["follows"] not in leads
    ]


def _with_those_behind(lead: Mapping[str, Any], behind: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    if not behind:
        return lead
    places = "、".join(_place_and_label(finding) for finding in behind)
    more = f"连带{len(behind)}条：{places}，很可能出于同一处差错，改好这一处后再看，仍在的也要改正或说明。"
    return {**lead, "mend": f"{lead['mend']}{more}", BEHIND: len(behind)}


def _place_and_label(finding: Mapping[str, Any]) -> str:
    place = "!".join(filter(None, (finding["sheet"], finding["cell"])))
    return f"{place}“{finding['label']}”"


def number_behind(one: ExaminedBook) -> int:
    """How many open findings go with others in the letter: with those that are asked they are all."""
    return sum(finding.get(BEHIND, 0) for finding in asked(one))


def taken_answers(one: ExaminedBook) -> list[Mapping[str, Any]]:
    """The findings that answers on a sheet have closed."""
    findings = (one.document or {}).get("findings", ())
    return [each for each in findings if each["key"] in one.answered and each["outcome"] == "explained"]


def round_of(one: ExaminedBook) -> EarlierRound | None:
    """The round in which this is the file of its unit; None if it could not be read."""
    if one.document is None:
        return None
    first = (one.before.first or one.before.saved) if one.before else one.saved
    return EarlierRound(_whose(one), tuple(each["key"] for each in asked(one)), one.saved, first)


def after(one: ExaminedBook, last: ExaminedBook) -> ExaminedBook:
    """The same, knowing what was asked before; `last` was examined under the same name.

    A unit that has something to explain and nothing to mend sends answers alone.
    """
    answered = last.heard is not None and not {*(one.heard or ())} <= {*last.heard}
    new = answered or one.digest != last.digest
    before = (round_of(last) or last.before) if new else last.before
    other = bool(last.digest) and last.digest != one.digest
    return msgspec.structs.replace(following(one, before), replaced=last.replaced or other)


def following(one: ExaminedBook, before: EarlierRound | None) -> ExaminedBook:
    """The same; a file of another unit or year was no earlier round of it."""
    fits = before is None or one.document is None or before.whose == _whose(one)
    return msgspec.structs.replace(one, before=before if fits else None)


def _whose(one: ExaminedBook) -> tuple[str, ...]:
    return (*map(one.said, ("form", "unit_name", "year")), one.subject)


def whole_score(score: Mapping[str, Any]) -> str:
    """The points of a score of a document; empty while an indicator is not scored."""
    scored = all(one["score"] is not None for one in score.get("indicators", ()))
    return str(score.get("total") or "") if scored else ""


def figures_of(record: Record) -> PlainRecord:
    """The filled cells of a record, and of the records inside it."""
    fields = {
        term: (fact.text, str(fact.quantum))
        for term, fact in record.fields.items()
        if fact.state is State.FILLED
    }
    groups = {name: [figures_of(row) for row in rows] for name, rows in record.groups.items() if rows}
    return PlainRecord(fields, groups)
