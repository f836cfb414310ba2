"""Whether a relation is compared at all, as formulas: conditions hold, and anybody has filled its cells."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.relation.binding import Bound
from jixiao.relation.functions.traits import Read
from jixiao.relation.patterns import guarded
from jixiao.relation.reads import ordered_sides, reads
from jixiao.relation.translation import Translation


def condition_formula(when: Sequence[Bound], run: Translation) -> str:
    """True where all the conditions hold; empty where there are none."""
    held = [run.truth(condition.expression).held for condition in when]
    return f"AND({','.join(held)})" if len(held) > 1 else "".join(held)


def unfilled_formula(relation: Bound, when: Sequence[Bound], run: Translation) -> str:
    """True where too little is filled in to compare; empty for a relation of which that cannot be said."""
    sides = ordered_sides(relation.expression)
    found = [f"{'+'.join(_counted(run, [run.places.cell(term)], term) for term in side)}=0" for side in sides]
    if not (when or found) and (blank := blank_formula(relation, run)):
        found = [blank]  # where a side is looked at, it is blank when all is
    return f"OR({','.join(found)})" if len(found) > 1 else "".join(found)


def blank_formula(relation: Bound, run: Translation) -> str:
    """True where nobody has filled any of the cells; empty for a relation of which that cannot be said."""
    found = list(dict.fromkeys(reads(relation.expression, run.vocabulary)))
    counts = [_filled(read, run) for read in found]
    if not counts:
        return ""
    blank = f"{'+'.join(counts)}=0"
    if any(_always_there(read, run) for read in found):
        return blank
    if all(read.term == read.keys for read in found):  # keys that match are never blank
        return ""
    return f"AND({blank},{'+'.join(_present(read, run) for read in found)}>0)"


def _always_there(read: Read, run: Translation) -> bool:
    """True for a cell of the form or of the row; rows that are looked for there may be none of."""
    return not read.keys and not (read.whole and run.vocabulary[read.term].path)


def _filled(read: Read, run: Translation) -> str:
    if read.pattern is not None:
        return "+".join(_matching_cells(read, run))
    if read.whole:
        return _counted(run, [column.cells for column in run.places.columns(read.term)], read.term)
    return _counted(run, [run.places.cell(read.term)], read.term)


def _counted(run: Translation, cells: Sequence[str], term: str) -> str:
    known = run.vocabulary[term]
    if known.formula or known.otherwise:  # a formula without value holds an empty text
        if known.kind.numeric:
            return f"COUNT({','.join(cells)})"
        return "+".join(f'COUNTIF({one},"?*")' for one in cells)
    return f"COUNTA({','.join(cells)})"


def _matching_cells(read: Read, run: Translation) -> list[str]:
    assert read.pattern is not None
    if read.term == read.keys:
        return run.matching(read.keys, read.pattern)
    wanted = run.pattern(read.pattern)
    pairs = zip(run.places.columns(read.keys), run.places.columns(read.term), strict=True)
    counts = (f'COUNTIFS({key.texts},{wanted},{column.cells},"<>")' for key, column in pairs)
    return [guarded(wanted, read.pattern, count) for count in counts]


def _present(read: Read, run: Translation) -> str:
    """How many cells there are to be filled."""
    if read.pattern is not None:
        return "+".join(run.matching(read.keys, read.pattern))
    return run.places.used_rows(read.term)
