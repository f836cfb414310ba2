"""A formula that turns the usual one round is told; another one of the same figures is not."""

import pytest

from jixiao.frameworks.measures.unusual_formula import unusual_formula
from jixiao.pack.loading import load_pack
from jixiao.pack.measure_words import load_measure_words

WORDS = load_measure_words(load_pack())
_NOW, _BEFORE = "本年决算.三公经费", "上年决算.三公经费"


@pytest.mark.parametrize(
    ("name", "relation"),
    [
        ("在职人员控制率", "编制数.合计 / 实有数.合计"),
        ("政府采购执行率", "本年预算.政府采购金额 / 本年决算.政府采购金额"),
        ("“三公经费”变动率", f"({_BEFORE} - {_NOW}) / {_BEFORE}"),
        ("“三公经费”变动率", f"({_NOW} - {_BEFORE}) / {_NOW}"),
        ("三公经费压减率", f"({_NOW} - {_BEFORE}) / {_BEFORE}"),
    ],
)
def test_what_is_turned_round_is_told(name, relation):
    assert "颠倒" in unusual_formula(name, relation, WORDS)


@pytest.mark.parametrize(
    ("name", "relation"),
    [
        ("在职人员控制率", "实有数.合计 / 编制数.合计"),
        ("在职人员控制率", "(实有数.合计 - 编制数.合计) / 编制数.合计"),
        ("“三公经费”变动率", f"({_NOW} - {_BEFORE}) / {_BEFORE}"),
        ("三公经费压减率", f"({_BEFORE} - {_NOW}) / {_BEFORE}"),
        ("预算调整率", "整体预算.调整数 / 整体预算.年初预算数"),
        ("预算执行率", "支出.合计 / 整体预算.年初预算数"),
        ("预算执行率", "支出.合计 / 整体预算.全年预算数"),
        ("信访办结率", "支出.合计 / 整体预算.全年预算数"),
    ],
)
def test_what_is_usual_or_of_other_figures_is_silent(name, relation):
    assert unusual_formula(name, relation, WORDS) == ""
