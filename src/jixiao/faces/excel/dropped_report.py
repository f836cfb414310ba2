"""Finished reports among the dropped files: somebody wants them audited, not filled or taken from."""

from __future__ import annotations

import re
from pathlib import Path

from jixiao.audit_results.reports_below import KINDS
from jixiao.documents.document import SourceDocument
from jixiao.documents.reading import read_document
from jixiao.frameworks.printed.printed_table import printed_table
from jixiao.identity import is_ours
from jixiao.importing.importing import read_sources
from jixiao.importing.recognising import are_published_tables
from jixiao.model.errors import UnusableInput

_WORKBOOKS = (".xlsx", ".xls")
_AMOUNT = re.compile(r"\d\s*(?:万|亿)?元")
_PROSE = 5  # paragraphs with amounts: a score table that is handed out explains itself without them


def is_report(file: Path) -> bool:
    """Whether a file is a report or published tables, and not a workbook or a score table to be filled in."""
    kind = file.suffix.lower()
    if kind not in KINDS or not file.is_file():
        return False
    try:
        if kind in _WORKBOOKS:  # another one may be a workbook of ours that has suffered
            return not is_ours(file) and are_published_tables(read_sources([file]).sheets)
        document = read_document(file)
    except UnusableInput:
        return kind not in _WORKBOOKS  # the audit says what is wrong with it
    return _tells_amounts(document) or printed_table(document) is None


def _tells_amounts(document: SourceDocument) -> bool:
    """Whether its paragraphs tell amounts; rates stand in the notes of a score table, too."""
    return sum(bool(_AMOUNT.search(paragraph.text)) for paragraph in document.paragraphs) >= _PROSE
