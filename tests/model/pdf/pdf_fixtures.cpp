// SPDX-License-Identifier: Apache-2.0
#include "tests/model/pdf/pdf_fixtures.h"

#include "tests/support/boost_test.h"

#include <QPainter>

#include <cmath>

#include <sys/resource.h>

namespace jz::test {

QByteArray pdfOf(const QList<QByteArray>& objects)
{
    QByteArray pdf("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    QByteArray table("0000000000 65535 f \n");
    int number = 0;
    for (const QByteArray& object : objects) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(++number) + " 0 obj\n" + object + "\nendobj\n";
    }
    const QByteArray size = QByteArray::number(objects.size() + 1);
    const QByteArray place = QByteArray::number(pdf.size());
    return pdf + "xref\n0 " + size + "\n" + table + "trailer\n<< /Size " + size + " /Root 1 0 R >>\nstartxref\n" + place
           + "\n%%EOF\n";
}

QByteArray streamObject(const QByteArray& data, const QByteArray& entries)
{
    return "<< " + entries + " /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data + "\nendstream";
}

QByteArray skeletonPdf(int pages)
{
    QByteArray kids;
    QList<QByteArray> objects{"<< /Type /Catalog /Pages 2 0 R >>", {},
                              "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
    for (int i = 0; i < pages; ++i) {
        const QByteArray content = "1 0 0 -1 0 842 cm BT /F1 12 Tf 1 0 0 -1 20 30 Tm (Page " + QByteArray::number(i + 1)
                                   + ") Tj ET";
        objects.append("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
                       " /Contents " + QByteArray::number(objects.size() + 2) + " 0 R >>");
        kids += QByteArray::number(objects.size()) + " 0 R ";
        objects.append(streamObject(content));
    }
    objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + QByteArray::number(pages) + " >>";
    return pdfOf(objects);
}

QByteArray redOverBluePdf(const QByteArray& pageEntries, const QList<QByteArray>& more)
{
    return pdfOf(QList<QByteArray>{"<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R >>",
                                   "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                   "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 200] /Contents 4 0 R "
                                       + pageEntries + " >>",
                                   streamObject("1 0 0 rg 0 100 100 100 re f 0 0 1 rg 0 0 100 100 re f")}
                 + (more.isEmpty() ? QList<QByteArray>{"<< /Fields [] >>"} : more));
}

QString quarters(const QString& path, const QSize& size)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    const QSize half = size / 2;
    painter.fillRect(QRect({0, 0}, size), QColor(255, 0, 0));
    painter.fillRect(QRect({half.width(), 0}, size), QColor(0, 255, 0));
    painter.fillRect(QRect({0, half.height()}, size), QColor(0, 0, 255));
    painter.fillRect(QRect({half.width(), half.height()}, size), QColor(255, 255, 0));
    painter.end();
    BOOST_REQUIRE(image.save(path, nullptr, 95));
    return path;
}

QByteArray withSegment(const QByteArray& jpeg, uchar marker, const QByteArray& body)
{
    const qsizetype size = body.size() + 2;
    QByteArray segment("\xFF");
    segment.append(char(marker)).append(char(size >> 8)).append(char(size & 0xFF)).append(body);
    return jpeg.left(2) + segment + jpeg.mid(2);
}

QByteArray exifBody(int orientation)
{
    // Little endian; make at 8+2+3*12+4 = 50, GPS directory at 58
    QByteArray tiff("II*\0\x08\0\0\0\x03\0", 10);
    tiff += QByteArray("\x0F\x01\x02\0\x08\0\0\0\x32\0\0\0", 12);
    tiff += QByteArray("\x12\x01\x03\0\x01\0\0\0", 8) + char(orientation) + QByteArray("\0\0\0", 3);
    tiff += QByteArray("\x25\x88\x04\0\x01\0\0\0\x3A\0\0\0", 12) + QByteArray(4, '\0') + QByteArray("GPSCAM7", 8);
    tiff += QByteArray("\x01\0\x01\0\x02\0\x02\0\0\0N\0\0\0\0\0\0\0", 18);
    return QByteArray("Exif\0\0", 6) + tiff;
}

QImage drawn(const QString& pdf, int page)
{
    const QString number = QString::number(page);
    const ProcessResult result = run(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("72"),
        QStringLiteral("-f"), number, QStringLiteral("-l"), number, QStringLiteral("-png"), pdf});
    QImage image;
    BOOST_REQUIRE(image.loadFromData(result.out, "PNG"));
    return image;
}

