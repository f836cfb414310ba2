"""The tags of a part as they stand in Word: broken ones, tags in the wrong place, loops without end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from jixiao.model.quotes import cut
from jixiao.model.term import nearest
from jixiao.report.template.blocks import ENDS, Blocks
from jixiao.report.template.paragraphs import DELETED, LocatedTag, T, TemplateParagraph, doubled
from jixiao.report.template.tag_limits import MOST_TROUBLES, TagCount
from jixiao.report.template.tags import BrokenTag, leftovers, tags_of
from jixiao.report.template.trouble import Trouble, trouble
from jixiao.report.word.errors import TemplateError
from jixiao.report.word.wordml import w

KEYWORDS = (*ENDS, *ENDS.values(), "elif", "else", "set")
LONGEST_TAG = 2000

_LEFT = {
    "begin": ("unclosed-tag", "“{}”没有结束，请在同一段里补上结束的两个花括号，或删去它。"),
    "end": ("unopened-tag", "“{}”前面没有开始，请在同一段里补上开始的两个花括号，或删去它。"),
    "ending": (
        "mismatched-braces",
        "“{}”开始和结束的括号不是一对：{{{{ 以 }}}} 结束，{{% 以 %}} 结束，请改成一对。",
    ),
    "bent": (
        "broken-braces",
        "“{}”的花括号应是两个连在一起的半角符号（{{{{ }}}} 或 {{% %}}），请在英文状态下重新输入。",
    ),
}
_MOVED = w("moveFrom")
_USELESS = ("too-long", "empty-tag", "unknown-statement")
_WIDE = {"p": "段落", "tr": "表格行", "tc": "单元格", "r": "文字"}


@dataclass(slots=True)
class TagStructure:
    """The tags of a part that can be understood, in order, and the troubles with the others."""

    tags: list[LocatedTag] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    # Loops and conditions without end, with their branches
    lost: list[LocatedTag] = field(default_factory=list)


def structure_of(paragraphs: list[TemplateParagraph], count: TagCount) -> TagStructure:
    """Look at the tags where they stand; what they say is not looked at. `count` goes on over all parts."""
    structure = TagStructure()
    split: tuple[TemplateParagraph, BrokenTag] | None = None
    if count.told:
        return structure
    for paragraph in paragraphs:
        if doubled(paragraph.element):
            continue
        text = paragraph.text
        if excess := count.excess(paragraph, text):
            structure.troubles.append(excess)
        if excess or count.troubles + len(structure.troubles) > MOST_TROUBLES:
            count.told |= excess is None
            structure.tags = []
            return structure
        tags = tags_of(text)
        for left in leftovers(text, tags):
            if split and left.kind == "end" and paragraph is not split[0]:
                structure.troubles[-1] = _split(split)
                split = None
                continue
            structure.troubles.append(_left(paragraph, text, left))
            split = (paragraph, left) if left.kind == "begin" else None
        structure.tags += [LocatedTag(tag, paragraph) for tag in tags if not tag.comment]
        structure.troubles += _deleted(paragraph)
    if too_many := count.too_many(structure.tags):
        structure.troubles.append(too_many)
        structure.tags = []
    usable = [tag for tag in structure.tags if not _useless(tag, structure)]
    blocks = Blocks(structure.troubles)
    structure.tags = list(blocks.matched(usable))
    structure.lost = list(blocks.unended)
    structure.troubles.sort(key=lambda trouble: trouble.number)
    count.troubles += len(structure.troubles)
    return structure


def untagged(name: str) -> TemplateError:
    """What to raise for a document in which nothing is filled in."""
    return TemplateError(
        f"报告模板“{name}”里一个标记（{{{{ 名称 }}}}）也没有，像是写好的报告，不是模板。"
        "请检查是否选错了文件，或在要填数的地方写上标记。"
    )


def _left(paragraph: TemplateParagraph, text: str, left: BrokenTag) -> Trouble:
    kind, message = _LEFT[left.kind]
    shown = cut(left.text, 40)
    return Trouble(kind, paragraph.part, paragraph.number, text, left.text, message.format(shown))


def _split(begun: tuple[TemplateParagraph, BrokenTag]) -> Trouble:
    paragraph, left = begun
    message = "这个标记被分在两个段落（或单元格）里，请删去中间的换行，让整个标记在同一段里。"
    tag = paragraph.text[left.start :]
    return Trouble("split-tag", paragraph.part, paragraph.number, paragraph.text, tag, message)


def _deleted(paragraph: TemplateParagraph) -> Iterator[Trouble]:
    moved = [piece for away in paragraph.element.iter(_MOVED) for piece in away.iter(T)]
    deleted = "".join(piece.text or "" for piece in (*paragraph.element.iter(DELETED), *moved))
    if "{" in deleted or "}" in deleted:
        message = "修订记录里删去或移走的文字带有标记，仍会被执行，请先在“审阅”里接受全部修订。"
        yield Trouble("tracked-change", paragraph.part, paragraph.number, paragraph.text, deleted, message)


def _useless(located: LocatedTag, structure: TagStructure) -> bool:
    """Tell what is wrong with the tag itself; True if what it says cannot be known."""
    found = next(_faults(located), None)
    if found:
        structure.troubles.append(trouble(found[0], located, found[1]))
    return found is not None and found[0] in _USELESS


def _faults(located: LocatedTag) -> Iterator[tuple[str, str]]:
    tag = located.tag
    if len(tag.text) > LONGEST_TAG:
        yield "too-long", f"标记超过 {LONGEST_TAG} 个字符，请拆成几个。"
    if tag.prints and tag.level:
        yield "misplaced-tag", f"打印用的标记前面不能加“{tag.level}”，请写成 {{{{ … }}}}。"
    if not tag.inner:
        yield "empty-tag", "标记里是空的，请写上名称，或删去这个标记。"
    if tag.prints:
        return
    if tag.trims:
        yield "trimming-tag", "请去掉紧挨百分号的加号或减号，它会连旁边的段落一起去掉。"
    if tag.keyword not in KEYWORDS or (tag.keyword == "set" and "=" not in tag.inner):
        guess = nearest(tag.keyword, dict.fromkeys(KEYWORDS))
        hint = f"，是不是“{guess}”？" if guess and guess != tag.keyword else "。"
        yield "unknown-statement", f"{{% %}} 里不能用“{tag.keyword}”，能用的是 {'、'.join(KEYWORDS)}{hint}"
    if tag.level and ("%" in tag.inner or "}" in tag.inner):
        yield "misplaced-sign", f"{{%{tag.level} … %}} 里面不能有百分号和右花括号，请换一种写法。"
    if tag.level:
        yield from _place(located)


def _place(located: LocatedTag) -> Iterator[tuple[str, str]]:
    """What stands for a paragraph or row must be alone there: the whole of it is taken away."""
    level, outer = located.tag.level, located.outer
    what = _WIDE[level]
    if outer is None:
        yield "misplaced-tag", f"{{%{level} 只能写在表格里；要重复段落请用 {{%p。"
        return
    if level == "r":
        return
    text = "".join(piece.text or "" for piece in outer.iter(w("t")))
    if text.strip() != located.tag.typed and text.strip() != located.tag.text:
        yield (
            "shared-place",
            f"{{%{level} 所在的整个{what}生成时会去掉，同一{what}里不能有别的文字，请单独放一个{what}。",
        )
    elif level == "p" and outer.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        yield "shared-place", "这一段带有分节符，生成时会一起去掉，请把标记移到单独的一段。"
