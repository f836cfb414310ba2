"""Two ways to say the same come to one name; what names nothing comes to none."""

from __future__ import annotations

import pytest

from jixiao.audit.yardsticks.quantity_names import quantity_words


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("2023年度“三公”经费支出决算为", "三公经费"),
        ("我单位2023年度本年收入合计", "收入"),
        ("1、公务用车购置和维护经费", "公务用车费"),
        ("公务用车购置及运行维护费支出", "公务用车费"),
        ("上年末滚存结余", "期初结余"),
        ("上年结转和结余", "期初结转结余"),
        ("年末结转结余", "期末结转结余"),
        ("其中：基本支出共", "基本支出"),
        ("财政拨款收入", "财政拨款收入"),
        ("收入总计", "收入总计"),
        ("全年执行数", "全年执行数"),
        ("合计", ""),
    ],
)
def test_the_name_in_words(said: str, name: str):
    assert quantity_words().name_of(said) == name


def test_the_unit_and_the_fund_say_nothing_more():
    words = quantity_words()
    assert words.name_of("示例局2023年基本支出", unit="示例局") == "基本支出"
    assert words.name_of("工伤保险基金收入", scope="社会保险基金") == "收入"
    assert words.scopes_in("2023年工伤保险基金收入") == {"社会保险基金"}
    assert words.scopes_in("工伤保险费") == set()
