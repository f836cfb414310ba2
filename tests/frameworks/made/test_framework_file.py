"""A table that was read becomes a framework's file: strict, proven by its examples, nothing unsure in it."""

from decimal import Decimal
from pathlib import Path

import pytest
from frameworks.invented import make_xlsx
from frameworks.projection import TABLES
from msgspec.structs import replace
from scoring.framework_sheets import SECTION

from jixiao.frameworks.made.framework_file import framework_text, save_framework
from jixiao.frameworks.read_framework import read_framework
from jixiao.methods import Manual
from jixiao.model.errors import UnusableInput
from jixiao.pack.framework_rows import row_of
from jixiao.pack.frameworks import load_framework, parsed_framework
from jixiao.pack.loading import load_pack
from jixiao.scoring.proof import prove_framework

LAYOUTS = sorted(TABLES.glob("*.txt"))


def saved(layout: Path, folder: Path):
    pack = load_pack()
    read = read_framework(make_xlsx(layout.read_text(encoding="utf-8"), folder / "评分表.xlsx"), pack)
    out = folder / "我市.toml"
    left = save_framework(read, out, pack)
    return read, left, load_framework(out, pack.vocabulary), out


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_every_table_becomes_a_framework_that_is_accepted_and_proven(layout, tmp_path):
    _, _, framework, out = saved(layout, tmp_path)
    pack = load_pack()
    prove_framework(framework, pack.vocabulary, pack.form.assessment, out)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_what_is_not_sure_is_scored_by_hand(layout, tmp_path):
    read, left, framework, _ = saved(layout, tmp_path)
    by_name = {indicator.name: indicator for indicator in framework.indicators}
    unsure = [each.row.name for each in read.rows if not each.sure and each.row.name in by_name]
    assert all(isinstance(by_name[name].method, Manual) for name in unsure)
    assert all(isinstance(by_name[name].method, Manual) for name in left)


def test_her_wording_and_weights_are_kept(tmp_path):
    _, _, framework, _ = saved(TABLES / "column-order.txt", tmp_path)
    first = framework.indicators[0]
    assert (first.level1, first.name, first.max_score) == ("投入", "在职人员控制率", Decimal(5))
    assert first.standard.startswith("控制率小于或等于100%的得5分")
    assert first.measure == "实有数.合计 / 编制数.合计"


def test_a_target_of_a_column_stands_behind_the_standard_that_speaks_of_it(tmp_path):
    _, _, framework, _ = saved(TABLES / "left-to-units.txt", tmp_path)
    rows = {each.name: each for each in framework.indicators}
    assert rows["受理人数"].guidance == "得分＝完成率×分值（目标值：≥1.2万人）"
    assert rows["受理人数"].standard == "得分＝完成率×分值"  # the target is printed in its column
    assert rows["满意度"].guidance.endswith("扣0.2分")  # which says 90% itself


def test_of_two_rows_the_unit_chooses_one(tmp_path):
    _, _, framework, _ = saved(TABLES / "either-or.txt", tmp_path)
    names = [indicator.name for indicator in framework.indicators]
    assert "结转结余率（二者择其一）／结转结余变动率（二者择其一）" in names
    assert framework.total == Decimal(100)


def test_grades_come_from_the_notes_under_the_table(tmp_path):
    _, _, framework, _ = saved(TABLES / "repeated-cells.txt", tmp_path)
    grades = [(grade.name, grade.lowest) for grade in framework.grades]
    assert grades == [
        ("优秀", Decimal(95)),
        ("良好", Decimal(85)),
        ("合格", Decimal(60)),
        ("不合格", Decimal(0)),
    ]


