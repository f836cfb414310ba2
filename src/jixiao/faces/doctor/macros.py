"""May macros run? Settings of Excel and LibreOffice, rules of the office, a downloaded file's mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.faces.doctor.finding import Finding, Serves, State
from jixiao.faces.doctor.machine import Machine
from jixiao.faces.doctor.offices import (
    WITHOUT_MACROS,
    excel_place,
    excel_version,
    libreoffice_place,
)

# Excel's VBAWarnings
ALLOWED, ASKED, SIGNED_ONLY, FORBIDDEN = 1, 2, 3, 4
MEDIUM, HIGH = 1, 2  # LibreOffice's MacroSecurityLevel; high is what it comes with
_LEVEL = re.compile(r'oor:name="MacroSecurityLevel".*?<value>(\d)</value>', re.DOTALL)
_TRUSTED = re.compile(r'oor:name="SecureURL".*?<value><it>', re.DOTALL)
_INTERNET = re.compile(r"ZoneId=[34]")


def macros(machine: Machine, books: tuple[str, ...]) -> Iterator[Finding]:
    """Only about programs that are there; one finding for each workbook named."""
    if excel_place(machine):
        yield _mac_excel() if machine.system == "Darwin" else _excel(machine)
        if machine.windows and machine.registry(_policies(machine, r"Excel\Security"), BLOCKED):
            yield Finding(
                "来自互联网的文件",
                State.NOTE,
                "单位策略规定：来自互联网的文件不准运行宏",
                f"先解除锁定：{UNLOCK}",
            )
    if libreoffice_place(machine):
        yield _libreoffice(machine)
    for book in books:
        yield _mark(machine, book)


BLOCKED = "blockcontentexecutionfrominternet"
UNLOCK = "在资源管理器中右键单击文件→属性→勾选“解除锁定”→确定，再打开。"


def _policies(machine: Machine, path: str) -> str:
    return rf"HKCU\SOFTWARE\Policies\Microsoft\Office\{excel_version(machine) or '16.0'}\{path}"


def _mac_excel() -> Finding:
    says = "macOS 版 Excel 不让宏启动别的程序，按钮用不了"
    return Finding("Excel 的宏", State.TROUBLE, says, f"请{WITHOUT_MACROS}", Serves.MACRO)


def _excel(machine: Machine) -> Finding:
    about = "Excel 的宏"
    if machine.registry(_policies(machine, "Common"), "vbaoff"):
        return _refused(about, "单位策略关闭了 Office 的 VBA")
    policy = machine.registry(_policies(machine, r"Excel\Security"), "VBAWarnings")
    own = rf"HKCU\SOFTWARE\Microsoft\Office\{excel_version(machine) or '16.0'}\Excel\Security"
    level = policy or machine.registry(own, "VBAWarnings") or ASKED
    who = "单位策略规定" if policy else "Excel 设置为"
    if level in (FORBIDDEN, SIGNED_ONLY):
        what = "禁用所有宏" if level == FORBIDDEN else "只运行有数字签名的宏（本工具的宏没有签名）"
        return _refused(about, f"{who}：{what}") if policy else _settings(about, f"{who}：{what}")
    if level == ALLOWED:
        return Finding(about, State.FINE, f"{who}：启用所有宏", serves=Serves.MACRO)
    todo = f"打开工作簿后，点黄条上的“启用内容”。如果是红条（来自互联网），{UNLOCK}"
    return Finding(about, State.NOTE, f"{who}：打开时询问", todo, Serves.MACRO)


def _refused(about: str, says: str) -> Finding:
    return Finding(about, State.TROUBLE, says, f"请单位的信息管理人员放行，或{WITHOUT_MACROS}", Serves.MACRO)


def _settings(about: str, says: str) -> Finding:
    todo = "在 Excel 中：文件→选项→信任中心→信任中心设置→宏设置→选“通过通知禁用 VBA 宏”，再重新打开工作簿。"
    return Finding(about, State.TROUBLE, says, todo, Serves.MACRO)


def _libreoffice(machine: Machine) -> Finding:
    about = "LibreOffice 的宏"
    settings = machine.read(libreoffice_settings(machine)) or ""
    match = _LEVEL.search(settings)
    level = int(match[1]) if match else HIGH
    if level < MEDIUM:
        return Finding(about, State.FINE, "安全级别：低（全部运行）", serves=Serves.MACRO)
    if level == MEDIUM:
        todo = "打开工作簿时选“启用宏”。"
        return Finding(about, State.NOTE, "安全级别：中（打开时询问）", todo, Serves.MACRO)
    if level == HIGH and _TRUSTED.search(settings):
        todo = "工作簿要放在可信位置里。"
        return Finding(about, State.NOTE, "安全级别：高，已设有可信位置", todo, Serves.MACRO)
    todo = "在 LibreOffice 中：工具→选项→LibreOffice→安全→宏安全性→选“中”，再重新打开工作簿。"
    return Finding(about, State.TROUBLE, "安全级别：高（不运行没有签名的宏）", todo, Serves.MACRO)


def libreoffice_settings(machine: Machine) -> str:
    """Where LibreOffice keeps what a user has set."""
    rest = "user/registrymodifications.xcu"
    if machine.windows:
        return rf"{machine.environ.get('APPDATA', '')}\LibreOffice\4" + "\\" + rest.replace("/", "\\")
    if machine.system == "Darwin":
        return f"{machine.home}/Library/Application Support/LibreOffice/4/{rest}"
    return f"{machine.home}/.config/libreoffice/4/{rest}"


def _mark(machine: Machine, book: str) -> Finding:
    about = f"工作簿 {book}"
    if not machine.exists(book):
        return Finding(about, State.TROUBLE, "找不到这个文件", "请检查路径和文件名。")
    if not machine.windows:
        return Finding(about, State.FINE, "这个系统不给文件加“来自互联网”的标记")
    if _INTERNET.search(machine.read(f"{book}:Zone.Identifier") or ""):
        return Finding(about, State.TROUBLE, "有“来自互联网”的标记，Excel 会禁用其中的宏", UNLOCK)
    return Finding(about, State.FINE, "没有“来自互联网”的标记")
