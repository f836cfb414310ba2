"""Where tables begin and end: titles, contents, chapters, pieces."""

from __future__ import annotations

import pytest
from importing.readings import ACCOUNTS
from importing.test_sheets import only_sheet, table

from jixiao.documents.document import Block, SourceParagraph, SourcePlace
from jixiao.importing.guide import load_guide
from jixiao.importing.regions import is_aside, regions_of

GUIDE = load_guide(ACCOUNTS)


def line(text: str) -> SourceParagraph:
    return SourceParagraph(text, SourcePlace(paragraph=1))


def regions(*blocks: Block) -> list[tuple[str, int, int, bool]]:
    found = regions_of(only_sheet(*blocks), GUIDE)
    return [(region.table.name, region.first, region.last, region.further) for region in found]


ROWS = table(SourcePlace(table=1), ("科目编码", "合计"), ("208", "5.00"))


def test_a_table_goes_from_its_title_to_the_next():
    assert regions(line("收入决算表"), ROWS, line("支出决算表"), ROWS) == [
        ("收入决算表", 1, 3, False),
        ("支出决算表", 4, 6, False),
    ]


def test_titles_without_a_table_are_a_table_of_contents():
    contents = [
        line(f"{n}、{title}……{n}")
        for n, title in zip("一二三", ("收入决算表", "支出决算表", "收支决算总表"), strict=True)
    ]
    assert regions(*contents, line("第二部分"), line("支出决算表"), ROWS) == [("支出决算表", 5, 7, False)]


@pytest.mark.parametrize("text", ["第三部分 情况说明", "四、其他事项", "（二）其他事项"])
def test_the_next_chapter_ends_a_table(text: str):
    assert regions(line("支出决算表"), ROWS, line(text), line("本年支出合计增加。"))[0][2] == 3


def test_notes_belong_to_the_table():
    assert regions(line("支出决算表"), ROWS, line("注：本表无数据。"))[0][2] == 4


def test_a_second_table_below_an_aside_is_a_further_piece():
    assert regions(line("支出决算表"), ROWS, line("续表"), ROWS) == [
        ("支出决算表", 1, 4, False),
        ("支出决算表", 5, 6, True),
    ]


def test_a_second_table_below_a_title_of_its_own_is_none():
    assert regions(line("支出决算表"), ROWS, line("2024年度项目支出绩效情况表"), ROWS) == [
        ("支出决算表", 1, 4, False)
    ]


@pytest.mark.parametrize("text", ["支出增加的原因，详见支出决算表", "本年支出决算表反映的支出如下。"])
def test_a_sentence_is_no_title(text: str):
    assert regions(line(text), ROWS) == []


@pytest.mark.parametrize(
    ("text", "aside"),
    [("注：单位为元", True), ("金额单位：元", True), ("公开03表", True), ("续表", True), ("- 5 -", True),
     ("项目支出绩效表", False), ("关于本年支出增加的情况以及原因的说明", False)],
)  # fmt: skip
def test_what_may_stand_between_pieces(text: str, aside: bool):
    assert is_aside(text, GUIDE.words) is aside
