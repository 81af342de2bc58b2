// SPDX-License-Identifier: Apache-2.0
// What the windows cost, drawn offscreen: from a key press to the repainted control with its counter and findings, on a full
// dossier; opening it; the start page with many dossiers; memory. Times hold the wait of Qt between two pictures.
//   bench_windows [KEYS]    default: 1000 key presses in each kind of field
#include "model/call/call_pack_reader.h"
#include "model/procedure/dossier_import.h"
#include "model/procedure/open_dossier.h"
#include "model/procedure/sample_files.h"
#include "tests/bench/window_timing.h"
#include "ui/applicant/applicant_desk.h"
#include "ui/shell/program.h"
#include "ui/shell/start_page.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>

#include <cstdio>

using namespace jz;
using namespace jz::bench;
using namespace Qt::StringLiterals;

namespace {

/// Types a digit and takes it away again, and so on: findings and counters come and go.
Times typeInto(QWidget* control, int count)
{
    Times times;
    PaintWatch watch(control);
    for (int i = 0; i < count; ++i) {
        QApplication::processEvents();
        watch.forget();
        const Stopwatch stopwatch;
        if (i % 2 == 0)
            pressKey(control, Qt::Key_7, u"7"_s);
        else
            pressKey(control, Qt::Key_Backspace, {});
        watch.wait();
        stopwatch.stop(times);
    }
    return times;
}

QUuid fullDossier(Workspace& workspace, const QString& folder)
{
    Findings findings;
    return importDossier(workspace, copySample(u"sample-limits.json"_s, folder, {800, 600}), workspace.operators().current().key, findings).id;
}

QString nameOf(FieldType type)
{
    switch (type) {
    case FieldType::Text:
        return u"one paragraph"_s;
    case FieldType::LongText:
        return u"several paragraphs, at its limit"_s;
    case FieldType::CreditCode:
        return u"credit code"_s;
    case FieldType::Table:
        return u"cell of a table"_s;
    case FieldType::Phases:
        return u"goal of a phase"_s;
    default:
        return {};
    }
}

/// Of every type of field the first of the form that has a limit, or the first.
const Field* firstOf(const CallPack& pack, FieldType type)
{
    const Field* found = nullptr;
    for (const Section& section : pack.sections)
        for (const Field& field : section.fields)
            if (field.type == type && (!found || (found->limit == 0 && field.limit > 0)))
                found = &field;
    return found;
}

void typing(ui::ApplicantDesk& desk, int count)
{
    for (const FieldType type : {FieldType::Text, FieldType::LongText, FieldType::CreditCode, FieldType::Table, FieldType::Phases}) {
        const Field* const field = firstOf(desk.session().pack(), type);
        if (!field || !desk.form().frame(field->id) || !desk.form().frame(field->id)->editor())
            continue;
        desk.form().goTo({Address::Part::Value, field->id, {}, {}});
        quiet();
        QWidget* control = QApplication::focusWidget();
        if (qobject_cast<QAbstractItemView*>(control)) {
            pressKey(control, Qt::Key_F2, {});
            control = QApplication::focusWidget();
        }
        if (!control)
            continue;
        print(u"key press to picture, "_s + nameOf(type), typeInto(control, count));
    }
}

/// As large as the screen of an office laptop: shown first, a window is made to fit the smaller one of the offscreen platform.
void showLarge(ui::Program& program, const QString& folder)
{
    program.start(folder);
    program.window().resize(1366, 768);
    quiet();
}

void listMany(const QString& folder, int count)
{
    prepare(folder + u"/many"_s, [&](Workspace& workspace) {
        const qint64 person = workspace.operators().current().key;
        for (int i = 0; i < count; ++i) {
            const DossierEntry entry = beginDossier(workspace, builtInCallPackIds().constFirst(), person, u"form"_s);
            workspace.dossiers().setSummary(entry.key, {u"示例光电子器件第 %1 基地"_s.arg(i), u"示例先进光电技术研究院"_s, i % 101});
        }
    });
    NoDialogs dialogs;
    ui::Settings settings(folder + u"/many.ini"_s);
    ui::Program program(settings, dialogs);
    showLarge(program, folder + u"/many"_s);
    Times times;
    for (int i = 0; i < 9; ++i) {
        const Stopwatch stopwatch;
        program.showStartPage();
        PaintWatch watch(static_cast<ui::StartPage*>(program.window().page())->list().viewport());
        watch.wait();
        stopwatch.stop(times);
        quiet();
    }
    print(u"start page with %1 dossiers"_s.arg(count), times);
    Times searching;
    for (int i = 0; i < 9; ++i) {
        const Stopwatch stopwatch;
        program.workspace()->dossiers().list(u"第 %1"_s.arg(i));
        stopwatch.stop(searching);
    }
    print(u"search in them, the first one makes the index"_s, searching);
}

void openAndType(const QString& folder, int count)
{
    QUuid id;
    prepare(folder + u"/ws"_s, [&](Workspace& workspace) { id = fullDossier(workspace, folder + u"/in"_s); });
    NoDialogs dialogs;
    ui::Settings settings(folder + u"/ws.ini"_s);
    ui::Program program(settings, dialogs);
    showLarge(program, folder + u"/ws"_s);
    std::printf("%.0f MB resident with nothing open\n", residentMb());
    Times opening;
    for (int i = 0; i < 9; ++i) {
        const Stopwatch stopwatch;
        program.openDossier(id);
        PaintWatch watch(program.window().page());
        watch.wait();
        stopwatch.stop(opening);
        quiet();
    }
    print(u"open a full dossier"_s, opening);
    std::printf("%.0f MB resident with it open\n", residentMb());
    auto* const desk = qobject_cast<ui::ApplicantDesk*>(program.window().page());
    if (auto* const findings = desk->findChild<QAction*>(u"panel_findings"_s))
        findings->trigger();
    typing(*desk, count);
    std::printf("%.0f MB resident after that\n", residentMb());
}

} // namespace

int main(int argc, char** argv)
{
    const OffscreenProgram offscreen(argc, argv);
    listMany(offscreen.home(), 300);
    openAndType(offscreen.home(), argc > 1 ? QByteArray(argv[1]).toInt() : 1000);
    return 0;
}
