// SPDX-License-Identifier: Apache-2.0
#include "model/recommendation/return_slip_file.h"

#include "model/base/sha256.h"
#include "model/print/dossier_paper.h"
#include "model/recommendation/data_paper.h"
#include "model/recommendation/return_slip_paper.h"
#include "model/recommendation/slip_notes.h"
#include "model/recommendation/slip_words.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestData = 8'000'000;

PaperKindWords kindWords()
{
    return {text(u"修改意见", u"return slip"), text(u"推荐单位", u"the recommending body")};
}

} // namespace

QString slipDataName()
{
    return u"return-slip.json"_s;
}

QString slipPaperKind()
{
    return u"return-slip"_s;
}

void writeReturnSlip(const ReturnSlip& slip, const Dossier& dossier, const CallPack& pack, const Identity& deliveryKey, const QString& out)
{
    requireComplete(slip);
    DataPaper content;
    content.data = returnSlipJson(slip);
    const QByteArray fingerprint = sha256(content.data);
    static const QUuid slips(u"7e0b3f1c-52d5-4c0e-8a43-6d5f8f3a1b90"_s);
    const QUuid id = QUuid::createUuidV5(slips, fingerprint);
    TextShaper shaper(fontsOf(pack));
    content.paper = layoutReturnSlip({pack, slip, dossier, id, fingerprint}, shaper);
    content.map = PageMap{slipPaperKind(), id, slip.revision, fingerprint, pack.id, false, {}};
    content.dataName = slipDataName();
    content.dataTitle = u"修改意见数据"_s;
    content.title = slip.title.isEmpty() ? slipTitle(slip, pack) : QString(slip.title + u"　"_s + slipTitle(slip, pack));
    content.author = slip.from;
    content.keyword = u"return-slip"_s;
    writeDataPaper(content, pack, shaper, deliveryKey, out);
}

bool isReturnSlip(const QString& path)
{
    return carriesData(path, slipDataName());
}

ReceivedSlip readReturnSlip(const QString& path)
{
    const ClosedData closed = readClosedData(path, slipDataName(), largestData, kindWords());
    return {parseReturnSlip(closed.bytes, path), closed.bytes, closed.sender};
}

} // namespace jz
