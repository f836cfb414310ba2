"""What an import says to people and to scripts: what was taken from where, and what was not understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jixiao.importing.importing import Imported
from jixiao.importing.table_reading import Leftover, TableReading
from jixiao.text_width import text_width

LONGEST = 40  # characters of a foreign cell that are shown
MOST_CELLS = 6  # of a column, named in one line


def as_text(done: Imported, workbook: Path) -> Iterator[str]:
    """A summary by table, the questions, the remarks, and what to do next."""
    assembly = done.assembly
    year = f"{assembly.year}年度" if assembly.year else "年度未知"
    yield f"已导入：{assembly.unit_name or '单位名称未知'}，{year}，金额单位{assembly.unit}。"
    yield ""
    yield from _table(done)
    if done.missing:
        yield f"没有找到：{'、'.join(done.missing)}。"
    yield ""
    if not done.complete:
        yield f"没有看懂的有 {len(done.unread) + len(done.questions)} 处，没有导入，请对照原表补填："
        yield from (f"  {_one_line(sentence)}" for sentence in done.unread)
        yield from (f"  {line}" for line in questions(done.questions))
        yield ""
    yield from _about_columns(done)
    for remark in assembly.remarks:
        yield f"提示：{remark}"
    if done.skipped:
        yield f"提示：没有数字也不是{done.kind}，略过：{'、'.join(done.skipped)}。"
    if done.to_fill:
        yield f"公开表里没有、请在工作簿里补填：{'、'.join(done.to_fill)}。"
    taken, listed = assembly.taken, done.listed
    yield f"数字 {taken + listed} 个：已导入 {taken}，列出未导入 {listed}。"
    yield f"工作簿：{workbook}"
    yield f"下一步核对勾稽关系：jixiao check {workbook}"


def _about_columns(done: Imported) -> Iterator[str]:
    """The columns that the form does not have, once for each file, however many pages a table has."""
    figures: Counter[tuple[str, str]] = Counter()
    for left in done.leftovers:
        if left.beside:
            figures[left.file, left.reason] += left.figures
    yield from (f"提示：{file}：{reason}，共 {count} 个数。" for (file, reason), count in figures.items())


def _table(done: Imported) -> Iterator[str]:
    rows = [("表", "个数", "来自"), *(_row(reading) for reading in done.assembly.tables)]
    wide = max(text_width(name) for name, _, _ in rows)
    for name, figures, origin in rows:
        yield f"  {name}{' ' * (wide - text_width(name) + 8 - text_width(figures))}{figures}    {origin}"


def _row(reading: TableReading) -> tuple[str, str, str]:
    region = reading.region
    origin = f"{region.sheet.file} {_place(*region.sheet.where(*region.title))}"
    if reading.empty:
        said = "，说明已填入" if reading.note and region.table.empty_note else ""
        return region.table.name, str(reading.figures), f"{origin}（空表{said}）"
    return region.table.name, str(reading.figures), f"{origin}（{reading.preamble.unit}）"


def questions(leftovers: Iterable[Leftover]) -> Iterator[str]:
    """What was not taken, and why; the cells of a column that have the same reason in one line."""
    columns: dict[tuple[str, ...], list[Leftover]] = {}
    for number, left in enumerate(leftovers):
        column = left.cell.rstrip("0123456789") or str(number)  # a paragraph stands alone
        columns.setdefault((left.file, left.sheet, column, left.reason), []).append(left)
    for alike in columns.values():
        first, cells = alike[0], "、".join(left.cell for left in alike[:MOST_CELLS])
        more = f"等 {len(alike)} 格" if len(alike) > MOST_CELLS else ""
        said = list(dict.fromkeys(_content(left) for left in alike))
        contents = "、".join(said[:MOST_CELLS]) + ("等" if len(said) > MOST_CELLS else "")
        yield _one_line(f"{first.file} {_place(first.sheet, cells)}{more}  {contents}  {first.reason}")


def _content(left: Leftover) -> str:
    return f"“{left.content if len(left.content) <= LONGEST else f'{left.content[:LONGEST]}…'}”"


def _place(sheet: str, cell: str) -> str:
    """A paragraph has no cells."""
    return f"{sheet}!{cell}" if cell else sheet


def _one_line(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)


def as_json(done: Imported, workbook: Path) -> dict[str, Any]:
    """The contract with scripts."""
    assembly = done.assembly
    return {
        "workbook": str(workbook),
        "pack": done.pack.form.id,
        "unit": assembly.unit,
        "unit_name": assembly.unit_name,
        "year": assembly.year,
        "tables": [_table_json(reading) for reading in assembly.tables],
        "missing": list(done.missing),
        "figures": {
            "found": assembly.taken + done.listed,
            "imported": assembly.taken,
            "listed": done.listed,
        },
        "not_understood": [_question_json(left) for left in done.leftovers],
        "unreadable": list(done.unread),
        "skipped": list(done.skipped),
        "remarks": list(assembly.remarks),
        "to_fill": list(done.to_fill),
    }


def _table_json(reading: TableReading) -> dict[str, Any]:
    region = reading.region
    sheet, cell = region.sheet.where(*region.title)
    return {
        "table": region.table.name,
        "file": region.sheet.file,
        "sheet": sheet,
        "cell": cell,
        "unit": reading.preamble.unit,
        "figures": reading.figures,
        "empty": reading.empty,
    }


def _question_json(left: Leftover) -> dict[str, Any]:
    return {
        "file": left.file,
        "sheet": left.sheet,
        "cell": left.cell,
        "content": left.content,
        "reason": left.reason,
        "figures": left.figures,
        "beside": left.beside,
    }
