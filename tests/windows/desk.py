"""The desk of somebody who has Windows: folders with every sign that batch files stumble over; the bundle."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from openpyxl import load_workbook
from windows import machine
from windows.machine import windows_path as called
from workbook.books import silent_sample


class Desk:
    """The user's folders, and the program installed for that user."""

    def __init__(self, folder: Path) -> None:
        self.user = folder / "用户" / "王 五(局)&[1]"
        self.local, self.roaming, self.work = (self.user / n for n in ("Local", "Roaming", "桌 面&(2024)"))
        for place in (self.local, self.work, self.roaming / "Microsoft" / "Windows" / "SendTo"):
            place.mkdir(parents=True)
        self.variables = {"LOCALAPPDATA": called(self.local), "APPDATA": called(self.roaming)}
        self.launcher = self.local / "jixiao" / "jixiao-excel.cmd"
        self.python = called(self.local / "jixiao" / "python" / "python.exe")

    def run(self, line: str, **more: object) -> subprocess.CompletedProcess[bytes]:
        return machine.started(line, self.variables, **more)

    def jixiao(self, *words: object) -> tuple[int, str]:
        quoted = " ".join(f'"{word}"' for word in (called(self.launcher), *words))
        done = self.run(f'cmd.exe /c "{quoted}"')
        return done.returncode, done.stdout.decode(errors="replace")

    def book(self, name: str) -> Path:
        folder = self.work / Path(name).stem
        folder.mkdir()
        (folder / name).write_bytes(silent_sample())
        return folder / name

    def install(self, bundle: Path) -> None:
        code, said = self.started_install(bundle)
        assert (code, "安装完成" in said) == (0, True), said

    def started_install(self, bundle: Path) -> tuple[int, str]:
        done = self.run(f'cmd.exe /c ""{called(bundle / "install.cmd")}" "', limit=500)
        return done.returncode, done.stdout.decode(errors="replace")


def bundle_of(folder: Path, *options: object) -> Path:
    """The offline bundle, unpacked."""
    command = [sys.executable, machine.ROOT / "offline/bundle.py", folder, *options]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    [zipped] = folder.glob("jixiao-*.zip")
    with ZipFile(zipped) as archive:
        archive.extractall(folder)
    return folder / zipped.stem


def report_beside(book: Path) -> Path:
    [report] = book.parent.glob("*.docx")
    return report


def has_results(book: Path) -> bool:
    return load_workbook(book)["评分表"]["F8"].value == "106.96%"
