"""How many wanted cells of each sheet are blank, as formulas on the hidden sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import groupby

from jixiao.model.term import Group, Term
from jixiao.pack.framework import Framework
from jixiao.pack.pack import Pack
from jixiao.pack.relation_rows import repetitions
from jixiao.relation.functions import FUNCTIONS
from jixiao.relation.syntax import Call, Expression, Name, Text
from jixiao.workbook.file.ranges import ranges
from jixiao.workbook.file.structure import defined_name
from jixiao.workbook.live.draft import Draft
from jixiao.workbook.sheets.calculation import Calculation
from jixiao.workbook.sheets.layout import Box, address, sheet_prefix
from jixiao.workbook.sheets.wanted import Wanted, entered_in, filled_in, required_of, wanted_in

NOTHING = "0"
MOST = 200  # arguments; Excel takes 255


def blank_count(
    sheet: str, draft: Draft, framework: Framework | None
) -> tuple[str, Callable[[Calculation], Decimal]]:
    """The formula for one sheet, and what Python counts."""
    wanted = wanted_in(sheet, draft.pack, framework)
    formula = "+".join(_parts(wanted, draft)) or NOTHING
    return formula, lambda calc: Decimal(wanted.blank(calc))


def filled_count(sheet: str, draft: Draft) -> tuple[str, Callable[[Calculation], Decimal]]:
    """How many cells of one sheet hold anything that people have filled in."""
    terms = entered_in(sheet, draft.pack)
    names = {
        defined_name(term, number): term
        for term in terms
        for number in range(repetitions(term.path, draft.pack))
    }
    typed = [name for name, term in names.items() if not term.otherwise]
    batches = (typed[start : start + MOST] for start in range(0, len(typed), MOST))
    counts = [f"COUNTA({','.join(batch)})" for batch in batches]
    counts += [_counted(name, term) for name, term in names.items() if term.otherwise]
    formula = "+".join(counts) or NOTHING
    return formula, lambda calc: Decimal(filled_in(sheet, calc))


def _counted(name: str, term: Term) -> str:
    """Without the empty texts of our own formulas."""
    return f"COUNT({name})" if term.kind.numeric else f'COUNTIF({name},"?*")'


def _parts(wanted: Wanted, draft: Draft) -> Iterator[str]:
    boxes = draft.names.boxes
    for declining, terms in wanted.single.items():
        blank = _blank(boxes[name] for name in terms)
        yield f"IF({_declined(declining, draft)},0,{blank})" if declining else blank
    if wanted.judged:
        yield from _judged(wanted, boxes)
    for group in wanted.groups:
        yield from _in_repetitions(group, draft) if group.repeat else _in_rows(group, draft)


def _judged(wanted: Wanted, boxes: Mapping[str, Box]) -> Iterator[str]:
    """The cells that indicators ask for; of a row that does not apply, none."""
    reason, begins = wanted.spared
    if not begins:
        yield _blank(_row_of(boxes[term], row) for term, row in wanted.judged)
        return
    for row, cells in groupby(wanted.judged, lambda cell: cell[1]):
        box = _row_of(boxes[reason], row)
        said = f"LEFT(TRIM({sheet_prefix(box.sheet)}{address(box.top, box.left)}),{len(begins)})"
        blank = _blank(_row_of(boxes[term], row) for term, _ in cells)
        yield f'IF({said}="{begins}",0,{blank})'


def _blank(boxes: Iterable[Box]) -> str:
    """COUNTBLANK counts a cell as blank in which a formula shows nothing, as reading does."""
    found = list(boxes)
    cells = ranges(address(box.top, box.left) for box in found)
    prefix = sheet_prefix(found[0].sheet)
    return "+".join(f"COUNTBLANK({prefix}{cell})" for cell in cells)


def _declined(declining: tuple[str, ...], draft: Draft) -> str:
    vocabulary = draft.pack.vocabulary
    said = (f'TRIM({name})="{vocabulary[name].choices[0]}"' for name in declining)
    return f"OR({','.join(said)})"


def _row_of(box: Box, row: int) -> Box:
    return Box(box.sheet, box.top + row, box.left, box.top + row, box.left)


def _in_repetitions(group: Group, draft: Draft) -> Iterator[str]:
    """The cells of a block, where anything of it is filled in."""
    for number in range(group.repeat):
        names = (defined_name(draft.pack.vocabulary[term], number) for term in required_of(group, draft.pack))
        blank = _blank(draft.names.boxes[name] for name in names)
        yield f"IF({draft.used(group.path, (number,))}=0,0,{blank})"


def _in_rows(group: Group, draft: Draft) -> Iterator[str]:
    """The cells of the rows of a table in which anything is filled in."""
    vocabulary = draft.pack.vocabulary
    entered = draft.names.entered(group.name)
    for number in range(repetitions(group.path, draft.pack)):
        blank = {term: _is_blank(defined_name(vocabulary[term], number)) for term in entered}
        used = "".join(f"-{blank[term]}" for term in entered)
        required = required_of(group, draft.pack)
        lacking = "+".join(f"{blank[term]}{_unless_listed(term, number, draft.pack)}" for term in required)
        # a cell that shows an error is told of by itself
        yield f"IFERROR(SUMPRODUCT(({len(entered)}{used}>0)*({lacking})),0)"


def _unless_listed(term: str, repetition: int, pack: Pack) -> str:
    """A factor that is 0 where all that stands in for a blank text is looked up by a key, and is found."""
    calls = [bound.expression for bound in pack.stand_ins.get(term, ())]
    listed = [text for call in calls if (text := _listed(call, repetition, pack))]
    return f"*({'+'.join(listed)}=0)" if listed and len(listed) == len(calls) else ""


def _listed(call: Expression, repetition: int, pack: Pack) -> str:
    """How often the key of each row is found; empty for what is no look-up."""
    count = FUNCTIONS[call.function].listed if isinstance(call, Call) else None
    if count is None or not isinstance(call, Call):
        return ""
    texts = [
        defined_name(pack.vocabulary[each.term], repetition) if isinstance(each, Name) else str(each.value)
        for each in call.arguments
        if isinstance(each, Name | Text)
    ]
    keys = next(texts[nth] for nth, each in enumerate(call.arguments) if isinstance(each, Name))
    return f'({keys}<>"")*{count(texts)}'


def _is_blank(name: str) -> str:
    """Of each cell of a column, also one whose formula shows nothing. ISBLANK would do for the others, but
    Gnumeric takes no range for it.
    """
    return f'({name}="")'
