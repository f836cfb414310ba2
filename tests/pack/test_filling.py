from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from jixiao.model.errors import UnusableInput
from jixiao.pack.filling import read_filling
from jixiao.pack.loading import load_pack

PACK = load_pack()


def written(folder: Path, text: str, name: str = "数据.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_entries_rows_and_notes_are_read(tmp_path: Path):
    text = """
"收入.合计" = "346.08"
[["功能分类"]]
"功能分类.编码" = "208"
[notes]
"功能分类/208/功能分类.编码" = "推算"
"""
    filling = read_filling(written(tmp_path, text), PACK)
    assert filling.entries["收入.合计"] == Decimal("346.08")
    assert filling.groups["功能分类"][0].notes == {"功能分类.编码": "推算"}


def test_a_file_may_be_based_on_another(tmp_path: Path):
    written(tmp_path, '"收入.合计" = "1"\n"支出.合计" = "2"\n[notes]\n"支出.合计" = "虚构"\n', "基.toml")
    filling = read_filling(written(tmp_path, 'based_on = "基.toml"\n"收入.合计" = "3"\n'), PACK)
    assert filling.entries == {"收入.合计": Decimal(3), "支出.合计": Decimal(2)}
    assert filling.notes == {"支出.合计": "虚构"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"收入.合记" = "1"', "是不是“收入.合计”"),
        ('"收入.合计" = "很多"', "应填数字"),
        ('"供养人员.控制率" = "1"', "不是表样里的名称"),
        ('[["功能"]]\n', "不是表样里的名称"),
        ("收入 = ", "第1行"),
        ("a = " + "9" * 5000, "位数太多"),
        ('based_on = "数据.toml"', "不能绕回自己"),
        ("based_on = 1", "based_on 应是旁边"),
        ("a." * 60 + "a = 1", "超过 50 段"),
        ("a = " + "[" * 9000, "括号套得太深"),
        ('"收入.合计" = inf', "不是数"),
        ('"功能分类" = [1]', "每一行应写成"),
        ("notes = 1", "notes 应写成"),
        ('based_on = "../数据.toml"', "based_on 应是旁边"),
        ('"单位.名称" = "' + "长" * 32_768 + '"', "一个单元格放不下"),
        ('[["功能分类"]]\n' * 2_001, "工作簿放不下"),
        ('"收入.合计" = "1e999999"', "太大"),
        ('"收入.合计" = "1e-999999"', "太细"),
        ('"收入.合计" = 2024-01-01', "应填数字"),
        ('"收入.合计" = { a = 1 }', "应填一个值"),
    ],
)
def test_what_the_form_does_not_know_is_refused(tmp_path: Path, text: str, said: str):
    with pytest.raises(UnusableInput, match=said):
        read_filling(written(tmp_path, text), PACK)


def test_a_missing_values_file_is_named(tmp_path: Path):
    with pytest.raises(UnusableInput, match=r"数据文件“没有\.toml”"):
        read_filling(tmp_path / "没有.toml", PACK)
