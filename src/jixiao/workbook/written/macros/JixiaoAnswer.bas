Attribute VB_Name = "JixiaoAnswer"
Option Explicit
' The program's answer, a workbook -> the result sheets of this workbook. Of other sheets, only what is printed of them.

' Takes the answer in and returns its sentence.
Public Function TakenIn(ByVal place As String) As String
    Dim answer As Object, trouble As String
    Application.ScreenUpdating = False
    On Error GoTo failed
    Set answer = Workbooks.Open(place, 0, True)
    TakenIn = Taken(answer)
    answer.Close False
    Application.ScreenUpdating = True
    Exit Function
failed:
    trouble = Err.Description
    Resume closing
closing:
    On Error Resume Next
    answer.Close False
    Application.ScreenUpdating = True
    On Error GoTo 0
    Err.Raise 513, "jixiao", trouble
End Function

' Column A of the sheet "answer": sentence, file name of the report, sheet and cell of the first finding,
' and whether there are results. Row by row, the sheet "steps" says what goes where; "read" has the explanations
' that the program knows, as they were typed.
Private Function Taken(ByVal answer As Object) As String
    Dim said As Variant, sheet As Object
    said = answer.Worksheets("answer").Range("A1:A5").Value
    Taken = CStr(said(1, 1))
    If CStr(said(5, 1)) = "" Then Exit Function
    If TypedSince(answer) Then
        Taken = Word("typed")
        Exit Function
    End If
    For Each sheet In ThisWorkbook.Worksheets
        If IsResult(sheet.Name) Then Fill sheet, answer
    Next
    SetPrintAreas answer.Worksheets("steps")
    If CStr(said(2, 1)) <> "" Then Keep "JixiaoReport", CStr(said(2, 1))
    ThisWorkbook.Activate
    If CStr(said(3, 1)) <> "" Then GoToCell CStr(said(3, 1)), CStr(said(4, 1))
End Function

Private Sub SetPrintAreas(ByVal steps As Object)
    Dim i As Long
    For i = 1 To steps.UsedRange.Rows.Count
        If steps.Cells(i, 1).Value = "print" Then PrintOnly CStr(steps.Cells(i, 2).Value), CStr(steps.Cells(i, 3).Value)
    Next
End Sub

Private Sub GoToCell(ByVal sheetName As String, ByVal cell As String)
    On Error Resume Next
    ThisWorkbook.Worksheets(sheetName).Activate
    ThisWorkbook.Worksheets(sheetName).Range(cell).Select
End Sub

' Has somebody typed an explanation that the program has not read? It would be lost.
Private Function TypedSince(ByVal answer As Object) As Boolean
    Dim column As Object, typed As Variant, known As String, i As Long
    On Error Resume Next ' the sheet may be gone
    Set column = Named(Word("typed_in"))
    On Error GoTo 0
    If column Is Nothing Then Exit Function
    typed = Stored(column)
    known = Lines(Stored(answer.Worksheets("read").Range("A1:A" & column.Rows.Count)))
    For i = LBound(typed, 1) To UBound(typed, 1)
        If InStr(known, vbLf & Bare(typed(i, 1)) & vbLf) = 0 Then TypedSince = True
    Next
End Function

' What the file has: a date is its number. LibreOffice has no Value2, but gives the number as Value.
Private Function Stored(ByVal area As Object) As Variant
    Dim content As Variant
    On Error Resume Next
    content = area.Value2
    If Not IsArray(content) Then content = area.Value
    Stored = content
End Function

' All texts, each between line feeds, and an empty one. A text of digits also as the number that it may
' have been: the file has more digits of a number than the macro.
Private Function Lines(ByVal known As Variant) As String
    Dim i As Long
    Lines = vbLf & vbLf
    For i = LBound(known, 1) To UBound(known, 1)
        If Bare(known(i, 1)) <> "" Then Lines = Lines & Bare(known(i, 1)) & vbLf
        If VarType(known(i, 1)) = vbString And IsNumeric(known(i, 1)) Then Lines = Lines & Bare(Val(known(i, 1))) & vbLf
    Next
End Function

' A text for comparing: without white space and control characters, TRUE as in the file.
Private Function Bare(ByVal content As Variant) As String
    Dim plain As String, blanks As String, code As Long, i As Long
    If IsError(content) Then Exit Function
    plain = UCase(CStr(content))
    If plain = "" Then Exit Function
    blanks = Word("blanks")
    For i = 1 To Len(plain)
        code = AscW(Mid(plain, i, 1)) ' negative for the upper half of all characters
        If (code < 0 Or code > 31) And InStr(blanks, Mid(plain, i, 1)) = 0 Then Bare = Bare & Mid(plain, i, 1)
    Next
End Function

Private Sub Fill(ByVal sheet As Object, ByVal answer As Object)
    Dim steps As Variant, i As Long, guard As Variant, filter As Variant, trouble As String
    steps = answer.Worksheets("steps").Range("A1:D" & answer.Worksheets("steps").UsedRange.Rows.Count).Value
    guard = Unlocked(sheet)
    On Error GoTo failed
    filter = Unfiltered(sheet)
    For i = LBound(steps, 1) To UBound(steps, 1)
        If steps(i, 2) = sheet.Name Then Apply sheet, answer.Worksheets(sheet.Name), steps(i, 1), steps(i, 3), steps(i, 4)
    Next
    Refilter sheet, filter
    Relock sheet, guard
    Exit Sub
failed:
    trouble = Err.Description
    Resume closing
closing:
    On Error GoTo 0
    Refilter sheet, filter
    Relock sheet, guard
    Err.Raise 514, "jixiao", trouble
End Sub

Private Sub Apply(ByVal sheet As Object, ByVal source As Object, ByVal what As String, ByVal place As String, ByVal detail As Variant)
    Select Case what
    Case "clear"
        Emptied sheet.Range(place)
    Case "looks"
        Dress sheet.Range(place), CLng(detail)
    Case "values"
        CopyValues source.Range(place), sheet.Range(place)
    Case "height"
        sheet.Range(place).RowHeight = CDbl(detail)
    Case "link"
        AddLink sheet, sheet.Range(place), CStr(detail)
    End Select
End Sub
