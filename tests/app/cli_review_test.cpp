// SPDX-License-Identifier: Apache-2.0
// An expert judges on a laptop without a network, through the program alone.
#include "model/exchange/bundle.h"
#include "model/review/score_sheet_paper.h"
#include "tests/app/review_desk.h"

#include <QDir>
#include <QFile>

using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto number = "P-2030-001-1";

struct ExpertDesk : ReviewDesk
{
    const QString panel = QString::fromLatin1(number);

    void accept(const QStringList& more = {}) const
    {
        BOOST_REQUIRE(open(bundle()).exitCode == 0);
        BOOST_REQUIRE(review(QStringList{u"answer"_s, panel, u"accept"_s, u"--date"_s, u"2030-06-02"_s} + more).exitCode == 0);
    }
    CliResult score(const QString& dossier, const QStringList& more) const { return review(QStringList{u"score"_s, panel, dossier} + more); }
    /// All criteria in the middle, where no comment is asked for.
    void scoreAll(const QString& dossier) const
    {
        const CliResult scored = score(dossier, {u"1=6"_s, u"2=9"_s, u"3=11"_s, u"4=9"_s, u"5=15"_s, u"6=10"_s, u"7=6"_s, u"8=9"_s, u"--opinion"_s, u"agree"_s});
        BOOST_REQUIRE_MESSAGE(scored.exitCode == 0, scored.err.toStdString());
    }
    QJsonObject list() const { return review({u"list"_s, panel}).json(); }
    QJsonObject dossier(int wanted) const
    {
        for (const QJsonValue& each : list()[u"dossiers"_s].toArray())
            if (each[u"number"_s].toInt() == wanted)
                return each.toObject();
        return {};
    }
    CliResult finish(const QString& name = u"评分表.pdf"_s, const QStringList& more = {}) const
    {
        return review(QStringList{u"finish"_s, panel, file(name), u"--date"_s, u"2030-06-10"_s} + more);
    }
    /// A bundle put together of these files by somebody else.
    QString repacked(const QString& where, const QString& name) const
    {
        QList<jz::BundleFile> files;
        for (const QString& each : QDir(where).entryList({u"*.pdf"_s}, QDir::Files, QDir::Name))
            each.startsWith(u"评审任务书"_s) ? files.prepend({each, where + u'/' + each}) : files.append({each, where + u'/' + each});
        const jz::Passphrase told = jz::Passphrase::fromFile(passphrase);
        jz::writeBundle(file(name), files, jz::BundleKind::Bundle, {}, &told);
        return file(name);
    }
    QString unpacked(const QString& path, const QString& name) const
    {
        QDir().mkpath(file(name));
        const jz::Passphrase told = jz::Passphrase::fromFile(passphrase);
        jz::unpackBundle(path, file(name), {}, {}, &told);
        return file(name);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cli_review, ExpertDesk)

BOOST_AUTO_TEST_CASE(nothing_is_shown_before_the_promise)
{
    const CliResult opened = open(bundle());
    BOOST_REQUIRE_MESSAGE(opened.exitCode == 0, opened.err.toStdString());
    const QJsonObject task = opened.json();
    BOOST_TEST(task[u"promise"_s].toString().contains(u"保密"_s));
    BOOST_TEST(task[u"dossiers"_s].toArray().size() == 2);
    BOOST_TEST(!task[u"dossiers"_s][0][u"people"_s].toArray().isEmpty());
    BOOST_TEST(review({u"list"_s, panel}).exitCode == 2);
    BOOST_TEST(review({u"extract"_s, panel, file(u"材料"_s)}).exitCode == 2);
    BOOST_TEST(score(u"1"_s, {u"1=6"_s}).exitCode == 2);
    BOOST_TEST(finish().exitCode == 2);
    BOOST_TEST(!QFile::exists(file(u"材料"_s)));
    BOOST_TEST(review({u"answer"_s, panel, u"accept"_s, u"--conflict"_s, u"2="_s}).exitCode == 2);
    BOOST_TEST(review({u"answer"_s, panel, u"accept"_s, u"--conflict"_s, u"7=同单位"_s}).exitCode == 2);
    BOOST_TEST(review({u"answer"_s, panel, u"accept"_s, u"--conflict"_s, u"2=同单位"_s}).exitCode == 0);
    const CliResult extracted = review({u"extract"_s, panel, file(u"材料"_s)});
    BOOST_TEST(extracted.json()[u"files"_s].toArray().size() == 1);
    BOOST_TEST(review({u"extract"_s, panel, file(u"材料"_s), u"--dossier"_s, u"2"_s}).exitCode == 2);
}

BOOST_AUTO_TEST_CASE(a_wrong_passphrase_and_none_are_told)
{
    const QString path = bundle();
    BOOST_TEST(review({u"open"_s, path, u"--bundle-passphrase-file"_s, wrongPassphrase}).err.contains(u"口令"_s));
    BOOST_TEST(review({u"open"_s, path}).exitCode == 2);
    BOOST_TEST(review({u"list"_s}).json()[u"panels"_s].toArray().isEmpty());
}

BOOST_AUTO_TEST_CASE(points_are_taken_as_people_type_them_and_kept_at_once)
{
    accept();
    BOOST_TEST(score(u"1"_s, {u"orientation=６．５分"_s, u"2=9 分"_s, u"--note"_s, u"草稿"_s}).exitCode == 0);
    const QJsonObject judged = dossier(1);
    BOOST_TEST(judged[u"points"_s][u"orientation"_s].toDouble() == 6.5);
    BOOST_TEST(judged[u"total"_s].toDouble() == 15.5);
    const CliResult wrong = score(u"1"_s, {u"1=5"_s, u"2=12.7"_s});
    BOOST_TEST(wrong.exitCode == 2);
    BOOST_TEST(score(u"1"_s, {u"1=9"_s}).err.contains(u"最高 8 分"_s));
    BOOST_TEST(score(u"1"_s, {u"none=1"_s}).exitCode == 2);
    BOOST_TEST(score(u"9"_s, {u"1=1"_s}).exitCode == 2);
    BOOST_TEST(dossier(1)[u"points"_s][u"orientation"_s].toDouble() == 6.5); // all or nothing
}

BOOST_AUTO_TEST_CASE(gaps_are_named_and_nothing_is_written)
{
    accept();
    scoreAll(u"1"_s);
    scoreAll(u"2"_s);
    score(u"2"_s, {u"1=8"_s});
    const CliResult early = finish();
    BOOST_TEST(early.exitCode == 1);
    BOOST_TEST(early.json()[u"gaps"_s].toArray().size() == 1);
    BOOST_TEST(early.json()[u"gaps"_s][0][u"message"_s].toString().contains(u"评语"_s));
    BOOST_TEST(!QFile::exists(file(u"评分表.pdf"_s)));
    BOOST_TEST(list()[u"progress"_s][u"done"_s].toInt() == 1);
    score(u"2"_s, {u"--comment"_s, u"1=定位清楚，区域特色鲜明。"_s});
    score(u"1"_s, {u"--remark"_s, u"定位清楚，区域特色鲜明"_s});
    BOOST_TEST(dossier(1)[u"sameWords"_s][0].toInt() == 2);
    BOOST_TEST(finish().exitCode == 0);
}

BOOST_AUTO_TEST_CASE(a_finished_sheet_is_bound_to_the_bundle_and_counts_its_versions)
{
    accept();
    scoreAll(u"1"_s);
    scoreAll(u"2"_s);
    score(u"1"_s, {u"--note"_s, u"只给自己看的笔记"_s});
    BOOST_TEST(review({u"rank"_s, panel, u"2"_s, u"1"_s}).exitCode == 0);
    const CliResult done = finish();
    BOOST_REQUIRE_MESSAGE(done.exitCode == 0, done.err.toStdString());
    const jz::ReceivedScores sheet = jz::readScoreSheet(file(u"评分表.pdf"_s));
    BOOST_TEST(sheet.sheet.version == 1);
    BOOST_TEST(sheet.sheet.ranking.size() == 2);
    BOOST_TEST(jz::checkCode(sheet.sheet) == done.json()[u"checkCode"_s].toString());
    jz::Workspace desk(workspace);
    BOOST_TEST(sheet.sheet.binding == jz::bindingOf(sheet.sheet, desk.scores().bundle(panel)->secret));
    BOOST_TEST(!sheet.data.contains("笔记"));
    BOOST_TEST(finish().json()[u"version"_s].toInt() == 1);
    score(u"1"_s, {u"1=5.5"_s});
    BOOST_TEST(list()[u"changed"_s].toBool());
    BOOST_TEST(finish().json()[u"version"_s].toInt() == 2);
    BOOST_TEST(jz::readScoreSheet(file(u"评分表.pdf"_s)).sheet.version == 2);
    score(u"1"_s, {u"--void"_s, u"发现是同单位"_s});
    BOOST_TEST(finish(u"签.pdf"_s, {u"--identity"_s, identity(), u"--passphrase-file"_s, passphraseFile()}).exitCode == 0);
    const jz::ScoreSheet voided = jz::readScoreSheet(file(u"签.pdf"_s)).sheet;
    BOOST_TEST(voided.version == 3);
    BOOST_TEST(voided.dossiers.first().isVoid());
    BOOST_TEST(voided.dossiers.first().points.isEmpty());
}

BOOST_AUTO_TEST_CASE(who_declines_keeps_nothing_and_says_so_on_a_sheet)
{
    open(bundle());
    BOOST_TEST(review({u"answer"_s, panel, u"decline"_s, u"--reason"_s, u"出差在外"_s}).exitCode == 0);
    BOOST_TEST(QDir(laptop + u"/panels"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
    BOOST_TEST(finish().exitCode == 0);
    const jz::ScoreSheet sheet = jz::readScoreSheet(file(u"评分表.pdf"_s)).sheet;
    BOOST_TEST(sheet.answer == u"declined"_s);
    BOOST_TEST(sheet.reason == u"出差在外"_s);
}

BOOST_AUTO_TEST_CASE(papers_are_removed_and_laid_ready_again_with_nothing_entered_lost)
{
    accept();
    scoreAll(u"1"_s);
    BOOST_TEST(!review({u"remove"_s, panel}).json()[u"papers"_s].toBool());
    BOOST_TEST(review({u"extract"_s, panel, file(u"材料"_s)}).exitCode == 3);
    BOOST_TEST(dossier(1)[u"total"_s].toDouble() == 75);
    BOOST_TEST(open(file(u"包/P-2030-001-1 周文.jzb"_s)).exitCode == 0);
    BOOST_TEST(review({u"extract"_s, panel, file(u"材料"_s)}).exitCode == 0);
}

BOOST_AUTO_TEST_CASE(a_bundle_issued_anew_takes_over_what_was_entered)
{
    accept();
    scoreAll(u"1"_s);
    BOOST_TEST(open(bundle()).json()[u"panel"_s].toString() == u"P-2030-001-2"_s);
    BOOST_TEST(review({u"answer"_s, u"P-2030-001-2"_s, u"accept"_s}).exitCode == 0);
    const QJsonArray dossiers = review({u"list"_s, u"P-2030-001-2"_s}).json()[u"dossiers"_s].toArray();
    BOOST_TEST(dossiers[0][u"total"_s].toDouble() + dossiers[1][u"total"_s].toDouble() == 75);
}

BOOST_AUTO_TEST_CASE(altered_exchanged_and_truncated_bundles_are_refused_whole)
{
    const QString good = bundle();
    const QByteArray bytes = readFile(good);
    const QString bad = file(u"坏.jzb"_s);
    for (const qsizetype at : {bytes.size() / 10, bytes.size() / 2, bytes.size() * 9 / 10}) {
        QByteArray altered = bytes;
        altered[at] = char(altered.at(at) ^ 1);
        writeFile(bad, altered);
        BOOST_TEST(open(bad).exitCode == 3);
    }
    writeFile(bad, bytes.left(bytes.size() / 2));
    BOOST_TEST(open(bad).exitCode == 3);
    writeFile(bad, "no bundle");
    BOOST_TEST(open(bad).exitCode == 3);
    const QString where = unpacked(good, u"拆"_s);
    const QStringList dossiers = QDir(where).entryList({u"0*.pdf"_s}, QDir::Files, QDir::Name);
    writeFile(where + u'/' + dossiers.first(), readFile(where + u'/' + dossiers.last()));
    const CliResult exchanged = open(repacked(where, u"换.jzb"_s));
    BOOST_TEST(exchanged.exitCode == 3);
    BOOST_TEST(exchanged.err.contains(dossiers.first()), exchanged.err.toStdString());
    QFile::remove(where + u'/' + dossiers.first());
    BOOST_TEST(open(repacked(where, u"缺.jzb"_s)).exitCode == 3);
    QFile::remove(where + u"/评审任务书.pdf"_s);
    BOOST_TEST(open(repacked(where, u"无.jzb"_s)).exitCode == 3);
    BOOST_TEST(review({u"list"_s}).json()[u"panels"_s].toArray().isEmpty());
    BOOST_TEST(open(good).exitCode == 0);
}

BOOST_AUTO_TEST_CASE(a_spreadsheet_is_written_filled_and_read_back)
{
    accept();
    scoreAll(u"1"_s);
    score(u"1"_s, {u"--comment"_s, u"2=契合"_s, u"--remark"_s, u"总体好"_s, u"--visit"_s});
    BOOST_TEST(review({u"export-xlsx"_s, panel, file(u"表.xlsx"_s)}).exitCode == 0);
    score(u"1"_s, {u"1="_s, u"--remark"_s, QString(), u"--no-visit"_s});
    const CliResult read = review({u"import-xlsx"_s, file(u"表.xlsx"_s)});
    BOOST_REQUIRE_MESSAGE(read.exitCode == 0, read.out.toStdString() + read.err.toStdString());
    BOOST_TEST(read.json()[u"dossiers"_s].toInt() == 1);
    BOOST_TEST(dossier(1)[u"total"_s].toDouble() == 75);
    BOOST_TEST(dossier(1)[u"comment"_s].toString() == u"总体好"_s);
    BOOST_TEST(dossier(1)[u"comments"_s][u"tasks"_s].toString() == u"契合"_s);
    BOOST_TEST(dossier(1)[u"visit"_s].toBool());
    // A hand that is not ours changes a cell: 6 points become 66.
    QDir().mkpath(file(u"表"_s));
    run(u"unzip"_s, {u"-q"_s, file(u"表.xlsx"_s), u"-d"_s, file(u"表"_s)});
    const QString tab = file(u"表/xl/worksheets/sheet1.xml"_s);
    QByteArray xml = readFile(tab);
    BOOST_REQUIRE(xml.contains("<v>11</v>"));
    BOOST_TEST(xml.contains("sheetProtection"));
    BOOST_TEST(xml.contains("dataValidation"));
    writeFile(tab, xml.replace("<v>11</v>", "<v>66</v>"));
    run(u"bash"_s, {u"-c"_s, u"cd \"$0\" && zip -q -r ../坏.xlsx ."_s, file(u"表"_s)});
    const CliResult bad = review({u"import-xlsx"_s, file(u"坏.xlsx"_s)});
    BOOST_TEST(bad.exitCode == 1);
    BOOST_TEST(bad.json()[u"bad"_s][0][u"cell"_s].toString() == u"产学研协作!G5"_s, bad.out.toStdString());
    BOOST_TEST(dossier(1)[u"total"_s].toDouble() == 75);
    // The blank form of another bundle is not this one's.
    bundle();
    BOOST_TEST(office({u"panels"_s, u"sheet"_s, u"P-2030-001-2"_s, file(u"他.xlsx"_s)}).exitCode == 0);
    BOOST_TEST(review({u"import-xlsx"_s, file(u"他.xlsx"_s)}).exitCode == 3);
}

BOOST_AUTO_TEST_SUITE_END()
