// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "model/call/call_pack.h"

#include <QFrame>

#include <functional>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace jz::ui {

class FindingLines;
class GrowingText;
class MonthPicker;

/// One phase: its name, numbered as the call says, a text for every long column with its measure, a picker for every month, what the
/// rules find in it.
class PhaseCard : public QFrame
{
    Q_OBJECT

public:
    PhaseCard(const CallPack& pack, const Field& field, const QString& id, QWidget* parent);

    const QString& id() const { return m_id; }
    /// Shows what the row holds, as the phase of that number (1 …) of so many.
    void showRow(const QJsonObject& row, int number, int count);
    void setReadOnly(bool readOnly);
    void setFindings(const Findings& findings);
    /// Where the months of a phase that has none begin to be chosen.
    void setSuggestion(const QString& month);
    /// The control of a column; the first one when there is no such column.
    QWidget* control(const QString& columnId) const;
    /// Calls `adopt(control, what it is called)` for all of them, in the order of Tab.
    void eachControl(const std::function<void(QWidget*, const QString&)>& adopt) const;
    /// Brings what was typed there into shape.
    void tidy(QWidget* control);

Q_SIGNALS:
    void edited(const QString& columnId, const QString& text, bool whole);
    void moveWanted(int by);
    void removeWanted();

private:
    struct Part
    {
        const Column* column;
        GrowingText* text = nullptr;
        MonthPicker* month = nullptr;
        QLabel* measure = nullptr;
        QWidget* control() const;
    };

    QHBoxLayout* head();
    QToolButton* button(QHBoxLayout* row, const QString& name, QStringView iconName, const QString& words);
    void addText(const Column& column, QVBoxLayout* layout);
    void addMonth(const Column& column, const CallPack& pack, QLayout* months);
    void showMeasure(const Part& part, const QString& text);

    const Field& m_field;
    QString m_id;
    QLabel* m_name;
    QToolButton* m_up = nullptr;
    QToolButton* m_down = nullptr;
    QToolButton* m_remove = nullptr;
    QList<Part> m_parts;
    FindingLines* m_findings;
};

} // namespace jz::ui
