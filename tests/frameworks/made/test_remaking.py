"""A sheet 指标体系 that was changed: a workbook made anew beside the old one, with everything typed."""

import json
import shutil

import pytest
from click.testing import CliRunner
from msgspec.structs import replace
from workbook.books import Raw, silent, structure_of, typed, with_text

from jixiao.building.samples import samples
from jixiao.building.workbook import built, for_ending
from jixiao.carryover.moving import begun
from jixiao.faces.cli import cli
from jixiao.faces.words.takeover import remade_as_text, remade_in_a_sentence
from jixiao.frameworks.made.remaking import remade
from jixiao.model.errors import UnusableInput
from jixiao.pack.carried_framework import of_stored, stored_indicator
from jixiao.pack.filling import read_filling
from jixiao.pack.loading import load_pack
from jixiao.pipeline import inspect

PACK = load_pack()


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """The balanced sample; B3 支付进度率 is the fifth row of the sheet, B4 结转结余率 the sixth."""
    (sample,) = (each for each in samples() if each.values.stem == "leiyang-2022-balanced")
    book = tmp_path_factory.mktemp("plain") / "我单位2022.xlsx"
    book.write_bytes(
        built(for_ending(silent(PACK), book), PACK.form.framework, read_filling(sample.values, PACK))
    )
    return book


@pytest.fixture(scope="module")
def changed(plain, tmp_path_factory):
    """A name, a row that is scored by hand from now on, and a target that no score needs."""
    over = {"三级指标#5": "资金支付进度率", "评分方法#6": "由人评分", "参数#6": "", "指标值#6": ""}
    path = tmp_path_factory.mktemp("changed") / plain.name
    cells = {f"指标体系.{cell}": text for cell, text in over.items()} | {"指标自评.目标值#16": 0.95}
    path.write_bytes(typed(plain.read_bytes(), cells))
    return path


@pytest.fixture(scope="module")
def anew(changed):
    inspection = inspect(changed, PACK)
    return inspection, remade(inspection, changed)


def test_nothing_is_made_of_a_sheet_as_it_was(plain):
    inspection = inspect(plain, PACK)
    assert remade(inspection, plain) is None
    assert not [each for each in inspection.findings if each.id.startswith("FRAME")]


def test_the_old_workbook_says_so_and_goes_on_with_its_own_table(anew):
    inspection, _ = anew
    (told,) = (each for each in inspection.findings if each.id.startswith("FRAME"))
    assert (
        "改了“支付进度率”（三级指标由支付进度率改为资金支付进度率）、改了“结转结余率”（评分方法由"
        in told.message
    )
    assert "支付进度率" in [score.name for score in inspection.scorecard.scores]


def test_the_new_one_lies_beside_it_and_is_laid_out_anew(anew, changed):
    old, made = anew
    assert made.path == changed.with_name("我单位2022（新指标体系）.xlsx")
    new = inspect(made.path, PACK)
    names = [score.name for score in new.scorecard.scores]
    assert "资金支付进度率" in names
    assert new.scorecard.framework.endswith("（本单位修改）")
    assert new.wanted is None
    assert len(new.record.groups["指标自评"]) == len(old.record.groups["指标自评"])


def test_what_was_typed_goes_along_under_the_new_name_too(anew):
    old, made = anew
    before = {row.key: row for row in old.record.groups["指标自评"]}
    after = {row.key: row for row in inspect(made.path, PACK).record.groups["指标自评"]}
    assert after["B3"].fields["指标自评.实际值"].value == before["B3"].fields["指标自评.实际值"].value
    assert str(after["D3"].fields["指标自评.目标值"].value) == "0.95"
    assert made.moved.left == ()


def test_the_same_workbook_is_not_made_twice_and_no_other_is_overwritten(anew, changed, tmp_path):
    inspection, made = anew
    assert remade(inspection, changed).moved is None
    other = shutil.copy(changed, tmp_path / changed.name)
    (tmp_path / made.path.name).write_bytes(b"mine")
    again = remade(inspection, other)
    assert again.path.name == "我单位2022（新指标体系2）.xlsx"
    assert (tmp_path / made.path.name).read_bytes() == b"mine"


