Attribute VB_Name = "JixiaoSheets"
Option Explicit
' Putting results into a protected, filtered sheet, and leaving its protection, filter and looks as they were.

Public Function Unlocked(ByVal sheet As Object) As Variant
    Dim kept As Variant
    If Not sheet.ProtectContents Then Exit Function
    kept = Array(True, True, True, False, False, True, True, False, False, False, False, False, False, True, False)
    On Error Resume Next
    With sheet.Protection
        kept = Array(sheet.ProtectDrawingObjects, True, sheet.ProtectScenarios, False, _
            .AllowFormattingCells, .AllowFormattingColumns, .AllowFormattingRows, .AllowInsertingColumns, _
            .AllowInsertingRows, .AllowInsertingHyperlinks, .AllowDeletingColumns, .AllowDeletingRows, _
            .AllowSorting, .AllowFiltering, .AllowUsingPivotTables)
    End With
    sheet.Unprotect ""
    On Error GoTo 0
    If sheet.ProtectContents Then Err.Raise 515, "jixiao", Replace(Word("locked"), "{sheet}", sheet.Name)
    Unlocked = kept
End Function

Public Sub Relock(ByVal sheet As Object, ByVal kept As Variant)
    If IsEmpty(kept) Then Exit Sub
    On Error Resume Next
    sheet.Protect "", kept(0), kept(1), kept(2), kept(3), kept(4), kept(5), kept(6), kept(7), kept(8), _
        kept(9), kept(10), kept(11), kept(12), kept(13), kept(14)
    If Not sheet.ProtectContents Then sheet.Protect
End Sub

' Shows all rows, for Excel puts a block only into rows that are shown; returns what the filter was.
Public Function Unfiltered(ByVal sheet As Object) As Variant
    Dim kept() As Variant, i As Long
    On Error Resume Next
    If Not sheet.FilterMode Then Exit Function
    ReDim kept(1 To sheet.AutoFilter.Filters.Count)
    For i = 1 To UBound(kept)
        If sheet.AutoFilter.Filters(i).On Then kept(i) = Criteria(sheet.AutoFilter.Filters(i))
    Next
    sheet.ShowAllData
    Unfiltered = kept
End Function

' What a column is filtered by: Criteria1, Operator, Criteria2, of which Excel refuses those that there are not.
' Three or more ticked values are a list, a colour is that of an object.
Private Function Criteria(ByVal filter As Object) As Variant
    Dim first As Variant, second As Variant, operator As Long
    On Error Resume Next
    operator = filter.Operator
    first = filter.Criteria1
    If operator = 8 Or operator = 9 Then first = filter.Criteria1.Color ' of the cell, of its font
    If operator >= 3 And operator <= 6 Then operator = 0 ' the first ten: read back as >= the tenth
    second = filter.Criteria2
    If IsArray(first) Then first = WithoutSign(first)
    Criteria = Array(first, operator, second)
End Function

' Ticked values read back as =value, and are set without the sign; = alone stands for blank cells.
Private Function WithoutSign(ByVal ticked As Variant) As Variant
    Dim i As Long
    For i = LBound(ticked) To UBound(ticked)
        If Len(ticked(i)) > 1 And Left(ticked(i), 1) = "=" Then ticked(i) = Mid(ticked(i), 2)
    Next
    WithoutSign = ticked
End Function

Public Sub Refilter(ByVal sheet As Object, ByVal kept As Variant)
    Dim i As Long
    If IsEmpty(kept) Then Exit Sub
    On Error Resume Next
    For i = LBound(kept) To UBound(kept)
        If Not IsEmpty(kept(i)) Then
            If kept(i)(1) = 0 Then
                sheet.AutoFilter.Range.AutoFilter i, kept(i)(0)
            ElseIf IsEmpty(kept(i)(2)) Then
                sheet.AutoFilter.Range.AutoFilter i, kept(i)(0), kept(i)(1)
            ElseIf IsEmpty(kept(i)(0)) Then ' dates, ticked by month or year
                sheet.AutoFilter.Range.AutoFilter Field:=i, Operator:=kept(i)(1), Criteria2:=kept(i)(2)
            Else
                sheet.AutoFilter.Range.AutoFilter i, kept(i)(0), kept(i)(1), kept(i)(2)
            End If
        End If
    Next
