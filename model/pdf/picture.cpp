// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/picture.h"

#include "model/pdf/damaged_picture.h"
#include "model/base/json_file.h"
#include "model/pdf/foreign_decoders.h"
#include "model/pdf/jpeg_cleaner.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QImageWriter>
#include <QSet>
#include <QTransform>

#include <cmath>
#include <mutex>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int decodingLimitMb = 256;
constexpr qsizetype fewColours = 4096;
constexpr qsizetype mostKept = qsizetype(128) << 20;

Error undecodable(const QString& path, const QImageReader& reader)
{
    const QSize size = reader.size();
    if (qint64(size.width()) * size.height() * 4 > qint64(decodingLimitMb) << 20)
        return tooLargePicture(path, size, reader.errorString());
    return damagedPicture(path, reader.errorString());
}

/// Aligned to the blocks of JPEG: neighbouring parts share an edge, and the decoder may scale by itself.
int alignedEdge(double fraction, int length)
{
    const int edge = int(std::lround(fraction * length / 8)) * 8;
    return fraction >= 1 ? length : std::clamp(edge, 0, length);
}

QRect alignedRect(const QRectF& part, const QSize& size)
{
    const int left = alignedEdge(part.left(), size.width());
    const int top = alignedEdge(part.top(), size.height());
    const int right = std::max(alignedEdge(part.right(), size.width()), std::min(left + 1, size.width()));
    const int bottom = std::max(alignedEdge(part.bottom(), size.height()), std::min(top + 1, size.height()));
    return {left, top, std::max(1, right - left), std::max(1, bottom - top)};
}

/// Where `part` of the upright picture lies in the picture as stored; both as fractions.
QRectF storedPart(const QRectF& part, QImageIOHandler::Transformations turn)
{
    // Qt mirrors and flips first and turns by 90 degrees clockwise last; this goes the way back.
    QRectF rect = part;
    if (turn & QImageIOHandler::TransformationRotate90)
        rect = QRectF(rect.top(), 1 - rect.right(), rect.height(), rect.width());
    if (turn & QImageIOHandler::TransformationMirror)
        rect.moveLeft(1 - rect.right());
    if (turn & QImageIOHandler::TransformationFlip)
        rect.moveTop(1 - rect.bottom());
    return rect;
}

/// Size in pixels for `native` pixels shown at `inches`: never more than `dpi`, never more than there are.
QSize sizeOnPage(const QSize& native, const QSizeF& inches, double dpi)
{
    const double factor = std::min({1.0, std::ceil(inches.width() * dpi) / native.width(),
                                    std::ceil(inches.height() * dpi) / native.height()});
    return {std::max(1, int(std::lround(native.width() * factor))),
            std::max(1, int(std::lround(native.height() * factor)))};
}

QImage overWhite(QImage image)
{
    const QColorSpace space = image.colorSpace();
    if (space.isValid() && space != QColorSpace(QColorSpace::SRgb)) {
        image = image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
        image.convertToColorSpace(QColorSpace::SRgb);
    }
    if (!image.hasAlphaChannel())
        return image.convertToFormat(QImage::Format_RGB32);
    image = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int white = 255 - qAlpha(line[x]);
            line[x] = qRgb(qRed(line[x]) + white, qGreen(line[x]) + white, qBlue(line[x]) + white);
        }
    }
    image.reinterpretAsFormat(QImage::Format_RGB32);
    return image;
}

/// The colours of an RGB32 picture, in order of first appearance; stops when there are more than `most`.
QList<QRgb> coloursOf(const QImage& image, qsizetype most)
{
    QList<QRgb> colours;
    QSet<QRgb> seen;
    QRgb last = 0;
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            if (line[x] == last || seen.contains(line[x]))
                continue;
            last = line[x];
            seen.insert(last);
            colours.append(last);
            if (colours.size() > most)
                return colours;
        }
    }
    return colours;
}

QByteArray deflated(const QByteArray& bytes)
{
    return qCompress(bytes, 9).mid(4);
}

