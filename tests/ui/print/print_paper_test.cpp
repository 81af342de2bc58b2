// SPDX-License-Identifier: Apache-2.0
// Printed through the real print system into a PDF, and looked at with poppler.
#include "model/pdf/page_raster.h"
#include "tests/support/boost_test.h"
#include "tests/support/sample_papers.h"
#include "tests/support/windows.h"
#include "ui/desk/message_bar.h"
#include "ui/print/print_paper.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// A window with a message bar to print from.
struct Fixture
{
    Fixture()
    {
        (new QVBoxLayout(&window))->addWidget(&bar);
        show(window, {800, 600});
    }

    /// Prints as the dialog is filled in; the last signal of the job by name.
    QString print(const QString& file, const std::function<void(ui::PrintDialog&)>& fill, bool stop = false)
    {
        dialogs.willRun([&](QDialog& dialog) {
            auto& asked = static_cast<ui::PrintDialog&>(dialog);
            find<QComboBox>(asked, u"printer"_s).setCurrentIndex(find<QComboBox>(asked, u"printer"_s).count() - 1);
            fill(asked);
            return find<QPushButton>(asked, u"print"_s).isEnabled();
        });
        dialogs.willSaveTo(out);
        ui::PrintJob* const job = ui::printPaper(&window, dialogs, {file, u"样例"_s, {}, 1, 1, {}});
        BOOST_REQUIRE(job);
        if (stop)
            job->cancel();
        QString end;
        QObject::connect(job, &ui::PrintJob::printed, &window, [&] { end = u"printed"_s; });
        QObject::connect(job, &ui::PrintJob::cancelled, &window, [&] { end = u"cancelled"_s; });
        QObject::connect(job, &ui::PrintJob::failed, &window, [&] { end = u"failed"_s; });
        waitFor([&] { return !end.isEmpty(); });
        return end;
    }

    static void choosePages(ui::PrintDialog& dialog, const QString& pages)
    {
        auto& which = find<QComboBox>(dialog, u"whichPages"_s);
        which.setCurrentIndex(which.count() - 1);
        find<QLineEdit>(dialog, u"pages"_s).setText(pages);
    }

    int pagesPrinted() { return PageRaster(out).pageCount(); }
    QImage picture(int page)
    {
        const PageRaster raster(out);
        return raster.draw(page, (raster.pageMm(page) * 4).toSize());
    }

    ScratchFolder folder;
    ScriptedDialogs dialogs;
    QWidget window;
    ui::MessageBar bar;
    QString out = folder.file(u"印.pdf"_s);
};

/// The last page of the signed sample's form: section by section, the one with the seal in its signature.
int sealedPage()
{
    PageRaster raster(signedSample());
    raster.showFields();
    for (int page = 0; page < raster.pageCount(); ++page)
        if (redPixels(raster.draw(page, (raster.pageMm(page) * 2).toSize())) > 200)
            return page;
    BOOST_FAIL("the sample bears no seal");
    return -1;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(print_paper, Fixture)

BOOST_AUTO_TEST_CASE(a_page_comes_out_in_its_own_size_with_the_seal_on_it)
{
    const int sealed = sealedPage();
    const QString end = print(signedSample(), [&](ui::PrintDialog& dialog) { choosePages(dialog, QString::number(sealed + 1)); });
    BOOST_REQUIRE(end == u"printed"_s);
    BOOST_TEST(pagesPrinted() == 1);
    BOOST_TEST(redPixels(picture(0)) > 200);
    // The same ink in the same place, to a third of a millimetre.
    PageRaster original(signedSample());
    original.showFields();
    const QSize size = (original.pageMm(sealed) * 6).toSize();
    const QImage was = original.draw(sealed, size).convertToFormat(QImage::Format_Grayscale8);
    const QImage is = PageRaster(out).draw(0, size).convertToFormat(QImage::Format_Grayscale8);
    int missing = 0, dark = 0;
    for (int y = 2; y + 2 < size.height(); ++y) {
        for (int x = 2; x + 2 < size.width(); ++x) {
            if (was.constScanLine(y)[x] > 80)
                continue;
            ++dark;
            bool found = false;
            for (int dy = -2; dy <= 2; ++dy)
                for (int dx = -2; dx <= 2; ++dx)
                    found = found || is.constScanLine(y + dy)[x + dx] < 150;
            missing += found ? 0 : 1;
        }
    }
    BOOST_TEST(dark > 500);
    BOOST_TEST(missing * 50 < dark);
    BOOST_REQUIRE(bar.message());
    BOOST_TEST(bar.message()->text.contains(u"不能报送"));
}

BOOST_AUTO_TEST_CASE(every_copy_on_both_sides_begins_on_a_new_sheet)
{
    writeFile(folder.file(u"两页.pdf"_s), linkedPdf());
    const QString end = print(folder.file(u"两页.pdf"_s), [&](ui::PrintDialog& dialog) {
        choosePages(dialog, u"2"_s);
        find<QSpinBox>(dialog, u"copies"_s).setValue(2);
        find<QCheckBox>(dialog, u"bothSides"_s).setChecked(true);
        BOOST_TEST(find<QLabel>(dialog, u"printSummary"_s).text().contains(u"2 张"));
    });
    BOOST_REQUIRE(end == u"printed"_s);
    BOOST_TEST(pagesPrinted() == 3);
    const auto isBlank = [](const QImage& page) {
        for (int y = 0; y < page.height(); ++y)
            for (int x = 0; x < page.width(); ++x)
                if (qGray(page.pixel(x, y)) < 250)
                    return false;
        return true;
    };
    BOOST_TEST(!isBlank(picture(0)));
    BOOST_TEST(isBlank(picture(1)));
    BOOST_TEST(!isBlank(picture(2)));
}

BOOST_AUTO_TEST_CASE(pages_that_are_not_there_cannot_be_printed)
{
    dialogs.willRun([](QDialog& dialog) {
        choosePages(static_cast<ui::PrintDialog&>(dialog), u"3-400"_s);
        BOOST_TEST(!find<QPushButton>(dialog, u"print"_s).isEnabled());
        BOOST_TEST(find<QLabel>(dialog, u"printSummary"_s).text().contains(u"没有第 400 页"));
        return false;
    });
    BOOST_TEST(!ui::printPaper(&window, dialogs, {signedSample(), {}, {}, -1, 1, {}}));
}

BOOST_AUTO_TEST_CASE(printing_that_is_stopped_leaves_no_file)
{
    BOOST_TEST(print(signedSample(), [](ui::PrintDialog&) {}, true) == u"cancelled"_s);
    BOOST_TEST(!QFileInfo::exists(out));
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_written_to_is_told)
{
    writeFile(folder.file(u"两页.pdf"_s), linkedPdf());
    out = folder.file(u"没有/印.pdf"_s);
    BOOST_TEST(print(folder.file(u"两页.pdf"_s), [](ui::PrintDialog&) {}) == u"failed"_s);
    BOOST_REQUIRE(bar.message());
    BOOST_TEST(bar.message()->text.contains(u"印.pdf"));
}

BOOST_AUTO_TEST_CASE(copies_printed_on_both_sides_take_whole_sheets)
{
    BOOST_TEST(ui::sheetsOf({{}, {0, 1, 2}, 2, true, {}, {}}) == 4);
    BOOST_TEST(ui::sheetsOf({{}, {0, 1, 2}, 2, false, {}, {}}) == 6);
}

BOOST_AUTO_TEST_SUITE_END()
