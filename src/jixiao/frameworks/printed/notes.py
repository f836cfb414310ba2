"""What is written below a score table: printed again, and told where it changes points or grades."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from jixiao.frameworks.printed.absent_business import without_absent
from jixiao.frameworks.wording.texts import prose, shown, tidy
from jixiao.frameworks.wording.words import score_table_words

_LINE = re.compile(r"[\n。]|(?=(?<![\d.])\d{1,2}[.、](?!\d))")
_NUMBERED = re.compile(  # 三、工作要求 heads a chapter
    r"^(?:[(（]?\d{1,2}[)）.、．]|[(（][一二三四五六七八九十]{1,2}[)）]|[①-⑳*※]|[一二三四五六七八九十]{1,2}[、.．].*[。；;]$)"
)
_BLANKS = re.compile(r"[^\S\n]+")
_MOST_LINES, _MOST_SIGNS = 30, 3_000


def note_remarks(notes: str) -> Iterator[str]:
    """加分, vetoes, caps: what the rows cannot say; how a form scores its targets is read with them, and what
    becomes of business that a unit does not have is taken or told by itself."""
    for line in _LINE.split(notes):
        if _tells(without_absent(prose(line))):
            yield f"表下写着“{shown(line)}”，没有纳入计分，由人处理"


def _tells(text: str) -> bool:
    words = score_table_words()
    told = words.found(words.rows, "telling_notes", text)
    return bool(told and not words.found(words.rows, "read_notes", text))


def printed_line(texts: Sequence[str]) -> str:
    """The cells of a row side by side, one that is merged once."""
    return "　".join(_BLANKS.sub(" ", text).strip() for text in dict.fromkeys(texts))


def printed_notes(
    rows: int, lines: Iterable[tuple[int | None, str]], behind: Iterable[str]
) -> tuple[str, ...]:
    """What is printed below the table again: rows behind its `rows` indicators, and the notes `behind` it.

    Without signatures, which the report has places for; nothing of what goes on for pages.
    """
    inside = [text for after, text in lines if after in (None, rows)]
    parts = (part.strip() for text in (*inside, *_notes(behind)) for part in text.split("\n"))
    found = tuple(dict.fromkeys(part for part in parts if part and not _is_signed(part)))
    short = len(found) <= _MOST_LINES and sum(map(len, found)) <= _MOST_SIGNS
    return found if short else ()


def _notes(behind: Iterable[str]) -> Iterator[str]:
    """The paragraphs that begin as a note, and those that go on with its numbers."""
    begun = False
    for text in behind:
        begun = _begins(text) or (begun and bool(_NUMBERED.match(text.strip())))
        if not begun and not _is_signed(text):
            return
        yield text


def _begins(text: str) -> bool:
    words, plain = score_table_words(), tidy(text)
    noted = (plain.removeprefix(word) for word in words.rows["notes"] if plain.startswith(word))
    return any(not rest[:1].isalpha() for rest in noted) or any(
        _tells(prose(line)) for line in _LINE.split(text)
    )


def _is_signed(text: str) -> bool:
    return tidy(text).startswith(score_table_words().rows["signatures"])
