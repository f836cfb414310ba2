"""A table of units -> the roster, and what is strange about it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from jixiao.desk.roster import Listed, Roster, indexed, same_name
from jixiao.documents.document import SourceTable
from jixiao.documents.reading import read_document
from jixiao.model.errors import UnusableInput
from jixiao.relation.texts import same_text

# Column headings, the first as our own list has them; the others as lists elsewhere do.
CODE = ("单位编码", "预算单位编码", "单位代码", "预算编码", "编码")
NAME = ("单位名称", "预算单位名称", "单位全称", "预算单位", "单位")
PARENT = ("上级单位", "主管部门", "上级单位名称", "主管单位")
CONTACT = ("联系人", "经办人")
DUE = ("是否报送", "是否应报", "是否填报")
MOST_UNITS = 50_000  # a province has fewer
MOST_TOLD = 20  # of one kind: names of which others are looked for, rows that are the same
_SECTION = re.compile(r"[(（]?[一二三四五六七八九十]+([)）]|[、.．]).+")  # 二、局属二级单位
_DITTO = ("〃", "′′", "〞", "同上")  # as same_text() has them
_QUOTES = "'’‘`"  # typed before a number to make it a text
_SUMS = ("合计", "总计", "小计", "共计", "累计")  # what stands under the units of a list
# What people answer the question 是否报送 with, as same_text() has it: in words, with marks, and as what a
# spreadsheet makes of a truth value. An empty cell is a yes; any other word is told and taken as one.
_NO = ("否", "不", "不是", "免", "无", "×", "x", "✗", "✘", "╳", "n", "no", "0", "f", "false")
_YES = ("", "是", "要", "需", "应", "√", "✓", "✔", "☑", "y", "yes", "1", "t", "true")
_NOT = ("不", "不用", "不需", "不需要", "不必", "不要", "不应", "免", "免于", "无需", "无须", "未要求")
_MUST = ("", "要", "需", "需要", "应", "须", "必须")
_VERB = ("报", "报送", "上报", "填报", "填")
NOT_DUE = {*_NO, *_NOT, *(word + verb for word in _NOT for verb in _VERB)}
IS_DUE = {*_YES, *(word + verb for word in _MUST for verb in _VERB)}


def read_roster(file: Path) -> Roster:
    """The list in a workbook, Word file or web page. Raises UnusableInput where it has no column of names."""
    lists = [found for table in read_document(file).tables if (found := _head(table))]
    if lists:
        table, last, columns = lists[0]
        if len(table.rows) > MOST_UNITS:
            raise UnusableInput(
                f"“{file.name}”的名册超过 {MOST_UNITS} 行，不像一份单位名册。请检查是否选错了文件。"
            )
        roster = _roster(table, last, columns)
        others = "”“".join(other.place.words for other, _, _ in lists[1:])
        more = f"“{file.name}”里有几张名册，只用了“{table.place.words}”，没有用“{others}”。请合成一张。"
        return Roster(roster.units, (*roster.remarks, *([more] if others else [])))
    raise UnusableInput(
        f"“{file.name}”里没有找到名册：要有一列“{NAME[0]}”，最好还有“{CODE[0]}”和“{PARENT[0]}”。"
        "请把各列的名称写在第一行。"
    )


def _head(table: SourceTable) -> tuple[SourceTable, int, dict[str, int]] | None:
    """The last row of the headings, and which column holds what. 单位 over 名称 is 单位名称."""
    for row, cells in table.rows.items():
        below = table.rows.get(row + 1, {})
        over = {column: same_text(table.seen(row, column)) for column in {*cells, *below}}
        under = {column: same_text(table.seen(row + 1, column)) for column in over}
        both = {
            column: word if word == under[column] else word + under[column] for column, word in over.items()
        }
        columns = _columns(both)
        name = columns.get("name")
        if name and over[name] and under[name]:
            return table, row + 1, columns
        columns = _columns({column: word for column, word in over.items() if column in cells})
        if "name" in columns:
            return table, row, columns
    return None


def _columns(words: Mapping[int, str]) -> dict[str, int]:
    """Which column holds what: the best known heading of each."""
    heads = {word.rstrip("*"): column for column, word in sorted(words.items(), reverse=True)}
    wanted = {"name": NAME, "code": CODE, "parent": PARENT, "contact": CONTACT, "due": DUE}
    found = {
        what: next((heads[head] for head in known if head in heads), 0) for what, known in wanted.items()
    }
    return {what: column for what, column in found.items() if column}


def _roster(table: SourceTable, top: int, columns: Mapping[str, int]) -> Roster:
    listed: list[Listed] = []
    left: list[str] = []
    unknown: dict[str, list[int]] = {}  # by what stands there whether a unit reports: the rows
    sections = _sections(table, top, columns["name"])
    for row in sorted(row for row in table.rows if row > top):
        said = {
            what: table.rows[row][column].text.strip()
            for what, column in columns.items()
            if column in table.rows[row]
        }
        word = said.pop("due", "")
        due = same_text(word) not in NOT_DUE
        said |= {"code": said["code"].lstrip(_QUOTES)} if "code" in said else {}
        if same_name(said.get("name", "")) in _SUMS:
            left.append(f"名册第{row}行是“{said['name']}”，不是一个单位，没有采用。")
        elif row in sections:
            left.append(
                f"名册第{row}行“{said['name']}”像是小标题，不是一个单位，没有采用。"
                "是单位的，请去掉名称前面的序号，或补上单位编码。"
            )
        elif said.get("name"):
            if same_text(said.get("parent", "")) in _DITTO and listed:
                said["parent"] = listed[-1].parent
            listed.append(Listed(**said, row=row, due=due))
            if due and same_text(word) not in IS_DUE:
                unknown.setdefault(word, []).append(row)
        elif said.get("code"):
            left.append(f"名册第{row}行有编码“{said['code']}”，没有单位名称，没有采用。请补上名称。")
    if not listed:
        raise UnusableInput(f"名册里只有一行标题，没有单位。请从第 {top + 1} 行起一行写一个单位。")
    return Roster(tuple(listed), (*_remarks(listed), *left, *_about_due(unknown)))


def _about_due(unknown: Mapping[str, list[int]]) -> Iterator[str]:
    for word, rows in list(unknown.items())[:MOST_TOLD]:
        yield (
            f"名册第{_rows(rows)}行“{DUE[0]}”一栏写的“{word}”看不懂，当作要报送。"
            "不用报送的请写“否”，要报送的写“是”。"
        )


def _rows(rows: list[int]) -> str:
    return "、".join(map(str, rows[:5])) + ("等" if len(rows) > 5 else "")


def _sections(table: SourceTable, top: int, name: int) -> set[int]:
    """Rows that only head those below them: a numbered name, and nothing else in a row of its own.

    Where most rows are such, these are the units.
    """
    said = {
        row: [cell.text.strip() for column, cell in cells.items() if column != name and cell.text.strip()]
        for row, cells in table.rows.items()
        if row > top and name in cells and cells[name].text.strip()
    }
    numbered = {row for row in said if _SECTION.fullmatch(table.rows[row][name].text.strip())}
    bare = {row for row in numbered if not said[row]}
    return bare if 2 * len(bare) < len(said) else set()


def _without_zeros(listed: list[Listed]) -> Iterator[str]:
    """Codes that are shorter than those of the others, which all begin with a zero."""
    codes = {unit.row: same_text(unit.code) for unit in listed if same_text(unit.code).isdigit()}
    lengths = Counter(map(len, codes.values()))
    usual, number = lengths.most_common(1)[0] if lengths else (0, 0)
    if 2 * number <= len(codes) or not all(code[0] == "0" for code in codes.values() if len(code) == usual):
        return
    short = [unit for unit in listed if 0 < len(codes.get(unit.row, "")) < usual]
    short = [unit for unit in short if codes[unit.row].zfill(usual) not in codes.values()]
    if short := [unit for unit in short if codes[unit.row][0] != "0"]:
        where = "、".join(
            f"第{unit.row}行“{unit.name}”的“{unit.code}”应是“{codes[unit.row].zfill(usual)}”？"
            for unit in short[:MOST_TOLD]
        )
        more = f"等 {len(short)} 行。" if len(short) > MOST_TOLD else ""
        yield f"名册里单位编码像是丢了前面的 0：{where}{more}请把这一列设为文本格式，补上 0。"


def _apart(several: list[Listed]) -> bool:
    """Whether codes tell units of one name apart: two towns have a 中心小学 each."""
    return len({same_text(unit.code) for unit in several if unit.code}) == len(several)


def _is_top(unit: Listed) -> bool:
    """Lists name the uppermost unit as its own superior too."""
    code, name = same_text(unit.code), same_name(unit.name)
    return same_text(unit.parent) == code or same_name(unit.parent) == name


def _remarks(listed: list[Listed]) -> Iterator[str]:
    """Codes and names that stand on the list twice, and superiors that do not stand on it."""
    roster = Roster(tuple(listed))
    keys: dict[str, Callable[[Listed], str]] = {
        "编码": lambda unit: same_text(unit.code),
        "名称": lambda unit: same_name(unit.name),
    }
    above = {same_name(unit.parent) for unit in listed}  # a name does not say which superior
    for what, key in keys.items():
        for word, several in indexed(listed, key).items():
            known = what == "名称" and word not in above and _apart(several)
            if word and len(several) > 1 and not known:
                where = "、".join(f"第{unit.row}行“{unit.name}”" for unit in several[:MOST_TOLD])
                where += f"等 {len(several)} 行" if len(several) > MOST_TOLD else ""
                yield f"名册里{what}重复：{where}。请核对后改正名册。"
    yield from _without_zeros(listed)
    astray = [unit for unit in listed if unit.parent and not (roster.above(unit) or _is_top(unit))]
    for number, (parent, units) in enumerate(indexed(astray, lambda unit: unit.parent).items()):
        rows = _rows([unit.row for unit in units])
        like = roster.like(parent) if number < MOST_TOLD else ()
        near = f"，是不是“{like[0]}”？" if like else "，分不出这一层。请给它加一行。"
        yield f"名册第{rows}行的上级单位“{parent}”不在名册里{near}"
    for unit in roster.circles:
        yield f"名册第{unit.row}行的“{unit.name}”按上级单位一栏成了自己的上级，请改正名册。"
