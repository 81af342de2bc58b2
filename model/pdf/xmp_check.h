// SPDX-License-Identifier: Apache-2.0
// Private to model/pdf: qpdf shows in it.
#pragma once

#include "model/pdf/qpdf_objects.h"

namespace jz {

/// A stream that says it is XMP (ISO 32000-2, 14.3.2).
bool looksLikeXmp(QpdfObjects& objects, QPDFObjectHandle stream);

/// … and is: well-formed XML without entities of its own, an RDF inside, at most 16 MB unpacked.
bool isWellFormedXmp(QpdfObjects& objects, QPDFObjectHandle stream);

} // namespace jz
