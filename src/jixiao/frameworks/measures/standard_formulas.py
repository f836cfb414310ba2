"""What a standard says of how its rate is computed, beside what it awards."""

from __future__ import annotations

import re
from collections.abc import Iterator

_RATIO = re.compile(r"^[^,，。;；\n×*≤≥<>＜＞]*?[÷/／](?:[^,，。;；:：\n×*≤≥<>＜＞]|[×*]100%)*")
_ASIDE = re.compile(r"[(（]([^()（）]*[=＝÷/／][^()（）]*)[)）]")
_SENTENCE = re.compile(r"[。;；\n]")
_FIRST = re.compile(r"^[^,，。;；:：\n\d≤≥<>＜＞=＝]+")
_AWARDS = re.compile(r"\d|得分|满分|分值")


def formulas_of_standard(standard: str) -> Iterator[str]:
    """Texts that may hold the formula, the surest first."""
    yield _equations(standard)
    yield from (
        part for part in (*formulas_in_brackets(standard), _ratio_in_front(standard)) if not _awards(part)
    )
    first = _FIRST.match(standard.strip())
    yield first[0] if first else ""  # 追加预算占年初预算的比例：≤5%得10分


def _equations(standard: str) -> str:
    """What a standard defines: its sentences with an equals sign, those in brackets first."""
    aside = re.findall(r"[(（]([^()（）]*[=＝][^()（）]*)[)）]", standard)
    return "。".join([*aside, *(each for each in _SENTENCE.split(standard) if re.search("[=＝]", each))])


def _ratio_in_front(standard: str) -> str:
    """“实有人数/编制人数，不超过100%得5分”: a standard that begins with the formula, without figures."""
    match = _RATIO.match(standard.strip())
    return match[0] if match else ""


def formulas_in_brackets(text: str) -> Iterator[str]:
    """“控制率（决算数/预算数）≤90%”."""
    return (match[1] for match in _ASIDE.finditer(text))


def _awards(formula: str) -> bool:
    return bool(_AWARDS.search(re.sub(r"[×*]?100%", "", formula)))
