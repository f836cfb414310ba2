"""Tags in places whose text Word replaces by its own, or never shows: what is filled in there is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from jixiao.report.template.paragraphs import LocatedTag
from jixiao.report.template.trouble import Trouble, trouble
from jixiao.report.word.covered_cells import texts_of_covered_cells
from jixiao.report.word.fields import is_made_by_word, texts_of_fields
from jixiao.report.word.properties import APP, CORE
from jixiao.report.word.wordml import parse, w

_CONTROL = w("sdt")
_BOUND = f"{w('sdtPr')}/{{*}}dataBinding"
_IN_FIELD = "标记写在 Word 自己更新的域（页码、日期等）里，打印时会换成别的内容。请删去这个域，再写标记。"
_COVERED = "标记写在与上面单元格合并了的单元格里，看不见。请移到合并的第一个单元格里，或取消合并。"
_IN_CONTROL = (
    "标记写在跟着文档属性变的内容控件里，Word 打开时会换成别的内容。"
    "请删除这个内容控件（保留文字），再写标记。"
)


def lost_tags(root: etree._Element, tags: Sequence[LocatedTag], properties: str) -> Iterator[Trouble]:
    """What is told of such tags. `properties`: the text of the properties, in which tags are filled, too."""
    if not tags:
        return
    made, _ = texts_of_fields(root, is_made_by_word)
    covered = texts_of_covered_cells(root)
    for located in tags:
        piece = located.paragraph.piece_at(located.tag.start)
        if piece in made:
            yield trouble("tag-in-field", located, _IN_FIELD)
        elif piece in covered and located.tag.prints:
            yield trouble("covered-tag", located, _COVERED)
        elif _is_bound(piece) and located.tag.typed not in properties:
            yield trouble("tag-in-control", located, _IN_CONTROL)


def text_of_properties(members: Mapping[str, bytes]) -> str:
    """What a content control that shows a property of the document may hold: tags are filled in both."""
    return "\n".join(
        str(text) for part in (CORE, APP) if part in members for text in parse(members[part]).itertext()
    )


def _is_bound(piece: etree._Element) -> bool:
    return any(control.find(_BOUND) is not None for control in piece.iterancestors(_CONTROL))
