"""What an audit comes to: findings with their places in the document, and how much was looked at."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from jixiao.model.outcome import Severity


class AuditKind(StrEnum):
    """What is wrong; the values are those of the JSON output."""

    SUM = "sum"  # parts and their total
    CHANGE = "yoy"  # a change, its rate, its direction
    RATIO = "ratio"  # a rate or a share
    EQUALITY = "equality"  # the same quantity said twice, or a word that a figure contradicts
    BALANCE = "balance"  # opening, flows, closing
    SCORE = "score"  # points of an evaluation
    NUMBERING = "numbering"
    NAMING = "naming"  # words: names, years, what a template left over
    BOOK = "book"  # otherwise than in the workbook of the report
    LAST_YEAR = "last_year"  # otherwise than in the report of last year


class TextSpan(msgspec.Struct, frozen=True):
    """A piece of a document: characters `start` to `end` of the text of `document.blocks[block]`.

    In a table `row` and `column` name the cell (from 1, as in SourceTable.rows); 0 for a paragraph.
    """

    block: int
    start: int
    end: int
    row: int = 0
    column: int = 0


class Pointer(msgspec.Struct, frozen=True):
    """A place to point at: the spans of one figure or wording, more than one where it is wrapped.

    `page` and `paragraph` count from 1, 0 where the file has none; `words` is the place as people say it;
    `culprit`: what is probably wrong itself, as far as that is known.
    """

    spans: tuple[TextSpan, ...]
    page: int = 0
    paragraph: int = 0
    words: str = ""
    text: str = ""
    culprit: bool = False


class AuditFinding(msgspec.Struct, frozen=True):
    """One slip. `stated`, `computed` and `difference` are texts as a reader would write them.

    `quote`: the piece of the document in which it stands, without blanks; `at`: where it begins in the text
    of the whole document without white space. `pointers`: the figures and words concerned, what is probably
    wrong first. `mend`: how to mend it. `consequences`: what does not hold because of the same slip.
    """

    id: str
    kind: AuditKind
    severity: Severity
    message: str
    quote: str
    page: int = 0
    paragraph: int = 0
    at: int = 0
    stated: str = ""
    computed: str = ""
    difference: str = ""
    mend: str = ""
    pointers: tuple[Pointer, ...] = ()
    consequences: tuple[AuditFinding, ...] = ()

    @property
    def open(self) -> bool:
        """True for what stops a clean result: errors and warnings."""
        return self.severity is not Severity.NOTE


class Audit(msgspec.Struct, frozen=True):
    """A document looked through. `unread`: sentences about what could not be read, such as a scanned page.

    `held`: sentences about what it was held against.
    """

    file: str
    kind: str
    findings: tuple[AuditFinding, ...]
    figures: int  # that have a unit, or stand in a table
    relations: int  # that were judged
    unread: tuple[str, ...] = ()
    held: tuple[str, ...] = ()

    @property
    def consistent(self) -> bool:
        return not any(finding.open for finding in self.findings)
