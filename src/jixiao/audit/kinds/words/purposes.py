"""Purposes and reasons copied from another account: 住房公积金（项），主要用于行政单位医疗."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.account_heads import AccountHead, core_of
from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.passage import Passage
from jixiao.audit.wording_fault import WordingFault

_PURPOSE = re.compile(
    r"主要(?:是)?(?:用于|反映)(?:支付|安排|保障|缴纳|按规定缴纳的?)?[：:]?(?P<said>[^。；]{3,60})"
)
_REASON = re.compile(
    r"主要原因(?:是|为)?[：:]?(?:是)?(?P<said>[^，。；]{3,50}?)(?:经费|支出|费用|预算)*(?:增加|减少|下降|增长)"
)
_SPECIAL = re.compile("公积金|年金|养老|医疗|提租补贴|购房补贴|抚恤|工伤|失业|生育")
_RUNNING = re.compile("正常运转|正常运行|日常运转")
_GENERAL_WORDS = re.compile("机关|事业|行政|单位|基本|保险|缴费|支出|补助|经费|其他|职业")
_SHORTEST = 4  # letters of a name that means one account
_GENERAL = ("行政运行", "事业运行", "机关服务", "其他支出", "信息化建设")


def purposes(context: AuditContext) -> Iterator[WordingFault]:
    """Each purpose and reason that begins with the name of another account and does not name its own."""
    heads = context.heads
    names = {head.item for head in heads} - set(_GENERAL)
    for head in heads:
        for passage, start, end in head.regions:
            for pattern, word in ((_PURPOSE, "用途"), (_REASON, "原因")):
                match = pattern.search(passage.text, start, end)
                if match and (other := _other(match["said"], head, names)):
                    yield _fault(head, match, passage, other, word)
                    break  # a reason copied with it is the same slip
            else:
                continue
            break
        else:
            if copied := _copied(head, heads):
                yield _fault(head, *copied, "用途")


def _copied(head: AccountHead, heads: Sequence[AccountHead]) -> tuple[re.Match[str], Passage, str] | None:
    """The purpose of an account whose name says what it is for, in the very words of another account."""
    own = _purpose(head)
    running = own is not None and _RUNNING.search(own[0]["said"]) and head.item not in _GENERAL
    special = own is not None and _SPECIAL.search(head.item) and not _tells_of(own[0]["said"], head.item)
    if own is None or not (running or special):
        return None
    for other in heads:
        theirs = _purpose(other)
        copied = theirs is not None and other.item != head.item and theirs[0]["said"] == own[0]["said"]
        if copied and (special or other.item in _GENERAL[:2]):
            return *own, other.item
    return None


def _purpose(head: AccountHead) -> tuple[re.Match[str], Passage] | None:
    for passage, start, end in head.regions:
        if match := _PURPOSE.search(passage.text, start, end):
            return match, passage
    return None


def _tells_of(said: str, item: str) -> bool:
    """Whether two letters of the name that mean something stand in the words."""
    core = _GENERAL_WORDS.sub("", item)
    return any(core[place : place + 2] in said for place in range(len(core) - 1))


def _other(said: str, head: AccountHead, names: set[str]) -> str:
    """The account of which the words speak, if it is not the one of the head."""
    said = said.strip("“”")
    own = (head.item, head.core)
    if any(name and name in said for name in own) or (head.item in _GENERAL and head.kind in said):
        return ""
    others = [name for name in names if name != head.item and len(core_of(name)) >= _SHORTEST]
    found = [name for name in others if _begins(said, name, head)]
    return max(found, key=len, default="")


def _begins(said: str, name: str, head: AccountHead) -> bool:
    """Whether the words begin with a name, or with its kind and the name: nothing else is meant by them."""
    core = core_of(name)
    if core in head.item or head.core in name:
        return False
    return said.startswith(core) or bool(re.match(rf"{re.escape(head.kind)}{re.escape(core)}", said))


def _fault(head: AccountHead, match: re.Match[str], passage: Passage, other: str, word: str) -> WordingFault:
    start = head.start if passage is head.passage else match.start()
    said = match["said"] if word == "用途" else match[0]
    return WordingFault(
        "ACCOUNT-PURPOSE" if word == "用途" else "ACCOUNT-REASON",
        AuditKind.NAMING,
        passage,
        match.span(),
        head.item,
        f"“{head.item}（项）”的{word}写成了另一个科目“{other}”的：“{match[0]}”，像是照抄了别的一条。",
        f"请改写“{head.item}”的{word}。",
        stated=said,
        quoted=(start, match.end()),
    )
