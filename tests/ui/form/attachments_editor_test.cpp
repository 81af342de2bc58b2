// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/support/windows.h"
#include "ui/desk/message_bar.h"
#include "ui/form/attachment_card.h"
#include "ui/form/form_view.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

const QString photos = u"hardware_photos"_s;
const QString evidence = u"work_evidence"_s;

/// A window with a message bar over the form, as the main window has it.
struct Desk : DeskFixture
{
    Desk() : session(*workspace, newDossier(), dialogs), view(session, nullptr)
    {
        auto* const layout = new QVBoxLayout(&window);
        layout->addWidget(new ui::MessageBar(&window));
        layout->addWidget(&view);
        show(window);
    }
    ~Desk() { view.setParent(nullptr); }

    QString picture(const QString& name, const QColor& colour = Qt::red, QSize size = {60, 30})
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(colour);
        const QString path = folder.file(name);
        BOOST_REQUIRE(image.save(path));
        return path;
    }
    QString pdf(const QString& name, int pages)
    {
        const QString path = folder.file(name);
        QPdfWriter writer(path);
        QPainter painter(&writer);
        for (int page = 0; page < pages; ++page) {
            if (page > 0)
                writer.newPage();
            painter.fillRect(1000, 1000, 3000, 3000, Qt::blue);
        }
        return path;
    }
    QString broken(const QString& name, const QByteArray& bytes)
    {
        const QString path = folder.file(name);
        writeFile(path, bytes);
        return path;
    }
    QWidget& field(const QString& id = evidence) { return find<QWidget>(*view.frame(id), id); }
    QList<Attachment> files(const QString& id = evidence) { return session.dossier().attachments.value(id); }
    QStringList names(const QString& id = evidence)
    {
        QStringList names;
        for (const Attachment& file : files(id))
            names << file.name;
        return names;
    }
    /// Drops files and waits until they are looked at.
    void take(const QStringList& paths, const QString& id = evidence)
    {
        drop(field(id), paths);
        waitFor([&] { return find<QWidget>(field(id), u"chooseFiles"_s).isVisible(); });
        QApplication::processEvents(); // what came is laid out
    }
    ui::AttachmentCard& card(const QString& name, const QString& id = evidence) { return find<ui::AttachmentCard>(field(id), u"file_"_s + name); }
    QString message()
    {
        const ui::BarMessage* const shown = find<ui::MessageBar>(window, u"messageBar"_s).message();
        return shown ? shown->text : QString();
    }
    QImage shown(const QString& name)
    {
        return find<QToolButton>(card(name), u"openFile"_s).icon().pixmap(80, 80).toImage();
    }

    QWidget window;
    ui::DossierSession session;
    ui::FormView view;
};

bool isRed(QRgb colour)
{
    return qRed(colour) > 200 && qGreen(colour) < 80 && qBlue(colour) < 80;
}

} // namespace

BOOST_AUTO_TEST_SUITE(attachments_editor)

BOOST_FIXTURE_TEST_CASE(files_that_are_dropped_are_attached_as_one_step, Desk)
{
    take({picture(u"a.png"_s), pdf(u"b.pdf"_s, 3)});
    BOOST_TEST(names() == QStringList({u"a.png"_s, u"b.pdf"_s}));
    BOOST_TEST(message().isEmpty());
    BOOST_TEST(workspace->objects().has(files().first().sha256));
    BOOST_TEST(find<QLabel>(card(u"b.pdf"_s), u"fileFacts"_s).text().contains(u"共 3 页"_s));
    session.undo();
    BOOST_TEST(names().isEmpty());
    BOOST_TEST(!session.editor().canUndo());
    session.redo();
    BOOST_TEST(names().size() == 2);
}

BOOST_FIXTURE_TEST_CASE(what_files_look_like_is_shown_upright_and_turned, Desk)
{
    take({picture(u"a.png"_s, Qt::red, {60, 30}), pdf(u"b.pdf"_s, 1)});
    BOOST_TEST(waitFor([&] { return isRed(shown(u"a.png"_s).pixel(shown(u"a.png"_s).rect().center())); }));
    const QSize before = find<QToolButton>(card(u"a.png"_s), u"openFile"_s).icon().availableSizes().value(0);
    BOOST_TEST(before.width() > before.height());
    click(find<QToolButton>(card(u"a.png"_s), u"turnRight"_s));
    BOOST_TEST(files().first().turn == 90);
    const QSize after = find<QToolButton>(card(u"a.png"_s), u"openFile"_s).icon().availableSizes().value(0);
    BOOST_TEST(after.width() < after.height());
    click(find<QToolButton>(card(u"a.png"_s), u"turnLeft"_s));
    click(find<QToolButton>(card(u"a.png"_s), u"turnLeft"_s));
    BOOST_TEST(files().first().turn == 270);
    BOOST_TEST(waitFor([&] { return !session.files().preview(files().at(1).sha256).isNull(); }));
}

