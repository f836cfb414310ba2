"""“按完成率计分（见说明第3条）”: a standard that stands in a note, or wholly elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jixiao.frameworks.standards.conditions import says
from jixiao.frameworks.wording.awards import awards
from jixiao.frameworks.wording.numbered_notes import labelled, numbered
from jixiao.frameworks.wording.numerals import numeral
from jixiao.frameworks.wording.texts import prose, tidy
from jixiao.frameworks.wording.words import score_table_words

_EDGES = "。;,、:()[] \n"
_CALLING = re.compile(
    r"^(?:按照?|采用|适用|执行|依照?|用)|(?:的?(?:方法|方式|办法))?(?:计分|评分|得分|打分|计算|赋分)?法?$"
)
_LABEL = re.compile(r"^[^,。;=\d]{1,16}:")
_LONGEST = 16  # characters that only name a way of scoring


class Meant(NamedTuple):
    """A standard with what its note says in it. `doubt`: why that is not all; `note`: what was taken."""

    standard: str
    doubt: str = ""
    note: str = ""


def with_notes_meant(standard: str, *notes: str) -> Meant:
    """The standard as it is, if it refers to nothing."""
    text, words = prose(standard), score_table_words()
    match = words.said("refers_to_note", text)
    if match is None:
        if words.said("refers_elsewhere", standard):
            return Meant(standard, f"评分标准有一部分写在别处（“{_elsewhere(standard)}”），没有读到")
        return Meant(next(filter(None, (_named(text, each) for each in notes)), standard))
    said = match[0].strip(_EDGES)
    number, before = match.groupdict().get("n"), text[: match.start()]
    note = next(filter(None, (_referred(number, before, each) for each in notes)), "")
    if not note:
        left = text[: match.start()] + text[match.end() :]
        return Meant(left.strip(_EDGES), f"评分标准写着“{said}”，没有找到这条说明")
    return Meant(_put_in(text, match, note), note=note)


def untaken(remarks: Iterable[str], notes: Iterable[str]) -> Iterator[str]:
    """The remarks about notes, without those of notes that standards refer to."""
    taken = [tidy(note).partition("。")[0] for note in notes if note]
    return (each for each in remarks if not any(note in tidy(each) for note in taken))


def _elsewhere(standard: str) -> str:
    match = score_table_words().said("refers_elsewhere", standard)
    return match[0].strip(_EDGES + "（）") if match else ""


def _referred(number: str | None, before: str, notes: str) -> str:
    """The note of that number; without one, the only note that is called as the standard calls its way."""
    if number is not None:
        return numbered(notes).get(int(numeral(number)), "")
    called = _core(before)
    found = [text for label, text in labelled(notes) if called and _core(label) == called]
    return found[0] if len(found) == 1 else ""


def _named(text: str, notes: str) -> str:
    """“比率法” beside the note “比率法：得分＝…”."""
    bare = text.strip(_EDGES)
    if len(bare) > _LONGEST or any(sign.isdigit() for sign in bare):
        return ""
    found = [said for label, said in labelled(notes) if _core(label) == _core(bare) and awards_all(said)]
    return prose(found[0]) if len(found) == 1 else ""


def awards_all(text: str) -> bool:
    """Whether a note gives or takes points, by figures or by a formula."""
    words = score_table_words()
    return awards(text) or words.found(words.formulas, "lead", prose(text)) is not None


def _core(text: str) -> str:
    """“按比率法计分” and “比率法” as 比率."""
    plain = tidy(text).strip(_EDGES)
    return _CALLING.sub("", _CALLING.sub("", plain))


def _put_in(text: str, match: re.Match[str], note: str) -> str:
    """The note in the place of the words that refer to it; it alone where the standard only names it."""
    before, behind = text[: match.start()].strip(_EDGES), text[match.end() :].strip(_EDGES)
    said = prose(_LABEL.sub("", note, count=1) if not awards(note.partition(":")[0]) else note)
    if not awards_all(said):
        return text[: match.start()] + text[match.end() :]  # says what counts, and nothing of points
    alone = not awards(before) and not awards(behind) and not any(sign.isdigit() for sign in before + behind)
    if alone and (says("points_told", said) or awards_whole(said)):
        return said
    return ",".join(filter(None, (before, said))) + (f"。{behind}" if behind else "")


def awards_whole(text: str) -> bool:
    """Whether a note says for what the full score is given."""
    return bool(re.search(r"得满分|[得计]\d+(?:\.\d+)?分|扣", text))
