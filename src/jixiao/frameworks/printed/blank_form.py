"""A self-evaluation form as it is handed out: a header, and no indicator below it."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.documents.document import SourceDocument, SourceTable
from jixiao.frameworks.columns.score_table import ScoreColumns, headers_in
from jixiao.frameworks.printed.titles import title_of
from jixiao.frameworks.wording.texts import tidy
from jixiao.frameworks.wording.words import score_table_words

_PROJECT, _WHOLE = "项目支出绩效自评表", "绩效自评表"
_WITH = {_PROJECT: "--pack project-self-evaluation", _WHOLE: "--framework whole-platform"}


def about_blank_form(document: SourceDocument) -> str:
    """What to do with it; empty for a document that has no such form.

    Only for a document in which no indicator was found.
    """
    for table in document.tables:
        header = next(_forms(table), None)
        if header is None:
            continue
        title = title_of(document, table, header.first_row)
        kind = _PROJECT if _of_project(title, table, header) else _WHOLE
        heads = "、".join(f"“{tidy(table.seen(header.first_row, column))}”" for column in _telling(header))
        return (
            f"“{document.file}”是空白的{kind}：找到了表头{heads}，下面没有一行写了指标名称，没有可读的评分方法。"
            f"填这张表的，用 jixiao new {_WITH[kind]} 新建工作簿，指标、指标值和分值在里面填；"
            "财政局另外发了写好指标的评分表的，读那一张。"
        )
    return ""


def _forms(table: SourceTable) -> Iterator[ScoreColumns]:
    """Headers over rows in which units enter indicators of their own."""
    if not table.hidden:
        yield from (each for each in headers_in(table) if _is_form(each))


def _is_form(header: ScoreColumns) -> bool:
    return {"target", "weight"} <= header.roles.keys() and "standard" not in header.roles


def _telling(header: ScoreColumns) -> tuple[int, ...]:
    return (header.name, *header.roles["target"], *header.roles["weight"])


def _of_project(title: str, table: SourceTable, header: ScoreColumns) -> bool:
    """By its title, else by what it asks for above the indicators."""
    words, said = score_table_words().money, tidy(title)
    if any(tidy(word) in said for word in words.wholes):
        return False
    above = (cell.text for row in range(1, header.first_row) for cell in table.rows.get(row, {}).values())
    return any(word in said for word in words.projects) or any(tidy(text) == "项目名称" for text in above)
