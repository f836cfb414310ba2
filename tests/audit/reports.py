"""Small reports of invented units, as a file of lines or with tables, and what an audit finds in them."""

from __future__ import annotations

from jixiao.audit.audit import audit
from jixiao.audit.document.finding import Audit, AuditFinding
from jixiao.documents.cells import SourceCell
from jixiao.documents.document import Block, SourceDocument, SourceParagraph, SourcePlace, SourceTable

TITLE = "2023年度部门决算情况说明"
# A score table whose weights come to 108, because of 28 for 20
OVER_A_HUNDRED = [
    ["指标", "分值", "得分"],
    ["数量", "20", "10"],
    ["质量", "10", "10"],
    ["时效", "10", "10"],
    ["成本", "20", "10"],
    ["效益", "28", "10"],
    ["满意度", "20", "10"],
    ["总分", "100", "60"],
]


def report(*lines: str | list[list[str]], kind: str = "docx") -> SourceDocument:
    """A document: a text is a paragraph, a list of rows is a table."""
    blocks: list[Block] = []
    for number, line in enumerate((TITLE, *lines), 1):
        if isinstance(line, str):
            blocks.append(SourceParagraph(line, SourcePlace(paragraph=number)))
        else:
            rows = {
                row: {column: SourceCell(text) for column, text in enumerate(cells, 1) if text}
                for row, cells in enumerate(line, 1)
            }
            blocks.append(SourceTable(SourcePlace(table=number), rows))
    return SourceDocument(f"报告.{kind}", kind, tuple(blocks))


def audited(*lines: str | list[list[str]], kind: str = "docx") -> Audit:
    return audit(report(*lines, kind=kind))


def found(*lines: str | list[list[str]], kind: str = "docx") -> tuple[AuditFinding, ...]:
    """What is found in a report with these lines under a title of 2023."""
    return audited(*lines, kind=kind).findings


def culprits(*lines: str | list[list[str]]) -> list[str]:
    """What is named as probably wrong itself."""
    return [one.text for finding in found(*lines) for one in finding.pointers if one.culprit]


def ids(*lines: str | list[list[str]], kind: str = "docx") -> list[str]:
    return [finding.id for finding in found(*lines, kind=kind)]


def said(*lines: str | list[list[str]], kind: str = "docx") -> list[tuple[str, str, str]]:
    """(id, stated, computed) of each finding."""
    return [(one.id, one.stated, one.computed) for one in found(*lines, kind=kind)]


def titled(*lines: str, kind: str = "docx") -> list[str]:
    """The ids of what is found in a report whose title is the first line."""
    blocks = [SourceParagraph(line, SourcePlace(paragraph=number)) for number, line in enumerate(lines, 1)]
    return [one.id for one in audit(SourceDocument(f"报告.{kind}", kind, tuple(blocks))).findings]
