// SPDX-License-Identifier: Apache-2.0
// A dossier from its first word to its paper, through the program alone; each call is a process of its own.
#include "tests/app/cli_desk.h"
#include "tests/support/boost_test.h"

#include <QDir>
#include <QFile>

using namespace jz::test;
using namespace Qt::StringLiterals;

BOOST_AUTO_TEST_SUITE(cli_desk)

BOOST_AUTO_TEST_CASE(a_dossier_is_begun_filled_in_undone_and_listed)
{
    const CliDesk desk;
    const QString id = desk.begin();
    BOOST_TEST(desk.run({u"dossier set"_s, id, u"org_name"_s, u"  示例研究院 "_s}).exitCode == 0);
    BOOST_TEST(desk.run({u"dossier set"_s, id, u"uscc"_s, u"１２１０００００４０００１２３４５６"_s}).exitCode == 0);
    BOOST_TEST(desk.value(id, u"org_name"_s).toString() == u"示例研究院"_s);
    BOOST_TEST(desk.value(id, u"uscc"_s).toString() == u"121000004000123456"_s);
    BOOST_TEST(desk.run({u"dossier undo"_s, id}).exitCode == 0);
    BOOST_TEST(desk.value(id, u"uscc"_s).isUndefined());
    BOOST_TEST(desk.run({u"dossier redo"_s, id}).exitCode == 0);
    BOOST_TEST(desk.value(id, u"uscc"_s).toString() == u"121000004000123456"_s);
    const QJsonArray found = desk.run({u"dossier list"_s, u"--search"_s, u"研究院"_s, u"--json"_s}).json()[u"dossiers"_s].toArray();
    BOOST_REQUIRE(found.size() == 1);
    BOOST_TEST(found.first()[u"applicant"_s].toString() == u"示例研究院"_s);
    BOOST_TEST(found.first()[u"state"_s].toString() == u"draft"_s);
    BOOST_TEST(desk.run({u"dossier list"_s, u"--search"_s, u"没有"_s, u"--json"_s}).json()[u"dossiers"_s].toArray().isEmpty());
}

BOOST_AUTO_TEST_CASE(rows_are_added_moved_filled_in_and_removed)
{
    const CliDesk desk;
    const QString id = desk.begin();
    for (const QString& name : {u"甲"_s, u"乙"_s, u"丙"_s})
        BOOST_TEST(desk.run({u"dossier row add"_s, id, u"domestic_experts"_s, u"name="_s + name}).exitCode == 0);
    BOOST_TEST(desk.run({u"dossier row move"_s, id, u"domestic_experts"_s, u"3"_s, u"1"_s}).exitCode == 0);
    BOOST_TEST(desk.run({u"dossier set"_s, id, u"domestic_experts"_s, u"新名"_s, u"--row"_s, u"2"_s, u"--column"_s, u"name"_s}).exitCode == 0);
    BOOST_TEST(desk.run({u"dossier row remove"_s, id, u"domestic_experts"_s, u"3"_s}).exitCode == 0);
    QString names;
    for (const QJsonValue& row : desk.value(id, u"domestic_experts"_s).toArray())
        names += row[u"name"_s].toString() + u' ';
    BOOST_TEST(names == u"丙 新名 "_s);
    const CliResult wrong = desk.run({u"dossier row add"_s, id, u"domestic_experts"_s, u"alter=40"_s});
    BOOST_TEST(wrong.exitCode == 1);
    BOOST_TEST(wrong.err.contains(u"alter"));
    BOOST_TEST(desk.run({u"dossier row remove"_s, id, u"domestic_experts"_s, u"9"_s}).exitCode == 2);
}

BOOST_AUTO_TEST_CASE(a_second_dossier_is_begun_with_the_same_content)
{
    const CliDesk desk;
    const QString id = desk.importSample();
    const CliResult made = desk.run({u"dossier duplicate"_s, id, u"--json"_s});
    BOOST_REQUIRE(made.exitCode == 0);
    const QString copy = made.json()[u"id"_s].toString();
    BOOST_TEST(copy != id);
    BOOST_TEST(desk.value(copy, u"org_name"_s).toString() == desk.value(id, u"org_name"_s).toString());
    BOOST_TEST(desk.run({u"dossier duplicate"_s, u"ffff"_s}).exitCode == 3);
}

