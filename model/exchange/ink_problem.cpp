// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/ink_problem.h"

#include <QHash>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Severity severity;
    LocalizedText text; ///< %1 the page, %2 the detail, %3 the reason
};

using AllWords = QHash<QLatin1StringView, Words>;

void addMatching(AllWords& all)
{
    all.insert(ink::pageMissing, {Severity::Error,
                                  {u"缺第 %1 页的扫描件。请扫描签名盖章后的第 %1 页。"_s,
                                   u"Page %1 is missing: scan it once it is signed and sealed."_s}});
    all.insert(
        ink::pageOutdated,
        {Severity::Warning,
         {u"扫描的是第 %2 稿的第 %1 页，内容已不是定稿的内容，未采用。请打印本稿的这一页，重新签章后扫描。"_s,
          u"This is page %1 of revision %2, whose content is no longer that of the final one; left out. "
          u"Print this "
          "page anew, have it signed and scan it."_s}});
    all.insert(ink::pageForeign, {Severity::Warning,
                                  {u"扫描的是另一份申报书（编号 %2）的第 %1 页，未采用。"_s,
                                   u"This is page %1 of another dossier (%2); left out."_s}});
    all.insert(ink::pageDouble,
               {Severity::Warning,
                {u"第 %1 页扫描了不止一次，用了有签章的或最先的一张。"_s,
                 u"Page %1 was scanned more than once; the one with ink, or the first, is used."_s}});
    all.insert(ink::pageUnreadable, {Severity::Warning,
                                     {u"这一页图像无法读取，未采用：%3"_s,
                                      u"This picture could not be read and was left out: %3"_s}});
    all.insert(
        ink::codeMissing,
        {Severity::Warning,
         {u"没有读到页码二维码，未采用。如果它是本稿的某一页，请指明是第几页（命令行用 --page）。"_s,
          u"No page code could be read; left out. If it is a page of this paper, say which one (--page on the command line)."_s}});
    all.insert(ink::codeContradicts,
               {Severity::Warning,
                {u"指明为第 %1 页，但页上的二维码说不是，以二维码为准。"_s,
                 u"It was said to be page %1, but its code says otherwise; the code counts."_s}});
    all.insert(ink::pageNotNeeded,
               {Severity::Hint,
                {u"第 %1 页是附件页，不需要签章，未放入。"_s,
                 u"Page %1 belongs to an attachment and needs no signature; left out."_s}});
}

void addPages(AllWords& all)
{
    all.insert(ink::assignedByName,
               {Severity::Warning,
                {u"第 %1 页没有读到二维码，由人指明，请核对。"_s,
                 u"The code of page %1 could not be read; a person said which page it is. Compare it."_s}});
    all.insert(ink::earlierRevision, {Severity::Hint,
                                      {u"第 %1 页打印自第 %2 稿，本页内容没有变化。"_s,
                                       u"Page %1 was printed from revision %2; its content is the same."_s}});
    all.insert(ink::notCompared, {Severity::Warning,
                                  {u"第 %1 页的扫描件没能与印出的页面对上，未检查有无签章，请核对。"_s,
                                   u"The scan of page %1 could not be laid over the printed page; whether it "
                                   u"bears ink was not checked. Compare "
                                   "it."_s}});
    all.insert(ink::noInk,
               {Severity::Warning,
                {u"第 %1 页的签名处没有看到笔迹，请核对是否已签名。"_s,
                 u"Nothing written is seen where page %1 is to be signed. Check that it was signed."_s}});
    all.insert(ink::noRed,
               {Severity::Warning,
                {u"第 %1 页的盖章处没有看到红色，请核对是否已盖公章。"_s,
                 u"No red is seen where the seal belongs on page %1. Check that it was sealed."_s}});
    all.insert(
        ink::noColour,
        {Severity::Hint,
         {u"第 %1 页是黑白扫描，看不出红色印章。建议用彩色重新扫描。"_s,
          u"Page %1 was scanned without colour; a red seal cannot be told. Better scan it in colour."_s}});
    all.insert(
        ink::notClosed,
        {Severity::Warning,
         {u"文件没有成立的传输校验，其中的扫描件可能是别人放入或换过的。"_s,
          u"No delivery mark holds for this file: anybody may have put in or exchanged its scans."_s}});
    all.insert(ink::otherPaper, {Severity::Warning,
                                 {u"文件中的扫描记录与它携带的申报数据对不上。"_s,
                                  u"The record of the scans does not belong to the data in this file."_s}});
}

const Words& wordsOf(const QString& code)
{
    static const AllWords all = [] {
        AllWords made;
        addMatching(made);
        addPages(made);
        return made;
    }();
    // A code of a newer version: shown as it is.
    static const Words unknown{Severity::Warning, {u"第 %1 页：%2"_s, u"page %1: %2"_s}};
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (code == it.key())
            return it.value();
    }
    return unknown;
}

} // namespace

Severity severityOf(const InkProblem& problem)
{
    return wordsOf(problem.code).severity;
}

bool hasError(const InkProblems& problems)
{
    return std::any_of(problems.begin(), problems.end(), [](const InkProblem& each) { return severityOf(each) == Severity::Error; });
}

Problem worded(const InkProblem& problem)
{
    const LocalizedText& text = wordsOf(problem.code).text;
    const auto filled = [&](Language language) {
        return QString(text.in(language))
            .replace(u"%1"_s, QString::number(problem.page))
            .replace(u"%2"_s, problem.detail)
            .replace(u"%3"_s, problem.reason.in(language));
    };
    const auto placed = [&](const QString& colon, const QString& words) {
        return problem.where.isEmpty() ? words : QString(problem.where + colon + words);
    };
    return {problem.code, {}, {placed(u"："_s, filled(Language::Chinese)), placed(u": "_s, filled(Language::English))}};
}

} // namespace jz
