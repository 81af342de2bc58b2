// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "app/delivery_key_option.h"
#include "model/base/counted_text.h"

#include "model/call/call_pack_reader.h"
#include "model/procedure/authorisation_letter.h"
#include "model/procedure/correction_statement.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/scan_intake.h"
#include "model/procedure/seal_request.h"

#include <QFileInfo>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void wrongAssignment(const QString& value)
{
    throw Error(ErrorCode::Usage,
                LocalizedText{u"--page 的值“%1”不对。写成 页码=文件，或 页码=文件:第几页，例如 --page 8=scan.pdf:2。"_s,
                              u"--page: “%1” is wrong. Write PAGE=FILE or PAGE=FILE:N, e.g. --page 8=scan.pdf:2."_s}
                    .arg(value),
                u"page"_s);
}

/// `8=scan.pdf:2`. A file whose own name ends in a colon and digits is meant when it is there.
AssignedScan assignment(const QString& value)
{
    AssignedScan assigned;
    bool isNumber = false;
    assigned.page = value.section(u'=', 0, 0).toInt(&isNumber);
    assigned.file = value.section(u'=', 1);
    if (!isNumber || assigned.file.isEmpty())
        wrongAssignment(value);
    const int filePage = assigned.file.section(u':', -1).toInt(&isNumber);
    if (isNumber && assigned.file.contains(u':') && !QFileInfo::exists(assigned.file)) {
        assigned.file = assigned.file.section(u':', 0, -2);
        assigned.filePage = filePage;
    }
    return assigned;
}

void printProblems(const InkProblems& problems)
{
    for (const InkProblem& problem : problems) {
        const Severity severity = severityOf(problem);
        const LocalizedText label = severity == Severity::Error     ? text(u"错误", u"error")
                                    : severity == Severity::Warning ? text(u"警告", u"warning")
                                                                    : text(u"提示", u"hint");
        print(u"  ["_s + label.in(language()) + u"] "_s + worded(problem).message.in(language()));
    }
}

void printTaken(const TakenScans& taken, const QString& out)
{
    for (const TakenPage& page : taken.pages) {
        print(LocalizedText{u"第 %1 页：%2"_s, u"page %1: %2"_s}.arg(QString::number(page.page), page.where).in(language()));
        printProblems(page.problems);
    }
    printProblems(taken.problems);
    if (taken.written)
        print(CountedText{u"已放入 %1 页签章扫描件，并加传输校验：%2"_s, u"Took in %1 scanned {page|pages} and closed the file: %2"_s}
                  .arg(QString::number(taken.pages.size()), out)
                  .in(language()));
    else
        print(text(u"应有的页不齐，没有写出文件。", u"Pages that have to be there are missing; nothing was written.").in(language()));
}

int attachScan(const Call& call)
{
    ScanIntake intake{call.inputs.first(), call.inputs.mid(1, call.inputs.size() - 2), {}, call.inputs.last(), deliveryKeyOf(call)};
    const QStringList assigned = call.options.values(u"page"_s);
    for (const QString& value : assigned)
        intake.assigned << assignment(value);
    const TakenScans taken = takeScansIn(intake);
    if (call.has(u"json"_s))
        printJson(toJson(taken, intake.out, language()));
    else
        printTaken(taken, intake.out);
    return taken.written ? Fine : Wrong;
}

QString pageNumbers(const QList<PageChange>& pages, const std::function<bool(const PageChange&)>& wanted)
{
    QStringList numbers;
    for (const PageChange& page : pages) {
        if (wanted(page))
            numbers << QString::number(page.page);
    }
    return numbers.isEmpty() ? text(u"无", u"none").in(language()) : numbers.join(u'、');
}

int correction(const Call& call)
{
    const QString out = call.inputs.at(2);
    const WrittenCorrection written = writeCorrection(call.inputs.at(0), call.inputs.at(1), out);
    if (call.has(u"json"_s)) {
        printJson(toJson(written, out));
        return Fine;
    }
    for (const Correction& one : written.corrections)
        print(one.place + u"："_s + one.was + u" → "_s + one.now);
    print(LocalizedText{u"仍可用的页：%1\n须重新打印的页：%2\n须重新签章的页：%3\n更正说明：%4"_s,
                        u"Pages that stay good: %1\nto be printed anew: %2\nto be signed anew: %3\nstatement: %4"_s}
              .arg(pageNumbers(written.pages, [](const PageChange& page) { return page.staysGood(); }),
                   pageNumbers(written.pages, [](const PageChange& page) { return !page.staysGood(); }),
                   pageNumbers(written.pages, [](const PageChange& page) { return !page.signAnew.isEmpty(); }), out)
              .in(language()));
    return Fine;
}

