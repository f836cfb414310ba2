"""Figures that stand out from those beside them, many in one column: the column is told of, not each row.

A year in which little was spent, or a column in another unit, is one cause: one finding, one explanation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from jixiao.checks.confront import Verdict
from jixiao.checks.explained_figures import SEPARATOR, figures_of
from jixiao.checks.sentences import Sentences
from jixiao.checks.unit import Unit
from jixiao.model.fact import Fact, places_of
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome
from jixiao.relation.functions.outliers import OUTLIER
from jixiao.relation.syntax import Call, Name, walk

COLUMN = "COLUMN-01"
FEWEST = 3  # so many figures of a column are no coincidence
NAMED = 3  # so many of them are named


def odd_columns(verdicts: Iterable[Verdict], unit: Unit) -> dict[int, str]:
    """Identity of each verdict -> the column in which its odd figure stands, where that has several."""
    columns: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        if odd := odd_fact(verdict, unit):
            columns.setdefault(_column(verdict, odd), []).append(verdict)
    several = {column: found for column, found in columns.items() if column and len(found) >= FEWEST}
    return {id(verdict): column for column, found in several.items() for verdict in found}


def of_column(column: str, group: Sequence[Verdict], unit: Unit, first: Finding) -> Finding:
    """One finding for the odd figures of a column; an explanation lapses when any of the figures changes."""
    odd = [fact for verdict in group if (fact := odd_fact(verdict, unit))]
    named = "、".join(_named(fact, unit) for fact in odd[:NAMED])
    cells = places_of(odd)
    where, more = f"{cells[0]} " if cells else "", "等" if len(odd) > NAMED else ""
    return replace(
        first,
        id=COLUMN,
        title="一栏的数与旁边各栏大小相当",
        label=column,
        message=f"{where}{column}一栏有{len(odd)}个数与同一行的其他数相差悬殊：{named}{more}。",
        place=cells[0] if cells else None,
        stated="",
        mend="像是整栏填错了金额单位或年度，请核对；属实的，在审核说明中写一次原因（例如上年下半年才设立）。",
        cells=cells,
        key=f"{COLUMN}@{column}",
        figures=SEPARATOR.join(map(figures_of, group)),
    )


def _compares_sizes(verdict: Verdict) -> bool:
    tree = verdict.check.relation.expression
    return any(isinstance(part, Call) and part.function == OUTLIER.name for part in walk(tree))


def odd_fact(verdict: Verdict, unit: Unit) -> Fact | None:
    """The figure of which a broken relation says that it stands out."""
    if verdict.outcome is not Outcome.INCONSISTENT or not _compares_sizes(verdict):
        return None
    subject = Sentences(verdict, unit).subject
    return verdict.scope.cell(subject.term) if isinstance(subject, Name) else None


def _column(verdict: Verdict, odd: Fact) -> str:
    """By its heading, which the label has behind that of the row."""
    term = verdict.scope.vocabulary[odd.term]
    heading = term.label.removeprefix(term.beside).strip("（）")
    return f"{term.sheet}“{heading}”" if heading else ""


def _named(fact: Fact, unit: Unit) -> str:
    return f"“{fact.label}”{unit.full(unit.digits(fact.number, fact.kind), fact.kind)}"
