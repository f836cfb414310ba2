"""Prepared template + context -> the bytes of a .docx. Same input, same bytes; docxtpl is not needed."""

from __future__ import annotations

import io
import marshal
import zipfile
from collections.abc import Mapping

from jinja2 import Template, UndefinedError
from jinja2 import TemplateError as JinjaError

from jixiao.model.term import nearest
from jixiao.report.environment import ReportEnvironment
from jixiao.report.errors import BadExpression, TemplateError
from jixiao.report.finishing import finish
from jixiao.report.phrases import Phrases
from jixiao.report.places import line_of, place, unmark_lines
from jixiao.report.prepared import DOCUMENT, Prepared
from jixiao.report.properties import CORE, CUSTOM, HASH, custom_part, stamp
from jixiao.report.scope import Scope, UnknownName

# What a wrong expression in a template can raise while it runs.
FAULTS = (JinjaError, BadExpression, TypeError, ValueError, ArithmeticError, LookupError, RecursionError)


class Renderer:
    """Fills prepared templates of one pack."""

    def __init__(self, environment: ReportEnvironment, phrases: Phrases) -> None:
        self.environment = environment
        self.phrases = phrases

    def render(self, prepared: Prepared, context: Scope, name: str) -> bytes:
        """The finished report. Raises TemplateError, which says where in the template `name` it is."""
        filled = {part: self._part(part, prepared, context, name) for part in prepared.sources}
        filled[CUSTOM] = custom_part({HASH: stamp(filled[DOCUMENT])})
        return _zipped({part: filled.get(part, content) for part, content in prepared.members.items()})

    def _part(self, part: str, prepared: Prepared, context: Scope, name: str) -> bytes:
        text = unmark_lines(self._filled(part, prepared, context, name))
        if part == CORE:
            return text.encode()
        levels = prepared.levels if part == DOCUMENT else {}
        return finish(text, levels, self.phrases.ordinal)

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


def _zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip without clock and without traces of the system it was written on."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, content)
    return buffer.getvalue()
