// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/applicant/entry_list.h"
#include "ui/applicant/side_panel.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
QT_END_NAMESPACE

namespace jz::ui {

/// What the rules find (问题): by severity or by section, each with place, what to do and the clause it rests on; what is only not
/// filled in yet waits folded at the end, and after it what no rule can judge (人工核对). Click or Enter goes to the place.
class FindingsPanel : public SidePanel
{
    Q_OBJECT

public:
    FindingsPanel(DossierSession& session, QWidget* parent);

    QString id() const override;
    QString title() const override;
    QString iconName() const override;
    /// Errors and warnings, without what is only not filled in yet.
    int count() const override { return m_count; }
    void showField(const QString& field) override { m_field = field; }

    /// Goes to the next (-1: previous) place with a finding, in the order of the form, beginning at the field the user is in; after
    /// the last comes the first. False when there are no findings.
    bool step(int direction);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void refresh();
    void goTo(const QString& key);
    bool passes(const Finding& finding) const;
    Entry entryOf(const Finding& finding, qsizetype index) const;
    QList<Entry> grouped() const;
    void addGroup(QList<Entry>& entries, const Entry& heading, const std::function<bool(const Finding&)>& belongs) const;
    QList<Entry> personChecks() const;
    int orderOf(const QString& field) const;

    QComboBox* m_grouping;
    QLineEdit* m_filter;
    EntryList* m_list;
    QHash<QString, int> m_order; ///< place of each field in the form
    QString m_field;             ///< where the user is
    Address m_visited;           ///< where step() went last
    int m_count = 0;
};

} // namespace jz::ui
