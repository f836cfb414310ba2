Attribute VB_Name = "JixiaoButtons"
Option Explicit
' What the buttons of the first sheet do. The program jixiao does the work; docs/macros.zh-CN.md explains.

Public Sub CheckBook()
    RunJob "check"
End Sub

Public Sub MakeReport()
    RunJob "report"
End Sub

' Opens the report that was made last. Only the name of a Word file is taken from the sheet; its folder is ours.
Public Sub OpenReport()
    Dim report As String, place As String
    report = Named("JixiaoReport").Value
    place = ThisWorkbook.Path & Application.PathSeparator & report
    If LCase(Right(report, 5)) <> ".docx" Or InStr(report, "/") > 0 Or InStr(report, "\") > 0 Then
        Tell Word("no_report")
    ElseIf Not IsThere(place) Then
        Tell Word("no_report")
    ElseIf Not OpenFile(place) Then
        Tell Replace(Word("not_opened"), "{file}", report)
    End If
End Sub

Public Sub ShowHelp()
    Tell Word("help")
End Sub

Private Function OpenFile(ByVal place As String) As Boolean
    On Error GoTo other
    ThisWorkbook.FollowHyperlink place
    OpenFile = True
    Exit Function
other:
    Resume elsewhere
elsewhere:
    On Error GoTo failed
    Shell "xdg-open " & Quoted(place)
    OpenFile = True
failed:
End Function
