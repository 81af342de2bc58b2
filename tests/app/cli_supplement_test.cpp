// SPDX-License-Identifier: Apache-2.0
// A recommending body's notice from its desk to an applicant's dossier, through the program alone.
#include "tests/app/body_desk.h"

#include "model/recommendation/supplement_file.h"
#include "model/call/call_pack_reader.h"
#include "model/signature/delivery_key.h"
#include "model/signature/pdf_signer.h"

#include <QFileInfo>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// A notice as somebody writes it who does not use the program's gates.
void writeUnchecked(const Supplement& supplement, const CallPack& pack, const Identity& key, const QString& out)
{
    const ScratchFolder scratch;
    printSupplement(supplement, pack, scratch.file(u"open.pdf"_s));
    signPdf(scratch.file(u"open.pdf"_s), out, SignRequest{SignatureRole::Delivery, key, {}, {}, {}, {}});
}

/// A body that gives out notices, and an applicant with a dossier that goes through it.
struct NoticeDesk : BodyDesk
{
    CliResult make(const QString& name, const QStringList& more) const { return batch(QStringList{u"supplement"_s, u"make"_s, file(name), u"--date"_s, u"2022-04-20"_s} + more); }
    CliResult open(const QString& name) const { return applicant.run({u"dossier open-slip"_s, file(name), u"--json"_s}); }
    QJsonObject facts() const { return applicant.run({u"dossier facts"_s, id, u"--json"_s}).json(); }
    QString labels() const
    {
        QStringList all;
        for (const QJsonValue& each : facts()[u"deadlines"_s].toArray())
            all << each[u"label"_s].toString() + (each[u"local"_s].toBool() ? u"*"_s : QString());
        return all.join(u'|');
    }
    QJsonObject step(const QString& name) const
    {
        for (const QJsonValue& each : applicant.run({u"dossier route"_s, id, u"--json"_s}).json()[u"route"_s].toArray())
            if (each[u"step"_s].toString() == name)
                return each.toObject();
        return {};
    }
    QString forged(const QString& name, const std::function<void(Supplement&)>& change, const QString& sender = u"他人"_s) const
    {
        const CallPack pack = builtInCallPack(u"kczg-2022"_s);
        Supplement supplement = newSupplement(pack, u"湖北省科学技术协会"_s, u"provincial"_s, 1);
        supplement.issued = QDate(2022, 4, 20);
        supplement.words = u"请早报。"_s;
        change(supplement);
        writeUnchecked(supplement, pack, openDeliveryKey(file(sender), nullptr).identity, file(name));
        return name;
    }
    QString refusal(const QString& name) const
    {
        const CliResult result = applicant.run({u"dossier open-slip"_s, file(name)});
        BOOST_TEST(result.exitCode == 3);
        BOOST_TEST(result.err.contains(name));
        return result.err;
    }
    QStringList usual{u"--deadline"_s, u"2022-05-18T17:00"_s, u"--deadline"_s, u"paper=2022-06-01"_s, u"--copies"_s, u"1-form=5"_s, u"--paper"_s, u"推荐意见表|原件1份"_s,
                      u"--mailbox"_s, u"bao@example.org"_s, u"--address"_s, u"武汉市示例路1号 创新部"_s, u"--file-name"_s, u"鄂-{org_name}-第{revision}稿"_s, u"--words"_s, u"请先电话预约。"_s};

    CliDesk applicant;
    QString id = applicant.importSample();
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cli_supplement, NoticeDesk)

