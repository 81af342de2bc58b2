// SPDX-License-Identifier: Apache-2.0
// The recommending body's desk: its own notice (补充通知) to applicants.
#include "app/batch_desk.h"
#include "app/commands.h"
#include "app/delivery_key_option.h"

#include "model/base/json_file.h"
#include "model/base/output_file.h"
#include "model/base/sha256.h"
#include "model/exchange/check_report.h"
#include "model/procedure/supplement_issuing.h"
#include "model/recommendation/supplement_check.h"
#include "model/recommendation/supplement_words.h"

#include <QTimeZone>

#include <algorithm>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void misused(const QString& option, const LocalizedText& words)
{
    throw Error(ErrorCode::Usage, words, option);
}

/// "ID=VALUE" in its two parts; the first empty where none is named.
std::pair<QString, QString> named(const QString& value)
{
    const qsizetype at = value.indexOf(u'=');
    return at < 0 ? std::pair(QString(), value) : std::pair(value.left(at).trimmed(), value.mid(at + 1).trimmed());
}

SupplementDeadline deadlineAsAsked(const QString& value, const CallPack& pack)
{
    const auto [of, when] = named(value);
    SupplementDeadline own{of, {}};
    const CallFacts::Deadline* const bound = boundOf(own, pack);
    if (!bound) {
        QStringList ids;
        for (const CallFacts::Deadline& each : pack.facts.deadlines)
            ids << each.id;
        misused(u"deadline"_s, LocalizedText{u"申报通知没有期限“%1”。有：%2；不写编号是本单位收件的期限。"_s,
                                             u"The call has no deadline “%1”. There are: %2; without one it is when the body stops receiving."_s}
                                   .arg(of, ids.join(u", "_s)));
    }
    const QDateTime at = QDateTime::fromString(when, Qt::ISODate);
    if (!at.isValid())
        misused(u"deadline"_s, LocalizedText{u"“%1”不是日期。请写成 2030-05-20 或 2030-05-20T17:00。"_s, u"“%1” is not a date. Write 2030-05-20 or 2030-05-20T17:00."_s}.arg(when));
    // A day alone ends when the call's own does.
    own.at = QDateTime(at.date(), when.contains(u'T') ? at.time() : bound->at.time(), bound->at.timeZone());
    return own;
}

void readCopies(Supplement& supplement, const QStringList& values, const CallPack& pack)
{
    for (const QString& value : values) {
        const auto [material, number] = named(value);
        bool isNumber = false;
        const int copies = number.toInt(&isNumber);
        const QList<CallMaterial> all = applicantMaterials(pack);
        const bool isKnown = std::any_of(all.begin(), all.end(), [&, id = material](const CallMaterial& each) { return each.id == id; });
        if (isNumber && isKnown) {
            supplement.copies.insert(material, copies);
            continue;
        }
        QStringList ids;
        for (const CallMaterial& each : all)
            ids << each.id + u'（' + each.label.in(language()) + u'）';
        misused(u"copies"_s, LocalizedText{u"--copies 后面写 材料编号=份数，不能是“%1”。材料：%2。"_s, u"--copies takes MATERIAL=NUMBER, not “%1”. Materials: %2."_s}.arg(value, ids.join(u"、"_s)));
    }
}

/// A notice that was begun, with what the call says.
Supplement asAsked(const Call& call, Supplement supplement, const CallPack& pack)
{
    const auto [contact, date] = std::pair(call.value(u"contact"_s), call.has(u"date"_s) ? call.dateTime(u"date"_s).date() : QDate::currentDate());
    supplement.issued = date;
    if (!contact.isEmpty())
        supplement.contact = contact;
    QStringList deadlines = call.options.values(u"deadline"_s), papers = call.options.values(u"paper"_s);
    std::reverse(deadlines.begin(), deadlines.end()); // a multi map has the last one first
    std::reverse(papers.begin(), papers.end());
    if (!deadlines.isEmpty())
        supplement.deadlines.clear();
    for (const QString& each : std::as_const(deadlines))
        supplement.deadlines << deadlineAsAsked(each, pack);
    if (!papers.isEmpty())
        supplement.papers.clear();
    for (const QString& each : std::as_const(papers))
        supplement.papers << ExtraPaper{each.section(u'|', 0, 0).trimmed(), each.section(u'|', 1).trimmed()};
    readCopies(supplement, call.options.values(u"copies"_s), pack);
    for (const auto& [option, member] : {std::pair{u"mailbox"_s, &supplement.mailbox}, {u"address"_s, &supplement.address}, {u"file-name"_s, &supplement.fileName}, {u"words"_s, &supplement.words}})
        if (call.has(option))
            *member = call.value(option).trimmed();
    return supplement;
}

