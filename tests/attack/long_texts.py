"""One word of a trade repeated without end: what looks for it from every place of it never ends either."""

from __future__ import annotations

import re
from random import Random

from attack.foreign_book import foreign, text_cell
from attack.foreign_papers import document, documents
from attack.foreign_tables import header, tables
from attack.hostile_templates import body, templates
from attack.kinds import Content, Kinds, Maker
from attack.sample_book import books, changed, part

WORDS = (
    *("1", "9.", "甲", "一", "a", " ", "(", "（", ")", "“", "《", "，", "。", "、", "：", "%", "-", "~", "="),
    *("÷", "×", "+", "和", "与", "无", "没有", "有", "的", "不", "每", "或", "率", "年", "月", "分", "元"),
    *(
        "≤100%得1分，",
        "每低1个百分点扣1分，",
        "≥90%且＜95%得1分；",
        "预算数/",
        "①得1分；",
        "(1)",
        "1、",
        "1分",
    ),
    *(
        "没有项目",
        "未发生",
        "有的",
        "满分",
        "各占1/3分值",
        "优秀得5分，良好得4分，",
        "加1分",
        "1-2",
        "1%～2%",
    ),
    *(
        "1万元",
        "1.2万元，",
        "其中：",
        "其中：甲1万元，",
        "同比增长1%，",
        "比上年增加1万元，",
        "收入1万元。",
        "共1个，",
    ),
    *(
        "占1%、",
        "2024年",
        "年初预算1万元，支出2万元，",
        "一、",
        "分别为1、2、3，",
        "完成率=实际/计划×100%",
        "100%",
    ),
)


rosters = Kinds("xlsx", ("batch --roster",))


def word(random: Random, most: int) -> str:
    """So many characters of one word, or of two in turn."""
    said = random.choice(WORDS) + random.choice(("", "", random.choice(WORDS)))
    return (said * (most // len(said) + 1))[:most]


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


@tables.kind
def a_cell_of_one_word(random: Random) -> bytes:
    cells = {"A": "产出指标", "B": "数量指标", "C": "完成率", "E": "完成得满分，否则按比例得分", "F": "≥90%"}
    cells[random.choice("ABCEF")] = escaped(word(random, random.choice((1900, 4990, 20_000, 32_000))))
    row = "".join(text_cell(f"{letter}2", text) for letter, text in cells.items())
    return foreign(f'{header()}<row r="2">{row}<c r="D2"><v>10</v></c></row>')


@books.kind
def texts_of_one_word(random: Random) -> bytes:
    """In cells where people write, and in those that say what stands there."""
    number = random.choice((1, 40))
    names = [f"xl/worksheets/sheet{n}.xml" for n in range(1, 20)]
    found = {name: part(name) for name in random.sample(names, 4)}
    filled = rf'\1 t="inlineStr"><is><t>{escaped(word(random, 32_767))}</t></is></c>'
    empty = r'(<c r="[A-Z]+\d+"(?: s="\d+")?)(?:/>| t="s"><v>\d+</v></c>)'
    return changed({name: _somewhere(random, said, empty, filled, number) for name, said in found.items()})


def _somewhere(random: Random, said: str, pattern: str, filled: str, number: int) -> str:
    places = [match.span() for match in re.finditer(pattern, said)]
    for start, end in sorted(random.sample(places, min(number, len(places))), reverse=True):
        said = said[:start] + re.sub(pattern, filled, said[start:end]) + said[end:]
    return said


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{escaped(text)}</w:t></w:r></w:p>"


@documents.kind
def a_paragraph_of_one_word(random: Random) -> bytes:
    before = paragraph("2024年收入100万元，支出90万元，其中：基本支出60万元，项目支出30万元。")
    return document(before + paragraph(word(random, random.choice((5_000, 20_000, 200_000)))))


@templates.kind
def a_template_of_one_word(random: Random) -> Content:
    said = escaped(word(random, random.choice((1_900, 20_000, 200_000))))
    tag = random.choice(
        ("{{ 支出.合计 }}", f"{{{{ '{said[:1900]}' }}}}", f"{{% if 草稿 %}}{said}{{% endif %}}")
    )
    return body(f"{paragraph(said + tag)}{paragraph(f'收入1万元{said}2万元{tag}')}")


@rosters.kind
def a_roster_of_one_word(random: Random) -> bytes:
    said = escaped(word(random, random.choice((300, 4_990, 32_000))))
    heads = ("序号", "单位名称", "主管部门", "统一社会信用代码", "联系人", said)
    top = "".join(text_cell(f"{letter}1", head) for letter, head in zip("ABCDEF", heads, strict=True))
    rows = "".join(
        f'<row r="{n}">{text_cell(f"A{n}", str(n))}{text_cell(f"{letter}{n}", said)}'
        f"{text_cell(f'G{n}', '某某局')}</row>"
        for n in range(2, random.choice((3, 40)))
        for letter in random.choice("BBCDE")
    )
    return foreign(f'<row r="1">{top}</row>{rows}')


LISTED: tuple[Maker, ...] = (
    a_cell_of_one_word,
    texts_of_one_word,
    a_paragraph_of_one_word,
    a_template_of_one_word,
    a_roster_of_one_word,
)
