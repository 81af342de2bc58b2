// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/settings.h"

#include "model/base/sha256.h"

#include <QDir>
#include <QJsonDocument>
#include <QStandardPaths>

#include <array>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array themes{"system", "light", "dark"};

QString usualFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/juanzong/juanzong.ini"_s;
}

} // namespace

Settings::Settings(const QString& file) : m_file(file.isEmpty() ? usualFile() : file, QSettings::IniFormat) {}

Preferences Settings::preferences() const
{
    Preferences wanted;
    if (m_file.value("language"_L1).toString() == "en"_L1)
        wanted.language = Language::English;
    const QString theme = m_file.value("theme"_L1).toString();
    for (size_t i = 0; i < themes.size(); ++i)
        if (theme == QLatin1StringView(themes.at(i)))
            wanted.theme = ThemeChoice(i);
    wanted.textPercent = qBound(Theme::smallestText, m_file.value("text"_L1, Theme::smallestText).toInt(), Theme::largestText);
    return wanted;
}

void Settings::setPreferences(const Preferences& preferences)
{
    m_file.setValue("language"_L1, preferences.language == Language::English ? u"en"_s : u"zh"_s);
    m_file.setValue("theme"_L1, QString::fromLatin1(themes.at(size_t(preferences.theme))));
    m_file.setValue("text"_L1, preferences.textPercent);
    m_file.sync();
}

QByteArray Settings::windowGeometry() const
{
    return m_file.value("window"_L1).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray& geometry)
{
    m_file.setValue("window"_L1, geometry);
    m_file.sync();
}

QString Settings::workspaceFolder() const
{
    return m_file.value("workspace"_L1).toString();
}

void Settings::setWorkspaceFolder(const QString& folder)
{
    m_file.setValue("workspace"_L1, folder);
    m_file.sync();
}

bool Settings::knowsWorkspace(const QString& folder) const
{
    return m_file.contains(QString(groupOf(folder) + u"/folder"));
}

Session Settings::session(const QString& folder) const
{
    const QString group = groupOf(folder);
    return {QUuid::fromString(m_file.value(QString(group + u"/dossier")).toString()),
            QJsonDocument::fromJson(m_file.value(QString(group + u"/place")).toByteArray()).object()};
}

void Settings::keepSession(const QString& folder, const Session& session)
{
    const QString group = groupOf(folder);
    m_file.setValue(QString(group + u"/folder"), folder);
    m_file.setValue(QString(group + u"/dossier"), session.dossier.toString(QUuid::WithoutBraces));
    m_file.setValue(QString(group + u"/place"), QJsonDocument(session.place).toJson(QJsonDocument::Compact));
    m_file.sync();
}

QString Settings::groupOf(const QString& folder)
{
    // A path is no name for a group: its slashes would make groups of their own.
    return u"session-"_s + QString::fromLatin1(sha256(QDir(folder).absolutePath().toUtf8()).toHex().left(16));
}

} // namespace jz::ui
