"""A folder of workbooks of invented units: consistent ones, known slips, late, doubled, of another year.

By itself: python tests/desk_folder.py FOLDER 1000
Ten thousand, of which twenty differ by more than name and code: … FOLDER 10000 20
The same without the live sheets, at which no check looks, in a sixth of the room: … FOLDER 10000 20 light
"""

from __future__ import annotations

import sys
import zipfile
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path

import msgspec
from balanced import Year
from live_books import Books
from msgspec.structs import replace
from workbook.books import silent_pack

from jixiao.archives import Packed, packed_member, zipped
from jixiao.model.filling import Filling
from jixiao.pack.loading import load_pack

SLIP = "支出.合计"  # the total that is typed wrong
NAME, CODE = "示例市第{:06}中心（虚构）", "{:06}"


class Made(msgspec.Struct, frozen=True):
    """What was planted, by the files' names."""

    sound: tuple[str, ...]
    slipped: tuple[str, ...]
    other_year: tuple[str, ...]
    doubled: tuple[str, ...]  # the earlier of two; the later one is sound
    broken: tuple[str, ...]


@cache
def books() -> Books:
    return Books(load_pack())


def unit(number: int) -> Filling:
    """A consistent unit of its own; every other in 元, the others in 万元."""
    filling = Year(number, fiscal_only=number % 3 == 0).filling("万元" if number % 2 else "元")
    said = {
        "单位.名称": NAME.format(number),
        "单位.编码": CODE.format(number),
        "单位.年度": Decimal(2022),
    }
    return replace(filling, entries={**filling.entries, **said})


def make_folder(folder: Path, number: int, of: Books | None = None) -> Made:
    """Every tenth unit has a slip; of the first of each kind of trouble there is one in fifty."""
    of = of or books()
    found: dict[str, list[str]] = {name: [] for name in Made.__struct_fields__}
    folder.mkdir(parents=True, exist_ok=True)
    for one in range(number):
        filling, kind = unit(one), "sound"
        if one % 10 == 7:
            wrong = Decimal(str(filling.entries[SLIP])) + 1234
            filling, kind = replace(filling, entries={**filling.entries, SLIP: wrong}), "slipped"
        elif one % 50 == 3:
            filling, kind = (
                replace(filling, entries={**filling.entries, "单位.年度": Decimal(2021)}),
                "other_year",
            )
        name = f"{one // 100:02}/{one:06}.xlsm"
        (folder / name).parent.mkdir(exist_ok=True)
        content = of.filled(filling)
        (folder / name).write_bytes(content[:5000] if one % 50 == 11 else content)
        found["broken" if one % 50 == 11 else kind].append(name)
        if one % 50 == 20:
            double = name.replace(".xlsm", "-旧.xlsm")
            changed = {**filling.entries, "单位.所在地简称": "我区"}
            (folder / double).write_bytes(of.filled(replace(filling, entries=changed)))
            found["doubled"].append(double)
    return Made(**{name: tuple(names) for name, names in found.items()})


def make_copies(folder: Path, number: int, of: int, *, light: bool = False) -> None:
    """As many sound units, quickly made: of so many books, each under another name and code."""
    made = Books(silent_pack()) if light else books()
    first = [_members(made.filled(unit(one))) for one in range(of)]
    for one in range(number):
        members, part = first[one % of]
        said = members[part].content
        for what in (NAME, CODE):
            said = said.replace(f">{what.format(one % of)}<".encode(), f">{what.format(one)}<".encode())
        file = folder / f"{one // 100:03}" / f"{one:06}.xlsm"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(zipped({**members, part: said}))


def _members(content: bytes) -> tuple[dict[str, Packed], str]:
    """The parts of a workbook, and which of them says whose it is."""
    with zipfile.ZipFile(BytesIO(content)) as book:
        members = {info.filename: packed_member(content, info) for info in book.infolist()}
    named = (name for name, member in members.items() if ">示例市第".encode() in member.content)
    return members, next(named)


if __name__ == "__main__":
    target, wanted = Path(sys.argv[1]), int(sys.argv[2])
    if len(sys.argv) > 3:
        make_copies(target, wanted, int(sys.argv[3]), light="light" in sys.argv)
    else:
        made = msgspec.structs.asdict(make_folder(target, wanted))
        print({kind: len(names) for kind, names in made.items()})
