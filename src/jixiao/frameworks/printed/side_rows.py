"""Rows of a score table that are no indicators: notes, sums, bonuses, what stands below the total."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from jixiao.frameworks.columns.header_words import header_word
from jixiao.frameworks.printed.notes import printed_line
from jixiao.frameworks.printed.outline import rank_of
from jixiao.frameworks.printed.printed_rows import LevelTotal, PrintedRows, SumRow
from jixiao.frameworks.printed.table_row import TableRow
from jixiao.frameworks.wording.names import printed_name, weight_of
from jixiao.frameworks.wording.texts import shown, tidy
from jixiao.frameworks.wording.words import score_table_words

_WHOLES = (1, 100)
_GIVES = re.compile(r"得(?:满分|\d)|满分")
_LETTERS = "ABCDEFGHIJKLMNOPQRST"


def is_note(row: TableRow, texts: list[str]) -> bool:
    """“注：…” and signatures, which end the indicators."""
    words, first = score_table_words().rows, tidy(texts[0])
    signed = first.startswith(words["signatures"])
    noted = any(first.startswith(word) and not first[len(word) :][:1].isalpha() for word in words["notes"])
    return (signed or noted) and (row.wide or (len(texts) < 3 and row.own_weight is None))


def is_behind(found: PrintedRows, row: TableRow) -> bool:
    """Whether a row without weight and standard stands below the total: 自评结论, 存在问题."""
    ended = any(each.whole and each.after for each in found.sums)
    standards = row.columns.roles.get("standard", ())
    said = any(row.begins(column) and row.cell(column)[0] for column in standards)
    return ended and row.own_weight is None and not said


def is_text(row: TableRow) -> bool:
    """Whether what stands in the place of the name reaches over the weight, so that it is neither."""
    name, weights = row.columns.name, row.columns.weights.get(row.columns.name)
    over = weights is not None and row.spot(weights) == row.spot(name)
    return over and not row.wide and printed_name(row.cell(name)[0]).weight is None


def is_full(row: TableRow) -> bool:
    """Whether a row below a note is an indicator again."""
    return row.own_weight is not None and bool(row.cell(row.columns.name)[0]) and not row.wide


def numbers_columns(texts: list[str]) -> bool:
    """A row such as 1 | 2 | 3, 栏次 | 1 | 2 | 3=2-1 or A | B | C."""
    signs = [tidy(text).partition("=")[0] for text in texts]
    counts = (signs, signs[1:])
    return len(texts) > 3 and any(
        one == [str(n) for n in range(1, len(one) + 1)] or one == list(_LETTERS[: len(one)]) for one in counts
    )


def is_outside(found: PrintedRows, row: TableRow, texts: list[str]) -> bool:
    """加分项 and its like: beside the total, so no indicator; told."""
    names = [texts[0]] if row.wide else [header_word(texts[0]), *row.labels]
    words = score_table_words().rows
    said = [printed_name(name).text for name in names]
    named = any(name.startswith(words["outside"]) or name in words["outside_alone"] for name in said)
    inside = words["outside_inside"][0]
    named = named or any(re.search(inside, tidy(each)) for each in texts[:2])
    unnamed, named = not named and _gives_less(row), named or _adds_or_takes(row)
    goes_on = found.beside and len(row.labels) > 1 and not row.labels[0] and not row.wide
    goes_on = goes_on or (found.beside_below is not None and not _ends(found, row))
    if named and _heads(found, row):
        rank = rank_of(row)
        found.beside_below = -1 if rank is None else rank
    elif not goes_on:
        found.beside_below = None
    found.beside = named or goes_on
    if found.beside:
        (found.negative if unnamed else found.outside).append(" ".join(shown(text) for text in texts))
        found.lines.append((None, printed_line(texts)))
    return found.beside


def _heads(found: PrintedRows, row: TableRow) -> bool:
    """Whether 加分项 names rows below: an outline says so, or the points before it are whole."""
    points = sum(each.weight.value for each in found.rows if each.weight)
    outline = len(row.columns.levels) == 1
    whole = outline or any(each.whole for each in found.sums) or points in _WHOLES
    return whole and (row.wide or (outline and not row.text("standard").strip()))


def _ends(found: PrintedRows, row: TableRow) -> bool:
    """Whether a row below such a heading is a sum, or a heading numbered as high as that."""
    rank, above = rank_of(row), found.beside_below
    higher = rank is None if row.wide else False
    higher = higher or (rank is not None and above is not None and rank <= above)
    return higher or is_sum(msgspec.structs.replace(found, sums=[], level_totals=[]), row)


def _adds_or_takes(row: TableRow) -> bool:
    """Whether the weight is printed with a sign: +5, -10."""
    text, number = row.cell(row.columns.weights.get(row.columns.name))
    return tidy(text).startswith(("+", "-")) and (number is not None or weight_of(text[1:], None) is not None)


def _gives_less(row: TableRow) -> bool:
    """A weight below nothing beside a standard that gives points: a slip, where 发现一次扣5分 takes them."""
    text = tidy(row.cell(row.columns.weights.get(row.columns.name))[0])
    return _adds_or_takes(row) and text.startswith("-") and _GIVES.search(row.text("standard")) is not None


def is_sum(found: PrintedRows, row: TableRow) -> bool:
    """小计 and 合计, at any level; kept with their figure."""
    words = score_table_words().rows
    numbers = [tidy(row.cell(column)[0]) for column in row.columns.roles.get("number", ())]
    in_front = [header_word(row.cell(each)[0]) for each in row.own_columns if each < min(row.columns.levels)]
    if not row.cell(row.columns.name)[0]:  # ||合计|100
        beside = (header_word(row.cell(each)[0]) for each in row.own_columns)
        in_front += [text for text in beside if text in words["totals"]]
    labels = [printed_name(label).text for label in row.labels]
    for depth, label in [*((0, text) for text in (*numbers, *in_front)), *enumerate(labels)]:
        if label in words["carried"]:
            return True
        total = label in words["totals"]
        if total or label.endswith(words["subtotals"]):
            alone = not any(other for other in labels if other != label)
            _add_sum(found, row, label, depth, total and (depth == 0 or alone))
            return True
    return False


def _add_sum(found: PrintedRows, row: TableRow, label: str, depth: int, whole: bool) -> None:
    """The figure in a column of weights, in the label itself, or the only one of the row."""
    weights = [row.weight(column) for column in sorted(row.columns.weights.values(), reverse=True)]
    inside = printed_name(row.cell(row.columns.levels[min(depth, len(row.columns.levels) - 1)])[0]).weight
    scores = row.columns.roles.get("score", ())
    others = [row.weight(column) for column in row.own_columns if column not in scores]
    scored = [row.weight(column) for column in row.own_columns if column in scores]  # 100: misplaced
    misplaced = [weight for weight in scored if weight and weight.value in _WHOLES]
    figures = [weight for weight in (*weights, inside, *others, *misplaced) if weight]
    if whole:
        found.level_totals += _level_totals(row)
    if figures:
        found.sums.append(SumRow(label, figures[0], len(found.rows), depth, whole))


def _level_totals(row: TableRow) -> Iterator[LevelTotal]:
    for depth, level in enumerate(row.columns.levels[:-1], start=1):
        column = row.columns.weights.get(level)
        if column is not None and row.begins(column) and (weight := row.weight(column)):
            yield LevelTotal(depth, weight)
