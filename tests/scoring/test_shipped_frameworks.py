"""The frameworks of the pack: their examples come out, and every edge of every rule has examples."""

from decimal import ROUND_CEILING, Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scoring.records import (
    ASSESSMENT,
    FIGURES_2022,
    FOLDER,
    FRAMEWORKS,
    ROWS_2022,
    VOCABULARY,
    framework,
    record,
    score,
    scored,
    with_free_rows,
)

from jixiao.methods.grades import Graded
from jixiao.methods.rates import Bands, PerPoint
from jixiao.methods.work import EachViolation
from jixiao.scoring.proof import prove_framework

SHIPPED = tuple(sorted(file.stem for file in (FOLDER / "frameworks").glob("*.toml")))
INDICATORS = [
    (name, each.id)
    for name in SHIPPED
    for each in framework(name).indicators
    if not each.method.of_rows and "SUM(" not in each.measure
]


def values(indicator):
    return [Decimal(each.value.rstrip("%")) / 100 for each in indicator.examples if each.value]


def indicators_with(method):
    return [
        pytest.param(each, id=f"{name}-{each.id}")
        for name in SHIPPED
        for each in framework(name).indicators
        if isinstance(each.method, method)
    ]


def test_what_is_tested_is_what_is_shipped():
    reconstructed = ("reconstructed-2022", "reconstructed-2022-53")
    assert (*reconstructed, "whole-53", "whole-hunan-classic", "whole-platform") == SHIPPED


@pytest.mark.parametrize("name", SHIPPED)
def test_a_framework_whose_weights_are_not_sourced_says_so_in_the_list_only(name):
    assert "重构" in framework(name).name or "待核对" in framework(name).name
    assert not any(word in framework(name).printed for word in ("重构", "待核对"))


@pytest.mark.parametrize("name", SHIPPED)
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
    steps = (full / method.deduct).to_integral_value(ROUND_CEILING) - 1
    assert {steps * method.deduct, full} <= set(lost.values())


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


@pytest.mark.parametrize("id_", ["自定1", "自定2", "自定3"])
def test_without_indicators_of_the_units_own_it_is_said_where_they_belong(id_):
    empty = scored(id_, name="whole-platform")
    assert empty.score is None
    assert empty.working == "未评分：“整体绩效”还没有填写指标。请在“整体绩效”表填写，一个指标一行。"


def test_indicators_of_the_units_own_have_their_reasons_beside_them():
    rows = (
        {"一级指标": "产出指标", "分值": "50", "得分": "48"},
        {"一级指标": "效益指标", "分值": "30", "得分": "31"},
    )
    whole = with_free_rows(record(name="whole-platform"), rows)
    found = {each.id: each for each in score(whole, "whole-platform").scores}
    assert (found["自定1"].score, found["自定1"].reason) == (48, "见各项指标的偏差原因")
    assert (found["自定2"].score, found["自定2"].reason) == (30, "")


def test_a_row_without_its_score_leaves_its_level_unscored_and_the_whole_without_a_grade():
    rows = (
        {"一级指标": "产出指标", "分值": "30", "得分": "30"},
        {"一级指标": "产出指标", "分值": "20"},
        {"一级指标": "效益指标", "分值": "30", "得分": "30"},
    )
    card = score(with_free_rows(record(name="whole-platform"), rows), "whole-platform")
    found = {each.id: each for each in card.scores}
    assert (found["自定1"].score, found["自定2"].score, card.grade) == (None, 30, "")
    assert [fact.term for fact in found["自定1"].obstacle.blanks] == ["自定指标.得分"]
