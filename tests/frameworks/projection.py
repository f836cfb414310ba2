"""What was read, as lines that can be compared: `python tests/frameworks/projection.py` writes them anew."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from jixiao.frameworks.indicator_read import IndicatorRead
from jixiao.frameworks.read_framework import FrameworkRead, read_framework
from jixiao.frameworks.standards.rule import RuleReading
from jixiao.frameworks.standards.rules import read_rule
from jixiao.frameworks.standards.standard import take_apart
from jixiao.model.figures import plain
from jixiao.pack.loading import load_pack

HERE = Path(__file__).parent
TABLES = HERE / "tables"
WORDINGS = HERE / "wordings.txt"
ARROW = "    -> "


def table_lines(read: FrameworkRead) -> Iterator[str]:
    yield f"{read.name} {plain(read.total)}"
    for each in read.rows:
        yield _row(each)
    yield from (f"# {remark}" for remark in read.remarks)


def _row(each: IndicatorRead) -> str:
    row = each.row
    weight = "-" if each.weight is None else plain(each.weight)
    measure = f" = {each.measure.relation}" if each.measure.relation else ""
    return f"{row.level1} / {row.level2} / {row.name} {weight} | {rule_line(each.rule, each.sure)}{measure}"


def rule_line(rule: RuleReading, sure: bool) -> str:
    parameters = "; ".join(f"{key} {_value(value)}" for key, value in rule.parameters.items())
    return f"{'sure ' if sure else ''}{rule.type or 'by hand'} {parameters}".strip()


def _value(value: object) -> str:
    if not isinstance(value, list):
        return str(value)
    return ", ".join(" ".join(str(part) for part in each.values()) for each in value)


def wordings() -> list[tuple[str, str]]:
    """Each case with what is expected of it: name | weight | standard [|| explanation]."""
    lines = WORDINGS.read_text(encoding="utf-8").splitlines()
    return [(case, said.removeprefix(ARROW)) for case, said in zip(lines[::2], lines[1::2], strict=True)]


def read_case(case: str) -> RuleReading:
    name, full, text = case.split("|", 2)
    standard, _, beside = text.partition("||")
    return read_rule(take_apart(name, Decimal(full), standard, beside))


def case_line(case: str) -> str:
    rule = read_case(case)
    return rule_line(rule, rule.sure) + ("" if rule.sure else f" ({'; '.join(rule.doubts)})")


def main() -> None:
    from invented import make_xlsx

    pack = load_pack()
    with TemporaryDirectory() as folder:
        for layout in sorted(TABLES.glob("*.txt")):
            made = make_xlsx(layout.read_text(encoding="utf-8"), Path(folder) / f"{layout.stem}.xlsx")
            lines = "\n".join(table_lines(read_framework(made, pack)))
            layout.with_suffix(".read").write_text(f"{lines}\n", encoding="utf-8")
    lines = [f"{case}\n{ARROW}{case_line(case)}\n" for case, _ in wordings()]
    WORDINGS.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    main()
