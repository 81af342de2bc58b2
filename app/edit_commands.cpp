// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "app/desk.h"
#include "app/desk_json.h"

#include "model/dossier/edits.h"
#include "model/dossier/value_reader.h"
#include "model/exchange/check_report.h"

#include <QJsonDocument>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

/// What an edit answers: its step, and what was wrong with what came in.
int answer(const Call& call, OpenDossier& dossier, const Findings& findings = {})
{
    requireStored(dossier);
    const bool wrong = tellFindings(findings);
    if (call.has(u"json"_s)) {
        QJsonObject json = checkReportJson(dossier.entry().id.toString(QUuid::WithoutBraces), findings, language());
        json.insert(u"step"_s, dossier.editor().lastStep());
        printJson(json);
    }
    return wrong ? Wrong : Fine;
}

const Field& fieldOf(OpenDossier& dossier, const QString& id)
{
    if (const Field* const field = dossier.pack().field(id))
        return *field;
    throw Error(ErrorCode::Usage,
                LocalizedText{u"申报书没有名为“%1”的字段。可用 dossier show 查看字段名。"_s, u"The form has no field “%1”. See dossier show."_s}.arg(id), id);
}

/// A row as people name it: its number (from 1) or its id.
QString rowId(OpenDossier& dossier, const Field& field, const QString& named)
{
    const QJsonArray rows = rowsOf(dossier.editor().dossier(), Address::Part::Value, field.id);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QString id = rows.at(i)["id"_L1].toString();
        if (named == id || named == QString::number(i + 1))
            return id;
    }
    throw Error(ErrorCode::Usage,
                LocalizedText{u"“%1”没有第 %2 行（共 %3 行）。"_s, u"“%1” has no row %2 (there are %3)."_s}.arg(field.label, named,
                                                                                                      QString::number(rows.size())),
                named);
}

[[noreturn]] void notTheRightValue(const Field& field, const QString& value)
{
    throw Error(ErrorCode::Usage,
                LocalizedText{u"“%1”的值“%2”不对：是非项请写 true 或 false；多行表格请用 dossier row，或写成 JSON。"_s,
                              u"“%1”: “%2” is not right. Write true or false for yes and no; for tables use dossier row, or JSON."_s}
                    .arg(field.label, value),
                field.id);
}

/// What was typed as a value of the field's shape.
QJsonValue typed(const Field& field, const QStringList& words)
{
    const QString first = words.value(0);
    switch (field.type) {
    case FieldType::MultipleChoice:
    case FieldType::Links:
    case FieldType::RecommendingBodies:
        return QJsonArray::fromStringList(words);
    case FieldType::Boolean:
        if (words.isEmpty())
            return {};
        if (first != u"true" && first != u"false")
            notTheRightValue(field, first);
        return first == u"true";
    case FieldType::Table:
    case FieldType::Phases: {
        const QJsonDocument rows = QJsonDocument::fromJson(first.toUtf8());
        if (!words.isEmpty() && !rows.isArray())
            notTheRightValue(field, first);
        return rows.array();
    }
    default:
        return words.join(u' ');
    }
}

QJsonValue typedCell(const Field& field, const QString& columnId, const QString& word)
{
    const Column* const column = field.column(columnId);
    if (column && column->type == ColumnType::Boolean)
        return word.isEmpty() ? QJsonValue() : QJsonValue(word == u"true");
    return word;
}

int set(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const auto dossier = desk.open(call.inputs.at(0));
    const Field& field = fieldOf(*dossier, call.inputs.at(1));
    const QStringList words = call.inputs.mid(2);
    if (call.has(u"reason"_s)) {
        dossier->editor().apply(setReason(dossier->editor().dossier(), field.id, call.value(u"reason"_s)));
        return answer(call, *dossier);
    }
    if (!call.has(u"row"_s))
        return answer(call, *dossier, dossier->fillIn(field.id, typed(field, words)));
    const QString row = rowId(*dossier, field, call.value(u"row"_s));
    const QString column = call.required(u"column"_s);
    return answer(call, *dossier, dossier->fillInCell(field.id, row, column, typedCell(field, column, words.join(u' '))));
}

int rowAdd(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const auto dossier = desk.open(call.inputs.at(0));
    const Field& field = fieldOf(*dossier, call.inputs.at(1));
    QJsonObject cells{{u"id"_s, freeRowId(dossier->editor().dossier(), field.id)}};
    for (const QString& cell : call.inputs.mid(2))
        cells.insert(cell.section(u'=', 0, 0), typedCell(field, cell.section(u'=', 0, 0), cell.section(u'=', 1)));
    const ReadValues read = readValues({{field.id, QJsonArray{cells}}}, dossier->pack());
    const QJsonObject row = read.values.value(field.id).toArray().first().toObject();
    const int at = call.has(u"at"_s) ? call.value(u"at"_s).toInt() - 1 : -1;
    if (read.findings.isEmpty() && !row.isEmpty())
        dossier->editor().apply(insertRow(dossier->editor().dossier(), field.id, at, row));
    return answer(call, *dossier, read.findings);
}

int rowRemove(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const auto dossier = desk.open(call.inputs.at(0));
    const Field& field = fieldOf(*dossier, call.inputs.at(1));
    dossier->editor().apply(removeRow(dossier->editor().dossier(), field.id, rowId(*dossier, field, call.inputs.at(2))));
    return answer(call, *dossier);
}

int rowMove(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const auto dossier = desk.open(call.inputs.at(0));
    const Field& field = fieldOf(*dossier, call.inputs.at(1));
    dossier->editor().apply(moveRow(dossier->editor().dossier(), field.id, rowId(*dossier, field, call.inputs.at(2)),
                                    call.inputs.at(3).toInt() - 1));
    return answer(call, *dossier);
}

