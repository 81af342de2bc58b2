# SPDX-License-Identifier: Apache-2.0
# juanzong_qpdf: libqpdf as pkg-config knows it. A program with the property JUANZONG_QPDF_INSIDE has it linked in instead, where
# the system has the archive: Debian's library takes ciphers from GnuTLS, and loading that with all it needs takes as
# long as verifying a paper. Such a program brings the ciphers along (jz_qpdf_ciphers).
add_library(juanzong_qpdf INTERFACE)
find_library(QPDF_ARCHIVE NAMES libqpdf.a)
find_library(JPEG_LIBRARY NAMES jpeg)
if(QPDF_ARCHIVE AND JPEG_LIBRARY AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
  set(JUANZONG_QPDF_ARCHIVE ON)
  target_include_directories(juanzong_qpdf SYSTEM INTERFACE ${QPDF_INCLUDE_DIRS})
  target_link_libraries(juanzong_qpdf INTERFACE
    "$<IF:$<BOOL:$<TARGET_PROPERTY:JUANZONG_QPDF_INSIDE>>,${QPDF_ARCHIVE};z;${JPEG_LIBRARY},PkgConfig::QPDF>")
else()
  target_link_libraries(juanzong_qpdf INTERFACE PkgConfig::QPDF)
endif()
