"""What Word counts itself: page numbers, contents, captions, references, dates. Other fields are read.

A figure may stand in a field as well: =SUM(ABOVE) below a table, DOCPROPERTY, what a form has filled in.
Nobody knows what its instruction would give anew, but its result is what people read.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from jixiao.report.word.wordml import w

FIELD_CHARACTER, SIMPLE_FIELD, KIND = w("fldChar"), w("fldSimple"), w("fldCharType")
T, INSTRUCTION = w("t"), w("instrText")
DEEPEST = 20  # fields within each other, as in Word; what is deeper is no field
COUNTED = frozenset(
    (
        *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "NOTEREF", "REF", "STYLEREF"),
        *("TOC", "TOA", "TC", "INDEX", "XE", "SEQ", "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT"),
        *("DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "REVNUM"),
        *("FILENAME", "FILESIZE", "NUMWORDS", "NUMCHARS"),
    )
)
# Those of them that repeat what the document says elsewhere: what is filled in there stays true.
_REPEATED = frozenset(("REF", "STYLEREF", "TOC", "TOA", "TC", "INDEX", "XE"))
_WALKED = (FIELD_CHARACTER, SIMPLE_FIELD, INSTRUCTION, T)
_WORD = re.compile(r"[\s\\]*([A-Za-z]+)")
# To a heading, caption or note, by a bookmark that Word has set itself; or to the number or place of a
# paragraph. A bookmark of one's own may stand for any text, and what a reference to it shows is read.
_TO_A_PLACE = re.compile(r'REF\s+"?_|\\[nprw](?![A-Za-z])', re.IGNORECASE)


class _Field:
    """A field that has begun. `texts`: the text elements in it that nothing has claimed yet."""

    def __init__(self) -> None:
        self.instruction = ""
        self.result = False
        self.texts: list[etree._Element] = []


def texts_of_fields(
    root: etree._Element, counts: Callable[[str], bool] | None = None
) -> tuple[set[etree._Element], set[etree._Element]]:
    """The text elements whose text Word counts, and those within instructions, which nobody sees.

    `counts`: which instructions make a field one of these. A field without its end is none.
    """
    counts = counts or is_counted
    counted: set[etree._Element] = set()
    unseen: set[etree._Element] = set()
    around: list[_Field] = []
    surplus = 0  # begins too deep to be fields
    for element in root.iter(*_WALKED):
        if element.tag == SIMPLE_FIELD:
            if counts(element.get(w("instr"), "")):
                counted.update(element.iter(T))
        elif element.tag == INSTRUCTION:
            if around and not surplus:
                around[-1].instruction += element.text or ""
        elif element.tag == T:
            if around:
                around[-1].texts.append(element)
        else:
            kind = element.get(KIND)
            if kind == "begin":
                surplus += len(around) == DEEPEST
                around += [] if surplus else [_Field()]
            elif kind == "separate" and around and not surplus:
                around[-1].result = True
            elif kind == "end" and surplus:
                surplus -= 1
            elif kind == "end" and around:
                field = around.pop()
                if around and not around[-1].result:
                    unseen.update(field.texts)
                elif counts(field.instruction):
                    counted.update(field.texts)
                elif around:
                    around[-1].texts += field.texts
    return counted, unseen


def is_counted(instruction: str) -> bool:
    """Whether Word counts what a field with this instruction shows."""
    name = _name(instruction)
    return name in COUNTED and (name != "REF" or _TO_A_PLACE.search(instruction) is not None)


def is_made_by_word(instruction: str) -> bool:
    """Whether Word replaces what a field with this instruction shows by what no document says."""
    return _name(instruction) in COUNTED - _REPEATED


def _name(instruction: str) -> str:
    word = _WORD.match(instruction)
    return "" if word is None else word[1].upper()
