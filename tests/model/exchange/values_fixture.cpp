// SPDX-License-Identifier: Apache-2.0
#include "tests/model/exchange/values_fixture.h"

#include "model/base/json_file.h"
#include "model/base/sha256.h"
#include "model/call/call_pack_reader.h"
#include "resources/init_resources.h"

#include <QBuffer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>

namespace jz::test {

using namespace Qt::StringLiterals;

namespace {

/// A PDF of one empty page; a comment makes it one of its own.
QByteArray tinyPdf(const QByteArray& comment)
{
    const QList<QByteArray> objects{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>"};
    QByteArray pdf = "%PDF-1.4\n%" + comment + "\n";
    QByteArray table = "xref\n0 4\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
    }
    return pdf + table + "trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n" + QByteArray::number(pdf.size()) + "\n%%EOF\n";
}

} // namespace

QByteArray tinyFile(const QString& name)
{
    if (name.endsWith(u".pdf"_s))
        return tinyPdf(name.toUtf8());
    const QByteArray own = sha256(name.toUtf8());
    QImage image(4, 2, QImage::Format_RGB32);
    for (int i = 0; i < 8; ++i)
        image.setPixel(i % 4, i / 4, qRgb(uchar(own.at(i)), uchar(own.at(i + 8)), uchar(own.at(i + 16))));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, name.endsWith(u".png"_s) ? "PNG" : "JPEG", 100);
    return bytes;
}

void ValuesFolder::copySample(const QString& name) const
{
    initResources();
    const QByteArray bytes = readFile(u":/samples/"_s + name);
    write(u"values.json"_s, bytes);
    const QJsonObject attachments = parseJsonObject(bytes, name).value("attachments"_L1).toObject();
    for (const QJsonValue& list : attachments) {
        for (const QJsonValue& item : list.toArray()) {
            const QString file = item.isString() ? item.toString() : item.toObject().value("path"_L1).toString();
            write(file, tinyFile(file));
        }
    }
}

void ValuesFolder::writeValues(const QJsonObject& file) const
{
    write(u"values.json"_s, QJsonDocument(file).toJson());
}

ValuesFile ValuesFolder::read() const
{
    return readValuesFile(path(u"values.json"_s), findBuiltInCallPack);
}

QStringList places(const Findings& findings)
{
    QStringList lines;
    for (const Finding& finding : findings)
        lines.append(finding.rule + u' ' + finding.field + u' '
                     + (finding.row ? QString::number(*finding.row) : u"-"_s));
    return lines;
}

} // namespace jz::test
