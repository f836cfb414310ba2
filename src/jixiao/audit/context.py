"""What the kinds of relations look at: a report read into sentences, lists and tables."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jixiao.audit.account_heads import AccountHead
from jixiao.audit.document.report_text import ReportText
from jixiao.audit.figures.figure import StatedFigure
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.lists.stated_list import StatedList
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.tables.entries import EntryTable
from jixiao.audit.wording.words import AuditWords
from jixiao.audit.wording_fault import WordingFault

Judged = StatedRelation | WordingFault


class AuditContext(msgspec.Struct):
    """`year`: the year that the report is about, 0 if it does not say. `budget`: whether it is a budget."""

    text: ReportText
    words: AuditWords
    sentences: list[Sentence]
    lists: list[StatedList]
    figures: dict[int, list[StatedFigure]]
    tables: list[EntryTable]
    heads: list[AccountHead]
    year: int = 0
    budget: bool = False

    @property
    def members(self) -> frozenset[StatedFigure]:
        """The figures that are parts of lists."""
        readings = [*self.lists, *(listed.also for listed in self.lists if listed.also is not None)]
        return frozenset(
            figure for listed in readings for part in listed.parts for figure in part.figures.values()
        )

    def sentence_of(self, figure: StatedFigure) -> Sentence:
        """The sentence in which a figure stands."""
        return next(one for one in self.sentences if figure in one.figures)

    def before(self, sentence: Sentence, count: int = 1) -> Iterator[Sentence]:
        """The sentences directly before one, nearest first, as long as no heading lies between."""
        for number in range(sentence.number - 1, max(sentence.number - 1 - count, -1), -1):
            if self.sentences[number].passage.heading:
                return
            yield self.sentences[number]
