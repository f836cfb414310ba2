"""The titles of the tables tell whether they are accounts or a budget."""

from __future__ import annotations

from importing.test_sheets import only_sheet

from jixiao.documents.document import SourceParagraph, SourcePlace
from jixiao.importing.recognising import PACK, pack_of_tables


def pack_of(*titles: str) -> str:
    lines = (SourceParagraph(title, SourcePlace(paragraph=n)) for n, title in enumerate(titles, 1))
    return pack_of_tables([only_sheet(*lines)]).form.id


def test_tables_of_a_budget_are_told_from_accounts():
    assert pack_of("2024年部门收支预算总表", "一般公共预算支出功能分类预算表") == "department-budget"
    assert pack_of("部门支出总体情况表") == "department-budget"
    assert pack_of("2024年度收入支出决算总表", "支出决算表") == "department-final-accounts"


def test_the_kind_with_more_tables_counts_and_without_any_the_accounts():
    assert pack_of("支出决算表", "收入决算表", "项目支出表") == "department-final-accounts"
    assert pack_of("资产负债表") == PACK
