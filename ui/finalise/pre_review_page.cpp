// SPDX-License-Identifier: Apache-2.0
#include "ui/finalise/pre_review_page.h"

#include "model/procedure/slip_intake.h"
#include "ui/form/quiet_combo.h"
#include "ui/style/language.h"

#include <QDateEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace jz::ui {

using namespace Qt::StringLiterals;

PreReviewPage::PreReviewPage(DossierSession& session, QWidget* parent)
    : StepPage(session, say(u"预审：通过后才定稿", u"Pre-review: passed first, final then"), parent)
{
    setObjectName(u"preReviewPage"_s);
    m_words = addText({});
    m_words->setObjectName(u"preReviewWords"_s);
    auto* const form = addForm();
    m_who = addLine(form, "preReviewWho", say(u"谁说通过的", u"Who said so"), say(u"推荐单位和联系人", u"The recommending body and a person"));
    m_day = addDay(form, "preReviewDay", say(u"哪一天", u"When"));
    m_how = new QuietCombo(this);
    m_how->setObjectName(u"preReviewHow"_s);
    m_how->setAccessibleName(say(u"怎样告知的", u"How"));
    m_how->setAccessibleDescription(say(u"电话、邮件等", u"By telephone, by mail …"));
    m_how->addItems({say(u"电话", u"by telephone"), say(u"邮件或消息", u"by mail or message"), say(u"当面", u"in person"), say(u"书面", u"in writing")});
    m_how->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    addField(form, m_how->accessibleName(), m_how);
    QBoxLayout* const row = addRow();
    m_passed = addButton(row, "preReviewPassed", say(u"登记预审通过", u"Write down that it was passed"),
                         [this] { writeDown(record::preReview, m_who->text(), m_day->date(), {{u"how"_s, m_how->currentText()}}); }, true);
    m_slip = addButton(row, "preReviewSlip", say(u"用推荐单位发来的预审意见登记…", u"From the slip that the body sent…"), [this] { takeSlip(); });
    addHeading(say(u"确实不等预审就定稿", u"Going on without it"));
    addText(say(u"签章之后再被退回，就要重新签章。确有原因的，写明理由；理由与经办人一起留存。",
                u"What is returned after it was sealed has to be sealed again. If there is a reason, write it down; it is kept with your name."),
            true);
    auto* const other = addForm();
    m_reason = addLine(other, "withoutReason", say(u"理由", u"Reason"), say(u"为什么不等预审", u"Why it is not waited for"));
    m_without = addButton(addRow(), "withoutPreReview", say(u"不等预审，继续", u"Go on without it"), [this] { goOnWithout(); });
}

void PreReviewPage::refresh(const QList<RouteStep>& route)
{
    const RouteStep& step = route.at(int(RouteStep::Kind::PreReview));
    const bool possible = stateAfter(session().editor().state(), StepKind::Finalise) && !session().workspace().isReadOnly();
    const bool isDone = step.standing == RouteStep::Standing::Done;
    m_words->setText(step.who.isEmpty() ? say(step.words)
                                        : QString(say(step.words) + u"　"_s + step.who + u"　"_s + step.at.toString(u"yyyy-MM-dd"_s)));
    if (m_who->text().isEmpty())
        m_who->setText(recommender());
    for (QWidget* const widget : QList<QWidget*>{m_who, m_day, m_how, m_passed, m_slip})
        widget->setEnabled(possible);
    m_reason->setEnabled(possible && !isDone);
    m_without->setEnabled(possible && !isDone);
}

void PreReviewPage::takeSlip()
{
    const QString path = session().dialogs().openFile(this, {say(u"推荐单位发来的预审意见", u"The slip that the body sent"), u"PDF (*.pdf)"_s, {}});
    if (path.isEmpty())
        return;
    writeDownPassed(session().open(), path, waiting(say(u"正在读取预审意见…", u"Reading the slip…")));
    Q_EMIT done();
}

void PreReviewPage::goOnWithout()
{
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty())
        throw Error(ErrorCode::Usage, {u"请先写明不等预审的理由。"_s, u"Say why it is not waited for first."_s}, u"reason"_s);
    writeDown(record::withoutPreReview, session().workspace().operators().current().name, QDate::currentDate(), {{u"reason"_s, reason}});
}

} // namespace jz::ui
