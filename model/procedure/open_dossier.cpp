// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/open_dossier.h"

#include "model/base/cancelled.h"
#include "model/call/call_pack_reader.h"
#include "model/dossier/dossier_json.h"
#include "model/dossier/edits.h"
#include "model/dossier/value_reader.h"
#include "model/exchange/attachment_examination.h"
#include "model/pdf/attachment_source.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/sample_files.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

DossierEntry entryOf(Workspace& workspace, const QUuid& id)
{
    if (const std::optional<DossierEntry> entry = workspace.dossiers().find(id))
        return *entry;
    throw Error(ErrorCode::NotFound,
                LocalizedText{u"资料库中没有编号为 %1 的申报书。可用 dossier list 查看。"_s,
                              u"The workspace has no dossier of the id %1. dossier list shows those there are."_s}
                    .arg(id.toString(QUuid::WithoutBraces)),
                id.toString(QUuid::WithoutBraces));
}

const CallPack& packOfCall(const QString& callId)
{
    if (const CallPack* const pack = findBuiltInCallPack(callId))
        return *pack;
    throw Error(ErrorCode::Unsupported,
                LocalizedText{u"本程序没有申报通知“%1”的模板包。请核对名称。"_s, u"The call “%1” is not installed. Check its name."_s}.arg(callId), callId);
}

} // namespace

OpenDossier::OpenDossier(Workspace& workspace, const QUuid& id, qint64 person, const QString& via)
    : m_workspace(workspace), m_person(person), m_entry(entryOf(workspace, id)), m_pack(packOfCall(m_entry.callId)),
      m_checker(m_pack, builtInReferenceData()), m_journal(workspace.dossiers().journal(m_entry.key)),
      m_editor(std::make_unique<DossierEditor>(m_journal->load(), *m_journal))
{
    for (const Section& section : m_pack.sections)
        for (const Field& field : section.fields)
            m_order.insert(field.id, int(m_order.size()));
    m_editor->setPerson(person, via);
    QObject::connect(m_editor.get(), &DossierEditor::changed, m_editor.get(), [this] { followSummary(); });
}

Findings OpenDossier::findings() const
{
    Findings found = m_checker.check(m_editor->dossier()) + findingsOfFiles();
    const auto place = [this](const Finding& finding) { return std::pair(m_order.value(finding.field), finding.row.value_or(-1)); };
    std::stable_sort(found.begin(), found.end(), [&](const Finding& a, const Finding& b) { return place(a) < place(b); });
    return found;
}

Findings OpenDossier::findingsOfFiles() const
{
    Findings found;
    const auto& all = m_editor->dossier().attachments;
    for (auto files = all.begin(); files != all.end(); ++files) {
        const Field* const field = m_pack.field(files.key());
        for (int row = 0; field && row < files->size(); ++row)
            if (const auto seen = m_seen.find(files->at(row).sha256); seen != m_seen.end())
                found += findingsAbout(files->at(row), {field->id, field->label, row, field->imagesOnly}, *seen);
    }
    return found;
}

void OpenDossier::lookAtFiles(const Aside& aside)
{
    QList<QByteArray> contents;
    QList<AttachmentFile> files;
    for (const QList<Attachment>& each : m_editor->dossier().attachments)
        for (const Attachment& file : each)
            if (!file.sha256.isEmpty() && !m_seen.contains(file.sha256) && !contents.contains(file.sha256)) {
                contents << file.sha256;
                files << AttachmentFile{m_workspace.objects().path(file.sha256)};
            }
    if (files.isEmpty())
        return;
    QList<InspectedAttachment> seen;
    aside([&] {
        const QTemporaryDir scratch;
        seen = inspectAttachments(files, scratch.path());
    });
    for (qsizetype i = 0; i < contents.size(); ++i)
        learn(contents.at(i), seen.at(i));
}

DossierEntry OpenDossier::entry() const
{
    return entryOf(m_workspace, m_entry.id);
}

