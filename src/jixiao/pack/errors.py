"""What goes wrong with a pack: said with file, line, place and reason before any workbook is opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jixiao.model.errors import UnusableInput
from jixiao.strict import Keys


class PackError(UnusableInput):
    """A data file that cannot be used. Whoever wrote it has to mend it: as text it is one Chinese sentence.

    `place` is what people know the spot by (an id, a term), `at` the way to it through the file, `reason` a
    clause in English, for which complaints.py has the Chinese.
    """

    advice = "请改正后再运行。"

    def __init__(self, file: Path | str, place: str, reason: str, at: Keys = ()) -> None:
        super().__init__(file, place, reason, at)
        self.path = file if isinstance(file, Path) else None
        self.file = file.name if isinstance(file, Path) else file
        self.place = place
        self.reason = reason
        self.at = at

    def __str__(self) -> str:
        from jixiao.pack.complaints import sentence  # only a broken file needs all these words

        return sentence(
            self.called, self.reason, path=self.path, place=self.place, at=self.at, advice=self.advice
        )

    @property
    def called(self) -> str:
        """The file as people know it: a pack's with the folders that tell it from its namesakes."""
        parts = self.path.parts if self.path else (self.file,)
        roots = [number for number, part in enumerate(parts) if part.endswith("_templates")]
        return f"表样文件“{'/'.join(parts[roots[-1] :] if roots else parts[-2:])}”"


@contextmanager
def lying_in(folder: Path) -> Iterator[None]:
    """Complaints that only name a file are about the one in this folder."""
    try:
        yield
    except PackError as error:
        path = folder / error.file
        if error.path is None and path.is_file():
            error.path = path
        raise
