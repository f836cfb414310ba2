"""A report beside the one that the workbook makes today: which figures differ, and which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from jixiao.report.proof.alignment import aligned
from jixiao.report.proof.lines import Line, NumberSlot, lines_of
from jixiao.report.proof.numbers import Figures
from jixiao.report.proof.occurrences import Occurrence
from jixiao.report.proof.origins import Origin
from jixiao.report.word.reading import Document

Pair = tuple[Line | None, Line | None]

AROUND = 18  # characters of the line on each side of a figure
_HALF_BEFORE, _HALF_BEHIND = re.compile(r"[\d.,-]*$"), re.compile(r"[\d.,%]*")  # no number is cut in two


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that is not as in the workbook: `stated` is empty if it is gone, `expected` if it is new."""

    paragraph: str  # as the report reads; as it was made, if it is gone
    stated: str
    expected: str
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class Rewording:
    """Words that were changed, and no figure with them. One side is empty if a paragraph is new or gone."""

    made: str
    reads: str


@dataclass(slots=True)
class ReportComparison:
    """What came of it; `agreed` counts the figures that are as they should be."""

    agreed: int = 0
    figures: list[Difference] = field(default_factory=list)
    words: list[Rewording] = field(default_factory=list)


def compare_reports(
    made: Document, printed: Iterable[Occurrence], report: Document, figures: Figures
) -> ReportComparison:
    """Hold a report against the one that its workbook makes."""
    places: dict[tuple[str, int], list[Occurrence]] = {}
    for occurrence in printed:
        places.setdefault((occurrence.part, occurrence.paragraph), []).append(occurrence)
    wanted, wanted_beside = lines_of(made, figures, places)
    found, found_beside = lines_of(report, figures, {})
    pairs = [*aligned(wanted, found), *aligned(wanted_beside, found_beside)]
    result = ReportComparison()
    moved = _moved_texts(pairs)
    for one, other in pairs:
        if one and other:
            _compare(one, other, result)
        elif (line := one or other) and line.text in moved:
            _moved(one, other, result)
        else:
            _alone(one, other, result)
    return result


def _moved_texts(pairs: Sequence[Pair]) -> set[str]:
    """Lines that are gone in one place and new in another."""
    gone = {one.text for one, other in pairs if one and not other}
    return gone & {other.text for one, other in pairs if other and not one}


def _compare(one: Line, other: Line, result: ReportComparison) -> None:
    """The numbers of a line with those of the line it has become; words only if no figure has changed."""
    before = len(result.figures)
    for _, i1, i2, j1, j2 in SequenceMatcher(None, one.keys, other.keys, autojunk=False).get_opcodes():
        wanted = [piece for piece in one.pieces[i1:i2] if isinstance(piece, NumberSlot)]
        found = [piece for piece in other.pieces[j1:j2] if isinstance(piece, NumberSlot)]
        for index in range(max(len(wanted), len(found))):
            _slots(_item(wanted, index), _item(found, index), other, result)
    as_before = len(result.figures) == before
    if one.keys != other.keys or (as_before and one.text.split() != other.text.split()):
        result.words.append(Rewording(one.text, other.text))


def _item(slots: Sequence[NumberSlot], index: int) -> NumberSlot | None:
    return slots[index] if index < len(slots) else None


def _slots(wanted: NumberSlot | None, found: NumberSlot | None, line: Line, result: ReportComparison) -> None:
    origin = wanted.origin if wanted else None
    stated, expected = found.said if found else "", wanted.said if wanted else ""
    if wanted and found and wanted.says(found):
        result.agreed += origin is not None
    elif origin is not None or (found and found.figure and (wanted is None or wanted.figure)):
        result.figures.append(Difference(_around(line, found), stated, expected, origin))


def _moved(one: Line | None, other: Line | None, result: ReportComparison) -> None:
    if one:
        result.agreed += sum(slot.origin is not None for slot in one.slots)
    elif other:
        result.words.append(Rewording("", other.text))


def _alone(one: Line | None, other: Line | None, result: ReportComparison) -> None:
    """A line that is gone takes its figures with it; the figures of a new one come from nowhere."""
    for slot in one.slots if one else ():
        if slot.origin is not None:
            result.figures.append(Difference(_around(one, slot), "", slot.text, slot.origin))
    for slot in other.slots if other else ():
        if slot.figure:
            result.figures.append(Difference(_around(other, slot), slot.text, "", None))
    result.words.append(Rewording(one.text if one else "", other.text if other else ""))


def _around(line: Line | None, slot: NumberSlot | None) -> str:
    """The figure with some of its line; the beginning of the line where the figure is gone."""
    if line is None:
        return ""
    start, end = _span(line, slot)
    text = line.text
    before, behind = (
        _HALF_BEFORE.search(text[: max(0, start - AROUND)]),
        _HALF_BEHIND.match(text[end + AROUND :]),
    )
    start = max(0, start - AROUND) - len(before[0] if before else "")
    end += AROUND + len(behind[0] if behind else "")
    stretch = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{stretch}{'…' if end < len(text) else ''}"


def _span(line: Line, slot: NumberSlot | None) -> tuple[int, int]:
    position = 0
    for piece in line.pieces:
        if piece is slot:
            return position, position + len(piece.text if isinstance(piece, NumberSlot) else piece)
        position += len(piece.text if isinstance(piece, NumberSlot) else piece)
    return 0, AROUND
