"""Well-known counts, said more than once."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


def test_the_staff():
    assert said("年末实有在职人员120人。", "人均支出按在职157人计算。") == []
    assert said("年末实有在职人员120人。", "编制128名，年末在职125人。") == [
        ("COUNT-TALLY", "125人", "120人")
    ]
    assert ids("年末实有在职人员120人。", "编制128名，年末在职120人。") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("核定编制128名。", "编制数126名，控制率正常。"),
        ("我单位开支财政拨款的公务用车保有量为3辆。", "本单位公务用车保有量4辆。"),
        ("公务用车购置费18.00万元，主要原因是更新执法执勤用车1辆。", "2023年部门预算安排购置车辆2辆。"),
        ("实际开放床位720张。", "按实际开放床位702张计算。"),
        ("现有公务用车2辆。", "运行费用于3辆公务用车燃油。"),
        ("国内公务接待23批次、214人次。", "全年共接待25批次214人次。"),
        ("国内公务接待23批次、214人次。", "国内公务接待23批次、241人次。"),
    ],
)
def test_other_counts(first: str, second: str):
    assert ids(first, second) == ["COUNT-TALLY"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("全系统编制168名。", "局机关编制25名。"),
        ("行政编制25名。", "事业编制26名。"),
        ("事业编制22名。", "在编167人，其中行政编制147人、事业编制20人。"),
        ("年末在职120人。", "上年末在职118人。"),
        ("2022年末在职118人。", "年末在职120人。"),
        ("更新公务用车1辆。", "共有车辆2辆。"),
        ("公务用车保有量3辆。", "本部门共有车辆5辆。"),
        ("国内公务接待23批次、214人次。", "外事接待2批次、21人次。"),
    ],
)
def test_counts_of_something_else(first: str, second: str):
    assert ids(first, second) == []


def test_more_than_two_values():
    assert ids("在职120人。", "在职121人。", "在职122人。") == []


def test_vehicles_that_are_kept_and_all_of_them():
    text = "公务用车保有量{}辆。"
    assert ids(text.format(8), "截至年末，本部门共有车辆7辆。") == ["COUNT-BOUND"]
    assert ids(text.format(6), "截至年末，本部门共有车辆7辆。") == []
