"""What else a share may be the share of, before it is told: another total near by, the sum of some parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.lists.stated_list import ListPart, StatedList
from jixiao.audit.relations.formulas import FigureFormula, ShareOf, ShareOfSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.model.outcome import Outcome

_NEAR = 4  # sentences in which any amount may be meant
_SHORTEST = 3  # letters of a name that says nothing
_SMALL = 1  # per cent, of two digits
_GENERAL = re.compile("[支收][出入]|经费|资金|预算|决算|总额|合计|金额|费支|的")
_PARTIAL = re.compile("(?:基本|项目|人员|公用|其他)(?:支出|经费)(?:为|共|：)*$")
_NEVER = (FigureRole.CHANGE, FigureRole.RATE, FigureRole.SHARE, FigureRole.DONE)


def other_reading(
    share: StatedFigure,
    part: StatedFigure,
    sentence: Sentence,
    member: tuple[StatedList, ListPart] | None,
    context: AuditContext,
) -> StatedRelation | None:
    """One that holds, to at least two decimals: by chance none does."""
    if share.step >= 1:
        return None
    wholes = list(_wholes(share, sentence, context))
    for one in (part, *_behind(part, member)):
        for whole in wholes:
            if whole.measure is one.measure and _is_larger(whole, one, share):
                relation = share_of(share, (one, whole), ShareOf(), f"{one.written}÷{whole.written}")
                if relation.outcome() is not Outcome.INCONSISTENT:
                    return relation
    summed = _of_those_with_shares(share, part, member)
    return summed if summed is not None and summed.outcome() is not Outcome.INCONSISTENT else None


def _is_larger(whole: StatedFigure, part: StatedFigure, share: StatedFigure) -> bool:
    return whole.fits(part) and whole.value > part.value and may_be_whole(whole, part, share)


def _behind(part: StatedFigure, member: tuple[StatedList, ListPart] | None) -> Iterator[StatedFigure]:
    """A86.42万元，其中B、C，占…的1.36%: behind the last part the share may be that of the whole."""
    if member is not None and member[1] is member[0].parts[-1]:
        yield from (whole for whole in member[0].wholes.values() if whole is not part)


def _wholes(share: StatedFigure, sentence: Sentence, context: AuditContext) -> Iterator[StatedFigure]:
    """All amounts near by, and those anywhere that have a word of the name of the whole."""
    near = [sentence, *context.before(sentence, _NEAR)]
    yield from (
        f for one in near for f in one.figures if f.role not in _NEVER and f.value and may_be(f, share)
    )
    pairs = _pairs(share)
    for figures in context.figures.values():
        for figure in figures:
            words = figure.words[-20:]
            if figure.role not in _NEVER and figure.value and any(pair in words for pair in pairs):
                yield figure


def _pairs(share: StatedFigure) -> set[str]:
    """The words of two letters of the name of the whole; of a small share the telling ones."""
    pairs = {share.base[at : at + 2] for at in range(len(share.base) - 1)}
    telling = {pair for pair in pairs if not _GENERAL.search(pair)}
    return telling if telling and share.value < _SMALL else pairs


def may_be(whole: StatedFigure, share: StatedFigure) -> bool:
    """0.31% fits one amount or other by chance: it must have a word of the name that is said."""
    pairs = _pairs(share)
    named = pairs and share.value < _SMALL and not all(_GENERAL.search(pair) for pair in pairs)
    return not named or any(pair in whole.words for pair in pairs)


def _of_those_with_shares(
    share: StatedFigure, part: StatedFigure, member: tuple[StatedList, ListPart] | None
) -> StatedRelation | None:
    """总收入…，其中：A，占本年收入的…；B，占本年收入的…；年初结转…: of A and B, not of the balance."""
    if member is None:
        return None
    shared = [
        each
        for each in member[0].parts
        if any(f.base == share.base for f in each.tails if f.role is share.role)
    ]
    parts = [f for each in shared if (f := each.figure(part.role)) is not None]
    if len(parts) < 2 or part not in parts:
        return None
    return share_of(share, (part, *parts), ShareOfSum(), f"{part.written}除以所列{len(parts)}项之和")


def share_of(
    share: StatedFigure, operands: Sequence[StatedFigure], formula: FigureFormula, of: str
) -> StatedRelation:
    """A share of what the formula makes of the operands."""
    return StatedRelation(
        "SHARE", AuditKind.RATIO, share, tuple(operands), formula, Directness.RATE,
        of,
    )  # fmt: skip


def may_be_whole(whole: StatedFigure, part: StatedFigure, share: StatedFigure) -> bool:
    """项目支出 is not the 总支出 of which 基本支出 is a share."""
    return "总" not in share.base or (whole.value >= part.value and not _PARTIAL.search(whole.words))


def is_sure(whole: StatedFigure, share: StatedFigure) -> bool:
    """Whether a figure bears the very name of which the share is said to be one."""
    said = share.base.strip("“”").removesuffix("的")
    return len(said) > _SHORTEST and whole.words.endswith(said)


def is_of_the_list(share: StatedFigure, whole: StatedFigure) -> bool:
    """Whether the name of the whole can be that of a list: 占施工合同额 hardly means 变更投资."""
    pairs = {share.base[at : at + 2] for at in range(len(share.base) - 1)}
    return len(share.base) <= _SHORTEST or any(pair in whole.words for pair in pairs)
