# SPDX-License-Identifier: Apache-2.0
# What is installed where, and the packages made of it: `cmake --build --preset release && cpack --preset deb`.
#   Linux    .deb (DEB): programs in lib/juanzong, two names in bin, desktop entry, MIME type, icons, AppStream, manual pages
#            .tar.gz (TGZ): the same; runs from wherever it is unpacked (bin/juanzong), with the libraries of the system
#   Windows  NSIS installer for one user, without administrator rights; Qt's files come by its own deployment tool
#   macOS    DMG with the application bundle
# Tried: the two for Linux (installer/test_package.sh). The others were written from the manuals and never run.

set(app_id io.github.juanzong.juanzong)
set(linux_files "${CMAKE_SOURCE_DIR}/installer/linux")
set(programs juanzong juanzong-cli juanzong-cli-papers juanzong-page-codes juanzong-paper-check)

# --- icons: SVG is the source, sizes are drawn -----------------------------------------------------
add_executable(draw_icons "${CMAKE_SOURCE_DIR}/installer/draw_icons.cpp")
target_link_libraries(draw_icons PRIVATE juanzong_flags Qt6::Svg)
set(icon_outputs)
# juanzong_icon(SVG FOLDER EXTRA…): FOLDER/16.png … FOLDER/256.png and the EXTRA files
function(juanzong_icon svg folder)
  set(outputs ${ARGN})
  foreach(size 16 24 32 48 64 128 256)
    list(APPEND outputs "${folder}/${size}.png")
  endforeach()
  add_custom_command(OUTPUT ${outputs} COMMAND draw_icons "${svg}" ${outputs} DEPENDS draw_icons "${svg}" VERBATIM
    COMMENT "Drawing icons of ${svg}")
  set(icon_outputs ${icon_outputs} ${outputs} PARENT_SCOPE)
endfunction()
set(icons "${CMAKE_BINARY_DIR}/icons")
juanzong_icon("${CMAKE_SOURCE_DIR}/resources/icons/juanzong.svg" "${icons}/apps" "${icons}/juanzong.ico")
juanzong_icon("${CMAKE_SOURCE_DIR}/resources/icons/juanzong-bundle.svg" "${icons}/mimetypes")
add_custom_target(package_icons ALL DEPENDS ${icon_outputs})

# --- manual pages: the program's own words about its commands --------------------------------------
foreach(language en zh)
  set(page "${CMAKE_BINARY_DIR}/man/${language}/juanzong-cli.1")
  add_custom_command(OUTPUT "${page}"
    COMMAND ${CMAKE_COMMAND} -E make_directory "${CMAKE_BINARY_DIR}/man/${language}"
    COMMAND juanzong-cli --lang ${language} manual-page "${page}"
    DEPENDS juanzong-cli juanzong-cli-papers VERBATIM)
  list(APPEND manual_pages "${page}")
endforeach()
add_custom_target(manual_pages ALL DEPENDS ${manual_pages})

# --- Linux -----------------------------------------------------------------------------------------
if(UNIX AND NOT APPLE)
  install(TARGETS ${programs} RUNTIME DESTINATION lib/juanzong)
  file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/links")
  foreach(program juanzong juanzong-cli)
    file(CREATE_LINK "../lib/juanzong/${program}" "${CMAKE_BINARY_DIR}/links/${program}" SYMBOLIC)
    install(FILES "${CMAKE_BINARY_DIR}/links/${program}" DESTINATION bin)
  endforeach()
  install(FILES "${linux_files}/${app_id}.desktop" DESTINATION share/applications)
  install(FILES "${linux_files}/${app_id}.metainfo.xml" DESTINATION share/metainfo)
  install(FILES "${linux_files}/${app_id}.mime.xml" DESTINATION share/mime/packages RENAME ${app_id}.xml)
  foreach(size 16 24 32 48 64 128 256)
    set(there share/icons/hicolor/${size}x${size})
    install(FILES "${icons}/apps/${size}.png" DESTINATION ${there}/apps RENAME ${app_id}.png)
    install(FILES "${icons}/mimetypes/${size}.png" DESTINATION ${there}/mimetypes RENAME application-vnd.juanzong.bundle.png)
  endforeach()
  install(FILES "${CMAKE_SOURCE_DIR}/resources/icons/juanzong.svg" DESTINATION share/icons/hicolor/scalable/apps
    RENAME ${app_id}.svg)
  install(FILES "${CMAKE_SOURCE_DIR}/resources/icons/juanzong-bundle.svg" DESTINATION share/icons/hicolor/scalable/mimetypes
    RENAME application-vnd.juanzong.bundle.svg)
  find_program(GZIP_PROGRAM gzip REQUIRED)
  foreach(language en zh)
    set(page "${CMAKE_BINARY_DIR}/man/${language}/juanzong-cli.1")
    add_custom_command(TARGET manual_pages POST_BUILD COMMAND ${GZIP_PROGRAM} -9nkf "${page}" VERBATIM)
  endforeach()
  foreach(file juanzong.1 changelog)
    add_custom_command(TARGET manual_pages POST_BUILD VERBATIM
      COMMAND ${GZIP_PROGRAM} -9nc "${linux_files}/${file}" > "${CMAKE_BINARY_DIR}/man/${file}.gz")
  endforeach()
  install(FILES "${CMAKE_BINARY_DIR}/man/changelog.gz" DESTINATION share/doc/juanzong)
  install(FILES "${CMAKE_BINARY_DIR}/man/en/juanzong-cli.1.gz" "${CMAKE_BINARY_DIR}/man/juanzong.1.gz" DESTINATION share/man/man1)
  install(FILES "${CMAKE_BINARY_DIR}/man/zh/juanzong-cli.1.gz" DESTINATION share/man/zh_CN/man1)
  install(FILES "${linux_files}/copyright" DESTINATION share/doc/juanzong)
