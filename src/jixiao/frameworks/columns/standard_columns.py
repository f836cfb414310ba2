"""A standard spread over several columns: 优 | 良 | 中 | 差, or what is asked and the points beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from jixiao.documents.document import SourceTable
from jixiao.frameworks.columns.column_content import texts_below
from jixiao.frameworks.columns.header_words import header_word, role_of
from jixiao.frameworks.wording.awards import awards
from jixiao.frameworks.wording.names import weight_of
from jixiao.frameworks.wording.texts import tidy
from jixiao.frameworks.wording.words import score_table_words
from jixiao.model.figures import plain

FEWEST_GRADES = 2
LONGEST_AWARD = 8  # characters of a header that is an award by itself
_GETS = ("得", "计", "记", "赋", "不", "扣")
_POINTS = re.compile(r"\d+(?:\.\d+)?分?(?:[-~—－～至]\d+(?:\.\d+)?分?)?")
_COEFFICIENT = re.compile(r"0(?:\.\d+)?|1(?:\.0+)?")
_NONE = re.compile(r"[-—－–/／\\]+")
_GIVES = re.compile(r"[得计记扣赋]\D{0,3}\d|满分|不得分")
_TAKES, _FIRST = re.compile("[扣减]"), re.compile(r"\d+(?:\.\d+)?")
_OF_HUNDRED = re.compile(r"(\d)分")
_INSIDE = re.compile(r"\(([^()]*\d[^()]*)\)$")


def grade_columns(table: SourceTable, rows: range, columns: Sequence[int]) -> dict[int, str]:
    """The columns that are headed by grades, with their labels; empty if fewer than two are."""
    names = score_table_words().rows["grade_columns"]
    heads = {column: tidy(table.seen(rows[-1], column)) for column in columns}

    def below(column: int) -> list[str]:
        return texts_below(table, rows[-1], column)

    found = {
        column: head
        for column, head in heads.items()
        if (header_word(head) in names or (_outcome(head) and not _weights(below(column))))
        and _own(table, rows[-1], column)
    }
    alone = len(found) < FEWEST_GRADES and not _beside_standard(table, rows, columns, found)
    return {} if alone else found


def _beside_standard(
    table: SourceTable, rows: range, columns: Sequence[int], found: Mapping[int, str]
) -> bool:
    """满分标准 | 扣分标准: what earns all in one column, and what is taken in another."""
    others = (column for column in columns if column not in found)
    taking = any(role_of(table.seen(rows[-1], column)) == "standard" for column in others)
    words = score_table_words().rows
    ends = (*words["full_columns"], *words["zero_columns"])
    return taking and all(header_word(head) in ends for head in found.values()) and bool(found)


def _outcome(label: str) -> str:
    """What a header says that its cells earn: 满分标准, 零分条件, 得60%; “” for one that does not."""
    words = score_table_words().rows
    word = header_word(label)
    if word in words["full_columns"]:
        return "得满分"
    if word in words["zero_columns"]:
        return "不得分"
    if not awards(word) or len(word) > LONGEST_AWARD:
        return ""
    return f"，{word}" if word.startswith(_GETS) else f"，得{word}"


def _own(table: SourceTable, row: int, column: int) -> bool:
    merge = table.merge(row, column)
    return merge is None or merge.left == column


def gives_points(table: SourceTable, rows: range, column: int) -> bool:
    """Whether a column below the header of the standards only holds the points of what stands beside it."""
    headed = len(rows) > 1 and role_of(table.seen(rows[0], column)) == "standard"
    cells = [cells[column] for row, cells in table.rows.items() if row > rows[-1] and column in cells]
    texts = [tidy(cell.text) for cell in cells if cell.text.strip()]
    return headed and bool(texts) and all(_POINTS.fullmatch(text) for text in texts)


def steps_beside(
    table: SourceTable, row: int, roles: Mapping[int, str], columns: Sequence[int]
) -> tuple[int, int] | None:
    """评分档次 | 档次得分: what is found and what it gives, a row for each, in rows that share a weight."""
    filled = {column: texts_below(table, row, column) for column in columns}
    weights = [len(filled[column]) for column, role in roles.items() if role == "weight"]
    if not weights or any(any(map(awards, texts)) for texts in filled.values()):
        return None
    used = [column for column in columns if filled[column] and roles.get(column) not in ("level", "weight")]
    for before, column in pairwise(used):
        said, points = filled[before], filled[column]
        more = len(points) * 3 >= max(weights) * 4 and len(said) >= len(points)
        if more and _all_points(points) and not _all_points(said):
            return before, column
    return None


def _weights(texts: Sequence[str]) -> bool:
    """满分 above figures or shares, and perhaps a header that is repeated."""
    figures = sum(bool(_POINTS.fullmatch(tidy(text)) or weight_of(text, None)) for text in texts)
    return figures * 2 > len(texts)


def _all_points(texts: Sequence[str]) -> bool:
    return bool(texts) and all(_POINTS.fullmatch(tidy(text)) for text in texts)


def standard_of(texts: Mapping[int, str], grades: Mapping[int, str], points: Mapping[int, str]) -> str:
    """The texts of the columns of a row as one standard. `points`: columns of points, with their headers."""
    said: list[str] = []
    for column, text in texts.items():
        if not text or _NONE.fullmatch(tidy(text)):
            continue
        if column in points and said:
            said[-1] = f"{said[-1].rstrip('。；;，,')}，{_given(text, points[column])}；"
        elif column in grades:
            said.append(f"{_of_grade(grades[column], text)}；")
        else:
            said.append(text)
    return "\n".join(said)


def _of_grade(label: str, text: str) -> str:
    """What is said below 优, with the points that its header gives if the cell gives none."""
    name, inside = header_word(label), _INSIDE.search(label)
    if outcome := _outcome(label):
        return text.rstrip("。；;") if awards(text) else f"{text.rstrip('。；;')}{outcome}"
    if _POINTS.fullmatch(tidy(text)):
        return f"{name}得{_in_points(text)}"
    if inside and not _GIVES.search(tidy(text)):  # 80-90分 below B（80%）: what is found, and no award
        found = _OF_HUNDRED.sub(r"\1", text.rstrip("。；;"))
        return f"{found}，得{_worth(inside[1])}"
    return f"{name}：{text.rstrip('。；;')}"


def _worth(inside: str) -> str:
    """What the header of a grade gives: 80%, 0.8 of the weight, or 8 points."""
    if _COEFFICIENT.fullmatch(inside):
        return f"分值的{plain(Decimal(inside) * 100)}%" if Decimal(inside) else "0分"
    return f"分值的{inside}" if "%" in inside else _in_points(inside) if _POINTS.fullmatch(inside) else inside


def _given(text: str, head: str) -> str:
    """What a figure below 得分 gives; below 扣分 it takes."""
    if not _TAKES.search(header_word(head)):
        return f"得{_in_points(text)}"
    return "不扣分" if not Decimal(_FIRST.findall(tidy(text))[0]) else f"扣{_in_points(text)}"


def _in_points(text: str) -> str:
    return f"{tidy(text).rstrip('分')}分"
