// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/receiving_strip.h"

#include "model/base/error.h"
#include "ui/desk/guarded.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

#include <utility>

namespace jz::ui {

using namespace Qt::StringLiterals;

ReceivingStrip::ReceivingStrip(BatchBoard& board, QWidget* parent)
    : QWidget(parent), m_board(board), m_bar(new QProgressBar(this)), m_work(new BackgroundWork(this))
{
    build();
    hide();
    connect(m_work, &BackgroundWork::began, this, [this] {
        m_bar->setRange(0, 0);
        m_stop->setEnabled(true);
        show();
        Q_EMIT busyChanged();
    });
    connect(m_work, &BackgroundWork::progressed, this, [this](int done, int total) {
        m_bar->setRange(0, total);
        m_bar->setValue(done);
    });
    // After that what was looked at is taken in, when there is something.
    connect(m_work, &BackgroundWork::ended, this, [this] { QMetaObject::invokeMethod(this, &ReceivingStrip::end, Qt::QueuedConnection); });
}

void ReceivingStrip::build()
{
    m_bar->setAccessibleName(say(u"正在收取", u"Receiving"));
    m_stop = new QPushButton(say(u"停止", u"Stop"), this);
    m_stop->setObjectName(u"stopReceiving"_s);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::space(3), 0, Theme::space(2), Theme::space(1));
    layout->addWidget(new QLabel(say(u"正在核对收到的文件…", u"Looking at what came…"), this));
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_stop);
    connect(m_stop, &QPushButton::clicked, this, &ReceivingStrip::stop);
}

void ReceivingStrip::receive(const QStringList& paths, const std::shared_ptr<const Passphrase>& passphrase)
{
    if (!m_board.exists())
        throw Error(ErrorCode::Usage, text(u"请先写明本单位，再收取申报书。", u"Say who we are first, then receive dossiers."));
    if (!isBusy() && m_isTold)
        begin({paths, passphrase});
    else if (!passphrase && !m_waiting.isEmpty() && !m_waiting.constLast().passphrase)
        m_waiting.last().paths += paths;
    else
        m_waiting << Job{paths, passphrase};
}

void ReceivingStrip::beginWaiting()
{
    if (!m_waiting.isEmpty() && m_isTold && !isBusy())
        guarded(this, [this] { begin(m_waiting.takeFirst()); });
}

void ReceivingStrip::stop()
{
    m_waiting.clear();
    m_work->cancel();
}

void ReceivingStrip::begin(const Job& job)
{
    BatchOrder order = receivingOrder(m_board.workspace(), m_board.key());
    order.passphrase = job.passphrase;
    ObjectStore* const objects = &m_board.workspace().objects();
    m_work->start([this, paths = job.paths, order, objects](const WorkControl& control) -> BackgroundWork::Then {
        BatchReport report = examineForReceiving(paths, order, *objects, PaperExaminer(), control);
        report.bundles.clear(); // a gigabyte of unpacked files is removed here, not on the windows' thread
        return [this, report] { take(report); };
    });
}

void ReceivingStrip::take(const BatchReport& report)
{
    m_locked = lockedAmong(report);
    m_stop->setEnabled(false);
    m_bar->setRange(0, int(report.papers.size()));
    m_taking = std::make_unique<TakingIn>(m_board.workspace(), m_board.key(), report, m_board.person());
    QTimer::singleShot(0, this, &ReceivingStrip::takeNext);
}

/// One file, then whatever else waits.
void ReceivingStrip::takeNext()
{
    const bool isWell = guarded(this, [this] {
        if (!m_taking->isDone())
            m_taking->takeNext();
    });
    m_bar->setValue(m_bar->value() + 1);
    if (!isWell)
        return leaveOff();
    QTimer::singleShot(0, this, m_taking->isDone() ? &ReceivingStrip::finish : &ReceivingStrip::takeNext);
}

void ReceivingStrip::finish()
{
    QList<ReceivedPaper> papers;
    if (!guarded(this, [&] { papers = m_taking->finish(); }))
        return leaveOff();
    papers.removeIf([](const ReceivedPaper& each) { return isLocked(each.paper); });
    QTimer::singleShot(0, this, [this, papers] {
        leaveOff();
        const QList<LockedBundle> locked = std::exchange(m_locked, {});
        m_isTold = false;
        Q_EMIT received(papers);
        m_isTold = true;
        beginWaiting();
        for (const LockedBundle& each : locked)
            Q_EMIT passphraseWanted(each);
    });
}

/// What was kept by now is shown.
void ReceivingStrip::leaveOff()
{
    guarded(this, [this] { m_board.reload(); });
    m_taking.reset();
    end();
}

void ReceivingStrip::end()
{
    if (isBusy())
        return;
    hide();
    Q_EMIT busyChanged();
    // After the result was told, or at once when there is none.
    QMetaObject::invokeMethod(this, &ReceivingStrip::beginWaiting, Qt::QueuedConnection);
}

} // namespace jz::ui
