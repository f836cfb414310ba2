"""Prepared template + context -> the bytes of a .docx. Same input, same bytes; docxtpl is not needed."""

from __future__ import annotations

import io
import marshal
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Template, UndefinedError
from jinja2 import TemplateError as JinjaError
from lxml.etree import XMLSyntaxError

from jixiao.model.term import nearest
from jixiao.report.charts.placing import CHARTS, with_charts
from jixiao.report.contents import with_contents
from jixiao.report.errors import BadExpression, TemplateError
from jixiao.report.finishing import finish
from jixiao.report.language.environment import ReportEnvironment
from jixiao.report.language.marks import ledger, unmarked
from jixiao.report.language.phrases import Phrases
from jixiao.report.language.scope import Scope, UnknownName
from jixiao.report.proof.occurrences import Occurrence, taken
from jixiao.report.properties import APP, CORE, CUSTOM, HASH, custom_part, stamp
from jixiao.report.template.places import line_of, place, unmark_lines
from jixiao.report.template.prepared import DOCUMENT, Prepared
from jixiao.report.wordml import STYLES

# What a wrong expression in a template can raise while it runs.
FAULTS = (JinjaError, BadExpression, TypeError, ValueError, ArithmeticError, LookupError, RecursionError)
LINT = "请用 jixiao template lint 检查模板。"


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished report, and everything that its tags have printed."""

    content: bytes
    printed: tuple[Occurrence, ...]


class Renderer:
    """Fills prepared templates of one pack."""

    def __init__(self, environment: ReportEnvironment, phrases: Phrases) -> None:
        self.environment = environment
        self.phrases = phrases

    def render(self, prepared: Prepared, context: Scope, name: str) -> bytes:
        """The finished report. Raises TemplateError, which says where in the template `name` it is."""
        return self.rendered(prepared, context, name).content

    def rendered(
        self, prepared: Prepared, context: Scope, name: str, about: Mapping[str, str] | None = None
    ) -> Rendered:
        """The report with what was printed; `about` goes into its properties. Raises TemplateError."""
        self.environment.start()
        filled: dict[str, bytes] = {}
        printed: list[Occurrence] = []
        for part in prepared.sources:
            filled[part], found = self._part(part, prepared, context, name)
            printed += found
        members = {part: filled.get(part, content) for part, content in prepared.members.items()}
        if any(part.startswith(CHARTS) for part in members):
            members = with_charts(members)
        members[CUSTOM] = custom_part({HASH: stamp(members[DOCUMENT]), **(about or {})})
        return Rendered(zipped(members), tuple(printed))

    def _part(
        self, part: str, prepared: Prepared, context: Scope, name: str
    ) -> tuple[bytes, tuple[Occurrence, ...]]:
        with ledger() as values:
            text = unmark_lines(self._filled(part, prepared, context, name))
        if part in (APP, CORE):
            return unmarked(text).encode(), ()
        return taken(part, self.finished(part, text, prepared, name), values)

    def finished(self, part: str, text: str, prepared: Prepared, name: str) -> bytes:
        """A filled part completed; marks that its text has are still in it. Raises TemplateError."""
        levels = prepared.levels if part == DOCUMENT else {}
        try:
            finished = finish(text, levels, self.phrases.ordinal)
        except XMLSyntaxError as error:
            raise TemplateError(f"报告模板“{name}”的标记放错了位置，生成的文件不完整。{LINT}") from error
        return with_contents(finished, prepared.members.get(STYLES)) if part == DOCUMENT else finished

    def _filled(self, part: str, prepared: Prepared, context: Scope, name: str) -> str:
        code = marshal.loads(prepared.codes[part])
        template = Template.from_code(self.environment, code, self.environment.globals)
        try:
            return template.render(context.entries)
        except FAULTS as error:
            where = place(prepared.sources[part], line_of(error.__traceback__), name)
            raise TemplateError(f"{where}{_reason(error, context)}") from error


def _reason(error: Exception, context: Scope) -> str:
    if isinstance(error, UnknownName):
        return _unknown(error.name, context)
    if isinstance(error, UndefinedError):
        return _unknown(str(error.message), context)
    if isinstance(error, BadExpression):
        return f"{error}。"
    return f"算不出来（{error}）。"


def _unknown(name: str, context: Scope) -> str:
    known = dict.fromkeys(_known_names(context))
    guess = nearest(name, known)
    return f"没有“{name}”这个名称" + (f"，是不是“{guess}”？" if guess else "。")


def _known_names(scope: Scope) -> list[str]:
    names = []
    for value in scope.entries.values():
        inner = value[0] if isinstance(value, tuple) and value else value
        if isinstance(inner, Scope):
            names += [f"{inner.name}.{key}" for key in inner.entries]
    return names + list(scope.entries)


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip without clock and without traces of the system it was written on."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, content)
    return buffer.getvalue()
