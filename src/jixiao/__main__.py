"""How the program begins, as jixiao and as python -m jixiao: whatever happens meanwhile, no traceback."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

_INTERRUPTED = "已中断，未写完的文件不会留下。\n"
_CHINESE = "绩效"


def main() -> None:
    """Run the command line and leave with its exit code."""
    try:
        _with_chinese_names()
        from jixiao.faces.cli import main as run

        run()
    except KeyboardInterrupt:  # while the program was still loading, or once more
        _say(_INTERRUPTED)
        sys.exit(2)
    except OSError:  # what was to be said of any other one could not be said
        _leave_unheard()
    finally:
        _let_go_of_what_cannot_be_written()


def _with_chinese_names() -> None:
    """Begin anew where files cannot have Chinese names: LC_ALL=C without Python's mode for UTF-8."""
    try:
        os.fsencode(_CHINESE)
    except UnicodeEncodeError:
        os.execv(sys.executable, [sys.executable, "-X", "utf8", "-m", "jixiao", *sys.argv[1:]])


def _say(text: str) -> None:
    if isinstance(sys.stderr, TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="replace")
        sys.stderr.write(text)


def _leave_unheard() -> None:
    """Nobody reads on, or there is no room for what is said."""
    _say_no_more()
    sys.exit(2)


def _let_go_of_what_cannot_be_written() -> None:
    """On a full disk, which has been told as far as that goes."""
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except OSError:
        _say_no_more()


def _say_no_more() -> None:
    """What is left to be said is let go, or the interpreter complains while it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for number in (1, 2):
        os.dup2(nowhere, number)


if __name__ == "__main__":
    main()
