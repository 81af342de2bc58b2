// SPDX-License-Identifier: Apache-2.0
#include "ui/finalise/confidentiality_page.h"

#include "ui/style/language.h"

#include <QDateEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace jz::ui {

using namespace Qt::StringLiterals;

ConfidentialityPage::ConfidentialityPage(DossierSession& session, QWidget* parent)
    : StepPage(session, say(u"保密审查：内容不涉密", u"Confidentiality: nothing in it is confidential"), parent)
{
    setObjectName(u"confidentialityPage"_s);
    m_words = addText({});
    m_words->setObjectName(u"confidentialityWords"_s);
    addText(say(u"报送的材料会经过多家单位。请单位的保密审查人看过全文和附件，确认不含国家秘密和不宜公开的内容。每份申报书只问一次，登记留在资料库里，不写进申报书。",
                u"What is handed in passes through many hands. Let whoever is in charge at your unit look at all of it. This is asked once for a dossier and "
                u"kept in the workspace, not in the dossier."),
            true);
    auto* const form = addForm();
    m_who = addLine(form, "confidentialityWho", say(u"审查人或部门", u"Reviewed by"), say(u"姓名，或保密办公室等", u"A name or an office"));
    m_day = addDay(form, "confidentialityDay", say(u"审查日期", u"On"));
    m_remark = addLine(form, "confidentialityRemark", say(u"备注", u"Remark"), say(u"如审查单号，可不填", u"e.g. the number of the form; may stay empty"));
    m_done = addButton(addRow(), "confidentialityDone", say(u"登记保密审查", u"Write it down"), [this] {
        const QString remark = m_remark->text().trimmed();
        writeDown(record::confidentiality, m_who->text(), m_day->date(), remark.isEmpty() ? QJsonObject() : QJsonObject{{u"remark"_s, remark}});
    }, true);
}

void ConfidentialityPage::refresh(const QList<RouteStep>& route)
{
    const RouteStep& step = route.at(int(RouteStep::Kind::Confidentiality));
    const bool isDone = step.standing == RouteStep::Standing::Done;
    m_words->setText(isDone ? say(text(u"%1　%2　%3", u"%1  %2  %3").arg(step.words, step.who, step.at.toString(u"yyyy-MM-dd"_s))) : say(step.words));
    m_done->setText(isDone ? say(u"重新登记", u"Write it down anew") : say(u"登记保密审查", u"Write it down"));
    m_done->setAccessibleName(m_done->text());
    m_done->setEnabled(!session().workspace().isReadOnly());
}

} // namespace jz::ui
