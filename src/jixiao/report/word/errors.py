"""What goes wrong with a Word template, in words that its author, an accountant, can act on."""

from __future__ import annotations

from jixiao.model.errors import UnusableInput


class TemplateError(UnusableInput):
    """A template that cannot be used; the message is for the person who edits it in Word."""


class BadExpression(Exception):  # noqa: N818 - becomes a TemplateError once its paragraph is known
    """A tag that asks for something there is not; raised while a template is being filled."""
