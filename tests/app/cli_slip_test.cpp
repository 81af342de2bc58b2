// SPDX-License-Identifier: Apache-2.0
// A return slip from the recommending body's call to the applicant's next revision, through the program alone.
#include "tests/app/cli_desk.h"
#include "tests/support/boost_test.h"

#include <QFileInfo>

using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// A dossier that went out for review, and a body that answers.
struct SlipDesk : CliDesk
{
    SlipDesk() : id(importSample()) { submit(u"送审稿.pdf"_s); }

    QString file(const QString& name) const { return folder().file(name); }
    void submit(const QString& name) const { BOOST_TEST(run({u"dossier export"_s, id, file(name), u"--review"_s}).exitCode == 0); }
    /// Writes the notes and has the slip made.
    CliResult answer(const QString& paper, const QString& slip, const QByteArray& words, const QStringList& more = {}) const
    {
        writeFile(file(u"意见.json"_s), words);
        return run(QStringList{u"batch return"_s, file(paper), file(u"意见.json"_s), file(slip), u"--from"_s, u"示例推荐单位"_s, u"--json"_s} + more);
    }
    QJsonObject fixes() const { return run({u"dossier fixes"_s, id, u"--json"_s}).json(); }
    QJsonObject entry() const { return run({u"dossier list"_s, u"--json"_s}).json()[u"dossiers"_s][0].toObject(); }
    QString refusal(const QString& slip) const
    {
        const CliResult result = run({u"dossier open-slip"_s, file(slip)});
        BOOST_TEST(result.exitCode == 3);
        BOOST_TEST(result.err.contains(slip));
        return result.err;
    }

    QString id;
    QByteArray notes = R"({"due": "2030-06-15", "letter": "请尽快修改。", "notes": [
        {"field": "address", "words": "地址不全", "proposed": "湖北省武汉市另一条路1号"},
        {"field": "domestic_experts", "row": 0, "column": "name", "words": "姓名有误", "proposed": "张小明"},
        {"field": "org_intro", "words": "请压缩"}]})";
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cli_slip, SlipDesk)

BOOST_AUTO_TEST_CASE(a_returned_dossier_becomes_the_next_revision_and_its_notes_are_met)
{
    const CliResult made = answer(u"送审稿.pdf"_s, u"修改意见.pdf"_s, notes);
    BOOST_REQUIRE(made.exitCode == 0);
    BOOST_TEST(made.json()[u"slip"_s][u"revision"_s].toInt() == 1);
    BOOST_TEST(made.json()[u"text"_s].toString().contains(u"建议改为：张小明"_s));
    const CliResult opened = run({u"dossier open-slip"_s, file(u"修改意见.pdf"_s), u"--json"_s});
    BOOST_REQUIRE(opened.exitCode == 0);
    BOOST_TEST(opened.json()[u"dossier"_s].toString() == id);
    BOOST_TEST(opened.json()[u"revision"_s].toInt() == 2);
    BOOST_TEST(!opened.json()[u"again"_s].toBool());
    BOOST_TEST(entry()[u"state"_s].toString() == u"draft"_s);
    BOOST_TEST(fixes()[u"open"_s].toInt() == 3);
    BOOST_TEST(fixes()[u"due"_s].toString() == u"2030-06-15"_s);
    BOOST_TEST(run({u"dossier fix"_s, id, u"1"_s, u"--accept"_s}).exitCode == 0);
    BOOST_TEST(run({u"dossier fix"_s, id, u"2"_s, u"--accept"_s}).exitCode == 0);
    BOOST_TEST(run({u"dossier fix"_s, id, u"3"_s, u"--answer"_s, u"简介已是最短"_s}).exitCode == 0);
    BOOST_TEST(value(id, u"address"_s).toString() == u"湖北省武汉市另一条路1号"_s);
    BOOST_TEST(value(id, u"domestic_experts"_s)[0][u"name"_s].toString() == u"张小明"_s);
    const QJsonObject done = fixes();
    BOOST_TEST(done[u"open"_s].toInt() == 0);
    BOOST_TEST(done[u"notes"_s][0][u"accepted"_s].toBool());
    BOOST_TEST(done[u"notes"_s][2][u"answer"_s].toString() == u"简介已是最短"_s);
    BOOST_TEST(run({u"dossier fixes"_s, id}).out.contains(u"答复：简介已是最短"_s));
    submit(u"第2稿.pdf"_s);
    BOOST_TEST(fixes()[u"notes"_s].toArray().size() == 3);
}

