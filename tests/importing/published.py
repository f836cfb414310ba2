"""The nine tables of a year, laid out as they are published: the opposite of an import, in many styles."""

from __future__ import annotations

import random
from pathlib import Path

from importing.pages import WRITERS, Page, Value
from importing.paper import Paper, Style

from jixiao.model.filling import Filling

__all__ = ["Layout", "Style", "publish"]


class Layout(Paper):
    """Lays one filling out, table by table."""

    # --- tables of two halves -------------------------------------------------------------------------------

    def whole(self) -> Page:
        income = [
            ("一、一般公共预算财政拨款收入", "一般公共预算"),
            ("二、政府性基金预算财政拨款收入", "政府性基金"),
            ("三、国有资本经营预算财政拨款收入", "国有资本经营"),
            ("四、上级补助收入", "上级补助"),
            ("五、事业收入", "事业"),
            ("六、经营收入", "经营"),
            ("七、附属单位上缴收入", "附属单位上缴"),
            ("八、其他收入", "其他"),
        ]
        left = [(label, [self.entry(f"总表.收入.{name}")]) for label, name in income]
        below = [
            ("本年收入合计", "本年合计"),
            ("使用非财政拨款结余（含专用结余）", "使用非财政拨款结余"),
            ("年初结转和结余", "年初结转和结余"),
            ("总计", "总计"),
        ]
        bottom = [(label, [self.entry(f"总表.收入.{name}")]) for label, name in below]
        right = [(str(row["名称"]), [self.amount(row.get("决算数"))]) for row in self.rows("总表.功能分类")]
        closing = [
            ("本年支出合计", "本年合计"),
            ("结余分配", "结余分配"),
            ("年末结转和结余", "年末结转和结余"),
            ("总计", "总计"),
        ]
        end = [(label, [self.entry(f"总表.支出.{name}")]) for label, name in closing]
        amount = "金额" if self.style.old_numbers else "决算数"
        page = self.page(1, "收入支出决算总表", 6)
        self.halves(page, left, bottom, right, end, [(amount,)], "项目(按功能分类)")
        self.note(page, "本表反映部门本年度的总收支和年末结转结余情况。")
        return page

    def treasury(self) -> Page:
        kinds = ("一般公共预算", "政府性基金", "国有资本经营")
        words = [
            ("一般公共预算财政拨款", kinds[0]),
            ("政府性基金预算财政拨款", kinds[1]),
            ("国有资本经营预算财政拨款", kinds[2]),
        ]
        marks = "一二三"
        left = [
            (f"{mark}、{label}", [self.entry(f"财拨总表.收入.{kind}")])
            for mark, (label, kind) in zip(marks, words, strict=True)
        ]
        bottom = [
            ("本年收入合计", [self.entry("财拨总表.收入.本年合计")]),
            ("年初财政拨款结转和结余", [self.entry("财拨总表.收入.年初结转和结余")]),
        ]
        bottom += [
            (f"  {mark}、{label}", [self.entry(f"财拨总表.收入.年初{kind}")])
            for mark, (label, kind) in zip(marks, words, strict=True)
        ]
        bottom += [("总计", [self.entry("财拨总表.收入.总计")])]
        columns = ("合计", *kinds)
        right = [
            (str(row["名称"]), [self.amount(row.get(c)) for c in columns])
            for row in self.rows("财拨总表.功能分类")
        ]
        closing = [
            ("本年支出合计", "本年支出"),
            ("年末财政拨款结转和结余", "年末结转和结余"),
            ("总计", "支出总计"),
        ]
        end = [(label, [self.entry(f"财拨总表.{name}.{c}") for c in columns]) for label, name in closing]
        page = self.page(4, "财政拨款收入支出决算总表", 8)
        self.halves(page, left, bottom, right, end, [("合计",), *((word,) for word, _ in words)], "项目")
        self.note(
            page,
            "1. 本表反映部门本年度一般公共预算、政府性基金预算和国有资本经营预算财政拨款的总收支。",
        )
        return page

    def halves(
        self, page: Page, left: list, bottom: list, right: list, end: list, columns: list, item: str
    ) -> None:
        lines = [("行次",)] if self.style.line_numbers else []
        first = "金额" if columns == [("金额",)] else "决算数"
        if self.style.deep:
            paths = [("收入", "项目"), *(("收入", *w) for w in lines), ("收入", first)]
            paths += [("支出", item), *(("支出", *w) for w in lines), *(("支出", *c) for c in columns)]
            self.header(page, paths, 2)
        else:
            page.put(
                "收入",
                *(w[0] for w in lines),
                first,
                "支出",
                *(w[0] for w in lines),
                *(c[0] for c in columns),
            )
        if self.style.line_numbers:
            page.put("栏次", None, 1, "栏次", None, *range(2, len(columns) + 2))
        height = max(len(left) + len(bottom), len(right) + len(end))
        lefts = left + [("", [None])] * (height - len(left) - len(bottom)) + bottom
        rights = right + [("", [None] * len(columns))] * (height - len(right) - len(end)) + end
        for number, ((one, a), (other, b)) in enumerate(zip(lefts, rights, strict=True), 1):
            tags = [[number], [number + height]] if lines else [[], []]
            page.put(one, *tags[0], *a, other, *tags[1], *b)

    # --- tables by code -------------------------------------------------------------------------------------

    def listing(
        self,
        number: int,
        title: str,
        table: str,
        columns: dict[str, tuple[str, ...]],
        note: str,
        said: str = "",
    ) -> Page:
        wide = 3 if self.style.split_codes else 1
        page = self.page(number, title, wide + 1 + len(columns))
        depth = max(len(path) for path in columns.values()) + self.style.deep
        code = ("项目", "功能分类科目编码") if self.style.deep else ("科目编码",)
        tails = [("类",), ("款",), ("项",)] if self.style.split_codes and depth > 2 else [()] * wide
        name = ("项目", "科目名称") if self.style.deep else ("科目名称",)
        self.header(
            page,
            [*((*code, *tail) for tail in tails), name, *columns.values()],
            max(depth, len(code) + len(tails[0])),
        )
        if self.style.line_numbers:
            page.put(*[None] * (wide - 1), "栏次", None, *range(1, len(columns) + 1))
        page.put("合计", *[None] * wide, *(self.entry(f"{table}合计.{column}") for column in columns))
        if self.style.merged:
            page.merge(page.row - 1, 1, page.row - 1, wide + 1)
        self.maybe_blank(page)
        above = ""
        for row in self.rows(table):
            page.put(
                *self.codes(str(row["编码"]), above),
                self.name(row),
                *(self.amount(row.get(c)) for c in columns),
            )
            above = str(row["编码"])
        self.note(page, note)
        if said:
            page.put(f"说明：{said}")
        return page

    def fund(self, number: int, title: str, table: str, said: str) -> Page:
        spent = {
            "本年支出": ("本年支出", "小计"),
            "基本支出": ("本年支出", "基本支出"),
            "项目支出": ("本年支出", "项目支出"),
        }
        columns = {
            "年初结转和结余": ("年初结转和结余",),
            "本年收入": ("本年收入",),
            **spent,
            "年末结转和结余": ("年末结转和结余",),
        }
        return self.listing(number, title, table, columns, f"本表反映部门本年度{table}情况。", said)

    def items(self) -> Page:
        """Items in blocks side by side, and the two sums in the last line."""
        rows, blocks = self.rows("基本支出明细"), self.style.blocks
        staff = [row for row in rows if str(row["编码"])[:3] in ("301", "303")]
        office = [row for row in rows if row not in staff]
        half = (len(office) + 1) // 2
        parts = [staff, office] if blocks == 2 else [staff, office[:half], office[half:]]
        page = self.page(6, "一般公共预算财政拨款基本支出决算明细表", 3 * blocks)
        tops = ["人员经费", "公用经费", "公用经费"][:blocks]
        columns = ["科目编码", "科目名称", "决算数"]
        if self.style.deep:
            self.header(page, [(top, column) for top in tops for column in columns], 2)
        else:
            page.put(*columns * blocks)
        for number in range(max(map(len, parts))):
            cells: list[Value] = []
            for part in parts:
                row = part[number] if number < len(part) else None
                code = str(row["编码"]) if row else ""
                cells += (
                    [
                        int(code) if self.style.numeric_codes else code,
                        self.name(row),
                        self.amount(row["决算数"]),
                    ]
                    if row
                    else [None] * 3
                )
            page.put(*cells)
        gap = [None] * (3 * blocks - 5)
        page.put(
            "人员经费合计",
            None,
            self.entry("基本支出明细合计.人员经费"),
            "公用经费合计",
            *gap,
            self.entry("基本支出明细合计.公用经费"),
        )
        page.merge(page.row - 1, 1, page.row - 1, 2)
        page.merge(page.row - 1, 4, page.row - 1, 3 * blocks - 1)
        self.note(page, "本表反映部门本年度一般公共预算财政拨款基本支出明细情况。")
        return page

    def three(self, number: int) -> Page:
        names = ["合计", "出国经费", "公务用车", "公车购置", "公车运行维护", "公务接待"]
        title = "“三公”经费支出决算表" if self.style.old_numbers else "财政拨款“三公”经费支出决算表"
        if self.style.grid_of_three:
            page = self.page(number, title, 3)
            labels = [
                "合计",
                "1.因公出国（境）费",
                "2.公务用车购置及运行维护费",
                "（1）公务用车购置费",
                "（2）公务用车运行维护费",
                "3.公务接待费",
            ]
            page.put("项目", "年初预算数", "决算数")
            for label, name in zip(labels, names, strict=True):
                page.put(label, self.entry(f"三公预算.{name}"), self.entry(f"三公决算.{name}"))
            return page
        car = "公务用车购置及运行维护费"
        below = [
            ("合计",),
            ("因公出国（境）费",),
            (car, "小计"),
            (car, "公务用车购置费"),
            (car, "公务用车运行维护费"),
            ("公务接待费",),
        ]
        page = self.page(number, title, 12)
        self.header(page, [(top, *path) for top in ("预算数", "决算数") for path in below], 3)
        page.put(*range(1, 13))
        page.put(*(self.entry(f"三公{column}.{name}") for column in ("预算", "决算") for name in names))
        self.note(page, "本表反映部门本年度“三公”经费支出预决算情况。其中，预算数为全年预算数。")
        return page

    def pages(self) -> list[Page]:
        income = [
            "本年收入合计",
            "财政拨款收入",
            "上级补助收入",
            "事业收入",
            "经营收入",
            "附属单位上缴收入",
            "其他收入",
        ]
        spent = ["本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"]
        general = {
            "本年支出": ("本年支出", "小计"),
            "基本支出": ("本年支出", "基本支出"),
            "项目支出": ("本年支出", "项目支出"),
        }
        fund, capital, three = (8, 9, 7) if self.style.old_numbers else (7, 8, 9)
        said = {
            name: str(self.filling.entries.get(f"空表说明.{name}", ""))
            for name in ("政府性基金", "国有资本经营")
        }
        return [
            self.whole(),
            self.listing(2, "收入决算表", "收入决算", {c: (c,) for c in income}, "本表反映本年度情况。"),
            self.listing(3, "支出决算表", "支出决算", {c: (c,) for c in spent}, "本表反映本年度情况。"),
            self.treasury(),
            self.listing(5, "一般公共预算财政拨款支出决算表", "一般公共", general, "本表反映支出。"),
            self.items(),
            self.fund(fund, "政府性基金预算财政拨款收入支出决算表", "政府性基金", said["政府性基金"]),
            self.fund(capital, "国有资本经营预算财政拨款支出决算表", "国资", said["国有资本经营"]),
            self.three(three),
        ]


def publish(
    folder: Path, filling: Filling, style: Style, suffix: str = ".xlsx", *, apart: bool = False, seed: int = 0
) -> list[Path]:
    """Write the nine tables, in random order, into one file or one file each."""
    pages = Layout(filling, style).pages()
    random.Random(seed).shuffle(pages)
    bundles = [[page] for page in pages] if apart else [pages]
    return [
        WRITERS[suffix](folder / f"决算{number}{suffix}", bundle) for number, bundle in enumerate(bundles, 1)
    ]
