"""LibreOffice as a second opinion: recalculate workbooks, and make pictures of what a person sees.

python tests/office.py pictures OUT FILE_OR_FOLDER...
"""

import argparse
import atexit
import functools
import glob
import os
import shutil
import signal
import subprocess
import tempfile
import uuid
from collections.abc import Sequence
from pathlib import Path

import office_profile

KINDS = (".docx", ".xlsm", ".xlsx")
SYSTEM_PYTHON = Path("/usr/bin/python3")  # Debian's, for which python3-uno is
KEEPER = Path(__file__).with_name("office_keeper.py")
_kept: dict[str, subprocess.Popen[bytes]] = {}  # none, or one, by its pipe


class OfficeError(RuntimeError):
    """A program failed, took too long, or left out a file it was to write."""


def find_soffice() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def recalculate(files: Sequence[Path], out: Path) -> list[Path]:
    """Compute every formula anew; the .xlsx files are written to `out`, in the order given."""
    return _convert(files, out, ".xlsx", "xlsx:Calc MS Excel 2007 XML")


def to_pdf(files: Sequence[Path], out: Path) -> list[Path]:
    return _convert(files, out, ".pdf", "pdf")


def to_docx(files: Sequence[Path], out: Path) -> list[Path]:
    """Word files as LibreOffice saves them."""
    return _convert(files, out, ".docx", "docx:MS Word 2007 XML")


def pictures(pdf: Path, out: Path, dpi: int = 70) -> list[Path]:
    """One PNG per page, in page order."""
    out.mkdir(parents=True, exist_ok=True)
    pages = f"{glob.escape(pdf.stem)}-*.png"
    for stale in out.glob(pages):
        stale.unlink()
    _run(["pdftoppm", "-r", str(dpi), "-png", str(pdf), str(out / pdf.stem)], timeout=120)
    return sorted(out.glob(pages))


def soffice(*arguments: str, timeout: float) -> str:
    """Run LibreOffice with the private profile and fonts; one call at a time in a process."""
    if SYSTEM_PYTHON.exists():
        pipe()
    try:
        return _run([*_command(), *arguments], timeout)
    except OfficeError:
        _close()  # whatever is the matter with it, the next call gets another
        raise


def _command() -> list[str]:
    program = find_soffice()
    if program is None:
        raise OfficeError("LibreOffice is not installed")
    profile = (private_folder() / "profile").as_uri()
    return [program, "--headless", "--norestore", f"-env:UserInstallation={profile}"]


def pipe() -> str:
    """Of the office that all calls of this process hand their work to: a start takes a second for each.

    Where the system's Python has no UNO it ends at once, and each call starts its own.
    """
    if not _kept:
        name = f"jixiao{uuid.uuid4().hex}"
        keeper = subprocess.Popen(
            [SYSTEM_PYTHON, KEEPER, name, *_command()],
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        _kept[name] = keeper
        atexit.register(_close)  # before the profile is removed
        keeper.stdout.readline()
    return next(iter(_kept))


def _close() -> None:
    while _kept:
        _, keeper = _kept.popitem()
        keeper.communicate()  # it ends with its input, also when this process is killed


def environment() -> dict[str, str]:
    """The environment for LibreOffice: our fonts, and a locale in which Chinese file names survive."""
    return os.environ | {"FONTCONFIG_FILE": str(private_folder() / "fonts.conf"), "LC_ALL": "C.UTF-8"}


@functools.cache
def _temporary() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="jixiao-office-", ignore_cleanup_errors=True)


@functools.cache
def private_folder() -> Path:
    """A seeded profile and a fonts.conf, made once and removed when the process ends."""
    folder = Path(_temporary().name)
    office_profile.write(folder)
    return folder


def _convert(files: Sequence[Path], out: Path, suffix: str, target: str) -> list[Path]:
    results = [out / f"{file.stem}{suffix}" for file in files]
    if len(set(results)) < len(results) or {r.resolve() for r in results} & {f.resolve() for f in files}:
        raise ValueError("a result would overwrite another result or its own source")
    if not files:
        return []
    out.mkdir(parents=True, exist_ok=True)
    for result in results:
        result.unlink(missing_ok=True)
    sources = [str(file.resolve()) for file in files]
    said = soffice("--convert-to", target, "--outdir", str(out), *sources, timeout=90 + 20 * len(files))
    if missing := [result.name for result in results if not result.exists()]:  # soffice exits 0 all the same
        raise OfficeError(f"not converted: {', '.join(missing)}\n{said}")
    return results


def _run(command: list[str], timeout: float) -> str:
    with subprocess.Popen(
        command,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,  # soffice is a script around a script: end the whole group
    ) as process:
        try:
            said, _ = process.communicate(timeout=timeout)
        except BaseException as problem:
            os.killpg(process.pid, signal.SIGKILL)
            if isinstance(problem, subprocess.TimeoutExpired):
                raise OfficeError(f"{command[0]} took more than {timeout:g} s") from problem
            raise
    if process.returncode:
        raise OfficeError(f"{command[0]} failed with {process.returncode}\n{said}")
    return said


def main() -> None:
    parser = argparse.ArgumentParser(description="Render workbooks and documents as a person sees them.")
    parser.add_argument("command", choices=["pictures"])
    parser.add_argument("out", type=Path)
    parser.add_argument("sources", type=Path, nargs="+", metavar="FILE_OR_FOLDER")
    parser.add_argument("--dpi", type=int, default=70)
    arguments = parser.parse_args()
    for source in arguments.sources:
        found = sorted(source.rglob("*")) if source.is_dir() else [source]
        for file in (file for file in found if file.suffix in KINDS and file.name[0] not in ".~"):
            folder = arguments.out / file.name  # report.docx and report.xlsm may lie side by side
            for page in pictures(to_pdf([file], folder)[0], folder, arguments.dpi):
                print(page)


if __name__ == "__main__":
    main()
