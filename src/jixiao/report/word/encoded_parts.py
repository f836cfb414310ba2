"""Parts of a Word file as UTF-8, whichever of the two encodings that a package may have they were written in.

What is looked for in their bytes is found in no other one.
"""

from __future__ import annotations

import re

_MARKUP = (".xml", ".rels")
_SIGNS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"<")  # what markup begins with
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_DECLARED = re.compile(r"""\s*<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.-]{1,40})["'][^>]{0,200}>""")
_HEAD = 1000  # characters in which it stands
_PLAIN = ("UTF-8", "UTF8", "US-ASCII", "ASCII")
_PICTURE = ".svg"


def is_markup(part: str, content: bytes) -> bool:
    """Whether it is markup by its name or by how it begins; a drawing is a picture."""
    name = part.lower()
    return name.endswith(_MARKUP) or (content.lstrip()[:3].startswith(_SIGNS) and not name.endswith(_PICTURE))


def as_utf8(content: bytes) -> bytes:
    """The part in UTF-8. Raises ValueError if it is no markup, or is written in another encoding."""
    wide = _WIDE.get(content[:2])
    if wide is None:
        head = content.removeprefix(_SIGNS[0])[:_HEAD]
        if not head.lstrip().startswith(b"<") or b"\0" in head:
            raise ValueError("no markup")
        declared = _DECLARED.match(head.decode("latin-1"))
        if declared and declared[1].upper() not in _PLAIN:
            raise ValueError(declared[1])
        return content
    text = content.decode(wide)
    declared = _DECLARED.match(text[:_HEAD])
    if declared:
        text = text[declared.end() :]
    return text.encode()
