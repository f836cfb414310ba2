from decimal import Decimal

from jixiao.desk.examined import PlainRecord
from jixiao.desk.rollup.adding import Adding, Member, Total
from jixiao.pack.loading import load_pack
from jixiao.pack.rollup_file import load_rollup


def adding() -> Adding:
    pack = load_pack()
    return Adding(pack, load_rollup(pack), [])


def unit(name: str, fields: dict[str, str], rows: dict[str, list[dict[str, str]]] | None = None) -> Member:
    groups = {table: [PlainRecord(_cells(row)) for row in several] for table, several in (rows or {}).items()}
    return Member(name, adding().total_of(PlainRecord(_cells(fields), groups)))


def _cells(said: dict[str, str]) -> dict[str, tuple[str, str]]:
    return {term: (value, "0.01") for term, value in said.items()}


def code(number: str, amount: str, name: str = "") -> dict[str, str]:
    return {"功能分类.编码": number, "功能分类.金额": amount} | ({"功能分类.名称": name} if name else {})


def test_amounts_and_heads_add_and_ratios_settings_and_texts_do_not() -> None:
    common = {"单位.年度": "2024", "自评.字数上限": "2000", "供养人员.控制率": "0.9", "单位.简称": "我局"}
    one = unit("甲", {**common, "收入.合计": "0.10", "编制数.全额": "3", "单位.会计制度": "政府会计制度"})
    other = unit("乙", {**common, "收入.合计": "0.20", "编制数.全额": "4", "单位.会计制度": "企业会计准则"})
    total = adding().sum_of([one, other])
    assert total.figures == {"收入.合计": Decimal("0.30"), "编制数.全额": Decimal(7)}
    assert total.texts == {"单位.年度": "2024"}


def test_rows_with_one_code_become_one_in_the_order_of_codes_and_projects_bear_their_unit() -> None:
    one = unit(
        "甲",
        {},
        {"功能分类": [code("210", "5"), code("208", "1")], "项目明细": [{"项目明细.项目名称": "培训"}]},
    )
    other = unit(
        "乙",
        {},
        {"功能分类": [code("208", "2", "社会保障和就业支出")], "项目明细": [{"项目明细.项目名称": "培训"}]},
    )
    total = adding().sum_of([one, other])
    rows = [
        (row.texts["功能分类.编码"], row.texts.get("功能分类.名称"), row.figures)
        for row in total.groups["功能分类"]
    ]
    assert rows == [
        ("208", "社会保障和就业支出", {"功能分类.金额": Decimal(3)}),
        ("210", None, {"功能分类.金额": Decimal(5)}),
    ]
    assert [row.texts["项目明细.项目名称"] for row in total.groups["项目明细"]] == [
        "培训（甲）",
        "培训（乙）",
    ]


def test_more_rows_than_the_form_has_are_left_out_and_told() -> None:
    rows = [{"项目明细.项目名称": f"项目{number}"} for number in range(80)]
    both = adding()
    total = both.sum_of([unit("甲", {}, {"项目明细": rows}), unit("乙", {}, {"项目明细": rows})])
    assert "项目明细" not in total.groups
    assert "160 行" in both.said[0]


def _basic(general: str) -> Total:
    amounts = {"支出.基本支出": "10000", "基本支出.合计": general, "经济分类合计.基本支出": "10000"}
    return unit("甲", amounts).total


def test_cells_left_empty_because_they_say_the_same_count_and_unknown_ones_empty_the_sum() -> None:
    term = "经济分类合计.一般公共预算基本支出"
    fills = unit("乙", {term: "7"}).total
    same = adding().completed([_basic("10000"), fills])
    assert [total.figures.get(term) for total in same] == [Decimal(10000), Decimal(7)]
    both = adding()
    assert [total.figures.get(term) for total in both.completed([_basic("5000"), fills])] == [None, None]
    assert "没有带入" in both.said[0]
    assert adding().completed([_basic("5000")]) == [_basic("5000")]
