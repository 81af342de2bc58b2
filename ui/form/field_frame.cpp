// SPDX-License-Identifier: Apache-2.0
#include "ui/form/field_frame.h"

#include "model/dossier/edits.h"
#include "ui/desk/guarded.h"
#include "ui/form/form_layout.h"
#include "ui/form/reason_dialog.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

/// Words on a line of their own font, so that the mark before them stands at the height of their first line.
int lineHeight(const QWidget* words)
{
    return QFontMetrics(words->font()).height();
}

void setSeverity(QWidget* widget, const QString& severity)
{
    if (widget->property("severity").toString() == severity)
        return;
    widget->setProperty("severity", severity);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

/// The last control within an editor that takes the focus by Tab; null for none.
QWidget* lastControl(QWidget* editor)
{
    QWidget* last = nullptr;
    for (QWidget* each = editor; each && (each == editor || editor->isAncestorOf(each)); each = each->nextInFocusChain())
        if (each->focusPolicy() & Qt::TabFocus)
            last = each;
    return last;
}

} // namespace

FieldFrame::FieldFrame(DossierSession& session, const Field& field, QWidget* parent)
    : QWidget(parent), m_session(session), m_field(field), m_label(new WrappedLabel(this)), m_menu(new QToolButton(this)),
      m_editor(makeFieldEditor(session, field, this)), m_measure(new QLabel(this)), m_findings(new QVBoxLayout)
{
    setObjectName(u"frame_"_s + field.id);
    build();
    showFindings();
    connect(&session, &DossierSession::findingsChanged, this, &FieldFrame::showFindings);
    if (!m_editor)
        return;
    m_editor->setReadOnly(!session.canEdit(field.id));
    showMeasure();
    connect(m_editor, &FieldEditor::measureChanged, this, &FieldFrame::showMeasure);
    connect(m_editor, &FieldEditor::entered, this, [this] { Q_EMIT entered(this); });
    for (const auto changes : {&DossierSession::stateChanged, &DossierSession::lockChanged})
        connect(&session, changes, this, [this] { m_editor->setReadOnly(!m_session.canEdit(m_field.id)); });
    connect(&session, &DossierSession::changed, this, [this](const QList<Address>& places) {
        QList<Address> mine;
        std::copy_if(places.begin(), places.end(), std::back_inserter(mine),
                     [this](const Address& place) { return place.field == m_field.id; });
        if (!mine.isEmpty())
            m_editor->refresh(mine);
    });
}

void FieldFrame::build()
{
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(1));
    layout->addLayout(topLine());
    if (!m_field.prompt.isEmpty()) {
        auto* const prompt = new WrappedLabel(m_field.prompt, this);
        prompt->setObjectName(u"prompt"_s);
        prompt->setProperty("quiet", true);
        prompt->setFont(Theme::font(TextStyle::Small));
        layout->addWidget(prompt);
    }
    if (m_editor)
        layout->addWidget(m_editor);
    m_measure->setObjectName(u"measure"_s);
    m_measure->setProperty("quiet", true);
    m_measure->setFont(Theme::font(TextStyle::Small));
    m_measure->hide();
    m_findings->setSpacing(Theme::space(0.5));
    auto* const below = new QHBoxLayout;
    below->setSpacing(Theme::space(3));
    below->addLayout(m_findings, 1);
    below->addWidget(m_measure, 0, Qt::AlignTop | Qt::AlignRight);
    layout->addLayout(below);
}