BOOST_FIXTURE_TEST_CASE(bad_files_are_named_with_what_to_do_and_the_good_ones_are_taken, Desk)
{
    QDir().mkpath(folder.file(u"照片"_s));
    const QString huge = broken(u"huge.pdf"_s, "%PDF-1.4\n");
    BOOST_REQUIRE(QFile(huge).resize(2'147'483'648));
    take({picture(u"good.png"_s), folder.file(u"照片"_s), huge, broken(u"torn.jpg"_s, QByteArray("\xFF\xD8\xFF\xE0", 4) + QByteArray(90, 'x')),
          broken(u"letter.docx"_s, QByteArray("PK\x03\x04", 4) + "word/document.xml"), broken(u"all.zip"_s, QByteArray("PK\x03\x04", 4) + "a.txt"),
          broken(u"setup.exe"_s, "MZ\x90"), broken(u"empty.pdf"_s, {}), folder.file(u"gone.png"_s), pdf(u"good.pdf"_s, 1)});
    BOOST_TEST(names() == QStringList({u"good.png"_s, u"good.pdf"_s}));
    const QString said = message();
    BOOST_TEST_MESSAGE(said.toStdString());
    BOOST_TEST(said.startsWith(u"已添加 2 个文件"_s));
    BOOST_TEST(said.contains(u"没有改动"_s));
    for (const QString& words : {u"“照片”是文件夹"_s, u"“huge.pdf”有 2147.5 MB"_s, u"torn.jpg"_s, u"“letter.docx”"_s, u"办公文档"_s, u"“all.zip”"_s, u"压缩包"_s,
                                 u"“setup.exe”"_s, u"程序"_s, u"“empty.pdf”"_s, u"“gone.png”"_s})
        BOOST_TEST(said.contains(words), words.toStdString());
    BOOST_TEST(!said.contains(folder.path()));
}

BOOST_FIXTURE_TEST_CASE(files_of_one_name_and_the_same_file_twice_are_told_apart, Desk)
{
    QDir().mkpath(folder.file(u"x"_s));
    const QString first = picture(u"a.png"_s);
    const QString other = picture(u"x/a.png"_s, Qt::blue);
    take({first, other});
    BOOST_TEST(names() == QStringList({u"a.png"_s, u"a (2).png"_s}));
    BOOST_TEST(message().contains(u"a (2).png"_s));
    take({first});
    BOOST_TEST(names().size() == 3);
    bool told = false;
    for (const QLabel* const words : card(u"a (3).png"_s).findChildren<QLabel*>(u"finding"_s))
        told = told || words->text().contains(u"内容完全相同"_s);
    BOOST_TEST(told);
}

BOOST_FIXTURE_TEST_CASE(adding_can_be_stopped_and_then_nothing_is_attached, Desk)
{
    QStringList many;
    for (int i = 0; i < 40; ++i)
        many << picture(u"p%1.png"_s.arg(i), QColor::fromHsv(i * 9, 255, 255), {800, 600});
    drop(field(), many);
    BOOST_TEST(!find<QWidget>(field(), u"chooseFiles"_s).isVisible());
    click(find<QPushButton>(field(), u"cancelAdding"_s));
    BOOST_TEST(find<QWidget>(field(), u"chooseFiles"_s).isVisible());
    take({picture(u"after.png"_s, Qt::green)});
    BOOST_TEST(names() == QStringList({u"after.png"_s}));
}

BOOST_FIXTURE_TEST_CASE(a_drop_while_files_are_looked_at_waits_its_turn, Desk)
{
    drop(field(), {picture(u"a.png"_s)});
    drop(field(), {picture(u"b.png"_s, Qt::blue)});
    BOOST_TEST(waitFor([&] { return names().size() == 2; }));
    BOOST_TEST(names() == QStringList({u"a.png"_s, u"b.png"_s}));
}

BOOST_FIXTURE_TEST_CASE(a_picture_on_the_clipboard_becomes_a_png_without_device_data, Desk)
{
    QImage image(40, 20, QImage::Format_RGB32);
    image.fill(Qt::red);
    image.setText(u"Author"_s, u"LAPTOP-WANGFANG"_s);
    QApplication::clipboard()->setImage(image);
    view.goTo({Address::Part::Value, evidence, {}, {}});
    press(window, Qt::Key_V, Qt::ControlModifier);
    BOOST_REQUIRE(waitFor([&] { return files().size() == 1; }));
    BOOST_TEST(names().first().startsWith(u"粘贴的图片 "_s));
    BOOST_TEST(names().first().endsWith(u".png"_s));
    BOOST_TEST(!readFile(workspace->objects().path(files().first().sha256)).contains("LAPTOP"));
}

BOOST_FIXTURE_TEST_CASE(files_copied_in_a_folder_are_pasted_and_an_empty_clipboard_is_told, Desk)
{
    auto* const data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(picture(u"a.png"_s))});
    QApplication::clipboard()->setMimeData(data);
    click(find<QPushButton>(field(), u"pastePicture"_s));
    BOOST_TEST(waitFor([&] { return files().size() == 1; }));
    waitFor([&] { return find<QPushButton>(field(), u"pastePicture"_s).isVisible(); });
    QApplication::clipboard()->setText(u"words"_s);
    click(find<QPushButton>(field(), u"pastePicture"_s));
    BOOST_TEST(message().contains(u"剪贴板中没有图片"_s));
}

