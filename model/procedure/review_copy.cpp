// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/review_copy.h"

#include "model/print/paper_words.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/dossier_output.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestLook = 4; ///< shorter values stand elsewhere by chance

/// All texts in a value, of rows and lists too.
QStringList textsIn(const QJsonValue& value)
{
    QStringList texts;
    if (value.isString())
        texts << value.toString();
    const QJsonArray array = value.toArray();
    for (const QJsonValue& each : array)
        texts += textsIn(each);
    const QJsonObject object = value.toObject();
    for (auto each = object.begin(); each != object.end(); ++each)
        if (each.key() != u"id"_s)
            texts += textsIn(*each);
    return texts;
}

/// Labels of fields that are shown and say what is withheld.
QStringList leaks(const Dossier& copy, const QStringList& withheld, const CallPack& pack)
{
    QStringList labels;
    for (const Section& section : pack.sections)
        for (const Field& field : section.fields) {
            const QString said = textsIn(copy.values.value(field.id)).join(u'\n');
            for (const QString& secret : withheld)
                if (secret.size() >= shortestLook && said.contains(secret, Qt::CaseInsensitive) && !labels.contains(field.label))
                    labels << field.label;
        }
    return labels;
}

} // namespace

ReviewCopy reviewCopyOf(const Dossier& dossier, const CallPack& pack)
{
    static const QUuid copies(u"3a9d2f10-7a1c-4c56-8e0b-9b1f3e5d6c41"_s);
    ReviewCopy copy{dossier, {}};
    copy.dossier.id = QUuid::createUuidV5(copies, dossier.id.toByteArray() + QByteArray::number(dossier.revision));
    copy.dossier.parent.clear();
    QStringList withheld;
    for (const Section& section : pack.sections)
        for (const Field& field : section.fields) {
            if (!field.withheld)
                continue;
            withheld += textsIn(dossier.values.value(field.id));
            copy.dossier.values.remove(field.id);
            copy.dossier.attachments.remove(field.id);
            copy.dossier.reasons.remove(field.id);
        }
    const QStringList labels = leaks(copy.dossier, withheld, pack);
    for (const QString& label : labels)
        copy.remarks << u"“%1”里写有对专家不公开的内容，请人工核对。"_s.arg(QString(label).remove(u'\n'));
    return copy;
}

QStringList peopleIn(const Dossier& dossier, const CallPack& pack)
{
    QStringList people;
    for (const Section& section : pack.sections)
        for (const Field& field : section.fields) {
            const auto named = std::find_if(field.columns.begin(), field.columns.end(), [](const Column& column) { return column.type == ColumnType::Text; });
            if (field.withheld || field.type != FieldType::Table || named == field.columns.end())
                continue;
            const QJsonArray rows = dossier.values.value(field.id).toArray();
            for (const QJsonValue& row : rows)
                if (const QString name = row[named->id].toString().simplified(); !name.isEmpty() && !people.contains(name))
                    people << name;
        }
    return people;
}

WrittenCopy writeReviewCopy(const QString& paper, const QString& out)
{
    const DossierInput input = openDossier(paper);
    const CallPack& pack = *input.file.pack;
    const ReviewCopy copy = reviewCopyOf(input.file.dossier, pack);
    OutputOptions options;
    options.readingWord = PaperWords(pack, u"reviewCopy"_s)(u"watermark"_s, u"评审件"_s);
    const WrittenDossier written = writeDossier(copy.dossier, pack, options, out);
    WrittenCopy result{written.dossier, copy.remarks};
    for (const QList<Attachment>& files : copy.dossier.attachments)
        for (const Attachment& each : files)
            if (each.path.isEmpty())
                result.remarks << u"申报书里没有“%1”的原件，评审件缺少它的页面。"_s.arg(each.name);
    return result;
}

} // namespace jz
