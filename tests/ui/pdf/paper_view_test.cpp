// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/support/windows.h"
#include "tests/support/sample_papers.h"
#include "ui/pdf/paper_view.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSpinBox>
#include <QTreeWidget>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// A view on a file, opened and painted.
struct Opened
{
    explicit Opened(const QString& path) : view(path)
    {
        QObject::connect(&view.pages(), &ui::PaperPages::contentsRead, &view, [this] { read = true; });
        show(view, {900, 900});
        waitFor([this] { return view.pages().isOpen() && read; });
    }

    void waitUntilSharp()
    {
        bool sharp = false;
        const auto connection = QObject::connect(&view.view(), &ui::PageView::sharp, &view, [&] { sharp = true; });
        view.view().viewport()->update();
        view.view().arrange(view.view().arrangement());
        QMetaObject::invokeMethod(&view.view(), [this] { QApplication::postEvent(&view.view(), new QResizeEvent(view.view().size(), {})); });
        waitFor([&] { return sharp; });
        QObject::disconnect(connection);
    }

    bool read = false;
    ui::PaperView view;
};

struct Linked : Opened
{
    Linked() : Opened(file()) {}
    static QString file()
    {
        static const ScratchFolder folder;
        writeFile(folder.file(u"linked.pdf"_s), linkedPdf());
        return folder.file(u"linked.pdf"_s);
    }
};

/// Upright empty pages, the last one lying.
QByteArray manyPagesPdf(int count)
{
    QByteArray file = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n";
    QByteArray kids;
    for (int page = 0; page < count; ++page) {
        const QByteArray number = QByteArray::number(page + 3);
        kids += number + " 0 R ";
        file += number + " 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + (page + 1 < count ? "595 842" : "842 595") + "] >>\nendobj\n";
    }
    // Without a table of objects: readers look for them.
    return file + "2 0 obj\n<< /Type /Pages /Count " + QByteArray::number(count) + " /Kids [" + kids + "] >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";
}

void mouse(QWidget& widget, QEvent::Type kind, QPoint place, Qt::MouseButton button)
{
    QMouseEvent event(kind, place, widget.mapToGlobal(place), button, kind == QEvent::MouseButtonRelease ? Qt::NoButton : button, {});
    QApplication::sendEvent(&widget, &event);
}

} // namespace

BOOST_AUTO_TEST_SUITE(paper_view)

BOOST_AUTO_TEST_CASE(a_seal_in_a_signature_is_seen_on_its_page_and_on_the_small_one)
{
    Opened opened(signedSample());
    int sealed = -1;
    for (const Bookmark& bookmark : opened.view.pages().bookmarks())
        if (bookmark.title.startsWith(u"六"))
            sealed = bookmark.page;
    BOOST_REQUIRE(sealed >= 0);
    opened.view.view().goToPage(sealed);
    opened.waitUntilSharp();
    BOOST_TEST(redPixels(opened.view.view().grab().toImage()) > 200);
    find<QAction>(opened.view, u"showSide"_s).trigger();
    auto& thumbnails = find<QListView>(opened.view, u"thumbnails"_s);
    waitFor([&] { return redPixels(thumbnails.grab().toImage()) > 5; });
}

BOOST_AUTO_TEST_CASE(what_is_searched_is_found_whatever_its_width_and_blanks)
{
    Opened opened(signedSample());
    auto& text = find<QLineEdit>(opened.view, u"searchText"_s);
    text.setFocus();
    type(opened.view, u"先进 光电技术"_s);
    auto& count = find<QLabel>(opened.view, u"searchCount"_s);
    waitFor([&] { return count.text().startsWith(u"1/") && count.text() != u"1/1"; });
    const int before = opened.view.view().currentPage();
    press(opened.view, Qt::Key_Return);
    BOOST_TEST(count.text().startsWith(u"2/"));
    BOOST_TEST(opened.view.view().currentPage() >= before);
    text.clear();
    type(opened.view, u"无此内容"_s);
    waitFor([&] { return count.text() == u"没有找到"; });
}

BOOST_AUTO_TEST_CASE(a_search_that_ends_leaves_the_reader_where_he_is)
{
    const ScratchFolder folder;
    writeFile(folder.file(u"linked.pdf"_s), linkedPdf());
    Opened opened(folder.file(u"linked.pdf"_s));
    opened.waitUntilSharp();
    ui::PageView& view = opened.view.view();
    const QRectF place(10, 10, 50, 12);
    view.goToPage(1);
    view.setMarks({{0, {QPolygonF(place)}, u"a"_s}}, 0);
    BOOST_TEST(view.currentPage() == 1);
    view.goToMark();
    BOOST_TEST(view.currentPage() == 0);
}

BOOST_FIXTURE_TEST_CASE(a_link_leads_to_its_page, Linked)
{
    waitUntilSharp();
    BOOST_REQUIRE(view.pages().links(0).size() == 1);
    const QRectF place = view.pages().links(0).first().place;
    const double scale = view.view().viewport()->width() / 300.0;
    const QPoint there = (place.center() * scale).toPoint();
    mouse(*view.view().viewport(), QEvent::MouseButtonPress, there, Qt::LeftButton);
    mouse(*view.view().viewport(), QEvent::MouseButtonRelease, there, Qt::LeftButton);
    BOOST_TEST(view.view().currentPage() == 1);
    BOOST_TEST(find<QSpinBox>(view, u"pageNumber"_s).value() == 2);
}

