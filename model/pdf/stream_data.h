// SPDX-License-Identifier: Apache-2.0
// Private to model/pdf: qpdf shows in it.
#pragma once

#include "model/pdf/qpdf_objects.h"

namespace jz {

/// The data of a stream that is deflated or stands as it is; nothing when `stream` is none, is packed in another way,
/// is broken or unpacks to more than `limit` bytes.
std::optional<QByteArray> streamData(QpdfObjects& objects, QPDFObjectHandle stream, qint64 limit);

} // namespace jz
