@echo off
rem Builds pgstow when there is no build, then runs it.
setlocal
set "HOME_DIR=%~dp0"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if not exist "%HOME_DIR%target\pgstow.jar" (
  echo building... 1>&2
  pushd "%HOME_DIR%"
  call mvn -q -B -Plauncher package 1>&2
  if errorlevel 1 exit /b 1
  popd
)
"%JAVA%" -XX:+UseSerialGC -Dorg.jline.terminal.graphemeCluster=false %PGSTOW_JAVA_OPTS% -jar "%HOME_DIR%target\pgstow.jar" %*