int sealRequest(const Call& call)
{
    SealRequest request;
    request.paper = call.inputs.at(0);
    if (call.has(u"copies"_s))
        request.copies = call.value(u"copies"_s).toInt();
    request.person = call.value(u"by"_s);
    request.department = call.value(u"department"_s);
    request.purpose = call.value(u"purpose"_s);
    const QString out = call.inputs.at(1);
    const WrittenSealRequest written = writeSealRequest(request, out);
    if (call.has(u"json"_s)) {
        printJson(toJson(written, request, out));
        return Fine;
    }
    QStringList pages;
    for (const int page : written.sealedPages)
        pages << QString::number(page);
    print(CountedText{u"已写入 %1：%2 份，每份 %3 页，签字盖章页：%4"_s, u"Wrote %1: %2 {copy|copies} of %3 {page|pages} each; pages to sign and stamp: %4"_s}
              .arg(out, QString::number(request.copies), QString::number(written.pages), pages.join(u'、'))
              .in(language()));
    return Fine;
}

int authorisation(const Call& call)
{
    const Dossier dossier = readDossierData(call.inputs.at(0));
    const QString out = call.inputs.at(1);
    const int pages = writeAuthorisation(dossier, builtInCallPack(dossier.callId),
                                         {call.value(u"head"_s), call.required(u"deputy"_s), call.value(u"position"_s)}, out);
    if (call.has(u"json"_s))
        printJson({{u"out"_s, out}, {u"pages"_s, pages}});
    else
        print(LocalizedText{u"已写出授权书：%1。请由单位负责人签名、加盖公章后扫描，用 attach-scan 放入。"_s,
                            u"Wrote the letter of authorisation %1: have it signed and sealed, scan it, take it in with attach-scan."_s}
                  .arg(out)
                  .in(language()));
    return Fine;
}

} // namespace

QList<Command> scanCommands()
{
    return {
        {u"attach-scan"_s, u"FINAL.pdf SCAN… OUT.pdf"_s, 3,
         text(u"把签字盖章后的扫描件放入定稿，按页码二维码配对，并加传输校验",
              u"take scanned signed pages into a final PDF, matched by their codes, and close it with the delivery mark"),
         {{u"page"_s, u"N=FILE[:PAGE]"_s,
           text(u"指明某张扫描件是定稿的第 N 页（二维码读不出时用），可给多次", u"say that a scan is page N, where its code cannot be read; may be given more than once")},
          {u"workspace"_s, u"DIR"_s,
           text(u"资料库文件夹；不给则用 JUANZONG_WORKSPACE，或本机的默认位置", u"workspace folder; else JUANZONG_WORKSPACE, else the platform's place")},
          {u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")}},
         {u"attach-scan 定稿.pdf 扫描1.pdf 照片.jpg 已签章.pdf"_s, u"attach-scan 定稿.pdf 扫描.pdf 已签章.pdf --page 8=扫描.pdf:2"_s},
         attachScan, true},
        {u"correction"_s, u"OLD.pdf NEW.pdf OUT.pdf"_s, 3,
         text(u"比较两稿定稿，写出更正说明，并说明哪些已打印的页仍可用、哪些须重新签章",
              u"compare two final revisions, write the statement of corrections, and say which printed pages stay good"),
         {{u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")}},
         {u"correction 定稿1.pdf 定稿2.pdf 更正说明.pdf"_s}, correction},
        {u"seal-request"_s, u"FINAL.pdf OUT.pdf"_s, 2,
         text(u"为定稿写出一页用印呈批单：文件、编号、校验码、页数份数、签字盖章页、呈批栏",
              u"write the one-page request for the use of the unit's seal on a final PDF"),
         {{u"copies"_s, u"N"_s, text(u"用印份数，1–99；不给则为 1", u"copies to stamp, 1–99; 1 when not given")},
          {u"by"_s, u"NAME"_s, text(u"经办人；不给则留空手写", u"who asks; left to be written by hand when not given")},
          {u"department"_s, u"NAME"_s, text(u"经办部门；不给则留空手写", u"his department; left to be written by hand when not given")},
          {u"purpose"_s, u"TEXT"_s, text(u"用印事由；不给则写申报通知的名称", u"what it is for; the name of the call when not given")},
          {u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")}},
         {u"seal-request 定稿.pdf 用印呈批单.pdf --copies 3 --by 张三 --department 科研处"_s}, sealRequest},
        {u"authorisation"_s, u"DOSSIER.pdf OUT.pdf"_s, 2,
         text(u"写出授权书：单位负责人不能亲自签署时，由谁代签", u"write the letter of authorisation for whom signs in the leader's place"),
         {{u"deputy"_s, u"NAME"_s, text(u"被授权人姓名", u"who signs"), true},
          {u"position"_s, u"TEXT"_s, text(u"被授权人职务", u"the deputy's position")},
          {u"head"_s, u"NAME"_s, text(u"单位负责人姓名；不给则留空手写", u"who leads the unit; left for the pen when not given")},
          {u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")}},
         {u"authorisation 定稿.pdf 授权书.pdf --deputy 李四 --position 副院长"_s}, authorisation},
    };
}

} // namespace jz::cli
