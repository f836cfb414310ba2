"""Load an indicator framework: a whole one, or a variant that says only what differs from another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from jixiao.model.term import Vocabulary
from jixiao.pack.errors import PackError
from jixiao.pack.framework import Framework, Indicator, Variant
from jixiao.pack.framework_proof import prove_whole
from jixiao.pack.loading import read_toml, typed


def load_framework(path: Path, vocabulary: Vocabulary) -> Framework:
    """Raises PackError for weights that do not add up, doubled ids, unknown terms, rules that cannot be."""
    raw = _read(path)
    framework = _varied(path, raw) if "extends" in raw else typed(raw, Framework, path.name)
    prove_whole(framework, vocabulary, path.name)
    return framework


def _varied(path: Path, raw: dict[str, Any]) -> Framework:
    """The base with the indicators that the variant chose, in its order."""
    variant = typed(raw, Variant, path.name)
    base_path = path.with_name(f"{variant.extends}.toml")
    base = typed(_read(base_path), Framework, base_path.name)
    for indicator in variant.indicators:
        _check_own(indicator, variant, base, path.name)
    known = base.by_id | {indicator.id: indicator for indicator in variant.indicators}
    for name in variant.order:
        if name not in known:
            raise PackError(path.name, name, f"neither this file nor {base_path.name} has this indicator")
    return msgspec.structs.replace(
        base,
        name=variant.name,
        basis=variant.basis,
        indicators=tuple(known[name] for name in variant.order),
    )


def _check_own(indicator: Indicator, variant: Variant, base: Framework, file: str) -> None:
    if indicator.id not in variant.order:
        raise PackError(file, indicator.id, "“order” does not name this indicator")
    if indicator.id in base.by_id:
        raise PackError(file, indicator.id, f"{variant.extends} uses this id for another indicator")


def _read(path: Path) -> dict[str, Any]:
    raw: dict[str, Any] = read_toml(path, dict)
    return raw
