"""The tables of a budget platform: its columns, its unit, plain digits, and what it would refuse."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook
from refusals import refused

from jixiao.building.samples import sample_workbook, samples
from jixiao.faces.words.uploads import as_text
from jixiao.made_marks import AUTHOR, MADE
from jixiao.model.errors import UnusableInput
from jixiao.pack.loading import load_pack, pack_names
from jixiao.pack.pack import Pack
from jixiao.pack.upload import UPLOAD, load_upload
from jixiao.uploading import Uploaded, upload_tables


@pytest.fixture(scope="module")
def done(tmp_path_factory) -> Uploaded:
    folder = tmp_path_factory.mktemp("upload")
    (sample,) = (each for each in samples() if each.pack == "project-self-evaluation")
    return upload_tables(sample_workbook(sample, folder), folder / "系统.xlsx")


def rows(done: Uploaded, sheet: str) -> list[dict[str, object]]:
    heads, *found = load_workbook(done.path)[sheet].iter_rows()
    return [{str(head.value): cell.value for head, cell in zip(heads, row, strict=True)} for row in found]


def test_amounts_are_in_ten_thousands_with_four_decimals(done):
    sheet = load_workbook(done.path)["项目支出绩效自评表"]
    heads = [cell.value for cell in sheet[1]]
    budget = sheet.cell(2, heads.index("全年预算数") + 1)
    assert (budget.value, budget.number_format) == (136.5, "0.0000")


def test_rates_are_in_per_cent_and_scores_as_they_are_printed(done):
    (row,) = rows(done, "项目支出绩效自评表")
    wanted = (row["预算执行率（%）"], row["预算执行得分"], row["自评得分"], row["自评结论"])
    assert wanted == (96, 9.6, 95.98, "优")


def test_platforms_get_plain_digits_and_the_sign_as_unit(done):
    found = {row["三级指标"]: row for row in rows(done, "绩效指标")}
    people, passed, words = (found[name] for name in ("培训人次", "考核合格率", "培训长效机制"))
    assert (people["年度指标值"], people["计量单位"], people["实际完成值"]) == (1500, "人次", 1620)
    assert (passed["年度指标值"], passed["计量单位"], passed["实际完成值"]) == (95, "%", 96.2)
    assert (words["年度指标值"], words["计量单位"], words["实际完成值"]) == ("基本建立", None, "部分达成")


def test_the_table_says_who_has_made_it_and_not_when(done):
    properties = load_workbook(done.path).properties
    assert (properties.creator, properties.created) == (AUTHOR, MADE)


def test_what_was_made_is_said(done):
    (line,) = as_text(done)
    assert line.endswith("（项目支出绩效自评表 1 行、绩效指标 9 行）")


def test_what_would_be_refused_is_said_first(tmp_path: Path):
    (sample,) = (each for each in samples() if each.values.stem == "leiyang-2022")
    made = upload_tables(sample_workbook(sample, tmp_path), tmp_path / "系统.xlsx")
    _, empty, found = as_text(made)
    assert empty.startswith("“部门整体指标”、“项目支出绩效自评表”、“项目指标”没有可以上报的行")
    assert "工作簿还有错误 1 个、警告 1 个，系统可能退回" in found
    made = replace(made, inspection=SimpleNamespace(counts={"error": 0, "warning": 1}))
    assert "工作簿还有警告 1 个，系统" in list(as_text(made))[-1]


def test_a_file_that_is_there_is_not_overwritten(done):
    (sample,) = (each for each in samples() if each.pack == "project-self-evaluation")
    with pytest.raises(UnusableInput, match="已经存在，没有覆盖它"):
        upload_tables(sample_workbook(sample, done.path.parent), done.path)


def test_a_form_that_no_platform_takes_is_refused(tmp_path: Path):
    (sample,) = (each for each in samples() if each.pack == "department-final-accounts")
    with pytest.raises(
        UnusableInput, match=r"没有系统填报的表。有的是：“[^、]*”、“项目支出绩效自评标准工作簿”"
    ):
        upload_tables(sample_workbook(sample, tmp_path), tmp_path / "系统.xlsx")


@pytest.mark.parametrize("name", pack_names())
def test_the_columns_of_every_pack_are_known(name):
    load_upload(load_pack(name))


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('term = "单位.年度"', 'term = "单位.年"', "it names the unknown term “单位.年”"),
        ('term = "单位.年度"', 'score = "X1", term = "单位.年度"', "has either “term” or “score”"),
        ('unit_of = "自定指标.年度指标值"', 'unit_of = "自定指标.指标值"', "unknown term “自定指标.指标值”"),
    ],
)
def test_a_column_that_cannot_be_is_named(tmp_path: Path, old: str, new: str, reason: str):
    pack = load_pack("project-self-evaluation")
    folder = Path(shutil.copytree(pack.folder, tmp_path / pack.form.id))
    text = (folder / UPLOAD).read_text(encoding="utf-8")
    (folder / UPLOAD).write_text(text.replace(old, new, 1), encoding="utf-8")
    spoiled = Pack(**{field: getattr(pack, field) for field in pack.__struct_fields__} | {"folder": folder})
    with refused(reason):
        load_upload(spoiled)
