// SPDX-License-Identifier: Apache-2.0
// A correction statement says what changed and nothing else, and is signed in ink like a dossier.
#include "model/base/error.h"
#include "model/print/page_code.h"
#include "model/procedure/correction_statement.h"
#include "model/procedure/final_paper.h"
#include "model/procedure/paper_verification.h"
#include "model/procedure/sample_scans.h"
#include "model/signature/delivery_key.h"
#include "tests/model/procedure/scans.h"
#include "tests/support/boost_test.h"

#include <QFileInfo>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Fixture
{
    const Papers& papers = Papers::all();
    ScratchFolder folder;
    QString out = folder.file(u"更正说明.pdf"_s);

    QString text() const
    {
        return QString::fromUtf8(run(u"pdftotext"_s, {u"-raw"_s, u"-enc"_s, u"UTF-8"_s, out, u"-"_s}).out).remove(u'\n').remove(u' ');
    }

    ErrorCode refusal(const QString& from, const QString& to)
    {
        try {
            writeCorrection(from, to, out);
        } catch (const Error& error) {
            BOOST_TEST(error.message().zh.contains(QFileInfo(to).fileName()), error.what());
            BOOST_TEST(!QFileInfo::exists(out));
            return error.code();
        }
        BOOST_ERROR("it was written");
        return ErrorCode::Usage;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(correction, Fixture)

BOOST_AUTO_TEST_CASE(the_statement_says_what_was_and_what_is)
{
    const WrittenCorrection written = writeCorrection(papers.first.path, papers.changed.path, out);
    BOOST_REQUIRE(written.corrections.size() == 1);
    BOOST_TEST(written.corrections.first().place == u"通讯地址"_s);
    BOOST_TEST(written.corrections.first().now == u"湖北省武汉市另一条路1号"_s);
    const QString words = text();
    BOOST_TEST(words.contains(u"更正说明"_s));
    BOOST_TEST(words.contains(u"第1稿更正为第2稿"_s));
    BOOST_TEST(words.contains(u"湖北省武汉市洪山区示例路88号"_s));
    BOOST_TEST(words.contains(u"湖北省武汉市另一条路1号"_s));
    BOOST_TEST(words.contains(u"单位公章"_s));
    BOOST_TEST(run(u"qpdf"_s, {u"--check"_s, out}).exitCode == 0);
}

BOOST_AUTO_TEST_CASE(pages_whose_content_changed_are_printed_anew_and_the_signature_page_stays_good)
{
    const WrittenCorrection written = writeCorrection(papers.first.path, papers.changed.path, out);
    BOOST_REQUIRE(written.pages.size() == papers.changed.map.pages.size());
    BOOST_TEST(!written.pages.first().staysGood());
    for (qsizetype i = 1; i < written.pages.size(); ++i) {
        BOOST_TEST(written.pages.at(i).before == int(i) + 1);
        BOOST_TEST(written.pages.at(i).signAnew.isEmpty());
    }
}

BOOST_AUTO_TEST_CASE(its_pages_are_not_taken_for_pages_of_the_dossier)
{
    writeCorrection(papers.first.path, papers.changed.path, out);
    const PageMap map = readPageMap(out);
    BOOST_TEST(map.kind == u"correction"_s);
    BOOST_TEST(parsePageCode(map.pages.first().code)->shortId != shortId(papers.first.map.id));
    BOOST_TEST((map.fingerprint == papers.changed.map.fingerprint));
    const QByteArray once = readFile(out);
    writeCorrection(papers.first.path, papers.changed.path, out);
    BOOST_TEST((readFile(out) == once));
}

BOOST_AUTO_TEST_CASE(the_signed_statement_is_taken_in_like_a_dossier)
{
    writeCorrection(papers.first.path, papers.changed.path, out);
    const PageMap map = readPageMap(out);
    const QString scan = savePicture(laidAskew(inkedSamplePage(out, map, 1), 181), folder.file(u"scan.jpg"_s));
    const QString closed = folder.file(u"更正说明-已签章.pdf"_s);
    const Identity key = openDeliveryKey(folder.file(u"keys"_s), nullptr).identity;
    BOOST_REQUIRE(takeScansIn({out, {scan}, {}, closed, key}).written);
    const PaperReport report = verifyPaper(closed, {});
    BOOST_TEST(verdictName(report.signatures.verdict) == u"marked"_s);
    BOOST_TEST(report.paper->kind == u"correction"_s);
    BOOST_REQUIRE(report.ink.size() == 1);
    BOOST_TEST(report.ink.first().matched);
    BOOST_TEST(report.ink.first().problems.isEmpty());
}

BOOST_AUTO_TEST_CASE(papers_that_cannot_be_compared_are_refused)
{
    BOOST_TEST((refusal(papers.first.path, papers.foreign.path) == ErrorCode::Unsupported));
    BOOST_TEST((refusal(papers.changed.path, papers.first.path) == ErrorCode::Unsupported));
    BOOST_TEST((refusal(papers.first.path, papers.first.path) == ErrorCode::Unsupported));
    const QString missing = folder.file(u"nowhere.pdf"_s);
    BOOST_TEST((refusal(papers.first.path, missing) == ErrorCode::NotFound));
}

BOOST_AUTO_TEST_SUITE_END()
