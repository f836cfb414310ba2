"""The entry of this stage: facts and scorecard in, the bytes of a finished Word report out."""

from __future__ import annotations

from jixiao.model.fact import Record
from jixiao.model.scorecard import Scorecard
from jixiao.pack.errors import PackError
from jixiao.pack.loading import Pack
from jixiao.report.cache import prepared_template
from jixiao.report.context import context_of
from jixiao.report.phrases import Phrases
from jixiao.report.prepared import Prepared
from jixiao.report.rendering import Renderer
from jixiao.report.style import load_style
from jixiao.report.values import numerals_of

TEMPLATE = "report.docx"


def make_report(record: Record, scorecard: Scorecard, pack: Pack, *, draft: bool) -> bytes:
    """The report of a workbook by the pack's template. Raises TemplateError, PackError."""
    style = load_style(pack.reports)
    phrases = Phrases(style, numerals_of(style, pack.form.units.factors))
    context = context_of(record, scorecard, pack, style, draft=draft)
    return Renderer(phrases).render(pack_template(pack), context, TEMPLATE)


def pack_template(pack: Pack) -> Prepared:
    """The pack's template, ready to be filled."""
    try:
        template = (pack.reports / TEMPLATE).read_bytes()
    except OSError as error:
        raise PackError(TEMPLATE, "", f"cannot be read: {error.strerror}") from error
    return prepared_template(template, TEMPLATE)
