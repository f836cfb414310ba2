"""What an expense is said to be used for, and cannot be: 公务接待费2.00万元，主要用于车辆燃油、维修."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from jixiao.audit.context import AuditContext
from jixiao.audit.document.passage import Passage
from jixiao.audit.kinds.words.usual_faults import purpose_fault
from jixiao.audit.wording.named_terms import ExpensePurpose
from jixiao.audit.wording_fault import WordingFault

_AMOUNT = r"(?:为)?\d[\d,.]*(?:万元|元)，(?:主要)?(?:是)?"
_USED = rf"(?:支出)?(?:决算)?(?:{_AMOUNT}|主要(?:是)?)用于(?P<said>[^。；]{{3,60}})"


def expense_purposes(context: AuditContext) -> Iterator[WordingFault]:
    """Each purpose that belongs to another expense and says nothing of its own."""
    for passage in context.text.prose:
        if "用于" not in passage.text:
            continue
        for one in context.words.expense:
            for match in _pattern(one).finditer(passage.text):
                if re.search(one.others, match["said"]) and not re.search(one.own, match["said"]):
                    yield _fault(passage, match)


def _fault(passage: Passage, match: re.Match[str]) -> WordingFault:
    why = "是别的费用的，像是照抄了别的一条"
    return purpose_fault("EXPENSE-PURPOSE", passage, match.span("said"), match["name"], why, match.span())


@lru_cache(maxsize=16)
def _pattern(one: ExpensePurpose) -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{one.name}){_USED}")