BOOST_AUTO_TEST_CASE(wrong_calls_name_what_is_wrong_and_change_nothing)
{
    const CliDesk desk;
    const QString id = desk.begin();
    BOOST_TEST(desk.run({u"dossier set"_s, id, u"nope"_s, u"x"_s}).exitCode == 2);
    BOOST_TEST(desk.run({u"dossier set"_s, id, u"category"_s, u"nope"_s}).exitCode == 1);
    BOOST_TEST(desk.run({u"dossier set"_s, u"ffff"_s, u"org_name"_s, u"x"_s}).exitCode == 3);
    BOOST_TEST(desk.run({u"dossier attach"_s, id, u"org_name"_s, desk.folder().file(u"x.jpg"_s)}).exitCode == 3);
    BOOST_TEST(desk.run({u"dossier new"_s, u"nope"_s}).err.contains(u"nope"));
    BOOST_TEST(desk.run({u"dossier history"_s, id, u"--json"_s}).json()[u"steps"_s].toArray().size() == 1);
    const CliDesk stranger(false);
    const CliResult nobody = stranger.run({u"dossier new"_s, u"kczg-2022"_s});
    BOOST_TEST(nobody.exitCode == 2);
    BOOST_TEST(nobody.err.contains(u"--operator"));
}

BOOST_AUTO_TEST_CASE(from_draft_to_the_final_paper_and_the_next_revision)
{
    const CliDesk desk;
    const QString id = desk.importSample();
    const QString paper = desk.folder().file(u"定稿.pdf"_s);
    const CliResult early = desk.run({u"dossier export"_s, id, paper});
    BOOST_TEST(early.exitCode == 3);
    BOOST_TEST(early.err.contains(u"定稿"));
    BOOST_TEST(!QFile::exists(paper));
    BOOST_TEST(desk.run({u"dossier export"_s, id, desk.folder().file(u"送审.pdf"_s), u"--review"_s}).exitCode == 0);
    const CliResult frozen = desk.run({u"dossier set"_s, id, u"org_name"_s, u"别的"_s});
    BOOST_TEST(frozen.exitCode == 3);
    BOOST_TEST(frozen.err.contains(u"dossier revise"));
    const CliResult final = desk.run({u"dossier finalise"_s, id, u"--json"_s});
    BOOST_TEST(final.exitCode == 0, final.err.toStdString());
    BOOST_TEST(final.json()[u"state"_s].toString() == u"final"_s);
    const CliResult exported = desk.run({u"dossier export"_s, id, paper, u"--json"_s});
    BOOST_TEST(exported.exitCode == 0, exported.err.toStdString());
    BOOST_TEST(run(u"qpdf"_s, {u"--check"_s, paper}).exitCode == 0);
    BOOST_TEST(cli({u"check"_s, paper}).exitCode == 0);
    BOOST_TEST(desk.run({u"dossier revise"_s, id}).exitCode == 0);
    const QJsonObject now = desk.run({u"dossier show"_s, id}).json();
    BOOST_TEST(now[u"revision"_s].toInt() == 2);
    BOOST_TEST(now[u"parent"_s].toString() == exported.json()[u"fingerprint"_s].toString());
    BOOST_TEST(desk.run({u"dossier set"_s, id, u"org_name"_s, u"改名研究院"_s}).exitCode == 0);
    const QJsonArray changes = desk.run({u"dossier compare"_s, id, u"revision:1"_s, u"--json"_s}).json()[u"changes"_s].toArray();
    BOOST_REQUIRE(changes.size() == 1);
    BOOST_TEST(changes.first()[u"now"_s].toString() == u"改名研究院"_s);
    BOOST_TEST(changes.first()[u"label"_s].toString() == u"依托单位名称"_s);
    BOOST_TEST(desk.run({u"workspace check"_s}).exitCode == 0);
}

