"""The order of the work: document -> figures -> labels -> relations -> outcomes -> findings."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.audit.account_heads import heads_of
from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import Audit
from jixiao.audit.document.report_text import ReportText, read_text
from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.audit.figures.figures import figures_in
from jixiao.audit.figures.labels import bind
from jixiao.audit.figures.sentences import sentences_of
from jixiao.audit.figures.subject import subject_of
from jixiao.audit.figures.undecided import set_aside
from jixiao.audit.judging import judge
from jixiao.audit.lists.lists import lists_of
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.tables.continued_tables import continued
from jixiao.audit.tables.printed_rows import entries_of
from jixiao.audit.wording.words import audit_words
from jixiao.audit.yardsticks.known import Yardstick
from jixiao.audit.yardsticks.yardsticks import hold
from jixiao.documents.document import SourceDocument
from jixiao.model.outcome import Outcome


def audit(document: SourceDocument, yardsticks: Sequence[Yardstick] = ()) -> Audit:
    """Look a report through. Reads nothing but the document; never raises for what stands in it.

    `yardsticks`: its workbook, the report of last year, with which it must agree.
    """
    context = read_context(read_text(document))
    judged = judge(context)
    relations = [one for one in judged if isinstance(one, StatedRelation)]
    checked = sum(one.outcome() is not Outcome.NOT_CHECKED for one in relations)
    figures = sum(map(len, context.figures.values())) + sum(
        len(entry.figures) for table in context.tables for entry in table.entries
    )
    held = hold(context, judged, yardsticks)
    return Audit(
        document.file,
        document.kind,
        tuple(held.findings),
        figures,
        checked + held.compared,
        document.unread,
        tuple(held.said),
    )


def read_context(text: ReportText) -> AuditContext:
    """The figures of a report, bound to their words, and the lists that they make up."""
    words = audit_words()
    subject = subject_of(text)
    figures: dict[int, list[StatedFigure]] = {}
    for passage in text.prose:
        if found := list(figures_in(passage)):
            bind(found, words, subject)
            set_aside(found, words)
            figures[passage.number] = found
    _mark_coarse(figures)
    sentences = sentences_of(text.prose, figures)
    lists = list(lists_of(sentences, words))
    heads = list(heads_of(list(text.prose), figures))
    tables = continued([entries_of(table) for table in text.tables])
    return AuditContext(text, words, sentences, lists, figures, tables, heads, subject.year, subject.budget)


def _mark_coarse(figures: dict[int, list[StatedFigure]]) -> None:
    """Whole amounts among amounts with decimals of the same unit."""
    money = [f for own in figures.values() for f in own if f.measure is Metric.MONEY]
    fine = {f.unit for f in money if f.step < f.scale}
    for figure in money:
        figure.coarse = figure.step == figure.scale and figure.unit in fine
