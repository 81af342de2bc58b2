// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/dialogs.h"

#include "ui/style/language.h"

#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace jz::ui {

QStringList DesktopDialogs::openFiles(QWidget* over, const FileQuestion& question)
{
    const QStringList files = QFileDialog::getOpenFileNames(over, question.title, m_folder, question.filter);
    if (!files.isEmpty())
        m_folder = QFileInfo(files.first()).path();
    return files;
}

QString DesktopDialogs::openFile(QWidget* over, const FileQuestion& question)
{
    const QString file = QFileDialog::getOpenFileName(over, question.title, m_folder, question.filter);
    if (!file.isEmpty())
        m_folder = QFileInfo(file).path();
    return file;
}

QString DesktopDialogs::saveFile(QWidget* over, const FileQuestion& question)
{
    const QString file = QFileDialog::getSaveFileName(over, question.title, QDir(m_folder).filePath(question.name), question.filter);
    if (!file.isEmpty())
        m_folder = QFileInfo(file).path();
    return file;
}

QString DesktopDialogs::folder(QWidget* over, const QString& title)
{
    const QString folder = QFileDialog::getExistingDirectory(over, title, m_folder);
    if (!folder.isEmpty())
        m_folder = folder;
    return folder;
}

int DesktopDialogs::ask(QWidget* over, const Question& question)
{
    QMessageBox box(over);
    box.setWindowTitle(question.title);
    box.setText(question.text);
    QList<QPushButton*> buttons;
    for (const QString& answer : question.answers)
        buttons << box.addButton(answer, QMessageBox::AcceptRole);
    box.setEscapeButton(box.addButton(say(u"取消", u"Cancel"), QMessageBox::RejectRole));
    box.exec();
    for (qsizetype i = 0; i < buttons.size(); ++i)
        if (box.clickedButton() == buttons.at(i))
            return int(i);
    return -1;
}

bool DesktopDialogs::run(QDialog& dialog)
{
    return dialog.exec() == QDialog::Accepted;
}

} // namespace jz::ui