BOOST_AUTO_TEST_CASE(the_way_from_final_to_sent_and_back_is_written_down_with_its_papers)
{
    const CliDesk desk;
    const QString id = desk.importSample();
    const QString paper = desk.folder().file(u"定稿.pdf"_s);
    desk.run({u"dossier finalise"_s, id});
    desk.run({u"dossier export"_s, id, paper});
    const CliResult early = desk.run({u"dossier record"_s, id, u"send"_s});
    BOOST_TEST(early.exitCode == 3);
    BOOST_TEST(early.err.contains(u"定稿"));
    const QString other = desk.folder().file(u"别的.pdf"_s);
    BOOST_TEST(cli({u"render"_s, desk.folder().file(u"样例/sample-values.json"_s), other, u"--revision"_s, u"7"_s}).exitCode == 0);
    BOOST_TEST(desk.run({u"dossier record"_s, id, u"sign"_s, u"--paper"_s, other}).exitCode == 3);
    BOOST_TEST(desk.run({u"dossier record"_s, id, u"sign"_s, u"--paper"_s, paper}).exitCode == 0);
    BOOST_TEST(desk.run({u"dossier record"_s, id, u"send"_s}).exitCode == 0);
    BOOST_TEST(desk.run({u"dossier record"_s, id, u"return"_s, u"--remark"_s, u"缺合作协议"_s}).exitCode == 0);
    const QJsonObject now = desk.run({u"dossier show"_s, id}).json();
    BOOST_TEST(now[u"state"_s].toString() == u"returned"_s);
    BOOST_TEST(now[u"revisions"_s].toArray().last()[u"occasion"_s].toString() == u"sign"_s);
    const QJsonArray steps = desk.run({u"dossier history"_s, id, u"--json"_s}).json()[u"steps"_s].toArray();
    BOOST_TEST(steps.last()[u"detail"_s][u"remark"_s].toString() == u"缺合作协议"_s);
    BOOST_TEST(desk.run({u"dossier record"_s, id, u"edit"_s}).exitCode == 2);
}

BOOST_AUTO_TEST_CASE(no_write_path_leaves_half_a_thing_on_a_full_disk)
{
    const CliDesk desk;
    const QString id = desk.importSample();
    const QMap<QString, QString> full{{u"JZ_FAULT_PATH"_s, desk.folder().path()}, {u"JZ_FAULT_ONLY"_s, u"write"_s}, {u"JZ_FAULT_FAIL"_s, u"3"_s}, {u"JZ_FAULT_ERRNO"_s, u"28"_s}};
    const QString stick = desk.folder().file(u"U盘"_s);
    const QString picture = desk.folder().file(u"样例/licence.jpg"_s);
    const QList<QStringList> calls{{u"dossier set"_s, id, u"org_name"_s, u"新名"_s},
                                   {u"dossier attach"_s, id, u"hardware_photos"_s, picture},
                                   {u"dossier finalise"_s, id},
                                   {u"workspace backup"_s, stick},
                                   {u"workspace backup"_s}};
    const QJsonObject before = desk.run({u"dossier show"_s, id}).json();
    for (const QStringList& call : calls) {
        const CliResult result = desk.run(call, full);
        BOOST_TEST(result.exitCode == 3, call.first().toStdString() << ": " << result.err.toStdString());
        BOOST_TEST(!result.err.trimmed().isEmpty());
        BOOST_TEST(desk.run({u"workspace check"_s, u"--repair"_s}).exitCode == 0);
        const QJsonObject after = desk.run({u"dossier show"_s, id}).json();
        BOOST_TEST(after[u"values"_s].toObject() == before[u"values"_s].toObject());
        BOOST_TEST(after[u"state"_s].toString() == u"draft"_s);
    }
}

BOOST_AUTO_TEST_CASE(what_is_to_be_said_about_files_taken_in_is_said_at_their_places)
{
    const CliDesk desk;
    const QString id = desk.begin();
    const QString damaged = desk.folder().file(u"协议.pdf"_s);
    writeFile(desk.folder().file(u"空白.json"_s), R"({"call": "kczg-2022", "values": {}})");
    BOOST_TEST(cli({u"render"_s, desk.folder().file(u"空白.json"_s), damaged}).exitCode == 0);
    writeFile(damaged, readFile(damaged).replace("startxref\n", "startxref\n9"));
    const CliResult result = desk.run({u"dossier attach"_s, id, u"work_evidence"_s, damaged, damaged, u"--kind"_s, u"result"_s, u"--json"_s});
    BOOST_TEST(result.exitCode == 0, result.err.toStdString());
    QStringList said;
    for (const QJsonValue& finding : result.json()[u"findings"_s].toArray())
        said << finding[u"rule"_s].toString() + u' ' + finding[u"field"_s].toString() + u' ' + QString::number(finding[u"row"_s].toInt());
    BOOST_TEST(said == QStringList({u"file.attachment-repaired work_evidence 0"_s, u"file.attachment-repaired work_evidence 1"_s,
                                    u"file.attachment-renamed work_evidence 1"_s}));
    BOOST_TEST(result.err.contains(u"“协议.pdf”：PDF 有损坏，已修复后使用"));
    BOOST_TEST(result.err.contains(u"“协议.pdf”在申报书中改名为“协议 (2).pdf”"));
}

