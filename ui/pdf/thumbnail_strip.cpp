// SPDX-License-Identifier: Apache-2.0
#include "ui/pdf/thumbnail_strip.h"

#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QItemSelectionModel>
#include <QScrollBar>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype cachedBytes = qsizetype(24) << 20;

int thumbnailWidth()
{
    return Theme::space(26);
}

} // namespace

class ThumbnailStrip::Model : public QAbstractListModel
{
public:
    explicit Model(ThumbnailStrip& strip) : QAbstractListModel(&strip), m_strip(strip) {}

    int rowCount(const QModelIndex& parent) const override
    {
        return parent.isValid() ? 0 : int(m_strip.m_pages.points().size());
    }

    QVariant data(const QModelIndex& index, int role) const override
    {
        const int page = index.row();
        const bool isRemarked = m_strip.m_remarks.contains(page);
        if (role == Qt::DisplayRole)
            return isRemarked ? say(text(u"%1 有改动", u"%1 changed").arg(QString::number(page + 1))) : QString::number(page + 1);
        if (role == Qt::ForegroundRole && isRemarked)
            return Theme::colours().error;
        if (role == Qt::ToolTipRole && isRemarked)
            return m_strip.m_remarks.value(page);
        if (role == Qt::AccessibleTextRole)
            return say(text(u"第 %1 页", u"Page %1").arg(QString::number(page + 1)));
        if (role == Qt::AccessibleDescriptionRole && isRemarked)
            return say(text(u"签名之后有改动：%1", u"Changed after signing: %1").arg(m_strip.m_remarks.value(page)));
        if (role == Qt::SizeHintRole)
            return m_strip.m_measuring ? QVariant() : QVariant(m_strip.roomFor(page));
        if (role != Qt::DecorationRole)
            return {};
        QImage picture = m_strip.m_pictures.take(page);
        if (picture.isNull()) {
            picture = QImage(m_strip.pictureSize(page), QImage::Format_RGB32);
            picture.fill(Qt::white);
        }
        picture.setDevicePixelRatio(m_strip.devicePixelRatioF());
        return picture;
    }

    void refresh() { Q_EMIT layoutChanged(); }
    void refresh(int page) { Q_EMIT dataChanged(index(page), index(page), {Qt::DecorationRole}); }

private:
    ThumbnailStrip& m_strip;
};

ThumbnailStrip::ThumbnailStrip(PaperPages& pages, QWidget* parent)
    : QListView(parent), m_pages(pages), m_pictures(cachedBytes), m_model(new Model(*this))
{
    setObjectName(u"thumbnails"_s);
    setAccessibleName(say(u"页面缩略图", u"Small pages"));
    setAccessibleDescription(say(u"方向键选择页面", u"The arrows choose a page"));
    setModel(m_model);
    setViewMode(QListView::IconMode);
    setFlow(QListView::TopToBottom);
    setWrapping(false);
    setMovement(QListView::Static);
    setUniformItemSizes(false);
    setIconSize({thumbnailWidth(), thumbnailWidth() * 2});
    setSpacing(Theme::space(1.5));
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_wishTimer.setSingleShot(true);
    connect(&m_wishTimer, &QTimer::timeout, this, &ThumbnailStrip::wish);
    connect(&pages, &PaperPages::opened, this, [this] {
        m_model->refresh();
        m_wishTimer.start(0);
    });
    connect(&pages, &PaperPages::sized, this, [this] { m_model->refresh(); });
    connect(&pages, &PaperPages::replaced, this, [this](const QList<int>& same) {
        m_pictures.age(same);
        m_model->refresh();
        m_wishTimer.start(0);
    });
    connect(&pages, &PaperPages::contentsRead, this, [this] {
        m_pictures.clear();
        m_wishTimer.start(0);
    });
    connect(&pages, &PaperPages::drawn, this, [this](const PictureWish& wish, const QImage& picture) {
        if (!wish.thumbnail)
            return;
        m_pictures.keep(wish.page, picture);
        m_model->refresh(wish.page);
    });
    connect(this, &QListView::clicked, this, [this](const QModelIndex& index) { Q_EMIT pageChosen(index.row()); });
    connect(this, &QListView::activated, this, [this](const QModelIndex& index) { Q_EMIT pageChosen(index.row()); });
}

void ThumbnailStrip::showPage(int page)
{
    const QModelIndex index = m_model->index(page);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index, QAbstractItemView::EnsureVisible);
}

void ThumbnailStrip::setRemarks(const QHash<int, QString>& remarks)
{
    m_remarks = remarks;
    m_model->refresh();
}

QSize ThumbnailStrip::pictureSize(int page) const
{
    const QSizeF points = m_pages.points().value(page, QSizeF(210, 297));
    const double width = thumbnailWidth() * devicePixelRatioF();
    return {int(width), std::max(1, int(width * points.height() / points.width()))};
}

QSize ThumbnailStrip::roomFor(int page)
{
    // Asked of every page when they are laid out: of one, the delegate says what stands around a picture.
    const QSize picture = pictureSize(page) / devicePixelRatioF();
    if (!m_around) {
        m_measuring = true;
        QStyleOptionViewItem option;
        initViewItemOption(&option);
        m_around = itemDelegate()->sizeHint(option, m_model->index(page)) - picture;
        m_measuring = false;
    }
    return picture + *m_around;
}

void ThumbnailStrip::changeEvent(QEvent* event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_around.reset();
}

void ThumbnailStrip::wish()
{
    QList<PictureWish> wishes;
    const int last = int(m_pages.points().size());
    const QModelIndex top = indexAt({viewport()->width() / 2, Theme::space(3)});
    for (int page = std::max(0, top.row()); page < last && isVisible(); ++page) {
        if (visualRect(m_model->index(page)).top() > viewport()->height())
            break;
        if (!m_pictures.has(page, pictureSize(page)))
            wishes.append({page, pictureSize(page), true});
    }
    m_pages.wantThumbnails(wishes);
}

void ThumbnailStrip::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    m_wishTimer.start(0);
}

void ThumbnailStrip::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    m_wishTimer.start(0);
}

void ThumbnailStrip::showEvent(QShowEvent* event)
{
    QListView::showEvent(event);
    scrollTo(currentIndex()); // pages were turned while it was not seen
    m_wishTimer.start(0);
}

} // namespace jz::ui
