// SPDX-License-Identifier: Apache-2.0
#include "model/call/call_pack_parser.h"
#include "model/call/pack_documents.h"
#include "model/call/schema_check.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <functional>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

const QSet<QString> roomForThePen{u"signature"_s, u"date"_s, u"seal"_s, u"repeat"_s};

class CrossCheck
{
public:
    CrossCheck(const CallPackDocuments& documents, CallPackProblems& problems)
        : m_documents(documents), m_problems(problems)
    {
    }

    void run()
    {
        checkForm();
        checkRules();
        checkRubric();
        checkFacts();
    }

private:
    using Visit = std::function<void(const QString& pointer, const QJsonObject& object)>;

    void report(const QString& pointer, const LocalizedText& message)
    {
        m_problems.append({m_file, pointer, message});
    }

    static void each(const QJsonValue& list, const QString& pointer, const Visit& visit)
    {
        const QJsonArray array = list.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            visit(pointer + u'/' + QString::number(i), array.at(i).toObject());
    }

    void noteId(QSet<QString>& seen, const QString& pointer, const QJsonObject& object)
    {
        const QString id = object.value("id"_L1).toString();
        if (seen.contains(id))
            report(pointer + u"/id"_s, LocalizedText{u"标识“%1”重复"_s, u"the id “%1” is used twice"_s}.arg(id));
        seen.insert(id);
    }

    void uniqueIds(const QJsonValue& list, const QString& pointer)
    {
        QSet<QString> seen;
        each(list, pointer, [&](const QString& at, const QJsonObject& object) { noteId(seen, at, object); });
    }

    bool knownField(const QString& id, const QString& pointer)
    {
        if (m_fields.contains(id))
            return true;
        report(pointer, LocalizedText{u"没有标识为“%1”的字段"_s, u"there is no field “%1”"_s}.arg(id));
        return false;
    }

    void knownFields(const QJsonValue& ids, const QString& pointer)
    {
        const QJsonArray array = ids.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            knownField(array.at(i).toString(), pointer + u'/' + QString::number(i));
    }

    static bool hasId(const QJsonValue& list, const QString& id)
    {
        bool found = false;
        each(list, {}, [&](const QString&, const QJsonObject& object) {
            found = found || object.value("id"_L1).toString() == id;
        });
        return found;
    }

    QString typeOf(const QString& fieldId) const { return m_fields.value(fieldId).value("type"_L1).toString(); }

    void checkForm();
    void checkField(const QString& pointer, const QJsonObject& field);
    void checkColumns(const QString& pointer, const QJsonObject& field);
    void checkPrint(const QString& pointer, const QJsonObject& section);
    void checkPrintRow(const QString& pointer, const QJsonObject& row, const QString& fixedText);
    void checkRules();
    void checkRule(const QString& pointer, const QJsonObject& rule, const QJsonObject& parameterSchemas);
    void checkParameters(const QString& pointer, const QJsonObject& rule);
    void checkRubric();
    void checkFacts();
    void checkParties(const QJsonObject& parties);

    const CallPackDocuments& m_documents;
    CallPackProblems& m_problems;
    QString m_file;
    QHash<QString, QJsonObject> m_fields;
};

void CrossCheck::checkForm()
{
    m_file = u"form.json"_s;
    const QJsonObject& form = m_documents.form;
    QSet<QString> sectionIds;
    QSet<QString> fieldIds;
    each(form.value("sections"_L1), u"/sections"_s, [&](const QString& pointer, const QJsonObject& section) {
        noteId(sectionIds, pointer, section);
        each(section.value("fields"_L1), pointer + u"/fields"_s, [&](const QString& at, const QJsonObject& field) {
            noteId(fieldIds, at, field);
            m_fields.insert(field.value("id"_L1).toString(), field);
        });
    });
    each(form.value("sections"_L1), u"/sections"_s, [&](const QString& pointer, const QJsonObject& section) {
        each(section.value("fields"_L1), pointer + u"/fields"_s,
             [&](const QString& at, const QJsonObject& field) { checkField(at, field); });
        checkPrint(pointer, section);
    });
    uniqueIds(form.value("personChecks"_L1), u"/personChecks"_s);
    each(form.value("personChecks"_L1), u"/personChecks"_s, [&](const QString& at, const QJsonObject& check) {
        knownFields(check.value("fields"_L1), at + u"/fields"_s);
    });
    const QJsonObject period = form.value("period"_L1).toObject();
    if (period.value("from"_L1).toString() > period.value("to"_L1).toString())
        report(u"/period"_s, {u"起始月份晚于终止月份"_s, u"begins after it ends"_s});
}