BOOST_AUTO_TEST_CASE(a_file_that_spoils_an_export_is_called_by_its_name)
{
    const CliDesk desk;
    const QString id = desk.importSample();
    const QJsonArray files = desk.run({u"dossier show"_s, id}).json()[u"attachments"_s].toArray();
    BOOST_REQUIRE(!files.isEmpty());
    const QString sha256 = files.first()[u"sha256"_s].toString();
    const QString object = desk.workspace() + u"/objects/"_s + sha256.left(2) + u'/' + sha256.mid(2);
    BOOST_REQUIRE(QFile::setPermissions(object, QFile::ReadOwner | QFile::WriteOwner));
    writeFile(object, readFile(object).left(2000));
    const CliResult result = desk.run({u"dossier export"_s, id, desk.folder().file(u"送审.pdf"_s), u"--review"_s});
    BOOST_TEST(result.exitCode == 3);
    BOOST_TEST(result.err.contains(u"“"_s + files.first()[u"name"_s].toString() + u"”"_s), result.err.toStdString());
    BOOST_TEST(!result.err.contains(u"objects"), result.err.toStdString());
}

BOOST_AUTO_TEST_CASE(a_dossier_with_errors_is_not_finalised)
{
    const CliDesk desk;
    const QString id = desk.importSample();
    desk.run({u"dossier set"_s, id, u"org_name"_s});
    const CliResult refused = desk.run({u"dossier finalise"_s, id});
    BOOST_TEST(refused.exitCode == 3);
    BOOST_TEST(refused.err.contains(u"还有 1 个错误"));
    BOOST_TEST(desk.run({u"dossier show"_s, id}).json()[u"state"_s].toString() == u"draft"_s);
}

BOOST_AUTO_TEST_CASE(a_print_for_reading_marks_what_changed_since_the_one_that_was_printed)
{
    const CliDesk desk;
    const QString id = desk.importSample();
    const QString out = desk.folder().file(u"审阅件.pdf"_s);
    const QJsonObject first = desk.run({u"dossier reading"_s, id, out, u"--printed"_s, u"--json"_s}).json();
    BOOST_TEST(first[u"kept"_s].toBool());
    BOOST_TEST(first[u"changes"_s].toInt() == 0);
    BOOST_TEST(first[u"pages"_s].toInt() > 2);
    // It is a print of ours without data, and not one that lost them.
    const QJsonObject verdict = desk.run({u"verify"_s, out, u"--json"_s}).json();
    BOOST_TEST(verdict[u"verdict"_s].toString() == u"unsigned"_s);
    BOOST_TEST(verdict[u"problems"_s].toArray().isEmpty());
    desk.run({u"dossier set"_s, id, u"contact_name"_s, u"新联系人"_s});
    for (int i = 0; i < 2; ++i)
        BOOST_TEST(desk.run({u"dossier reading"_s, id, out, u"--json"_s}).json()[u"changes"_s].toInt() == 1);
    BOOST_TEST(desk.run({u"dossier reading"_s, id, out}).out.contains(u"1 处改动"));
}

