// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/dossier_json.h"

#include "model/base/json_file.h"
#include "model/base/sha256.h"

#include <QJsonArray>
#include <QSet>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int currentFormat = 1;

/// Reads members of an object and refuses the document when one is missing or of another type.
class Reader
{
public:
    Reader(QJsonObject object, QString place, QString subject)
        : m_object(std::move(object)), m_place(std::move(place)), m_subject(std::move(subject))
    {
    }

    QString text(QLatin1StringView name) const { return required(name, QJsonValue::String).toString(); }
    QJsonObject object(QLatin1StringView name) const { return required(name, QJsonValue::Object).toObject(); }
    QJsonArray array(QLatin1StringView name) const { return required(name, QJsonValue::Array).toArray(); }
    bool has(QLatin1StringView name) const { return m_object.contains(name); }
    bool truth(QLatin1StringView name) const { return required(name, QJsonValue::Bool).toBool(); }

    qint64 number(QLatin1StringView name, qint64 least) const
    {
        const qint64 value = required(name, QJsonValue::Double).toInteger(least - 1);
        if (value < least)
            fail(name);
        return value;
    }

    QByteArray hash(QLatin1StringView name) const
    {
        const QByteArray hex = text(name).toLatin1();
        const QByteArray raw = QByteArray::fromHex(hex);
        if (raw.toHex() != hex || (!raw.isEmpty() && raw.size() != 32))
            fail(name);
        return raw;
    }

    [[noreturn]] void fail(QLatin1StringView name) const
    {
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"“%1”中的申报书数据不完整或已损坏（%2）。请使用原始文件，或请发送人重新导出。"_s,
                                  u"The dossier data in “%1” is incomplete or damaged (%2). Use the original file or "
                                  "have it exported anew."_s}
                        .arg(m_subject, m_place + name),
                    m_subject);
    }

private:
    QJsonValue required(QLatin1StringView name, QJsonValue::Type type) const
    {
        const QJsonValue value = m_object.value(name);
        if (value.type() != type)
            fail(name);
        return value;
    }

    QJsonObject m_object;
    QString m_place;
    QString m_subject;
};

void refuseNewerFormat(qint64 format, const QString& subject)
{
    if (format > currentFormat)
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"“%1”由更新版本的程序生成（数据格式 %2）。请升级本程序后再打开。"_s,
                                  u"“%1” was made by a newer version (data format %2). Update this program to open "
                                  "it."_s}
                        .arg(subject, QString::number(format)),
                    subject);
}

/// The name becomes a file on the receiver's disk: it must not lead anywhere else.
bool leavesFolder(const QString& name)
{
    return name.contains(u'/') || name.contains(u'\\') || name.contains(QChar(u'\0')) || name == u"."_s
           || name == u".."_s || name.isEmpty();
}

void readAttachments(const QJsonArray& list, const QString& subject, Dossier& dossier)
{
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString place = u"attachments/%1/"_s.arg(i);
        const QJsonObject object = list.at(i).toObject();
        const Attachment attachment = attachmentFromJson(object, place, subject);
        dossier.attachments[Reader(object, place, subject).text("field"_L1)].append(attachment);
    }
}

void giveIdsToRows(QJsonArray& rows)
{
    QSet<QString> used;
    for (auto row = rows.begin(); row != rows.end(); ++row)
        used.insert(row->toObject().value("id"_L1).toString());
    QSet<QString> taken;
    int next = 1;
    for (auto row = rows.begin(); row != rows.end(); ++row) {
        QJsonObject object = row->toObject();
        QString id = object.value("id"_L1).toString();
        if (id.isEmpty() || taken.contains(id)) {
            while (used.contains(u"r%1"_s.arg(next)))
                ++next;
            id = u"r%1"_s.arg(next++);
            object.insert("id"_L1, id);
            *row = object;
        }
        taken.insert(id);
    }
}

} // namespace

QJsonObject attachmentJson(const Attachment& attachment)
{
    QJsonObject object{{u"name"_s, attachment.name},
                       {u"kind"_s, attachment.kind},
                       {u"caption"_s, attachment.caption},
                       {u"size"_s, attachment.size},
                       {u"sha256"_s, QString::fromLatin1(attachment.sha256.toHex())}};
    if (!attachment.pages.isEmpty())
        object.insert("pages"_L1, attachment.pages);
    if (attachment.turn != 0)
        object.insert("turn"_L1, attachment.turn);
    if (!attachment.originalInside)
        object.insert("originalInside"_L1, false);
    return object;
}

