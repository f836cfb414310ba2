"""The notes around a table one by one: “3.按完成率计分：…”, “注2：…”, “比率法：…”."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from jixiao.frameworks.wording.numerals import numeral

MOST_SIGNS = 20_000  # characters of notes that are searched
MOST_NAMED = 40  # ways of scoring that are called by a name
LONGEST = 600  # characters of one note that is a rule
_CIRCLED = {chr(0x2460 + number): number + 1 for number in range(20)}
_COUNT = r"(\d{1,2}|[一二三四五六七八九十]{1,2})"
_MARK = re.compile(  # in front of a note: 3. (3) 3) 第3条 注3: ③
    rf"(?:^|(?<=[\n。;:]))(?:(?:备?注|说明|附注)?{_COUNT}[.、:)](?!\d)|\({_COUNT}\)[.、:]?"
    rf"|第{_COUNT}[条点项][:、,.]?|(?:备?注|说明|附注)\({_COUNT}\)[:.]?|([{''.join(_CIRCLED)}]))"
)
_LABEL = re.compile(r"([^:,。;=]{2,14}):(?=.)")
_BEGUN = re.compile(r"^(?:备?注|说明|附注):")
_CLASS = re.compile(
    r"(?:(?:备?注|说明):)?(?:\d+[.、])?(?:凡|对于?|所有|各项?)?(?:是|属于)?(?:采用|按照?)([^,:;。\d]{1,10}?)"
    r"(?:计分|评分|得分|计算)法?的?(?:各项?|三级|定量|有关)?(?:指标|项目)?的?[,:](.+)"
)
_GOES_ON = (":", ";", ",", "、")


@lru_cache(8)
def numbered(notes: str) -> dict[int, str]:
    """The text behind each number; empty for a number that two notes have."""
    found: dict[int, str] = {}
    text = _plain(notes)
    circled = not any(match[0] not in _CIRCLED for match in _MARK.finditer(text))
    marks = [match for match in _MARK.finditer(text) if circled or match[0] not in _CIRCLED]
    ends = [each.start() for each in marks[1:]]
    for match, end in zip(marks, [*ends, len(text)], strict=False):
        number = _number(match)
        note = _first(text[match.end() : end])
        found[number] = note if number not in found and len(note) <= LONGEST else ""
    return found


@lru_cache(8)
def labelled(notes: str) -> tuple[tuple[str, str], ...]:
    """What each line of the notes calls itself, and what it says: “比率法：得分＝…”."""
    return tuple(each for each in _labels(notes) if len(each[1]) <= LONGEST)[:MOST_NAMED]


def _labels(notes: str) -> Iterator[tuple[str, str]]:
    for line in _plain(notes).split("\n"):
        match = _LABEL.match(_MARK.sub("", _BEGUN.sub("", line), count=1))
        if match:
            yield match[1].strip("()[]"), match.string[match.end() :]


@lru_cache(8)
def classed(notes: str) -> tuple[tuple[str, str], ...]:
    """What the notes say of each row that is scored in some way: “按比例计分的指标，低于60%的不得分”."""
    lines = (
        _CLASS.match(_MARK.sub("", line, count=1)) for line in re.split(r"[\n。]|(?<=;)(?=\d)", _plain(notes))
    )
    found = ((match[1], match[2]) for match in lines if match and len(match[2]) <= LONGEST)
    return tuple(found)[:MOST_NAMED]


def _number(match: re.Match[str]) -> int:
    said = next(filter(None, match.groups()))
    return _CIRCLED[said] if said in _CIRCLED else int(said) if said.isdigit() else int(numeral(said))


def _first(text: str) -> str:
    """The lines of one note: it goes on where a line ends within a sentence."""
    lines: list[str] = []
    for line in text.strip("\n").split("\n"):
        lines.append(line)
        if not line.endswith(_GOES_ON):
            break
    return "\n".join(lines)


def _plain(notes: str) -> str:
    """Half-width, without blanks and quotes; circled numbers as they are."""
    cut = notes[:MOST_SIGNS].replace("\r", "\n")
    signs = (sign if sign in _CIRCLED else unicodedata.normalize("NFKC", sign) for sign in cut)
    return re.sub(r"[^\S\n]+|[“”\"]", "", re.sub(r"\n+", "\n", "".join(signs)))
