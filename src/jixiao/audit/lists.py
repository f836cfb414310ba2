"""Parts of a whole as sentences list them: 其中：…, 包括…, A、B共计…, numbered paragraphs below 其中：."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jixiao.audit.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.lines import NUMBERED
from jixiao.audit.list_parts import parts_between, parts_of_first_clause
from jixiao.audit.numbered_lists import numbered_parts
from jixiao.audit.sentences import Sentence, blanked
from jixiao.audit.stated_list import SUMMED, ListPart, StatedList
from jixiao.audit.words import AuditWords, either

_MOST_APART = 400  # letters between a whole and its first part


_ANOTHER = re.compile(r"其中|包括|分别")
_CLASSED = re.compile(r"按(?:照)?[^，。；]{2,12}(?:分类|划分|分)[，：,、]?")


def lists_of(sentences: Sequence[Sentence], words: AuditWords) -> Iterator[StatedList]:
    """All lists of a report."""
    for sentence in sentences:
        for match in words.openers.finditer(sentence.passage.text, sentence.start, sentence.end):
            if _opens(match, sentence):
                yield from _list_at(match, sentence, sentences, words)
        yield from _joined(sentence, words)


def _opens(match: re.Match[str], sentence: Sentence) -> bool:
    """Whether the word begins a list here: not 主要包括, and nothing that it is only a part of."""
    text = sentence.passage.text
    before = text[max(match.start() - 2, 0) : match.start()]
    if _ANOTHER.match(text, match.end()):
        return False
    return not (before.endswith(("主要", "不", "还", "均", "也", "仅")) and match["word"] in ("包括",))


def _list_at(
    match: re.Match[str], sentence: Sentence, sentences: Sequence[Sentence], words: AuditWords
) -> Iterator[StatedList]:
    for wholes in _wholes_by_unit(match.start(), sentence, sentences):
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
        return
    parts, unsure = parts_between(sentence, match.end(), end, wholes)
    parts += _continued(sentence, sentences, parts, wholes, words) if end == sentence.end else []
    if not parts:
        return
    behind = text[next(iter(parts[-1].figures.values())).end : end]
    listed = StatedList(match["word"], wholes, parts, sentence, match.start(), open="等" in behind[:4])
    listed.unsure = unsure
    first = parts_of_first_clause(sentence, match.end(), end, wholes)
    if len(first) > 1 and len(first) != len(parts):
        listed.also = StatedList(match["word"], wholes, first, sentence, match.start())
    yield listed


def _wholes_by_unit(
    start: int, sentence: Sentence, sentences: Sequence[Sentence]
) -> Iterator[dict[FigureRole, StatedFigure]]:
    """What may be made up: of several counts side by side (512户903人) each for itself."""
    wholes = _wholes(start, sentence, sentences)
    if not wholes:
        return
    yield wholes
    last = max(wholes.values(), key=lambda figure: figure.place)
    own = next((one for one in sentences if last in one.figures), sentence)
    seen = {last.unit}
    for figure in reversed([f for f in own.figures if f.place < last.place]):
        counted = figure.measure is Metric.COUNT and figure.role in SUMMED
        if counted and figure.unit not in seen:
            seen.add(figure.unit)
            yield {figure.role: figure}


def _closing(sentence: Sentence, start: int) -> int:
    """Where the list ends at the latest: the bracket in which it stands, or the sentence."""
    text, depth = sentence.passage.text, 0
    for place in range(start, sentence.end):
        depth += text[place] == "（"
        if text[place] == "）":
            if not depth:
                return place
            depth -= 1
    return sentence.end


def _wholes(start: int, sentence: Sentence, sentences: Sequence[Sentence]) -> dict[FigureRole, StatedFigure]:
    """The last amount of each role before the list; of the sentence before, if the list begins its own."""
    found = _last_of_each(sentence.before(start), start, sentence)
    head = sentence.passage.text[sentence.start : start]
    if found or len(head) > _MOST_APART:
        return found
    if any(f.role in SUMMED for f in sentence.before(start)):
        return {}
    classed = bool(_CLASSED.search(head + sentence.passage.text[start : start + 12]))
    for number in range(sentence.number - 1, max(sentence.number - (7 if classed else 3), -1), -1):
        before = sentences[number]
        if classed and (before.passage.heading or _CLASSED.match(before.text)):
            continue
        if before.passage is not sentence.passage and not (classed or _follows(before, sentence)):
            break
        if found := _last_of_each(list(before.figures), before.end, before):
            return {} if classed and _is_listed(before) else found
        if before.figures:
            break
    return {}


def _is_listed(sentence: Sentence) -> bool:
    """Whether a sentence ends in a list of its own, so that its last figure is only a part."""
    return "其中" in sentence.text or "；" in sentence.text


def _follows(before: Sentence, sentence: Sentence) -> bool:
    """Whether a list may refer to a figure of the paragraph before its own."""
    return sentence.passage.number - before.passage.number == 1 and not NUMBERED.match(sentence.passage.text)


def _last_of_each(
    figures: Sequence[StatedFigure], end: int, sentence: Sentence
) -> dict[FigureRole, StatedFigure]:
    """The last figure of each role that may be a whole; of another measure than the very last one: none."""
    text = blanked(sentence.passage.text)
    depth = _depth(sentence.passage.text, sentence.start, end)
    usable = [
        figure
        for figure in figures
        if figure.measure in (Metric.MONEY, Metric.COUNT, Metric.SCORE)
        and (depth or text[figure.start] != "\0")
        and figure.role in (*SUMMED, FigureRole.CHANGE)
    ]
    if not usable:
        return {}
    last = usable[-1]
    found: dict[FigureRole, StatedFigure] = {}
    for figure in reversed(usable):
        if not figure.fits(last) or len(found) > 3:
            break
        if figure.role in found and figure.role is not FigureRole.CHANGE:
            break
        found.setdefault(figure.role, figure)
    return found


def _depth(text: str, start: int, end: int) -> int:
    return text.count("（", start, end) - text.count("）", start, end)


def _continued(
    sentence: Sentence,
    sentences: Sequence[Sentence],
    parts: Sequence[ListPart],
    wholes: dict[FigureRole, StatedFigure],
    words: AuditWords,
) -> list[ListPart]:
    """Parts in the sentences behind, 其中：人员经费…。公用经费…。, where together they are a whole set."""
    labels = [part.label for part in parts]
    if not labels or words.closed_set(labels):
        return []
    more: list[ListPart] = []
    for following in sentences[sentence.number + 1 : sentence.number + 4]:
        near = (
            following.passage is sentence.passage or following.passage.number - sentence.passage.number <= 3
        )
        if not near or following.passage.heading:
            break
        found, _ = parts_between(following, following.start, following.end, wholes)
        if not found:
            break
        more.append(found[0])
        if words.closed_set([*labels, *(part.label for part in more)]):
            return more
    return []


def _joined(sentence: Sentence, words: AuditWords) -> Iterator[StatedList]:
    """A…、B…，合计…: the whole stands behind its parts."""
    text = blanked(sentence.passage.text)
    joined = re.compile(
        rf"(?:[^，。；、]{{0,12}}?)(?:{either(words.lists.joined)})(?:金额|支出|资金|为|约|有)*"
    )
    for figure in sentence.figures:
        if figure.role not in (FigureRole.PLAIN, FigureRole.RESULT) or not joined.fullmatch(figure.words):
            continue
        earlier = [
            f
            for f in sentence.before(figure.start)
            if f.fits(figure) and f.measure is figure.measure and f.role in SUMMED and text[f.start] != "\0"
        ]
        if len(earlier) > 1 and not words.openers.search(text, sentence.start, figure.start):
            parts = [ListPart(f.label, {figure.role: f}, []) for f in earlier]
            listed = StatedList("合计", {figure.role: figure}, parts, sentence, figure.label_start, open=True)
            listed.sure = _is_one_run([*earlier, figure], text)
            yield listed


def _is_one_run(figures: Sequence[StatedFigure], text: str) -> bool:
    """Whether nothing but names stands between the figures: A6个、B3个、C2个，共11个."""
    pairs = list(pairwise(figures))
    inner = [text[one.end : other.start] for one, other in pairs[:-1]]
    last = text[pairs[-1][0].end : pairs[-1][1].start]
    return all(re.fullmatch(r"[、和及][^，。；、]{1,20}", each) for each in inner) and bool(
        re.fullmatch(r"，?(?:共计|合计|总计|共有|共)", last)
    )
