"""A standard taken apart: what is awarded or deducted, under which condition, and what is said beside it."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from jixiao.frameworks.wording.percent_points import in_points
from jixiao.frameworks.wording.texts import POINT, prose
from jixiao.frameworks.wording.words import ScoreTableWords, score_table_words
from jixiao.model.figures import plain

_SENTENCE = re.compile(r"[。;\n]")
_FORMULA = re.compile(  # 控制率=支出/预算,≤100%; (采购额/采购预算)×100%,达到90%
    r"^(?:[^=,]{1,24}(?:率|度|比例|比重)=)?[^=,]*[÷/][^,\d≤≥<>]*(?:[×*]100%(?![×*]),?|,)"
)
_OF_WHOLE = re.compile(
    "分值|权重|满分|标准分|总分"
)  # 得分值的80%: no points, also where weights are in percent
_REFERS = re.compile(r"[得计占为](?:满分|\d+(?:\.\d+)?[分%]).{0,4}")  # 满足①得2分，满足②得1分
_EDGES = ",:、。;\n的"
MOST_CLAUSES = 60  # awards and deductions; a long standard has twenty


class Clause(msgspec.Struct, frozen=True):
    """An award or a deduction. `amounts`: its numbers as printed; `before`: the sentences in front."""

    kind: str
    amounts: tuple[Decimal, ...]
    condition: str
    before: tuple[str, ...]
    text: str

    @property
    def amount(self) -> Decimal:
        return self.amounts[0]


class Standard(msgspec.Struct, frozen=True):
    """What one row of a table says. `full`: its weight; `tail`: what follows the last clause."""

    name: str
    full: Decimal
    text: str
    clauses: tuple[Clause, ...]
    tail: str
    asides: tuple[tuple[str, str], ...]  # kind and text of what is said beside the clauses
    points: tuple[str, ...]  # the numbered points of the standard, or of the explanation beside it
    in_percent: bool  # the table gives its weights in percent, so that 1% is a point
    target: Decimal | None = None  # the value in the column of targets

    def aside(self, kind: str) -> str:
        return next((text for each, text in self.asides if each == kind), "")

    def of(self, *kinds: str) -> tuple[Clause, ...]:
        return tuple(clause for clause in self.clauses if clause.kind in kinds)

    def score(self, clause: Clause) -> Decimal | None:
        """The points of an award of one figure; None if it has none."""
        match clause.kind:
            case "full":
                return self.full
            case "zero":
                return Decimal(0)
            case "half":
                return self.full / 2
            case "share":
                return self.full * clause.amount / 100
            case "award":
                return clause.amount
        return None

    def lost(self, clause: Clause) -> Decimal | None:
        """The points that a deduction takes."""
        match clause.kind:
            case "deduct":
                return clause.amount
            case "deduct_share":
                return self.full * (clause.amount if clause.amounts else Decimal(50)) / 100
            case "deduct_all":
                return self.full
        return None


_ALWAYS = ("no_case", "round_up", "round_down", "floor", "cap", "least", "ceiling", "base")


def take_apart(
    name: str,
    full: Decimal,
    text: str,
    beside: str = "",
    in_percent: bool = False,
    target: Decimal | None = None,
) -> Standard:
    """`beside`: the explanation that stands in another cell of the row."""
    words = score_table_words()
    whole = in_points(prose(text), full) if in_percent else prose(text)
    whole = _in_points(whole, full, words)
    rest, asides = whole, []
    kinds = (*_ALWAYS, "round_exact") if words.found(words.conditions, "step", whole) else _ALWAYS
    for kind in kinds:
        while (match := words.said(kind, rest)) and not _of_a_part(kind, match[0], full):
            asides.append((kind, match[0]))
            rest = rest[: match.start()] + rest[match.end() :]
    clauses, tail = _clauses(rest, words)
    if in_percent:
        clauses = tuple(_of_points(clause, full) for clause in clauses)
    points = _points(rest)
    if not points or all(_REFERS.fullmatch(each) for each in points):
        points = _points(prose(beside)) or points
    return Standard(name, full, whole, clauses, tail, tuple(asides), points, in_percent, target)


_GIVEN = re.compile(r"[得计](\d+(?:\.\d+)?)分$")


def _of_a_part(kind: str, text: str, full: Decimal) -> bool:
    """“不存在项目之间挪用得2分” of 6: an award like others, and no unit that has no such case."""
    given = _GIVEN.search(text) if kind == "no_case" else None
    return given is not None and Decimal(given[1]) != full


_POINTS_OF = {"share": "award", "share_range": "range", "deduct_percent": "deduct"}


def _of_points(clause: Clause, full: Decimal) -> Clause:
    """“计8%” in a table whose weights are percent gives 8 points."""
    kind = _POINTS_OF.get(clause.kind)
    if kind is None or max(clause.amounts) > full or _OF_WHOLE.search(clause.text):
        return clause
    return msgspec.structs.replace(clause, kind=kind)


def _in_points(text: str, full: Decimal, words: ScoreTableWords) -> str:
    """“各占1/3分值” of 6 points as “各得2分”, if that is a figure."""
    match = words.found(words.conditions, "equal_parts", text)
    if match is None:
        return text
    share = match.groupdict().get("p")
    number = Decimal(100) / Decimal(share) if share else Decimal(match["n"])
    part = round(full / number, 2)
    if part * number != full:
        return text
    return f"{text[: match.start()]},各得{plain(part)}分{text[match.end() :]}"


def _clauses(text: str, words: ScoreTableWords) -> tuple[tuple[Clause, ...], str]:
    clauses: list[Clause] = []
    begin = 0
    outcomes = _Outcomes(text, words)
    while len(clauses) <= MOST_CLAUSES and (found := outcomes.first_from(begin)):
        kind, match = found
        *before, condition = _SENTENCE.split(text[begin : match.start()])
        if POINT.search(condition) is None and not condition.strip(_EDGES) and before and clauses == []:
            *before, condition = [each for each in before if each.strip(_EDGES)] or [""]
        amounts = tuple(Decimal(value) for value in match.groupdict().values() if value)
        kept = tuple(each for sentence in before if (each := sentence.strip(_EDGES)))
        clauses.append(Clause(kind, amounts, _trimmed(condition), kept, match[0]))
        begin = match.end()
    return tuple(clauses), text[begin:].strip(_EDGES)


def _trimmed(condition: str) -> str:
    """Without what belongs to the neighbours: their brackets, commas, the formula of the rate."""
    condition = _FORMULA.sub("", condition)
    condition = condition.strip(_EDGES).lstrip(")]").rstrip("([").strip(_EDGES)
    return condition.rpartition(":")[2] or condition  # 按偏离程度计分：等于100%


class _Outcomes:
    """The awards and deductions of a text, each pattern searched no further back than it has to be."""

    def __init__(self, text: str, words: ScoreTableWords) -> None:
        self.text = text
        self.left = [(kind, pattern, pattern.search(text)) for kind, pattern in words.outcome_patterns]

    def first_from(self, begin: int) -> tuple[str, re.Match[str]] | None:
        """The first from a place on; of several at one place, the first kind listed."""
        ahead = ((kind, pattern, self._ahead(pattern, match, begin)) for kind, pattern, match in self.left)
        self.left = [(kind, pattern, match) for kind, pattern, match in ahead if match]
        found = ((kind, match) for kind, _, match in self.left if match and match.end() > match.start())
        return min(found, key=lambda each: each[1].start(), default=None)

    def _ahead(
        self, pattern: re.Pattern[str], match: re.Match[str] | None, begin: int
    ) -> re.Match[str] | None:
        return pattern.search(self.text, begin) if match and match.start() < begin else match


def _points(text: str) -> tuple[str, ...]:
    """The texts of numbered points, if they count from one."""
    pieces = POINT.split(text)
    numbers, texts = pieces[1::2], pieces[2::2]
    if len(numbers) < 2 or [int(number) for number in numbers] != list(range(1, len(numbers) + 1)):
        return ()
    return tuple(_SENTENCE.split(text.strip())[0].strip(_EDGES) for text in texts)
