"""Where in a template something is wrong: Jinja counts lines, so every paragraph begins one."""

from __future__ import annotations

import re
from html import unescape
from types import TracebackType

from jinja2 import TemplateSyntaxError

from jixiao.report.language.marks import LINE_END, NO_MARKS
from jixiao.report.word.errors import TemplateError

FILE = "<template>"  # how Jinja calls a template made from a string
LONGEST = 60


def mark_lines(source: str) -> str:
    """Begin a line before every paragraph and every tag that stands between paragraphs or rows."""
    source = re.sub(r"(<w:p[ >])", r"\n\1", source)
    return re.sub(r"((?:</w:p>|</w:tr>|<w:body>|</w:tblGrid>))(?=\{%)", "\\1\n", source)


def unmark_lines(text: str) -> str:
    """Take the lines of `mark_lines` out of a filled part; those of values end otherwise."""
    return text.replace(LINE_END, "")


def syntax_error(error: TemplateSyntaxError, source: str, name: str) -> TemplateError:
    """A tag that cannot be understood, or one without its end."""
    return TemplateError(f"{place(source, error.lineno, name)}写法有误，请用 jixiao template lint 检查模板。")


def place(source: str, line: int, name: str) -> str:
    """The paragraph in words: template and text."""
    lines = source.split("\n")
    text = NO_MARKS.sub("", re.sub(r"<[^>]+>", "", lines[line - 1])) if 0 < line <= len(lines) else ""
    text = unescape(text).strip()
    where = f"这一处：{short(text)}——" if text else ""
    return f"报告模板“{name}”{where}"


def short(text: str) -> str:
    """A paragraph in a message: of a long one the part that has tags in it."""
    if len(text) <= LONGEST:
        return text
    start = max(0, min(text.find("{"), len(text) - LONGEST))
    return f"…{text[start : start + LONGEST]}…"


def line_of(trace: TracebackType | None) -> int:
    """The line of the template in which an error was raised; 0 if it was outside."""
    line = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == FILE:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