QLayout* FieldFrame::topLine()
{
    m_label->setObjectName(u"label"_s);
    m_label->setTextFormat(Qt::RichText);
    if (m_editor)
        m_label->setBuddy(m_editor);
    m_menu->setObjectName(u"menu_"_s + m_field.id);
    m_menu->setIcon(icon(u"more"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setMenu(new QMenu(m_menu));
    m_menu->setToolTip(say(u"此栏的历史、备注等", u"History, notes and more of this field"));
    m_menu->setAccessibleName(QString(m_field.label + u' ' + m_menu->toolTip()));
    m_menu->setFocusPolicy(Qt::NoFocus);
    m_menu->hide(); // until it has an entry
    auto* const top = new QHBoxLayout;
    top->setSpacing(Theme::space(2));
    top->addWidget(m_label, 1);
    top->addWidget(m_menu, 0, Qt::AlignTop);
    return top;
}

void FieldFrame::showLabel(bool stillToCome)
{
    const QString after = stillToCome || m_field.requirement == Requirement::Required ? say(u"必填", u"required") : QString();
    m_label->setText(u"<b>%1</b>&ensp; <span style='color:%2;font-size:%3pt'>%4</span>"_s
                         .arg(m_field.label.toHtmlEscaped(), Theme::colours().quiet.name(),
                              QString::number(Theme::font(TextStyle::Small).pointSizeF()), after));
    m_label->setAccessibleName(QString(m_field.label + u' ' + after).trimmed());
}

void FieldFrame::focusAt(const Address& place)
{
    if (m_editor)
        m_editor->focusAt(place);
}

void FieldFrame::addMenuAction(QAction* action)
{
    m_menu->menu()->addAction(action);
    m_menu->show();
}

void FieldFrame::setAside(QWidget* aside)
{
    const bool hadFocus = m_aside && m_aside->isAncestorOf(m_aside->window()->focusWidget());
    if (m_aside) {
        m_aside->setParent(nullptr);
        m_aside->deleteLater();
    }
    m_aside = aside;
    if (!aside)
        return layOutAround(this);
    aside->setParent(this);
    auto* const layout = static_cast<QVBoxLayout*>(this->layout());
    layout->insertWidget(m_editor ? layout->indexOf(m_editor) : layout->count() - 1, aside);
    aside->show();
    // Its controls come before those of the editor, though they were made later.
    QWidget* before = m_editor ? m_editor->previousInFocusChain() : this;
    bool givesFocus = hadFocus;
    const QList<QWidget*> controls = aside->findChildren<QWidget*>();
    for (QWidget* const control : controls) {
        if (!(control->focusPolicy() & Qt::TabFocus))
            continue;
        setTabOrder(before, control);
        before = control;
        if (std::exchange(givesFocus, false))
            control->setFocus(Qt::OtherFocusReason);
    }
    layOutAround(this);
}

void FieldFrame::showMeasure()
{
    const QString measure = m_editor->measure();
    m_measure->setVisible(!measure.isEmpty());
    m_measure->setText(measure);
    const std::optional<Severity> worst = m_editor->measureSeverity();
    setSeverity(m_measure, worst ? severityProperty(*worst) : QString());
}

void FieldFrame::showFindings()
{
    Findings findings = m_session.findingsOf(m_field.id);
    const bool stillToCome = findings.removeIf([this](const Finding& finding) { return m_session.isStillToCome(finding); }) > 0;
    if (m_editor) {
        m_editor->mark(findings);
        findings.removeIf([this](const Finding& finding) { return m_editor->showsInPlace(finding); });
    }
    if (m_label->text().isEmpty() || stillToCome != m_stillToCome)
        showLabel(stillToCome);
    m_stillToCome = stillToCome;
    if (findings == m_shown)
        return;
    m_shown = findings;
    while (QLayoutItem* const item = m_findings->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    QWidget* before = lastControl(m_editor);
    for (const Finding& finding : findings) {
        QWidget* const line = findingLine(finding);
        m_findings->addWidget(line);
        line->show();
        // It comes later than the fields behind this one.
        if (auto* const button = line->findChild<QPushButton*>(); button && before) {
            setTabOrder(before, button);
            before = button;
        }
    }
    layOutAround(this);
}

QWidget* FieldFrame::findingLine(const Finding& finding)
{
    auto* const line = new QWidget(this);
    auto* const words = new WrappedLabel(say(finding.message), line);
    words->setObjectName(u"finding"_s);
    words->setProperty("severity", severityProperty(finding.severity));
    words->setFont(Theme::font(TextStyle::Small));
    words->setToolTip(finding.clause);
    words->setAccessibleName(QString(severityWord(finding.severity) + u' ' + words->text()));
    if (!finding.reason.isEmpty())
        words->setText(words->text() + u'\n' + say(text(u"理由：%1", u"Reason: %1").arg(finding.reason)));
    auto* const mark = new QLabel(line);
    mark->setPixmap(severityPixmap(finding.severity, Theme::space(3.5), devicePixelRatioF()));
    mark->setFixedHeight(lineHeight(words));
    auto* const layout = new QGridLayout(line);
    layout->setContentsMargins({});
    layout->setHorizontalSpacing(Theme::space(1.5));
    layout->setVerticalSpacing(0);
    layout->setColumnStretch(1, 1);
    layout->addWidget(mark, 0, 0, Qt::AlignTop);
    layout->addWidget(words, 0, 1);
    if (finding.waivable && m_session.canEdit(m_field.id))
        layout->addWidget(reasonButton(finding, line), 1, 1, Qt::AlignLeft);
    return line;
}

QWidget* FieldFrame::reasonButton(const Finding& finding, QWidget* parent)
{
    auto* const reason = new QPushButton(finding.reason.isEmpty() ? say(u"确实如此，写明理由…", u"It is right: give a reason…")
                                                                  : say(u"修改理由…", u"Change the reason…"),
                                         parent);
    reason->setObjectName(u"giveReason"_s);
    reason->setProperty("flat", true);
    reason->setProperty("inline", true);
    reason->setFont(Theme::font(TextStyle::Small));
    reason->setAccessibleName(reason->text());
    connect(reason, &QPushButton::clicked, this, &FieldFrame::askReason);
    return reason;
}

void FieldFrame::askReason()
{
    guarded(this, [this] {
        ReasonDialog dialog(m_field.label, m_session.dossier().reasons.value(m_field.id), this);
        if (m_session.dialogs().run(dialog))
            m_session.apply(setReason(m_session.dossier(), m_field.id, dialog.reason()));
    });
}

} // namespace jz::ui
