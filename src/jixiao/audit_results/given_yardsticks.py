"""The workbook and the report of last year that somebody wants reports to be held against, read once."""

from __future__ import annotations

from pathlib import Path

from jixiao.audit.yardsticks.known import Yardstick


def given_yardsticks(book: Path | None, against: Path | None) -> tuple[Yardstick, ...]:
    """What they say. Raises UnusableInput for a file that cannot be read, or says nothing to go by."""
    found = []
    if book is not None:
        from jixiao.audit.yardsticks.against_book import yardstick_of_book
        from jixiao.pipeline import inspect

        found.append(yardstick_of_book(inspect(book)))
    if against is not None:
        from jixiao.audit.audit import read_context
        from jixiao.audit.document.report_text import read_text
        from jixiao.audit.yardsticks.against_report import yardstick_of_report
        from jixiao.documents.reading import read_document

        context = read_context(read_text(read_document(against)))
        found.append(yardstick_of_report(context, against.name))
    return tuple(found)
