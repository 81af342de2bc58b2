// SPDX-License-Identifier: Apache-2.0
#include "tests/model/call/pack_copy.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace jz::test {

using namespace Qt::StringLiterals;

namespace {

QJsonValue withValueAt(const QJsonValue& root, QStringList steps, const QJsonValue& value)
{
    if (steps.isEmpty())
        return value;
    const QString step = steps.takeFirst();
    if (root.isArray()) {
        QJsonArray array = root.toArray();
        const qsizetype index = step.toInt();
        if (index == array.size())
            array.append(QJsonValue());
        array.replace(index, withValueAt(array.at(index), steps, value));
        return array;
    }
    QJsonObject object = root.toObject();
    object.insert(step, withValueAt(object.value(step), steps, value));
    if (steps.isEmpty() && value.isUndefined())
        object.remove(step);
    return object;
}

} // namespace

PackCopy::PackCopy()
{
    const QDir source(dataFile(u"calls/library-2026"_s));
    QDir().mkpath(path() + u"/amendments"_s);
    for (const QString& file : {u"form.json"_s, u"rules.json"_s, u"rubric.json"_s, u"facts.json"_s})
        write(file, readFile(source.filePath(file)));
}

void PackCopy::write(const QString& file, const QByteArray& bytes) const
{
    writeFile(path() + u'/' + file, bytes);
}

void PackCopy::remove(const QString& file) const
{
    QFile::remove(path() + u'/' + file);
}

void PackCopy::set(const QString& file, const QString& pointer, const QJsonValue& value) const
{
    const QJsonObject object = QJsonDocument::fromJson(readFile(path() + u'/' + file)).object();
    const QJsonValue changed = withValueAt(object, pointer.split(u'/', Qt::SkipEmptyParts), value);
    write(file, QJsonDocument(changed.toObject()).toJson());
}

QStringList PackCopy::places() const
{
    QStringList places;
    for (const CallPackProblem& problem : problems())
        places.append(problem.file + u' ' + problem.pointer);
    return places;
}

} // namespace jz::test