QJsonObject issuedJson(const Supplement& supplement, const CallPack& pack)
{
    QJsonObject json = parseJsonObject(supplementJson(supplement), supplement.from);
    json.insert(u"title"_s, supplementTitle(supplement, pack));
    return json;
}

int make(const Call& call)
{
    const Identity key = deliveryKeyOf(call);
    Desk desk(call, Workspace::Mode::Write);
    const Batch batch = batchOf(call, desk.workspace());
    const CallPack& pack = packOf(batch.call);
    Supplement begun = call.has(u"repeal"_s) ? repealingSupplement(desk.workspace(), batch, pack) : nextSupplement(desk.workspace(), batch, pack);
    if (!call.has(u"from-last"_s) && !call.has(u"repeal"_s)) {
        const QString contact = begun.contact;
        begun = newSupplement(pack, begun.from, begun.bodyKind, begun.number);
        begun.contact = contact;
    }
    const Supplement supplement = asAsked(call, begun, pack);
    const QString out = call.inputs.first();
    const Findings findings = issueSupplement(desk.workspace(), batch.key, supplement, key, out, desk.person());
    const QString words = supplementText(supplement, pack);
    if (call.has(u"text"_s))
        writeWholeFile(call.value(u"text"_s), words.toUtf8());
    if (call.has(u"json"_s)) {
        printJson({{u"file"_s, out},
                   {u"sha256"_s, QString::fromLatin1(sha256OfFile(out).toHex())},
                   {u"text"_s, words},
                   {u"supplement"_s, issuedJson(supplement, pack)},
                   {u"findings"_s, findingsJson(findings, language())}});
        return Fine;
    }
    tellFindings(findings);
    print(words);
    return Fine;
}

int list(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const Batch batch = batchOf(call, desk.workspace());
    const CallPack& pack = packOf(batch.call);
    const QList<IssuedSupplement> issued = issuedSupplements(desk.workspace(), batch.key);
    QJsonArray json;
    for (const IssuedSupplement& each : issued) {
        QJsonObject one = issuedJson(each.supplement, pack);
        const bool inForce = &each == &issued.constLast() && !each.supplement.repeals;
        one.insert(u"inForce"_s, inForce);
        one.insert(u"paper"_s, desk.workspace().objects().path(each.paper));
        json.append(one);
        if (!call.has(u"json"_s))
            print(LocalizedText{u"第 %1 号  %2  %3  %4"_s, u"No. %1  %2  %3  %4"_s}
                      .arg(QString::number(each.supplement.number), each.supplement.issued.toString(Qt::ISODate), supplementTitle(each.supplement, pack),
                           inForce ? text(u"现行", u"in force") : text(u"已被代替或废止", u"replaced or repealed"))
                      .in(language()));
    }
    if (call.has(u"json"_s))
        printJson({{u"supplements"_s, json}});
    else if (issued.isEmpty())
        print(text(u"还没有出过补充通知。", u"No notice was given out yet.").in(language()));
    return Fine;
}

