"""The stretches of a text and the findings that touch them."""

from __future__ import annotations

from jixiao.audit.document.finding import AuditFinding, AuditKind, Pointer, TextSpan
from jixiao.audit_results.marks import FindingMark, marks_of, pointers_of, stretches
from jixiao.model.outcome import Severity


def one(*places: tuple[int, int], consequences: tuple[AuditFinding, ...] = ()) -> AuditFinding:
    pointers = tuple(Pointer((TextSpan(0, *place),)) for place in places)
    return AuditFinding(
        "X", AuditKind.SUM, Severity.ERROR, "不对", "引文", pointers=pointers, consequences=consequences
    )


def test_the_pieces_are_the_text():
    marks = [
        FindingMark(1, 3, 1, Severity.ERROR),
        FindingMark(2, 5, 2, Severity.NOTE),
        FindingMark(4, 9, 3, Severity.NOTE),
    ]
    pieces = list(stretches("甲乙丙丁戊己", marks))
    assert "".join(piece for piece, _ in pieces) == "甲乙丙丁戊己"
    assert [[mark.number for mark in covering] for _, covering in pieces] == [[], [1], [1, 2], [2], []]


def test_each_place_is_there_once_and_what_follows_behind():
    behind = one((7, 9), (1, 2))
    found = pointers_of(one((1, 3), (3, 4), (1, 2), consequences=(behind,)))
    assert [place.spans[0].start for place in found] == [1, 3, 7]


def test_a_place_of_two_lines_has_one_name_and_one_number():
    split = Pointer((TextSpan(0, 5, 9), TextSpan(1, 0, 3)))
    finding = AuditFinding("X", AuditKind.SUM, Severity.ERROR, "不对", "引文", pointers=(split,))
    marks = marks_of([finding])
    [first], [second] = marks[0, 0, 0], marks[1, 0, 0]
    assert (first.anchor, first.last, second.anchor, second.last) == ("p1-0", False, "", True)
