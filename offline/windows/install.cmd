@echo off
rem ASCII only: cmd stumbles over other characters in a batch file. What people read lies in messages\.
chcp 65001 >nul
setlocal DisableDelayedExpansion
set "HERE=%~dp0"
set "PLACE=%LOCALAPPDATA%\jixiao"
set "VENV=%PLACE%\venv"
set "PROGRAM=%VENV%\Scripts\python.exe"
set "CHECK=import struct, sys; sys.exit(sys.version_info[:2] != (@COMMA@) or struct.calcsize('P') != 8 or 'WindowsApps' in sys.base_prefix)"

if exist "%HERE%python\python.exe" goto own_python
if not exist "%HERE%wheels\" goto not_unpacked
set PYTHON=py -@PYTHON@
%PYTHON% -c "%CHECK%" >nul 2>nul
if not errorlevel 1 goto found
set PYTHON=python
%PYTHON% -c "%CHECK%" >nul 2>nul
if not errorlevel 1 goto found
for %%P in ("%LOCALAPPDATA%\Programs\Python\Python@DIGITS@\python.exe" "%ProgramFiles%\Python@DIGITS@\python.exe") do if exist %%P set PYTHON=%%P
%PYTHON% -c "%CHECK%" >nul 2>nul
if not errorlevel 1 goto found
type "%HERE%messages\no-python.txt"
goto failed

:found
type "%HERE%messages\begin.txt"
echo "%VENV%"
%PYTHON% -m venv --clear "%VENV%"
if errorlevel 1 goto broken_off
"%PROGRAM%" -m pip --isolated install --quiet --disable-pip-version-check --no-index --find-links "%HERE%wheels" "jixiao[pdf]"
if errorlevel 1 goto broken_off
goto set_up

:own_python
set "PROGRAM=%PLACE%\python\python.exe"
type "%HERE%messages\begin.txt"
echo "%PLACE%\python"
rem What is in use cannot be moved: then nothing has changed.
if exist "%PLACE%\python-old\" rd /s /q "%PLACE%\python-old"
if exist "%PLACE%\python\" move "%PLACE%\python" "%PLACE%\python-old" >nul
if exist "%PLACE%\python\" goto broken_off
xcopy /e /i /q /y "%HERE%python" "%PLACE%\python" >nul
if errorlevel 1 goto broken_off
if exist "%PLACE%\python-old\" rd /s /q "%PLACE%\python-old"

:set_up
"%PROGRAM%" -P -X utf8 -m jixiao excel setup --send-to
if errorlevel 1 goto broken_off
"%PROGRAM%" -P -X utf8 -m jixiao excel doctor
type "%HERE%messages\done.txt"
pause
exit /b 0

:not_unpacked
rem Started inside the zip: the messages are not there either.
echo Please unpack the whole zip first, then start install.cmd from its folder.
goto failed

:broken_off
type "%HERE%messages\broken-off.txt"

:failed
pause
exit /b 1
