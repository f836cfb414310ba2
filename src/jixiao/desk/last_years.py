"""Which workbook of the year before belongs to which of this year, in two folders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from jixiao.desk.crew import Crew, work_through
from jixiao.desk.folder import WORKBOOKS, book_name, files_below, is_reply
from jixiao.desk.own_products import about_product_file
from jixiao.desk.roster import same_name
from jixiao.identity import bears_stamp, pack_of
from jixiao.model.errors import UnusableInput
from jixiao.pack.loading import data_folder
from jixiao.pack.rollup_file import telling_terms
from jixiao.relation.texts import same_text
from jixiao.workbook.file.source import saved_book, text_at

SHOWN = 10  # names in a sentence


class Cover(msgspec.Struct, frozen=True):
    """What a workbook says it is, read without the rest of it."""

    path: str
    form: str
    name: str
    code: str
    year: str
    subject: str = ""  # the project or the fund, where a unit sends a workbook for each


class LastYears(msgspec.Struct, frozen=True):
    """For a workbook of this year, by its path below the folder, that of the year before; and what is odd."""

    found: Mapping[str, str]
    remarks: tuple[str, ...] = ()


class _Match(msgspec.Struct, frozen=True):
    """The old workbooks of a unit, and those of them that are of the year before."""

    cover: Cover
    several: list[Cover]
    fitting: list[Cover]


def last_years_of(folder: Path, without: Path, before: Path, crew: Crew) -> LastYears:
    """Match the units of two folders by their codes, else by their names, in workbooks of one form.

    Raises UnusableInput if a folder cannot be read.
    """
    old: dict[tuple[str, str], list[Cover]] = {}
    files = files_below(before)
    covers = list(_covers(files, crew))
    for cover in covers:
        for key in _keys(cover):
            old.setdefault(key, []).append(cover)
    found, remarks, without_one = {}, [], dict[str, None]()
    matches = [_match(cover, old) for cover in _covers(files_below(folder, without), crew)]
    served = {key for one in matches if len(one.fitting) == 1 for key in _keys(one.cover)}
    for cover, several, fitting in map(msgspec.structs.astuple, matches):
        if len(fitting) == 1:
            found[book_name(Path(cover.path), folder)] = fitting[0].path
        elif served.intersection(_keys(cover)):
            continue  # an older file of a unit whose right one has its workbook of the year before
        elif fitting:
            names = "”“".join(Path(one.path).name for one in fitting)
            remarks.append(
                f"“{cover.name or cover.code}”的上年工作簿有几本：“{names}”，都没有采用。请只留一本。"
            )
        elif several:
            remarks.append(f"“{cover.name or cover.code}”的上年工作簿填的是 {several[0].year} 年，没有采用。")
        else:
            without_one[cover.name or cover.code or Path(cover.path).name] = None
    if not found:
        remarks.append(_about_none(before, files, covers))
    else:
        remarks += [*_about_unread(files, covers), *_about_new(list(without_one))]
    return LastYears(found, tuple(remarks))


def _match(cover: Cover, old: Mapping[tuple[str, str], list[Cover]]) -> _Match:
    several = next((old[key] for key in _keys(cover) if key in old), [])
    return _Match(cover, several, [one for one in several if _is_the_year_before(one, cover)])


def _about_unread(files: Sequence[Path], covers: Sequence[Cover]) -> Iterator[str]:
    """What lies in the folder of the year before and cannot be compared with."""
    read = {cover.path for cover in covers}
    odd = [
        file for file in files if str(file) not in read and not (is_reply(file) or about_product_file(file))
    ]
    if odd:
        names, more = _named([file.name for file in odd], "个")
        yield f"上年文件夹里的{names}{more}不是标准工作簿，或者打不开，没有采用。"


def _about_new(units: Sequence[str]) -> Iterator[str]:
    """Who has nothing to be compared with: nobody should take that for agreement."""
    if units:
        names, more = _named(units, "家")
        yield f"上年文件夹里没有{names}{more}的工作簿，没有与上年比较。"


def _named(names: Sequence[str], each: str) -> tuple[str, str]:
    more = f"等 {len(names)} {each}" if len(names) > SHOWN else ""
    return f"“{'”“'.join(names[:SHOWN])}”", more


def _about_none(before: Path, files: Sequence[Path], covers: Sequence[Cover]) -> str:
    """Why nothing can be compared, whatever is said of single units."""
    why = "没有与这次各单位的表样、单位和年度都对得上的工作簿"
    if not covers:
        why = "没有能打开的标准工作簿" if files else "没有工作簿"
    return f"上年文件夹“{before}”里{why}，没有与上年比较。请核对给出的文件夹。"


def _covers(files: list[Path], crew: Crew) -> list[Cover]:
    books = (str(file) for file in files if file.name.lower().endswith(WORKBOOKS))
    found = [cover for done in work_through(crew, read_covers, books) for cover in done.made]
    return sorted(found, key=lambda cover: cover.path)  # workers finish in any order


def read_covers(books: Sequence[str]) -> list[Cover]:
    """The covers of those that can be read; what is wrong with the others is said when they are examined.

    What has neither a stamp nor a name, a code or a year is somebody else's table.
    """
    found = []
    for book in books:
        try:
            source = saved_book(Path(book))
            form = pack_of(source).form
            cells = (form.unit_name, form.unit_code, form.year)
            name, code, year = (text_at(source, term) if term else "" for term in cells)
            if not (name or code or year or bears_stamp(source)):
                continue
            terms = telling_terms(data_folder("workbook_templates"), form.id)
            subject = "、".join(text_at(source, term) for term in terms)
            found.append(Cover(book, form.id, name, code, year, subject))
        except UnusableInput:
            continue
    return found


def _keys(cover: Cover) -> list[tuple[str, str]]:
    form = f"{cover.form} {same_name(cover.subject)}"
    code = [(form, same_text(cover.code))] if cover.code else []
    return [*code, (form, same_name(cover.name))] if cover.name else code


def _is_the_year_before(last: Cover, this: Cover) -> bool:
    """A year that is not a number is told of elsewhere."""
    return last.year.isdigit() and this.year.isdigit() and int(last.year) == int(this.year) - 1
