// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/damaged_picture.h"
#include "model/pdf/foreign_decoders.h"
#include "model/pdf/shrinking_image.h"

#include <tiffio.h>

#include <QFile>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = qint64(256) << 20; ///< of one strip or row of tiles, decoded

struct Close
{
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using TiffHandle = std::unique_ptr<TIFF, Close>;

int keepFirstWords(TIFF*, void* words, const char* module, const char* format, va_list arguments)
{
    QString& detail = *static_cast<QString*>(words);
    if (detail.isEmpty())
        detail = QString::fromUtf8(module) + u": "_s + QString::vasprintf(format, arguments);
    return 1;
}

int silent(TIFF*, void*, const char*, const char*, va_list)
{
    return 1;
}

class TiffDecoder
{
public:
    explicit TiffDecoder(const QString& path) : m_path(path)
    {
        TIFFOpenOptions* options = TIFFOpenOptionsAlloc();
        TIFFOpenOptionsSetErrorHandlerExtR(options, keepFirstWords, &m_detail);
        TIFFOpenOptionsSetWarningHandlerExtR(options, silent, nullptr);
        TIFFOpenOptionsSetMaxSingleMemAlloc(options, mostBytes);
        m_tiff.reset(TIFFOpenExt(QFile::encodeName(path).constData(), "rm", options));
        TIFFOpenOptionsFree(options);
        if (!m_tiff)
            fail();
    }

    QImage page(int page, const QSize& target)
    {
        openPage(page);
        m_size = QSize(int(number(TIFFTAG_IMAGEWIDTH)), int(number(TIFFTAG_IMAGELENGTH)));
        if (m_size.isEmpty())
            fail();
        ShrinkingImage image(m_size, target);
        if (TIFFIsTiled(handle()))
            tiles(image);
        else if (hasPlainRows())
            plainRows(image);
        else
            strips(image);
        QImage result = image.take();
        bringToSrgb(result, profile());
        return result;
    }

private:
    TIFF* handle() const { return m_tiff.get(); }
    [[noreturn]] void fail() const { throw damagedPicture(m_path, m_detail); }

    quint32 number(ttag_t tag) const
    {
        quint32 value = 0;
        TIFFGetField(handle(), tag, &value);
        return value;
    }

    QByteArray profile() const
    {
        void* bytes = nullptr;
        quint32 length = 0;
        const bool there = TIFFGetField(handle(), TIFFTAG_ICCPROFILE, &length, &bytes) && bytes;
        return there ? QByteArray(static_cast<const char*>(bytes), length) : QByteArray();
    }

    quint16 word(ttag_t tag) const
    {
        quint16 value = 0;
        TIFFGetFieldDefaulted(handle(), tag, &value);
        return value;
    }

    /// Pages are the directories that are no previews; all of them when there are only such.
    void openPage(int page)
    {
        QList<int> whole;
        QList<int> all;
        do {
            all << int(TIFFCurrentDirectory(handle()));
            if (!(number(TIFFTAG_SUBFILETYPE) & FILETYPE_REDUCEDIMAGE))
                whole << all.last();
        } while (whole.size() <= page && TIFFReadDirectory(handle()));
        const int directory = (whole.isEmpty() ? all : whole).value(page, -1);
        if (directory < 0 || !TIFFSetDirectory(handle(), tdir_t(directory)))
            fail();
    }

    void checkSize(qint64 bytes) const
    {
        if (bytes > mostBytes)
            throw tooLargePicture(m_path, m_size);
    }

    /// Rows of one or eight bits gray, eight bits RGB or CMYK come one by one, however big the strips are.
    bool hasPlainRows() const
    {
        const int bits = word(TIFFTAG_BITSPERSAMPLE);
        const int samples = word(TIFFTAG_SAMPLESPERPIXEL);
        const int colour = word(TIFFTAG_PHOTOMETRIC);
        if (word(TIFFTAG_PLANARCONFIG) != PLANARCONFIG_CONTIG)
            return false;
        if (colour == PHOTOMETRIC_MINISBLACK || colour == PHOTOMETRIC_MINISWHITE)
            return samples == 1 && (bits == 1 || bits == 8);
        if (colour == PHOTOMETRIC_SEPARATED)
            return samples == 4 && bits == 8;
        return colour == PHOTOMETRIC_RGB && samples == 3 && bits == 8;
    }

