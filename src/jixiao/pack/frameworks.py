"""Load an indicator framework and prove that its weights add up and its measures exist."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from jixiao.model.term import Vocabulary
from jixiao.pack.errors import PackError
from jixiao.pack.framework import Framework
from jixiao.relation.binding import bind
from jixiao.relation.syntax import RelationError


def load_framework(path: Path, vocabulary: Vocabulary) -> Framework:
    """Raises PackError for weights that do not add up, doubled ids and unknown terms."""
    from jixiao.pack.loading import read_toml

    framework = read_toml(path, Framework)
    _check_ids(framework, path.name)
    _check_weights(framework, path.name)
    _check_measures(framework, vocabulary, path.name)
    return framework


def _check_ids(framework: Framework, file: str) -> None:
    seen: set[str] = set()
    for indicator in framework.indicators:
        if indicator.id in seen:
            raise PackError(file, indicator.id, "the id occurs twice")
        seen.add(indicator.id)


def _check_weights(framework: Framework, file: str) -> None:
    sums: dict[tuple[str, str], Decimal] = {}
    for indicator in framework.indicators:
        place = (indicator.level1, indicator.level2)
        sums[place] = sums.get(place, Decimal(0)) + indicator.max_score
    declared = {(level.name, part): weight for level in framework.levels for part, weight in level.parts.items()}
    _equal(file, "indicator weights by second level", sums, declared)
    for level in framework.levels:
        _equal(file, level.name, sum(level.parts.values(), Decimal(0)), level.max_score)
    _equal(file, "total", sum((level.max_score for level in framework.levels), Decimal(0)), framework.total)


def _equal(file: str, place: str, found: object, declared: object) -> None:
    if found != declared:
        raise PackError(file, place, f"the weights add up to {_show(found)}, declared are {_show(declared)}")


def _show(weights: object) -> str:
    if isinstance(weights, Mapping):
        return "; ".join(f"{'/'.join(place)}={weight}" for place, weight in weights.items())
    return str(weights)


def _check_measures(framework: Framework, vocabulary: Vocabulary, file: str) -> None:
    for indicator in framework.indicators:
        texts = [indicator.measure] if indicator.measure else []
        for special in indicator.special:
            texts += [special.when, special.value]
        try:
            for text in texts:
                bind(text, vocabulary)
        except RelationError as error:
            raise PackError(file, indicator.id, str(error)) from error
