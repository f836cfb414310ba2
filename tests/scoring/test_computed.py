"""Measures that follow from the facts: blanks, zeros, unreadable cells."""

from decimal import Decimal

import msgspec
import pytest
from msgspec.structs import replace
from scoring.records import FRAMEWORKS, VOCABULARY, framework, record, scored

from jixiao.methods.method import NotMeasurable
from jixiao.model.fact import Record, State
from jixiao.pack.framework import Special
from jixiao.relation.scope import Scope
from jixiao.scoring.computed import computed_measure


def test_the_rate_of_the_2022_report_is_printed_and_worked_out():
    found = scored("B1")
    assert found.measure == "106.96%"
    assert found.working == "106.96%，偏离100%共6.96个百分点，落在（0,10%]档，得4分"


def test_a_blank_divisor_is_missing_not_zero():
    found = scored("B1", {"整体预算.年初预算数": ""})
    assert found.score is None
    assert found.obstacle.label == "年初预算数（部门整体支出）"
    assert str(found.obstacle.place) == "收支总表!B2"


def test_a_measure_without_divisor_is_missing_while_all_its_cells_are_blank():
    indicator = msgspec.structs.replace(framework().by_id["B1"], measure="支出.合计")
    scope = Scope(record({"支出.合计": ""}), VOCABULARY)
    with pytest.raises(NotMeasurable, match="本年支出合计（本年数）"):
        computed_measure(indicator, scope, {})


@pytest.mark.parametrize("measure", ["支出.合计", "支出.合计 - 整体预算.年初预算数 * 0"])
def test_an_amount_is_no_rate(measure):
    indicator = msgspec.structs.replace(framework().by_id["B1"], measure=measure, special=())
    with pytest.raises(NotMeasurable, match="不合常理：它不是比率"):
        computed_measure(indicator, Scope(record({"支出.合计": "3817000"}), VOCABULARY), {})


def test_a_zero_divisor_without_special_case_is_not_scored():
    found = scored("B1", {"整体预算.年初预算数": "0"})
    assert found.score is None
    assert "是分母，不能为零" in found.working


def test_a_score_is_not_computed_from_a_blank():
    found = scored("B4", {"结转结余.年末": ""})
    assert found.score is None
    assert [fact.term for fact in found.obstacle.blanks] == ["结转结余.年末"]


def test_what_is_declared_not_to_exist_counts_as_zero():
    workbook = record({"结转结余.年末": ""})
    blank = workbook.fields["结转结余.年末"]
    fields = {**workbook.fields, "结转结余.年末": replace(blank, state=State.DECLINED)}
    assert computed_measure(framework().by_id["B4"], Scope(Record(fields), VOCABULARY), {}).shown == "0%"


@pytest.mark.parametrize(
    "terms",
    [
        ("B5", "基本支出.公用经费", "基本支出预算.公用经费"),
        ("B6", "本年决算.三公经费", "本年预算.三公经费"),
        ("B7", "本年决算.政府采购金额", "本年预算.政府采购金额"),
    ],
)
def test_no_budget_and_no_spending_do_not_apply_and_cost_nothing(terms):
    id_, spent, budget = terms
    found = scored(id_, {spent: "0", budget: "0"})
    assert found.score == 2
    assert found.measure.startswith("不适用")
    assert found.working == f"{found.measure}，得2分"


@pytest.mark.parametrize(
    "terms",
    [
        ("B5", "基本支出.公用经费", "基本支出预算.公用经费"),
        ("B6", "本年决算.三公经费", "本年预算.三公经费"),
        ("B7", "本年决算.政府采购金额", "本年预算.政府采购金额"),
    ],
)
def test_spending_without_a_budget_loses_the_whole_score(terms):
    id_, spent, budget = terms
    found = scored(id_, {spent: "0.01", budget: "0"})
    assert found.score == 0
    assert "预算而有支出，得0分" in found.working


@pytest.mark.parametrize("spent", ["", "3"])
def test_a_budget_left_blank_is_asked_for_even_where_zero_would_do(spent):
    found = scored("B6", {"本年决算.三公经费": spent, "本年预算.三公经费": ""})
    assert found.score is None
    assert "没有发生额的填 0" in found.working


def test_text_in_a_figure_is_named():
    found = scored("B1", {"支出.合计": "三百万"})
    assert found.score is None
    assert found.obstacle.typed == "三百万"
    assert "“本年支出合计（本年数）”（收支总表!B2）的内容无法读取" in found.working


@pytest.mark.parametrize(
    ("last", "this", "score"),
    [
        ("0", "0", "2"),
        ("0", "1", "0"),
        ("0", "-1", "2"),
        ("100", "90", "2"),
        ("100", "105", "1.5"),
        ("-10", "5", "0"),
    ],
)
def test_a_change_from_nothing_is_an_increase_only_if_something_is_left(last, this, score):
    figures = {"上年结转结余.年末": last, "结转结余.年末": this}
    assert scored("B9", figures, name=FRAMEWORKS[1]).score == Decimal(score)


def test_adjustments_by_policy_do_not_count():
    counted = {"整体预算.年初预算数": "100", "整体预算.调整数": "25", "整体预算.政策性调整数": "10"}
    assert scored("B2", counted).measure == "15%"
    assert scored("B2", counted | {"整体预算.政策性调整数": "25"}).score == 2


def test_a_zero_divisor_that_nobody_typed_is_told_as_zero():
    sheet = record()
    divisor = replace(sheet.fields["整体预算.年初预算数"], value=Decimal(0), typed="")
    scope = Scope(replace(sheet, fields={**sheet.fields, divisor.term: divisor}), VOCABULARY)
    with pytest.raises(NotMeasurable) as stopped:
        computed_measure(framework().by_id["B1"], scope, {})
    assert stopped.value.obstacle.typed == "0"


def test_a_special_value_that_divides_by_zero_is_not_scored():
    special = Special(when="支出.合计 > 0", value="支出.合计 / 整体预算.调整数", says="另算")
    indicator = replace(framework().by_id["B1"], special=(special,))
    scope = Scope(record({"整体预算.调整数": "0"}), VOCABULARY)
    with pytest.raises(NotMeasurable, match="是分母，不能为零"):
        computed_measure(indicator, scope, {})


def test_a_text_inside_a_function_is_named_as_what_is_no_number():
    indicator = replace(framework().by_id["B1"], measure="ABS(单位.名称)")
    with pytest.raises(NotMeasurable, match="的内容无法读取"):
        computed_measure(indicator, Scope(record({"单位.名称": "中心"}), VOCABULARY), {})
