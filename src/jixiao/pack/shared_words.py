"""[words] of a file of checks: placeholders that all its checks share.

    [words]
    "提纲" = "部门整体支出绩效评价报告提纲"
    "表" = '''
    表 | 编 | 类
    功能分类 | FUNC | 208
    经济分类 | ECON | 301
    '''

{提纲} is the same everywhere. Of several lines, the first names a placeholder of `over` and those that
follow from it: `over = [{ "表" = ["功能分类", "经济分类"] }]` gives words to {编} and {类}, too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from jixiao.pack.errors import PackError
from jixiao.pack.filled_texts import Words
from jixiao.pack.text_tables import lines_of

NAME = re.compile(r"[^\W\d]\w*")  # of a placeholder


class SharedWords(msgspec.Struct, frozen=True):
    """`fixed` are the same in all checks; `following`: placeholder -> word of it -> the words beside it."""

    fixed: Words
    following: Mapping[str, Mapping[str, Words]]

    def names(self, leads: Collection[str] | None = None) -> set[str]:
        """The placeholders that get their words here; with `leads`, those that follow from these alone."""
        followed = [words for lead, words in self.following.items() if leads is None or lead in leads]
        return {*self.fixed, *(name for words in followed for each in words.values() for name in each)}

    def leading(self, used: Iterable[str]) -> set[str]:
        """The placeholders from which others follow that are used."""
        wanted = set(used)
        return {lead for lead in self.following if wanted & self.names((lead,))}

    def beside(self, words: Words) -> Words:
        """The words, and all that is said beside them."""
        followers = (self.following.get(name, {}).get(word, {}) for name, word in words.items())
        return {**self.fixed, **{name: word for each in followers for name, word in each.items()}, **words}


def shared_words(data: Words, file: str) -> SharedWords:
    """What [words] of a file says. Raises PackError."""
    following = {lead: _following(lead, text, file) for lead, text in data.items() if "\n" in text}
    fixed = {name: word for name, word in data.items() if name not in following}
    for lead, name, word in _pairs(fixed, following):
        if not (NAME.fullmatch(name) and word):
            raise PackError(file, name, f"“{name}” is no placeholder with words", ("words", lead))
        if unfit(word):
            reason = f"a word of the placeholder “{name}” has braces or a line break"
            raise PackError(file, name, reason, ("words", lead))
    return SharedWords(fixed, following)


def unfit(word: str) -> bool:
    """True for a word that cannot stand in every text, or begins another placeholder."""
    return bool(re.search(r"[{}]", word)) or not word.isprintable()


def _following(lead: str, text: str, file: str) -> dict[str, Words]:
    """Word of the first column -> the words beside it; a blank cell says nothing."""
    found: dict[str, Words] = {}
    for number, line in enumerate(lines_of(text, file, lead, ("words", lead))):
        word, *others = line.items()
        if word[0] != lead or word[1] in found:
            reason = f"the first column must be “{lead}”, with another word in each line"
            raise PackError(file, lead, reason, ("words", lead, number))
        found[word[1]] = {name: each for name, each in others if each}
    return found


def _pairs(fixed: Words, following: Mapping[str, Mapping[str, Words]]) -> Iterator[tuple[str, str, str]]:
    """Every placeholder with a word of it, and the key that says so."""
    yield from ((name, name, word) for name, word in fixed.items())
    for lead, words in following.items():
        yield from ((lead, lead, word) for word in words)
        yield from ((lead, name, word) for each in words.values() for name, word in each.items())
