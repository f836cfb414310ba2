"""What a web page may hold for its parser.

The time it takes grows with the square of a tag's attributes. What lies deeper than some hundred elements,
and all behind it, it leaves out.
"""

from __future__ import annotations

import re

from lxml import etree

from jixiao.documents.bounds import too_much
from jixiao.model.errors import UnusableInput

MANY = 1_000  # attributes; no page has a tag with so many
MOST_SQUARED = 20_000**2  # of the attributes of such tags, together: a quarter of a second
_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>"'][^\s>]*+)?)?"""
_TAG = re.compile(rf"<[A-Za-z][^\s/>]*+((?:[\s/]++|{_ATTRIBUTE})*+)")
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_LIMITS = (
    etree.ErrorTypes.ERR_RESOURCE_LIMIT,
    etree.ErrorTypes.ERR_INTERNAL_ERROR,
)  # the latter by libxml2 2.11


def refuse_crowded_tags(page: str, name: str) -> None:
    """Raise UnusableInput before a page is parsed that would take minutes."""
    long = (tag[1] for tag in _TAG.finditer(page) if len(tag[1]) > 2 * MANY)
    counts = (sum(1 for _ in _ATTRIBUTES.finditer(tag)) for tag in long)
    if sum(count**2 for count in counts if count > MANY) > MOST_SQUARED:
        raise UnusableInput(f"“{name}”里有带几万个属性的标签，不像一份报表或报告，请检查是否选错了文件。")


def refuse_cut_short(parser: etree.HTMLParser, name: str) -> None:
    """Raise UnusableInput after a page was parsed of which the rest is missing."""
    cut = [error for error in parser.error_log.filter_from_fatals() if error.type in _LIMITS]
    if any("depth" in error.message for error in cut):
        raise UnusableInput(
            f"“{name}”的标签一层套一层，嵌套太深，里面的文字读不到。"
            "请用浏览器打开，复制到 Word 里存成 .docx，再试。"
        )
    if cut:
        raise too_much(name)
