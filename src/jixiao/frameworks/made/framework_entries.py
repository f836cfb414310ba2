"""A table that was read -> the indicators of a framework's file; what is not sure is scored by hand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from string import ascii_uppercase
from typing import Any

import msgspec

from jixiao.frameworks.indicator_read import IndicatorRead
from jixiao.frameworks.made.entry_texts import printed_texts, target_apart, target_of
from jixiao.frameworks.made.framework_examples import converted, example_of
from jixiao.frameworks.read_framework import FrameworkRead
from jixiao.frameworks.standards.rule_words import rule_words
from jixiao.frameworks.wording.words import score_table_words
from jixiao.methods.method import ScoringMethod
from jixiao.model.figures import plain
from jixiao.model.term import Vocabulary
from jixiao.pack.method_words import method_words
from jixiao.relation.binding import bind_value
from jixiao.relation.syntax import RelationError

HAND = {"type": "manual"}
SLOT = "free_rows"
SLOT_NAME = "（单位自定）"
SLOT_STANDARD = "由单位设三级指标并分配分值，得分为各项之和。"
_ABSENT = "（没有这项业务的，在扣分原因写“不适用：…”）"
NO_ROUNDING = (
    "评分标准没有写不足一步的怎样扣，按一步扣；不是这样的，在参数里写“不足一步：不扣”或“不足一步：按比例”"
)
NO_ROOM = "这样的评分标准工作簿里不能自动评分"

Entry = dict[str, Any]


class Room(msgspec.Struct, frozen=True):
    """What the form offers: terms, and columns for the points of a checklist."""

    vocabulary: Vocabulary
    point_columns: int
    free_rows: str = ""  # the sum of the unit's own indicators of a level, {}; empty: the form has none
    free_id: str = ""

    def measure(self, relation: str) -> str:
        """The relation, if it is one figure of the workbook; one of each project, or unknown, is entered."""
        for each in (relation, score_table_words().money.in_one_project(relation)) if relation else ():
            try:
                return "" if bind_value(each, self.vocabulary).path else each
            except RelationError:
                continue
        return ""


def entries_of(read: FrameworkRead, room: Room) -> Iterator[tuple[Entry, bool]]:
    """Each indicator as it stands in the file, and whether it has a rule, and yet people score it."""
    rows, left = weighed(read), dict(read.open_levels)
    for number, level1 in enumerate(dict.fromkeys(each.row.level1 for each in read.rows)):
        letter = ascii_uppercase[number % len(ascii_uppercase)]
        inside = (each for each in rows if each.row.level1 == level1)
        yield from (_entry(each, f"{letter}{n}", read, room) for n, each in enumerate(inside, 1))
        if level1 in left and room.free_rows:
            yield _slot(level1, list(left).index(level1) + 1, read, room), False


def _slot(level1: str, number: int, read: FrameworkRead, room: Room) -> Entry:
    """What the table leaves to the unit: one indicator that adds up the unit's own."""
    points, method = read.open_levels[number - 1][1], {"type": SLOT}
    return {
        "id": f"{room.free_id}{number}",
        "level1": level1,
        "level2": level1,
        "name": f"{level1}{SLOT_NAME}",
        "max_score": plain(points),
        "standard": SLOT_STANDARD,
        "basis": {"document": read.file, "clause": read.name},
        "measure": room.free_rows.replace("{}", level1),
        "examples": [{"value": plain(points), "score": plain(points)}],
        "method": method,
    }


def weighed(read: FrameworkRead) -> list[IndicatorRead]:
    """The rows that carry points, level by level; of those of which one is chosen, the first."""
    repeated = [row for group in read.choices for row in group[1:]]
    rows = [each for each in read.rows if each.weight and each.row not in repeated]
    levels = list(dict.fromkeys(each.row.level1 for each in rows))
    seconds = list(dict.fromkeys(each.row.levels for each in rows))
    return sorted(rows, key=lambda each: (levels.index(each.row.level1), seconds.index(each.row.levels)))


def name_of(each: IndicatorRead, read: FrameworkRead) -> str:
    """Its name; the names of all rows of which one is chosen."""
    group = next((group for group in read.choices if group[0] is each.row), ())
    return "／".join(row.name for row in group) or each.row.name or second_level(each)


def second_level(each: IndicatorRead) -> str:
    """A table without second levels has its first ones there."""
    return each.row.level2 or each.row.level1


