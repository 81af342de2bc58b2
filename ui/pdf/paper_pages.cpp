// SPDX-License-Identifier: Apache-2.0
#include "ui/pdf/paper_pages.h"

#include "ui/pdf/page_drawer.h"

#include <QCoreApplication>
#include <QPointer>

namespace jz::ui {

namespace {

/// The threads of papers: the application waits for them when it goes, no window does.
class DrawingThreads : public QObject
{
public:
    static QThread* begin()
    {
        static QPointer<DrawingThreads> all;
        if (!all)
            all = new DrawingThreads;
        auto* const thread = new QThread(all);
        connect(thread, &QThread::finished, thread, &QObject::deleteLater);
        return thread;
    }
    ~DrawingThreads() override
    {
        for (QThread* const thread : findChildren<QThread*>()) {
            thread->quit();
            thread->wait();
        }
    }

private:
    DrawingThreads() : QObject(QCoreApplication::instance()) {}
};

} // namespace

PaperPages::PaperPages(const QString& path, QObject* parent) : QObject(parent), m_path(path), m_thread(DrawingThreads::begin()), m_drawer(new PageDrawer)
{
    begin();
    m_drawer->open({path, {}, false}, {});
}

PaperPages::PaperPages(QObject* parent) : QObject(parent), m_thread(DrawingThreads::begin()), m_drawer(new PageDrawer)
{
    begin();
}

void PaperPages::begin()
{
    // Signals carry these across threads.
    qRegisterMetaType<Error>("jz::Error");
    qRegisterMetaType<PictureWish>("jz::ui::PictureWish");
    qRegisterMetaType<TextPlace>("jz::ui::TextPlace");
    qRegisterMetaType<QList<TextPlace>>("QList<jz::ui::TextPlace>");
    m_drawer->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_drawer, &QObject::deleteLater);
    connect(m_drawer, &PageDrawer::opened, this, [this](const QList<QSizeF>& points, const QList<int>& same) {
        const bool again = isOpen();
        m_points = points;
        m_navigation = {};
        if (again)
            Q_EMIT replaced(same);
        else
            Q_EMIT opened();
    });
    connect(m_drawer, &PageDrawer::sized, this, [this](const QList<QSizeF>& points) {
        if (points == m_points)
            return;
        m_points = points;
        Q_EMIT sized();
    });
    connect(m_drawer, &PageDrawer::contentsRead, this,
            [this](const Navigation& navigation, const QList<int>& overlaid) {
                m_navigation = navigation;
                Q_EMIT contentsRead(overlaid);
            });
    connect(m_drawer, &PageDrawer::failed, this, &PaperPages::failed);
    connect(m_drawer, &PageDrawer::drawn, this, &PaperPages::drawn);
    connect(m_drawer, &PageDrawer::selected, this, &PaperPages::selected);
    connect(m_drawer, &PageDrawer::found, this, &PaperPages::found);
    connect(m_drawer, &PageDrawer::searched, this, &PaperPages::searched);
    m_thread->start();
}

void PaperPages::replace(const PaperSource& source, const QList<int>& same)
{
    m_path = source.path;
    m_drawer->open(source, same);
}

PaperPages::~PaperPages()
{
    m_drawer->stop();
    m_thread->quit();
}

void PaperPages::want(const QList<PictureWish>& wishes)
{
    m_drawer->want(wishes);
}

void PaperPages::wantThumbnails(const QList<PictureWish>& wishes)
{
    m_drawer->wantThumbnails(wishes);
}

void PaperPages::select(int page, const QPointF& from, int toPage, const QPointF& to)
{
    m_drawer->select(page, from, toPage, to);
}

void PaperPages::search(const QString& text, int fromPage)
{
    m_drawer->search(text, fromPage);
}

} // namespace jz::ui
