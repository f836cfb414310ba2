"""Amounts that people write in their texts: those that stand in no cell are pointed out.

A table is checked from all sides, a sentence beside it by nobody; published reports have right tables and
wrong sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

import msgspec

from jixiao.model.fact import Fact, Kind, Record, places_of
from jixiao.model.figures import plain
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.report.language.texts import SourcedText
from jixiao.report.language.values import Figure, Numerals
from jixiao.report.proof.numbers import Figures, TextNumber
from jixiao.report.proof.occurrences import Occurrence

UNKNOWN_AMOUNT = "REPORT-04"
MOST = 20  # notes; a text full of other amounts is no slip
AROUND = 14  # characters of the text on each side
SHORTEST = 4  # digits of an amount that may have been mistyped; of fewer, too many are alike by chance
_NEAR = 20  # characters
_PART = re.compile(r"[0-9０-９][。，、,．.]\s*$")  # before a number that is only the rest of one: 846。08
_HALF_BEFORE, _HALF_BEHIND = re.compile(r"^[0-9.,%]+"), re.compile(r"[0-9.,]+$")
UNITS = (Decimal(10000), Decimal(1) / 10000)  # what 元 for 万元 makes of an amount, and 万元 for 元


class KnownAmount(msgspec.Struct, frozen=True):
    """An amount in 元 that the workbook has or the report works out: its label, and how it is called."""

    value: Decimal
    label: str
    called: str


class WrittenAmount(msgspec.Struct, frozen=True):
    """An amount in a text: `value` in 元, `step` what its last digit is worth."""

    number: TextNumber
    unit: str
    value: Decimal
    step: Decimal

    @property
    def text(self) -> str:
        return f"{self.number.text}{self.unit}"

    def is_about(self, amount: Decimal) -> bool:
        """True if the amount would be written so, whatever its sign."""
        return abs(abs(amount) - abs(self.value)) <= self.step / 2


def unknown_amounts(
    printed: Sequence[Occurrence], record: Record, figures: Figures, numerals: Numerals
) -> tuple[Finding, ...]:
    """A finding for each amount in the texts of the workbook that none of its cells and no working has.

    It is a warning where it looks like a slip of a certain amount, else a note.
    """
    amounts = list(_amounts(printed, record, numerals))
    found: dict[str, Finding] = {}
    for occurrence in printed:
        fact = occurrence.value.source if isinstance(occurrence.value, SourcedText) else None
        if isinstance(fact, Fact) and fact.term not in figures.no_amounts:
            for written in _once_each(_written(occurrence.text, figures)):
                if not any(written.is_about(amount.value) for amount in amounts):
                    doubt = _doubt(written, fact, occurrence.text, amounts, numerals)
                    found.setdefault(doubt.key, doubt)
                if len(found) == MOST:
                    return tuple(found.values())
    return tuple(found.values())


def _once_each(amounts: Iterable[WrittenAmount]) -> Iterator[WrittenAmount]:
    """The first of those that are written alike: one finding is made of them."""
    seen: set[str] = set()
    for amount in amounts:
        if amount.text not in seen:
            seen.add(amount.text)
            yield amount


def _amounts(printed: Iterable[Occurrence], record: Record, numerals: Numerals) -> Iterator[KnownAmount]:
    for fact in record.walk():
        if fact.kind is Kind.AMOUNT and fact.filled:
            place = f"（{fact.place}）" if fact.place else ""
            yield KnownAmount(fact.number, fact.label, f"“{fact.label}”{place}")
    for occurrence in printed:
        value = occurrence.value
        if isinstance(value, Figure) and value.kind is Kind.AMOUNT and value.fact is None:
            yield KnownAmount(value.number, "", f"报告里的{numerals.amount(value.number)}{numerals.unit}")


def _written(text: str, figures: Figures) -> Iterator[WrittenAmount]:
    for number in figures.figures_in(text):
        unit = figures.unit_at(text, number.end)
        if unit and not number.rate and not _PART.search(text, max(number.start - _NEAR, 0), number.start):
            factor = figures.factors[unit]
            step = Decimal(1).scaleb(min(0, int(number.value.as_tuple().exponent)))
            yield WrittenAmount(number, unit, number.value * factor, step * factor)


def _likely(written: WrittenAmount, before: str, amounts: Sequence[KnownAmount], numerals: Numerals) -> str:
    """What is probably meant: an amount in the other unit, or one that is a digit away.

    Of several, the one whose label the words before it speak of.
    """
    for alike, pattern in ((_in_other_unit, "像是单位写错了：{}是{}。"), (_mistyped, "像是写错了：{}是{}。")):
        found = [amount for amount in amounts if alike(written, amount, numerals)]
        if found:
            best = max(found, key=lambda amount: _shared(amount.label, before))
            return pattern.format(best.called, f"{numerals.amount(best.value)}{numerals.unit}")
    return ""


def _shared(label: str, before: str) -> int:
    """How much of a label the words say, in pairs of characters."""
    pairs = {label[at : at + 2] for at in range(len(label) - 1)}
    return sum(pair in before for pair in pairs)


def _in_other_unit(written: WrittenAmount, amount: KnownAmount, _: Numerals) -> bool:
    sure = sum(map(str.isdigit, written.number.text)) >= SHORTEST
    return sure and any(amount.value and written.is_about(amount.value * factor) for factor in UNITS)


def _mistyped(written: WrittenAmount, amount: KnownAmount, numerals: Numerals) -> bool:
    return _slipped(written.number.text, numerals.amount(abs(amount.value)))


def _slipped(one: str, other: str) -> bool:
    """True if one digit differs, or two that stand beside each other are exchanged."""
    if len(one) != len(other) or sum(map(str.isdigit, one)) < SHORTEST:
        return False
    wrong = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(wrong) == 1:
        return one[wrong[0]].isdigit() and other[wrong[0]].isdigit()
    exchanged = len(wrong) == 2 and wrong[1] - wrong[0] == 1
    return exchanged and one[wrong[0]] == other[wrong[1]] and one[wrong[1]] == other[wrong[0]]


def _doubt(
    written: WrittenAmount, fact: Fact, text: str, amounts: Sequence[KnownAmount], numerals: Numerals
) -> Finding:
    start, end = max(0, written.number.start - AROUND), written.number.end + AROUND
    before, behind = text[start : written.number.start], text[written.number.end : end]
    likely = _likely(written, before, amounts, numerals)
    before = _HALF_BEFORE.sub("", before) if start else before
    stretch = "".join(f"{before}{written.number.text}{_HALF_BEHIND.sub('', behind)}".split())
    around = f"{'…' if start else ''}{stretch}{'…' if end < len(text) else ''}"
    return Finding(
        id=UNKNOWN_AMOUNT,
        severity=Severity.WARNING if likely else Severity.NOTE,
        outcome=Outcome.INCONSISTENT,
        label=fact.label,
        message=f"{fact.lead}文字“{around}”里的{written.text}，工作簿里没有这个金额。{likely}",
        place=fact.place,
        stated=plain(written.number.value),
        mend="请核对，写错的改正；"
        + ("确是另一个金额的，请在审核说明中写明。" if likely else "本来就不在表里的，不用处理。"),
        cells=places_of([fact]),
        key=f"{UNKNOWN_AMOUNT}@{fact.place}@{written.text}",
    )
