// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/bundle_papers.h"
#include "model/workspace/workspace.h"
#include "ui/desk/desk.h"
#include "ui/desk/dialogs.h"
#include "ui/reading/verdict_words.h"

#include <QPointer>

#include <atomic>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QListWidget;
class QStackedLayout;
QT_END_NAMESPACE

namespace jz::ui {

class ReadingDesk;

/// A bundle (报送包) or zip that is looked into: the papers in it, each with what its verdict says; a click or Enter opens one on a
/// reading desk, from which one comes back to the list. Unpacking and verifying go on in other threads; what was unpacked goes with
/// the desk. Nothing of it is taken into the workspace but the verdicts.
class BundleDesk : public Desk
{
    Q_OBJECT

public:
    BundleDesk(Workspace& workspace, const QString& file, Dialogs& dialogs, QWidget* parent);
    ~BundleDesk() override;

    QString title() const override;
    /// {"file": path, "paper": name in the bundle of the one that is open, "page": 0-based}
    QJsonObject place() const override;
    void goTo(const QJsonObject& place) override;
    /// Nothing is edited here that could be lost.
    void settle() override {}
    void saveElsewhere(const QString&) override {}
    void setCorner(QWidget* corner) override;

    /// Every paper has its verdict.
    bool isVerified() const { return m_done == m_bundle.papers.size() && m_isOpen; }
    /// The paper that is being read; null while the list is shown.
    ReadingDesk* reading() const { return m_reading; }

Q_SIGNALS:
    void verified();

private:
    QWidget* buildList();
    void open();
    void fill(const OpenBundle& bundle);
    void verifyNext();
    void keep(const std::shared_ptr<PaperReport>& report, const QByteArray& sha256);
    void showReport(int row, const PaperReport& report);
    void showPaper(int row);
    void showList();

    Workspace& m_workspace;
    QString m_file;
    Dialogs& m_dialogs;
    std::shared_ptr<std::atomic_bool> m_gone; ///< for what still runs in other threads
    OpenBundle m_bundle;
    bool m_isOpen = false;
    qsizetype m_done = 0; ///< papers whose verdict is there
    QJsonObject m_wanted; ///< where to go once it is open
    QStackedLayout* m_stack;
    QHBoxLayout* m_top = nullptr;
    QLabel* m_said = nullptr;
    QLabel* m_findings = nullptr;
    QListWidget* m_list = nullptr;
    QPointer<QWidget> m_corner;
    QPointer<ReadingDesk> m_reading;
};

} // namespace jz::ui
