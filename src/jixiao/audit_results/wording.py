"""How findings of an audit are said, on the screen, in a marked copy and in a list alike."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.document.finding import Audit, AuditFinding, AuditKind
from jixiao.audit.document.passage import outside
from jixiao.model.outcome import Severity

SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "存疑", Severity.NOTE: "提示"}
KINDS = {
    AuditKind.SUM: "合计与明细",
    AuditKind.CHANGE: "增减变动",
    AuditKind.RATIO: "比率",
    AuditKind.EQUALITY: "前后一致",
    AuditKind.BALANCE: "收支平衡",
    AuditKind.SCORE: "得分",
    AuditKind.NUMBERING: "编号",
    AuditKind.NAMING: "文字",
    AuditKind.BOOK: "与工作簿",
    AuditKind.LAST_YEAR: "与上年报告",
}
_OF_WORDS = (AuditKind.NAMING, AuditKind.NUMBERING)
_MOST = 5  # consequences that are told where they are told in full
_SHORT = 60  # letters of a quote on the screen


def heading(number: int, finding: AuditFinding) -> str:
    """第3条（错误）: by this number people find it in all that is written."""
    return f"第{number}条（{SEVERITIES[finding.severity]}）"


def counted(audit: Audit) -> str:
    """错误2处，提示1处; or that there is nothing."""
    found = {severity: number_of(audit, severity) for severity in SEVERITIES}
    said = "，".join(f"{SEVERITIES[severity]}{number}处" for severity, number in found.items() if number)
    nothing = "没有发现问题" if audit.figures else "没有可以核对的，请检查是否选错了文件"
    return said or nothing


def number_of(audit: Audit, severity: Severity) -> int:
    """How many findings are of a severity."""
    return sum(finding.severity is severity for finding in audit.findings)


def looked_at(audit: Audit) -> str:
    """How much was looked at."""
    return f"查到{audit.figures}个数，核对{audit.relations}项关系"


def place_of(finding: AuditFinding) -> str:
    """第5页, 第12段, 第2个表第7行: as exactly as the kind of file allows."""
    words = next((pointer.words for pointer in finding.pointers if pointer.words), "")
    page = f"第{finding.page}页" if finding.page else ""
    paragraph = f"第{finding.paragraph}段" if finding.paragraph and not finding.page else ""
    return words or page or paragraph


def followed_by(finding: AuditFinding) -> str:
    """How many further places do not hold because of the same slip."""
    return f"由此还有{len(finding.consequences)}处对不上。" if finding.consequences else ""


def told(number: int, finding: AuditFinding) -> Iterator[str]:
    """A finding with all that is to be said about it, in lines."""
    yield f"{heading(number, finding)}{finding.message}"
    if finding.mend:
        yield finding.mend
    if finding.consequences:
        yield followed_by(finding)
        yield from (f"· {one.message}" for one in finding.consequences[:_MOST])


def quoted(finding: AuditFinding) -> str:
    """What stands there. Of a row of a table the figures concerned: its cells run together say little."""
    first = finding.pointers[0].spans[:1] if finding.pointers else ()
    if finding.kind in _OF_WORDS or not first or not first[0].row:
        return finding.quote
    row = first[0].block, first[0].row
    here = [one.text for one in finding.pointers if {(span.block, span.row) for span in one.spans} == {row}]
    return "、".join(dict.fromkeys(here)) or finding.quote


def shortened(quote: str) -> str:
    """The beginning and the end of a quote that is too long for a line."""
    if len(quote) <= _SHORT:
        return quote
    first = outside(quote, _SHORT // 2)
    last = outside(quote, len(quote) - _SHORT // 2, back=True)
    return f"{quote[:first]}……{quote[last:]}" if first < last else quote