/// Rows without the padding that QImage gives them.
QByteArray rows(const QImage& image, int bytesPerPixel)
{
    QByteArray bytes;
    bytes.reserve(qsizetype(image.width()) * image.height() * bytesPerPixel);
    for (int y = 0; y < image.height(); ++y)
        bytes.append(reinterpret_cast<const char*>(image.constScanLine(y)), qsizetype(image.width()) * bytesPerPixel);
    return bytes;
}

EncodedPicture exact(const QImage& image, const QList<QRgb>& colours, bool gray)
{
    EncodedPicture result;
    result.pixels = image.size();
    result.filter = EncodedPicture::Filter::Flate;
    if (gray) {
        result.colour = EncodedPicture::Colour::Gray;
        result.data = deflated(rows(image.convertToFormat(QImage::Format_Grayscale8), 1));
    } else if (colours.size() <= 256) {
        result.colour = EncodedPicture::Colour::Palette;
        for (const QRgb colour : colours)
            result.palette += QByteArray{}.append(char(qRed(colour))).append(char(qGreen(colour))).append(
                char(qBlue(colour)));
        result.data = deflated(rows(image.convertToFormat(QImage::Format_Indexed8, colours), 1));
    } else {
        result.data = deflated(rows(image.convertToFormat(QImage::Format_RGB888), 3));
    }
    return result;
}

EncodedPicture photo(const QImage& image, bool gray, const QString& path)
{
    EncodedPicture result;
    result.pixels = image.size();
    result.colour = gray ? EncodedPicture::Colour::Gray : EncodedPicture::Colour::Rgb;
    QImage plain = gray ? image.convertToFormat(QImage::Format_Grayscale8) : image;
    plain.setColorSpace({});
    QBuffer buffer(&result.data);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(85);
    if (!writer.write(plain))
        throw damagedPicture(path, writer.errorString());
    return result;
}

bool isGray(const QImage& image)
{
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            if (!qIsGray(line[x]))
                return false;
    }
    return true;
}

} // namespace

bool goesInUnchanged(const AttachmentSource& source, const PictureUse& use)
{
    if (source.kind != AttachmentKind::Jpeg || use.part != QRectF(0, 0, 1, 1))
        return false;
    QFile file(source.path);
    openForReading(file);
    const JpegFacts facts = walkJpeg(file);
    const bool small = facts.pixels.width() <= std::ceil(use.inches.width() * use.dpi)
                       && facts.pixels.height() <= std::ceil(use.inches.height() * use.dpi);
    const bool plain = facts.huffman && facts.precision == 8 && !facts.rgb && !facts.needsCleaning
                       && (facts.components == 1 || facts.components == 3);
    if (!small || !plain || source.pictures.first().orientation != 1)
        return false;
    if (!facts.hasProfile)
        return true;
    QImageReader reader(source.path, "jpeg");
    reader.setScaledSize({8, 8});
    const QColorSpace space = reader.read().colorSpace();
    return space == QColorSpace(QColorSpace::SRgb);
}

