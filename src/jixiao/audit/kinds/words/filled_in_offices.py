"""Another office of the same level in the head of a form: 填报单位：市民政局 in that of 退役军人事务局."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.passage import Passage
from jixiao.audit.kinds.words.foreign_offices import is_of, own_office
from jixiao.audit.kinds.words.heads_and_signatures import heads_and_signatures
from jixiao.audit.kinds.words.usual_faults import unit_name_fault
from jixiao.audit.office_names import names_in, own_name
from jixiao.audit.wording.word_part import either
from jixiao.audit.wording_fault import WordingFault

_LABEL = r"(?P<label>填报|自评|编报|项目实施|实施|项目)(?:单位|部门)(?:名称)?(?:（[^）]{1,8}）)?"
_END = r"(?=$|（|金额|单位：|填报|日期|年度|主管|实施|联系|负责|(?:19|20)\d\d)"
_CARRIES_OUT = ("项目实施", "实施", "项目")  # may be another's, where no other form names the own one
_TWO_NAMES = re.compile("加挂|合署|挂[^，。；]{0,16}牌")


def filled_in_offices(context: AuditContext) -> Iterator[WordingFault]:
    """The one head that names an office which the report names nowhere else."""
    terms = context.words.offices
    text = "".join(passage.text for passage in context.text.passages)
    if not re.search(_LABEL, text) or _TWO_NAMES.search(text):
        return
    own, known = own_office(context, terms), own_name(names_in(context), context)
    if not own or own in terms.upper:
        return
    place = known[0] if known else ""
    pattern = re.compile(
        rf"{_LABEL}(?P<colon>：?)(?:{re.escape(place)}|[省市县区州旗])?(?P<name>{either(terms.names)}){_END}"
    )
    heads = [
        (passage, match)
        for passage in context.text.passages
        for match in pattern.finditer(passage.text)
        if passage.row or (match["colon"] and match.start() == 0)
    ]
    right = any(is_of(match["name"], own) for _, match in heads)
    odd = [
        (passage, match)
        for passage, match in heads
        if _is_another(match["name"], own) and match["name"] not in terms.upper
        if text.count(match["name"]) == 1 and (right or match["label"] not in _CARRIES_OUT)
    ]
    if len(odd) == 1 and not any(fault.passage is odd[0][0] for fault in heads_and_signatures(context)):
        yield _fault(*odd[0], own)


def _is_another(name: str, own: str) -> bool:
    """Whether it is a name of the same level, and no form of the own one."""
    return name[-1] == own[-1] and not is_of(name, own) and not is_of(own, name)


def _fault(passage: Passage, match: re.Match[str], own: str) -> WordingFault:
    why = f"这是{own}的报告，表头填的却是“{match['name']}”"
    return unit_name_fault(passage, match.span("name"), own, why, match.span())
