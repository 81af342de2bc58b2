// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/dossier_input.h"
#include "model/procedure/batch_parcels.h"
#include "model/procedure/endorsing.h"
#include "model/procedure/prospect_register.h"
#include "model/procedure/receiving.h"
#include "model/procedure/returning.h"
#include "model/procedure/supplement_issuing.h"
#include "model/call/call_pack_reader.h"
#include "model/signature/passphrase.h"
#include "tests/shots/scene.h"
#include "tests/support/batch_papers.h"
#include "ui/applicant/entry_list.h"
#include "ui/recommender/body_form.h"
#include "ui/recommender/candidate_panel.h"
#include "ui/recommender/candidate_table.h"
#include "ui/recommender/copies_dialog.h"
#include "ui/recommender/decision_dialog.h"
#include "ui/recommender/endorse_dialog.h"
#include "ui/recommender/handover_dialog.h"
#include "ui/pdf/page_view.h"
#include "ui/pdf/paper_view.h"
#include "ui/recommender/issue_supplement_dialog.h"
#include "ui/recommender/parcels_dialog.h"
#include "ui/recommender/passphrase_dialog.h"
#include "ui/recommender/prospects_dialog.h"
#include "ui/recommender/receipt_dialog.h"
#include "ui/recommender/recommender_desk.h"
#include "ui/recommender/return_dialog.h"
#include "ui/recommender/send_dialog.h"
#include "ui/style/language.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTimeZone>

