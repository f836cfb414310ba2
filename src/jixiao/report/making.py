"""The entry of this stage: facts and scorecard in, the bytes of a finished Word report out."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from msgspec.structs import replace

from jixiao.model.fact import Record
from jixiao.model.finding import Finding
from jixiao.model.scorecard import Scorecard
from jixiao.pack.pack import Pack
from jixiao.pack.toml_file import Files, files_in
from jixiao.report.language.context import context_of
from jixiao.report.language.environment import make_environment
from jixiao.report.language.explained import explanations_of
from jixiao.report.language.phrases import Phrases
from jixiao.report.language.style import STYLE_FILE, ReportStyle
from jixiao.report.language.style_file import load_style
from jixiao.report.language.values import numerals_of
from jixiao.report.proof.occurrences import Marked, Occurrence
from jixiao.report.proof.provenance import provenance
from jixiao.report.proof.read_back import ReadBack
from jixiao.report.proof.written_amounts import unknown_amounts
from jixiao.report.rendering import Rendered, Renderer
from jixiao.report.template.cache import prepared_template
from jixiao.report.template.outlines import Template, template_of


class ReportMaker:
    """Makes reports of one pack; the template is made ready once."""

    def __init__(
        self, pack: Pack, template: str | Template | None = None, style: ReportStyle | None = None
    ) -> None:
        """`template` is one, or names an outline or a Word file. Raises TemplateError, PackError."""
        self.pack = pack
        self.style = style or load_style(pack.reports, pack.form.units.factors)
        phrases = Phrases(self.style, numerals_of(self.style, pack.form.units.factors))
        environment = make_environment(phrases)
        chosen = template if isinstance(template, Template) else template_of(pack, self.style, template)
        words = (pack.reports / STYLE_FILE).read_bytes()
        self.name = chosen.name
        self.prepared = prepared_template(chosen.content, words, chosen.name, environment)
        self.renderer = Renderer(environment, phrases)
        self._tried: tuple[Record, Scorecard, tuple[Marked, ...]] | None = None

    def make(self, record: Record, scorecard: Scorecard, *, draft: bool) -> bytes:
        """The report of one workbook. Raises TemplateError."""
        return self.made(record, scorecard, draft=draft).content

    def made(
        self, record: Record, scorecard: Scorecard, *, draft: bool, findings: tuple[Finding, ...] = ()
    ) -> Rendered:
        """The report with everything that its tags have printed. Raises TemplateError."""
        told = explanations_of(findings, self.style)
        filled = self._as_tried(record, scorecard) if draft and not told else None
        if filled is None:
            context = context_of(record, scorecard, self.pack, self.style, draft=draft, findings=findings)
            filled = self.renderer.filled(self.prepared, context, self.name)
        about = provenance(record, self.pack, scorecard.framework, self.name)
        return self.renderer.completed(self.prepared, filled, self.name, about)

    def printed(
        self, record: Record, scorecard: Scorecard, wanted: Callable[[object], object]
    ) -> tuple[Occurrence, ...]:
        """What the tags of a draft would print; nothing if no value is wanted. Raises TemplateError."""
        context = context_of(record, scorecard, self.pack, self.style, draft=True)
        filled = self.renderer.filled(self.prepared, context, self.name)
        self._tried = record, scorecard, filled
        return self.renderer.printed(self.prepared, filled, self.name, wanted)

    def _as_tried(self, record: Record, scorecard: Scorecard) -> tuple[Marked, ...] | None:
        """The parts of the draft that was last tried, if it was that of this record: made next, as a rule."""
        tried, self._tried = self._tried, None
        return tried[2] if tried and tried[0] is record and tried[1] is scorecard else None

    def read_back(self, report: Rendered, record: Record) -> tuple[Finding, ...]:
        """What is wrong with a finished report of that record, and which amounts in its texts look wrong."""
        numerals = self.renderer.phrases.numerals
        reader = ReadBack.of(self.style, numerals, record)
        doubtful = unknown_amounts(report.printed, record, reader.figures, numerals)
        return (*reader.findings(report.content, report.printed), *doubtful)


def maker_for(record: Record, pack: Pack, template: str | None = None) -> ReportMaker:
    """A maker as the workbook asks for it; a template named here wins. Raises TemplateError, PackError."""
    files = files_in(pack.reports)
    style = _style(pack, files)
    chosen = template_of(pack, style, template or chosen_outline(style, record))
    answered = chosen_style(style, record)
    return _maker(pack, files, chosen, answered.contents, answered.charts, answered.explanations)


@lru_cache(maxsize=4)
def _style(pack: Pack, files: Files) -> ReportStyle:
    """Read once in a process, and again when it was changed."""
    return load_style(pack.reports, pack.form.units.factors)


@lru_cache(maxsize=4)  # hundreds of workbooks ask for the same
def _maker(
    pack: Pack, files: Files, template: Template, contents: bool, charts: bool, explanations: bool
) -> ReportMaker:
    style = replace(_style(pack, files), contents=contents, charts=charts, explanations=explanations)
    return ReportMaker(pack, template, style)


# What the accountant chose in the workbook: outline, table of contents, charts, explanations.


def chosen_outline(style: ReportStyle, record: Record) -> str | None:
    """The name of the outline that the workbook asks for; None if it asks for none that there is."""
    name = _answer(style.options.outline, record)
    return name if name in (outline.name for outline in style.outlines) else None


def chosen_style(style: ReportStyle, record: Record) -> ReportStyle:
    """The style with what the workbook says about contents, charts and explanations."""
    options = style.options
    answers = {options.yes: True, options.no: False}
    return replace(
        style,
        contents=answers.get(_answer(options.contents, record), style.contents),
        charts=answers.get(_answer(options.charts, record), style.charts),
        explanations=answers.get(_answer(options.explanations, record), style.explanations),
    )


def _answer(term: str, record: Record) -> str:
    fact = record.fields.get(term)
    return fact.text if fact is not None else ""
