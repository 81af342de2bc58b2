// SPDX-License-Identifier: Apache-2.0
#include "ui/pdf/page_drawer.h"

#include <QElapsedTimer>

#include <algorithm>
#include <limits>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int sizesMs = 30;      ///< for sizes of pages at a time
constexpr int headStartMs = 60;  ///< in which most files' fields are read: their first picture is whole at once

Error cannotBeShown(const QString& path)
{
    return Error(ErrorCode::Malformed,
                 LocalizedText{u"“%1”不是 PDF、设有口令或已损坏，无法显示。请重新获取这个文件。"_s,
                               u"“%1” is no PDF, needs a password or is damaged: it cannot be shown. Get the file again."_s}
                     .arg(path),
                 path);
}

/// A text as it is compared when searching: letter by letter as long as the original, so that places stay right.
QString foldedForSearch(const QString& text)
{
    QString folded = text;
    for (QChar& letter : folded) {
        if (letter.unicode() >= 0xff01 && letter.unicode() <= 0xff5e)
            letter = QChar(letter.unicode() - 0xfee0);
        letter = letter.toCaseFolded();
    }
    return folded;
}

/// The nearest point that lies on a piece of text: PDFium selects from letter to letter, people drag from beside a line.
QPointF onText(const QPointF& point, const QList<QPolygonF>& pieces)
{
    QPointF nearest = point;
    qreal least = std::numeric_limits<qreal>::max();
    for (const QPolygonF& piece : pieces) {
        const QRectF box = piece.boundingRect();
        const QPointF inside(std::clamp(point.x(), box.left() + 0.5, std::max(box.left() + 0.5, box.right() - 0.5)),
                             std::clamp(point.y(), box.top(), box.bottom()));
        const QPointF way = inside - point;
        // Lines count for more than columns: what stands beside the pointer is meant, not what stands above it.
        const qreal distance = way.x() * way.x() + 16 * way.y() * way.y();
        if (distance < least) {
            least = distance;
            nearest = QPointF(inside.x(), way.y() == 0 ? point.y() : box.center().y());
        }
    }
    return nearest;
}

/// The text without blanks, and for each letter that is left its place in the text.
struct Squeezed
{
    explicit Squeezed(const QString& text)
    {
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text.at(i).isSpace())
                continue;
            letters.append(text.at(i));
            places.append(int(i));
        }
    }
    QString letters;
    QList<int> places;
};

} // namespace

void PageDrawer::open(const PaperSource& source, const QList<int>& same)
{
    {
        const QMutexLocker lock(&m_mutex);
        // What one opening that never began would have kept is not what is seen now.
        m_opening = Opening{source, m_opening ? QList<int>() : same};
        m_wishes.clear();
        m_thumbnails.clear();
        m_selection.reset();
        m_search.reset();
    }
    wake();
}

void PageDrawer::load(const Opening& wanted)
{
    if (m_reader.valid())
        m_reader.wait();
    m_contents.reset();
    m_pages.reset();
    m_document = std::make_unique<QPdfDocument>(nullptr);
    m_bytes.close();
    m_source = wanted.source;
    m_contentsRead = m_source.isPlain;
    m_headStartGiven = m_source.isPlain;
    m_linesPage = -1;
    QPdfDocument::Error error = QPdfDocument::Error::None;
    if (m_source.path.isEmpty()) {
        m_bytes.setData(m_source.bytes);
        m_bytes.open(QIODevice::ReadOnly);
        m_document->load(&m_bytes);
        error = m_document->error();
    } else {
        error = m_document->load(m_source.path);
    }
    if (error != QPdfDocument::Error::None || m_document->pageCount() == 0) {
        m_document.reset();
        Q_EMIT failed(cannotBeShown(m_source.path));
        return;
    }
    m_pages = std::make_unique<DrawnPages>(*m_document);
    if (!m_source.isPlain)
        beginReading();
    m_points.clear();
    m_sized = 0;
    readSizes();
    Q_EMIT opened(m_points, wanted.same);
}

void PageDrawer::readSizes()
{
    QElapsedTimer clock;
    clock.start();
    const int count = m_document->pageCount();
    m_points.resize(count);
    while (m_sized < count && (m_sized == 0 || !clock.hasExpired(sizesMs))) {
        m_points[m_sized] = m_document->pagePointSize(m_sized);
        ++m_sized;
    }
    std::fill(m_points.begin() + m_sized, m_points.end(), m_points.at(m_sized - 1));
}

void PageDrawer::beginReading()
{
    m_reader = std::async(std::launch::async, [this, path = m_source.path] {
        Contents contents;
        try {
            contents.fields = readPageFields(path);
            contents.navigation = readNavigation(path);
        } catch (const Error&) {
            // PDFium draws files that qpdf cannot read; they are shown without fields, bookmarks and links.
        }
        {
            const QMutexLocker lock(&m_mutex);
            m_contents = std::move(contents);
            m_contentsCame.wakeAll();
        }
        wake();
    });
}

void PageDrawer::take(Contents contents)
{
    m_contentsRead = true;
    m_pages->show(std::move(contents.fields));
    Q_EMIT contentsRead(contents.navigation, m_pages->pagesWithFields());
}

void PageDrawer::want(const QList<PictureWish>& wishes)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_wishes = wishes;
    }
    wake();
}

