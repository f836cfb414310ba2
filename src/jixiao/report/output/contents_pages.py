"""A macro by which LibreOffice prints a report with page numbers in its table of contents.

LibreOffice drops the page of an entry (PAGEREF) when it reads a .docx, and rebuilding the whole table would
list other headings than Word does. So each entry gets a reference to the page of its bookmark.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

_ROOT = '<?xml version="1.0" encoding="UTF-8"?>\n<{name} xmlns:{prefix}="http://openoffice.org/{space}"{more}</{name}>'
_LIBRARIES = _ROOT.format(
    name="library:libraries",
    prefix="library",
    space="2000/library",
    more='><library:library library:name="Standard" library:link="false"/>',
)
_LIBRARY = _ROOT.format(
    name="library:library",
    prefix="library",
    space="2000/library",
    more=' library:name="Standard" library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="WithPages"/>',
)
_MODULE = _ROOT.format(
    name="script:module",
    prefix="script",
    space="2000/script",
    more=' script:name="WithPages" script:language="StarBasic">{}',
)
# A profile that is not set up yet gets LibreOffice's own macros in the place of ours.
_SETTINGS = _ROOT.format(
    name="oor:items",
    prefix="oor",
    space="2001/registry",
    more='><item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse">'
    "<value>true</value></prop></item>",
)
_MACRO = """\
Sub WritePdf
  On Error Goto Leave
  Dim opened(1) As New com.sun.star.beans.PropertyValue
  opened(0).Name = "Hidden"
  opened(0).Value = True
  opened(1).Name = "ReadOnly"
  opened(1).Value = True
  Dim written(0) As New com.sun.star.beans.PropertyValue
  written(0).Name = "FilterName"
  written(0).Value = "writer_pdf_Export"
  report = StarDesktop.loadComponentFromURL("{report}", "_blank", 0, opened())
  indexes = report.getDocumentIndexes()
  For number = 0 To indexes.getCount() - 1
    indexes.getByIndex(number).IsProtected = False
    entries = indexes.getByIndex(number).getAnchor().createEnumeration()
    Do While entries.hasMoreElements()
      entry = entries.nextElement()
      heading = HeadingOf(entry)
      If heading <> "" Then
        page = report.createInstance("com.sun.star.text.TextField.GetReference")
        page.ReferenceFieldSource = com.sun.star.text.ReferenceFieldSource.BOOKMARK
        page.ReferenceFieldPart = com.sun.star.text.ReferenceFieldPart.PAGE
        page.SourceName = heading
        entry.getText().insertTextContent(entry.getEnd(), page, False)
      End If
    Loop
  Next
  report.getTextFields().refresh()
  report.storeToURL("{pdf}", written())
  report.close(True)
Leave:
  StarDesktop.terminate()
End Sub

Function HeadingOf(entry)
  HeadingOf = ""
  pieces = entry.createEnumeration()
  Do While pieces.hasMoreElements()
    address = pieces.nextElement().HyperLinkURL
    If Left(address, 5) = "#_Toc" Then HeadingOf = Mid(address, 2)
  Loop
End Function
"""


def seed_profile(profile: Path, report: Path, pdf: Path) -> str:
    """Make a profile in which LibreOffice knows how to print this report; returns what to ask it for.

    Both addresses are percent-encoded, so nothing in them is read as code.
    """
    macro = _MACRO.format(report=report.resolve().as_uri(), pdf=pdf.resolve().as_uri())
    library = profile / "user" / "basic" / "Standard"
    library.mkdir(parents=True)
    for file, content in (
        (profile / "user" / "registrymodifications.xcu", _SETTINGS),
        (library.parent / "script.xlc", _LIBRARIES),
        (library / "script.xlb", _LIBRARY),
        (library / "WithPages.xba", _MODULE.format(escape(macro))),
    ):
        file.write_text(content, encoding="utf-8")
    return "macro:///Standard.WithPages.WritePdf"
