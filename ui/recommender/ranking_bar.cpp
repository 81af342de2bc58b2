// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/ranking_bar.h"

#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace jz::ui {

using namespace Qt::StringLiterals;

RankingBar::RankingBar(const BatchBoard& board, QWidget* parent)
    : QWidget(parent), m_board(board), m_layout(new QHBoxLayout(this)), m_who(new QLabel(this)), m_decision(new QLabel(this)),
      m_inOrder(new QPushButton(icon(u"undo"), say(u"回到推荐顺序", u"Back to the order"), this)), m_search(new QLineEdit(this))
{
    m_who->setObjectName(u"whoAndQuota"_s);
    m_who->setFont(Theme::font(TextStyle::Strong));
    m_decision->setObjectName(u"decision"_s);
    m_decision->setProperty("quiet", true);
    m_search->setObjectName(u"searchCandidates"_s);
    m_search->setPlaceholderText(say(u"查找", u"Search"));
    m_search->setAccessibleDescription(say(u"名称、单位或申报书里的任何内容", u"Name, unit or anything in a dossier"));
    m_search->setAccessibleName(say(u"查找申报书", u"Search dossiers"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(Theme::space(60));
    m_inOrder->setObjectName(u"backToOrder"_s);
    m_inOrder->setToolTip(say(u"表格现在按列排序或经过查找，推荐顺序没有变", u"The table is sorted by a column or searched; the order of the batch is the same"));
    m_layout->setContentsMargins(Theme::space(3), Theme::space(2), Theme::space(2), Theme::space(2));
    m_layout->setSpacing(Theme::space(2));
    m_layout->addWidget(m_who);
    m_layout->addWidget(m_decision);
    m_layout->addStretch(1);
    addButton("moveUp", u"up"_s, say(u"上移一位（Ctrl+↑）", u"One place up (Ctrl+↑)"), &RankingBar::moveUp);
    addButton("moveDown", u"down"_s, say(u"下移一位（Ctrl+↓）", u"One place down (Ctrl+↓)"), &RankingBar::moveDown);
    addButton("lineHere", u"check"_s, say(u"推荐到这一位为止", u"Recommend down to here"), &RankingBar::lineWanted);
    m_layout->addWidget(m_inOrder);
    m_layout->addWidget(m_search, 1);
    connect(m_search, &QLineEdit::textChanged, this, &RankingBar::searched);
    connect(m_inOrder, &QPushButton::clicked, this, [this] {
        m_search->clear();
        Q_EMIT orderWanted();
    });
}

void RankingBar::addButton(const char* name, const QString& iconName, const QString& words, void (RankingBar::*pressed)())
{
    auto* const button = new QToolButton(this);
    button->setObjectName(QLatin1StringView(name));
    button->setIcon(icon(iconName));
    button->setToolTip(words);
    button->setAccessibleName(words);
    button->setAccessibleDescription(words);
    button->setFocusPolicy(Qt::TabFocus);
    m_moves << button;
    m_layout->addWidget(button);
    connect(button, &QToolButton::clicked, this, pressed);
}

void RankingBar::refresh(bool isInOrder)
{
    const BatchView& view = m_board.view();
    m_who->setText(say(text(u"%1 · 名额 %2，推荐 %3", u"%1 · quota %2, %3 recommended")
                           .arg(view.batch.body.name, QString::number(m_board.quota()), QString::number(view.ranking.line))));
    const bool isChanged = view.decision && view.decision->ranking != view.ranking.key;
    const LocalizedText decided = isChanged ? text(u"已由%1决定，此后改动过", u"decided by %1, changed since") : text(u"已由%1决定", u"decided by %1");
    m_decision->setText(view.decision ? say(decided.arg(view.decision->meeting)) : QString());
    m_decision->setToolTip(isChanged && !view.ranking.reason.isEmpty() ? say(text(u"改动的理由：%1", u"Why it changed: %1").arg(view.ranking.reason)) : QString());
    // What moves while the table shows another order is not seen to move.
    for (QWidget* const each : std::as_const(m_moves))
        each->setEnabled(isInOrder && m_board.canWrite());
    m_inOrder->setVisible(!isInOrder);
}

} // namespace jz::ui
