// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pdf/page_view.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QSpinBox;
class QTabWidget;
class QToolBar;
class QTreeWidget;
QT_END_NAMESPACE

namespace jz::ui {

class SearchBar;
class ThumbnailStrip;

/// A PDF to be read: its pages with tools above (page, zoom, fit, two pages, turn, search) and, at the left on demand, small pages
/// and the table of contents. The same for all desks.
class PaperView : public QWidget
{
    Q_OBJECT

public:
    explicit PaperView(const QString& path, QWidget* parent = nullptr);

    PaperPages& pages() { return m_pages; }
    PageView& view() { return *m_view; }
    /// The pages alone, for a place that is narrow.
    void hideTools();
    /// Marks pages in the view and among the small pages.
    void setPageRemarks(const QHash<int, QString>& remarks);

Q_SIGNALS:
    void failed(const jz::Error& why);
    void addressClicked(const QUrl& address);

private:
    void buildTools();
    void buildSide();
    void showBookmarks();
    QAction* addTool(const QString& name, const QString& iconName, const QString& words);

    PaperPages m_pages;
    PageView* m_view;
    QToolBar* m_tools;
    QSpinBox* m_page;
    SearchBar* m_search;
    QTabWidget* m_side;
    ThumbnailStrip* m_thumbnails;
    QTreeWidget* m_contents;
};

} // namespace jz::ui
