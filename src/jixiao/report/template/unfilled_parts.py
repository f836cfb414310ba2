"""Tags where nothing is filled in: comments, SmartArt, charts, the data behind content controls, addresses.

They would stand in the report as they were typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from lxml import etree

from jixiao.model.quotes import cut
from jixiao.report.template.trouble import Trouble, part_name
from jixiao.report.word.parts import TEXT_PART
from jixiao.report.word.properties import APP, CORE
from jixiao.report.word.wordml import parse

FILLED = (APP, CORE)  # besides the parts with text
_NOT_SHOWN = "word/glossary/"  # building blocks; none is part of a document until somebody inserts it
_ENDING = (".xml", ".rels")
_TAG = re.compile(r"\{\{[^{}]{1,2000}\}\}|\{%[^{}%]{1,2000}%\}")
_MORE = {
    "批注": "请删去批注里的标记，或删去批注。",
    "SmartArt": "请把标记写到正文或文本框里。",
    "图表": "图表的标题写在它替换文字的“图表(…)”里，请删去图表里的标记。",
    "内容控件": "请删除这个内容控件（保留文字），再把标记写在正文里。",
    "链接": "请把链接的地址改成固定的，或写成文字。",
}


def unfilled_tags(members: Mapping[str, bytes]) -> Iterator[Trouble]:
    """What is told of each part in which tags stand that nobody fills: its first one."""
    for part, content in members.items():
        if TEXT_PART.fullmatch(part) or part in FILLED or part.startswith(_NOT_SHOWN):
            continue
        if part.endswith(_ENDING) and (tag := _first_tag(content)):
            yield _told(part, tag)


def _first_tag(content: bytes) -> str:
    if b"{" not in content and b"%7b" not in content.lower():
        return ""
    texts = _texts(parse(content))
    return next((found[0] for text in texts if "{" in text and (found := _TAG.search(text))), "")


def _texts(root: etree._Element) -> Iterator[str]:
    """The whole text, as Word spreads a tag over runs; and each attribute, in which an address is coded."""
    yield "".join(map(str, root.itertext()))
    for element in root.iter("*"):
        yield from (unquote(str(value)) for value in element.attrib.values() if len(value) > len("{{}}"))


def _told(part: str, tag: str) -> Trouble:
    where = part_name(part)
    shown = cut(tag, 40)
    mend = next((said for what, said in _MORE.items() if where.startswith(what)), "请把它写到正文里。")
    message = f"{where}里的标记“{shown}”不会填，会照原样留在报告里。{mend}"
    return Trouble("unfilled-tag", part, 0, tag, tag, message)
