// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <zip.h>

#include <memory>

namespace jz {

struct DiscardZip
{
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
/// An open archive; what was not written by zip_close() is dropped.
using ZipHandle = std::unique_ptr<zip_t, DiscardZip>;

struct CloseZipFile
{
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using ZipFileHandle = std::unique_ptr<zip_file_t, CloseZipFile>;

} // namespace jz
