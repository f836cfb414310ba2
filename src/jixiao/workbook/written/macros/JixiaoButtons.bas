Attribute VB_Name = "JixiaoButtons"
Option Explicit
' What the buttons of the first sheet do. The program jixiao does the work; docs/macros.zh-CN.md explains.

Public Sub CheckBook()
    RunJob "check", ""
End Sub

Public Sub MakeReport()
    RunJob "report", ""
End Sub

' The files are chosen here; the program makes a new workbook of them and of this one.
Public Sub TakeFiles()
    Dim chosen As String
    chosen = ChosenFiles(Word("sources"), Word("choose"))
    If chosen <> "" Then RunJob "take", chosen
End Sub

' The files that somebody chooses, each in quotes; nothing if none.
Private Function ChosenFiles(ByVal kinds As String, ByVal title As String) As String
    Dim found As Variant, i As Long
    On Error GoTo failed
    found = Application.GetOpenFilename(kinds, 1, title, , True)
    If Not IsArray(found) Then Exit Function
    For i = LBound(found) To UBound(found)
        ChosenFiles = ChosenFiles & " " & Quoted(CStr(found(i)))
    Next
    Exit Function
failed:
    Tell Word("no_choice")
End Function

' Opens the report that was made last. Only the name of a Word file is taken from the sheet; its folder is ours.
Public Sub OpenReport()
    Dim report As String, place As String
    report = CStr(Named("JixiaoReport").Value)
    place = ThisWorkbook.Path & IIf(IsOnline(), "/", Application.PathSeparator) & report
    If Not IsFileName(report) Then
        Tell Word("no_report")
    ElseIf Not IsOnline() And Not IsThere(place) Then
        Tell Word("no_report")
    ElseIf InStr(report, "#") > 0 Or InStr(report, "%") > 0 Then ' a link gives them a meaning of its own
        Tell Replace(Word("not_opened"), "{file}", report)
    ElseIf Not OpenFile(place) Then
        Tell Replace(Word("not_opened"), "{file}", report)
    End If
End Sub

' The name of a Word file and nothing else: no folder, drive or stream.
Private Function IsFileName(ByVal report As String) As Boolean
    Dim sign As Variant
    If LCase(Right(report, 5)) <> ".docx" Or Left(report, 1) = "." Then Exit Function
    For Each sign In Array("/", "\", ":", """", "<", ">", "|", "*", "?")
        If InStr(report, sign) > 0 Then Exit Function
    Next
    IsFileName = True
End Function

' Asks for the score table that was handed out; the program makes the workbook anew for it, beside this one.
Public Sub ReadTable()
    Dim chosen As String
    chosen = ChosenFiles(Word("tables"), Word("pick"))
    If chosen <> "" Then RunJob "table", chosen
End Sub

' Reports that other people wrote are chosen; the program audits them and writes beside them.
Public Sub AuditReports()
    Dim chosen As String
    chosen = ChosenFiles(Word("reports"), Word("audit"))
    If chosen <> "" Then RunJob "audit", chosen
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
