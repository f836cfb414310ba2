import time
from collections.abc import Sequence

import pytest
from crew_work import KILLER, die, double

from jixiao.desk import crew as crew_module
from jixiao.desk.crew import ENOUGH, Processes, work_through
from jixiao.model.errors import UnusableInput


def test_everything_is_done_and_a_worker_that_dies_costs_only_the_item_that_killed_it() -> None:
    crew = Processes(2)
    done = list(work_through(crew, double, range(60)))
    assert sorted(number for one in done for number in one.made) == [2 * n for n in range(60) if n != KILLER]
    assert [item for one in done for item in one.lost] == [KILLER]


def test_where_workers_only_die_not_every_item_is_tried() -> None:
    steps = work_through(Processes(1), die, range(1000))
    lost = [item for _ in range(ENOUGH - 1) for item in next(steps).lost]
    assert len(lost) == ENOUGH - 1
    with pytest.raises(UnusableInput, match="一启动就中断"):
        next(steps)


def test_items_are_taken_only_as_fast_as_they_are_worked_on() -> None:
    taken = 0

    def items() -> Sequence[int]:
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield number + 100

    crew = Processes(1)
    some = work_through(crew, double, items())
    next(some)
    assert taken <= 4 * crew.chunk
    begun = time.monotonic()
    some.close()  # as Ctrl-C does: what is on its way is waited for, nothing more is begun
    assert time.monotonic() - begun < 5


def test_towards_the_end_fewer_items_go_together() -> None:
    sizes = [len(done.made) for done in work_through(Processes(1), double, range(100, 130))]
    assert (sizes[0], sizes[-1], sum(sizes)) == (8, 1, 30)


def test_what_was_ready_when_one_breaks_off_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken_off(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(crew_module, "wait", broken_off)
    made: list[int] = []
    steps = work_through(Processes(1), double, range(100, 102))
    with pytest.raises(KeyboardInterrupt):
        made.extend(number for done in steps for number in done.made)
    assert 200 in made  # the second item is on its way alone, and may not have been begun


def test_any_number_of_workers_can_be_asked_for() -> None:
    """Windows' Python refuses more than 61."""
    with Processes(256).open() as executor:
        assert executor.submit(double, (1,)).result() == [2]