endif()

# --- Windows and macOS -----------------------------------------------------------------------------
if(WIN32 OR APPLE)
  install(TARGETS ${programs} RUNTIME DESTINATION . BUNDLE DESTINATION .)
  qt_generate_deploy_app_script(TARGET juanzong OUTPUT_SCRIPT deploy_script NO_UNSUPPORTED_PLATFORM_ERROR)
  install(SCRIPT "${deploy_script}")
endif()

# --- packages --------------------------------------------------------------------------------------
set(CPACK_PACKAGE_NAME juanzong)
set(CPACK_PACKAGE_VENDOR "Juanzong maintainers")
set(CPACK_PACKAGE_CONTACT "Juanzong maintainers <maintainers@juanzong.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "dossiers of a call for applications, offline and by file")
set(CPACK_PACKAGE_DESCRIPTION
"Prepares the application form of a call: checks while one types, prints the
form as the notice shows it, keeps data and attachments inside one PDF, takes
in scans of signed pages or signs with a certificate, and verifies what others
sent. Nothing needs a network, nothing is submitted online.")
set(CPACK_RESOURCE_FILE_LICENSE "${CMAKE_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGE_FILE_NAME "juanzong-${PROJECT_VERSION}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PACKAGE_EXECUTABLES juanzong "卷宗 Juanzong")

set(CPACK_DEBIAN_PACKAGE_SECTION editors)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
# What is loaded by name or read as data, so that no linker tells: the SQLite driver, the platform and icon plugins, Qt's words in
# Chinese, the fonts of papers and windows.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
  "libqt6sql6-sqlite, qt6-qpa-plugins, qt6-translations-l10n, fonts-noto-cjk, fonts-arphic-ukai, fonts-dejavu-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, shared-mime-info, desktop-file-utils")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "gnome-keyring | kwalletmanager")

set(CPACK_NSIS_DISPLAY_NAME "卷宗 Juanzong")
set(CPACK_NSIS_MUI_ICON "${icons}/juanzong.ico")
set(CPACK_NSIS_INSTALLED_ICON_NAME juanzong.exe)
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
# For one user, into his own folder: no administrator is asked for.
set(CPACK_NSIS_INSTALL_ROOT "$LOCALAPPDATA\\Programs")
set(CPACK_NSIS_DEFINES "RequestExecutionLevel user")
set(CPACK_NSIS_EXTRA_INSTALL_COMMANDS
"WriteRegStr HKCU 'Software\\Classes\\.jzb' '' 'Juanzong.Bundle'
 WriteRegStr HKCU 'Software\\Classes\\.jzb' 'Content Type' 'application/vnd.juanzong.bundle+zip'
 WriteRegStr HKCU 'Software\\Classes\\Juanzong.Bundle' '' '卷宗报送包'
 WriteRegStr HKCU 'Software\\Classes\\Juanzong.Bundle\\DefaultIcon' '' '$INSTDIR\\juanzong.exe,0'
 WriteRegStr HKCU 'Software\\Classes\\Juanzong.Bundle\\shell\\open\\command' '' '\"$INSTDIR\\juanzong.exe\" \"%1\"'
 WriteRegStr HKCU 'Software\\Classes\\Applications\\juanzong.exe\\shell\\open\\command' '' '\"$INSTDIR\\juanzong.exe\" \"%1\"'
 WriteRegStr HKCU 'Software\\Classes\\.pdf\\OpenWithProgids' 'Juanzong.Bundle' ''")
set(CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS
"DeleteRegKey HKCU 'Software\\Classes\\.jzb'
 DeleteRegKey HKCU 'Software\\Classes\\Juanzong.Bundle'
 DeleteRegKey HKCU 'Software\\Classes\\Applications\\juanzong.exe'
 DeleteRegValue HKCU 'Software\\Classes\\.pdf\\OpenWithProgids' 'Juanzong.Bundle'")

if(WIN32)
  set(CPACK_GENERATOR NSIS ZIP)
elseif(APPLE)
  set(CPACK_GENERATOR DragNDrop)
else()
  set(CPACK_GENERATOR DEB TGZ)
endif()
include(CPack)
