"""What a column of a score table holds, by the words over it."""

from __future__ import annotations

import re

from jixiao.frameworks.wording.texts import tidy
from jixiao.frameworks.wording.words import ScoreTableWords, score_table_words

LONGEST = 24  # characters of a header; more is a sentence
ENOUGH = 4  # characters of a word that tell the role of a longer header
_EXPLAINED = re.compile(  # 三级指标及指标说明: names, explained in their cells
    r"^(?:[一二三四]级指标|指标名称|(?:考核|评价|考评|具体)指标|指标)(?:及|与|和|及其)(?:指标)?"
    r"(?:说明|解释|释义|含义|内涵|定义|要点)$"
    r"|^(?:[一二三四]级指标|指标名称)(?:及|与|和)(?:评分|评价|计分|考核|考评)?(?:标准|细则|办法|方法)$"
)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def header_word(text: str) -> str:
    """A header without what stands in brackets."""
    return tidy(_BRACKETS.sub("", tidy(text))).strip(":、")


def role_of(text: str) -> str:
    """By the longest word that it contains, of two the one that ends last; empty where none tells enough."""
    word = header_word(text)
    if _EXPLAINED.match(word) and len(word) <= LONGEST:
        return "level"
    found = _found(word, score_table_words())
    if not found or len(word) > LONGEST:
        return ""
    length, _, role = max(found)
    return role if length * 2 >= len(word) or length >= ENOUGH else ""


def _found(word: str, words: ScoreTableWords) -> list[tuple[int, int, str]]:
    return [
        (len(each), word.rfind(each) + len(each), role)
        for role, listed in words.headers.items()
        for each in listed
        if each in word
    ]


def explains(text: str) -> bool:
    """Whether a header of standards says that the explanation stands there, too."""
    explanations = score_table_words().headers["explanation"]
    return any(word in header_word(text) for word in explanations if len(word) >= ENOUGH)


def heads_bands(text: str) -> bool:
    """档次分: what each band of a standard gives, a row for each."""
    word = header_word(text)
    return any(each in word for each in score_table_words().rows["band_points"])
