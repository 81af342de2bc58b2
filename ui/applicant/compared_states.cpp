// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/compared_states.h"

#include "model/dossier/dossier_json.h"
#include "model/procedure/dossier_input.h"
#include "ui/desk/aside.h"
#include "ui/style/language.h"

#include <QFileInfo>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

LocalizedText occasionWord(KeptRevision::Occasion occasion)
{
    switch (occasion) {
    case KeptRevision::Occasion::Submit:
        return text(u"送审稿", u"for review");
    case KeptRevision::Occasion::Finalise:
        return text(u"定稿", u"finalised");
    case KeptRevision::Occasion::Sign:
        return text(u"已签章", u"signed");
    case KeptRevision::Occasion::Send:
        return text(u"已报送", u"sent");
    case KeptRevision::Occasion::Copy:
        return text(u"发给同事的副本", u"copy handed to a colleague");
    case KeptRevision::Occasion::Read:
        return text(u"审阅件", u"print for reading");
    case KeptRevision::Occasion::Receive:
        break;
    }
    return text(u"收入时", u"as it came in");
}

} // namespace

QList<ComparedState> statesOf(DossierSession& session)
{
    QList<ComparedState> states{{say(u"现在", u"Now"), [&session] { return session.dossier(); }}};
    const QList<KeptRevision> kept = session.workspace().dossiers().revisions(session.open().key());
    for (auto revision = kept.rbegin(); revision != kept.rend(); ++revision) {
        const QString label = say(text(u"第 %1 稿 · %2 · %3", u"Revision %1 · %2 · %3")
                                      .arg(QString::number(revision->revision), occasionWord(revision->occasion),
                                           revision->at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s)));
        states.append({label, [data = revision->data, label] { return parseDossierJson(data, label); }});
    }
    states.append(stateAfterStep(session, 1));
    states.last().label = say(u"最初（新建或收入时）", u"The beginning (as begun or taken in)");
    return states;
}

ComparedState stateAfterStep(DossierSession& session, int step)
{
    return {say(text(u"第 %1 步之后", u"After step %1").arg(QString::number(step))),
            [&session, step] { return session.workspace().dossiers().journal(session.open().key())->at(step); }};
}

ComparedState stateInFile(const QString& path, QWidget* over)
{
    Dossier content;
    aside(over, say(u"正在读取文件…", u"Reading the file…"), [&] { content = openDossier(path, Examination::Presence).file.dossier; });
    return {QFileInfo(path).fileName(), [content] { return content; }};
}

} // namespace jz::ui
