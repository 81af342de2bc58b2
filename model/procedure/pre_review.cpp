// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/pre_review.h"

#include "model/base/sha256.h"
#include "model/dossier/dossier_json.h"
#include "model/procedure/office_route.h"
#include "model/recommendation/return_slip_file.h"

#include <optional>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void refuse(const QString& path, const LocalizedText& why)
{
    throw Error(ErrorCode::Unsupported,
                {u"“%1”%2，没有登记预审通过。"_s.arg(path, why.zh), u"“%1” %2; nothing was written down."_s.arg(path, why.en)}, path);
}

} // namespace

void writeDownPassed(OpenDossier& dossier, const QString& path, const Aside& aside)
{
    std::optional<ReceivedSlip> received;
    aside([&] { received = readReturnSlip(path); });
    const ReturnSlip& slip = received->slip;
    const Dossier& now = dossier.editor().dossier();
    if (slip.dossier != now.id)
        refuse(path, {u"说的是另一份申报书"_s, u"is about another dossier"_s});
    if (slip.revision != now.revision)
        refuse(path, {u"说的是第 %1 稿，不是现在这一稿（第 %2 稿）"_s.arg(slip.revision).arg(now.revision),
                      u"is about revision %1, not this one (%2)"_s.arg(slip.revision).arg(now.revision)});
    if (slip.fingerprint != dossierFingerprint(dossierJson(now)))
        refuse(path, {u"说的内容与现在不同，之后又有改动：请把现在这一稿再送审"_s, u"speaks of other content, it was changed since: hand out this revision for review"_s});
    if (!slip.passed())
        refuse(path, {u"是退回修改的意见，不是预审通过"_s, u"asks for changes and does not pass it"_s});
    Record record;
    record.kind = record::preReview;
    record.who = slip.from;
    record.day = slip.issued;
    record.detail = {{u"how"_s, u"预审意见"_s}, {u"slip"_s, QString::fromLatin1(sha256(received->data).toHex())}};
    dossier.writeDown(record, path, aside);
}

} // namespace jz
