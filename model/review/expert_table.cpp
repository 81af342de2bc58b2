// SPDX-License-Identifier: Apache-2.0
#include "model/review/expert_table.h"

#include "model/reference/personal_numbers.h"
#include "model/reference/unit_names.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

using Outcome = ExpertRow::Outcome;

QList<QStringList> columnHeads()
{
    QList<QStringList> heads;
    for (const ExpertField& field : expertFields()) {
        QStringList keys{headKey(field.name.zh)};
        for (const QString& each : field.heads)
            keys << headKey(each);
        heads << keys;
    }
    return heads;
}

/// Reads the rows of one table.
class ExpertIntake
{
public:
    ExpertIntake(const FoundTable& table, const QList<Expert>& known, const ExpertImportOrder& order) : m_table(table), m_order(order)
    {
        for (const Expert& each : known)
            if (!each.isDeleted())
                m_known[personKey(each.name)] << each;
    }

    ExpertImport read()
    {
        m_result.sheet = m_table.sheet.name;
        readHeads();
        for (int row = m_table.head + 1; row < m_table.sheet.rows.size(); ++row)
            readRow(row);
        return m_result;
    }

private:
    /// Whether what stands below a head is mostly personal numbers.
    bool isPersonal(qsizetype column) const
    {
        int filled = 0, personal = 0;
        for (qsizetype row = m_table.head + 1; row < m_table.sheet.rows.size(); ++row) {
            const QString cell = m_table.sheet.rows.at(row).value(column);
            filled += cell.trimmed().isEmpty() ? 0 : 1;
            personal += holdsPersonalNumber(cell) ? 1 : 0;
        }
        return personal > 0 && personal * 2 >= filled;
    }

    void readHeads()
    {
        const QStringList heads = m_table.sheet.rows.at(m_table.head);
        for (qsizetype column = 0; column < heads.size(); ++column) {
            ExpertColumn found{heads.at(column).trimmed(), {}, {}};
            const qsizetype field = m_table.columns.indexOf(column);
            if (namesPersonalNumber(found.heading))
                found.leftOut = text(u"按表头是证件或银行账户信息，不收", u"by its head numbers of identity papers or accounts: not taken");
            else if (isPersonal(column))
                found.leftOut = text(u"内容像身份证号或银行卡号，不收", u"what stands in it looks like numbers of identity papers or bank cards: not taken");
            else if (field >= 0)
                found.field = expertFields().at(field).id;
            if (!found.leftOut.isEmpty() && field >= 0)
                m_table.columns[field] = -1;
            if (!found.heading.isEmpty() || !found.leftOut.isEmpty())
                m_result.columns << found;
        }
    }

    bool isEmptyRow(int row) const
    {
        for (int i = 0; i < m_table.columns.size(); ++i)
            if (!m_table.cell(row, i).isEmpty())
                return false;
        return true;
    }

    /// What a row says laid over a record; cells that hold personal numbers are left out.
    Expert laidOver(Expert expert, int row, QList<LocalizedText>* remarks) const
    {
        for (int i = 0; i < m_table.columns.size(); ++i) {
            const ExpertField& field = expertFields().at(i);
            const QString cell = m_table.cell(row, i);
            const bool isNeeded = field.id == "name"_L1 || field.id == "unit"_L1;
            if (cell.isEmpty())
                continue;
            if (!isNeeded && holdsPersonalNumber(cell)) {
                if (remarks)
                    *remarks << LocalizedText{u"“%1”一格像身份证号或银行卡号，没有收"_s, u"the cell “%1” looks like the number of an identity paper or a bank card and was not taken"_s}.arg(field.name);
                continue;
            }
            setExpertValue(expert, field.id, cell, m_order.categories);
        }
        return expert;
    }

    void readRow(int row)
    {
        if (isEmptyRow(row))
            return;
        ExpertRow found;
        found.number = row + 1;
        try {
            Expert fresh;
            fresh.purpose = m_order.purpose;
            fresh.deleteOn = m_order.deleteOn;
            found.expert = laidOver(fresh, row, &found.remarks);
            requireWholeExpert(found.expert, m_order.today);
            requireOnce(found);
            settle(found, row);
            m_taken[personKey(found.expert.name)] << m_result.rows.size();
        } catch (const Error& error) {
            found.outcome = Outcome::LeftOut;
            found.reason = error.message();
        }
        m_result.rows << found;
    }

    void requireOnce(const ExpertRow& found) const
    {
        const QList<qsizetype> namesakes = m_taken.value(personKey(found.expert.name));
        for (const qsizetype at : namesakes)
            if (const ExpertRow& other = m_result.rows.at(at); isSamePerson(other.expert, found.expert))
                throw Error(ErrorCode::Usage, LocalizedText{u"与第 %1 行重复（%2）。"_s, u"the same person as row %1 (%2)."_s}.arg(QString::number(other.number), other.expert.name));
    }

