// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/document_parts.h"

#include "model/base/json_file.h"
#include "model/pdf/page_import.h"

#include <QCryptographicHash>

#include <map>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

using Object = QPDFObjectHandle;

Object text(const QString& value)
{
    return Object::newUnicodeString(utf8(value));
}

/// The dictionary under `key`, made when there is none.
Object dictionaryAt(Object parent, const std::string& key)
{
    if (!parent.getKey(key).isDictionary())
        parent.replaceKey(key, Object::newDictionary());
    return parent.getKey(key);
}

Object destination(QPDFPageObjectHelper page, double yMm)
{
    const auto place = pageRect(page, QRectF(0, yMm, 1, 1));
    return Object::newArray({page.getObjectHandle(), Object::newName("/XYZ"), Object::newNull(),
                             Object::newReal(place.ury, 2), Object::newNull()});
}

/// Adds items to those of `parent` and returns how many there are below it.
int addBookmarks(QPDF& pdf, Pages& pages, Object parent, const QList<BookmarkPlan>& bookmarks)
{
    int count = 0;
    parent.getKey("/Count").getValueAsInt(count);
    Object previous;
    if (parent.getKey("/Last").isDictionary())
        previous = parent.getKey("/Last");
    for (const BookmarkPlan& bookmark : bookmarks) {
        Q_ASSERT(bookmark.page >= 0 && size_t(bookmark.page) < pages.size());
        Object item = pdf.makeIndirectObject(Object::newDictionary());
        item.replaceKey("/Title", text(bookmark.title));
        item.replaceKey("/Parent", parent);
        item.replaceKey("/Dest", destination(pages[size_t(bookmark.page)], bookmark.yMm));
        if (previous.isInitialized()) {
            item.replaceKey("/Prev", previous);
            previous.replaceKey("/Next", item);
        } else {
            parent.replaceKey("/First", item);
        }
        previous = item;
        count += 1 + addBookmarks(pdf, pages, item, bookmark.children);
    }
    if (previous.isInitialized()) {
        parent.replaceKey("/Last", previous);
        parent.replaceKey("/Count", Object::newInteger(count));
    }
    return count;
}

struct Digest
{
    qint64 size = 0;
    QByteArray md5;
};

Digest digestOf(const EmbeddedFilePlan& plan)
{
    QCryptographicHash md5(QCryptographicHash::Md5);
    if (plan.path.isEmpty()) {
        md5.addData(plan.bytes);
        return {plan.bytes.size(), md5.result()};
    }
    QFile file(plan.path);
    openForReading(file);
    if (!md5.addData(&file))
        throw unreadable(plan.path, file.errorString());
    return {file.size(), md5.result()};
}

Object embeddedStream(QPDF& pdf, const EmbeddedFilePlan& plan, std::vector<DetachedStream>& detached)
{
    const Digest digest = digestOf(plan);
    Object stream = plan.path.isEmpty() ? pdf.newStream(plan.bytes.toStdString()) : pdf.newStream(std::string());
    Object dictionary = stream.getDict();
    dictionary.replaceKey("/Type", Object::newName("/EmbeddedFile"));
    if (!plan.mime.isEmpty())
        dictionary.replaceKey("/Subtype", Object::newName("/" + plan.mime.toStdString()));
    Object parameters = dictionaryAt(dictionary, "/Params");
    parameters.replaceKey("/Size", Object::newInteger(digest.size));
    parameters.replaceKey("/CheckSum", Object::newString(digest.md5.toStdString()));
    if (!plan.path.isEmpty()) {
        stream.setFilterOnWrite(false);
        detached.push_back({stream, digest.size, pumpFile(plan.path, 0, digest.size)});
    }
    return stream;
}

QByteArray pdfDate(const QDateTime& date)
{
    const int minutes = date.offsetFromUtc() / 60;
    const QString offset = u"%1%2'%3'"_s.arg(QChar(minutes < 0 ? u'-' : u'+'))
                               .arg(std::abs(minutes) / 60, 2, 10, QChar(u'0'))
                               .arg(std::abs(minutes) % 60, 2, 10, QChar(u'0'));
    return (date.toString(u"'D:'yyyyMMddHHmmss"_s) + offset).toLatin1();
}

/// XML does not allow control characters and noncharacters at all, whatever the escaping.
QString escaped(const QString& value)
{
    QString plain;
    for (const QChar c : value)
        if ((c.unicode() >= 0x20 && c.unicode() < 0xFFFE) || c == u'\n' || c == u'\t')
            plain += c;
    return plain.toHtmlEscaped();
}

