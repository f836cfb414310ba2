"""Indicators of the unit's own: what a platform would refuse and a reviewer find, one slip at a time."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

import pytest
from msgspec.structs import replace

from jixiao.building.samples import samples
from jixiao.checks.confront import confront
from jixiao.model.filling import Entry, Filling
from jixiao.model.outcome import Outcome
from jixiao.pack.computed import record_of
from jixiao.pack.filling import read_filling
from jixiao.pack.loading import load_pack

PACK = load_pack("project-self-evaluation")
ROWS = "自定指标"
D = Decimal


@cache
def sample() -> Filling:
    (found,) = (sample for sample in samples() if sample.pack == PACK.form.id)
    filling = read_filling(found.values, PACK)
    weights = ({"X1": "10", "自定1": "50", "自定2": "30", "自定3": "10"}).items()
    levels = {"自定1": "产出指标", "自定2": "效益指标", "自定3": "满意度指标"}
    rows = tuple(
        Filling({"指标自评.编号": id_, "指标自评.二级指标": levels.get(id_, ""), "指标自评.分值": D(weight)})
        for id_, weight in weights
    )
    started = {"自评.超标计分": "直线递减", "自评.超额说明线": D("1.3"), "自评.字数上限": D(2000)}
    groups = {**filling.groups, "指标自评": rows}
    return replace(filling, entries={**started, **filling.entries}, groups=groups)


def changed(name: str, **cells: Entry) -> Filling:
    """The sample with some cells of one indicator changed."""
    rows = tuple(
        replace(row, entries={**row.entries, **{f"{ROWS}.{column}": cell for column, cell in cells.items()}})
        if row.entries[f"{ROWS}.三级指标"] == name
        else row
        for row in sample().groups[ROWS]
    )
    return replace(sample(), groups={**sample().groups, ROWS: rows})


def broken(filling: Filling) -> list[str]:
    """The ids of the checks that fail."""
    verdicts = confront(record_of(filling, PACK), PACK.checks, PACK.vocabulary, PACK.names_of_codes)
    found = (verdict.check.data.id for verdict in verdicts if verdict.outcome is Outcome.INCONSISTENT)
    return list(dict.fromkeys(id_.removesuffix(f"-{ROWS}") for id_ in found))


def scores(filling: Filling) -> Mapping[str, Entry]:
    rows = record_of(filling, PACK).groups[ROWS]
    return {row.fields[f"{ROWS}.三级指标"].text: row.fields[f"{ROWS}.得分"].number for row in rows}


def test_the_sample_has_nothing_to_be_refused():
    assert broken(sample()) == []


@pytest.mark.parametrize(
    ("slip", "cells", "ids"),
    [
        ("考核合格率", {"实际完成值": ""}, ["SELF-01"]),
        ("考核合格率", {"实际完成值": "null"}, ["SELF-01", f"SELF-02-{ROWS}-实际完成值"]),
        ("考核合格率", {"实际完成值": "完成"}, [f"SELF-02-{ROWS}-实际完成值"]),
        ("考核合格率", {"年度指标值": "≥95%"}, [f"SELF-02-{ROWS}-年度指标值"]),
        ("培训长效机制", {"实际完成值": "良好"}, ["SELF-03"]),
        ("培训长效机制", {"得分": D(11)}, ["SELF-04", f"SELF-07-{ROWS}-部分达成", "REVIEW-16"]),
        ("培训长效机制", {"偏差原因": ""}, ["SELF-05"]),
        ("培训长效机制", {"偏差原因": "无"}, ["REASON-03"]),
        ("培训长效机制", {"得分": D(8)}, [f"SELF-07-{ROWS}-部分达成"]),
        ("培训长效机制", {"得分": D("5.99")}, [f"SELF-07-{ROWS}-部分达成"]),
        ("考核合格率", {"分值": D(9)}, ["SELF-06-一级", "SELF-06-全部"]),
        ("举办培训期数", {"偏差原因": ""}, ["SELF-10"]),
        ("考核合格率", {"得分": D(9), "偏差原因": "考核偏严"}, ["SELF-13"]),
        ("考核合格率", {"佐证材料": ""}, ["REVIEW-01"]),
        ("参训人员满意度", {"佐证材料": ""}, ["REVIEW-04"]),
        ("培训人次", {"计算符号": "定性", "实际完成值": "达成", "得分": D(10)}, ["REVIEW-06"]),
        ("培训人次", {"三级指标": "考核合格率"}, ["REVIEW-09"]),
        ("人均培训成本", {"计算符号": "≥"}, ["REVIEW-15"]),
    ],
)
def test_a_slip_is_found(slip, cells, ids):
    assert broken(changed(slip, **cells)) == ids


def test_scores_follow_from_sign_target_and_actual_value():
    found = scores(sample())
    assert (found["人均培训成本"], found["参训人员就业率"], found["有责投诉"]) == (D("9.75"), D("14.63"), 5)
    assert scores(changed("有责投诉", 实际完成值="1"))["有责投诉"] == 0


def test_how_a_limit_is_passed_is_the_rule_of_the_place():
    by_ratio = replace(sample(), entries={**sample().entries, "自评.超标计分": "按比例"})
    assert scores(by_ratio)["人均培训成本"] == D("9.76")


def test_far_beyond_the_target_earns_nothing_more():
    assert scores(sample())["举办培训期数"] == 10


def test_where_far_begins_is_chosen_in_the_workbook():
    entries = {**sample().entries, "自评.超额说明线": D("1.02")}
    assert broken(replace(sample(), entries=entries)) == ["SELF-10", "SELF-17-超额说明线"]


def test_a_typed_score_counts_before_the_computed_one():
    assert scores(changed("考核合格率", 得分=D(9)))["考核合格率"] == 9


@pytest.mark.parametrize(("off", "score"), [("0", "10"), ("2.5", "7.5"), ("10", "0"), ("11", "0")])
def test_what_the_place_takes_off_is_taken_from_the_computed_score(off, score):
    assert scores(changed("考核合格率", 扣减分数=D(off)))["考核合格率"] == D(score)


def test_what_is_taken_off_needs_a_reason():
    assert broken(changed("考核合格率", 扣减分数=D(1))) == ["SELF-05"]
    assert broken(changed("考核合格率", 扣减分数=D(1), 偏差原因="复核时核减")) == []


@pytest.mark.parametrize(
    ("term", "typed"),
    [
        ("自评.超额说明线", "0.13"),
        ("自评.超额说明线", "13"),
        ("自评.字数上限", "20000"),
        ("自评.字数上限", "2003"),
    ],
)
def test_a_limit_that_is_mistyped_is_told(term: str, typed: str):
    assert broken(replace(sample(), entries={**sample().entries, term: D(typed)})) == [
        f"SELF-17-{term.removeprefix('自评.')}"
    ]


@pytest.mark.parametrize("term", ["自评.超额说明线", "自评.字数上限"])
def test_a_place_without_a_limit_leaves_it_blank(term: str):
    kept = {name: entry for name, entry in sample().entries.items() if name != term}
    assert broken(replace(sample(), entries=kept)) == []


def test_a_text_longer_than_the_place_allows_is_told():
    entries = {**sample().entries, "自评.字数上限": D(5)}
    assert broken(replace(sample(), entries=entries)) == ["SELF-11-完成情况", "SELF-17-字数上限"]


@pytest.mark.parametrize("left", ["完成情况（100字以内）", "完成XX项"])
def test_instructions_that_were_left_are_told(left):
    assert broken(replace(sample(), entries={**sample().entries, "自评目标.完成情况": left})) == [
        "REVIEW-18-完成情况"
    ]
