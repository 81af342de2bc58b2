// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/rule_run.h"

#include "model/reference/text_forms.h"

#include <QFileInfo>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QString megabytes(qint64 bytes)
{
    return QString::number(double(bytes) / 1e6, 'f', 1);
}

qint64 bytesInside(const Attachment& attachment)
{
    return attachment.originalInside ? attachment.size : 0;
}

/// By the ending of the name: what a file really is, is looked at when it is read (values_file.h) and printed.
void attachmentTypes(const RuleRun& run)
{
    const QStringList allowed = run.strings(run.field.imagesOnly ? "images" : "types");
    const QList<Attachment> files = run.attachments();
    for (int i = 0; i < files.size(); ++i) {
        if (!allowed.contains(QFileInfo(files.at(i).name).suffix().toLower()))
            run.reportRow(i, {}, {{"name"_L1, files.at(i).name}, {"allowed"_L1, allowed.join(u"、"_s)}});
    }
}

void attachmentKind(const RuleRun& run)
{
    const QList<Attachment> files = run.attachments();
    for (int i = 0; i < files.size(); ++i) {
        const auto known = std::any_of(run.field.kinds.begin(), run.field.kinds.end(),
                                       [&](const Choice& kind) { return kind.id == files.at(i).kind; });
        if (!run.field.kinds.isEmpty() && !known)
            run.reportRow(i, u"kind"_s, {{"name"_L1, files.at(i).name}});
    }
}

void attachmentSize(const RuleRun& run)
{
    const qint64 most = run.pack.sizeLimits().fileWarning;
    const QList<Attachment> files = run.attachments();
    for (int i = 0; i < files.size(); ++i) {
        if (most > 0 && bytesInside(files.at(i)) > most)
            run.reportRow(i, {}, {{"name"_L1, files.at(i).name}, {"size"_L1, megabytes(files.at(i).size)}, {"most"_L1, megabytes(most)}});
    }
}

qint64 sizeOfAll(const Dossier& dossier)
{
    qint64 size = 0;
    for (const QList<Attachment>& files : dossier.attachments) {
        for (const Attachment& file : files)
            size += bytesInside(file);
    }
    return size;
}

/// About the whole dossier: told at the first field that has attachments.
bool isFirstWithAttachments(const RuleRun& run)
{
    for (const Section& section : run.pack.sections) {
        for (const Field& field : section.fields) {
            if (!run.dossier.attachments.value(field.id).isEmpty())
                return field.id == run.field.id;
        }
    }
    return false;
}

void attachmentTotal(const RuleRun& run, qint64 above, qint64 upTo)
{
    const qint64 size = sizeOfAll(run.dossier);
    if (above > 0 && size > above && (upTo <= 0 || size <= upTo) && isFirstWithAttachments(run))
        run.report({{"size"_L1, megabytes(size)}, {"most"_L1, megabytes(above)}});
}

void attachmentTotalWarning(const RuleRun& run)
{
    const SizeLimits limits = run.pack.sizeLimits();
    attachmentTotal(run, limits.dossierWarning, limits.dossierError);
}

void attachmentTotalError(const RuleRun& run)
{
    attachmentTotal(run, run.pack.sizeLimits().dossierError, 0);
}

/// The same content twice, in this field or an earlier one.
void attachmentTwice(const RuleRun& run)
{
    QHash<QByteArray, QString> seen;
    for (const Section& section : run.pack.sections) {
        for (const Field& field : section.fields) {
            const QList<Attachment> files = run.dossier.attachments.value(field.id);
            for (int i = 0; i < files.size(); ++i) {
                const QByteArray& content = files.at(i).sha256;
                if (!content.isEmpty() && seen.contains(content) && field.id == run.field.id)
                    run.reportRow(i, {}, {{"name"_L1, files.at(i).name}, {"other"_L1, seen.value(content)}});
                if (!content.isEmpty() && !seen.contains(content))
                    seen.insert(content, files.at(i).name);
            }
            if (field.id == run.field.id)
                return;
        }
    }
}

/// No two files of the dossier have one name, case aside: they are embedded and extracted by name.
void attachmentNames(const RuleRun& run)
{
    QStringList seen;
    for (const Section& section : run.pack.sections) {
        for (const Field& field : section.fields) {
            const QList<Attachment> files = run.dossier.attachments.value(field.id);
            for (int i = 0; i < files.size(); ++i) {
                if (field.id == run.field.id && seen.contains(files.at(i).name, Qt::CaseInsensitive))
                    run.reportRow(i, {}, {{"name"_L1, files.at(i).name}});
                seen << files.at(i).name;
            }
            if (field.id == run.field.id)
                return;
        }
    }
}

} // namespace

void addAttachmentRules(QHash<QString, RuleFunction>& kinds)
{
    kinds.insert(u"attachment_types"_s, attachmentTypes);
    kinds.insert(u"attachment_kind"_s, attachmentKind);
    kinds.insert(u"attachment_size"_s, attachmentSize);
    kinds.insert(u"attachment_total_warning"_s, attachmentTotalWarning);
    kinds.insert(u"attachment_total_error"_s, attachmentTotalError);
    kinds.insert(u"attachment_twice"_s, attachmentTwice);
    kinds.insert(u"attachment_names"_s, attachmentNames);
}

} // namespace jz
