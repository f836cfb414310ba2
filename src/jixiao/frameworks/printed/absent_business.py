"""What the notes under a table say of an indicator whose business a unit does not have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from jixiao.frameworks.wording.texts import prose, shown, tidy
from jixiao.frameworks.wording.words import score_table_words

Absent = Literal["", "rescale", "full"]
SHORTEST = 3  # characters of a name that a note repeats
_POINTS = re.compile(r"\d分|\d%")
_SENTENCE = re.compile(r"[\n。；;]")


class AbsentRules(msgspec.Struct, frozen=True):
    """`general`: of any indicator; `named`: of those that a note names; `untaken`: notes about others."""

    general: Absent = ""
    named: Mapping[str, Absent] = {}
    untaken: tuple[str, ...] = ()

    @property
    def rescales(self) -> bool:
        """Whether the total may be another than the sum of the scores."""
        return "rescale" in (self.general, *self.named.values())

    @property
    def remarks(self) -> Iterator[str]:
        """What no row and no rule says."""
        return (f"表下写着“{each}”，没有看懂是哪个指标，没有纳入计分，由人处理" for each in self.untaken)


def absent_rules(notes: str, names: Iterable[str]) -> AbsentRules:
    """Sentence by sentence."""
    general: Absent = ""
    named: dict[str, Absent] = {}
    untaken: list[str] = []
    known = sorted(
        dict.fromkeys(name for name in names if len(tidy(name)) >= SHORTEST), key=len, reverse=True
    )
    for sentence in _SENTENCE.split(notes):
        rule, meant = _rule(sentence), list(_named(sentence, known))
        if rule and meant:
            named |= dict.fromkeys(meant, rule)
        elif rule and (any_of := _general(sentence)):
            general = "rescale" if "rescale" in (general, any_of) else any_of
        elif rule:
            untaken.append(shown(sentence))
    return AbsentRules(general, named, tuple(untaken))


def _rule(sentence: str) -> Absent:
    """What becomes of the points, if the sentence is about business that a unit does not have."""
    words, text = score_table_words(), prose(sentence)
    return _found(text) if words.found(words.forms, "absent", text) else ""


def without_absent(text: str) -> str:
    """Prose without what it says of such business; what also costs or earns points stays."""
    words = score_table_words()
    for pattern in words.patterns(words.forms, "absent"):
        text = pattern.sub(lambda found: found[0] if _POINTS.search(found[0]) else "", text)
    return text


def _general(sentence: str) -> Absent:
    """The same of a sentence about whatever does not apply."""
    words, text = score_table_words(), prose(sentence)
    kinds: tuple[Absent, ...] = ("rescale", "full")
    return next((kind for kind in kinds if words.found(words.forms, kind, text)), "")


def _found(text: str) -> Absent:
    words = score_table_words()
    kinds: tuple[Absent, ...] = ("rescale", "full")
    return next((kind for kind in kinds if words.found(words.forms, f"absent_{kind}", text)), "")


def _named(sentence: str, known: list[str]) -> Iterator[str]:
    """The indicators that it names; a name within a longer one is not meant."""
    left = tidy(sentence)
    for name in known:
        if tidy(name) in left:
            left = left.replace(tidy(name), "")
            yield name
