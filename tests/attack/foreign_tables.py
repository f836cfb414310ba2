"""Tables of others that have no end, or no shape: .xlsx, .xls, and pages called .xls."""

from __future__ import annotations

import io
from random import Random

from attack.foreign_book import foreign, table, text_cell
from attack.kinds import Kinds, some

FOREIGN = ("framework read", "new --from", "import")
tables, old_tables = Kinds("xlsx", FOREIGN), Kinds("xls", FOREIGN)

HEADER = ("一级指标", "二级指标", "三级指标", "分值", "评分标准", "指标值", "得分")


def header(row: int = 1) -> str:
    cells = "".join(text_cell(f"{letter}{row}", text) for letter, text in zip("ABCDEFG", HEADER, strict=True))
    return f'<row r="{row}">{cells}</row>'


@tables.kind
def sixty_thousand_rows(random: Random) -> bytes:
    return foreign(table(some(random, 60_000), random.choice((12, 20, 30))))


@tables.kind
def texts_without_end(random: Random) -> bytes:
    cell = random.choice(
        (
            '<c r="{0}{1}" t="s"><v>0</v></c>',
            '<c r="{0}{1}" t="inlineStr"><is><t>' + "长" * 30_000 + "</t></is></c>",
        )
    )
    rows = table(some(random, 900 if "inlineStr" in cell else 9000), 1 if "inlineStr" in cell else 10, cell)
    return foreign(rows, strings=f"<si><t>{'长' * some(random, 2_000_000)}</t></si>")


@tables.kind
def a_score_table_without_end(random: Random) -> bytes:
    standard = random.choice(
        ("每降低1个百分点扣0.5分，", "完成得满分，否则按比例得分；", "(1)a 得1分；", "≥90%且＜95%，")
    )
    rows = "".join(
        f'<row r="{n}">{text_cell(f"A{n}", "产出")}{text_cell(f"C{n}", f"指标{n}")}<c r="D{n}"><v>1</v></c>'
        f"{text_cell(f'E{n}', standard * random.choice((1, 50, 1500)))}</row>"
        for n in range(2, some(random, 990))
    )
    return foreign(header() + rows)


@tables.kind
def tables_of_headers(random: Random) -> bytes:
    rows = "".join(header(n) for n in range(1, some(random, 990)))
    merges = "".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(1, some(random, 5000)))
    return foreign(rows, extra=f"<mergeCells>{merges}</mergeCells>", sheets=random.choice((1, 20)))


@tables.kind
def a_thousand_sheets(random: Random) -> bytes:
    return foreign(table(20, 10), sheets=some(random, 1900))


@tables.kind
def published_tables_without_end(random: Random) -> bytes:
    words = ("收入决算表", "支出决算表", "财政拨款收入支出决算总表", "一般公共预算财政拨款支出决算表")
    rows = (
        f'<row r="1">{text_cell("A1", random.choice(words))}</row><row r="2">'
        + "".join(
            text_cell(f"{letter}2", text)
            for letter, text in zip(
                "ABCDEF",
                ("功能分类科目编码", "科目名称", "本年收入合计", "财政拨款收入", "事业收入", "其他收入"),
                strict=True,
            )
        )
        + "</row>"
    )
    rows += "".join(
        f'<row r="{n}">{text_cell(f"A{n}", str(2010101 + n % 900))}{text_cell(f"B{n}", "行政运行")}'
        f'<c r="C{n}"><v>1.01</v></c><c r="D{n}"><v>1.01</v></c></row>'
        for n in range(3, some(random, 30_000))
    )
    return foreign(rows)


@old_tables.kind
def pages_called_xls(random: Random) -> bytes:
    what = random.randrange(9)
    cell = "<td>1</td>" * 20
    body = (
        lambda: f"<table>{f'<tr>{cell}</tr>' * some(random, 60_000)}</table>",
        lambda: "<table>" * 5000 + "<tr><td>1" + "</table>" * 5000,
        lambda: "<div>" * some(random, 100_000) + "<table><tr><td>1</td></tr></table>",
        lambda: f"<table>{'<tr><td colspan=256 rowspan=999999>1</td></tr>' * some(random, 60_000)}</table>",
        lambda: f"<table><tr><td>{'长' * some(random, 9_000_000)}</td></tr></table>",
        lambda: "<table><tr><td>1</td></tr></table>" * some(random, 90_000),
        lambda: f"<p>{'<br>' * some(random, 3_000_000)}</p><table><tr><td>&#{'9' * 99999};</td></tr></table>",
        lambda: f"<p {' '.join(f'a{n}=1' for n in range(some(random, 300_000)))}><table><tr><td>1</td></tr>",
        lambda: f"<p {' '.join(f'a{n}' for n in range(9000))}><table><tr><td>1" * some(random, 50),
    )[what]()
    return f"<html><body>{body}</body></html>".encode(random.choice(("utf-8", "gbk", "utf-16")))


@old_tables.kind
def old_workbooks(random: Random) -> bytes:
    import xlwt

    book, target = xlwt.Workbook(), io.BytesIO()
    sheet = book.add_sheet("表")
    for row in range(some(random, 400)):
        for column in range(30):
            sheet.write(row, column, random.choice((row, "甲" * 90)))
    book.save(target)
    content = bytearray(target.getvalue())
    for _ in range(random.choice((0, 1, 30, 3000))):
        content[random.randrange(len(content))] = random.randrange(256)
    return bytes(content[: random.choice((len(content), len(content) // 2))])
