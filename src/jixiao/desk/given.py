"""What is given for all workbooks is looked at once, before any of them: folders, templates, rules."""

from __future__ import annotations

from pathlib import Path

from jixiao.desk.examining import Orders
from jixiao.desk.folder import RESULTS
from jixiao.files import resolved
from jixiao.model.errors import UnusableInput


def check_places(folder: Path, out: Path) -> None:
    """Results may lie in a folder of their own below the units' files, never among them.

    Raises UnusableInput.
    """
    units, results = resolved(folder), resolved(out)
    if results == units:
        raise UnusableInput(
            f"结果不能放在“{folder}”里各单位的文件中间。请用 --out 另给一个文件夹，或不写 --out。"
        )
    if units.is_relative_to(results / RESULTS):
        raise UnusableInput(f"“{folder}”是“{out}”里的审核结果，不是各单位的文件。请给出各单位报来的文件夹。")


def check_outside(folder: Path, out: Path, results: Path) -> None:
    """A sum that lies among the units' files would be taken for one of them. Raises UnusableInput."""
    place = resolved(out).parent
    if place.is_relative_to(resolved(folder)) and not place.is_relative_to(resolved(results)):
        raise UnusableInput(
            f"汇总工作簿不能放在“{folder}”里各单位的文件中间，下次会当成一家单位。请把它存到别处。"
        )


def check_beside(folder: Path, roster: Path) -> None:
    """A roster among the units' files would be taken for one of them. Raises UnusableInput."""
    if resolved(roster).parent.is_relative_to(resolved(folder)):
        raise UnusableInput(
            f"名册“{roster.name}”放在“{folder}”里各单位的文件中间，会当成一家单位的工作簿。请把它移到别处。"
        )


def check_last_year(folder: Path) -> None:
    """The folder of last year's workbooks is one. Raises UnusableInput."""
    if not folder.is_dir():
        what = "不是文件夹" if folder.exists() else "不存在"
        raise UnusableInput(f"上年文件夹“{folder}”{what}，请检查路径：要的是存放各单位上年工作簿的文件夹。")


def check_given(orders: Orders) -> str:
    """The letter, the report's template and the rules that somebody has named. Raises UnusableInput.

    What of the letter's template is left out, as a sentence.
    """
    cut = ""
    if orders.sender and orders.sender.template:
        from jixiao.desk.letters.letter import prove_letter

        cut = prove_letter(orders.sender)
    if orders.rules or orders.template:
        _fits_some_form(orders)
    return cut


def _fits_some_form(orders: Orders) -> None:
    """Which forms the folder holds is not known yet: what fits none of them is wrong."""
    from jixiao.checks.own_rules import with_own_rules
    from jixiao.pack.loading import load_pack, pack_names
    from jixiao.report.making import ReportMaker

    troubles: list[UnusableInput] = []
    for pack in map(load_pack, pack_names()):
        if orders.template and not pack.reports.is_dir():
            continue
        try:
            with_own_rules(pack, map(Path, orders.rules))
            if orders.template:
                ReportMaker(pack, orders.template)
        except UnusableInput as trouble:
            troubles.append(trouble)
        else:
            return
    raise troubles[0]
