"""One template, opened once: each letter is filled as if it had just been opened."""

from io import BytesIO

import pytest
from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docxtpl import DocxTemplate
from jinja2 import TemplateError

from jixiao.archives import members_of, undated
from jixiao.desk.letters.filling import filled_members

_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NOTE = f'<w:footnotes xmlns:w="{_SPACE}"><w:footnote w:id="2"><w:p><w:r><w:t>{{{{ 注 }}}}</w:t></w:r></w:p>'


def template(body: str = "{{ 单位 }}有{% for 项 in 各项 %}{{ 项 }}、{% endfor %}") -> bytes:
    document = Document()
    document.add_paragraph(body)
    document.sections[0].header.paragraphs[0].text = "{{ 单位 }}"
    document.core_properties.title = "{{ 标题 }}"
    notes = f"{_NOTE}</w:footnote></w:footnotes>".encode()
    kind = CONTENT_TYPE.WML_FOOTNOTES
    part = Part(PackURI("/word/footnotes.xml"), kind, notes, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def fresh(content: bytes, context: dict[str, object]) -> dict[str, bytes]:
    opened, target = DocxTemplate(BytesIO(content)), BytesIO()
    opened.render(dict(context))
    opened.save(target)
    return {name: undated(name, member) for name, member in members_of(target.getvalue()).items()}


def test_each_letter_is_filled_as_from_a_template_that_has_just_been_opened() -> None:
    content = template()
    first: dict[str, object] = {"单位": "甲局", "各项": ["一", "二"], "标题": "通知", "注": "见表"}
    other: dict[str, object] = {"单位": "{{ 标题 }}", "各项": [], "标题": "", "注": "{{ 单位 }}"}
    for context in (first, other, first):
        found, wanted = filled_members(content, context), fresh(content, context)
        assert (list(found), found) == (list(wanted), wanted)


def test_a_letter_that_cannot_be_filled_leaves_nothing_in_the_next() -> None:
    content, context = template(), {"单位": "甲局", "各项": ["一"], "标题": "通知", "注": ""}
    filled_members(content, context)
    with pytest.raises(TemplateError):
        filled_members(
            content, {"单位": "乙局", "各项": [], "标题": "另一份"}
        )  # what is asked for last is missing
    assert filled_members(content, context) == fresh(content, context)