@pytest.mark.parametrize(
    ("note", "rule"),
    [
        ("注：不适用的指标不计分，其余指标得分按比例折算为百分制。", "rescale"),
        ("注：单位没有此项业务的，该指标按满分计。", "full"),
        ("注：得分保留两位小数。", ""),
    ],
)
def test_what_does_not_apply_is_ruled_by_the_notes(note, rule, tmp_path):
    layout = tmp_path / "表.txt"
    rows = "三级指标|分值|评分标准\n控制率|100|≤100%得满分，否则不得分"
    layout.write_text(f"{rows}\n{note}|<|<", encoding="utf-8")
    _, _, framework, _ = saved(layout, tmp_path)
    assert framework.not_applicable == rule


def test_a_computed_rate_in_proportion_keeps_its_measure_and_where_it_gives_nothing(tmp_path):
    layout = tmp_path / "表.txt"
    said = "预算执行率=支出决算数/全年预算数×100%，得分=执行率×100分，执行率低于60%的不得分"
    layout.write_text(f"三级指标|分值|评分标准\n预算执行率|100|{said}", encoding="utf-8")
    (row,) = saved(layout, tmp_path)[2].indicators
    assert row.measure == "支出.合计 / 整体预算.全年预算数"
    assert (row.method.tag(), str(row.method.zero_below)) == ("execution", "0.6")


def test_a_note_may_name_the_indicator(tmp_path):
    layout = tmp_path / "表.txt"
    rows = (
        "三级指标|分值|评分标准\n政府采购执行率|60|100%得满分，否则不得分\n控制率|40|≤100%得满分，否则不得分"
    )
    note = "注：1.没有政府采购业务的，“政府采购执行率”按满分计。2.没有出国的，出国费率不计分。"
    layout.write_text(f"{rows}\n{note}|<|<", encoding="utf-8")
    read, _, framework, _ = saved(layout, tmp_path)
    assert [each.not_applicable for each in framework.indicators] == ["full", ""]
    assert framework.not_applicable == ""
    assert any("没有出国的，出国费率不计分" in remark for remark in read.remarks)


def test_a_file_that_is_there_is_not_overwritten(tmp_path):
    (tmp_path / "我市.toml").write_text("x", encoding="utf-8")
    with pytest.raises(UnusableInput, match="已经存在"):
        saved(TABLES / "column-order.txt", tmp_path)


def test_a_part_of_a_step_of_which_the_standard_says_nothing_is_told_in_the_row(tmp_path):
    layout = (TABLES / "either-or.txt").read_text(encoding="utf-8")
    read = read_framework(make_xlsx(layout, tmp_path / "表.xlsx"), load_pack())
    silent = {each.row.name for each in read.rows if each.rule.silent}
    text, _ = framework_text(read, load_pack())
    framework = parsed_framework(text, tmp_path / "表.toml", load_pack().vocabulary)
    assumed = {each.name for each in framework.indicators if "不足一步" in each.assumed}
    assert silent == assumed
    assert silent
    row = next(each for each in framework.indicators if each.assumed and not each.offer)
    assert row_of(row, SECTION)["doubt"].startswith("评分标准没有写不足一步的怎样扣，按一步扣")
    assert row_of(row, SECTION)["sure"] == ""  # nobody has looked at it yet
    assert row_of(replace(row, assumed=""), SECTION)["sure"] == "已核对"


@pytest.mark.parametrize(
    ("form", "measure"),
    [
        ("project-self-evaluation", "全年执行.合计 / 全年预算.合计"),
        ("social-insurance-fund", ""),
        ("department-overall", ""),
    ],
)
def test_a_measure_is_in_the_terms_of_the_form_or_entered(form, measure, tmp_path):
    pack = load_pack(form)
    layout = (TABLES / "execution-in-notes.txt").read_text(encoding="utf-8")
    read = read_framework(make_xlsx(layout, tmp_path / "表.xlsx"), pack)
    assert any("项目自评.全年执行数" in each.measure.relation for each in read.rows)
    out = tmp_path / "项目.toml"
    save_framework(read, out, pack)
    rates = [each for each in load_framework(out, pack.vocabulary).indicators if "执行率" in each.name]
    assert [each.measure for each in rates] == [measure]
