"""What an audit found as a JSON document: the contract with programs, docs/schema/audit.schema.json."""

from __future__ import annotations

from typing import Any

from jixiao.audit.document.finding import Audit, AuditFinding
from jixiao.audit_results.audited_file import AuditedFile


def audit_document(one: AuditedFile) -> dict[str, Any]:
    """The document about one file."""
    if one.audit is None:
        return {"file": one.file, "error": one.trouble}
    audit = one.audit
    return {
        "file": one.file,
        "kind": audit.kind,
        "findings": [_finding(finding, audit) for finding in audit.findings],
        "counts": {"figures": audit.figures, "relations": audit.relations},
        "unread": list(audit.unread),
        "marked": one.marked or None,
        "remarks": [*audit.held, *one.remarks],
    }


def _finding(finding: AuditFinding, audit: Audit) -> dict[str, Any]:
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
        "consequences": [_finding(one, audit) for one in finding.consequences],
    }
    # of other files nobody knows which text without white space is meant
    return said | ({"at": finding.at} if audit.kind == "txt" else {})
