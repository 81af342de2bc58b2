// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/participants_list.h"

#include "model/base/json_file.h"
#include "model/base/sha256.h"
#include "model/call/call_pack_reader.h"
#include "model/pdf/assemble.h"
#include "model/pdf/embedded_files.h"
#include "model/print/dossier_paper.h"
#include "model/print/page_map.h"
#include "model/print/painter.h"
#include "model/print/participants_paper.h"
#include "model/procedure/paper_signing.h"
#include "model/reference/csv.h"
#include "model/signature/certificate_file.h"
#include "model/signature/delivery_mark.h"

#include <QFileInfo>
#include <QDir>
#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestTable = 4'000'000;
constexpr qint64 largestData = 20'000'000;
constexpr int highestNumber = 99; // two digits stand in the page codes

QString dataName()
{
    return u"participants.json"_s;
}

/// Names of the columns as they stand in the first line, in Chinese or English.
struct Columns
{
    explicit Columns(const QByteArray& table)
    {
        if (QString::fromUtf8(table.left(200)).contains(u"名称"))
            name = u"名称"_s, kind = u"类别"_s, certificate = u"证书"_s;
    }
    QString name = u"name"_s;
    QString kind = u"kind"_s;
    QString certificate = u"certificate"_s;
};

[[noreturn]] void wrongLine(const QString& path, int line, const LocalizedText& why)
{
    throw Error(ErrorCode::Malformed,
                LocalizedText{u"“%1”第 %2 行：%3"_s, u"“%1”, line %2: %3"_s}.arg(path, QString::number(line), why), path);
}

TrustKind kindOf(const QString& word, const QString& path, int line)
{
    for (const TrustKind kind : {TrustKind::Body, TrustKind::Expert}) {
        if (word == trustKindName(kind) || word == trustKindWord(kind).zh)
            return kind;
    }
    wrongLine(path, line,
              LocalizedText{u"类别“%1”不认识，请写“推荐单位”或“专家”。"_s, u"the kind “%1” is unknown: write body or expert."_s}.arg(word));
}

QByteArray certificateOf(const QString& file, const QString& table, int line)
{
    const QString path = QFileInfo(table).dir().filePath(file);
    const QList<QByteArray> certificates = readCertificates(path);
    if (certificates.size() != 1)
        wrongLine(table, line, LocalizedText{u"“%1”里有 %2 张证书，请只放签名人自己的一张。"_s, u"there are %2 certificates in “%1”: leave the signer's own alone."_s}
                                   .arg(file, QString::number(certificates.size())));
    if (isDeliveryMark(certificates.first()))
        wrongLine(table, line, LocalizedText{u"“%1”是传输校验的证书，不代表任何单位，请换成签名证书。"_s,
                                             u"“%1” is the certificate of a delivery mark, which stands for no unit: use the signing certificate."_s}
                                   .arg(file));
    return certificates.first();
}

QByteArray dataOf(const ParticipantsList& list)
{
    QJsonArray entries;
    for (const Participant& one : list.entries)
        entries.append(QJsonObject{{u"name"_s, one.name},
                                   {u"kind"_s, trustKindName(one.kind)},
                                   {u"certificate"_s, QString::fromLatin1(one.certificate.toBase64())}});
    return canonicalJson({{u"call"_s, list.callId},
                          {u"number"_s, list.number},
                          {u"issued"_s, list.issued.toString(Qt::ISODate)},
                          {u"office"_s, list.office},
                          {u"entries"_s, entries}});
}

[[noreturn]] void brokenData(const QString& pdf)
{
    throw Error(ErrorCode::Malformed,
                LocalizedText{u"“%1”中的名单数据不完整，没有导入。请向办公室重新索取。"_s,
                              u"The data of the list in “%1” are incomplete; nothing was imported. Ask the office for it again."_s}
                    .arg(pdf),
                pdf);
}

Participant participantFrom(const QJsonValue& json, const QString& pdf)
{
    const auto kind = trustKindOf(json[u"kind"].toString());
    const QByteArray certificate = QByteArray::fromBase64(json[u"certificate"].toString().toLatin1());
    const bool isPossible = kind == TrustKind::Body || kind == TrustKind::Expert;
    if (!isPossible || json[u"name"].toString().isEmpty() || isDeliveryMark(certificate))
        brokenData(pdf);
    summaryOfCertificate(certificate, pdf);
    return {json[u"name"].toString(), *kind, certificate};
}

ParticipantsContent contentOf(const ParticipantsList& list, const CallPack& pack, const QUuid& id, const QByteArray& fingerprint)
{
    ParticipantsContent content{pack, id, list.number, list.issued, list.office, fingerprint, {}};
    for (const Participant& one : list.entries) {
        const CertificateSummary summary = summaryOfCertificate(one.certificate, one.name);
        content.rows.append({one.name, trustKindWord(one.kind).zh, summary.fingerprint, summary.validTo.date()});
    }
    return content;
}

