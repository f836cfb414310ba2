"""What a file is instead of the one that is wanted, by its name and its bytes, as people call it."""

from __future__ import annotations

_MARKS = ("~$", ".~lock.")  # what Office programs lay beside a file while it is open
_BEGINNINGS = {
    b"\x89PNG": "图片",
    b"\xff\xd8\xff": "图片",
    b"GIF8": "图片",
    b"BM": "图片",
    b"II*\0": "图片",
    b"MM\0*": "图片",
    b"Rar!": "压缩包",
    b"7z\xbc\xaf": "压缩包",
    b"\x1f\x8b": "压缩包",
}
_OLE, _ZIP, _PDF = b"\xd0\xcf\x11\xe0", b"PK", b"%PDF-"
_END_OF_ZIP = b"PK\5\6"  # a file that was cut off, as by a broken download, has none
_IN_OLE = {
    "EncryptedPackage": "设了打开密码的文件",
    "WordDocument": "旧版 .doc 文档",
    "PowerPoint Document": "PowerPoint 演示文稿",
    "Workbook": "旧版 .xls 工作簿",
    "Book": "旧版 .xls 工作簿",
}
_IN_ZIP = {
    b"word/document.xml": "Word 文档",
    b"xl/workbook.": "Excel 工作簿",
    b"ppt/presentation.xml": "PowerPoint 演示文稿",
    b"content.xml": "OpenDocument 文件（.ods、.odt 之类）",
}


def kind_of(content: bytes) -> str:
    """What the bytes are, as people call it; empty if that is not known."""
    if not content:
        return "空文件"
    if _PDF in content[:1024]:
        return "PDF"
    if content.startswith(_ZIP):
        whole = "压缩包" if _END_OF_ZIP in content else ""
        return next((kind for part, kind in _IN_ZIP.items() if part in content), whole)
    if content.startswith(_OLE):
        return next((kind for name, kind in _IN_OLE.items() if name.encode("utf-16-le") in content), "")
    return next((kind for sign, kind in _BEGINNINGS.items() if content.startswith(sign)), "")


def called(kind: str) -> str:
    """是 Word 文档, 是图片: with a space before Latin letters."""
    return f"是{' ' if kind[:1].isascii() else ''}{kind}"


def mark_of_an_open_file(name: str) -> str:
    """What to say of a file that only shows that another one is open; empty for any other."""
    mark = next((each for each in _MARKS if name.startswith(each)), "")
    if not mark:
        return ""
    wanted = name.removeprefix(mark).removesuffix("#")
    return (
        f"“{name}”是 Office 打开文件时在旁边留下的记号，里面没有内容。"
        f"请选文件本身（名称里有“{wanted}”），不要选这个。"
    )


def not_a_word_file(name: str, content: bytes, role: str = "") -> str:
    """What to say of a file that is no Word document."""
    if said := mark_of_an_open_file(name):
        return said
    kind = kind_of(content)
    if kind in ("", "Word 文档"):
        return f"{role}“{name}”不是 Word 文档（.docx），或文件已损坏。请用 Word 打开，另存为 .docx 再试。"
    mend = "请在 Word 或 WPS 里另存为 .docx 再试。" if ".doc" in kind else "请检查是否选错了文件。"
    return f"{role}“{name}”{called(kind)}，不是 Word 文档（.docx）。{mend}"