BOOST_AUTO_TEST_CASE(a_notice_is_laid_over_the_call_at_the_dossiers_of_its_body)
{
    const QString formHash = facts()[u"formHash"_s].toString();
    const CliResult made = make(u"补充通知.pdf"_s, usual);
    BOOST_REQUIRE_MESSAGE(made.exitCode == 0, made.err.toStdString());
    BOOST_TEST(made.json()[u"supplement"_s][u"number"_s].toInt() == 1);
    const QString words = made.json()[u"text"_s].toString();
    for (const QString& part : {u"2022年5月18日17:00"_s, u"一式5份"_s, u"推荐意见表（原件1份）"_s, u"bao@example.org"_s, u"〔依托单位名称〕"_s, u"请先电话预约。"_s, u"补充通知 PDF"_s})
        BOOST_TEST(words.contains(part), part.toStdString());
    const CliResult opened = open(u"补充通知.pdf"_s);
    BOOST_REQUIRE_MESSAGE(opened.exitCode == 0, opened.err.toStdString());
    BOOST_TEST(!opened.json()[u"again"_s].toBool());
    BOOST_TEST(opened.json()[u"dossiers"_s].toArray().size() == 1);
    BOOST_TEST(opened.json()[u"changes"_s].toArray().size() == 8);
    BOOST_TEST(labels() == u"湖北省科协收件截止（本地）*|网上申报截止|湖北省科协要求的纸质材料送达截止（本地）*|纸质材料送达截止"_s);
    const QJsonObject now = facts();
    BOOST_TEST(now[u"deadlines"_s][0][u"at"_s].toString().startsWith(u"2022-05-18T17:00"_s));
    BOOST_TEST(now[u"deadlines"_s][0][u"source"_s].toString() == u"湖北省科协补充通知第1号（2022-04-20）"_s);
    BOOST_TEST(now[u"deadlines"_s][2][u"at"_s].toString().startsWith(u"2022-06-01T18:00"_s));
    BOOST_TEST(now[u"copies"_s][u"1-form"_s].toInt() == 5);
    BOOST_TEST(now[u"fileName"_s].toString() == u"鄂-示例先进光电技术研究院-第1稿.pdf"_s);
    BOOST_TEST(now[u"formHash"_s].toString() == formHash);
    BOOST_TEST(step(u"send"_s)[u"words"_s].toString().contains(u"bao@example.org"_s));
    BOOST_TEST(step(u"paper-copies"_s)[u"words"_s].toString().contains(u"5 份"_s));
    BOOST_TEST(step(u"further-papers"_s)[u"words"_s].toString().contains(u"推荐意见表"_s));
    BOOST_TEST(applicant.run({u"dossier record"_s, id, u"further-papers"_s}).exitCode == 0);
    BOOST_TEST(step(u"further-papers"_s)[u"standing"_s].toString() == u"done"_s);
}

BOOST_AUTO_TEST_CASE(only_dossiers_that_go_through_the_body_are_under_its_notice)
{
    BOOST_TEST(make(u"补充通知.pdf"_s, usual).exitCode == 0);
    BOOST_TEST(open(u"补充通知.pdf"_s).exitCode == 0);
    BOOST_TEST(applicant.run({u"dossier set"_s, id, u"recommender"_s, u"中国光学学会"_s}).exitCode == 0);
    BOOST_TEST(labels() == u"网上申报截止|纸质材料送达截止"_s);
    BOOST_TEST(facts()[u"supplement"_s].isNull());
    BOOST_TEST(applicant.run({u"dossier set"_s, id, u"recommender"_s, u"湖北省科学技术协会"_s}).exitCode == 0);
    BOOST_TEST(labels().contains(u"本地"_s));
}

BOOST_AUTO_TEST_CASE(the_package_is_named_as_the_notice_has_it)
{
    make(u"补充通知.pdf"_s, usual);
    open(u"补充通知.pdf"_s);
    BOOST_TEST(applicant.run({u"dossier finalise"_s, id, u"--without-pre-review"_s, u"急"_s}).exitCode == 0);
    const QString paper = file(u"定稿.pdf"_s);
    BOOST_TEST(applicant.run({u"dossier export"_s, id, paper}).exitCode == 0);
    const auto name = [&](const QString& in) { return cli({u"package"_s, paper, file(in), u"--workspace"_s, in == u"甲" ? applicant.workspace() : workspace, u"--json"_s}).json()[u"files"_s][0][u"name"_s].toString(); };
    BOOST_TEST(name(u"甲"_s) == u"鄂-示例先进光电技术研究院-第1稿.pdf"_s);
    BOOST_TEST(name(u"乙"_s) != u"鄂-示例先进光电技术研究院-第1稿.pdf"_s);
}