def test_it_is_said_in_lines_and_in_a_sentence(anew, changed):
    _, made = anew
    assert list(remade_as_text(made, changed))[-1].endswith(
        "“我单位2022.xlsx”原样保留。请在新建的这一本里接着填。"
    )
    assert f"带入 {made.moved.moved} 个单元格；本工作簿原样保留" in remade_in_a_sentence(made)


def test_a_run_makes_it(changed, tmp_path):
    book = shutil.copy(changed, tmp_path / changed.name)
    done = CliRunner().invoke(cli, ["run", str(book), "--json"], standalone_mode=False)
    assert json.loads(done.stdout)["anew"] == str(tmp_path / "我单位2022（新指标体系）.xlsx")
    assert (tmp_path / "我单位2022（新指标体系）.xlsx").is_file()


def test_nothing_is_taken_into_a_workbook_that_waits_to_be_made_anew(changed, plain):
    with pytest.raises(UnusableInput, match=r"表改过了.*请先办理一次"):
        begun(changed, changed)
    assert begun(plain, plain).left == 0


def test_cells_that_show_an_error_are_told_and_no_workbook_is_made(plain, tmp_path):
    broken = Raw('t="e"', "<v>#N/A</v>")
    over = {"指标体系.评分标准#3": broken, "指标体系.三级指标#4": broken}
    book = tmp_path / plain.name
    book.write_bytes(typed(plain.read_bytes(), over))
    inspection = inspect(book, PACK)
    told = [each for each in inspection.findings if each.id.startswith("FRAME")]
    assert [str(each.place) for each in told] == ["指标体系!E9", "指标体系!C10"]
    assert remade(inspection, book) is None


def test_a_sheet_that_lost_a_column_is_told(plain, tmp_path):
    book = tmp_path / plain.name
    book.write_bytes(with_text(plain.read_bytes(), "xl/workbook.xml", "$D$7:$D$51", "$D$8:$D$51"))
    (told,) = (each for each in inspect(book, PACK).findings if each.id.startswith("FRAME"))
    assert "被拆动过" in told.message


def test_what_is_typed_below_the_last_row_is_told(plain, tmp_path):
    column = structure_of(plain.read_bytes()).area("指标体系.分值")
    below = column.last - column.first + 3
    path = tmp_path / plain.name
    path.write_bytes(typed(plain.read_bytes(), {f"指标体系.分值#{below}": "5"}))
    (told,) = (each for each in inspect(path, PACK).findings if each.id.startswith("FRAME"))
    assert f"最后一行以下填了字（{column.column}{column.last + 2}等处），没有读" in told.message


def test_a_sheet_that_is_gone_is_told(plain, tmp_path):
    path = tmp_path / plain.name
    path.write_bytes(with_text(plain.read_bytes(), "xl/workbook.xml", 'name="指标体系"', 'name="别的"'))
    told = [each for each in inspect(path, PACK).findings if each.id.startswith("FRAME")]
    assert [each.message for each in told] == [
        "“指标体系”表不见了（删除了，或连同单元格的名称一起改过），仍按原来的评分。"
    ]


def test_an_error_in_a_cell_that_was_blank_is_told(plain, tmp_path):
    path = tmp_path / plain.name
    path.write_bytes(typed(plain.read_bytes(), {"指标体系.指标值#5": Raw('t="e"', "<v>#REF!</v>")}))
    (told,) = (each for each in inspect(path, PACK).findings if each.id.startswith("FRAME"))
    assert str(told.place) == "指标体系!H11"


def test_an_indicator_of_an_older_workbook_is_the_same_without_what_is_new():
    indicator = replace(PACK.framework(PACK.form.framework).indicators[0], examples=())
    stored = json.loads(stored_indicator(indicator))
    older = {key: value for key, value in stored.items() if key not in ("printed", "not_applicable")}
    assert of_stored(json.dumps(older)) == indicator
