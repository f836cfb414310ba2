"""A finished report in place of its template: then nothing in it is worth a complaint of its own."""

from __future__ import annotations

from jixiao.report.template.opening import open_template
from jixiao.report.template.paragraphs import with_alternative_texts
from jixiao.report.template.structure import untagged
from jixiao.report.template.unfilled_parts import unfilled_tags
from jixiao.report.word.parts import TEXT_PART
from jixiao.report.word.wordml import parse


def refuse_untagged(template: bytes, name: str) -> None:
    """Raise TemplateError for a document without anything that may be meant for a tag."""
    members, _ = open_template(template, name)
    if any(unfilled_tags(members)):
        return
    for part in filter(TEXT_PART.fullmatch, members):
        paragraphs = with_alternative_texts(parse(members[part]), part)
        if any(sign in paragraph.text for paragraph in paragraphs for sign in "{｛"):
            return
    raise untagged(name)
