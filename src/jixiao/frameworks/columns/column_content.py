"""What a column holds, by what stands in it, where its header says nothing known: 打分口径, 评价事项."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from jixiao.documents.document import SourceTable
from jixiao.frameworks.wording.awards import awards
from jixiao.frameworks.wording.names import weight_of
from jixiao.frameworks.wording.texts import tidy

FEWEST = 3  # cells of a column that is known by them
SHORTEST = 10  # characters of a standard that says when points are given
LONGEST_NAME = 24  # characters of an indicator's name
_DEEPEST = 40  # rows down to which a header is looked for by what stands below it
_NEAR = 6  # rows below a header in which a weight stands
_HUNDRED = Decimal(100)


def texts_below(table: SourceTable, row: int, column: int) -> list[str]:
    """The cells of a column below a row."""
    below = (cells[column].text for at, cells in sorted(table.rows.items()) if at > row and column in cells)
    return [text for text in below if text.strip()]


def awards_below(table: SourceTable, row: int, column: int) -> bool:
    """Whether a column holds standards, whatever its header calls it: 评价内容."""
    sentences = [text for text in texts_below(table, row, column) if len(text) > SHORTEST]
    return len(sentences) >= FEWEST and sum(map(awards, sentences)) * 2 > len(sentences)


def roles_by_content(
    table: SourceTable, row: int, columns: range, known: Mapping[int, str]
) -> dict[int, str]:
    """The roles that a score table needs and no header names; `known`: those that headers do name."""
    unknown = [column for column in columns if column not in known and table.seen(row, column).strip()]
    kinds = set(known.values())
    found: dict[int, str] = {}
    if "weight" not in kinds:
        found |= dict.fromkeys(_most_filled(table, row, _weights(table, row, unknown)), "weight")
    if not kinds & {"standard", "target"}:
        explaining = [column for column, role in known.items() if role == "explanation"]
        free = [column for column in unknown if column not in found]
        awarding = [column for column in (*free, *explaining) if awards_below(table, row, column)]
        found |= dict.fromkeys(awarding, "standard") or _beside_all(table, row, free, known)
    if "level" not in kinds:
        scored = [c for c, role in (*known.items(), *found.items()) if role in ("weight", "standard")]
        first = max(scored, default=0)
        found |= {c: "level" for c in unknown if c < first and c not in found and _named(table, row, c)}
    return found


def holds_texts(table: SourceTable, row: int, column: int) -> bool:
    """Whether most cells of a column are words, no figures."""
    texts = texts_below(table, row, column)
    return len(texts) >= FEWEST and sum(weight_of(text, None) is None for text in texts) * 4 > len(texts) * 3


def _beside_all(table: SourceTable, row: int, columns: list[int], known: Mapping[int, str]) -> dict[int, str]:
    """Words beside every weight, behind the levels: what is found there gives its points."""
    weights = [len(texts_below(table, row, c)) for c, role in known.items() if role == "weight"]
    levels = [column for column, role in known.items() if role == "level"]
    if not weights or not levels:
        return {}
    behind = (column for column in columns if column > max(levels) and holds_texts(table, row, column))
    enough = [c for c in behind if len(texts_below(table, row, c)) * 10 >= max(weights) * 9]
    named = len(set(texts_below(table, row, max(levels)))) * 10 >= max(weights) * 9
    return dict.fromkeys(enough[:1] if named else enough[1:2], "standard")  # the first has the names


def may_be_header(table: SourceTable, row: int, columns: range) -> bool:
    """Whether a row of unknown words can be a header: they are short, figures below, no points above."""
    if row > _DEEPEST:
        return False
    cells = [cell for cell in table.rows.get(row, {}).values() if cell.text.strip()]
    short = all(len(tidy(cell.text)) <= LONGEST_NAME for cell in cells)
    below = (table.rows.get(at, {}).values() for at in range(row + 1, row + _NEAR))
    begun = any(awards(cell.text) for at, cells in table.rows.items() if at <= row for cell in cells.values())
    return short and not begun and any(weight_of(cell.text, cell.number) for cells in below for cell in cells)


def _weights(table: SourceTable, row: int, columns: list[int]) -> Iterator[int]:
    """Columns of figures that come to a hundred, by themselves or with those of their levels."""
    for column in columns:
        weights = [weight_of(text, None) for text in texts_below(table, row, column)]
        figures = [each.value for each in weights if each]
        if len(figures) < FEWEST or len(figures) * 5 < len(weights) * 4 or max(figures) > _HUNDRED:
            continue
        if figures == [Decimal(n) for n in range(1, len(figures) + 1)]:
            continue  # they only count the rows
        whole = sum(figures, Decimal(0))
        if whole % _HUNDRED == 0 or _HUNDRED in figures or whole in (1, 2, 3):
            yield column


def _most_filled(table: SourceTable, row: int, columns: Iterator[int]) -> list[int]:
    """The column of the indicators' own weights; those of levels have fewer cells."""
    counts = {column: len(texts_below(table, row, column)) for column in columns}
    return [max(counts, key=lambda column: counts[column])] if counts else []


def _named(table: SourceTable, row: int, column: int) -> bool:
    """Whether short texts stand there, and no figures."""
    texts = texts_below(table, row, column)
    figures = sum(weight_of(text, None) is not None for text in texts)
    short = sum(len(tidy(text)) <= LONGEST_NAME for text in texts)
    return bool(texts) and figures * 4 < len(texts) and short * 10 >= len(texts) * 9