void PageDrawer::wantThumbnails(const QList<PictureWish>& wishes)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_thumbnails = wishes;
    }
    wake();
}

void PageDrawer::select(int page, const QPointF& from, int toPage, const QPointF& to)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_selection = page <= toPage ? Selection{page, from, toPage, to} : Selection{toPage, to, page, from};
    }
    wake();
}

void PageDrawer::search(const QString& text, int fromPage)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_search.reset();
        if (!text.isEmpty())
            m_search = Search{Squeezed(foldedForSearch(text)).letters, fromPage, -1};
    }
    wake();
}

void PageDrawer::stop()
{
    const QMutexLocker lock(&m_mutex);
    m_stopped = true;
}

void PageDrawer::wake()
{
    const QMutexLocker lock(&m_mutex);
    if (m_awake || m_stopped)
        return;
    m_awake = true;
    QMetaObject::invokeMethod(this, &PageDrawer::work, Qt::QueuedConnection);
}

void PageDrawer::work()
{
    std::optional<Opening> opening;
    std::optional<PictureWish> wish;
    std::optional<Selection> selection;
    std::optional<Search> search;
    std::optional<Contents> contents;
    {
        const QMutexLocker lock(&m_mutex);
        m_awake = false;
        if (m_stopped || (!m_document && !m_opening))
            return;
        if (!m_opening && !std::exchange(m_headStartGiven, true) && !m_contents)
            m_contentsCame.wait(&m_mutex, headStartMs);
        if (m_opening) {
            opening = std::exchange(m_opening, std::nullopt);
        } else if (m_contents) {
            contents = std::exchange(m_contents, std::nullopt);
        } else if (m_selection) {
            selection = std::exchange(m_selection, std::nullopt);
        } else if (!m_wishes.isEmpty()) {
            wish = nextPicture();
        } else if (m_sized < m_document->pageCount()) {
            // below, without the mutex
        } else if (m_contentsRead && m_search) {
            if (m_search->left < 0)
                m_search->left = m_document->pageCount();
            search = *m_search;
            m_search->page = (m_search->page + 1) % m_document->pageCount();
            if (--m_search->left <= 0)
                m_search.reset();
        } else if (m_contentsRead && !m_thumbnails.isEmpty()) {
            wish = m_thumbnails.takeFirst();
        } else {
            return;
        }
    }
    if (opening) {
        load(*opening);
    } else if (contents) {
        take(std::move(*contents));
    } else if (selection) {
        Q_EMIT selected(selectedText(*selection));
    } else if (wish) {
        draw(*wish);
    } else if (search) {
        searchPage(search->text, search->page);
        if (search->left <= 1)
            Q_EMIT searched();
    } else {
        readSizes();
        if (m_sized == m_document->pageCount())
            Q_EMIT sized(m_points);
    }
    wake();
}

PictureWish PageDrawer::nextPicture()
{
    const PictureWish first = m_wishes.takeFirst();
    const auto sharp = std::find_if(m_wishes.begin(), m_wishes.end(), [&](const PictureWish& other) { return other.page == first.page; });
    if (sharp == m_wishes.end() || !m_pages->isQuick(first.page))
        return first;
    const PictureWish instead = *sharp;
    m_wishes.erase(sharp);
    return instead;
}

void PageDrawer::draw(const PictureWish& wish)
{
    QImage picture = m_pages->draw(wish.page, wish.size);
    if (picture.isNull()) {
        picture = QImage(wish.size, QImage::Format_RGB32);
        picture.fill(Qt::white);
    }
    Q_EMIT drawn(wish, picture);
}

QPdfSelection PageDrawer::selectionBetween(int page, const QPointF& from, const QPointF& to)
{
    if (m_linesPage != page) {
        m_linesPage = page;
        m_lines = m_document->getAllText(page).bounds();
    }
    return m_document->getSelection(page, onText(from, m_lines), onText(to, m_lines));
}

QList<TextPlace> PageDrawer::selectedText(const Selection& wanted)
{
    QList<TextPlace> texts;
    const auto add = [&](int page, const QPdfSelection& text) { texts.append({page, text.bounds(), text.text()}); };
    if (wanted.page == wanted.toPage) {
        add(wanted.page, selectionBetween(wanted.page, wanted.from, wanted.to));
        return texts;
    }
    const QSizeF first = m_document->pagePointSize(wanted.page);
    add(wanted.page, selectionBetween(wanted.page, wanted.from, {first.width(), first.height()}));
    for (int page = wanted.page + 1; page < wanted.toPage; ++page)
        add(page, m_document->getAllText(page));
    add(wanted.toPage, selectionBetween(wanted.toPage, {0, 0}, wanted.to));
    return texts;
}

void PageDrawer::searchPage(const QString& text, int page)
{
    const Squeezed on(foldedForSearch(m_document->getAllText(page).text()));
    for (qsizetype at = on.letters.indexOf(text); at >= 0; at = on.letters.indexOf(text, at + text.size())) {
        const int first = on.places.at(at);
        const int last = on.places.at(at + text.size() - 1);
        const QPdfSelection place = m_document->getSelectionAtIndex(page, first, last - first + 1);
        Q_EMIT found({page, place.bounds(), place.text()});
    }
}

} // namespace jz::ui
