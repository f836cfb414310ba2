"""Parts of a whole as sentences list them: 其中：…, 包括…, A、B共计…, numbered paragraphs below 其中：."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.figure_roles import DEDUCTED
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.lists.list_parts import parts_between, parts_of_first_clause
from jixiao.audit.lists.list_wholes import wholes_by_unit
from jixiao.audit.lists.numbered_lists import numbered_parts
from jixiao.audit.lists.open_lists import lists_without_openers
from jixiao.audit.lists.plain_paragraphs import plain_parts
from jixiao.audit.lists.stated_list import SUMMED, ListPart, StatedList
from jixiao.audit.lists.subtotals import without_subtotals
from jixiao.audit.lists.tight_runs import tight_run
from jixiao.audit.wording.words import AuditWords

_MAINLY = ("主要为", "主要是")  # of a whole, if 其他 comes last
_SPLIT_AGAIN = re.compile(r"；按(?:照)?[^，。；\d]{2,12}(?:分类|划分|分)[，：:]")  # of the same whole
_NAMES_ONLY = re.compile(r"(?:主要|具体)?(?:包括|用于|是指|为)")
_ANOTHER = re.compile(r"其中|包括|分别")
_ANOTHER_WHOLE = re.compile(r"[^，。；：\d]{2,24}(?:中|其中|包括)[，：]")  # 财政拨款支出预算中，…

_MADE_UP = re.compile(r"(?<=[，（])(?P<word>由)(?=[^。；由]{6,200}?(?:构成|组成|合成))")  # 得49分，由A、B构成
_MADE_UP_END = re.compile("构成|组成|合成")
_USED = re.compile(r"(?<=[，（])(?:全部|分别|具体)?(?P<word>用于)")


def lists_of(sentences: Sequence[Sentence], words: AuditWords) -> Iterator[StatedList]:
    """All lists of a report."""
    for listed in _as_they_stand(sentences, words):
        yield from without_subtotals(listed)


def _as_they_stand(sentences: Sequence[Sentence], words: AuditWords) -> Iterator[StatedList]:
    for sentence in sentences:
        for match in words.openers.finditer(sentence.passage.text, sentence.start, sentence.end):
            if _opens(match, sentence):
                yield from _list_at(match, sentence, sentences, words)
        for match in _MADE_UP.finditer(sentence.passage.text, sentence.start, sentence.end):
            yield from _list_at(match, sentence, sentences, words)
        for match in _USED.finditer(sentence.passage.text, sentence.start, sentence.end):
            yield from _used(match, sentence, sentences)
        yield from lists_without_openers(sentence, sentences, words)


def _used(match: re.Match[str], sentence: Sentence, sentences: Sequence[Sentence]) -> Iterator[StatedList]:
    """支出186.00万元，用于A98.00万元、B62.00万元、C26.00万元: nothing but names and amounts."""
    for wholes in wholes_by_unit(match.start(), sentence, sentences):
        if run := tight_run(sentence, match.end(), sentence.end, wholes):
            yield StatedList(match["word"], wholes, run, sentence, match.start(), tight=True)


def _figures_of(parts: Sequence[ListPart]) -> list[StatedFigure]:
    return [figure for part in parts for figure in part.figures.values()]


def _total_behind(parts: Sequence[ListPart], sentence: Sentence, start: int, end: int) -> StatedFigure | None:
    """The total that follows its parts within their list: 增值税…；其他各税…；税收收入合计…."""
    if len(parts) < 3:
        return None
    wanted = re.compile(r"[；，。][^，。；]{0,12}(?:合计|共计|小计)(?:为|共)*$")
    text = sentence.passage.text
    first = min(figure.start for figure in parts[1].figures.values())
    like = next(iter(parts[0].figures.values()))
    behind = [f for f in sentence.between(first + 1, end) if f.role in SUMMED and f.fits(like)]
    return next((f for f in behind if wanted.search(text[start : f.start]) and "扣" not in f.words), None)


def _opens(match: re.Match[str], sentence: Sentence) -> bool:
    """Whether the word begins a list here: not 主要包括, and nothing that it is only a part of."""
    text = sentence.passage.text
    before = text[max(match.start() - 2, 0) : match.start()]
    if _ANOTHER.match(text, match.end()) or _is_of_deductions(match, sentence):
        return False
    return not (before.endswith(("主要", "不", "还", "均", "也", "仅")) and match["word"] in ("包括",))


def _is_of_deductions(match: re.Match[str], sentence: Sentence) -> bool:
    """得12.5分，扣2.5分，其中A扣1.5分，B扣1分；C得12分: deductions are listed, no points."""
    points = [f for f in sentence.figures if f.measure is Metric.SCORE]
    before = [f for f in points if f.end <= match.start()][-1:]
    behind = [f for f in points if f.start >= match.end()][:1]
    return bool(before and behind) and all(DEDUCTED.search(f.words) for f in (*before, *behind))


def _list_at(
    match: re.Match[str], sentence: Sentence, sentences: Sequence[Sentence], words: AuditWords
) -> Iterator[StatedList]:
    for wholes in wholes_by_unit(match.start(), sentence, sentences):
        yield from _list_of(match, wholes, sentence, sentences, words)


def _list_of(
    match: re.Match[str],
    wholes: dict[FigureRole, StatedFigure],
    sentence: Sentence,
    sentences: Sequence[Sentence],
    words: AuditWords,
) -> Iterator[StatedList]:
    text, end = sentence.passage.text, _closing(sentence, match.start())
    if match.end() >= len(text.rstrip("：；，。")) and not sentence.between(match.end(), end):
        parts = list(numbered_parts(sentence, sentences, wholes))
        if len(parts) > 1:
            yield StatedList(match["word"], wholes, parts, sentence, match.start(), numbered=True)
        elif len(plain := list(plain_parts(sentence, sentences, wholes))) > 1:
            closed = words.closed_set([part.label for part in plain])
            unsure = closed is None
            yield StatedList(match["word"], wholes, plain, sentence, match.start(), unsure=unsure)
        return
    parts, unsure = parts_between(sentence, match.end(), end, wholes)
    if total := _total_behind(parts, sentence, match.end(), end):
        own, wholes = wholes, {total.role: total}
        parts = [part for part in parts if all(f.start < total.start for f in part.figures.values())]
        if words.closed_set([part.label for part in parts]):  # 187家，其中A64家、B123家，合计187家
            yield StatedList(match["word"], own, list(parts), sentence, match.start())
    parts += _continued(sentence, sentences, parts, wholes, words) if end == sentence.end else []
    if not parts or (match["word"] in _MAINLY and not re.match("其他|其它|其余", parts[-1].label)):
        return
    behind = text[next(iter(parts[-1].figures.values())).end : end]
    listed = StatedList(match["word"], wholes, parts, sentence, match.start(), open="等" in behind[:4])
    listed.unsure = unsure
    if run := tight_run(sentence, match.end(), end, wholes):
        tight = StatedList(match["word"], wholes, run, sentence, match.start(), tight=True)
        longer = _figures_of(run) != _figures_of(parts)
        tight.also = listed if longer and not listed.unsure else None
        yield tight
        return
    first = parts_of_first_clause(sentence, match.end(), end, wholes)
    if len(first) > 1 and _figures_of(first) != _figures_of(parts):
        total = _total_behind(first, sentence, match.end(), end)
        own = {total.role: total} if total else wholes
        listed.also = StatedList(match["word"], own, first, sentence, match.start())
    elif whole_set := _closed_part(parts, words):
        listed.also = StatedList(match["word"], wholes, whole_set, sentence, match.start())
    yield listed


def _closed_part(parts: Sequence[ListPart], words: AuditWords) -> list[ListPart]:
    """货物、工程、服务，采购预算166万元: the first parts, if they alone are a whole set."""
    labels = [part.label for part in parts]
    if len(labels) <= 2 or words.closed_set(labels):
        return []
    for count in range(len(labels) - 1, 1, -1):
        closed = words.closed_set(labels[:count])
        if closed and not closed.partial and not closed.mostly:
            return list(parts[:count])
    return []


def _closing(sentence: Sentence, start: int) -> int:
    """Where the list ends at the latest: its bracket, 组成 of 由…组成, another splitting, or the sentence."""
    text, depth = sentence.passage.text, 0
    for place in range(start, sentence.end):
        depth += text[place] == "（"
        if text[place] == "）":
            if not depth:
                return place
            depth -= 1
    again = _SPLIT_AGAIN.search(text, start + 1, sentence.end)
    made_up = _MADE_UP_END.search(text, start, sentence.end) if text[start] == "由" else None
    return min(one.start() if one else sentence.end for one in (again, made_up))


def _continued(
    sentence: Sentence,
    sentences: Sequence[Sentence],
    parts: Sequence[ListPart],
    wholes: dict[FigureRole, StatedFigure],
    words: AuditWords,
) -> list[ListPart]:
    """Parts in the sentences behind, 其中：人员经费…。公用经费…。, where together they are a whole set."""
    labels = [part.label for part in parts]
    if not labels or words.closed_set(labels) or _is_whole_already(parts, wholes):
        return []
    more: list[ListPart] = []
    for following in sentences[sentence.number + 1 : sentence.number + 6]:
        if not following.figures and _NAMES_ONLY.match(following.text):
            continue  # 人员经费…万元。主要包括：基本工资、…。公用经费…万元
        near = (
            following.passage is sentence.passage or following.passage.number - sentence.passage.number <= 3
        )
        if not near or following.passage.heading or _ANOTHER_WHOLE.match(following.text):
            break
        found, _ = parts_between(following, following.start, following.end, wholes)
        if not found:
            break
        more.append(found[0])
        if words.closed_set([*labels, *(part.label for part in more)]):
            return more
    return []


def _is_whole_already(parts: Sequence[ListPart], wholes: dict[FigureRole, StatedFigure]) -> bool:
    """Whether the parts so far make up the whole."""
    for whole in wholes.values():
        figures = [figure for part in parts for figure in part.figures.values() if figure.fits(whole)]
        if figures and sum(figure.value for figure in figures) == whole.value:
            return True
    return False
