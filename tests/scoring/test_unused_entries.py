"""What is typed into cells that no rule uses is told with its cell."""

from decimal import Decimal

import msgspec
from scoring.records import ASSESSMENT, record, with_indicator

from jixiao.methods.rates import Band, Bands, PerPoint
from jixiao.methods.work import Proportional
from jixiao.scoring.unused_entries import unused_entries

D = Decimal


def told(framework, **cells):
    found = unused_entries(record(rows={"F1": cells}), framework, ASSESSMENT)
    return [each.message for each in found if each.label.startswith("F1 ")]


def test_a_target_that_the_rule_has_fixed_is_told_if_it_is_typed_over():
    fixed = with_indicator("F1", method=Proportional(target=D(12000)))
    (said,) = told(fixed, 目标值="9999", 实际值="36")
    assert "“目标值”填了“9999”，这个指标的评分方法已定为12000，没有用上" in said
    assert told(fixed, 实际值="36") == []


def test_a_target_for_the_reader_may_be_the_limit_of_the_rule_and_no_other():
    steps = PerPoint(limit=D(4800), direction="over", step=D(100), deduct=D(1))
    framework = with_indicator("F1", method=steps, entered="actual")
    assert told(framework, 目标值="4800", 实际值="4700") == []
    assert len(told(framework, 目标值="5000", 实际值="4700")) == 1


def test_figures_beside_a_computed_measure_are_told():
    computed = with_indicator("F1", measure="支出.合计 / 整体预算.全年预算数", method=Proportional())
    assert ["由其他工作表算出" in said for said in told(computed, 实际值="36", 目标值="")] == [True]


def test_a_number_as_target_beside_a_rate_that_is_typed_is_told_and_a_rate_is_for_the_reader():
    bands = Bands(bands=(Band(upper=D("0.9"), closed=False, score=D(0)), Band(score=D(4))))
    framework = with_indicator("F1", method=bands, entered="actual")
    (said,) = told(framework, 目标值="25", 实际值="96%")
    assert "“目标值”填了“25”，这个指标的评分方法不用它，没有用上" in said
    assert told(framework, 目标值="100%", 实际值="96%") == []
    assert told(framework, 目标值="1", 实际值="96%") == []
    counted = with_indicator("F1", method=msgspec.structs.replace(bands, unit="个"), entered="actual")
    assert told(counted, 目标值="25", 实际值="24") == []
