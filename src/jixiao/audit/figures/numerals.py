"""The numbers of headings and paragraphs: 一、 （二） 3. （4） ⑤ 六是."""

from __future__ import annotations

import re

ARABIC = r"\d{1,2}[.、．](?!\d(?!\d{6}[\u4e00-\u9fff]))"  # 1. and 1.2080505机关…, not 1.5
STYLES = (
    ARABIC,
    r"（\d{1,2}）",
    r"\d{1,2}）",
    r"（[一二三四五六七八九十]{1,3}）",
    r"[①-⑳]",
    r"[一二三四五六七八九十]{1,3}、",
    r"[一二三四五六七八九十]是",
)
_CHINESE = "一二三四五六七八九"


def ordinal(text: str) -> int:
    """The number with which a paragraph begins, 0 if it has none."""
    if match := re.match(r"（?(\d{1,3})[.、．）]", text):
        return int(match[1])
    if match := re.match(r"[①-⑳]", text):
        return ord(match[0]) - ord("①") + 1
    match = re.match(r"（?([一二三四五六七八九十]{1,3})(?:）|、|是)", text)
    return chinese(match[1]) if match else 0


def chinese(numeral: str) -> int:
    """十二 -> 12; 0 for what is no number up to 99."""
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return _CHINESE.find(numeral) + 1 if len(numeral) == 1 else 0
    return (_CHINESE.find(tens) + 1 if tens else 1) * 10 + (_CHINESE.find(ones) + 1 if ones else 0)


def style_of(text: str) -> str:
    """The pattern of the number with which a paragraph begins, "" if it has none."""
    return next((style for style in STYLES if re.match(style, text)), "")


def value_of(number: str) -> int:
    """What 3, 三 and ③ are, 0 for what is no number."""
    if number.isdecimal():
        return int(number)
    return ord(number) - ord("①") + 1 if "①" <= number <= "⑳" else chinese(number)


def numeral(number: int, like: str) -> str:
    """A number up to 99 in the signs of another one."""
    if like.isdecimal():
        return str(number)
    if "①" <= like[:1] <= "⑳":
        return chr(ord("①") + number - 1)
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else _CHINESE[tens - 1] + "十"
    return ten + (_CHINESE[ones - 1] if ones else "")
