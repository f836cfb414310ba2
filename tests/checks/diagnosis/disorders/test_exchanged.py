"""Columns and rows whose figures were exchanged are told as such, and nothing else is."""

from __future__ import annotations

from checks.sheets import YUAN, Sheet, sheet

from jixiao.checks.diagnosis.hints import hints

SPENT, PLANNED = ("12.31", "25.48", "40.07"), ("11.02", "30.55", "44.90")
TOTALS = {"合计": "77.86", "总计": "86.47"}
SUMS = ("合计 = SUM(明细.金额)", "总计 = SUM(明细.预算)", '一 = SUMIF(明细.名称, "甲", 明细.金额)')


def told(book: Sheet) -> list[str]:
    return [one.message for hint in hints(book.network, YUAN).values() for one in hint.suggestions]


def book(spent: tuple[str, ...] = SPENT, planned: tuple[str, ...] = PLANNED) -> Sheet:
    rows = [
        {"名称": name, "金额": one, "预算": other}
        for name, one, other in zip("甲乙丙", spent, planned, strict=True)
    ]
    further = '二 = SUMIF(明细.名称, "乙", 明细.金额)'
    return sheet(*SUMS, further, rows=rows, **TOTALS, 一=SPENT[0], 二=SPENT[1])


def test_nothing_is_said_of_columns_at_their_places():
    assert told(book()) == []


def test_two_columns_are_named_with_their_heads_as_one_suggestion():
    [message] = told(book(PLANNED, SPENT))
    assert message == "表 B列“金额”与C列“预算”的数像是填反了：两列对调，则4项全部相符。"


def test_a_figure_with_its_total_is_no_column_exchanged():
    def sum_of(column: str) -> str:
        whole, one, other = (f'SUMIF(明细.名称, "{name}", 明细.{column})' for name in "合甲乙")
        return f"{whole} = {one} + {other}"

    def messages(*rows: tuple[str, str, str]) -> list[str]:
        table = [{"名称": name, "金额": spent, "预算": planned} for name, spent, planned in rows]
        return told(sheet(*relations, rows=table, 一="4.18"))

    relations = ('一 = SUMIF(明细.名称, "甲", 明细.金额)', sum_of("金额"), sum_of("预算"))
    alone = messages(("甲", "12.54", "4.18"), ("乙", "25.48", "25.48"), ("合", "38.02", "29.66"))
    assert not any("填反" in message for message in alone)
    both = messages(("甲", "12.54", "4.18"), ("乙", "25.48", "24.31"), ("合", "38.02", "28.49"))
    assert any("填反" in message for message in both)


def test_a_few_lines_of_two_columns_are_named_though_the_other_figure_is_none():
    by_name = ('SUMIF(明细.名称, "甲", 明细.预算) = SUMIF(明细.名称, "乙", 明细.预算)', *SUMS[:2])
    rows = [{"名称": name, "金额": "24.31"} for name in "甲乙"]
    rows.append({"名称": "丙", "金额": "40.07", "预算": "44.90"})
    [message] = told(sheet(*by_name, rows=rows, 合计="40.07", 总计="93.52"))
    assert message == ("表 第20至21行B列“金额”与C列“预算”的数像是填反了：两列在这几行对调，则2项全部相符。")
    added = told(sheet("合计 = SUM(明细.金额)", rows=rows, 合计="64.38"))  # nothing tells what 预算 should be
    assert not any("填反" in message for message in added)


def test_two_figures_of_a_column_are_named_with_their_rows():
    first, *_ = told(book((SPENT[1], SPENT[0], SPENT[2])))
    assert first == "表!B20 “甲 金额”与 表!B21 “乙 金额”的数像是填反了：两处对调，则2项全部相符。"


def test_a_figure_in_the_row_of_another_is_told_where_it_belongs():
    first, *_ = told(book((SPENT[0], "", SPENT[2]), PLANNED))
    assert "填错了行" not in first  # it is in no other row
    astray = sheet(
        'SUMIF(明细.名称, "甲", 明细.金额) = 一',
        'SUMIF(明细.名称, "乙", 明细.金额) = 二',
        rows=[{"名称": "甲"}, {"名称": "乙", "金额": "12.31"}],
        一="12.31",
        二="0",
    )
    assert any("表!B21 “乙 金额”的数像是填错了行：移到 表!B20 “甲 金额”" in one for one in told(astray))


def test_one_wrong_digit_is_no_exchange():
    messages = told(book(("12.81", *SPENT[1:])))
    assert messages
    assert not any("填反" in message for message in messages)
