// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/dossier_import.h"

#include "model/dossier/dossier_json.h"
#include "model/exchange/attachment_examination.h"
#include "model/pdf/embedded_files.h"
#include "model/pdf/pdf_info.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestData = 20'000'000;

/// A copy for a colleague: what is made of it goes back to where it came from, and names it as its parent.
bool isDraftPaper(const QString& path)
{
    return QFileInfo(path).isFile() && looksLikePdf(path) && pdfInfo(path).keywords.contains(u"draft");
}

/// Whether the hashes are those of files as they are embedded; a values file has those of the files as they lie there.
bool hasEmbeddedHashes(const IncomingDossier& incoming)
{
    return incoming.input.unpacked != nullptr || QFileInfo(incoming.path).isDir();
}

bool sameFiles(const QList<Attachment>& some, const QList<Attachment>& others, bool withHashes)
{
    return std::equal(some.begin(), some.end(), others.begin(), others.end(), [&](const Attachment& a, const Attachment& b) {
        return a.name == b.name && a.kind == b.kind && a.caption == b.caption && a.pages == b.pages && a.turn == b.turn
               && (!withHashes || a.sha256 == b.sha256);
    });
}

bool sameContent(const Dossier& incoming, const Dossier& here, bool withHashes)
{
    return incoming.values == here.values && incoming.reasons == here.reasons
           && incoming.attachments.keys() == here.attachments.keys()
           && std::all_of(incoming.attachments.keyBegin(), incoming.attachments.keyEnd(), [&](const QString& field) {
                  return sameFiles(incoming.attachments.value(field), here.attachments.value(field), withHashes);
              });
}

Error alreadyHere(const QString& path, const QUuid& dossier)
{
    const QString id = dossier.toString(QUuid::WithoutBraces);
    return Error(ErrorCode::Unsupported,
                 LocalizedText{u"“%1”这份申报书（编号 %2）资料库中已有，没有重复收入。要并入其中的修改，请用 dossier merge。"_s,
                               u"The dossier in “%1” (id %2) is in the workspace already and was not taken in twice. To bring its changes in, use "
                               "dossier merge."_s}
                     .arg(path, id),
                 path);
}

} // namespace

IncomingDossier readIncoming(const QString& path)
{
    IncomingDossier incoming{path, openDossier(path)};
    if (isDraftPaper(path))
        incoming.input.file.dossier.parent = dossierFingerprint(readEmbeddedFile(path, dossierDataName(), largestData));
    return incoming;
}

Standing standingOf(Workspace& workspace, const IncomingDossier& incoming)
{
    const Dossier& dossier = incoming.input.file.dossier;
    const std::optional<DossierEntry> entry = workspace.dossiers().find(dossier.id);
    if (!entry)
        return Standing::New;
    const bool withHashes = hasEmbeddedHashes(incoming);
    if (sameContent(dossier, workspace.dossiers().journal(entry->key)->load().dossier, withHashes))
        return Standing::Same;
    const QList<KeptRevision> kept = workspace.dossiers().revisions(entry->key);
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const KeptRevision& revision) {
        return sameContent(dossier, parseDossierJson(revision.data, incoming.path), withHashes);
    });
    return known ? Standing::Same : Standing::Other;
}

bool keepFiles(IncomingDossier& incoming, ObjectStore& objects, const WorkControl& control)
{
    QList<Attachment*> files;
    for (QList<Attachment>& list : incoming.input.file.dossier.attachments)
        for (Attachment& file : list)
            if (!file.path.isEmpty()) // an original that was left out by choice has none
                files.append(&file);
    const QTemporaryDir scratch;
    return runInParallel(
        int(files.size()),
        [&](int index) {
            Attachment& file = *files.at(index);
            const AttachmentSource source = inspectNamed(file, scratch.path());
            file.sha256 = objects.add(source.path);
            file.size = source.size;
            file.path.clear();
        },
        control);
}

DossierEntry takeIn(Workspace& workspace, const IncomingDossier& incoming, qint64 person, const QString& via)
{
    const Dossier& dossier = incoming.input.file.dossier;
    if (workspace.dossiers().find(dossier.id))
        throw alreadyHere(incoming.path, dossier.id);
    const DossierEntry entry =
        workspace.dossiers().create(dossier, summaryOf(dossier, *incoming.input.file.pack), person, via);
    KeptRevision kept;
    kept.revision = dossier.revision;
    kept.occasion = KeptRevision::Occasion::Receive;
    kept.data = dossierJson(dossier);
    kept.fingerprint = dossierFingerprint(kept.data);
    kept.paper = QFileInfo(incoming.path).isFile() ? workspace.objects().add(incoming.path) : QByteArray();
    kept.step = entry.steps;
    kept.at = QDateTime::currentDateTimeUtc();
    workspace.dossiers().keep(entry.key, kept);
    return entry;
}

DossierEntry importDossier(Workspace& workspace, const QString& path, qint64 person, Findings& findings)
{
    IncomingDossier incoming = readIncoming(path);
    findings += incoming.input.file.findings;
    if (standingOf(workspace, incoming) != Standing::New)
        throw alreadyHere(path, incoming.input.file.dossier.id);
    keepFiles(incoming, workspace.objects());
    return takeIn(workspace, incoming, person, QFileInfo(path).fileName());
}

} // namespace jz
