"""What goes wrong with a Word template, in words that its author, an accountant, can act on."""

from __future__ import annotations

import re

from jixiao.model.errors import UnusableInput

_UNDEFINED = re.compile(r"'([^']+)' is undefined|has no attribute '([^']+)'")
_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (ZeroDivisionError, "除数是零"),
    (OverflowError, "数太大"),
    (RecursionError, "套得太深"),
    (ArithmeticError, "数写得不对"),
    (TypeError, "文字和数不能这样一起用"),
    (AttributeError, "没有这样的内容"),
    (LookupError, "没有这一项"),
    (ValueError, "数写得不对"),
    (OSError, "文件不完整或已损坏"),
)


class TemplateError(UnusableInput):
    """A template that cannot be used; the message is for the person who edits it in Word."""


class BadExpression(Exception):  # noqa: N818 - becomes a TemplateError once its paragraph is known
    """A tag that asks for something there is not; raised while a template is being filled."""


def why(error: Exception) -> str:
    """What a library has said in English about a tag or a template, as a clause."""
    if isinstance(error, TemplateError):
        return str(error).rstrip("。")
    if match := _UNDEFINED.search(str(error)):
        return f"没有“{match[1] or match[2]}”这个标签"
    if (line := getattr(error, "lineno", 0)) and not isinstance(error, SyntaxError):
        return f"标签写得不对，在第 {line} 行"
    return next((said for kind, said in _REASONS if isinstance(error, kind)), "标签写得不对")
