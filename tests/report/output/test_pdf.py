"""The report as PDF by LibreOffice; a sentence where it cannot be had, and the report stands all the same.

The way through Word is not tested, for it needs Windows with Word; LibreOffice and the sentences are.
Of ending a program on Windows only the call is tested, not what Windows does.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import msgspec
import pytest
from commands import called
from report.filled import PACK, THE_2022_REPORT, record, report, scorecard

from jixiao.building.samples import samples
from jixiao.made_marks import bears_mark
from jixiao.report.language.style_file import load_style
from jixiao.report.making import ReportMaker
from jixiao.report.output import pdf
from jixiao.report.output.pdf import NoPdf, WrittenPdf, write_pdf
from jixiao.report.output.writing import has_contents


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "绩效 报告（草稿）.docx"
    path.write_bytes(report())
    return path


def no_program(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(pdf, "_USUAL", ())


def program(folder: Path, script: str) -> None:
    file = folder / "soffice"
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)


def test_libreoffice_makes_the_pdf_beside_the_report(office: ModuleType, written: Path) -> None:
    made = write_pdf(written)
    assert made == WrittenPdf(written.with_suffix(".pdf"))
    assert bears_mark(made.path.read_bytes())
    assert "耒阳市工伤保险服务中心" in "".join(pages_of(made.path))


def pages_of(pdf: Path) -> list[str]:
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True)
    return done.stdout.decode().split("\f")


def with_contents(folder: Path, contents: bool = True) -> Path:
    style = msgspec.structs.replace(load_style(PACK.reports, PACK.form.units.factors), contents=contents)
    report = folder / "带 目录的“报告”.docx"
    report.write_bytes(ReportMaker(PACK, style=style).make(record(THE_2022_REPORT), scorecard(), draft=False))
    return report


def test_each_entry_of_the_contents_names_the_page_on_which_its_heading_stands(
    office: ModuleType, tmp_path: Path
) -> None:
    made = write_pdf(with_contents(tmp_path))
    assert not made.lacks_page_numbers
    first, *others = pages_of(made.path)
    entries = re.findall(r"^\s*(\S.*?)\.{3,}(\d*)$", "\n".join((first, others[0])), re.MULTILINE)
    assert len(entries) > 20
    for heading, page in entries:
        assert heading in [line.strip() for line in others[int(page) - 2].splitlines()]


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell script")
def test_a_contents_whose_pages_cannot_be_filled_in_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_program(monkeypatch, tmp_path)
    no_macros = 'for last; do true; done; case "$last" in macro:*) exit 0;; esac'
    program(tmp_path, f'{no_macros}\nout="${{8}}"; : > "$out/带 目录的“报告”.pdf"')
    assert write_pdf(with_contents(tmp_path)).lacks_page_numbers


def test_run_makes_the_pdf_and_tells_where(office: ModuleType, tmp_path: Path) -> None:
    sample = next(sample for sample in samples() if sample.report.exists())
    book = Path(shutil.copy(sample.workbook, tmp_path))
    document = json.loads(called("run", book, "--pdf", "--json").stdout)
    assert Path(document["pdf"]) == Path(document["report"]).with_suffix(".pdf")
    assert Path(document["pdf"]).read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("contents", [True, False])
def test_a_table_of_contents_whose_pages_word_has_to_fill_in_is_known(contents: bool, tmp_path: Path) -> None:
    assert has_contents(with_contents(tmp_path, contents)) is contents


@pytest.mark.skipif(sys.platform == "win32", reason="Word or LibreOffice may be found in the registry")
def test_without_a_program_one_sentence_says_what_to_do(
    written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_program(monkeypatch, tmp_path)
    with pytest.raises(NoPdf, match="没有找到 LibreOffice 或 Word。请安装其中一个"):
        write_pdf(written)
    assert written.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell script")
@pytest.mark.parametrize(
    ("script", "said"),
    [("exit 1", "没有转换成功"), ("exec /bin/sleep 60", "转换超过 1 秒"), (None, "无法启动")],
)
def test_a_program_that_fails_or_hangs_is_told(
    written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str | None, said: str
) -> None:
    no_program(monkeypatch, tmp_path)
    monkeypatch.setattr(pdf, "TIME_LIMIT", 1)
    program(tmp_path, script or "")
    if script is None:
        (tmp_path / "soffice").write_text("#!/no/such/shell\n")
    with pytest.raises(NoPdf, match=said):
        write_pdf(written)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for taskkill")
def test_on_windows_the_whole_tree_of_processes_is_to_be_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = tmp_path / "said"
    taskkill = tmp_path / "taskkill"
    taskkill.write_text(f'#!/bin/sh\necho "$@" > "{said}"\n', encoding="utf-8")
    taskkill.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with subprocess.Popen(["/bin/sleep", "60"]) as process, monkeypatch.context() as windows:
        windows.setattr(sys, "platform", "win32")
        pdf._end(process)
    assert said.read_text().split() == ["/T", "/F", "/PID", str(process.pid)]
    assert process.returncode != 0


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell script")
def test_a_pdf_that_is_not_ours_is_kept_and_told(
    written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_program(monkeypatch, tmp_path)
    program(tmp_path, f'printf "%%PDF-1.7\nstartxref\n9\n%%%%EOF\n" > "${{8}}/{written.stem}.pdf"')
    target = written.with_suffix(".pdf")
    target.write_bytes(b"%PDF-1.4 with the seal")
    [told] = write_pdf(written).kept
    kept = target.with_stem(f"{target.stem}（原有1）")
    assert kept.name in told
    assert kept.read_bytes() == b"%PDF-1.4 with the seal"
    assert write_pdf(written).kept == ()  # that one is ours
    target.write_bytes(target.read_bytes() + b"signed\n")
    assert "（原有2）" in write_pdf(written).kept[0]


def test_a_pdf_that_cannot_be_replaced_is_told(office: ModuleType, written: Path) -> None:
    written.with_suffix(".pdf").mkdir()
    with pytest.raises(NoPdf, match="不能写入"):
        write_pdf(written)
