// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack_parser.h"
#include "model/call/call_pack_reader.h"

namespace jz {

/// What is checked against the schemas. A pack that is compiled in was checked with the program (tests), and checking it
/// again would take longer than all else that a short-lived program does with it.
enum class SchemaCheck { All, AmendmentsAlone };

/// Reads the four documents and the amendments of a folder, checks each against its schema and merges the
/// amendments into the facts. What is missing or broken is a problem and stays empty.
CallPackDocuments readDocuments(const QString& folder, const QStringList& furtherAmendments, SchemaCheck check,
                                CallPackProblems& problems);

/// What no schema can say: names that must exist, dates, patterns. Works on documents of any quality.
void checkAcrossDocuments(const CallPackDocuments& documents, CallPackProblems& problems);

} // namespace jz
