// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/aside.h"

#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QDialog>
#include <QEventLoop>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QThread>
#include <QTimer>
#include <QVBoxLayout>

#include <exception>
#include <memory>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 300;

/// The card in the middle of the window that says what is being done. Nothing below it can be clicked meanwhile.
class WaitCard : public QDialog
{
public:
    WaitCard(QWidget* over, const QString& words)
        : QDialog(over, Qt::Dialog | Qt::FramelessWindowHint), m_words(new QLabel(words, this)), m_stop(new QPushButton(say(u"停止", u"Stop"), this))
    {
        setObjectName(u"waitCard"_s);
        setAccessibleName(words);
        setWindowModality(Qt::WindowModal);
        m_words->setObjectName(u"waitWords"_s);
        m_stop->setObjectName(u"stopWaiting"_s);
        m_stop->setAccessibleName(m_stop->text());
        m_stop->setAutoDefault(false); // Return was meant for what is below
        m_stop->setFocusPolicy(Qt::TabFocus);
        auto* const bar = new QProgressBar(this);
        bar->setAccessibleName(words);
        bar->setRange(0, 0);
        bar->setTextVisible(false);
        auto* const below = new QHBoxLayout;
        below->setSpacing(Theme::space(4));
        below->addWidget(bar, 1);
        below->addWidget(m_stop);
        auto* const layout = new QVBoxLayout(this);
        layout->setContentsMargins(Theme::space(6), Theme::space(5), Theme::space(6), Theme::space(5));
        layout->setSpacing(Theme::space(3));
        layout->addWidget(m_words);
        layout->addLayout(below);
        setMinimumWidth(Theme::space(80));
        adjustSize();
        move(over->mapToGlobal(over->rect().center()) - rect().center());
        setFocus();
        QObject::connect(m_stop, &QPushButton::clicked, this, &QDialog::reject);
    }

    /// Escape and the button ask the work to stop; the card stays until it has.
    void reject() override
    {
        m_words->setText(say(u"正在停止…", u"Stopping…"));
        m_stop->setEnabled(false);
        stop();
    }

    std::function<void()> stop;

private:
    QLabel* m_words;
    QPushButton* m_stop;
};

} // namespace

void aside(QWidget* over, const QString& words, const std::function<void()>& work)
{
    std::exception_ptr failure;
    const std::unique_ptr<QThread> worker(QThread::create([&] {
        try {
            work();
        } catch (...) {
            failure = std::current_exception();
        }
    }));
    QEventLoop loop;
    QObject::connect(worker.get(), &QThread::finished, &loop, &QEventLoop::quit);
    QTimer patience;
    patience.setSingleShot(true);
    QObject::connect(&patience, &QTimer::timeout, &loop, &QEventLoop::quit);
    patience.start(patienceMs);
    worker->start();
    loop.exec(QEventLoop::ExcludeUserInputEvents);
    if (!worker->isFinished()) {
        WaitCard card(over->window(), words);
        card.stop = [&] { worker->requestInterruption(); };
        card.show();
        loop.exec();
    }
    worker->wait();
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace jz::ui
