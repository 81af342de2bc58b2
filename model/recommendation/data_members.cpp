// SPDX-License-Identifier: Apache-2.0
#include "model/recommendation/data_members.h"

#include <QJsonArray>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestText = 20'000;
constexpr int hashBytes = 32;

} // namespace

QString DataMembers::text(const char* name) const
{
    const QJsonValue value = m_object.value(QLatin1StringView(name));
    if (!value.isString() || value.toString().size() > longestText)
        wrong(name);
    return value.toString();
}

QString DataMembers::someText(const char* name) const
{
    const QString value = text(name);
    if (value.trimmed().isEmpty())
        wrong(name);
    return value;
}

QByteArray DataMembers::hash(const char* name) const
{
    const QByteArray bytes = QByteArray::fromHex(text(name).toLatin1());
    if (bytes.size() != hashBytes || QString::fromLatin1(bytes.toHex()) != text(name))
        wrong(name);
    return bytes;
}

QByteArray DataMembers::optionalHash(const char* name) const
{
    return text(name).isEmpty() ? QByteArray() : hash(name);
}

QDate DataMembers::date(const char* name, bool needed) const
{
    const QString value = text(name);
    const QDate day = QDate::fromString(value, Qt::ISODate);
    if (!day.isValid() && (needed || !value.isEmpty()))
        wrong(name);
    return day;
}

QUuid DataMembers::id(const char* name) const
{
    const QUuid id = QUuid::fromString(text(name));
    if (id.isNull())
        wrong(name);
    return id;
}

int DataMembers::number(const char* name, int least, int most) const
{
    const QJsonValue value = m_object.value(QLatin1StringView(name));
    const int number = value.toInt(least - 1);
    if (number < least || number > most)
        wrong(name);
    return number;
}

bool DataMembers::truth(const char* name) const
{
    const QJsonValue value = m_object.value(QLatin1StringView(name));
    if (!value.isBool())
        wrong(name);
    return value.toBool();
}

QJsonArray DataMembers::array(const char* name, qsizetype most) const
{
    const QJsonValue value = m_object.value(QLatin1StringView(name));
    if (!value.isArray() || value.toArray().size() > most)
        wrong(name);
    return value.toArray();
}

void DataMembers::wrong(const char* name) const
{
    throw Error(ErrorCode::Malformed,
                LocalizedText{u"“%1”中的%2数据不完整，没有读入。请向发出单位重新索取。"_s,
                              u"The data of the %2 in “%1” are incomplete; nothing was taken in. Ask whoever sent it for it again."_s}
                    .arg(m_place.subject, m_place.kind),
                m_place.subject, m_place.path + QLatin1StringView(name));
}

void requireKindAndFormat(const QJsonObject& data, const QString& kind, int knownFormat, const DataPlace& place)
{
    if (data.value("kind"_L1).toString() != kind)
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"“%1”不是%2。请选择推荐单位发来的%2 PDF。"_s, u"“%1” is no %2. Choose the %2 (PDF) that the recommending body sent."_s}
                        .arg(place.subject, place.kind),
                    place.subject);
    if (data.value("format"_L1).toInt() > knownFormat)
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"“%1”由更新版本的程序制作，这里读不了。请安装新版本程序后再打开。"_s,
                                  u"“%1” was made by a newer version of this program. Install that version and open it again."_s}
                        .arg(place.subject),
                    place.subject);
}

} // namespace jz