    void settle(ExpertRow& found, int row) const
    {
        const QList<Expert> namesakes = m_known.value(personKey(found.expert.name));
        for (const Expert& each : namesakes) {
            if (!isSamePerson(each, found.expert)) {
                found.remarks << LocalizedText{u"专家库里另有同名的 %1 号（%2），请核对是否同一人"_s, u"the register has number %1 of that name (%2): check whether it is the same person"_s}
                                     .arg(QString::number(each.key), each.unit);
                continue;
            }
            Expert now = laidOver(each, row, nullptr);
            now.purpose = m_order.purpose;
            now.deleteOn = m_order.deleteOn;
            found.expert = now;
            noteChanges(found, each);
            return;
        }
        found.outcome = Outcome::Added;
    }

    void noteChanges(ExpertRow& found, const Expert& was) const
    {
        for (const ExpertField& field : expertFields()) {
            const ExpertRow::Change change{field.id, expertValue(was, field.id, m_order.categories), expertValue(found.expert, field.id, m_order.categories)};
            if (change.was != change.now)
                found.changes << change;
        }
        if (was.purpose != found.expert.purpose)
            found.changes << ExpertRow::Change{u"purpose"_s, was.purpose, found.expert.purpose};
        if (was.deleteOn != found.expert.deleteOn)
            found.changes << ExpertRow::Change{u"deleteOn"_s, was.deleteOn.toString(Qt::ISODate), found.expert.deleteOn.toString(Qt::ISODate)};
        found.outcome = found.changes.isEmpty() ? Outcome::Unchanged : Outcome::Changed;
    }

    FoundTable m_table;
    QHash<QString, QList<Expert>> m_known; ///< by personKey()
    QHash<QString, QList<qsizetype>> m_taken; ///< places of rows, by personKey()
    const ExpertImportOrder& m_order;
    ExpertImport m_result;
};

} // namespace

QString expertOutcomeName(Outcome outcome)
{
    static const QHash<int, QString> names{{int(Outcome::Added), u"added"_s}, {int(Outcome::Changed), u"changed"_s}, {int(Outcome::Unchanged), u"unchanged"_s}, {int(Outcome::LeftOut), u"left-out"_s}};
    return names.value(int(outcome));
}

LocalizedText expertOutcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Added: return text(u"新增", u"added");
    case Outcome::Changed: return text(u"更新", u"changed");
    case Outcome::Unchanged: return text(u"没有变化", u"unchanged");
    case Outcome::LeftOut: break;
    }
    return text(u"没有收", u"left out");
}

int ExpertImport::count(Outcome outcome) const
{
    return int(std::count_if(rows.begin(), rows.end(), [&](const ExpertRow& each) { return each.outcome == outcome; }));
}

QList<Expert> ExpertImport::kept() const
{
    QList<Expert> experts;
    for (const ExpertRow& each : rows)
        if (each.outcome == Outcome::Added || each.outcome == Outcome::Changed)
            experts << each.expert;
    return experts;
}

ExpertImport expertImport(const QList<Sheet>& sheets, const QList<Expert>& known, const ExpertImportOrder& order)
{
    Expert probe;
    probe.name = probe.unit = u"x"_s;
    probe.purpose = order.purpose;
    probe.deleteOn = order.deleteOn;
    requireWholeExpert(probe, order.today);
    const auto table = findTable(sheets, columnHeads());
    if (!table)
        throw Error(ErrorCode::Malformed,
                    text(u"表里没有“姓名”一列。请在表头写上姓名、工作单位等（可用 office experts template 得到空表）。",
                         u"The table has no column for the name (姓名). Give it a head; office experts template writes an empty table."),
                    u"name"_s);
    return ExpertIntake(*table, known, order).read();
}

SheetContent expertTemplate(const QList<Choice>& categories)
{
    SheetContent content;
    content.name = u"专家"_s;
    content.title = u"评审专家登记表"_s;
    QStringList labels;
    for (const Choice& each : categories)
        labels << each.label;
    content.intro = {u"姓名、工作单位必填，其余可不填；列的次序可以改。请不要写身份证号和银行卡号：这类列不会收入。"_s};
    if (!labels.isEmpty())
        content.intro << u"评审类别：%1；不填为全部。单位别名、回避单位和人员有几个时用顿号隔开。"_s.arg(labels.join(u"、"_s));
    for (const ExpertField& field : expertFields()) {
        content.headers << field.name.zh;
        content.widths << (field.id == "unit"_L1 || field.id == "declared"_L1 || field.id == "aliases"_L1 || field.id == "code"_L1 ? 20 : 11);
    }
    return content;
}

} // namespace jz
