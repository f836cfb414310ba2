"""One row of the sheet 指标体系: method, parameters and measure as people write them, or why not."""

from decimal import Decimal

import pytest
from msgspec.structs import replace
from scoring.framework_sheets import PACK, sheet_of
from scoring.records import framework

from jixiao.methods.shares import Execution
from jixiao.scoring.framework_sheet.edited_row import EditedRow, RowFault, same_indicator

BUILT = framework()
EXECUTION = {"method": "执行率×分值", "parameters": ""}


def indicator(id_, built=BUILT, **texts):
    sheet = sheet_of(built, {id_: texts})
    row = next(row for row in sheet.rows if row.made_for == id_)
    return EditedRow(row, sheet.section, built.by_id[id_], PACK).indicator(id_, built)


def test_words_alone_leave_the_rule_as_it_is():
    changed = indicator("B1", standard="执行率等于100%得满分")
    assert (changed.method, changed.measure) == (BUILT.by_id["B1"].method, BUILT.by_id["B1"].measure)
    assert changed.special == BUILT.by_id["B1"].special
    assert not same_indicator(changed, BUILT.by_id["B1"])


def test_another_measure_from_the_list_stands_without_its_name():
    changed = indicator("B1", relation="预算执行率 = 支出.合计 / 整体预算.全年预算数", **EXECUTION)
    assert changed.measure == "支出.合计 / 整体预算.全年预算数"
    assert changed.method == Execution()


def test_the_name_of_a_measure_is_enough():
    assert indicator("B1", relation="预算执行率", **EXECUTION).measure == "支出.合计 / 整体预算.全年预算数"


@pytest.mark.parametrize(
    ("name", "parameters", "lowest"),
    [("“三公”经费变动率", "≤0%＝5分；其余＝0分", -10), ("预算执行率", "<90%＝0分；其余＝5分", 0)],
)
def test_only_a_rate_of_change_may_be_entered_as_a_negative(name, parameters, lowest):
    changed = indicator(
        "B1", name=name, method="按区间得分", parameters=parameters, relation="", max_score="5"
    )
    assert (changed.lowest, changed.highest) == (lowest, 10)


def test_a_rate_without_a_measure_is_entered():
    changed = indicator("B1", relation="", **EXECUTION)
    assert (changed.measure, changed.entered) == ("", "actual")


def test_an_entered_rate_stays_entered_as_it_was():
    assert indicator("B3", max_score="2", standard="x").entered == BUILT.by_id["B3"].entered


def test_a_row_that_is_still_unsure_is_scored_by_hand():
    changed = indicator("B1", sure="待核对")
    assert changed.method.tag() == "manual"
    assert changed.offer.method == BUILT.by_id["B1"].method


@pytest.mark.parametrize(
    ("texts", "held", "said"),
    [
        ({"max_score": "0"}, "max_score", "不是大于0的数"),
        ({"name": ""}, "name", "没有填"),
        ({"max_score": "1e999"}, "max_score", "不是大于0的数"),
        ({"sure": "乱写"}, "sure", "应是“已核对”或“待核对”"),
        ({"method": ""}, "method", "填了的参数用不上"),
        ({"parameters": "偏离：1e999%\n≤0%＝5分\n其余＝0分"}, "parameters", "太大"),
        (
            {"method": "要点逐项相加", "parameters": "甲＝-1分；乙＝6分", "relation": ""},
            "parameters",
            "不能小于0",
        ),
        ({"method": "看着给"}, "method", "没有“看着给”这种评分方法"),
        ({"max_score": "6"}, "parameters", "各档的得分应在0和 6 之间"),
        ({"relation": "支出.合计 /"}, "relation", "不能作指标值"),
        ({"method": "每发生一次扣分", "parameters": "每次扣：1分"}, "relation", "不能用工作簿里的数"),
        (
            {"method": "每发生一次扣分", "parameters": "每次扣：0分", "relation": ""},
            "parameters",
            "“每次扣”应大于0",
        ),
    ],
)
def test_what_makes_no_sense_is_said_of_its_cell(texts, held, said):
    with pytest.raises(RowFault) as fault:
        indicator("B1", **texts)
    assert fault.value.held == held
    assert said in fault.value.what


def test_weights_are_read_as_people_write_them():
    assert indicator("B3", max_score="２分").max_score == Decimal(2)


@pytest.mark.parametrize(("texts", "left"), [({"sure": "已核对"}, ""), ({"standard": "x"}, "按一步扣")])
def test_what_was_made_up_is_settled_by_saying_that_it_is_right(texts, left):
    guessed = replace(BUILT, indicators=(replace(BUILT.by_id["B1"], assumed="按一步扣"),))
    changed = indicator("B1", guessed, **texts)
    assert changed.assumed == left
    assert same_indicator(changed, guessed.by_id["B1"]) is (left == "")
