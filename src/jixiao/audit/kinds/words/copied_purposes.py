"""The purpose of the account above, word for word: 离退休人员安置，主要用于退役士兵一次性补助."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.audit.account_heads import AccountHead
from jixiao.audit.context import AuditContext
from jixiao.audit.document.passage import Passage
from jixiao.audit.kinds.words.foreign_purposes import foreign_purposes
from jixiao.audit.kinds.words.purposes import purposes
from jixiao.audit.kinds.words.usual_faults import purpose_fault
from jixiao.audit.wording_fault import WordingFault

_USED = re.compile(r"主要(?:是)?用于[：:]?(?P<said>[^，。；]{8,80})")
_COMMON = re.compile("行政|事业|单位|机关|其他|管理|人员|经费|支出")
_GENERAL = re.compile(
    "工资|津|补贴|人员|职工|缴|保险|运转|运行|办公|公用|经费|福利|各项|相关|正常|工作|业务|任务|开支|费用|等"
)
_STAFF = {
    "行政": re.compile("行政(?:单位|人员|编制)|参公|参照公务员"),
    "事业": re.compile("事业(?:单位|人员|编制)"),
}
_TELLING = 8  # letters of a list of things that two accounts do not have in common
_OWN = 4  # letters of the name above that its purpose has
_NONE = 3  # letters of the own name of which the purpose has none


def copied_purposes(context: AuditContext) -> Iterator[WordingFault]:
    """Each that has the words of the account above it, and none of its own."""
    told = {fault.passage.number for kind in (purposes, foreign_purposes) for fault in kind(context)}
    for above, head in pairwise(context.heads):
        one, other = _said(above), _said(head)
        if one is None or other is None or above.item == head.item or other[0].number in told:
            continue
        said = other[1]["said"]
        copied = one[1]["said"] == said
        told_above = _shares(above.item, said, _OWN, common=False) or _is_of_one(above, head, said)
        of_one = told_above and not _shares(head.item, said, _NONE, common=True)
        if copied and (of_one or _is_of_other_staff(above.item, head.item, said)):
            yield _fault(*other, above.item, head.item)


def _is_of_one(above: AccountHead, head: AccountHead, said: str) -> bool:
    """Whether only one of two accounts can be for a list of things: 堤防、涵闸日常维修养护."""
    listed = "、" in said and len(said) >= _TELLING and not _GENERAL.search(said)
    alike = _shares(above.item, head.item, 2, common=False)
    return listed and not alike and not _shares(head.item, said, 2, common=True)


def _is_of_other_staff(above: str, name: str, said: str) -> bool:
    """事业单位医疗 that is, like 行政单位医疗 above it, for 局机关及参公单位人员."""
    of_above = [kind for kind in _STAFF if kind in above]
    own = [kind for kind in _STAFF if kind in name]
    told = [kind for kind in _STAFF if kind in said or _STAFF[kind].search(said)]
    named = len(of_above) == 1 and _STAFF[of_above[0]].search(said) is not None
    both = "机关" in above + name  # 机关事业单位职业年金缴费, of which each kind has its own
    return named and told == of_above and len(own) == 1 and own != of_above and not both


def _said(head: AccountHead) -> tuple[Passage, re.Match[str]] | None:
    for passage, start, end in head.regions:
        if match := _USED.search(passage.text, start, end):
            return passage, match
    return None


def _shares(name: str, said: str, letters: int, *, common: bool) -> bool:
    """Whether so many letters of a name stand in the purpose; common words count as such or not."""
    runs = {name[at : at + letters] for at in range(len(name) - letters + 1)}
    return any(run in said and (common or not _COMMON.search(run)) for run in runs)


def _fault(passage: Passage, match: re.Match[str], above: str, name: str) -> WordingFault:
    why = f"与上一项“{above}”一字不差，像是照抄了上一条"
    return purpose_fault("ACCOUNT-PURPOSE", passage, match.span("said"), name, why, match.span())