int show(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const Batch batch = batchOf(call, desk.workspace());
    const CallPack& pack = packOf(batch.call);
    const QList<IssuedSupplement> issued = issuedSupplements(desk.workspace(), batch.key);
    const auto found = std::find_if(issued.begin(), issued.end(), [&](const IssuedSupplement& each) { return QString::number(each.supplement.number) == call.inputs.first(); });
    if (found == issued.end())
        throw Error(ErrorCode::Usage, LocalizedText{u"没有出过第“%1”号补充通知。可用 batch supplement list 查看。"_s, u"There is no notice No. “%1”. See batch supplement list."_s}.arg(call.inputs.first()),
                    call.inputs.first());
    const QString words = supplementText(found->supplement, pack);
    if (call.has(u"json"_s)) {
        QJsonObject json = issuedJson(found->supplement, pack);
        json.insert(u"text"_s, words);
        json.insert(u"paper"_s, desk.workspace().objects().path(found->paper));
        printJson(json);
    } else {
        print(words);
    }
    return Fine;
}

} // namespace

QList<Command> batchSupplementCommands()
{
    return {
        deskCommand(u"batch supplement make"_s, u"OUT.pdf"_s, 1,
                    text(u"（推荐单位）出一号补充通知：本单位提前的期限、份数、另交材料、邮箱地址、文件命名；写成 PDF，打印可贴到消息里的文字。后一号代替以前各号",
                         u"(recommending body) give out its own notice: earlier dates, copies, further papers, where to, file names; writes a PDF and prints the text for a messenger. A later number takes the place of those before"),
                    {{u"deadline"_s, u"[ID=]ISO"_s, text(u"期限，可给多次：不写编号是本单位收件截止；写申报通知的期限编号，是把那一项提前", u"a date, may be given more than once: when the body stops receiving; with the id of a deadline of the call, an earlier one of its own")},
                     {u"copies"_s, u"ID=N"_s, text(u"某种材料的份数，可给多次", u"copies of a material, may be given more than once")},
                     {u"paper"_s, u"TITLE[|REMARK]"_s, text(u"另需提交的材料和说明，可给多次", u"a further paper and a remark, may be given more than once")},
                     {u"mailbox"_s, u"ADDRESS"_s, text(u"电子文件发到哪里", u"where files go")},
                     {u"address"_s, u"TEXT"_s, text(u"纸质材料寄到哪里", u"where paper goes")},
                     {u"file-name"_s, u"PATTERN"_s, text(u"申报书文件怎样命名，栏目写在大括号里，如 {revision}", u"how the dossier's file is to be called, fields in braces, e.g. {revision}")},
                     {u"words"_s, u"TEXT"_s, text(u"其他要说的话", u"whatever else is to be said")},
                     {u"contact"_s, u"TEXT"_s, text(u"联系人和电话；不给则为批次登记的", u"whom to ask; that of the batch when not given")},
                     {u"date"_s, u"ISO"_s, text(u"发出日期；不给则为今天", u"date of issue; today when not given")},
                     {u"from-last"_s, {}, text(u"从上一号的内容开始，只改给出的", u"begin with what the last one says, and change what is given")},
                     {u"repeal"_s, {}, text(u"废止以前各号，恢复按申报通知执行", u"repeal those before: the call holds again")},
                     {u"text"_s, u"FILE"_s, text(u"把消息文字另存为文件", u"write the text for the messenger to a file too")},
                     batchOption()},
                    {u"batch supplement make 补充通知.pdf --deadline 2030-05-18T17:00 --mailbox bao@example.org --paper \"推荐意见表|原件1份\""_s, u"batch supplement make 补充通知2.pdf --from-last --deadline 2030-05-16"_s,
                     u"batch supplement make 废止.pdf --repeal"_s},
                    reported<make>),
        deskCommand(u"batch supplement list"_s, {}, 0, text(u"（推荐单位）出过的补充通知", u"(recommending body) the notices that were given out"), {batchOption()}, {u"batch supplement list --json"_s}, reported<list>),
        deskCommand(u"batch supplement show"_s, u"NUMBER"_s, 1, text(u"（推荐单位）一号补充通知的文字和 PDF 在哪里", u"(recommending body) the words of one notice, and where its PDF is"), {batchOption()},
                    {u"batch supplement show 1"_s}, reported<show>),
    };
}

} // namespace jz::cli
