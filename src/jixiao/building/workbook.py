"""The workbook of a pack as the bytes of a file: which framework, which name, with or without buttons."""

from __future__ import annotations

from pathlib import Path

from jixiao.model.errors import UnusableInput
from jixiao.model.filling import Filling
from jixiao.pack.errors import lying_in
from jixiao.pack.framework import Framework
from jixiao.pack.pack import Pack

MACROS, PLAIN = ".xlsm", ".xlsx"
ENDINGS = (MACROS, PLAIN)


def refuse_taken(out: Path) -> None:
    """A new workbook needs a free name that ends as it must. Raises UnusableInput."""
    if out.suffix.lower() not in ENDINGS:
        example = f"{out.stem.strip('.') or '我单位2024'}{MACROS}"
        raise UnusableInput(
            f"文件名“{out.name}”应以 .xlsm（带按钮）或 .xlsx（不带宏）结尾，例如：{example}。"
        )
    if out.exists():
        raise UnusableInput(f"“{out}”已经存在，没有覆盖它。请换一个文件名。")
    if not out.parent.is_dir():
        raise UnusableInput(f"文件夹“{out.parent}”不存在。请先建立，或换一个位置。")


def for_ending(pack: Pack, out: Path) -> Pack:
    """The pack as it is built into a file of this name: an .xlsx has neither buttons nor macros."""
    if out.suffix.lower() == MACROS:
        return pack
    from jixiao.workbook.sheets.button_section import without_macros

    return without_macros(pack)


def built(pack: Pack, framework: str | Framework, filling: Filling) -> bytes:
    """A workbook of the pack for one of its frameworks or another, or for none where the pack scores nothing.

    Raises UnusableInput for an unknown framework.
    """
    with lying_in(pack.folder):
        return _built(pack, framework, filling)


def _built(pack: Pack, framework: str | Framework, filling: Filling) -> bytes:
    from jixiao.workbook.written.build import build_workbook

    if framework == pack.form.framework == "":
        return build_workbook(pack, None, filling)
    if not pack.form.framework:
        raise UnusableInput(f"“{pack.form.title}”不评分，没有评价指标体系可选，请去掉 --framework。")
    if isinstance(framework, Framework):
        return build_workbook(pack, framework, filling)
    if framework not in pack.framework_names:
        known = "、".join(pack.framework_names)
        raise UnusableInput(
            f"没有名为“{framework}”的评价指标体系，可用的是：{known}。"
            "是评分表的，请连同扩展名写文件名，例如 评分表.docx。"
        )
    return build_workbook(pack, pack.framework(framework), filling)
