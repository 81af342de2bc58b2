// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/dossier_actions.h"

#include "model/base/counted_text.h"
#include "model/pdf/embedded_files.h"
#include "ui/applicant/compare_dialog.h"
#include "ui/applicant/merge_dialog.h"
#include "ui/applicant/profile_dialogs.h"
#include "ui/applicant/supplement_dialog.h"
#include "ui/desk/aside.h"
#include "ui/desk/guarded.h"
#include "ui/sending/sending_dialog.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QMenu>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int profilesOffered = 3;

} // namespace

DossierActions::DossierActions(DossierSession& session, DeskMessages& messages, QWidget* desk)
    : QObject(desk), m_session(session), m_messages(messages), m_desk(desk)
{
    connect(&messages, &DeskMessages::ready, this, &DossierActions::offerProfiles);
    connect(&messages, &DeskMessages::copyWanted, this, [this] { guarded(m_desk, [this] { saveCopyElsewhere(); }); });
    connect(&session, &DossierSession::changed, this, [this] { m_messages.takeBack(u"profile"_s); });
}

void DossierActions::add(QMenu& menu, const char* name, const QString& iconName, const QString& words, void (DossierActions::*run)(), bool edits)
{
    QAction* const action = menu.addAction(icon(iconName), words);
    action->setObjectName(QLatin1StringView(name));
    connect(action, &QAction::triggered, this, [this, run] { guarded(m_desk, [this, run] { (this->*run)(); }); });
    m_actions.append({action, edits});
}

void DossierActions::fillMenu(QMenu& menu)
{
    QAction* const compareAction = menu.addAction(icon(u"compare"), say(u"比较两稿…", u"Compare two states…"));
    compareAction->setObjectName(u"compare"_s);
    connect(compareAction, &QAction::triggered, this, [this] { guarded(m_desk, [this] { compare(); }); });
    add(menu, "send", u"send"_s, say(u"报送包…", u"Package to send…"), &DossierActions::send, false);
    add(menu, "supplement", u"calendar"_s, say(u"推荐单位补充通知（本地）…", u"Notice of the recommending body (local)…"), &DossierActions::showSupplement, false);
    m_supplement = m_actions.constLast().first;
    menu.addSeparator();
    add(menu, "handOutCopy", u"export"_s, say(u"发给同事填写…", u"Hand a copy to a colleague…"), &DossierActions::handOutCopy, true);
    add(menu, "mergeCopy", u"merge"_s, say(u"合并同事的副本…", u"Merge a colleague's copy…"), &DossierActions::mergeCopy, true);
    menu.addSeparator();
    add(menu, "saveProfile", u"profile"_s, say(u"存为单位资料…", u"Keep as the unit's profile…"), &DossierActions::saveProfile, false);
    add(menu, "manageProfiles", u"profile"_s, say(u"单位资料…", u"Unit profiles…"), &DossierActions::manageProfiles, false);
    menu.addSeparator();
    add(menu, "duplicate", u"duplicate"_s, say(u"以此另建一份申报书", u"Begin another dossier with this content"), &DossierActions::duplicate, false);
    add(menu, "saveCopyElsewhere", u"export"_s, say(u"另存一份副本…", u"Save a copy elsewhere…"), &DossierActions::saveCopyElsewhere,
        false);
    connect(&menu, &QMenu::aboutToShow, this, [this] {
        for (const auto& [action, edits] : std::as_const(m_actions))
            action->setEnabled(!edits || m_session.canEdit());
        m_supplement->setEnabled(m_session.local().supplement.has_value());
    });
}

void DossierActions::showSupplement()
{
    const std::optional<Supplement> supplement = m_session.local().supplement;
    if (!supplement)
        return tell(BarMessage::Kind::Hint,
                    say(u"没有采用推荐单位的补充通知。收到后拖到窗口里就能打开。", u"No notice of the recommending body holds here. Drop one on the window to open it."), u"supplement"_s);
    SupplementDialog dialog(standingNews(m_session.workspace(), *supplement), SupplementDialog::Purpose::TakeOff, m_desk);
    if (!m_session.dialogs().run(dialog))
        return;
    dropSupplement(m_session.workspace(), supplement->callId, supplement->from);
    m_session.renewLocal();
    tell(BarMessage::Kind::Good, say(u"已停用补充通知，恢复按申报通知执行。", u"The notice is taken off: the call holds again."), u"supplement"_s);
}

void DossierActions::tell(BarMessage::Kind kind, const QString& words, const QString& topic)
{
    m_messages.say({kind, words, {}, {}, topic});
}

void DossierActions::compare(int step)
{
    compareFrom(step > 0 ? std::optional(stateAfterStep(m_session, step)) : std::nullopt);
}

void DossierActions::compareWithFile(const QString& path)
{
    compareFrom(stateInFile(path, m_desk));
}

void DossierActions::compareFrom(const std::optional<ComparedState>& from)
{
    CompareDialog dialog(m_session, from, m_desk);
    if (m_session.dialogs().run(dialog) && !dialog.wantedPlace().field.isEmpty())
        m_session.show(dialog.wantedPlace());
}

QString DossierActions::proposedName() const
{
    const DossierSummary summary = summaryOf(m_session.dossier(), m_session.pack());
    const QString name = summary.title.isEmpty() ? summary.applicant : summary.title;
    return name.isEmpty() ? say(u"申报书", u"dossier") : name;
}

