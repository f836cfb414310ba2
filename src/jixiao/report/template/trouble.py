"""What is wrong in a Word template: the place as its author sees it, and one sentence on what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jixiao.report.template.error_places import short
from jixiao.report.template.paragraphs import LocatedTag
from jixiao.report.word.errors import TemplateError

NAMES = {"document": "正文", "footnotes": "脚注", "endnotes": "尾注", "core": "文档属性", "app": "文档属性"}
_OTHERS = {  # what the name of a part begins with
    "word/comments": "批注",
    "word/diagrams/": "SmartArt 图形",
    "word/charts/": "图表",
    "word/drawings/": "图表上画的文字",
    "customXml/": "内容控件的数据",
    "docProps/": "自定义属性",
}
_ON_EACH_PAGE = re.compile(r"header|footer")


@dataclass(frozen=True, slots=True)
class Trouble:
    """`number` counts the paragraphs of the part from 1, those in tables too; 0 if no paragraph is meant."""

    kind: str  # stable, for scripts
    part: str
    number: int
    text: str  # of the paragraph
    tag: str
    message: str

    def error(self, name: str, role: str = "报告模板") -> TemplateError:
        """The same as an error that stops a run; `role` and `name` are how messages call the template."""
        where = f"这一处：{short(self.text.strip())}——" if self.text.strip() else ""
        return TemplateError(f"{role}“{name}”{where}{self.message}")

    @property
    def place(self) -> str:
        paragraph = f"第{self.number}段" if self.number else ""
        return f"{part_name(self.part)}{paragraph}"


def part_name(part: str) -> str:
    """A part as an accountant calls it: 正文, 页眉 (header1.xml)."""
    stem = part.rpartition("/")[2].removesuffix(".xml")
    if stem in NAMES:
        return NAMES[stem]
    if part.endswith(".rels"):
        return "链接的地址"
    if found := _ON_EACH_PAGE.match(stem):
        return f"{'页眉' if found[0] == 'header' else '页脚'}（{stem}.xml）"
    return next((name for start, name in _OTHERS.items() if part.startswith(start)), f"部件（{stem}.xml）")


def trouble(kind: str, located: LocatedTag, message: str) -> Trouble:
    """A trouble with a tag."""
    paragraph = located.paragraph
    return Trouble(kind, paragraph.part, paragraph.number, paragraph.text, located.tag.typed, message)
