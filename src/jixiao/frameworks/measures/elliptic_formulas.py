"""Formulas whose figures share a noun that stands once."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"[()+\-/×*]|[^()+\-/×*]+")
_TIME = re.compile(r"(?:本|上|当)年(?:度|末|底)?|[年期][末初]")
_TIMED = re.compile(rf"({_TIME.pattern})([\u4e00-\u9fff]{{2,8}})")


def completed(text: str) -> str:
    """“(本年末-上年末)/上年末结转结余”: what is left out of the others stands behind one of them."""
    nouns = [match[2] for token in _TOKEN.findall(text) if (match := _TIMED.fullmatch(token))]
    if len(set(nouns)) != 1:
        return text
    return "".join(token + nouns[0] if _TIME.fullmatch(token) else token for token in _TOKEN.findall(text))
