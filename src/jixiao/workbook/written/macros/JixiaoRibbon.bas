Attribute VB_Name = "JixiaoRibbon"
Option Explicit
' The same for the buttons of the ribbon. As Object: not every program knows the type of a ribbon's control.

Public Sub OnAuditReports(ByVal control As Object)
    JixiaoButtons.AuditReports
End Sub

Public Sub OnCheckBook(ByVal control As Object)
    JixiaoButtons.CheckBook
End Sub

Public Sub OnMakeReport(ByVal control As Object)
    JixiaoButtons.MakeReport
End Sub

Public Sub OnOpenReport(ByVal control As Object)
    JixiaoButtons.OpenReport
End Sub

Public Sub OnReadTable(ByVal control As Object)
    JixiaoButtons.ReadTable
End Sub

Public Sub OnShowHelp(ByVal control As Object)
    JixiaoButtons.ShowHelp
End Sub

Public Sub OnTakeFiles(ByVal control As Object)
    JixiaoButtons.TakeFiles
End Sub
