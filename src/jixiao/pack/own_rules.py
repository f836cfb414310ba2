"""A file of an accountant's own checks, read and bound; what is wrong in it is said with its line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jixiao.pack.check import Check, CheckData, Example
from jixiao.pack.checks_file import ChecksFile, checks_of, refuse_reused
from jixiao.pack.errors import PackError
from jixiao.pack.pack import Pack
from jixiao.pack.toml_file import parsed, typed

LARGEST = 1_000_000  # bytes
MOST_CHECKS = 1_000
MOST_EXAMPLES = 1_000
_ID = re.compile(r"[^\W_][\w.-]*")
# of findings of the tool itself, and of the checks against last year
RESERVED = (
    "READ",
    "BLANK",
    "CODE",
    "ROWS",
    "COLUMN",
    "TOTAL",
    "SCORE",
    "FRAME",
    "RESULT",
    "REPORT",
    "RULES",
    "YEAR",
)
_RESERVED = re.compile(rf"(?:{'|'.join(RESERVED)})-", re.IGNORECASE)


class OwnCheck(CheckData, kw_only=True):
    """As a pack's check, but examples are not demanded."""

    examples: tuple[Example, ...] = ()


class OwnRulesError(PackError):
    """A file of own rules that cannot be used."""

    advice = ""

    @property
    def called(self) -> str:
        """By its name alone: it lies beside the workbook."""
        return f"自定规则“{self.file}”"


def read_own_rules(file: Path, pack: Pack) -> tuple[Check, ...]:
    """Read and bind the checks of a file. Raises OwnRulesError."""
    try:
        checks = checks_of(_data(parsed(file, LARGEST), file), pack.ground, file.name, OwnCheck)
        for check in checks:
            _check_texts(check.data, check)
        _check_examples(checks, file)
        _check_ids(checks, pack)
        refuse_reused((*pack.checks, *checks))
        return checks
    except PackError as error:
        raise of_own_rules(error, file) from error


def of_own_rules(error: PackError, file: Path) -> OwnRulesError:
    """The same complaint about a file of own rules; where an id occurs twice, the second one is wrong."""
    reason = "the id is taken" if error.reason == "the id occurs twice" else error.reason
    return OwnRulesError(file, error.place, reason, error.at)


def _data(data: Mapping[str, Any], file: Path) -> ChecksFile:
    for key in data:
        if key not in ChecksFile.__struct_fields__:
            raise PackError(file, "", f"only [[check]] stands in a file of rules, not “{key}”", (key,))
    rows = data.get("check")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise PackError(file, "", "there is no [[check]] in it")
    return typed(data, ChecksFile, file)


def _check_texts(data: CheckData, check: Check) -> None:
    for key, value in (("title", data.title), ("basis", data.basis.document)):
        if not value.strip():
            raise PackError(check.file, data.id, f"“{key}” is empty", check.at(key))
    if not _ID.fullmatch(data.id):
        raise PackError(check.file, data.id, "the id has strange signs", check.at("id"))
    if prefix := _RESERVED.match(data.id):
        raise PackError(check.file, data.id, f"ids with “{prefix[0]}” are reserved", check.at("id"))


def _check_examples(checks: tuple[Check, ...], file: Path) -> None:
    """Each example is a run of its check, and the workbook waits for it."""
    if len(checks) > MOST_CHECKS:
        raise PackError(file, "", f"it has more than {MOST_CHECKS} checks")
    if sum(len(check.data.examples) for check in checks) > MOST_EXAMPLES:
        raise PackError(file, "", f"it has more than {MOST_EXAMPLES} examples")


def _check_ids(checks: tuple[Check, ...], pack: Pack) -> None:
    taken = {check.data.id.casefold() for check in pack.checks}
    for check in checks:
        if check.data.id.casefold() in taken:
            raise PackError(check.file, check.data.id, "the id is taken", check.at("id"))
        taken.add(check.data.id.casefold())
