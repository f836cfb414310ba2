"""What people have changed in a report that is no text: it is not carried over, and has to be said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from jixiao.report.edits.units import BOX, FALLBACK
from jixiao.report.word.reading import BR, P, R
from jixiao.report.word.wordml import w

_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_THINGS = {"文本框": (BOX,), "图片或图形": (w("drawing"), w("pict")), "公式": (_FORMULA,)}
_OF_RUNS = {w(name) for name in ("b", "i", "u", "strike", "color", "highlight", "sz")}
_PLACED = {w("jc"), w("pageBreakBefore")}
_RPR, _PPR, _VALUE, _KIND = map(w, ("rPr", "pPr", "val", "type"))
_NONE = ("0", "false", "none", "auto", "000000")  # LibreOffice writes black where nothing was


def left_out(
    made: etree._Element, now: etree._Element, *, others: bool, kept: Iterable[tuple[etree._Element, ...]]
) -> Iterator[str]:
    """What was changed and cannot be carried over.

    `others`: the words of headers, footers or notes. `kept`: paragraphs as made and as they are now.
    """
    counts = {name: (_count(made, tags), _count(now, tags)) for name, tags in _THINGS.items()}
    things = [name for name, (before, after) in counts.items() if after > before]
    things += [f"删去{name}" for name, (before, after) in counts.items() if after < before]
    looks = _pages(now) > _pages(made) or any(_looks(after) - _looks(before) for before, after in kept)
    things += ["字号、粗细、颜色、对齐或分页的改动"] if looks else []
    things += ["页眉、页脚或脚注的改动"] if others else []
    if things:
        yield f"{'、'.join(things)}没有带进新的报告，请对照改过的那份再做一次。"


def _count(root: etree._Element, tags: tuple[str, ...]) -> int:
    return sum(1 for element in root.iter(*tags) if next(element.iterancestors(FALLBACK), None) is None)


def _pages(root: etree._Element) -> int:
    return sum(1 for each in root.iter(BR) if each.get(_KIND) == "page")


def _looks(paragraph: etree._Element) -> set[tuple[str, str]]:
    """What was set by hand for the paragraph, or for text in it; fonts, LibreOffice sets everywhere."""
    own = paragraph.iterfind(f"{_PPR}/*")
    found = {(each.tag, each.get(_VALUE, "")) for each in own if each.tag in _PLACED}
    for run in paragraph.iter(R):
        looks = run.find(_RPR)
        if looks is None or next(run.iterancestors(P)) is not paragraph:
            continue
        for each in looks:
            if each.tag in _OF_RUNS and each.get(_VALUE) not in _NONE:
                found.add((each.tag, each.get(_VALUE, "")))
    return found
