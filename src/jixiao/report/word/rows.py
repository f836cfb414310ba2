"""Text that goes with a row or cell: deleted with it while changes are tracked, or hidden with it."""

from __future__ import annotations

from lxml import etree

from jixiao.report.word.looks import is_on
from jixiao.report.word.wordml import w

_ROW, _CELL, _T = w("tr"), w("tc"), w("t")
_PROPERTIES = {_ROW: w("trPr"), _CELL: w("tcPr")}
_GONE = {_ROW: w("del"), _CELL: w("cellDel")}
_HIDDEN = w("hidden")


def texts_of_rows(root: etree._Element) -> tuple[set[etree._Element], set[etree._Element]]:
    """The text elements that are deleted with their row or cell, and those that nobody sees."""
    gone: set[etree._Element] = set()
    unseen: set[etree._Element] = set()
    for element in root.iter(_ROW, _CELL):
        tag = str(element.tag)
        for properties in element.iterchildren(_PROPERTIES[tag]):
            if properties.find(_GONE[tag]) is not None:
                gone.update(element.iter(_T))
            elif is_on(properties, _HIDDEN):
                unseen.update(element.iter(_T))
    return gone, unseen