QString colourAt(const QImage& page, double xMm, double yMm)
{
    const QColor colour = page.pixelColor(int(std::lround(xMm * 72 / 25.4)), int(std::lround(yMm * 72 / 25.4)));
    QString word;
    for (const int part : {colour.red(), colour.green(), colour.blue()})
        word += part > 200 ? u'1' : part < 55 ? u'0' : u'?';
    const QMap<QString, QString> words{{QStringLiteral("100"), QStringLiteral("red")},
        {QStringLiteral("010"), QStringLiteral("green")}, {QStringLiteral("001"), QStringLiteral("blue")},
        {QStringLiteral("110"), QStringLiteral("yellow")}, {QStringLiteral("111"), QStringLiteral("white")},
        {QStringLiteral("000"), QStringLiteral("black")}};
    return words.value(word, colour.name());
}

bool passesQpdfCheck(const QString& pdf)
{
    const ProcessResult result = run(QStringLiteral("qpdf"), {QStringLiteral("--check"), pdf});
    const bool clean = result.exitCode == 0 && result.err.isEmpty() && !result.out.contains("WARNING");
    if (!clean)
        BOOST_TEST_MESSAGE(result.out.toStdString() << result.err.toStdString());
    return clean;
}

qint64 peakMemory()
{
#ifdef __SANITIZE_ADDRESS__
    return 0;
#else
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return qint64(usage.ru_maxrss) * 1024;
#endif
}

std::function<bool(const Error&)> tells(ErrorCode code, const QString& name)
{
    return [=](const Error& error) {
        return error.code() == code && error.message().zh.contains(name) && error.message().en.contains(name);
    };
}

QByteArray plainJpeg(const QSize& size, int components, const QByteArray& adobe,
                     const std::function<QByteArray(int)>& bitsOfUnit)
{
    const auto segment = [](uchar marker, const QByteArray& body) -> QByteArray {
        return QByteArray("\xFF") + char(marker) + char((body.size() + 2) >> 8) + char((body.size() + 2) & 0xFF) + body;
    };
    QByteArray frame("\x08");
    frame.append(char(size.height() >> 8)).append(char(size.height())).append(char(size.width() >> 8));
    frame.append(char(size.width())).append(char(components));
    QByteArray scan(1, char(components));
    for (int i = 1; i <= components; ++i) {
        frame.append(char(i)).append('\x11').append('\0');
        scan.append(char(i)).append('\0');
    }
    QByteArray jpeg("\xFF\xD8");
    jpeg += adobe.isEmpty() ? QByteArray() : segment(0xEE, adobe);
    jpeg += segment(0xDB, QByteArray(1, '\0') + QByteArray(64, '\x08')) + segment(0xC0, frame);
    jpeg += segment(0xC4, QByteArray("\0\0\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\7\x08", 20));
    jpeg += segment(0xC4, QByteArray("\x10\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 18));
    jpeg += segment(0xDA, scan + QByteArray("\0\x3F\0", 3));
    const int units = (size.width() + 7) / 8 * ((size.height() + 7) / 8);
    int byte = 0;
    int filled = 0;
    const auto put = [&](char bit) {
        byte = byte << 1 | (bit == '1');
        if (++filled == 8) {
            jpeg.append(char(byte));
            if (byte == 0xFF)
                jpeg.append('\0');
            byte = filled = 0;
        }
    };
    for (int unit = 0; unit < units; ++unit)
        for (const char bit : bitsOfUnit(unit))
            put(bit);
    while (filled != 0)
        put('1');
    return jpeg + "\xFF\xD9";
}

QByteArray pagesPdf(const QList<QSize>& sizes, const QByteArray& more)
{
    QByteArray kids;
    QList<QByteArray> objects{"<< /Type /Catalog /Pages 2 0 R >>", {}};
    for (qsizetype i = 0; i < sizes.size(); ++i) {
        const QByteArray box = QByteArray::number(sizes[i].width()) + " " + QByteArray::number(sizes[i].height());
        objects.append("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + box + "] /Contents "
                       + QByteArray::number(objects.size() + 2) + " 0 R " + more + " >>");
        kids += QByteArray::number(objects.size()) + " 0 R ";
        objects.append(streamObject((i < sizes.size() / 2 ? "1 0 0 rg 0 0 " : "0 0 1 rg 0 0 ") + box + " re f"));
    }
    objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + QByteArray::number(sizes.size()) + " >>";
    return pdfOf(objects);
}

} // namespace jz::test
