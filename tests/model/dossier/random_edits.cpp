// SPDX-License-Identifier: Apache-2.0
#include "tests/model/dossier/random_edits.h"

#include "model/base/sha256.h"

namespace jz::test {

using namespace Qt::StringLiterals;

namespace {

QString word(std::mt19937& random)
{
    static const QStringList words{u"光电"_s, u"𬭎"_s, u"a b"_s, u"“引号”"_s, u"第一行\n第二行"_s, u"100%"_s, u"'; DROP"_s};
    return words.at(qsizetype(random() % size_t(words.size()))) + QString::number(random() % 1000);
}

QString anyRow(const Dossier& dossier, Address::Part part, const QString& field, std::mt19937& random)
{
    const QJsonArray rows = rowsOf(dossier, part, field);
    return rows.isEmpty() ? QString() : rows.at(qsizetype(random() % size_t(rows.size())))["id"_L1].toString();
}

Changes once(const Dossier& dossier, std::mt19937& random)
{
    const QString table = random() % 2 ? u"table"_s : u"other"_s;
    const int place = int(random() % 5);
    const QString row = anyRow(dossier, Address::Part::Value, table, random);
    const QString file = anyRow(dossier, Address::Part::Attachment, u"files"_s, random);
    switch (random() % 12) {
    case 0:
        return setValue(dossier, u"text"_s, word(random));
    case 1:
        return setValue(dossier, u"text"_s, {});
    case 2:
        return setValue(dossier, u"list"_s, QJsonArray{word(random), word(random)});
    case 3:
        return setReason(dossier, u"text"_s, random() % 2 ? word(random) : QString());
    case 4:
    case 5:
        return insertRow(dossier, table, place, {{u"id"_s, freeRowId(dossier, table)}, {u"name"_s, word(random)}});
    case 6:
        return removeRow(dossier, table, row);
    case 7:
        return moveRow(dossier, table, row, place);
    case 8:
        return setCell(dossier, table, row, u"note"_s, random() % 3 ? QJsonValue(word(random)) : QJsonValue());
    case 9: {
        const QString name = freeAttachmentName(dossier, u"照片.jpg"_s);
        return addAttachment(dossier, u"files"_s, {name, u"k"_s, word(random), 12, sha256(name.toUtf8()), {}});
    }
    case 10:
        return random() % 2 ? removeAttachment(dossier, u"files"_s, file) : moveAttachment(dossier, u"files"_s, file, place);
    default:
        return setAttachmentProperty(dossier, u"files"_s, file, random() % 2 ? u"caption"_s : u"pages"_s, word(random));
    }
}

} // namespace

Changes randomEdit(const Dossier& dossier, std::mt19937& random)
{
    Changes changes;
    while (changes.isEmpty())
        changes = once(dossier, random);
    return changes;
}

} // namespace jz::test
