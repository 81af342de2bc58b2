// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"
#include "ui/style/theme.h"

#include <QJsonObject>
#include <QSettings>
#include <QUuid>

namespace jz::ui {

/// How a user wants the windows.
struct Preferences
{
    Language language = Language::Chinese;
    ThemeChoice theme = ThemeChoice::System;
    int textPercent = 100;

    bool operator==(const Preferences&) const = default;
};

/// Where somebody was: the dossier on the desk and the place in it (Desk::place). A null dossier is the start page.
struct Session
{
    QUuid dossier;
    QJsonObject place;

    bool operator==(const Session&) const = default;
};

/// What the program remembers of a user outside of any workspace: an ini file in the user's own configuration. What cannot be
/// read there is as if it had never been set; a file that cannot be written costs no more than the memory of it.
class Settings
{
public:
    /// The user's own file, or another one.
    explicit Settings(const QString& file = {});

    Preferences preferences() const;
    void setPreferences(const Preferences& preferences);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);

    /// The workspace the user chose; empty for the usual one.
    QString workspaceFolder() const;
    void setWorkspaceFolder(const QString& folder);

    /// Whether a workspace in this folder was ever used: then it is missed when it is not there.
    bool knowsWorkspace(const QString& folder) const;
    Session session(const QString& folder) const;
    /// On the disk when this returns, so that a crash does not lose it.
    void keepSession(const QString& folder, const Session& session);

private:
    static QString groupOf(const QString& folder);

    mutable QSettings m_file;
};

} // namespace jz::ui
