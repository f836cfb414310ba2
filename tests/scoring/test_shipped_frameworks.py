"""The frameworks of the pack: their examples come out, and every edge of every rule has examples."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scoring.records import (
    ASSESSMENT,
    FIGURES_2022,
    FRAMEWORKS,
    ROWS_2022,
    VOCABULARY,
    framework,
    record,
    score,
    scored,
)

from jixiao.methods.grades import Graded
from jixiao.methods.rates import Bands, PerPoint
from jixiao.methods.work import EachViolation
from jixiao.scoring.proof import prove_framework

INDICATORS = [(name, each.id) for name in FRAMEWORKS for each in framework(name).indicators]


def values(indicator):
    return [Decimal(each.value.rstrip("%")) / 100 for each in indicator.examples if each.value]


def indicators_with(method):
    return [
        pytest.param(each, id=f"{name}-{each.id}")
        for name in FRAMEWORKS
        for each in framework(name).indicators
        if isinstance(each.method, method)
    ]


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_the_examples_of_a_framework_come_out(name):
    prove_framework(framework(name), VOCABULARY, ASSESSMENT, Path(f"{name}.toml"))


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_a_reconstructed_framework_says_so_in_its_name(name):
    assert "重构" in framework(name).name


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_the_second_levels_weigh_what_the_2022_report_prints(name):
    weights = {part: weight for level in framework(name).levels for part, weight in level.parts.items()}
    assert list(map(int, weights.values())) == [6, 17, 9, 6, 2, 32, 28]


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_what_is_reconstructed_is_marked_in_every_basis(name):
    assert all("重构" in each.basis.clause for each in framework(name).indicators)


def test_the_variant_has_the_eight_indicators_of_the_circular_under_budget_execution():
    execution = [each for each in framework(FRAMEWORKS[1]).indicators if each.level2 == "预算执行"]
    assert [each.name for each in execution] == [
        "预算完成率",
        "预算调整率",
        "支付进度率",
        "结转结余率",
        "结转结余变动率",
        "公用经费控制率",
        "“三公经费”控制率",
        "政府采购执行率",
    ]


@pytest.mark.parametrize("indicator", indicators_with(Bands))
def test_every_band_and_every_edge_has_an_example(indicator):
    centre = indicator.method.centre or Decimal(0)
    distances = {abs(value - centre) for value in values(indicator)}
    edges = [band.upper for band in indicator.method.bands if band.upper is not None]
    assert distances.issuperset(edges)
    for low, high in zip([Decimal(-1), *edges], [*edges, Decimal(9)], strict=True):
        assert any(low < each < high for each in distances) or high == 0


@pytest.mark.parametrize("indicator", indicators_with(PerPoint))
def test_the_limit_the_first_step_and_the_floor_have_examples_on_both_sides(indicator):
    method, full = indicator.method, indicator.max_score
    sign = -1 if method.direction == "under" else 1
    lost = {
        sign * (value - method.limit): full - method.mark(value, full).score for value in values(indicator)
    }
    assert lost[Decimal(0)] == 0
    assert lost[method.step] == method.deduct
    assert any(0 < each < method.step for each in lost)
    assert lost[method.step + Decimal("0.0001")] == 2 * method.deduct
    assert {full - method.deduct, full} <= set(lost.values())


@pytest.mark.parametrize("indicator", indicators_with(EachViolation))
def test_violations_have_examples_up_to_nothing_left_and_beyond(indicator):
    last = indicator.max_score / indicator.method.deduct
    assert {0, 1, last, last + 1} <= {int(example.value) for example in indicator.examples}


@pytest.mark.parametrize("indicator", indicators_with(Graded))
def test_every_grade_has_an_example(indicator):
    assert [each.name for each in indicator.method.grades] == [each.value for each in indicator.examples]


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_the_2022_report_scores_99_and_loses_its_point_in_budget_execution(name):
    card = score(record(name=name), name)
    assert (card.total, card.grade) == (99, "优")
    assert {part.name: part.max_score - part.score for _, part in card.level2} == {
        "目标设定": 0,
        "预算执行": 1,
        "预算管理": 0,
        "资产管理": 0,
        "绩效监控": 0,
        "职责履行": 0,
        "履职效益": 0,
    }


@pytest.mark.parametrize(("name", "id_"), INDICATORS)
def test_every_indicator_of_an_empty_workbook_says_which_cell_to_fill(name, id_):
    empty = scored(id_, dict.fromkeys(FIGURES_2022, ""), {row: {} for row in ROWS_2022}, name)
    assert empty.score is None
    assert empty.working.startswith(f"未评分：“{empty.obstacle.label}”（{empty.obstacle.place}）还没有填写")


@pytest.mark.parametrize("indicator", [*indicators_with(PerPoint), *indicators_with(Bands)])
@given(rate=st.decimals(-5, 5, places=4))
def test_a_rate_never_leaves_the_range_of_its_score(indicator, rate):
    assert 0 <= indicator.method.mark(rate, indicator.max_score).score <= indicator.max_score
