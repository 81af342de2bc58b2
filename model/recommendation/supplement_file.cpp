// SPDX-License-Identifier: Apache-2.0
#include "model/recommendation/supplement_file.h"

#include "model/base/sha256.h"
#include "model/call/call_pack_reader.h"
#include "model/print/dossier_paper.h"
#include "model/recommendation/data_paper.h"
#include "model/recommendation/supplement_check.h"
#include "model/recommendation/supplement_paper.h"
#include "model/recommendation/supplement_words.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestData = 1'000'000;

PaperKindWords kindWords()
{
    return {text(u"补充通知", u"supplementary notice"), text(u"推荐单位", u"the recommending body")};
}

std::optional<Finding> firstError(const Findings& findings)
{
    const auto found = std::find_if(findings.begin(), findings.end(), [](const Finding& each) { return each.severity == Severity::Error; });
    return found == findings.end() ? std::nullopt : std::optional(*found);
}

/// What no applicant is to be told, whoever wrote it.
void requireFit(const Supplement& supplement, const QString& path)
{
    const CallPack& pack = *findBuiltInCallPack(supplement.callId);
    if (supplement.formHash != pack.formHash)
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"“%1”是按另一版申报书模板出的补充通知，没有采用。请%2用同一版程序重新制作，或双方都更新程序。"_s,
                                  u"“%1” was made for another version of the form and was not taken over. Ask %2 to make it anew with the same version of the program."_s}
                        .arg(path, supplement.from),
                    path, u"call/formHash"_s);
    if (const std::optional<Finding> wrong = firstError(supplementFindings(supplement, pack)))
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"“%1”里的要求不符合申报通知，没有采用：%2请与%3核对。"_s, u"“%1” asks for something that the call does not allow and was not taken over: %2 Check with %3."_s}.arg(
                        path, wrong->message, supplement.from),
                    path, wrong->rule);
}

DataPaper contentOf(const Supplement& supplement, const CallPack& pack, TextShaper& shaper)
{
    DataPaper content;
    content.data = supplementJson(supplement);
    const QByteArray fingerprint = sha256(content.data);
    static const QUuid notices(u"5b1b6a52-7d0e-4f0a-9c52-2f3f6a1d7e84"_s);
    const QUuid id = QUuid::createUuidV5(notices, fingerprint);
    content.paper = layoutSupplement({pack, supplement, id, fingerprint}, shaper);
    content.map = PageMap{supplementPaperKind(), id, supplement.number, fingerprint, pack.id, false, {}};
    content.dataName = supplementDataName();
    content.dataTitle = u"补充通知数据"_s;
    content.title = supplementTitle(supplement, pack);
    content.author = supplement.from;
    content.keyword = u"supplement"_s;
    return content;
}

} // namespace

QString supplementDataName()
{
    return u"supplement.json"_s;
}

QString supplementPaperKind()
{
    return u"supplement"_s;
}

void writeSupplement(const Supplement& supplement, const CallPack& pack, const Identity& deliveryKey, const QString& out)
{
    if (const std::optional<Finding> wrong = firstError(supplementFindings(supplement, pack)))
        throw Error(ErrorCode::Usage, wrong->message, wrong->field, wrong->rule);
    TextShaper shaper(fontsOf(pack));
    writeDataPaper(contentOf(supplement, pack, shaper), pack, shaper, deliveryKey, out);
}

void printSupplement(const Supplement& supplement, const CallPack& pack, const QString& out)
{
    TextShaper shaper(fontsOf(pack));
    assembleDataPaper(contentOf(supplement, pack, shaper), pack, shaper, out);
}

bool isSupplement(const QString& path)
{
    return carriesData(path, supplementDataName());
}

ReceivedSupplement readSupplement(const QString& path)
{
    const ClosedData closed = readClosedData(path, supplementDataName(), largestData, kindWords());
    const ReceivedSupplement received{parseSupplement(closed.bytes, path), closed.bytes, closed.sender};
    requireFit(received.supplement, path);
    return received;
}

} // namespace jz
