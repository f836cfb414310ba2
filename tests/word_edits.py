"""A Word report after somebody has worked on it: what Word writes when text is changed by hand."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

DOCUMENT = "word/document.xml"
RUN = re.compile(r"<w:r>((?:<w:rPr>.*?</w:rPr>)?)<w:t(?: [^>]*)?>([^<]*)</w:t></w:r>")


def edited(report: Path, change: Callable[[str], str], part: str = DOCUMENT) -> Path:
    """Change a part of the file in place; the change has to change something."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(report) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                before, content = content, change(content.decode()).encode()
                assert before != content, "nothing was edited"
            new.writestr(name, content)
    report.write_bytes(buffer.getvalue())
    return report


def replaced(old: str, new: str) -> Callable[[str], str]:
    """Somebody types over a text, the first time it occurs."""
    return lambda xml: xml.replace(old, new, 1)


def swapped(one: str, other: str) -> Callable[[str], str]:
    return lambda xml: xml.replace(one, "\0", 1).replace(other, one, 1).replace("\0", other, 1)


def without_paragraph(said: str) -> Callable[[str], str]:
    pattern = re.compile(
        r"<w:p(?: [^>]*)?>(?:(?!</w:p>|<w:p[ >]).)*" + re.escape(said) + r".*?</w:p>", re.DOTALL
    )
    return lambda xml: pattern.sub("", xml, count=1)


def split_runs(xml: str) -> str:
    """Every text in runs of two characters, as Word leaves them after much editing."""

    def split(match: re.Match[str]) -> str:
        characters = re.findall(r"&[^;]+;|.", match[2])
        pairs = ["".join(characters[at : at + 2]) for at in range(0, len(characters), 2)]
        runs = (f'<w:r>{match[1]}<w:t xml:space="preserve">{pair}</w:t></w:r>' for pair in pairs)
        return '<w:proofErr w:type="spellStart"/>'.join(runs)

    return RUN.sub(split, xml)


def tracked(old: str, new: str) -> Callable[[str], str]:
    """The change as a tracked one that nobody has accepted yet."""
    who = 'w:id="{}" w:author="审核人" w:date="2023-05-12T09:00:00Z"'

    def change(match: re.Match[str]) -> str:
        before, _, behind = match[2].partition(old)
        if old not in match[2]:
            return match[0]

        def run(text: str, tag: str = "t") -> str:
            return f'<w:r>{match[1]}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'

        gone = f"<w:del {who.format(901)}>{run(old, 'delText')}</w:del>"
        come = f"<w:ins {who.format(902)}>{run(new)}</w:ins>"
        return f"{run(before)}{gone}{come}{run(behind)}"

    return lambda xml: RUN.sub(change, xml)
