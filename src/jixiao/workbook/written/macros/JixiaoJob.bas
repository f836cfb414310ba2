Attribute VB_Name = "JixiaoJob"
Option Explicit
' One job: a copy of the workbook as it stands, the program that reads it, the wait for its answer.
' The workbook itself is never saved or closed.

Private busy As Boolean

' `taken`: further words for the program. A parameter called files would be no text to LibreOffice.
Public Sub RunJob(ByVal action As String, ByVal taken As String)
    Dim trouble As String, job As String
    If busy Then Exit Sub
    If ThisWorkbook.Path = "" Then
        Tell Word("unsaved")
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
    trouble = Replace(Word("failed"), "{reason}", WithoutStop(Err.Description))
    Resume telling
telling:
    On Error Resume Next
    Tell Replace(trouble, "{log}", LogFile(job))
    GoTo finish
End Sub

' The sentence that ends the job.
Private Function Outcome(ByVal action As String, ByVal job As String, ByVal taken As String) As String
    Dim copied As String, refused As String
    If Program() = "" Then
        Outcome = Word("missing")
        Exit Function
    End If
    copied = job & Application.PathSeparator & ThisWorkbook.Name
    ThisWorkbook.SaveCopyAs copied
    refused = Refusal(action & " " & Quoted(copied) & " " & Quoted(job) & " " & Quoted(OwnPath()) & taken)
    If refused <> "" Then
        Outcome = Replace(Word("refused"), "{reason}", refused)
    ElseIf Waited(job) Then
        Outcome = TakenIn(AnswerOf(job))
    ElseIf IsThere(LogFile(job)) Then
        Outcome = Replace(Replace(Word("late"), "{seconds}", CStr(Limit())), "{log}", LogFile(job))
    Else
        Outcome = Replace(Replace(Word("silent"), "{seconds}", CStr(Limit())), "{job}", job)
    End If
End Function

' Starts the program without waiting for it, and returns what the machine says if it does not let us.
Private Function Refusal(ByVal arguments As String) As String
    Dim order As String, host As Object
    order = Quoted(Program()) & " button " & arguments
    On Error Resume Next
    Set host = CreateObject("WScript.Shell")
    On Error GoTo refused
    If host Is Nothing Then
        Shell order
    Else
        host.Run order, 0, False
    End If
    Exit Function
refused:
    Refusal = " (" & CStr(Err.Number) & ")"
    Refusal = WithoutStop(Err.Description) & Refusal
End Function

' Looks for the answer once a second and sleeps between: to turn in a loop would take a core from the program.
Private Function Waited(ByVal job As String) As Boolean
    Dim began As Date, passed As Long
    began = Now
    Do
        DoEvents
        Waited = IsThere(job & Application.PathSeparator & "answer.xlsx")
        If Not Waited Then Pause
        passed = CLng((Now - began) * 86400)
        ShowWorking passed
    Loop Until Waited Or passed >= Limit()
End Function

' Until the next second begins.
Private Sub Pause()
    On Error Resume Next ' a program without Wait looks more often
    Application.Wait Now + 1 / 86400
End Sub

' Seconds to wait. What stands in the sheet is bounded: nobody may be kept from Excel for hours.
Private Function Limit() As Long
    Dim said As Double
    said = Val(Word("limit"))
    If said < 1 Then said = 180
    If said > 600 Then said = 600
    Limit = CLng(said)
End Function

' Excel opens no two files of one name: the answer gets that of its job.
Private Function AnswerOf(ByVal job As String) As String
    Dim plain As String
    plain = job & Application.PathSeparator & "answer.xlsx"
    AnswerOf = job & Application.PathSeparator & "answer-" & Mid(job, InStrRev(job, Application.PathSeparator) + 1) & ".xlsx"
    On Error Resume Next
    Name plain As AnswerOf
    If Not IsThere(AnswerOf) Then AnswerOf = plain
End Function

Private Sub ShowWorking(ByVal seconds As Long)
    Application.StatusBar = Replace(Word("working"), "{seconds}", CStr(seconds))
End Sub
