"""The entry of this stage: facts and scorecard in, the bytes of a finished Word report out."""

from __future__ import annotations

from jixiao.model.fact import Record
from jixiao.model.scorecard import Scorecard
from jixiao.pack.errors import PackError
from jixiao.pack.loading import Pack
from jixiao.report.cache import prepared_template
from jixiao.report.context import context_of
from jixiao.report.environment import make_environment
from jixiao.report.phrases import Phrases
from jixiao.report.rendering import Renderer
from jixiao.report.style import STYLE_FILE, load_style
from jixiao.report.values import numerals_of

TEMPLATE = "report.docx"


class ReportMaker:
    """Makes reports of one pack; the template is made ready once."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.style = load_style(pack.reports)
        phrases = Phrases(self.style, numerals_of(self.style, pack.form.units.factors))
        environment = make_environment(phrases)
        self.prepared = prepared_template(
            _content(pack, TEMPLATE), _content(pack, STYLE_FILE), TEMPLATE, environment
        )
        self.renderer = Renderer(environment, phrases)

    def make(self, record: Record, scorecard: Scorecard, *, draft: bool) -> bytes:
        """The report of one workbook. Raises TemplateError."""
        context = context_of(record, scorecard, self.pack, self.style, draft=draft)
        return self.renderer.render(self.prepared, context, TEMPLATE)


def make_report(record: Record, scorecard: Scorecard, pack: Pack, *, draft: bool) -> bytes:
    """The report of a workbook by the pack's template. Raises TemplateError, PackError."""
    return ReportMaker(pack).make(record, scorecard, draft=draft)


def _content(pack: Pack, name: str) -> bytes:
    try:
        return (pack.reports / name).read_bytes()
    except OSError as error:
        raise PackError(name, "", f"cannot be read: {error.strerror}") from error