BOOST_AUTO_TEST_CASE(the_next_revision_names_what_was_returned_as_its_parent)
{
    const CliResult made = answer(u"送审稿.pdf"_s, u"修改意见.pdf"_s, notes);
    BOOST_TEST(run({u"dossier open-slip"_s, file(u"修改意见.pdf"_s)}).exitCode == 0);
    BOOST_TEST(run({u"dossier show"_s, id}).json()[u"parent"_s].toString() == made.json()[u"slip"_s][u"fingerprint"_s].toString());
}

BOOST_AUTO_TEST_CASE(a_passed_dossier_has_it_written_down_by_whom_and_when)
{
    BOOST_TEST(run({u"batch return"_s, file(u"送审稿.pdf"_s), file(u"通过.pdf"_s), u"--passed"_s, u"--from"_s, u"示例推荐单位"_s, u"--date"_s, u"2026-05-20"_s}).exitCode == 0);
    const CliResult opened = run({u"dossier open-slip"_s, file(u"通过.pdf"_s), u"--json"_s});
    BOOST_TEST(opened.json()[u"outcome"_s].toString() == u"passed"_s);
    const QJsonArray route = run({u"dossier route"_s, id, u"--json"_s}).json()[u"route"_s].toArray();
    const auto step = std::find_if(route.begin(), route.end(), [](const QJsonValue& each) { return each[u"step"_s].toString() == u"pre-review"_s; });
    BOOST_REQUIRE((step != route.end()));
    BOOST_TEST((*step)[u"standing"_s].toString() == u"done"_s);
    BOOST_TEST((*step)[u"who"_s].toString() == u"示例推荐单位"_s);
    BOOST_TEST((*step)[u"at"_s].toString().startsWith(u"2026-05-20"_s));
    BOOST_TEST(entry()[u"revision"_s].toInt() == 1);
    BOOST_TEST(run({u"dossier finalise"_s, id}).exitCode == 0);
}

BOOST_AUTO_TEST_CASE(a_slip_opened_twice_changes_nothing_and_says_so)
{
    answer(u"送审稿.pdf"_s, u"修改意见.pdf"_s, notes);
    BOOST_TEST(run({u"dossier open-slip"_s, file(u"修改意见.pdf"_s)}).exitCode == 0);
    BOOST_TEST(run({u"dossier fix"_s, id, u"3"_s}).exitCode == 0);
    const CliResult again = run({u"dossier open-slip"_s, file(u"修改意见.pdf"_s), u"--json"_s});
    BOOST_TEST(again.exitCode == 0);
    BOOST_TEST(again.json()[u"again"_s].toBool());
    BOOST_TEST(again.json()[u"message"_s].toString().contains(u"已由"_s));
    BOOST_TEST(fixes()[u"notes"_s].toArray().size() == 3);
    BOOST_TEST(fixes()[u"open"_s].toInt() == 2);
    BOOST_TEST(entry()[u"revision"_s].toInt() == 2);
}

BOOST_AUTO_TEST_CASE(a_second_slip_on_the_same_revision_adds_its_notes)
{
    answer(u"送审稿.pdf"_s, u"意见1.pdf"_s, notes);
    answer(u"送审稿.pdf"_s, u"意见2.pdf"_s, R"({"notes": [{"field": "contact_email", "words": "请换单位邮箱"}]})");
    BOOST_TEST(run({u"dossier open-slip"_s, file(u"意见1.pdf"_s)}).exitCode == 0);
    BOOST_TEST(run({u"dossier open-slip"_s, file(u"意见2.pdf"_s)}).exitCode == 0);
    BOOST_TEST(fixes()[u"open"_s].toInt() == 4);
    BOOST_TEST(entry()[u"revision"_s].toInt() == 2);
}

BOOST_AUTO_TEST_CASE(a_slip_that_does_not_belong_here_is_named_and_changes_nothing)
{
    answer(u"送审稿.pdf"_s, u"修改意见.pdf"_s, notes);
    const CliDesk stranger;
    const CliResult notHere = stranger.run({u"dossier open-slip"_s, file(u"修改意见.pdf"_s)});
    BOOST_TEST(notHere.exitCode == 3);
    BOOST_TEST(notHere.err.contains(u"不在这里的资料库"_s));
    QByteArray altered = readFile(file(u"修改意见.pdf"_s));
    altered[altered.size() / 2] = char(altered.at(altered.size() / 2) ^ 1);
    writeFile(file(u"改过.pdf"_s), altered);
    BOOST_TEST(refusal(u"改过.pdf"_s).contains(u"改动"_s));
    BOOST_TEST(refusal(u"送审稿.pdf"_s).contains(u"不是修改意见"_s));
    BOOST_TEST(entry()[u"state"_s].toString() == u"review"_s);
}