BOOST_FIXTURE_TEST_CASE(files_are_chosen_in_a_dialog, Desk)
{
    dialogs.willOpen({picture(u"a.png"_s), picture(u"b.png"_s, Qt::blue)});
    click(find<QPushButton>(field(), u"chooseFiles"_s));
    BOOST_TEST(waitFor([&] { return files().size() == 2; }));
    waitFor([&] { return find<QPushButton>(field(), u"chooseFiles"_s).isVisible(); });
    dialogs.willOpen({});
    click(find<QPushButton>(field(), u"chooseFiles"_s));
    BOOST_TEST(files().size() == 2);
}

BOOST_FIXTURE_TEST_CASE(kind_and_caption_are_filled_in_by_keyboard_each_as_one_step, Desk)
{
    take({picture(u"a.png"_s)});
    auto& kind = find<QComboBox>(card(u"a.png"_s), u"kind"_s);
    BOOST_TEST(kind.property("severity").toString() == u"warning"_s);
    kind.setFocus();
    press(window, Qt::Key_Down);
    BOOST_TEST(files().first().kind == u"result"_s);
    BOOST_TEST(kind.property("severity").toString().isEmpty());
    press(window, Qt::Key_Tab);
    type(window, u"成果证书"_s);
    BOOST_TEST(files().first().caption == u"成果证书"_s);
    session.undo();
    BOOST_TEST(files().first().caption.isEmpty());
    BOOST_TEST(find<QLineEdit>(card(u"a.png"_s), u"caption"_s).text().isEmpty());
    session.undo();
    BOOST_TEST(files().first().kind.isEmpty());
}

BOOST_FIXTURE_TEST_CASE(pages_are_chosen_and_wrong_ones_stay_and_are_told, Desk)
{
    take({pdf(u"b.pdf"_s, 5)});
    auto& pages = find<QLineEdit>(card(u"b.pdf"_s), u"pages"_s);
    BOOST_TEST(pages.placeholderText() == u"全部 5 页"_s);
    pages.setFocus();
    type(window, u"1－3，5"_s);
    press(window, Qt::Key_Tab);
    BOOST_TEST(files().first().pages == u"1-3,5"_s);
    BOOST_TEST(pages.text() == u"1-3,5"_s);
    pages.setFocus();
    press(window, Qt::Key_A, Qt::ControlModifier);
    type(window, u"4,9"_s);
    BOOST_TEST(pages.property("severity").toString() == u"error"_s);
    BOOST_TEST(files().first().pages == u"4,9"_s);
    bool told = false;
    for (const Finding& finding : session.findingsOf(evidence))
        told = told || (finding.rule == u"file.attachment-pages"_s && finding.message.zh.contains(u"没有第 9 页"_s));
    BOOST_TEST(told);
    session.undo();
    BOOST_TEST(files().first().pages == u"1-3,5"_s);
}

BOOST_FIXTURE_TEST_CASE(the_original_may_stay_out, Desk)
{
    take({picture(u"a.png"_s)});
    click(find<QCheckBox>(card(u"a.png"_s), u"originalInside"_s));
    BOOST_TEST(!files().first().originalInside);
    session.undo();
    BOOST_TEST(files().first().originalInside);
    BOOST_TEST(find<QCheckBox>(card(u"a.png"_s), u"originalInside"_s).isChecked());
}

BOOST_FIXTURE_TEST_CASE(files_change_places_by_button_key_and_drag, Desk)
{
    take({picture(u"a.png"_s), picture(u"b.png"_s, Qt::blue), picture(u"c.png"_s, Qt::green)});
    click(find<QToolButton>(card(u"a.png"_s), u"moveDown"_s));
    BOOST_TEST(names().join(u' ') == u"b.png a.png c.png"_s);
    find<QLineEdit>(card(u"a.png"_s), u"caption"_s).setFocus();
    press(window, Qt::Key_Up, Qt::AltModifier);
    BOOST_TEST(names().join(u' ') == u"a.png b.png c.png"_s);
    QMimeData data;
    data.setData(ui::AttachmentCard::mimeType(), "a.png");
    waitFor([&] { return card(u"c.png"_s).y() > card(u"b.png"_s).y(); });
    const QPoint below = card(u"c.png"_s).geometry().bottomLeft();
    QDragEnterEvent entered(below, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&field(), &entered);
    QDropEvent dropped(QPointF(below), Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&field(), &dropped);
    BOOST_TEST(names().join(u' ') == u"b.png c.png a.png"_s);
}

