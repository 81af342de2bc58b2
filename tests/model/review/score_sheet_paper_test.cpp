// SPDX-License-Identifier: Apache-2.0
// A score sheet says the same after it travelled, and nothing at all when it is not as it was sent.
#include "model/base/error.h"
#include "model/base/json_file.h"
#include "model/review/score_sheet_paper.h"
#include "tests/model/review/panel_fixture.h"
#include "tests/support/boost_test.h"

#include <QFileInfo>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Fixture : PanelFixture
{
    Panel asked = panel();
    ScoreSheet answered = sheet(asked);

    void write() const { writeScoreSheet(answered, asked, pack, key(), out); }
    /// Why the file is refused; its name stands in the message.
    ErrorCode refusal(const QString& path) const
    {
        try {
            readScoreSheet(path);
        } catch (const Error& error) {
            BOOST_TEST(error.message().zh.contains(QFileInfo(path).fileName()), error.what());
            BOOST_TEST(!error.message().en.isEmpty());
            return error.code();
        }
        BOOST_ERROR("it was read");
        return ErrorCode::Usage;
    }
    QString text() const
    {
        return QString::fromUtf8(run(u"pdftotext"_s, {u"-raw"_s, u"-enc"_s, u"UTF-8"_s, out, u"-"_s}).out).remove(u'\n').remove(u' ');
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(score_sheet_paper, Fixture)

BOOST_AUTO_TEST_CASE(a_sheet_is_read_back_as_it_was_written)
{
    write();
    BOOST_TEST(isScoreSheet(out));
    const ReceivedScores received = readScoreSheet(out);
    BOOST_TEST((received.sheet == answered));
    BOOST_TEST(received.data == scoreSheetJson(answered));
    BOOST_TEST(received.sender.size() == 64);
    BOOST_TEST(received.sheet.binding == bindingOf(received.sheet, asked.secret));
}

BOOST_AUTO_TEST_CASE(the_printed_sheet_says_what_the_data_say)
{
    write();
    const QString words = text();
    for (const QString& part : {u"专家评分表"_s, u"周文"_s, u"P-2030-003-1"_s, u"第2版"_s, u"保密"_s, u"2030年6月1日"_s, u"修改后同意"_s, u"不同意"_s, u"需实地考察"_s,
                                u"定位清楚"_s, u"建议补充合作协议。"_s, u"前任职单位"_s, u"回避"_s, u"2、1"_s, u"专家（签名）："_s, checkCode(answered).remove(u' '), u"非官方"_s})
        BOOST_TEST(words.contains(part), part.toStdString());
    for (const PanelDossier& each : asked.dossiers)
        BOOST_TEST(words.contains(each.title), each.title.toStdString());
}

BOOST_AUTO_TEST_CASE(a_declined_panel_has_no_table)
{
    answered.answer = u"declined"_s;
    answered.reason = u"出差在外"_s;
    answered.dossiers.clear();
    answered.ranking.clear();
    write();
    BOOST_TEST(text().contains(u"不能承担本次评审：出差在外"_s));
    BOOST_TEST((readScoreSheet(out).sheet == answered));
}

BOOST_AUTO_TEST_CASE(one_altered_byte_is_noticed_wherever_it_is)
{
    write();
    const QByteArray bytes = readFile(out);
    for (const qsizetype at : {qsizetype(20), bytes.size() / 7, bytes.size() / 2, bytes.size() * 5 / 6}) {
        QByteArray altered = bytes;
        altered[at] = char(altered.at(at) ^ 1);
        const QString path = folder.file(u"改过.pdf"_s);
        writeFile(path, altered);
        const ErrorCode code = refusal(path);
        BOOST_TEST((code == ErrorCode::Malformed || code == ErrorCode::Unsupported));
    }
}

BOOST_AUTO_TEST_CASE(a_sheet_cut_off_saved_anew_or_never_closed_is_refused)
{
    write();
    const QString cut = folder.file(u"半截.pdf"_s);
    writeFile(cut, readFile(out).left(3000));
    BOOST_TEST((refusal(cut) == ErrorCode::Malformed));
    const QString copy = folder.file(u"另存.pdf"_s);
    BOOST_TEST(run(u"qpdf"_s, {u"--object-streams=generate"_s, out, copy}).exitCode == 0);
    BOOST_TEST((refusal(copy) == ErrorCode::Malformed));
    const QString open = folder.file(u"未签.pdf"_s);
    writeOpenScoreSheet(answered, asked, pack, open);
    BOOST_TEST((refusal(open) == ErrorCode::Unsupported));
    BOOST_TEST((refusal(folder.file(u"没有.pdf"_s)) == ErrorCode::NotFound));
    const QString words = folder.file(u"文字.pdf"_s);
    writeFile(words, "not a PDF");
    BOOST_TEST((refusal(words) == ErrorCode::Malformed));
    BOOST_TEST(!isScoreSheet(words));
}

BOOST_AUTO_TEST_CASE(broken_data_are_refused_member_by_member)
{
    for (const QString& member : {u"answer"_s, u"binding"_s, u"call"_s, u"dossiers"_s, u"expert"_s, u"finished"_s, u"panel"_s, u"promised"_s, u"ranking"_s, u"reason"_s,
                                  u"version"_s}) {
        QJsonObject json = toJson(answered);
        json.insert(member, true);
        BOOST_TEST_CONTEXT(member.toStdString())
        BOOST_CHECK_EXCEPTION(parseScoreSheet(canonicalJson(json), u"表.pdf"_s), Error,
                              [](const Error& error) { return error.code() == ErrorCode::Malformed && error.message().zh.contains(u"表.pdf"_s); });
    }
}

BOOST_AUTO_TEST_CASE(the_binding_holds_for_one_bundle_and_one_content)
{
    ScoreSheet other = answered;
    other.dossiers[0].visit = true;
    BOOST_TEST(bindingOf(other, asked.secret) != answered.binding);
    BOOST_TEST(bindingOf(answered, sha256("another")) != answered.binding);
}

BOOST_AUTO_TEST_SUITE_END()
