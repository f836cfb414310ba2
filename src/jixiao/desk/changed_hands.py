"""Results under a name that another unit's workbook has now: put aside, lest they are taken for its own."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from msgspec.structs import replace

from jixiao.desk.examined import ExaminedBook
from jixiao.desk.folder import RESULTS, results_folder
from jixiao.desk.letters.sender import OPINION
from jixiao.desk.letters.sending import reply_sheets
from jixiao.desk.results_owner import is_owner, owner_of, owners_name
from jixiao.files import made_folder
from jixiao.model.errors import UnusableInput

ASIDE = "以前的"
SHOWN = 5
_LONGEST = 60  # signs of a unit's name in the name of a folder


def handed_over(one: ExaminedBook, out: str, owner: str) -> ExaminedBook:
    """The same; results of the unit that had the name before lie in a folder of their own, which is said."""
    if not owner_of(one) or is_owner(owner, one.said("unit_name"), one.said("unit_code"), one.subject):
        return one
    name = owners_name(owner)
    folder = results_folder(out, one.book)
    aside = folder / f"{ASIDE}（{_in_a_name(name)}）"
    moved, stuck = list[str](), list[str]()
    for file in _others(folder, one):
        (moved if _move(file, aside) else stuck).append(file.name)
    at = f"“{RESULTS}/{aside.relative_to(Path(out) / RESULTS).as_posix()}”"
    said = [f"这个文件名以前是“{name}”的工作簿用的，它的{_named(moved)}已移到{at}。"] if moved else []
    if stuck:
        said.append(f"旁边的{_named(stuck)}是以前用这个文件名的“{name}”的，正开着或不能移动，请移走。")
    return replace(one, remarks=(*one.remarks, *said))


def _others(folder: Path, one: ExaminedBook) -> list[Path]:
    """What lies there besides the results that have just been written."""
    document = one.document or {}
    own = {Path(document[what]).name for what in ("written", "report") if document.get(what)}
    own |= {f"{kind}.docx" for kind in OPINION} | {file.name for file in reply_sheets(folder, one.book)}
    files = sorted(file for file in folder.iterdir() if file.is_file()) if folder.is_dir() else []
    return [file for file in files if file.name not in own and not file.name.startswith(("~$", "."))]


def _move(file: Path, aside: Path) -> bool:
    names = (aside / (f"{file.stem}（{number}）{file.suffix}" if number else file.name) for number in count())
    try:
        made_folder(aside)
        file.rename(next(name for name in names if not name.exists()))
    except (OSError, UnusableInput):  # Windows refuses while another program has it open
        return False
    return True


def _named(names: list[str]) -> str:
    printable = [name.encode("utf-8", "backslashreplace").decode() for name in names[:SHOWN]]
    return f"“{'”“'.join(printable)}”" + (f"等 {len(names)} 个文件" if len(names) > SHOWN else "")


def _in_a_name(name: str) -> str:
    return "".join("_" if sign in '\\/:*?"<>|' or not sign.isprintable() else sign for sign in name)[
        :_LONGEST
    ]
