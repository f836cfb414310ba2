"""The rows below a header: indicators with their levels, sums, notes, headings, slots that units fill."""

from __future__ import annotations

from jixiao.documents.document import SourceTable
from jixiao.frameworks.names import PrintedName, Weight, printed_name, weight_of
from jixiao.frameworks.printed_rows import PrintedRow, PrintedRows, Spot, SumRow
from jixiao.frameworks.score_table import ScoreColumns
from jixiao.frameworks.table_row import TableRow
from jixiao.frameworks.texts import shown, tidy
from jixiao.frameworks.words import score_table_words

LONGEST_HEADING = 30  # characters


def read_rows(found: PrintedRows, table: SourceTable, number: int, columns: ScoreColumns, end: int) -> None:
    """Add the rows below a header, up to the row `end`."""
    noting = False
    for place in range(columns.last_row + 1, end + 1):
        row = TableRow(table, number, columns, place)
        texts = row.texts
        noting = bool(texts) and (_is_note(row, texts) or (noting and not _is_full(row)))
        if noting:
            found.notes += texts
        else:
            _take(found, row, texts)


def _take(found: PrintedRows, row: TableRow, texts: list[str]) -> None:
    """Take a row for what it is."""
    if not texts:
        if _has_slots(row):
            found.add(_indicator(found, row, PrintedName(""), None, None))
    elif _numbers_columns(texts) or _is_outside(found, row, texts) or _is_sum(found, row):
        return
    elif _is_behind(found, row) or _is_text(row):
        found.notes += texts
    elif row.wide:
        _heading(found, row, texts[0])
    else:
        _take_indicator(found, row)


# -------------------------------------------------------------------------------- rows that are no indicators
def _is_note(row: TableRow, texts: list[str]) -> bool:
    """“注：…” and signatures, which end the indicators."""
    words, first = score_table_words().rows, tidy(texts[0])
    signed = first.startswith(words["signatures"])
    noted = any(first.startswith(word) and not first[len(word) :][:1].isalpha() for word in words["notes"])
    return (signed or noted) and (row.wide or (len(texts) < 3 and row.own_weight is None))


def _is_behind(found: PrintedRows, row: TableRow) -> bool:
    """Whether a row without weight and standard stands below the total: 自评结论, 存在问题."""
    ended = any(each.whole and each.after for each in found.sums)
    standards = row.columns.roles.get("standard", ())
    said = any(row.begins(column) and row.cell(column)[0] for column in standards)
    return ended and row.own_weight is None and not said


def _is_text(row: TableRow) -> bool:
    """Whether what stands in the place of the name reaches over the weight, so that it is neither."""
    weights = row.columns.weights.get(row.columns.name)
    return weights is not None and not row.wide and row.spot(weights) == row.spot(row.columns.name)


def _is_full(row: TableRow) -> bool:
    """Whether a row below a note is an indicator again."""
    return row.own_weight is not None and bool(row.cell(row.columns.name)[0]) and not row.wide


def _numbers_columns(texts: list[str]) -> bool:
    """A row such as 1 | 2 | 3."""
    return len(texts) > 2 and [tidy(text) for text in texts] == [str(n) for n in range(1, len(texts) + 1)]


def _is_outside(found: PrintedRows, row: TableRow, texts: list[str]) -> bool:
    """加分项 and its like: beside the total, so no indicator; told."""
    names = [texts[0]] if row.wide else row.labels
    named = any(printed_name(name).text.startswith(score_table_words().rows["outside"]) for name in names)
    goes_on = found.beside and len(row.labels) > 1 and not row.labels[0] and not row.wide
    found.beside = named or goes_on
    if found.beside:
        found.outside.append(" ".join(shown(text) for text in texts))
    return found.beside


def _is_sum(found: PrintedRows, row: TableRow) -> bool:
    words = score_table_words().rows
    numbers = [tidy(row.cell(column)[0]) for column in row.columns.roles.get("number", ())]
    for depth, label in [*((0, number) for number in numbers), *enumerate(row.labels)]:
        total = label in words["totals"]
        if total or label.endswith(words["subtotals"]):
            alone = not any(other for other in row.labels if other != label)
            _add_sum(found, row, label, depth, total and (depth == 0 or alone))
            return True
    return False


