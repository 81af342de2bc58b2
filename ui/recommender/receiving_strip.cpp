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
        show();
        Q_EMIT busyChanged();
    });
    connect(m_work, &BackgroundWork::progressed, this, [this](int done, int total) {
        m_bar->setRange(0, total);
        m_bar->setValue(done);
    });
    connect(m_work, &BackgroundWork::ended, this, [this] {
        hide();
        Q_EMIT busyChanged();
        // After the result was told, or at once when there is none.
        QMetaObject::invokeMethod(this, &ReceivingStrip::beginWaiting, Qt::QueuedConnection);
    });
}

void ReceivingStrip::build()
{
    m_bar->setAccessibleName(say(u"正在收取", u"Receiving"));
    auto* const stop = new QPushButton(say(u"停止", u"Stop"), this);
    stop->setObjectName(u"stopReceiving"_s);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::space(3), 0, Theme::space(2), Theme::space(1));
    layout->addWidget(new QLabel(say(u"正在核对收到的文件…", u"Looking at what came…"), this));
    layout->addWidget(m_bar, 1);
    layout->addWidget(stop);
    connect(stop, &QPushButton::clicked, this, &ReceivingStrip::stop);
}

void ReceivingStrip::receive(const QStringList& paths)
{
    if (!m_board.exists())
        throw Error(ErrorCode::Usage, text(u"请先写明本单位，再收取申报书。", u"Say who we are first, then receive dossiers."));
    if (isBusy() || !m_isTold)
        m_waiting += paths;
    else
        begin(paths);
}

void ReceivingStrip::beginWaiting()
{
    if (!m_waiting.isEmpty() && m_isTold && !isBusy())
        guarded(this, [this] { begin(std::exchange(m_waiting, {})); });
}

void ReceivingStrip::stop()
{
    m_waiting.clear();
    m_work->cancel();
}

void ReceivingStrip::begin(const QStringList& paths)
{
    const BatchOrder order = receivingOrder(m_board.workspace(), m_board.key());
    ObjectStore* const objects = &m_board.workspace().objects();
    m_work->start([this, paths, order, objects](const WorkControl& control) -> BackgroundWork::Then {
        const BatchReport report = examineForReceiving(paths, order, *objects, PaperExaminer(), control);
        return [this, report] {
            const QList<ReceivedPaper> papers = takeIn(m_board.workspace(), m_board.key(), report, m_board.person());
            m_board.reload();
            Findings bundles;
            for (const OpenBundle& bundle : report.bundles)
                bundles += bundle.findings;
            m_isTold = false;
            Q_EMIT received(papers, bundles);
            m_isTold = true;
            beginWaiting();
        };
    });
}

} // namespace jz::ui
