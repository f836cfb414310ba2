"""No check gets lost in a family: each pack's list of checks, families taken apart, stands beside this test.

A line is the id, the severity, the number of examples, digests of relation, conditions, sentence, advice and
basis, and the title. A check may get another id if `was` names the old one. After a change that is meant:
`python tests/pack/test_expanded_checks.py`; what the checks say in full is in docs/rules-*.zh-CN.md.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from jixiao.checks.proof import prove_checks
from jixiao.pack.carryover import load_two_years
from jixiao.pack.check import Check
from jixiao.pack.loading import load_pack, pack_names

MEANT = "if it is meant: python tests/pack/test_expanded_checks.py"
PARTS = ("severity", "examples", "relation", "when", "says", "mend", "basis", "title")


def listed(pack: str) -> Path:
    return Path(__file__).with_name(f"checks-{pack}.txt")


def lines_of(pack: str) -> list[str]:
    """The list as it stands; none for a pack that is new."""
    file = listed(pack)
    return file.read_text(encoding="utf-8").splitlines() if file.is_file() else []


def checks_of(name: str) -> tuple[Check, ...]:
    """The pack's checks and those against last year."""
    pack = load_pack(name)
    years = load_two_years(pack)
    return (*pack.checks, *(years.pack.checks if years else ()))


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:6] if text else "-"


def parts(check: Check) -> list[str]:
    data = check.data
    basis = f"{data.basis.document}\t{data.basis.clause}"
    texts = (data.relation, "\t".join(data.conditions), data.says, data.mend, basis)
    return [data.severity, str(len(data.examples)), *map(digest, texts), data.title]


@pytest.mark.parametrize("pack", pack_names())
def test_every_check_of_the_list_is_there_as_it_was(pack: str):
    found = {name: check for check in checks_of(pack) for name in (check.data.id, *check.data.was)}
    for line in lines_of(pack):
        name, *wanted = line.split(maxsplit=len(PARTS))
        assert name in found, f"{name} is lost"
        there = dict(zip(PARTS, parts(found[name]), strict=True))
        assert there == dict(zip(PARTS, wanted, strict=True)), f"{name}: {MEANT}, {found[name].data}"


@pytest.mark.parametrize("pack", pack_names())
def test_the_list_names_every_check(pack: str):
    lines = lines_of(pack)
    names = {line.split()[0] for line in lines}
    unnamed = [check.data.id for check in checks_of(pack) if not names & {check.data.id, *check.data.was}]
    assert not unnamed, MEANT
    assert len(names) == len(lines)


@pytest.mark.parametrize("pack", pack_names())
def test_the_examples_of_every_member_come_out_as_they_say(pack: str):
    prove_checks(load_pack(pack))


if __name__ == "__main__":
    for each in pack_names():
        known = {line.split()[0] for line in lines_of(each)}
        lines = []
        for check in checks_of(each):
            names = (check.data.id, *check.data.was)  # it stays listed as it was first
            lines.append(" ".join([next((name for name in names if name in known), names[0]), *parts(check)]))
        listed(each).write_text("\n".join(lines) + "\n", encoding="utf-8")
