"""What does not hold -> findings, one for each slip: the most direct relation tells it, the others follow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from msgspec.structs import replace

from jixiao.audit.context import Judged
from jixiao.audit.document.finding import AuditFinding, Pointer
from jixiao.audit.document.passage import outside
from jixiao.audit.figures.figure import StatedFigure, digits
from jixiao.audit.judgement.culprits import Culprit, culprits
from jixiao.audit.judgement.suspicions import suspicion
from jixiao.audit.judgement.witnesses import Witnesses
from jixiao.audit.relations.reckoning import in_the_right_unit, mistake_in
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.wording_fault import WordingFault
from jixiao.model.outcome import Outcome, Severity

_LONGEST = 160  # letters of a quote
_FEWEST = 3  # figures of a relation that is no other one by chance


def findings_of(judged: Iterable[Judged], witnesses: Witnesses | None = None) -> list[AuditFinding]:
    """Findings in the order of the report, each slip once."""
    everything = list(judged)
    relations = [one for one in everything if isinstance(one, StatedRelation)]
    faults = [one for one in everything if isinstance(one, WordingFault)]
    found, alone = culprits(relations, witnesses)
    slips: list[tuple[StatedRelation, list[StatedRelation], Culprit | None]] = []
    for culprit in found:
        first, *others = sorted(culprit.mended, key=partial(_order, own=culprit.figure))
        slips.append((first, others, culprit))
    homes: dict[StatedFigure, int] = {}
    for number, (first, _, blamed_one) in enumerate(slips):
        sure = blamed_one is not None and not blamed_one.rivals
        own = (blamed_one.figure,) if sure and blamed_one else first.figures
        homes.update({figure: number for figure in own if figure not in homes})
    for relation in sorted(alone, key=_order):
        home = min((homes[figure] for figure in relation.figures if figure in homes), default=None)
        if home is not None:
            slips[home][1].append(relation)
        else:
            slips.append((relation, [], None))
            homes.update({figure: len(slips) - 1 for figure in relation.figures if figure not in homes})
    findings = [_finding(*slip) for slip in slips]
    blamed = {culprit.figure for culprit in found} | {figure for one in alone for figure in one.figures}
    findings += [_of_words(fault) for fault in faults if not _is_explained(fault, blamed)]
    return _once_each(sorted(findings, key=lambda finding: (finding.at, finding.id)))


def _order(
    relation: StatedRelation, own: StatedFigure | None = None
) -> tuple[bool, bool, int, bool, tuple[int, int]]:
    """Those whose quote shows the culprit first, of a cell those that state it, then the most direct."""
    about = own is None or own in (relation.target, *relation.operands[:1])
    far = own is not None and not own.printed and own.passage is not relation.target.passage
    other = own is not None and own.printed and own is not relation.target
    return far, other, relation.directness, not about, relation.target.place


def _is_explained(fault: WordingFault, blamed: set[StatedFigure]) -> bool:
    """Whether a word is only wrong because a figure is."""
    return not blamed.isdisjoint(fault.figures) and fault.severity is Severity.ERROR


def _once_each(findings: Sequence[AuditFinding]) -> list[AuditFinding]:
    """A table printed twice gives its findings twice, two kinds may see the same: the first one is told."""
    kept: dict[tuple[str, ...], AuditFinding] = {}
    seen = set[tuple[str, frozenset[Pointer]]]()
    for finding in findings:
        places = finding.stated, frozenset(replace(one, text="", culprit=False) for one in finding.pointers)
        if len(finding.pointers) < _FEWEST or places not in seen:
            kept.setdefault((finding.id, finding.quote, finding.stated, finding.computed), finding)
        seen.add(places)
    return list(kept.values())


def _finding(
    relation: StatedRelation, others: Sequence[StatedRelation], culprit: Culprit | None
) -> AuditFinding:
    target = relation.target
    computed = relation.computed()
    assert computed is not None
    stated = target.written
    needed = in_the_right_unit(relation) or _unit_meant(relation) or digits(computed.value, target)
    gap = digits(abs(computed.value - target.value), target)
    if target.unit == "%":
        gap = gap.removesuffix("%") + "个百分点"
    reckoned = mistake_in(relation)
    if reckoned and culprit is not None and all(one.target is target for one in culprit.mended):
        culprit = None  # how it came about is known
    told = _told_at(relation, culprit)
    start, end = _quoted(relation, told)
    message = f"{_where(target)}{relation.of}为{needed}，相差{gap}。{relation.note or reckoned}"
    mend = _mend(relation, culprit)
    pointers = _pointers(relation, culprit)
    return AuditFinding(
        relation.id,
        relation.kind,
        relation.severity,
        message + (suspicion(culprit, relation) if culprit else ""),
        told.passage.raw[start:end],
        told.passage.page,
        told.passage.paragraph,
        told.passage.at + start,
        stated,
        needed,
        gap,
        mend,
        pointers,
        tuple(_finding(other, (), None) for other in others if other.outcome() is Outcome.INCONSISTENT),
    )


def _unit_meant(relation: StatedRelation) -> str:
    """2.15万元 beside 2.15元: written as the other one is; "" where more than the unit differs."""
    target, other = relation.target, relation.operands[0] if len(relation.operands) == 1 else None
    if other is None or relation.directness is not Directness.EQUAL or other.scale == target.scale:
        return ""
    own, written = target.written.removesuffix(target.unit), other.written.removesuffix(other.unit)
    return own + other.unit if own == written else ""


def _where(figure: StatedFigure) -> str:
    name = figure.label[-30:]
    return f"“{name}”写的是{figure.written}，" if name else f"写的是{figure.written}，"


def _mend(relation: StatedRelation, culprit: Culprit | None) -> str:
    if culprit is not None and not culprit.rivals and culprit.slip is not None:
        return f"请先核对{culprit.figure.written}。"
    return (
        f"请核对{relation.target.written}和各个数。"
        if len(relation.operands) > 1
        else "请核对两处，改成一致。"
    )


def _told_at(relation: StatedRelation, culprit: Culprit | None) -> StatedFigure:
    """Where people look: at the figure that is named as wrong, if it stands in another paragraph."""
    named = culprit is not None and (culprit.slip is not None or not culprit.rivals)
    if culprit is None or not named or culprit.figure.passage is relation.target.passage:
        return relation.target
    return relation.target if culprit.figure.passage.row else culprit.figure


def _quoted(relation: StatedRelation, told: StatedFigure) -> tuple[int, int]:
    """The piece of its passage with the figure that is told and those beside it."""
    passage = told.passage
    if passage.row:  # a figure of a table stands with its row
        start, end = told.start - _LONGEST // 2, told.end + _LONGEST // 2
        return outside(passage.text, start, back=True), outside(passage.text, end)
    start, end = min(told.label_start, told.start), told.end
    for figure in sorted(relation.operands, key=lambda one: abs(one.start - told.start)):
        if figure.passage is passage and not _stands_apart(figure, told, relation):
            wider = min(start, figure.label_start, figure.start), max(end, figure.end)
            if wider[1] - wider[0] > _LONGEST:
                break
            start, end = wider
    return max(start, 0), end


def _stands_apart(figure: StatedFigure, told: StatedFigure, relation: StatedRelation) -> bool:
    """Whether the other one of two that should be the same stands in another sentence."""
    first, last = sorted((figure, told), key=lambda one: one.start)
    return relation.directness is Directness.EQUAL and "。" in told.passage.text[first.end : last.start]


def _pointers(relation: StatedRelation, culprit: Culprit | None) -> tuple[Pointer, ...]:
    """The culprit first, if there is one, then the stated figure and those it follows from."""
    named = culprit.figure if culprit else None
    figures = [figure for figure in dict.fromkeys((named, *relation.figures)) if figure is not None]
    return tuple(
        figure.passage.pointer(figure.start, figure.end, culprit=figure is named) for figure in figures
    )


def _of_words(fault: WordingFault) -> AuditFinding:
    passage = fault.passage
    start = outside(passage.text, fault.quoted[0], back=True)
    return AuditFinding(
        fault.id,
        fault.kind,
        fault.severity,
        fault.message,
        passage.raw[start : outside(passage.text, fault.quoted[1])],
        passage.page,
        passage.paragraph,
        passage.at + start,
        fault.stated,
        fault.computed,
        "",
        fault.mend,
        (
            passage.pointer(*fault.wrong, culprit=True),
            *(figure.passage.pointer(figure.start, figure.end) for figure in fault.figures),
        ),
    )
