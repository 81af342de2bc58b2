// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/navigation.h"

#include "model/pdf/page_import.h"

#include <qpdf/QPDFAnnotationObjectHelper.hh>
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFNameTreeObjectHelper.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostBookmarks = 10'000;
constexpr int deepestBookmark = 30;

class NavigationReader
{
public:
    explicit NavigationReader(QPDF& pdf) : m_pdf(pdf), m_pages(QPDFPageDocumentHelper(pdf).getAllPages())
    {
        for (size_t i = 0; i < m_pages.size(); ++i)
            m_numbers.insert(m_pages[i].getObjectHandle().getObjectID(), int(i));
    }

    Navigation read()
    {
        Navigation navigation;
        addBookmarks(QPDFOutlineDocumentHelper(m_pdf).getTopLevelOutlines(), 0, navigation.bookmarks);
        QHash<int, QList<PageLink>>& links = navigation.links;
        for (size_t i = 0; i < m_pages.size(); ++i)
            for (QPDFAnnotationObjectHelper& annotation : m_pages[i].getAnnotations("/Link"))
                if (const PageLink link = linkOf(annotation, m_pages[i]); link.page >= 0 || !link.address.isEmpty())
                    links[int(i)].append(link);
        return navigation;
    }

private:
    void addBookmarks(std::vector<QPDFOutlineObjectHelper> entries, int level, QList<Bookmark>& bookmarks)
    {
        for (QPDFOutlineObjectHelper& entry : entries) {
            if (bookmarks.size() >= mostBookmarks || level > deepestBookmark)
                return;
            bookmarks.append({QString::fromStdString(entry.getTitle()), pageOf(entry.getDest()), level});
            addBookmarks(entry.getKids(), level + 1, bookmarks);
        }
    }

    PageLink linkOf(QPDFAnnotationObjectHelper& annotation, QPDFPageObjectHelper page)
    {
        PageLink link;
        const PageFrame frame = frameOf(page);
        const QPDFObjectHandle::Rectangle shown = QPDFMatrix(frame.upright()).transformRectangle(annotation.getRect());
        link.place = QRectF(QPointF(shown.llx, frame.points().height() - shown.ury), QPointF(shown.urx, frame.points().height() - shown.lly));
        QPDFObjectHandle object = annotation.getObjectHandle();
        QPDFObjectHandle action = object.getKeyIfDict("/A");
        if (action.getKeyIfDict("/S").isNameAndEquals("/URI"))
            link.address = addressOf(action.getKey("/URI"));
        else if (action.getKeyIfDict("/S").isNameAndEquals("/GoTo"))
            link.page = pageOf(action.getKey("/D"));
        else
            link.page = pageOf(object.getKey("/Dest"));
        return link;
    }

    static QUrl addressOf(QPDFObjectHandle uri)
    {
        const QUrl url(uri.isString() ? QString::fromStdString(uri.getUTF8Value()) : QString());
        const QString scheme = url.scheme().toLower();
        return scheme == u"http" || scheme == u"https" || scheme == u"mailto" ? url : QUrl();
    }

    /// A destination: an array that begins with a page, or the name of one (ISO 32000-1, 12.3.2).
    int pageOf(QPDFObjectHandle destination, int depth = 0)
    {
        if (depth > 2)
            return -1;
        if (destination.isName())
            return pageOf(m_pdf.getRoot().getKeyIfDict("/Dests").getKeyIfDict(destination.getName()), depth + 1);
        if (destination.isString()) {
            QPDFObjectHandle names = m_pdf.getRoot().getKeyIfDict("/Names").getKeyIfDict("/Dests");
            QPDFObjectHandle found;
            if (names.isDictionary() && QPDFNameTreeObjectHelper(names, m_pdf, false).findObject(destination.getUTF8Value(), found))
                return pageOf(found, depth + 1);
            return -1;
        }
        if (destination.isDictionary())
            return pageOf(destination.getKey("/D"), depth + 1);
        if (!destination.isArray() || destination.getArrayNItems() == 0)
            return -1;
        return m_numbers.value(destination.getArrayItem(0).getObjectID(), -1);
    }

    QPDF& m_pdf;
    std::vector<QPDFPageObjectHelper> m_pages;
    QHash<int, int> m_numbers; ///< object number of a page -> its place
};

} // namespace

Navigation readNavigation(const QString& path)
{
    const PdfFile file = openPdf(path);
    return reading(path, [&] { return NavigationReader(*file.pdf).read(); });
}

} // namespace jz
