"""A cell that is blank or cannot be read leads; what is broken because of it follows."""

from __future__ import annotations

from collections.abc import Iterable, Set

from msgspec.structs import replace

from jixiao.model.fact import Place
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome


def behind_causes(found: Iterable[Finding], about_cells: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, those that a cell explains of which `about_cells` tells behind what is told of it.

    Nothing stands behind what is lighter: an explanation would close the one and leave the other.
    """
    causes: dict[Place | None, Finding] = {
        cell: one for one in reversed(tuple(about_cells)) if not one.follows for cell in _cells(one)
    }
    findings = tuple(found)
    leads = {
        one.key: cause.key
        for one in findings
        if not one.follows
        and (cause := causes.get(_suspected(one)))
        and cause.severity.rank <= one.severity.rank
    }
    return tuple(
        replace(one, follows=leads.get(one.key) or leads.get(one.follows, one.follows)) for one in findings
    )


def behind_moves(blank: Iterable[Finding], broken: Iterable[Finding]) -> tuple[Finding, ...]:
    """What is told of blank cells, behind the finding that tells of slid rows where these have left them."""
    moves = {
        correction.place: one
        for one in broken
        if not one.follows and one.suggestions and len(one.suggestions[0].corrections) > 1
        for correction in one.suggestions[0].corrections
    }
    return tuple(_behind(one, {moves.get(cell) for cell in _cells(one)}) for one in blank)


def _behind(finding: Finding, causes: Set[Finding | None]) -> Finding:
    cause = next(iter(causes)) if len(causes) == 1 and not finding.follows else None
    lighter = cause is None or cause.severity.rank > finding.severity.rank
    return finding if cause is None or lighter else replace(finding, follows=cause.key)


def _cells(finding: Finding) -> tuple[Place, ...]:
    return (*filter(None, (finding.place,)), *finding.cells)


def _suspected(finding: Finding) -> Place | None:
    """The one cell that the first suggestion would mend, or for which something could not be done."""
    if finding.outcome is Outcome.NOT_CHECKED:
        return finding.place
    if not finding.suggestions or len(finding.suggestions[0].corrections) != 1:
        return None
    return finding.suggestions[0].corrections[0].place
