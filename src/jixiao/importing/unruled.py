"""Tables without ruled lines, which come as lines of text: nobody knows the columns, so they are told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.importing.regions import Region
from jixiao.importing.table_reading import Leftover

FEWEST = 3  # lines of figures that make a table
REASON = "这张表没有框线，分不清各行各栏，没有导入，约 {} 个数；请用 Word、Excel 文件，或对照原表补填"
_FIGURE = re.compile(r"(?<![\d.])\d[\d,]*\.\d{1,2}(?![\d.])")
_SENTENCE = re.compile("[，。；]")


def unruled(region: Region) -> Iterator[Leftover]:
    """The title of a table whose rows are lines with several figures each, and no sentences."""
    sheet = region.sheet
    texts = (
        cell.text for row in region.below_title if sheet.is_text(row) for cell in sheet.rows[row].values()
    )
    counts = [len(_FIGURE.findall(text)) for text in texts if not _SENTENCE.search(text)]
    lines = [count for count in counts if count > 1]
    if len(lines) >= FEWEST:
        place = sheet.where(*region.title)
        yield Leftover(sheet.file, *place, region.table.name, REASON.format(sum(counts)), sum(counts))
