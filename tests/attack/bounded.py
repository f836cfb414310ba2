"""A command in a process of its own, and what it took: seconds of the processor, memory, what it said."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

SECONDS, MEGABYTES = 10, 1000  # what anything may take that is refused
PATIENCE = 60  # seconds of the processor after which a process is ended; by the clock ten times as long
COMMAND = [sys.executable, "-c", "from jixiao.faces.cli import main; main()"]
_SAID = 4000  # characters of output that are looked at


@dataclass(frozen=True)
class Outcome:
    """`code` is None where the process had to be ended."""

    code: int | None
    seconds: float
    megabytes: float
    out: str
    err: str

    @property
    def faults(self) -> tuple[str, ...]:
        """What of it no input may bring about; empty if all is well."""
        found = {
            f"{self.seconds:.1f} s": self.seconds > SECONDS,
            f"{self.megabytes:.0f} MB": self.megabytes > MEGABYTES,
            "did not end": self.code is None,
            f"exit code {self.code}": self.code not in (None, 0, 1, 2),
            "traceback": "Traceback (most recent call last)" in self.err,
            "nothing said": self.code == 2 and not self.err.strip(),
            "more than one sentence": self.code == 2 and len(self.err.strip().splitlines()) > 1,
            "no Chinese sentence": self.code == 2
            and not any("\u4e00" <= sign <= "\u9fff" for sign in self.err),
        }
        return tuple(fault for fault, holds in found.items() if holds)


def called(*arguments: object, cwd: Path, memory: int = 4 * 2**30) -> Outcome:
    """Run the command line there, never with more memory than the machine can spare."""
    import resource

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))

    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            [*COMMAND, *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            cwd=cwd,
            env=os.environ | {"JIXIAO_CACHE": str(cwd / "cache")},
            preexec_fn=limited,
        )
        impatient = threading.Timer(10 * PATIENCE, process.kill)  # one that waits uses no processor
        impatient.start()
        _, status, used = os.wait4(process.pid, 0)
        impatient.cancel()
        process.returncode = code = os.waitstatus_to_exitcode(status)
        said = []
        for stream in (out, err):
            stream.seek(0)
            said.append(stream.read(2**20).decode("utf-8", "replace")[-_SAID:])
    return Outcome(
        code if code >= 0 else None, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, said[0], said[1]
    )
