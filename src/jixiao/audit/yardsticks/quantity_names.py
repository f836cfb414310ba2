"""Names of quantities in one form, so that a report and a workbook that mean the same say the same."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

import msgspec

from jixiao.audit.document.passage import alike, tight
from jixiao.audit.yardsticks.known import Moment
from jixiao.pack.loading import data_folder
from jixiao.pack.toml_file import read_toml

FILE = "audit-known.toml"
TOTAL_SCORE = "自评得分"


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Base of the parts of the file: an unknown key is an error; patterns are made once."""


class AlikeNames(_Part, frozen=True):
    written: str
    name: str


class QuantityScope(_Part, frozen=True):
    """`words`: pattern of the fund's name in a report; `terms`: how the terms of its cells begin."""

    name: str
    words: str
    terms: tuple[str, ...]


class SilentWords(_Part, frozen=True):
    """Patterns. `sentence`, `clause`: anywhere before a figure in it; `before`, `behind`: beside it."""

    sentence: str
    clause: str
    before: str
    behind: str


class CommonItems(_Part, frozen=True):
    """Patterns: items that many wholes have, and the wholes within which they are those of the workbook."""

    names: str
    wholes: str

    def may_be(self, name: str, whole: str) -> bool:
        return not re.search(self.names, name) or re.fullmatch(self.wholes, whole) is not None


class ToldTerms(_Part, frozen=True):
    """Terms by the names that reports use. `units`: of a count."""

    terms: tuple[str, ...]
    names: tuple[str, ...]
    moment: Moment = Moment.CURRENT
    units: tuple[str, ...] = ()
    bare: bool = False


class WholeBudgets(_Part, frozen=True):
    """Patterns: names of all of the unit's money, and words of what is only some of it."""

    wholes: str
    silent: str


class ScoreWords(_Part, frozen=True):
    """Patterns, and the terms of rates and of rows that units add."""

    drop: str
    total: str
    alone: str
    silent: str
    grade: str
    rate_words: str
    rate_silent: str
    initial: str
    full: str
    rates: tuple[str, ...]
    row: tuple[str, str, str]

    def is_initial(self, term: str) -> bool:
        """Whether a rate is of the budget at the beginning of the year."""
        return re.search(self.initial, term) is not None


class QuantityWords(_Part, frozen=True):
    """The word lists of audit-known.toml."""

    drop: tuple[str, ...]
    tail: str
    budget_tail: str
    result_tail: str
    generic: str
    firm: str
    bare: str
    dated: str
    rows: tuple[str, ...]
    own_tables: str
    units: tuple[str, ...]
    alike: tuple[AlikeNames, ...]
    scope: tuple[QuantityScope, ...]
    silent: SilentWords
    items: CommonItems
    all_of: dict[str, tuple[str, ...]]
    whole_budgets: WholeBudgets
    told: tuple[ToldTerms, ...]
    scores: ScoreWords

    @cached_property
    def told_terms(self) -> dict[str, list[ToldTerms]]:
        found: dict[str, list[ToldTerms]] = {}
        for told in self.told:
            for term in told.terms:
                found.setdefault(term, []).append(told)
        return found

    def scope_of_term(self, term: str) -> str:
        return next((one.name for one in self.scope if term.startswith(one.terms)), "")

    def scope_of_cell(self, term: str, label: str) -> str:
        """The fund of a cell, by its term or by its label."""
        return self.scope_of_term(term) or next(iter(self.scopes_in(label)), "")

    def scopes_in(self, text: str) -> set[str]:
        """The funds that a text names."""
        return {one.name for one in self.scope if re.search(one.words, text)}

    def is_firm(self, name: str, words: str) -> bool:
        """Whether a name is the unit's own by itself, or by the year in the words before the figure."""
        if re.search(self.firm, name):
            return True
        return re.search(self.dated, words) is not None and not re.search(self.items.names, name)

    def is_total_score(self, words: str, unit: str = "") -> bool:
        """Whether the words before a score say that it is that of the whole report, and nothing else."""
        return re.fullmatch(self.scores.alone, self.name_of(words, unit)) is not None

    def name_of(self, words: str, unit: str = "", scope: str = "") -> str:
        """The name in the words before a figure, or in the label of a cell; "" if they name nothing.

        `unit`: whose figures they are. `scope`: a fund, whose name says nothing more.
        """
        text = alike(tight(words))
        if unit:
            text = text.replace(alike(tight(unit)), "")
        for pattern in (*self.drop, *self.drop):  # a prefix may stand behind another
            text = re.sub(pattern, "", text)
        for one in self.scope:
            if one.name == scope:
                text = re.sub(one.words, "", text)
        for pattern in (self.tail, self.budget_tail, self.tail, self.result_tail, self.tail):
            shorter = re.sub(pattern, "", text)
            text = shorter or text
        for same in self.alike:
            text = re.sub(same.written, same.name, text)
        text = text.strip("，。、；：")
        return "" if re.fullmatch(self.generic, text) else text


@lru_cache(maxsize=1)
def quantity_words() -> QuantityWords:
    """The word lists. Raises PackError if the file is broken."""
    return read_toml(data_folder("workbook_templates") / FILE, QuantityWords)
