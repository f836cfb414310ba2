"""Files of own rules, sound and spoilt."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.checks.own_rules import with_own_rules
from jixiao.model.errors import UnusableInput
from jixiao.pack.loading import load_pack

PACK = load_pack()
GOOD = """\
# ------ 我单位的规则

[[check]]
id = "自-01"
title = "支出不超过收入"
relation = "支出.合计 <= 收入.合计 - 3000000"
severity = "warning"
basis = { document = "内部控制制度", clause = "量入为出" }
"""
EXAMPLE = 'examples = [ { given = { %s }, outcome = "%s" } ]\nbasis'
BALANCED = '"支出.合计" = "1.00", "收入.合计" = "400.00"'


def written(folder: Path, text: str = GOOD, name: str = "我的.toml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(UnusableInput) as refused:
        with_own_rules(PACK, [written(folder, text)])
    return str(refused.value)
