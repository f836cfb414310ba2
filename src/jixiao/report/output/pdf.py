"""A PDF of a finished report, by the office program that is installed: LibreOffice, or Word on Windows.

A program is only asked to print what lies there; without one, or if it fails, the report stands as it is.
What is done on Windows alone (Word, ending a program that hangs) has not been tried: there was no Windows
to try it on.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec.structs import replace

from jixiao.files import write_atomically
from jixiao.made_marks import bears_mark, marked
from jixiao.model.errors import UnusableInput
from jixiao.report.output.contents_pages import seed_profile
from jixiao.report.output.writing import has_contents, keep_own_work

TIME_LIMIT = 120  # seconds
_USUAL = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)
_ON_WINDOWS = "LibreOffice/program/soffice.exe"  # below each folder for programs
# The two paths are given in the environment, so that no path is read as code.
_WORD = (
    "$word = New-Object -ComObject Word.Application; "
    "try { $word.DisplayAlerts = 0; "
    "$report = $word.Documents.Open($env:JIXIAO_DOCX, $false, $true); "
    "foreach ($contents in $report.TablesOfContents) { $contents.UpdatePageNumbers() }; "
    "$report.ExportAsFixedFormat($env:JIXIAO_PDF, 17); $report.Close(0) } finally { $word.Quit() }"
)


class NoPdf(UnusableInput):
    """Why there is no PDF, in one sentence."""


class WrittenPdf(msgspec.Struct, frozen=True):
    """A PDF, and whether the entries of its table of contents lack their pages."""

    path: Path
    lacks_page_numbers: bool = False
    kept: tuple[str, ...] = ()  # what was there, as a sentence


def write_pdf(report: Path) -> WrittenPdf:
    """Write the PDF beside the report, over an older one of ours; any other is kept. Raises NoPdf."""
    with tempfile.TemporaryDirectory(prefix="jixiao-pdf-", ignore_cleanup_errors=True) as folder:
        made = _by_libreoffice(report, Path(folder)) or _by_word(report, Path(folder))
        if made is None:
            raise NoPdf(
                "没有生成 PDF：这台电脑上没有找到 LibreOffice 或 Word。请安装其中一个，"
                "或用 WPS 打开报告另存为 PDF。"
            )
        target = report.with_suffix(".pdf")
        return replace(made, path=target, kept=_put(made.path, target))


def _put(made: Path, target: Path) -> tuple[str, ...]:
    """A scan with a seal may have the name: it gets another, and that is said."""
    try:
        kept = keep_own_work(target, bears_mark) if not target.is_dir() else ()
        write_atomically(target, marked(made.read_bytes()))
    except OSError:
        raise NoPdf(f"没有生成 PDF：“{target.name}”正被其他程序打开或不能写入，请关闭后再试。") from None
    return kept


def libreoffice() -> str | None:
    """Where LibreOffice is: on the PATH or in the usual places."""
    on_path = shutil.which("soffice") or shutil.which("libreoffice")
    return on_path or next((str(path) for path in _places() if path.is_file()), None)


def _places() -> Iterator[Path]:
    yield from map(Path, _USUAL)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432"):
        if folder := os.environ.get(variable):
            yield Path(folder) / _ON_WINDOWS


def _by_libreoffice(report: Path, folder: Path) -> WrittenPdf | None:
    """None without LibreOffice. A profile of its own: a window that is open would swallow the job."""
    program = libreoffice()
    if program is None:
        return None
    pdf, contents = folder / f"{report.stem}.pdf", has_contents(report)
    if contents:
        profile = folder / "profile-with-macro"
        _finish(_soffice(program, profile, seed_profile(profile, report, pdf)), {})
        if pdf.is_file():
            return WrittenPdf(pdf)
    target = ("--convert-to", "pdf", "--outdir", str(folder), str(report.resolve()))
    _finish(_soffice(program, folder / "profile", *target), {})
    return WrittenPdf(_made(pdf, "LibreOffice"), lacks_page_numbers=contents)


def _soffice(program: str, profile: Path, *wanted: str) -> list[str]:
    options = ["--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profile.as_uri()}"]
    return [program, *options, *wanted]


def _by_word(report: Path, folder: Path) -> WrittenPdf | None:
    """None where Word cannot be reached: it is driven through PowerShell, which every Windows has."""
    shell = shutil.which("powershell") if sys.platform == "win32" else None
    if shell is None or not _word_registered():
        return None
    out = folder / f"{report.stem}.pdf"
    paths = {"JIXIAO_DOCX": str(report.resolve()), "JIXIAO_PDF": str(out)}
    _finish([shell, "-NoProfile", "-NonInteractive", "-Command", _WORD], paths)
    return WrittenPdf(_made(out, "Word"))


def _word_registered() -> bool:
    if sys.platform != "win32":
        return False
    import winreg

    try:
        winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, "Word.Application"))
    except OSError:
        return False
    return True


def _made(pdf: Path, program: str) -> Path:
    if not pdf.is_file():  # LibreOffice leaves with 0 all the same
        raise NoPdf(f"没有生成 PDF：{program} 没有转换成功。报告本身已生成，请打开后另存为 PDF。")
    return pdf


def _finish(command: list[str], more: dict[str, str]) -> None:
    """Run a program to its end. Raises NoPdf if it takes too long; what it has started is ended with it."""
    try:
        process = subprocess.Popen(
            command,
            env={**os.environ, **more},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # soffice is a script around a script: end the whole group
        )
    except OSError:
        raise NoPdf(f"没有生成 PDF：“{command[0]}”无法启动。报告本身已生成，请打开后另存为 PDF。") from None
    with process:
        try:
            process.wait(TIME_LIMIT)
        except subprocess.TimeoutExpired:
            _end(process)
            raise NoPdf(f"没有生成 PDF：转换超过 {TIME_LIMIT} 秒，已停止。报告本身已生成。") from None
        except BaseException:
            _end(process)
            raise


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and all that it has started; untried on Windows."""
    if sys.platform == "win32":  # soffice.exe starts soffice.bin, which a kill of the first would leave
        whole_tree = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        quiet = subprocess.DEVNULL
        subprocess.run(whole_tree, stdin=quiet, stdout=quiet, stderr=quiet, check=False)
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
