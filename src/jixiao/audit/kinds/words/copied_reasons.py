"""The reason of another item for the running of the office: 行政运行增加，主要原因是新增城乡客运补贴."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.account_heads import AccountHead
from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.passage import Passage
from jixiao.audit.wording_fault import WordingFault

_RUNNING = ("行政运行", "事业运行", "机关服务")
_REASON = re.compile("主要原因(?:是|为|系)?[：:]?(?P<said>[^，。；]{6,50})")
_OF_A_PROJECT = re.compile("项目|工程|专项|改造|建设|购置|补贴|补助|奖补|治理|整治|维修|采购")
_OF_ANY = re.compile(  # 项目增加: no project in particular, which a hurried hand writes of everything
    "[是为：:]*(?:部分|有关|相关|各类|本年|当年|年度|上年)*项目(?:经费|资金|支出|数量|预算)*(?:有所|较上年)?"
    "(?:增加|增多|减少|完工|完成|结束|调整|变动|较多|较少)*"
)
_OF_STAFF = re.compile(
    "人员|职工|工资|津贴|津补贴|奖金|绩效|社保|保险|公积金|公用|公务|运转|编制|经费|福利|年金|晋|退休|厉行|标准|基数"
)


def copied_reasons(context: AuditContext) -> Iterator[WordingFault]:
    """Each that speaks of a project, in the very words of another item."""
    reasons = [(head, found) for head in context.heads if (found := _reason(head)) is not None]
    for head, (passage, match) in reasons:
        said = match["said"]
        if head.item not in _RUNNING or not _OF_A_PROJECT.search(said) or _OF_STAFF.search(said):
            continue
        if _OF_ANY.fullmatch(said):
            continue
        other = next((one for one, (_, m) in reasons if m["said"] == said and one.item not in _RUNNING), None)
        if other is not None:
            yield _fault(passage, match, head.item, other.item)


def _reason(head: AccountHead) -> tuple[Passage, re.Match[str]] | None:
    for passage, start, end in head.regions:
        if (match := _REASON.search(passage.text, start, end)) is not None:
            return passage, match
    return None


def _fault(passage: Passage, match: re.Match[str], name: str, other: str) -> WordingFault:
    return WordingFault(
        "ACCOUNT-REASON",
        AuditKind.NAMING,
        passage,
        match.span("said"),
        name,
        f"“{name}”的原因写的是“{match['said']}”，与“{other}”一字不差，说的是项目，像是照抄了别的一条。",
        f"请改写“{name}”增减的原因。",
        quoted=match.span(),
    )
