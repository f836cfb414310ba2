"""What is wrong in a Word template: the place as its author sees it, and one sentence on what to do."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.report.template.error_places import short
from jixiao.report.template.paragraphs import LocatedTag
from jixiao.report.word.errors import TemplateError

NAMES = {"document": "正文", "footnotes": "脚注", "endnotes": "尾注", "core": "文档属性", "app": "文档属性"}


@dataclass(frozen=True, slots=True)
class Trouble:
    """`number` counts the paragraphs of the part from 1, those in tables too; 0 if no paragraph is meant."""

    kind: str  # stable, for scripts
    part: str
    number: int
    text: str  # of the paragraph
    tag: str
    message: str

    def error(self, name: str) -> TemplateError:
        """The same as an error that stops a run; `name` is how messages call the template."""
        where = f"这一处：{short(self.text.strip())}——" if self.text.strip() else ""
        return TemplateError(f"报告模板“{name}”{where}{self.message}")

    @property
    def place(self) -> str:
        paragraph = f"第{self.number}段" if self.number else ""
        return f"{part_name(self.part)}{paragraph}"


def part_name(part: str) -> str:
    """A part as an accountant calls it: 正文, 页眉 (header1.xml)."""
    stem = part.rpartition("/")[2].removesuffix(".xml")
    if stem in NAMES:
        return NAMES[stem]
    return f"{'页眉' if stem.startswith('header') else '页脚'}（{stem}.xml）"


def trouble(kind: str, located: LocatedTag, message: str) -> Trouble:
    """A trouble with a tag."""
    paragraph = located.paragraph
    return Trouble(kind, paragraph.part, paragraph.number, paragraph.text, located.tag.typed, message)
