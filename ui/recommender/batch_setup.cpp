// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/batch_setup.h"

#include "ui/desk/guarded.h"
#include "ui/recommender/body_form.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

BatchSetup::BatchSetup(BatchBoard& board, QWidget* parent) : QScrollArea(parent)
{
    setObjectName(u"page"_s);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    auto* const page = new QWidget;
    page->setObjectName(u"page"_s);
    m_card = new QFrame(page);
    m_card->setObjectName(u"card"_s);
    m_card->setMinimumWidth(Theme::space(140));
    auto* const heading = new QLabel(say(u"我们是哪个推荐单位？", u"Which recommending body are we?"), m_card);
    heading->setFont(Theme::font(TextStyle::Title));
    auto* const form = new BodyForm(board, m_card);
    auto* const begin = new QPushButton(say(u"开始收件", u"Begin"), m_card);
    begin->setObjectName(u"beginBatch"_s);
    begin->setProperty("primary", true);
    begin->setEnabled(board.canWrite());
    auto* const inside = new QVBoxLayout(m_card);
    inside->setContentsMargins(Theme::space(6), Theme::space(5), Theme::space(6), Theme::space(5));
    inside->setSpacing(Theme::space(4));
    inside->addWidget(heading);
    inside->addWidget(form);
    auto* const takeOver = new QPushButton(say(u"接手别人的工作：接收交接文件…", u"Go on with somebody's work: take over…"), m_card);
    takeOver->setObjectName(u"takeOverInstead"_s);
    takeOver->setProperty("flat", true);
    auto* const acts = new QHBoxLayout;
    acts->addWidget(takeOver);
    acts->addStretch(1);
    acts->addWidget(begin);
    inside->addLayout(acts);
    auto* const layout = new QVBoxLayout(page);
    layout->addStretch(1);
    layout->addWidget(m_card, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    setWidget(page);
    connect(takeOver, &QPushButton::clicked, this, &BatchSetup::takeOverWanted);
    connect(begin, &QPushButton::clicked, this, [this, form] { guarded(this, [form] { form->keep(); }); });
}

void BatchSetup::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    // Wrapped texts take more room than a scrolled page asks them for.
    m_card->ensurePolished();
    m_card->setMinimumHeight(m_card->layout()->totalHeightForWidth(m_card->minimumWidth()));
}

} // namespace jz::ui
