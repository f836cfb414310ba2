"""What the word lists name one by one: equations, rates, bounds, quantities, sets, accounts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from jixiao.audit.wording.word_part import WordPart

_FEWEST = 2  # members of a set that a list must name
_KEPT = 10_000  # labels that are remembered


class NamedEquation(WordPart, frozen=True):
    """Patterns of names. `least`: figures without which the equation says nothing."""

    name: str
    total: str
    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    minus_optional: tuple[str, ...] = ()
    least: int = 2
    slips_only: bool = False  # holds as a rule, so only a figure that looks mistyped is told
    counted: bool = False  # of things, not of money
    back: int = 2  # sentences in which its figures may stand

    @cached_property
    def of_total(self) -> re.Pattern[str]:
        return re.compile(self.total)


class NamedRemainder(WordPart, frozen=True):
    """Patterns of names at the end of the words before a figure: `rest` = `whole` - `done`.

    `once`: a unit has one of each, so that they belong together wherever they are said.
    """

    name: str
    rest: str
    whole: str
    done: str
    once: bool = False


class KnownQuantity(WordPart, frozen=True):
    """`words`, `never`, `table`, `row`: patterns."""

    name: str
    words: str
    never: str = ""
    table: str = ""
    row: str = ""
    budget: bool = False
    accounts_only: bool = False

    @cached_property
    def before_figure(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{self.words})(?:总额|金额|数|共|共计|合计|各|均|分别|为|是|：)*$")


class MisnamedAccount(WordPart, frozen=True):
    written: str
    name: str


class NamedMean(WordPart, frozen=True):
    """Patterns of names: `mean` = `part` / `whole`, wherever they stand."""

    mean: str
    part: str
    whole: str


class NamedRate(WordPart, frozen=True):
    """Patterns of names: `part` over `whole`; `far`: the whole, where it is said elsewhere and once.

    `slips_only`: it may be of other figures too, so it is told only where it looks mistyped.
    """

    name: str
    part: str
    whole: str
    far: str = ""
    listed: bool = True  # may be the first part of a list over its whole
    slips_only: bool = False


class NamedBound(WordPart, frozen=True):
    """Patterns of names: the parts together are no more than the whole."""

    whole: str
    parts: tuple[str, ...]


class ClosedSet(WordPart, frozen=True):
    """Things of which a report names all: each member by one of the words between bars.

    All of `members` must be named, and nothing else but `optional` ones; `least` of them in all. `classes`:
    its members have members of their own. `follows`: it needs no 其中 behind its whole.
    """

    name: str
    members: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    least: int = 0
    classes: bool = False
    follows: bool = False
    partial: bool = False  # a report may name some of them only
    mostly: bool = False  # or leave some out: told only where the parts come to most of the whole

    @cached_property
    def _members(self) -> list[list[str]]:
        return [member.split("|") for member in (*self.members, *self.optional)]

    @cached_property
    def _met(self) -> dict[str, frozenset[int]]:
        return {}

    def met_in(self, label: str) -> frozenset[int]:
        """Which members a label names, by their numbers; those that must be named come first."""
        if label not in self._met:
            if len(self._met) >= _KEPT:
                self._met.clear()
            members = enumerate(self._members)
            self._met[label] = frozenset(n for n, words in members if any(word in label for word in words))
        return self._met[label]

    def is_named_by(self, labels: Iterable[str]) -> bool:
        """Whether the labels are those of the whole set, each a member of its own."""
        texts = tuple(labels)
        return len(texts) in self.named_within(texts)

    def named_within(self, labels: Iterable[str]) -> Iterator[int]:
        """How many of the labels, from the first on, name the whole set; each number for which they do."""
        hit: set[int] = set()
        named, wanted = 0, len(self.members)
        for count, label in enumerate(labels, 1):
            members = self.met_in(label)
            if not members:
                return
            hit |= members
            named += min(members) < wanted
            # 合格工程、优良工程: both of one member
            whole = named >= wanted and len(hit) >= _FEWEST and hit.issuperset(range(wanted))
            if whole and count >= max(self.least, 2):
                yield count


class AccountPurpose(WordPart, frozen=True):
    account: str
    own: str
    others: str


class ExpensePurpose(WordPart, frozen=True):
    """Patterns: the `name` of an expense, what its `own` purposes say, and those of `others`."""

    name: str
    own: str
    others: str


class InstitutionTerms(WordPart, frozen=True):
    """`opens`: before names; `led`: between count and names; `things`: what is counted; `ends` of names."""

    opens: tuple[str, ...]
    led: tuple[str, ...]
    things: tuple[str, ...]
    ends: tuple[str, ...]


class OfficeTerms(WordPart, frozen=True):
    """`names` of departments, of which `upper` write to every unit; `verbs` before a name that is the unit's
    own, `matters` behind it; `tails`: behind one with which a sentence begins; `inner`: its inner offices.
    `never_places`: what two letters before 县 are no name of a place. The last four are patterns.
    """

    names: tuple[str, ...]
    upper: tuple[str, ...]
    verbs: tuple[str, ...]
    matters: str
    tails: str
    inner: str
    never_places: str


class CountedTerms(WordPart, frozen=True):
    """Patterns: `opens` the parts of what is counted; `crossed`: names of parts that may overlap.

    `whole_before` and `whole_behind` a count and its name: all are meant; `other` before it: not these;
    `named_before`: what may stand before a name that stands before its count.
    `short`: names of two letters.
    """

    opens: str
    crossed: str
    whole_before: str
    whole_behind: str
    named_before: str
    other: str
    short: tuple[str, ...]


class NamedTally(WordPart, frozen=True):
    """Patterns: `words` before a count of its `unit`, `behind` it; `never` in its part of the sentence.

    `pair`: the unit of the count directly before it, to which the words belong.
    """

    name: str
    unit: str
    words: str
    behind: str = ""
    never: str = ""
    pair: str = ""
    bought: bool = False  # of what is bought, not of what there is
    at_most: str = ""  # the tally of which it is a part
