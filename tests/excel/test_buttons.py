"""Each button by its macro, in a workbook open in LibreOffice; desktop Excel cannot be tested here."""

import sys
import time
from decimal import Decimal

import pytest
from excel.pressing import QUIET, Bench, Press, as_a_run_writes_it, book_in
from live_twins import short_sample
from workbook.books import silent_sample, structure_of, typed

from jixiao.building.workbook import built
from jixiao.faces.excel.launcher import posix_text
from jixiao.model.filling import Filling
from jixiao.pack.loading import load_pack
from jixiao.pipeline import run
from jixiao.workbook.file.cells import column_number

RESULTS = ("校验结果", "评分表")
WORDS = load_pack().buttons.words


def others(sheets: dict) -> dict:
    """The sheets that are not ours to fill: all but the results and the hidden one of the macros."""
    return {
        name: cells for name, cells in sheets.items() if name not in (*RESULTS, load_pack().buttons.sheet)
    }


def results(sheets: dict) -> dict:
    return {name: sheets[name] for name in RESULTS}


def without_numbers(sentence: str) -> str:
    """The part of a sentence before the first thing that the macro puts in."""
    return sentence.partition("{")[0]


def test_the_report_button_fills_the_open_workbook_as_a_run_would_and_makes_the_report(reported, bench):
    book, seen = reported
    assert book.read_bytes() == short_sample()  # the macro saves nothing
    assert (book.parent / seen["report"]).stat().st_size > 10_000
    assert others(seen["after"]) == others(seen["before"])
    assert results(seen["after"]) == results(as_a_run_writes_it(bench, book))


def test_it_goes_to_the_first_finding_and_says_how_it_went(reported):
    _, seen = reported
    assert seen["at"] == ["社会保险基金", "B33"]
    assert "错误 1 个" in seen["said"]
    assert seen["report"] in seen["said"]
    assert "没有计入" in seen["said"]  # LibreOffice saves no copy that can be read


def test_protection_and_calculation_are_as_before_and_the_answer_is_closed(reported):
    _, seen = reported
    assert all(seen["protected"].values())
    assert seen["calculates"]
    assert seen["open"] == 1


def test_pressing_twice_gives_the_same_results(reported, installed, book):
    _, first = reported
    run(book)
    again = installed.press(book, "MakeReport")
    assert results(again["after"]) == results(first["after"])


def test_the_check_button_fills_the_results_and_makes_no_report(installed, book):
    seen = installed.press(book, "CheckBook")
    assert results(seen["after"]) != results(seen["before"])
    assert seen["report"] == ""
    assert not list(book.parent.glob("*.docx"))


@pytest.mark.exhaustive
def test_explanations_can_be_typed_beside_everything_that_the_button_has_written(installed, book):
    seen = installed.press(book, "CheckBook", looked_at=RESULTS[0])
    names = structure_of(book.read_bytes()).names
    keys, typed_in = (names[f"{RESULTS[0]}.{label}"] for label in ("检查编号", "审核说明"))
    places = [place.split(",") for place in seen["after"][RESULTS[0]]]
    of_keys = str(column_number(keys.column))
    rows = [row for row, column in places if column == of_keys and int(row) >= keys.first]
    assert len(rows) > 50
    assert {f"{row},{column_number(typed_in.column)}" for row in rows} <= set(seen["typable"])


@pytest.mark.exhaustive
def test_own_rules_beside_the_workbook_count(installed, book):
    (book.parent / "校验规则.toml").write_text("没有等号", encoding="utf-8")
    seen = installed.press(book, "CheckBook", looked_at=RESULTS[0])
    assert any("校验规则.toml" in str(content) for content in seen["after"][RESULTS[0]].values())


IDLE = {
    "help": Press("ShowHelp"),
    "missing": Press("MakeReport", script=""),
    "silent": Press("CheckBook", script="#!/bin/sh\nexec sleep 20\n", words=QUIET | {"limit": "2"}),
    "late": Press(
        "CheckBook", script='#!/bin/sh\ntouch "$4/log.txt"\nexec sleep 20\n', words=QUIET | {"limit": "2"}
    ),
    "no_report": Press("OpenReport", typed=[(load_pack().buttons.sheet, "B2", "../工作簿.docx")]),
}


@pytest.fixture(scope="module")
def idle(bench: Bench, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict]:
    """What is seen of presses that change nothing, one after the other."""
    book = book_in(tmp_path_factory.mktemp("idle"), silent_sample())
    return dict(zip(IDLE, bench.presses(book, [*IDLE.values()]), strict=True))


@pytest.mark.parametrize("name", ["help", "missing", "no_report"])
def test_without_work_to_do_it_says_so(idle, name):
    assert idle[name]["said"] == WORDS[name]
    assert results(idle[name]["after"]) == results(idle[name]["before"])


def test_a_broken_workbook_gets_the_reason_and_keeps_what_is_open(installed, book):
    seen = installed.press(book, "MakeReport", damaged=True)
    assert seen["said"].startswith("没有办成")
    assert book.name in seen["said"]
    assert others(seen["after"]) == others(seen["before"])
    assert results(seen["after"]) == results(seen["before"])


