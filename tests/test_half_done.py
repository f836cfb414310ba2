"""What stops a run is said before anything is written; what could not be foreseen, with what was finished."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from unittest.mock import Mock

import pytest
from commands import called

from jixiao.building.samples import samples
from jixiao.model.errors import UnusableInput
from jixiao.pipeline import inspect, run
from jixiao.reporting import place_of_report
from jixiao.workbook.file.saving import save_results
from jixiao.workbook.file.source import open_package

[BALANCED] = [sample.workbook for sample in samples() if sample.values.stem == "leiyang-2022-balanced"]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return Path(shutil.copy(BALANCED, tmp_path / "book.xlsm"))


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("leads_to", ["没有/这里.docx", "circle"])
def test_a_link_that_leads_nowhere_is_said_before_anything_is_written(
    leads_to: str, book: Path, tmp_path: Path
):
    before, place = book.read_bytes(), place_of_report(inspect(book), tmp_path).path
    place.symlink_to(place.name if leads_to == "circle" else leads_to)
    with pytest.raises(UnusableInput, match="同名的链接"):
        run(book)
    assert book.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize(
    "words",
    [
        ("check", "环"),
        ("run", "环"),
        ("audit", "环"),
        ("batch", "环"),
        ("batch", ".", "--out", "环"),
        ("run", "book.xlsm", "--out", "环"),
        ("new", "环/x.xlsm"),
    ],
)
def test_links_in_a_circle_are_told(words: tuple[str, ...], book: Path):
    (book.parent / "环").symlink_to("环")
    before = book.read_bytes()
    done = called(*words, cwd=book.parent)
    assert done.returncode == 2
    assert "环" in done.stderr
    assert book.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_to_a_file_that_is_not_there_yet_is_followed(book: Path, tmp_path: Path):
    (tmp_path / "别处").mkdir()
    place = place_of_report(inspect(book), tmp_path).path
    place.symlink_to("别处/报告.docx")
    assert run(book).report == place
    assert place.is_symlink()
    assert (tmp_path / "别处" / "报告.docx").is_file()


@pytest.mark.parametrize(
    ("stopped_by", "said"),
    [(OSError(errno.ENOSPC, "no room"), "磁盘空间不够"), (KeyboardInterrupt(), "已中断")],
)
def test_what_was_finished_is_said_when_the_report_fails(
    stopped_by: BaseException, said: str, book: Path, monkeypatch: pytest.MonkeyPatch
):
    before = book.read_bytes()
    monkeypatch.setattr("jixiao.report.output.writing.write_atomically", Mock(side_effect=stopped_by))
    done = called("run", book)
    assert done.returncode == 2
    assert said in done.stderr
    assert f"评分表已写入“{book}”，报告没有写成" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert book.read_bytes() != before


def test_what_was_finished_is_said_when_what_goes_with_the_report_fails(
    book: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("jixiao.tracing.write_trace", Mock(side_effect=KeyboardInterrupt()))
    done = called("run", book, "--trace")
    assert "已中断" in done.stderr
    assert f"校验结果已写入“{book}”，报告已写成“" in done.stderr.splitlines()[-1]


def test_of_two_runs_at_once_with_the_same_results_the_second_leaves_nothing_beside(book: Path):
    first, second = open_package(book), open_package(book)
    save_results(first, b"new", book.parent)
    assert save_results(second, b"new", book.parent).remarks == ()
    assert book.read_bytes() == b"new"
    assert list(book.parent.iterdir()) == [book]
