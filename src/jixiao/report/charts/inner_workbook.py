"""The workbook inside a chart, which Word opens for “编辑数据”: the chart's data and nothing else."""

from __future__ import annotations

from html import escape

from jixiao.archives import packed, zipped
from jixiao.report.charts.pattern import SHEET
from jixiao.report.language.chart_data import ChartData

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# The least that Excel opens as a workbook. XlsxWriter would write the same at the cost of importing it.
_FRAME_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
}
_FRAME = {name: packed(f"{_HEAD}{part}".encode()) for name, part in _FRAME_PARTS.items()}


def inner_workbook(data: ChartData) -> bytes:
    """Names in the first column, one column per series; the same data give the same bytes."""
    heads = "".join(_text(series.name) for series in data.series)
    rows = [f"<row>{_text('')}{heads}</row>"]
    for name, *values in zip(data.names, *(series.values for series in data.series), strict=True):
        cells = "".join(f"<c><v>{value}</v></c>" if value else "<c/>" for value in values)
        rows.append(f"<row>{_text(str(name))}{cells}</row>")
    sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'
    return zipped({**_FRAME, "xl/worksheets/sheet1.xml": f"{_HEAD}{sheet}".encode()})


def _text(text: str) -> str:
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
