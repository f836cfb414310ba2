"""A LibreOffice of our own in which the buttons of a workbook are pressed, by macro or by mouse."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import tempfile
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import office

from jixiao.faces.excel import launcher
from jixiao.pipeline import run

SYSTEM_PYTHON = "/usr/bin/python3"  # Debian's, for which python3-uno is
PRESS = Path(__file__).with_name("press.py")
RETYPE = Path(__file__).with_name("retype.py")
QUIET = {"box": "", "limit": "60"}


@dataclass(frozen=True)
class Press:
    """What is done before a button is pressed, and which; a `script` is put in the place of our program."""

    macro: str = ""
    click: str = ""
    words: Mapping[str, str] = field(default_factory=lambda: QUIET)
    typed: Sequence[tuple[str, str, str]] = ()
    script: str | None = None
    locked: str = ""
    damaged: bool = False
    looked_at: str = ""


@dataclass(frozen=True)
class Bench:
    """A home folder, and an office that takes it for the user's; no jixiao is on its PATH."""

    home: Path
    pipe: str
    environment: Mapping[str, str]

    @property
    def launcher(self) -> Path:
        return self.home / ".local" / "share" / "jixiao" / launcher.POSIX_NAME

    @property
    def jobs(self) -> Path:
        return self.launcher.parent / "jobs"

    def install(self, script: str) -> None:
        self.launcher.parent.mkdir(parents=True, exist_ok=True)
        self.launcher.write_text(script, encoding="utf-8")
        self.launcher.chmod(0o755)

    def uninstall(self) -> None:
        self.launcher.unlink(missing_ok=True)

    def press(
        self,
        path: Path,
        macro: str = "",
        *,
        click: str = "",
        words: Mapping[str, str] = QUIET,
        typed: Sequence[tuple[str, str, str]] = (),
        locked: str = "",
        damaged: bool = False,
        as_template: bool = False,
        looked_at: str = "",
    ) -> dict[str, Any]:
        """What was seen before and after; without a macro or a click, the workbook is only looked at."""
        press = Press(macro, click, words, typed, locked=locked, damaged=damaged, looked_at=looked_at)
        return self.presses(path, [press], as_template=as_template)[0]

    def presses(
        self, path: Path, presses: Sequence[Press], *, as_template: bool = False
    ) -> list[dict[str, Any]]:
        """The same of several presses in the workbook, which is opened once."""
        orders = {
            "pipe": self.pipe,
            "path": str(path),
            "launcher": str(self.launcher),
            "as_template": as_template,
            "presses": [asdict(press) for press in presses],
        }
        tries = 1 if any(press.macro or press.click for press in presses) else 2
        timeout = 60 + 30 * len(presses)
        return json.loads(self._by_uno(PRESS, json.dumps(orders), timeout=timeout, tries=tries))

    def retype(self, book: Path, fillings: Mapping[str, object], out: Path, options: str) -> None:
        """Fill one open workbook time and again; after each filling all sheets are written as text."""
        orders = out / "orders.json"
        orders.write_text(
            json.dumps(
                {
                    "pipe": self.pipe,
                    "path": str(book),
                    "out": str(out),
                    "options": options,
                    "fillings": fillings,
                }
            ),
            encoding="utf-8",
        )
        self._by_uno(RETYPE, str(orders), timeout=90 + 20 * len(fillings))

    def _by_uno(self, script: Path, orders: str, timeout: float, tries: int = 1) -> str:
        """What a script says that the system's Python runs; a mere look may be taken again after a crash."""
        done = subprocess.run(
            [SYSTEM_PYTHON, "-X", "faulthandler", str(script), orders],
            env=dict(self.environment),
            capture_output=True,
            encoding="utf-8",
            timeout=timeout,
            check=False,
        )
        if done.returncode < 0 and tries > 1:
            return self._by_uno(script, orders, timeout, tries - 1)
        assert done.returncode == 0, f"{script.name} ended with {done.returncode}: {done.stderr}"
        return done.stdout


def as_a_run_writes_it(bench: Bench, book: Path) -> dict[str, Any]:
    """All sheets of a copy of the workbook after `jixiao run`, read by the same office."""
    folder = book.parent / "run"
    folder.mkdir(exist_ok=True)
    copy = folder / book.name
    copy.write_bytes(book.read_bytes())
    run(copy)
    return bench.press(copy)["after"]


def book_in(place: Path, content: bytes) -> Path:
    """A workbook in a folder whose name has Chinese, spaces and brackets."""
    folder = place / "绩效 自评(1) [终稿]"
    folder.mkdir()
    path = folder / "工作簿 (2022) [a].xlsm"
    path.write_bytes(content)
    return path


@contextmanager
def running(folder: Path, display: str = "") -> Iterator[Bench]:
    """A bench while its office runs; headless unless a display is given. The office is stopped at the end."""
    home, programs = folder / "home", folder / "programs"
    home.mkdir()
    programs.mkdir()
    environment = office.environment() | {"HOME": str(home), "PATH": f"{programs}:/usr/bin:/bin"}
    options = ["--norestore", "--nologo", "--nodefault"] + ([] if display else ["--headless"])
    if display:
        environment["DISPLAY"] = display
    with tempfile.TemporaryDirectory(prefix="jixiao-press-", ignore_cleanup_errors=True) as place:
        office.office_profile.write(Path(place))
        bench = Bench(home, f"jixiao{uuid.uuid4().hex}", environment)
        command = [
            office.find_soffice(),
            *options,
            f"-env:UserInstallation={(Path(place) / 'profile').as_uri()}",
            f"--accept=pipe,name={bench.pipe};urp;",
        ]
        with ended(command, environment):
            yield bench


@contextmanager
def ended(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[None]:
    """A program that is stopped with all its children."""
    with subprocess.Popen(
        command,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGTERM)  # an X server then removes its lock
            with suppress(subprocess.TimeoutExpired):
                process.wait(5)
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
