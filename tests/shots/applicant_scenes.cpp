// SPDX-License-Identifier: Apache-2.0
#include "tests/shots/scene.h"
#include "ui/applicant/applicant_desk.h"
#include "ui/applicant/compare_dialog.h"
#include "ui/applicant/merge_dialog.h"
#include "ui/applicant/note_dialog.h"
#include "ui/applicant/profile_dialogs.h"
#include "ui/style/language.h"

#include <QAction>

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

std::function<void(QWidget&)> panel(const QString& id)
{
    return [id](QWidget& window) {
        static_cast<ApplicantDesk&>(window).form().goTo({Address::Part::Value, u"org_name"_s, {}, {}});
        window.findChild<QAction*>(u"panel_"_s + id)->trigger();
    };
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
            {u"dialog-compare"_s, compareScene, {}},
            {u"dialog-merge"_s, mergeScene, {}},
            {u"dialog-save-profile"_s, saveProfileScene, {}},
            {u"dialog-profiles"_s, profilesScene, {}},
            {u"dialog-note"_s, noteScene, {}}};
}

} // namespace jz::test
