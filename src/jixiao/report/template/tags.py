"""Tags in the text of a paragraph: where they stand, how they are understood, what of them is broken.

Word turns quotes into curly ones, a Chinese keyboard types full-width brackets: inside a tag both are
understood. Braces are not: what is not plainly a tag stays text, and is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_INNER = r"(?:(?!\{\{|\{%|\}\}|%\}).)*"
TAG = re.compile(r"\{\{" + _INNER + r"\}\}|\{%" + _INNER + r"%\}|\{#.{0,2000}?#\}", re.DOTALL)
_STATEMENT = re.compile(r"\{%([-+]?)((?:p|tr|tc|r)(?=\s))?\s*(.*?)\s*([-+]?)%\}", re.DOTALL)
_PRINT = re.compile(r"\{\{[-+]?((?:p|tr|tc|r)(?=\s))?\s*(.*?)\s*[-+]?\}\}", re.DOTALL)
_STRING = re.compile(
    r"""(?P<double>"[^"“”]*["”]|"[^"]*"|[“”][^"“”]*["“”])|(?P<single>'[^'‘’]*['’]|'[^']*'|[‘’][^'‘’]*['‘’])"""
)
_AS_TYPED = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}  # full-width forms
    | dict.fromkeys("\u3000\u00a0\u2002\u2003\u2009\t\n", " ")
    | dict.fromkeys("–—−‐‑", "-")
    | dict.fromkeys("\u200b\u200e\u200f\ufeff", "")
)
_NOT_OURS = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "“”‘’"})  # docxtpl would straighten them
_LEFT = re.compile(
    r"(?P<bent>(?=[{｛][\s\u00a0]*[{｛%％])(?!\{[{%])[{｛][\s\u00a0]*[{｛%％].*?(?:[%％}｝][\s\u00a0]*[}｝]|$))"
    r"|(?P<ending>(?:\{\{|\{%)" + _INNER + r"[%}｝％][\s\u00a0]*[}｝])"
    r"|(?P<begin>\{\{|\{%|\{#)|(?P<end>\}\}|%\}|#\}|｝[\s\u00a0]*[}｝]|[}％][\s\u00a0]*｝)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Tag:
    """A whole tag: `text` is as it is understood, `start` and `end` where it stands in the paragraph."""

    start: int
    end: int
    text: str
    typed: str

    @property
    def comment(self) -> bool:
        return self.text.startswith("{#")

    @property
    def prints(self) -> bool:
        return self.text.startswith("{{")

    @property
    def level(self) -> str:
        """What of the document the tag stands for: p, tr, tc, r, or nothing but itself."""
        match = (_PRINT if self.prints else _STATEMENT).fullmatch(self.text)
        return (match[1 if self.prints else 2] or "") if match else ""

    @property
    def inner(self) -> str:
        """What the tag says, without its braces."""
        match = (_PRINT if self.prints else _STATEMENT).fullmatch(self.text)
        return (match[2 if self.prints else 3] or "") if match else ""

    @property
    def trims(self) -> bool:
        """True for {%- and -%}, which would take text of the paragraphs around with them."""
        match = None if self.prints else _STATEMENT.fullmatch(self.text)
        return bool(match and (match[1] or match[4]))

    @property
    def keyword(self) -> str:
        return "" if self.prints or self.comment else self.inner.partition(" ")[0]

    @property
    def plain(self) -> str:
        """The tag as Jinja knows it, without the letters that Word's structure needs."""
        return f"{{{{ {self.inner} }}}}" if self.prints else f"{{% {self.inner} %}}"


@dataclass(frozen=True, slots=True)
class BrokenTag:
    """A piece of a tag. `kind`: bent (braces apart or wide), ending (unlike its begin), begin or end."""

    kind: str
    start: int
    text: str


def tags_of(text: str) -> list[Tag]:
    """The whole tags of a paragraph, in order."""
    found = TAG.finditer(text) if "{" in text else ()
    return [Tag(match.start(), match.end(), understood(match[0]), match[0]) for match in found]


def leftovers(text: str, tags: list[Tag]) -> Iterator[BrokenTag]:
    """The pieces of broken tags that remain between the whole ones."""
    if text.startswith("}") and not text.startswith("}}"):  # docxtpl joins braces across paragraphs
        yield BrokenTag("end", 0, "}")
    if text.endswith("{") and not text.endswith("{{"):
        yield BrokenTag("begin", len(text) - 1, "{")
    edges = [0, *(edge for tag in tags for edge in (tag.start, tag.end)), len(text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        for match in _LEFT.finditer(text[start:end]):
            yield BrokenTag(str(match.lastgroup), start + match.start(), match[0])


def understood(tag: str) -> str:
    """The tag with the signs that Jinja knows; what stands between quotes keeps its own."""
    if tag.startswith("{#"):
        return tag
    pieces, position = [], 0
    for match in _STRING.finditer(tag):
        quote = '"' if match.lastgroup == "double" else "'"
        pieces += [tag[position : match.start()].translate(_AS_TYPED)]
        pieces += [quote, match[0][1:-1].translate(_NOT_OURS), quote]
        position = match.end()
    return "".join(pieces) + tag[position:].translate(_AS_TYPED)