QString languageAlternative(const QString& element, const QString& value)
{
    if (value.isEmpty())
        return {};
    return u"   <%1><rdf:Alt><rdf:li xml:lang=\"x-default\">%2</rdf:li></rdf:Alt></%1>\n"_s.arg(element, escaped(value));
}

QString simple(const QString& element, const QString& value)
{
    return value.isEmpty() ? QString() : u"   <%1>%2</%1>\n"_s.arg(element, escaped(value));
}

/// XMP packet (ISO 16684-1) that says the same as the document information.
QByteArray xmp(const AssemblyPlan& plan)
{
    const QString date = plan.date.isValid() ? plan.date.toOffsetFromUtc(plan.date.offsetFromUtc()).toString(Qt::ISODate)
                                             : QString();
    QString properties = languageAlternative(u"dc:title"_s, plan.title)
                         + languageAlternative(u"dc:description"_s, plan.subject);
    if (!plan.author.isEmpty())
        properties += u"   <dc:creator><rdf:Seq><rdf:li>%1</rdf:li></rdf:Seq></dc:creator>\n"_s.arg(escaped(plan.author));
    if (!plan.language.isEmpty())
        properties += u"   <dc:language><rdf:Bag><rdf:li>%1</rdf:li></rdf:Bag></dc:language>\n"_s.arg(
            escaped(plan.language));
    properties += simple(u"dc:format"_s, u"application/pdf"_s) + simple(u"pdf:Keywords"_s, plan.keywords)
                  + simple(u"pdf:Producer"_s, plan.producer) + simple(u"xmp:CreatorTool"_s, plan.producer)
                  + simple(u"xmp:CreateDate"_s, date) + simple(u"xmp:ModifyDate"_s, date);
    return (u"<?xpacket begin=\"\xFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
            " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
            "  <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
            " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"_s
            + properties
            + u"  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"_s)
        .toUtf8();
}

/// The embedded files there are, as embedFiles() writes them.
std::map<std::string, Object> embeddedByName(QPDF& pdf)
{
    std::map<std::string, Object> result;
    Object names = pdf.getRoot().getKeyIfDict("/Names").getKeyIfDict("/EmbeddedFiles").getKeyIfDict("/Names");
    for (int i = 1; names.isArray() && i < names.getArrayNItems(); i += 2) {
        if (names.getArrayItem(i - 1).isString())
            result[names.getArrayItem(i - 1).getStringValue()] = names.getArrayItem(i);
    }
    return result;
}

} // namespace

Object::Rectangle pageRect(QPDFPageObjectHelper page, const QRectF& mm)
{
    const auto box = frameOf(page).box;
    const double left = box.llx + mm.left() * pointsPerMm;
    const double top = box.ury - mm.top() * pointsPerMm;
    return {left, top - mm.height() * pointsPerMm, left + mm.width() * pointsPerMm, top};
}

void reserveSignatureFields(QPDF& pdf, Pages& pages, const QList<SignatureFieldPlan>& fields)
{
    Object form = pdf.getRoot().getKey("/AcroForm");
    if (!form.isDictionary())
        form = pdf.makeIndirectObject(Object::newDictionary());
    Object list = form.getKey("/Fields").isArray() ? form.getKey("/Fields") : Object::newArray();
    for (const SignatureFieldPlan& plan : fields) {
        Q_ASSERT(plan.page >= 0 && size_t(plan.page) < pages.size());
        Object page = pages[size_t(plan.page)].getObjectHandle();
        const auto rect = pageRect(pages[size_t(plan.page)], plan.rectMm);
        Object field = pdf.makeIndirectObject(Object::newDictionary());
        field.replaceKey("/Type", Object::newName("/Annot"));
        field.replaceKey("/Subtype", Object::newName("/Widget"));
        field.replaceKey("/FT", Object::newName("/Sig"));
        field.replaceKey("/T", text(plan.name));
        if (!plan.tooltip.isEmpty())
            field.replaceKey("/TU", text(plan.tooltip));
        field.replaceKey("/F", Object::newInteger(132)); // Print and Locked
        field.replaceKey("/P", page);
        field.replaceKey("/Rect", Object::newArray({Object::newReal(rect.llx, 3), Object::newReal(rect.lly, 3),
                                                    Object::newReal(rect.urx, 3), Object::newReal(rect.ury, 3)}));
        if (!page.getKey("/Annots").isArray())
            page.replaceKey("/Annots", Object::newArray());
        page.getKey("/Annots").appendItem(field);
        list.appendItem(field);
    }
    form.replaceKey("/Fields", list);
    pdf.getRoot().replaceKey("/AcroForm", form);
}

