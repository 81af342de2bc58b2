// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/page_objects.h"

#include "model/pdf/pdf_file.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <QSet>

#include <set>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 12;
constexpr size_t mostOfAPage = 20'000;

QString textOf(QPDFObjGen id)
{
    return u"%1 %2"_s.arg(id.getObj()).arg(id.getGen());
}

class PageWalk
{
public:
    PageWalk(QPDF& pdf, const QStringList& wanted) : m_pages(QPDFPageDocumentHelper(pdf).getAllPages()), m_wanted(wanted.begin(), wanted.end())
    {
        for (QPDFPageObjectHelper& page : m_pages)
            m_pageObjects.insert(page.getObjectHandle().getObjGen());
    }

    QHash<QString, QList<int>> run()
    {
        for (m_page = 0; m_page < int(m_pages.size()); ++m_page) {
            m_seen.clear();
            QPDFObjectHandle page = m_pages[size_t(m_page)].getObjectHandle();
            note(page.getObjGen());
            walkKeys(page, 0);
            // What the page inherits is its own to whoever looks at it.
            walk(m_pages[size_t(m_page)].getAttribute("/Resources", false), 0);
        }
        return m_found;
    }

private:
    void note(QPDFObjGen id)
    {
        if (const QString text = textOf(id); m_wanted.contains(text))
            m_found[text].append(m_page);
    }

    void walkKeys(QPDFObjectHandle dictionary, int depth)
    {
        for (const std::string& key : dictionary.getKeys())
            if (key != "/Parent" && key != "/P" && key != "/Dest" && key != "/A" && key != "/StructParent")
                walk(dictionary.getKey(key), depth + 1);
    }

    void walk(QPDFObjectHandle object, int depth)
    {
        if (depth > deepest || m_seen.size() > mostOfAPage)
            return;
        if (object.isIndirect()) {
            if (m_pageObjects.count(object.getObjGen()) || !m_seen.insert(object.getObjGen()).second)
                return;
            note(object.getObjGen());
        }
        if (object.isStream())
            walkKeys(object.getDict(), depth);
        else if (object.isDictionary())
            walkKeys(object, depth);
        else if (object.isArray())
            for (int i = 0; i < object.getArrayNItems(); ++i)
                walk(object.getArrayItem(i), depth + 1);
    }

    std::vector<QPDFPageObjectHelper> m_pages;
    QSet<QString> m_wanted;
    std::set<QPDFObjGen> m_pageObjects;
    std::set<QPDFObjGen> m_seen; ///< of the page at hand
    QHash<QString, QList<int>> m_found;
    int m_page = 0;
};

} // namespace

QHash<QString, QList<int>> pagesOfObjects(const QString& path, const QStringList& objects)
{
    if (objects.isEmpty())
        return {};
    const PdfFile file = openPdf(path);
    return reading(path, [&] { return PageWalk(*file.pdf, objects).run(); });
}

} // namespace jz
