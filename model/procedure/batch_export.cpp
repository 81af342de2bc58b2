// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/batch_export.h"

#include "model/base/cancelled.h"
#include "model/base/json_file.h"
#include "model/base/make_finding.h"
#include "model/base/sha256.h"
#include "model/dossier/value_words.h"
#include "model/exchange/bundle_names.h"
#include "model/exchange/document_writer.h"
#include "model/exchange/sheet_writer.h"
#include "model/pdf/embedded_files.h"
#include "model/procedure/batch_pack.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/paper_signing.h"
#include "model/recommendation/ranking_sheet_paper.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNumber = 99;
constexpr qint64 sheetBytes = 150'000; ///< about what its three files come to

QString withSuffix(const QString& name, const QString& suffix)
{
    return QFileInfo(name).completeBaseName() + u'.' + suffix;
}

/// The call's name for a paper of the body, which has no dossier to take names from.
QString bodyFileName(const CallPack& pack, const QString& kind, const QString& body)
{
    Dossier named;
    for (const Section& section : pack.sections)
        for (const Field& field : section.fields)
            if (field.type == FieldType::RecommendingBody)
                named.values.insert(field.id, body);
    return paperFileName(pack, kind, named);
}

/// Names no two of which are the same to Windows.
class FreeNames
{
public:
    QString take(const QString& name)
    {
        QString free = name;
        for (int copy = 2; m_taken.contains(foldedEntryName(free)); ++copy)
            free = u"%1 (%2).%3"_s.arg(QFileInfo(name).completeBaseName(), QString::number(copy), QFileInfo(name).suffix());
        m_taken.insert(foldedEntryName(free));
        return free;
    }

private:
    QSet<QString> m_taken;
};

/// Makes a sending ready: the sheet, and where each file lies.
class Consignment
{
public:
    Consignment(Workspace& workspace, qint64 batch, QDate day)
        : m_workspace(workspace), m_pack(batchPack(workspace, batch)), m_view(batchView(workspace, batch, m_pack))
    {
        const std::optional<Sending> last = workspace.sendings().lastSending(batch);
        m_sheet = headOf(last ? last->number + 1 : 1, day.isValid() ? day : QDate::currentDate());
        const QList<const Candidate*> recommended = m_view.recommended();
        for (const Candidate* const each : recommended)
            add(*each);
        if (last)
            m_before = parseRankingSheet(canonicalJson(last->content), m_view.batch.name);
    }

    const CallPack& pack() const { return m_pack; }
    const BatchView& view() const { return m_view; }
    const RankingSheet& sheet() const { return m_sheet; }
    QList<BundleFile> files() const { return m_files; }

    ExportedBatch planned(qint64 limit) const
    {
        ExportedBatch planned;
        planned.sheet = m_sheet;
        planned.findings = sendingFindings(m_view, m_pack);
        for (const BundleFile& file : m_files)
            planned.files << PackageFile{file.name, QFileInfo(file.path).size()};
        planned.bytes = bytesOf(planned.files) + sheetBytes;
        if (m_before)
            planned.changes = changesBetween(*m_before, m_sheet);
        if (limit > 0 && planned.bytes > limit)
            planned.findings << overLimit(planned, limit);
        return planned;
    }

private:
    RankingSheet headOf(int number, QDate day) const
    {
        const Body& body = m_view.batch.body;
        RankingSheet sheet;
        sheet.callId = m_pack.id;
        sheet.formHash = m_pack.formHash;
        sheet.body = body.name;
        sheet.bodyKind = body.kind;
        sheet.quota = m_pack.facts.quota(body.kind).value_or(0);
        sheet.contact = body.contact;
        sheet.phone = body.phone;
        sheet.number = std::min(number, mostNumber);
        sheet.issued = day;
        if (m_view.decision) {
            sheet.meeting = m_view.decision->meeting;
            sheet.decided = m_view.decision->day;
            sheet.document = m_view.decision->number;
        }
        for (const Declaration& each : body.declarations)
            if (each.made)
                sheet.declared << each.condition;
        return sheet;
    }

