"""What stands in several rows and may stand in one only: one finding that names them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from jixiao.checks.confront import Verdict
from jixiao.model.fact import Place
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome
from jixiao.relation.functions.counts import COUNTIF
from jixiao.relation.syntax import Binary, Call, Name

Repeated = tuple[str, str]  # the check, and what stands in several rows


def repeated_rows(verdicts: Iterable[Verdict]) -> dict[int, Repeated]:
    """Identity of each verdict that says so of its row -> what is repeated."""
    return {
        id(verdict): (verdict.check.data.id, verdict.scope.cell(term).text)
        for verdict in verdicts
        if verdict.outcome is Outcome.INCONSISTENT and (term := _counted_in_itself(verdict))
    }


def naming_all(finding: Finding, group: Sequence[Verdict]) -> Finding:
    """The finding of one of the rows, about all of them."""
    cells = tuple(dict.fromkeys(cell for verdict in group if (cell := _cell(verdict))))
    if not cells:
        return finding
    named = "、".join((str(cells[0]), *(cell.cell for cell in cells[1:])))
    return replace(
        finding,
        message=finding.message.replace(f"{finding.place} ", f"{named} ", 1),
        place=cells[0],
        cells=cells,
    )


def _cell(verdict: Verdict) -> Place | None:
    return verdict.scope.cell(_counted_in_itself(verdict)).place


def _counted_in_itself(verdict: Verdict) -> str:
    """The term of COUNTIF(term, term); empty for any other relation."""
    match verdict.check.relation.expression:
        case Binary("=", Call(COUNTIF.name, (Name(column), Name(term))), _) if column == term:
            return term
    return ""
