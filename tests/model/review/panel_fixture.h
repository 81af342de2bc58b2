// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/sha256.h"
#include "model/call/call_pack_reader.h"
#include "model/review/panel.h"
#include "model/review/score_sheet.h"
#include "model/signature/delivery_key.h"
#include "tests/support/test_files.h"

namespace jz::test {

/// A panel of six dossiers and the sheet that answers it.
struct PanelFixture
{
    ScratchFolder folder;
    const CallPack& pack = *findBuiltInCallPack(builtInCallPackIds().first());
    QString out = folder.file(QStringLiteral("评分表.pdf"));

    Identity key() const { return openDeliveryKey(folder.file(QStringLiteral("keys")), nullptr).identity; }

    Panel panel() const
    {
        const QStringList categories = pack.rubric.value(QStringLiteral("categories")).toObject().keys();
        Panel panel{pack.id, pack.formHash, QStringLiteral("2030年度评审"), QStringLiteral("P-2030-003-1"), QStringLiteral("周文"), sha256("secret"), false,
                    QDate(2030, 6, 15), QStringLiteral("评审办公室 010-12345678"), {}};
        for (int i = 1; i <= 6; ++i) {
            const QString title = QStringLiteral("示例（某地%1）光电与集成电路测试装备创新基地").arg(i);
            panel.dossiers << PanelDossier{i, QUuid::createUuidV5(QUuid(), title), title, QStringLiteral("某地%1光电技术研究院").arg(i), categories.at(i > 4 ? 1 : 0),
                                           {QStringLiteral("王敏")}, QStringLiteral("%1.pdf").arg(i), sha256(title.toUtf8())};
        }
        return panel;
    }
    ScoreSheet sheet(const Panel& panel) const
    {
        ScoreSheet sheet{panel.callId, panel.formHash, panel.number, panel.expert, 2, QStringLiteral("accepted"), {}, QDate(2030, 6, 1), QDate(2030, 6, 10), {}, {}, {}};
        for (const PanelDossier& each : panel.dossiers) {
            DossierScores scores{each.dossier, each.sha256, {}, {}, QStringLiteral("agree"), each.number == 2, {}, {}};
            for (const Criterion& criterion : rubricOf(pack, each.category).criteria)
                scores.points.insert(criterion.id, criterion.most - 50 * each.number);
            sheet.dossiers << scores;
        }
        const QString first = rubricOf(pack, panel.dossiers.first().category).criteria.first().id;
        sheet.dossiers[0].comments.insert(first, QStringLiteral("定位清楚，与当地产业结合紧密，依托单位有十年以上的工作基础。"));
        sheet.dossiers[0].comment = QStringLiteral("总体较好，建议补充合作协议。");
        sheet.dossiers[1].opinion = QStringLiteral("revise");
        sheet.dossiers[3].opinion = QStringLiteral("disagree");
        sheet.dossiers[2].conflict = QStringLiteral("申报单位的参与单位是我的前任职单位");
        sheet.ranking = {panel.dossiers.at(1).dossier, panel.dossiers.at(0).dossier};
        sheet.binding = bindingOf(sheet, panel.secret);
        return sheet;
    }
};

} // namespace jz::test
