"""How the file of a report is called: by the form's pattern, and a draft says so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from jixiao.model.fact import Fact

DRAFT = "（草稿）"
TRACED = "（溯源）"  # the copy with comments
FIGURES = "（取数表）"  # the table of figures
LONGEST_NAME = 180  # bytes; a file name has at most 255, and （草稿）（取数表）.xlsx must go in, too
_TERM = re.compile(r"\{([^{}|]+)\|?([^{}|]*)\}")  # behind | what stands for a blank cell
_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|]')
# Control, direction, joining and private signs, halves of characters, ends of lines: U+202E turns a name
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def report_name(pattern: str, fields: Mapping[str, Fact], *, draft: bool) -> str:
    """The name without ending; what no file system takes is left out.

    A name that is too long loses the end of its longest part, and keeps the others: the year above all.
    """
    terms = [match[1] for match in _TERM.finditer(pattern)]
    said = {term: in_file_names(fields[term].text)[:LONGEST_NAME] for term in terms}

    def name() -> str:
        filled = _TERM.sub(lambda match: said[match[1]] or match[2], pattern)
        return _NOT_IN_FILE_NAMES.sub("", filled).strip(". ")

    while len(name().encode()) > LONGEST_NAME and any(said.values()):
        longest = max(said, key=lambda term: len(said[term].encode()))
        said[longest] = said[longest][:-1].strip()
    return f"{name().encode()[:LONGEST_NAME].decode(errors='ignore')}{DRAFT if draft else ''}"


def in_file_names(text: str) -> str:
    """A text without what no file system takes, and what nobody sees in a name."""
    seen = "".join(sign for sign in text if unicodedata.category(sign) not in _UNSEEN)
    return _NOT_IN_FILE_NAMES.sub("", seen).strip()


def made_with(report: Path) -> tuple[Path, ...]:
    """The files that may lie beside a report because it was asked for them: copy, table of figures, PDF."""
    copy, table = report.with_stem(f"{report.stem}{TRACED}"), report.with_name(f"{report.stem}{FIGURES}.xlsx")
    return copy, table, report.with_suffix(".pdf")
