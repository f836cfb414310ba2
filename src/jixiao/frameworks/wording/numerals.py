"""Numbers in Chinese characters, as standards write them."""

from __future__ import annotations

_NUMERALS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"两": 2, "零": 0, "O": 0}


def numeral(text: str) -> int | str:
    """二十五 -> 25; 三点五 -> 3.5; what is in digits stays so."""
    if text[0].isdigit():
        return text
    whole, _, part = text.partition("点")
    value = _whole(whole)
    return f"{value}.{_whole(part)}" if part else value


def _whole(text: str) -> int:
    if "百" in text:
        return 100
    tens, ten, ones = text.partition("十")
    if not ten:
        return int("".join(str(_NUMERALS.get(sign, 0)) for sign in text))
    return (_NUMERALS.get(tens, 1) if tens else 1) * 10 + (_NUMERALS.get(ones, 0) if ones else 0)
