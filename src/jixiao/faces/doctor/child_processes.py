"""May Excel start the program? Microsoft Defender's attack surface reduction rule against child processes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.faces.doctor.machine import Machine
from jixiao.faces.doctor.observation import Condition, Observation
from jixiao.faces.doctor.offices import WITHOUT_MACROS, excel_place

# Source: Microsoft, Attack surface reduction rules reference,
# "Block all Office applications from creating child processes"
RULE = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"
BLOCK, AUDIT, WARN = "1", "2", "6"
_GUARD = r"Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
LISTED = (  # a value each, as rule=state|rule=state: what a management service has set
    (r"HKLM\SOFTWARE\Policies\Microsoft\Windows Defender\Policy Manager", "ASRRules"),
    (r"HKLM\SOFTWARE\Microsoft\PolicyManager\current\device\Defender", "AttackSurfaceReductionRules"),
)
OWN = (rf"HKLM\SOFTWARE\Policies\Microsoft\{_GUARD}", rf"HKLM\SOFTWARE\Microsoft\{_GUARD}")  # a value a rule


def child_processes(machine: Machine) -> Iterator[Observation]:
    """Only where there is Excel for Windows and the rule is set; without it there is nothing to say."""
    if not machine.windows or not excel_place(machine):
        return
    state = next((state for state in _states(machine) if state), None)
    says = "安全规则“阻止所有 Office 应用程序创建子进程”（Microsoft Defender）"
    if state == BLOCK:
        todo = f"请单位的信息管理人员为 {machine.launcher} 加排除项，或{WITHOUT_MACROS}"
        yield Observation("启动程序的许可", Condition.TROUBLE, f"{says}已启用，按钮启动不了 jixiao", todo)
    elif state == WARN:
        todo = f"点按钮时如有提示，选允许；没有反应时请{WITHOUT_MACROS}"
        yield Observation("启动程序的许可", Condition.NOTE, f"{says}设为警告", todo)
    elif state == AUDIT:
        yield Observation("启动程序的许可", Condition.FINE, f"{says}只记录，不阻止")


def _states(machine: Machine) -> Iterator[str | None]:
    for key, name in LISTED:
        found = re.search(rf"{RULE}\}}?\s*=\s*(\d)", str(machine.registry(key, name) or "").lower())
        yield found[1] if found else None
    for key in OWN:
        value = machine.registry(key, RULE)
        yield None if value is None else str(value)
