"""The shipped template with one thing changed, and what lint says of it."""

import io
import zipfile
from collections.abc import Callable

from lxml import etree
from report.filled import PACK

from jixiao.report.lint.template_lint import Lint, lint
from jixiao.report.template.paragraphs import TemplateParagraph, paragraphs_of
from jixiao.report.word.wordml import parse

DOCUMENT = "word/document.xml"
SHIPPED = (PACK.reports / "report.docx").read_bytes()

Change = Callable[[TemplateParagraph], None]


def checked(content: bytes) -> Lint:
    return lint(content, "试.docx", PACK)


def kinds(content: bytes) -> list[str]:
    return [trouble.kind for trouble in checked(content).troubles]


def changed(where: str, change: Change, part: str = DOCUMENT) -> tuple[bytes, int]:
    """The shipped template with its first paragraph that begins so changed, and that paragraph's number."""
    with zipfile.ZipFile(io.BytesIO(SHIPPED)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = parse(parts[part])
    paragraph = next(each for each in paragraphs_of(root, part) if each.text.startswith(where))
    change(paragraph)
    parts[part] = etree.tostring(root)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue(), paragraph.number


def saying(text: str) -> Change:
    """Another text in the place of the old one, in one run."""

    def change(paragraph: TemplateParagraph) -> None:
        for piece in paragraph.pieces:
            piece.text = ""
        paragraph.pieces[0].text = text

    return change


def replacing(old: str, new: str) -> Change:
    def change(paragraph: TemplateParagraph) -> None:
        assert old in paragraph.text
        saying(paragraph.text.replace(old, new))(paragraph)

    return change


def removed(paragraph: TemplateParagraph) -> None:
    parent = paragraph.element.getparent()
    assert parent is not None
    parent.remove(paragraph.element)
