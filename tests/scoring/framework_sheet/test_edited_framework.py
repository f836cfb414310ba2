"""What people change on the sheet 指标体系 is taken as a whole, or told with its cell."""

import json
from decimal import Decimal
from hashlib import sha512

import pytest
from msgspec.structs import replace
from scoring.framework_sheets import PACK, sheet_of, weights
from scoring.records import framework

from jixiao.methods.judgements import Manual
from jixiao.model.figures import plain
from jixiao.model.outcome import Severity
from jixiao.pack.carried_framework import is_head_of, stored_framework, stored_head, stored_indicator
from jixiao.pack.framework import UnsureReading
from jixiao.pack.framework_rows import is_edited
from jixiao.scoring.framework_sheet.edited_framework import edited_framework

BUILT = framework()
HAND = {"method": "由人评分", "parameters": "", "relation": ""}


def edited(changes=None, added=(), built=BUILT, **whole):
    return edited_framework(sheet_of(built, changes, added, **whole), built, PACK)


def test_a_sheet_as_it_was_made_asks_for_nothing():
    assert not is_edited(sheet_of(BUILT), BUILT)
    assert edited() == edited_framework(sheet_of(BUILT), BUILT, PACK)
    assert edited().framework is None
    assert edited().findings == ()


@pytest.mark.parametrize(
    ("changes", "whole"),
    [
        ({"B1": {"standard": "另一种说法"}}, {}),
        ({"B1": None}, {}),
        ({}, {"title": "某县评分表"}),
        ({}, {"total": "120"}),
    ],
)
def test_any_change_is_seen(changes, whole):
    assert is_edited(sheet_of(BUILT, changes, **whole), BUILT)


def test_other_weights_make_it_her_own_table_and_its_name_says_so():
    found = edited({"B3": {"max_score": "3"}, "B4": {"max_score": "1"} | HAND})
    wanted = found.framework
    assert (weights(wanted)["B3"], weights(wanted)["B4"]) == (Decimal(3), Decimal(1))
    assert wanted.title == f"{BUILT.title}（本单位修改）"
    assert wanted.own
    assert next(each for each in wanted.levels if each.name == "过程").max_score == sum(
        each.max_score for each in BUILT.levels if each.name == "过程"
    )
    (told,) = found.findings
    assert told.severity is Severity.ERROR
    assert "改了“支付进度率”" in told.message
    assert str(told.place) == "指标体系!A11"


def test_weights_that_do_not_come_to_the_total_are_told_and_nothing_is_taken():
    found = edited({"B3": {"max_score": "3"}})
    assert found.framework is None
    assert [each.message for each in found.findings] == [
        "“指标体系”表各指标的分值合计101分，总分100分，相差1分。"
        "改动没有用上，得分还是照原来的评分表算的（满分100分）。"
    ]
    assert str(found.findings[0].place) == "指标体系!B5"
    assert found.findings[0].mend.endswith("改过分值的：“支付进度率”由2分改为3分。")


def test_a_question_is_followed_by_no_comma():
    (found,) = edited({"B1": {"relation": "支出.合汁 / 整体预算.年初预算数"}}).findings
    assert "？“指标体系”表的改动没有用上" in found.message


def test_a_table_whose_rows_never_came_to_its_total_is_told_until_it_does():
    stated = replace(BUILT, own=True, stated=Decimal(101))
    assert is_edited(sheet_of(stated), stated)
    told = edited(built=stated).findings[0]
    assert (told.id, told.severity) == ("FRAME-02", Severity.ERROR)
    assert told.message.endswith("相差1分。得分现在照各行的分值算，满分100分。")
    mended = edited(built=stated, total="100").framework
    assert (mended.total, mended.stated) == (Decimal(100), None)


def test_rows_can_be_added_and_cleared():
    row = {"level1": "过程", "level2": "预算执行", "name": "支付合规率", "max_score": "2分"}
    found = edited({"B3": None}, [row])
    wanted = found.framework
    assert "B3" not in wanted.by_id
    (new,) = (each for each in wanted.indicators if each.name == "支付合规率")
    assert new.id.startswith("B")
    assert new.id not in BUILT.by_id
    assert isinstance(new.method, Manual)
    places = [(each.level1, each.level2) for each in wanted.indicators]
    assert places == sorted(places, key=places.index)  # a level stands together
    assert "加了“支付合规率”、去掉了“支付进度率”" in found.findings[0].message


def test_a_cell_that_makes_no_sense_is_one_finding_with_its_place():
    found = edited({"B3": {"max_score": "两分"}, "B4": {"relation": "支出.哈哈"}})
    assert found.framework is None
    assert [str(each.place) for each in found.findings] == ["指标体系!D11", "指标体系!I12"]
    assert all("改动没有用上" in each.message for each in found.findings)


def test_that_somebody_has_looked_at_a_row_is_no_change():
    unsure = replace(
        BUILT.by_id["G4"], method=Manual(), measure="", entered="", offer=UnsureReading(doubt="看不清")
    )
    built = replace(BUILT, indicators=tuple(unsure if e.id == "G4" else e for e in BUILT.indicators))
    assert edited({"G4": {"sure": "已核对"}}, built=built).framework is None


def test_a_reading_that_is_confirmed_counts():
    right = BUILT.by_id["B1"]
    offer = UnsureReading(doubt="没有说清年初还是全年", method=right.method, measure=right.measure)
    unsure = replace(right, method=Manual(), measure="", special=(), offer=offer)
    built = replace(BUILT, indicators=tuple(unsure if e.id == "B1" else e for e in BUILT.indicators))
    wanted = edited({"B1": {"sure": "已核对"}}, built=built).framework
    assert (wanted.by_id["B1"].method, wanted.by_id["B1"].measure) == (right.method, right.measure)
    assert wanted.by_id["B1"].offer is None


