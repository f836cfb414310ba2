"""Names without what is printed around them."""

from decimal import Decimal

import pytest

from jixiao.frameworks.wording.names import PrintedName, Weight, printed_level, printed_name, weight_of


@pytest.mark.parametrize(
    ("printed", "name", "weight"),
    [
        ("投  入", "投入", None),
        ("产出\n及效率", "产出及效率", None),
        ("一、过程（45分）", "过程", Weight(Decimal(45))),
        ("预算执行\n17分", "预算执行", Weight(Decimal(17))),
        ("预算执行\n10%", "预算执行", Weight(Decimal(10), percent=True)),
        ("（一）预算管理(１４分)", "预算管理", Weight(Decimal(14))),
        ("1.1 “三公经费”控制率", "“三公经费”控制率", None),
        ("指标1：举办场次", "举办场次", None),
        ("指标2：", "", None),
        ("……", "", None),
        ("2025年任务完成率", "2025年任务完成率", None),
    ],
)
def test_a_name_is_what_remains(printed, name, weight):
    assert printed_name(printed) == PrintedName(name, weight)


def test_a_continuation_is_no_part_of_the_name():
    assert printed_name("过程（续）") == PrintedName("过程", None, continued=True)


def test_weights_are_figures_points_and_percent():
    assert weight_of("５分", None) == Weight(Decimal(5))
    assert weight_of("5%", None) == Weight(Decimal(5), percent=True)
    assert weight_of("0.05", Decimal("0.05")) == Weight(Decimal("0.05"))
    assert weight_of("5\n（二者\n择其一）", None) == Weight(Decimal(5))
    assert weight_of("60（核心指标）", None) == Weight(Decimal(60))
    assert weight_of("5（不计入总分）", None) is None
    assert weight_of("—", None) is None


def test_a_figure_in_the_last_line_of_a_level_is_its_weight_if_it_counts_nothing():
    assert printed_level("产出指标\n50") == PrintedName("产出指标", Weight(Decimal(50)))
    assert printed_level("前期\n40") == PrintedName("前期", Weight(Decimal(40)))
    assert printed_level("目标\n1").weight is None
    assert printed_level("规划\n2025").weight is None


def test_a_code_behind_a_name_is_none_of_it():
    assert printed_name("立项依据充分性 A11").text == "立项依据充分性"
    assert printed_name("决策 A").text == "决策"
    assert printed_name("目标B2").text == "目标"
    assert printed_name("获评A").text == "获评A"
