"""A raw cell and its term -> a fact, and a remark where the cell had to be interpreted or cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Decimal

import msgspec
from msgspec.structs import replace

from jixiao.model.fact import ZERO, Fact, Kind, Place, State, Value
from jixiao.model.figures import plain as plain_digits
from jixiao.model.term import Term
from jixiao.workbook.file.cells import CONTROL, Content, RawCell, seen
from jixiao.workbook.file.texts import is_picture
from jixiao.workbook.reading.book_unit import BookUnit
from jixiao.workbook.reading.counts_in_words import count_in_words
from jixiao.workbook.reading.numbers_and_dates import (
    TypedNumber,
    date_from_serial,
    date_from_text,
    is_mark,
    plain,
)
from jixiao.workbook.reading.remark import Remark
from jixiao.workbook.reading.shown import as_number, as_shown, shown_text

CENT = Decimal("0.01")
PERCENT_SIGNS = ("%", "％")
LARGEST_RATIO = 2  # a percent cell holding more was typed as percent points
LARGEST = Decimal(10) ** 13  # more 元, persons or rooms no unit has
PICTURE = "图片"
FIRST_YEAR, LAST_YEAR = 1949, 2199
_YES_NO = {"TRUE": "是", "FALSE": "否"}
_PLAIN_UNITS = {"", "人", "个", "名", "次", "㎡", "m2", "平方米", "年", "年度", "分", "项", "件", "份"}
_NONE = re.compile(r"[（(\s]*(?:(?:本单位|本年度?|均|暂)?(?:无|没有)|不涉及|不适用|[-—–－/]+)[）)。；;\s]*")
_AS_SEEN = (Kind.TEXT, Kind.NUMBER)
_COUNTS = (Kind.COUNT, Kind.NUMBER)
_CODE = re.compile(r"[0-9]+")
_BARE_RATIO = re.compile(r"0\.[0-9]*[1-9][0-9]*")


def said_none(facts: Iterable[Fact]) -> Fact | None:
    """What says so in a row that says 无 or zeros and no more: whoever has no such row writes that there."""
    said = None
    for fact in facts:
        if fact.empty or fact.state is State.LOST:
            continue
        zero = fact.filled and fact.kind.numeric and fact.value == ZERO
        if not zero and not _NONE.fullmatch(fact.typed):
            return None
        said = said or fact
    return said


class Understood(msgspec.Struct, frozen=True):
    fact: Fact
    remark: Remark | None = None


def _never(_: RawCell) -> bool:
    return False


class Reader(msgspec.Struct, frozen=True):
    """Understands cells of one workbook."""

    unit: BookUnit
    epoch_1904: bool = False
    dated: Callable[[RawCell], bool] = _never
    struck_out: Callable[[RawCell], bool] = _never  # as a whole
    in_percent: Callable[[RawCell], bool] = _never

    def understand(self, term: Term, place: Place, raw: RawCell | None) -> Understood:
        """Never raises: what cannot be read becomes a fact without value, and a remark."""
        if raw is None:
            return Understood(Fact(term.name, term.label, term.kind, place, state=State.BLANK))
        if raw.struck or self.struck_out(raw):
            return self._without_struck(term, place, raw)
        if not raw.text.isprintable() and CONTROL.search(raw.text):
            return self._without_control(term, place, raw)
        if raw.content is Content.ERROR:
            return self._unreadable(term, place, raw, State.ERROR, Remark.ERROR_VALUE)
        if raw.content is Content.UNCALCULATED:
            return self._unreadable(term, place, raw, State.UNCALCULATED, Remark.NEVER_CALCULATED)
        if is_picture(raw.text):
            picture = RawCell(Content.TEXT, PICTURE)
            return self._unreadable(term, place, picture, State.TEXT, Remark.PICTURE)
        if raw.content is Content.NUMBER and term.kind in _AS_SEEN and self.in_percent(raw):
            return self._percentage(term, place, raw)
        if term.kind is Kind.DATE:
            return self._date(term, place, raw)
        if term.kind.numeric:
            return self._number(term, place, raw)
        return self._text(term, place, raw)

    def _without_control(self, term: Term, place: Place, raw: RawCell) -> Understood:
        """No document can hold control characters; that they were left out is told."""
        text = CONTROL.sub("", raw.text)
        understood = self.understand(term, place, replace(raw, text=text) if seen(text) else None)
        return replace(understood, remark=understood.remark or Remark.UNSEEN)

    def _without_struck(self, term: Term, place: Place, raw: RawCell) -> Understood:
        """Whoever strikes words out has taken them back; that they do not count is told."""
        rest = replace(raw, struck=False) if seen(raw.text) and not self.struck_out(raw) else None
        understood = self.understand(term, place, rest)
        told = Remark.STRUCK if understood.remark in (None, Remark.READ_AS) else understood.remark
        return replace(understood, remark=told)

    def _text(self, term: Term, place: Place, raw: RawCell) -> Understood:
        text = (
            _YES_NO[raw.text]
            if raw.content is Content.BOOLEAN
            else as_shown(raw, self.dated, self.epoch_1904).strip()
        )
        if term.kind is Kind.CODE:
            return self._code(term, place, raw, text)
        bare = raw.content is Content.NUMBER and _BARE_RATIO.fullmatch(text) and term.kind is Kind.TEXT
        remark = Remark.BARE_RATIO if bare else None
        remark = Remark.NOT_A_CHOICE if term.choices and text not in term.choices else remark
        return Understood(_fact(term, place, raw, text), remark)

    def _percentage(self, term: Term, place: Place, raw: RawCell) -> Understood:
        """A ratio that Excel shows in per cent: so people have typed it, and so it is told and printed."""
        typed = as_number(raw)
        shown = raw.text if typed is None else f"{plain_digits(typed.value * 100)}%"
        if term.kind is Kind.TEXT:
            return self._text(term, place, replace(raw, content=Content.TEXT, text=shown))
        understood = self._number(term, place, raw)
        return replace(understood, fact=replace(understood.fact, typed=shown))

    def _code(self, term: Term, place: Place, raw: RawCell, text: str) -> Understood:
        """Digits and nothing else: no wildcard, no letter O for a nought, no name, no blank in between."""
        code = "" if any(map(is_mark, text)) else plain(text)
        if not _CODE.fullmatch(code):
            return self._unreadable(term, place, raw, State.TEXT, Remark.NOT_A_CODE)
        return Understood(_fact(term, place, raw, code))

    def _date(self, term: Term, place: Place, raw: RawCell) -> Understood:
        value = date_from_text(shown_text(raw))
        if value is None and raw.content is Content.NUMBER:
            serial = as_number(raw)
            value = None if serial is None else date_from_serial(serial.value, self.epoch_1904)
        if value is None:
            return self._unreadable(term, place, raw, State.TEXT, Remark.NOT_A_DATE)
        return Understood(_fact(term, place, raw, value))

    def _number(self, term: Term, place: Place, raw: RawCell) -> Understood:
        typed = _as_count(raw) if term.kind in _COUNTS else as_number(raw)
        if typed is not None and abs(typed.value) > LARGEST:
            return self._unreadable(term, place, raw, State.TEXT, Remark.TOO_LARGE)
        if typed is not None and term.kind is not Kind.YEAR and (day := self._day(raw, typed.value)):
            shown = replace(raw, content=Content.TEXT, text=day)
            return self._unreadable(term, place, shown, State.TEXT, Remark.IS_A_DATE)
        scaled = None if typed is None else self._scaled(term.kind, typed)
        if typed is None or scaled is None:
            return self._unreadable(term, place, raw, State.TEXT, Remark.NOT_A_NUMBER)
        value, interpreted = scaled
        fact = _fact(term, place, raw, value, self._quantum(term.kind, typed))
        return Understood(fact, _remark(term, value, interpreted or raw.content is Content.TEXT))

    def _day(self, raw: RawCell, serial: Decimal) -> str:
        """The day that Excel shows in place of a number; empty where it shows a number."""
        if raw.content is not Content.NUMBER or not date_from_serial(serial, self.epoch_1904):
            return ""
        return as_shown(raw, self.dated, self.epoch_1904) if self.dated(raw) else ""

    def _scaled(self, kind: Kind, typed: TypedNumber) -> tuple[Decimal, bool] | None:
        """The value as stored in a fact, and whether it had to be interpreted; None for a strange unit."""
        if kind is Kind.AMOUNT:
            factor = self._factor(typed.unit)
            if factor is None:
                return None
            return (typed.value * factor).quantize(CENT, ROUND_HALF_UP), bool(typed.unit)
        if typed.unit in PERCENT_SIGNS and kind in (Kind.PERCENT, Kind.NUMBER):
            return typed.value / 100, False
        if typed.unit not in _PLAIN_UNITS:
            return None
        if kind is Kind.PERCENT and abs(typed.value) > LARGEST_RATIO:
            return typed.value / 100, True
        return typed.value, bool(typed.unit)

    def _factor(self, unit: str) -> Decimal | None:
        """How many 元 the unit behind an amount is; people shorten it: 万 for 万元."""
        if not unit:
            return self.unit.factor
        return next((factor for name, factor in self.unit.factors.items() if name.startswith(unit)), None)

    def _quantum(self, kind: Kind, typed: TypedNumber) -> Decimal:
        """0.01 of the unit, or 0.01 元 where more digits were given; of a sum, those of its parts."""
        if kind is not Kind.AMOUNT or not typed.value:
            return ZERO
        if self.unit.summed:
            return self.unit.quantum * self.unit.summed  # a sum is as uncertain as its parts together
        factor = self._factor(typed.unit) or self.unit.factor
        two_digits = typed.value == typed.value.quantize(CENT, ROUND_HALF_UP)
        return CENT * factor if two_digits else CENT

    @staticmethod
    def _unreadable(term: Term, place: Place, raw: RawCell, state: State, remark: Remark) -> Understood:
        fact = Fact(term.name, term.label, term.kind, place, state=state, typed=shown_text(raw))
        return Understood(fact, remark)


def _fact(term: Term, place: Place, raw: RawCell, value: Value, quantum: Decimal = ZERO) -> Fact:
    return Fact(term.name, term.label, term.kind, place, value, quantum, typed=shown_text(raw))


def _remark(term: Term, value: Decimal, interpreted: bool) -> Remark | None:
    if term.kind in (Kind.COUNT, Kind.YEAR) and value != value.to_integral_value():
        return Remark.FRACTION
    if term.kind is Kind.YEAR and not FIRST_YEAR <= value <= LAST_YEAR:
        return Remark.NOT_A_YEAR
    if term.low is not None and value < term.low:
        return Remark.NEGATIVE
    return Remark.READ_AS if interpreted else None


def _as_count(raw: RawCell) -> TypedNumber | None:
    """A number, also one in words, or with what it counts behind it: 三个, 20场."""
    typed = as_number(raw)
    if raw.content is Content.NUMBER or (typed and typed.unit in (*_PLAIN_UNITS, *PERCENT_SIGNS)):
        return typed
    return count_in_words(raw.text) or typed
