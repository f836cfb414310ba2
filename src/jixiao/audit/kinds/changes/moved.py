"""Words of direction between two figures that say the opposite: 由0.65%升至0.40%, 下降到86.3% from 82.6%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.passage import Passage
from jixiao.audit.wording_fault import WordingFault

_UP = "上升|升|提高|提升|增加|增长|增|扩大|上涨|涨"
_DOWN = "下降|降低|降|减少|减|压减|缩短|缩减|回落|下调"
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_UNIT = r"(?:[%‰]|万?[\u4e00-\u9fff]{1,3}?)?"
_FROM_TO = re.compile(
    rf"(?:由|从)(?:(?:19|20)\d\d年度?(?:末|底)?的?|上年(?:同期)?的?|去年(?:同期)?的?|原来的?|年初的?|最初的?|项目实施前的?)?"
    rf"(?P<first>{_NUMBER})(?P<unit>{_UNIT})，?(?:(?:19|20)\d\d年度?|本年|目前|逐步|大幅|进一步)?"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:至|到|为)(?:(?:19|20)\d\d年度?的?|目前的?)?(?P<second>{_NUMBER})(?P<like>[%‰]|万?[\u4e00-\u9fff])?"
)
_LIMITED = re.compile(
    rf"(?P<first>{_NUMBER})‰，?(?:(?P<over>高于|大于|超过|超出)|(?P<under>低于|小于))[^，。；\d]{{0,12}}(?P<second>{_NUMBER})‰"
)
_AROUND = 12


def moved(context: AuditContext) -> Iterator[WordingFault]:
    """Each word beside two figures of one unit, of which one is the larger."""
    for passage in context.text.prose:
        for match in _FROM_TO.finditer(passage.text):
            yield from _from_to(match, passage)
        for match in _LIMITED.finditer(passage.text) if "‰" in passage.text else ():
            sign = _sign(_value(match["first"]), _value(match["second"]))
            said = 1 if match["over"] else -1
            if sign and sign != said:
                word = "over" if match["over"] else "under"
                yield wrong_way(passage, match, word, "低于" if sign < 0 else "高于", "比较两个数")


def _from_to(match: re.Match[str], passage: Passage) -> Iterator[WordingFault]:
    """The word between both; one behind them is told with its amount."""
    if match["unit"][-1:] != (match["like"] or "")[-1:]:
        return
    sign = _sign(_value(match["second"]), _value(match["first"]))
    said = 1 if match["up"] else -1
    if sign and sign != said:
        word = "up" if match["up"] else "down"
        yield wrong_way(passage, match, word, "升" if sign > 0 else "降", "比较两个数")


def _value(written: str) -> Decimal:
    return Decimal(written.replace(",", ""))


def _sign(one: Decimal, other: Decimal) -> int:
    return (one > other) - (one < other)


def wrong_way(passage: Passage, match: re.Match[str], word: str, right: str, compared: str) -> WordingFault:
    """The word of direction in the group `word`, which figures contradict; `compared`: how that is known."""
    span = match.span(word)
    said = passage.text[slice(*span)]
    return WordingFault(
        "WORD-MOVED",
        AuditKind.EQUALITY,
        passage,
        span,
        right,
        f"“{match[0]}”：{compared}应是“{right}”，写的却是“{said}”。",
        "请核对方向和两个数。",
        stated=said,
        quoted=passage.around(match.span(), _AROUND, 0),
    )
