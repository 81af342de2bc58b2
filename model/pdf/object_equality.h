// SPDX-License-Identifier: Apache-2.0
// Private to model/pdf: qpdf shows in it.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>

namespace jz {

/// Whether two values of two revisions say the same: numbers by value (to a ten-thousandth), strings by their bytes,
/// dictionaries without regard to order, references by object number and generation. Gives up as "different" on more
/// than 500 levels or 500,000 values.
bool sameValue(QPDFObjectHandle before, QPDFObjectHandle after);

/// The same for two indirect objects of one number: what they are, not what they are called. Streams are compared
/// byte by byte as they stand in the file, without /Length; those over 64 MB count as different.
bool sameObject(QPDFObjectHandle before, QPDFObjectHandle after);

} // namespace jz
