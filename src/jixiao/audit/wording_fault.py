"""Words that do not hold, with the place where they stand and what should stand there."""

from __future__ import annotations

import msgspec

from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.passage import Passage, Span
from jixiao.audit.figures.figure import StatedFigure
from jixiao.model.outcome import Severity


class WordingFault(msgspec.Struct, eq=False):
    """`wrong`: where in the passage the wrong words stand. `computed`: what should be.

    `stated`: what is written, if that is not just the wrong words. `quoted`: the piece that is shown, if that
    is more than they. `figures`: what speaks against it.
    """

    id: str
    kind: AuditKind
    passage: Passage
    wrong: Span
    computed: str
    message: str
    mend: str
    stated: str = ""
    quoted: Span = (0, 0)
    severity: Severity = Severity.WARNING
    figures: tuple[StatedFigure, ...] = ()

    def __post_init__(self) -> None:
        self.stated = self.stated or self.passage.text[slice(*self.wrong)]
        self.quoted = self.quoted if self.quoted != (0, 0) else self.wrong
