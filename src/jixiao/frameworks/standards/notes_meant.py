"""“按完成率计分（见说明第3条）”: a standard that stands in a note, or wholly elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from jixiao.frameworks.standards.conditions import says
from jixiao.frameworks.wording.awards import awards
from jixiao.frameworks.wording.numbered_notes import classed, labelled, numbered
from jixiao.frameworks.wording.numerals import numeral
from jixiao.frameworks.wording.texts import prose, tidy
from jixiao.frameworks.wording.words import score_table_words

_EDGES = "。;,、:()[] \n"
_CALLING = re.compile(
    r"^(?:按照?|采用|适用|执行|依照?|用)|(?:的?(?:方法|方式|办法))?(?:计分|评分|得分|打分|计算|赋分)?法?$"
)
_MARKS, _KIND = re.compile(r"[⟦⟧()\[\]\n]"), re.compile(r"(?<=.)指标$")
_OF_METHODS = re.compile("方法|公式|方式|办法|规则")
_HEAD = re.compile(r"((?:[\u4e00-\u9fff]{2})?(?:说明|备注|附注|注释|注|规则|办法|细则|须知)):")
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
        if named := next(filter(None, (_named(text, each) for each in notes)), ""):
            return Meant(named)
        more = next((said for each in notes for core, said in classed(each) if _scored_by(core, text)), "")
        return Meant(f"{text.rstrip(_EDGES)}。{prose(more)}", note=more) if more else Meant(standard)
    said = match[0].strip(_EDGES)
    number, before = match.groupdict().get("n"), text[: match.start()]
    note = next(filter(None, (_referred(number, said, before, each) for each in notes)), "")
    if not note:
        left = text[: match.start()] + text[match.end() :]
        return Meant(left.strip(_EDGES), f"评分标准写着“{said}”，没有找到这条说明")
    return Meant(_put_in(text, match, note), note=note)


def untaken(remarks: Iterable[str], notes: Iterable[str]) -> Iterator[str]:
    """The remarks about notes, without those of notes that standards refer to."""
    taken = [prose(note).partition("。")[0] for note in notes if note]
    return (each for each in remarks if not any(note in prose(each) for note in taken))


def _scored_by(core: str, text: str) -> bool:
    """Whether a standard is scored in the way that a note speaks of, and does not say itself what is lost."""
    by = re.search(rf"按照?[^。;,]{{0,6}}{re.escape(core)}[^。;,]{{0,3}}[计得评给]", text)
    return by is not None and not re.search(r"不得分|不计分|0分", text)


def _elsewhere(standard: str) -> str:
    match = score_table_words().said("refers_elsewhere", standard)
    return match[0].strip(_EDGES + "（）") if match else ""


def _referred(number: str | None, said: str, before: str, notes: str) -> str:
    """The note that is called so, 方法一; else the note of that number, where the words speak of notes."""
    called = _core(before if number is None else said)
    found = [text for label, text in labelled(notes) if called and _core(label) == called]
    if number is None or found:
        return found[0] if len(found) == 1 else ""
    chapter = _chapter(said, notes)
    where = chapter or ("" if _OF_METHODS.search(said) else notes)
    return numbered(where).get(int(numeral(number)), "")


@lru_cache(64)
def _chapter(said: str, notes: str) -> str:
    """The notes from the line that is called as the reference says, up to the next such line."""
    lines = notes.split("\n")
    heads = [at for at, line in enumerate(lines) if _HEAD.match(tidy(line))]
    names = {at: match[1] for at in heads if (match := _HEAD.match(tidy(lines[at])))}
    first = next((at for at in heads if names[at] in said), None)
    end = next((at for at in heads if first is not None and at > first), len(lines))
    return "" if first is None else "\n".join(lines[first:end])


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
    for pattern in (_MARKS, _CALLING, _CALLING, _CALLING, _KIND):
        plain = pattern.sub("", plain)
    return plain


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
