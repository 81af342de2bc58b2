// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"

#include <QFrame>

#include <functional>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace jz::ui {

/// What a message bar says.
struct BarMessage
{
    enum class Kind { Error, Warning, Hint, Good };
    struct Action
    {
        QString label;            ///< says what it does
        std::function<void()> run;
    };
    Kind kind = Kind::Hint;
    QString text;                 ///< what happened, what is safe, what to do
    QString detail;               ///< for the one who helps: shown on hovering; may be empty
    QList<Action> actions;
    QString topic;                ///< a message of the same topic is replaced, and taken back by clear(topic)
};

/// The mark of a kind of message, by shape and colour.
QPixmap barPixmap(BarMessage::Kind kind, int size, qreal pixelRatio);

/// One line over the content of a window that says what happened, instead of a dialog. Hidden while there is nothing to say.
/// Messages of other topics wait behind the one shown; the worst and newest comes first.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    void show(const BarMessage& message);
    void show(const Error& error);
    /// Takes the messages of a topic back.
    void clear(const QString& topic);
    void clearAll();
    /// What is shown; null when nothing is.
    const BarMessage* message() const;

    /// The bar of the window that `widget` is in; null outside of windows with one.
    static MessageBar* of(const QWidget* widget);

private:
    void showFirst();
    void addActions(const BarMessage& message);

    QList<BarMessage> m_messages; ///< the one shown first
    QLabel* m_icon;
    QLabel* m_text;
    QHBoxLayout* m_actions;
    QToolButton* m_close;
};

} // namespace jz::ui
