"""Letters that follow from all files: another workbook is wanted, or the last letter was answered.

A file whose unit has sent a newer one has no letter any more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from jixiao.desk.examined import ExaminedBook, following, round_of
from jixiao.desk.folder import WORKBOOKS, results_folder
from jixiao.desk.letters.laid import lay, take_away
from jixiao.desk.letters.letter import filled_letter, notice_context
from jixiao.desk.letters.sender import OPINION, RESEND, Sender
from jixiao.desk.letters.sending import reply_sheets, write_letter
from jixiao.desk.letters.strangers import kind, matter
from jixiao.desk.record_file import RECORD_FAULTS
from jixiao.desk.standing import Arrival, Standing
from jixiao.desk.store import COMPARED, Store
from jixiao.files import is_there, made_folder
from jixiao.model.errors import UnusableInput
from jixiao.system_words import reason_of

SHOWN = 10  # letters that could not be written
SILENT = "有更新的一本"
NOTICED = (
    Arrival.UNREADABLE,
    Arrival.OTHER_FORM,
    Arrival.OTHER_YEAR,
    Arrival.DOUBLED,
    Arrival.NAMELESS,
)


class Notices(msgspec.Struct, frozen=True):
    """What has to be said of letters, and how many could not be written."""

    remarks: tuple[str, ...]
    stuck: int


def write_notices(
    store: Store, standings: Sequence[Standing], sender: Sender, out: Path, wanted: str = ""
) -> Notices:
    """Write the letters beside the results; where a workbook counts after all, its own letter comes back.

    `wanted`: the year as the reviewer gave it; else nobody is told of another year unless most say the same.
    A letter that cannot be written is told, the others go on. Raises UnusableInput, OSError of the record.
    """
    write = _writer(store, standings, sender, out, wanted)
    said, stuck = list[str](), list[str]()
    for row in standings:
        try:
            said += (f"{row.book}：{remark}" for remark in (write(row) if row.book else ()))
        except RECORD_FAULTS:
            raise
        except UnusableInput as problem:
            stuck.append(f"{row.book}：通知没有写成：{problem}")
        except OSError as error:
            stuck.append(f"{row.book}：通知没有写成：{reason_of(error)}。请检查磁盘空间和文件夹权限。")
    more = [f"另有 {len(stuck) - SHOWN} 家的通知也没有写成。"] if len(stuck) > SHOWN else []
    return Notices((*said, *stuck[:SHOWN], *more), len(stuck))


def _writer(
    store: Store, standings: Sequence[Standing], sender: Sender, out: Path, wanted: str
) -> Callable[[Standing], tuple[str, ...]]:
    """Writes the letter of a workbook; what has to be said of the one that lay there."""
    compared = store.made(COMPARED)
    years = Counter(row.year for row in standings if row.book and row.year)
    common, number = years.most_common(1)[0] if years else ("", 0)
    year = wanted or common
    sure = bool(wanted) or 2 * number > years.total()
    newer = {  # of several older files the last one
        row.newer: row.book for row in standings if row.newer and row.arrival is Arrival.DOUBLED
    }

    def write(row: Standing) -> tuple[str, ...]:
        folder = results_folder(str(out), row.book)
        file = folder / f"{RESEND}.docx"
        if row.newer:
            return _silence(store, row, folder)
        if row.arrival in NOTICED and (sure or row.arrival is not Arrival.OTHER_YEAR):
            return _write(store, row, year, sender, file)
        if is_there(file) or store.made_from(_key(row)) == SILENT:
            remarks = take_away(file)
            store.remember(_key(row), "")
            one = _in_its_round(store, row, newer)
            return (*remarks, *_own(one, sender, folder, matter(row, one)))
        if row.again or row.book in newer or kind(row) or row.book in compared:
            return _compare(store, row, newer, sender, folder)
        return ()

    return write


def _own(
    one: ExaminedBook, sender: Sender, folder: Path, more: Sequence[Mapping[str, Any]]
) -> tuple[str, ...]:
    """The letter about its findings, unless its results are still to be written, and it with them."""
    return () if one.unwritten else write_letter(one, sender, folder, more)


def _key(row: Standing) -> str:
    return f"{RESEND} {row.book}"


def _silence(store: Store, row: Standing, folder: Path) -> tuple[str, ...]:
    letters = [*(folder / f"{kind}.docx" for kind in OPINION), *reply_sheets(folder, row.book)]
    if store.made_from(_key(row)) != SILENT:
        store.remember(_key(row), SILENT)
    return tuple(remark for letter in letters for remark in take_away(letter))


def _compare(
    store: Store, row: Standing, newer: Mapping[str, str], sender: Sender, folder: Path
) -> tuple[str, ...]:
    """Say in the letter what has come of the last one, and that a unit is on no roster, or there otherwise.

    Once, for the worker that wrote it did not know.
    """
    one, key = _in_its_round(store, row, newer), COMPARED + row.book
    more = matter(row, one)
    state = sha256(f"{store.stamp(row.book)}{one.before}{more or ''}".encode()).hexdigest()
    state = state if one.before or more else ""
    if store.made_from(key) == state:
        return ()
    remarks = _own(one, sender, folder, more)
    store.remember(key, state)
    return remarks


def _in_its_round(store: Store, row: Standing, newer: Mapping[str, str]) -> ExaminedBook:
    one = store.one(row.book)
    if one.before is None and row.book in newer:
        return following(one, round_of(store.one(newer[row.book])))
    return one


def _write(store: Store, row: Standing, year: str, sender: Sender, file: Path) -> tuple[str, ...]:
    """Once, as long as nothing changes of what it says."""
    stamp = sha256(f"{row}{year}{sender}{_stamp(sender)}".encode("utf-8", "replace")).hexdigest()
    if is_there(file) and store.made_from(_key(row)) == stamp:
        return ()
    made_folder(file.parent)
    remarks = [remark for other in list(_others(row, file.parent)) for remark in take_away(other)]
    one = store.one(row.book)
    context = notice_context(one, reason(row, one, year), year, sender)
    context |= {"单位": row.unit} if row.unit else {}
    remarks += lay(file, filled_letter(context, sender))
    store.remember(_key(row), stamp)
    return tuple(remarks)


def _stamp(sender: Sender) -> float:
    """When the reviewer's own template was changed last."""
    return Path(sender.template).stat().st_mtime if sender.template else 0


def _others(row: Standing, folder: Path) -> Iterator[Path]:
    """What asks for something else."""
    yield from (folder / f"{kind}.docx" for kind in OPINION if kind != RESEND)
    yield from reply_sheets(folder, row.book)


def reason(row: Standing, one: ExaminedBook, year: str) -> str:
    """Why another workbook is wanted, in words for the unit."""
    match row.arrival:
        case Arrival.OTHER_YEAR:
            return (
                f"填的是{row.year}年，这次报送的应是{year}年。"
                f"年度填错的，请改正；报错文件的，请换成{year}年的工作簿。"
            )
        case Arrival.DOUBLED:
            return (
                "收到你单位不止一本工作簿，保存时间分不出先后，没有采用这一本。"
                "请确认应以哪一本为准，只报这一本。"
            )
        case Arrival.NAMELESS:
            return "没有填写单位名称，不知道是哪个单位的。请在“单位概况”表填写单位名称和单位编码。"
        case Arrival.UNREADABLE if not row.book.lower().endswith(WORKBOOKS):
            return "不是 .xlsx 或 .xlsm 工作簿。请直接报送填好的标准工作簿，不要压缩，也不要另存为其他格式。"
    return one.sentence
