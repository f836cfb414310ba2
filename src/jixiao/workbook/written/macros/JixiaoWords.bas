Attribute VB_Name = "JixiaoWords"
Option Explicit
' The words that the macros speak, from a hidden sheet: VBA source cannot hold Chinese safely.

Public Function Named(ByVal label As String) As Object
    Set Named = ThisWorkbook.Names(label).RefersToRange
End Function

Public Function Word(ByVal key As String) As String
    Dim table As Variant, i As Long
    table = Named("JixiaoWords").Value
    For i = LBound(table, 1) To UBound(table, 1)
        If table(i, LBound(table, 2)) = key Then
            Word = CStr(table(i, LBound(table, 2) + 1))
            Exit Function
        End If
    Next
End Function

' Is this one of the sheets that the program may fill?
Public Function IsResult(ByVal sheetName As String) As Boolean
    Dim table As Variant, i As Long
    table = Named("JixiaoWords").Value
    For i = LBound(table, 1) To UBound(table, 1)
        If table(i, LBound(table, 2)) = "result" Then
            If SheetOf(table(i, LBound(table, 2) + 1)) = sheetName Then IsResult = True
        End If
    Next
End Function

Private Function SheetOf(ByVal label As String) As String
    On Error Resume Next
    SheetOf = Named(label).Worksheet.Name
End Function

' Says one sentence: it stays on the first sheet, and a message box shows it wherever the person is.
Public Sub Tell(ByVal sentence As String)
    Keep "JixiaoSaid", sentence
    If Word("box") <> "" Then MsgBox IIf(CanShow(sentence), sentence, Word("in_cell")), vbInformation, Word("title")
End Sub

' A message box has only the characters of the machine's code page; the others become question marks.
Private Function CanShow(ByVal sentence As String) As Boolean
    CanShow = True
    If Not OnWindows() Then Exit Function
    On Error Resume Next
    CanShow = (StrConv(StrConv(sentence, vbFromUnicode), vbUnicode) = sentence)
End Function

' As part of a sentence: Excel ends what it says with a full stop, the machine with a line end.
Public Function WithoutStop(ByVal said As String) As String
    WithoutStop = Trim(Replace(Replace(said, vbCr, ""), vbLf, " "))
    Do While WithoutStop <> "" And InStr(Word("stops"), Right(WithoutStop, 1)) > 0
        WithoutStop = Left(WithoutStop, Len(WithoutStop) - 1)
    Loop
End Function

' Keeps a text in a cell of the hidden sheet.
Public Sub Keep(ByVal label As String, ByVal kept As String)
    Dim guard As Variant, sheet As Object
    Set sheet = Named(label).Worksheet
    guard = Unlocked(sheet)
    Named(label).Value = Literal(kept)
    Relock sheet, guard
End Sub
