// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"
#include "model/workspace/backup.h"
#include "ui/shell/page.h"

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace jz::ui {

/// Why a workspace could not be opened.
struct Trouble
{
    Error error;
    QString folder;
    bool isMissing = false;   ///< it was used before and is not there any more
    QList<Backup> backups;    ///< that may help: offered when it is damaged or missing
};

/// The workspace cannot be opened: what is wrong, what is safe, and each remedy as a button.
class TroublePage : public Page
{
    Q_OBJECT

public:
    explicit TroublePage(const Trouble& trouble, QWidget* parent = nullptr);

Q_SIGNALS:
    void againWanted();
    void otherFolderWanted();
    void readingWanted();
    /// Makes a new workspace where the missing one was.
    void newWanted();
    void restoreWanted(const QString& backup);
    /// Looks for a backup that was copied elsewhere.
    void restoreFromFolderWanted();

private:
    QPushButton* addRemedy(QWidget* row, const QString& objectName, const QString& iconName, const QString& words);
    void addRemedies(const Trouble& trouble);
    void addBackups(const Trouble& trouble);
};

} // namespace jz::ui