namespace jz::test {

using namespace Qt::StringLiterals;
using namespace jz::ui;

namespace {

qint64 person(SceneDesk& desk)
{
    return desk.workspace->operators().current().key;
}

qint64 newBatch(SceneDesk& desk)
{
    Batch batch;
    batch.call = builtInCallPackIds().first();
    batch.body = {u"湖北省科学技术协会"_s, u"provincial"_s, u"42"_s, u"李四"_s, u"027-87654321"_s, {}};
    batch.name = batch.body.name;
    return desk.workspace->batches().add(batch, person(desk));
}

/// Four dossiers, one of them over the quota, one with two papers that differ.
qint64 fullBatch(SceneDesk& desk)
{
    const qint64 batch = newBatch(desk);
    receive(*desk.workspace, batch, signedDossiers(), person(desk));
    const QString other = desk.folder.file(u"另一份.pdf"_s);
    writeBatchDossier(3, BatchPaperKind::Final, other, 1, {{u"address"_s, u"湖北省武汉市示例路8号"_s}});
    receive(*desk.workspace, batch, {other}, person(desk));
    return batch;
}

void declare(SceneDesk& desk, qint64 batch)
{
    for (const BodyCondition& each : bodyConditions(*findBuiltInCallPack(builtInCallPackIds().first())))
        desk.workspace->batches().declare(batch, {each.id, true, u"赵主席"_s, QDate(2022, 5, 20)}, person(desk));
}

void decide(SceneDesk& desk, qint64 batch)
{
    BatchStore& store = desk.workspace->batches();
    Ranking ranking = batchView(*desk.workspace, batch, *findBuiltInCallPack(builtInCallPackIds().first())).ranking;
    ranking.person = person(desk);
    store.rank(batch, ranking);
    store.decide(batch, {0, 0, u"第三次主席办公会"_s, QDate(2022, 5, 20), u"纪要3号"_s, person(desk), {}});
}

std::unique_ptr<QWidget> deskWindow(SceneDesk& desk)
{
    return std::make_unique<RecommenderDesk>(*desk.workspace, desk.dialogs, nullptr);
}

std::unique_ptr<QWidget> setup(SceneDesk& desk)
{
    return deskWindow(desk);
}

std::unique_ptr<QWidget> empty(SceneDesk& desk)
{
    newBatch(desk);
    return deskWindow(desk);
}

std::unique_ptr<QWidget> four(SceneDesk& desk)
{
    fullBatch(desk);
    return deskWindow(desk);
}

std::unique_ptr<QWidget> decided(SceneDesk& desk)
{
    decide(desk, fullBatch(desk));
    return deskWindow(desk);
}

std::unique_ptr<QWidget> body(SceneDesk& desk)
{
    newBatch(desk);
    return std::make_unique<BodyDialog>(desk.keep(std::make_shared<BatchBoard>(*desk.workspace)), nullptr);
}

std::unique_ptr<QWidget> decision(SceneDesk&)
{
    return std::make_unique<DecisionDialog>(3, std::nullopt, nullptr);
}

std::unique_ptr<QWidget> why(SceneDesk&)
{
    return std::make_unique<WhyDialog>(say(u"改动已决定的顺序", u"Change what was decided"),
                                       say(u"推荐顺序已决定。请写明改动的理由。", u"The order was decided on. Say why it changes."), say(u"改动", u"Change it"), nullptr);
}

std::unique_ptr<QWidget> receipt(SceneDesk& desk)
{
    const qint64 batch = newBatch(desk);
    const QString strange = desk.folder.file(u"说明.docx"_s);
    writeFile(strange, "no dossier");
    return std::make_unique<ReceiptDialog>(receive(*desk.workspace, batch, signedDossiers() + QStringList{strange}, person(desk)), nullptr);
}

std::unique_ptr<QWidget> returning(SceneDesk& desk)
{
    const qint64 batch = fullBatch(desk);
    const CallPack& pack = *findBuiltInCallPack(builtInCallPackIds().first());
    const Candidate candidate = *desk.workspace->batches().candidate(batch, batchDossierId(0));
    Dossier& dossier = desk.keep(std::make_shared<Dossier>(readDossierData(desk.workspace->objects().path(candidate.paper))));
    const ReturnSlip slip = slipOn(candidate, dossier, *desk.workspace->batches().byKey(batch), pack);
    return std::make_unique<ReturnDialog>(slip, dossier, pack, nullptr);
}

std::unique_ptr<QWidget> endorsing(SceneDesk& desk)
{
    fullBatch(desk);
    return std::make_unique<EndorseDialog>(desk.keep(std::make_shared<BatchBoard>(*desk.workspace)), desk.dialogs, nullptr);
}

std::unique_ptr<QWidget> blocked(SceneDesk& desk)
{
    fullBatch(desk);
    return std::make_unique<SendDialog>(desk.keep(std::make_shared<BatchBoard>(*desk.workspace)), desk.dialogs, nullptr);
}

std::unique_ptr<QWidget> ready(SceneDesk& desk)
{
    const qint64 batch = newBatch(desk);
    receive(*desk.workspace, batch, signedDossiers().first(2), person(desk));
    declare(desk, batch);
    decide(desk, batch);
    const Identity identity = Identity::load(identityFile(desk.folder, u"湖北省科学技术协会"_s), Passphrase(identityWord()));
    endorseByCertificate(*desk.workspace, batch, {identity, {}, {}, {}, {}, QDateTime::currentDateTime(), {}, person(desk)});
    return std::make_unique<SendDialog>(desk.keep(std::make_shared<BatchBoard>(*desk.workspace)), desk.dialogs, nullptr);
}

std::unique_ptr<QWidget> passphrase(SceneDesk&)
{
    return std::make_unique<PassphraseDialog>(u"湖北省农机学会-报送包.zip"_s, true, nullptr);
}

std::unique_ptr<QWidget> copies(SceneDesk& desk)
{
    fullBatch(desk);
    return std::make_unique<CopiesDialog>(desk.keep(std::make_shared<BatchBoard>(*desk.workspace)), desk.dialogs, nullptr);
}

std::unique_ptr<QWidget> handover(SceneDesk& desk)
{
    fullBatch(desk);
    return std::make_unique<HandoverDialog>(desk.keep(std::make_shared<BatchBoard>(*desk.workspace)), desk.dialogs, nullptr);
}

std::unique_ptr<QWidget> prospects(SceneDesk& desk)
{
    const qint64 batch = fullBatch(desk);
    keepProspect(*desk.workspace, {0, batch, u"示例先进光电技术研究院"_s, {}, u"王芳"_s, u"13800138000"_s, u"intends"_s, {}, {}, {}, 0, {}});
    keepProspect(*desk.workspace, {0, batch, u"第二家单位"_s, {}, u"李四"_s, u"13900139000"_s, u"drafting"_s, {}, {}, {}, 0, {}});
    return std::make_unique<ProspectsDialog>(desk.keep(std::make_shared<BatchBoard>(*desk.workspace)), desk.dialogs, nullptr);
}

std::unique_ptr<QWidget> parcels(SceneDesk& desk)
{
    const qint64 batch = fullBatch(desk);
    Parcel parcel = packParcel(*desk.workspace, batchView(*desk.workspace, batch, *findBuiltInCallPack(builtInCallPackIds().first())), {{batchDossierId(0), 5}, {batchDossierId(1), 5}});
    parcel.courier = u"邮政"_s;
    parcel.waybill = u"123456"_s;
    parcel.posted = QDate(2022, 6, 1);
    followParcel(*desk.workspace, parcel);
    return std::make_unique<ParcelsDialog>(desk.keep(std::make_shared<BatchBoard>(*desk.workspace)), desk.dialogs, nullptr);
}

std::unique_ptr<QWidget> supplement(SceneDesk& desk)
{
    const qint64 key = newBatch(desk);
    const CallPack& pack = *findBuiltInCallPack(builtInCallPackIds().first());
    Supplement typed = nextSupplement(*desk.workspace, *desk.workspace->batches().byKey(key), pack);
    typed.deadlines << SupplementDeadline{{}, QDateTime({2022, 6, 4}, {17, 0}, pack.facts.deadlines.first().at.timeZone())};
    typed.papers << ExtraPaper{u"推荐意见表"_s, u"原件 1 份"_s} << ExtraPaper{u"单位承诺书"_s, {}};
    typed.mailbox = u"bao@example.org"_s;
    typed.address = u"武汉市洪山区示例路1号 创新部"_s;
    typed.issued = QDate(2022, 4, 20);
    keepSupplementDraft(*desk.workspace, key, typed);
    return std::make_unique<IssueSupplementDialog>(desk.keep(std::make_shared<BatchBoard>(*desk.workspace)), desk.dialogs, nullptr);
}

RecommenderDesk& deskOf(QWidget& window)
{
    return static_cast<RecommenderDesk&>(window);
}

void chooseFirst(QWidget& window)
{
    deskOf(window).table().setCurrent(batchDossierId(0));
}

void chooseDiverging(QWidget& window)
{
    deskOf(window).table().setCurrent(batchDossierId(3));
    deskOf(window).panel().goToTab(u"history"_s);
}

void findingsOf(QWidget& window)
{
    chooseFirst(window);
    deskOf(window).panel().goToTab(u"findings"_s);
}

void registerOf(QWidget& window)
{
    chooseFirst(window);
    deskOf(window).panel().goToTab(u"register"_s);
}

void sorted(QWidget& window)
{
    chooseFirst(window);
    window.findChild<QLineEdit*>(u"searchCandidates"_s)->setText(u"研究院"_s);
}

void writeNote(QWidget& window)
{
    auto* const field = window.findChild<QComboBox*>(u"noteField"_s);
    field->setCurrentIndex(field->findData(u"address"_s));
    Q_EMIT field->activated(field->currentIndex());
    window.findChild<QPlainTextEdit*>(u"noteWords"_s)->setPlainText(u"请写到门牌号。"_s);
}

void supplementText(QWidget& window)
{
    window.findChild<QTabWidget*>(u"supplementTabs"_s)->setCurrentIndex(2);
}

/// The paper as it will be, when it is drawn.
void supplementPreview(QWidget& window)
{
    window.findChild<QTabWidget*>(u"supplementTabs"_s)->setCurrentIndex(1);
    auto* const paper = window.findChild<PaperView*>();
    QDeadlineTimer end(10000);
    while (!paper->view().isSharp() && !end.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
}

void certificateWay(QWidget& window)
{
    window.findChild<QTabWidget*>(u"endorseWays"_s)->setCurrentIndex(1);
    auto& list = static_cast<EndorseDialog&>(window).list();
    list.setCurrentKey(list.shownKeys().first());
}

} // namespace

QList<Scene> recommenderScenes()
{
    return {{u"recommender-setup"_s, setup},
            {u"recommender-empty"_s, empty},
            {u"recommender-desk"_s, four, {1366, 768}, chooseFirst},
            {u"recommender-findings"_s, four, {1366, 768}, findingsOf},
            {u"recommender-diverging"_s, four, {1366, 768}, chooseDiverging},
            {u"recommender-register"_s, four, {1366, 768}, registerOf},
            {u"recommender-searched"_s, four, {1366, 768}, sorted},
            {u"recommender-decided"_s, decided, {1366, 768}, chooseFirst},
            {u"recommender-body"_s, body, {}},
            {u"recommender-decision"_s, decision, {}},
            {u"recommender-why"_s, why, {}},
            {u"recommender-receipt"_s, receipt, {}},
            {u"recommender-return"_s, returning, {}, writeNote},
            {u"recommender-endorse"_s, endorsing, {}},
            {u"recommender-endorse-certificate"_s, endorsing, {}, certificateWay},
            {u"recommender-send-blocked"_s, blocked, {}},
            {u"recommender-send-ready"_s, ready, {}},
            {u"recommender-supplement"_s, supplement, {}},
            {u"recommender-supplement-text"_s, supplement, {}, supplementText},
            {u"recommender-supplement-preview"_s, supplement, {}, supplementPreview},
            {u"recommender-prospects"_s, prospects, {}},
            {u"recommender-handover"_s, handover, {}},
            {u"recommender-passphrase"_s, passphrase, {}},
            {u"recommender-copies"_s, copies, {}},
            {u"recommender-parcels"_s, parcels, {}}};
}

} // namespace jz::test
