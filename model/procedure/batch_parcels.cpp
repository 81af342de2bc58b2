// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/batch_parcels.h"

#include "model/base/cancelled.h"
#include "model/base/error.h"
#include "model/base/make_finding.h"
#include "model/exchange/document_writer.h"
#include "model/recommendation/ranking_sheet_paper.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCopies = 99;

using Kind = DocumentPart::Kind;

QString idText(const QUuid& id)
{
    return id.toString(QUuid::WithoutBraces);
}

QString dayWords(QDate day)
{
    return day.toString(u"yyyy年M月d日"_s);
}

const CallFacts::Deadline* paperDeadline(const CallPack& pack)
{
    for (const CallFacts::Deadline& each : pack.facts.deadlines)
        if (each.arrival)
            return &each;
    return nullptr;
}

Finding aboutArrival(const Parcel& parcel, const CallFacts::Deadline* deadline, const QDateTime& now)
{
    const QString number = QString::number(parcel.number);
    if (parcel.arrived.isValid())
        return makeFinding("parcel.late", Severity::Error,
                           LocalizedText{u"第 %1 件于 %2 送达，晚于%3（%4）。以送达时间为准，请立即与收件单位联系。"_s,
                                         u"Parcel %1 arrived at %2, after the time when %3 (%4). The arrival counts: call the receiver at once."_s}
                               .arg(number, parcel.arrived.toString(u"yyyy-MM-dd HH:mm"_s), deadline->label, deadline->at.toString(u"yyyy-MM-dd HH:mm"_s)),
                           deadline->clause);
    const bool isLate = deadline && deadline->at < now;
    return makeFinding("parcel.on-the-way", isLate ? Severity::Error : Severity::Hint,
                       LocalizedText{u"第 %1 件已于 %2 寄出（%3 %4），还没有登记送达。"_s, u"Parcel %1 was posted on %2 (%3 %4); its arrival is not written down."_s}.arg(
                           number, parcel.posted.toString(Qt::ISODate), parcel.courier, parcel.waybill),
                       deadline ? deadline->clause : QString());
}

QString materialLine(const QJsonObject& material)
{
    return material.value("label"_L1).toObject().value("zh"_L1).toString();
}

/// What the call wants on paper.
QStringList materials(const CallPack& pack)
{
    QStringList lines;
    const QJsonObject all = pack.facts.raw.value("materials"_L1).toObject();
    for (const QJsonValue& each : all)
        lines << materialLine(each.toObject());
    return lines;
}

QString askWords(const Body& body)
{
    return QStringList{body.contact, body.phone}.join(u'　').trimmed();
}

DocumentPart packingTable(const QList<PackedCopies>& packed, const BatchView& view)
{
    DocumentPart table{Kind::Table, {}};
    table.headers = QStringList{u"排序"_s, u"名称"_s, u"申报单位"_s, u"份数"_s, u"已核"_s};
    table.shares = {0.09, 0.40, 0.29, 0.11, 0.11};
    int sum = 0;
    for (const PackedCopies& each : packed) {
        const Candidate* const candidate = view.candidate(each.dossier);
        const int place = view.ranking.place(each.dossier);
        table.rows << QStringList{place ? QString::number(place) : QString(), candidate ? candidate->title + u"（第 %1 稿）"_s.arg(candidate->revision) : idText(each.dossier),
                                  candidate ? candidate->applicant : QString(), QString::number(each.copies), u"□"_s};
        sum += each.copies;
    }
    table.rows << QStringList{{}, u"合计"_s, {}, QString::number(sum), {}};
    return table;
}

} // namespace

