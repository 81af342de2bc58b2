// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dossier/dossier_json.h"
#include "model/recommendation/return_slip_file.h"
#include "model/recommendation/slip_notes.h"
#include "model/signature/delivery_key.h"
#include "tests/model/dossier/sample_dossier.h"
#include "tests/support/test_files.h"

namespace jz::test {

/// The sample as it was received, and a slip begun on it.
struct SlipFixture
{
    ScratchFolder folder;
    Dossier dossier = sampleDossier();
    QByteArray fingerprint = dossierFingerprint(dossierJson(dossier));
    QString out = folder.file(QStringLiteral("修改意见.pdf"));

    ReturnSlip begun() const
    {
        ReturnSlip slip = slipOn(dossier, fingerprint, samplePack());
        slip.from = QStringLiteral("示例推荐单位");
        slip.issued = QDate(2030, 5, 20);
        return slip;
    }
    ReturnSlip returned() const
    {
        ReturnSlip slip = begun();
        slip.contact = QStringLiteral("王敏 010-12345678");
        slip.due = QDate(2030, 6, 15);
        slip.letter = QStringLiteral("总体较好。\n请补充合作协议。");
        slip.notes << SlipNote{{Address::Part::Value, QStringLiteral("org_name"), {}, {}}, QStringLiteral("与公章不一致"), QStringLiteral("研究院"),
                               QStringLiteral("示例光电研究所")}
                   << SlipNote{{Address::Part::Value, QStringLiteral("domestic_experts"), QStringLiteral("r1"), QStringLiteral("name")},
                               QStringLiteral("姓名有误"), {}, QStringLiteral("张小明")}
                   << SlipNote{{}, QStringLiteral("请核对错别字"), {}, {}};
        return slip;
    }
    Identity key() const { return openDeliveryKey(folder.file(QStringLiteral("keys")), nullptr).identity; }
    void write(const ReturnSlip& slip) const { writeReturnSlip(slip, dossier, samplePack(), key(), out); }
};

} // namespace jz::test
