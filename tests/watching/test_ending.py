"""How a watch ends when its folder does; processes and real folders are in tests/faces/test_watch.py."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from jixiao.model.errors import UnusableInput
from jixiao.watching.watching import watch_folder


def test_a_deleted_folder_whose_name_windows_keeps_ends_the_watch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a folder is watched, Windows keeps the name of what is deleted, and lets nobody in."""

    def deleted(_: int) -> None:
        def refused(_: Path) -> None:
            raise PermissionError(13, "Access is denied")

        monkeypatch.setattr(os, "scandir", refused)

    lines = watch_folder(tmp_path, lambda _: pytest.fail("no save"), deleted, threading.Event())
    with pytest.raises(UnusableInput, match="不见了"):
        next(lines)
