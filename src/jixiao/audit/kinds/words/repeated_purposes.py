"""Two items with one purpose, word for word: 站房维修…用于防水、门窗更换 / 救援装备…用于防水、门窗更换."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, permutations

import msgspec

from jixiao.audit.context import AuditContext
from jixiao.audit.document.passage import Passage
from jixiao.audit.kinds.words.usual_faults import purpose_fault
from jixiao.audit.wording_fault import WordingFault

_NUMBER = r"(?:（?[一二三四五六七八九十\d]{1,2}[）.、．]|[①-⑳])"
_ITEM = re.compile(
    rf"(?:^|(?<=[；。]))(?:{_NUMBER}|[一二三四五六七八九十]是)?(?P<name>[^，。；：（）\d]{{3,30}}?)"
    r"(?:实际|共|累计|全年)?(?:项目|支出|经费|资金|决算|预算|安排|使用)*(?:（[^）]*）)?(?:[：，。][^，。；：\d]{0,8}|为|共)?\d"
)
_USED = re.compile(r"(?:主要|重点|资金|全部|具体)?(?:是)?用于(?P<said>[^，。；][^。；]{7,100})")
_LISTED = re.compile("[、和及与]")
_COMMON = re.compile(r"正常运转|日常|基本支出|工资|人员经费|办公费|各项|相关|等(?:方面|支出|费用)?$|以及其他")
_PARALLEL = re.compile(
    r"(?:[省市县区乡镇村级批期段季年度校院站馆所局队组]|学期|标段|资金|补助|拨款|收入)(?:资助|项目|工程)?$"
)
_FEW = 2  # letters in which the names of two alike differ
_WHOLE = 4  # letters of the name of an account that mean nothing else
_NEAR = 12  # passages between two items of a list
_ACCOUNT = re.compile("（[类款项]）|（类")
_ACCOUNTS = "科目"


class ItemPurpose(msgspec.Struct):
    """What an item of a list is said to be for."""

    name: str
    passage: Passage
    span: tuple[int, int]

    @property
    def said(self) -> str:
        return self.passage.text[slice(*self.span)]


def repeated_purposes(context: AuditContext) -> Iterator[WordingFault]:
    """Of two items the one to whose name the purpose has less to say; in doubt the later one."""
    found = [one for passage in context.text.prose for one in item_purposes(passage)]
    found = [one for one in found if _LISTED.search(one.said)]
    told: set[int] = set()
    for one, other in combinations(found, 2):
        apart = other.passage.number - one.passage.number
        if apart > _NEAR or one.said != other.said or is_one_thing(one.name, other.name):
            continue
        wrong, right = (one, other) if shared(one) < shared(other) else (other, one)
        if id(wrong) not in told:
            told.add(id(wrong))
            yield _fault(wrong, right)
    yield from _of_accounts(context)


def _of_accounts(context: AuditContext) -> Iterator[WordingFault]:
    """普法宣传…用于社区矫正对象监管, in one paragraph of accounts with 社区矫正…用于社区矫正对象监管."""
    for passage in context.text.prose:
        items = list(_purposes(passage)) if _ACCOUNTS in passage.text else []
        for wrong, right in permutations(items, 2):
            copied = wrong.said == right.said and right.said.startswith(right.name[:_WHOLE])
            long = len(right.name) >= _WHOLE and not is_one_thing(wrong.name, right.name)
            if copied and long and not shared(wrong):
                yield _fault(wrong, right)
                break


def item_purposes(passage: Passage) -> Iterator[ItemPurpose]:
    """What each item of a passage is used for; of accounts nothing, they have kinds of their own."""
    if _ACCOUNTS not in passage.text:
        yield from _purposes(passage)


def _purposes(passage: Passage) -> Iterator[ItemPurpose]:
    if "用于" not in passage.text or _ACCOUNT.search(passage.text):
        return
    items = items_of(passage)
    for number, item in enumerate(items):
        until = items[number + 1].start() if number + 1 < len(items) else len(passage.text)
        match = _USED.search(passage.text, item.end(), until)
        if match and not _COMMON.search(match["said"]):
            yield ItemPurpose(item["name"], passage, match.span("said"))


def items_of(passage: Passage) -> list[re.Match[str]]:
    """The items with amounts that a passage lists: group `name`."""
    return list(_ITEM.finditer(passage.text))


def is_one_thing(one: str, other: str) -> bool:
    """Whether two names may be of one item, or of two alike: 甲镇 and 乙镇, 一期 and 二期."""
    apart = sum(a != b for a, b in zip(one, other, strict=False))
    parallel = _PARALLEL.search(one) is not None and _PARALLEL.search(other) is not None
    near = len(one) == len(other) and apart <= _FEW
    return one in other or other in one or one[:4] == other[:4] or parallel or near


def shared(one: ItemPurpose) -> int:
    """Words of two letters of the name that its purpose has."""
    return len(
        {one.name[at : at + 2] for at in range(len(one.name) - 1) if one.name[at : at + 2] in one.said}
    )


def _fault(wrong: ItemPurpose, right: ItemPurpose) -> WordingFault:
    why = f"与“{right.name}”的一字不差，像是照抄了另一项"
    return purpose_fault("ITEM-PURPOSE", wrong.passage, wrong.span, wrong.name, why, wrong.span)
