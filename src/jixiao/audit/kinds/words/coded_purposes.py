"""2101102-事业单位医疗，主要用于行政单位职工医疗保险: the purpose of the account above, of other units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.audit.context import AuditContext
from jixiao.audit.document.lines import NUMBERED
from jixiao.audit.document.passage import Passage
from jixiao.audit.kinds.words.usual_faults import purpose_fault
from jixiao.audit.wording_fault import WordingFault

_ACCOUNT = re.compile(
    rf"(?:{NUMBERED.pattern})?\d{{7}}[-—－]?(?P<name>[\u4e00-\u9fff（）、]{{4,40}}?)(?:预算|支出)?\d[\d,.]*(?:万元|元)"
    r"[，。]主要(?:是)?用于[：:]?(?P<said>[^，。；]{4,60})"
)
_UNITS = ("行政单位", "事业单位")


def coded_purposes(context: AuditContext) -> Iterator[WordingFault]:
    """Each purpose that is, word for word, that of the account above, and speaks of other units."""
    found = [(p, match) for p in context.text.prose if (match := _ACCOUNT.match(p.text))]
    for (_, above), (passage, match) in pairwise(found):
        own = [unit for unit in _UNITS if unit in match["name"]]
        said = [unit for unit in _UNITS if unit in match["said"]]
        copied = above["said"] == match["said"] and above["name"] != match["name"]
        if copied and len(own) == len(said) == 1 and own != said:
            yield _fault(passage, match, above["name"])


def _fault(passage: Passage, match: re.Match[str], above: str) -> WordingFault:
    span = match.span("said")
    why = f"与上一项“{above}”一字不差，像是照抄了上一条"
    return purpose_fault("ACCOUNT-PURPOSE", passage, span, match["name"], why, span)
