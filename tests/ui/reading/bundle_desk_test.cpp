// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "model/base/sha256.h"
#include "tests/support/qt_warnings.h"
#include "tests/support/sample_papers.h"
#include "tests/support/windows.h"
#include "ui/pdf/paper_view.h"
#include "ui/reading/bundle_desk.h"
#include "ui/reading/paper_row.h"
#include "ui/reading/reading_desk.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QToolBar>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct BundleFixture : DeskFixture
{
    /// The signed sample, a foreign PDF and a table.
    QString bundle()
    {
        writeFile(folder.file(u"别的.pdf"_s), linkedPdf());
        writeFile(folder.file(u"表.csv"_s), "1,2");
        const QString path = folder.file(u"报送包.jzb"_s);
        writeBundle(path, {{u"申报书.pdf"_s, signedSample()}, {u"材料/别的.pdf"_s, folder.file(u"别的.pdf"_s)}, {u"表.csv"_s, folder.file(u"表.csv"_s)}},
                    BundleKind::Bundle);
        return path;
    }
};

/// A bundle desk whose papers are verified.
struct Opened
{
    Opened(DeskFixture& at, const QString& file) : desk(*at.workspace, file, at.dialogs, nullptr)
    {
        show(desk);
        waitFor([&] { return desk.isVerified(); });
    }

    QListWidget& list() { return find<QListWidget>(desk, u"bundlePapers"_s); }
    QString sentence(int row) { return list().item(row)->data(ui::PaperRow::sentenceRole).toString(); }
    void open(int row)
    {
        clickAt(*list().viewport(), list().visualItemRect(list().item(row)).center());
        waitFor([&] { return desk.reading() && desk.reading()->paper().pages().isOpen(); });
    }

    ui::BundleDesk desk;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(bundle_desk, BundleFixture)

BOOST_AUTO_TEST_CASE(every_paper_of_a_bundle_has_its_verdict_in_the_list)
{
    Opened opened(*this, bundle());
    BOOST_REQUIRE(opened.list().count() == 3);
    BOOST_TEST(opened.list().item(0)->text() == u"申报书.pdf"_s);
    BOOST_TEST(opened.sentence(0).startsWith(u"文件完整，此后未作改动。"));
    BOOST_TEST(opened.sentence(0).contains(u"示例先进光电技术研究院"));
    BOOST_TEST(opened.sentence(1).contains(u"没有单位签章"));
    BOOST_TEST(opened.sentence(2).contains(u"不是 PDF"));
    BOOST_TEST(workspace->verdicts().on(sha256OfFile(signedSample())).has_value());
    BOOST_TEST(!find<QLabel>(opened.desk, u"bundleFindings"_s).isVisible());
}

BOOST_AUTO_TEST_CASE(a_click_opens_a_paper_and_one_comes_back_to_the_list)
{
    Opened opened(*this, bundle());
    opened.open(1);
    BOOST_TEST(opened.desk.title() == u"别的.pdf — 报送包.jzb"_s);
    find<QAction>(*opened.desk.reading(), u"home"_s).trigger();
    waitFor([&] { return !opened.desk.reading(); });
    BOOST_TEST(opened.desk.title() == u"报送包.jzb"_s);
    BOOST_TEST(opened.list().isVisible());
    BOOST_TEST(opened.list().currentRow() == 1);
}

BOOST_AUTO_TEST_CASE(the_keyboard_opens_a_paper_too)
{
    Opened opened(*this, bundle());
    press(opened.desk, Qt::Key_Down);
    press(opened.desk, Qt::Key_Return);
    waitFor([&] { return opened.desk.reading() != nullptr; });
    BOOST_TEST(opened.desk.reading()->title() == u"别的.pdf"_s);
}

BOOST_AUTO_TEST_CASE(the_paper_and_page_one_was_at_come_back)
{
    const QString path = bundle();
    QJsonObject place;
    {
        Opened opened(*this, path);
        opened.open(0);
        opened.desk.reading()->paper().view().goToPage(2);
        place = opened.desk.place();
    }
    ui::BundleDesk again(*workspace, path, dialogs, nullptr);
    again.goTo(place);
    show(again);
    waitFor([&] { return again.reading() && again.reading()->paper().view().currentPage() == 2; });
    BOOST_TEST(again.reading()->title() == u"申报书.pdf"_s);
    waitFor([&] { return again.isVerified(); });
}

BOOST_AUTO_TEST_CASE(what_was_left_out_is_said_over_the_list)
{
    // The same file twice, its name in capitals.
    const QString path = folder.file(u"双.zip"_s);
    writeFile(folder.file(u"a"_s), linkedPdf());
    QByteArray bytes;
    writeBundle(path, {{u"a.pdf"_s, folder.file(u"a"_s)}, {u"b.pdf"_s, folder.file(u"a"_s)}}, BundleKind::Zip);
    writeFile(path, readFile(path).replace("b.pdf", "A.PDF"));
    Opened opened(*this, path);
    BOOST_TEST(opened.list().count() == 1);
    BOOST_TEST(find<QLabel>(opened.desk, u"bundleFindings"_s).isVisible());
    BOOST_TEST(find<QLabel>(opened.desk, u"bundleFindings"_s).text().contains(u"A.PDF"));
}

BOOST_AUTO_TEST_CASE(a_bundle_that_cannot_be_opened_says_so)
{
    writeFile(folder.file(u"断.jzb"_s), readFile(bundle()).left(3000));
    const ExpectedWarning refused("不完整");
    ui::BundleDesk desk(*workspace, folder.file(u"断.jzb"_s), dialogs, nullptr);
    show(desk);
    waitFor([&] { return find<QLabel>(desk, u"bundleSaid"_s).text().contains(u"打不开"); });
    BOOST_TEST(!desk.isVerified());
}

BOOST_AUTO_TEST_CASE(leaving_while_papers_are_being_verified_harms_nothing)
{
    const QString path = bundle();
    for (int i = 0; i < 3; ++i) {
        auto desk = std::make_unique<ui::BundleDesk>(*workspace, path, dialogs, nullptr);
        show(*desk);
        if (i > 0)
            waitFor([&] { return find<QListWidget>(*desk, u"bundlePapers"_s).count() > 0; });
    }
    Opened opened(*this, path);
    BOOST_TEST(opened.list().count() == 3);
}

BOOST_AUTO_TEST_SUITE_END()
