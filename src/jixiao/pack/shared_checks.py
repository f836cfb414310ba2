"""Checks that several packs share: a file beside the packs, and the words each has for its placeholders."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from jixiao.pack.check import Check
from jixiao.pack.checks_file import ChecksFile, Ground, checks_of, refuse_reused
from jixiao.pack.errors import PackError
from jixiao.pack.filled_texts import placeholders
from jixiao.pack.form import Form
from jixiao.pack.text_tables import written_out
from jixiao.pack.toml_file import read_toml

CHECKS = "checks.toml"


def load_checks(form: Form, folder: Path, ground: Ground) -> tuple[Check, ...]:
    """The checks of the pack's own file, and of those that its form names. Raises PackError."""
    own = checks_of(read_toml(folder / CHECKS, ChecksFile), ground, CHECKS)
    shared = tuple(
        check
        for name, words in form.shared_checks.items()
        for check in checks_of(_with_words(folder.parent / name, words), ground, f"../{name}")
    )
    ids = {check.data.id for check in own}
    for check in shared:
        if check.data.id in ids:
            raise PackError(check.file, check.data.id, "the id occurs twice", check.at("id"))
    refuse_reused((*own, *shared))
    return (*own, *shared)


def _with_words(file: Path, words: Mapping[str, tuple[str, ...]]) -> ChecksFile:
    """The file's data, each item over the words for the placeholders that it has."""
    data = read_toml(file, ChecksFile)
    rows = (written_out(row, file.name, number) for number, row in enumerate(data.check))
    return msgspec.structs.replace(data, check=tuple(_over(row, words) for row in rows))


def _over(row: dict[str, Any], words: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    used = {name: words[name] for name in words.keys() & set(placeholders(row))}
    return {**row, "over": [{**used, **table} for table in row.get("over", [{}])]} if used else row
