"""What a rule is about, in words: nobody knows them by their numbers."""

from __future__ import annotations

from collections.abc import Callable

from jixiao.pack.pack import Pack

_OURS = {"BLANK": "有格没有填", "SCORE": "评分和扣分原因", "READ": "填的内容读不懂或不合要求"}  # of no pack


class RuleTitles:
    """The titles of rules, each pack looked through once; `packs` loads one by its name."""

    def __init__(self, packs: Callable[[str], Pack]) -> None:
        self._packs = packs
        self._found: dict[str, dict[str, str]] = {}

    def of(self, form: str, rule: str, label: str) -> str:
        """The title of a rule; where no pack knows it, what the finding is about."""
        if form not in self._found:
            self._found[form] = {one.data.id: one.data.title for one in self._packs(form).checks}
        return self._found[form].get(rule) or _OURS.get(rule.partition("-")[0]) or label
