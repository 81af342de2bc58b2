// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/dossier_output.h"

#include "model/base/cancelled.h"
#include "model/dossier/dossier_json.h"
#include "model/dossier/dossier_summary.h"
#include "model/exchange/attachment_examination.h"
#include "model/pdf/assemble.h"
#include "model/print/dossier_paper.h"
#include "model/print/page_map.h"
#include "model/print/painter.h"
#include "model/procedure/dossier_input.h"
#include "model/reference/reference_data.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QString kindLabel(const Field& field, const QString& kind)
{
    for (const Choice& choice : field.kinds) {
        if (choice.id == kind)
            return choice.label;
    }
    return {};
}

/// Builds one dossier's PDF. Lives for one call of writeDossier().
class DossierWriter
{
public:
    DossierWriter(const Dossier& dossier, const CallPack& pack) : m_pack(pack), m_shaper(fontsOf(pack))
    {
        m_written.dossier = dossier;
        m_written.dossier.callId = pack.id;
        m_written.dossier.callVersion = pack.version;
        m_written.dossier.formHash = pack.formHash;
    }

    WrittenDossier write(const OutputOptions& options, const QString& outPath)
    {
        prepareAttachments();
        stopWhenAsked();
        const QByteArray data = dossierJson(m_written.dossier);
        m_written.fingerprint = dossierFingerprint(data);
        Paper paper = layoutDossier({m_pack, m_written.dossier, m_entries, m_written.fingerprint, divisionName, options.draft}, m_shaper);
        if (!options.readingWord.isEmpty()) {
            paper.watermark = options.readingWord;
            paper.signatureFields.clear();
        }
        m_written.pages = int(paper.pages.size());
        remark(paper);
        stopWhenAsked();
        const AssemblyPlan plan = assemblyPlan(paper, data, options);
        stopWhenAsked(); // for the last time: from here on the file is written
        const AssembledPaper made = assemble(plan, outPath);
        m_written.bytes = QFileInfo(outPath).size();
        weigh(paper, made);
        return m_written;
    }

private:
    void prepareAttachments()
    {
        for (const Section& section : m_pack.sections) {
            for (const Field& field : section.fields)
                prepareField(field);
        }
    }

    void prepareField(const Field& field)
    {
        const auto found = m_written.dossier.attachments.find(field.id);
        if (found == m_written.dossier.attachments.end())
            return;
        QList<Attachment> usable;
        for (Attachment& attachment : found.value()) {
            if (attachment.path.isEmpty()) {
                remarkLost(attachment);
                continue; // it could not be read when the values were; that is a finding already
            }
            stopWhenAsked();
            const AttachmentSource source = inspectNamed(attachment, m_scratch.path(), {attachment.pages, attachment.turn});
            attachment.size = source.size;
            attachment.sha256 = source.sha256;
            remark(attachment, source);
            m_entries << attachmentEntry(field, attachment, source);
            usable << attachment;
        }
        *found = usable;
    }

    void remark(const Attachment& attachment, const AttachmentSource& source)
    {
        if (source.cleaned)
            m_written.remarks << LocalizedText{u"“%1”：已去除照片中的拍摄地点、设备等信息，画面不变。"_s,
                                               u"“%1”: place and device data of the picture were removed, its image is unchanged."_s}
                                     .arg(attachment.name);
        if (source.repaired)
            m_written.remarks << repairedRemark(attachment.name);
        if (source.unshownFields > 0)
            m_written.remarks << unshownFieldsRemark(attachment.name, source.unshownFields);
    }

    void remarkLost(const Attachment& attachment)
    {
        if (!attachment.originalInside)
            m_written.remarks << LocalizedText{u"“%1”：手头没有原件，它的页面这次没有印出。请把原件重新添加。"_s,
                                               u"“%1”: its original is not at hand, so its pages were not printed this time. Add the "
                                               "original again."_s}
                                     .arg(attachment.name);
    }

    /// Errors name an attachment as the dossier does, not by where its file lies.
    AssembledPaper assemble(const AssemblyPlan& plan, const QString& outPath) const
    {
        try {
            return assemblePdf(plan, outPath);
        } catch (const Error& error) {
            for (const AttachmentEntry& entry : m_entries)
                if (error.subject() == entry.source.path)
                    throw error.naming(entry.name);
            throw;
        }
    }

    void weigh(const Paper& paper, const AssembledPaper& made)
    {
        qsizetype entry = 0;
        for (const Section& section : m_pack.sections) {
            for (const Field& field : section.fields) {
                for (const Attachment& attachment : m_written.dossier.attachments.value(field.id)) {
                    const auto pages = std::count_if(paper.placements.begin(), paper.placements.end(),
                                                     [&](const Placement& placement) { return placement.attachment == entry; });
                    m_written.attachments << AttachmentWeight{field.id, attachment.name,
                                                              attachment.originalInside ? attachment.size : 0,
                                                              made.pageBytes.at(entry), int(pages)};
                    ++entry;
                }
            }
        }
        std::stable_sort(m_written.attachments.begin(), m_written.attachments.end(),
                         [](const AttachmentWeight& a, const AttachmentWeight& b) { return a.bytes() > b.bytes(); });
    }

