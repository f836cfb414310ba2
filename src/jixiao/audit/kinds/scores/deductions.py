"""Points lost altogether: 得93.5分，扣6.5分 of a hundred, 以上四项合计扣4.5分, 其中A扣0.5分、B扣1分."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.numerals import chinese
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.relations.formulas import FigureFormula, SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.model.outcome import Outcome

_LOST = re.compile(r"(?:扣分|扣除|扣减|扣|失分)(?:了|为|共)*$")
_TOTAL = re.compile(
    r"(?:总扣分|共扣分?|合计扣分?|总计扣分?|共计扣分?|累计扣分?|扣分合计|总失分)(?:了|为|共)*$"
)
_COUNTED = re.compile(r"(?:以上|上述|这)?(?P<count>[两二三四五六七八九十\d]+)(?:项|类|处|个方面|方面)")
_PARTICULARS = re.compile("[，（]?其中")
_SOME = re.compile("主要|等|如|最[高多大]|部分|还|另")
_GOT = re.compile(r"(?:自评|综合|评价)[^，。；]{0,12}(?:得分|总分|评分|得)(?:为|是|：)*$")
_LEFT = re.compile(r"^(?:最终|最后|实际|综合|自评|总)+(?:自评|评价)?(?:得分|评分|得)(?:为|是|：)*$")
_HUNDRED = Decimal(100)
_BACK = 3  # sentences in which deductions stand that are summed up


class Complement(FigureFormula, frozen=True):
    """A hundred less the one operand."""

    def value(self, operands):  # type: ignore[no-untyped-def]
        from jixiao.relation.quantity import Quantity

        return Quantity.exact(_HUNDRED) - operands[0]

    def solved(self, index: int, stated: Decimal, operands: Sequence[Decimal]) -> Decimal:
        return _HUNDRED - stated


def deductions(context: AuditContext) -> Iterator[StatedRelation]:
    """All three kinds."""
    for sentence in context.sentences:
        points = [f for f in sentence.figures if f.measure is Metric.SCORE]
        for position, lost in enumerate(points):
            if not (_LOST.search(lost.words) or _TOTAL.search(lost.words)):
                continue
            if position and (relation := _of_a_hundred(lost, points[position - 1], sentence)):
                yield relation
            if relation := _final(lost, points[position + 1 : position + 2]):
                yield relation
            if counted := _COUNTED.search(lost.words):
                yield from _of_so_many(lost, counted["count"], sentence, context)
            elif _TOTAL.search(lost.words) and not _PARTICULARS.match(sentence.passage.text, lost.end):
                yield from _of_those_before(lost, points[:position])
            else:
                yield from _in_particular(lost, points[position + 1 :], sentence)
                yield from _in_the_next_sentence(lost, sentence, context)


def _of_a_hundred(lost: StatedFigure, got: StatedFigure, sentence: Sentence) -> StatedRelation | None:
    """自评得分93.5分，扣6.5分: the score of all of it, with nothing else between."""
    between = sentence.passage.text[got.end : lost.start]
    whole = (
        _GOT.search(got.words)
        and got.value > _HUNDRED / 2
        and re.fullmatch("，(?:共|总)?(?:扣分|扣)", between)
    )
    others = [f for f in sentence.before(got.start) if f.measure is Metric.SCORE]
    if not whole or others:
        return None
    return _relation(lost, [got], Complement(), f"100分－{got.written}")


def _final(lost: StatedFigure, behind: Sequence[StatedFigure]) -> StatedRelation | None:
    """合计扣5.4分，最终得分94.6分: what is left of a hundred."""
    got = behind[0] if behind else None
    if (
        got is None
        or not _TOTAL.search(lost.words)
        or not _LEFT.search(got.words)
        or got.value < _HUNDRED / 2
    ):
        return None
    return _relation(got, [lost], Complement(), f"100分－{lost.written}")


def _of_so_many(
    lost: StatedFigure, count: str, sentence: Sentence, context: AuditContext
) -> Iterator[StatedRelation]:
    """以上四项合计扣4.5分: the four deductions before it."""
    wanted = int(count) if count.isdigit() else chinese(count.replace("两", "二"))
    earlier = [f for f in sentence.before(lost.start) if _is_deduction(f)]
    for before in context.before(sentence, _BACK):
        if len(earlier) >= wanted:
            break
        earlier = [*(f for f in before.figures if _is_deduction(f)), *earlier]
    if len(earlier) == wanted > 1:
        yield _relation(lost, earlier, SignedSum(), f"前面{wanted}项扣分之和")


def _of_those_before(lost: StatedFigure, earlier: Sequence[StatedFigure]) -> Iterator[StatedRelation]:
    """两项扣4.5分，其余扣2分，总扣分6.5分."""
    parts = [f for f in earlier if _is_deduction(f)]
    if len(parts) > 1 and len(parts) == len(earlier):
        relation = _relation(lost, parts, SignedSum(), f"前面{len(parts)}处扣分之和")
        parts_of_parts = any(abs(part.value * 2 - lost.value) == 0 for part in parts)
        if relation.outcome() is not Outcome.INCONSISTENT or not parts_of_parts:
            yield relation


def _in_particular(
    lost: StatedFigure, behind: Sequence[StatedFigure], sentence: Sentence
) -> Iterator[StatedRelation]:
    """产出指标扣2.5分，其中A扣0.5分、B扣1分、C扣1分."""
    text = sentence.passage.text
    if not _PARTICULARS.match(text, lost.end):
        return
    closing = min(
        (place for sign in "；）。" if (place := text.find(sign, lost.end)) > 0), default=sentence.end
    )
    parts = list(takewhile(_is_deduction, (f for f in behind if f.start < closing)))
    rest = [f for f in behind if f.start < closing][len(parts) :]
    if len(parts) > 1 and not any(_is_deduction(f) for f in rest):
        yield _relation(lost, parts, SignedSum(), f"其中{len(parts)}处扣分之和")


def _in_the_next_sentence(
    lost: StatedFigure, sentence: Sentence, context: AuditContext
) -> Iterator[StatedRelation]:
    """权重25分，扣3.6分。其中A扣1.2分，B扣1.4分，C扣1分。 They are no more than all of it."""
    following = context.sentences[sentence.number + 1 : sentence.number + 2]
    if not following or following[0].passage is not sentence.passage or lost is not sentence.figures[-1]:
        return
    after, parts = following[0], following[0].figures
    named = after.text.startswith("其中") and not _SOME.search(after.text)
    if (
        named
        and sentence.passage.text[lost.end] == "。"
        and len(parts) > 1
        and all(map(_is_deduction, parts))
    ):
        relation = _relation(lost, parts, SignedSum(), f"其中{len(parts)}处扣分之和")
        if sum(part.value for part in parts) >= lost.value:  # fewer may be some of them
            yield relation


def _is_deduction(figure: StatedFigure) -> bool:
    said = _LOST.search(figure.words) is not None
    return figure.measure is Metric.SCORE and said and figure.role is not FigureRole.BASE


def _relation(
    lost: StatedFigure, operands: Sequence[StatedFigure], formula: FigureFormula, of: str
) -> StatedRelation:
    return StatedRelation(
        "SCORE-LOST",
        AuditKind.SCORE,
        lost,
        tuple(operands),
        formula,
        Directness.LIST,
        of,
        exact=True,
    )
