"""A command line that is typed wrongly: one Chinese sentence that says how it is typed, and exit code 2."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import called as jixiao

from jixiao.building.samples import samples
from jixiao.faces.words.command_line import file_trouble

EMPTY_ZIP = b"PK\x05\x06" + bytes(18)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "用法"),
        (("没有的命令",), "没有“没有的命令”这个命令"),
        (("run",), "缺少参数"),
        (("check", "--坏选项", "x"), "没有选项"),
        (("new", "x.txt"), ".xlsm"),
        (("check", "x.xlsm", "--pack", "别的"), "department-overall〔"),
        (("check", "x.xlsm", "——json"), "请改成 --json"),
        (("check", "x.xlsm", "－－jsn"), "请改成 --json"),
        (("check", "x.xlsm", "-json"), "请改成 --json"),
        (("check", "x.xlsm", "--JSON"), "是不是 --json"),
        (("check", "x.xlsm", "--json=yes"), "--json 后面不写内容"),
        (("run", "x.xlsm", "--out"), "--out 后面缺少文件夹"),
        (("run", "x.xlsm", "--out", "--json"), "--out 后面缺少文件夹"),
        (("run", "x.xlsm", "--out="), "是空的"),
        (("run", "x.xlsm", "--out", "a", "--out", "b"), "--out 写了不止一次"),
        (("run", "-甲.xlsm"), "请写成 ./-甲.xlsm"),
        (("run", "-h"), "是不是 --help"),
        (("verify", "x.docx"), "例如：jixiao verify"),
        (("verify", "x.xlsm", "y.docx"), "两个文件写反了：请先写报告“y.docx”"),
        (("new", "x.xlsm", "--framework", "评分表.docx"), "找不到评分表或指标体系文件“评分表.docx”"),
        (("new", "x.xlsm", "--framework", "评分表"), "是评分表的，请连同扩展名写文件名"),
        (
            ("rollup", "x", "y.xlsm", "--row", "208"),
            "应写成 表=编码 或 部门:表=编码，现在是“208”。例如 --row 功能分类=2080199",
        ),
        (("rollup", "x", "y.xlsm", "--year", "24"), "2000 到 2100 的整数，现在是“24”"),
        (("batch", "x", "--deadline=明天"), "应是日期，例如 2025-03-31，现在是“明天”"),
        (("batch", "x", "--deadline", "2025年3月31日"), "“x”不存在"),
        (("审核",), "可用的命令：new、"),
    ],
)
def test_a_wrong_command_line_gets_a_chinese_sentence_and_2(
    arguments: tuple[str, ...], said: str, tmp_path: Path
):
    done = jixiao(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
    assert not any(word in done.stderr for word in ("Usage", "Error", "Try"))


@pytest.mark.parametrize("year", ["24", "99999", "二零二四"])
def test_a_year_has_four_digits(tmp_path: Path, year: str):
    done = jixiao("new", tmp_path / "新.xlsm", "--year", year)
    assert done.returncode == 2
    assert "例如 2024" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_command_that_is_nearly_right_is_guessed():
    assert "没有“runn”这个命令，是不是“run”？" in jixiao("runn").stderr


def test_a_file_whose_name_begins_with_a_dash_is_a_file(tmp_path: Path):
    (tmp_path / "—json").write_bytes(b"")
    assert "“—json”是空文件" in jixiao("check", "—json", cwd=tmp_path).stderr


def test_nobody_hears_of_a_temporary_file():
    said = file_trouble(FileNotFoundError(2, "No such file", "甲/.jixiao-a1.tmp"))
    assert "“甲”：找不到" in said


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("~$甲.xlsm", b"\x05user", "打开文件时在旁边留下的记号"),
        ("甲.pdf", b"%PDF-1.7", "“甲.pdf”是 PDF，不是 Excel 工作簿"),
        ("甲.xlsm", b"\x89PNG\r\n", "是图片"),
        ("甲.doc", b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "是旧版 .doc 文档"),
        ("甲.zip", EMPTY_ZIP, "是压缩包，不是 Excel 工作簿。请先解压"),
    ],
)
def test_a_file_of_another_kind_is_called_what_it_is(tmp_path: Path, name: str, content: bytes, said: str):
    (tmp_path / name).write_bytes(content)
    done = jixiao("check", tmp_path / name)
    assert (done.returncode, said in done.stderr) == (2, True)


def test_the_year_in_the_name_of_a_new_workbook_holds_for_what_is_taken_over(tmp_path: Path):
    [last] = [each.workbook for each in samples() if each.values.stem == "leiyang-2022"]
    done = jixiao("new", tmp_path / "新2024.xlsm", "--from", last)
    assert "应是2023年的" in done.stderr
    assert "2024 取自文件名" in done.stderr
    assert list(tmp_path.iterdir()) == []
