// SPDX-License-Identifier: Apache-2.0
#include "model/reference/working_days.h"

#include "model/base/error.h"
#include "model/reference/csv.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

WorkingDays WorkingDays::fromCsv(const QByteArray& bytes, const QString& subject)
{
    WorkingDays result;
    for (const CsvRow& row : readCsv(bytes, {u"date"_s, u"type"_s, u"name"_s}, subject)) {
        const QDate date = QDate::fromString(row[u"date"_s], u"yyyy-MM-dd"_s);
        const QString type = row[u"type"_s];
        if (!date.isValid() || (type != u"holiday"_s && type != u"workday"_s))
            throw Error(ErrorCode::Malformed,
                        LocalizedText{u"节假日表“%1”第 %2 行有误：日期须为 2020-01-01 的写法，类型须为 holiday 或 workday。"_s,
                                      u"“%1”, line %2: the date must be written like 2020-01-01, the type must be "
                                      "holiday or workday."_s}
                            .arg(subject, QString::number(row.line())),
                        subject);
        result.m_days.insert(date, {type == u"workday"_s, row[u"name"_s]});
        result.m_years.insert(date.year());
    }
    return result;
}

WorkingDays WorkingDays::withYearsOf(const WorkingDays& other) const
{
    WorkingDays result = other;
    for (auto day = m_days.begin(); day != m_days.end(); ++day)
        if (!other.hasYear(day.key().year()))
            result.m_days.insert(day.key(), *day);
    result.m_years.unite(m_years);
    return result;
}

QList<int> WorkingDays::years() const
{
    QList<int> sorted = m_years.values();
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

bool WorkingDays::isWorkingDay(QDate date) const
{
    if (!hasYear(date.year()))
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"%1 年的节假日安排未载入，无法推算工作日。请导入该年的安排后再试。"_s,
                                  u"The holidays of %1 are not loaded, so working days cannot be counted. Import that "
                                  "year and try again."_s}
                        .arg(QString::number(date.year())),
                    QString::number(date.year()));
    const auto day = m_days.find(date);
    return day == m_days.end() ? date.dayOfWeek() <= Qt::Friday : day->working;
}

QDate WorkingDays::lastDay(QDate published, int count, bool countFirstDay) const
{
    Q_ASSERT(count >= 1 && published.isValid());
    QDate day = countFirstDay ? published : published.addDays(1);
    for (int left = count;; day = day.addDays(1)) {
        if (isWorkingDay(day) && --left == 0)
            return day;
    }
}

} // namespace jz
