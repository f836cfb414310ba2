"""What was odd about a call, in a file beside the results: in Excel one may see no more than one message."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from jixiao.desk.own_files import OwnFiles

FILE = "办理提示.txt"


class Remarks:
    """Tells each remark at once, and keeps all of them for the file."""

    def __init__(self, out: Path, tell: Callable[[str], None]) -> None:
        self._file, self._tell = out / FILE, tell
        self._told: list[str] = []

    def __call__(self, sentence: str) -> None:
        self._told.append(sentence)
        self._tell(sentence)

    def all(self, sentences: Iterable[str]) -> None:
        """Each as it comes."""
        for sentence in sentences:
            self(sentence)

    def keep(self, files: OwnFiles) -> None:
        """Write the file, or take that of the last call away. Raises OSError."""
        self.all(files.kept(self._file))
        lines = "".join(f"{' '.join(sentence.split())}\r\n" for sentence in self._told)
        files.put(self._file, lines.encode("utf-8-sig", "backslashreplace") if lines else None)
