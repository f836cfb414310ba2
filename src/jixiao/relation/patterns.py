"""The patterns that rows are looked up by: what a formula must guard against, and what they say in words."""

from __future__ import annotations

import re

from jixiao.relation.syntax import Binary, Expression, Text

_SHAPE = re.compile(
    r"(\*?)([^*?]*)(\*|\?*)"
)  # as good as all patterns: in front of what is fixed, and after it
_CONTAINS = re.compile(r"\*([^?*~]+)\*")
_NUMERALS = "零一两三四五六七八九十"
_LEVEL = 2  # digits by which a code grows from one level to the next
_LEVELS = (3, 5, 7)  # digits of a code: 类, 款, 项


def guarded(wanted: str, pattern: Expression, formula: str) -> str:
    """Nothing for an empty pattern, which COUNTIF would find in every blank cell."""
    return formula if has_sign(pattern) else f'IF({wanted}="",0,{formula})'


def has_sign(pattern: Expression) -> bool:
    """True if the pattern can never be empty."""
    match pattern:
        case Text(value=text):
            return bool(text)
        case Binary("&", left, right):
            return has_sign(left) or has_sign(right)
    return False


def contained(pattern: Expression) -> str:
    """The text that cells are searched for, wherever it stands in them; empty for any other pattern."""
    found = _CONTAINS.fullmatch(pattern.value) if isinstance(pattern, Text) else None
    return found[1] if found else ""


def split(pattern: Expression) -> tuple[str, Expression, str] | None:
    """The wildcards before what is fixed, what is fixed, those after it; None if they stand elsewhere."""
    match pattern:
        case Text(value=text):
            shape = _SHAPE.fullmatch(text)
            if shape is None or (shape[1] and shape[3].startswith("?")):
                return None
            return shape[1], Text(shape[2]), shape[3]
        case Binary("&", left, Text() as last):
            return _joined(split(left), split(last))
        case Binary("&", Text(value="*"), right):
            return _joined(("*", Text(""), ""), split(right))
    return "", pattern, ""


def _joined(
    head: tuple[str, Expression, str] | None, tail: tuple[str, Expression, str] | None
) -> tuple[str, Expression, str] | None:
    empty = Text("")
    if tail is not None and tail[1] == empty and tail[0] + tail[2] == "*":
        tail = ("", empty, "*")
    if head is None or tail is None or head[2] or tail[0]:
        return None
    if empty in (head[1], tail[1]):
        fixed = tail[1] if head[1] == empty else head[1]
    else:
        fixed = Binary("&", head[1], tail[1])
    return head[0], fixed, tail[2]


def matching(label: str, fixed: str, before: str, after: str, of_code: bool) -> str:
    """Which rows a pattern means. `fixed` is the fixed text as it is said; empty where there is none."""
    if not fixed:
        return _of_length(label, len(after), of_code) if after.strip("*") else f"填了{label}"
    if before:
        return f"{label}{'含有' if after else '以'}{fixed}{'' if after else '结尾'}"
    if after == "*":
        return f"{label}以{fixed}开头"
    if after:
        return _below(label, fixed, len(after), of_code)
    return f"{label}为{fixed}"


def unshaped(label: str, pattern: str) -> str:
    """The rows that a pattern means which has its wildcards elsewhere."""
    return f"{label}符合{pattern}（?是一个字，*是任意几个字）"


def numeral(count: int) -> str:
    """A small count in Chinese."""
    return _NUMERALS[count] if count < len(_NUMERALS) else str(count)


def _of_length(label: str, length: int, of_code: bool) -> str:
    return f"{numeral(length)}位{label}" if of_code else f"{label}为{numeral(length)}个字"


def _below(label: str, fixed: str, more: int, of_code: bool) -> str:
    if not of_code:
        return f"{label}为{fixed}加{numeral(more)}个字"
    if fixed.isdigit() and len(fixed) not in _LEVELS:
        return f"{label}以{fixed}开头、共{numeral(len(fixed) + more)}位"
    if more % _LEVEL:
        return f"{label}为{fixed}加{numeral(more)}位"
    levels = more // _LEVEL
    return f"{label}是{fixed}的下{numeral(levels)}级"