int attach(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const auto dossier = desk.open(call.inputs.at(0));
    const Field& field = fieldOf(*dossier, call.inputs.at(1));
    return answer(call, *dossier, dossier->attach(field.id, call.inputs.mid(2), call.value(u"kind"_s), call.value(u"caption"_s)));
}

int detach(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const auto dossier = desk.open(call.inputs.at(0));
    const Changes changes = removeAttachment(dossier->editor().dossier(), call.inputs.at(1), call.inputs.at(2));
    if (changes.isEmpty())
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"“%1”中没有名为“%2”的附件。"_s, u"“%1” has no attachment of the name “%2”."_s}.arg(call.inputs.at(1), call.inputs.at(2)),
                    call.inputs.at(2));
    dossier->editor().apply(changes);
    return answer(call, *dossier);
}

int undo(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const auto dossier = desk.open(call.inputs.at(0));
    if (!dossier->editor().canUndo())
        complain(text(u"没有可以撤销的步骤。", u"There is nothing to undo.").in(language()));
    dossier->editor().undo();
    return answer(call, *dossier);
}

int redo(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const auto dossier = desk.open(call.inputs.at(0));
    if (!dossier->editor().canRedo())
        complain(text(u"没有可以重做的步骤。", u"There is nothing to redo.").in(language()));
    dossier->editor().redo();
    return answer(call, *dossier);
}

int note(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    Note note;
    note.place.field = call.value(u"field"_s);
    note.text = call.inputs.mid(1).join(u' ');
    note.todo = call.has(u"todo"_s);
    note.who = call.value(u"who"_s);
    note.due = call.has(u"due"_s) ? call.dateTime(u"due"_s).date() : QDate();
    note.person = desk.person();
    const DossierEntry entry = desk.entry(call.inputs.at(0));
    desk.workspace().notes().keep(entry.key, note);
    if (call.has(u"json"_s))
        printJson({{u"notes"_s, notesJson(desk.workspace(), entry.key)}});
    return Fine;
}

} // namespace

QList<Command> editCommands()
{
    const Option row{u"row"_s, u"ROW"_s, text(u"表格的第几行（从 1 起）或行标识", u"row of a table: its number from 1, or its id")};
    const Option column{u"column"_s, u"COLUMN"_s, text(u"表格的列", u"column of the table")};
    return {
        deskCommand(u"dossier set"_s, u"ID FIELD [VALUE…]"_s, 2,
                text(u"填写一个字段或表格的一格；不给值则清空", u"fill in a field or a cell; without a value clear it"),
                {row, column, {u"reason"_s, u"TEXT"_s, text(u"该字段格式特殊的理由（不改值）", u"why a format error there is right (the value stays)")}},
                {u"dossier set 3f2a FIELD 示例研究院"_s, u"dossier set 3f2a TABLE 李四 --row 2 --column name"_s}, set, true),
        deskCommand(u"dossier row add"_s, u"ID FIELD [COLUMN=VALUE…]"_s, 2, text(u"给表格加一行", u"add a row to a table"),
                {{u"at"_s, u"N"_s, text(u"加在第几行之前；不给则在末尾", u"before which row; else at the end")}},
                {u"dossier row add 3f2a TABLE name=李四 unit=示例研究院"_s}, rowAdd, true),
        deskCommand(u"dossier row remove"_s, u"ID FIELD ROW"_s, 3, text(u"删去表格的一行", u"remove a row of a table"), {},
                {u"dossier row remove 3f2a TABLE 2"_s}, rowRemove),
        deskCommand(u"dossier row move"_s, u"ID FIELD ROW TO"_s, 4, text(u"移动表格的一行", u"move a row of a table"), {},
                {u"dossier row move 3f2a TABLE 3 1"_s}, rowMove),
        deskCommand(u"dossier attach"_s, u"ID FIELD FILE…"_s, 3, text(u"添加附件", u"attach files"),
                {{u"kind"_s, u"KIND"_s, text(u"附件类别", u"kind of the attachment")}, {u"caption"_s, u"TEXT"_s, text(u"附件说明", u"caption")}},
                {u"dossier attach 3f2a FIELD 照片.jpg 协议.pdf"_s}, attach, true),
        deskCommand(u"dossier detach"_s, u"ID FIELD NAME"_s, 3, text(u"移除附件", u"remove an attachment"), {}, {u"dossier detach 3f2a FIELD 照片.jpg"_s},
                detach),
        deskCommand(u"dossier undo"_s, u"ID"_s, 1, text(u"撤销上一步，重启后仍可撤销", u"take the last step back, also after a restart"), {}, {u"dossier undo 3f2a"_s}, undo),
        deskCommand(u"dossier redo"_s, u"ID"_s, 1, text(u"重做撤销的一步", u"bring back what was undone"), {}, {u"dossier redo 3f2a"_s}, redo),
        deskCommand(u"dossier note"_s, u"ID TEXT"_s, 2, text(u"写一条备注或待办；只留在资料库，不进入任何文件", u"a note or to-do; stays in the workspace, no paper carries it"),
                {{u"field"_s, u"FIELD"_s, text(u"关于哪个字段", u"about which field")},
                 {u"todo"_s, {}, text(u"是待办", u"something is to be done")},
                 {u"who"_s, u"NAME"_s, text(u"由谁办", u"by whom")},
                 {u"due"_s, u"DATE"_s, text(u"何时之前", u"by when")}},
                {u"dossier note 3f2a 缺合作协议 --todo --who 李四 --due 2030-05-10"_s}, note, true),
    };
}

} // namespace jz::cli
