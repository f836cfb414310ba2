"""Phrases that say what a sum is made of. Part of `Phrases`.

What is zero is left out, and so is what nobody has filled in where the other parts come to the whole sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal

from jixiao.model.fact import Kind
from jixiao.model.figures import CENT
from jixiao.report.language.comparisons import Comparing, filled_pattern
from jixiao.report.language.phrase import PhraseUse, phrase
from jixiao.report.language.texts import ComposedText
from jixiao.report.language.values import Figure
from jixiao.report.word.errors import BadExpression

SPOT = "{}"  # in the name of a part: where its figure stands, 行政编制{}个; an amount stands behind its name
Part = tuple[str, Figure]

_APART: ContextVar[list[str] | None] = ContextVar("apart", default=None)


@contextmanager
def rounding_noted() -> Iterator[None]:
    """While a template is being filled: sums that differ from their parts by rounding are remembered."""
    token = _APART.set([])
    try:
        yield
    finally:
        _APART.reset(token)


class Parts(Comparing):
    """Sentences about a sum and its parts."""

    @phrase(
        PhraseUse.FUNCTION, "一个总数由哪些部分组成：总数，再依次写名称和数；为零的不写，只有一项的写“全部为”"
    )
    def parts(self, whole: Figure, *named: object) -> str:
        """What the sum is made of: 其中：基本支出3万元；项目支出1万元, or 全部为基本支出."""
        return self._parts(whole, _pairs(named), "")

    @phrase(PhraseUse.FUNCTION, "同“分项”，各项后面写占总数的百分比：总数，总数的名称，再依次写名称和数")
    def shared_parts(self, whole: Figure, of: str, *named: object) -> str:
        """The same with the share of each part: 其中：基本支出3万元，占支出合计的75%；…"""
        return self._parts(whole, _pairs(named), of)

    @phrase(PhraseUse.FUNCTION, "前面印出的“分项”中，有没有各项之和与总数只差四舍五入的")
    def rounded_apart(self) -> bool:
        """True if the printed parts of a printed sum have come to a little more or less than the sum."""
        return bool(_APART.get())

    def _parts(self, whole: Figure, parts: Sequence[Part], of: str) -> str:
        words = self.style.listing
        told = self._told(whole, parts)
        if len(told) == 1 and told[0][1] == whole:
            return words.whole.format(name=told[0][0].partition(SPOT)[0])
        if not told:
            return words.zero
        self._note_rounding(whole, [figure for _, figure in told])
        pieces: list[object] = []
        for name, figure in told:
            pieces += [words.figures, self._one(name, figure), self.share(figure, whole, of) if of else ""]
        return filled_pattern(words.parts, parts=ComposedText(*pieces[1:]))

    def _told(self, whole: Figure, parts: Sequence[Part]) -> list[Part]:
        known = [(name, figure) for name, figure in parts if figure and not figure.blanks]
        unreadable = any(figure.instead and not figure.blanks for _, figure in parts)
        if (
            whole.instead
            or unreadable
            or sum((figure.number for _, figure in known), Decimal(0)) != whole.number
        ):
            return [(name, figure) for name, figure in parts if figure or figure.instead]
        return known

    def _one(self, name: str, figure: Figure) -> str:
        before, spot, after = name.partition(SPOT)
        if not spot:
            return ComposedText(before, self._amount(figure))
        return ComposedText(before, figure, after)

    def _note_rounding(self, whole: Figure, figures: Sequence[Figure]) -> None:
        noted = _APART.get()
        if noted is None or whole.kind is not Kind.AMOUNT or any(each.instead for each in (whole, *figures)):
            return
        printed = sum((self.numerals.rounded(each.number) for each in figures), Decimal(0))
        apart = abs(printed - self.numerals.rounded(whole.number))
        exact = sum((each.number for each in figures), Decimal(0)) == whole.number
        if exact and 0 < apart <= CENT * len(figures):
            noted.append(str(whole))


def _pairs(named: Sequence[object]) -> list[Part]:
    """Names and figures by turns. Raises BadExpression for anything else."""
    names, figures = named[::2], named[1::2]
    sound = len(names) == len(figures) and all(isinstance(name, str) for name in names)
    if not sound or not all(isinstance(figure, Figure) for figure in figures):
        raise BadExpression("分项要写成一个名称、一个数，再一个名称、一个数")
    return list(zip(names, figures, strict=True))  # type: ignore[arg-type]
