@echo off
rem Starts Identity Explorer: builds it if nothing is built yet, and finds a JDK.
rem   EXPLORER_JAVA_OPTS   more options for the Java VM
setlocal EnableExtensions DisableDelayedExpansion
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%target\identity-explorer.jar"

set "JAVA=java.exe"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
set "VERSION="
for /f tokens^=2^ delims^=^" %%v in ('""%JAVA%" -version 2>&1"') do if not defined VERSION set "VERSION=%%v"
for /f "tokens=1 delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if not defined VERSION set "MAJOR=0"
if %MAJOR% LSS 17 (
  echo explorer: no JDK of version 17 or later was found; install one and set JAVA_HOME. 1>&2
  exit /b 1
)

if not exist "%JAR%" (
  echo explorer: building ^(the first time^) 1>&2
  pushd "%HOME_DIR%"
  call mvn -q -B -ntp -Dmaven.test.skip=true -Dcyclonedx.skip=true -Dlicense.skipAddThirdParty=true package 1>&2
  popd
)
if not exist "%JAR%" (
  echo explorer: the build failed; Maven and a JDK of version 17 or later are needed. 1>&2
  exit /b 1
)

set "OPTS=-XX:+UseSerialGC -XX:-UsePerfData -Dfile.encoding=UTF-8"
if %MAJOR% GEQ 24 set "OPTS=%OPTS% --sun-misc-unsafe-memory-access=allow"
if %MAJOR% GEQ 19 set "OPTS=%OPTS% -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"
"%JAVA%" %OPTS% %EXPLORER_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
