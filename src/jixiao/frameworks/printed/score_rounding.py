"""What the notes under a table say of the decimals of scores: 各指标得分保留一位小数."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from jixiao.frameworks.wording.texts import prose, shown
from jixiao.frameworks.wording.words import score_table_words
from jixiao.model.figures import kept_decimals

USUAL = 2  # decimals of a score where the table says nothing
_SENTENCE = re.compile(r"[\n。；;]")
_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3}


class ScoreRounding(msgspec.Struct, frozen=True):
    """`decimals`: of each indicator's score; None: nothing is said. `untaken`: sentences left to people."""

    decimals: int | None = None
    untaken: tuple[str, ...] = ()

    @property
    def remarks(self) -> Iterator[str]:
        kept = f"各指标得分{kept_decimals(USUAL if self.decimals is None else self.decimals)}"
        return (
            f"表下写着“{each}”，没有照它取舍（{kept}，总分保留两位小数），由人处理" for each in self.untaken
        )


def score_rounding(notes: str, *, scaled: bool) -> ScoreRounding:
    """Sentence by sentence. `scaled`: the total is more than a sum, so that its own decimals matter."""
    said = [(sentence, _of_rows(prose(sentence))) for sentence in _SENTENCE.split(notes)]
    kinds = {decimals for _, decimals in said if decimals is not None}
    taken = kinds.pop() if len(kinds) == 1 else None
    known = USUAL if taken is None else taken
    untaken = (
        shown(sentence)
        for sentence, decimals in said
        if (decimals is None or taken is None or scaled)
        and _matters(prose(sentence), decimals, known, scaled)
    )
    return ScoreRounding(taken, tuple(untaken))


def _of_rows(text: str) -> int | None:
    """Of each indicator's score; nothing where another way than half up is laid down."""
    words = score_table_words()
    found = words.found(words.forms, "score_decimals", text)
    return None if found is None or words.found(words.forms, "other_rounding", text) else _decimals(found)


def _matters(text: str, of_rows: int | None, known: int, scaled: bool) -> bool:
    """Whether scores or the total come out otherwise than the sentence says."""
    words = score_table_words()
    if words.found(words.forms, "other_rounding", text):
        return True
    found = words.found(words.forms, "decimals_of_scores", text)
    if found is None:
        return False
    decimals, of_total = _decimals(found), bool(words.found(words.forms, "total_decimals", text))
    if of_rows is not None and not of_total:
        return of_rows != known  # two sentences that say different things
    return decimals < (USUAL if scaled else known)


def _decimals(found: re.Match[str]) -> int:
    said = found.groupdict()
    if said.get("step"):
        return len(said["step"].partition(".")[2])
    number = said.get("n")
    return 0 if not number else _DIGITS.get(number) or int(number)
