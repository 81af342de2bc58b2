// SPDX-License-Identifier: Apache-2.0
#include "model/reference/recommending_bodies.h"

#include "model/base/error.h"
#include "model/base/json_file.h"
#include "model/reference/csv.h"
#include "model/reference/text_forms.h"

#include <QJsonArray>
#include <QSet>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

bool isKind(const QString& kind)
{
    return kind == u"provincial"_s || kind == u"national"_s;
}

Error malformed(const QString& subject, const QString& place)
{
    return Error(ErrorCode::Malformed,
                 LocalizedText{u"推荐单位名单“%1”有误（%2）：须有名称，类别须为 provincial 或 national，且名称不得重复。"_s,
                               u"The list of recommending bodies “%1” is wrong (%2): each needs a name of its own and a "
                               "kind, provincial or national."_s}
                     .arg(subject, place),
                 subject);
}

RecommendingBody ownBody(const QJsonObject& object)
{
    const auto text = [&](QLatin1StringView name) { return object.value(name).toString().trimmed(); };
    return {text("kind"_L1), text("name"_L1),     text("short"_L1), {},
            {},              text("division"_L1), text("note"_L1),  true};
}

} // namespace

void RecommendingBodies::reindex()
{
    m_byKey.clear();
    for (qsizetype i = m_bodies.size() - 1; i >= 0; --i) {
        const RecommendingBody& body = m_bodies.at(i);
        if (!body.shortName.isEmpty())
            m_byKey.insert(comparisonKey(body.shortName), i);
    }
    for (qsizetype i = m_bodies.size() - 1; i >= 0; --i)
        m_byKey.insert(comparisonKey(m_bodies.at(i).name), i);
}

RecommendingBodies RecommendingBodies::fromCsv(const QByteArray& bytes, const QString& subject)
{
    RecommendingBodies result;
    QSet<QString> names;
    const QStringList columns{u"kind"_s, u"name"_s, u"short"_s, u"code"_s, u"group"_s, u"division"_s, u"note"_s};
    for (const CsvRow& row : readCsv(bytes, columns, subject)) {
        const RecommendingBody body{row[u"kind"_s],  row[u"name"_s],     row[u"short"_s], row[u"code"_s],
                                    row[u"group"_s], row[u"division"_s], row[u"note"_s],  false};
        const QString key = comparisonKey(body.name);
        if (!isKind(body.kind) || key.isEmpty() || names.contains(key))
            throw malformed(subject, QString::number(row.line()));
        names.insert(key);
        result.m_bodies.append(body);
    }
    result.reindex();
    return result;
}

RecommendingBodies RecommendingBodies::withUserFile(const QByteArray& json, const QString& subject,
                                                    QList<LocalizedText>& warnings) const
{
    const QJsonObject file = parseJsonObject(json, subject);
    RecommendingBodies result = *this;
    const auto remove = [&](const QString& name) {
        const QString key = comparisonKey(name);
        return result.m_bodies.removeIf([&](const RecommendingBody& b) { return comparisonKey(b.name) == key; }) > 0;
    };
    for (const QJsonValue& name : file.value("hide"_L1).toArray())
        if (!remove(name.toString()))
            warnings.append(LocalizedText{u"要隐藏的推荐单位“%1”不在名单中。"_s,
                                          u"“%1”, which was to be hidden, is not in the list of recommending bodies."_s}
                                .arg(name.toString()));
    QSet<QString> names;
    const QJsonArray added = file.value("add"_L1).toArray();
    for (qsizetype i = 0; i < added.size(); ++i) {
        const RecommendingBody body = ownBody(added.at(i).toObject());
        const QString key = comparisonKey(body.name);
        if (!isKind(body.kind) || key.isEmpty() || names.contains(key))
            throw malformed(subject, u"/add/%1"_s.arg(i));
        names.insert(key);
        remove(body.name);
        result.m_bodies.append(body);
        warnings.append(LocalizedText{u"推荐单位“%1”由用户自行添加，不在随程序提供的名单中，请核实。"_s,
                                      u"“%1” was added by the user and is not in the list that came with the program: "
                                      "make sure of it."_s}
                            .arg(body.name));
    }
    result.reindex();
    return result;
}

const RecommendingBody* RecommendingBodies::find(const QString& name) const
{
    const auto found = m_byKey.find(comparisonKey(name));
    return found == m_byKey.end() ? nullptr : &m_bodies.at(*found);
}

} // namespace jz
