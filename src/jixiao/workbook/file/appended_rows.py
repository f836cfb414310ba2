"""Rows that a sheet does not have yet, written as markup and parsed at once: thousands of cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from lxml import etree

from jixiao.workbook.file.written_value import CellValue, clean_text

# A line end that a parser would take for another one, and what is markup
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})


def appended_rows(
    namespace: str,
    columns: Sequence[tuple[int, str]],
    styles: Mapping[str, str | None],
    rows: Iterable[tuple[int, Sequence[CellValue]]],
) -> list[etree._Element]:
    """The rows by their numbers. `columns`, from left to right, say which of the values stands there."""
    places = [(at, column, _style(styles[column])) for at, column in columns]
    markup = []
    for number, values in rows:
        markup.append(f'<row r="{number}">')
        markup += [_cell(f"{column}{number}", style, values[at]) for at, column, style in places]
        markup.append("</row>")
    return list(etree.fromstring(f'<sheetData xmlns="{namespace}">{"".join(markup)}</sheetData>'))


def _style(style: str | None) -> str:
    return "" if style is None else f' s="{style.translate(_ESCAPED)}"'


def _cell(address: str, style: str, value: CellValue) -> str:
    if value is None or value == "":
        return f'<c r="{address}"{style}/>'
    if isinstance(value, Decimal):
        return f'<c r="{address}"{style}><v>{value:f}</v></c>'
    text = clean_text(value).translate(_ESCAPED)
    return f'<c r="{address}"{style} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
