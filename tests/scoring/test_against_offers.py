"""Scores that people gave, beside what the printed standard seems to say."""

from decimal import Decimal

from msgspec.structs import replace
from scoring.framework_sheet.test_unsure_rows import LEVELS, told, unsure

from jixiao.methods.rates import PerPoint

D = Decimal
STEPS = PerPoint(limit=D(1), direction="over", step=D("0.01"), deduct=D("0.5"))
BOUGHT = "本年决算.政府采购金额 / 本年预算.政府采购金额"


def test_a_score_that_the_standard_cannot_give_is_told():
    own = unsure(method=LEVELS)
    full = own.by_id["G4"].max_score
    assert "SCORE-10" not in told(own, str(full / 2))
    found = told(own, "6.37")["SCORE-10"]
    assert f"自评6.37分，照读出的评分方法只能是{full:f}、{full / 2:f}、0分。" in found.message
    assert found.severity == "warning"


def test_a_score_beside_figures_of_the_workbook_is_compared_with_what_they_come_to():
    own = unsure(method=STEPS, measure=BOUGHT)
    figures = {"本年决算.政府采购金额": "101", "本年预算.政府采购金额": "100"}
    right = own.by_id["G4"].max_score - D("0.5")
    assert "SCORE-10" not in told(own, str(right), figures=figures)
    assert f"（101%）是{right}分" in told(own, "6", figures=figures)["SCORE-10"].message
    assert "SCORE-10" not in told(own, "6", figures={})  # nothing to divide by; 6 is possible


def written(standard: str):
    """G4 with another standard, of which no method was understood."""
    own = unsure()
    rows = (replace(each, standard=standard) if each.id == "G4" else each for each in own.indicators)
    return replace(own, indicators=tuple(rows))


def test_what_people_give_freely_is_theirs():
    assert "SCORE-10" not in told(written("由评价组综合评定。"), "6.37")


def test_of_a_row_that_people_score_for_good_the_scores_that_its_standard_lists_are_known():
    full = unsure().by_id["G4"].max_score
    levels = written(f"增长的得{full:f}分，持平的得3分，下降的不得分。")
    by_hand = {"G4": {"sure": "已核对"}}
    assert f"得分是{full:f}、3、0分。" in told(levels, "2.5", by_hand)["SCORE-10"].message
    assert told(levels, "3", by_hand) == {}
    assert told(levels, "0", by_hand) == {}
