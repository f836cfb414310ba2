"""The TOC fields of a document: where they stand, which headings they ask for, and how they are replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import takewhile

import msgspec
from lxml import etree
from msgspec.structs import replace

from jixiao.report.word.wordml import heading_levels, style_ids, w

_TOC = re.compile(r"\s*TOC\b", re.IGNORECASE)
# \o "1-2", \t "附件标题,1", \h: a switch and what it is given, if anything
_SWITCH = re.compile(r'\\([a-z])\s*(?:"([^"]*)"|([^\\"\s]+))?', re.IGNORECASE)
_RANGE = re.compile(r"(\d)\s*-\s*(\d)")
_NAMED = re.compile(r"([^,;]+)[,;]\s*(\d)")
# Captions, marked entries, a part of the document only: none of them a list of all the headings.
_OTHER_LISTS = frozenset("acfb")
_USUAL, _ALL = (1, 3), (1, 9)

P, R, PROPERTIES, SECTION = w("p"), w("r"), w("pPr"), w("sectPr")
FIELD_CHARACTER, INSTRUCTION = w("fldChar"), w("instrText")
_PAGE_BEFORE = w("pageBreakBefore")
_SAYS_NOTHING = (w("rPr"), w("lastRenderedPageBreak"))


class ContentsField(msgspec.Struct, frozen=True):
    """A TOC field that begins and ends in paragraphs beside each other; its instruction joined again."""

    begin: etree._Element
    end: etree._Element
    instruction: str


class _Open(msgspec.Struct, frozen=True):
    """A field on the way from its beginning to its end; behind `separate` stands what it shows."""

    begin: etree._Element
    instruction: str = ""
    separated: bool = False


def contents_fields(root: etree._Element) -> Iterator[ContentsField]:
    """The TOC fields that list headings. Word may have split an instruction over several runs."""
    waiting: list[_Open] = []
    for element in root.iter(FIELD_CHARACTER, INSTRUCTION):
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            waiting.append(_Open(element))
        elif not waiting:
            continue
        elif kind == "separate":
            waiting[-1] = replace(waiting[-1], separated=True)
        elif kind == "end":
            done = waiting.pop()
            found = ContentsField(done.begin, element, done.instruction)
            if not waiting and _lists_headings(found):
                yield found
        elif not waiting[-1].separated:
            waiting[-1] = replace(waiting[-1], instruction=waiting[-1].instruction + (element.text or ""))


def _lists_headings(found: ContentsField) -> bool:
    if not _TOC.match(found.instruction) or _OTHER_LISTS & set(_switches(found.instruction)):
        return False
    first, last = _paragraph(found.begin), _paragraph(found.end)
    return first is not None and last is not None and first.getparent() is last.getparent()


def listed_levels(instruction: str, styles: bytes | None) -> dict[str, int]:
    """Id of a style -> the level on which its paragraphs are listed, of those that the file has."""
    switches = _switches(instruction)
    ids = style_ids(styles)
    pairs = ((name.strip().lower(), level) for name, level in _NAMED.findall(switches.get("t", "")))
    named = {ids[name]: int(level) for name, level in pairs if name in ids}
    if "t" in switches and "o" not in switches:
        return named
    lowest, highest = _range(switches)
    return {
        style: level for style, level in heading_levels(styles).items() if lowest <= level <= highest
    } | named


def _range(switches: dict[str, str]) -> tuple[int, int]:
    if "o" not in switches:
        return _USUAL
    asked = _RANGE.search(switches["o"])
    return (int(asked[1]), int(asked[2])) if asked else _ALL


def _switches(instruction: str) -> dict[str, str]:
    return {letter.lower(): quoted or bare for letter, quoted, bare in _SWITCH.findall(instruction)}


def replace_field(old: ContentsField, lines: Sequence[etree._Element]) -> None:
    """Put paragraphs in the place of a field; what its paragraphs hold before and behind it stays there."""
    first, last = _paragraph(old.begin), _paragraph(old.end)
    assert first is not None and last is not None
    head = _before(first, old.begin)
    _hand_over_page_break(first, lines[0] if head is None else None)
    _drop_before(last, old.end)
    for old_line in _until(first, last):
        _remove(old_line)
    for paragraph in lines if head is None else (head, *lines):
        last.addprevious(paragraph)
    if not _has_content(last) and not _breaks(last):
        _remove(last)


def _until(first: etree._Element, last: etree._Element) -> list[etree._Element]:
    """The paragraph and those behind it, without the last."""
    return list(takewhile(lambda element: element is not last, (first, *first.itersiblings())))


def _before(paragraph: etree._Element, sign: etree._Element) -> etree._Element | None:
    """A paragraph of what stands before the sign; None if nothing does."""
    copy = deepcopy(paragraph)
    place = list(paragraph.iter(FIELD_CHARACTER)).index(sign)
    start = list(copy.iter(FIELD_CHARACTER))[place]
    for element in (start, *_inside(start)):
        for behind in list(element.itersiblings()):
            _remove(behind)
    _remove(start)
    for section in copy.findall(f"{PROPERTIES}/{SECTION}"):
        _remove(section)
    return copy if _has_content(copy) else None


def _drop_before(paragraph: etree._Element, sign: etree._Element) -> None:
    """Take the sign and what stands before it out of the paragraph, whose properties stay."""
    for element in (sign, *_inside(sign)):
        for before in list(element.itersiblings(preceding=True)):
            if before.tag not in (PROPERTIES, w("rPr")):
                _remove(before)
    _remove(sign)


def _inside(sign: etree._Element) -> list[etree._Element]:
    """What the sign is in, up to its paragraph: the run, and a hyperlink or the like around it."""
    found = []
    for element in sign.iterancestors():
        if element.tag == P:
            break
        found.append(element)
    return found


def _hand_over_page_break(first: etree._Element, line: etree._Element | None) -> None:
    """A page break before the field is one before its first line; None if other text stands before that."""
    mark = first.find(f"{PROPERTIES}/{_PAGE_BEFORE}")
    if mark is None:
        return
    _remove(mark)
    if line is not None:
        properties = line.find(PROPERTIES)
        if properties is None:
            properties = etree.Element(PROPERTIES)
            line.insert(0, properties)
        properties.append(mark)


def _has_content(paragraph: etree._Element) -> bool:
    return any(inner.tag not in _SAYS_NOTHING for run in paragraph.iter(R) for inner in run)


def _breaks(paragraph: etree._Element) -> bool:
    return any(paragraph.find(f"{PROPERTIES}/{kind}") is not None for kind in (SECTION, _PAGE_BEFORE))


def _paragraph(sign: etree._Element) -> etree._Element | None:
    return next(sign.iterancestors(P), None)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