    void add(const Candidate& candidate)
    {
        const QString paper = m_workspace.objects().path(candidate.paper);
        SheetDossier each;
        each.dossier = candidate.dossier;
        each.revision = candidate.revision;
        each.fingerprint = candidate.fingerprint;
        each.title = candidate.title;
        each.category = candidate.category;
        each.applicant = candidate.applicant;
        each.code = candidate.code;
        each.place = candidate.place;
        each.contact = candidate.contact;
        each.phone = candidate.phone;
        each.online = candidate.online;
        each.signature = candidate.signature;
        each.sha256 = candidate.paper;
        each.file = m_names.take(paperFileName(m_pack, u"dossier"_s, readDossierData(paper)));
        m_files << BundleFile{each.file, paper};
        const EndorsementState state = endorsementOf(candidate, m_view.endorsements);
        const QList<Endorsement> all = state.own + state.joint;
        for (const Endorsement& endorsement : all)
            each.signatures << expected(endorsement, each.file);
        m_sheet.dossiers << each;
    }

    ExpectedSignature expected(const Endorsement& endorsement, const QString& dossierFile)
    {
        ExpectedSignature signature{endorsement.body, endorsement.joint, endorsement.kind, endorsement.signer, {}, {}};
        if (endorsement.kind == "ink"_L1) {
            signature.sha256 = endorsement.paper;
            signature.file = m_names.take(safeFileName(QFileInfo(dossierFile).completeBaseName() + u"-签章件.pdf"));
            m_files << BundleFile{signature.file, m_workspace.objects().path(endorsement.paper)};
        }
        return signature;
    }

    static Finding overLimit(const ExportedBatch& planned, qint64 limit)
    {
        QList<PackageFile> heaviest = planned.files;
        std::sort(heaviest.begin(), heaviest.end(), [](const PackageFile& a, const PackageFile& b) { return a.bytes > b.bytes; });
        QStringList names;
        for (const PackageFile& file : heaviest.mid(0, 3))
            names << u"%1（%2）"_s.arg(file.name, sizeWords(file.bytes));
        return makeFinding("batch.size", Severity::Warning,
                           LocalizedText{u"报送包约 %1，超过对方能收的 %2。最大的是：%3。可以请申报单位压缩照片后重报，或改用 U 盘、网盘报送。"_s,
                                         u"The bundle comes to %1, over the %2 that the receiver takes. The heaviest: %3. Ask the applicants for smaller photos, or send it on a stick."_s}
                               .arg(sizeWords(planned.bytes), sizeWords(limit), names.join(u"；"_s)));
    }

    Workspace& m_workspace;
    const CallPack& m_pack;
    BatchView m_view;
    RankingSheet m_sheet;
    QList<BundleFile> m_files;
    FreeNames m_names;
    std::optional<RankingSheet> m_before;
};

/// The three forms of the sheet, in front of the dossiers.
QList<BundleFile> writeSheets(const Consignment& packing, const ExportOrder& order, const QTemporaryDir& scratch)
{
    const QString name = bodyFileName(packing.pack(), u"ranking"_s, packing.sheet().body);
    const QString pdf = scratch.filePath(u"ranking.pdf"_s);
    if (order.certificate) {
        const QString open = scratch.filePath(u"open.pdf"_s);
        writeOpenRankingSheet(packing.sheet(), packing.pack(), open);
        signPaper(open, pdf, {SignatureRole::Applicant, *order.certificate, {}, packing.sheet().body, QDateTime::currentDateTime(), {}});
    } else {
        writeRankingSheet(packing.sheet(), packing.pack(), *order.deliveryKey, pdf);
    }
    const QString table = scratch.filePath(u"ranking.xlsx"_s);
    const QString document = scratch.filePath(u"ranking.docx"_s);
    writeRankingTable(packing.sheet(), packing.pack(), table);
    writeRankingDocument(packing.sheet(), packing.pack(), document);
    return {{name, pdf}, {withSuffix(name, u"xlsx"_s), table}, {withSuffix(name, u"docx"_s), document}};
}

