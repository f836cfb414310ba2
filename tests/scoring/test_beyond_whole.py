"""A share of a whole above 100 % is told; what can be more, and what is counted, is not."""

from decimal import Decimal

import pytest
from scoring.records import ASSESSMENT, record, with_indicator

from jixiao.scoring.beyond_whole import beyond_whole


def told(actual: str, name: str, **changed) -> list[str]:
    framework = with_indicator("G4", name=name, **({"highest": Decimal(10)} | changed))
    found = beyond_whole(record(rows={"G4": {"实际值": actual}}), framework, ASSESSMENT)
    return [each.message for each in found]


@pytest.mark.parametrize("name", ["供水水质合格率", "社会公众满意度", "公共服务覆盖率（%）"])
def test_a_share_above_the_whole_is_told(name: str):
    (message,) = told("102%", name)
    assert f"“G4 {name}”的“实际值”是102%，这样的比率一般不会超过100%" in message


@pytest.mark.parametrize(
    ("actual", "name"),
    [
        ("100%", "供水水质合格率"),
        ("102%", "任务完成率"),
        ("102%", "收入增长率"),
        ("102%", "满意度提升率"),
        ("", "供水水质合格率"),
    ],
)
def test_what_may_be_so_is_not(actual: str, name: str):
    assert told(actual, name) == []


def test_a_number_by_its_target_is_no_rate():
    assert told("36", "工程验收合格率", entered="ratio") == []


def test_a_rate_that_is_computed_is_none_that_people_enter():
    assert told("102%", "工程验收合格率", measure="支出.合计 / 整体预算.全年预算数") == []


def test_what_is_refused_is_not_told_once_more():
    assert told("91.6", "社会公众满意度") == []
    assert told("9160%", "社会公众满意度") == []
    assert told("102%", "社会公众满意度", highest=Decimal(1)) == []
    assert len(told("1.02", "社会公众满意度")) == 1
