from decimal import Decimal

from jixiao.desk.examined import PlainRecord
from jixiao.desk.rollup.adding import ADDING, Adding, Member
from jixiao.desk.rollup.texts_said import ROWS, OneOfSeveral, about_texts
from jixiao.desk.rollup.total import Total
from jixiao.model.fact import Kind
from jixiao.pack.loading import load_pack, pack_names
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


def own_code(name: str, source: str = "") -> dict[str, list[dict[str, str]]]:
    row = {"自有科目.编码": "2089977", "自有科目.名称": name}
    return {"自有科目": [row | ({"自有科目.出处": source} if source else {})]}


def test_one_code_of_which_units_say_different_things_is_told() -> None:
    adds = adding()
    names = ("甲类专用", "乙类完全不同", "丙类")
    total = adds.sum_of([unit(name, {}, own_code(name)) for name in names])
    (row,) = total.groups["自有科目"]
    assert row.texts["自有科目.名称"] == "甲类专用"
    (said,) = adds.said
    assert said.startswith(
        "“自有科目”里“2089977”的科目名称，各单位写的不一样：“甲类专用”“乙类完全不同”“丙类”，"
        "汇总里写的是“甲类专用”。"
    )


def test_texts_that_only_some_have_or_that_are_written_alike_are_not_told() -> None:
    adds = adding()
    adds.sum_of([unit("甲", {}, own_code("（甲）类")), unit("乙", {}, own_code("(甲)类", "某文"))])
    listed = [
        unit(name, {}, {"功能分类": [code("208", "1", name)]}) for name in ("社保", "社会保障和就业支出")
    ]
    adds.sum_of(listed)  # the list of codes says what 208 is
    assert adds.said == []


def test_of_very_many_texts_the_first_are_told_and_the_others_counted() -> None:
    many = [OneOfSeveral(str(number), "名称", ("甲", "乙")) for number in range(ROWS + 3)]
    said = list(about_texts("自有科目", many))
    assert (len(said), said[-1]) == (ROWS + 1, "“自有科目”里各单位写的不一样的，另有 3 处。")


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


def project(number: int, kind: str = "专项经费") -> dict[str, str]:
    return {
        "项目明细.项目名称": f"项目{number}",
        "项目明细.支出数": str(number),
        "项目明细.类别": kind,
        "项目明细.资金来源": "财政专户" if number % 2 else "",
    }


def by_kind(rows: tuple[Total, ...] | list[Total]) -> dict[tuple[str | None, str | None], Decimal]:
    """What the checks add up."""
    found: dict[tuple[str | None, str | None], Decimal] = {}
    for row in rows:
        key = (row.texts.get("项目明细.资金来源") or None, row.texts.get("项目明细.类别"))
        found[key] = found.get(key, Decimal(0)) + row.figures["项目明细.支出数"]
    return found


def test_of_more_projects_than_the_form_has_rows_the_largest_stay_and_every_kind_adds_up() -> None:
    rows = [project(number, "其他项目" if number % 3 else "专项经费") for number in range(80)]
    both = adding()
    members = [unit("甲", {}, {"项目明细": rows}), unit("乙", {}, {"项目明细": rows})]
    total = both.sum_of(members)
    found = total.groups["项目明细"]
    assert len(found) == 150
    assert by_kind(found) == by_kind([row for one in members for row in one.total.groups["项目明细"]])
    rest = {name for row in found if (name := row.texts["项目明细.项目名称"]).startswith("其余项目")}
    kinds = ("其他项目", "财政专户、其他项目", "专项经费", "财政专户、专项经费")
    assert rest == {f"其余项目（{kind}）" for kind in kinds}
    assert "160 行" in both.said[0]
    assert both.full == {"项目明细"}
    again = adding().sum_of([Member("县", total, summed=True), unit("丙", {}, {"项目明细": rows})])
    names = [row.texts["项目明细.项目名称"] for row in again.groups["项目明细"]]
    assert len([name for name in names if name.startswith("其余项目（其他")]) == 1
    assert sum(by_kind(again.groups["项目明细"]).values()) == 3 * sum(range(80))


def test_rows_that_cannot_be_put_together_are_left_out_and_told_with_their_amounts() -> None:
    rows = [{"楼堂馆所.项目名称": f"楼{number}", "楼堂馆所.实际投资": "10000"} for number in range(7)]
    one = adding()
    total = one.sum_of([unit("甲", {}, {"楼堂馆所": rows})])
    assert "楼堂馆所" not in total.groups
    assert "有 7 行，表里只有 6 行，没有带入" in one.said[0]
    assert "70,000.00 元" in one.said[0]


def test_no_table_and_no_figure_of_a_form_that_adds_up_is_forgotten() -> None:
    for pack in map(load_pack, pack_names()):
        file = load_rollup(pack)
        if file.refused:
            assert not file.table
            continue
        named = [table.name for table in file.table] + list(file.without)
        assert sorted(named) == sorted(pack.groups), pack.form.id
        told = {*file.keep, *file.leave}
        single = [term for term in pack.vocabulary.values() if not term.path]
        odd = [one.name for one in single if one.kind is Kind.NUMBER and one.kind not in ADDING]
        assert all(term in pack.vocabulary for term in told)
        assert {term.split(".")[0] for term in odd} <= {"自评", "自评合计", "服务规模"}


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
