"""Prepared template + context -> the bytes of a .docx. Same input, same bytes; docxtpl is not needed."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

import msgspec
from jinja2 import Template, UndefinedError
from jinja2 import TemplateError as JinjaError

from jixiao.archives import Member, content_of, packed, zipped
from jixiao.model.term import nearest
from jixiao.report.charts.placing import Charts, refuse_misplaced
from jixiao.report.finish.finishing import finish
from jixiao.report.finish.table_of_contents import FIELD, with_contents
from jixiao.report.language.chart_data import ChartData
from jixiao.report.language.environment import ReportEnvironment
from jixiao.report.language.marks import ledger
from jixiao.report.language.parts import rounding_noted
from jixiao.report.language.phrases import Phrases
from jixiao.report.language.scope import TemplateScope, UnknownName
from jixiao.report.proof.occurrences import Marked, Occurrence, chart_occurrences
from jixiao.report.template.error_places import line_of, place, unmark_lines
from jixiao.report.template.prepared import Prepared
from jixiao.report.word.active import fields_told
from jixiao.report.word.errors import BadExpression, TemplateError, why
from jixiao.report.word.made_document import PART, made_part
from jixiao.report.word.parts import DOCUMENT, STYLES
from jixiao.report.word.properties import APP, CORE, CUSTOM, HASH, custom_part, stamp
from jixiao.report.word.wordml import parse

# What a wrong expression in a template can raise while it runs.
FAULTS = (
    JinjaError,
    BadExpression,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    RecursionError,
    NameError,
)


class Rendered(msgspec.Struct, frozen=True, dict=True):
    """A finished report, and its filled parts as they were before the marks were taken out."""

    content: bytes
    marked: tuple[Marked, ...]
    charts: Mapping[str, ChartData]  # by their parts

    @cached_property
    def printed(self) -> tuple[Occurrence, ...]:
        """Everything that the tags have printed, and where it stands."""
        charts = (each for part, data in self.charts.items() for each in chart_occurrences(part, data))
        return (*(each for part in self.marked for each in part.occurrences), *charts)


class Renderer:
    """Fills prepared templates of one pack."""

    def __init__(self, environment: ReportEnvironment, phrases: Phrases) -> None:
        self.environment = environment
        self.phrases = phrases
        self._templates: dict[tuple[Prepared, str], Template] = {}

    def render(self, prepared: Prepared, context: TemplateScope, name: str) -> bytes:
        """The finished report. Raises TemplateError, which says where in the template `name` it is."""
        return self.rendered(prepared, context, name).content

    def rendered(self, prepared: Prepared, context: TemplateScope, name: str) -> Rendered:
        """The report with what was printed. Raises TemplateError."""
        return self.completed(prepared, self.filled(prepared, context, name), name)

    def filled(self, prepared: Prepared, context: TemplateScope, name: str) -> tuple[Marked, ...]:
        """The parts with what their tags have printed. Raises TemplateError."""
        self.environment.start()
        return tuple(self._filled(part, prepared, context, name) for part in prepared.sources)

    def completed(
        self, prepared: Prepared, filled: Iterable[Marked], name: str, about: Mapping[str, str] | None = None
    ) -> Rendered:
        """The same of parts that are filled; `about` goes into its properties. Raises TemplateError."""
        charts, parts = self._finished(filled, prepared, name)
        members: dict[str, Member] = {**prepared.members, **{part.name: part.content for part in parts}}
        members[DOCUMENT] = document = packed(content_of(members[DOCUMENT]))
        members[PART] = made_part(document, members)
        members = charts.declared(members)
        members[CUSTOM] = custom_part({HASH: stamp(members), **(about or {})}, content_of(members[CUSTOM]))
        return Rendered(zipped(members), _of_text(parts), charts.shown)

    def printed(
        self, prepared: Prepared, filled: Sequence[Marked], name: str, wanted: Callable[[object], object]
    ) -> tuple[Occurrence, ...]:
        """What the tags have printed; nothing if no value is wanted. Raises TemplateError."""
        if not any(_is_wanted(value, wanted) for part in filled for value in part.ledger):
            return ()
        charts, parts = self._finished(filled, prepared, name)
        return Rendered(b"", _of_text(parts), charts.shown).printed

    def _finished(
        self, filled: Iterable[Marked], prepared: Prepared, name: str
    ) -> tuple[Charts, tuple[Marked, ...]]:
        charts = Charts(prepared.charts, prepared.members.keys())
        parts = tuple(self._completed(part, prepared, charts) for part in filled)
        for part in parts:
            refuse_active(part, name)
        return charts, parts

    def _filled(self, part: str, prepared: Prepared, context: TemplateScope, name: str) -> Marked:
        with ledger() as values, rounding_noted():
            text = unmark_lines(self._text(part, prepared, context, name))
        return Marked(part, text, tuple(values))

    def _completed(self, part: Marked, prepared: Prepared, charts: Charts) -> Marked:
        if part.name in (APP, CORE):
            return part
        return Marked(
            part.name, self.finished(part.name, part.xml, part.ledger, prepared, charts), part.ledger
        )

    def finished(
        self, part: str, filled: str, values: Sequence[object], prepared: Prepared, charts: Charts
    ) -> str:
        """A filled part completed; marks around what was printed are still in it. Raises TemplateError."""
        text = charts.placed(filled, values) if part == DOCUMENT else filled
        refuse_misplaced(text, values)
        text = finish(text, prepared.breaks, self.phrases.ordinal)
        styles = prepared.members.get(STYLES)
        if part != DOCUMENT or FIELD not in text or styles is None:
            return text
        return with_contents(text.encode(), styles.content).decode()

    def _text(self, part: str, prepared: Prepared, context: TemplateScope, name: str) -> str:
        try:
            return self._template(part, prepared).render(context.entries)
        except FAULTS as error:
            where = place(prepared.sources[part], line_of(error.__traceback__), name)
            raise TemplateError(f"{where}{_reason(error, context)}") from error

    def _template(self, part: str, prepared: Prepared) -> Template:
        """The code of a part brought to life, once for any number of reports."""
        if (prepared, part) not in self._templates:
            code = marshal.loads(prepared.codes[part])
            template = Template.from_code(self.environment, code, self.environment.globals)
            self._templates[prepared, part] = template
        return self._templates[prepared, part]


def _is_wanted(value: object, wanted: Callable[[object], object]) -> bool:
    """Of a chart, one of the figures that it shows."""
    if isinstance(value, ChartData):
        return any(wanted(figure) for series in value.series for figure in series.figures)
    return bool(wanted(value))


def _of_text(parts: tuple[Marked, ...]) -> tuple[Marked, ...]:
    """Those that are read; the properties of the file are not."""
    return tuple(part for part in parts if part.name not in (APP, CORE))


def refuse_active(part: Marked, name: str) -> None:
    """A tag or a cell may have made an instruction that nobody has seen before. Raises TemplateError."""
    if "instr" in part.xml and (wrong := next(fields_told(parse(part.content)), "")):
        raise TemplateError(f"用报告模板“{name}”生成的报告{wrong}")


def _reason(error: Exception, context: TemplateScope) -> str:
    if isinstance(error, UnknownName):
        return _unknown(error.name, context)
    if isinstance(error, UndefinedError):
        return _unknown(str(error.message), context)
    if isinstance(error, BadExpression):
        return f"{error}。"
    if isinstance(error, NameError):
        return "算出来的数太大。"  # Jinja writes an endless constant as a name
    return f"算不出来（{why(error)}）。"


def _unknown(name: str, context: TemplateScope) -> str:
    known = dict.fromkeys(_known_names(context))
    guess = nearest(name, known)
    return f"没有“{name}”这个名称" + (f"，是不是“{guess}”？" if guess else "。")


def _known_names(scope: TemplateScope) -> list[str]:
    names = []
    for value in scope.entries.values():
        inner = value[0] if isinstance(value, tuple) and value else value
        if isinstance(inner, TemplateScope):
            names += [f"{inner.name}.{key}" for key in inner.entries]
    return names + list(scope.entries)
