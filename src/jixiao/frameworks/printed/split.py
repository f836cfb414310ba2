"""Explanation and standard that stand in one cell, told apart."""

from __future__ import annotations

import re

from jixiao.frameworks.printed.printed_rows import PrintedRow
from jixiao.frameworks.wording.awards import awards
from jixiao.frameworks.wording.texts import prose
from jixiao.frameworks.wording.words import score_table_words

_DEFINES = re.compile(
    r"\s*[“”\u4e00-\u9fff（）()]{2,16}(?:数|额|率|人员|资产|预算|资金|支出|经费|项目|结余)[”]?[：:]"
)
_SENTENCE = re.compile(r"(?<=[。;；\n])")


def split_cell(row: PrintedRow, together: bool) -> tuple[str, str]:
    """Explanation and standard of a row, each in its own words, without what the table calls them."""
    explanation, standard = _with_definitions(*_split(row, together))
    return _label("explanation").sub("", explanation).strip(), _label("standard").sub("", standard).strip()


def _with_definitions(explanation: str, standard: str) -> tuple[str, str]:
    """“…不得分。预算数：批复的年初预算数。”: what is said of a figure behind the last award explains it."""
    sentences = _SENTENCE.split(standard)
    begin = len(sentences)
    while begin > 1 and (_DEFINES.match(sentences[begin - 1]) or not sentences[begin - 1].strip()):
        begin -= 1
    defined = "".join(sentences[begin:]).strip()
    if not defined or awards(defined):
        return explanation, standard
    return f"{explanation}\n{defined}".strip(), "".join(sentences[:begin]).strip()


def _label(kind: str) -> re.Pattern[str]:
    """“【指标解释】”, “评分标准：”: what a part of a cell is called, in front of it."""
    words = sorted(score_table_words().headers[kind], key=len, reverse=True)
    names = "|".join(map(re.escape, words))
    return re.compile(rf"^[【\[（(](?:{names})[】\]）)]\s*[:：]?|^(?:{names})\s*[:：]")


def _split(row: PrintedRow, together: bool) -> tuple[str, str]:
    """The two parts of a row.

    A cell that names its parts is split there, any cell; one that holds both without saying so, at the first
    sentence that awards or deducts.
    """
    if row.standard.strip():
        before, standard = _named(row.standard)
        if before:
            return f"{row.explanation}\n{before}".strip(), standard
        if together:
            before, standard = _at_award(row.standard)
            if not standard:
                return row.explanation, row.standard
            return f"{row.explanation}\n{before}".strip(), standard
        return row.explanation, row.standard
    before, standard = _named(row.explanation)
    if before or standard != row.explanation:
        return before, standard
    return _at_award(row.explanation)


def _named(text: str) -> tuple[str, str]:
    """Split at “评分标准：” or “【评分标准】”."""
    words = score_table_words().headers["standard"]
    names = "|".join(sorted(words, key=len, reverse=True))
    match = re.search(
        rf"(?<![^\s。；;\d.、）)】\]])[【\[（(]?(?:{names})[】\]）)]?\s*[:：]|[【\[](?:{names})[】\]]", text
    )
    return (text[: match.start()].strip(), text[match.end() :].strip()) if match else ("", text)


def _at_award(text: str) -> tuple[str, str]:
    """Split in front of the first sentence that awards or deducts; no standard where none does."""
    words = score_table_words()
    sentences = _SENTENCE.split(text)
    for index, sentence in enumerate(sentences):
        if awards(sentence) or words.found(words.formulas, "lead", prose(sentence)):
            return "".join(sentences[:index]).strip(), "".join(sentences[index:]).strip()
    return text, ""
