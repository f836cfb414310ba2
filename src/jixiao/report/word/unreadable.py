"""What may hold a figure that only people can read: pictures, drawn letters, fields, numbering."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter

from jixiao.report.word.fields import INSTRUCTION
from jixiao.report.word.parts import TEXT_PART
from jixiao.report.word.wordml import parse, w

_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
_VML = "{urn:schemas-microsoft-com:vml}"
_KINDS = {
    f"{{{_DRAWN}/main}}blip": "图片",
    f"{_VML}imagedata": "图片",
    f"{{{_DRAWN}/diagram}}relIds": "SmartArt 图形",
    f"{_VML}textpath": "艺术字",
    w("object"): "嵌入的对象",
    w("altChunk"): "引入的内容",
    w("subDoc"): "引入的内容",
    w("numPr"): "自动编号",
    w("dataBinding"): "跟着文档属性变的内容控件",
    w("bdo"): "倒着排的文字",
    INSTRUCTION: "由 Word 画出来的域",
    **{
        w(name): "由 Word 填的页码或日期"
        for name in (
            "pgNum",
            *(f"{part}{size}" for part in ("day", "month", "year") for size in ("Short", "Long")),
        )
    },
}
_ON_CHARTS, _CHART_PART = "画在图表上的文字或图形", re.compile(r"word/charts/[^/]+\.xml")
_DRAWING_FIELD = re.compile(r"\s*(EQ|LISTNUM|AUTONUM\w*|SYMBOL)\b", re.IGNORECASE)


def unreadable(content: bytes) -> Counter[str]:
    """How often each kind stands in the parts of a document that was read before."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        roots = [parse(archive.read(part)) for part in names if TEXT_PART.fullmatch(part)]
        charts = [archive.read(part) for part in names if _CHART_PART.fullmatch(part)]
    drawn_on = [_ON_CHARTS for chart in charts if b"userShapes" in chart]
    return Counter(drawn_on) + Counter(
        _KINDS[str(element.tag)]
        for root in roots
        for element in root.iter(*_KINDS)
        if element.tag != INSTRUCTION or _DRAWING_FIELD.match(element.text or "")
    )
