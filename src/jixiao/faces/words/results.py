"""What a run says to people, in lines of text; what it says to scripts is result_document.py."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from jixiao.checks.tally import Tally
from jixiao.inspection import Inspection
from jixiao.model.fact import Place
from jixiao.model.figures import plain
from jixiao.model.finding import Finding, with_those_behind
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.scorecard import Scorecard
from jixiao.pipeline import Run
from jixiao.report.output.naming import DRAFT

_MARKS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"}
EXPLAINED = "已说明"
FOLDED = 3  # findings told in full below the one that they follow
_NOT_YET = ("FRAME-02", "FRAME-07")  # the score is not, or not yet, by the table as it is wanted
_FRAMEWORK = ("FRAME-01", "FRAME-02", "FRAME-03", "FRAME-07")  # nothing, or not yet, by what is wanted there
NO_PLACE = "RESULT-01"  # the finding about a result sheet that is gone


def as_text(inspection: Inspection) -> Iterator[str]:
    """The findings, one per line with what to do about it, and a summary."""
    yield f"工作簿：{inspection.source.path}"
    if inspection.pack.own_rules:
        yield f"自定规则：{'、'.join(str(file) for file in inspection.pack.own_rules)}"
    for finding, behind in with_those_behind(inspection.findings):
        yield from _told(finding)
        yield from _folded(behind)
    yield _summary(inspection)
    if inspection.scorecard is not None:
        yield _score_line(inspection.scorecard)
        yield from _about_framework(inspection)


def _told(finding: Finding) -> Iterator[str]:
    explained = finding.outcome is Outcome.EXPLAINED
    yield f"[{EXPLAINED if explained else _MARKS[finding.severity]}] {finding.message}"
    if explained:
        yield f"       审核说明：{finding.explanation}"
    elif finding.severity is not Severity.NOTE:
        yield f"       怎样改：{finding.mend}"
        for other in finding.suggestions[1:]:  # the first ends the message
            yield f"       也可能：{other.message}"


def _folded(behind: Sequence[Finding]) -> Iterator[str]:
    """What comes of the same slip: the first few in full, of the others where they are."""
    for finding in behind[:FOLDED]:
        yield f"       └ 同一原因：[{_MARKS[finding.severity]}] {finding.message}"
    more = behind[FOLDED:]
    if more:
        places = "、".join(dict.fromkeys(str(finding.place) for finding in more if finding.place))
        yield f"       └ 同一原因还有 {len(more)} 处：{places}"


def _summary(inspection: Inspection) -> str:
    relations, counts = inspection.tally, inspection.counts
    return (
        f"勾稽关系{_came_out(relations)}{_further(inspection.further)}。"
        f"问题清单：错误 {counts['error']} 个，警告 {counts['warning']} 个，已说明 {counts['explained']} 个。"
        f"{_behind(counts['following'])}"
    )


def _behind(count: int) -> str:
    return f"其中 {count} 个由别处的差错引起，列在那一处下面，改了那一处就没有了。" if count else ""


def _came_out(tally: Tally) -> str:
    counted = (Severity.ERROR, Severity.WARNING)
    levels = "、".join(f"{_MARKS[level]} {tally.broken[level]}" for level in counted)
    return (
        f"共 {tally.checks} 项：不平 {tally.inconsistent} 项（{levels}），"
        f"{_MARKS[Severity.NOTE]} {tally.hints} 项，尾差 {tally.rounding} 项，"
        f"通过 {tally.passed} 项，未检查 {tally.not_checked} 项（未填、不适用或无法核对）"
    )


def _further(tally: Tally) -> str:
    """Of what the sheet of relations does not list."""
    return f"；另有自定规则和与上年的核对{_came_out(tally)}" if tally.checks else ""


def _score_line(card: Scorecard) -> str:
    score = f"自评得分：{plain(card.total)} 分（满分 {plain(card.max_total)} 分）"
    if not card.complete:
        return f"{score}，还有指标没有评分，未定等级。"
    return f"{score}，等级：{card.grade}。" if card.grade else f"{score}。"  # not every form grades


def _about_framework(inspection: Inspection) -> Iterator[str]:
    """What is open of the sheet by which the score came about, said again behind the score, once a kind."""
    told = {
        finding.id: finding for finding in inspection.findings if finding.open and finding.id in _FRAMEWORK
    }
    yield from (f"注意：{finding.message}" for finding in told.values())


def first_place(inspection: Inspection) -> Place | None:
    """The cell of the first finding that is still open and has one."""
    return next((f.place for f in inspection.findings if f.open and f.place), None)


def in_a_sentence(inspection: Inspection, report: Path | None) -> str:
    """What came of it, for a message box."""
    counts = inspection.counts
    found = (
        f"校验完成：错误 {counts['error']} 个，警告 {counts['warning']} 个，已说明 {counts['explained']} 个"
    )
    first = first_place(inspection)
    where = f"，第一处在 {first}" if first else ""
    made = f"报告{DRAFT if inspection.draft else ''}已生成：{report.name}。" if report else ""
    framework = "".join(f.message for f in inspection.findings if f.open and f.id in _NOT_YET)
    return f"{found}{where}。{framework}{made}"


def sheets_written(done: Run) -> str:
    """The sheets that a run has written; one that is gone holds no results."""
    sheets = ("校验结果", "评分表") if done.inspection.scorecard else ("校验结果",)
    gone = {finding.label for finding in done.inspection.findings if finding.id == NO_PLACE}
    return "和".join(sheet for sheet in sheets if sheet not in gone) or "（结果表不见了，没有结果）"
