// SPDX-License-Identifier: Apache-2.0
#include "ui/print/live_print.h"

#include "model/pdf/assemble.h"

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int pauseMs = 700; ///< before attachments are brought in, which may take long

Error noMemory(const std::exception& error)
{
    return Error(ErrorCode::TooLarge, text(u"内存不足，暂时不能预览。填写的内容不受影响。", u"There is not enough memory for a preview. What you typed is safe."), {},
                 QString::fromUtf8(error.what()));
}

} // namespace

LivePrint::LivePrint(const CallPack& pack, QObject* parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &LivePrint::complete);
    m_thread = std::jthread([this, &pack](const std::stop_token& stop) { work(stop, pack); });
}

LivePrint::~LivePrint()
{
    ++m_number;
    m_thread.request_stop();
}

void LivePrint::print(const Dossier& dossier, bool draft)
{
    m_pause.stop();
    {
        const std::lock_guard lock(m_mutex);
        m_wish = Wish{dossier, draft};
        ++m_number;
    }
    m_wished.notify_one();
}

void LivePrint::work(const std::stop_token& stop, const CallPack& pack)
{
    DossierPreview preview(pack);
    while (true) {
        Wish wish;
        int number = 0;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wished.wait(lock, stop, [this] { return m_wish.has_value(); }))
                return;
            wish = *std::exchange(m_wish, std::nullopt);
            number = m_number;
        }
        const auto post = [this](auto act) { QMetaObject::invokeMethod(this, act, Qt::QueuedConnection); };
        try {
            std::optional<PreviewedPaper> made = preview.print(wish.dossier, wish.draft, [&] { return m_number != number; });
            if (made)
                post([this, number, paper = std::make_shared<const PreviewedPaper>(std::move(*made))] { take(paper, number); });
        } catch (const Error& error) {
            post([this, error] { Q_EMIT failed(error); });
        } catch (const std::exception& error) {
            post([this, why = noMemory(error)] { Q_EMIT failed(why); });
        }
    }
}

void LivePrint::take(const LivePaper& paper, int number)
{
    // A newer one is on its way, and a picture of this one would be drawn in vain.
    if (number != m_number)
        return;
    m_paper = paper;
    Q_EMIT printed(paper);
    if (!paper->isWhole())
        m_pause.start(pauseMs);
}

void LivePrint::complete()
{
    if (m_completing) {
        m_pause.start(pauseMs);
        return;
    }
    m_completing = true;
    m_completion = std::jthread([this, paper = m_paper, number = m_number.load()] {
        const auto folder = std::make_shared<const QTemporaryDir>();
        const QString file = folder->filePath(u"preview.pdf"_s);
        try {
            assemblePdf(paper->whole, file);
            QMetaObject::invokeMethod(
                this,
                [this, file, folder, number] {
                    if (number == m_number)
                        Q_EMIT completed(file, folder);
                },
                Qt::QueuedConnection);
        } catch (const std::exception&) {
            // The pages of attachments stay empty; what is wrong with a file is a finding at its place.
        }
        m_completing = false;
    });
}

} // namespace jz::ui
