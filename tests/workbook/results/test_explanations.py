"""An explanation explains the figures it was written for: through several runs of a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from workbook.books import (
    BALANCED,
    after_run,
    inspected,
    package_of,
    shown,
    structure_of,
    typed,
    with_text,
)
from workbook.books import silent_sample as sample
from workbook.results.test_result_sheets import column, explained, explanations

from jixiao.model.finding import Finding
from jixiao.model.written_explanation import LAPSED

WHY = "年中追加绩效奖励，有追加预算文件"
KEPT = "说明所据数字"
STAFF = {"实有数.合计": 61, "实有数.全额": 61, "编制数.合计": 60, "编制数.全额": 60}


def finding_of(tmp_path: Path, book: bytes, key: str) -> Finding:
    return next(finding for finding in inspected(tmp_path, book).findings if finding.key == key)


def explained_run(tmp_path: Path, cells: Mapping[str, int | Decimal], key: str) -> bytes:
    """The balanced sample with cells changed, run, explained and run again."""
    book = explained(after_run(tmp_path, typed(sample(BALANCED), cells)), key, WHY)
    assert not finding_of(tmp_path, book, key).open
    return after_run(tmp_path, book)


def test_a_gap_of_25_that_becomes_1025_opens_the_warning_again(tmp_path):
    book = explained_run(tmp_path, {"上年结转结余.年末": 25}, "BAL-02")
    assert not finding_of(tmp_path, book, "BAL-02").open
    grown = after_run(tmp_path, typed(book, {"上年结转结余.年末": 1025}))
    assert finding_of(tmp_path, grown, "BAL-02").open
    assert explanations(grown)["BAL-02"] == f"{LAPSED}{WHY}"


def test_staff_that_grows_from_61_to_95_opens_it_again_until_the_mark_is_taken_away(tmp_path):
    book = explained_run(tmp_path, STAFF, "STAFF-03")
    more = {"实有数.合计": 95, "实有数.全额": 95}
    grown = after_run(tmp_path, typed(book, more))
    assert finding_of(tmp_path, grown, "STAFF-03").open
    assert finding_of(tmp_path, after_run(tmp_path, grown), "STAFF-03").open  # however often it is run
    renewed = after_run(tmp_path, explained(grown, "STAFF-03", WHY))
    assert not finding_of(tmp_path, renewed, "STAFF-03").open
    assert finding_of(tmp_path, typed(renewed, STAFF), "STAFF-03").open  # it now explains 95


def test_other_words_typed_together_with_other_figures_count_for_these(tmp_path):
    book = explained_run(tmp_path, STAFF, "STAFF-03")
    grown = typed(book, {"实有数.合计": 95, "实有数.全额": 95})
    assert finding_of(tmp_path, grown, "STAFF-03").open
    assert not finding_of(tmp_path, explained(grown, "STAFF-03", "划入两个中心"), "STAFF-03").open


def test_what_does_not_touch_its_figures_leaves_it_alone(tmp_path):
    book = explained_run(tmp_path, STAFF, "STAFF-03")
    assert not finding_of(tmp_path, typed(book, {"上年结转结余.年末": 25}), "STAFF-03").open


def test_it_is_remembered_with_its_figures_while_its_finding_is_gone(tmp_path):
    book = explained_run(tmp_path, STAFF, "STAFF-03")
    gone = after_run(tmp_path, typed(book, {"实有数.合计": 60, "实有数.全额": 60}))
    assert explanations(gone)["STAFF-03"] == WHY
    assert not finding_of(tmp_path, typed(gone, STAFF), "STAFF-03").open
    assert finding_of(tmp_path, typed(gone, {"实有数.合计": 95, "实有数.全额": 95}), "STAFF-03").open


def test_two_runs_say_the_same_as_one(tmp_path):
    book = explained_run(tmp_path, STAFF, "STAFF-03")
    assert shown(after_run(tmp_path, book), "校验结果") == shown(book, "校验结果")


def test_a_workbook_without_the_column_takes_every_explanation_as_new(tmp_path):
    book = explained_run(tmp_path, STAFF, "STAFF-03")
    old = with_text(book, "xl/workbook.xml", f'name="校验结果.{KEPT}"', 'name="别的"')
    grown = typed(old, {"实有数.合计": 95, "实有数.全额": 95})
    assert not finding_of(tmp_path, grown, "STAFF-03").open
    assert "RESULT-01" not in {finding.id for finding in inspected(tmp_path, grown).findings}
    after_run(tmp_path, grown)


def test_the_column_is_hidden_and_empty_beside_what_nobody_has_explained(tmp_path):
    book = explained_run(tmp_path, STAFF, "STAFF-03")
    kept = dict(zip(column(book, "检查编号"), column(book, KEPT), strict=True))
    assert kept["STAFF-03"].startswith("61；60#")
    assert [text for key, text in kept.items() if text and key != "STAFF-03"] == []
    assert 'hidden="1"' in sheet_of(book)


def sheet_of(book: bytes) -> str:
    return package_of(book).part(structure_of(book).parts["校验结果"]).decode()


def test_a_filler_leaves_the_warning_open_and_is_kept(tmp_path):
    book = explained(after_run(tmp_path, typed(sample(BALANCED), STAFF)), "STAFF-03", "无")
    after = after_run(tmp_path, book)
    assert finding_of(tmp_path, after, "STAFF-03").open
    assert explanations(after)["STAFF-03"] == "无"
    assert "审核说明写的是“无”" in "".join(column(after, "怎样改"))
