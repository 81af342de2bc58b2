// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/document_writer.h"

#include "model/base/output_file.h"
#include "model/exchange/bundle.h"

#include <QTemporaryDir>
#include <QXmlStreamWriter>

#include <cmath>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

using Kind = DocumentPart::Kind;

// Twentieths of a point: A4 and the margins of GB/T 9704.
constexpr int paperShort = 11906;
constexpr int paperLong = 16838;
constexpr int marginTop = 2098;
constexpr int marginBottom = 1984;
constexpr int marginLeft = 1588;
constexpr int marginRight = 1474;
constexpr int bodyHalfPoints = 32;  // 三号
constexpr int titleHalfPoints = 44; // 二号
constexpr int cellHalfPoints = 21;  // 五号
constexpr int lineTwentieths = 560; // 28 points, as GB/T 9704 sets them

constexpr const char* wordNames = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Writes word/document.xml.
class BodyWriter
{
public:
    BodyWriter(QByteArray* out, bool landscape) : m_xml(out), m_landscape(landscape) {}

    void write(const QList<DocumentPart>& parts)
    {
        m_xml.writeStartDocument(u"1.0"_s, true);
        m_xml.writeNamespace(QLatin1StringView(wordNames), u"w"_s);
        start("document");
        start("body");
        for (const DocumentPart& part : parts)
            this->part(part);
        section();
        m_xml.writeEndDocument();
    }

private:
    void start(const char* name) { m_xml.writeStartElement(QLatin1StringView(wordNames), QLatin1StringView(name)); }
    void end() { m_xml.writeEndElement(); }
    void attribute(const char* name, const QString& value) { m_xml.writeAttribute(QLatin1StringView(wordNames), QLatin1StringView(name), value); }
    void attribute(const char* name, int value) { attribute(name, QString::number(value)); }
    void single(const char* name, const char* key, const QString& value)
    {
        start(name);
        attribute(key, value);
        end();
    }

    void part(const DocumentPart& part)
    {
        if (part.kind == Kind::Table)
            return table(part);
        const QStringList lines = part.words.split(u'\n');
        for (const QString& line : lines)
            paragraph(part.kind, line);
    }

    void paragraph(Kind kind, const QString& words)
    {
        start("p");
        start("pPr");
        start("spacing");
        attribute("line", kind == Kind::Title ? lineTwentieths * 5 / 4 : lineTwentieths);
        attribute("lineRule", u"atLeast"_s);
        attribute("after", kind == Kind::Title ? lineTwentieths / 2 : 0);
        end();
        if (kind == Kind::Paragraph) {
            start("ind");
            attribute("firstLineChars", 200);
            attribute("firstLine", bodyHalfPoints * 20);
            end();
        }
        single("jc", "val", kind == Kind::Title ? u"center"_s : kind == Kind::Right ? u"right"_s : u"both"_s);
        end();
        if (kind == Kind::PageBreak) {
            start("r");
            single("br", "type", u"page"_s);
            end();
        } else {
            run(words, kind == Kind::Title ? titleHalfPoints : kind == Kind::Large ? titleHalfPoints : bodyHalfPoints, kind == Kind::Title || kind == Kind::Large);
        }
        end();
    }

    void run(const QString& words, int halfPoints, bool heading)
    {
        const QString face = heading ? u"宋体"_s : u"仿宋"_s;
        start("r");
        start("rPr");
        start("rFonts");
        attribute("ascii", u"Times New Roman"_s);
        attribute("hAnsi", u"Times New Roman"_s);
        attribute("eastAsia", face);
        end();
        if (heading) {
            start("b");
            end();
        }
        single("sz", "val", QString::number(halfPoints));
        single("szCs", "val", QString::number(halfPoints));
        end();
        start("t");
        m_xml.writeAttribute(u"http://www.w3.org/XML/1998/namespace"_s, u"space"_s, u"preserve"_s);
        m_xml.writeCharacters(words);
        end();
        end();
    }

    void table(const DocumentPart& part)
    {
        start("tbl");
        start("tblPr");
        start("tblW");
        attribute("w", width());
        attribute("type", u"dxa"_s);
        end();
        start("tblBorders");
        for (const char* const edge : {"top", "left", "bottom", "right", "insideH", "insideV"}) {
            start(edge);
            attribute("val", u"single"_s);
            attribute("sz", 4);
            attribute("space", 0);
            attribute("color", u"000000"_s);
            end();
        }
        end();
        single("tblLayout", "type", u"fixed"_s);
        end();
        start("tblGrid");
        for (int i = 0; i < part.headers.size(); ++i)
            single("gridCol", "w", QString::number(columnWidth(part, i)));
        end();
        row(part, part.headers, true);
        for (const QStringList& each : part.rows)
            row(part, each, false);
        end();
    }

    int width() const { return (m_landscape ? paperLong : paperShort) - marginLeft - marginRight; }
    int columnWidth(const DocumentPart& part, int column) const { return int(std::lround(width() * part.shares.value(column, 1.0 / double(part.headers.size())))); }

    void row(const DocumentPart& part, const QStringList& cells, bool header)
    {
        start("tr");
        start("trPr");
        start("cantSplit");
        end();
        if (header) {
            start("tblHeader");
            end();
        }
        end();
        for (int i = 0; i < part.headers.size(); ++i) {
            start("tc");
            start("tcPr");
            start("tcW");
            attribute("w", columnWidth(part, i));
            attribute("type", u"dxa"_s);
            end();
            single("vAlign", "val", u"center"_s);
            end();
            const QStringList lines = cells.value(i).split(u'\n');
            for (const QString& line : lines) {
                start("p");
                start("pPr");
                single("jc", "val", header ? u"center"_s : u"left"_s);
                end();
                run(line, cellHalfPoints, header);
                end();
            }
            end();
        }
        end();
    }

    void section()
    {
        start("sectPr");
        start("pgSz");
        attribute("w", m_landscape ? paperLong : paperShort);
        attribute("h", m_landscape ? paperShort : paperLong);
        if (m_landscape)
            attribute("orient", u"landscape"_s);
        end();
        start("pgMar");
        attribute("top", marginTop);
        attribute("right", marginRight);
        attribute("bottom", marginBottom);
        attribute("left", marginLeft);
        attribute("header", 851);
        attribute("footer", 992);
        attribute("gutter", 0);
        end();
        end();
    }

    QXmlStreamWriter m_xml;
    bool m_landscape;
};

const QByteArray contentTypes = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)";

const QByteArray relations = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>)";

} // namespace

void writeDocumentFile(const QString& path, const QList<DocumentPart>& parts, bool landscape)
{
    QByteArray body;
    BodyWriter(&body, landscape).write(parts);
    const QTemporaryDir scratch;
    QList<BundleFile> files;
    for (const auto& [name, bytes] : {std::pair{u"[Content_Types].xml"_s, contentTypes}, {u"_rels/.rels"_s, relations}, {u"word/document.xml"_s, body}}) {
        const QString place = scratch.filePath(QString::number(files.size()));
        writeWholeFile(place, bytes);
        files << BundleFile{name, place};
    }
    writeBundle(path, files, BundleKind::Zip);
}

} // namespace jz
