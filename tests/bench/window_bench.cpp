// SPDX-License-Identifier: Apache-2.0
// What the windows cost, drawn offscreen: from a key press to the repainted control with its counter and findings, on a full
// dossier; opening it; the start page with many dossiers; memory. Times hold the wait of Qt between two pictures.
//   bench_windows [KEYS]    default: 1000 key presses in each kind of field
#include "model/call/call_pack_reader.h"
#include "model/procedure/dossier_import.h"
#include "model/procedure/open_dossier.h"
#include "model/procedure/sample_files.h"
#include "ui/applicant/applicant_desk.h"
#include "ui/shell/program.h"
#include "ui/shell/start_page.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

/// Nobody answers: everything is cancelled.
class NoDialogs : public ui::Dialogs
{
public:
    QStringList openFiles(QWidget*, const ui::FileQuestion&) override { return {}; }
    QString openFile(QWidget*, const ui::FileQuestion&) override { return {}; }
    QString saveFile(QWidget*, const ui::FileQuestion&) override { return {}; }
    QString folder(QWidget*, const QString&) override { return {}; }
    int ask(QWidget*, const ui::Question&) override { return -1; }
    bool run(QDialog&) override { return false; }
};

/// Knows when a widget was painted.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget* widget) { widget->installEventFilter(this); }

    /// Handles events until it is painted; at most two seconds.
    void wait()
    {
        QElapsedTimer limit;
        limit.start();
        while (!m_painted && limit.elapsed() < 2000)
            QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 100);
    }
    void forget() { m_painted = false; }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        m_painted = m_painted || event->type() == QEvent::Paint;
        return false;
    }

private:
    bool m_painted = false;
};

double residentMb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray& line : lines)
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

/// What one thing took: until it was seen, and how much of that this thread computed (the rest other programs had, or Qt waited
/// for the next picture).
class Stopwatch
{
public:
    Stopwatch() { m_clock.start(); }

    void stop(std::vector<std::pair<double, double>>& times) const
    {
        times.emplace_back(double(m_clock.nsecsElapsed()) / 1e6, computed() - m_computed);
    }

private:
    static double computed()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }

    QElapsedTimer m_clock;
    double m_computed = computed();
};

using Times = std::vector<std::pair<double, double>>;

void print(const QString& what, const Times& times)
{
    std::vector<double> seen;
    std::vector<double> computed;
    for (const auto& [wall, thread] : times) {
        seen.push_back(wall);
        computed.push_back(thread);
    }
    std::sort(seen.begin(), seen.end());
    std::sort(computed.begin(), computed.end());
    const size_t high = seen.size() * 99 / 100;
    std::printf("%-52s median %7.2f ms, 99 %% %7.2f ms; computing %7.2f ms, 99 %% %7.2f ms (%zu)\n", qPrintable(what), seen[seen.size() / 2],
                seen[high], computed[computed.size() / 2], computed[high], seen.size());
    std::fflush(stdout);
}

void quiet()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 200)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
}

void pressKey(QWidget* widget, int key, const QString& text)
{
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, text);
    QApplication::sendEvent(widget, &press);
    QKeyEvent release(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QApplication::sendEvent(widget, &release);
}

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

/// A workspace with somebody at work, and what `fill` puts into it.
void prepare(const QString& folder, const std::function<void(Workspace&)>& fill)
{
    Workspace workspace(folder);
    workspace.operators().setCurrent(workspace.operators().add(u"王芳"_s, u"示例"_s).key);
    fill(workspace);
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
    program.window().resize(1366, 768);
    program.start(folder + u"/many"_s);
    quiet();
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
    program.window().resize(1366, 768);
    program.start(folder + u"/ws"_s);
    quiet();
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
    const QTemporaryDir home;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const char* const place : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        qputenv(place, home.path().toUtf8());
    const QApplication application(argc, argv);
    ui::translateQt(Language::Chinese);
    ui::Theme::apply(ui::ThemeChoice::Light, 100);
    listMany(home.path(), 300);
    openAndType(home.path(), argc > 1 ? QByteArray(argv[1]).toInt() : 1000);
    return 0;
}
