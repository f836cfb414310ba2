"""A letter or a sheet for answers in the folder of a unit: what somebody has worked on is kept beside it."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from jixiao.archives import packed_once, zipped
from jixiao.files import content_beside, write_atomically
from jixiao.made_marks import bears_mark
from jixiao.report.word.parts import DOCUMENT
from jixiao.report.word.properties import CUSTOM, HASH, custom_part, stamp, untouched, with_custom_part

_FILLED = "单位填好的回执，请放进报送工作簿的文件夹，才会读到。"


def stamped(letter: dict[str, bytes]) -> bytes:
    """A letter, given by its members, that says what its document was, so that a change by hand shows."""
    members = with_custom_part(letter)
    common = {name: packed_once(content) for name, content in members.items() if name != DOCUMENT}
    return zipped(members | common | {CUSTOM: custom_part({HASH: stamp(members)}, members[CUSTOM])})


def lay(file: Path, letter: bytes) -> tuple[str, ...]:
    """Write it; what has to be said of the one before. Raises OSError."""
    remarks = take_away(file)
    write_atomically(file, letter)
    return remarks


def take_away(file: Path) -> tuple[str, ...]:
    """Raises OSError."""
    is_letter = file.suffix == ".docx"
    ours = untouched if is_letter else bears_mark
    if not file.is_file() or ours(content_beside(file)):
        file.unlink(missing_ok=True)
        return ()
    names = (file.with_stem(f"{file.stem}（手工修改{number}）") for number in count(1))
    kept = next(name for name in names if not name.exists())
    file.rename(kept)
    said = f"原来的“{file.name}”改动过，或不是由本程序生成，没有覆盖，已改名为“{kept.name}”。"
    return (said if is_letter else f"{said}{_FILLED}",)
