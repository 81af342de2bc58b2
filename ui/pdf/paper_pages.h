// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"
#include "model/pdf/navigation.h"

#include <QImage>
#include <QList>
#include <QObject>
#include <QPolygonF>
#include <QSizeF>
#include <QThread>

#include <memory>

namespace jz::ui {

class PageDrawer;

/// A picture of a page that is wanted: `size` pixels, upright as the file shows it.
struct PictureWish
{
    int page = 0;
    QSize size;
    bool thumbnail = false; ///< for the strip of small pages: drawn when nothing else is wanted

    bool operator==(const PictureWish&) const = default;
};

/// Where a PDF comes from.
struct PaperSource
{
    QString path;                        ///< of a file that stays as it is; empty: `bytes`
    QByteArray bytes;
    bool isPlain = false;                ///< neither fields nor links nor bookmarks are looked for
    std::shared_ptr<const void> keep = {}; ///< held as long as it is shown: the folder of a file that is there for that alone
};

/// Text of one page that was found or selected: where it stands (points from the upper left corner, upright) and what it says.
struct TextPlace
{
    int page = -1;
    QList<QPolygonF> places;
    QString text;
};

/// An open PDF, for looking at. All of PDFium happens in one thread of its own (it has one lock for the whole process); whoever
/// looks asks and hears later by signal, and never waits. Lives in the windows' thread; the file must stay as it is.
class PaperPages : public QObject
{
    Q_OBJECT

public:
    explicit PaperPages(const QString& path, QObject* parent = nullptr);
    /// Nothing is open until replace().
    explicit PaperPages(QObject* parent = nullptr);
    /// Nothing more is begun; the page that is being drawn comes to its end beside the windows, at the latest before the application goes.
    ~PaperPages() override;

    const QString& path() const { return m_path; }
    /// Opens another PDF in the place of this one: the same paper as it is now. Pages in `same` (0-based) look as before.
    void replace(const PaperSource& source, const QList<int>& same);
    bool isOpen() const { return !m_points.isEmpty(); }
    /// Size of each page as the file shows it; empty until opened(). In a file of very many pages those far behind are as large as the last
    /// one that was looked at until sized().
    const QList<QSizeF>& points() const { return m_points; }
    const QList<Bookmark>& bookmarks() const { return m_navigation.bookmarks; }
    /// The links of a page, in the units of TextPlace.
    QList<PageLink> links(int page) const { return m_navigation.links.value(page); }

    /// What is to be drawn, the most urgent first. Replaces what was wanted before and not yet begun.
    void want(const QList<PictureWish>& wishes);
    void wantThumbnails(const QList<PictureWish>& wishes);
    /// Selects the text from a point of a page to a point of the same or another page; the newest wish alone is answered.
    void select(int page, const QPointF& from, int toPage, const QPointF& to);
    /// Looks for a text on all pages, from a page on around the end (width, case and blanks do not matter); ends an earlier
    /// search. An empty text only ends it.
    void search(const QString& text, int fromPage);

Q_SIGNALS:
    void opened();
    /// The sizes of pages far behind have become known.
    void sized();
    /// What replace() wanted is open now.
    void replaced(const QList<int>& same);
    void failed(const jz::Error& why);
    /// Bookmarks and links are there; comes after opened(). Pages on which fields and signatures show something are to be drawn anew.
    void contentsRead(const QList<int>& drawnAnew);
    void drawn(const jz::ui::PictureWish& wish, const QImage& picture);
    /// By page, in order.
    void selected(const QList<jz::ui::TextPlace>& text);
    void found(const jz::ui::TextPlace& text);
    void searched();

private:
    void begin();

    QString m_path;
    QList<QSizeF> m_points;
    Navigation m_navigation;
    QThread* m_thread;    ///< deletes itself once it has ended
    PageDrawer* m_drawer; ///< lives in m_thread
};

} // namespace jz::ui
