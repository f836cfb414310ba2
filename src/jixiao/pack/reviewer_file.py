"""reviewer.toml as typed data: the workbook from which a reviewer starts the review of a folder."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from jixiao.pack.buttons import BUTTONS, Button, ButtonsFile
from jixiao.pack.form import Sheet
from jixiao.pack.sections import Field, FieldsSection
from jixiao.pack.toml_file import read_toml
from jixiao.strict import Strict

REVIEWER = "reviewer.toml"  # beside the packs


class ReviewerFile(Strict, kw_only=True):
    """Its one sheet and its one button; `words` come before those of buttons.toml."""

    limit: int
    button: Button
    words: dict[str, str]
    sheet: Sheet

    @property
    def fields(self) -> tuple[Field, ...]:
        """The settings, all of them texts of a named cell."""
        sections = (one for one in self.sheet.sections if isinstance(one, FieldsSection))
        return tuple(field for section in sections for field in section.fields)


def load_reviewer_file(templates: Path) -> tuple[ReviewerFile, ButtonsFile]:
    """The file, and the buttons file with its button and its words. Raises PackError."""
    file, shared = read_toml(templates / REVIEWER, ReviewerFile), read_toml(templates / BUTTONS, ButtonsFile)
    words = {**shared.words, **file.words}
    return file, replace(shared, limit=file.limit, button=(file.button,), words=words)
