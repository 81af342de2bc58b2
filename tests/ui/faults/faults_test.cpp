// SPDX-License-Identifier: Apache-2.0
// What the user sees and keeps when the disk is full, the stick is pulled out, the folder turns read-only.
#include "tests/support/boost_test.h"
#include "model/procedure/dossier_input.h"
#include "tests/support/windows.h"
#include "tests/ui/faults/faulty_disk.h"
#include "ui/applicant/applicant_desk.h"
#include "ui/shell/main_window.h"

#include <QAction>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QPushButton>

#include <cerrno>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

const QString name = u"org_name"_s;
const QString address = u"address"_s;

struct Window : DeskFixture
{
    Window() { open(newDossier()); }

    void open(const QUuid& dossier)
    {
        id = dossier;
        window = std::make_unique<ui::MainWindow>();
        desk = new ui::ApplicantDesk(*workspace, id, dialogs, nullptr);
        window->setPage(desk);
        show(*window);
    }
    /// As after a crash: nothing is asked, nothing settled.
    void reopen()
    {
        window.reset();
        restart();
        open(id);
    }
    void go(const QString& field) { desk->form().goTo({Address::Part::Value, field, {}, {}}); }
    void write(const QString& field, const QString& words)
    {
        go(field);
        type(*window, words);
    }
    QString message()
    {
        const ui::BarMessage* const shown = window->messages().message();
        return shown && window->messages().isVisible() ? shown->text : QString();
    }
    QString value(const QString& field) { return desk->session().dossier().text(field); }
    bool isOnDisk() { return desk->session().safety().kind == ui::Safety::Kind::OnDisk; }

    /// Types while the disk fails, and again when it is mended.
    void typeThrough(int error, const QString& reason);

    QUuid id;
    std::unique_ptr<ui::MainWindow> window;
    ui::ApplicantDesk* desk = nullptr;
};

void Window::typeThrough(int error, const QString& reason)
{
    write(name, u"示例"_s);
    FaultyDisk disk(error);
    type(*window, u"研究院"_s);
    waitFor([&] { return !message().isEmpty(); });
    BOOST_TEST(message().contains(reason), message().toStdString());
    BOOST_TEST(message().contains(u"仍在窗口里"_s));
    BOOST_TEST(value(name) == u"示例研究院"_s);
    write(address, u"示例路 1 号"_s);
    BOOST_TEST(value(address) == u"示例路 1 号"_s);
    BOOST_TEST(!desk->session().editor().isStored());
    find<QAction>(*window, u"undo"_s).trigger();
    BOOST_TEST(value(address).isEmpty());
    find<QAction>(*window, u"redo"_s).trigger();
    BOOST_TEST(value(address) == u"示例路 1 号"_s);
    disk.mend();
    waitFor([&] { return isOnDisk(); });
    BOOST_TEST(message() == QString());
    reopen();
    BOOST_TEST(value(name) == u"示例研究院"_s);
    BOOST_TEST(value(address) == u"示例路 1 号"_s);
    BOOST_TEST(desk->session().editor().canUndo());
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(faults, Window)

BOOST_AUTO_TEST_CASE(a_disk_that_is_full_while_typing_loses_nothing)
{
    typeThrough(ENOSPC, u"磁盘已满"_s);
}

BOOST_AUTO_TEST_CASE(a_stick_that_is_pulled_out_loses_nothing_when_it_comes_back)
{
    typeThrough(EIO, u"设备出错"_s);
}

BOOST_AUTO_TEST_CASE(a_folder_that_turns_read_only_loses_nothing)
{
    typeThrough(EROFS, u"设备出错"_s);
}

BOOST_AUTO_TEST_CASE(the_folder_may_be_moved_away_and_back)
{
    write(name, u"示例"_s);
    const QString there = workspace->folder();
    BOOST_REQUIRE(QDir().rename(there, there + u"-away"_s));
    type(*window, u"研究院"_s);
    BOOST_TEST(value(name) == u"示例研究院"_s);
    BOOST_REQUIRE(QDir().rename(there + u"-away"_s, there));
    waitFor([&] { return isOnDisk(); });
    reopen();
    BOOST_TEST(value(name) == u"示例研究院"_s);
}

BOOST_AUTO_TEST_CASE(a_copy_can_be_saved_elsewhere_while_the_disk_fails)
{
    write(name, u"示例"_s);
    const FaultyDisk disk(ENOSPC);
    type(*window, u"研究院"_s);
    waitFor([&] { return !message().isEmpty(); });
    const QString copy = folder.file(u"另存.pdf"_s);
    dialogs.willSaveTo(copy);
    click(find<QPushButton>(*window, u"messageAction"_s));
    waitFor([&] { return QFile::exists(copy); });
    BOOST_TEST(readDossierData(copy).text(name) == u"示例研究院"_s);
}

BOOST_AUTO_TEST_CASE(leaving_says_what_is_not_safe)
{
    write(name, u"示例"_s);
    FaultyDisk disk(ENOSPC);
    type(*window, u"研究院"_s);
    waitFor([&] { return !message().isEmpty(); });
    BOOST_CHECK_EXCEPTION(desk->settle(), Error, [](const Error& error) { return error.message().zh.contains(u"磁盘已满"_s); });
    disk.mend();
    desk->settle();
    BOOST_TEST(desk->session().editor().isStored());
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_kept_is_not_half_attached)
{
    const QUuid sample = sampleDossier(u"sample-values.json"_s);
    window.reset();
    open(sample);
    const QString field = u"uscc_scan"_s;
    const QList<Attachment> before = desk->session().dossier().attachments.value(field);
    go(field);
    QImage picture(320, 240, QImage::Format_RGB32);
    picture.fill(Qt::blue);
    BOOST_REQUIRE(picture.save(folder.file(u"新图.png"_s)));
    const FaultyDisk disk(ENOSPC);
    drop(*desk->form().frame(field)->editor(), {folder.file(u"新图.png"_s)});
    waitFor([&] { return !message().isEmpty(); });
    BOOST_TEST(message().contains(u"资料库"_s), message().toStdString());
    BOOST_TEST((desk->session().dossier().attachments.value(field) == before));
}

BOOST_AUTO_TEST_CASE(a_file_that_may_not_be_read_is_named_and_the_others_come_in)
{
    const QString field = u"work_evidence"_s;
    QImage picture(320, 240, QImage::Format_RGB32);
    picture.fill(Qt::blue);
    BOOST_REQUIRE(picture.save(folder.file(u"证明.png"_s)));
    BOOST_REQUIRE(QFile::copy(folder.file(u"证明.png"_s), folder.file(u"暂存.png"_s)));
    BOOST_REQUIRE(QFile::rename(folder.file(u"暂存.png"_s), folder.file(u"读不到.png"_s)));
    go(field);
    drop(*desk->form().frame(field)->editor(), {folder.file(u"读不到.png"_s), folder.file(u"证明.png"_s)});
    BOOST_TEST(waitFor([&] { return !message().isEmpty(); }));
    BOOST_TEST(message().contains(u"已添加 1 个文件，另有 1 个没有添加"_s), message().toStdString());
    BOOST_TEST(message().contains(u"“读不到.png”"_s));
    BOOST_TEST(message().contains(u"权限"_s));
    BOOST_TEST(desk->session().dossier().attachments.value(field).size() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