def test_a_blank_within_the_name_of_a_level_makes_no_other_level():
    apart = f"{BUILT.indicators[0].level1[0]} {BUILT.indicators[0].level1[1:]}"
    sheet = sheet_of(BUILT, {BUILT.indicators[0].id: {"level1": apart, "name": "另一个名称"}})
    wanted = edited_framework(sheet, BUILT, PACK).framework
    assert [each.name for each in wanted.levels] == [each.name for each in BUILT.levels]


def test_a_new_name_is_taken_as_it_is():
    wanted = edited(title="某县2025年评分表").framework
    assert (wanted.name, wanted.title) == ("某县2025年评分表", "某县2025年评分表")
    assert edited(title="").findings[0].message == "“评分表名称”没有填。"


def test_a_row_of_which_only_the_explanation_is_left_was_cleared():
    left = {"formula": "部门年末结转结余", "sure": "已核对"}
    gone = dict.fromkeys(("level1", "level2", "name", "max_score", "standard"), "") | HAND | {"method": ""}
    found = edited({"B3": gone | left, "B4": {"max_score": "4"}})
    assert "去掉了“支付进度率”" in found.findings[0].message
    assert (
        "“一级指标”没有填" in edited(added=[{"formula": "只写了解释", "max_score": "1"}]).findings[0].message
    )


def test_who_chooses_to_score_by_hand_need_not_clear_what_stood_beside():
    (score,) = (
        each for each in edited({"B4": {"method": "由人评分"}}).framework.indicators if each.id == "B4"
    )
    assert (score.method, score.measure) == (Manual(), "")
    (told,) = edited({"B4": {"method": "由人评分", "parameters": "每次扣：1分"}}).findings
    assert "参数" in told.message


OWN = replace(BUILT, own=True)


def carried(*order: int):
    """The sheet of a table of her own, its rows with their hidden cells in another order."""
    rows = sheet_of(OWN).rows
    there = [replace(rows[at], stored=stored_indicator(OWN.indicators[at])) for at in order]
    return replace(sheet_of(OWN), rows=tuple(there))


def test_rows_that_were_moved_with_their_hidden_cells_are_another_order():
    sheet = carried(1, 0, *range(2, len(OWN.indicators)))
    before = stored_framework(sheet)
    assert [each.id for each in before.indicators] == [each.id for each in OWN.indicators]
    found = edited_framework(sheet, before, PACK)
    assert "改了次序" in found.findings[0].message
    assert [each.id for each in found.framework.indicators][:2] == [each.id for each in OWN.indicators][1::-1]


def test_of_a_row_that_was_copied_with_its_hidden_cells_the_first_is_the_indicator():
    sheet = carried(*range(len(OWN.indicators)), 3)
    assert stored_framework(sheet).by_id.keys() == OWN.by_id.keys()
    assert is_edited(sheet, OWN)


def without(name: str):
    """The sheet after the row of an indicator was deleted with its hidden cells."""
    whole = carried(*range(len(OWN.indicators)))
    return replace(whole, rows=tuple(row for row in whole.rows if row.texts["name"] != name))


def test_a_row_that_was_deleted_with_its_hidden_cells_is_an_indicator_less():
    gone = OWN.indicators[4]
    sheet = without(gone.name)
    before = stored_framework(sheet)
    assert before == replace(OWN, indicators=before.indicators)
    assert before.by_id[gone.id] == replace(gone, examples=())
    left = str(OWN.total - gone.max_score)
    found = edited_framework(replace(sheet, total=left), before, PACK)
    assert f"去掉了“{gone.name}”" in found.findings[0].message
    assert gone.id not in found.framework.by_id


def test_of_a_deleted_row_the_weight_that_is_missing_is_told():
    gone = OWN.indicators[4]
    sheet = without(gone.name)
    (told,) = edited_framework(sheet, stored_framework(sheet), PACK).findings
    assert f"相差{plain(gone.max_score)}分" in told.message
    assert f"去掉了“{gone.name}”（{plain(gone.max_score)}分）" in told.message


def test_of_an_older_workbook_a_deleted_row_cannot_be_known():
    older = json.loads(stored_head(OWN))
    del older["copy"]
    with pytest.raises(ValueError, match="rows are gone"):
        stored_framework(replace(without(OWN.indicators[4].name), head=json.dumps(older)))


def test_a_table_too_large_for_one_cell_is_carried_beside_its_rows_alone():
    many = tuple(
        replace(
            each, id=f"{each.id}{n}", standard=each.standard + sha512(f"{n}{each.id}".encode()).hexdigest()
        )
        for each in OWN.indicators
        for n in range(60)
    )
    head = stored_head(replace(OWN, indicators=many))
    assert len(head) < 32_767
    assert json.loads(head)["copy"] == ""
    assert len(json.loads(stored_head(OWN))["copy"]) > 100


def test_a_workbook_of_an_older_version_knows_no_order_and_is_of_the_same_table():
    older = json.loads(stored_head(OWN))
    del older["order"]
    assert is_head_of(json.dumps(older), OWN)
    assert not is_head_of(json.dumps(older | {"total": "90"}), OWN)
    rows = carried(*range(len(OWN.indicators)))
    assert stored_framework(replace(rows, head=json.dumps(older))).by_id.keys() == OWN.by_id.keys()
