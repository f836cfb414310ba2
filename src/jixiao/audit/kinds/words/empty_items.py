"""A number with nothing behind it, between its neighbours: （二） alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.numerals import ordinal, style_of
from jixiao.audit.wording_fault import WordingFault

_ALONE = re.compile(
    r"(?:（[一二三四五六七八九十\d]{1,2}）|[一二三四五六七八九十]{1,2}、|\d{1,2}[.、．]|[一二三四五六七八九十]是)[。；：，]?"
)


def empty_items(context: AuditContext) -> Iterator[WordingFault]:
    """Each whose neighbours before and behind are the numbers before and behind it."""
    passages = list(context.text.prose)
    for (before, passage), (_, behind) in pairwise(pairwise(passages)):
        if not _ALONE.fullmatch(passage.text) or passage.text.endswith("是"):  # 三是 is told as a left-over
            continue
        style, number = style_of(passage.text), ordinal(passage.text)
        neighbours = [(style_of(each.text), ordinal(each.text)) for each in (before, behind)]
        if (style, number + 1) == neighbours[1] and (number == 1 or (style, number - 1) == neighbours[0]):
            yield WordingFault(
                "ITEM-EMPTY",
                AuditKind.NAMING,
                passage,
                (0, len(passage.text)),
                "写上内容",
                f"“{passage.text}”后面没有内容。",
                "请补写，或删去这个序号。",
            )
