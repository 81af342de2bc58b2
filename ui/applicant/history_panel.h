// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/applicant/entry_list.h"
#include "ui/applicant/side_panel.h"
#include "model/dossier/journal.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QPushButton;
QT_END_NAMESPACE

namespace jz::ui {

/// Who changed what when, and how it was before (历史): of the field the user is in or of the whole dossier, newest first, by day.
/// An old value can be brought back, as one step that can be undone. The journal of a whole dossier is read in pieces.
class HistoryPanel : public SidePanel
{
    Q_OBJECT

public:
    HistoryPanel(DossierSession& session, QWidget* parent);

    QString id() const override;
    QString title() const override;
    QString iconName() const override;
    void showField(const QString& field) override;
    /// Shows the history of that field.
    void showHistoryOf(const QString& field);

Q_SIGNALS:
    /// The user wants to see what changed since the state after that step.
    void compareWanted(int step);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void reload();
    void follow();
    void readEarlier();
    void showSteps();
    void showActions();
    void restore();
    void goTo(const QString& key);
    bool ofField() const;
    QList<Step> stepsOfField() const;
    Entry entryOf(const Step& step) const;
    QString changeLine(const Change& change) const;
    const Step* chosenStep() const;

    QComboBox* m_scope;
    EntryList* m_list;
    QPushButton* m_restore;
    QPushButton* m_compare;
    QString m_field;
    QList<Step> m_steps;  ///< newest first
    bool m_more = false;  ///< earlier ones were not read yet
    bool m_stale = true;  ///< something changed while the panel was not seen
    mutable QHash<qint64, QString> m_names; ///< of operators
};

} // namespace jz::ui