void setBookmarks(QPDF& pdf, Pages& pages, const QList<BookmarkPlan>& bookmarks)
{
    pdf.getRoot().removeKey("/Outlines");
    pdf.getRoot().removeKey("/PageMode");
    appendBookmarks(pdf, pages, bookmarks);
}

void appendBookmarks(QPDF& pdf, Pages& pages, const QList<BookmarkPlan>& bookmarks)
{
    if (bookmarks.isEmpty())
        return;
    Object outlines = pdf.getRoot().getKey("/Outlines");
    if (!outlines.isDictionary()) {
        outlines = pdf.makeIndirectObject(Object::newDictionary());
        outlines.replaceKey("/Type", Object::newName("/Outlines"));
    }
    addBookmarks(pdf, pages, outlines, bookmarks);
    pdf.getRoot().replaceKey("/Outlines", outlines);
    pdf.getRoot().replaceKey("/PageMode", Object::newName("/UseOutlines"));
}

void embedFiles(QPDF& pdf, const QList<EmbeddedFilePlan>& files, std::vector<DetachedStream>& detached)
{
    if (files.isEmpty())
        return;
    std::map<std::string, Object> byName = embeddedByName(pdf); // A name tree is sorted by the bytes of its keys
    Object associated = Object::newArray();
    for (const auto& entry : byName) {
        const auto isNew = [&](const EmbeddedFilePlan& plan) { return text(plan.name).getStringValue() == entry.first; };
        if (std::none_of(files.begin(), files.end(), isNew))
            associated.appendItem(entry.second);
    }
    for (const EmbeddedFilePlan& plan : files) {
        Object name = text(plan.name);
        Object stream = embeddedStream(pdf, plan, detached);
        Object specification = pdf.makeIndirectObject(Object::newDictionary());
        specification.replaceKey("/Type", Object::newName("/Filespec"));
        specification.replaceKey("/F", name);
        specification.replaceKey("/UF", name);
        specification.replaceKey("/AFRelationship", Object::newName("/" + plan.relationship.toStdString()));
        if (!plan.description.isEmpty())
            specification.replaceKey("/Desc", text(plan.description));
        Object streams = dictionaryAt(specification, "/EF");
        streams.replaceKey("/F", stream);
        streams.replaceKey("/UF", stream);
        associated.appendItem(specification);
        byName[name.getStringValue()] = specification;
    }
    Object names = Object::newArray();
    for (const auto& [name, specification] : byName) {
        names.appendItem(Object::newString(name));
        names.appendItem(specification);
    }
    dictionaryAt(dictionaryAt(pdf.getRoot(), "/Names"), "/EmbeddedFiles").replaceKey("/Names", names);
    pdf.getRoot().replaceKey("/AF", associated);
}

void describeDocument(QPDF& pdf, const AssemblyPlan& plan)
{
    Object information = pdf.makeIndirectObject(Object::newDictionary());
    const std::map<std::string, QString> texts{{"/Title", plan.title},      {"/Author", plan.author},
                                               {"/Subject", plan.subject},  {"/Keywords", plan.keywords},
                                               {"/Creator", plan.producer}, {"/Producer", plan.producer}};
    for (const auto& [key, value] : texts)
        if (!value.isEmpty())
            information.replaceKey(key, text(value));
    if (plan.date.isValid()) {
        information.replaceKey("/CreationDate", Object::newString(pdfDate(plan.date).toStdString()));
        information.replaceKey("/ModDate", Object::newString(pdfDate(plan.date).toStdString()));
    }
    pdf.getTrailer().replaceKey("/Info", information);

    Object root = pdf.getRoot();
    Object metadata = pdf.newStream(xmp(plan).toStdString());
    metadata.getDict().replaceKey("/Type", Object::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", Object::newName("/XML"));
    root.replaceKey("/Metadata", metadata);
    if (!plan.language.isEmpty())
        root.replaceKey("/Lang", text(plan.language));
    dictionaryAt(root, "/ViewerPreferences").replaceKey("/DisplayDocTitle", Object::newBool(true));
}

} // namespace jz
