@echo off
rem Runs pgstow where it is installed: bin\pgstow.cmd, with lib\pgstow beside bin.
setlocal
set "LIB=%~dp0..\lib\pgstow"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if exist "%LIB%\runtime\bin\java.exe" set "JAVA=%LIB%\runtime\bin\java"
"%JAVA%" -XX:+UseSerialGC -Dorg.jline.terminal.graphemeCluster=false %PGSTOW_JAVA_OPTS% -jar "%LIB%\pgstow.jar" %*
