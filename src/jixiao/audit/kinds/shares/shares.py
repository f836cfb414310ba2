"""Shares: 占…% is the amount before it over the total that is named, else over the total of the list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.shares.respective_shares import respective
from jixiao.audit.kinds.shares.share_parts import part_of
from jixiao.audit.kinds.shares.share_readings import (
    is_of_the_list,
    is_sure,
    may_be,
    may_be_whole,
    other_reading,
    share_of,
)
from jixiao.audit.lists.stated_list import ListPart, StatedList
from jixiao.audit.relations.formulas import ShareOf, ShareOfSum
from jixiao.audit.relations.stated import StatedRelation, same_figure
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.model.outcome import Outcome

_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_FAR = 3  # sentences in which a total is looked for
_FURTHER = 6  # sentences in which one is looked for that makes it hold
_SHORTEST = 4  # letters of a name that is sure to mean one total
_ALL = 100


def shares(context: AuditContext) -> Iterator[StatedRelation]:
    """Each share whose part and whole are known; if one of several wholes fits, that one."""
    members = _members(context.lists)
    for sentence in context.sentences:
        in_turn = respective(sentence)
        for share in sentence.of(FigureRole.SHARE):
            part = in_turn.get(share, None) if in_turn else part_of(share, sentence)
            if (whole := _whole_of_last(share, members.get(part) if part else None, part)) is not None:
                part = whole
            if part is not None and part is not share:
                yield from _judged(share, part, sentence, members.get(part), context)


def _members(lists: list[StatedList]) -> dict[StatedFigure, tuple[StatedList, ListPart]]:
    found: dict[StatedFigure, tuple[StatedList, ListPart]] = {}
    for listed in lists:
        for part in listed.parts:
            for figure in part.figures.values():
                found.setdefault(figure, (listed, part))
    return found


def _whole_of_last(
    share: StatedFigure, member: tuple[StatedList, ListPart] | None, part: StatedFigure | None
) -> StatedFigure | None:
    """246.10万元，其中：A98.00万元、…，占总额的100%: one of several is never all, all of them are."""
    if member is None or part is None or share.value != _ALL or member[1] is not member[0].parts[-1]:
        return None
    listed = [figure for each in member[0].parts if (figure := each.figure(part.role))]
    whole = member[0].wholes.get(part.role)
    several = sum(1 for figure in listed if figure.value) > 1
    exact = whole is not None and whole.value == sum(figure.value for figure in listed)
    return whole if several and exact else None


def _judged(
    share: StatedFigure,
    part: StatedFigure,
    sentence: Sentence,
    member: tuple[StatedList, ListPart] | None,
    context: AuditContext,
) -> Iterator[StatedRelation]:
    named = [w for w in _named(share, part, sentence, context) if w.fits(part) and w is not part]
    wholes = [w for w in named if w.value and not _is_done_of(w, share) and may_be_whole(w, part, share)]
    if share.over is not None:
        wholes = [share.over]
    sure = [w for w in wholes if is_sure(w, share)]
    short = len(share.base) <= _SHORTEST + 1  # 基金支出: of more than one thing
    if short and len({w.value for w in sure}) > 1:
        sure = []
    if sure and not short:
        wholes = [w for w in sure if w.place < share.place] or sure
        sure = wholes
    listed = [] if share.over else [one for one in _wholes(member, part) if not _is_done_of(one, share)]
    relations = [
        share_relation(share, part, whole)
        for whole in dict.fromkeys(sure if sure and not short else (*wholes, *listed))
    ]
    if not relations and member is not None and not share.base:
        relations = _of_the_sum(share, part, member[0])
    holding = [one for one in relations if one.outcome() in (Outcome.PASSED, Outcome.ROUNDING)]
    if holding:
        yield _of_all(holding[0], sentence) or holding[0]
    elif not wholes and (further := _of_further_up(share, part, sentence, context)):
        yield further
    elif not sure and (other := other_reading(share, part, sentence, member, context)):
        yield other
    elif len({whole.value for whole in wholes or listed}) == 1 or (relations and not (wholes or listed)):
        doubtful = not wholes and listed and not is_of_the_list(share, listed[0])
        if not doubtful or slip_in(share, relations[0]) or slip_in(part, relations[0]):
            yield relations[0]


def _is_done_of(whole: StatedFigure, share: StatedFigure) -> bool:
    """完成投资3000万元，其中…，占总投资的50%: what has been done is not the total that is meant."""
    return "总投资" in share.base and "完成" in whole.words


def _of_all(relation: StatedRelation, sentence: Sentence) -> StatedRelation | None:
    """占项目支出总额的100%, the only share of its sentence, of what is not quite all of it."""
    share, part, whole = relation.target, relation.operands[0], relation.operands[-1]
    if len(relation.operands) > 2:
        return None
    if share.value != _ALL or share.step != 1 or len(sentence.of(FigureRole.SHARE)) > 1:
        return None
    if part.quantity.meets(whole.quantity):
        return None
    of = f"全部的{whole.written}"
    return same_figure("SHARE-ALL", part, whole, of)


def _of_further_up(
    share: StatedFigure, part: StatedFigure, sentence: Sentence, context: AuditContext
) -> StatedRelation | None:
    """A total that makes it hold, where the list before it may be that of another part."""
    for before in (sentence, *context.before(sentence, _FURTHER)):
        for whole in before.figures:
            if (
                whole.fits(part)
                and whole.role in _ROLES
                and whole.value > part.value
                and may_be(whole, share)
                and may_be_whole(whole, part, share)
            ):
                relation = share_relation(share, part, whole)
                if relation.outcome() in (Outcome.PASSED, Outcome.ROUNDING):
                    return relation
    return None


def _wholes(member: tuple[StatedList, ListPart] | None, part: StatedFigure) -> list[StatedFigure]:
    """The total of the list in which the part stands."""
    if member is None:
        return []
    roles = (part.role, FigureRole.PLAIN, FigureRole.RESULT)
    found = [member[0].wholes[role] for role in roles if role in member[0].wholes]
    found = [whole for whole in found if whole.value >= part.value and whole.value and whole.fits(part)]
    figures = [figure for each in member[0].parts if (figure := each.figure(part.role))]
    total = sum(figure.value for figure in figures)
    exact = [whole for whole in member[0].wholes.values() if whole.value == total and whole.fits(part)]
    return (exact or found)[:1]


def _named(
    share: StatedFigure, part: StatedFigure, sentence: Sentence, context: AuditContext
) -> list[StatedFigure]:
    """The totals that bear the name of which the share is said to be one."""
    head = "本年度?|当年|全部" + ("|总" if len(share.base) > _SHORTEST else "")
    name = re.sub(rf"^(?:{head})|(?:的|总额|总量|数|金额|总金额)$", "", share.base.strip("“”"))
    if len(name) < _SHORTEST and not re.fullmatch("总(?:投资|支出|收入|预算|金额|成本)", name):
        return []
    if len(share.base) > _SHORTEST or re.match("本年|当年", share.base):  # of what bears that very name
        exact = [f for f in _far_before(sentence, context) if f.words.endswith(share.base) and f is not part]
        if len({f.value for f in exact}) == 1:
            return exact[:1]
    near = [sentence, *context.before(sentence, _FAR)]
    found = [f for one in near for f in one.figures if f.role in _ROLES and f is not part and _says(f, name)]
    found = [f for f in found if may_be_whole(f, part, share)]
    if found:
        return found
    everywhere = (f for figures in context.figures.values() for f in figures)
    return [f for f in everywhere if f.role in _ROLES and _ends_so(f, name)]


def _far_before(sentence: Sentence, context: AuditContext) -> list[StatedFigure]:
    """The amounts of the sentences before it, as far as they may still be meant."""
    near = context.sentences[max(sentence.number - _FAR * _FURTHER, 0) : sentence.number]
    return [f for one in near for f in one.figures if f.role in _ROLES]


def _says(figure: StatedFigure, name: str) -> bool:
    return name.replace("总", "") in re.sub("总|全年|累计", "", figure.words)


def _ends_so(figure: StatedFigure, name: str) -> bool:
    return (
        re.search(rf"{re.escape(name)}）?(?:总额|总计|合计|金额|数|共|计|为|是|约)*$", figure.words)
        is not None
    )


def share_relation(
    share: StatedFigure, part: StatedFigure, whole: StatedFigure, check: str = "SHARE"
) -> StatedRelation:
    """A share is its part over the whole."""
    relation = share_of(share, (part, whole), ShareOf(), f"{part.written}÷{whole.written}")
    relation.id = check
    return relation


def _of_the_sum(share: StatedFigure, part: StatedFigure, listed: StatedList) -> list[StatedRelation]:
    """No total is said: the share is one of all that is listed."""
    roles = [part.role]
    parts = [f for each in listed.parts if (f := each.figures.get(roles[0]))]
    if len(parts) < 2 or len(parts) < len(listed.parts) or part not in parts:
        return []
    of = f"{part.written}除以所列{len(parts)}项之和"
    return [share_of(share, (part, *parts), ShareOfSum(), of)]
