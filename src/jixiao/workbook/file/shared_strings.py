"""The shared texts of a workbook: thousands, of which a reader asks for some hundred.

Nearly all are plain, one text without looks of its own. Those are found by a pattern, and only what stands
around them is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from lxml import etree

from jixiao.workbook.file.markup import damaged, parse_xml
from jixiao.workbook.file.package import MAX_XML, Package
from jixiao.workbook.file.relations import main_part, part_of_kind
from jixiao.workbook.file.texts import StoredText, plain_text, stored_text

STRINGS = "xl/sharedStrings.xml"  # where they lie if nothing says where
_INDEX = re.compile(r"[0-9]{1,9}")
# Without what only a parser understands, or would refuse: references, ends of sections, line ends, odd signs.
_PLAIN = re.compile(
    '<si><t(?: xml:space="preserve")?>([^<&\\]\x00-\x08\x0b-\x1f\ufffe\uffff]*)</t>'
    '(?:<phoneticPr(?: [A-Za-z]+="[A-Za-z0-9]*")*/>)?</si>'  # as Chinese Excel writes behind each
)
_OTHER = re.compile("<si[ >/]")

Item = etree._Element | str


class SharedStrings:
    """The shared texts of the workbook, read when the first cell needs one."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._items: Sequence[Item] | None = None
        self._read_already: dict[str, StoredText] = {}  # many cells may show one text

    def at(self, index: str) -> StoredText:
        """Raises UnusableInput: a text that is not there means that the file is damaged."""
        found = self._read_already.get(index)
        if found is None:
            item = self._item(index)
            found = plain_text(item) if isinstance(item, str) else stored_text(item)
            self._read_already[index] = found
        return found

    def _item(self, index: str) -> Item:
        if self._items is None:
            self._items = self._read()
        if not _INDEX.fullmatch(index) or int(index) >= len(self._items):
            raise damaged(self._package.path)
        return self._items[int(index)]

    def _read(self) -> Sequence[Item]:
        part = part_of_kind(self._package, main_part(self._package), "sharedStrings") or STRINGS
        if not self._package.has(part):
            return ()
        content = self._package.part(part)
        return self._by_pattern(content) or self._package.xml(part).findall("{*}si")

    def _by_pattern(self, content: bytes) -> list[Item]:
        """Nothing of a part that has to be parsed as a whole."""
        if len(content) > MAX_XML:
            return []
        try:
            pieces = _PLAIN.split(content.decode())
        except UnicodeDecodeError:
            return []
        around = pieces[::2]
        markup = "".join(around)
        if "<!" in markup or markup.find("<?", 1) > 0:  # what looks like a text there may be none
            return []
        root = parse_xml(markup.encode(), self._package.path)
        items = _in_order(pieces[1::2], around, root)
        if items:
            self._package.spend(len(content))
        return items


def _in_order(plain: list[str], around: list[str], others: Iterable[etree._Element]) -> list[Item]:
    """The plain texts, and the others where they stand between them; nothing if there is more than texts."""
    items: list[Item] = []
    done, left = 0, iter(others)
    for number, markup in [(number, markup) for number, markup in enumerate(around) if markup]:
        items += plain[done:number]
        items += islice(left, len(_OTHER.findall(markup)))
        done = number
    return [] if next(left, None) is not None else [*items, *plain[done:]]
