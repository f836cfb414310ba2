"""Several commands at once lose nothing (see together.py): a round of each, many with `make test-long`."""

import os
from pathlib import Path

import pytest
from attack.kills import World
from attack.together import ROUNDS, WELL, tried
from volume import volume
from workbook.books import silent_sample, typed

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks, as POSIX has them")
SLOW = ("two batches into one folder", "a run a watch and a save", "two new workbooks of one name")
SHORT = [name for name in ROUNDS if name not in SLOW]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder = tmp_path_factory.mktemp("together") / "办公室"
    folder.mkdir()
    return World(Path(folder), silent_sample(), typed(silent_sample(), {"支出.合计": 999}), whole=True)


@pytest.mark.volume
@pytest.mark.parametrize("name", SHORT)
def test_commands_at_once_lose_nothing(name: str, world: World) -> None:
    assert set(tried(world, name, volume(10, 1))) <= WELL


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", SLOW)
def test_watches_and_batches_at_once_lose_nothing(name: str, world: World) -> None:
    assert set(tried(world, name, 2)) <= WELL
