"""What a template left over: both alternatives, prompts, blanks to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.passage import Passage
from jixiao.audit.wording.word_part import any_of, either
from jixiao.audit.wording.words import TemplateTerms
from jixiao.audit.wording_fault import WordingFault

_AROUND = 14
_SAME = 8  # letters between blanks of one phrase: ××万元，占××%
_REASON = re.compile("(?:主要原因|原因|主要)(?:是|为)$")  # 主要是××
_SENTENCE = re.compile("[，。；]")


def templates(context: AuditContext) -> Iterator[WordingFault]:
    """Each left-over of a template in sentences and headings."""
    patterns = _patterns(context.words.templates)
    fields = re.compile(context.words.templates.fields)
    for passage in context.text.prose:
        taken: list[tuple[int, int]] = []
        own = [*patterns, (fields, patterns[0][1])] if _SENTENCE.search(passage.text) else patterns
        for pattern, mend in own:
            for match in pattern.finditer(passage.text):
                if any(match.start() < end + _SAME and start < match.end() for start, end in taken):
                    continue
                taken.append(match.span())
                yield _fault(passage, match, mend)


def _patterns(terms: TemplateTerms) -> list[tuple[re.Pattern[str], str]]:
    """Each with how to mend it; a prompt in brackets first, as it holds others."""
    slashed = (word.replace("（", "/").replace("）", "") for word in terms.both)
    prompted = "请删去提示，写上内容。"
    return [
        (any_of(terms.asides), prompted),
        (re.compile(either([*terms.both, *slashed])), "请留下符合实际的一个说法，删去另一个。"),
        (any_of(terms.blanks), "请填上内容。"),
        (re.compile(either(terms.prompts)), prompted),
    ]


def _fault(passage: Passage, match: re.Match[str], mend: str) -> WordingFault:
    lead = _REASON.search(passage.text, max(match.start() - _AROUND, 0), match.start())
    stated = (lead[0] if lead else "") + match[0]
    return WordingFault(
        "TEMPLATE-LEFT",
        AuditKind.NAMING,
        passage,
        match.span(),
        "",
        f"“{stated}”像是模板里没有改完的字样。",
        mend,
        stated=stated,
        quoted=passage.around(match.span(), _AROUND),
    )
