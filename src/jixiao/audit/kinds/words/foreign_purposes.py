"""What an account is said to be for, and cannot be: 住房公积金（项），主要用于缴纳职业年金."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.passage import Passage
from jixiao.audit.kinds.words.purposes import purposes
from jixiao.audit.kinds.words.usual_faults import purpose_fault
from jixiao.audit.wording.named_terms import AccountPurpose
from jixiao.audit.wording_fault import WordingFault

_USED = r"主要(?:是)?(?:用于|反映)[：:]?(?P<said>[^。；]{3,80})"
_BECAUSE = r"主要原因(?:是|为|系)?[：:]?(?P<said>[^。；]{3,60})"
_NUMBER = r"(?:\d{1,2}[.、]|（[一二三四五六七八九十\d]{1,2}）|[一二三四五六七八九十]{1,2}、)"
_RATED = r"(?:年初|全年|支出)?(?:预算|决算)[^。；]{0,70}?，"  # 卫生健康支出年初预算数为…，完成…，主要原因是
_AFTER = r"[^。；]{0,70}?[。，；]?[^。；]{0,40}?"


def foreign_purposes(context: AuditContext) -> Iterator[WordingFault]:
    """Of items by their heads, of classes by 住房保障（类）支出… in one paragraph."""
    told = {fault.passage.number for fault in purposes(context)}
    for head in context.heads:
        for passage, start, end in head.regions:
            match = re.compile(_USED).search(passage.text, start, end)
            match = match or re.compile(_BECAUSE).search(passage.text, start, end)
            one = next((one for one in context.words.purpose if re.search(one.account, head.item)), None)
            if match and one and passage.number not in told and _is_foreign(match["said"], one):
                told.add(passage.number)
                yield _fault(passage, match, head.item)
                break
    for passage in context.text.prose:
        used, because = ("用于" in passage.text or "反映" in passage.text), "主要原因" in passage.text
        for one in context.words.purpose if used or because else ():
            match = _of_its_class(one.account, _USED, passage) if used else None
            if match is None and because:
                match = _of_its_class(one.account, _BECAUSE, passage)
            if match is None and used:
                match = _listed(one.account, passage)
            inner = match is not None and re.search("（[款项]）", match[0])
            if match is None or inner or passage.number in told:
                continue
            if _is_foreign(match["said"], one):
                yield _fault(passage, match, match["name"] or match["begun"])


def _of_its_class(account: str, said: str, passage: Passage) -> re.Match[str] | None:
    """住房保障（类）支出…，主要用于…; at the beginning of a paragraph also a class without brackets."""
    if said == _BECAUSE:
        return re.search(rf"^{_NUMBER}?(?P<name>{account})支出(?P<begun>){_RATED}{said}", passage.text)
    named = rf"(?P<name>{account})(?:支出)?(?:”科目|（类）)|^{_NUMBER}?(?P<begun>{account})支出"
    return re.search(rf"(?:{named}){_AFTER}{said}", passage.text)


def _listed(account: str, passage: Passage) -> re.Match[str] | None:
    """5.住房公积金：用于…, an item of a list that names no class."""
    name = rf"(?P<name>(?:机关事业单位|行政|事业|住房)?(?:{account}))(?:缴费)?(?:支出)?(?P<begun>[：，])"
    return re.search(rf"^{_NUMBER}?{name}(?:主要)?用于(?P<said>[^。；]{{3,80}})", passage.text)


def _is_foreign(said: str, one: AccountPurpose) -> bool:
    return re.search(one.others, said) is not None and re.search(one.own, said) is None


def _fault(passage: Passage, match: re.Match[str], name: str) -> WordingFault:
    word = "原因" if match[0].startswith("主要原因") else "用途"
    why = "是别的科目的，像是照抄了别的一条"
    return purpose_fault("ACCOUNT-PURPOSE", passage, match.span("said"), name, why, match.span(), word)
