// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/check_report.h"
#include "model/procedure/batch_check.h"

#include <algorithm>
#include <array>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

struct Names
{
    const char* name;
    const char16_t* zh;
    const char16_t* en;
};

constexpr std::array kinds{Names{"review", u"送审稿或草稿", u"for review or draft"}, Names{"final", u"定稿（未签章）", u"final, unsigned"},
                           Names{"signed", u"已签章", u"signed"},                    Names{"slip", u"修改意见", u"return slip"},
                           Names{"supplement", u"补充通知", u"supplementary notice"},
                           Names{"other", u"其他文件", u"another paper"},            Names{"scan", u"扫描件", u"scanned pages"},            Names{"unknown", u"不认识", u"not understood"}};
constexpr std::array standings{Names{"counts", u"有效", u"counts"}, Names{"same-file", u"重复的同一文件", u"the same file again"},
                               Names{"replaced", u"已有更新的", u"a newer one is here"}, Names{"diverging", u"内容分歧", u"diverging"},
                               Names{"no-dossier", u"不是申报书", u"no dossier"}};

LocalizedText wordsOf(const Names& names)
{
    return {QString::fromUtf16(names.zh), QString::fromUtf16(names.en)};
}

} // namespace

QString batchKindName(BatchPaper::Kind kind)
{
    return QString::fromLatin1(kinds.at(size_t(kind)).name);
}

BatchPaper::Kind batchKindOf(const QString& name)
{
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& each) { return name == QLatin1StringView(each.name); });
    return found == kinds.end() ? BatchPaper::Kind::Unknown : BatchPaper::Kind(found - kinds.begin());
}

QString standingName(BatchPaper::Standing standing)
{
    return QString::fromLatin1(standings.at(size_t(standing)).name);
}

LocalizedText batchKindWord(BatchPaper::Kind kind)
{
    return wordsOf(kinds.at(size_t(kind)));
}

LocalizedText standingWord(BatchPaper::Standing standing)
{
    return wordsOf(standings.at(size_t(standing)));
}

QJsonObject toJson(const BatchReport& report, const QString& body, Language language)
{
    QJsonArray papers;
    for (const BatchPaper& paper : report.papers)
        papers.append(QJsonObject{{u"file"_s, paper.name},
                                  {u"kind"_s, batchKindName(paper.kind)},
                                  {u"standing"_s, standingName(paper.standing)},
                                  {u"dossier"_s, paper.isDossier() ? QJsonValue(paper.dossier.id.toString(QUuid::WithoutBraces)) : QJsonValue()},
                                  {u"revision"_s, paper.dossier.revision},
                                  {u"fingerprint"_s, QString::fromLatin1(paper.fingerprint.toHex())},
                                  {u"sha256"_s, QString::fromLatin1(paper.sha256.toHex())},
                                  {u"title"_s, paper.title},
                                  {u"applicant"_s, paper.applicant},
                                  {u"findings"_s, findingsJson(paper.findings, language)}});
    return {{u"call"_s, report.callId},
            {u"body"_s, body},
            {u"kind"_s, report.bodyKind},
            {u"quota"_s, report.quota ? QJsonValue(*report.quota) : QJsonValue()},
            {u"counted"_s, report.counted},
            {u"papers"_s, papers},
            {u"findings"_s, findingsJson(report.findings, language)}};
}

} // namespace jz
