"""The name of another item in a purpose: 教学基地建设…用于宿舍楼消防管网更换, beside 宿舍楼消防改造."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.kinds.words.repeated_purposes import (
    ItemPurpose,
    is_one_thing,
    item_purposes,
    items_of,
    shared,
)
from jixiao.audit.kinds.words.usual_faults import purpose_fault
from jixiao.audit.wording_fault import WordingFault

_NEAR = 12  # passages between two items of a list
_OWN = 5  # letters of the name of another item that mean nothing else
_COMMON = re.compile("项目|工程|经费|专项|资金|建设|工作|补助|改造|管理|服务|培训|宣传|购置|维护")
_TELLING = 3  # letters of them that are not common ones


def borrowed_purposes(context: AuditContext) -> Iterator[WordingFault]:
    """Each that begins with the name of an item beside it, and has no word of its own."""
    found = [one for passage in context.text.prose for one in item_purposes(passage)]
    said = {one.name: one.said for one in found}
    for wrong in found:
        for name in () if shared(wrong) else _names_near(wrong, context):
            if name == wrong.name or is_one_thing(wrong.name, name):
                continue
            if _begins_with(wrong, name) and wrong.said != said.get(name):
                yield _fault(wrong, name)
                break


def _names_near(one: ItemPurpose, context: AuditContext) -> Iterator[str]:
    """Of all items around it, whether their own purpose is told or not."""
    first = max(one.passage.number - _NEAR, 0)
    for passage in context.text.prose:
        if first <= passage.number <= one.passage.number + _NEAR:
            yield from (item["name"] for item in items_of(passage))


def _begins_with(one: ItemPurpose, name: str) -> bool:
    """Whether it begins with so much of a name that nothing else is meant."""
    start = name[:_OWN]
    return len(start) == _OWN and len(_COMMON.sub("", start)) >= _TELLING and one.said.startswith(start)


def _fault(wrong: ItemPurpose, name: str) -> WordingFault:
    why = f"说的是“{name}”，像是照抄了另一项"
    return purpose_fault("ITEM-PURPOSE", wrong.passage, wrong.span, wrong.name, why, wrong.span)