BOOST_AUTO_TEST_CASE(a_later_number_takes_the_place_and_an_earlier_one_is_refused)
{
    BOOST_TEST(make(u"一.pdf"_s, usual).exitCode == 0);
    const CliResult next = make(u"二.pdf"_s, {u"--from-last"_s, u"--deadline"_s, u"2022-05-16"_s});
    BOOST_REQUIRE_MESSAGE(next.exitCode == 0, next.err.toStdString());
    BOOST_TEST(next.json()[u"supplement"_s][u"mailbox"_s].toString() == u"bao@example.org"_s);
    BOOST_TEST(batch({u"supplement"_s, u"list"_s}).json()[u"supplements"_s].toArray().size() == 2);
    BOOST_TEST(!batch({u"supplement"_s, u"list"_s}).json()[u"supplements"_s][0][u"inForce"_s].toBool());
    BOOST_TEST(open(u"一.pdf"_s).exitCode == 0);
    const CliResult replaced = open(u"二.pdf"_s);
    BOOST_TEST(replaced.json()[u"replaces"_s].toInt() == 1);
    BOOST_TEST(facts()[u"deadlines"_s][0][u"at"_s].toString().startsWith(u"2022-05-16"_s));
    BOOST_TEST(refusal(u"一.pdf"_s).contains(u"第 2 号"_s));
    BOOST_TEST(open(u"二.pdf"_s).json()[u"again"_s].toBool());
    BOOST_TEST(make(u"废止.pdf"_s, {u"--repeal"_s}).exitCode == 0);
    BOOST_TEST(open(u"废止.pdf"_s).exitCode == 0);
    BOOST_TEST(labels() == u"网上申报截止|纸质材料送达截止"_s);
    BOOST_TEST(step(u"further-papers"_s).isEmpty());
    BOOST_TEST(refusal(u"二.pdf"_s).contains(u"第 3 号"_s));
}

BOOST_AUTO_TEST_CASE(the_applicant_takes_it_off_and_over_again)
{
    make(u"补充通知.pdf"_s, usual);
    open(u"补充通知.pdf"_s);
    BOOST_TEST(applicant.run({u"dossier supplements"_s, u"--drop"_s, u"湖北省科协"_s}).exitCode == 0);
    BOOST_TEST(labels() == u"网上申报截止|纸质材料送达截止"_s);
    const QJsonObject kept = applicant.run({u"dossier supplements"_s, u"--json"_s}).json();
    BOOST_TEST(!kept[u"supplements"_s][0][u"inForce"_s].toBool());
    BOOST_TEST(kept[u"supplements"_s][0][u"setAside"_s].isString());
    BOOST_TEST(applicant.run({u"dossier supplements"_s, u"--drop"_s, u"湖北省科协"_s}).exitCode == 3);
    BOOST_TEST(!open(u"补充通知.pdf"_s).json()[u"again"_s].toBool());
    BOOST_TEST(labels().contains(u"本地"_s));
}

BOOST_AUTO_TEST_CASE(what_the_call_does_not_allow_is_not_written_and_named)
{
    const auto refused = [&](const QStringList& options, const QString& words) {
        const CliResult result = make(u"坏.pdf"_s, options);
        BOOST_TEST(result.exitCode == 2);
        BOOST_TEST(result.err.contains(words), QString(words + u" / "_s + result.err).toStdString());
        BOOST_TEST(!QFileInfo::exists(file(u"坏.pdf"_s)));
    };
    refused({}, u"还没有写任何要求"_s);
    refused({u"--deadline"_s, u"online=2022-05-28"_s}, u"晚于申报通知的网上申报截止"_s);
    refused({u"--deadline"_s, u"2022-06-30"_s}, u"晚于申报通知的纸质材料送达截止"_s);
    refused({u"--deadline"_s, u"nope=2022-05-01"_s}, u"没有期限“nope”"_s);
    refused({u"--deadline"_s, u"下周"_s}, u"不是日期"_s);
    refused({u"--copies"_s, u"3-ranking=2"_s}, u"--copies"_s);
    refused({u"--copies"_s, u"1-form=0"_s}, u"份数应在"_s);
    refused({u"--mailbox"_s, u"不是邮箱"_s}, u"邮箱"_s);
    refused({u"--file-name"_s, u"{nope}.pdf"_s}, u"{nope}"_s);
    refused({u"--file-name"_s, u"a/b-{org_name}"_s}, u"不能用的字符"_s);
    refused({u"--paper"_s, u"|说明"_s}, u"没有写名称"_s);
    refused({u"--repeal"_s}, u"没有可废止的"_s);
    BOOST_TEST(batch({u"supplement"_s, u"list"_s}).json()[u"supplements"_s].toArray().isEmpty());
}

