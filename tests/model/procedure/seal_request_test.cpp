// SPDX-License-Identifier: Apache-2.0
// The request for the use of the seal is one page and names what is to be stamped.
#include "model/base/error.h"
#include "model/procedure/final_paper.h"
#include "model/procedure/seal_request.h"
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
    QString out = folder.file(u"用印呈批单.pdf"_s);

    QString text() const
    {
        return QString::fromUtf8(run(u"pdftotext"_s, {u"-raw"_s, u"-enc"_s, u"UTF-8"_s, out, u"-"_s}).out).remove(u'\n').remove(u' ');
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(seal_request, Fixture)

BOOST_AUTO_TEST_CASE(the_sheet_names_document_pages_copies_and_who_asks)
{
    const WrittenSealRequest written = writeSealRequest({papers.first.path, 3, u"王芳"_s, u"科研管理处"_s, {}}, out);
    const PageMap document = readPageMap(papers.first.path);
    BOOST_TEST(written.pages == document.pages.size());
    BOOST_REQUIRE(written.sealedPages.size() == 1);
    BOOST_TEST(!document.pages.at(written.sealedPages.first() - 1).areas.isEmpty());
    const QString words = text();
    BOOST_TEST(words.contains(QString::fromLatin1(document.fingerprint.toHex().left(8))));
    BOOST_TEST(words.contains(u"第%1页"_s.arg(written.sealedPages.first())));
    BOOST_TEST(words.contains(u"%1页"_s.arg(written.pages)));
    for (const QString& word : {u"用印呈批单"_s, u"3份"_s, u"王芳"_s, u"科研管理处"_s, u"报送申报材料"_s, u"单位负责人批示"_s, u"用印日期"_s})
        BOOST_TEST(words.contains(word), word.toStdString());
}

BOOST_AUTO_TEST_CASE(it_is_one_page_whatever_is_written_on_it)
{
    const QString endless(400, u'长');
    writeSealRequest({papers.first.path, 99, endless.left(40), endless.left(60), endless}, out);
    const PageMap own = readPageMap(out);
    BOOST_TEST(own.kind == u"seal-request"_s);
    BOOST_TEST(own.pages.size() == 1);
    BOOST_TEST(own.pages.first().code != readPageMap(papers.first.path).pages.first().code);
}

BOOST_AUTO_TEST_CASE(the_same_request_gives_the_same_bytes)
{
    writeSealRequest({papers.first.path, 2, {}, {}, {}}, out);
    writeSealRequest({papers.first.path, 2, {}, {}, {}}, folder.file(u"又一张.pdf"_s));
    BOOST_TEST((readFile(out) == readFile(folder.file(u"又一张.pdf"_s))));
}

BOOST_AUTO_TEST_CASE(drafts_sheets_and_impossible_copies_are_refused)
{
    const auto refusal = [&](const SealRequest& request) {
        try {
            writeSealRequest(request, folder.file(u"x.pdf"_s));
        } catch (const Error& error) {
            BOOST_TEST(!QFileInfo::exists(folder.file(u"x.pdf"_s)));
            return error.code();
        }
        BOOST_ERROR("it was written");
        return ErrorCode::NotFound;
    };
    BOOST_TEST(int(refusal({papers.first.path, 0, {}, {}, {}})) == int(ErrorCode::Usage));
    writeSealRequest({papers.first.path, 1, {}, {}, {}}, out);
    BOOST_TEST(int(refusal({out, 1, {}, {}, {}})) == int(ErrorCode::Unsupported));
    BOOST_TEST(int(refusal({papers.draft, 1, {}, {}, {}})) == int(ErrorCode::Unsupported));
}

BOOST_AUTO_TEST_SUITE_END()
