"""Broken relations -> which cells are probably wrong: at most three suggestions per group, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace

from jixiao.checks.diagnosis.appraisal import Appraisal, CorrectedCell
from jixiao.checks.diagnosis.explanations import Cause, Explainer, Explanation
from jixiao.checks.diagnosis.localisation import Search
from jixiao.checks.diagnosis.network import Network
from jixiao.checks.diagnosis.slips import SlipKind
from jixiao.checks.diagnosis.suggestions import Speaker
from jixiao.checks.diagnosis.trial import Suspicion
from jixiao.checks.unit import Unit
from jixiao.model.fact import ZERO, Fact, Kind, State

MOST = 3
FAR = 20  # decibans behind the best: a hundred times less likely


class Diagnosis(msgspec.Struct, frozen=True):
    """A group of broken relations, by position among the verdicts, and what would explain them."""

    positions: tuple[int, ...]
    explanations: tuple[Explanation, ...]


def diagnose(network: Network, unit: Unit) -> tuple[Diagnosis, ...]:
    """Explain the broken equations. Suggestions only; a workbook that holds together costs nothing."""
    return diagnosed(Appraisal(network, unit)) if network.broken else ()


def diagnosed(appraisal: Appraisal) -> tuple[Diagnosis, ...]:
    """The same by an appraisal that whoever asks needs himself."""
    network = appraisal.network
    explainer = Explainer(Search(network, appraisal.unit.factor / 200), appraisal)
    found = (Diagnosis(positions, _worth_saying(found)) for positions, found in explainer.groups())
    return _of_one_slip(found)


def _of_one_slip(found: Iterable[Diagnosis]) -> tuple[Diagnosis, ...]:
    """Groups that the same cells explain are one: they were only peeled off one after the other."""
    by_cells: dict[object, Diagnosis] = {}
    for one in found:
        cells = (one.explanations and one.explanations[0].blamed) or one.positions  # items are no cells
        before = by_cells.get(cells)
        by_cells[cells] = _joined(before, one) if before else one
    return tuple(by_cells.values())


def _joined(one: Diagnosis, other: Diagnosis) -> Diagnosis:
    """Both with what explains the first; of other explanations only those that explain both."""
    positions = (*one.positions, *other.positions)
    both = {explanation.blamed for explanation in other.explanations}
    said = (replace(each, positions=positions) for each in one.explanations if each.blamed in both)
    return Diagnosis(positions, tuple(said))


def _worth_saying(found: list[Explanation]) -> tuple[Explanation, ...]:
    """The likeliest few. What has no reason but that it fits is said only if little else fits."""
    if not found:
        return ()
    near = [explanation for explanation in found if explanation.surprise <= found[0].surprise + FAR]
    said = {explanation.blamed: explanation for explanation in reversed(near)}  # each set of cells once
    return tuple(one for one in near if said[one.blamed] is one and not _is_a_guess(one, found))[:MOST]


def _is_a_guess(explanation: Explanation, found: list[Explanation]) -> bool:
    """True for one of several blank cells that would do, and for a cell that fits as any other would.

    A zero that somebody typed says that there is nothing: it fits as any other cell would.
    """
    cells = [one for one in found if one.cause is Cause.CELLS]
    kinds = {cell.slip.kind for cell in explanation.cells}
    if explanation.cause is not Cause.CELLS or not kinds & {SlipKind.BLANK, SlipKind.OTHER}:
        return False
    if SlipKind.OTHER in kinds or any(
        not cell.fact.number and cell.fact.filled for cell in explanation.cells
    ):
        return any(one.surprise <= explanation.surprise + FAR for one in cells if one is not explanation)
    rivals = [one for one in cells if one.surprise <= explanation.surprise]
    return sum(any(cell.slip.kind is SlipKind.BLANK for cell in one.cells) for one in rivals) > MOST


def suspected_figures(network: Network, unit: Unit) -> Iterator[Suspicion]:
    """The groups of broken equations for which there is an explanation."""
    appraisal = Appraisal(network, unit)
    speaker = Speaker(network, unit, appraisal.around)
    for diagnosis in diagnosed(appraisal):
        if diagnosis.explanations:
            yield Suspicion(
                tuple(network.verdicts[position] for position in diagnosis.positions),
                tuple(speaker.suggestion(explanation) for explanation in diagnosis.explanations),
                {id(cell.fact): _corrected(cell, appraisal) for cell in diagnosis.explanations[0].cells},
            )


def _corrected(cell: CorrectedCell, appraisal: Appraisal) -> Fact:
    if not cell.needed:
        return replace(cell.fact, value=None, quantum=ZERO, state=State.BLANK)
    step = appraisal.step(cell.fact) if cell.fact.kind is Kind.AMOUNT else ZERO
    return replace(cell.fact, value=cell.needed, quantum=cell.fact.quantum or step, state=State.FILLED)
