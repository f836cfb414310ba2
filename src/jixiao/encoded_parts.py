"""Parts of an Office file as UTF-8: they may be written in UTF-16 as well, and some programs take GBK.

What is looked for in their bytes is found in UTF-8 alone.
"""

from __future__ import annotations

import re

_MARKUP = (".xml", ".rels")
_SIGNS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"<")  # what markup begins with
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_DECLARED = re.compile(r"""\s*<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.-]{1,40})["'][^>]{0,200}>""")
_HERE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_HEAD = 1000  # characters in which it stands
_PLAIN = ("UTF-8", "UTF8", "US-ASCII", "ASCII")
_CHINESE = ("GB2312", "GBK", "GB18030")  # no package may have them; some programs write them
_PICTURE = ".svg"


def is_markup(part: str, content: bytes) -> bool:
    """Whether it is markup by its name or by how it begins; a drawing is a picture."""
    name = part.lower()
    return name.endswith(_MARKUP) or (content.lstrip()[:3].startswith(_SIGNS) and not name.endswith(_PICTURE))


def as_utf8(content: bytes) -> bytes:
    """The part in UTF-8. Raises ValueError if it is no markup, or is written in an encoding of no office."""
    wide = _WIDE.get(content[:2])
    if wide is not None:
        return _recoded(content, wide)
    head = content.removeprefix(_SIGNS[0])[:_HEAD]
    if not head.lstrip().startswith(b"<") or b"\0" in head:
        raise ValueError("no markup")
    declared = _DECLARED.match(head.decode("latin-1"))
    name = declared[1].upper() if declared else _PLAIN[0]
    if name in _PLAIN:
        return content
    if name in _CHINESE:
        return _recoded(content, _CHINESE[-1])
    raise ValueError(name)


def _recoded(content: bytes, encoding: str) -> bytes:
    text = content.decode(encoding)
    declared = _DECLARED.match(text[:_HEAD])
    return (_HERE + text[declared.end() :] if declared else text).encode()
