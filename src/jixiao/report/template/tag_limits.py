"""How many tags a template may have, and how much may stand in them: counted over all parts of a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jixiao.report.template.paragraphs import LocatedTag, TemplateParagraph
from jixiao.report.template.trouble import Trouble, trouble

MOST_TAGS = 5000  # the shipped templates have some hundreds
MOST_BRACES = 4 * MOST_TAGS
MOST_IN_TAGS = 100_000  # characters of all tags; the shipped templates have 20,000
LONGEST_PARAGRAPH = 20_000  # characters in which tags are looked for
MOST_TROUBLES = 200  # of a document: nobody mends more at once


@dataclass(slots=True)
class TagCount:
    """What has been counted in the parts that were looked at."""

    braces: int = 0
    tags: int = 0
    written: int = 0
    troubles: int = 0
    told: bool = False  # that there are too many tags, or more troubles than anybody mends

    def excess(self, paragraph: TemplateParagraph, text: str) -> Trouble | None:
        """What is too much, told before any pattern is tried on it."""
        self.braces += sum(map(text.count, "{}｛｝"))
        if self.braces > MOST_BRACES:
            self.told = True
            kind, message = "too-many-tags", f"标记超过 {MOST_TAGS} 个，请减少。"
        elif len(text) > LONGEST_PARAGRAPH and "{" in text:
            kind, message = "too-long", f"带标记的一段超过 {LONGEST_PARAGRAPH} 个字，请分成几段。"
        else:
            return None
        return Trouble(kind, paragraph.part, paragraph.number, f"{text[:60]}…", f"{text[:20]}…", message)

    def too_many(self, tags: Sequence[LocatedTag]) -> Trouble | None:
        """The same, once it is known which tags a part has."""
        self.tags += len(tags)
        self.written += sum(len(located.tag.text) for located in tags)
        if self.tags > MOST_TAGS:
            said = f"标记超过 {MOST_TAGS} 个，请减少。"
        elif self.written > MOST_IN_TAGS:
            said = f"标记里的字一共超过 {MOST_IN_TAGS // 10_000} 万个，请减少。"
        else:
            return None
        self.told = True
        return trouble("too-many-tags", tags[0], said)
