// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack_parser.h"
#include "model/call/call_pack_reader.h"

namespace jz {

/// Reads the four documents and the amendments of a folder, checks each against its schema and merges the
/// amendments into the facts. What is missing or broken is a problem and stays empty.
CallPackDocuments readDocuments(const QString& folder, const QStringList& furtherAmendments,
                                CallPackProblems& problems);

/// What no schema can say: names that must exist, dates, patterns. Works on documents of any quality.
void checkAcrossDocuments(const CallPackDocuments& documents, CallPackProblems& problems);

} // namespace jz