BOOST_AUTO_TEST_CASE(a_slip_on_an_older_revision_is_named)
{
    answer(u"送审稿.pdf"_s, u"旧意见.pdf"_s, notes);
    run({u"batch return"_s, file(u"送审稿.pdf"_s), file(u"通过.pdf"_s), u"--passed"_s, u"--from"_s, u"示例推荐单位"_s});
    BOOST_TEST(run({u"dossier revise"_s, id}).exitCode == 0);
    BOOST_TEST(run({u"dossier set"_s, id, u"address"_s, u"别处"_s}).exitCode == 0);
    BOOST_TEST(refusal(u"通过.pdf"_s).contains(u"第 2 稿"_s));
    submit(u"第2稿.pdf"_s);
    BOOST_TEST(refusal(u"旧意见.pdf"_s).contains(u"第 2 稿"_s));
    BOOST_TEST(entry()[u"state"_s].toString() == u"review"_s);
}

BOOST_AUTO_TEST_CASE(a_slip_on_content_that_never_left_from_here_is_named)
{
    BOOST_TEST(cli({u"extract"_s, file(u"送审稿.pdf"_s), file(u"解出"_s)}).exitCode == 0);
    QByteArray data = readFile(file(u"解出/dossier.json"_s));
    data.replace("示例", "他例");
    writeFile(file(u"解出/dossier.json"_s), data);
    BOOST_TEST(cli({u"render"_s, file(u"解出"_s), file(u"别人改过.pdf"_s)}).exitCode == 0);
    BOOST_TEST(answer(u"别人改过.pdf"_s, u"意见.pdf"_s, R"({"letter": "请改"})").exitCode == 0);
    BOOST_TEST(refusal(u"意见.pdf"_s).contains(u"都不同"_s));
}

BOOST_AUTO_TEST_CASE(notes_are_dealt_with_one_by_one_and_wrong_calls_are_named)
{
    answer(u"送审稿.pdf"_s, u"修改意见.pdf"_s, notes);
    run({u"dossier open-slip"_s, file(u"修改意见.pdf"_s)});
    BOOST_TEST(run({u"dossier fix"_s, id, u"9"_s}).exitCode == 2);
    BOOST_TEST(run({u"dossier fix"_s, id, u"3"_s, u"--accept"_s}).exitCode == 2);
    BOOST_TEST(run({u"dossier fix"_s, id, u"3"_s, u"--answer"_s, u" "_s}).exitCode == 2);
    BOOST_TEST(run({u"dossier row remove"_s, id, u"domestic_experts"_s, u"1"_s}).exitCode == 0);
    const CliResult gone = run({u"dossier fix"_s, id, u"2"_s, u"--accept"_s});
    BOOST_TEST(gone.exitCode == 3);
    BOOST_TEST(gone.err.contains(u"已经删除"_s));
    BOOST_TEST(run({u"dossier fix"_s, id, u"3"_s}).exitCode == 0);
    BOOST_TEST(run({u"dossier fix"_s, id, u"3"_s, u"--reopen"_s}).exitCode == 0);
    BOOST_TEST(fixes()[u"open"_s].toInt() == 3);
}

BOOST_AUTO_TEST_CASE(a_slip_that_is_not_complete_is_not_made)
{
    BOOST_TEST(answer(u"送审稿.pdf"_s, u"空.pdf"_s, "{}").exitCode == 2);
    BOOST_TEST(answer(u"送审稿.pdf"_s, u"空.pdf"_s, R"({"notes": [{"field": "nope", "words": "改"}]})").exitCode == 3);
    BOOST_TEST(answer(u"送审稿.pdf"_s, u"空.pdf"_s, "[").exitCode == 3);
    BOOST_TEST(run({u"batch return"_s, file(u"没有.pdf"_s), file(u"空.pdf"_s), u"--passed"_s, u"--from"_s, u"某"_s}).exitCode == 3);
    BOOST_TEST(!QFileInfo::exists(file(u"空.pdf"_s)));
}

BOOST_AUTO_TEST_SUITE_END()
