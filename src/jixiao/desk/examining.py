"""One workbook of a folder: looked at, and if wanted finished, in a worker process."""

from __future__ import annotations

import faulthandler
import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import msgspec

from jixiao.desk.examined import BookTrouble, ExaminedBook, figures_of
from jixiao.desk.finishing import finished, unwritten
from jixiao.desk.folder import WORKBOOKS, book_path
from jixiao.desk.letters.sender import Sender
from jixiao.desk.own_products import about_product
from jixiao.desk.same_figures import amounts_digest
from jixiao.desk.saved_moment import last_saved
from jixiao.desk.sealed import SealedBook, sealed
from jixiao.model.errors import UnusableInput
from jixiao.system_words import reason_of
from jixiao.workbook.file.package import MAX_FILE, Package
from jixiao.workbook.file.source import SavedBook, open_package, package_in

if TYPE_CHECKING:
    from jixiao.desk.letters.answers import FittingAnswers
    from jixiao.inspection import Inspection

GARBAGE_WORTH_LOOKING_FOR = 100_000  # objects; a workbook leaves hardly any that need a search


class Orders(msgspec.Struct, frozen=True):
    """What is to be done with every workbook."""

    folder: str
    out: str = ""  # where results and reports go, a folder for each workbook; empty: nothing is written
    template: str | None = None
    rules: tuple[str, ...] = ()
    sender: Sender | None = None  # of letters to the units; None: none is written
    seconds: float = 60.0  # for one workbook; a worker that takes longer ends


class Item(msgspec.Struct, frozen=True):
    """A workbook and, where there is one, the unit's workbook of the year before."""

    book: str  # below the folder
    last_year: str = ""
    replies: tuple[str, ...] = ()  # the sheets on which the unit has answered, the oldest first


class Examining(msgspec.Struct, frozen=True):
    """The work of a worker: what came of each workbook. One that kills it is the caller's business."""

    orders: Orders

    def __call__(self, items: Sequence[Item]) -> list[SealedBook]:
        with few_searches(), open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - a device
            return [_timed(self.orders, item, nowhere) for item in items]


@contextmanager
def few_searches() -> Iterator[None]:
    """Python looks for garbage that holds itself hundreds of times a workbook, and finds none."""
    before = gc.get_threshold()
    gc.set_threshold(GARBAGE_WORTH_LOOKING_FOR, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _timed(orders: Orders, item: Item, nowhere: TextIO) -> SealedBook:
    faulthandler.dump_traceback_later(orders.seconds, exit=True, file=nowhere)
    try:
        return sealed(_examined(orders, item))
    except Exception as fault:
        return sealed(_trouble(item, "", BookTrouble.FAULT, _about(fault, item)))
    finally:
        faulthandler.cancel_dump_traceback_later()


def _examined(orders: Orders, item: Item) -> ExaminedBook:
    path = book_path(Path(orders.folder), item.book)
    digest = ""
    try:
        content = path.read_bytes()
        digest = sha256(content).hexdigest()
        if not path.name.lower().endswith(WORKBOOKS):
            return _trouble(item, digest, BookTrouble.UNREADABLE, _not_a_workbook(path))
        package = package_in(path, content) if len(content) <= MAX_FILE else open_package(path)
    except UnusableInput as problem:
        return _trouble(item, digest, BookTrouble.UNREADABLE, str(problem))
    except OSError as error:
        return _trouble(item, digest, BookTrouble.UNREADABLE, f"“{path.name}”不能读：{reason_of(error)}。")
    try:
        return _looked_at(orders, item, package, digest)
    except UnusableInput as problem:
        if said := about_product(package):
            return _trouble(item, digest, BookTrouble.PRODUCT, said)
        return _trouble(item, digest, BookTrouble.OTHER_FORM, str(problem))
    except OSError as error:
        why = f"“{path.name}”没有审核完：{reason_of(error)}。请检查磁盘空间和文件夹权限。"
        return _trouble(item, digest, BookTrouble.NOT_WRITTEN, why)


def _trouble(item: Item, digest: str, trouble: BookTrouble, sentence: str) -> ExaminedBook:
    return ExaminedBook(item.book, digest, trouble=trouble, sentence=sentence)


def _about(fault: Exception, item: Item) -> str:
    what = f"{type(fault).__name__}: {fault}"[:200]
    return f"“{Path(item.book).name}”没有审核完，是本工具的错误（{what}）。请把这份文件交给工具的维护人员。"


def _not_a_workbook(path: Path) -> str:
    return (
        f"“{path.name}”不是 .xlsx 或 .xlsm 工作簿，没有审核。"
        "压缩包请先解压；其他格式请报送单位用标准工作簿重新报送。"
    )


def _looked_at(orders: Orders, item: Item, package: Package, digest: str) -> ExaminedBook:
    from jixiao.result_document import result_document

    inspection, given, fault = _inspected_anyway(orders, item, package)
    found = ExaminedBook(
        book=item.book,
        digest=digest,
        saved=last_saved(package),
        document=result_document(inspection),
        figures=figures_of(inspection.record),
        remarks=given.remarks if given else (),
        subject=_subject(inspection),
        amounts=amounts_digest(inspection.record, inspection.pack.vocabulary),
        replies=item.replies,
        answered=tuple(given.found) if given else (),
        heard=tuple(_digests_of_replies(orders, item)),
    )
    if fault:
        return unwritten(found, fault)
    return finished(found, inspection, orders.out, orders.template, orders.sender) if orders.out else found


def _inspected_anyway(
    orders: Orders, item: Item, package: Package
) -> tuple[Inspection, FittingAnswers | None, str]:
    """If it can only be looked at without what the reviewer has given with it, that is at fault: why.

    Raises UnusableInput for what is the workbook's own fault.
    """
    from jixiao.pipeline import inspect_source

    try:
        return *_inspected(orders, item, package), ""
    except UnusableInput as problem:
        if not (orders.template or orders.rules or item.last_year):
            raise
        return inspect_source(SavedBook(package)), None, str(problem)


def _inspected(orders: Orders, item: Item, package: Package) -> tuple[Inspection, FittingAnswers | None]:
    """With the answers of the unit, as far as they are about the figures of today."""
    from jixiao.pipeline import inspect, inspect_source

    last_year = Path(item.last_year) if item.last_year else None
    rules = tuple(map(Path, orders.rules))
    inspection = inspect_source(SavedBook(package), None, rules, last_year, orders.template)
    if not item.replies:
        return inspection, None
    from jixiao.desk.letters.answers import with_answers  # loads openpyxl, which few workers need

    return with_answers(
        Path(orders.folder),
        item.replies,
        inspection,
        lambda answers: inspect(package.path, None, rules, last_year, orders.template, answers),
    )


def _digests_of_replies(orders: Orders, item: Item) -> Iterator[str]:
    for reply in item.replies:
        yield sha256(book_path(Path(orders.folder), reply).read_bytes()).hexdigest()


def _subject(inspection: Inspection) -> str:
    """What tells this workbook from others of the unit: its project, its fund."""
    from jixiao.pack.rollup_file import load_rollup

    fields = inspection.record.fields
    return "、".join(fields[term].text for term in load_rollup(inspection.pack).tells if fields[term].filled)
