// SPDX-License-Identifier: Apache-2.0
#include "model/call/pack_documents.h"

#include "model/base/json_file.h"
#include "model/call/schema_check.h"

#include <QDir>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxDocumentBytes = 5'000'000;

struct AmendmentFile
{
    QString file;
    QJsonObject content;
    QDate date;
};

QJsonObject readDocument(const QString& path, const QString& file, CallPackProblems& problems)
{
    try {
        return readJsonObject(path, maxDocumentBytes);
    } catch (const Error& error) {
        problems.append({file, {}, error.message()});
        return {};
    }
}

QJsonObject readChecked(const QString& path, const QString& file, const QString& schema, CallPackProblems& problems)
{
    const qsizetype before = problems.size();
    const QJsonObject object = readDocument(path, file, problems);
    if (problems.size() == before)
        checkSchema({file, {}, object}, compiledInSchema(schema), problems);
    return object;
}

/// RFC 7396: an object is merged member by member, null removes, anything else replaces.
QJsonObject merged(QJsonObject target, const QJsonObject& patch)
{
    for (auto each = patch.begin(); each != patch.end(); ++each) {
        if (each->isNull())
            target.remove(each.key());
        else if (each->isObject())
            target.insert(each.key(), merged(target.value(each.key()).toObject(), each->toObject()));
        else
            target.insert(each.key(), *each);
    }
    return target;
}

QList<AmendmentFile> readAmendments(const QString& folder, const QStringList& further, CallPackProblems& problems)
{
    QList<AmendmentFile> amendments;
    const auto add = [&](const QString& path, const QString& file) {
        const QJsonObject content = readChecked(path, file, u"amendment"_s, problems);
        const QDate date = QDate::fromString(content.value("date"_L1).toString(), Qt::ISODate);
        if (!content.isEmpty() && !date.isValid())
            problems.append({file, u"/date"_s, {u"不是有效的日期"_s, u"is no valid date"_s}});
        amendments.append({file, content, date});
    };
    const QDir dir(folder + u"/amendments"_s);
    for (const QString& name : dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        add(dir.filePath(name), u"amendments/"_s + name);
    for (const QString& path : further)
        add(path, path);
    std::stable_sort(amendments.begin(), amendments.end(),
                     [](const AmendmentFile& a, const AmendmentFile& b) { return a.date < b.date; });
    return amendments;
}

/// Says for each deadline that an amendment moves which one it was, by its id: the amendment's source is shown beside the date.
QJsonObject withSource(QJsonObject facts, const QString& amendment)
{
    QJsonObject deadlines = facts.value("deadlines"_L1).toObject();
    for (auto each = deadlines.begin(); each != deadlines.end(); ++each) {
        if (!each->isObject())
            continue;
        QJsonObject deadline = each->toObject();
        deadline.insert("source"_L1, amendment);
        *each = deadline;
    }
    if (!deadlines.isEmpty())
        facts.insert("deadlines"_L1, deadlines);
    return facts;
}

/// Names what the schema only finds unknown: an amendment moves dates and places, a changed form is a new pack.
void refuseForm(const AmendmentFile& amendment, const CallPackDocuments& documents, CallPackProblems& problems)
{
    const auto look = [&](const QJsonObject& object, const QString& pointer) {
        for (const QString& key : object.keys()) {
            const bool ofTheForm = documents.form.contains(key) || documents.rubric.contains(key)
                                   || key == u"form"_s || key == u"rules"_s || key == u"rubric"_s;
            const bool ofItsOwn = pointer.isEmpty() ? key == u"id"_s : documents.facts.contains(key);
            if (ofTheForm && !ofItsOwn)
                problems.append({amendment.file, pointer + u'/' + key,
                                 LocalizedText{u"更正只能改动期限、地址等事实，不能改动申报书的表格或规则（“%1”）；改动表格须另出模板包"_s,
                                               u"an amendment changes facts alone, never the form or its rules (“%1”); a "
                                               "changed form is a new pack"_s}
                                     .arg(key)});
        }
    };
    look(amendment.content, {});
    look(amendment.content.value("facts"_L1).toObject(), u"/facts"_s);
}

void apply(const AmendmentFile& amendment, CallPackDocuments& documents, CallPackProblems& problems)
{
    refuseForm(amendment, documents, problems);
    const LocalizedText source = localizedText(amendment.content.value("source"_L1));
    const QJsonObject facts = withSource(amendment.content.value("facts"_L1).toObject(), amendment.content.value("id"_L1).toString());
    const QJsonObject changed = merged(documents.facts, facts);
    CallPackProblems breaches;
    checkSchema({amendment.file, u"/facts"_s, changed}, compiledInSchema(u"facts"_s), breaches);
    problems += breaches;
    if (!breaches.isEmpty())
        return;
    documents.facts = changed;
    documents.amendments.append({amendment.content.value("id"_L1).toString(), amendment.date, source, false});
}

} // namespace

CallPackDocuments readDocuments(const QString& folder, const QStringList& furtherAmendments, SchemaCheck check,
                                CallPackProblems& problems)
{
    const auto read = [&](const QString& name) {
        const QString file = name + u".json"_s;
        const QString path = folder + u'/' + file;
        return check == SchemaCheck::All ? readChecked(path, file, name, problems) : readDocument(path, file, problems);
    };
    CallPackDocuments documents;
    documents.form = read(u"form"_s);
    documents.rules = read(u"rules"_s);
    documents.rubric = read(u"rubric"_s);
    const qsizetype before = problems.size();
    documents.facts = read(u"facts"_s);
    const bool factsAreSound = problems.size() == before;
    for (const AmendmentFile& amendment : readAmendments(folder, furtherAmendments, problems))
        if (factsAreSound)
            apply(amendment, documents, problems);
    return documents;
}

} // namespace jz