QList<PackedCopies> packedIn(const Parcel& parcel, const BatchView& view)
{
    QList<PackedCopies> packed;
    const QStringList ids = parcel.content.keys();
    for (const QString& id : ids)
        packed << PackedCopies{QUuid::fromString(id), parcel.content.value(id).toInt()};
    const auto place = [&](const PackedCopies& each) {
        const int ranked = view.ranking.place(each.dossier);
        return ranked ? ranked : int(view.ranking.order.size()) + 1;
    };
    std::stable_sort(packed.begin(), packed.end(), [&](const PackedCopies& a, const PackedCopies& b) { return place(a) < place(b); });
    return packed;
}

Parcel packParcel(Workspace& workspace, const BatchView& view, const QList<PackedCopies>& content, const Parcel& fate)
{
    if (content.isEmpty())
        throw Error(ErrorCode::Usage, text(u"还没有推荐的申报书，没有可以寄的材料。", u"Nobody is recommended yet: there is nothing to post."), view.batch.name);
    Parcel parcel = fate;
    parcel.batch = view.batch.key;
    for (const PackedCopies& each : content) {
        if (each.copies < 1 || each.copies > mostCopies)
            throw Error(ErrorCode::Usage, text(u"每份申报书装 1 到 99 份。", u"Each dossier has 1 to 99 copies."), idText(each.dossier));
        if (!view.isRecommended(each.dossier))
            throw Error(ErrorCode::Usage, text(u"这份申报书不在推荐之列，不随本批寄送。", u"This dossier is not recommended and does not go with the batch."), idText(each.dossier));
        parcel.content.insert(idText(each.dossier), each.copies);
    }
    const QList<Parcel> before = workspace.sendings().parcels(view.batch.key);
    parcel.number = before.isEmpty() ? 1 : before.last().number + 1;
    followParcel(workspace, parcel);
    return parcel;
}

void followParcel(Workspace& workspace, const Parcel& parcel)
{
    if (parcel.arrived.isValid() && (!parcel.posted.isValid() || parcel.arrived.date() < parcel.posted))
        throw Error(ErrorCode::Usage, text(u"送达须在寄出之后；请先登记寄出日期。", u"A parcel arrives after it was posted: write down when that was."), QString::number(parcel.number));
    workspace.sendings().keepParcel(parcel);
}

Findings parcelFindings(const QList<Parcel>& parcels, const BatchView& view, const CallPack& pack, const QDateTime& now)
{
    Findings findings;
    QSet<QUuid> packed;
    const CallFacts::Deadline* const deadline = paperDeadline(pack);
    for (const Parcel& parcel : parcels) {
        const QList<PackedCopies> content = packedIn(parcel, view);
        for (const PackedCopies& each : content) {
            packed.insert(each.dossier);
            const Candidate* const candidate = view.candidate(each.dossier);
            if (!view.isRecommended(each.dossier))
                findings << makeFinding("parcel.not-recommended", Severity::Error,
                                        LocalizedText{u"第 %1 件里的“%2”现在不在推荐之列。"_s, u"“%2” in parcel %1 is not recommended any more."_s}.arg(
                                            QString::number(parcel.number), candidate ? candidate->title : idText(each.dossier)));
        }
        const bool isLate = parcel.arrived.isValid() && deadline && deadline->at < parcel.arrived;
        if (isLate || (parcel.posted.isValid() && !parcel.arrived.isValid()))
            findings << aboutArrival(parcel, deadline, now);
    }
    const QList<const Candidate*> recommended = view.recommended();
    for (const Candidate* const each : recommended)
        if (!packed.contains(each->dossier))
            findings << makeFinding("parcel.not-packed", Severity::Warning,
                                    LocalizedText{u"《%1》的纸质材料还没有装件。"_s, u"The paper copies of “%1” are in no parcel yet."_s}.arg(each->title));
    return findings;
}