BOOST_FIXTURE_TEST_CASE(text_drawn_over_with_the_mouse_is_copied, Linked)
{
    view.view().setFocus();
    bool selected = false;
    QObject::connect(&view.view(), &ui::PageView::selectionChanged, &view, [&] { selected = true; });
    QWidget& viewport = *view.view().viewport();
    const double scale = viewport.width() / 300.0;
    mouse(viewport, QEvent::MouseButtonPress, (QPointF(48, 42) * scale).toPoint(), Qt::LeftButton);
    mouse(viewport, QEvent::MouseMove, (QPointF(140, 46) * scale).toPoint(), Qt::LeftButton);
    waitFor([&] { return selected; });
    press(view, Qt::Key_C, Qt::ControlModifier);
    BOOST_TEST(QApplication::clipboard()->text().trimmed() == u"Page 1"_s);
}

BOOST_FIXTURE_TEST_CASE(a_selection_goes_over_pages, Linked)
{
    view.view().setFocus();
    bool selected = false;
    QObject::connect(&view.view(), &ui::PageView::selectionChanged, &view, [&] { selected = true; });
    QWidget& viewport = *view.view().viewport();
    view.view().zoomBy(0.3);
    const auto at = [&](int page, const QPointF& point) { return view.view().onViewport(page, {point, QSizeF(1, 1)}).center(); };
    BOOST_REQUIRE(viewport.rect().contains(at(1, {140, 46})));
    mouse(viewport, QEvent::MouseButtonPress, at(0, {48, 42}), Qt::LeftButton);
    mouse(viewport, QEvent::MouseMove, at(1, {140, 46}), Qt::LeftButton);
    waitFor([&] { return selected; });
    press(view, Qt::Key_C, Qt::ControlModifier);
    BOOST_TEST(QApplication::clipboard()->text().simplified() == u"Page 1 Page 2"_s);
}

BOOST_FIXTURE_TEST_CASE(bookmarks_lead_to_their_pages, Linked)
{
    auto& contents = find<QTreeWidget>(view, u"bookmarks"_s);
    BOOST_REQUIRE(contents.topLevelItemCount() == 2);
    BOOST_TEST(contents.topLevelItem(1)->text(0) == u"Second"_s);
    Q_EMIT contents.itemActivated(contents.topLevelItem(1), 0);
    BOOST_TEST(view.view().currentPage() == 1);
}

BOOST_FIXTURE_TEST_CASE(zooming_keeps_the_middle_and_turning_turns, Linked)
{
    view.view().goToPage(1);
    view.view().setFocus();
    for (int i = 0; i < 4; ++i)
        press(view, Qt::Key_Plus, Qt::ControlModifier);
    BOOST_TEST(view.view().currentPage() == 1);
    BOOST_TEST(int(view.view().arrangement().fit) == int(ui::PageArrangement::Fit::None));
    press(view, Qt::Key_0, Qt::ControlModifier);
    BOOST_TEST(int(view.view().arrangement().fit) == int(ui::PageArrangement::Fit::Width));
    find<QAction>(view, u"turnPages"_s).trigger();
    BOOST_TEST(view.view().arrangement().turn == 90);
    waitUntilSharp();
}

BOOST_AUTO_TEST_CASE(the_small_pages_of_a_file_have_room_for_their_numbers)
{
    Opened opened(Linked::file());
    opened.view.findChild<QAction*>(u"showSide"_s)->trigger();
    auto& small = find<QListView>(opened.view, u"thumbnails"_s);
    QStyleOptionViewItem option;
    option.initFrom(&small);
    const QModelIndex first = small.model()->index(0, 0);
    const QSize picture = first.data(Qt::DecorationRole).value<QImage>().size();
    BOOST_TEST(first.data(Qt::SizeHintRole).toSize().width() >= picture.width());
    BOOST_TEST(first.data(Qt::SizeHintRole).toSize().height() >= picture.height() + small.fontMetrics().height());
}

BOOST_AUTO_TEST_CASE(the_small_pages_open_at_the_page_that_is_read)
{
    const ScratchFolder folder;
    writeFile(folder.file(u"many.pdf"_s), manyPagesPdf(40));
    Opened opened(folder.file(u"many.pdf"_s));
    opened.view.view().goToPage(30);
    opened.view.findChild<QAction*>(u"showSide"_s)->trigger();
    auto& small = find<QListView>(opened.view, u"thumbnails"_s);
    QCoreApplication::processEvents();
    BOOST_TEST(small.viewport()->rect().intersects(small.visualRect(small.model()->index(30, 0))));
}

BOOST_AUTO_TEST_CASE(pages_far_behind_get_their_own_size)
{
    // More pages than sizes are read of at once, the last one lying.
    const ScratchFolder folder;
    writeFile(folder.file(u"many.pdf"_s), manyPagesPdf(8000));
    ui::PaperPages pages(folder.file(u"many.pdf"_s));
    waitFor([&] { return pages.isOpen(); });
    BOOST_TEST(pages.points().size() == 8000);
    waitFor([&] { return pages.points().last() == QSizeF(842, 595); });
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_pdf_is_said_to_be_none)
{
    ScratchFolder folder;
    writeFile(folder.file(u"坏.pdf"_s), "%PDF-1.4\nnothing");
    ui::PaperView view(folder.file(u"坏.pdf"_s));
    QString told;
    QObject::connect(&view, &ui::PaperView::failed, &view, [&](const Error& why) { told = why.message().zh; });
    waitFor([&] { return !told.isEmpty(); });
    BOOST_TEST(told.contains(u"坏.pdf"));
}

BOOST_AUTO_TEST_SUITE_END()
