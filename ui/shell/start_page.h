// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "ui/shell/dossier_list.h"
#include "ui/shell/page.h"

#include <functional>

QT_BEGIN_NAMESPACE
class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;
class QStackedLayout;
QT_END_NAMESPACE

namespace jz::ui {

/// Where the program begins: what do you want to do, what you were doing, which deadline is next. Shows entries it is given; everything
/// it offers is a signal.
class StartPage : public Page
{
    Q_OBJECT

public:
    /// `canWrite`: the workspace can be written to; else only what reads is offered.
    explicit StartPage(bool canWrite, QWidget* parent = nullptr);

    /// The dossiers, changed last first. While a search is typed in, those that fit it; `all` tells how many there are.
    void setEntries(const QList<DossierEntry>& entries, int all);
    QString search() const;
    /// Shows the deadlines of the calls, by `factsOf` each: with notices of recommending bodies where some hold here.
    void showDeadlines(const std::function<CallFacts(const CallPack&)>& factsOf);
    DossierList& list() { return *m_list; }

Q_SIGNALS:
    void newDossierWanted();
    void recommenderWanted();
    void openFilesWanted();
    void readingWanted();
    void takeOverWanted();
    void sampleWanted();
    void guideWanted();
    void openWanted(const QUuid& id);
    void duplicateWanted(const QUuid& id);
    void searched(const QString& text);

private:
    QWidget* answers();
    QLayout* recentHead(QWidget* card);
    void addRecent();
    QWidget* emptyState();
    void addFoot();

    bool m_canWrite;
    QPushButton* m_sample = nullptr; ///< below; while there are no dossiers a larger one stands in their place
    QLineEdit* m_search = nullptr;
    QList<QLabel*> m_deadlines; ///< one for each call
    DossierList* m_list = nullptr;
    QLabel* m_nothingFound = nullptr;
    QStackedLayout* m_recent = nullptr;
};

} // namespace jz::ui
