"""report.toml as it is read: the words of the reports, with a name for each phrase and for nothing else."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import msgspec

from jixiao.pack.toml_file import parsed, typed
from jixiao.report.language.phrase import PhraseUse, phrases_of
from jixiao.report.language.phrases import Phrases
from jixiao.report.language.style import STYLE_FILE, ReportStyle
from jixiao.report.language.style_proof import prove_style
from jixiao.strict import Strict

# The keys that each section with names of phrases must have
_NAMES = {
    use.value: msgspec.defstruct(
        f"{use.name.title()}Names", [(method, str) for method in phrases_of(Phrases, use)], bases=(Strict,)
    )
    for use in PhraseUse
}


def load_style(folder: Path, units: Collection[str]) -> ReportStyle:
    """Read report.toml beside the templates of a pack; `units` are those of its form. Raises PackError."""
    file = folder / STYLE_FILE
    raw = parsed(file)
    for section, names in _NAMES.items():
        if section in raw:
            typed(raw[section], names, file, (section,))
    style = typed(raw, ReportStyle, file)
    prove_style(style, units, file)
    return style