void assembleList(const ParticipantsList& list, const CallPack& pack, const Identity& office, const QString& out)
{
    const QByteArray data = dataOf(list);
    const QByteArray fingerprint = sha256(data);
    static const QUuid lists(u"5bb1e0a5-3a4f-4c57-9b39-1f0c66a4d8f2"_s);
    const QUuid id = QUuid::createUuidV5(lists, u"%1 %2 %3"_s.arg(list.callId, office.fingerprint(), QString::number(list.number)));
    TextShaper shaper(fontsOf(pack));
    const Paper paper = layoutParticipants(contentOf(list, pack, id, fingerprint), shaper);
    AssemblyPlan plan;
    plan.skeleton = drawPaper(paper, shaper);
    plan.signatureFields = paper.signatureFields;
    plan.bookmarks = paper.bookmarks;
    const PageMap map{u"participants"_s, id, list.number, fingerprint, pack.id, false, mappedPages(paper)};
    plan.embeddedFiles << EmbeddedFilePlan{dataName(), "application/json", u"参与方名单数据"_s, "Source", data, {}}
                       << EmbeddedFilePlan{pageMapName(), "application/json", u"页面清单"_s, "Data", pageMapJson(map), {}};
    plan.title = participantsTitle(pack);
    plan.author = list.office;
    plan.subject = pack.official;
    plan.keywords = u"juanzong participants"_s;
    assemblePdf(plan, out);
}

} // namespace

QList<Participant> readParticipantsTable(const QString& path)
{
    const QByteArray bytes = readWholeFile(path, largestTable);
    const Columns columns(bytes);
    QList<Participant> participants;
    QSet<QString> names;
    QSet<QByteArray> certificates;
    const QList<CsvRow> rows = readCsv(bytes, {columns.name, columns.kind, columns.certificate}, path);
    for (const CsvRow& row : rows) {
        const Participant one{row[columns.name].trimmed(), kindOf(row[columns.kind].trimmed(), path, row.line()),
                              certificateOf(row[columns.certificate].trimmed(), path, row.line())};
        if (one.name.isEmpty())
            wrongLine(path, row.line(), {u"没有名称。"_s, u"the name is missing."_s});
        if (names.contains(one.name) || certificates.contains(one.certificate))
            wrongLine(path, row.line(), LocalizedText{u"“%1”或其证书前面已经有了。"_s, u"“%1” or its certificate stands there already."_s}.arg(one.name));
        names.insert(one.name);
        certificates.insert(one.certificate);
        participants.append(one);
    }
    if (participants.isEmpty())
        wrongLine(path, 1, {u"表中没有参与方。"_s, u"the table names nobody."_s});
    return participants;
}

void writeParticipantsList(const ParticipantsList& list, const Identity& office, const QDateTime& time, const QString& out)
{
    if (list.number < 1 || list.number > highestNumber)
        throw Error(ErrorCode::Usage, {u"名单的号数须是 1 到 99 的整数。"_s, u"The number of the list is a whole number from 1 to 99."_s}, u"number"_s);
    const CallPack pack = builtInCallPack(list.callId);
    const QTemporaryDir scratch;
    const QString open = scratch.filePath(u"open.pdf"_s);
    assembleList(list, pack, office, open);
    signPaper(open, out, {SignatureRole::Applicant, office, {}, {}, time, {}});
}

ParticipantsList readParticipantsList(const QString& pdf)
{
    QByteArray data;
    try {
        data = readEmbeddedFile(pdf, dataName(), largestData);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::NotFound && !QFileInfo::exists(pdf))
            throw;
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"“%1”不是参与方名单，或被打印、另存过。请用办公室发来的原始 PDF 文件。"_s,
                                  u"“%1” is no participants' list, or was printed or saved anew. Use the original PDF that the office sent."_s}
                        .arg(pdf),
                    pdf, error.detail());
    }
    const QJsonObject json = parseJsonObject(data, pdf);
    ParticipantsList list;
    list.callId = json.value(u"call"_s).toString();
    list.number = json.value(u"number"_s).toInt();
    list.issued = QDate::fromString(json.value(u"issued"_s).toString(), Qt::ISODate);
    list.office = json.value(u"office"_s).toString();
    const QJsonArray entries = json.value(u"entries"_s).toArray();
    for (const QJsonValue& entry : entries)
        list.entries.append(participantFrom(entry, pdf));
    if (list.callId.isEmpty() || list.number < 1 || list.number > highestNumber || !list.issued.isValid() || list.entries.isEmpty())
        brokenData(pdf);
    return list;
}

} // namespace jz
