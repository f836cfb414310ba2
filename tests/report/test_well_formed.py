"""Wherever loops and conditions stand in a template: it is refused, or its reports are sound documents."""

import random
from collections.abc import Iterator

import pytest
from report.small import filled_document, paragraph, table
from report.sound import faults
from volume import volume

from jixiao.report.word.errors import TemplateError

NAMES = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
ENTRIES = {
    "支出.合计": "5",
    "单位.名称": "甲\n乙\t丙",
    "功能分类": [{"编码": "208", "名称": "甲\n乙"}, {"编码": "210", "名称": "丙"}],
}
BEGINS = ("for 行 in 功能分类", "for 行 in 经济分类", "if 支出.合计", "if 收入.合计")
KINDS = ("", "", "p ", "tr ", "tc ", "r ")


def tags(choose: random.Random) -> Iterator[str]:
    """Up to three loops or conditions with their ends, branches and values, in order."""
    for _ in range(choose.randint(1, 3)):
        begin, kind = choose.choice(BEGINS), choose.choice(KINDS)
        yield f"{{%{kind}{begin} %}}"
        if choose.random() < 0.5:
            yield choose.choice(("{{ 单位.名称 }}", "{{ 单位.名称|合并 }}", "{{ 支出.合计|万元 }}"))
        if choose.random() < 0.3:
            yield f"{{%{choose.choice((kind, kind, ''))}else %}}"
        yield f"{{%{choose.choice((kind, kind, kind, ''))}end{begin.split()[0]} %}}"


def drawing(alternative: str, beside: str = "") -> str:
    """A picture; its namespace is declared on its paragraph, and text may stand in front of it."""
    return (
        f"<w:p {NAMES}>{beside}<w:r><w:drawing><wp:inline>"
        f'<wp:docPr id="1" name="图" descr="{alternative}"/></wp:inline></w:drawing></w:r></w:p>'
    )


def nested(tag: str) -> str:
    """A table in a cell of a table, with things that hold a tab and are no text."""
    field = "<w:p><w:r><w:instrText>PAGE\t1</w:instrText></w:r><!-- c -->\n\t<w:r><w:tab/></w:r></w:p>"
    inner = f'<w:tbl xmlns:a="urn:a"><w:tr><w:tc>{paragraph(tag)}</w:tc></w:tr></w:tbl>'
    return f"<w:tbl><w:tr>\n\t<w:tc><w:tcPr xmlns:a='urn:a'/>{inner}{field}</w:tc><w:tc/></w:tr></w:tbl>"


def template(choose: random.Random) -> Iterator[str]:
    """Paragraphs, tables and drawings with the tags somewhere in them."""
    rest = list(tags(choose))
    while rest:
        taken = [rest.pop(0) for _ in range(choose.randint(1, len(rest)))]
        kind = choose.random()
        if kind < 0.4:
            yield paragraph("".join(taken), choose.choice(("", "Heading1")))
        elif kind < 0.45:
            yield drawing("".join(taken))
        elif kind < 0.5:
            yield drawing("图", "".join(f"<w:r><w:t>{tag}</w:t></w:r>" for tag in taken))
        elif kind < 0.55:
            yield nested("".join(taken))
        elif kind < 0.6:
            runs = "".join(f"<w:r><w:t>{tag.replace('<', '&lt;')}</w:t></w:r>" for tag in taken)
            yield f"<w:p>{runs}</w:p>"
        elif kind < 0.8:
            yield table(tuple(taken), ("{{ 支出.合计 }}",) * len(taken))
        else:
            yield table(*((tag, "乙") if choose.random() < 0.5 else (tag,) for tag in taken))


@pytest.mark.volume
@pytest.mark.parametrize("seed", range(volume(12, 6)))
def test_a_template_is_refused_or_its_report_is_sound(seed: int) -> None:
    choose = random.Random(seed)
    made = 0
    for _ in range(60):
        blocks = list(template(choose))
        try:
            document = filled_document(*blocks, entries=ENTRIES)
        except TemplateError:
            continue
        made += 1
        assert faults(document) == [], blocks
    assert made >= 5
