"""What all published tables share: style, amounts, title, header, notes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from importing.pages import Page, Value

from jixiao.model.filling import Filling


@dataclass(frozen=True)
class Style:
    """How a county prints its tables."""

    unit: str = "万元"
    old_numbers: bool = False  # 公开07 is “三公”
    split_codes: bool = False  # 类 | 款 | 项 in three columns
    numeric_codes: bool = False
    carried_codes: bool = False  # in three columns, without what the row above says
    indented: bool = False
    blank_rows: bool = False
    notes: bool = True
    texts: bool = False  # amounts as texts with separators
    nothing: str | None = "0"  # how zero is printed
    line_numbers: bool = True
    deep: bool = True  # headers of three rows instead of the fewest
    blocks: int = 2  # of 基本支出明细
    grid_of_three: bool = False  # “三公” as rows instead of one long row
    merged: bool = True
    one_line: bool = False  # unit, name and number of the table in one cell


class Paper:
    """A filling and the style that it is printed in. Amounts of the filling are in the style's unit."""

    def __init__(self, filling: Filling, style: Style) -> None:
        self.filling, self.style = filling, style

    def amount(self, value: object) -> Value:
        number = Decimal(str(value or 0))
        if not number:
            return self.style.nothing if self.style.nothing != "0" else Decimal(0)
        return f"{number:,}" if self.style.texts else number

    def entry(self, term: str) -> Value:
        return self.amount(self.filling.entries.get(term))

    def rows(self, table: str) -> list[dict[str, object]]:
        return [
            {t.rpartition(".")[2]: v for t, v in r.entries.items()}
            for r in self.filling.groups.get(table, ())
        ]

    def page(self, number: int, title: str, width: int) -> Page:
        """Title, number, unit line."""
        page, style = Page(title), self.style
        year = self.filling.entries["单位.年度"]
        unit_name = self.filling.entries["单位.名称"]
        if style.one_line:
            page.put(f"{year}年度{title}")
            page.put(f"编制单位：{unit_name}　　　　金额单位：{style.unit}　公开{number:02}表")
        else:
            page.put(f"附件{number}")
            page.put(f"  {title}  ")
            page.put(f"公开{number:02}表", left=width)
            page.put(f"部门：{unit_name}", left=1)
            page.row -= 1
            page.put(f"单位：{style.unit}", left=width)
            page.cells[(page.row, 1)] = f"{year}年度"
            page.row += 1
        page.merge(1 if style.one_line else 2, 1, 1 if style.one_line else 2, width)
        return page

    def header(self, page: Page, tree: list[tuple[str, ...]], rows: int) -> None:
        """Headers of the columns as paths, merged where they stand over more than one cell."""
        top = page.row
        paths = [(*path, *[path[-1]] * (rows - len(path))) for path in tree]
        for level in range(rows):
            for number, path in enumerate(paths, 1):
                left = number > 1 and paths[number - 2][: level + 1] == path[: level + 1]
                above = level and path[level] == path[level - 1]
                if not left and not above:
                    self._header_cell(page, paths, top, level, number)
        page.row = top + rows

    def _header_cell(
        self, page: Page, paths: list[tuple[str, ...]], top: int, level: int, number: int
    ) -> None:
        path = paths[number - 1]
        right, down = number, level
        while right < len(paths) and paths[right][: level + 1] == path[: level + 1]:
            right += 1
        while down + 1 < len(path) and path[down + 1] == path[level]:
            down += 1
        page.cells[(top + level, number)] = path[level]
        if self.style.merged:
            page.merge(top + level, number, top + down, right)

    def note(self, page: Page, text: str) -> None:
        if self.style.notes:
            page.put(f"注：{text}")

    def maybe_blank(self, page: Page) -> None:
        page.row += self.style.blank_rows

    def codes(self, code: str, above: str) -> list[Value]:
        if not self.style.split_codes:
            return [int(code) if self.style.numeric_codes else code]
        parts = [code[:3], code[3:5], code[5:7]]
        if self.style.carried_codes:
            same = [
                parts[0] == above[:3] and len(code) > 3,
                parts[:2] == [above[:3], above[3:5]] and len(code) > 5,
            ]
            parts = ["" if same[0] else parts[0], "" if same[1] else parts[1], parts[2]]
        return [int(part) if part and self.style.numeric_codes else part or None for part in parts]

    def name(self, row: dict[str, object]) -> str:
        return f"{'  ' * (len(str(row['编码'])) - 3 if self.style.indented else 0)}{row['名称']}"
