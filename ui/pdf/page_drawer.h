// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/drawn_pages.h"
#include "ui/pdf/paper_pages.h"

#include <QMutex>
#include <QPdfDocument>
#include <QPdfSelection>

#include <memory>
#include <optional>

namespace jz::ui {

/// The side of PaperPages that lives in its thread: opens the file, draws pages with what their fields show over them, selects and
/// searches text. Wishes are laid down by any thread; one is done at a time, pictures first.
class PageDrawer : public QObject
{
    Q_OBJECT

public:
    explicit PageDrawer(QString path) : m_path(std::move(path)) {}

    void want(const QList<PictureWish>& wishes);
    void wantThumbnails(const QList<PictureWish>& wishes);
    void select(int page, const QPointF& from, const QPointF& to);
    void search(const QString& text, int fromPage);
    /// Nothing more is begun.
    void stop();

    /// First thing to be called, in the thread.
    void open();

Q_SIGNALS:
    void opened(const QList<QSizeF>& points);
    void failed(const jz::Error& why);
    void contentsRead(const jz::Navigation& navigation, const QList<int>& overlaid);
    void drawn(const jz::ui::PictureWish& wish, const QImage& picture);
    void selected(const jz::ui::TextPlace& text);
    void found(const jz::ui::TextPlace& text);
    void searched();

private:
    struct Selection
    {
        int page;
        QPointF from;
        QPointF to;
    };
    /// A search that is under way.
    struct Search
    {
        QString text;
        int page;     ///< to be looked through next
        int left;     ///< pages left
    };

    void wake();
    void work();
    void draw(const PictureWish& wish);
    void readContents();
    QPdfSelection selectionBetween(const Selection& wanted);
    void searchPage(const QString& text, int page);

    const QString m_path;
    std::unique_ptr<QPdfDocument> m_document;
    std::unique_ptr<DrawnPages> m_pages;
    bool m_contentsRead = false;
    int m_linesPage = -1;
    QList<QPolygonF> m_lines; ///< pieces of text of the page last selected on

    QMutex m_mutex; ///< over what follows
    QList<PictureWish> m_wishes;
    QList<PictureWish> m_thumbnails;
    std::optional<Selection> m_selection;
    std::optional<Search> m_search;
    bool m_awake = false;
    bool m_stopped = false;
};

} // namespace jz::ui