void CrossCheck::checkField(const QString& pointer, const QJsonObject& field)
{
    const QString type = field.value("type"_L1).toString();
    uniqueIds(field.value("options"_L1), pointer + u"/options"_s);
    uniqueIds(field.value("kinds"_L1), pointer + u"/kinds"_s);
    const bool isChoice = type == u"single_choice"_s || type == u"multiple_choice"_s;
    if (isChoice && field.value("options"_L1).toArray().isEmpty())
        report(pointer, {u"选择题没有选项（options）"_s, u"a choice needs options"_s});
    if (type == u"table"_s || type == u"phases"_s)
        checkColumns(pointer, field);
    static const QRegularExpression placeholder(u"\\{([^}]*)\\}"_s);
    if (type == u"composed_name"_s)
        for (const auto& match : placeholder.globalMatch(field.value("suffix"_L1).toString()))
            knownField(match.captured(1), pointer + u"/suffix"_s);
}

void CrossCheck::checkColumns(const QString& pointer, const QJsonObject& field)
{
    uniqueIds(field.value("columns"_L1), pointer + u"/columns"_s);
    each(field.value("columns"_L1), pointer + u"/columns"_s, [&](const QString& at, const QJsonObject& column) {
        if (column.value("id"_L1).toString() == u"id"_s)
            report(at + u"/id"_s, {u"“id”留作行号，不能作列名"_s, u"“id” is kept for the id of the row"_s});
    });
    if (field.value("columns"_L1).toArray().isEmpty())
        report(pointer, {u"表格没有列（columns）"_s, u"a table needs columns"_s});
    if (field.value("type"_L1).toString() != u"phases"_s)
        return;
    QHash<QString, QString> types;
    each(field.value("columns"_L1), pointer + u"/columns"_s, [&](const QString&, const QJsonObject& column) {
        types.insert(column.value("id"_L1).toString(), column.value("type"_L1).toString());
    });
    for (const QString& month : {u"from"_s, u"to"_s})
        if (types.value(month) != u"month"_s)
            report(pointer + u"/columns"_s,
                   LocalizedText{u"分阶段表须有类型为 month 的列“%1”"_s, u"phases need a column “%1” of type month"_s}
                       .arg(month));
}

void CrossCheck::checkPrint(const QString& pointer, const QJsonObject& section)
{
    QHash<QString, int> printed;
    each(section.value("print"_L1), pointer + u"/print"_s, [&](const QString& at, const QJsonObject& row) {
        checkPrintRow(at, row, section.value("fixedText"_L1).toString());
        const bool isOpinion = row.value("kind"_L1).toString().startsWith(u"opinion"_s);
        QJsonArray all = isOpinion ? QJsonArray() : row.value("fields"_L1).toArray();
        for (const QJsonValue& line : row.value("lines"_L1).toArray())
            for (const QJsonValue& id : line.toArray())
                all.append(id);
        for (const QJsonValue& id : all)
            ++printed[id.toString()];
    });
    each(section.value("fields"_L1), pointer + u"/fields"_s, [&](const QString& at, const QJsonObject& field) {
        const QString id = field.value("id"_L1).toString();
        const bool wanted = field.value("printed"_L1).toBool(true)
                            && !roomForThePen.contains(field.value("type"_L1).toString());
        if (wanted && printed.value(id) == 0)
            report(at, LocalizedText{u"字段“%1”须打印，但没有打印行"_s, u"“%1” is to be printed but no row prints it"_s}.arg(id));
        if (printed.value(id) > 1 || (!wanted && printed.value(id) > 0))
            report(at, LocalizedText{u"字段“%1”重复打印，或不应打印"_s, u"“%1” is printed twice, or is not to be printed"_s}.arg(id));
    });
}

