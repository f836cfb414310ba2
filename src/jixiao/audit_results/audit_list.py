"""The list of what audits found, as an .xlsx: a sheet with a line for each file, one with each finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from os.path import relpath
from pathlib import Path
from urllib.parse import quote

from jixiao.audit.document.finding import Audit, AuditFinding
from jixiao.audit_results.audited_file import AuditedFile
from jixiao.audit_results.wording import KINDS, SEVERITIES, number_of, place_of, quoted
from jixiao.desk.summary.sheet import COUNT, Cell, Link, SummaryColumn, SummarySheet, numbered
from jixiao.desk.summary.writing import write_sheets
from jixiao.made_marks import bears_mark, marked
from jixiao.report.output.writing import refuse_taken, write_report

FILES = (
    SummaryColumn("序号", 6, COUNT),
    SummaryColumn("文件", 36),
    SummaryColumn("查到的数", 10, COUNT),
    SummaryColumn("核对的关系", 12, COUNT),
    *(SummaryColumn(word, 8, COUNT) for word in SEVERITIES.values()),
    SummaryColumn("标注稿", 36),
    SummaryColumn("没有审核或没有读到的", 60),
)
FINDINGS = (
    SummaryColumn("文件", 24),
    SummaryColumn("条", 6, COUNT),
    SummaryColumn("程度", 8),
    SummaryColumn("种类", 12),
    SummaryColumn("位置", 18),
    SummaryColumn("原文", 40),
    SummaryColumn("问题", 56),
    SummaryColumn("写的是", 24),
    SummaryColumn("应当是", 24),
    SummaryColumn("相差", 12),
    SummaryColumn("怎样改", 28),
    SummaryColumn("由此对不上的", 8, COUNT),
    SummaryColumn("规则", 22),
)


def write_list(target: Path, done: Sequence[AuditedFile], tell: Callable[[str], object] = str) -> list[Path]:
    """Write the list. Raises OSError, and UnusableInput if something else has its name.

    A file there that somebody has written into is kept under another name; `tell` is given the sentences.
    """

    def put(path: Path, content: bytes) -> Path:
        written = write_report(path, marked(content), bears_mark)
        for sentence in written.remarks:
            tell(sentence)
        return written.path

    refuse_taken(target)
    return write_sheets(target, sheets(done, target.parent), put=put)


def sheets(done: Sequence[AuditedFile], folder: Path) -> list[SummarySheet]:
    """The sheets; marked copies are linked by their way from the folder."""
    note = "“错误”一定对不上，“存疑”请核实，“提示”请看一眼。各条的编号与标注稿里的相同。"
    both = [
        SummarySheet("文件", "审核的文件", FILES, numbered(_file(one, folder) for one in done), note=note),
        SummarySheet(
            "问题", "查到的问题", FINDINGS, (row for one in done for row in _findings(one, folder)), note=note
        ),
    ]
    return both if len(done) != 1 else both[::-1]  # of one file people want to see what was found


def _file(one: AuditedFile, folder: Path) -> list[Cell]:
    marked = Link(Path(one.marked).name, _target(one.marked, folder)) if one.marked else ""
    said = (one.trouble, *(one.audit.unread if one.audit else ()), *one.remarks)
    return [Path(one.file).name, *_counts(one.audit), marked, "\n".join(filter(None, said))]


def _counts(audit: Audit | None) -> list[Cell]:
    if audit is None:  # what was not looked at has no zeros
        return [None] * (2 + len(SEVERITIES))
    return [audit.figures, audit.relations, *(number_of(audit, severity) for severity in SEVERITIES)]


def _findings(one: AuditedFile, folder: Path) -> Iterator[list[Cell]]:
    findings = one.audit.findings if one.audit else ()
    for number, finding in enumerate(findings, 1):
        name = Path(one.file).name
        file = (
            Link(name, _target(f"{one.marked}", folder) + _anchor(one.marked, number)) if one.marked else name
        )
        yield [file, number, *_finding(finding)]


def _finding(finding: AuditFinding) -> Iterator[Cell]:
    yield SEVERITIES[finding.severity]
    yield KINDS[finding.kind]
    yield place_of(finding)
    yield quoted(finding)
    yield finding.message
    yield finding.stated
    yield finding.computed
    yield finding.difference
    yield finding.mend
    yield len(finding.consequences)
    yield finding.id


def _anchor(marked: str, number: int) -> str:
    """Within a page the finding itself can be reached."""
    return f"#f{number}" if marked.endswith(".html") else ""


def _target(path: str, folder: Path) -> str:
    return quote(Path(relpath(path, folder)).as_posix(), safe="/")
