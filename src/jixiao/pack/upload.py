"""upload.toml as typed data: the columns in which a budget platform takes a self-evaluation, if it does."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.pack.errors import PackError
from jixiao.pack.loading import data_folder, pack_names
from jixiao.pack.pack import Pack
from jixiao.pack.toml_file import read_toml
from jixiao.strict import Strict

UPLOAD = "upload.toml"
TOTAL, GRADE = "总分", "等级"  # of the scorecard; any other word of `score` is an indicator's id


class UploadCell(Strict, kw_only=True):
    """A heading of the platform's, and what stands under it: a term of the form, or a score.

    Platforms take plain digits: `digits` are of a text such as 1,500 or 95%, whose sign stands under the
    unit, the column that says `unit_of` that text.
    """

    label: str
    term: str = ""
    score: str = ""
    digits: bool = False
    unit_of: str = ""


class UploadSheet(Strict, kw_only=True):
    """A row for each record of `table`; without a table one row of single cells."""

    name: str
    columns: tuple[UploadCell, ...]
    table: str = ""


class UploadFile(Strict, kw_only=True):
    unit: Decimal  # how many 元 the platform's unit is
    decimals: int  # of amounts in it
    sheet: tuple[UploadSheet, ...]


def load_upload(pack: Pack) -> UploadFile | None:
    """Raises PackError for a term that the form does not have there."""
    path = pack.folder / UPLOAD
    if not path.is_file():
        return None
    file = read_toml(path, UploadFile)
    for number, sheet in enumerate(file.sheet):
        for reason in _strange(sheet, pack):
            raise PackError(path, sheet.name, reason, ("sheet", number))
    return file


def packs_with_upload() -> list[str]:
    """The packs that a platform takes."""
    folder = data_folder("workbook_templates")
    return [name for name in pack_names() if (folder / name / UPLOAD).is_file()]


def _strange(sheet: UploadSheet, pack: Pack) -> Iterator[str]:
    path = (sheet.table,) if sheet.table else ()
    for column in sheet.columns:
        term = pack.vocabulary.get(column.term)
        if column.term and (term is None or term.path not in (path, ())):
            yield f"it names the unknown term “{column.term}”"
        if column.unit_of and column.unit_of not in (other.term for other in sheet.columns):
            yield f"it names the unknown term “{column.unit_of}”"
        if bool(column.term) == bool(column.score):
            yield f"the column “{column.label}” has either “term” or “score”"
