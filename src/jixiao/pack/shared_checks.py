"""Checks that several packs share: a file beside the packs, and the words each has for its placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jixiao.pack.check import Check
from jixiao.pack.checks_file import ChecksFile, Ground, checks_of, refuse_reused
from jixiao.pack.errors import PackError
from jixiao.pack.form import Form
from jixiao.pack.toml_file import read_toml

CHECKS = "checks.toml"


def load_checks(form: Form, folder: Path, ground: Ground) -> tuple[Check, ...]:
    """The checks of the pack's own file, and of those that its form names. Raises PackError."""
    own = checks_of(read_toml(folder / CHECKS, ChecksFile).check, ground, CHECKS)
    shared = tuple(
        check
        for name, words in form.shared_checks.items()
        for check in checks_of(_rows(folder.parent / name, words), ground, f"../{name}")
    )
    ids = {check.data.id for check in own}
    for check in shared:
        if check.data.id in ids:
            raise PackError(check.file, check.data.id, "the id occurs twice", check.at("id"))
    refuse_reused((*own, *shared))
    return (*own, *shared)


def _rows(file: Path, words: Mapping[str, tuple[str, ...]]) -> Iterator[dict[str, Any]]:
    """The items of the file, each over the words for the placeholders that it has."""
    for row in read_toml(file, ChecksFile).check:
        text = str(row)
        used = {name: several for name, several in words.items() if re.search(rf"\{{{name}\}}", text)}
        yield {**row, "over": [{**used, **table} for table in row.get("over", [{}])]} if used else row
