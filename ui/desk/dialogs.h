// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QDialog;
class QWidget;
QT_END_NAMESPACE

namespace jz::ui {

/// What a file dialog asks for.
struct FileQuestion
{
    QString title;
    QString filter; ///< as QFileDialog's: "图片 (*.jpg *.png)"
    QString name;   ///< proposed for saving
};

/// A question with answers that say what they do ("删除附件", never "是").
struct Question
{
    QString title;
    QString text;        ///< what will happen, and what is safe
    QStringList answers; ///< buttons in order; cancelling is added
};

/// Everything that asks the user something and waits. Windows get it handed in, so that tests answer in its place.
class Dialogs
{
public:
    virtual ~Dialogs() = default;

    /// Files that exist; empty when cancelled.
    virtual QStringList openFiles(QWidget* over, const FileQuestion& question) = 0;
    /// One file that exists; empty when cancelled.
    virtual QString openFile(QWidget* over, const FileQuestion& question) = 0;
    /// Where to write; empty when cancelled. Replacing a file was confirmed.
    virtual QString saveFile(QWidget* over, const FileQuestion& question) = 0;
    virtual QString folder(QWidget* over, const QString& title) = 0;
    /// Index of the answer; -1 when cancelled.
    virtual int ask(QWidget* over, const Question& question) = 0;
    /// Shows a dialog of ours; whether it was accepted. A test fills in its controls and accepts or rejects it.
    virtual bool run(QDialog& dialog) = 0;
};

/// The dialogs of the desktop. Remembers the folder of the last file for the time the program runs.
class DesktopDialogs : public Dialogs
{
public:
    QStringList openFiles(QWidget* over, const FileQuestion& question) override;
    QString openFile(QWidget* over, const FileQuestion& question) override;
    QString saveFile(QWidget* over, const FileQuestion& question) override;
    QString folder(QWidget* over, const QString& title) override;
    int ask(QWidget* over, const Question& question) override;
    bool run(QDialog& dialog) override;

private:
    QString m_folder;
};

} // namespace jz::ui
