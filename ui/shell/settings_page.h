// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/page.h"
#include "ui/shell/settings.h"

QT_BEGIN_NAMESPACE
class QFrame;
QT_END_NAMESPACE

namespace jz::ui {

/// Language, theme, text size, and where the workspace is. A choice holds at once: the windows are built anew.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    /// `folder`: the workspace that is open.
    SettingsPage(const Preferences& preferences, const QString& folder, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const jz::ui::Preferences& preferences);
    void otherFolderWanted();
    void done();

private:
    QFrame* addCard(const QString& title);
    void addLanguages();
    void addThemes();
    void addTextSizes();
    void addWorkspace(const QString& folder);

    Preferences m_preferences;
};

} // namespace jz::ui
