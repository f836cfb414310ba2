Attribute VB_Name = "JixiaoButtons"
Option Explicit
' What the button of the reviewer's workbook does: a folder is chosen, the program reviews the workbooks in it.

Public Sub ReviewFolder()
    Dim folder As String
    folder = ChosenFolder()
    If folder <> "" Then RunJob "review", " " & Quoted(WithoutEnd(folder))
End Sub

' What is typed into the sheet is not asked for again.
Private Function ChosenFolder() As String
    Dim asked As Object
    ChosenFolder = CStr(Named(Word("folder_cell")).Value)
    If ChosenFolder <> "" Then Exit Function
    On Error GoTo failed
    Set asked = Application.FileDialog(4) ' msoFileDialogFolderPicker
    asked.Title = Word("pick_folder")
    If asked.Show = -1 Then ChosenFolder = CStr(asked.SelectedItems(1))
    Exit Function
failed:
    Tell Word("no_folder")
End Function

' A backslash before the closing quote would be read as part of it: of a drive, D:\ becomes D:\.
Private Function WithoutEnd(ByVal folder As String) As String
    WithoutEnd = folder
    If Right(folder, 1) = Application.PathSeparator Then WithoutEnd = folder & "."
End Function