void writeParcelPapers(const Parcel& parcel, const BatchView& view, const CallPack& pack, const QString& out)
{
    const QJsonObject address = pack.facts.raw.value("address"_L1).toObject();
    const Body& body = view.batch.body;
    QList<DocumentPart> parts{{Kind::Large, u"收件：%1"_s.arg(address.value("addressee"_L1).toString())},
                              {Kind::Large, address.value("street"_L1).toString()},
                              {Kind::Large, u"邮编：%1"_s.arg(address.value("postcode"_L1).toString())},
                              {Kind::Plain, {}},
                              {Kind::Plain, u"内件：《%1》纸质材料，第 %2 件"_s.arg(pack.official, QString::number(parcel.number))},
                              {Kind::Plain, u"寄件：%1"_s.arg(body.name)},
                              {Kind::Plain, u"联系人：%1"_s.arg(askWords(body))}};
    if (const CallFacts::Deadline* const deadline = paperDeadline(pack))
        parts << DocumentPart{Kind::Plain, u"%1：%2（以送达为准）"_s.arg(deadline->label.zh, deadline->at.toString(u"yyyy年M月d日 H:mm"_s))};
    if (!parcel.courier.isEmpty() || !parcel.waybill.isEmpty())
        parts << DocumentPart{Kind::Plain, u"快递：%1　单号：%2"_s.arg(parcel.courier, parcel.waybill)};
    parts << DocumentPart{Kind::PageBreak, {}} << DocumentPart{Kind::Title, u"装箱清单（第 %1 件）"_s.arg(parcel.number)}
          << DocumentPart{Kind::Paragraph, u"%1寄送《%2》的纸质材料如下，装件前请逐份核对。"_s.arg(body.name, pack.official)} << packingTable(packedIn(parcel, view), view);
    const QStringList wanted = materials(pack);
    if (!wanted.isEmpty())
        parts << DocumentPart{Kind::Paragraph, u"通知要求的材料：%1。"_s.arg(wanted.join(u'；'))};
    parts << DocumentPart{Kind::Plain, u"装件人：　　　　　　　　复核人：　　　　　　　　日期："_s};
    writeDocumentFile(out, parts);
}

void writeCoverLetter(const BatchView& view, const CallPack& pack, QDate day, const QString& out)
{
    const QList<const Candidate*> recommended = view.recommended();
    if (recommended.isEmpty())
        throw Error(ErrorCode::Usage, text(u"还没有推荐的申报书，无从出函。", u"Nobody is recommended yet: there is nothing to write about."), view.batch.name);
    const Body& body = view.batch.body;
    QString order = u"根据《%1》（%2），经审核"_s.arg(pack.official, pack.documentNumber);
    if (view.decision)
        order += u"并由%1（%2）研究决定"_s.arg(view.decision->meeting, dayWords(view.decision->day));
    order += u"，我单位推荐下列 %1 项，按推荐顺序排列："_s.arg(recommended.size());
    QList<DocumentPart> parts{{Kind::Title, u"%1关于报送推荐材料的函"_s.arg(body.name)},
                              {Kind::Plain, pack.facts.raw.value("address"_L1).toObject().value("addressee"_L1).toString() + u'：'},
                              {Kind::Paragraph, order}};
    for (qsizetype i = 0; i < recommended.size(); ++i)
        parts << DocumentPart{Kind::Paragraph, u"%1. %2（申报单位：%3）"_s.arg(QString::number(i + 1), recommended.at(i)->title, recommended.at(i)->applicant)};
    const QString enclosed = rankingSheetTitle(pack);
    parts << DocumentPart{Kind::Paragraph, u"现将%1及申报材料随函报送，请审阅。"_s.arg(enclosed)};
    if (!askWords(body).isEmpty())
        parts << DocumentPart{Kind::Paragraph, u"联系人：%1"_s.arg(askWords(body))};
    const QStringList wanted = materials(pack);
    parts << DocumentPart{Kind::Paragraph, u"附件：%1"_s.arg(wanted.isEmpty() ? enclosed : wanted.join(u'；'))} << DocumentPart{Kind::Right, body.name}
          << DocumentPart{Kind::Right, dayWords(day.isValid() ? day : QDate::currentDate())};
    writeDocumentFile(out, parts);
}

} // namespace jz
