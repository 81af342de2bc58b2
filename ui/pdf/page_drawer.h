// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/drawn_pages.h"
#include "ui/pdf/paper_pages.h"

#include <QBuffer>
#include <QMutex>
#include <QWaitCondition>
#include <QPdfDocument>
#include <QPdfSelection>

#include <future>
#include <memory>
#include <optional>

namespace jz::ui {

/// The side of PaperPages that lives in its thread: opens the file, draws pages with what their fields show over them, selects and
/// searches text. Wishes are laid down by any thread; one is done at a time, pictures first. What takes long in files of very many
/// pages keeps no picture waiting: sizes are read in pieces, fields, bookmarks and links in another thread.
class PageDrawer : public QObject
{
    Q_OBJECT

public:
    /// Opens a file, in the place of the one that is open.
    void open(const PaperSource& source, const QList<int>& same);
    void want(const QList<PictureWish>& wishes);
    void wantThumbnails(const QList<PictureWish>& wishes);
    void select(int page, const QPointF& from, int toPage, const QPointF& to);
    void search(const QString& text, int fromPage);
    /// Nothing more is begun.
    void stop();

Q_SIGNALS:
    /// Sizes of pages far behind may still be those of the last one that was read: sized() follows then.
    void opened(const QList<QSizeF>& points, const QList<int>& same);
    void sized(const QList<QSizeF>& points);
    void failed(const jz::Error& why);
    void contentsRead(const jz::Navigation& navigation, const QList<int>& overlaid);
    void drawn(const jz::ui::PictureWish& wish, const QImage& picture);
    void selected(const QList<jz::ui::TextPlace>& text);
    void found(const jz::ui::TextPlace& text);
    void searched();

private:
    struct Selection
    {
        int page;
        QPointF from;
        int toPage;
        QPointF to;
    };
    /// A file to be opened.
    struct Opening
    {
        PaperSource source;
        QList<int> same;
    };
    /// A search that is under way.
    struct Search
    {
        QString text;
        int page;     ///< to be looked through next
        int left;     ///< pages left
    };

    /// What was read of a file besides its pictures.
    struct Contents
    {
        PageFields fields;
        Navigation navigation;
    };

    void wake();
    void work();
    /// Takes the most urgent wish; the sharp picture at once where a quick one would hardly come sooner. The mutex is held.
    PictureWish nextPicture();
    void draw(const PictureWish& wish);
    void beginReading();
    void take(Contents contents);
    void readSizes();
    void load(const Opening& wanted);
    QPdfSelection selectionBetween(int page, const QPointF& from, const QPointF& to);
    QList<TextPlace> selectedText(const Selection& wanted);
    void searchPage(const QString& text, int page);

    PaperSource m_source;
    QBuffer m_bytes;
    std::unique_ptr<QPdfDocument> m_document;
    std::unique_ptr<DrawnPages> m_pages;
    QList<QSizeF> m_points;
    int m_sized = 0; ///< pages whose size was read
    bool m_contentsRead = false;
    bool m_headStartGiven = false;
    int m_linesPage = -1;
    QList<QPolygonF> m_lines; ///< pieces of text of the page last selected on

    QMutex m_mutex; ///< over what follows
    QList<PictureWish> m_wishes;
    QList<PictureWish> m_thumbnails;
    std::optional<Opening> m_opening;
    std::optional<Selection> m_selection;
    std::optional<Search> m_search;
    bool m_awake = false;
    bool m_stopped = false;
    std::optional<Contents> m_contents; ///< read and not yet taken
    QWaitCondition m_contentsCame;
    std::future<void> m_reader; ///< waited for before what stands above goes
};

} // namespace jz::ui
