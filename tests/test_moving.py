"""A filled workbook is moved to another framework: what was typed goes along, or is listed with its cell."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace
from workbook.books import silent

from jixiao.building.new_workbook import new_workbook
from jixiao.building.samples import samples
from jixiao.building.workbook import built
from jixiao.carryover.counterparts import by_name, counterpart
from jixiao.carryover.moving import Moved, moves
from jixiao.faces.words.takeover import moved_as_text
from jixiao.model.filling import Filling
from jixiao.pack.filling import read_filling
from jixiao.pack.loading import load_pack
from jixiao.pipeline import inspect

PACK = load_pack()
TARGET = "whole-hunan-classic"


@pytest.fixture(scope="module")
def filled(tmp_path_factory) -> Path:
    """The balanced sample, with an indicator of the unit's own that is scored by itself."""
    (sample,) = (each for each in samples() if each.values.stem == "leiyang-2022-balanced")
    filling = read_filling(sample.values, PACK)
    own = {
        "一级指标": "产出指标",
        "二级指标": "数量指标",
        "三级指标": "甲",
        "计算符号": "≥",
        "年度指标值": "4",
    }
    row = Filling({f"自定指标.{name}": text for name, text in {**own, "实际完成值": "3"}.items()})
    row = replace(row, entries={**row.entries, "自定指标.分值": Decimal(10)})
    book = tmp_path_factory.mktemp("filled") / "2022.xlsm"
    groups = {**filling.groups, "自定指标": (row,)}
    book.write_bytes(built(silent(PACK), PACK.form.framework, replace(filling, groups=groups)))
    return book


@pytest.fixture(scope="module")
def moved(filled: Path, tmp_path_factory) -> tuple[Moved, Path]:
    out = tmp_path_factory.mktemp("moved") / "新.xlsm"
    found = new_workbook(silent(PACK), out, framework=TARGET, sources=(filled,))
    assert isinstance(found, Moved)
    return found, out


def test_every_figure_and_text_outside_of_the_indicators_is_the_same(filled, moved):
    old, new = inspect(filled, PACK).record, inspect(moved[1], PACK).record
    fixed = set(PACK.form.identity.values())
    assert {t: f.value for t, f in old.fields.items() if t not in fixed} == {
        t: f.value for t, f in new.fields.items() if t not in fixed
    }
    for name in old.groups:
        if name != "指标自评":
            assert [[f.value for f in row.walk()] for row in old.groups[name]] == [
                [f.value for f in row.walk()] for row in new.groups[name]
            ], name


def test_an_indicator_that_both_have_keeps_what_was_typed(moved):
    rows = {row.key: row for row in inspect(moved[1], PACK).record.groups["指标自评"]}
    assert rows["C5"].fields["指标自评.违规次数"].number == 0
    assert rows["E3"].fields["指标自评.实际值"].number == Decimal("0.95")


def test_what_has_no_place_is_listed_with_its_cell(moved):
    lines = list(moved_as_text(moved[0]))
    assert "改用“部门整体支出绩效评价指标（湖南通用10/60/30，待核对）”" in lines[0]
    assert "  指标自评!G20 固定资产利用率·实际值 “0.98”" in lines
    assert lines[1].startswith(f"以下 {len(moved[0].left)} 个单元格")


def test_ticks_for_other_points_are_not_taken_for_the_same(moved):
    left = [(each.row, each.fact.label) for each in moved[0].left]
    assert ("管理制度健全性", "要点①") in left


def test_of_two_of_one_name_that_of_the_same_level_is_meant():
    one = PACK.framework("reconstructed-2022").indicators[0]
    funds, assets = replace(one, id="C1", level2="资金"), replace(one, id="D1", level2="资 产")
    assert counterpart(replace(one, level2="资产"), (funds, assets), by_name) is assets
    assert counterpart(replace(one, level2="其他"), (funds, assets), by_name) is funds
    assert counterpart(replace(one, name="另一个"), (funds, assets), by_name) is None


def test_nothing_typed_is_lost(filled, moved):
    """What was typed for indicators is in the new workbook, or listed."""
    typed = [
        fact
        for row in inspect(filled, PACK).record.groups["指标自评"]
        for term, fact in row.fields.items()
        if term not in PACK.presets and fact.typed
    ]
    kept = [
        fact
        for row in inspect(moved[1], PACK).record.groups["指标自评"]
        for term, fact in row.fields.items()
        if term not in PACK.presets and fact.typed
    ]
    assert len(typed) == len(kept) + len(moved[0].left)


def test_a_score_that_the_workbook_computes_is_not_taken_for_a_typed_one(moved):
    (row,) = moved[0].filling.groups["自定指标"]
    assert "自定指标.得分" not in row.entries


@pytest.mark.parametrize(
    ("framework", "year", "so"),
    [(TARGET, None, True), (TARGET, 2022, True), (TARGET, 2023, False), ("reconstructed-2022", None, False)],
)
def test_last_years_workbook_and_one_of_the_same_framework_are_no_move(filled, framework, year, so):
    assert moves(filled, PACK, PACK.framework(framework), year) is so
