// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

namespace jz {

/// Working days of the mainland (工作日): Monday to Friday, without the holidays and with the shifted working
/// days (调休) that the State Council announces year by year. A year that is not loaded is refused, never guessed.
class WorkingDays
{
public:
    /// CSV: date,type,name; date yyyy-MM-dd, type `holiday` or `workday` (a weekend day worked). A year counts as
    /// loaded when a row of it is there. Throws Error Malformed for a broken table, date or type.
    static WorkingDays fromCsv(const QByteArray& bytes, const QString& subject);

    /// The same with the years of another table added; a year in both is taken from `other` whole.
    WorkingDays withYearsOf(const WorkingDays& other) const;

    bool hasYear(int year) const { return m_years.contains(year); }
    QList<int> years() const;  ///< sorted

    /// Throws Error Unsupported when the year is not loaded, naming it.
    bool isWorkingDay(QDate date) const;

    /// Name of the holiday or shifted working day (春节); empty for ordinary days.
    QString nameOf(QDate date) const { return m_days.value(date).name; }

    /// The last of `count` (at least 1) working days of a public notice that is published on `published`. They
    /// begin with the next day, or with the day itself when `countFirstDay`. Throws Error Unsupported when it
    /// would need a year that is not loaded.
    QDate lastDay(QDate published, int count, bool countFirstDay) const;

private:
    struct Day
    {
        bool working = false;
        QString name;
    };
    QHash<QDate, Day> m_days;
    QSet<int> m_years;
};

} // namespace jz
