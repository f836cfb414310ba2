"""Which files were dropped, by the command line with which Windows started the batch file."""

from __future__ import annotations

import re

GIVEN = "JIXIAO_DROPPED"  # the variable by which the batch file hands the command line on
_SWITCH = re.compile(r"\s/[cC]\s+")
_WORD = re.compile(r'"([^"]*)"|(\S+)')


def dropped_paths(command_line: str) -> tuple[str, ...]:
    """The paths behind the batch file's own; none if cmd was not started for one.

    The line reads: cmd.exe /c ""C:\\the file.cmd" C:\\A&B\\x.xlsx "C:\\a b\\y.xlsx"", paths quoted only if
    they hold a space, and the whole in quotes of its own.
    """
    parts = _SWITCH.split(command_line, maxsplit=1)
    if len(parts) < 2:
        return ()
    order = parts[1].strip()
    if order.startswith('"') and order.endswith('"'):
        order = order[1:-1]
    program, *paths = (quoted or bare for quoted, bare in _WORD.findall(order)) if order else ("",)
    return tuple(paths) if program.lower().endswith((".cmd", ".bat")) else ()
