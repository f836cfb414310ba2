"""All kinds of relations and of words that go wrong, in the order in which they look at a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from jixiao.audit.context import AuditContext, Judged
from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.audit.judgement.contrary_words import settled
from jixiao.audit.judgement.exact_amounts import with_exact_amounts
from jixiao.audit.judgement.guards import guarded
from jixiao.audit.judgement.same_cells import with_same_cells
from jixiao.audit.kinds.again.account_amounts import account_amounts
from jixiao.audit.kinds.again.coded_names import coded_names
from jixiao.audit.kinds.again.coded_plans import coded_plans
from jixiao.audit.kinds.again.counted_alike import counted_alike
from jixiao.audit.kinds.again.heads_in_text import heads_in_text
from jixiao.audit.kinds.again.mistaken_units import mistaken_units
from jixiao.audit.kinds.again.named_in_tables import named_in_tables
from jixiao.audit.kinds.again.near_twins import near_twins
from jixiao.audit.kinds.again.said_otherwise import said_otherwise
from jixiao.audit.kinds.again.said_twice import said_twice
from jixiao.audit.kinds.again.source_rows import source_rows
from jixiao.audit.kinds.again.swapped_again import swapped_again
from jixiao.audit.kinds.again.totals_in_text import totals_in_text
from jixiao.audit.kinds.again.unspent_of_rates import unspent_of_rates
from jixiao.audit.kinds.changes.adjustment_rates import adjustment_rates
from jixiao.audit.kinds.changes.against_budget import against_budget
from jixiao.audit.kinds.changes.bracketed_priors import bracketed_priors
from jixiao.audit.kinds.changes.change_rates import change_rates
from jixiao.audit.kinds.changes.changes import changes
from jixiao.audit.kinds.changes.directions import directions
from jixiao.audit.kinds.changes.far_changes import far_changes
from jixiao.audit.kinds.changes.far_growth import far_growth
from jixiao.audit.kinds.changes.from_to import from_to
from jixiao.audit.kinds.changes.like_for_like import like_for_like
from jixiao.audit.kinds.changes.moved import moved
from jixiao.audit.kinds.changes.net_changes import net_changes
from jixiao.audit.kinds.changes.points_apart import points_apart
from jixiao.audit.kinds.changes.points_from_total import points_from_total
from jixiao.audit.kinds.changes.raised_standards import raised_standards
from jixiao.audit.kinds.changes.sums_of_changes import sums_of_changes
from jixiao.audit.kinds.changes.table_changes import table_changes
from jixiao.audit.kinds.changes.turned_growth import turned_growth
from jixiao.audit.kinds.changes.undecided_changes import undecided_changes
from jixiao.audit.kinds.changes.year_on_year import year_on_year
from jixiao.audit.kinds.counts.banded_counts import banded_counts
from jixiao.audit.kinds.counts.counted_again import counted_again
from jixiao.audit.kinds.counts.counted_among import counted_among
from jixiao.audit.kinds.counts.counted_parts import counted_parts
from jixiao.audit.kinds.counts.counts_of_indicators import counts_of_indicators
from jixiao.audit.kinds.counts.counts_of_plans import counts_of_plans
from jixiao.audit.kinds.counts.counts_of_rows import counts_of_rows
from jixiao.audit.kinds.counts.graded_counts import graded_counts
from jixiao.audit.kinds.counts.joined_counts import joined_counts
from jixiao.audit.kinds.counts.staff_again import staff_again
from jixiao.audit.kinds.counts.tallies import tallies
from jixiao.audit.kinds.rates.against_targets import against_targets
from jixiao.audit.kinds.rates.answers_by_level import answers_by_level
from jixiao.audit.kinds.rates.bracketed_formulas import bracketed_formulas
from jixiao.audit.kinds.rates.contradictions import contradictions
from jixiao.audit.kinds.rates.far_bases import far_bases
from jixiao.audit.kinds.rates.far_means import far_means
from jixiao.audit.kinds.rates.far_targets import far_targets
from jixiao.audit.kinds.rates.gaps_to_targets import gaps_to_targets
from jixiao.audit.kinds.rates.mean_counts import mean_counts
from jixiao.audit.kinds.rates.means import means
from jixiao.audit.kinds.rates.named_rates import named_rates
from jixiao.audit.kinds.rates.rates import rates
from jixiao.audit.kinds.rates.rates_before_brackets import rates_before_brackets
from jixiao.audit.kinds.rates.rates_of_sources import rates_of_sources
from jixiao.audit.kinds.rates.rates_of_targets import rates_of_targets
from jixiao.audit.kinds.rates.rates_of_two import rates_of_two
from jixiao.audit.kinds.rates.reached_targets import reached_targets
from jixiao.audit.kinds.rates.repeated_rates import repeated_rates
from jixiao.audit.kinds.rates.satisfaction import satisfaction
from jixiao.audit.kinds.rates.staff_rates import staff_rates
from jixiao.audit.kinds.rates.unit_costs import unit_costs
from jixiao.audit.kinds.rates.yields import yields
from jixiao.audit.kinds.scores.deductions import deductions
from jixiao.audit.kinds.scores.full_marks import full_marks
from jixiao.audit.kinds.scores.full_marks_below import full_marks_below
from jixiao.audit.kinds.scores.grades import grades
from jixiao.audit.kinds.scores.mean_scores import mean_scores
from jixiao.audit.kinds.scores.points_over import points_over
from jixiao.audit.kinds.scores.score_groups import score_groups
from jixiao.audit.kinds.scores.scores import scores
from jixiao.audit.kinds.scores.scores_in_text import scores_in_text
from jixiao.audit.kinds.scores.scores_of_hundred import scores_of_hundred
from jixiao.audit.kinds.shares.common_wholes import common_wholes
from jixiao.audit.kinds.shares.far_shares import far_shares
from jixiao.audit.kinds.shares.same_bases import with_same_bases
from jixiao.audit.kinds.shares.shares import shares
from jixiao.audit.kinds.shares.shares_of_counts import shares_of_counts
from jixiao.audit.kinds.shares.shares_of_totals import shares_of_totals
from jixiao.audit.kinds.shares.siblings import siblings
from jixiao.audit.kinds.shares.subject_shares import subject_shares
from jixiao.audit.kinds.shares.twin_shares import twin_shares
from jixiao.audit.kinds.sums.all_of_it import all_of_it
from jixiao.audit.kinds.sums.balance_chain import balance_chain
from jixiao.audit.kinds.sums.balances_in_one import balances_in_one
from jixiao.audit.kinds.sums.both_sides import both_sides
from jixiao.audit.kinds.sums.bounds import bounds
from jixiao.audit.kinds.sums.equations import equations
from jixiao.audit.kinds.sums.item_sums import item_sums
from jixiao.audit.kinds.sums.named_pairs import named_pairs
from jixiao.audit.kinds.sums.paired_lists import paired_lists
from jixiao.audit.kinds.sums.products import products
from jixiao.audit.kinds.sums.quantities import quantities
from jixiao.audit.kinds.sums.remainders import remainders
from jixiao.audit.kinds.sums.respective_sums import respective_sums
from jixiao.audit.kinds.sums.summed_paragraphs import summed_paragraphs
from jixiao.audit.kinds.sums.sums import sums
from jixiao.audit.kinds.sums.sums_over_years import sums_over_years
from jixiao.audit.kinds.tables.introduced_tables import introduced_tables
from jixiao.audit.relations.stated import StatedRelation
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.audit.table_kinds import TABLE_KINDS
from jixiao.audit.word_kinds import WORD_KINDS
from jixiao.model.outcome import Outcome

KINDS: tuple[Callable[[AuditContext], Iterable[Judged]], ...] = (
    *TABLE_KINDS,
    account_amounts,
    coded_names,
    coded_plans,
    quantities,
    named_in_tables,
    mistaken_units,
    source_rows,
    heads_in_text,
    introduced_tables,
    said_twice,
    totals_in_text,
    tallies,
    counted_again,
    staff_again,
    repeated_rates,
    sums,
    sums_over_years,
    paired_lists,
    all_of_it,
    counted_among,
    joined_counts,
    graded_counts,
    banded_counts,
    respective_sums,
    named_pairs,
    sums_of_changes,
    summed_paragraphs,
    item_sums,
    scores,
    grades,
    deductions,
    full_marks,
    full_marks_below,
    scores_in_text,
    score_groups,
    scores_of_hundred,
    points_over,
    mean_scores,
    equations,
    balance_chain,
    balances_in_one,
    both_sides,
    remainders,
    net_changes,
    bounds,
    changes,
    table_changes,
    like_for_like,
    raised_standards,
    change_rates,
    undecided_changes,
    rates,
    named_rates,
    adjustment_rates,
    rates_before_brackets,
    bracketed_formulas,
    counts_of_indicators,
    counts_of_plans,
    counts_of_rows,
    rates_of_sources,
    satisfaction,
    points_apart,
    points_from_total,
    from_to,
    means,
    gaps_to_targets,
    mean_counts,
    unit_costs,
    far_means,
    products,
    yields,
    shares,
    twin_shares,
    common_wholes,
    siblings,
    directions,
    contradictions,
    moved,
    bracketed_priors,
    against_targets,
    reached_targets,
    *WORD_KINDS,
)

# Those that look for figures far away, only for what nothing else has told.
LATE_KINDS: tuple[Callable[[AuditContext, frozenset[StatedFigure]], Iterable[Judged]], ...] = (
    far_bases,
    far_targets,
    far_shares,
    subject_shares,
    shares_of_counts,
    shares_of_totals,
    far_changes,
    far_growth,
    against_budget,
    turned_growth,
    counted_parts,
    answers_by_level,
    year_on_year,
    staff_rates,
    rates_of_targets,
    rates_of_two,
)

# Those that ask what the others bear out.
AGAIN_KINDS: tuple[Callable[[Sequence[Judged], AuditContext], Iterable[Judged]], ...] = (
    said_otherwise,
    swapped_again,
    near_twins,
    counted_alike,
    unspent_of_rates,
)


def _told(judged: Iterable[Judged]) -> frozenset[StatedFigure]:
    """The figures that relations state of which that is sure."""
    return frozenset(one.target for one in judged if isinstance(one, StatedRelation) and _tells(one))


def _tells(relation: StatedRelation) -> bool:
    """Whether it holds, or a slip in what it states explains why not; else it is hardly bound rightly."""
    if relation.outcome() is not Outcome.INCONSISTENT:
        return True
    return relation.target.measure is not Metric.PERCENT or slip_in(relation.target, relation)


def judge(context: AuditContext) -> list[Judged]:
    """What all kinds of relations make of a report."""
    judged = [one for kind in KINDS for one in kind(context)]
    told = _told(judged)
    for late in LATE_KINDS:
        found = list(late(context, told))
        judged += found
        told |= _told(found)
    judged = with_exact_amounts(with_same_cells(judged))
    judged += [one for kind in AGAIN_KINDS for one in kind(judged, context)]
    return guarded(with_same_bases(settled(judged), context), context)