End Sub

' A print area that people have set stays: the name beside it tells what ours was. LibreOffice has no such names.
Public Sub PrintOnly(ByVal sheetName As String, ByVal area As String)
    Dim known As Object, present As Object
    On Error GoTo kept
    Set known = ThisWorkbook.Worksheets(sheetName).Names("JixiaoPrintArea")
    Set present = ThisWorkbook.Worksheets(sheetName).Names("Print_Area")
    If Replace(known.RefersTo, "'", "") <> Replace(present.RefersTo, "'", "") Then Exit Sub
    present.RefersTo = "='" & Replace(sheetName, "'", "''") & "'!" & area
    known.RefersTo = present.RefersTo
kept:
End Sub

' Hyperlinks go too, but not the looks of their cells.
Public Sub Emptied(ByVal area As Object)
    area.ClearContents
    On Error Resume Next
    area.ClearHyperlinks
End Sub

' Rows that no run has filled yet get the looks of the emptied first one, and its cells to type in.
Public Sub Dress(ByVal model As Object, ByVal last As Long)
    Dim used As Object, below As Long
    Set used = model.Worksheet.UsedRange
    For below = used.Row + used.Rows.Count - model.Row To last - model.Row
        model.Copy model.Offset(below, 0)
    Next
End Sub

' In one go, but around formulas, which work out their value themselves.
Public Sub CopyValues(ByVal source As Object, ByVal target As Object)
    Dim content As Variant, i As Long, j As Long
    If target.Count = 1 Or HasFormulas(target) Then
        CopyEach source, target
        Exit Sub
    End If
    content = source.Value
    For i = LBound(content, 1) To UBound(content, 1)
        For j = LBound(content, 2) To UBound(content, 2)
            content(i, j) = Literal(content(i, j))
        Next
    Next
    target.Value = content
End Sub

Private Sub CopyEach(ByVal source As Object, ByVal target As Object)
    Dim i As Long, j As Long
    For i = 1 To target.Rows.Count
        For j = 1 To target.Columns.Count
            If Not target.Cells(i, j).HasFormula Then target.Cells(i, j).Value = Literal(source.Cells(i, j).Value)
        Next
    Next
End Sub

' HasFormula is Null where only some cells have one.
Private Function HasFormulas(ByVal area As Object) As Boolean
    If IsNull(area.HasFormula) Then
        HasFormulas = True
    Else
        HasFormulas = area.HasFormula
    End If
End Function

' A text is marked as one, whatever it looks like: Excel takes 106.96% for a number, 12/12 for a date,
' and which texts it takes for one no function of VBA tells.
Public Function Literal(ByVal content As Variant) As Variant
    Literal = content
    If VarType(content) <> vbString Then Exit Function
    Literal = IIf(content = "", Empty, "'" & content)
End Function

' Leads a cell to a place of the workbook and keeps the cell's font, which Excel would replace.
Public Sub AddLink(ByVal sheet As Object, ByVal cell As Object, ByVal place As String)
    Dim face As Variant, size As Variant, colour As Variant, underlined As Variant
    On Error Resume Next ' a program that knows no such links shows the place as text
    face = cell.Font.Name
    size = cell.Font.Size
    colour = cell.Font.Color
    underlined = cell.Font.Underline
    sheet.Hyperlinks.Add cell, "", place
    cell.Font.Name = face
    cell.Font.Size = size
    cell.Font.Color = colour
    cell.Font.Underline = underlined
End Sub
