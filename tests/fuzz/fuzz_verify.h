// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

/// Verifies the bytes as a PDF file, reads its pages, the files inside and the data of a dossier. Whatever they are: it
/// returns, in less than ten seconds, and throws nothing.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);