def _add_sum(found: PrintedRows, row: TableRow, label: str, depth: int, whole: bool) -> None:
    """The figure in a column of weights, in the label itself, or the only one of the row."""
    weights = [row.weight(column) for column in sorted(row.columns.weights.values(), reverse=True)]
    inside = printed_name(row.cell(row.columns.levels[min(depth, len(row.columns.levels) - 1)])[0]).weight
    cells = row.table.rows.get(row.row, {}).values()
    figures = [
        weight for weight in (*weights, inside, *(weight_of(c.text, c.number) for c in cells)) if weight
    ]
    if figures:
        found.sums.append(SumRow(label, figures[0], len(found.rows), depth, whole))


def _heading(found: PrintedRows, row: TableRow, text: str) -> None:
    """A row over the whole width names the level that has no column; a sentence is a note."""
    name, plain = printed_name(text), tidy(text)
    if any(word in plain for word in score_table_words().rows["titles"]):
        return
    if len(plain) > LONGEST_HEADING or len(row.columns.levels) > 2:
        found.notes.append(text)
    elif name.text:
        found.begin_level(0, "")
        found.heading = name.text
        found.weigh_level((name.text,), name.weight)


# ------------------------------------------------------------------------------------------------- indicators
def _has_slots(row: TableRow) -> bool:
    """Forms with targets and without standards have rows in which units enter indicators of their own."""
    roles = row.columns.roles
    return "target" in roles and "standard" not in roles


def _take_indicator(found: PrintedRows, row: TableRow) -> None:
    *levels, _ = row.columns.levels
    for depth, column in enumerate(levels[:2]):
        _take_level(found, row, depth, column)
    name, column = _name(row, levels)
    weight, cell = _weight(row, name, column)
    if name.text or weight:
        found.add(_indicator(found, row, name, weight, cell))
    elif _has_slots(row):
        found.add(_indicator(found, row, PrintedName(""), None, None))
    else:
        found.carry_on(row.text("standard"), row.text("explanation"))


def _take_level(found: PrintedRows, row: TableRow, depth: int, column: int) -> None:
    """A level that begins here, with its weight; a blank cell carries the one above down."""
    _, _, left = row.spot(column)
    if left < column and left in row.columns.levels:
        found.begin_level(depth, "")
        return
    name = printed_name(row.cell(column)[0])
    if name.text and name.text != found.above[depth]:
        found.begin_level(depth, name.text)
    if found.above[depth]:
        weight = name.weight or row.weight(row.columns.weights.get(column))
        found.weigh_level(_path(found, row)[: depth + 1 + _has_heading(found, row)], weight)


def _has_heading(found: PrintedRows, row: TableRow) -> bool:
    """Whether rows over the whole width stand in for a level that has no column."""
    return bool(found.heading) and len(row.columns.levels) < 3


def _path(found: PrintedRows, row: TableRow) -> tuple[str, ...]:
    above = found.above[: len(row.columns.levels) - 1]
    return (found.heading, *above) if _has_heading(found, row) else tuple(above)


def _name(row: TableRow, levels: list[int]) -> tuple[PrintedName, int]:
    """The deepest name of the row; without one, the level beside it if the row has a weight."""
    for column in (row.columns.name, *reversed(levels[2:])):
        if row.cell(column)[0]:
            return printed_name(row.cell(column)[0]), column
    if levels and row.begins(levels[-1]) and row.own_weight and "standard" in row.columns.roles:
        return printed_name(row.cell(levels[-1])[0]), levels[-1]
    return PrintedName(""), row.columns.name


def _weight(row: TableRow, name: PrintedName, column: int) -> tuple[Weight | None, Spot | None]:
    """The figure in the column of weights, else the one that is printed with the name."""
    own = row.columns.weights.get(row.columns.name)
    if own is not None and row.own_weight:
        return row.own_weight, row.spot(own)
    return name.weight, row.spot(column) if name.weight else None


def _indicator(
    found: PrintedRows, row: TableRow, name: PrintedName, weight: Weight | None, cell: Spot | None
) -> PrintedRow:
    level1, level2, *_ = (*_path(found, row), "", "")
    return PrintedRow(
        level1,
        level2,
        name.text,
        weight,
        cell,
        row.spot(row.columns.name),
        row.text("standard"),
        row.text("explanation"),
        row.text("target"),
        row.text("sign"),
        row.text("unit"),
    )
