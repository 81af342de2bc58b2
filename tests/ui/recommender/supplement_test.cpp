// SPDX-License-Identifier: Apache-2.0
// A clerk of the recommending body writes its own notice.
#include "model/procedure/supplement_issuing.h"
#include "model/recommendation/supplement_file.h"
#include "model/call/call_pack_reader.h"
#include "tests/support/boost_test.h"
#include "tests/support/windows.h"
#include "ui/applicant/entry_list.h"
#include "ui/recommender/issue_supplement_dialog.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>

using namespace jz;
using namespace jz::test;
using namespace jz::ui;
using namespace Qt::StringLiterals;

namespace {

struct Issuing : DeskFixture
{
    Issuing()
    {
        Batch batch;
        batch.call = builtInCallPackIds().first();
        batch.body = {u"湖北省科学技术协会"_s, u"provincial"_s, u"42"_s, u"李四"_s, u"027-87654321"_s, {}};
        batch.name = batch.body.name;
        workspace->batches().add(batch, workspace->operators().current().key);
        board = std::make_unique<BatchBoard>(*workspace);
    }
    std::unique_ptr<IssueSupplementDialog> dialog()
    {
        auto made = std::make_unique<IssueSupplementDialog>(*board, dialogs, nullptr);
        show(*made, made->size());
        return made;
    }
    static QString findings(QDialog& on)
    {
        QStringList all;
        for (const Entry& each : find<EntryList>(on, u"supplementFindings"_s).entries())
            all << each.text;
        return all.join(u'\n');
    }
    static void typeInto(QDialog& on, const QString& name, const QString& words)
    {
        find<QLineEdit>(on, name).setFocus();
        type(on, words);
    }

    std::unique_ptr<BatchBoard> board;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(issuing_a_supplement, Issuing)

BOOST_AUTO_TEST_CASE(is_checked_while_typing_and_written_with_its_text)
{
    const auto on = dialog();
    BOOST_TEST(findings(*on).contains(u"还没有写任何要求"_s));
    BOOST_TEST(!find<QPushButton>(*on, u"writeSupplement"_s).isEnabled());
    find<QCheckBox>(*on, u"hasDeadline_"_s).setChecked(true);
    find<QDateTimeEdit>(*on, u"deadline_"_s).setDateTime(QDateTime({2022, 7, 1}, {17, 0}));
    BOOST_TEST(findings(*on).contains(u"晚于申报通知"_s));
    find<QDateTimeEdit>(*on, u"deadline_"_s).setDateTime(QDateTime({2022, 5, 18}, {17, 0}));
    typeInto(*on, u"mailbox"_s, u"bao"_s);
    BOOST_TEST(findings(*on).contains(u"邮箱"_s));
    type(*on, u"@example.org"_s);
    find<QPlainTextEdit>(*on, u"extraPapers"_s).setPlainText(u"推荐意见表 ｜ 原件1份\n\n承诺书"_s);
    find<QSpinBox>(*on, u"copies_1-form"_s).setValue(5);
    BOOST_REQUIRE(find<QPushButton>(*on, u"writeSupplement"_s).isEnabled());
    BOOST_TEST(find<QPlainTextEdit>(*on, u"supplementText"_s).toPlainText().contains(u"2022年5月18日17:00"_s));
    const QString out = folder.file(u"补充通知.pdf"_s);
    dialogs.willSaveTo(out);
    click(find<QPushButton>(*on, u"writeSupplement"_s));
    const Supplement written = readSupplement(out).supplement;
    BOOST_TEST(written.number == 1);
    BOOST_TEST(written.mailbox == u"bao@example.org"_s);
    BOOST_TEST(written.copies.value(u"1-form"_s) == 5);
    BOOST_REQUIRE(written.papers.size() == 2);
    BOOST_TEST(written.papers.first().title == u"推荐意见表"_s);
    BOOST_TEST(written.papers.first().remark == u"原件1份"_s);
    BOOST_TEST(find<QTabWidget>(*on, u"supplementTabs"_s).currentIndex() == 2);
    BOOST_TEST(find<EntryList>(*on, u"issuedSupplements"_s).entries().size() == 1);
    BOOST_TEST(find<QPlainTextEdit>(*on, u"supplementText"_s).toPlainText().contains(u"（第1号）"_s));
}

BOOST_AUTO_TEST_CASE(keeps_what_was_typed_until_it_is_given_out)
{
    {
        const auto on = dialog();
        typeInto(*on, u"postalAddress"_s, u"武汉市示例路1号"_s);
        on->reject();
    }
    board.reset();
    restart();
    board = std::make_unique<BatchBoard>(*workspace);
    const auto on = dialog();
    BOOST_TEST(find<QLineEdit>(*on, u"postalAddress"_s).text() == u"武汉市示例路1号"_s);
    dialogs.willSaveTo(folder.file(u"一.pdf"_s));
    click(find<QPushButton>(*on, u"writeSupplement"_s));
    BOOST_TEST(!supplementDraft(*workspace, board->key()).has_value());
    dialogs.willAnswer(0);
    dialogs.willSaveTo(folder.file(u"废止.pdf"_s));
    click(find<QPushButton>(*on, u"repealSupplement"_s));
    BOOST_TEST(readSupplement(folder.file(u"废止.pdf"_s)).supplement.repeals);
    BOOST_TEST(issuedSupplements(*workspace, board->key()).size() == 2);
}

BOOST_AUTO_TEST_SUITE_END()
