"""A folder of workbooks of invented units: consistent ones, known slips, late, doubled, of another year.

By itself: python tests/desk_folder.py FOLDER 1000
"""

from __future__ import annotations

import sys
from decimal import Decimal
from functools import cache
from pathlib import Path

import msgspec
from balanced import Year
from live_books import Books
from msgspec.structs import replace

from jixiao.model.filling import Filling
from jixiao.pack.loading import load_pack

SLIP = "支出.合计"  # the total that is typed wrong


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
        "单位.名称": f"示例市第{number:04}中心（虚构）",
        "单位.编码": f"{number:06}",
        "单位.年度": Decimal(2022),
    }
    return replace(filling, entries={**filling.entries, **said})


def make_folder(folder: Path, number: int) -> Made:
    """Every tenth unit has a slip; of the first of each kind of trouble there is one in fifty."""
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
        content = books().filled(filling)
        (folder / name).write_bytes(content[:5000] if one % 50 == 11 else content)
        found["broken" if one % 50 == 11 else kind].append(name)
        if one % 50 == 20:
            double = name.replace(".xlsm", "-旧.xlsm")
            changed = {**filling.entries, "单位.所在地简称": "我区"}
            (folder / double).write_bytes(books().filled(replace(filling, entries=changed)))
            found["doubled"].append(double)
    return Made(**{name: tuple(names) for name, names in found.items()})


if __name__ == "__main__":
    made = msgspec.structs.asdict(make_folder(Path(sys.argv[1]), int(sys.argv[2])))
    print({kind: len(names) for kind, names in made.items()})