BOOST_AUTO_TEST_CASE(what_is_no_honest_notice_is_refused_and_changes_nothing)
{
    BOOST_TEST(refusal(forged(u"晚.pdf"_s, [](Supplement& s) { s.deadlines << SupplementDeadline{u"online"_s, QDateTime({2022, 12, 1}, {12, 0})}; })).contains(u"晚于"_s));
    BOOST_TEST(refusal(forged(u"非单位.pdf"_s, [](Supplement& s) { s.bodyKind = u"city"_s; })).contains(u"不是这次申报的推荐单位"_s));
    BOOST_TEST(refusal(forged(u"他表.pdf"_s, [](Supplement& s) { s.formHash = QByteArray(32, 'x'); })).contains(u"另一版申报书模板"_s));
    BOOST_TEST(refusal(forged(u"他通知.pdf"_s, [](Supplement& s) { s.callId = u"another-call"_s; })).contains(u"another-call"_s));
    BOOST_TEST(refusal(forged(u"暗字.pdf"_s, [](Supplement& s) { s.words = u"请报\u202e送"_s; })).contains(u"控制字符"_s));
    make(u"补充通知.pdf"_s, usual);
    QByteArray altered = readFile(file(u"补充通知.pdf"_s));
    altered[altered.size() / 2] = char(altered.at(altered.size() / 2) ^ 1);
    writeFile(file(u"改过.pdf"_s), altered);
    BOOST_TEST(refusal(u"改过.pdf"_s).contains(u"改动"_s));
    BOOST_TEST(labels() == u"网上申报截止|纸质材料送达截止"_s);
    BOOST_TEST(applicant.run({u"dossier supplements"_s, u"--json"_s}).json()[u"supplements"_s].toArray().isEmpty());
}

BOOST_AUTO_TEST_CASE(another_notice_of_the_same_number_or_sender_is_told)
{
    make(u"补充通知.pdf"_s, usual);
    open(u"补充通知.pdf"_s);
    BOOST_TEST(refusal(forged(u"同号.pdf"_s, [](Supplement&) {})).contains(u"编号相同、内容不同"_s));
    const CliResult other = open(forged(u"他人.pdf"_s, [](Supplement& s) { s.number = 2; }));
    BOOST_TEST(other.exitCode == 0);
    BOOST_TEST(other.json()[u"warning"_s].toString().contains(u"电话核实"_s));
}

BOOST_AUTO_TEST_CASE(every_command_says_what_the_file_is)
{
    make(u"补充通知.pdf"_s, usual);
    const CliResult verified = cli({u"verify"_s, file(u"补充通知.pdf"_s), u"--json"_s});
    BOOST_TEST(verified.exitCode == 0);
    BOOST_TEST(verified.json()[u"paper"_s][u"kind"_s].toString() == u"supplement"_s);
    BOOST_TEST(verified.json()[u"verdict"_s].toString() == u"marked"_s);
    BOOST_TEST(cli({u"check"_s, file(u"补充通知.pdf"_s)}).err.contains(u"补充通知，不是申报书"_s));
    BOOST_TEST(summary(check({u"补充通知.pdf"_s}).json()) == (QStringList{u"补充通知.pdf supplement no-dossier"_s}));
    BOOST_TEST(applicant.run({u"dossier import"_s, file(u"补充通知.pdf"_s)}).err.contains(u"补充通知，不是申报书"_s));
}

BOOST_AUTO_TEST_SUITE_END()
