Attribute VB_Name = "JixiaoJob"
Option Explicit
' One job: a copy of the workbook as it stands, the program that reads it, the wait for its answer.
' The workbook itself is never saved or closed.

Private busy As Boolean

' `taken`: further words for the program. A parameter called files would be no text to LibreOffice.
Public Sub RunJob(ByVal action As String, ByVal taken As String)
    Dim trouble As String, job As String
    If busy Then Exit Sub
    trouble = NotReady()
    If trouble <> "" Then
        Tell trouble
        Exit Sub
    End If
    busy = True
    On Error GoTo failed
    job = NewFolder()
    ShowWorking 0
    Tell Outcome(action, job, taken)
finish:
    Application.StatusBar = False
    busy = False
    Exit Sub
failed:
    trouble = Replace(Word("failed"), "{reason}", Err.Description)
    Resume telling
telling:
    On Error Resume Next
    Tell Replace(trouble, "{log}", LogFile(job))
    GoTo finish
End Sub

Private Function NotReady() As String
    If ThisWorkbook.Path = "" Then
        NotReady = Word("unsaved")
    ElseIf InStr(ThisWorkbook.Path, "://") > 0 Then
        NotReady = Word("online")
    End If
End Function

' The sentence that ends the job.
Private Function Outcome(ByVal action As String, ByVal job As String, ByVal taken As String) As String
    Dim copied As String
    copied = job & Application.PathSeparator & ThisWorkbook.Name
    ThisWorkbook.SaveCopyAs copied
    If Not Launched(action & " " & Quoted(copied) & " " & Quoted(job) & " " & Quoted(OwnPath()) & taken) Then
        Outcome = Word("missing")
    ElseIf Waited(job) Then
        Outcome = TakenIn(job & Application.PathSeparator & "answer.xlsx")
    ElseIf IsThere(LogFile(job)) Then
        Outcome = Replace(Replace(Word("late"), "{seconds}", Word("limit")), "{log}", LogFile(job))
    Else
        Outcome = Replace(Replace(Word("silent"), "{seconds}", Word("limit")), "{job}", job)
    End If
End Function

' Starts the program without waiting for it; False if there is none.
Private Function Launched(ByVal arguments As String) As Boolean
    Dim order As String, host As Object
    If Program() = "" Then Exit Function
    order = Quoted(Program()) & " button " & arguments
    On Error Resume Next
    Set host = CreateObject("WScript.Shell")
    On Error GoTo missing
    If host Is Nothing Then
        Shell order
    Else
        host.Run order, 0, False
    End If
    Launched = True
missing:
End Function

' Looks for the answer a few times a second: each look disturbs the program that is writing it.
Private Function Waited(ByVal job As String) As Boolean
    Dim began As Date, looked As Double, shown As Long, passed As Long, limit As Long
    limit = CLng(Word("limit"))
    began = Now
    Do
        DoEvents
        If Abs(Timer - looked) >= 0.2 Then ' also at midnight, when Timer starts again at 0
            looked = Timer
            Waited = IsThere(job & Application.PathSeparator & "answer.xlsx")
            passed = CLng((Now - began) * 86400)
            If passed > shown Then ShowWorking passed
            shown = passed
        End If
    Loop Until Waited Or passed >= limit
End Function

Private Sub ShowWorking(ByVal seconds As Long)
    Application.StatusBar = Replace(Word("working"), "{seconds}", CStr(seconds))
End Sub