BOOST_FIXTURE_TEST_CASE(a_file_is_removed_without_a_question_and_comes_back_by_undo, Desk)
{
    take({picture(u"a.png"_s), picture(u"b.png"_s, Qt::blue)});
    click(find<QToolButton>(card(u"a.png"_s), u"removeFile"_s));
    BOOST_TEST(names() == QStringList({u"b.png"_s}));
    BOOST_TEST(QApplication::focusWidget() == &find<QWidget>(card(u"b.png"_s), u"caption"_s));
    session.undo();
    BOOST_REQUIRE(names() == QStringList({u"a.png"_s, u"b.png"_s}));
    BOOST_TEST(workspace->objects().has(files().first().sha256));
}

struct Viewer : QObject
{
    Q_OBJECT

public:
    QUrl opened;
    Q_INVOKABLE void open(const QUrl& url) { opened = url; }
};

BOOST_FIXTURE_TEST_CASE(a_file_is_opened_as_a_copy_under_its_own_name, Desk)
{
    take({picture(u"a.png"_s)});
    Viewer viewer;
    QDesktopServices::setUrlHandler(u"file"_s, &viewer, "open");
    click(find<QToolButton>(card(u"a.png"_s), u"openFile"_s));
    BOOST_TEST(waitFor([&] { return !viewer.opened.isEmpty(); }));
    QDesktopServices::unsetUrlHandler(u"file"_s);
    BOOST_TEST(viewer.opened.fileName() == u"a.png"_s);
    BOOST_TEST(readFile(viewer.opened.toLocalFile()) == readFile(workspace->objects().path(files().first().sha256)));
    BOOST_TEST(!viewer.opened.toLocalFile().startsWith(workspace->folder()));
}

BOOST_FIXTURE_TEST_CASE(files_are_known_again_after_reopening, Desk)
{
    take({pdf(u"b.pdf"_s, 4), picture(u"a.png"_s)});
    session.settle();
    ui::DossierSession other(*workspace, session.dossier().id, dialogs);
    ui::FormView again(other, nullptr);
    QWidget& files = find<QWidget>(*again.frame(evidence), evidence);
    const auto facts = [&] { return find<QLabel>(find<QWidget>(files, u"file_b.pdf"_s), u"fileFacts"_s).text(); };
    BOOST_TEST(waitFor([&] { return facts().contains(u"共 4 页"_s); }));
}

BOOST_FIXTURE_TEST_CASE(a_file_gone_from_the_workspace_is_told, Desk)
{
    take({picture(u"a.png"_s)});
    const QString object = workspace->objects().path(files().first().sha256);
    QFile::setPermissions(object, QFile::ReadOwner | QFile::WriteOwner);
    BOOST_REQUIRE(QFile::remove(object));
    session.settle();
    ui::DossierSession other(*workspace, session.dossier().id, dialogs);
    const auto isTold = [&] {
        const Findings findings = other.findingsOf(evidence);
        return std::any_of(findings.begin(), findings.end(),
                           [](const Finding& finding) { return finding.rule == u"file.attachment-missing"_s; });
    };
    BOOST_TEST(waitFor(isTold));
}

BOOST_FIXTURE_TEST_CASE(a_document_where_pictures_are_wanted_is_told_at_its_place, Desk)
{
    take({pdf(u"b.pdf"_s, 1)}, photos);
    BOOST_TEST(names(photos) == QStringList({u"b.pdf"_s}));
    bool told = false;
    for (const QLabel* const words : card(u"b.pdf"_s, photos).findChildren<QLabel*>(u"finding"_s))
        told = told || words->text().contains(u"只收图片"_s);
    BOOST_TEST(told);
}

BOOST_FIXTURE_TEST_CASE(a_final_dossier_takes_nothing, Desk)
{
    take({picture(u"a.png"_s)});
    session.editor().moveOn(StepKind::Withdraw);
    BOOST_TEST(!find<QWidget>(field(), u"dropPlace"_s).isVisible());
    BOOST_TEST(!field().acceptDrops());
    BOOST_TEST(!find<QWidget>(card(u"a.png"_s), u"removeFile"_s).isVisible());
    BOOST_TEST(find<QLineEdit>(card(u"a.png"_s), u"caption"_s).isReadOnly());
    BOOST_TEST(find<QToolButton>(card(u"a.png"_s), u"openFile"_s).isEnabled());
}

BOOST_AUTO_TEST_SUITE_END()

#include "attachments_editor_test.moc"
