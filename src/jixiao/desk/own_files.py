"""Files for the reviewer that each call writes anew: one that somebody has worked on or replaced is kept."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import count
from pathlib import Path

from jixiao.desk.store import Store
from jixiao.files import write_atomically

WRITTEN = "写下的 "  # and the name of a file: the digests of what was last written there, or may have been


class OwnFiles:
    """Knows by the store what was written; `remarks`: what has to be said of what was kept."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.remarks: list[str] = []

    def put(self, file: Path, content: bytes | None) -> None:
        """Write the file, or take it away if there is nothing to write. Raises OSError."""
        self.remarks += self.kept(file)
        if content is None:
            file.unlink(missing_ok=True)
            return
        before = _digest(file) if file.is_file() else ""  # a call that is killed here leaves that
        self._store.remember(WRITTEN + file.name, f"{before} {sha256(content).hexdigest()}".strip())
        write_atomically(file, content)

    def kept(self, file: Path) -> Iterator[str]:
        """Lay what is not as it was written beside it under another name, and say so. Raises OSError."""
        if not (file.is_file() and file.stat().st_size) or _digest(file) in self._written(file.name):
            return
        names = (file.with_stem(f"{file.stem}（手工修改{number}）") for number in count(1))
        kept = next(name for name in names if not name.exists())
        file.rename(kept)
        yield f"原来的“{file.name}”改动过，或不是由本程序生成，没有覆盖，已改名为“{kept.name}”。"

    def _written(self, name: str) -> set[str]:
        """With what earlier versions of this program knew: what it was made from, and its digest."""
        return {*self._store.made_from(WRITTEN + name).split(), *self._store.made_from(name).split()}


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()