BOOST_AUTO_TEST_CASE(a_colleagues_copy_goes_out_and_comes_back)
{
    const CliDesk mine;
    const CliDesk theirs;
    const QString id = mine.importSample();
    const QString out = mine.folder().file(u"给李四.pdf"_s);
    const QString back = mine.folder().file(u"李四改过.pdf"_s);
    BOOST_TEST(mine.run({u"dossier export"_s, id, out, u"--copy"_s}).exitCode == 0);
    const CliResult imported = theirs.run({u"dossier import"_s, out, u"--json"_s});
    BOOST_TEST(imported.exitCode == 0, imported.err.toStdString());
    BOOST_TEST(imported.json()[u"id"_s].toString() == id);
    theirs.run({u"dossier set"_s, id, u"org_intro"_s, u"对方写的简介。"_s});
    theirs.run({u"dossier set"_s, id, u"contact_name"_s, u"对方"_s});
    theirs.run({u"dossier row add"_s, id, u"domestic_experts"_s, u"name=新专家"_s});
    BOOST_TEST(theirs.run({u"dossier export"_s, id, back, u"--copy"_s}).exitCode == 0);
    mine.run({u"dossier set"_s, id, u"contact_name"_s, u"我方"_s});
    const QJsonObject dry = mine.run({u"dossier merge"_s, id, back, u"--dry-run"_s, u"--json"_s}).json();
    BOOST_TEST(dry[u"base"_s].toBool());
    const QJsonArray items = dry[u"items"_s].toArray();
    BOOST_TEST(items.size() == 3);
    BOOST_TEST(mine.value(id, u"org_intro"_s).toString() != u"对方写的简介。"_s);
    BOOST_TEST(mine.run({u"dossier merge"_s, id, back}).exitCode == 0);
    BOOST_TEST(mine.value(id, u"org_intro"_s).toString() == u"对方写的简介。"_s);
    BOOST_TEST(mine.value(id, u"contact_name"_s).toString() == u"我方"_s);
    BOOST_TEST(mine.value(id, u"domestic_experts"_s).toArray().last()[u"name"_s].toString() == u"新专家"_s);
    const CliResult twice = mine.run({u"dossier import"_s, back});
    BOOST_TEST(twice.exitCode == 3);
    BOOST_TEST(twice.err.contains(u"dossier merge"));
    const CliResult other = theirs.run({u"dossier merge"_s, theirs.begin(), back});
    BOOST_TEST(other.exitCode == 3);
    BOOST_TEST(other.err.contains(u"另一份"));
}

BOOST_AUTO_TEST_CASE(a_backup_is_made_listed_and_restored)
{
    const CliDesk desk;
    const QString id = desk.importSample();
    const QString stick = desk.folder().file(u"U盘"_s);
    BOOST_TEST(desk.run({u"workspace backup"_s, stick}).exitCode == 0);
    BOOST_TEST(desk.run({u"workspace backup"_s}).exitCode == 0);
    BOOST_TEST(!desk.run({u"workspace backup"_s, u"--list"_s, u"--json"_s}).json()[u"backups"_s].toArray().isEmpty());
    desk.run({u"dossier set"_s, id, u"org_name"_s, u"后来改的"_s});
    BOOST_TEST(desk.run({u"workspace restore"_s, stick}).exitCode == 0);
    BOOST_TEST(desk.value(id, u"org_name"_s).toString() != u"后来改的"_s);
    BOOST_TEST(desk.run({u"workspace check"_s, u"--json"_s}).exitCode == 0);
    const CliResult nothing = desk.run({u"workspace restore"_s, desk.folder().file(u"没有"_s)});
    BOOST_TEST(nothing.exitCode == 3);
    BOOST_TEST(nothing.err.contains(u"没有找到备份"));
}

BOOST_AUTO_TEST_CASE(a_full_disk_while_exporting_leaves_no_half_paper_and_the_dossier_as_it_was)
{
    const CliDesk desk;
    const QString id = desk.importSample();
    const QString paper = desk.folder().file(u"副本.pdf"_s);
    const CliResult full = desk.run({u"dossier export"_s, id, paper, u"--copy"_s}, {{u"JZ_FAULT_PATH"_s, desk.folder().path()},
                                                                                    {u"JZ_FAULT_ONLY"_s, u"link"_s},
                                                                                    {u"JZ_FAULT_FAIL"_s, u"1"_s},
                                                                                    {u"JZ_FAULT_ERRNO"_s, u"28"_s}});
    BOOST_TEST(full.exitCode == 3);
    BOOST_TEST(full.err.contains(u"无法写入"), full.err.toStdString());
    BOOST_TEST(!QFile::exists(paper));
    BOOST_TEST(desk.run({u"workspace check"_s}).exitCode == 0);
    BOOST_TEST(desk.run({u"dossier export"_s, id, paper, u"--copy"_s}).exitCode == 0);
}

BOOST_AUTO_TEST_SUITE_END()