LocalizedText messageOf(const ExportedBatch& batch, const QString& bundle, const ExportOrder& order)
{
    QStringList lines;
    for (const PackageFile& file : batch.files)
        lines << u"%1（%2）"_s.arg(file.name, sizeWords(file.bytes));
    LocalizedText words = LocalizedText{u"%1 推荐 %2 项，第 %3 次报送。\n报送包：%4（%5）\n校验码（SHA-256）：%6\n包内文件：\n%7\n请勿用其他软件另存或打印成 PDF：那样会丢失数据和签名。"_s,
                                        u"%1 recommends %2, sending no. %3.\nBundle: %4 (%5)\nCheck code (SHA-256): %6\nFiles in it:\n%7\nPlease do not save them with another program or print "
                                        "them to PDF: data and signatures would be lost."_s}
                              .arg(batch.sheet.body, QString::number(batch.sheet.dossiers.size()), QString::number(batch.sheet.number), QFileInfo(bundle).fileName(),
                                   sizeWords(batch.bytes), QString::fromLatin1(sha256OfFile(bundle).toHex()), lines.join(u'\n'));
    if (order.passphrase)
        words = {words.zh + u"\n报送包已加口令，口令另行电话告知。"_s, words.en + u"\nThe bundle is encrypted; the passphrase is told by telephone."_s};
    return words;
}

} // namespace

void writeRankingTable(const RankingSheet& sheet, const CallPack& pack, const QString& path)
{
    SheetContent content;
    content.name = rankingSheetTitle(pack);
    content.title = sheet.body + u"　"_s + rankingSheetTitle(pack);
    content.intro = {rankingIntro(sheet, pack)};
    content.headers = rankingColumns(pack) + QStringList{u"统一社会信用代码"_s, u"网上申报"_s};
    for (int i = 0; i < sheet.dossiers.size(); ++i)
        content.rows << rankingCells(sheet, i) + QStringList{sheet.dossiers.at(i).code, sheet.dossiers.at(i).online};
    content.widths = {6, 34, 30, 18, 22, 12, 22, 16};
    const QStringList declared = rankingDeclarations(sheet, pack);
    for (const QString& each : declared)
        content.notes << u"声明不存在：%1"_s.arg(each);
    content.notes << u"%1　%2"_s.arg(sheet.body, sheet.issued.toString(u"yyyy年M月d日"_s));
    writeSheetFile(path, {content});
}

void writeRankingDocument(const RankingSheet& sheet, const CallPack& pack, const QString& path)
{
    using Kind = DocumentPart::Kind;
    QList<DocumentPart> parts{{Kind::Title, rankingSheetTitle(pack)}, {Kind::Paragraph, rankingIntro(sheet, pack)}};
    DocumentPart table{Kind::Table, {}};
    table.headers = rankingColumns(pack);
    for (int i = 0; i < sheet.dossiers.size(); ++i)
        table.rows << rankingCells(sheet, i);
    table.shares = {0.08, 0.26, 0.22, 0.17, 0.15, 0.12};
    parts << table;
    const QStringList declared = rankingDeclarations(sheet, pack);
    if (!declared.isEmpty())
        parts << DocumentPart{Kind::Paragraph, u"我单位声明不存在下列情形："_s + declared.join(u'；') + u"。"_s};
    parts << DocumentPart{Kind::Right, sheet.body} << DocumentPart{Kind::Right, sheet.issued.toString(u"yyyy年M月d日"_s)};
    writeDocumentFile(path, parts);
}

ExportedBatch plannedExport(Workspace& workspace, qint64 batch, qint64 limit)
{
    return Consignment(workspace, batch, {}).planned(limit);
}

ExportedBatch exportBatch(Workspace& workspace, qint64 batch, const ExportOrder& order, const WorkControl& control, const Aside& aside)
{
    const Consignment packing(workspace, batch, order.day);
    ExportedBatch result = packing.planned(order.limit);
    if (hasError(result.findings))
        return result;
    const QTemporaryDir scratch;
    QList<BundleFile> files;
    aside([&] {
        files = writeSheets(packing, order, scratch) + packing.files();
        const BundleKind kind = packageFormOf(order.out) == PackageForm::Zip ? BundleKind::Zip : BundleKind::Bundle;
        if (!writeBundle(order.out, files, kind, control, order.passphrase))
            throw Cancelled();
    });
    result.files.clear();
    for (const BundleFile& file : files)
        result.files << PackageFile{file.name, QFileInfo(file.path).size()};
    result.bytes = QFileInfo(order.out).size();
    Sending sending;
    sending.batch = batch;
    sending.bundle = sha256OfFile(order.out);
    sending.size = result.bytes;
    sending.content = toJson(packing.sheet());
    sending.person = order.person;
    workspace.sendings().addSending(sending);
    result.written = true;
    result.message = messageOf(result, order.out, order);
    return result;
}

} // namespace jz
