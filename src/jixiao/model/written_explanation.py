"""What an accountant wrote beside a finding, the figures it was written for, and what keeps it from counting.

Two marks stand before a text that is only shown again: last year's, and one whose figures have changed since.
Such a text closes nothing until somebody takes the mark away.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

import msgspec

BY_THE_TOOL = "工具代填，待核对"  # what the tool writes beside the totals that it has filled in
OFFERED = "上年说明："
LAPSED = "数字已变，原说明："
_MARKS = {
    OFFERED: re.compile(r"\s*上年说明\s*[：:]"),
    LAPSED: re.compile(r"\s*数字已变\s*[，,]?\s*原说明\s*[：:]"),
}
_CONFIRM = {
    OFFERED: f"上年写过审核说明，今年仍属实的，删去开头的“{OFFERED}”即生效。",
    LAPSED: f"写审核说明以后数字变了，原说明仍然适用的，删去开头的“{LAPSED}”即生效；不适用的，请改写。",
}
_FEWEST_LETTERS = 2
_BETWEEN_WORDS = re.compile(r"[\W\d_]+")


class WrittenExplanation(msgspec.Struct, frozen=True):
    """`figures` are those it was written for, as text; empty if that was since the last run."""

    text: str
    figures: str = ""


def offered(text: str) -> str:
    """Last year's explanation as the new workbook shows it."""
    return f"{OFFERED}{text}"


def lapsed(text: str) -> str:
    """An explanation whose figures have changed, as it is shown for renewal."""
    return f"{LAPSED}{text}"


def unconfirmed(text: str) -> bool:
    """True while nobody has made a text that is only shown again his own by taking its mark away."""
    return bool(_mark(text))


def without_lapse(text: str) -> str | None:
    """The explanation behind the mark that its figures have changed; None if it has no such mark."""
    found = _MARKS[LAPSED].match(text)
    return text[found.end() :].strip() if found else None


def says_nothing(text: str, fillers: Collection[str]) -> bool:
    """True of signs and digits without words, of a single character, and of fillers, one or several.

    The tool's own mark is no reason of anybody's either.
    """
    letters = _letters(text)
    if len(letters) < _FEWEST_LETTERS or letters in fillers or letters == _letters(BY_THE_TOOL):
        return True
    return all(word in fillers for word in _BETWEEN_WORDS.split(_plain(text)) if word)


def _letters(text: str) -> str:
    return "".join(sign for sign in _plain(text) if sign.isalpha())


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def why_not(text: str, fillers: Collection[str]) -> str:
    """Why a text that somebody wrote closes nothing, and what to do; empty if it counts, or is none."""
    mark = _mark(text)
    if mark:
        return _CONFIRM[mark]
    if text and says_nothing(text, fillers):
        return f"审核说明写的是“{text}”，没有说明原因，不算数；请写明原因。"
    return ""


def no_remedy(text: str) -> str:
    """What is to be said of a text beside an error; empty if nobody has written one for it."""
    if not text or unconfirmed(text):
        return ""
    return (
        f"审核说明“{text}”不能代替改正：错误要改好，写说明不会消除。"
        "认为没有错的，请带上依据与收取报表的部门联系。"
    )


def counts(text: str, fillers: Collection[str]) -> bool:
    """True of an explanation that may close a warning."""
    return bool(text) and not why_not(text, fillers)


def _mark(text: str) -> str:
    return next((mark for mark, pattern in _MARKS.items() if pattern.match(text)), "")