def _entry(each: IndicatorRead, number: str, read: FrameworkRead, room: Room) -> tuple[Entry, bool]:
    method, measured = _method(each, room)
    hand = method["type"] == "manual"
    hint = target_apart(each)
    hint += f"（请自行评分：{'；'.join(each.doubts)}）" if hand and each.doubts else ""
    absent = read.absent.named.get(each.row.name, "")
    entry: Entry = {
        "id": number,
        "level1": each.row.level1 or each.row.name,
        "level2": second_level(each) or each.row.name,
        "name": name_of(each, read),
        "max_score": plain(each.weight or Decimal(0)),
        "standard": each.standard or target_of(each) or rule_words(each.rule),
        "hint": hint + (_ABSENT if absent else ""),
        "not_applicable": absent,
        "formula": each.explanation,
        "printed": printed_texts(each, read),
        "offer": _offer(each, room) if hand else "",
        "assumed": _assumed(each, method, room),
        "basis": {"document": read.file, "clause": read.name},
        **measured,
        **_special(each, method, measured),
        "examples": [example_of(method, each.weight or Decimal(0))],
        "method": method,
    }
    return {key: value for key, value in entry.items() if value not in ("", [])}, hand and bool(
        each.rule.type
    )


def _method(each: IndicatorRead, room: Room) -> tuple[Entry, Entry]:
    """The method as the file says it, and where its measure comes from."""
    rule, relation = _understood(each, room)
    if not each.sure or rule is None:
        return HAND, {}
    method = converted(rule)
    if relation or method is None:
        return rule, {"measure": relation}
    return rule, ({"entered": "actual"} if method.rate else {}) | _rates(method, each)


def _rates(method: ScoringMethod, each: IndicatorRead) -> Entry:
    """Beyond which rates what people enter is a slip."""
    lowest, highest = method_words().typed_rates(method, each.row.name)
    return ({"lowest": plain(lowest)} if lowest else {}) | ({"highest": plain(highest)} if highest else {})


def _understood(each: IndicatorRead, room: Room) -> tuple[Entry | None, str]:
    """The rule, sure or not, in a method that the form has room for; and the measure that it scores."""
    relation = room.measure(each.measure.relation)
    given = {"type": each.rule.type, **each.rule.parameters}
    rule = _fitted(given, bool(relation), room.point_columns)
    method = converted(rule)
    if method is None or any(method.unsound(each.weight or Decimal(0))):
        return None, relation
    return rule, relation if method.rate else ""


def _offer(each: IndicatorRead, room: Room) -> Entry:
    """What was understood of a row that people score all the same, and why it is not sure."""
    rule, relation = _understood(each, room)
    known = {} if rule in (None, HAND) else {"method": rule}
    measure = {"measure": relation} if relation else {}
    return {"doubt": "；".join(each.doubts) or NO_ROOM, **known, **measure}


def _assumed(each: IndicatorRead, method: Entry, room: Room) -> str:
    """What the reading had to make up, where the row is, or can be, scored by such a rule."""
    meant = _understood(each, room)[0] or HAND if method == HAND else method
    return NO_ROUNDING if each.rule.silent and meant["type"] == "per_point" else ""


def _special(each: IndicatorRead, method: Entry, measured: Entry) -> Entry:
    """A unit without such a case gets the full score, if the text says so."""
    _, divided, divisor = measured.get("measure", "").partition(" / ")
    if not (each.rule.spared and divided and "limit" in method):
        return {}
    return {"special": [{"when": f"{divisor} = 0", "value": method["limit"], "says": each.rule.spared}]}


def _fitted(rule: Entry, computed: bool, point_columns: int) -> Entry:
    """The same rule in the method that suits how its measure comes about, and the room of the form."""
    if rule["type"] == "proportional" and computed and _is_execution(rule):
        capped = {"cap": rule["target"]} if Decimal(rule.get("target", 1)) != 1 else {}
        return {"type": "execution", **capped} | {k: v for k, v in rule.items() if k == "zero_below"}
    if rule["type"] == "execution" and not computed:
        return {"type": "proportional", "target": "1"}
    points = [point["score"] for point in rule.get("points", ())]
    if len(points) > point_columns and len(set(points)) == 1:
        return {"type": "each_violation", "deduct": points[0]}  # points alike: what is missed is counted
    return rule if len(points) <= point_columns else HAND


def _is_execution(rule: Entry) -> bool:
    """Of a rate, not of a number of something."""
    return not rule.get("inverse") and Decimal(rule.get("target", 1)) <= 1
