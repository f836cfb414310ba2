"""What a template left over: both alternatives, prompts, blanks to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext, WordingFault
from jixiao.audit.finding import AuditKind
from jixiao.audit.words import either
from jixiao.model.outcome import Severity

_AROUND = 14


def templates(context: AuditContext) -> Iterator[WordingFault]:
    """Each left-over of a template in sentences and headings."""
    terms = context.words.templates
    both = re.compile(
        either([*terms.both, *(word.replace("（", "/").replace("）", "") for word in terms.both)])
    )
    blanks = re.compile("|".join(terms.blanks))
    prompts = re.compile(either(terms.prompts))
    for passage in context.text.prose:
        for pattern, mend in (
            (both, "请留下符合实际的一个说法，删去另一个。"),
            (blanks, "请填上内容。"),
            (prompts, "请删去提示，写上内容。"),
        ):
            for match in pattern.finditer(passage.text):
                start, end = max(match.start() - _AROUND, 0), min(match.end() + _AROUND, len(passage.text))
                yield WordingFault(
                    "TEMPLATE-LEFT",
                    AuditKind.NAMING,
                    passage,
                    start,
                    end,
                    match[0],
                    "",
                    f"“{match[0]}”像是模板里没有改完的字样。",
                    mend,
                    Severity.WARNING,
                    (),
                    (match.start(), match.end()),
                )
