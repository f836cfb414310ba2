"""What an audit found, as lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from jixiao.audit.document.finding import AuditFinding
from jixiao.audit_results.audited_file import AuditedFile
from jixiao.audit_results.beside import AuditedBeside
from jixiao.audit_results.wording import (
    SEVERITIES,
    counted,
    followed_by,
    looked_at,
    number_of,
    place_of,
    quoted,
    shortened,
)
from jixiao.model.outcome import Severity

_SHOWN = 3  # marked copies that a message names


def as_text(one: AuditedFile) -> Iterator[str]:
    """One line a finding, by severity; nothing of a file that could not be read."""
    if one.audit is None:
        return
    audit = one.audit
    yield f"{audit.file}：{looked_at(audit)}，{counted(audit)}。"
    yield from audit.unread
    yield from audit.held
    numbered = list(enumerate(audit.findings, 1))
    for severity, word in SEVERITIES.items():
        found = [(number, finding) for number, finding in numbered if finding.severity is severity]
        if found:
            yield f"{word}（{len(found)}）"
            yield from (_line(number, finding) for number, finding in found)
    if one.marked:
        yield f"标注稿：{one.marked}"
    if one.unplaced:
        yield f"第{'、'.join(map(str, one.unplaced))}条在标注稿里没有标出位置，请按原文查找。"
    yield from one.remarks


def _line(number: int, finding: AuditFinding) -> str:
    where = f"{place_of(finding)}“{shortened(quoted(finding))}”"
    return f"  {number}. {where}：{finding.message}{finding.mend}{followed_by(finding)}"


def in_a_sentence(found: AuditedBeside) -> str:
    """What came of reports that somebody chose in Excel, for a message box."""
    said = "".join(one.trouble for one in found.done)
    remarks = "".join(remark for one in found.done for remark in one.remarks)
    remarks += "".join(found.remarks)
    shown = "、".join(f"“{Path(one.marked).name}”" for one in found.done[:_SHOWN] if one.marked)
    more = "等" if len(found.done) > _SHOWN else ""
    marked = f"标注稿{shown}{more}和清单“{found.lists[0].name}”在报告旁边，请打开来看。" if shown else ""
    total = _first(found.done) or in_sum(found.done)
    return f"{total}{said}{marked}{remarks}"


def _first(done: Sequence[AuditedFile]) -> str:
    """The only report that was chosen, with what is found in it."""
    audit = done[0].audit if len(done) == 1 else None
    return f"“{audit.file}”{looked_at(audit)}，{counted(audit)}。" if audit else ""


def in_sum(done: Sequence[AuditedFile]) -> str:
    """How many reports there are, and how they stand."""
    audits = [one.audit for one in done if one.audit is not None]
    wrong = sum(number_of(audit, Severity.ERROR) > 0 for audit in audits)
    doubtful = sum(not audit.consistent for audit in audits) - wrong
    lost = len(done) - len(audits)
    parts = [f"有错误{wrong}份" * (wrong > 0), f"只有存疑{doubtful}份" * (doubtful > 0)]
    bare = sum(not audit.figures and not audit.findings for audit in audits)
    sound = len(audits) - wrong - doubtful - bare
    parts += [f"没有可以核对的{bare}份" * (bare > 0)]
    parts += [f"没有错误和存疑{sound}份" * (sound > 0), f"没能审核{lost}份" * (lost > 0)]
    return f"共{len(done)}份报告：{'，'.join(filter(None, parts))}。"
