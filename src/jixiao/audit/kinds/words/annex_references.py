"""An annex or table that a text refers to and that is not there: 见附件5, where the annexes are four."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.passage import Passage
from jixiao.audit.wording_fault import WordingFault

_FEWEST = 2  # annexes, or tables, that the report has itself
_HEADING = 30  # letters of the line with which one begins
_REFERRED = r"(?:详见|参见|见|如|参照)(?:[^，。；（）]{0,8})?"
_NUMBERS = r"(?P<number>\d{1,2})(?!\d|[.、-]\d|年)"
_ITEM = re.compile(r"(?:^附件：?|^|[；。])(\d{1,2})[.、．](?!\d)")


def annex_references(context: AuditContext) -> Iterator[WordingFault]:
    """Each number above the last one, where the report has all of 1, 2, 3 … as headings or in a list."""
    for name in ("附件", "附表", "表"):
        own = _numbers(name, context)
        if len(own) < _FEWEST or own != set(range(1, max(own) + 1)):
            continue
        pattern = re.compile(rf"{_REFERRED}(?P<said>(?<!附){name}{_NUMBERS})")
        for passage in context.text.prose:
            for match in pattern.finditer(passage.text):
                if int(match["number"]) > max(own):
                    yield _fault(passage, match, name, max(own))


def _numbers(name: str, context: AuditContext) -> set[int]:
    """Of the lines that begin with 附件2, and of 附件：1.…, with the lines below it."""
    found, listing = set[int](), False
    begins = re.compile(rf"{name}(?P<number>\d{{1,2}})(?!\d)")
    for passage in context.text.passages:
        if (match := begins.match(passage.text)) and len(passage.text) <= _HEADING:
            found.add(int(match["number"]))
        opened = name == "附件" and re.match(r"附件：?\d[.、．]", passage.text) is not None
        if opened or (listing and re.match(r"\d{1,2}[.、．]", passage.text)):
            listing = True
            found.update(
                int(one) for one in re.findall(r"(?:^附件：?|^|[；。])(\d{1,2})[.、．]", passage.text)
            )
        else:
            listing = False
    return found


def _fault(passage: Passage, match: re.Match[str], name: str, last: int) -> WordingFault:
    return WordingFault(
        "ANNEX-MISSING",
        AuditKind.NAMING,
        passage,
        match.span("said"),
        f"{name}1至{name}{last}",
        f"这里引用“{match['said']}”，文中只有{name}1至{name}{last}。",
        "请核对引用的编号。",
        quoted=match.span(),
    )
