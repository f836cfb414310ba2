"""Which columns the draft needs: what relations compute with, compare, look through and look for."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.fact import Kind
from jixiao.pack.pack import Pack
from jixiao.relation.binding import Bound
from jixiao.relation.functions import FUNCTIONS
from jixiao.relation.patterns import contained
from jixiao.relation.syntax import Call, Expression, Name, walk
from jixiao.workbook.live.row_patterns import row_patterns

# The draft repeats what the tables hold: rounded to the cent, with its precision, in comparable words;
VALUES, HALVES, LOWS, HIGHS, TEXTS = "底稿", "容差", "下限", "上限", "比对"
# and keys without their last signs, what each row looks for, which paragraphs contain a text.
SHORTENED, SOUGHT, MARKED = "去位", "式样", "含"

Sought = tuple[tuple[str, ...], Expression]  # a table, and what its rows look for


def drafted_kinds(pack: Pack) -> dict[str, tuple[str, ...]]:
    """Terms that relations compute with, or whose words they compare -> the columns that the draft needs."""
    found: dict[str, tuple[str, ...]] = {}
    bounds = _bounds(pack)
    calls = _calls(bounds)
    keys, ends = set(_keys(calls)), set(_ends(calls))
    for name in dict.fromkeys(term for bound in bounds for term in bound.terms):
        kind = pack.vocabulary[name].kind
        if kind is Kind.AMOUNT:
            found[name] = (VALUES, HALVES, LOWS, HIGHS) if name in ends else (VALUES, HALVES)
        elif kind.numeric:
            found[name] = (VALUES,)
        elif kind is Kind.CODE or (name in keys and kind is not Kind.PARAGRAPH):
            found[name] = (TEXTS,)
    marked = ((term, column) for term, texts in searched_columns(pack).items() for column in texts.values())
    for term, column in (*sought_columns(pack).values(), *_shortened(pack), *marked):
        found[term] = tuple(dict.fromkeys((*found.get(term, ()), column)))
    return found


def sought_columns(pack: Pack) -> dict[Sought, tuple[str, str]]:
    """What the rows of a table look for -> the column that has it: a term of the table, and its kind."""
    found: dict[Sought, tuple[str, str]] = {}
    for pattern in row_patterns(pack):
        path, fixed = pattern.path, pattern.fixed
        if isinstance(fixed, Name) and pack.vocabulary[fixed.term].path == path:
            found[path, fixed] = fixed.term, TEXTS
        else:
            found.setdefault((path, fixed), (pack.groups[path[-1]].terms[0], f"{SOUGHT}{len(found) + 1}"))
    return found


def _shortened(pack: Pack) -> Iterator[tuple[str, str]]:
    """The keys of which all but the last signs are asked for."""
    for pattern in row_patterns(pack):
        if pattern.signs:
            yield pattern.keys, f"{SHORTENED}{pattern.signs}"


def searched_columns(pack: Pack) -> dict[str, dict[str, str]]:
    """Paragraphs of tables -> each text that is looked for in them, and the kind of column that marks it."""
    found: dict[str, dict[str, str]] = {}
    for call in _calls(_bounds(pack)):
        function = FUNCTIONS[call.function]
        if function.keys is None or function.pattern is None:
            continue
        key, text = call.arguments[function.keys], contained(call.arguments[function.pattern])
        if text and isinstance(key, Name) and pack.vocabulary[key.term].kind is Kind.PARAGRAPH:
            texts = found.setdefault(key.term, {})
            texts.setdefault(text, f"{MARKED}{len(texts) + 1}")
    return found


def _calls(bounds: list[Bound]) -> list[Call]:
    return [part for bound in bounds for part in walk(bound.expression) if isinstance(part, Call)]


def _bounds(pack: Pack) -> list[Bound]:
    """All relations and stand-ins, and the formulas of the computed cells that they look at."""
    bounds = [bound for check in pack.checks for bound in check.bounds]
    bounds += [bound for found in pack.stand_ins.values() for bound in found]
    for bound in bounds:  # grows while we walk
        inner = [pack.formulas[term] for term in bound.terms if term in pack.formulas]
        bounds += [formula for formula in inner if formula not in bounds]
    return bounds


def _keys(calls: list[Call]) -> Iterator[str]:
    """The columns that are looked through."""
    for call in calls:
        position = FUNCTIONS[call.function].keys
        if position is not None and isinstance(name := call.arguments[position], Name):
            yield name.term


def _ends(calls: list[Call]) -> Iterator[str]:
    """The columns of which the ends of the intervals are asked for."""
    for call in calls:
        if FUNCTIONS[call.function].ends:
            yield from (name.term for name in call.arguments if isinstance(name, Name))
