"""The name of another item in a purpose: 教学基地建设…用于宿舍楼消防管网更换, beside 宿舍楼消防改造."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.kinds.words.repeated_purposes import ItemPurpose, is_one_thing, item_purposes, shared
from jixiao.audit.kinds.words.usual_faults import purpose_fault
from jixiao.audit.wording_fault import WordingFault

_NEAR = 12  # passages between two items of a list
_OWN = 5  # letters of the name of another item that mean nothing else
_COMMON = re.compile("项目|工程|经费|专项|资金|建设|工作|补助|改造|管理|服务|培训|宣传|购置|维护")
_TELLING = 3  # letters of them that are not common ones


def borrowed_purposes(context: AuditContext) -> Iterator[WordingFault]:
    """Each that begins with the name of an item beside it, and has no word of its own."""
    found = [one for passage in context.text.prose for one in item_purposes(passage)]
    for wrong in found:
        for other in found:
            near = abs(other.passage.number - wrong.passage.number) <= _NEAR
            if not near or other is wrong or shared(wrong) or is_one_thing(wrong.name, other.name):
                continue
            if _begins_with(wrong, other.name) and wrong.said != other.said:
                yield _fault(wrong, other)
                break


def _begins_with(one: ItemPurpose, name: str) -> bool:
    """Whether it begins with so much of a name that nothing else is meant."""
    start = name[:_OWN]
    return len(start) == _OWN and len(_COMMON.sub("", start)) >= _TELLING and one.said.startswith(start)


def _fault(wrong: ItemPurpose, other: ItemPurpose) -> WordingFault:
    why = f"说的是“{other.name}”，像是照抄了另一项"
    return purpose_fault("ITEM-PURPOSE", wrong.passage, wrong.span, wrong.name, why, wrong.span)
