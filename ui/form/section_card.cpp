// SPDX-License-Identifier: Apache-2.0
#include "ui/form/section_card.h"

#include "ui/form/section_state.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

bool isOpinion(const PrintRow& row)
{
    return row.kind == PrintRow::Kind::Opinion || row.kind == PrintRow::Kind::Opinions;
}

/// Who signs, and that there is nothing to do for it here.
QString signingWords(const PrintRow& row, SignatureKind kind)
{
    if (kind == SignatureKind::Digital)
        return say(u"定稿后用签名证书签署，此处不用填写。", u"Signed with a certificate once finalised; nothing to fill in here.");
    if (row.kind == PrintRow::Kind::Opinions)
        return say(u"由推荐单位在打印的申报书上签名、写日期、加盖公章，此处不用填写。",
                   u"The recommending body signs, dates and seals the printed dossier; nothing to fill in here.");
    return say(u"定稿并打印后在纸上签名、写日期、加盖公章，此处不用填写。",
               u"Signed, dated and sealed on paper once it is finalised and printed; nothing to fill in here.");
}

} // namespace

SectionCard::SectionCard(DossierSession& session, const Section& section, QWidget* parent)
    : QFrame(parent), m_session(session), m_section(section), m_fields(new QVBoxLayout), m_mark(new QLabel(this)), m_state(new QLabel(this))
{
    setObjectName(u"card"_s);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(6), Theme::space(4), Theme::space(6), Theme::space(6));
    layout->setSpacing(Theme::space(4));
    addHeading();
    for (const PrintRow& row : section.print)
        if (isOpinion(row))
            addOpinion(row);
    m_fields->setSpacing(Theme::space(5));
    layout->addLayout(m_fields);
}

void SectionCard::addHeading()
{
    auto* const heading
        = new WrappedLabel(m_section.number.isEmpty() ? m_section.title : QString(m_section.number + u'、' + m_section.title), this);
    heading->setObjectName(u"heading"_s);
    heading->setFont(Theme::font(TextStyle::Heading));
    m_state->setObjectName(u"sectionState"_s);
    m_state->setFont(Theme::font(TextStyle::Small));
    const int line = QFontMetrics(heading->font()).height();
    m_mark->setFixedHeight(line);
    m_state->setFixedHeight(line);
    auto* const top = new QHBoxLayout;
    top->setSpacing(Theme::space(1.5));
    top->addWidget(heading, 1);
    top->addSpacing(Theme::space(2));
    top->addWidget(m_mark, 0, Qt::AlignTop);
    top->addWidget(m_state, 0, Qt::AlignTop);
    static_cast<QVBoxLayout*>(layout())->addLayout(top);
    connect(&m_session, &DossierSession::changed, this, &SectionCard::showState);
    connect(&m_session, &DossierSession::findingsChanged, this, &SectionCard::showState);
    showState();
}

void SectionCard::showState()
{
    const SectionState state = sectionStateOf(m_session, m_section);
    const bool done = state.kind == SectionState::Kind::Complete;
    const bool begun = state.kind == SectionState::Kind::Incomplete || state.kind == SectionState::Kind::ToMend;
    m_state->setText(state.words());
    if (state.icon() == m_shownIcon)
        return;
    m_shownIcon = state.icon();
    const Colours& colours = Theme::colours();
    m_mark->setPixmap(iconPixmap(m_shownIcon, Theme::space(4), done ? colours.good : begun ? colours.hint : colours.quiet, devicePixelRatioF()));
    m_mark->setVisible(state.kind != SectionState::Kind::NothingToFill);
    m_state->setProperty("severity", done ? u"good"_s : begun ? severityProperty(Severity::Hint) : QString());
    m_state->setProperty("quiet", !done && !begun);
    m_state->style()->unpolish(m_state);
    m_state->style()->polish(m_state);
}

void SectionCard::addOpinion(const PrintRow& row)
{
    auto* const paper = new QFrame(this);
    paper->setObjectName(u"paper"_s);
    auto* const layout = new QVBoxLayout(paper);
    layout->setContentsMargins(Theme::space(4), Theme::space(3), Theme::space(4), Theme::space(3));
    layout->setSpacing(Theme::space(3));
    m_wording = new WrappedLabel(paper);
    m_wording->setObjectName(u"wording"_s);
    m_opinion = &row;
    layout->addWidget(m_wording);
    auto* const lines = new WrappedLabel(QStringList{row.signatureLabel, row.dateLabel, row.sealLabel}.join(u"          "_s), paper);
    lines->setProperty("quiet", true);
    layout->addWidget(lines);
    layout->addWidget(signingNote(row, paper));
    this->layout()->addWidget(paper);
    showWording();
    connect(&m_session, &DossierSession::changed, this, [this](const QList<Address>& places) {
        const QStringList& named = m_opinion->fields;
        if (std::any_of(places.begin(), places.end(), [&](const Address& place) { return named.contains(place.field); }))
            showWording();
    });
}

QWidget* SectionCard::signingNote(const PrintRow& row, QWidget* parent)
{
    auto* const note = new QWidget(parent);
    auto* const words = new WrappedLabel(signingWords(row, m_session.pack().facts.signature), note);
    words->setProperty("severity", severityProperty(Severity::Hint));
    words->setFont(Theme::font(TextStyle::Small));
    auto* const mark = new QLabel(note);
    mark->setPixmap(iconPixmap(u"sign", Theme::space(4), Theme::colours().hint, devicePixelRatioF()));
    mark->setFixedHeight(QFontMetrics(words->font()).height());
    auto* const layout = new QHBoxLayout(note);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(1.5));
    layout->addWidget(mark, 0, Qt::AlignTop);
    layout->addWidget(words, 1);
    return note;
}

void SectionCard::showWording()
{
    QString words = m_section.fixedText;
    const QString unit = m_opinion->fields.isEmpty() ? QString() : m_session.dossier().text(m_opinion->fields.first());
    if (!unit.isEmpty() && !m_opinion->unitPlaceholder.isEmpty())
        words.replace(m_opinion->unitPlaceholder, unit);
    m_wording->setText(words);
}

FieldLine::FieldLine(QWidget* parent) : QWidget(parent)
{
    auto* const line = new QBoxLayout(QBoxLayout::LeftToRight, this);
    line->setContentsMargins({});
    line->setSpacing(Theme::space(5));
}

void FieldLine::add(QWidget* field)
{
    static_cast<QBoxLayout*>(layout())->addWidget(field, 1, Qt::AlignTop);
}

void FieldLine::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    auto* const line = static_cast<QBoxLayout*>(layout());
    const int room = width() / qMax(1, line->count());
    line->setDirection(room < Theme::space(60) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace jz::ui
