"""The lines of a document that call themselves a table: the title of a score table, and of one behind it."""

from __future__ import annotations

import re

from jixiao.documents.document import SourceDocument, SourceParagraph, SourceTable
from jixiao.frameworks.wording.texts import shown, tidy
from jixiao.frameworks.wording.words import score_table_words
from jixiao.pack.title_year import evaluated_year

_LONGEST = 40  # characters
_NEAR = 4  # paragraphs above a table
_MOST_LINES = 40  # above a table that may be notes
_YEAR = re.compile(r"^(?:20\d\d|二[〇○零]..)年?度?")

_YEAR_LINE = re.compile(r"\(?(?P<year>(?:20\d\d|二[〇○零]..)年度)(?:[,、][\u4e00-\u9fff]{1,6})?\)?")


def title_of(document: SourceDocument, table: SourceTable, first_row: int) -> str:
    """The line above a table, or above its header in `first_row`, that calls itself a table."""
    before: list[str] = []
    for block in document.blocks:
        if block is table:
            break
        if isinstance(block, SourceParagraph):
            before.append(block.text)
        else:
            before += [
                cell.text for cells in block.rows.values() if len(cells) == 1 for cell in cells.values()
            ]
    own = [cell.text for row in range(1, first_row) for cell in table.rows.get(row, {}).values()]
    titles = [text for text in own if _is_title(text)] or [text for text in before if _is_title(text)]
    titles = titles or [text for text in (*own, *before[-_NEAR:]) if _may_be_title(text)]
    named = [text for text in titles if not _is_letter(text)] or titles
    title = max(named, key=len, default=table.place.sheet or document.file.rpartition(".")[0])
    return shown(title)


def year_below(document: SourceDocument, table: SourceTable, first_row: int) -> int | None:
    """The year of a line such as （2025年度） between the title and the header; None if several differ."""
    before: list[str] = []
    for block in document.blocks:
        if block is table:
            break
        before = [*before[1 - _NEAR :], block.text] if isinstance(block, SourceParagraph) else []
    own = (cell.text for row in range(1, first_row) for cell in table.rows.get(row, {}).values())
    lines = (_YEAR_LINE.fullmatch(tidy(text)) for text in (*before, *own))
    years = {evaluated_year(match["year"]) for match in lines if match}
    return years.pop() if len(years) == 1 else None


def lines_above(document: SourceDocument, table: SourceTable, first_row: int) -> list[str]:
    """What is written above a table, and above its header in `first_row`."""
    before: list[str] = []
    for block in document.blocks:
        if block is table:
            break
        before += [block.text] if isinstance(block, SourceParagraph) else []
    own = [cell.text for row in range(1, first_row) for cell in table.rows.get(row, {}).values()]
    return [*before[-_MOST_LINES:], *own[-_MOST_LINES:]]


def without_year(title: str) -> str:
    """By which a table is known year after year."""
    return _YEAR.sub("", title)


def _may_be_title(text: str) -> bool:
    """“部门整体绩效考评标准” right above a table that nothing else names."""
    plain = tidy(text)
    about = any(word in plain for word in score_table_words().rows["about"])
    return (
        about and len(plain) <= _LONGEST and not re.search(r"[:。;]|^[(\d一二三四五六七八九十]+[)、.]", plain)
    )


def _is_letter(text: str) -> bool:
    """“关于印发…评分标准的通知” on a cover names what goes with it, and is no table."""
    return tidy(text).endswith(tuple(score_table_words().rows["letters"]))


def title_above(document: SourceDocument, table: SourceTable) -> str:
    """The title between a table and the one before; empty if there is none."""
    title = ""
    for block in document.blocks:
        if block is table:
            break
        if not isinstance(block, SourceParagraph):
            title = ""
        elif _is_title(block.text):
            title = shown(block.text)
    return title


def _is_title(text: str) -> bool:
    plain = tidy(text)
    return len(plain) <= _LONGEST and any(word in plain for word in score_table_words().rows["titles"])
