"""Where findings touch a text: its stretches, each with the findings that are marked there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from jixiao.audit.document.finding import AuditFinding, Pointer, TextSpan
from jixiao.model.outcome import Severity

Place = tuple[int, int, int]  # block, row and column; the last two are 0 for a paragraph


class FindingMark(msgspec.Struct, frozen=True):
    """A stretch of one text that a finding points to.

    `anchor`: the name by which it is found; further stretches of the same place have none. `main`: whether it
    is what the finding is told of, and not only a figure or wording that it follows from. `last`: the place
    ends here.
    """

    start: int
    end: int
    number: int
    severity: Severity
    anchor: str = ""
    main: bool = False
    last: bool = True


def marks_of(findings: Sequence[AuditFinding]) -> Mapping[Place, list[FindingMark]]:
    """The marks of each paragraph and each cell."""
    found: dict[Place, list[FindingMark]] = defaultdict(list)
    for number, finding in enumerate(findings, 1):
        for nth, pointer in enumerate(pointers_of(finding)):
            for index, span in enumerate(pointer.spans):
                place = span.block, span.row, span.column
                first, last = index == 0, index == len(pointer.spans) - 1
                anchor = anchor_of(number, nth) if first else ""
                mark = FindingMark(span.start, span.end, number, finding.severity, anchor, nth == 0, last)
                found[place].append(mark)
    return found


def pointers_of(finding: AuditFinding) -> tuple[Pointer, ...]:
    """The places of a finding, then those where something else does not hold because of it.

    Each is there once, and none that lies within one before it.
    """
    behind = (pointer for one in finding.consequences for pointer in one.pointers[:1])
    found: list[Pointer] = []
    seen: list[TextSpan] = []
    for pointer in (*finding.pointers, *behind):
        if not all(any(_is_within(span, wider) for wider in seen) for span in pointer.spans):
            found.append(pointer)
            seen += pointer.spans
    return tuple(found)


def _is_within(span: TextSpan, wider: TextSpan) -> bool:
    place, other = (span.block, span.row, span.column), (wider.block, wider.row, wider.column)
    return place == other and wider.start <= span.start and span.end <= wider.end


def anchor_of(number: int, nth: int) -> str:
    """The name of a place of a finding within the page."""
    return f"p{number}-{nth}"


def stretches(text: str, marks: Sequence[FindingMark]) -> Iterator[tuple[str, list[FindingMark]]]:
    """The text in pieces, each with the marks that cover it; the pieces together are the text."""
    sound = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    edges = sorted({0, len(text), *(mark.start for mark in sound), *(mark.end for mark in sound)})
    for start, end in pairwise(edges):
        covering = [mark for mark in sound if mark.start <= start and end <= mark.end]
        yield text[start:end], covering
