"""What the live formulas share: the unit chosen in the workbook, and how many relations stand how."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from jixiao.model.fact import ZERO
from jixiao.model.outcome import Severity
from jixiao.pack.computed import summed_units
from jixiao.pack.framework import Framework
from jixiao.relation.agreement import INCONSISTENT, PASSED, ROUNDING, UNREADABLE
from jixiao.relation.comparison import BLANK, NOT_APPLICABLE
from jixiao.workbook.live.blank_cells import NOTHING, blank_count, filled_count
from jixiao.workbook.live.draft import TOP, Draft
from jixiao.workbook.live.places import COARSE, DIGITS, FINE, UNIT
from jixiao.workbook.sheets.calculation import Cached, Calculation
from jixiao.workbook.sheets.layout import CellRole
from jixiao.workbook.sheets.relation_summary import ALL, COUNTED, FIRST, IDLE, LEVELS, SEVERITIES, first_row
from jixiao.workbook.sheets.status_section import BLANKS, blank_label, filled_label
from jixiao.workbook.sheets.wanted import entry_sheets

CENT = Decimal("0.01")


def name_state(draft: Draft) -> None:
    """Make the names known that formulas of all sheets use."""
    numbers = range(1, len(entry_sheets(draft.pack.form)) + 1)
    sheets = (label(number) for label in (blank_label, filled_label) for number in numbers)
    labels = (UNIT, DIGITS, COARSE, FINE, ALL, INCONSISTENT, *_words(), IDLE, FIRST, BLANKS, *sheets)
    for row, label in enumerate(labels, TOP):
        box = draft.page.box(1, top=row)
        name = draft.names.name(label)
        draft.page.names[name] = draft.names.boxes[name] = box
        draft.page.place(draft.page.box(0, top=row), CellRole.HINT, label)


def fill_blanks(draft: Draft, framework: Framework | None) -> None:
    """How many wanted cells are blank, sheet by sheet and in all; and how many cells are filled in."""
    counts: list[Callable[[Calculation], Decimal]] = []
    for number, sheet in enumerate(entry_sheets(draft.pack.form), 1):
        formula, count = blank_count(sheet.name, draft, framework)
        counts.append(count)
        _set(draft, blank_label(number), formula, count)
        _set(draft, filled_label(number), *filled_count(sheet.name, draft))
    names = (draft.names.name(blank_label(number)) for number, _ in enumerate(counts, 1))
    _set(draft, BLANKS, "+".join(names) or NOTHING, lambda calc: sum((count(calc) for count in counts), ZERO))


def fill_state(draft: Draft, verdicts: str, severities: str, broken: str) -> None:
    """All three are columns of the sheet of relations."""
    for label, values in _units(draft).items():
        _set(draft, label, *_widened(label, draft, _by_unit(draft, values), _chosen(values)))
    _set(draft, ALL, f"ROWS({verdicts})", lambda calc: Decimal(calc.counts.total()))
    for label, (word, severity) in _words().items():
        levels = (severity,) if severity else ()
        condition = f'COUNTIFS({verdicts},"{word}",{severities},"{LEVELS[severity]}")' if severity else ""
        _set(draft, label, condition or f'COUNTIF({verdicts},"{word}")', _count((word,), *levels))
    _set(draft, FIRST, _first(broken), lambda calc: Decimal(first_row(calc)))
    counted = "+".join(draft.names.name(SEVERITIES[severity]) for severity in COUNTED)
    _set(draft, INCONSISTENT, counted, _count((INCONSISTENT,), *COUNTED))
    idle = "+".join(f'COUNTIF({verdicts},"{word}")' for word in (BLANK, NOT_APPLICABLE))
    _set(draft, IDLE, idle, _count((BLANK, NOT_APPLICABLE)))


def _first(broken: str) -> str:
    """The first of the weightiest level that is broken; by columns, as every program reckons them."""
    formula = "0"
    for level in reversed([LEVELS[severity] for severity in COUNTED]):
        formula = f'IFERROR(MATCH("{level}",{broken},0),{formula})'
    return formula


def _words() -> dict[str, tuple[str, Severity | None]]:
    """Label of a count -> the verdict that it counts, and of which severity."""
    words = (ROUNDING, PASSED, UNREADABLE)
    plain: dict[str, tuple[str, Severity | None]] = {word: (word, None) for word in words}
    return plain | {label: (INCONSISTENT, severity) for severity, label in SEVERITIES.items()}


def _units(draft: Draft) -> dict[str, dict[Decimal, Decimal]]:
    """Label -> for each unit: 元 in it, decimals of a cent, half of a typed step, half a cent."""
    factors = draft.pack.form.units.factors.values()
    return {
        UNIT: {factor: factor for factor in factors},
        DIGITS: {factor: Decimal(2 + factor.adjusted()) for factor in factors},
        COARSE: dict.fromkeys(factors, CENT / 2),
        FINE: {factor: CENT / 2 / factor for factor in factors},
    }


def _by_unit(draft: Draft, values: Mapping[Decimal, Decimal]) -> str:
    """By the unit chosen in the workbook; an unknown one counts as the pack's own."""
    units = draft.pack.form.units
    default = formula = format(values[units.factors[draft.pack.default_unit]], "f")
    for name, factor in units.factors.items():
        value = format(values[factor], "f")
        if value != default:
            formula = f'IF(TRIM({units.term})="{name}",{value},{formula})'
    return formula


def _widened(label: str, draft: Draft, formula: str, cached: Cached) -> tuple[str, Cached]:
    """A sum of rounded amounts is as uncertain as all of them together, however many digits it has."""
    summed = draft.pack.form.units.summed
    if not summed or label not in (COARSE, FINE):
        return formula, cached
    number = f"VALUE({summed})"
    units = f"IFERROR(IF(AND({number}>0,{number}=INT({number})),{number},0),0)"
    if label == COARSE:
        return f"({formula})*MAX(1,{units})", lambda calc: CENT / 2 * max(1, _summed(calc, summed))
    coarse = draft.names.name(COARSE)
    return (
        f"IF({units}>0,{coarse},{formula})",
        lambda calc: CENT / 2 * _summed(calc, summed) if _summed(calc, summed) else cached(calc),
    )


def _summed(calc: Calculation, term: str) -> int:
    fact = calc.fact(term, ())
    return summed_units(fact.text) if fact else 0


def _chosen(values: Mapping[Decimal, Decimal]) -> Cached:
    return lambda calc: values[calc.factor]


def _count(words: tuple[str, ...], *severities: Severity) -> Cached:
    def cached(calc: Calculation) -> Decimal:
        return Decimal(sum(calc.count(word, *severities) for word in words))

    return cached


def _set(draft: Draft, label: str, formula: str, cached: Cached) -> None:
    box = draft.names.boxes[draft.names.name(label)]
    draft.cell(box.top, box.left, formula, cached)
