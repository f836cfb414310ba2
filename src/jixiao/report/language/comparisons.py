"""Phrases that compare: with last year, with the budget, with a whole. Part of `Phrases`.

All of them go by the figures as printed: a reader who does the sum again comes to the same words.
"""

from __future__ import annotations

from decimal import Decimal
from string import Formatter

from jixiao.model.fact import Kind
from jixiao.model.figures import percent
from jixiao.report.language.derived import Derived
from jixiao.report.language.phrase import PhraseUse, phrase
from jixiao.report.language.style import ReportStyle
from jixiao.report.language.texts import ComposedText, trimmed, without
from jixiao.report.language.values import Figure, Numerals

CHANGE = "|{0} - {1}|（按印出的数）"
RATE = "|{0} - {1}| ÷ {1}（按印出的数）"
SHARE = "{0} ÷ {1}（按印出的数）"


class Comparing:
    """Sentences about two figures; none of them says what the figures deny."""

    style: ReportStyle
    numerals: Numerals

    @phrase(PhraseUse.FUNCTION, "本年与上年相比：增减额、幅度和原因")
    def change(self, current: Figure, base: Figure, reason: str = "", than: str = "") -> str:
        """This year against last year: amount, rate and reason, by the figures as printed.

        `than` says what the base is of where it is not last year: 上年末, of what there is on a day.

        A figure that is not filled in cannot be compared, nor with one that there cannot be. No rate from a
        base of zero or less, or down to less than zero; no amount, rate or reason where both print alike.
        """
        words, than = self.style.change, than or self.style.change.than
        if base.absent and not current.unknown:
            return filled_pattern(words.absent, than=than)
        if unknown := _unknown(current, base):
            return unknown
        now, before = self.numerals.rounded(current.number), self.numerals.rounded(base.number)
        if now == before:
            return filled_pattern(words.equal, than=than)
        pattern = words.increase if now > before else words.decrease
        amount = self._amount(self._difference(now, before, current, base))
        rate = self._rate(now, before, Derived(RATE, (current, base)), than)
        sentence = ComposedText(filled_pattern(pattern, than=than, amount=amount), rate)
        given = self._half(without(words.typed_reason, reason))
        return ComposedText(sentence, filled_pattern(words.reason, reason=given)) if given else sentence

    def _rate(self, now: Decimal, before: Decimal, derived: Derived, than: str) -> str:
        words = self.style.change
        if before <= 0 or now < 0:
            return filled_pattern(words.no_base, than=than)
        rate = Figure(abs(now - before) / before, Kind.PERCENT, self.numerals, derived=derived)
        if str(rate) == percent(Decimal(0)):
            return ""
        return filled_pattern(words.rate_up if now > before else words.rate_down, rate=rate)

    @phrase(PhraseUse.FUNCTION, "决算与预算相比：差额、完成的百分比和原因")
    def against_budget(self, final: Figure, budget: Figure, reason: str = "") -> str:
        """What was spent against the year's first budget: amount, rate and reason, by the figures as printed.

        No rate of a budget of nothing or less, and no reason where both print alike.
        """
        words = self.style.budget
        if unknown := _unknown(final, budget):
            return unknown
        spent, planned = self.numerals.rounded(final.number), self.numerals.rounded(budget.number)
        if planned <= 0:
            return words.no_budget if spent else words.nothing
        if spent == planned:
            return words.equal
        amount = self._amount(self._difference(spent, planned, final, budget))
        sentence = ComposedText(
            filled_pattern(words.above if spent > planned else words.below, amount=amount)
        )
        sentence = ComposedText(
            sentence, self._part(words.rate, spent, planned, Derived(SHARE, (final, budget)))
        )
        given = self._half(without(self.style.change.typed_reason, reason))
        return ComposedText(sentence, filled_pattern(words.reason, reason=given)) if given else sentence

    @phrase(PhraseUse.FILTER, "调整数写成追加多少、追减多少，印出来是零就是没有调整")
    def adjusted(self, change: Figure) -> str:
        """What a budget was changed by, with the word for its sign: 追加22.52万元, 追减3万元."""
        words = self.style.adjustment
        if change.unknown:
            return ComposedText(change)
        if not (printed := self.numerals.rounded(change.number)):
            return words.none
        pattern = words.more if printed > 0 else words.less
        return filled_pattern(pattern, amount=self._amount(change if printed > 0 else -change))

    @phrase(PhraseUse.FUNCTION, "占总数的百分比")
    def share(self, part: Figure, whole: Figure, of: str) -> str:
        """The share of a part in a whole, by the figures as printed; empty where there is none to tell."""
        if part.instead or whole.instead or not part:
            return ""
        some, all_ = self.numerals.rounded(part.number), self.numerals.rounded(whole.number)
        return self._part(self.style.share, some, all_, Derived(SHARE, (part, whole)), of=of)

    def _difference(self, one: Decimal, other: Decimal, *parts: Figure) -> Figure:
        """The size of a difference between figures as printed."""
        amount = abs(one - other) * self.numerals.factor
        return Figure(amount, Kind.AMOUNT, self.numerals, derived=Derived(CHANGE, parts))

    def _part(self, pattern: str, part: Decimal, whole: Decimal, derived: Derived, **words: object) -> str:
        """A rate in its words; empty where it would contradict the figures: 100% of a part, 0% of some."""
        if whole <= 0 or part < 0:
            return ""
        rate = Figure(part / whole, Kind.PERCENT, self.numerals, derived=derived)
        misleading = (percent(Decimal(0)), percent(Decimal(1))) if part not in (0, whole) else ()
        return "" if str(rate) in misleading else filled_pattern(pattern, rate=rate, **words)

    def _amount(self, value: Figure) -> str:
        return ComposedText(value, self.numerals.unit)

    def _half(self, text: str) -> str:
        return trimmed(text, self.style.sentence_ends)


def _unknown(*figures: Figure) -> str:
    """What is printed where one of the figures is not filled in or cannot be read; empty if all are known."""
    return next((ComposedText(figure) for figure in figures if figure.unknown), "")


def filled_pattern(pattern: str, **values: object) -> ComposedText:
    """The pattern with values in the place of their names."""
    pieces: list[object] = []
    for text, name, _, _ in Formatter().parse(pattern):
        pieces += [text] if name is None else [text, values[name]]
    return ComposedText(*pieces)
