"""What a Word template can name: terms with a value of the pack's sample, tables, the scores, the phrases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jixiao.building.samples import samples
from jixiao.faces.reference.glossary import glossary_of, speaks_of
from jixiao.model.errors import UnusableInput
from jixiao.model.fact import Kind
from jixiao.pack.pack import Pack
from jixiao.pipeline import inspect
from jixiao.report.language.context import context_of
from jixiao.report.language.environment import FILTERS, ROWS, TESTS, make_environment
from jixiao.report.language.phrase import PhraseUse, phrases_of
from jixiao.report.language.phrases import Phrases
from jixiao.report.language.scope import TemplateScope
from jixiao.report.language.style import STYLE_FILE, ReportStyle
from jixiao.report.language.style_file import load_style
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
class NamedTable:
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
    tables: tuple[NamedTable, ...] = ()
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
    return Reference(
        pack=pack.form.id,
        sample=sample,
        terms=tuple(_terms(pack, style, context)),
        tables=tuple(_tables(pack)),
        scores=(*_scores(pack, context), _explanations(style)),
        filters=_phrases(environment.filters, style.filters, PhraseUse.FILTER, FILTERS),
        functions=_phrases(environment.globals, style.functions, PhraseUse.FUNCTION, {}),
        tests=_phrases(environment.tests, style.tests, PhraseUse.TEST, TESTS),
        flags=tuple(getattr(style.flags, key) for key in style.flags.__struct_fields__),
    )


def narrowed(reference: Reference, words: Sequence[str]) -> Reference:
    """What speaks of all the words, by name, meaning or sheet. Raises UnusableInput if nothing does."""
    if not words:
        return reference

    def about(phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        return tuple(phrase for phrase in phrases if speaks_of(words, phrase.name, phrase.about))

    found = replace(
        reference,
        terms=tuple(term for term in reference.terms if speaks_of(words, term.name, term.label, term.sheet)),
        tables=tuple(table for table in reference.tables if speaks_of(words, table.name, *table.columns)),
        scores=about(reference.scores),
        filters=about(reference.filters),
        functions=about(reference.functions),
        tests=about(reference.tests),
        flags=tuple(flag for flag in reference.flags if speaks_of(words, flag)),
    )
    if found == Reference(found.pack, found.sample):
        raise UnusableInput(f"“{found.pack}”的模板里没有提到“{'”和“'.join(words)}”的名称和写法，请换一个词。")
    return found


def style_of(pack: Pack) -> ReportStyle:
    """The words and names of the pack's reports. Raises UnusableInput if it makes none."""
    if not (pack.reports / STYLE_FILE).is_file():
        raise UnusableInput(
            f"“{pack.form.title}”不生成报告，没有 Word 模板。请用 --pack 写明模板用于哪种表样。"
        )
    return load_style(pack.reports, pack.form.units.factors)


def _context(pack: Pack, style: ReportStyle) -> tuple[TemplateScope, str]:
    """What the template would see of the pack's first sample."""
    for sample in samples():
        if sample.pack == pack.form.id and sample.workbook.exists():
            done = inspect(sample.workbook, pack)
            if done.scorecard is not None:
                return context_of(
                    done.record, done.scorecard, pack, style, draft=done.draft
                ), sample.workbook.name
    return TemplateScope(""), ""


def _terms(pack: Pack, style: ReportStyle, context: TemplateScope) -> Iterator[NamedTerm]:
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


def _example(term: str, context: TemplateScope) -> str:
    """The value in the sample; of a column the first that is there."""
    values: list[object] = [context]
    for part in term.split("."):
        values = [value.entries[part] for value in _rows(values) if part in value.entries]
    return next((text for value in values if (text := str(value).strip())), "")


def _rows(values: list[object]) -> Iterator[TemplateScope]:
    for value in values:
        if isinstance(value, TemplateScope):
            yield value
        elif isinstance(value, tuple):
            yield from _rows(list(value))


def _tables(pack: Pack) -> Iterator[NamedTable]:
    for group in pack.groups.values():
        inner = [other.name for other in pack.groups.values() if other.path[:-1] == group.path]
        names = (name.removeprefix(f"{group.name}.") for name in (*group.terms, *inner))
        kind = f"可重复 {group.repeat} 次的一组" if group.repeat else "表"
        yield NamedTable(group.name, kind, tuple(names))


def _scores(pack: Pack, context: TemplateScope) -> Iterator[Phrase]:
    """The names that no cell of the form has: those of the scorecard, with the sample's values."""
    heads = {name.partition(".")[0] for name in (*pack.vocabulary, *pack.groups)}
    for name, value in context.entries.items():
        if name not in heads and isinstance(value, TemplateScope):
            yield from _inside(value, name)


def _explanations(style: ReportStyle) -> Phrase:
    """They are a table, too, but no cell of the form's."""
    return Phrase(style.explained.rows, f"表，每行有：{style.explained.rule}、{style.explained.text}")


def _inside(scope: TemplateScope, prefix: str) -> Iterator[Phrase]:
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


def _phrases(
    known: Iterable[str], named: Mapping[str, str], use: PhraseUse, own: Mapping[str, str]
) -> tuple[Phrase, ...]:
    """Those of the pack first, then Jinja's own."""
    about = phrases_of(Phrases, use)
    described = {**own, **{name: about[method] for method, name in named.items()}}
    names = sorted((name for name in known if name != ROWS), key=lambda name: name in own)
    return tuple(Phrase(name, described[name]) for name in names)