void DossierActions::handOutCopy()
{
    const QString path = m_session.dialogs().saveFile(
        m_desk, {say(u"把副本存到哪里", u"Where to put the copy"), u"PDF (*.pdf)"_s,
                 safeFileName(proposedName() + say(u"-同事副本.pdf", u"-copy.pdf"))});
    if (path.isEmpty())
        return;
    m_session.open().exportPaper(path, ExportKind::Copy,
                                 [this](const auto& work) { aside(m_desk, say(u"正在制作副本…", u"Making the copy…"), work); });
    tell(BarMessage::Kind::Good,
         say(text(u"副本已存为“%1”。把它发给同事；他在自己的卷宗里打开、填好，把改好的副本发回来，再用“更多 › 合并同事的副本”并入。",
                  u"The copy is “%1”. Send it to your colleague; when it comes back, bring the changes in with “More › Merge a colleague's copy”.")
                 .arg(QFileInfo(path).fileName())),
         u"copy"_s);
}

void DossierActions::send()
{
    SendingDialog dialog(m_session, m_desk);
    m_session.dialogs().run(dialog);
}

void DossierActions::mergeCopy()
{
    const QString path = m_session.dialogs().openFile(
        m_desk, {say(u"同事改好的副本", u"The copy your colleague changed"), say(u"申报书 (*.pdf *.json)", u"Dossiers (*.pdf *.json)"), {}});
    if (!path.isEmpty())
        mergeFrom(path);
}

void DossierActions::mergeFrom(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    DossierMerge merge = m_session.open().compareCopy(
        path, [this](const auto& work) { aside(m_desk, say(u"正在读取副本…", u"Reading the copy…"), work); });
    if (merge.items().isEmpty()) {
        tell(BarMessage::Kind::Hint, say(text(u"“%1”里没有需要合并的改动。", u"There is nothing to merge in “%1”.").arg(name)), u"merge"_s);
        return;
    }
    MergeDialog dialog(m_session, merge, name, m_desk);
    if (!m_session.dialogs().run(dialog))
        return;
    m_session.open().merge(merge, path, [this](const auto& work) { aside(m_desk, say(u"正在合并…", u"Merging…"), work); });
    tell(BarMessage::Kind::Good,
         say(text(u"已合并“%1”。合并前的内容可从“历史”取回。", u"“%1” was merged. What was before can be brought back from the history.").arg(name)),
         u"merge"_s);
}

void DossierActions::saveProfile()
{
    SaveProfileDialog dialog(m_session, m_desk);
    if (!m_session.dialogs().run(dialog))
        return;
    const UnitProfile profile = dialog.profile();
    if (profile.name.isEmpty() || profile.values.isEmpty())
        return;
    m_session.workspace().profiles().keep(profile);
    tell(BarMessage::Kind::Good,
         say(text(u"已存为单位资料“%1”，新建申报书时可一键填入。", u"Kept as the profile “%1”; new dossiers can be filled in with one click.").arg(profile.name)),
         u"profile"_s);
}

void DossierActions::manageProfiles()
{
    ProfilesDialog dialog(m_session, m_desk);
    if (m_session.dialogs().run(dialog))
        fillFrom(dialog.chosen());
}

void DossierActions::fillFrom(const QString& name)
{
    const std::optional<UnitProfile> profile = m_session.workspace().profiles().byName(name);
    if (!profile || !m_session.canEdit())
        return;
    const QJsonObject values = fillableFrom(*profile, m_session);
    m_session.open().fillIn(values);
    tell(BarMessage::Kind::Good,
         say(counted(u"已从单位资料“%1”填入 %2 栏，请核对；不要的话按“撤销”。", u"Filled in %2 {field|fields} from “%1”: look {it|them} over. Undo takes it back.")
                 .arg(name, QString::number(values.size()))),
         u"filled"_s);
}

void DossierActions::offerProfiles()
{
    if (!m_session.canEdit() || !m_session.dossier().values.isEmpty())
        return;
    BarMessage offer;
    offer.topic = u"profile"_s;
    const QList<UnitProfile> profiles = m_session.workspace().profiles().all();
    for (const UnitProfile& profile : profiles) {
        if (profile.callId != m_session.dossier().callId || offer.actions.size() == profilesOffered)
            continue;
        offer.actions.append({say(text(u"填入“%1”", u"Fill in “%1”").arg(profile.name)),
                              [this, name = profile.name] { guarded(m_desk, [&] { fillFrom(name); }); }});
    }
    if (offer.actions.isEmpty())
        return;
    offer.text = say(u"有保存过的单位资料，可以一键填好单位和联系人等内容。", u"There is a profile of your unit: it fills in the unit, contacts and so on with one click.");
    m_messages.say(offer);
}

void DossierActions::duplicate()
{
    m_session.settle();
    const DossierEntry entry = duplicateDossier(m_session.workspace(), m_session.dossier().id, m_session.workspace().operators().current().key);
    Q_EMIT openDossier(entry.id);
}

void DossierActions::saveCopyElsewhere()
{
    const QString path = m_session.dialogs().saveFile(
        m_desk, {say(u"另存到哪里", u"Where to save it"), u"PDF (*.pdf)"_s, safeFileName(proposedName() + say(u"-另存.pdf", u"-saved.pdf"))});
    if (path.isEmpty())
        return;
    WrittenDossier written;
    aside(m_desk, say(u"正在另存…", u"Saving a copy…"), [&] { written = m_session.saveElsewhere(path); });
    QString words = say(text(u"填写的内容和附件已另存为“%1”。需要时在开始页打开它，就能接着填。",
                             u"What was typed and the files are in “%1”. Open it from the start page to go on.")
                            .arg(QDir::toNativeSeparators(path)));
    for (const LocalizedText& remark : std::as_const(written.remarks))
        words += u'\n' + say(remark);
    tell(written.remarks.isEmpty() ? BarMessage::Kind::Good : BarMessage::Kind::Warning, words, u"rescued"_s);
}

} // namespace jz::ui
