// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/pdf_header.h"

#include "model/base/json_file.h"

#include <QFile>

namespace jz {

bool looksLikePdf(const QString& path)
{
    constexpr qint64 headBytes = 1024;
    QFile file(path);
    openForReading(file);
    return file.read(headBytes).contains("%PDF-");
}

} // namespace jz
