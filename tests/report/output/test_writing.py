"""Reports are written whole, and never over work of somebody's hand."""

import io
import os
import zipfile
from hashlib import sha256
from pathlib import Path
from unittest.mock import Mock

import pytest
from report.filled import THE_2022_REPORT, report

from jixiao.model.errors import UnusableInput
from jixiao.report.output.writing import without_draft, write_report
from jixiao.report.word.properties import edited as is_edited
from jixiao.report.word.properties import stamp, untouched

pipes = pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
FIRST = report()
SECOND = report(THE_2022_REPORT | {"支出.合计": "350"})


def edited(content: bytes, old_text: bytes = b"4990.17", new_text: bytes = b"4986.95") -> bytes:
    """The report as saved after somebody changed a figure in Word."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), old.read(name).replace(old_text, new_text))
    return buffer.getvalue()


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_report_of_ours_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(FIRST)
    assert write_report(path, SECOND).path == path
    assert path.read_bytes() == SECOND
    assert names(tmp_path) == ["报告.docx"]


def test_the_folder_is_made(tmp_path: Path) -> None:
    path = write_report(tmp_path / "新" / "报告.docx", FIRST).path
    assert path.read_bytes() == FIRST


def test_a_report_edited_by_hand_is_kept_under_a_new_name(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    for _ in range(2):
        path.write_bytes(edited(FIRST))
        write_report(path, SECOND)
    assert names(tmp_path) == ["报告.docx", "报告（手工修改1）.docx", "报告（手工修改2）.docx"]
    assert (tmp_path / "报告（手工修改1）.docx").read_bytes() == edited(FIRST)
    assert path.read_bytes() == SECOND


@pytest.mark.parametrize("appended", [b"x", b"PK\x05\x06" + bytes(18)])
def test_what_somebody_has_appended_is_kept(tmp_path: Path, appended: bytes) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(FIRST + appended)
    (said,) = write_report(path, SECOND).remarks
    assert "没有覆盖" in said
    assert (tmp_path / "报告（手工修改1）.docx").read_bytes() == FIRST + appended


def test_what_is_larger_than_any_report_of_ours_is_kept_and_not_even_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(FIRST)
    monkeypatch.setattr("jixiao.files._LARGEST", len(FIRST) - 1)
    monkeypatch.setattr(Path, "read_bytes", Mock(side_effect=MemoryError))
    assert write_report(path, SECOND).remarks
    assert (tmp_path / "报告（手工修改1）.docx").stat().st_size == len(FIRST)


def test_what_unpacks_to_more_than_any_report_of_ours_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(FIRST)
    monkeypatch.setattr("jixiao.report.word.properties._LARGEST", 1000)
    assert write_report(path, SECOND).remarks
    assert not is_edited(FIRST)


@pytest.mark.parametrize("end", [b"</w:hdr>", b"</w:ftr>", b"</w:styles>"])
def test_a_report_edited_beside_its_text_is_kept(tmp_path: Path, end: bytes) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(edited(FIRST, end, b"<!--own-->" + end))
    assert is_edited(path.read_bytes())
    assert write_report(path, SECOND).remarks
    assert "报告（手工修改1）.docx" in names(tmp_path)


def test_a_report_with_a_stamp_of_its_text_and_charts_alone_is_ours_and_notices_edits() -> None:
    with zipfile.ZipFile(io.BytesIO(FIRST)) as archive:
        parts = {name: archive.read(name) for name in sorted(archive.namelist())}
    counted = ("word/document.xml", "word/charts/", "word/embeddings/")
    text = b"".join(content for name, content in parts.items() if name.startswith(counted))
    earlier = edited(FIRST, stamp(parts).encode(), sha256(text).hexdigest().encode())
    assert earlier != edited(FIRST, b"no such text")
    assert (untouched(earlier), is_edited(earlier)) == (True, False)
    assert (untouched(edited(earlier)), is_edited(edited(earlier))) == (False, True)


@pytest.mark.parametrize("content", [b"", b"some notes", edited(b"PK\x05\x06" + bytes(18))])
def test_a_file_that_is_no_report_of_ours_is_kept(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(content)
    write_report(path, FIRST)
    assert (tmp_path / "报告（手工修改1）.docx").read_bytes() == content


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    path = write_report(tmp_path / "报告.docx", FIRST).path
    os.utime(path, (1, 1))
    write_report(path, FIRST)
    assert path.stat().st_mtime == 1


@pytest.fixture
def _open_in_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows: a file that another program holds open can be neither replaced nor renamed."""
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).name == "报告.docx":
            raise PermissionError(13, "used by another process")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)


@pytest.mark.usefixtures("_open_in_word")
def test_a_report_open_in_word_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(FIRST)
    assert write_report(path, SECOND).path == tmp_path / "报告（新）.docx"
    assert names(tmp_path) == ["报告.docx", "报告（新）.docx"]
    assert path.read_bytes() == FIRST


@pytest.mark.usefixtures("_open_in_word")
def test_a_second_report_beside_replaces_the_first_unless_that_was_edited(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(FIRST)
    write_report(path, SECOND)
    beside = write_report(path, report(draft=True)).path
    beside.write_bytes(edited(beside.read_bytes()))
    assert write_report(path, SECOND).path == tmp_path / "报告（新2）.docx"


def test_that_an_edited_report_was_kept_is_told(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(edited(FIRST))
    [remark] = write_report(path, SECOND).remarks
    assert "“报告（手工修改1）.docx”" in remark


@pytest.mark.parametrize("mark", ["~$报告.docx", "~$稿.docx", ".~lock.报告.docx#"])
def test_a_report_that_is_open_is_left_alone(tmp_path: Path, mark: str) -> None:
    path = tmp_path / ("报告.docx" if "报告" in mark else "报告稿.docx")
    path.write_bytes(FIRST)
    (tmp_path / mark).touch()
    written = write_report(path, SECOND)
    assert (path.read_bytes(), written.path.read_bytes()) == (FIRST, SECOND)
    assert "正开着" in written.remarks[0]


@pytest.mark.parametrize("kind", ["folder", pytest.param("pipe", marks=pipes)])
def test_what_is_no_file_is_not_written_over_and_nobody_waits_for_it(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.mkdir() if kind == "folder" else os.mkfifo(path)
    with pytest.raises(UnusableInput, match=r"要存为“报告\.docx”，那里已经有一个同名的"):
        write_report(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


@pipes
def test_a_pipe_beside_an_open_report_is_passed_by(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(b"old")
    (tmp_path / "~$报告.docx").touch()
    os.mkfifo(tmp_path / "报告（新）.docx")
    assert write_report(path, b"new").path.name == "报告（新2）.docx"


def test_a_draft_goes_when_the_report_is_finished_unless_somebody_has_worked_on_it(tmp_path: Path) -> None:
    report, draft = tmp_path / "报告.docx", tmp_path / "报告（草稿）.docx"
    report.write_bytes(SECOND)
    draft.write_bytes(FIRST)
    assert without_draft(draft) == ""
    assert names(tmp_path) == ["报告.docx", "报告（草稿）.docx"]
    assert without_draft(report) == without_draft(report) == ""
    assert names(tmp_path) == ["报告.docx"]
    for content, mark in ((edited(FIRST), "其他"), (FIRST, "~$报告（草稿）.docx")):
        draft.write_bytes(content)
        (tmp_path / mark).write_bytes(b"")
        assert "报告（草稿）.docx”是以前的草稿" in without_draft(report)
        assert draft.exists()
