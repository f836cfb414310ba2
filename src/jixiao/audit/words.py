"""The word lists of an audit, read once: audit-words.toml beside the packs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

import msgspec

from jixiao.pack.loading import data_folder
from jixiao.pack.toml_file import read_toml

FILE = "audit-words.toml"
_SPLIT = "(?<=[。；，、）])按(?:照)?[^，。；：、\\d]{2,8}(?:划分|分类|分)(?=[：，])"  # 按学段分：


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Base of the parts of the file: an unknown key is an error; patterns are made once."""


class ChangeTerms(_Part, frozen=True):
    growth: tuple[str, ...]
    decline: tuple[str, ...]
    level: tuple[str, ...]
    reached: tuple[str, ...]
    between: tuple[str, ...]
    earlier: tuple[str, ...]
    against_budget: tuple[str, ...]


class RateTerms(_Part, frozen=True):
    done: tuple[str, ...]
    done_names: tuple[str, ...]
    share: tuple[str, ...]


class RoleTerms(_Part, frozen=True):
    base: tuple[str, ...]
    initial: tuple[str, ...]
    full: tuple[str, ...]
    result: tuple[str, ...]
    names: tuple[str, ...]
    prior: tuple[str, ...]
    means: tuple[str, ...]


class ListTerms(_Part, frozen=True):
    openers: tuple[str, ...]
    partial: tuple[str, ...]
    joined: tuple[str, ...]


class TemplateTerms(_Part, frozen=True):
    """`both`: two alternatives side by side; `blanks`: patterns of what is to be filled in."""

    both: tuple[str, ...]
    blanks: tuple[str, ...]
    prompts: tuple[str, ...]


class NamedEquation(_Part, frozen=True):
    """Patterns of names. `least`: figures without which the equation says nothing."""

    name: str
    total: str
    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    minus_optional: tuple[str, ...] = ()
    least: int = 2
    slips_only: bool = False  # holds as a rule, so only a figure that looks mistyped is told


class ReasonTerms(_Part, frozen=True):
    growth: tuple[str, ...]
    decline: tuple[str, ...]
    things: tuple[str, ...]


class KnownQuantity(_Part, frozen=True):
    """`words`, `never`, `table`, `row`: patterns."""

    name: str
    words: str
    never: str = ""
    table: str = ""
    row: str = ""
    budget: bool = False
    accounts_only: bool = False


class MisnamedAccount(_Part, frozen=True):
    written: str
    name: str


class NamedRate(_Part, frozen=True):
    """Patterns of names: `part` over `whole`; `far`: the whole, where it is said elsewhere and once."""

    name: str
    part: str
    whole: str
    far: str = ""


class NamedBound(_Part, frozen=True):
    """Patterns of names: the parts together are no more than the whole."""

    whole: str
    parts: tuple[str, ...]


class ClosedSet(_Part, frozen=True):
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

    def is_named_by(self, labels: Iterable[str]) -> bool:
        """Whether the labels are those of the whole set, each a member of its own."""
        texts = tuple(labels)
        if len(texts) < max(self.least, 2):
            return False
        needed = [member.split("|") for member in self.members]
        known = [word for member in (*self.members, *self.optional) for word in member.split("|")]
        if not all(any(word in text for word in words for text in texts) for words in needed):
            return False
        return all(any(word in text for word in known) for text in texts)


class AuditWords(_Part, frozen=True):
    change: ChangeTerms
    rates: RateTerms
    roles: RoleTerms
    lists: ListTerms
    closed: tuple[ClosedSet, ...]
    templates: TemplateTerms
    equation: tuple[NamedEquation, ...]
    rate: tuple[NamedRate, ...]
    bound: tuple[NamedBound, ...]
    reasons: ReasonTerms
    quantity: tuple[KnownQuantity, ...]
    misnamed: tuple[MisnamedAccount, ...]

    @cached_property
    def changed(self) -> re.Pattern[str]:
        """A word of change directly before a figure, with what may stand between."""
        change = self.change
        return re.compile(
            rf"(?:(?P<growth>{either(change.growth)})|(?P<decline>{either(change.decline)}))"
            rf"(?:{either(change.between)})*$"
        )

    @cached_property
    def reached(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{either(self.change.reached)})$")

    @cached_property
    def mean(self) -> re.Pattern[str]:
        """A word of a mean or price in the clause before a figure."""
        return re.compile(rf"(?:{either(self.roles.means)})[^，。；]{{0,12}}$")

    @cached_property
    def level(self) -> re.Pattern[str]:
        return re.compile(either(self.change.level))

    @cached_property
    def names_with_budget(self) -> re.Pattern[str]:
        return re.compile(either(self.roles.names))

    @cached_property
    def openers(self) -> re.Pattern[str]:
        return re.compile(rf"(?P<word>{either(self.lists.openers)}|{_SPLIT})[：:，,；;、]?")

    def closed_set(self, labels: Iterable[str]) -> ClosedSet | None:
        """The set that the labels make up, if they make up one."""
        texts = tuple(labels)
        return next((one for one in self.closed if one.is_named_by(texts)), None)


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@lru_cache(maxsize=1)
def audit_words() -> AuditWords:
    """The word lists. Raises PackError if the file is broken."""
    return read_toml(data_folder("workbook_templates") / FILE, AuditWords)
