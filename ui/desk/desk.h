// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QWidget>

namespace jz::ui {

/// One desk in the main window: where somebody does one kind of work. The shell hosts it, shows its title and keeps its place; it
/// knows nothing else of it. Desks are built anew when language, theme or text size change: what is on them must come
/// from the workspace and from place().
class Desk : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// What is open here, for the window's title.
    virtual QString title() const = 0;
    /// Where the user is (section, field, scroll position, panels), to come back to with goTo(): kept over restarts.
    virtual QJsonObject place() const = 0;
    virtual void goTo(const QJsonObject& place) = 0;
    /// Asked before the desk goes: whether what runs here may be given up. False: the user stays.
    virtual bool mayLeave() { return true; }
    /// Brings everything to the disk before the desk is closed. Throws Error when something is not safe.
    virtual void settle() = 0;
    /// Writes what is open here to a file in another place, when it cannot be kept in the workspace. Throws Error.
    virtual void saveElsewhere(const QString& path) = 0;
    /// Takes the shell's corner (who works, guide, settings) to the right end of its tools.
    virtual void setCorner(QWidget* corner) = 0;

Q_SIGNALS:
    void titleChanged();
    /// The user wants to leave for the start page.
    void leave();
    /// The user wants to see another dossier of this workspace (a copy, the next revision), by its id.
    void openDossier(const QUuid& id);
};

} // namespace jz::ui
