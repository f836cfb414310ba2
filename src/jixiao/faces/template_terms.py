"""What a Word template can name: terms with a value of the pack's sample, tables, the scores, the phrases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jixiao.building import samples
from jixiao.faces.glossary import glossary_of
from jixiao.faces.phrase_words import ABOUT
from jixiao.model.errors import UnusableInput
from jixiao.model.fact import Kind
from jixiao.pack.loading import Pack
from jixiao.pipeline import inspect
from jixiao.report.language.context import context_of
from jixiao.report.language.environment import FILTERS, ROWS, TESTS, make_environment
from jixiao.report.language.phrases import Phrases
from jixiao.report.language.scope import Scope
from jixiao.report.language.style import STYLE_FILE, ReportStyle, load_style
from jixiao.report.language.values import numerals_of


@dataclass(frozen=True, slots=True)
class NamedTerm:
    """A name that a template can print. `example` is empty where the sample has nothing there."""

    name: str
    label: str
    sheet: str
    cells: str
    kind: str
    unit: str
    filled: str
    example: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table or a repeated block: what stands after the dot of a row's name."""

    name: str
    label: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Everything for the author of a template; `sample` names the workbook the examples are from."""

    pack: str
    sample: str
    terms: tuple[NamedTerm, ...] = ()
    tables: tuple[Table, ...] = ()
    scores: tuple[Phrase, ...] = ()
    filters: tuple[Phrase, ...] = ()
    functions: tuple[Phrase, ...] = ()
    tests: tuple[Phrase, ...] = ()
    flags: tuple[str, ...] = ()


def reference_of(pack: Pack) -> Reference:
    """Raises UnusableInput for a pack that makes no report."""
    style = style_of(pack)
    context, sample = _context(pack, style)
    environment = make_environment(Phrases(style, numerals_of(style, pack.form.units.factors)))
    methods = _methods(style)
    return Reference(
        pack=pack.form.id,
        sample=sample,
        terms=tuple(_terms(pack, style, context)),
        tables=tuple(_tables(pack)),
        scores=tuple(_scores(pack, context)),
        filters=_phrases(environment.filters, methods, FILTERS),
        functions=_phrases(environment.globals, methods, ()),
        tests=_phrases(environment.tests, methods, TESTS),
        flags=tuple(getattr(style.flags, key) for key in style.flags.__struct_fields__),
    )


def style_of(pack: Pack) -> ReportStyle:
    """The words and names of the pack's reports. Raises UnusableInput if it makes none."""
    if not (pack.reports / STYLE_FILE).is_file():
        raise UnusableInput(f"表样“{pack.form.id}”不生成报告，没有 Word 模板。")
    return load_style(pack.reports)


def _context(pack: Pack, style: ReportStyle) -> tuple[Scope, str]:
    """What the template would see of the pack's first sample."""
    for sample in samples():
        if sample.pack == pack.form.id and sample.workbook.exists():
            done = inspect(sample.workbook, pack)
            if done.scorecard is not None:
                return context_of(
                    done.record, done.scorecard, pack, style, draft=done.draft
                ), sample.workbook.name
    return Scope(""), ""


def _terms(pack: Pack, style: ReportStyle, context: Scope) -> Iterator[NamedTerm]:
    for entry in glossary_of(pack):
        amount = pack.vocabulary[entry.term].kind is Kind.AMOUNT
        yield NamedTerm(
            name=entry.term,
            label=entry.label,
            sheet=entry.sheet,
            cells=entry.cells,
            kind=entry.kind,
            unit=style.unit if amount else "",
            filled=entry.filled,
            example=_example(entry.term, context),
        )


def _example(term: str, context: Scope) -> str:
    """The value in the sample; of a column the first that is there."""
    values: list[object] = [context]
    for part in term.split("."):
        values = [value.entries[part] for value in _rows(values) if part in value.entries]
    return next((text for value in values if (text := str(value).strip())), "")


def _rows(values: list[object]) -> Iterator[Scope]:
    for value in values:
        if isinstance(value, Scope):
            yield value
        elif isinstance(value, tuple):
            yield from _rows(list(value))


def _tables(pack: Pack) -> Iterator[Table]:
    for group in pack.groups.values():
        inner = [other.name for other in pack.groups.values() if other.path[:-1] == group.path]
        names = (name.removeprefix(f"{group.name}.") for name in (*group.terms, *inner))
        kind = f"可重复 {group.repeat} 次的一组" if group.repeat else "表"
        yield Table(group.name, kind, tuple(names))


def _scores(pack: Pack, context: Scope) -> Iterator[Phrase]:
    """The names that no cell of the form has: those of the scorecard, with the sample's values."""
    heads = {name.partition(".")[0] for name in (*pack.vocabulary, *pack.groups)}
    for name, value in context.entries.items():
        if name not in heads and isinstance(value, Scope):
            yield from _inside(value, name)


def _inside(scope: Scope, prefix: str) -> Iterator[Phrase]:
    for key, value in scope.entries.items():
        name = f"{prefix}.{key}"
        if isinstance(value, tuple):
            yield Phrase(name, "表，每行有：" + "、".join(value[0].entries if value else ()))
            if value:
                yield from (each for each in _inside(value[0], name) if each.about.startswith("表"))
        else:
            yield Phrase(name, _yes(value) if isinstance(value, bool) else str(value))


def _yes(value: bool) -> str:
    return "是" if value else "否"


def _methods(style: ReportStyle) -> dict[str, str]:
    """Name in a template -> method of Phrases."""
    groups = (style.filters, style.functions, style.tests)
    return {getattr(names, key): key for names in groups for key in names.__struct_fields__}


def _phrases(known: Iterable[str], methods: dict[str, str], own: tuple[str, ...]) -> tuple[Phrase, ...]:
    """Those of the pack first, then Jinja's own."""
    names = sorted((name for name in known if name != ROWS), key=lambda name: name in own)
    return tuple(Phrase(name, ABOUT.get(methods.get(name, name), "")) for name in names)