@pytest.mark.parametrize("word", ["silent", "late"])
def test_a_program_that_takes_too_long_is_not_waited_for(bench: Bench, idle, word):
    seen = idle[word]
    assert seen["said"].startswith(without_numbers(WORDS[word]) + "2")
    assert str(bench.jobs) in seen["said"]
    assert results(seen["after"]) == results(seen["before"])


def test_an_explanation_that_the_program_has_not_read_is_never_lost(installed, book):
    seen = installed.press(book, "CheckBook", typed=[("校验结果", "H8", "属实，见附件")])
    assert seen["said"] == WORDS["typed"]
    assert results(seen["after"]) == results(seen["before"])


@pytest.mark.exhaustive
def test_an_explanation_that_was_saved_stays_beside_its_finding(installed, book):
    run(book)
    book.write_bytes(typed(book.read_bytes(), {"校验结果.审核说明#2": "=追加预算"}))
    seen = installed.press(book, "CheckBook")
    assert "已说明 1 个" in seen["said"]
    assert results(seen["after"]) == results(as_a_run_writes_it(installed, book))


@pytest.mark.exhaustive
def test_an_explanation_whose_figures_have_changed_is_shown_for_renewal(installed, book):
    run(book)
    book.write_bytes(typed(book.read_bytes(), {"校验结果.审核说明#2": "追加预算"}))
    run(book)
    book.write_bytes(typed(book.read_bytes(), {"整体预算.年初预算数": 300, "预算调整.整体年初": 300}))
    seen = installed.press(book, "CheckBook")
    assert "已说明 0 个" in seen["said"]
    assert "数字已变，原说明：追加预算" in seen["after"]["校验结果"].values()


@pytest.mark.exhaustive
def test_a_date_typed_as_explanation_is_known_as_the_file_has_it(installed, book):
    run(book)
    for number, stored in (("2", 44682), ("3", Decimal("44682.416666666664"))):
        book.write_bytes(typed(book.read_bytes(), {f"校验结果.审核说明#{number}": stored}))
    shown = [("校验结果", "H9", "2022-05-01"), ("校验结果", "H10", "2022-05-01 10:00")]
    seen = installed.press(book, "CheckBook", typed=shown)
    assert "校验完成" in seen["said"]
    assert seen["after"]["校验结果"] == as_a_run_writes_it(installed, book)["校验结果"]


@pytest.mark.exhaustive
def test_control_characters_in_an_explanation_that_was_saved_do_not_count(installed, book):
    run(book)
    book.write_bytes(
        typed(book.read_bytes(), {"校验结果.审核说明#2": "按批复数_x0007_填，_x001F_差额已上报"})
    )
    seen = installed.press(book, "CheckBook")
    assert "已说明 1 个" in seen["said"]


def test_a_result_sheet_with_a_password_is_left_alone(installed, book):
    seen = installed.press(book, "CheckBook", locked="校验结果")
    assert "密码保护" in seen["said"]
    assert seen["protected"]["校验结果"]
    assert seen["after"]["校验结果"] == seen["before"]["校验结果"]


@pytest.mark.exhaustive
def test_a_form_without_a_report_is_checked_too(installed, tmp_path):
    pack = load_pack("department-final-accounts")
    book = tmp_path / "公开表.xlsm"
    book.write_bytes(built(pack, "", Filling()))
    seen = installed.press(book, "CheckBook")
    assert "校验完成" in seen["said"]
    assert seen["after"]["校验结果"] == as_a_run_writes_it(installed, book)["校验结果"]


def test_a_workbook_that_was_never_saved_is_refused(installed, book):
    assert installed.press(book, "CheckBook", as_template=True)["said"] == WORDS["unsaved"]


def test_the_report_is_opened_by_the_desktop(installed, book):
    opened = installed.home / "opened"
    desktop = installed.home.parent / "programs" / "xdg-open"
    desktop.write_text(f'#!/bin/sh\nprintf %s "$1" > "{opened}"\n', encoding="utf-8")
    desktop.chmod(0o755)
    opened.unlink(missing_ok=True)
    (book.parent / "报告.docx").write_bytes(b"")
    sheet = load_pack().buttons.sheet
    installed.press(book, "OpenReport", typed=[(sheet, "B2", "报告.docx")])
    until = time.monotonic() + 10
    while not opened.exists() and time.monotonic() < until:
        time.sleep(0.1)
    assert opened.read_text(encoding="utf-8") == str(book.parent / "报告.docx")


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", ["", "没有.docx", "运行.cmd"])
def test_nothing_but_a_report_beside_the_workbook_is_opened(bench: Bench, book, name):
    (book.parent / "运行.cmd").write_text("")
    seen = bench.press(book, "OpenReport", typed=[(load_pack().buttons.sheet, "B2", name)])
    assert seen["said"] == WORDS["no_report"]


@pytest.mark.exhaustive
def test_a_program_on_the_path_does_without_a_launcher(bench: Bench, book):
    bench.uninstall()
    program = bench.home.parent / "programs" / "jixiao"
    program.write_text(posix_text(sys.executable), encoding="utf-8")
    program.chmod(0o755)
    try:
        assert "校验完成" in bench.press(book, "CheckBook")["said"]
    finally:
        program.unlink()
