// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/parallel.h"
#include "model/procedure/dossier_input.h"
#include "model/workspace/workspace.h"

namespace jz {

/// A dossier on its way into a workspace. What takes time (reading, looking at files) may be done on any thread, what writes
/// into the journal is done on the workspace's own: readIncoming(), standingOf(), keepFiles(), takeIn(), in this order.
struct IncomingDossier
{
    QString path;       ///< values file, folder or PDF it came as
    DossierInput input;
};

/// How a dossier that comes in stands to what the workspace has.
enum class Standing {
    New,   ///< not here
    Same,  ///< here, with this content now or in a revision that was handed out or taken in
    Other, ///< here, with content that differs from all of these: a colleague went on with it elsewhere
};

/// Reads the file. Any thread. Throws Error as openDossier().
IncomingDossier readIncoming(const QString& path);

Standing standingOf(Workspace& workspace, const IncomingDossier& incoming);

/// Takes the attachments into the object store, cleaned as they would be embedded. Any thread. False when `control`
/// cancelled it; what was kept by then is cleaned up with everything else that nothing names. Throws Error as inspectAttachment() and
/// ObjectStore::add().
bool keepFiles(IncomingDossier& incoming, ObjectStore& objects, const WorkControl& control = {});

/// Makes the entry, after keepFiles(). `via` says in the journal where it came from. A draft copy becomes a dossier whose
/// parent is that copy. Throws Error Unsupported when it is here already.
DossierEntry takeIn(Workspace& workspace, const IncomingDossier& incoming, qint64 person, const QString& via);

/// All of these at once: takes a dossier in that came as a file (values file, folder, PDF) as a new entry with its files. One
/// that is here already is not taken in twice: Error Unsupported says what to do. Findings of reading are added to `findings`.
DossierEntry importDossier(Workspace& workspace, const QString& path, qint64 person, Findings& findings);

} // namespace jz
