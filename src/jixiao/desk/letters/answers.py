"""The answers of a unit on its sheets, as explanations of findings that still speak of the same figures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from jixiao.desk.folder import book_path
from jixiao.desk.letters.came_back import Reply, UnitAnswer, read_reply
from jixiao.desk.letters.sender import AGAIN
from jixiao.desk.letters.strangers import ASKED, about_answers
from jixiao.desk.roster import same_name
from jixiao.inspection import Inspection
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.written_explanation import WrittenExplanation, says_nothing, unconfirmed
from jixiao.result_document import identity_of


class FittingAnswers(msgspec.Struct, frozen=True):
    """The explanations by the keys of their findings, and what has to be said of others."""

    found: Mapping[str, WrittenExplanation] = {}
    remarks: tuple[str, ...] = ()


def with_answers(
    folder: Path,
    names: Sequence[str],
    inspection: Inspection,
    again: Callable[[dict[str, WrittenExplanation]], Inspection],
) -> tuple[Inspection, FittingAnswers]:
    """The workbook looked at with what its unit has answered on all sheets together.

    An answer may bring up a finding that another sheet, made later, answers in turn.
    """
    replies = {name: reply for name in names if (reply := read_reply(book_path(folder, name)))}
    lost = [f"“{name}”不是审核回执，或者读不出来，没有采用。" for name in names if name not in replies]
    unit = identity_of(inspection)["unit_name"] or ""
    for name in [name for name, reply in replies.items() if _of_another_unit(reply, unit)]:
        lost.append(
            f"回执“{name}”上写的单位是“{replies.pop(name).unit}”，工作簿是“{unit}”的，没有采用。"
            "请核对是不是放错了文件；单位名称改过的，请在这次发的回执上重新填写。"
        )
    lost += about_answers(replies)
    found: dict[str, WrittenExplanation] = {}
    while True:
        given = _fitting(replies, inspection)
        if not given.found.keys() - found.keys():
            return inspection, FittingAnswers(
                found, (*lost, *_misplaced(replies, inspection), *given.remarks)
            )
        found |= given.found
        inspection = again(found)


def _misplaced(replies: Mapping[str, Reply], inspection: Inspection) -> Iterator[str]:
    """What stands on each sheet where no answer is read; nothing beside a problem that is settled since."""
    still = {finding.key for finding in inspection.findings if finding.outcome is not Outcome.EXPLAINED}
    for name, reply in replies.items():
        lost = [place for place in reply.lost if reply.beside.get(place, ASKED[0]) in (*still, *ASKED)]
        if lost:
            how = "，不在“审核说明”一栏，或者认不出是对哪个问题的，"
            yield f"回执“{name}”里{'、'.join(lost)}{how}没有采用。{AGAIN}"
        if unread := [place for place, key in reply.illegible.items() if key in (*still, "", *ASKED)]:
            yield f"回执“{name}”里{'、'.join(unread)}的审核说明读不出来，没有采用。{AGAIN}"


def _of_another_unit(reply: Reply, unit: str) -> bool:
    return bool(reply.unit and unit) and same_name(reply.unit) != same_name(unit)


def _fitting(replies: Mapping[str, Reply], inspection: Inspection) -> FittingAnswers:
    found: dict[str, WrittenExplanation] = {}
    remarks: list[str] = []
    for finding in inspection.findings:
        given = [(name, reply) for name, reply in replies.items() if finding.key in reply.answers]
        if not given or finding.outcome is Outcome.EXPLAINED:
            continue
        fitting = [(name, reply) for name, reply in given if _fits(reply.answers[finding.key], finding)]
        if fitting:
            text = fitting[-1][1].answers[finding.key].text
            found[finding.key] = WrittenExplanation(text)
            remarks += [*_undecided(fitting, finding), *_empty(text, finding, inspection.pack.fillers)]
        else:
            text = given[-1][1].answers[finding.key].text
            remarks.append(f"回执里对“{finding.label}”的说明“{text}”是按原来的数写的，数已经变了，没有采用。")
    return FittingAnswers(found, (*remarks, *_astray(replies, inspection)))


def _astray(replies: Mapping[str, Reply], inspection: Inspection) -> Iterator[str]:
    """Answers beside a problem that is still there, with a key that is not (any more) its own."""
    keys = {finding.key for finding in inspection.findings}
    problems = {finding.message for finding in inspection.findings}
    for name, reply in replies.items():
        for key, answer in reply.answers.items():
            if key not in keys and answer.problem in problems:
                yield f"回执“{name}”里第 {answer.row} 行的说明“{answer.text}”没有采用：这一行改动过。{AGAIN}"


def _empty(text: str, finding: Finding, fillers: Collection[str]) -> Iterator[str]:
    """A text that gives no reason: its letter says so, and what it points to may have come another way."""
    if finding.severity is Severity.WARNING and not unconfirmed(text) and says_nothing(text, fillers):
        yield (
            f"回执里对“{finding.label}”的说明写的是“{text}”，没有说明原因，没有采用，已请单位写明；"
            "另外附来材料的，请据材料核实。"
        )


def _fits(answer: UnitAnswer, finding: Finding) -> bool:
    return (answer.stated, answer.expected) == (finding.stated, finding.expected)


def _undecided(fitting: Sequence[tuple[str, Reply]], finding: Finding) -> Iterator[str]:
    """Different answers on sheets of which nobody can tell which is the later."""
    name, last = fitting[-1]
    for other, reply in fitting[:-1]:
        if reply.saved == last.saved and reply.answers[finding.key].text != last.answers[finding.key].text:
            yield (
                f"回执“{other}”和“{name}”对“{finding.label}”的说明不一样，保存时间分不出先后，"
                f"采用了“{name}”里的。请只留对的一份。"
            )
