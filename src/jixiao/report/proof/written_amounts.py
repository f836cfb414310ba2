"""Amounts that people write in their texts: a note on each that stands in no cell, for it is often a slip.

A table is checked from all sides, a sentence beside it by nobody; published reports have right tables and
wrong sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

import msgspec

from jixiao.model.fact import Fact, Kind, Record
from jixiao.model.figures import plain
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.report.language.texts import Words
from jixiao.report.language.values import Figure, Numerals
from jixiao.report.proof.numbers import Figures, Number
from jixiao.report.proof.occurrences import Occurrence

UNKNOWN_AMOUNT = "REPORT-04"
MOST = 20  # notes; a text full of other amounts is no slip
AROUND = 12  # characters of the text on each side
SHORTEST = 3  # digits; of fewer, too many are alike by chance
UNITS = (Decimal(10000), Decimal(1) / 10000)  # what 元 for 万元 makes of an amount, and 万元 for 元


class Amount(msgspec.Struct, frozen=True):
    """An amount in 元 that the workbook has or the report works out, with how it is called."""

    value: Decimal
    called: str


class Written(msgspec.Struct, frozen=True):
    """An amount in a text: `value` in 元, `step` what its last digit is worth."""

    number: Number
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
    """A note for each amount in the texts of the workbook that none of its cells and no working has."""
    amounts = list(_amounts(printed, record, numerals))
    notes: dict[str, Finding] = {}
    for occurrence in printed:
        fact = occurrence.value.source if isinstance(occurrence.value, Words) else None
        if isinstance(fact, Fact):
            for written in _written(occurrence.text, figures):
                if not any(written.is_about(amount.value) for amount in amounts):
                    note = _note(written, fact, occurrence.text, _likely(written, amounts, numerals))
                    notes.setdefault(note.key, note)
    return tuple(notes.values())[:MOST]


def _amounts(printed: Iterable[Occurrence], record: Record, numerals: Numerals) -> Iterator[Amount]:
    for fact in record.walk():
        if fact.kind is Kind.AMOUNT and fact.filled:
            yield Amount(fact.number, f"“{fact.label}”（{fact.place}）" if fact.place else f"“{fact.label}”")
    for occurrence in printed:
        value = occurrence.value
        if isinstance(value, Figure) and value.kind is Kind.AMOUNT and value.fact is None:
            yield Amount(value.number, f"报告里的{numerals.amount(value.number)}{numerals.unit}")


def _written(text: str, figures: Figures) -> Iterator[Written]:
    for number in figures.figures_in(text):
        unit = figures.unit_at(text, number.end)
        if unit and not number.rate:
            factor = figures.factors[unit]
            step = Decimal(1).scaleb(min(0, int(number.value.as_tuple().exponent)))
            yield Written(number, unit, number.value * factor, step * factor)


def _likely(written: Written, amounts: Iterable[Amount], numerals: Numerals) -> str:
    """What is probably meant: an amount in the other unit, or one that is a digit away."""
    known = list(amounts)
    for amount in known:
        if any(amount.value and written.is_about(amount.value * factor) for factor in UNITS):
            return f"像是单位写错了：{amount.called}是{_said(amount, numerals)}。"
    for amount in known:
        if _slipped(written.number.text, numerals.amount(abs(amount.value))):
            return f"与{amount.called}的{_said(amount, numerals)}很像。"
    return ""


def _said(amount: Amount, numerals: Numerals) -> str:
    return f"{numerals.amount(amount.value)}{numerals.unit}"


def _slipped(one: str, other: str) -> bool:
    """True if one digit differs, or two that stand beside each other are exchanged."""
    if len(one) != len(other) or sum(map(str.isdigit, one)) < SHORTEST:
        return False
    wrong = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(wrong) == 1:
        return one[wrong[0]].isdigit() and other[wrong[0]].isdigit()
    exchanged = len(wrong) == 2 and wrong[1] - wrong[0] == 1
    return exchanged and one[wrong[0]] == other[wrong[1]] and one[wrong[1]] == other[wrong[0]]


def _note(written: Written, fact: Fact, text: str, likely: str) -> Finding:
    start, end = max(0, written.number.start - AROUND), written.number.end + AROUND
    said = " ".join(text[start:end].split())
    around = f"{'…' if start else ''}{said}{'…' if end < len(text) else ''}"
    return Finding(
        id=UNKNOWN_AMOUNT,
        severity=Severity.NOTE,
        outcome=Outcome.INCONSISTENT,
        label=fact.label,
        message=f"文字“{around}”里写的{written.text}，工作簿里没有这个金额。{likely}",
        place=fact.place,
        stated=plain(written.number.value),
        mend="请核对是否写错；本来就不在表里的金额，不用处理。",
        key=f"{UNKNOWN_AMOUNT}@{fact.place}@{written.text}",
    )
