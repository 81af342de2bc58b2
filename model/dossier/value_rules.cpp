// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/rule_run.h"

#include "model/dossier/value_reader.h"
#include "model/reference/text_forms.h"
#include "model/reference/word_count.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// Calls `body(text, row, column)` for every text of the field that has a limit; row -1 for the field itself.
template<typename Body>
void eachLimitedText(const RuleRun& run, Body body)
{
    if (run.field.limit > 0 && !run.text().isEmpty())
        body(run.text(), -1, QString(), run.field.limit);
    const QJsonArray rows = run.list();
    for (const Column& column : run.field.columns) {
        for (int row = 0; column.limit > 0 && row < rows.size(); ++row)
            body(rows.at(row)[column.id].toString(), row, column.id, column.limit);
    }
}

void reportAt(const RuleRun& run, int row, const QString& column, RuleRun::Words words)
{
    if (row < 0)
        run.report(words);
    else
        run.reportRow(row, column, words);
}

void required(const RuleRun& run)
{
    if (run.isEmpty(run.field))
        run.report();
}

/// Required when another field has a value: `equals` (choice or boolean) or `contains` (multiple choice).
void requiredIf(const RuleRun& run)
{
    const QJsonObject& parameters = run.definition.parameters;
    const QJsonValue other = run.dossier.values.value(parameters.value("field"_L1).toString());
    const bool applies = parameters.contains("contains"_L1) ? other.toArray().contains(parameters.value("contains"_L1))
                                                            : other == parameters.value("equals"_L1);
    if (applies && run.isEmpty(run.field))
        run.report();
}

void mustEqual(const RuleRun& run)
{
    const QJsonValue value = run.dossier.values.value(run.field.id);
    if (!run.isEmpty(run.field) && value != run.definition.parameters.value("equals"_L1))
        run.report();
}

void notEqual(const RuleRun& run)
{
    if (run.dossier.values.value(run.field.id) == run.definition.parameters.value("equals"_L1))
        run.report();
}

void notEmpty(const RuleRun& run)
{
    if (!run.isEmpty(run.field))
        run.report({{"count"_L1, QString::number(run.list().size())}});
}

void wordLimit(const RuleRun& run)
{
    eachLimitedText(run, [&](const QString& text, int row, const QString& column, int limit) {
        const int words = countText(text).words;
        if (words > limit)
            reportAt(run, row, column, {{"count"_L1, QString::number(words)}, {"limit"_L1, QString::number(limit)},
                                        {"over"_L1, QString::number(words - limit)}});
    });
}

/// Characters beyond the limit where 字数 is not: some systems count those.
void characterLimit(const RuleRun& run)
{
    eachLimitedText(run, [&](const QString& text, int row, const QString& column, int limit) {
        const TextCount count = countText(text);
        if (count.words <= limit && count.characters > limit)
            reportAt(run, row, column, {{"count"_L1, QString::number(count.words)}, {"characters"_L1, QString::number(count.characters)},
                                        {"limit"_L1, QString::number(limit)}});
    });
}

void pattern(const RuleRun& run)
{
    if (!run.text().isEmpty() && !run.rule.pattern.match(run.text()).hasMatch())
        run.report({{"value"_L1, run.text()}});
}

/// Words that should not stand in a text: `phrases`.
void unwantedWords(const RuleRun& run)
{
    const QStringList phrases = run.strings("phrases");
    for (const QString& phrase : phrases) {
        if (run.text().contains(phrase))
            run.report({{"phrase"_L1, phrase}});
    }
}

void checkCharacters(const RuleRun& run, const QJsonValue& value, int row, const QString& column)
{
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (int i = 0; i < items.size(); ++i)
            checkCharacters(run, items.at(i), i, {});
    } else if (value.isObject()) {
        const QJsonObject cells = value.toObject();
        for (auto cell = cells.begin(); cell != cells.end(); ++cell)
            checkCharacters(run, cell.value(), row, cell.key());
    } else if (const qsizetype at = firstForbiddenCharacter(value.toString()); at >= 0) {
        const QString code = QString::number(value.toString().at(at).unicode(), 16).toUpper().rightJustified(4, u'0');
        reportAt(run, row, column, {{"code"_L1, u"U+"_s + code}, {"place"_L1, QString::number(at + 1)}});
    }
}

void allowedCharacters(const RuleRun& run)
{
    checkCharacters(run, run.dossier.values.value(run.field.id), -1, {});
    const QList<Attachment> files = run.attachments();
    for (int i = 0; i < files.size(); ++i) {
        checkCharacters(run, files.at(i).name, i, u"name"_s);
        checkCharacters(run, files.at(i).caption, i, u"caption"_s);
    }
}

} // namespace

void addValueRules(QHash<QString, RuleFunction>& kinds)
{
    kinds.insert(u"required"_s, required);
    kinds.insert(u"required_if"_s, requiredIf);
    kinds.insert(u"must_equal"_s, mustEqual);
    kinds.insert(u"not_equal"_s, notEqual);
    kinds.insert(u"not_empty"_s, notEmpty);
    kinds.insert(u"word_limit"_s, wordLimit);
    kinds.insert(u"character_limit"_s, characterLimit);
    kinds.insert(u"pattern"_s, pattern);
    kinds.insert(u"unwanted_words"_s, unwantedWords);
    kinds.insert(u"allowed_characters"_s, allowedCharacters);
}

} // namespace jz
