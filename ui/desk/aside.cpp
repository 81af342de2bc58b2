// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/aside.h"

#include "ui/style/theme.h"

#include <QEventLoop>
#include <QFrame>
#include <QLabel>
#include <QProgressBar>
#include <QTimer>
#include <QVBoxLayout>

#include <exception>
#include <thread>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 300;

/// The card in the middle of the window that says what is being done.
class WaitCard : public QFrame
{
public:
    WaitCard(QWidget* over, const QString& words) : QFrame(over)
    {
        setObjectName(u"card"_s);
        setAccessibleName(words);
        auto* const said = new QLabel(words, this);
        auto* const bar = new QProgressBar(this);
        bar->setRange(0, 0);
        bar->setTextVisible(false);
        auto* const layout = new QVBoxLayout(this);
        layout->setContentsMargins(Theme::space(6), Theme::space(5), Theme::space(6), Theme::space(5));
        layout->setSpacing(Theme::space(3));
        layout->addWidget(said);
        layout->addWidget(bar);
        adjustSize();
        move((over->width() - width()) / 2, (over->height() - height()) / 2);
    }
};

} // namespace

void aside(QWidget* over, const QString& words, const std::function<void()>& work)
{
    QEventLoop loop;
    std::exception_ptr failure;
    std::thread worker([&] {
        try {
            work();
        } catch (...) {
            failure = std::current_exception();
        }
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    WaitCard card(over->window(), words);
    QTimer::singleShot(patienceMs, &card, &QWidget::show);
    loop.exec(QEventLoop::ExcludeUserInputEvents);
    worker.join();
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace jz::ui
