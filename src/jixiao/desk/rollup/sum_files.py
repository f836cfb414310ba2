"""The files that a roll-up writes: a workbook for each level and the account; none may be there yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from jixiao.desk.rollup.levels import SummedLevel
from jixiao.files import resolved
from jixiao.model.errors import UnusableInput


def check_out(out: Path) -> None:
    """Whether a sum can be written there, before the work. Raises UnusableInput."""
    if out.suffix.lower() != ".xlsm":
        raise UnusableInput(f"汇总工作簿“{out.name}”要以 .xlsm 结尾，里面有按钮用的宏。")
    if not resolved(out).parent.is_dir():
        raise UnusableInput(f"没有“{out.parent}”这个文件夹，汇总工作簿没有地方放。请先建好，或换一个位置。")
    _check_free([out, account_beside(out)])


def account_beside(out: Path) -> Path:
    """The account of the sum that is written there."""
    return out.with_name(f"{out.stem}-汇总说明.xlsx")


def workbooks_of(levels: Sequence[SummedLevel], out: Path) -> tuple[Path, ...]:
    """The workbook of each level, the whole first. Raises UnusableInput if one is there, or two are one."""
    _check_names(levels)
    below = (out.with_stem(f"{out.stem}-{_safe(one.name)}") for one in levels[1:])
    files = (out, *below)
    _check_free([*files, account_beside(out)])
    return files


def _check_names(levels: Sequence[SummedLevel]) -> None:
    """Workbook and report are called after their level."""
    for name, number in Counter(_safe(level.name) for level in levels).items():
        if number > 1:
            raise UnusableInput(
                f"名册里有 {number} 个上级单位都叫“{name}”，各自的汇总工作簿会重名。"
                "请在名册里写全称，例如写明是哪个部门的。"
            )


def _check_free(files: Sequence[Path]) -> None:
    for file in files:
        if file.exists():
            raise UnusableInput(f"“{file}”已经存在，没有覆盖它。请换一个文件名，或先把它移走。")


def _safe(name: str) -> str:
    return "".join("_" if sign in '\\/:*?"<>|' or not sign.isprintable() else sign for sign in name)[:60]
