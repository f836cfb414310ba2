"""A method that is a phrase of templates: how a template uses it, and what it does in an author's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, TypeVar

import msgspec

Method = TypeVar("Method", bound=Callable[..., Any])


class PhraseUse(Enum):
    """The sections of report.toml in which phrases get their names."""

    FILTER = "filters"
    FUNCTION = "functions"
    TEST = "tests"


class PhraseMark(msgspec.Struct, frozen=True):
    """What a method carries that is a phrase."""

    use: PhraseUse
    about: str


def phrase(use: PhraseUse, about: str) -> Callable[[Method], Method]:
    """Make a method a phrase; `about` is Chinese, for the author of a template."""

    def marked(method: Method) -> Method:
        method.phrase = PhraseMark(use, about)  # type: ignore[attr-defined]
        return method

    return marked


def phrases_of(owner: type, use: PhraseUse) -> Mapping[str, str]:
    """Method -> what it does, of all phrases that are used in this way."""
    methods = {name: getattr(getattr(owner, name), "phrase", None) for name in dir(owner)}
    return {name: mark.about for name, mark in methods.items() if mark is not None and mark.use is use}
