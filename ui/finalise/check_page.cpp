// SPDX-License-Identifier: Apache-2.0
#include "ui/finalise/check_page.h"

#include "model/base/counted_text.h"
#include "model/dossier/dossier_summary.h"
#include "model/dossier/edits.h"
#include "ui/desk/guarded.h"
#include "ui/form/reason_dialog.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

CheckPage::CheckPage(DossierSession& session, QWidget* parent)
    : StepPage(session, say(u"检查：有错误不能定稿", u"Check: errors stop finalising"), parent)
{
    setObjectName(u"checkPage"_s);
    m_words = addText({});
    m_words->setObjectName(u"checkWords"_s);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(Theme::space(2));
    column()->addLayout(m_rows);
}

void CheckPage::refresh(const QList<RouteStep>&)
{
    Findings errors;
    int others = 0;
    // What went out for review can have errors, too: they count until it is final.
    const bool isOpen = stateAfter(session().editor().state(), StepKind::Finalise).has_value();
    const bool canMend = session().editor().canEdit();
    for (const Finding& finding : session().findings()) {
        if (finding.severity == Severity::Error && isOpen)
            errors << finding;
        else if (finding.severity == Severity::Warning)
            ++others;
    }
    if (m_built && errors == m_shown && canMend == m_canMend)
        return;
    m_built = true;
    m_canMend = canMend;
    m_shown = errors;
    while (QLayoutItem* const item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    QString words = errors.isEmpty() ? say(u"没有错误，可以往下办。", u"No errors: go on.")
                                     : say(counted(u"还有 %1 个错误。格式确实如此的（如境外单位没有 18 位代码），写明理由后可以定稿。",
                                                u"%1 {error is|errors are} left. Where a format is right as it is, say why; it may be finalised then.")
                                               .arg(QString::number(errors.size())));
    if (!errors.isEmpty() && !canMend)
        words = say(counted(u"还有 %1 个错误。这一稿已送出，不能再改：请开始下一稿，改正后再定稿。",
                         u"%1 {error is|errors are} left. This revision went out and is frozen: begin the next one and mend {it|them} there.")
                        .arg(QString::number(errors.size())));
    if (others > 0)
        words += say(counted(u"另有 %1 处提醒，请看一遍，不影响定稿。", u" There {is|are} %1 {warning|warnings} to look at, which {does|do} not stop it.").arg(QString::number(others)));
    m_words->setText(words);
    for (int i = 0; i < errors.size(); ++i) {
        QWidget* const row = rowOf(errors.at(i), i);
        m_rows->addWidget(row);
        row->show();
    }
}

QWidget* CheckPage::rowOf(const Finding& finding, int number)
{
    auto* const row = new QFrame(this);
    row->setProperty("row", true);
    auto* const mark = new QLabel(row);
    mark->setPixmap(severityPixmap(finding.severity, Theme::space(5), devicePixelRatioF()));
    const QString place = finding.field.isEmpty() ? say(u"整份申报书", u"The whole dossier")
                                                  : say(placeLabel(session().placeOf(finding), session().dossier(), session().pack()));
    auto* const words = new WrappedLabel(place + u"\n"_s + say(finding.message), row);
    words->setWordWrap(true);
    auto* const line = new QHBoxLayout(row);
    line->setContentsMargins(Theme::space(3), Theme::space(2), Theme::space(2), Theme::space(2));
    line->setSpacing(Theme::space(2));
    line->addWidget(mark, 0, Qt::AlignTop);
    line->addWidget(words, 1);
    const auto button = [&](const QString& name, const QString& label, const std::function<void()>& run) {
        auto* const made = new QPushButton(label, row);
        made->setObjectName(name + QString::number(number));
        made->setAccessibleName(label + u' ' + place);
        made->setProperty("flat", true);
        connect(made, &QPushButton::clicked, this, [this, run] { guarded(this, run); });
        line->addWidget(made, 0, Qt::AlignTop);
    };
    if (finding.waivable && m_canMend)
        button(u"giveReason"_s, say(u"写明理由…", u"Say why…"), [this, field = finding.field] { askReason(field); });
    if (!finding.field.isEmpty())
        button(u"goToField"_s, m_canMend ? say(u"去改正 ▸", u"Mend it ▸") : say(u"去看 ▸", u"See it ▸"), [this, finding] {
            Q_EMIT formWanted();
            session().show(finding);
        });
    return row;
}

void CheckPage::askReason(const QString& field)
{
    const Field* const described = session().pack().field(field);
    ReasonDialog dialog(described ? described->label : field, session().dossier().reasons.value(field), this);
    if (session().dialogs().run(dialog))
        session().apply(setReason(session().dossier(), field, dialog.reason()));
}

} // namespace jz::ui
