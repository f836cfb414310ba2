"""The command line, as a process of its own or in this one: a start of its own takes half a second.

That a process says and does the same is seen in tests/faces/test_cli.py.
"""

from __future__ import annotations

import gc
import io
import os
import signal
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from jixiao.faces.cli import main

COMMAND = [sys.executable, "-c", "from jixiao.faces.cli import main; main()"]
# Windows has no signals between programs: there it raises the one whose number it reads.
ASKED = (
    "import os, signal, threading\n"
    "ask = lambda: signal.raise_signal(int(os.read(0, 9)))\n"
    "threading.Thread(target=ask, daemon=True).start()\n"
)
STOPPABLE = [*COMMAND[:2], ASKED + COMMAND[2]] if sys.platform == "win32" else COMMAND
Done = subprocess.CompletedProcess[str]


def started(*arguments: object, cwd: Path | None = None) -> Done:
    """Run the command as scripts do."""
    command = [*COMMAND, *map(str, arguments)]
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", cwd=cwd, env=environment, timeout=120, check=False
    )


def stop(process: subprocess.Popen[str], number: signal.Signals = signal.SIGTERM) -> None:
    """Send a signal to a process of STOPPABLE, which has a pipe as its stdin."""
    if sys.platform == "win32":
        assert process.stdin is not None
        process.stdin.write(f"{int(number)}")
        process.stdin.flush()
    else:
        process.send_signal(number)


def called(*arguments: object, cwd: Path | None = None) -> Done:
    """Run the command in this process."""
    words = ["jixiao", *map(str, arguments)]
    out, err = (
        io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True) for _ in range(2)
    )
    with pytest.MonkeyPatch.context() as patch, chdir(cwd or "."), redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "argv", words)
        patch.setattr(gc, "freeze", lambda: None)  # this process does not end
        with pytest.raises(SystemExit) as left:
            main()
    said = (stream.buffer.getvalue().decode() for stream in (out, err))
    return subprocess.CompletedProcess(words, left.value.code, *said)
