"""Names between single braces: printed as they stand, though a tag was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jixiao.model.term import Vocabulary
from jixiao.report.template.paragraphs import TemplateParagraph
from jixiao.report.template.tags import TAG
from jixiao.report.template.trouble import Trouble

_SINGLE = re.compile(
    r"(?<![{｛])[{｛]\s{0,9}([^\W\d]\w{0,60}(?:\.\w{1,60}){1,4})[^{}｛｝\0]{0,60}[}｝](?![}｝])"
)


def single_braces(paragraphs: Iterable[TemplateParagraph], vocabulary: Vocabulary) -> Iterator[Trouble]:
    """{ 收入.合计 } with one brace on each side: it would be printed as it stands."""
    for paragraph in paragraphs:
        text = paragraph.text
        if "{" not in text and "｛" not in text:
            continue
        for match in _SINGLE.finditer(TAG.sub(lambda tag: "\0" * len(tag[0]), text)):
            if match[1] in vocabulary or match[1].partition(".")[0] in {
                name.partition(".")[0] for name in vocabulary
            }:
                message = f"“{match[0]}”只有一层花括号，会照原样印出来。请写成 {{{{ {match[1]} }}}}。"
                yield Trouble("single-braces", paragraph.part, paragraph.number, text, match[0], message)
