// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QToolButton;
QT_END_NAMESPACE

namespace jz::ui {

/// The months of a year to choose from, with the years before and after; months outside the limits are pale but can be chosen (the
/// rules say what is wrong with them). Arrows go from month to month and over the ends of a year, Page Up and Page Down change the
/// year, Enter chooses, Escape leaves.
class MonthPopup : public QFrame
{
    Q_OBJECT

public:
    /// Limits and the month to begin at as "yyyy-MM".
    MonthPopup(const QString& first, const QString& last, const QString& at, QWidget* parent);

Q_SIGNALS:
    void chosen(const QString& month);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    QToolButton* yearButton(const QString& name, QStringView iconName, const QString& words, int by);
    void goBy(int months);
    void showYear();
    QString monthOf(int index) const;

    QString m_first;
    QString m_last;
    QString m_chosen;
    int m_year;
    int m_month; ///< 0-based
    QLabel* m_title;
    QList<QToolButton*> m_months;
};

/// Edits one month: typed in any of the ways people write one, or picked. What is typed stays as it is until it is a month; what is
/// none stays and is for the rules to judge.
class MonthPicker : public QWidget
{
    Q_OBJECT

public:
    /// The limits ("yyyy-MM") are shown, not enforced.
    MonthPicker(const QString& first, const QString& last, QWidget* parent);

    QLineEdit* line() const { return m_line; }
    QToolButton* button() const { return m_button; }
    /// As it is stored: "yyyy-MM", or what was typed.
    QString month() const;
    /// Shows a month; leaves the text alone when it says that already.
    void showMonth(const QString& month);
    /// Where choosing begins while nothing is filled in.
    void setSuggestion(const QString& month) { m_suggestion = month; }
    void setReadOnly(bool readOnly);
    /// Brings what was typed into its one spelling.
    void tidy();

Q_SIGNALS:
    /// By typing (not `whole`) or by choosing.
    void edited(const QString& month, bool whole);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void open();

    QString m_first;
    QString m_last;
    QString m_suggestion;
    QLineEdit* m_line;
    QToolButton* m_button;
};

} // namespace jz::ui