Attachment attachmentFromJson(const QJsonObject& object, const QString& place, const QString& subject)
{
    const Reader item(object, place, subject);
    Attachment attachment;
    attachment.name = item.text("name"_L1);
    if (leavesFolder(attachment.name))
        item.fail("name"_L1);
    attachment.kind = item.text("kind"_L1);
    attachment.caption = item.text("caption"_L1);
    attachment.size = item.number("size"_L1, 0);
    attachment.sha256 = item.hash("sha256"_L1);
    if (item.has("pages"_L1))
        attachment.pages = item.text("pages"_L1);
    if (item.has("turn"_L1)) {
        const qint64 turn = item.number("turn"_L1, 0);
        if (turn >= 360 || turn % 90 != 0)
            item.fail("turn"_L1);
        attachment.turn = int(turn);
    }
    if (item.has("originalInside"_L1))
        attachment.originalInside = item.truth("originalInside"_L1);
    return attachment;
}

QByteArray dossierJson(const Dossier& dossier)
{
    QJsonArray attachments;
    for (auto field = dossier.attachments.begin(); field != dossier.attachments.end(); ++field)
        for (const Attachment& attachment : *field) {
            QJsonObject object = attachmentJson(attachment);
            object.insert("field"_L1, field.key());
            attachments.append(object);
        }
    QJsonObject object{
        {u"format"_s, currentFormat},
        {u"call"_s, QJsonObject{{u"id"_s, dossier.callId},
                                {u"version"_s, dossier.callVersion},
                                {u"formHash"_s, QString::fromLatin1(dossier.formHash.toHex())}}},
        {u"id"_s, dossier.id.toString(QUuid::WithoutBraces)},
        {u"revision"_s, dossier.revision},
        {u"parent"_s, QString::fromLatin1(dossier.parent.toHex())},
        {u"values"_s, dossier.values},
        {u"attachments"_s, attachments},
    };
    QJsonObject reasons;
    for (auto reason = dossier.reasons.begin(); reason != dossier.reasons.end(); ++reason)
        reasons.insert(reason.key(), *reason);
    if (!reasons.isEmpty())
        object.insert("reasons"_L1, reasons);
    return canonicalJson(object);
}

QByteArray dossierFingerprint(const QByteArray& json)
{
    return sha256(json);
}

Dossier parseDossierJson(const QByteArray& bytes, const QString& subject)
{
    const QJsonObject object = parseJsonObject(bytes, subject);
    const Reader reader(object, {}, subject);
    refuseNewerFormat(reader.number("format"_L1, 1), subject);
    const Reader call(reader.object("call"_L1), u"call/"_s, subject);
    Dossier dossier;
    dossier.callId = call.text("id"_L1);
    dossier.callVersion = call.text("version"_L1);
    dossier.formHash = call.hash("formHash"_L1);
    dossier.id = QUuid::fromString(reader.text("id"_L1));
    if (dossier.id.isNull())
        reader.fail("id"_L1);
    constexpr qint64 mostRevisions = 1'000'000;
    const qint64 revision = reader.number("revision"_L1, 1);
    if (revision > mostRevisions)
        reader.fail("revision"_L1);
    dossier.revision = int(revision);
    dossier.parent = reader.hash("parent"_L1);
    dossier.values = reader.object("values"_L1);
    readAttachments(reader.array("attachments"_L1), subject, dossier);
    const QJsonObject reasons = object.contains("reasons"_L1) ? reader.object("reasons"_L1) : QJsonObject();
    for (auto reason = reasons.begin(); reason != reasons.end(); ++reason)
        dossier.reasons.insert(reason.key(), reason->toString());
    return dossier;
}

QUuid dossierIdFromValues(const Dossier& dossier)
{
    static const QUuid nameSpace(u"{6f1d6a0e-3c6b-4f59-9a54-7d0c1b7e52aa}"_s);
    return QUuid::createUuidV5(
        nameSpace, canonicalJson({{u"call"_s, dossier.callId}, {u"values"_s, dossier.values}}));
}

void giveRowIds(QJsonObject& values)
{
    for (auto value = values.begin(); value != values.end(); ++value) {
        QJsonArray rows = value->toArray();
        if (rows.isEmpty() || !rows.first().isObject())
            continue;
        giveIdsToRows(rows);
        *value = rows;
    }
}

QString dossierDataName()
{
    return u"dossier.json"_s;
}

} // namespace jz
