// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/rule_run.h"

#include "model/reference/text_forms.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// Months as numbers that follow each other; -1 for what is no month "yyyy-MM".
int monthNumber(const QString& month)
{
    const QStringList parts = month.split(u'-');
    const int year = parts.value(0).toInt();
    const int number = parts.value(1).toInt();
    const bool holds = parts.size() == 2 && parts.at(0).size() == 4 && parts.at(1).size() == 2 && year > 0 && number >= 1 && number <= 12;
    return holds ? year * 12 + number : -1;
}

struct Span
{
    int from = -1;
    int to = -1;
    bool isWhole() const { return from >= 0 && to >= 0; }
};

Span span(const QJsonValue& row)
{
    return {monthNumber(row["from"_L1].toString()), monthNumber(row["to"_L1].toString())};
}

QString cell(const QJsonValue& row, const QString& column)
{
    return row[column].toString().trimmed();
}

QString columnLabel(const RuleRun& run, const QString& id)
{
    const Column* column = run.field.column(id);
    return column ? column->label : id;
}

void leastRows(const RuleRun& run)
{
    const int least = run.definition.parameters.value("rows"_L1).toInt();
    if (!run.isEmpty(run.field) && run.list().size() < least)
        run.report({{"count"_L1, QString::number(run.list().size())}, {"least"_L1, QString::number(least)}});
}

/// Every one of `columns` is filled in every row.
void completeRows(const RuleRun& run)
{
    const QJsonArray rows = run.list();
    const QStringList columns = run.strings("columns");
    for (int i = 0; i < rows.size(); ++i) {
        for (const QString& column : columns) {
            if (cell(rows.at(i), column).isEmpty())
                run.reportRow(i, column, {{"column"_L1, columnLabel(run, column)}});
        }
    }
}

/// No two rows say the same in `column`, blanks, dots, width and case aside.
void uniqueRows(const RuleRun& run)
{
    const QString column = run.string("column");
    QHash<QString, int> first;
    const QJsonArray rows = run.list();
    for (int i = 0; i < rows.size(); ++i) {
        const QString key = comparisonKey(cell(rows.at(i), column));
        if (key.isEmpty())
            continue;
        if (first.contains(key))
            run.reportRow(i, column, {{"value"_L1, cell(rows.at(i), column)}, {"other"_L1, QString::number(first.value(key) + 1)}});
        else
            first.insert(key, i);
    }
}

/// A column that must be worded in a certain way: where one of the words in `words` stands without `unless`, the
/// wording it maps to is asked for.
void wording(const RuleRun& run)
{
    const QString column = run.string("column");
    const QJsonObject words = run.definition.parameters.value("words"_L1).toObject();
    const QJsonArray rows = run.list();
    for (int i = 0; i < rows.size(); ++i) {
        const QString text = cell(rows.at(i), column);
        const QString key = comparisonKey(text);
        if (key.contains(comparisonKey(run.string("unless"))))
            continue;
        for (auto word = words.begin(); word != words.end(); ++word) {
            if (!key.contains(comparisonKey(word.key())))
                continue;
            run.reportRow(i, column, {{"value"_L1, text}, {"expected"_L1, word.value().toString()}});
            break;
        }
    }
}

void monthsAreMonths(const RuleRun& run)
{
    const QJsonArray rows = run.list();
    for (int i = 0; i < rows.size(); ++i) {
        for (const QString& column : {u"from"_s, u"to"_s}) {
            const QString text = cell(rows.at(i), column);
            if (!text.isEmpty() && monthNumber(text) < 0)
                run.reportRow(i, column, {{"value"_L1, text}});
        }
    }
}

void monthsInPeriod(const RuleRun& run)
{
    const int first = monthNumber(run.pack.periodFrom);
    const int last = monthNumber(run.pack.periodTo);
    const QJsonArray rows = run.list();
    for (int i = 0; i < rows.size(); ++i) {
        for (const QString& column : {u"from"_s, u"to"_s}) {
            const int month = monthNumber(cell(rows.at(i), column));
            if (month >= 0 && (month < first || month > last))
                run.reportRow(i, column, {{"value"_L1, cell(rows.at(i), column)}, {"first"_L1, run.pack.periodFrom},
                                          {"last"_L1, run.pack.periodTo}});
        }
    }
}

void monthsInOrder(const RuleRun& run)
{
    const QJsonArray rows = run.list();
    for (int i = 0; i < rows.size(); ++i) {
        const Span that = span(rows.at(i));
        if (that.isWhole() && that.from > that.to)
            run.reportRow(i, u"to"_s);
    }
}

/// Calls `body(row, begun, latest, that)` for every row with months after the first: `begun` is the latest
/// beginning and `latest` the latest end of those above it.
template<typename Body>
void eachFollowing(const RuleRun& run, Body body)
{
    int begun = -1;
    int latest = -1;
    const QJsonArray rows = run.list();
    for (int i = 0; i < rows.size(); ++i) {
        const Span that = span(rows.at(i));
        if (!that.isWhole())
            continue;
        if (begun >= 0)
            body(i, Span{begun, latest}, that);
        begun = std::max(begun, that.from);
        latest = std::max(latest, that.to);
    }
}

void phasesForward(const RuleRun& run)
{
    eachFollowing(run, [&](int row, Span before, Span that) {
        if (that.from < before.from)
            run.reportRow(row, u"from"_s);
    });
}

void phasesApart(const RuleRun& run)
{
    eachFollowing(run, [&](int row, Span before, Span that) {
        if (that.from >= before.from && that.from <= before.to)
            run.reportRow(row, u"from"_s);
    });
}

void phasesWithoutGap(const RuleRun& run)
{
    eachFollowing(run, [&](int row, Span before, Span that) {
        if (that.from > before.to + 1)
            run.reportRow(row, u"from"_s, {{"months"_L1, QString::number(that.from - before.to - 1)}});
    });
}

} // namespace

void addRowRules(QHash<QString, RuleFunction>& kinds)
{
    kinds.insert(u"least_rows"_s, leastRows);
    kinds.insert(u"complete_rows"_s, completeRows);
    kinds.insert(u"unique_rows"_s, uniqueRows);
    kinds.insert(u"wording"_s, wording);
    kinds.insert(u"months"_s, monthsAreMonths);
    kinds.insert(u"months_in_period"_s, monthsInPeriod);
    kinds.insert(u"months_in_order"_s, monthsInOrder);
    kinds.insert(u"phases_forward"_s, phasesForward);
    kinds.insert(u"phases_apart"_s, phasesApart);
    kinds.insert(u"phases_without_gap"_s, phasesWithoutGap);
}

} // namespace jz
