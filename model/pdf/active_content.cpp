// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/active_content.h"

#include "model/pdf/pdf_file.h"

#include <algorithm>
#include <array>

namespace jz {

namespace {

constexpr int deepest = 50;

bool isActive(QPDFObjectHandle object, int depth)
{
    if (depth > deepest)
        return true; // nobody writes that without a purpose
    if (object.isArray()) {
        const std::vector<QPDFObjectHandle> items = object.getArrayAsVector();
        return std::any_of(items.begin(), items.end(), [&](const QPDFObjectHandle& item) {
            return !QPDFObjectHandle(item).isIndirect() && isActive(item, depth + 1);
        });
    }
    const QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
    if (!QPDFObjectHandle(dictionary).isDictionary())
        return false;
    constexpr std::array actions{"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/Sound", "/Movie", "/RichMediaExecute", "/GoTo3DView"};
    for (const auto& [key, value] : QPDFObjectHandle(dictionary).getDictAsMap()) {
        QPDFObjectHandle entry = value;
        if (key == "/JS" || key == "/JavaScript" || key == "/XFA")
            return true;
        if (key == "/S" && entry.isName() && std::find(actions.begin(), actions.end(), entry.getName()) != actions.end())
            return true;
        if (!entry.isIndirect() && isActive(entry, depth + 1))
            return true;
    }
    return false;
}

} // namespace

bool hasActiveContent(const QString& path)
{
    return reading(path, [&] {
        const PdfFile file = openPdf(path);
        const std::vector<QPDFObjectHandle> objects = file.pdf->getAllObjects();
        return std::any_of(objects.begin(), objects.end(), [](const QPDFObjectHandle& object) { return isActive(object, 0); });
    });
}

} // namespace jz