void CrossCheck::checkPrintRow(const QString& pointer, const QJsonObject& row, const QString& fixedText)
{
    const QString kind = row.value("kind"_L1).toString();
    knownFields(row.value("fields"_L1), pointer + u"/fields"_s);
    const QJsonArray lines = row.value("lines"_L1).toArray();
    for (qsizetype i = 0; i < lines.size(); ++i)
        knownFields(lines.at(i), pointer + u"/lines/"_s + QString::number(i));
    if (kind == u"group"_s ? lines.isEmpty() : row.value("fields"_L1).toArray().isEmpty())
        report(pointer, {u"打印行没有字段"_s, u"the row prints no field"_s});
    const QString first = row.value("fields"_L1).toArray().at(0).toString();
    if ((kind == u"table"_s || kind == u"phases"_s) && m_fields.contains(first) && typeOf(first) != kind)
        report(pointer + u"/fields/0"_s, LocalizedText{u"字段“%1”不是 %2 类型"_s, u"“%1” is no %2"_s}.arg(first, kind));
    if (kind == u"choices"_s && m_fields.contains(first) && !typeOf(first).endsWith(u"_choice"_s))
        report(pointer + u"/fields/0"_s, LocalizedText{u"字段“%1”不是选择题"_s, u"“%1” is no choice"_s}.arg(first));
    const QString placeholder = row.value("unitPlaceholder"_L1).toString();
    if (!placeholder.isEmpty() && !fixedText.contains(placeholder))
        report(pointer + u"/unitPlaceholder"_s,
               {u"本节固定文字中没有这段文字"_s, u"does not stand in the section's fixed text"_s});
}

void CrossCheck::checkRules()
{
    m_file = u"rules.json"_s;
    const QJsonObject parameterSchemas = compiledInSchema(u"rules"_s).value("parameters"_L1).toObject();
    uniqueIds(m_documents.rules.value("rules"_L1), u"/rules"_s);
    each(m_documents.rules.value("rules"_L1), u"/rules"_s, [&](const QString& pointer, const QJsonObject& rule) {
        checkRule(pointer, rule, parameterSchemas);
    });
}

void CrossCheck::checkRule(const QString& pointer, const QJsonObject& rule, const QJsonObject& parameterSchemas)
{
    const QString kind = rule.value("kind"_L1).toString();
    if (!parameterSchemas.contains(kind)) {
        report(pointer + u"/kind"_s, LocalizedText{u"没有“%1”这种规则"_s, u"there is no rule of kind “%1”"_s}.arg(kind));
        return;
    }
    checkSchema({m_file, pointer + u"/parameters"_s, rule.value("parameters"_L1).toObject()},
                parameterSchemas.value(kind).toObject(), m_problems);
    knownFields(rule.value("fields"_L1), pointer + u"/fields"_s);
    checkParameters(pointer, rule);
}

void CrossCheck::checkParameters(const QString& pointer, const QJsonObject& rule)
{
    const QJsonObject parameters = rule.value("parameters"_L1).toObject();
    const QString at = pointer + u"/parameters"_s;
    for (const QString& name : {u"field"_s, u"kindField"_s, u"regionField"_s})
        if (parameters.contains(name))
            knownField(parameters.value(name).toString(), at + u'/' + name);
    const QJsonObject other = m_fields.value(parameters.value("field"_L1).toString());
    if (parameters.contains("contains"_L1) && !other.isEmpty()
        && !hasId(other.value("options"_L1), parameters.value("contains"_L1).toString()))
        report(at + u"/contains"_s, LocalizedText{u"字段“%1”没有选项“%2”"_s, u"“%1” has no option “%2”"_s}.arg(
                                        parameters.value("field"_L1).toString(),
                                        parameters.value("contains"_L1).toString()));
    QJsonArray columns = parameters.value("columns"_L1).toArray();
    if (parameters.contains("column"_L1))
        columns.append(parameters.value("column"_L1));
    for (const QJsonValue& field : rule.value("fields"_L1).toArray())
        for (const QJsonValue& column : std::as_const(columns))
            if (m_fields.contains(field.toString())
                && !hasId(m_fields.value(field.toString()).value("columns"_L1), column.toString()))
                report(at, LocalizedText{u"字段“%1”没有列“%2”"_s, u"“%1” has no column “%2”"_s}.arg(field.toString(),
                                                                                         column.toString()));
    const QRegularExpression pattern(parameters.value("pattern"_L1).toString());
    if (!pattern.isValid())
        report(at + u"/pattern"_s, LocalizedText{u"正则表达式有误：%1"_s, u"the pattern does not compile: %1"_s}.arg(
                                       pattern.errorString()));
}

