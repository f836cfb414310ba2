"""How texts are compared with each other and with patterns: as Excel does, whatever their width."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

_WILD = re.compile(r"[*?]")


@lru_cache(maxsize=4096)
def same_text(text: str) -> str:
    """The form in which two texts are compared: width, case and blanks do not make a difference."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


@lru_cache(maxsize=256)
def wildcards(pattern: str) -> Callable[[str], object] | None:
    """Matches texts in the form of `same_text`: * any text, ? one character. None if there are none."""
    plain = same_text(pattern)
    if not _WILD.search(plain):
        return None
    stem, length = plain.rstrip("?"), len(plain)
    if not _WILD.search(stem):  # 208??, the level below a code: what most relations ask for
        return lambda text: len(text) == length and text.startswith(stem)
    from fnmatch import translate

    return re.compile(translate(plain.replace("[", "[[]"))).match
