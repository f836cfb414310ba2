"""A report, the report after somebody has worked on it in Word, and what the tool makes of both."""

import io
import zipfile
from collections.abc import Callable

from report.filled import PACK, THE_2022_REPORT, report

from jixiao.report.edits.carrying import CarriedOver, carry_over
from jixiao.report.language.style_file import load_style
from jixiao.report.proof.numbers import Figures
from jixiao.report.word.reading import read_document

FIGURES = Figures(load_style(PACK.reports, PACK.form.units.factors).figures)
DOCUMENT = "word/document.xml"
MADE = report()
LATER = THE_2022_REPORT | {
    "收入.合计": "350",
    "收入.一般公共预算": "350",
    "一般公共预算.收入": "350",
    "支出.合计": "350",
    "支出.基本支出": "350",
}
NEW = report(LATER)


def rewritten(content: bytes, change: Callable[[str], str], part: str = DOCUMENT) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            member = old.read(name)
            if name == part:
                before, member = member, change(member.decode()).encode()
                assert before != member, "nothing was edited"
            new.writestr(name, member)
    return buffer.getvalue()


def carried(change: Callable[[str], str], new: bytes = NEW) -> CarriedOver:
    done = carry_over(new, rewritten(MADE, change), FIGURES)
    assert done is not None
    return done


def lines(content: bytes) -> list[str]:
    return [each.text for each in read_document(content, "报告").paragraphs if each.part == DOCUMENT]


def comments(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("word/comments.xml").decode() if "word/comments.xml" in archive.namelist() else ""


def paragraph(text: str) -> str:
    return f'<w:p w:rsidR="00A1"><w:r><w:t>{text}</w:t></w:r></w:p>'
