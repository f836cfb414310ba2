"""Documents as they are read, for tests of what is said of them: paragraphs, fields, other parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from report.small import NAMESPACE, docx, paragraph

from jixiao.report.charts.originals import CHART_RELATION
from jixiao.report.word.reading import Document, read_document
from jixiao.report.word.wordml import CHART, OFFICE

HEADER = "word/header9.xml"


def part(*blocks: str, root: str = "hdr") -> str:
    body = "".join(block if block.startswith("<") else paragraph(block) for block in blocks)
    return f"<w:{root} {NAMESPACE}>{body}</w:{root}>"


def only(*blocks: str, more: Mapping[str, str] | None = None) -> bytes:
    """A document of these blocks and, besides the styles, of no other part than `more`."""
    kept = {"[Content_Types].xml", "word/document.xml", "word/styles.xml", *(more or {})}
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(*blocks, more=more))) as source, zipfile.ZipFile(target, "w") as out:
        for name in source.namelist():
            if name in kept:
                out.writestr(zipfile.ZipInfo(name), source.read(name))  # the same bytes at any time of day
    return target.getvalue()


def document(*blocks: str, more: Mapping[str, str] | None = None) -> Document:
    return read_document(only(*blocks, more=more), "试")


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(shown: str, code: str = "PAGE") -> str:
    """A field as Word writes it, with what it shows."""
    instruction = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return f"{mark('begin')}{instruction}{mark('separate')}{run(shown)}{mark('end')}"


DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATIONS = "word/_rels/document.xml.rels"


def chart(*points: tuple[str, str], series: str = "金额", title: str = "") -> str:
    """A chart's part: categories with their digits."""
    names, digits = (
        "".join(f'<c:pt idx="{nth}"><c:v>{point[at]}</c:v></c:pt>' for nth, point in enumerate(points))
        for at in (0, 1)
    )
    tx = f'<c:tx><c:pt idx="0"><c:v>{series}</c:v></c:pt></c:tx>'
    said = f"<c:title><a:t>{title}</a:t></c:title>"
    sets = f"<c:ser>{tx}<c:cat>{names}</c:cat><c:val>{digits}</c:val></c:ser>"
    return f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWN}"><c:chart>{said}{sets}</c:chart></c:chartSpace>'


def drawing(relation: str) -> str:
    """A run with the drawing of a chart."""
    return (
        f'<w:r><w:drawing><c:chart xmlns:c="{CHART}" xmlns:r="{OFFICE}" r:id="{relation}"/></w:drawing></w:r>'
    )


def with_charts(**charts: str) -> dict[str, str]:
    """Parts of a document: a chart for each relation."""
    leads = "".join(
        f'<Relationship Id="{name}" Type="{CHART_RELATION}" Target="charts/{name}.xml"/>' for name in charts
    )
    spaces = "http://schemas.openxmlformats.org/package/2006/relationships"
    relations = {RELATIONS: f'<Relationships xmlns="{spaces}">{leads}</Relationships>'}
    return relations | {f"word/charts/{name}.xml": xml for name, xml in charts.items()}
