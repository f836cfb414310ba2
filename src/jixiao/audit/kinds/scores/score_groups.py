"""Points of a group and of its parts: 效益指标29分中，A9分、B12分、C8分; 过程类得分中，A18分…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.kinds.scores.scores_in_text import bare_name, said_points
from jixiao.audit.relations.formulas import SignedSum
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.model.outcome import Outcome, Severity

_GROUP = re.compile(
    r"(?:^|(?<=[，；。：、]))(?:在|其中)?(?P<name>[^，；。：、\d]{2,20}?)(?:共?得分?|得分)?(?P<own>\d+(?:\.\d+)?分)?的?(?:构成|组成)?(?:之|当)?中[，：]"
)
_OPEN = re.compile("主要|等|之一|部分指标|较低|较高|扣")
_FEWEST = 2
_NEAR = 5  # one part in so many of the whole may be amiss
_GOT = (FigureRole.PLAIN, FigureRole.RESULT)


def score_groups(context: AuditContext) -> Iterator[StatedRelation]:
    """Each group whose parts follow in its clause; its points stand before them, or once anywhere."""
    elsewhere = _said_elsewhere(context)
    for sentence in context.sentences:
        if not any(f.measure is Metric.SCORE for f in sentence.figures):
            continue
        found = list(_GROUP.finditer(sentence.passage.text, sentence.start, sentence.end))
        for number, match in enumerate(found):
            until = found[number + 1].start() if number + 1 < len(found) else sentence.end
            parts = _parts(match, until, sentence)
            whole = _whole(match, sentence, elsewhere)
            if parts and whole is not None:
                yield from _judged(whole, parts, own=match["own"] is not None)


def _said_elsewhere(context: AuditContext) -> dict[str, list[StatedFigure]]:
    """Group -> the points that it is said to have got."""
    found: dict[str, list[StatedFigure]] = {}
    for sentence in context.sentences:
        for figure in sentence.figures:
            if figure.measure is Metric.SCORE and figure.role in _GOT:
                name, kind = said_points(figure, sentence) or ("", "")
                if name and kind == "got":
                    found.setdefault(name, []).append(figure)
    return found


def _parts(match: re.Match[str], until: int, sentence: Sentence) -> list[StatedFigure]:
    """The points of its clause, if all of them were got, and each has a name."""
    text = sentence.passage.text
    stops = [place for sign in "；。" if (place := text.find(sign, match.end(), until)) >= 0]
    end = min(stops, default=until)
    inside = sentence.between(match.end(), end)
    whole = all(f.measure is Metric.SCORE and f.role in _GOT and bare_name(f.words) for f in inside)
    if not whole or len(inside) < _FEWEST or _OPEN.search(text, match.start(), end):
        return []
    return list(inside)


def _whole(
    match: re.Match[str], sentence: Sentence, elsewhere: dict[str, list[StatedFigure]]
) -> StatedFigure | None:
    if match["own"]:
        return next((f for f in sentence.figures if f.start == match.start("own")), None)
    said = elsewhere.get(bare_name(match["name"]), [])
    return said[0] if len({f.value for f in said}) == 1 else None


def _judged(whole: StatedFigure, parts: Sequence[StatedFigure], *, own: bool) -> Iterator[StatedRelation]:
    of = f"所列{len(parts)}项得分之和"
    relation = StatedRelation(
        "SCORE-GROUP", AuditKind.SCORE, whole, tuple(parts), SignedSum(), Directness.LIST,
        of, Severity.ERROR if own else Severity.WARNING, exact=True,
    )  # fmt: skip
    computed = relation.computed()
    gap = abs(computed.value - whole.value) if computed else None
    if relation.outcome() is not Outcome.INCONSISTENT or (gap is not None and gap * _NEAR <= whole.value):
        yield relation