void CrossCheck::checkRubric()
{
    m_file = u"rubric.json"_s;
    const QJsonObject categories = m_documents.rubric.value("categories"_L1).toObject();
    for (auto category = categories.begin(); category != categories.end(); ++category) {
        const QString pointer = u"/categories/"_s + category.key() + u"/criteria"_s;
        const QJsonValue criteria = category->toObject().value("criteria"_L1);
        uniqueIds(criteria, pointer);
        double total = 0;
        each(criteria, pointer, [&](const QString& at, const QJsonObject& criterion) {
            total += criterion.value("max"_L1).toDouble();
            knownFields(criterion.value("fields"_L1), at + u"/fields"_s);
        });
        if (qAbs(total - 100) > 1e-9)
            report(pointer, LocalizedText{u"各项满分合计 %1，应为 100"_s, u"the criteria add up to %1, not 100"_s}.arg(
                                QString::number(total)));
    }
}

void CrossCheck::checkFacts()
{
    m_file = u"facts.json"_s;
    const QJsonObject& facts = m_documents.facts;
    const QString zone = facts.value("zone"_L1).toString();
    const QJsonObject deadlines = facts.value("deadlines"_L1).toObject();
    for (auto each = deadlines.begin(); each != deadlines.end(); ++each) {
        const QString at = each->toObject().value("at"_L1).toString();
        if (!callMoment(at, zone).isValid())
            report(u"/deadlines/"_s + each.key() + u"/at"_s,
                   LocalizedText{u"“%1”不是时区 %2 的有效日期和时间"_s, u"“%1” is no valid moment in the zone %2"_s}.arg(at, zone));
    }
    knownFields(facts.value("withheld"_L1), u"/withheld"_s);
    const QJsonObject sizes = facts.value("sizes"_L1).toObject();
    if (sizes.value("dossierWarning"_L1).toInteger() > sizes.value("dossierError"_L1).toInteger())
        report(u"/sizes"_s, {u"dossierWarning 大于 dossierError"_s, u"dossierWarning is above dossierError"_s});
    checkParties(facts.value("parties"_L1).toObject());
}

void CrossCheck::checkParties(const QJsonObject& parties)
{
    for (const QString& list : {u"units"_s, u"participants"_s, u"mentions"_s})
        knownFields(parties.value(list), u"/parties/"_s + list);
    each(parties.value("people"_L1), u"/parties/people"_s, [&](const QString& at, const QJsonObject& person) {
        const QString field = person.value("field"_L1).toString();
        const QString column = person.value("column"_L1).toString();
        if (!knownField(field, at + u"/field"_s))
            return;
        if (column.isEmpty())
            return knownFields(person.value("beside"_L1), at + u"/beside"_s);
        QStringList columns = {column};
        const QJsonArray beside = person.value("beside"_L1).toArray();
        for (const QJsonValue& more : beside)
            columns << more.toString();
        for (const QString& id : columns)
            if (!hasId(m_fields.value(field).value("columns"_L1), id))
                report(at, LocalizedText{u"字段“%1”没有列“%2”"_s, u"the field “%1” has no column “%2”"_s}.arg(field, id));
    });
}

} // namespace

void checkAcrossDocuments(const CallPackDocuments& documents, CallPackProblems& problems)
{
    CrossCheck(documents, problems).run();
}

} // namespace jz
