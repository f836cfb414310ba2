"""The ribbon tab with the same buttons: one more part of the file, and one relationship to it."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from jixiao.pack.buttons import Button, ButtonsFile

PART = "customUI/customUI.xml"
ROOT_RELATIONS = "_rels/.rels"
MODULE = "JixiaoRibbon"  # its callbacks are named after the buttons' macros
_NAMESPACE = "http://schemas.microsoft.com/office/2006/01/customui"
_TYPE = "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility"


def with_ribbon(parts: Mapping[str, bytes], data: ButtonsFile, names: tuple[str, ...]) -> dict[str, bytes]:
    """The parts of the file with a ribbon tab for the buttons of these names, and the relationship to it."""
    root = etree.fromstring(parts[ROOT_RELATIONS])
    namespace = etree.QName(root).namespace
    etree.SubElement(root, f"{{{namespace}}}Relationship", Id="rIdRibbon", Type=_TYPE, Target=PART)
    buttons = [button for button in data.button if button.name in names]
    return {**parts, ROOT_RELATIONS: _bytes(root), PART: _bytes(_tab(data, buttons))}


def _tab(data: ButtonsFile, buttons: list[Button]) -> etree._Element:
    root = etree.fromstring(f'<customUI xmlns="{_NAMESPACE}"/>')
    tabs = _inside(_inside(root, "ribbon"), "tabs")
    tab = _inside(tabs, "tab", id="JixiaoTab", label=data.tab)
    group = _inside(tab, "group", id="JixiaoGroup", label=data.group)
    for button in buttons:
        _inside(
            group,
            "button",
            id=f"Jixiao{button.macro}",
            label=button.caption,
            imageMso=button.image,
            size="large",
            screentip=button.caption,
            supertip=button.tip,
            onAction=f"{MODULE}.On{button.macro}",
        )
    return root


def _inside(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{_NAMESPACE}}}{tag}", attributes)


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
