from __future__ import annotations

from msgspec.structs import replace

from jixiao.audit.document.finding import AuditFinding, AuditKind, Pointer, TextSpan
from jixiao.audit_results.wording import quoted
from jixiao.model.outcome import Severity

GLUED = "项目甲200.00230.0093.48%"


def at(text: str, row: int, column: int) -> Pointer:
    return Pointer((TextSpan(3, 0, len(text), row, column),), text=text)


def finding(*pointers: Pointer) -> AuditFinding:
    return AuditFinding("TABLE-RATE", AuditKind.RATIO, Severity.ERROR, "不符。", GLUED, pointers=pointers)


def test_of_a_row_of_a_table_the_figures_concerned_are_quoted_apart() -> None:
    found = finding(at("93.48%", 2, 4), at("200.00", 2, 2), at("200.00", 2, 3), at("7", 5, 3))
    assert quoted(found) == "93.48%、200.00"
    assert quoted(replace(found, kind=AuditKind.NAMING)) == GLUED


def test_of_a_paragraph_its_piece_is_quoted() -> None:
    assert quoted(finding(at("93.48%", 0, 0))) == quoted(finding()) == GLUED
