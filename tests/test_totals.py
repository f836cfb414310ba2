"""Totals that the tool types into a workbook: which cells it touches, and how it marks them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from profiles import profile
from typing_effort import totals, without
from workbook.books import BALANCED, Raw, Typed, pack, silent_pack, typed, with_text
from workbook.books import silent_sample as sample
from workbook.results.test_result_sheets import explained

from jixiao.building.workbook import built
from jixiao.checks.total_findings import FILLED, OFFERED
from jixiao.faces.commands.fill import command
from jixiao.inspection import Inspection
from jixiao.model.errors import UnusableInput
from jixiao.model.written_explanation import BY_THE_TOOL
from jixiao.pipeline import inspect, run
from jixiao.totals import fill_totals

NOTE = f"{FILLED}@收支总表"


@cache
def book() -> bytes:
    """A consistent workbook without those totals that are offered."""
    filling = profile("tiny")
    gone = totals(filling)
    return built(silent_pack(), pack().form.framework, without(filling, gone.__contains__))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "我站.xlsx"
    file.write_bytes(book())
    return file


def notes(inspection: Inspection, id_: str) -> dict[str, str]:
    return {finding.key: finding.message for finding in inspection.findings if finding.id == id_}


def cells_of(inspection: Inspection) -> dict[str, str]:
    return {str(fact.place): fact.typed for fact in inspection.record.walk() if fact.typed}


def marked_cells(path: Path) -> list[str]:
    return [str(cell) for finding in inspect(path).findings if finding.key == NOTE for cell in finding.cells]


def test_a_check_offers_the_totals_and_a_note_says_which_and_how_much(path: Path):
    found = inspect(path)
    assert len(found.offered) == len(totals(profile("tiny")))
    assert "收支总表!B13 本表有" in notes(found, OFFERED)[f"{OFFERED}@收支总表"]
    assert path.read_bytes() == book()


def test_the_offered_totals_are_typed_and_nothing_else_is_changed(path: Path):
    before = cells_of(inspect(path))
    done = fill_totals(path)
    after = cells_of(inspect(path))
    assert after.keys() - before.keys() == {str(offer.fact.place) for offer in done.filled}
    assert {place: after[place] for place in before} == before
    assert not any(finding.id in ("INC-01", "EXP-01") for finding in done.inspection.findings)


def test_each_sheet_says_which_figures_are_the_tools_until_its_mark_is_deleted(path: Path):
    fill_totals(path)
    told = inspect(path)
    assert NOTE in notes(told, FILLED)
    assert told.explanations[NOTE].text == BY_THE_TOOL
    assert NOTE in notes(run(path).inspection, FILLED)  # still after a run
    path.write_bytes(explained(path.read_bytes(), NOTE, ""))
    assert NOTE not in notes(inspect(path), FILLED)


def test_a_total_that_somebody_types_over_is_no_longer_the_tools(path: Path):
    fill_totals(path)
    assert "收支总表!B13" in marked_cells(path)
    path.write_bytes(typed(path.read_bytes(), {"收入.合计": 77}))
    assert "收支总表!B13" not in marked_cells(path)
    assert "收支总表!C13" in marked_cells(path)


def test_a_second_time_there_is_nothing_left_to_type(path: Path):
    fill_totals(path)
    content = path.read_bytes()
    assert fill_totals(path).filled == ()
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "content", [Raw("", "<f>SUM(B5:B12)</f>"), Raw('t="str"', '<f>IF(B5="","","")</f><v></v>'), "待定", 9]
)
def test_what_anybody_typed_stays(path: Path, content: Typed):
    path.write_bytes(typed(book(), {"收入.合计": content}))
    done = fill_totals(path)
    assert "收入.合计" not in [offer.fact.term for offer in done.filled]


def test_without_a_place_for_the_mark_nothing_is_typed(path: Path):
    path.write_bytes(with_text(book(), "xl/workbook.xml", "校验结果.说明所据数字", "校验结果.不见了"))
    content = path.read_bytes()
    with pytest.raises(UnusableInput, match="没有地方标明，没有代填"):
        fill_totals(path)
    assert path.read_bytes() == content


def test_the_command_lists_what_it_typed_and_where_to_look(path: Path, capsys: pytest.CaptureFixture[str]):
    assert command.main([str(path)], standalone_mode=False) == 0
    said = capsys.readouterr().out
    assert "收支总表!B13 “本年收入合计（本年数）”" in said
    assert BY_THE_TOOL in said


def test_a_label_with_quotation_marks_is_quoted_as_in_print(path: Path, capsys: pytest.CaptureFixture[str]):
    path.write_bytes(typed(sample(BALANCED), {"本年决算.三公经费": Raw("", "")}))
    command.main([str(path)], standalone_mode=False)
    assert "“‘三公’经费（本年决算数）” 1.70万元" in capsys.readouterr().out
