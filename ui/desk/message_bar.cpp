// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/message_bar.h"

#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(BarMessage::Kind kind)
{
    switch (kind) {
    case BarMessage::Kind::Error:
        return u"error"_s;
    case BarMessage::Kind::Warning:
        return u"warning"_s;
    case BarMessage::Kind::Good:
        return u"good"_s;
    case BarMessage::Kind::Hint:
        break;
    }
    return u"hint"_s;
}

QColor colourOf(BarMessage::Kind kind)
{
    switch (kind) {
    case BarMessage::Kind::Error:
        return Theme::colours().error;
    case BarMessage::Kind::Warning:
        return Theme::colours().warning;
    case BarMessage::Kind::Good:
        return Theme::colours().good;
    case BarMessage::Kind::Hint:
        break;
    }
    return Theme::colours().hint;
}

} // namespace

QPixmap barPixmap(BarMessage::Kind kind, int size, qreal pixelRatio)
{
    return iconPixmap(nameOf(kind), size, colourOf(kind), pixelRatio);
}

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_actions(new QHBoxLayout), m_close(new QToolButton(this))
{
    setObjectName(u"messageBar"_s);
    m_text->setObjectName(u"messageText"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setObjectName(u"closeMessage"_s);
    m_close->setIcon(icon(u"close"));
    m_close->setToolTip(say(u"知道了", u"Dismiss"));
    m_close->setAccessibleName(m_close->toolTip());
    m_text->setAccessibleName(say(u"消息", u"Message"));
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::space(4), Theme::space(1.5), Theme::space(2), Theme::space(1.5));
    layout->setSpacing(Theme::space(2));
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_actions);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, [this] {
        m_messages.removeFirst();
        showFirst();
    });
    hide();
}

void MessageBar::show(const BarMessage& message)
{
    if (!message.topic.isEmpty())
        m_messages.removeIf([&](const BarMessage& other) { return other.topic == message.topic; });
    const auto place = std::find_if(m_messages.begin(), m_messages.end(),
                                    [&](const BarMessage& other) { return message.kind <= other.kind; });
    m_messages.insert(place, message);
    showFirst();
}

void MessageBar::show(const Error& error)
{
    BarMessage message{BarMessage::Kind::Error, say(error.message()), error.detail(), {}, {}};
    show(message);
}

void MessageBar::clear(const QString& topic)
{
    if (m_messages.removeIf([&](const BarMessage& message) { return message.topic == topic; }) > 0)
        showFirst();
}

void MessageBar::clearAll()
{
    m_messages.clear();
    showFirst();
}

const BarMessage* MessageBar::message() const
{
    return m_messages.isEmpty() ? nullptr : &m_messages.first();
}

MessageBar* MessageBar::of(const QWidget* widget)
{
    for (; widget; widget = widget->parentWidget())
        if (auto* const bar = widget->findChild<MessageBar*>(QString(), Qt::FindDirectChildrenOnly))
            return bar;
    return nullptr;
}

void MessageBar::showFirst()
{
    while (QLayoutItem* const item = m_actions->takeAt(0)) {
        // A button may be the one whose click is being handled.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    setVisible(!m_messages.isEmpty());
    if (m_messages.isEmpty())
        return;
    const BarMessage& message = m_messages.first();
    setProperty("bar", nameOf(message.kind));
    style()->unpolish(this);
    style()->polish(this);
    m_icon->setPixmap(barPixmap(message.kind, Theme::space(5), devicePixelRatioF()));
    m_text->setText(message.text);
    m_text->setToolTip(message.detail);
    m_text->setAccessibleDescription(message.text);
    addActions(message);
}

void MessageBar::addActions(const BarMessage& message)
{
    for (const BarMessage::Action& action : message.actions) {
        auto* const button = new QPushButton(action.label, this);
        button->setObjectName(u"messageAction"_s);
        button->setAccessibleName(action.label);
        m_actions->addWidget(button);
        button->show();
        // The action may show another message, which takes this button away.
        connect(button, &QPushButton::clicked, this, [run = action.run] { run(); });
    }
}

} // namespace jz::ui
