"""Which way a reason speaks: 人员增加 for growth, 厉行节约 for decline, most of them for neither."""

from __future__ import annotations

import re
from functools import cached_property

from jixiao.audit.wording.word_part import WordPart, any_of, either

_AGAINST = re.compile(r"(?:较|比|与|同)(?:上年|去年)度?(?:相比)?")
_BEFORE = re.compile(
    r"^(?:[一二三四五]是|因为|由于|因|是|系|主要是|本年度?|今年|当年|年中|年内|(?:19|20)\d\d年度?|我单位|本单位|单位)+"
)
_BEHIND = re.compile(r"(?:等|的|了|所致|引起|较多|较大|等原因|等因素)+$")


class ReasonTerms(WordPart, frozen=True):
    """The lists of [reasons], as audit-words.toml explains them."""

    growth: tuple[str, ...]
    decline: tuple[str, ...]
    things: tuple[str, ...]
    rising: tuple[str, ...]
    falling: tuple[str, ...]
    leaning_up: tuple[str, ...]
    leaning_down: tuple[str, ...]
    neutral: tuple[str, ...]
    conclusive: str
    turned: str
    stocks: str

    def direction(self, reason: str) -> int:
        """1 for growth, -1 for decline; 0 if any clause of it may be meant otherwise."""
        clauses = [_bare(clause) for clause in re.split("[，；]", reason)]
        for text in clauses:
            said = self._word(text) if re.search(self.conclusive, text) else 0
            if said and not re.search(self.turned, reason):
                return said
        signs: set[int] = set()
        for text in clauses:
            own = self._signs(text)
            if own is None or not (own or self._neutral.search(text)):
                return 0
            signs |= own
        sure = {sign for sign in signs if abs(sign) > 1}
        return next(iter(sure)) // 2 if len(sure) == 1 and len({sign > 0 for sign in signs}) == 1 else 0

    def _signs(self, clause: str) -> set[int] | None:
        """2 or -2 for each piece that says a direction, 1 or -1 if it only fits one; None if it may turn."""
        pieces = [_bare(piece) for piece in clause.split("、")]
        signs = {self._sign(piece) for piece in pieces}
        if None in signs:
            return None
        leans = {self._lean(piece) for piece in pieces}
        return {2 * sign for sign in signs if sign} | (leans - {0})

    @cached_property
    def _neutral(self) -> re.Pattern[str]:
        return any_of(self.neutral)

    @cached_property
    def _said(self) -> tuple[tuple[int, re.Pattern[str]], ...]:
        return (1, any_of(self.rising)), (-1, any_of(self.falling))

    @cached_property
    def _leans(self) -> tuple[tuple[int, re.Pattern[str]], ...]:
        return (1, any_of(self.leaning_up)), (-1, any_of(self.leaning_down))

    @cached_property
    def _patterns(self) -> tuple[tuple[int, re.Pattern[str]], ...]:
        """Sign -> how a piece says it by a word at its beginning, or behind a thing at its end."""
        return tuple(
            (
                sign,
                re.compile(
                    rf"(?:{either(words)})|[^，]{{0,36}}?(?:{either(self.things)})"
                    rf"(?:也|均|都)?(?:有所|相应|较多|大幅|小幅|逐年|随之|较上年|比上年)?(?:{either(words)})$"
                ),
            )
            for sign, words in ((1, self.growth), (-1, self.decline))
        )

    def _sign(self, piece: str) -> int | None:
        """None for what may turn the meaning."""
        piece = _AGAINST.sub("", piece)
        if re.search(self.turned, piece) and not piece.startswith("追加"):
            return None
        signs = {sign for sign, pattern in self._patterns if pattern.match(piece)}
        signs |= {sign for sign, pattern in self._said if pattern.search(piece)}
        if len(signs) > 1:
            return None
        sign = next(iter(signs), 0)
        other = self.decline if sign > 0 else self.growth
        return None if sign and any(word in piece for word in other) else sign

    def _lean(self, piece: str) -> int:
        return sum(sign for sign, pattern in self._leans if pattern.search(piece))

    def _word(self, clause: str) -> int:
        """The direction of 人员经费相应减少, with the words of growth and decline at its end alone."""
        for sign, words in ((1, self.growth), (-1, self.decline)):
            if re.search(
                rf"(?:{either(self.things)})(?:也|均|都)?(?:有所|相应|随之|大幅)*(?:{either(words)})$", clause
            ):
                return sign
        return 0


def _bare(text: str) -> str:
    """Without words around it that say nothing."""
    return _BEHIND.sub("", _BEFORE.sub("", text.strip("“”：，")))
