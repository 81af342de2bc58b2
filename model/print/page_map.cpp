// SPDX-License-Identifier: Apache-2.0
#include "model/print/page_map.h"

#include "model/base/json_file.h"

#include <QJsonArray>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QJsonArray numbers(const QRectF& rect)
{
    return {rect.x(), rect.y(), rect.width(), rect.height()};
}

QRectF rectFrom(const QJsonValue& value)
{
    return {value[0].toDouble(), value[1].toDouble(), value[2].toDouble(), value[3].toDouble()};
}

QJsonObject pageJson(const MappedPage& page)
{
    QJsonArray areas;
    for (const SignatureArea& area : page.areas)
        areas.append(QJsonObject{{u"role"_s, area.role}, {u"rect"_s, numbers(area.rect)}});
    return {{u"size"_s, QJsonArray{page.size.width(), page.size.height()}},
            {u"fingerprint"_s, page.fingerprint},
            {u"code"_s, page.code},
            {u"codeRect"_s, numbers(page.codeRect)},
            {u"form"_s, page.isForm},
            {u"areas"_s, areas}};
}

MappedPage pageFrom(const QJsonValue& json)
{
    MappedPage page;
    page.size = QSizeF(json[u"size"][0].toDouble(), json[u"size"][1].toDouble());
    page.fingerprint = json[u"fingerprint"].toString();
    page.code = json[u"code"].toString();
    page.codeRect = rectFrom(json[u"codeRect"]);
    page.isForm = json[u"form"].toBool();
    const QJsonArray areas = json[u"areas"].toArray();
    for (const QJsonValue& area : areas)
        page.areas.append({area[u"role"].toString(), rectFrom(area[u"rect"])});
    return page;
}

} // namespace

QString pageMapName()
{
    return u"pages.json"_s;
}

QByteArray pageMapJson(const PageMap& map)
{
    QJsonArray pages;
    for (const MappedPage& page : map.pages)
        pages.append(pageJson(page));
    return canonicalJson({{u"kind"_s, map.kind},
                          {u"id"_s, map.id.toString(QUuid::WithoutBraces)},
                          {u"revision"_s, map.revision},
                          {u"fingerprint"_s, QString::fromLatin1(map.fingerprint.toHex())},
                          {u"call"_s, map.callId},
                          {u"draft"_s, map.draft},
                          {u"pages"_s, pages}});
}

PageMap parsePageMap(const QByteArray& json, const QString& subject)
{
    const QJsonObject object = parseJsonObject(json, subject);
    PageMap map;
    map.kind = object[u"kind"].toString();
    map.id = QUuid::fromString(object[u"id"].toString());
    map.revision = object[u"revision"].toInt();
    map.fingerprint = QByteArray::fromHex(object[u"fingerprint"].toString().toLatin1());
    map.callId = object[u"call"].toString();
    map.draft = object[u"draft"].toBool();
    const QJsonArray pages = object[u"pages"].toArray();
    for (const QJsonValue& page : pages)
        map.pages.append(pageFrom(page));
    if (map.id.isNull() || map.pages.isEmpty() || map.fingerprint.size() != 32)
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"“%1”中的页面清单不完整。请向发送者索取原始文件。"_s,
                                  u"The page list inside “%1” is not complete. Ask the sender for the original file."_s}
                        .arg(subject),
                    subject);
    return map;
}

QList<PageChange> comparePages(const PageMap& before, const PageMap& now)
{
    QList<PageChange> changes;
    for (qsizetype i = 0; i < now.pages.size(); ++i) {
        const MappedPage& page = now.pages.at(i);
        PageChange change{int(i) + 1, 0, {}};
        const auto isSame = [&](qsizetype j) { return before.pages.at(j).fingerprint == page.fingerprint; };
        if (i < before.pages.size() && isSame(i))
            change.before = int(i) + 1;
        for (qsizetype j = 0; j < before.pages.size() && change.before == 0; ++j)
            change.before = isSame(j) ? int(j) + 1 : 0;
        for (const SignatureArea& area : page.areas) {
            if (change.before == 0 && !change.signAnew.contains(area.role))
                change.signAnew << area.role;
        }
        changes.append(change);
    }
    return changes;
}

} // namespace jz