void OpenDossier::followSummary()
{
    const DossierSummary summary = summaryOf(m_editor->dossier(), m_pack);
    if (summary == m_entry.summary || !m_editor->isStored())
        return;
    try {
        m_workspace.dossiers().setSummary(m_entry.key, summary);
        m_entry.summary = summary;
    } catch (const Error&) {
        // The list is behind for a moment; the next edit brings it up to date.
    }
}

void OpenDossier::requireDraft() const
{
    if (!m_editor->canEdit())
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"申报书现在是“%1”，内容已冻结。要修改请先用 dossier revise 开始下一稿。"_s,
                                  u"The dossier is “%1” now and its content is frozen. Begin the next revision first (dossier revise)."_s}
                        .arg(stateWord(m_editor->state())));
}

Findings OpenDossier::fillIn(const QString& field, const QJsonValue& value)
{
    return fillIn(QJsonObject{{field, value}});
}

Findings OpenDossier::fillIn(const QJsonObject& values)
{
    requireDraft();
    const ReadValues read = readValues(values, m_pack);
    Changes changes;
    for (auto value = values.begin(); value != values.end(); ++value) {
        const bool refused = std::any_of(read.findings.begin(), read.findings.end(),
                                         [&](const Finding& finding) { return finding.field == value.key(); });
        if (!refused)
            changes += setValue(m_editor->dossier(), value.key(), read.values.value(value.key()));
    }
    m_editor->apply(changes);
    return read.findings;
}

Findings OpenDossier::fillInCell(const QString& field, const QString& row, const QString& column, const QJsonValue& value)
{
    requireDraft();
    const ReadValues read = readValues({{field, QJsonArray{QJsonObject{{u"id"_s, row}, {column, value}}}}}, m_pack);
    if (read.findings.isEmpty())
        m_editor->apply(setCell(m_editor->dossier(), field, row, column,
                                read.values.value(field).toArray().first().toObject().value(column)));
    return read.findings;
}

const Field& OpenDossier::attachmentField(const QString& id) const
{
    const Field* const field = m_pack.field(id);
    if (field && field->type == FieldType::Attachments)
        return *field;
    throw Error(ErrorCode::Unsupported,
                LocalizedText{u"“%1”不是附件栏目，没有添加文件。请核对栏目名。"_s, u"“%1” takes no attachments; nothing was attached. Check the name."_s}.arg(id),
                id);
}

Findings OpenDossier::keep(const QString& field, const QList<PreparedFile>& files, const QString& kind, const QString& caption)
{
    requireDraft();
    const Field& place = attachmentField(field);
    Dossier with = m_editor->dossier();
    Changes changes;
    Findings findings;
    for (const PreparedFile& file : files) {
        if (!file.source)
            continue;
        const QString fileName = QFileInfo(file.path).fileName();
        Attachment attachment;
        attachment.kind = kind;
        attachment.caption = caption;
        attachment.name = freeAttachmentName(with, attachmentName(fileName, file.source->kind));
        attachment.sha256 = file.source->sha256;
        attachment.size = file.source->size;
        const AttachmentPlace at{field, place.label, int(with.attachments.value(field).size()), place.imagesOnly};
        findings += remarksOn(*file.source, fileName, at) + renamingRemark(attachment, fileName, file.source->kind, at);
        const Changes added = addAttachment(with, field, attachment);
        for (const Change& change : added)
            applyChange(with, change);
        changes += added;
    }
    m_editor->apply(changes);
    return findings;
}

Findings OpenDossier::attach(const QString& field, const QStringList& files, const QString& kind, const QString& caption,
                             const WorkControl& control)
{
    requireDraft();
    attachmentField(field);
    const QList<PreparedFile> prepared = prepareFiles(m_workspace.objects(), files, m_pack.sizeLimits().dossierError, control);
    for (const PreparedFile& file : prepared) {
        if (file.error)
            throw *file.error;
        if (!file.source)
            return {};
    }
    return keep(field, prepared, kind, caption);
}

Dossier OpenDossier::withPaths() const
{
    Dossier dossier = m_editor->dossier();
    for (QList<Attachment>& files : dossier.attachments)
        for (Attachment& file : files)
            if (file.originalInside || m_workspace.objects().has(file.sha256))
                file.path = m_workspace.objects().path(file.sha256);
    return dossier;
}

