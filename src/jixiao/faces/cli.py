"""The command line. Exit codes: 0 consistent, 1 findings, 2 could not run."""

from __future__ import annotations

import gc
import sys

import click

from jixiao import __version__
from jixiao.faces.commands.common import CONSISTENT, COULD_NOT_RUN, complain, say
from jixiao.faces.words.command_line import ChineseGroup, complaint, file_trouble
from jixiao.model.errors import UnusableInput, done_before

GARBAGE_WORTH_LOOKING_FOR = 100_000  # objects; a run makes many and drops few


def main() -> None:
    """Run the command line and leave with its exit code; no traceback for what a user did."""
    gc.set_threshold(GARBAGE_WORTH_LOOKING_FOR)
    _speak_utf8()
    try:
        # no expansion: on Windows, click would take 决算[1].xlsm for a pattern and find another file
        code = cli.main(standalone_mode=False, windows_expand_args=False)
    except click.exceptions.Exit as leave:
        code = leave.exit_code
    except click.Abort as stopped:
        code = complain(f"已中断，未写完的文件不会留下。{done_before(stopped.__cause__)}")
    except click.exceptions.NoArgsIsHelpError as bare:
        say(bare.message)
        code = COULD_NOT_RUN
    except click.ClickException as error:
        code = complain(complaint(error))
    except UnusableInput as problem:
        code = complain(str(problem))
    except OSError as error:
        code = complain(file_trouble(error))
    gc.freeze()  # a last search before leaving would take longer than all checks
    sys.exit(code if isinstance(code, int) else CONSISTENT)


def _speak_utf8() -> None:
    """Windows consoles and pipes may default to another encoding; Chinese must come out whole."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


@click.group(
    cls=ChineseGroup,
    package="jixiao.faces.commands",
    # in the order of the work; the module is named where it is not called like its command
    modules={
        "new": "new",
        "import": "import_tables",
        "framework": "framework",
        "check": "check",
        "run": "run",
        "fill": "fill",
        "upload": "upload",
        "audit": "audit",
        "verify": "verify",
        "watch": "watch",
        "batch": "batch",
        "rollup": "rollup",
        "excel": "excel",
        "demo": "demo",
        "rules": "rules",
        "template": "template",
        "build": "build",
        "button": "button",
    },
    help="部门整体支出绩效自评工具：填工作簿、核对勾稽关系、评分、生成 Word 报告。",
)
@click.version_option(__version__, "--version", message="jixiao %(version)s", help="显示版本。")
def cli() -> None:
    """Each command is a module of `commands`, imported when it is called."""
