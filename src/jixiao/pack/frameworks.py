"""Load an indicator framework: a whole one, or a variant that says only what differs from another."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from jixiao.model.term import Vocabulary
from jixiao.pack.errors import PackError
from jixiao.pack.framework import Framework, Indicator, Variant
from jixiao.pack.framework_proof import prove_whole
from jixiao.pack.toml_file import parsed, parsed_text, typed


def load_framework(path: Path, vocabulary: Vocabulary) -> Framework:
    """Raises PackError for weights that do not add up, doubled ids, unknown terms, rules that cannot be."""
    return _framework(path, parsed(path), vocabulary)


def parsed_framework(text: str, file: Path, vocabulary: Vocabulary) -> Framework:
    """The framework that a text says; `file` is where it comes from. Raises PackError."""
    return _framework(file, parsed_text(text), vocabulary)


def framework_titled(title: str, files: Iterable[Path], vocabulary: Vocabulary) -> Framework | None:
    """The framework of that name; None if none of the files has it. Raises PackError.

    A half-done framework concerns nobody who does not use it, so it is passed over as long as another fits.
    """
    broken: PackError | None = None
    for file in files:
        try:
            raw = parsed(file)
        except PackError as error:
            broken = broken or error
            continue
        if raw.get("name") == title:
            return _framework(file, raw, vocabulary)
    if broken:
        raise broken
    return None


def titles_of(files: Iterable[Path]) -> dict[str, str]:
    """Title of a framework -> the name of its file; files that are half done are left out."""
    found = {}
    for file in files:
        try:
            title = parsed(file).get("name")
        except PackError:
            continue
        if isinstance(title, str):
            found[title] = file.stem
    return found


def sound_frameworks(
    files: Iterable[Path], vocabulary: Vocabulary
) -> tuple[tuple[Framework, ...], tuple[PackError, ...]]:
    """The frameworks, and what is wrong with those that cannot be used yet."""
    sound, broken = [], []
    for file in files:
        try:
            sound.append(load_framework(file, vocabulary))
        except PackError as error:
            broken.append(error)
    return tuple(sound), tuple(broken)


def _framework(path: Path, raw: dict[str, Any], vocabulary: Vocabulary) -> Framework:
    framework = _varied(path, raw) if "extends" in raw else typed(raw, Framework, path)
    prove_whole(framework, vocabulary, path)
    return framework


def _varied(path: Path, raw: dict[str, Any]) -> Framework:
    """The base with the indicators that the variant chose, in its order."""
    variant = typed(raw, Variant, path)
    base_path = path.with_name(f"{variant.extends}.toml")
    base = typed(parsed(base_path), Framework, base_path)
    for indicator in variant.indicators:
        _check_own(indicator, variant, base, path)
    known = base.by_id | {indicator.id: indicator for indicator in variant.indicators}
    for name in variant.order:
        if name not in known:
            raise PackError(path, name, f"neither this file nor {base_path.name} has this indicator")
    return msgspec.structs.replace(
        base,
        name=variant.name,
        basis=variant.basis,
        printed=variant.printed,
        indicators=tuple(known[name] for name in variant.order),
    )


def _check_own(indicator: Indicator, variant: Variant, base: Framework, file: Path) -> None:
    if indicator.id not in variant.order:
        raise PackError(file, indicator.id, "“order” does not name this indicator")
    if indicator.id in base.by_id:
        raise PackError(file, indicator.id, f"{variant.extends} uses this id for another indicator")
