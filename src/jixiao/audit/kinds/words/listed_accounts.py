"""Accounts that a text lists as used although the table has nothing for them: 主要包括：办公费、邮电费…"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.tables.entries import TableEntry
from jixiao.audit.wording_fault import WordingFault

_LISTED = re.compile(
    r"(?:人员经费|公用经费|商品和服务支出|工资福利支出|对个人和家庭的补助)[^。；]{0,40}?(?:主要)?(?:包括|用于)[：:]?(?P<names>[^。；]+)"
)
_ITEM = 5  # digits of an item of economic classification
_BACK, _NEAR = 6, 2  # sentences, paragraphs
_BASIC = re.compile("基本支出")


def listed_accounts(context: AuditContext) -> Iterator[WordingFault]:
    """Each listed name whose cell in the table of basic expenditure is nought or blank."""
    known = _entries(context)
    if not known or not any(figure.value for entry in known.values() for figure in entry.figures.values()):
        return
    for sentence in context.sentences:
        if not _is_of_basic_expenditure(sentence, context):
            continue
        for match in _LISTED.finditer(sentence.passage.text, sentence.start, sentence.end):
            place = match.start("names")
            for name in re.split("[、，和]", match["names"].removesuffix("等")):
                entry = known.get(name)
                if entry is not None and not any(figure.value for figure in entry.figures.values()):
                    yield _fault(name, sentence.passage.text.index(name, place), entry, sentence, match)
                place += len(name)


def _is_of_basic_expenditure(sentence: Sentence, context: AuditContext) -> bool:
    """Whether its paragraph says so, or the one before of which it is the second half."""
    before = context.sentences[max(sentence.number - _BACK, 0) : sentence.number]
    near = [one.passage for one in before if sentence.passage.number - one.passage.number <= _NEAR]
    return any(_BASIC.search(passage.text) for passage in (sentence.passage, *near))


def _entries(context: AuditContext) -> dict[str, TableEntry]:
    """Name -> entry of the one table that has economic items; a name that comes twice is none."""
    tables = [
        table
        for table in context.tables
        if sum(len(code) == _ITEM and code.startswith("3") for code in table.coded) > 3
        and "项目" not in table.title
    ]
    if len(tables) != 1:
        return {}
    entries = [entry for code, entry in tables[0].coded.items() if len(code) == _ITEM]
    names = [entry.name for entry in entries]
    return {entry.name: entry for entry in entries if names.count(entry.name) == 1}


def _fault(
    name: str, place: int, entry: TableEntry, sentence: Sentence, match: re.Match[str]
) -> WordingFault:
    figures = tuple(entry.figures.values())
    written = figures[0].written if figures else "空白"
    return WordingFault(
        "ACCOUNT-LISTED",
        AuditKind.NAMING,
        sentence.passage,
        (place, place + len(name)),
        f"表中{name}为{written}",
        f"文中列举了“{name}”，表中{entry.code}“{name}”却是{written}。",
        f"请从列举中删去“{name}”，或核对表中的数。",
        stated=name,
        quoted=(max(match.start(), place - 20), place + len(name)),
        figures=figures,
    )
