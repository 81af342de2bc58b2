// SPDX-License-Identifier: Apache-2.0
#include "model/call/call_pack_reader.h"
#include "model/dossier/dossier_json.h"
#include "model/procedure/slip_intake.h"
#include "model/recommendation/slip_notes.h"
#include "model/signature/delivery_key.h"
#include "tests/shots/scene.h"
#include "ui/applicant/answer_dialog.h"
#include "model/procedure/supplement_intake.h"
#include "ui/applicant/applicant_desk.h"
#include "ui/applicant/supplement_dialog.h"
#include "ui/applicant/changes_dialog.h"
#include "ui/applicant/compare_dialog.h"
#include "ui/applicant/merge_dialog.h"
#include "ui/applicant/note_dialog.h"
#include "ui/applicant/preview_panel.h"
#include "ui/applicant/profile_dialogs.h"
#include "ui/print/print_dialog.h"
#include "ui/print/seal_request_dialog.h"
#include "ui/style/language.h"

#include <QAction>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTimeZone>

namespace jz::test {

using namespace Qt::StringLiterals;
using namespace jz::ui;

namespace {

/// What users would write: words of the samples, which the tests of translations know.
QString clauseOf(const Dossier& dossier, const QString& field, int clause = 0)
{
    return dossier.text(field).section(u'。', clause, clause) + u'。';
}

void addNotes(Workspace& workspace, const QUuid& dossier)
{
    const qint64 key = workspace.dossiers().find(dossier)->key;
    const Dossier content = workspace.dossiers().journal(key)->load().dossier;
    Note note;
    note.person = workspace.operators().current().key;
    note.todo = true;
    note.place.field = u"work_evidence"_s;
    note.text = clauseOf(content, u"work_base"_s);
    note.who = u"王芳"_s;
    note.due = QDate(2022, 5, 10);
    workspace.notes().keep(key, note);
    note.place = {};
    note.text = clauseOf(content, u"org_intro"_s, 1);
    note.due = QDate(2099, 5, 20);
    workspace.notes().keep(key, note);
    note.todo = false;
    note.place.field = u"org_intro"_s;
    note.text = clauseOf(content, u"org_intro"_s);
    workspace.notes().keep(key, note);
}

std::unique_ptr<QWidget> freshDesk(SceneDesk& desk)
{
    return std::make_unique<ApplicantDesk>(*desk.workspace, desk.newDossier(), desk.dialogs, nullptr);
}

std::unique_ptr<QWidget> sampleDesk(SceneDesk& desk)
{
    return std::make_unique<ApplicantDesk>(*desk.workspace, desk.sampleDossier(u"sample-values.json"_s), desk.dialogs, nullptr);
}

/// A dossier with the longest content there is and something wrong in it.
std::unique_ptr<QWidget> fullDesk(SceneDesk& desk)
{
    const QUuid id = desk.sampleDossier(u"sample-limits.json"_s);
    addNotes(*desk.workspace, id);
    auto made = std::make_unique<ApplicantDesk>(*desk.workspace, id, desk.dialogs, nullptr);
    OpenDossier& open = made->session().open();
    open.fillIn(u"contact_email"_s, u"jianghan"_s);
    open.fillIn(u"contact_mobile"_s, u"138000"_s);
    open.fillIn(u"org_intro"_s, made->session().dossier().text(u"org_intro"_s).repeated(2));
    open.fillIn(u"base_site"_s, QString());
    return made;
}

/// A desk behind a dialog: what was changed since a copy went out, and what a colleague made of that copy.
struct ChangedDossier
{
    explicit ChangedDossier(SceneDesk& desk)
        : session(desk.keep(std::make_shared<DossierSession>(*desk.workspace, desk.sampleDossier(u"sample-limits.json"_s), desk.dialogs)))
    {
        base = session.dossier();
        theirs = base;
        OpenDossier& open = session.open();
        const QString intro = base.text(u"org_intro"_s);
        open.fillIn(QJsonObject{{u"org_intro"_s, QString(intro).remove(u"其中正高级职称31人；"_s)},
                                {u"contact_name"_s, u"王芳"_s},
                                {u"focus"_s, QJsonArray{session.pack().field(u"focus"_s)->options.first().id}}});
        theirs.values.insert(u"org_intro"_s, QString(intro).replace(u"31人；"_s, u"186人，孵化企业21家；"_s));
        theirs.values.insert(u"address"_s, u"湖北省武汉市洪山区示例路88号示例科技园B座"_s);
        theirs.values.insert(u"contact_name"_s, u"林 远"_s);
    }

