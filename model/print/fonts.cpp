// SPDX-License-Identifier: Apache-2.0
#include "model/print/fonts.h"

#include <QJsonArray>

#include <fontconfig/fontconfig.h>

#include <utility>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

bool isInstalled(const QString& family)
{
    const QByteArray name = family.toUtf8();
    FcPattern* pattern = FcPatternBuild(nullptr, FC_FAMILY, FcTypeString, name.constData(), nullptr);
    FcObjectSet* wanted = FcObjectSetBuild(FC_FAMILY, nullptr);
    FcFontSet* found = FcFontList(nullptr, pattern, wanted);
    const bool installed = found && found->nfont > 0;
    FcFontSetDestroy(found);
    FcObjectSetDestroy(wanted);
    FcPatternDestroy(pattern);
    return installed;
}

QStringList installedCandidates(const QJsonObject& candidatesByRole, const QString& role)
{
    QStringList families;
    const QJsonArray candidates = candidatesByRole.value(role).toArray();
    for (const QJsonValue& candidate : candidates) {
        if (isInstalled(candidate.toString()))
            families << candidate.toString();
    }
    return families;
}

} // namespace

Fonts::Fonts(const QJsonObject& candidatesByRole)
{
    const QStringList song = installedCandidates(candidatesByRole, u"song"_s);
    const QList<std::pair<FontRole, std::pair<QString, QString>>> roles{
        {FontRole::Song, {u"song"_s, u"宋体"_s}},         {FontRole::Title, {u"boldSong"_s, u"小标宋"_s}},
        {FontRole::Hei, {u"hei"_s, u"黑体"_s}},           {FontRole::Kai, {u"kai"_s, u"楷体"_s}},
        {FontRole::FangSong, {u"fang"_s, u"仿宋"_s}},
    };
    for (const auto& [role, names] : roles) {
        QStringList families = installedCandidates(candidatesByRole, names.first);
        if (families.isEmpty())
            m_substituted << names.second;
        families += song; // what the role's own typeface lacks comes from 宋体
        families.removeDuplicates();
        families << u"serif"_s;
        m_families.insert(role, families.join(u','));
    }
}

} // namespace jz
