"""Broken relations -> which cells are probably wrong: at most three suggestions per group, or none."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from jixiao.checks.appraisal import Appraisal
from jixiao.checks.explanations import Cause, Explainer, Explanation
from jixiao.checks.localisation import Search
from jixiao.checks.network import Network
from jixiao.checks.sentences import Unit
from jixiao.checks.slips import SlipKind
from jixiao.checks.suggestions import Speaker
from jixiao.model.finding import Suggestion
from jixiao.model.outcome import Severity

MOST = 3
FAR = 20  # decibans behind the best: a hundred times less likely

Hint = tuple[str, tuple[Suggestion, ...]]  # what the message of a finding ends with, and all suggestions
Hints = Mapping[int, Hint]  # by the identity of the verdict


class Diagnosis(msgspec.Struct, frozen=True):
    """A group of broken relations, by position among the verdicts, and what would explain them."""

    positions: tuple[int, ...]
    explanations: tuple[Explanation, ...]


def diagnose(network: Network, unit: Unit) -> tuple[Diagnosis, ...]:
    """Explain the broken equations. Suggestions only; a workbook that holds together costs nothing."""
    if not network.broken:
        return ()
    return _diagnosed(network, Appraisal(network, unit))


def _diagnosed(network: Network, appraisal: Appraisal) -> tuple[Diagnosis, ...]:
    explainer = Explainer(Search(network, appraisal.unit.factor / 200), appraisal)
    return tuple(Diagnosis(positions, _worth_saying(found)) for positions, found in explainer.groups())


def hints(network: Network, unit: Unit) -> Hints:
    """How the messages of broken relations end, and the suggestions.

    The heaviest relation of a group carries the suggestions, the others point to it.
    """
    if not network.broken:
        return {}
    appraisal = Appraisal(network, unit)
    found = [diagnosis for diagnosis in _diagnosed(network, appraisal) if diagnosis.explanations]
    speaker = Speaker(network, unit, appraisal.around.records)
    said: dict[int, Hint] = {}
    for diagnosis in found:
        suggestions = tuple(speaker.suggestion(explanation) for explanation in diagnosis.explanations)
        first, *others = sorted(diagnosis.positions, key=lambda position: _weight(position, network))
        pointer = f"很可能与“{network.verdicts[first].check.data.title}”出于同一处差错。"
        said |= {first: (suggestions[0].message, suggestions)} | dict.fromkeys(others, (pointer, ()))
    return {id(network.verdicts[position]): hint for position, hint in said.items()}


def _weight(position: int, network: Network) -> tuple[bool, int]:
    severity = Severity(network.verdicts[position].check.data.severity)
    return severity is not Severity.ERROR, position


def _worth_saying(found: list[Explanation]) -> tuple[Explanation, ...]:
    """The likeliest few. What has no reason but that it fits is said only if little else fits."""
    if not found:
        return ()
    near = [explanation for explanation in found if explanation.surprise <= found[0].surprise + FAR]
    said = {explanation.blamed: explanation for explanation in reversed(near)}  # each set of cells once
    return tuple(one for one in near if said[one.blamed] is one and not _is_a_guess(one, found))[:MOST]


def _is_a_guess(explanation: Explanation, found: list[Explanation]) -> bool:
    """True for one of several blank cells that would do, and for a cell that fits as any other would."""
    cells = [one for one in found if one.cause is Cause.CELLS]
    kinds = {cell.slip.kind for cell in explanation.cells}
    if explanation.cause is not Cause.CELLS or not kinds & {SlipKind.BLANK, SlipKind.OTHER}:
        return False
    if SlipKind.OTHER in kinds:
        return any(one.surprise <= explanation.surprise + FAR for one in cells if one is not explanation)
    rivals = [one for one in cells if one.surprise <= explanation.surprise]
    return sum(any(cell.slip.kind is SlipKind.BLANK for cell in one.cells) for one in rivals) > MOST
