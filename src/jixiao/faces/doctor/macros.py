"""May macros run? Settings of Excel and LibreOffice, rules of the office, a downloaded file's mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.faces.doctor.machine import Machine
from jixiao.faces.doctor.observation import Condition, Observation, Serves
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


def macros(machine: Machine, books: tuple[str, ...]) -> Iterator[Observation]:
    """Only about programs that are there; one finding for each workbook named."""
    if excel_place(machine):
        yield _mac_excel() if machine.system == "Darwin" else _excel(machine)
        if machine.windows and machine.registry(_policies(machine, r"Excel\Security"), BLOCKED):
            yield Observation(
                "来自互联网的文件",
                Condition.NOTE,
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


def _mac_excel() -> Observation:
    says = "macOS 版 Excel 不让宏启动别的程序，按钮用不了"
    return Observation("Excel 的宏", Condition.TROUBLE, says, f"请{WITHOUT_MACROS}", Serves.MACRO)


def _excel(machine: Machine) -> Observation:
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
        return Observation(about, Condition.FINE, f"{who}：启用所有宏", serves=Serves.MACRO)
    todo = f"打开工作簿后，点黄条上的“启用内容”。如果是红条（来自互联网），{UNLOCK}"
    return Observation(about, Condition.NOTE, f"{who}：打开时询问", todo, Serves.MACRO)


def _refused(about: str, says: str) -> Observation:
    return Observation(
        about, Condition.TROUBLE, says, f"请单位的信息管理人员放行，或{WITHOUT_MACROS}", Serves.MACRO
    )


def _settings(about: str, says: str) -> Observation:
    todo = "在 Excel 中：文件→选项→信任中心→信任中心设置→宏设置→选“通过通知禁用 VBA 宏”，再重新打开工作簿。"
    return Observation(about, Condition.TROUBLE, says, todo, Serves.MACRO)


def _libreoffice(machine: Machine) -> Observation:
    about = "LibreOffice 的宏"
    settings = machine.read(libreoffice_settings(machine)) or ""
    match = _LEVEL.search(settings)
    level = int(match[1]) if match else HIGH
    if level < MEDIUM:
        return Observation(about, Condition.FINE, "安全级别：低（全部运行）", serves=Serves.MACRO)
    if level == MEDIUM:
        todo = "打开工作簿时选“启用宏”。"
        return Observation(about, Condition.NOTE, "安全级别：中（打开时询问）", todo, Serves.MACRO)
    if level == HIGH and _TRUSTED.search(settings):
        todo = "工作簿要放在可信位置里。"
        return Observation(about, Condition.NOTE, "安全级别：高，已设有可信位置", todo, Serves.MACRO)
    todo = "在 LibreOffice 中：工具→选项→LibreOffice→安全→宏安全性→选“中”，再重新打开工作簿。"
    return Observation(about, Condition.TROUBLE, "安全级别：高（不运行没有签名的宏）", todo, Serves.MACRO)


def libreoffice_settings(machine: Machine) -> str:
    """Where LibreOffice keeps what a user has set."""
    rest = "user/registrymodifications.xcu"
    if machine.windows:
        return rf"{machine.environ.get('APPDATA', '')}\LibreOffice\4" + "\\" + rest.replace("/", "\\")
    if machine.system == "Darwin":
        return f"{machine.home}/Library/Application Support/LibreOffice/4/{rest}"
    return f"{machine.home}/.config/libreoffice/4/{rest}"


def _mark(machine: Machine, book: str) -> Observation:
    about = f"工作簿 {book}"
    if not machine.exists(book):
        return Observation(about, Condition.TROUBLE, "找不到这个文件", "请检查路径和文件名。")
    if not machine.windows:
        return Observation(about, Condition.FINE, "这个系统不给文件加“来自互联网”的标记")
    if _INTERNET.search(machine.read(f"{book}:Zone.Identifier") or ""):
        return Observation(about, Condition.TROUBLE, "有“来自互联网”的标记，Excel 会禁用其中的宏", UNLOCK)
    return Observation(about, Condition.FINE, "没有“来自互联网”的标记")
