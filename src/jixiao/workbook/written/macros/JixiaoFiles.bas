Attribute VB_Name = "JixiaoFiles"
Option Explicit
' Where things lie: the user's folder of jixiao, and in it a folder for every job.

Public Function OnWindows() As Boolean
    OnWindows = Environ("LOCALAPPDATA") <> ""
End Function

Public Function UserFolder() As String
    If OnWindows() Then
        UserFolder = Environ("LOCALAPPDATA") & "\jixiao"
    Else
        UserFolder = Environ("HOME") & "/.local/share/jixiao"
    End If
End Function

' The launcher in the user's folder, else jixiao on the PATH, never in the workbook's own folder; or nothing.
Public Function Program() As String
    Dim folder As Variant, place As String
    Program = UserFolder() & Application.PathSeparator & IIf(OnWindows(), "jixiao-excel.cmd", "jixiao-excel")
    If IsThere(Program) Then Exit Function
    For Each folder In Split(Environ("PATH"), IIf(OnWindows(), ";", ":"))
        place = folder & Application.PathSeparator & IIf(OnWindows(), "jixiao.exe", "jixiao")
        Program = place
        If InStr(folder, Application.PathSeparator) > 0 And IsThere(place) Then Exit Function
    Next
    Program = ""
End Function

' FullName is only the file's name in some programs. A workbook in a folder of OneDrive has an address on the
' net; the program knows where it lies on this machine.
Public Function OwnPath() As String
    OwnPath = ThisWorkbook.Path & IIf(IsOnline(), "/", Application.PathSeparator) & ThisWorkbook.Name
End Function

Public Function IsOnline() As Boolean
    IsOnline = InStr(ThisWorkbook.Path, "://") > 0
End Function

Public Function LogFile(ByVal job As String) As String
    LogFile = job & Application.PathSeparator & "log.txt"
End Function

Public Function IsThere(ByVal place As String) As Boolean
    On Error Resume Next ' a drive that is not connected
    IsThere = Dir(place) <> ""
End Function

Public Function Quoted(ByVal plain As String) As String
    Quoted = """" & plain & """"
End Function

' A new folder for one job, named by the time and a number.
Public Function NewFolder() As String
    Dim jobs As String, stamp As String, number As Long
    jobs = UserFolder() & Application.PathSeparator & "jobs"
    MakeFolder jobs
    stamp = Format(Now, "yyyymmdd") & "-" & Format(Hour(Now) * 10000& + Minute(Now) * 100 + Second(Now), "000000")
    Do
        number = number + 1
        NewFolder = jobs & Application.PathSeparator & stamp & "-" & CStr(number)
    Loop While Dir(NewFolder, vbDirectory) <> ""
    MkDir NewFolder
End Function

Private Sub MakeFolder(ByVal place As String)
    If Dir(place, vbDirectory) <> "" Then Exit Sub
    MakeFolder Left(place, InStrRev(place, Application.PathSeparator) - 1)
    MkDir place
End Sub
