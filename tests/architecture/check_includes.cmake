# SPDX-License-Identifier: Apache-2.0
# Holds the rooms: who may include whom, which room owns which library, nothing of the call in code.
#   cmake -D SOURCE_DIR=. -P tests/architecture/check_includes.cmake
cmake_policy(SET CMP0057 NEW)
get_filename_component(SOURCE_DIR "${SOURCE_DIR}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_BINARY_DIR}")

# The rooms of model/ in order: each may use those before it.
set(rooms base call reference dossier workspace pdf print signature exchange recommendation review procedure)

# The rooms of ui/ in order: each may use those before it, and any of model/.
set(windows style desk pdf print reading form sending finalise applicant recommender shell)

# include pattern -> the only rooms that may use it
set(owned
  "^(pango/|cairo|fontconfig/|hb|ft2build|freetype|qrencode)" "model/print"
  "^(qpdf/|tiffio|webp/|libheif/|lcms2)" "model/pdf"
  "^openssl/"             "model/base|model/signature"
  "^p11-kit/"             "model/signature"
  "^qt6keychain/"         "model/signature"
  "^ZXing/"               "model/exchange"
  "^(zip|xlsxwriter)"     "model/exchange"
  "^(lemon/|Eigen/)"      "model/review"
  "^(nlohmann/|valijson/)" "model/call"
  "^(QtSql/|QSql)"        "model/workspace"
  "^(QtPdf/|QPdf)"        "model/pdf|ui/pdf")
set(banned "^(QtWidgets/|QtPrintSupport/|QWidget|QDialog|QMessageBox|QApplication$|QPrinter|QSettings|QtQuick|poppler|mupdf)")

set(problems "")
macro(problem text)
  list(APPEND problems "${text}")
endmacro()

# Whether `used` stands after `room` in the list of rooms.
function(comes_after result room used)
  list(FIND ARGN "${room}" here)
  list(FIND ARGN "${used}" there)
  if(there GREATER here)
    set(${result} TRUE PARENT_SCOPE)
  else()
    set(${result} FALSE PARENT_SCOPE)
  endif()
endfunction()

function(check_project_include file room header)
  set(later FALSE)
  if(file MATCHES "^model/" AND header MATCHES "^model/([a-z]+)/")
    comes_after(later "${room}" "${CMAKE_MATCH_1}" ${rooms})
  elseif(file MATCHES "^ui/" AND header MATCHES "^ui/([a-z]+)/")
    comes_after(later "${room}" "${CMAKE_MATCH_1}" ${windows})
  elseif(file MATCHES "^model/" AND header MATCHES "^(app|ui)/")
    problem("${file}: model may not use ${header}")
  elseif(file MATCHES "^ui/" AND header MATCHES "^app/")
    problem("${file}: ui may not use ${header}")
  elseif(header MATCHES "^tests/")
    problem("${file}: the product may not use the tests")
  endif()
  if(later)
    problem("${file}: ${room} may not use ${header}: that room comes after it")
  endif()
  set(problems "${problems}" PARENT_SCOPE)
endfunction()

function(check_foreign_include file room header)
  if(header MATCHES "${banned}" AND NOT file MATCHES "^(ui/|app/juanzong.cpp)")
    problem("${file}: ${header} belongs to the windows, not here")
  endif()
  list(LENGTH owned count)
  math(EXPR last "${count} - 1")
  foreach(i RANGE 0 ${last} 2)
    math(EXPR j "${i} + 1")
    list(GET owned ${i} pattern)
    list(GET owned ${j} owner)
    if(header MATCHES "${pattern}" AND NOT file MATCHES "^(${owner})/")
      problem("${file}: ${header} may be included by ${owner} alone")
    endif()
  endforeach()
  set(problems "${problems}" PARENT_SCOPE)
endfunction()

file(GLOB_RECURSE files RELATIVE "${SOURCE_DIR}"
  "${SOURCE_DIR}/model/*.h" "${SOURCE_DIR}/model/*.cpp" "${SOURCE_DIR}/app/*.h" "${SOURCE_DIR}/app/*.cpp"
  "${SOURCE_DIR}/ui/*.h" "${SOURCE_DIR}/ui/*.cpp")
foreach(file IN LISTS files)
  set(room app)
  if(file MATCHES "^model/([a-z]+)/")
    set(room "${CMAKE_MATCH_1}")
    if(NOT room IN_LIST rooms)
      problem("${file}: no room is called ${room}")
    endif()
  elseif(file MATCHES "^ui/([a-z]+)/")
    set(room "${CMAKE_MATCH_1}")
    if(NOT room IN_LIST windows)
      problem("${file}: no room is called ${room}")
    endif()
  endif()
  file(STRINGS "${SOURCE_DIR}/${file}" includes REGEX "^#[ ]*include")
  foreach(line IN LISTS includes)
    if(line MATCHES "[<\"]([^>\"]+)[>\"]")
      set(header "${CMAKE_MATCH_1}")
      check_project_include("${file}" "${room}" "${header}")
      check_foreign_include("${file}" "${room}" "${header}")
    endif()
  endforeach()
  # What systems do differently has one place.
  if(NOT file MATCHES "^model/base/platform_")
    file(STRINGS "${SOURCE_DIR}/${file}" platform REGEX
      "Q_OS_|_WIN32|__linux__|__APPLE__|<(unistd|windows|fcntl|termios|conio)\\.h>|<sys/")
    foreach(line IN LISTS platform)
      problem("${file}: only model/base/platform_*.cpp may know the system: ${line}")
    endforeach()
  endif()
  # The call is data: its name, its bases, its fields are words of the pack, not of the program.
  file(STRINGS "${SOURCE_DIR}/${file}" words ENCODING UTF-8 REGEX
    "科创中国|创新基地|依托单位|kczg|300 ?字|2022|org_name|org_intro|base_name|uscc_scan|work_base|省级科协|全国学会")
  foreach(line IN LISTS words)
    problem("${file}: a word of the call stands in code: ${line}")
  endforeach()
  file(STRINGS "${SOURCE_DIR}/${file}" first LIMIT_COUNT 1)
  if(NOT first MATCHES "SPDX-License-Identifier: Apache-2.0")
    problem("${file}: the SPDX line is missing")
  endif()
  if(file MATCHES "^(model|ui)/(.*)$" AND file MATCHES "\\.h$")
    file(READ "${SOURCE_DIR}/${file}" text)
    if(NOT text MATCHES "#pragma once")
      problem("${file}: #pragma once is missing")
    endif()
  endif()
endforeach()

list(LENGTH problems count)
if(count)
  list(JOIN problems "\n  " text)
  message(FATAL_ERROR "${count} breaches of the architecture:\n  ${text}")
endif()
list(LENGTH files count)
message(STATUS "${count} files keep to their rooms")
