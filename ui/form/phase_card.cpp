// SPDX-License-Identifier: Apache-2.0
#include "ui/form/phase_card.h"

#include "model/print/value_text.h"
#include "ui/form/column_flow.h"
#include "ui/form/finding_lines.h"
#include "ui/form/growing_text.h"
#include "ui/form/month_picker.h"
#include "ui/form/text_measure.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QToolButton>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastLines = 2;
constexpr int mostLines = 16;

void setSeverity(QWidget* widget, const QString& severity)
{
    if (widget->property("severity").toString() == severity)
        return;
    widget->setProperty("severity", severity);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

QWidget* PhaseCard::Part::control() const
{
    if (text)
        return text;
    return month->line();
}

PhaseCard::PhaseCard(const CallPack& pack, const Field& field, const QString& id, QWidget* parent)
    : QFrame(parent), m_field(field), m_id(id), m_name(new QLabel(this)), m_findings(new FindingLines(this))
{
    setObjectName(u"phase_"_s + id);
    setProperty("row", true);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(3), Theme::space(2), Theme::space(3), Theme::space(3));
    layout->setSpacing(Theme::space(1.5));
    layout->addLayout(head());
    // Beside each other, or with large text below each other.
    auto* const months = new ColumnFlow;
    months->setSpacing(Theme::space(2));
    for (const Column& column : field.columns) {
        if (column.type == ColumnType::Month)
            addMonth(column, pack, months);
        else if (column.type != ColumnType::Numbered)
            addText(column, layout);
    }
    layout->addLayout(months);
    layout->addWidget(m_findings);
}

QHBoxLayout* PhaseCard::head()
{
    auto* const row = new QHBoxLayout;
    row->setSpacing(Theme::space(1));
    m_name->setObjectName(u"phaseName"_s);
    m_name->setFont(Theme::font(TextStyle::Strong));
    row->addWidget(m_name, 1);
    m_up = button(row, u"moveUp"_s, u"up", say(u"上移（Alt+↑）", u"Move up (Alt+↑)"));
    m_down = button(row, u"moveDown"_s, u"down", say(u"下移（Alt+↓）", u"Move down (Alt+↓)"));
    m_remove = button(row, u"removePhase"_s, u"remove", say(u"删除这个阶段", u"Remove this phase"));
    connect(m_up, &QToolButton::clicked, this, [this] { Q_EMIT moveWanted(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { Q_EMIT moveWanted(1); });
    connect(m_remove, &QToolButton::clicked, this, &PhaseCard::removeWanted);
    return row;
}

QToolButton* PhaseCard::button(QHBoxLayout* row, const QString& name, QStringView iconName, const QString& words)
{
    auto* const button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setIconSize({Theme::space(4.5), Theme::space(4.5)});
    button->setToolTip(words);
    row->addWidget(button);
    return button;
}

void PhaseCard::addText(const Column& column, QVBoxLayout* layout)
{
    Part part{&column, new GrowingText(leastLines, mostLines, this), nullptr, new QLabel(this)};
    auto* const label = new QLabel(column.label, this);
    label->setProperty("quiet", true);
    label->setBuddy(part.text);
    part.text->setObjectName(u"text_"_s + column.id);
    part.measure->setObjectName(u"measure_"_s + column.id);
    part.measure->setProperty("quiet", true);
    part.measure->setFont(Theme::font(TextStyle::Small));
    layout->addWidget(label);
    layout->addWidget(part.text);
    layout->addWidget(part.measure, 0, Qt::AlignRight);
    connect(part.text, &QPlainTextEdit::textChanged, this,
            [this, text = part.text, id = column.id] { Q_EMIT edited(id, text->exactText(), false); });
    m_parts << part;
}

void PhaseCard::addMonth(const Column& column, const CallPack& pack, QLayout* months)
{
    auto* const place = new QWidget(this);
    auto* const row = new QHBoxLayout(place);
    row->setContentsMargins({});
    row->setSpacing(Theme::space(2));
    auto* const picker = new MonthPicker(pack.periodFrom, pack.periodTo, this);
    auto* const label = new QLabel(column.label, this);
    label->setProperty("quiet", true);
    label->setBuddy(picker->line());
    picker->setObjectName(u"month_"_s + column.id);
    picker->line()->setObjectName(u"line_"_s + column.id);
    picker->button()->setObjectName(u"pick_"_s + column.id);
    picker->setFixedWidth(Theme::space(40));
    row->addWidget(label);
    row->addWidget(picker);
    row->addStretch(1);
    months->addWidget(place);
    connect(picker, &MonthPicker::edited, this,
            [this, id = column.id](const QString& month, bool whole) { Q_EMIT edited(id, month, whole); });
    m_parts << Part{&column, nullptr, picker, nullptr};
}

void PhaseCard::showMeasure(const Part& part, const QString& text)
{
    part.measure->setText(textMeasure(text, part.column->limit));
    const std::optional<Severity> worst = textMeasureSeverity(text, part.column->limit);
    setSeverity(part.measure, worst ? severityProperty(*worst) : QString());
}

void PhaseCard::showRow(const QJsonObject& row, int number, int count)
{
    m_name->setText(QString(m_field.rowName).replace(u"{n}"_s, chineseNumber(number)));
    m_up->setEnabled(number > 1);
    m_down->setEnabled(number < count);
    for (const Part& part : m_parts) {
        const QString text = row.value(part.column->id).toString();
        if (part.month)
            part.month->showMonth(text);
        else
            part.text->showText(text);
        if (part.measure)
            showMeasure(part, text);
    }
}

void PhaseCard::setReadOnly(bool readOnly)
{
    for (const Part& part : m_parts) {
        if (part.month)
            part.month->setReadOnly(readOnly);
        else
            part.text->setReadOnly(readOnly);
    }
    for (QToolButton* const button : {m_up, m_down, m_remove})
        button->setVisible(!readOnly);
}

void PhaseCard::setFindings(const Findings& findings)
{
    m_findings->show(findings);
    for (const Part& part : m_parts) {
        QString worst;
        for (const Severity severity : {Severity::Hint, Severity::Warning, Severity::Error})
            for (const Finding& finding : findings)
                if (finding.column == part.column->id && finding.severity == severity)
                    worst = severityProperty(severity);
        setSeverity(part.control(), worst);
    }
}

void PhaseCard::setSuggestion(const QString& month)
{
    for (const Part& part : m_parts)
        if (part.month)
            part.month->setSuggestion(month);
}

QWidget* PhaseCard::control(const QString& columnId) const
{
    for (const Part& part : m_parts)
        if (part.column->id == columnId)
            return part.control();
    return m_parts.isEmpty() ? nullptr : m_parts.first().control();
}

void PhaseCard::eachControl(const std::function<void(QWidget*, const QString&)>& adopt) const
{
    for (QToolButton* const button : {m_up, m_down, m_remove})
        adopt(button, QString(m_name->text() + u' ' + button->toolTip()));
    for (const Part& part : m_parts) {
        adopt(part.control(), QString(m_name->text() + u' ' + part.column->label));
        if (part.month)
            adopt(part.month->button(), QString(m_name->text() + u' ' + part.column->label + u' ' + part.month->button()->toolTip()));
    }
}

void PhaseCard::tidy(QWidget* control)
{
    for (const Part& part : m_parts)
        if (part.month && part.month->line() == control)
            part.month->tidy();
}

} // namespace jz::ui
