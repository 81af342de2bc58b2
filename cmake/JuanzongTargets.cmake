# SPDX-License-Identifier: Apache-2.0
# The three kinds of target there are: the flags all share, a room of the product, a test of a room.

add_library(juanzong_flags INTERFACE)
target_compile_options(juanzong_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
  $<$<BOOL:${JUANZONG_WERROR}>:-Werror>
  # Pango brings it to its users; what shares a precompiled header has the same flags.
  $<$<PLATFORM_ID:Linux>:-pthread>
  # GCC 12 sees uninitialised members in std::regex and std::function once they are instrumented.
  $<$<BOOL:${JUANZONG_SANITIZE}>:-fsanitize=address,undefined -fno-sanitize-recover=undefined
    -fno-omit-frame-pointer>
  $<$<AND:$<BOOL:${JUANZONG_SANITIZE}>,$<CXX_COMPILER_ID:GNU>>:-Wno-maybe-uninitialized>)
target_compile_options(juanzong_flags INTERFACE $<$<BOOL:${JUANZONG_FUZZ}>:-fsanitize=fuzzer-no-link>)
target_link_options(juanzong_flags INTERFACE
  $<$<BOOL:${JUANZONG_SANITIZE}>:-fsanitize=address,undefined>)
target_compile_definitions(juanzong_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_KEYWORDS QT_NO_FOREACH QT_USE_QSTRINGBUILDER
  JUANZONG_VERSION="${PROJECT_VERSION}")
target_include_directories(juanzong_flags INTERFACE "${CMAKE_SOURCE_DIR}")

# juanzong_precompile(TARGET HOST HEADERS …)
# One precompiled header for all targets of a kind: that of HOST, the first of them to be built.
function(juanzong_precompile target host)
  if(target STREQUAL host)
    target_precompile_headers(${target} PRIVATE ${ARGN})
  else()
    target_precompile_headers(${target} REUSE_FROM ${host})
  endif()
endfunction()

# juanzong_room(NAME SOURCES … [USES …] [PRIVATE …])
# A static library jz_NAME built from model/NAME. USES: rooms above it in the order of the rooms and
# Qt modules that show in its headers. PRIVATE: the foreign libraries that this room alone owns.
function(juanzong_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;USES;PRIVATE" ${ARGN})
  add_library(jz_${name} STATIC ${ROOM_SOURCES})
  target_link_libraries(jz_${name} PUBLIC Qt6::Core ${ROOM_USES} PRIVATE juanzong_flags ${ROOM_PRIVATE})
  juanzong_precompile(jz_${name} jz_base
    <QtCore/QByteArray> <QtCore/QFile> <QtCore/QJsonArray> <QtCore/QJsonObject> <QtCore/QList>
    <QtCore/QString> <QtCore/QStringList> <algorithm> <memory> <optional> <string> <vector>)
endfunction()

# juanzong_test(NAME SOURCES … USES …)
# A Boost.Test program test_NAME that CTest runs once, whole. Its sources see tests/support.
function(juanzong_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;USES" ${ARGN})
  add_executable(test_${name} ${TEST_SOURCES})
  # What is used comes first: jz_window_test_support has a main function of its own.
  target_link_libraries(test_${name} PRIVATE juanzong_flags ${TEST_USES} jz_test_support)
  juanzong_precompile(test_${name} test_base "${CMAKE_SOURCE_DIR}/tests/support/boost_test.h")
  add_test(NAME ${name} COMMAND test_${name} --log_level=test_suite --report_level=short)
  set_tests_properties(${name} PROPERTIES TIMEOUT 1200
    ENVIRONMENT "DBUS_SESSION_BUS_ADDRESS=disabled:;LSAN_OPTIONS=print_suppressions=0:suppressions=${CMAKE_SOURCE_DIR}/tests/support/leaks.supp")
endfunction()