namespace {

/// By Qt's own readers; a part of the picture when `clip` is given (JPEG alone reads parts).
QImage decodeByQt(const AttachmentSource& source, const QSize& target, const QRect& clip = {})
{
    static const bool limited = [] {
        QImageReader::setAllocationLimit(decodingLimitMb);
        return true;
    }();
    Q_UNUSED(limited);
    QImageReader reader(source.path, mimeOf(source.kind).mid(6));
    reader.setAutoTransform(false);
    if (!clip.isNull())
        reader.setClipRect(clip);
    if (target != (clip.isNull() ? source.pictures.first().pixels : clip.size()))
        reader.setScaledSize(target);
    const QImage image = reader.read();
    if (image.isNull())
        throw undecodable(source.path, reader);
    return image;
}

/// Several big pictures at once would need too much memory: they wait for each other.
std::unique_lock<std::mutex> turnOf(const QSize& pixels)
{
    static std::mutex big;
    constexpr qint64 bigPicture = 24'000'000;
    const bool waits = qint64(pixels.width()) * pixels.height() > bigPicture;
    return waits ? std::unique_lock(big) : std::unique_lock<std::mutex>();
}

QImage decodeWhole(const AttachmentSource& source, int page, const QSize& target)
{
    const std::unique_lock<std::mutex> turn = turnOf(source.pictures.at(page).pixels);
    switch (source.kind) {
    case AttachmentKind::Tiff:
        return decodeTiff(source.path, page, target);
    case AttachmentKind::Webp:
        return decodeWebp(source.path, target);
    case AttachmentKind::Heic:
        return decodeHeic(source.path, target);
    default:
        return decodeByQt(source, target);
    }
}

QImage uprightImage(QImage image, int orientation)
{
    const auto turn = transformationsOf(orientation);
    if (turn & (QImageIOHandler::TransformationMirror | QImageIOHandler::TransformationFlip))
        image = image.mirrored(turn & QImageIOHandler::TransformationMirror, turn & QImageIOHandler::TransformationFlip);
    return turn & QImageIOHandler::TransformationRotate90 ? image.transformed(QTransform().rotate(90)) : image;
}

QSize atLeastOne(double width, double height)
{
    return {std::max(1, int(std::lround(width))), std::max(1, int(std::lround(height)))};
}

} // namespace

QImage PictureEncoder::decodePart(const AttachmentSource& source, const PictureUse& use)
{
    const PicturePage& page = source.pictures.at(use.page);
    const QSize stored = page.pixels;
    const QRect clip = alignedRect(storedPart(use.part, transformationsOf(page.orientation)), stored);
    const QSize scaled = sizeOnPage(clip.size(), changesSides(page.orientation) ? use.inches.transposed() : use.inches, use.dpi);
    const bool whole = clip.size() == stored;
    if (source.kind == AttachmentKind::Jpeg)
        return uprightImage(decodeByQt(source, scaled, whole ? QRect() : clip), page.orientation);
    if (whole)
        return uprightImage(decodeWhole(source, use.page, scaled), page.orientation);
    const double scale = double(scaled.width()) / clip.width();
    const QSize target = atLeastOne(stored.width() * scale, stored.height() * scale);
    QImage image = m_whole.image;
    if (m_whole.path != source.path || m_whole.page != use.page || m_whole.size != target) {
        m_whole = {}; // Before the next is decoded: never two in memory
        image = {};
        image = decodeWhole(source, use.page, target);
        if (image.sizeInBytes() <= mostKept)
            m_whole = {source.path, use.page, target, image};
    }
    const QRect part(QPoint(int(std::lround(clip.x() * scale)), int(std::lround(clip.y() * scale))), scaled);
    return uprightImage(image.copy(part.intersected(image.rect())), page.orientation);
}

EncodedPicture PictureEncoder::encode(const AttachmentSource& source, const PictureUse& use)
{
    const QImage image = overWhite(decodePart(source, use));
    const bool gray = isGray(image);
    if (source.kind != AttachmentKind::Jpeg && source.kind != AttachmentKind::Heic) {
        const QList<QRgb> colours = coloursOf(image, fewColours);
        if (colours.size() <= fewColours)
            return exact(image, colours, gray);
    }
    return photo(image, gray, source.path);
}

QImage decodedPicture(const AttachmentSource& source, int page, int mostPixels)
{
    const PicturePage& picture = source.pictures.at(page);
    QSize target = picture.pixels;
    if (std::max(target.width(), target.height()) > mostPixels)
        target = target.scaled(mostPixels, mostPixels, Qt::KeepAspectRatio).expandedTo({1, 1});
    return overWhite(uprightImage(decodeWhole(source, page, target), picture.orientation));
}

void tryDecoding(const AttachmentSource& source, int page)
{
    const QSize size = source.pictures.at(page).pixels;
    decodeWhole(source, page, size.scaled(64, 64, Qt::KeepAspectRatio).expandedTo({1, 1}));
}

} // namespace jz
