"""What a terminal obeys is shown, not sent: names of files and texts in cells are other people's."""

import json
from pathlib import Path

import pytest
from commands import called

from jixiao.faces.commands.common import print_lines
from jixiao.faces.words.command_line import seen


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("某局\u202excod.xlsx", "某局\\u202excod.xlsx"),
        ("\x1b[2J清屏\x07", "\\u001b[2J清屏\\u0007"),
        ("一\r二\u2066三\u200f", "一\\u000d二\\u2066三\\u200f"),
        ("\U000e0041", "\\udb40\\udc41"),
        ("\udcff", "\\udcff"),
    ],
)
def test_signs_that_a_terminal_obeys_are_made_visible(text: str, shown: str) -> None:
    assert seen(text) == shown
    assert json.loads(f'"{shown}"') == text  # in a JSON document it stays the same text


@pytest.mark.parametrize("text", ["两行\n\t缩进", "全角　空格", "不断\xa0行", "㐀𠀀é“”"])
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert seen(text) == text


def test_a_name_that_turns_round_turns_nothing_on_the_console(tmp_path: Path) -> None:
    done = called("new", tmp_path / "某局\u202e2024\x1b[31m.xlsm")
    assert "某局\\u202e2024\\u001b[31m.xlsm" in done.stdout
    assert "\u202e" not in done.stdout + done.stderr
    assert "\x1b" not in done.stdout + done.stderr


def test_a_name_with_marks_of_its_own_is_quoted_once(capsys: pytest.CaptureFixture[str]):
    print_lines(["去掉 1 个指标：““三公经费”控制率”（4分）。", "“收支总表”、“项目明细”"])
    assert capsys.readouterr().out == "去掉 1 个指标：“‘三公经费’控制率”（4分）。\n“收支总表”、“项目明细”\n"
