"""The name of another project in the report on one: 校企合作实训中心建设项目综合得分91.6分."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.passage import Passage
from jixiao.audit.office_names import LONGEST_TITLE
from jixiao.audit.wording_fault import WordingFault

_NAME = r"(?P<name>[\u4e00-\u9fff（）]{4,30}?项目)"
_TITLE = re.compile(rf"{_NAME}(?:支出|资金)?(?:绩效|重点)?[\u4e00-\u9fff]{{0,6}}?(?:自评|评价)")
_SPEAKS = re.compile(
    rf"(?:^|(?<=[，。；])){_NAME}"
    r"(?=(?:综合|自评|评价|绩效|总体|最终|总)[^，。；]{0,8}(?:得分|评分|总分|结论|等级))"
)
_GENERAL = re.compile(
    "^(?:该|本|此|子|其中|一期|二期|上述|各|全部|其他|整个|所有|以上|两个|[一二三四五六七八九十]+个)|部门|单位|我|各"
)
_LEADING = re.compile(r"^(?:(?:19|20)\d\d年度?|关于|对|经评价|综上|总体看|其中)")
_TITLES = 4  # passages among which the title stands
_FEWEST = 2  # times that the own name stands in the report


def project_names(context: AuditContext) -> Iterator[WordingFault]:
    """Each that is said once in the place of the project of the title, which is named again and again."""
    titles = [p.text for p in context.text.passages[:_TITLES] if len(p.text) < LONGEST_TITLE]
    named = {_bare(m["name"]) for title in titles for m in _TITLE.finditer(title)}
    if len(named) != 1:
        return
    (own,) = named
    text = "".join(passage.text for passage in context.text.passages)
    if text.count(own) < _FEWEST:
        return
    found = [
        (passage, match, name)
        for passage in context.text.prose
        for match in _SPEAKS.finditer(passage.text)
        if text.count(name := _bare(match["name"])) == 1
        and not _GENERAL.search(name)
        and not _is_part(name, own)
    ]
    if len(found) == 1:  # of more than one the report tells
        yield _fault(*found[0], own)


def _bare(name: str) -> str:
    return _LEADING.sub("", name)


def _is_part(name: str, own: str) -> bool:
    """A short form of the name, or the name with more before it."""
    letters = iter(own)
    return own.endswith(name) or name.endswith(own) or all(letter in letters for letter in name)


def _fault(passage: Passage, match: re.Match[str], name: str, own: str) -> WordingFault:
    start = match.end() - len(name)
    return WordingFault(
        "PROJECT-NAME",
        AuditKind.NAMING,
        passage,
        (start, match.end()),
        own,
        f"这里写的是“{name}”，标题和别处是“{own}”，像是别的项目的文字没有改。",
        "请核对项目名称。",
        stated=name,
        quoted=passage.around((start, match.end()), 0, 12),
    )
