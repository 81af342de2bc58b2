// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "model/call/call_pack.h"
#include "model/dossier/dossier.h"
#include "model/exchange/attachment_examination.h"

#include <functional>

namespace jz {

/// The pack of a call id; null when it is not installed. Packs outlive what was read with them.
using CallPackLookup = std::function<const CallPack*(const QString& callId)>;

/// What was read from outside: a dossier whose values have the shapes of its call, and what was wrong with the
/// file itself. Findings: those of readValues(), and the errors
///   `file.unknown-key`        a key beside call, values, attachments and reasons
///   `file.unknown-field`, `file.wrong-type` for attachments and reasons too
/// those of examineAttachment(), and the hint `file.attachment-renamed` where an attachment got another name than its
/// file has: two had one name, or the name did not fit every file system or its content.
struct ValuesFile
{
    Dossier dossier;
    const CallPack* pack = nullptr;  ///< never null
    Findings findings;
};

/// Reads a values file:
///
///     {"call": id, "values": {field: value}, "attachments": {field: [path | {"path", "kind", "caption",
///      "pages": "1-3,5", "turn": 0|90|180|270, "originalInside": true|false}]},
///      "reasons": {field: why a format error there is right as it is}}
///
/// Value shapes as in dossier.h, pages, turn and originalInside as in Attachment; paths are relative to the file. Attachments that can be read carry name (made
/// unique within the dossier), size and path, and the SHA-256 of the file. The dossier's id is dossierIdFromValues(), its
/// revision 1. `how` says how closely the attachments are looked at. Throws Error NotFound, Unreadable, TooLarge (over 20 MB), Malformed (broken JSON, invalid UTF-8, no values) and
/// Unsupported (no such call, naming it).
ValuesFile readValuesFile(const QString& path, const CallPackLookup& callPack, Examination how = Examination::Content);

/// Reads a folder that `extract` wrote: DIR/dossier.json and DIR/attachments/<name>. Id, revision and parent
/// stay. An attachment whose original was left out by choice stays without a path. Throws as readValuesFile(), and Unsupported for another form of the same call, naming it.
ValuesFile readDossierFolder(const QString& path, const CallPackLookup& callPack, Examination how = Examination::Content);

/// The pack a dossier belongs to. Throws Error Unsupported, naming the call, when it is not installed or has
/// another form than the dossier was filled in with. `subject` names the file.
const CallPack& packOf(const Dossier& dossier, const CallPackLookup& callPack, const QString& subject);

} // namespace jz
