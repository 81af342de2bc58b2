// SPDX-License-Identifier: Apache-2.0
#include "ui/finalise/finalise_page.h"

#include "ui/style/language.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace jz::ui {

using namespace Qt::StringLiterals;

FinalisePage::FinalisePage(DossierSession& session, QWidget* parent)
    : StepPage(session, say(u"定稿：这一稿从此不变", u"Finalise: this revision never changes again"), parent)
{
    setObjectName(u"finalisePage"_s);
    m_words = addText({});
    m_words->setObjectName(u"finaliseWords"_s);
    m_against = addText({});
    m_against->setObjectName(u"finaliseAgainst"_s);
    m_against->setProperty("severity", u"warning"_s);
    m_finalise = addButton(addRow(), "finalise", say(u"定稿", u"Finalise"), [this] { finalise(); }, true);
}

void FinalisePage::refresh(const QList<RouteStep>& route)
{
    const bool isDone = route.at(int(RouteStep::Kind::Finalise)).standing == RouteStep::Standing::Done;
    QStringList against;
    if (!isDone)
        for (const LocalizedText& each : againstFinalising(session().workspace(), session().open(), session().findings()))
            against << say(each);
    m_words->setText(isDone ? say(text(u"第 %1 稿已经定稿。要改动请开始下一稿：程序会说明哪些已打印、已签章的页仍可用。",
                                       u"Revision %1 is final. To change something begin the next one: which printed and signed pages stay good is said then.")
                                      .arg(QString::number(session().dossier().revision)))
                            : say(u"定稿后制作用于打印、签章的文件（无水印），这一稿的内容不再改动。发现要改，可以开始下一稿，这一稿原样留存。",
                                  u"The file for printing and signing is made (no watermark), and the content of this revision is frozen. You may begin the "
                                  u"next revision later; this one is kept as it is."));
    m_against->setText(against.join(u'\n'));
    m_against->setVisible(!against.isEmpty());
    m_finalise->setVisible(!isDone);
    m_finalise->setEnabled(against.isEmpty() && !session().workspace().isReadOnly());
}

void FinalisePage::finalise()
{
    const Question question{say(u"定稿", u"Finalise"),
                            say(text(u"第 %1 稿定稿后不再改动。现在定稿吗？", u"Revision %1 never changes again once it is final. Finalise it now?")
                                    .arg(QString::number(session().dossier().revision))),
                            {say(u"定稿", u"Finalise")}};
    if (session().dialogs().ask(this, question) != 0)
        return;
    session().open().finalise();
    session().open().finalPaper(waiting(say(u"正在制作定稿…", u"Making the final paper…")));
    Q_EMIT done();
}

} // namespace jz::ui