WrittenReading OpenDossier::writeForReading(const QString& path, const Aside& aside)
{
    std::optional<KeptRevision> last;
    const QList<KeptRevision> revisions = m_workspace.dossiers().revisions(m_entry.key);
    for (const KeptRevision& kept : revisions)
        if (kept.occasion == KeptRevision::Occasion::Read)
            last = kept;
    std::optional<Dossier> before;
    if (last)
        before = parseDossierJson(last->data, m_entry.id.toString(QUuid::WithoutBraces));
    const Dossier dossier = m_editor->dossier();
    WrittenReading written;
    aside([&] { written = writeReading(dossier, m_pack, before ? &*before : nullptr, last ? last->at.toLocalTime().date() : QDate(), path); });
    return written;
}

void OpenDossier::keepReading(const WrittenReading& printed)
{
    keepRevision(printed.data, KeptRevision::Occasion::Read, {});
}

std::optional<KeptRevision> OpenDossier::ancestorOf(const Dossier& copy)
{
    if (const auto exact = m_workspace.dossiers().revisionOf(m_entry.key, copy.parent))
        return exact;
    // A copy that was edited as a values file, or by an older program, does not say: the last one of this revision it is.
    std::optional<KeptRevision> last;
    const QList<KeptRevision> revisions = m_workspace.dossiers().revisions(m_entry.key);
    for (const KeptRevision& kept : revisions)
        if (kept.occasion == KeptRevision::Occasion::Copy && kept.revision == copy.revision)
            last = kept;
    return last;
}

DossierMerge OpenDossier::compareCopy(const QString& path, const Aside& aside)
{
    Dossier theirs;
    aside([&] { theirs = openDossier(path).file.dossier; });
    const QString id = m_entry.id.toString(QUuid::WithoutBraces);
    if (theirs.id != m_entry.id)
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"“%1”是另一份申报书（编号 %2），不能合并到这一份。"_s,
                                  u"“%1” is another dossier (id %2) and cannot be merged into this one."_s}
                        .arg(path, theirs.id.toString(QUuid::WithoutBraces)),
                    path);
    const std::optional<KeptRevision> handedOut = ancestorOf(theirs);
    if (!handedOut)
        return DossierMerge::withoutBase(m_editor->dossier(), theirs);
    return DossierMerge(parseDossierJson(handedOut->data, id), m_editor->dossier(), theirs);
}

void OpenDossier::merge(const DossierMerge& merge, const QString& copy, const Aside& aside)
{
    requireDraft();
    aside([&] {
        const DossierInput input = openDossier(copy);
        const QTemporaryDir scratch;
        for (const QList<Attachment>& files : std::as_const(input.file.dossier.attachments))
            for (const Attachment& file : files) {
                stopWhenAsked();
                if (!file.path.isEmpty())
                    m_workspace.objects().add(inspectNamed(file, scratch.path()).path);
            }
    });
    m_editor->moveOn(StepKind::Merge, merge.changes(), {{u"file"_s, QFileInfo(copy).fileName()}});
}

DossierEntry beginDossier(Workspace& workspace, const QString& callId, qint64 person, const QString& via)
{
    const CallPack& pack = packOfCall(callId);
    Dossier dossier;
    dossier.callId = pack.id;
    dossier.callVersion = pack.version;
    dossier.formHash = pack.formHash;
    dossier.id = QUuid::createUuid();
    return workspace.dossiers().create(dossier, summaryOf(dossier, pack), person, via);
}

DossierEntry duplicateDossier(Workspace& workspace, const QUuid& id, qint64 person)
{
    const DossierEntry original = entryOf(workspace, id);
    Dossier dossier = workspace.dossiers().journal(original.key)->load().dossier;
    dossier.id = QUuid::createUuid();
    dossier.revision = 1;
    dossier.parent.clear();
    const QString via = original.origin == sampleOrigin() ? original.origin : u"copy"_s;
    return workspace.dossiers().create(dossier, original.summary, person, via);
}

} // namespace jz
