// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/ui/applicant/desk_window.h"
#include "ui/applicant/preview_panel.h"
#include "ui/form/field_editor.h"
#include "ui/print/print_dialog.h"
#include "ui/print/seal_request_dialog.h"

#include <QAction>
#include <QComboBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// The sample on the desk, its preview open and up to date.
struct Previewed : DeskWindow
{
    Previewed()
    {
        open(sampleDossier(u"sample-values.json"_s));
        openPanel(u"preview"_s);
        waitUntilCurrent();
    }

    ui::PreviewPanel& panel() { return find<ui::PreviewPanel>(desk(), u"previewPanel"_s); }
    ui::PageView& view() { return panel().view(); }
    void waitUntilCurrent()
    {
        // What was typed is seen as outdated at once: no update that was under way can be taken for the new one.
        waitFor([this] { return panel().isUpToDate() && view().isSharp(); });
    }

    /// All words of a page.
    QString textOf(int page)
    {
        view().goToPage(page);
        view().setFocus();
        QString text;
        const auto taken = QObject::connect(&view(), &ui::PageView::selectionChanged, &view(), [&] { text = view().selectedText(); });
        press(window(), Qt::Key_A, Qt::ControlModifier);
        waitFor([&] { return !text.isEmpty(); });
        QObject::disconnect(taken);
        return text.remove(u'\n').remove(u'\r');
    }

    /// Clicks on words of the print.
    void clickOn(const QString& words)
    {
        ui::PaperPages& pages = *panel().findChild<ui::PaperPages*>();
        ui::TextPlace place;
        const auto taken = QObject::connect(&pages, &ui::PaperPages::found, &view(), [&](const ui::TextPlace& found) {
            if (place.page < 0)
                place = found;
        });
        pages.search(words, 0);
        waitFor([&] { return place.page >= 0; });
        QObject::disconnect(taken);
        pages.search({}, 0);
        const QRectF there = place.places.first().boundingRect();
        view().goToPlace(place.page, there);
        clickAt(*view().viewport(), view().onViewport(place.page, there).center());
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(preview)

BOOST_FIXTURE_TEST_CASE(what_is_typed_is_in_the_print_after_a_pause, Previewed)
{
    BOOST_TEST(!textOf(0).contains(u"预览中的新地址"));
    fill(u"address"_s, u"预览中的新地址9号"_s);
    BOOST_TEST(!panel().isUpToDate());
    waitUntilCurrent();
    BOOST_TEST(textOf(0).contains(u"预览中的新地址9号"));
}

BOOST_FIXTURE_TEST_CASE(a_new_print_stays_where_one_was_reading, Previewed)
{
    view().goToPage(2);
    view().verticalScrollBar()->setValue(view().verticalScrollBar()->value() + 70);
    const int place = view().verticalScrollBar()->value();
    session().open().fillIn(u"address"_s, u"预览中的新地址9号"_s);
    waitUntilCurrent();
    BOOST_TEST(view().verticalScrollBar()->value() == place);
    BOOST_TEST(view().currentPage() == 2);
}

BOOST_FIXTURE_TEST_CASE(a_click_on_a_cell_goes_to_its_field_and_row, Previewed)
{
    clickOn(session().dossier().text(u"address"_s).right(6));
    BOOST_TEST(focusedField() == u"address"_s);
    const QJsonObject expert = session().dossier().values.value(u"domestic_experts"_s).toArray().first().toObject();
    clickOn(expert.value(u"name"_s).toString());
    BOOST_TEST(focusedField() == u"domestic_experts"_s);
}

BOOST_FIXTURE_TEST_CASE(the_print_shows_the_field_that_is_gone_to, Previewed)
{
    view().goToPage(0);
    desk().form().goTo({Address::Part::Value, u"domestic_experts"_s, {}, {}});
    BOOST_TEST(view().currentPage() > 0);
    desk().form().goTo({Address::Part::Value, u"address"_s, {}, {}});
    BOOST_TEST(view().currentPage() == 0);
}

BOOST_FIXTURE_TEST_CASE(a_panel_that_is_not_seen_prints_nothing, Previewed)
{
    openPanel(u"preview"_s);
    fill(u"address"_s, u"没有人看的地址"_s);
    BOOST_TEST(!panel().isUpToDate());
    openPanel(u"preview"_s);
    waitUntilCurrent();
    BOOST_TEST(textOf(0).contains(u"没有人看的地址"));
}

BOOST_FIXTURE_TEST_CASE(the_dossier_is_printed_from_the_desk, Previewed)
{
    const QString out = folder.file(u"印.pdf"_s);
    dialogs.willRun([](QDialog& dialog) {
        find<QComboBox>(dialog, u"whichPages"_s).setCurrentIndex(find<QComboBox>(dialog, u"whichPages"_s).count() - 1);
        find<QLineEdit>(dialog, u"pages"_s).setText(u"1"_s);
        return true;
    });
    dialogs.willSaveTo(out);
    find<QAction>(desk(), u"printDossier"_s).trigger();
    waitFor([&] { return QFileInfo::exists(out); });
}

BOOST_FIXTURE_TEST_CASE(the_seal_is_asked_for_once_the_dossier_is_final, Previewed)
{
    QAction& action = find<QAction>(desk(), u"requestSeal"_s);
    BOOST_TEST(!action.isEnabled());
    session().open().finalise();
    Q_EMIT find<QMenu>(desk(), u"printMenu"_s).aboutToShow();
    BOOST_REQUIRE(action.isEnabled());
    const QString out = folder.file(u"呈批.pdf"_s);
    dialogs.willRun([this](QDialog& dialog) {
        BOOST_TEST(find<QLineEdit>(dialog, u"sealPerson"_s).text() == workspace->operators().current().name);
        find<QSpinBox>(dialog, u"sealCopies"_s).setValue(3);
        click(find<QPushButton>(dialog, u"saveSheet"_s));
        return true;
    });
    dialogs.willSaveTo(out);
    action.trigger();
    BOOST_TEST(QFileInfo::exists(out));
}

BOOST_FIXTURE_TEST_CASE(a_print_for_reading_is_kept_when_it_was_printed, Previewed)
{
    const auto kept = [this] {
        int count = 0;
        for (const KeptRevision& revision : workspace->dossiers().revisions(session().open().key()))
            count += revision.occasion == KeptRevision::Occasion::Read ? 1 : 0;
        return count;
    };
    QAction& action = find<QAction>(desk(), u"printForReading"_s);
    dialogs.willRun([](QDialog&) { return false; });
    action.trigger();
    BOOST_TEST(kept() == 0);
    dialogs.willRun([](QDialog& dialog) {
        find<QComboBox>(dialog, u"whichPages"_s).setCurrentIndex(find<QComboBox>(dialog, u"whichPages"_s).count() - 1);
        find<QLineEdit>(dialog, u"pages"_s).setText(u"1"_s);
        return true;
    });
    dialogs.willSaveTo(folder.file(u"审阅.pdf"_s));
    action.trigger();
    waitFor([&] { return kept() == 1; });
    fill(u"address"_s, u"审阅之后改的地址"_s);
    BOOST_TEST(session().open().writeForReading(folder.file(u"再审阅.pdf"_s)).changes == 1);
}

BOOST_AUTO_TEST_SUITE_END()
