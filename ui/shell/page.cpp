// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/page.h"

#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double wideSteps = 250;
constexpr double narrowSteps = 150;

} // namespace

Page::Page(const QString& title, QWidget* parent, Width width) : QWidget(parent), m_top(new QHBoxLayout), m_column(new QVBoxLayout)
{
    auto* const area = new QScrollArea(this);
    area->setObjectName(u"page"_s);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const ground = new QWidget(area);
    ground->setObjectName(u"page"_s);
    area->setWidget(ground);
    auto* const middle = new QWidget(ground);
    middle->setMaximumWidth(Theme::space(width == Width::Wide ? wideSteps : narrowSteps));
    auto* const across = new QHBoxLayout(ground);
    across->setContentsMargins({});
    across->addStretch(1);
    across->addWidget(middle, 1000);
    across->addStretch(1);
    auto* const down = new QVBoxLayout(middle);
    down->setContentsMargins(Theme::space(6), Theme::space(4), Theme::space(6), Theme::space(4));
    down->setSpacing(Theme::space(4));
    auto* const heading = new QLabel(title, middle);
    heading->setObjectName(u"pageTitle"_s);
    heading->setFont(Theme::font(TextStyle::Title));
    heading->setWordWrap(true);
    m_top->setSpacing(Theme::space(2));
    m_top->addWidget(heading, 1);
    // What is short stands where the eye falls, not at the upper edge.
    if (width == Width::Narrow)
        down->addStretch(1);
    down->addLayout(m_top);
    m_column->setSpacing(Theme::space(3));
    down->addLayout(m_column, 4);
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(area);
}

void Page::addToTop(QWidget* widget)
{
    m_top->addWidget(widget, 0, Qt::AlignTop);
}

void Page::setMark(const QPixmap& picture)
{
    auto* const mark = new QLabel(this);
    mark->setPixmap(picture);
    m_top->insertWidget(0, mark);
    m_top->insertSpacing(1, Theme::space(1));
}

void Page::setCorner(QWidget* corner)
{
    corner->setProperty("plain", true);
    addToTop(corner);
}

QLabel* Page::addText(const QString& text, bool quiet)
{
    auto* const label = new QLabel(text, this);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("quiet", quiet);
    m_column->addWidget(label);
    return label;
}

} // namespace jz::ui
