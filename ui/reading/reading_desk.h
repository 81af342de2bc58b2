// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/paper_verification.h"
#include "model/workspace/workspace.h"
#include "ui/desk/desk.h"
#include "ui/desk/dialogs.h"

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QToolBar;
QT_END_NAMESPACE

namespace jz::ui {

class PaperView;
class VerdictPanel;

/// Where any PDF is read (阅读文件): its verdict above, its pages below. Verifying goes on in a thread of its own while the pages
/// are there already; the verdict is kept in the workspace.
class ReadingDesk : public Desk
{
    Q_OBJECT

public:
    ReadingDesk(Workspace& workspace, const QString& file, Dialogs& dialogs, QWidget* parent);

    QString title() const override;
    /// {"file": path, "page": 0-based}
    QJsonObject place() const override;
    void goTo(const QJsonObject& place) override;
    /// Nothing is edited here that could be lost.
    void settle() override {}
    void saveElsewhere(const QString&) override {}
    void setCorner(QWidget* corner) override;

    /// Where this desk stands in another one: the way out leads there and is called so.
    void setWayBack(const QString& words);
    PaperView& paper() { return *m_paper; }
    bool isVerified() const { return m_verified; }

Q_SIGNALS:
    /// The verdict is there.
    void verified();
    /// The user wants to compare the file with the dossier of this workspace that it is of.
    void compareWanted(const QUuid& dossier, const QString& file);

private:
    void buildTools();
    void verify();
    void printFile();
    void show(const PaperReport& report);
    /// The dossier of this workspace that the file is of; null when it is of none.
    QUuid ownDossier() const;
    /// Marks the pages that were changed after a signature.
    void mark(const QMap<int, QList<LocalizedText>>& changed);
    /// Trusts the signer of the file who is not listed yet, as the user says.
    void trustSigner();
    void manageSigners();
    /// Takes the embedded originals out into a folder of their own.
    void takeOut();
    void openAddress(const QUrl& address);

    Workspace& m_workspace;
    QString m_file;
    Dialogs& m_dialogs;
    QHBoxLayout* m_top; ///< the tools, and the shell's corner beside them
    QToolBar* m_tools;
    QAction* m_home = nullptr;
    QAction* m_compare = nullptr;
    VerdictPanel* m_verdict;
    std::optional<PaperReport> m_report;
    bool m_verified = false;
    PaperView* m_paper;
};

} // namespace jz::ui
