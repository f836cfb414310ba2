"""A few of the bad files, hostile templates and rules; `make test-long` tries more, run.py all of them."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest
from attack.bounded import Outcome
from volume import ALL, volume

if sys.platform == "win32":
    pytest.skip("needs limits on time and memory", allow_module_level=True)

from attack.run import ROOMS, tried


@pytest.mark.volume
@pytest.mark.parametrize("room", ROOMS)
def test_nothing_hostile_breaks_the_limits(room: str) -> None:
    drawn = ROOMS[room].drawn(volume(25, 2), 7 if ALL else 1)
    found = list(tried(drawn, None))
    assert [(kind, command, outcome.faults) for kind, command, outcome in found if outcome.faults] == []


def outcome(
    code: int | None = 2, seconds: float = 1, megabytes: float = 99, err: str = "不能读取。"
) -> Outcome:
    return Outcome(code, seconds, megabytes, "", err)


def test_what_breaks_a_limit_is_noticed() -> None:
    assert outcome().faults == ()
    assert outcome(0, err="").faults == ()
    assert outcome(seconds=11).faults == ("11.0 s",)
    assert outcome(megabytes=1001).faults == ("1001 MB",)
    assert outcome(None).faults == ("did not end",)
    assert outcome(1, err="Traceback (most recent call last):\n").faults == ("traceback",)
    assert outcome(err="").faults == ("nothing said", "no Chinese sentence")
    assert outcome(err="不能\n读取").faults == ("more than one sentence",)
    assert outcome(err="bad").faults == ("no Chinese sentence",)


def test_a_command_that_waits_for_ever_is_ended() -> None:
    from attack import bounded

    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(bounded, "PATIENCE", 1)
        patch.setattr(bounded, "COMMAND", [sys.executable, "-c", "while True: pass"])
        assert bounded.called(cwd=Path(name)).code is None