    void plainRows(ShrinkingImage& image)
    {
        const auto length = static_cast<qint64>(TIFFScanlineSize64(handle()));
        checkSize(length + qint64(m_size.width()) * 4);
        const CmykRows cmyk(profile());
        const int samples = word(TIFFTAG_SAMPLESPERPIXEL);
        QByteArray bytes(length, '\0');
        std::vector<QRgb> row(size_t(m_size.width()));
        for (int y = 0; y < m_size.height(); ++y) {
            if (TIFFReadScanline(handle(), bytes.data(), quint32(y)) < 0)
                fail();
            const auto* from = reinterpret_cast<const uchar*>(bytes.constData());
            if (samples == 4)
                cmyk.convert(from, row.data(), m_size.width());
            else if (samples == 3)
                colourRow(from, row);
            else
                grayRow(from, row);
            image.addRow(row.data());
        }
    }

    static void colourRow(const uchar* from, std::vector<QRgb>& row)
    {
        for (size_t x = 0; x < row.size(); ++x)
            row[x] = qRgb(from[3 * x], from[3 * x + 1], from[3 * x + 2]);
    }

    void grayRow(const uchar* from, std::vector<QRgb>& row) const
    {
        const bool bitwise = word(TIFFTAG_BITSPERSAMPLE) == 1;
        const int flip = word(TIFFTAG_PHOTOMETRIC) == PHOTOMETRIC_MINISWHITE ? 255 : 0;
        for (size_t x = 0; x < row.size(); ++x) {
            const int gray = (bitwise ? (from[x / 8] >> (7 - x % 8) & 1) * 255 : from[x]) ^ flip;
            row[x] = qRgb(gray, gray, gray);
        }
    }

    static QRgb fromTiff(quint32 pixel)
    {
        return qRgba(int(TIFFGetR(pixel)), int(TIFFGetG(pixel)), int(TIFFGetB(pixel)), int(TIFFGetA(pixel)));
    }

    void strips(ShrinkingImage& image)
    {
        const quint32 perStrip = std::min(std::max(1U, quint32(rowsPerStrip())), quint32(m_size.height()));
        checkSize(qint64(perStrip) * m_size.width() * 4);
        std::vector<quint32> raster(size_t(perStrip) * size_t(m_size.width()));
        std::vector<QRgb> row(size_t(m_size.width()));
        for (quint32 y = 0; y < quint32(m_size.height()); y += perStrip) {
            const quint32 count = std::min(perStrip, quint32(m_size.height()) - y);
            if (!TIFFReadRGBAStripExt(handle(), y, raster.data(), 1))
                fail();
            for (quint32 i = 0; i < count; ++i) { // the raster begins below
                const quint32* from = raster.data() + size_t(count - 1 - i) * row.size();
                std::transform(from, from + row.size(), row.begin(), fromTiff);
                image.addRow(row.data());
            }
        }
    }

    quint32 rowsPerStrip() const
    {
        quint32 rows = 0;
        TIFFGetFieldDefaulted(handle(), TIFFTAG_ROWSPERSTRIP, &rows);
        return rows;
    }

    void tiles(ShrinkingImage& image)
    {
        const quint32 width = number(TIFFTAG_TILEWIDTH);
        const quint32 height = number(TIFFTAG_TILELENGTH);
        checkSize(qint64(width) * height * 4);
        checkSize(qint64(m_size.width()) * height * 4);
        std::vector<quint32> tile(size_t(width) * height);
        std::vector<QRgb> band(size_t(m_size.width()) * height);
        for (quint32 y = 0; y < quint32(m_size.height()); y += height) {
            for (quint32 x = 0; x < quint32(m_size.width()); x += width) {
                if (!TIFFReadRGBATileExt(handle(), x, y, tile.data(), 1))
                    fail();
                const quint32 across = std::min(width, quint32(m_size.width()) - x);
                for (quint32 i = 0; i < height; ++i)
                    std::transform(tile.data() + size_t(height - 1 - i) * width,
                                   tile.data() + size_t(height - 1 - i) * width + across,
                                   band.data() + size_t(i) * size_t(m_size.width()) + x, fromTiff);
            }
            for (quint32 i = 0; i < std::min(height, quint32(m_size.height()) - y); ++i)
                image.addRow(band.data() + size_t(i) * size_t(m_size.width()));
        }
    }

    QString m_path;
    QString m_detail;
    TiffHandle m_tiff;
    QSize m_size;
};

} // namespace

QImage decodeTiff(const QString& path, int page, const QSize& target)
{
    return TiffDecoder(path).page(page, target);
}

} // namespace jz
