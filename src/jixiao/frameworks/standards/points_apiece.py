"""“有制度、有执行，各得1分”, “收支、采购两项业务，每建立一项得1分”: points of the same worth."""

from __future__ import annotations

import re
from decimal import Decimal

from jixiao.frameworks.standards.span import span_in
from jixiao.frameworks.standards.standard import Clause, Standard
from jixiao.frameworks.wording.numerals import numeral
from jixiao.frameworks.wording.words import score_table_words

_EACH = re.compile(r"(?:等)?(?:每|各)(?:有|具备|建立|制定)?(?:一|1)?(?:项|个|条|制|类)$")
_COUNTS = re.compile(r"(?:以上|上述)?\d+个?(?:方面|项|部分|要点|环节|点)(?:内容)?")  # 两个方面各占50%
_LISTED = re.compile(r"[^,;。:()]{1,24}(?:、[^,;。:、()]{1,24})+")
_NUMBER = re.compile(r"(?:等)?(\d+|[二两三四五六七八九十])(?:大|项|个|类|方面|部分)")
_LEAD = re.compile(r"^(?:建立健全|建立|制定|健全|完善|出台|编制|具有|具备|有)(?=.{2})")


def points_apiece(clause: Clause, standard: Standard) -> list[str]:
    """The texts of the points, if they come to the weight."""
    return _enumerated(clause, standard) or _in_sentence(clause, standard)


def _in_sentence(clause: Clause, standard: Standard) -> list[str]:
    texts = [text for text in re.split(r"[、,;]", clause.condition) if text and not _COUNTS.fullmatch(text)]
    score = standard.score(clause) or 0
    each = _EACH.search(clause.condition)
    if each and texts:  # 法人责任制、监理制每项2分
        texts[-1] = _EACH.sub("", texts[-1])
        texts = [text for text in texts if text]
    named = names_apiece(clause) or (each is not None and len(texts) > 1)
    return texts if named and len(texts) * score == standard.full else []


def mixed_points(awards: tuple[Clause, ...], standard: Standard) -> list[tuple[str, Decimal]]:
    """“有制度、有执行各得1分；有检查得3分”: some of them apiece, if all come to the weight."""
    found: list[tuple[str, Decimal]] = []
    for clause in awards:
        texts = re.split(r"[、,;]", clause.condition) if names_apiece(clause) else [clause.condition]
        found += [(text.rstrip("的"), standard.score(clause) or Decimal(0)) for text in texts if text]
    mixed = any(map(names_apiece, awards)) and len(found) > len(awards) > 1
    return found if mixed and sum(score for _, score in found) == standard.full else []


def _enumerated(clause: Clause, standard: Standard) -> list[str]:
    """A list, with or without the number of what it names, in front of what each of them earns."""
    score = standard.score(clause) or 0
    own = [part for part in clause.condition.split(",") if part and part[0] not in "每各凡"]
    texts_before = [*(own if len(own) == 1 else []), *clause.before]
    texts_before = [text for text in texts_before if not _is_range(text, standard.name)]
    for listed in (match for text in texts_before for match in _LISTED.findall(text)):
        count = _NUMBER.search(listed)
        named = listed[: count.start()] if count else listed
        texts = [_LEAD.sub("", text) for text in named.split("、") if text]
        said = int(numeral(count[1])) if count else len(texts)
        if len(texts) == said > 1 and said * score == standard.full and "等" not in named[-1:]:
            return [_EACH.sub("", text).rstrip("的") for text in texts]
    return []


def _is_range(text: str, name: str) -> bool:
    """“80%及以上、不足90%”: the two ends of one range."""
    span = span_in(text, name)
    return span is not None and None not in (span.low, span.high) and span.clear and not span.exact


def names_apiece(clause: Clause) -> bool:
    """“各得1分”, “每项1分”."""
    return clause.text.startswith(tuple(score_table_words().conditions["apiece"]))


def said_points(standard: Standard) -> int | None:
    """“具备以下三项要点”, “内容、时限、形式均符合”: how many points the text says there are."""
    words = score_table_words()
    match = words.said("points", standard.text)
    if match and int(match["n"]) > 1:  # 每有1项指标未量化
        return int(match["n"])
    listed = words.said("listed_points", standard.text)
    return listed["list"].count("、") + 1 if listed else None
