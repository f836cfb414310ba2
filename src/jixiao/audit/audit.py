"""The order of the work: document -> figures -> labels -> relations -> outcomes -> findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from jixiao.audit.account_heads import heads_of
from jixiao.audit.context import AuditContext, Judged
from jixiao.audit.figure import Metric, StatedFigure
from jixiao.audit.figures import figures_in
from jixiao.audit.finding import Audit
from jixiao.audit.kinds.account_amounts import account_amounts
from jixiao.audit.kinds.against_targets import against_targets
from jixiao.audit.kinds.balance_chain import balance_chain
from jixiao.audit.kinds.bounds import bounds
from jixiao.audit.kinds.changes import changes
from jixiao.audit.kinds.column_means import column_means
from jixiao.audit.kinds.column_totals import column_totals
from jixiao.audit.kinds.common_wholes import common_wholes
from jixiao.audit.kinds.contradictions import contradictions
from jixiao.audit.kinds.deductions import deductions
from jixiao.audit.kinds.directions import directions
from jixiao.audit.kinds.doubled_words import doubled_words
from jixiao.audit.kinds.empty_tables import empty_tables
from jixiao.audit.kinds.equations import equations
from jixiao.audit.kinds.far_means import far_means
from jixiao.audit.kinds.foreign_purposes import foreign_purposes
from jixiao.audit.kinds.from_to import from_to
from jixiao.audit.kinds.full_marks import full_marks
from jixiao.audit.kinds.hierarchies import hierarchies
from jixiao.audit.kinds.inline_numbers import inline_numbers
from jixiao.audit.kinds.introduced_tables import introduced_tables
from jixiao.audit.kinds.item_sums import item_sums
from jixiao.audit.kinds.listed_accounts import listed_accounts
from jixiao.audit.kinds.listed_names import listed_names
from jixiao.audit.kinds.means import means
from jixiao.audit.kinds.missing_units import missing_units
from jixiao.audit.kinds.named_in_tables import named_in_tables
from jixiao.audit.kinds.named_pairs import named_pairs
from jixiao.audit.kinds.named_rates import named_rates
from jixiao.audit.kinds.numbering import numbering
from jixiao.audit.kinds.odd_units import odd_units
from jixiao.audit.kinds.odd_years import odd_years
from jixiao.audit.kinds.points_apart import points_apart
from jixiao.audit.kinds.products import products
from jixiao.audit.kinds.purposes import purposes
from jixiao.audit.kinds.quantities import quantities
from jixiao.audit.kinds.rates import rates
from jixiao.audit.kinds.rates_of_sources import rates_of_sources
from jixiao.audit.kinds.reasons import reasons
from jixiao.audit.kinds.remainders import remainders
from jixiao.audit.kinds.repeated_rates import repeated_rates
from jixiao.audit.kinds.row_formulas import row_formulas
from jixiao.audit.kinds.row_ratios import row_ratios
from jixiao.audit.kinds.row_totals import row_totals
from jixiao.audit.kinds.said_twice import said_twice
from jixiao.audit.kinds.satisfaction import satisfaction
from jixiao.audit.kinds.score_tables import score_tables
from jixiao.audit.kinds.scores import scores
from jixiao.audit.kinds.scores_in_text import scores_in_text
from jixiao.audit.kinds.self_words import self_words
from jixiao.audit.kinds.shares import shares
from jixiao.audit.kinds.siblings import siblings
from jixiao.audit.kinds.summary_tables import summary_tables
from jixiao.audit.kinds.summed_paragraphs import summed_paragraphs
from jixiao.audit.kinds.sums import sums
from jixiao.audit.kinds.sums_of_changes import sums_of_changes
from jixiao.audit.kinds.templates import templates
from jixiao.audit.kinds.three_public import three_public
from jixiao.audit.kinds.unit_names import unit_names
from jixiao.audit.kinds.years import years
from jixiao.audit.known import Yardstick
from jixiao.audit.labels import bind
from jixiao.audit.lists import lists_of
from jixiao.audit.printed_rows import entries_of
from jixiao.audit.report_text import ReportText, read_text
from jixiao.audit.sentences import sentences_of
from jixiao.audit.stated import StatedRelation
from jixiao.audit.subject import subject_of
from jixiao.audit.undecided import set_aside
from jixiao.audit.words import audit_words
from jixiao.audit.yardsticks import hold
from jixiao.documents.document import SourceDocument
from jixiao.model.outcome import Outcome

KINDS: tuple[Callable[[AuditContext], Iterable[Judged]], ...] = (
    hierarchies,
    row_formulas,
    row_totals,
    row_ratios,
    column_means,
    column_totals,
    summary_tables,
    three_public,
    account_amounts,
    quantities,
    named_in_tables,
    introduced_tables,
    said_twice,
    repeated_rates,
    sums,
    named_pairs,
    sums_of_changes,
    summed_paragraphs,
    item_sums,
    scores,
    deductions,
    full_marks,
    score_tables,
    scores_in_text,
    equations,
    balance_chain,
    remainders,
    bounds,
    changes,
    rates,
    named_rates,
    rates_of_sources,
    satisfaction,
    points_apart,
    from_to,
    means,
    far_means,
    products,
    shares,
    common_wholes,
    siblings,
    directions,
    contradictions,
    against_targets,
    reasons,
    purposes,
    foreign_purposes,
    listed_accounts,
    listed_names,
    empty_tables,
    templates,
    doubled_words,
    missing_units,
    odd_units,
    years,
    odd_years,
    unit_names,
    self_words,
    numbering,
    inline_numbers,
)


def audit(document: SourceDocument, yardsticks: Sequence[Yardstick] = ()) -> Audit:
    """Look a report through. Reads nothing but the document; never raises for what stands in it.

    `yardsticks`: its workbook, the report of last year, with which it must agree.
    """
    context = read_context(read_text(document))
    judged = [one for kind in KINDS for one in kind(context)]
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
    tables = [entries_of(table) for table in text.tables]
    return AuditContext(text, words, sentences, lists, figures, tables, heads, subject.year, subject.budget)


def _mark_coarse(figures: dict[int, list[StatedFigure]]) -> None:
    """Whole amounts among amounts with decimals of the same unit."""
    money = [f for own in figures.values() for f in own if f.measure is Metric.MONEY]
    fine = {f.unit for f in money if f.step < f.scale}
    for figure in money:
        figure.coarse = figure.step == figure.scale and figure.unit in fine
