"""More than any report holds is refused; spans are what a table can have."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jixiao.audit_results.audited_file import AuditOrder, audited_file
from jixiao.documents import bounds
from jixiao.documents.bounds import bounded, span
from jixiao.documents.cells import SourceCell
from jixiao.documents.document import Merge, SourceParagraph, SourcePlace, SourceTable
from jixiao.model.errors import UnusableInput

LINE = SourceParagraph("a", SourcePlace())


def test_as_many_blocks_as_allowed_are_given(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(bounds, "MOST_BLOCKS", 3)
    assert list(bounded([LINE] * 3, Path("a.docx"))) == [LINE] * 3
    with pytest.raises(UnusableInput, match=r"“a\.docx”里的文字或单元格太多"):
        list(bounded([LINE] * 4, Path("a.docx")))


def test_one_paragraph_or_cell_has_a_limit_of_its_own():
    longest = "a" * bounds.MOST_TOGETHER
    for text, refused in ((longest, False), (longest + "a", True)):
        for block in (
            SourceParagraph(text, SourcePlace()),
            SourceTable(SourcePlace(), {1: {1: SourceCell(text)}}),
        ):
            try:
                assert list(bounded([block], Path("a.txt"))) == [block]
                assert not refused
            except UnusableInput:
                assert refused


def test_a_file_is_refused_while_it_is_read():
    def endless() -> Iterator[SourceTable]:
        while True:
            yield SourceTable(SourcePlace(), {1: dict.fromkeys(range(10_000), SourceCell("1"))})

    with pytest.raises(UnusableInput, match="太多"):
        list(bounded(endless(), Path("a.xlsx")))


@pytest.mark.parametrize(
    ("written", "is_"),
    [(None, 1), ("", 1), ("3", 3), (" 3 ", 3), ("0", 1), ("-2", 1), ("²", 1), ("9" * 5000, 999_999)],
)
def test_a_span_is_a_number_of_bearable_size(written: str | None, is_: int):
    assert span(written) == is_


def test_as_much_text_as_allowed_is_given(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(bounds, "MOST_TEXT", 3)
    assert list(bounded([LINE] * 3, Path("a.docx"))) == [LINE] * 3
    with pytest.raises(UnusableInput, match="太多"):
        list(bounded([LINE, SourceTable(SourcePlace(), {1: {1: SourceCell("甲乙丙")}})], Path("a.docx")))


def test_more_than_a_report_holds_is_not_audited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "a.txt").write_text("支出100万元。\n\n收入100万元。\n", encoding="utf-8")
    assert not audited_file(AuditOrder(str(tmp_path / "a.txt"))).trouble
    for limit in ("MOST_OF_A_REPORT", "MOST_WRITTEN", "MOST_NUMBERS"):
        with monkeypatch.context() as lower:
            lower.setattr(bounds, limit, 1)
            assert (
                "“a.txt”里的段落、文字或数太多" in audited_file(AuditOrder(str(tmp_path / "a.txt"))).trouble
            )


@pytest.mark.parametrize("merge", [Merge(1, 1, 1_048_576, 2), Merge(1, 1, 1000, 2)])
def test_merged_cells_over_each_other_are_refused(merge: Merge):
    table = SourceTable(SourcePlace(), {}, (merge,) * 1001)
    with pytest.raises(UnusableInput, match="太多"):
        list(bounded([table], Path("a.xlsx")))
