"""Rows that nobody has confirmed."""

from decimal import Decimal

from msgspec.structs import replace
from scoring.framework_sheets import PACK, sheet_of
from scoring.records import framework, record

from jixiao.methods.grades import Grade, Graded
from jixiao.methods.judgements import Manual
from jixiao.pack.framework import UnsureReading
from jixiao.scoring.assessing import assessed

D = Decimal
LEVELS = Graded(grades=tuple(Grade(name=n, share=D(s)) for n, s in (("好", "1"), ("中", "0.5"), ("差", "0"))))


def unsure(**offer):
    """The shipped framework as one of the unit's own, with G4 (10 points) scored by hand until confirmed."""
    reading = UnsureReading(doubt="看不清", **offer)
    rows = (
        replace(each, method=Manual(), measure="", entered="", offer=reading) if each.id == "G4" else each
        for each in framework().indicators
    )
    return replace(framework(), own=True, indicators=tuple(rows))


def told(own, score, changes=None, figures=None):
    sheet = sheet_of(own, changes)
    _, found = assessed(
        record(figures, {"G4": {"自评分": score, "扣分原因": "问卷回收不足"}}), own, PACK, sheet
    )
    return {each.id: each for each in found if each.id in ("FRAME-07", "SCORE-10")}


def test_what_nobody_has_confirmed_is_one_warning_that_names_the_rows():
    own = unsure(method=LEVELS)
    found = told(own, str(own.by_id["G4"].max_score))
    assert list(found) == ["FRAME-07"]
    warning = found["FRAME-07"]
    assert "还有 1 个指标待核对，核对前由人评分：“社会公众或服务对象满意度”。" in warning.message
    assert (warning.severity, warning.figures) == ("warning", "{社会公众或服务对象满意度}")
    assert "一票否决" not in warning.mend


def test_what_was_chosen_on_the_sheet_counts():
    assert told(unsure(), "1", {"G4": {"sure": "已核对"}}) == {}
    assert list(told(unsure(), "1")) == ["FRAME-07"]
    assert told(replace(framework(), own=True), "") == {}


def test_a_doubt_about_a_veto_says_where_one_is_written_down():
    own = unsure()
    doubt = replace(own.by_id["G4"].offer, doubt="“有挪用的”是一票否决，没有纳入逐次扣分")
    rows = tuple(replace(each, offer=doubt) if each.offer else each for each in own.indicators)
    assert "在扣分原因写“一票否决：事由”" in told(replace(own, indicators=rows), "1")["FRAME-07"].mend
