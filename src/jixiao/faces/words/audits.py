"""What an audit found, as lines for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jixiao.audit.finding import Audit, AuditFinding
from jixiao.model.outcome import Severity

_SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "存疑", Severity.NOTE: "提示"}


def as_text(audit: Audit) -> Iterator[str]:
    """One line a finding, by severity."""
    looked_at = f"查到{audit.figures}个数，核对{audit.relations}项关系"
    yield f"{audit.file}：{looked_at}，发现{len(audit.findings)}处问题。"
    yield from audit.unread
    for severity, word in _SEVERITIES.items():
        found = [finding for finding in audit.findings if finding.severity is severity]
        if found:
            yield f"{word}（{len(found)}）"
            yield from (_line(finding) for finding in found)


def _line(finding: AuditFinding) -> str:
    words = next((pointer.words for pointer in finding.pointers if pointer.words), "")
    behind = f" 由此还有{len(finding.consequences)}处对不上。" if finding.consequences else ""
    return f"  {words}“{finding.quote}”：{finding.message}{finding.mend}{behind}"


def as_json(audit: Audit) -> dict[str, Any]:
    """The document that `--json` prints for one file."""
    lined = audit.kind == "txt"  # of other files nobody knows which text without white space is meant
    return {
        "file": audit.file,
        "findings": [_finding(finding, lined=lined) for finding in audit.findings],
        "counts": {"figures": audit.figures, "relations": audit.relations},
        "unread": list(audit.unread),
    }


def _finding(finding: AuditFinding, *, lined: bool) -> dict[str, Any]:
    said = {
        "id": finding.id,
        "kind": str(finding.kind),
        "severity": str(finding.severity),
        "page": finding.page,
        "paragraph": finding.paragraph,
        "quote": finding.quote,
        "stated": finding.stated,
        "computed": finding.computed,
        "difference": finding.difference,
        "message": finding.message,
        "mend": finding.mend,
        "consequences": [_finding(one, lined=lined) for one in finding.consequences],
    }
    return said | ({"at": finding.at} if lined else {})
