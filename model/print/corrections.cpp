// SPDX-License-Identifier: Apache-2.0
#include "model/print/corrections.h"

#include "model/dossier/dossier_summary.h"
#include "model/print/value_text.h"

#include <QJsonArray>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

using Part = Address::Part;

constexpr int shownHash = 8;

class Wording
{
public:
    Wording(const Dossier& from, const Dossier& to, const CallPack& pack,
            const std::function<QString(const QString&)>& divisionName)
        : m_from(from), m_to(to), m_pack(pack), m_before(from, pack, divisionName), m_after(to, pack, divisionName)
    {
    }

    QList<Correction> run()
    {
        Changes changes = changesBetween(m_from, m_to);
        std::stable_sort(changes.begin(), changes.end(), [&](const Change& a, const Change& b) {
            return placeInForm(a.address.field) < placeInForm(b.address.field);
        });
        for (const Change& change : std::as_const(changes))
            word(change);
        return m_corrections;
    }

private:
    int placeInForm(const QString& field) const
    {
        int place = 0;
        for (const Section& section : m_pack.sections) {
            for (const Field& known : section.fields) {
                if (known.id == field)
                    return place;
                ++place;
            }
        }
        return place;
    }

    void word(const Change& change)
    {
        const Field* field = m_pack.field(change.address.field);
        if (change.address.part == Part::Attachment)
            return wordAttachment(change);
        if (change.address.part == Part::Value && field && change.address.isRow())
            return wordRow(*field, change);
        if (change.address.part == Part::Value && field && change.address.row.isEmpty())
            return add(change.address, m_before.value(*field), m_after.value(*field));
        add(change.address, cell(field, change.address.column, change.was), cell(field, change.address.column, change.now));
    }

    void add(const Address& address, const QString& was, const QString& now)
    {
        if (was == now)
            return; // what changed does not show
        const bool gone = isGone(address);
        m_corrections.append({placeLabel(address, gone ? m_from : m_to, m_pack).zh, was, now});
    }

    /// A row that the new revision no longer has is counted where it stood.
    bool isGone(const Address& address) const
    {
        if (address.row.isEmpty() || address.part != Part::Value)
            return false;
        const QJsonArray rows = rowsOf(m_to, address.part, address.field);
        return std::none_of(rows.begin(), rows.end(),
                            [&](const QJsonValue& row) { return row[u"id"].toString() == address.row; });
    }

    static QString cell(const Field* field, const QString& columnId, const QJsonValue& value)
    {
        const Column* column = field ? field->column(columnId) : nullptr;
        if (value.isBool())
            return column ? (value.toBool() ? column->trueLabel : column->falseLabel) : (value.toBool() ? u"是"_s : u"否"_s);
        return value.toString();
    }

    QString rowText(const Field& field, const QJsonValue& side) const
    {
        QStringList parts;
        const QJsonObject cells = side[u"cells"].toObject();
        for (const Column& column : field.columns) {
            const QString text = cell(&field, column.id, cells.value(column.id));
            if (!text.isEmpty())
                parts << column.label + u"："_s + text;
        }
        if (field.columns.isEmpty()) {
            for (const QJsonValue& value : cells)
                parts << value.toString();
        }
        return parts.join(u'\n');
    }

    void wordRow(const Field& field, const Change& change)
    {
        const bool moved = !change.was.isNull() && !change.now.isNull();
        if (!moved)
            return add(change.address, rowText(field, change.was), rowText(field, change.now));
        const auto at = [](const QJsonValue& side) { return u"第 %1 行"_s.arg(side[u"at"].toInt() + 1); };
        add(change.address, at(change.was), at(change.now));
    }

    /// All that changed about one file is one correction.
    void wordAttachment(const Change& change)
    {
        Address file = change.address;
        file.column.clear();
        if (m_files.contains(file.field + u'/' + file.row))
            return;
        m_files << file.field + u'/' + file.row;
        add(file, fileText(m_from, file), fileText(m_to, file));
    }

    QString fileText(const Dossier& dossier, const Address& address) const
    {
        const QList<Attachment> files = dossier.attachments.value(address.field);
        for (qsizetype i = 0; i < files.size(); ++i) {
            const Attachment& file = files.at(i);
            if (file.name != address.row)
                continue;
            QStringList parts{u"第 %1 个"_s.arg(i + 1)};
            if (const Field* field = m_pack.field(address.field)) {
                for (const Choice& kind : field->kinds)
                    parts << (kind.id == file.kind ? kind.label : QString());
            }
            parts << file.caption << (file.pages.isEmpty() ? QString() : u"选用第 %1 页"_s.arg(file.pages))
                  << (file.turn == 0 ? QString() : u"旋转 %1 度"_s.arg(file.turn))
                  << u"文件校验码 %1"_s.arg(QString::fromLatin1(file.sha256.toHex().left(shownHash)));
            parts.removeAll(QString());
            return parts.join(u"，");
        }
        return {};
    }

    const Dossier& m_from;
    const Dossier& m_to;
    const CallPack& m_pack;
    ValueText m_before;
    ValueText m_after;
    QStringList m_files;
    QList<Correction> m_corrections;
};

} // namespace

QList<Correction> correctionsBetween(const Dossier& from, const Dossier& to, const CallPack& pack,
                                     const std::function<QString(const QString&)>& divisionName)
{
    return Wording(from, to, pack, divisionName).run();
}

} // namespace jz
