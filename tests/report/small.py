"""Word templates of a few paragraphs, for tests of what a tag does."""

import io
import zipfile
from collections.abc import Mapping
from html import escape

from report.filled import PACK, Row, record, scorecard

from jixiao.building.samples import Sample, samples
from jixiao.pack.loading import load_pack
from jixiao.report.language.context import context_of
from jixiao.report.language.environment import make_environment
from jixiao.report.language.phrases import Phrases
from jixiao.report.language.style_file import load_style
from jixiao.report.language.values import numerals_of
from jixiao.report.rendering import Renderer
from jixiao.report.template.prepared import Prepared
from jixiao.report.template.preparing import prepare
from jixiao.report.word.projection import projection

STYLE = load_style(PACK.reports, PACK.form.units.factors)
PHRASES = Phrases(STYLE, numerals_of(STYLE, PACK.form.units.factors))
ENVIRONMENT = make_environment(PHRASES)
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(text: str, style: str = "") -> str:
    kind = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{kind}<w:r><w:t>{escape(text, quote=False)}</w:t></w:r></w:p>"


def table(*rows: tuple[str, ...]) -> str:
    lines = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def docx(*blocks: str, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A template of these blocks; a block that is no XML is a paragraph. Styles are those of the pack."""
    body = "".join(block if block.startswith("<") else paragraph(block) for block in blocks)
    with zipfile.ZipFile(PACK.reports / "report.docx") as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = f"<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in (parts | dict(more or {})).items():
            archive.writestr(name, content)
    return buffer.getvalue()


def prepared(*blocks: str) -> Prepared:
    return prepare(docx(*blocks), "试.docx", ENVIRONMENT)


def filled_document(*blocks: str, entries: Row) -> bytes:
    context = context_of(record(entries), scorecard(), PACK, STYLE, draft=False)
    return Renderer(ENVIRONMENT, PHRASES).render(prepared(*blocks), context, "试.docx")


def filled(*blocks: str, entries: Row | None = None) -> str:
    """The text of the body after filling."""
    lines = projection(filled_document(*blocks, entries=entries or {})).splitlines()
    return "\n".join(line for line in lines if not line.startswith("["))


def reports_of_samples() -> list[tuple[Sample, str]]:
    """Each sample that has a report, with each outline of its pack."""
    pairs = []
    for sample in samples():
        if sample.report.exists():
            pack = load_pack(sample.pack)
            style = load_style(pack.reports, pack.form.units.factors)
            pairs += [(sample, outline.name) for outline in style.outlines]
    return pairs