    void remark(const Paper& paper)
    {
        for (const QString& role : paper.substitutedFonts)
            m_written.remarks << LocalizedText{u"本机没有%1字体，已用宋体代替。"_s,
                                               u"No %1 typeface is installed; Song (宋体) stands in for it."_s}
                                     .arg(role);
        if (!paper.missingCharacters.isEmpty())
            m_written.remarks << LocalizedText{u"以下字符本机字体都没有，印作方框：%1。请换字或安装含此字的字体。"_s,
                                               u"No installed font has these characters, they print as boxes: %1. Use others or "
                                               "install a font that has them."_s}
                                     .arg(paper.missingCharacters.join(u' '));
    }

    AssemblyPlan assemblyPlan(const Paper& paper, const QByteArray& data, const OutputOptions& options)
    {
        AssemblyPlan plan;
        plan.skeleton = drawPaper(paper, m_shaper);
        for (const AttachmentEntry& entry : m_entries)
            plan.attachments << entry.source;
        plan.placements = paper.placements;
        plan.signatureFields = paper.signatureFields;
        plan.bookmarks = paper.bookmarks;
        plan.embeddedFiles = embeddedFiles(data);
        plan.embeddedFiles << EmbeddedFilePlan{pageMapName(), "application/json", u"页面清单"_s, "Data", pageMap(paper, options.draft), {}};
        const DossierSummary summary = summaryOf(m_written.dossier, m_pack);
        const QString name = summary.title;
        plan.title = name.isEmpty() ? m_pack.titleLines.join(QString()) : QString(name + u"　" + m_pack.titleLines.join(QString()));
        plan.author = summary.applicant;
        plan.subject = m_pack.official;
        plan.keywords = options.draft ? u"juanzong dossier draft"_s : u"juanzong dossier"_s;
        plan.date = options.date;
        plan.pictureDpi = options.pictureDpi;
        return plan;
    }

    QByteArray pageMap(const Paper& paper, bool draft) const
    {
        const Dossier& dossier = m_written.dossier;
        return pageMapJson({u"dossier"_s, dossier.id, dossier.revision, m_written.fingerprint, m_pack.id, draft, mappedPages(paper)});
    }

    QList<EmbeddedFilePlan> embeddedFiles(const QByteArray& data) const
    {
        QList<EmbeddedFilePlan> files;
        files << EmbeddedFilePlan{dossierDataName(), "application/json", u"申报书数据"_s, "Source", data, {}};
        qsizetype entry = 0;
        for (const Section& section : m_pack.sections) {
            for (const Field& field : section.fields) {
                for (const Attachment& attachment : m_written.dossier.attachments.value(field.id)) {
                    const AttachmentSource& source = m_entries.at(entry++).source;
                    if (!attachment.originalInside)
                        continue;
                    files << EmbeddedFilePlan{attachment.name, mimeOf(source.kind), attachmentEntry(field, attachment, source).caption,
                                              "Supplement", {}, source.path};
                }
            }
        }
        return files;
    }

    const CallPack& m_pack;
    TextShaper m_shaper;
    QTemporaryDir m_scratch;
    WrittenDossier m_written;
    QList<AttachmentEntry> m_entries;
};

} // namespace

AttachmentEntry attachmentEntry(const Field& field, const Attachment& attachment, const AttachmentSource& source)
{
    QStringList caption{kindLabel(field, attachment.kind), attachment.caption};
    caption.removeAll(QString());
    return {field.label, attachment.name, caption.join(u'：'), source, attachment.turn};
}

QJsonObject toJson(const WrittenDossier& written, const QString& file, Language language)
{
    QJsonArray attachments;
    for (const AttachmentWeight& weight : written.attachments)
        attachments << QJsonObject{{u"field"_s, weight.field},
                                   {u"name"_s, weight.name},
                                   {u"originalBytes"_s, weight.originalBytes},
                                   {u"pageBytes"_s, weight.pageBytes},
                                   {u"pages"_s, weight.pages}};
    QJsonArray remarks;
    for (const LocalizedText& remark : written.remarks)
        remarks << remark.in(language);
    return {{u"file"_s, file},
            {u"id"_s, written.dossier.id.toString(QUuid::WithoutBraces)},
            {u"revision"_s, written.dossier.revision},
            {u"pages"_s, written.pages},
            {u"bytes"_s, written.bytes},
            {u"fingerprint"_s, QString::fromLatin1(written.fingerprint.toHex())},
            {u"attachments"_s, attachments},
            {u"remarks"_s, remarks}};
}

WrittenDossier writeDossier(const Dossier& dossier, const CallPack& pack, const OutputOptions& options,
                            const QString& outPath)
{
    return DossierWriter(dossier, pack).write(options, outPath);
}

} // namespace jz
