"""What a rule is about, in words: nobody knows them by their numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jixiao.pack.carryover import load_two_years
from jixiao.pack.pack import Pack

_OURS = {"BLANK": "有格没有填", "SCORE": "评分和扣分原因", "READ": "填的内容读不懂或不合要求"}  # of no pack


class RuleTitles:
    """The titles of rules, each pack looked through once; `packs` loads one by its name."""

    def __init__(self, packs: Callable[[str], Pack]) -> None:
        self._packs = packs
        self._found: dict[str, Mapping[str, str]] = {}
        self._across: dict[str, Mapping[str, str]] = {}  # of two years, which few folders have

    def of(self, form: str, rule: str, label: str) -> str:
        """The title of a rule; where no pack knows it, what the finding is about."""
        if form not in self._found:
            self._found[form] = {one.data.id: one.data.title for one in self._packs(form).checks}
        known = self._found[form].get(rule) or _OURS.get(rule.partition("-")[0])
        return known or self._titles_across(form).get(rule) or label

    def _titles_across(self, form: str) -> Mapping[str, str]:
        if form not in self._across:
            years = load_two_years(self._packs(form))
            self._across[form] = {one.data.id: one.data.title for one in years.pack.checks} if years else {}
        return self._across[form]
