"""Name of the reporting unit and year: which of the places that say it counts, and what is said about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from jixiao.importing.guide import Words
from jixiao.importing.labels import tight, year_in
from jixiao.importing.preamble import Preamble

_PART = re.compile(r"^(?:第[一二三四五六七八九十]+部分|附件\d*)[:：]?")
_YEAR = r"(?:20\d\d|二[〇○零Oo0][〇○零Oo0一二三四五六七八九]{2})年度?"
LONGEST = 40  # letters of a name
BEHIND = 20  # letters between the year and the word for final accounts, and behind it; a sentence has more


@dataclass(frozen=True)
class Head:
    """`name` empty and `year` None where nobody says it, or not all say the same."""

    name: str
    year: int | None


def head_of(
    tables: Iterable[Preamble],
    covers: Iterable[Preamble],
    files: Iterable[str],
    words: Words,
    year: int | None,
    remarks: list[str],
) -> Head:
    """What tables say, else their titles, else the covers, else the names of the files; `year` before all.

    What only a title, a cover or the name of a file says is to be looked at, and said.
    """
    tables, covers, files = list(tables), list(covers), [PurePath(file).stem for file in files]
    above = [text for preamble in tables for text in preamble.texts]
    front = [text for preamble in covers for text in preamble.texts]
    names = [
        ("", [preamble.unit_name for preamble in tables]),
        ("表的标题", [*_names(above, words)]),
        ("封面", [preamble.unit_name for preamble in covers]),
        ("封面", [*_names(front, words)]),
        ("文件名", [*_names(files, words)]),
    ]
    years = [
        ("", [str(preamble.year or "") for preamble in tables]),
        ("封面", [*_years(front, words)]),
        ("封面", [str(preamble.year or "") for preamble in covers]),
        ("文件名", [str(year_in(file) or "") for file in files]),
    ]
    name = _agreed(names, "单位名称", remarks)
    if year is not None:
        said = {text for text in years[0][1] if text and text != str(year)}
        remarks += [f"表上写的年度是{'、'.join(sorted(said))}，按您指定的填了 {year}。"] if said else []
        return Head(name, year)
    found = _agreed(years, "年度", remarks)
    return Head(name, int(found) if found else None)


def _agreed(places: list[tuple[str, list[str]]], what: str, remarks: list[str]) -> str:
    """What the first place that says anything says; empty, with a remark, if it says several things."""
    where, said = next(((where, texts) for where, texts in places if any(texts)), ("", []))
    different = _different(said)
    if len(different) == 1:
        remarks += [f"{what}“{different[0]}”取自{where}，请核对。"] if where else []
        return different[0]
    listed = f"各表的{what}不一致（{'、'.join(different)}）" if different else f"各表都没有写{what}"
    remarks.append(f"{listed}，没有填，请在工作簿里填写。")
    return ""


def _different(texts: Iterable[str]) -> list[str]:
    """Each text once; without the ends of others, which are a line of them."""
    once = list(dict.fromkeys(text for text in texts if text))
    return [text for text in once if not any(other != text and other.endswith(text) for other in once)]


def _names(texts: Iterable[str], words: Words) -> Iterator[str]:
    """The units in texts such as 某县某局2024年度部门决算 or 2024年度某县某局部门决算."""
    offices = "|".join(map(re.escape, words.offices))
    unit = rf"(?P<name>[^\d。，；：:、]{{1,{LONGEST}}}?(?:{offices})(?:[（(][^（）()]*[)）])?)"
    sets = "|".join(map(re.escape, words.sets))
    patterns = (
        rf"^{unit}{_YEAR}.{{0,{BEHIND}}}(?:{sets}).{{0,{BEHIND}}}$",
        rf"^{_YEAR}(?!度){unit}.{{0,2}}(?:{sets}).{{0,{BEHIND}}}$",
    )
    for text in texts:
        plain = _PART.sub("", tight(text))
        found = next((match for pattern in patterns if (match := re.match(pattern, plain))), None)
        if found and not found["name"].startswith(words.never_names):
            yield found["name"]


def _years(texts: Iterable[str], words: Words) -> Iterator[str]:
    """The years beside the words for final accounts; others are years that they are compared with."""
    for text in texts:
        if re.search(rf"{_YEAR}(?:\D{{0,{LONGEST}}})(?:{'|'.join(map(re.escape, words.sets))})", tight(text)):
            yield str(year_in(text) or "")
