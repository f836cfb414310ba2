"""The word lists of an audit, read once: audit-words.toml beside the packs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from jixiao.audit.wording.named_terms import (
    AccountPurpose,
    ClosedSet,
    CountedTerms,
    ExpensePurpose,
    InstitutionTerms,
    KnownQuantity,
    MisnamedAccount,
    NamedBound,
    NamedEquation,
    NamedMean,
    NamedRate,
    NamedRemainder,
    NamedTally,
    OfficeTerms,
)
from jixiao.audit.wording.reason_words import ReasonTerms
from jixiao.audit.wording.word_part import WordPart
from jixiao.audit.wording.word_part import either as either  # its users import it from here
from jixiao.pack.loading import data_folder
from jixiao.pack.toml_file import read_toml

FILE = "audit-words.toml"
_DONE_MORE = "(?<=[比年度期数算]){}(?![次数年项个种家于达])[\\u4e00-\\u9fff]{{1,2}}"  # 比上年多印, 较去年少办
_SPLIT = (  # 按学段分：, 分征管部门看，
    "(?:(?<=[。；，、）])|^)(?:按(?:照)?[^，。；：、\\d]{2,8}(?:划分|分类|分)|分[\\u4e00-\\u9fff]{2,8}看)(?=[：，])"
)


class ChangeTerms(WordPart, frozen=True):
    growth: tuple[str, ...]
    decline: tuple[str, ...]
    level: tuple[str, ...]
    reached: tuple[str, ...]
    between: tuple[str, ...]
    earlier: tuple[str, ...]
    against_budget: tuple[str, ...]


class RateTerms(WordPart, frozen=True):
    done: tuple[str, ...]
    done_names: tuple[str, ...]
    share: tuple[str, ...]


class RoleTerms(WordPart, frozen=True):
    base: tuple[str, ...]
    initial: tuple[str, ...]
    full: tuple[str, ...]
    result: tuple[str, ...]
    names: tuple[str, ...]
    prior: tuple[str, ...]
    means: tuple[str, ...]


class ListTerms(WordPart, frozen=True):
    openers: tuple[str, ...]
    partial: tuple[str, ...]
    joined: tuple[str, ...]


class TemplateTerms(WordPart, frozen=True):
    """`both`: two alternatives side by side; `blanks`: patterns of what is to be filled in.

    `asides`: patterns of prompts in brackets; `fields`: the same for sentences only.
    """

    both: tuple[str, ...]
    blanks: tuple[str, ...]
    prompts: tuple[str, ...]
    asides: tuple[str, ...]
    fields: str


class UnitTerms(WordPart, frozen=True):
    money: tuple[str, ...]
    rates: tuple[str, ...]
    never: str
    points: tuple[str, ...]


class DoubledTerms(WordPart, frozen=True):
    letters: tuple[str, ...]
    spared: tuple[str, ...]


class AuditWords(WordPart, frozen=True):
    change: ChangeTerms
    rates: RateTerms
    roles: RoleTerms
    lists: ListTerms
    closed: tuple[ClosedSet, ...]
    templates: TemplateTerms
    units: UnitTerms
    doubled: DoubledTerms
    purpose: tuple[AccountPurpose, ...]
    equation: tuple[NamedEquation, ...]
    remainder: tuple[NamedRemainder, ...]
    mean: tuple[NamedMean, ...]
    rate: tuple[NamedRate, ...]
    bound: tuple[NamedBound, ...]
    reasons: ReasonTerms
    institutions: InstitutionTerms
    offices: OfficeTerms
    counted: CountedTerms
    expense: tuple[ExpensePurpose, ...]
    tally: tuple[NamedTally, ...]
    quantity: tuple[KnownQuantity, ...]
    misnamed: tuple[MisnamedAccount, ...]

    @cached_property
    def changed(self) -> re.Pattern[str]:
        """A word of change directly before a figure, with what may stand between."""
        change = self.change
        return re.compile(
            rf"(?:(?P<growth>{either(change.growth)}|{_DONE_MORE.format('多')})"
            rf"|(?P<decline>{either(change.decline)}|{_DONE_MORE.format('少')}))"
            rf"(?:{either(change.between)})*$"
        )

    @cached_property
    def undecided(self) -> re.Pattern[str]:
        """Both alternatives of a template at the end of the words before a figure."""
        return re.compile(rf"(?:{either(self.templates.both)})[^，。；]{{0,4}}$")

    @cached_property
    def reached(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{either(self.change.reached)})$")

    @cached_property
    def mean_words(self) -> re.Pattern[str]:
        """A word of a mean or price in the clause before a figure."""
        return re.compile(rf"(?<!高)(?:{either(self.roles.means)})[^，。；]{{0,12}}$")

    @cached_property
    def level(self) -> re.Pattern[str]:
        return re.compile(either(self.change.level))

    @cached_property
    def names_with_budget(self) -> re.Pattern[str]:
        return re.compile(either(self.roles.names))

    @cached_property
    def budgets(self) -> re.Pattern[str]:
        """A budget as base directly before a figure; 年初部门预算 is no name."""
        named = either((*self.roles.initial, *self.roles.full))
        return re.compile(rf"(?:{named})(?:数|为|共|安排|资金|金额|：)*$")

    @cached_property
    def results(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{either(self.roles.result)})[^，；]{{0,4}}$")

    @cached_property
    def bases(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?:{either(self.roles.base)})[^，；]{{0,4}}$|预算(?:数|为|安排|是|共|资金|金额)*$"
        )

    @cached_property
    def done(self) -> re.Pattern[str]:
        """The phrase of an execution rate before a figure."""
        return re.compile(
            rf"(?:(?:{either(self.rates.done)})(?P<base>[^，；。]*?(?:预算|计划|预算数|指标|任务|安排数)[^，；。的]{{0,3}})的?"
            rf"(?:比例|比重)?(?:为|达|约|达到)?|(?P<name>{either(self.rates.done_names)})(?:为|达到|达|是|约|仅|：)*)$"
        )

    @cached_property
    def openers(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?P<word>{either(self.lists.openers)}|{_SPLIT})(?:（[^（）\d]{{2,20}}）)?[：:，,；;、]?"
        )

    def closed_set(self, labels: Iterable[str]) -> ClosedSet | None:
        """The set that the labels make up, if they make up one."""
        texts = tuple(labels)
        return next((one for one in self.closed if one.is_named_by(texts)), None)

    def closed_sets(self, labels: Sequence[str]) -> Iterator[tuple[int, ClosedSet]]:
        """Each number of labels, from the first on, that makes up a set, and the set; the fewest first."""
        found: dict[int, ClosedSet] = {}
        for one in reversed(self.closed):  # the first that is named counts
            found |= dict.fromkeys(one.named_within(labels), one)
        yield from sorted(found.items(), key=lambda each: each[0])


@lru_cache(maxsize=1)
def audit_words() -> AuditWords:
    """The word lists. Raises PackError if the file is broken."""
    return read_toml(data_folder("workbook_templates") / FILE, AuditWords)