    DossierSession& session;
    Dossier base;
    Dossier theirs;
};

std::unique_ptr<QWidget> compareScene(SceneDesk& desk)
{
    return std::make_unique<CompareDialog>(ChangedDossier(desk).session, std::nullopt, nullptr);
}

std::unique_ptr<QWidget> mergeScene(SceneDesk& desk)
{
    ChangedDossier changed(desk);
    DossierMerge& merge = desk.keep(std::make_shared<DossierMerge>(changed.base, changed.session.dossier(), changed.theirs));
    return std::make_unique<MergeDialog>(changed.session, merge, u"申报书.pdf"_s, nullptr);
}

std::unique_ptr<QWidget> saveProfileScene(SceneDesk& desk)
{
    return std::make_unique<SaveProfileDialog>(ChangedDossier(desk).session, nullptr);
}

std::unique_ptr<QWidget> profilesScene(SceneDesk& desk)
{
    ChangedDossier changed(desk);
    desk.workspace->profiles().keep({u"示例江汉农产品加工技术研究院"_s, changed.base.callId,
                                     {{u"org_name"_s, changed.base.text(u"org_name"_s)}, {u"address"_s, changed.base.text(u"address"_s)},
                                      {u"region"_s, changed.base.text(u"region"_s)}, {u"org_intro"_s, changed.base.text(u"org_intro"_s)}}});
    return std::make_unique<ProfilesDialog>(changed.session, nullptr);
}

std::unique_ptr<QWidget> noteScene(SceneDesk& desk)
{
    ChangedDossier changed(desk);
    Note note;
    note.todo = true;
    note.who = u"王芳"_s;
    note.due = QDate(2022, 5, 10);
    note.text = clauseOf(changed.base, u"work_base"_s);
    return std::make_unique<NoteDialog>(note, say(placeLabel({Address::Part::Value, u"work_evidence"_s, {}, {}}, changed.base, changed.session.pack())), nullptr);
}

/// A dossier that was returned with notes, opened for the next revision.
QUuid returnedDossier(SceneDesk& desk)
{
    const QUuid id = desk.sampleDossier(u"sample-values.json"_s);
    const QString paper = desk.folder.file(u"送审稿.pdf"_s);
    const qint64 person = desk.workspace->operators().current().key;
    OpenDossier(*desk.workspace, id, person, u"form"_s).exportPaper(paper, ExportKind::Review);
    const qint64 key = desk.workspace->dossiers().find(id)->key;
    const KeptRevision kept = desk.workspace->dossiers().revisions(key).last();
    const Dossier sent = parseDossierJson(kept.data, paper);
    const CallPack& pack = *findBuiltInCallPack(sent.callId);
    ReturnSlip slip = slipOn(sent, kept.fingerprint, pack);
    slip.from = sent.text(u"recommender"_s);
    slip.issued = QDate(2022, 5, 10);
    slip.due = QDate(2099, 5, 20);
    slip.letter = clauseOf(sent, u"org_intro"_s, 1);
    slip.notes << SlipNote{{Address::Part::Value, u"org_name"_s, {}, {}}, clauseOf(sent, u"work_base"_s), sent.text(u"org_name"_s), sent.text(u"base_site"_s)}
               << SlipNote{{Address::Part::Value, u"address"_s, {}, {}}, clauseOf(sent, u"org_intro"_s, 1), {}, {}}
               << SlipNote{{Address::Part::Value, u"domestic_experts"_s, u"r1"_s, u"name"_s}, clauseOf(sent, u"org_intro"_s), {}, sent.text(u"contact_name"_s)}
               << SlipNote{{}, clauseOf(sent, u"org_intro"_s, 1), {}, {}};
    const QString file = desk.folder.file(u"修改意见.pdf"_s);
    writeReturnSlip(slip, sent, pack, openDeliveryKey(desk.folder.file(u"推荐单位"_s), nullptr).identity, file);
    takeSlipIn(*desk.workspace, file, readReturnSlip(file), person);
    return id;
}

std::unique_ptr<QWidget> fixesDesk(SceneDesk& desk)
{
    const QUuid id = returnedDossier(desk);
    {
        OpenDossier open(*desk.workspace, id, desk.workspace->operators().current().key, u"form"_s);
        const FixList list = fixListOf(*desk.workspace, open);
        markFix(open, list.items.at(1), FixItem::State::Answered, clauseOf(open.editor().dossier(), u"org_intro"_s));
    }
    return std::make_unique<ApplicantDesk>(*desk.workspace, id, desk.dialogs, nullptr);
}

std::unique_ptr<QWidget> changesScene(SceneDesk& desk)
{
    const QUuid id = returnedDossier(desk);
    DossierSession& session = desk.keep(std::make_shared<DossierSession>(*desk.workspace, id, desk.dialogs));
    const FixList list = fixListOf(*desk.workspace, session.open());
    acceptProposal(session.open(), list.items.at(0));
    session.open().fillIn(u"address"_s, session.dossier().text(u"base_site"_s));
    session.open().fillIn(u"contact_name"_s, u"王芳"_s);
    return std::make_unique<ChangesDialog>(session, fixListOf(*desk.workspace, session.open()), nullptr);
}

/// A notice of the body that the sample goes through.
ReceivedSupplement localNotice()
{
    const CallPack& pack = *findBuiltInCallPack(builtInCallPackIds().first());
    Supplement supplement = newSupplement(pack, u"湖北省科学技术协会"_s, u"provincial"_s, 1);
    supplement.issued = QDate(2022, 4, 20);
    supplement.deadlines << SupplementDeadline{{}, QDateTime({2022, 5, 18}, {17, 0}, pack.facts.deadlines.first().at.timeZone())};
    supplement.papers << ExtraPaper{u"推荐意见表"_s, u"原件 1 份"_s} << ExtraPaper{u"单位承诺书"_s, {}};
    supplement.mailbox = u"bao@example.org"_s;
    supplement.address = u"武汉市洪山区示例路1号 创新部"_s;
    supplement.fileName = u"鄂-{org_name}-第{revision}稿.pdf"_s;
    return {supplement, supplementJson(supplement), u"0"_s};
}

std::unique_ptr<QWidget> supplementScene(SceneDesk& desk)
{
    desk.sampleDossier(u"sample-values.json"_s);
    return std::make_unique<SupplementDialog>(newsOf(*desk.workspace, u"补充通知.pdf"_s, localNotice()), SupplementDialog::Purpose::TakeOver, nullptr);
}

/// What remains to be done under a notice.
std::unique_ptr<QWidget> localDesk(SceneDesk& desk)
{
    const QUuid id = desk.sampleDossier(u"sample-values.json"_s);
    const QString file = desk.folder.file(u"补充通知.pdf"_s);
    writeFile(file, "kept");
    takeSupplementIn(*desk.workspace, file, localNotice(), desk.workspace->operators().current().key);
    return std::make_unique<ApplicantDesk>(*desk.workspace, id, desk.dialogs, nullptr);
}

void toFurtherPapers(QWidget& window)
{
    window.findChild<QAction*>(u"finalising"_s)->trigger();
    static_cast<ApplicantDesk&>(window).finalising().goTo(RouteStep::Kind::FurtherPapers);
}

std::unique_ptr<QWidget> answerScene(SceneDesk& desk)
{
    ChangedDossier changed(desk);
    return std::make_unique<AnswerDialog>(clauseOf(changed.base, u"work_base"_s), clauseOf(changed.base, u"org_intro"_s), nullptr);
}

std::function<void(QWidget&)> panel(const QString& id)
{
    return [id](QWidget& window) {
        static_cast<ApplicantDesk&>(window).form().goTo({Address::Part::Value, u"org_name"_s, {}, {}});
        window.findChild<QAction*>(u"panel_"_s + id)->trigger();
    };
}

/// The preview, when its print is there.
void preview(QWidget& window)
{
    panel(u"preview"_s)(window);
    auto* const shown = window.findChild<PreviewPanel*>();
    QDeadlineTimer end(10000);
    while (!(shown->isUpToDate() && shown->view().isSharp()) && !end.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
}

std::unique_ptr<QWidget> printScene(SceneDesk&)
{
    return std::make_unique<PrintDialog>(PrintOffer{{}, say(u"申报书", u"Dossier"), {0, 1, 2, 4}, 2, 3, {}}, 25, nullptr);
}

std::unique_ptr<QWidget> sealRequestScene(SceneDesk& desk)
{
    SealRequest proposed;
    proposed.person = desk.workspace->operators().current().name;
    proposed.copies = 3;
    return std::make_unique<SealRequestDialog>(proposed, nullptr);
}

} // namespace

QList<Scene> applicantScenes()
{
    const QSize laptop(1366, 768);
    return {{u"applicant-new"_s, freshDesk},
            {u"applicant-sample"_s, sampleDesk},
            {u"applicant-new-findings"_s, freshDesk, laptop, panel(u"findings"_s)},
            {u"applicant-findings"_s, fullDesk, laptop, panel(u"findings"_s)},
            {u"applicant-attachments"_s, fullDesk, laptop, panel(u"attachments"_s)},
            {u"applicant-notes"_s, fullDesk, laptop, panel(u"notes"_s)},
            {u"applicant-history"_s, fullDesk, laptop, panel(u"history"_s)},
            {u"applicant-fixes"_s, fixesDesk, laptop, panel(u"fixes"_s)},
            {u"dialog-changes"_s, changesScene, {}},
            {u"dialog-supplement"_s, supplementScene, {}},
            {u"applicant-local"_s, localDesk, laptop, toFurtherPapers},
            {u"dialog-answer"_s, answerScene, {}},
            {u"applicant-preview"_s, fullDesk, laptop, preview},
            {u"dialog-print"_s, printScene, {}},
            {u"dialog-seal-request"_s, sealRequestScene, {}},
            {u"dialog-compare"_s, compareScene, {}},
            {u"dialog-merge"_s, mergeScene, {}},
            {u"dialog-save-profile"_s, saveProfileScene, {}},
            {u"dialog-profiles"_s, profilesScene, {}},
            {u"dialog-note"_s, noteScene, {}}};
}

} // namespace jz::test
