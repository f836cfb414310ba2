"""What the accountant chose in the workbook about the report's looks: outline, table of contents, charts."""

from __future__ import annotations

from msgspec.structs import replace

from jixiao.model.fact import Record
from jixiao.report.language.style import ReportStyle


def chosen_outline(style: ReportStyle, record: Record) -> str | None:
    """The name of the outline that the workbook asks for; None if it asks for none that there is."""
    name = _said(style.options.outline, record)
    return name if name in (outline.name for outline in style.outlines) else None


def chosen_style(style: ReportStyle, record: Record) -> ReportStyle:
    """The style with what the workbook says about a table of contents and charts."""
    options = style.options
    answers = {options.yes: True, options.no: False}
    return replace(
        style,
        contents=answers.get(_said(options.contents, record), style.contents),
        charts=answers.get(_said(options.charts, record), style.charts),
    )


def _said(term: str, record: Record) -> str:
    fact = record.fields.get(term)
    return fact.text if fact is not None else ""
