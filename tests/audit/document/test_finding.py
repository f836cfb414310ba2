"""Notes leave a report consistent; warnings and errors do not."""

from __future__ import annotations

from jixiao.audit.document.finding import Audit, AuditFinding, AuditKind
from jixiao.model.outcome import Severity


def found(severity: Severity) -> Audit:
    finding = AuditFinding("f1", AuditKind.SUM, severity, "合计不等", "合计10万元")
    return Audit("报告.txt", "txt", (finding,), 1, 1)


def test_a_note_leaves_the_report_consistent():
    assert found(Severity.NOTE).consistent


def test_an_error_does_not():
    assert not found(Severity.ERROR).consistent
