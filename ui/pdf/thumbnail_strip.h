// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pdf/paper_pages.h"
#include "ui/pdf/picture_cache.h"

#include <QAbstractListModel>
#include <QListView>
#include <QTimer>

#include <optional>

namespace jz::ui {

/// The pages of a PDF small, one below the other, with their numbers. Choosing one goes there. Only those seen are drawn.
class ThumbnailStrip : public QListView
{
    Q_OBJECT

public:
    ThumbnailStrip(PaperPages& pages, QWidget* parent);

    /// Marks the page that is being read and scrolls to it.
    void showPage(int page);
    /// Pages with something to be said about them (a change after signing): marked beside their number.
    void setRemarks(const QHash<int, QString>& remarks);

Q_SIGNALS:
    void pageChosen(int page);

protected:
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class Model;
    void wish();
    QSize pictureSize(int page) const;
    QSize roomFor(int page);

    PaperPages& m_pages;
    PictureCache m_pictures;
    Model* m_model;
    QTimer m_wishTimer;
    std::optional<QSize> m_around; ///< what an entry needs beside its picture, once measured
    bool m_measuring = false;
    QHash<int, QString> m_remarks;
};

} // namespace jz::ui
