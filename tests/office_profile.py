"""What the LibreOffice harness seeds a private folder with: settings, and stand-ins for fonts."""

from pathlib import Path

# Fonts of official documents are not free; these stand in for them. All CJK glyphs are 1 em wide,
# so lines and pages break where they would with the real ones.
SERIF, SANS, KAI = "Noto Serif CJK SC", "Noto Sans CJK SC", "AR PL KaitiM GB"
STAND_INS = {
    SERIF: ("仿宋_GB2312", "仿宋", "FangSong", "FangSong_GB2312", "宋体", "SimSun"),
    KAI: ("楷体_GB2312", "楷体", "KaiTi", "KaiTi_GB2312"),
    SANS: ("黑体", "SimHei", "微软雅黑", "Microsoft YaHei", "等线", "DengXian"),
    "Liberation Serif": ("Times New Roman",),
    "Liberation Sans": ("Arial", "Calibri"),
}
BOLD_STAND_INS = {SERIF: ("方正小标宋简体", "方正小标宋_GBK")}

# OOXMLRecalcMode 0 is "always": otherwise the values cached in the file are shown, not computed.
SETTINGS = (
    ("Office.Calc/Formula/Load", "OOXMLRecalcMode", "0"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Common/Save/Document", "WarnAlienFormat", "false"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "0"),
)


def write(folder: Path) -> None:
    """Make `profile` and `fonts.conf` in the folder."""
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
    (folder / "fonts.conf").write_text(_fonts(), encoding="utf-8")


def _settings() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>\n"
        for path, name, value in SETTINGS
    )
    namespace = 'xmlns:oor="http://openoffice.org/2001/registry"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {namespace}>\n{items}</oor:items>\n'


def _fonts() -> str:
    bold = '<edit name="weight" mode="assign" binding="strong"><const>bold</const></edit>'
    rules = [_stand_in(name, font, "") for font, names in STAND_INS.items() for name in names]
    rules += [_stand_in(name, font, bold) for font, names in BOLD_STAND_INS.items() for name in names]
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
        f"{''.join(rules)}"
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>\n</fontconfig>\n'
    )


def _stand_in(name: str, font: str, more: str) -> str:
    return (
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{font}</string></edit>{more}</match>\n'
    )
