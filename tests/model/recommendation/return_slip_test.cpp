// SPDX-License-Identifier: Apache-2.0
// A return slip says the same after it travelled, and nothing at all when it is not as it was sent.
#include "model/base/json_file.h"
#include "model/recommendation/slip_words.h"
#include "tests/model/recommendation/slip_fixture.h"
#include "tests/support/boost_test.h"

#include <QFileInfo>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Fixture : SlipFixture
{
    /// Why the file is refused; its name stands in the message.
    ErrorCode refusal(const QString& path) const
    {
        try {
            readReturnSlip(path);
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
    /// Why the data are refused with one member changed.
    ErrorCode parseRefusal(const QString& member, const QJsonValue& value) const
    {
        QJsonObject json = parseJsonObject(returnSlipJson(returned()), u"slip"_s);
        json.insert(member, value);
        try {
            parseReturnSlip(canonicalJson(json), u"slip.pdf"_s);
        } catch (const Error& error) {
            BOOST_TEST(error.message().zh.contains(u"slip.pdf"_s));
            return error.code();
        }
        BOOST_ERROR("it was parsed");
        return ErrorCode::Usage;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(return_slip, Fixture)

BOOST_AUTO_TEST_CASE(a_slip_is_read_back_as_it_was_written)
{
    write(returned());
    BOOST_TEST(isReturnSlip(out));
    const ReceivedSlip received = readReturnSlip(out);
    BOOST_TEST((received.slip == returned()));
    BOOST_TEST(received.data == returnSlipJson(returned()));
    BOOST_TEST(received.sender.size() == 64);
}

BOOST_AUTO_TEST_CASE(the_printed_slip_says_what_the_data_say)
{
    write(returned());
    const QString words = text();
    for (const QString& part : {u"修改意见"_s, u"第1稿"_s, u"2030年6月15日"_s, u"请补充合作协议。"_s, u"与公章不一致"_s, u"所指：“研究院”"_s,
                                u"建议改为：示例光电研究所"_s, u"建议改为：张小明"_s, u"整份申报书"_s, u"请核对错别字"_s, u"示例推荐单位"_s, u"王敏"_s})
        BOOST_TEST(words.contains(part), part.toStdString());
    BOOST_TEST(words.contains(QString::fromLatin1(fingerprint.toHex().left(8))));
}

BOOST_AUTO_TEST_CASE(the_text_for_the_messenger_says_the_same)
{
    const QString words = slipText(returned(), dossier, samplePack());
    for (const QString& part : {u"【修改意见】"_s, u"2030年6月15日"_s, u"请补充合作协议。"_s, u"与公章不一致"_s, u"建议改为：示例光电研究所"_s,
                                u"国内专家 第 1 行 姓名"_s, u"整份申报书：请核对错别字"_s, u"示例推荐单位"_s, u"王敏"_s})
        BOOST_TEST(words.contains(part), part.toStdString());
}

BOOST_AUTO_TEST_CASE(a_passed_slip_tells_what_to_do_next)
{
    ReturnSlip passed = begun();
    passed.outcome = ReturnSlip::Outcome::Passed;
    write(passed);
    BOOST_TEST(readReturnSlip(out).slip.passed());
    BOOST_TEST(text().contains(u"预审通过通知"_s));
    BOOST_TEST(text().contains(u"加盖公章"_s));
}

BOOST_AUTO_TEST_CASE(one_altered_byte_is_noticed_wherever_it_is)
{
    write(returned());
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

BOOST_AUTO_TEST_CASE(a_slip_that_was_saved_anew_or_printed_is_refused)
{
    write(returned());
    const QString copy = folder.file(u"另存.pdf"_s);
    BOOST_TEST(run(u"qpdf"_s, {u"--object-streams=generate"_s, out, copy}).exitCode == 0);
    BOOST_TEST((refusal(copy) == ErrorCode::Malformed));
    const QString printed = folder.file(u"打印.pdf"_s);
    BOOST_TEST(run(u"pdftocairo"_s, {u"-pdf"_s, out, printed}).exitCode == 0);
    BOOST_TEST((refusal(printed) == ErrorCode::Unsupported));
    BOOST_TEST(!isReturnSlip(printed));
}

BOOST_AUTO_TEST_CASE(what_is_no_slip_is_refused)
{
    const QString noPdf = folder.file(u"文字.pdf"_s);
    writeFile(noPdf, "not a PDF");
    BOOST_TEST((refusal(noPdf) == ErrorCode::Malformed));
    BOOST_TEST(!isReturnSlip(noPdf));
    BOOST_TEST((refusal(folder.file(u"没有.pdf"_s)) == ErrorCode::NotFound));
    write(returned());
    const QString cut = folder.file(u"半截.pdf"_s);
    writeFile(cut, readFile(out).left(3000));
    BOOST_TEST((refusal(cut) == ErrorCode::Malformed));
}

BOOST_AUTO_TEST_CASE(broken_data_are_refused_member_by_member)
{
    for (const QString& member : {u"outcome"_s, u"from"_s, u"dossier"_s, u"revision"_s, u"fingerprint"_s, u"issued"_s, u"due"_s, u"notes"_s, u"call"_s,
                                  u"letter"_s, u"title"_s}) {
        BOOST_TEST_CONTEXT(member.toStdString())
        BOOST_TEST((parseRefusal(member, true) == ErrorCode::Malformed));
    }
    BOOST_TEST((parseRefusal(u"from"_s, u"  "_s) == ErrorCode::Malformed));
    BOOST_TEST((parseRefusal(u"letter"_s, QString(30'000, u'长')) == ErrorCode::Malformed));
    BOOST_TEST((parseRefusal(u"kind"_s, u"score-sheet"_s) == ErrorCode::Unsupported));
    BOOST_TEST((parseRefusal(u"format"_s, 2) == ErrorCode::Unsupported));
}

BOOST_AUTO_TEST_CASE(notes_that_make_no_sense_are_refused)
{
    const QJsonObject note{{u"part"_s, u"value"_s}, {u"field"_s, u"x"_s}, {u"row"_s, u"r1"_s}, {u"column"_s, QString()}, {u"words"_s, u"w"_s}, {u"quote"_s, QString()}};
    QJsonObject proposing = note;
    proposing.insert(u"proposed"_s, u"a whole row cannot be proposed"_s);
    BOOST_TEST((parseRefusal(u"notes"_s, QJsonArray{proposing}) == ErrorCode::Malformed));
    QJsonObject silent = note;
    silent.insert(u"words"_s, QString());
    BOOST_TEST((parseRefusal(u"notes"_s, QJsonArray{note, silent}) == ErrorCode::Malformed));
    QJsonArray many;
    for (int i = 0; i < 2001; ++i)
        many.append(note);
    BOOST_TEST((parseRefusal(u"notes"_s, many) == ErrorCode::Malformed));
}

BOOST_AUTO_TEST_CASE(a_slip_that_says_nothing_is_not_written)
{
    const auto refused = [&](const ReturnSlip& slip) {
        try {
            write(slip);
        } catch (const Error& error) {
            return error.code() == ErrorCode::Usage && !QFileInfo::exists(out);
        }
        return false;
    };
    BOOST_TEST(refused(begun()));
    ReturnSlip nobody = returned();
    nobody.from.clear();
    BOOST_TEST(refused(nobody));
    ReturnSlip late = returned();
    late.due = late.issued.addDays(-1);
    BOOST_TEST(refused(late));
}

BOOST_AUTO_TEST_SUITE_END()
