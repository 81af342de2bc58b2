// SPDX-License-Identifier: Apache-2.0
#include "model/base/json_file.h"
#include "model/pdf/damaged_picture.h"
#include "model/pdf/foreign_decoders.h"

#include <webp/decode.h>
#include <webp/demux.h>

#include <memory>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostPixels = qint64(64) << 20; ///< lossless ones are decoded whole
constexpr qint64 mostBytes = qint64(512) << 20;

struct CloseDemuxer
{
    void operator()(WebPDemuxer* demuxer) const { WebPDemuxDelete(demuxer); }
};

class FirstFrame
{
public:
    explicit FirstFrame(const WebPDemuxer* demuxer) : m_found(WebPDemuxGetFrame(demuxer, 1, &m_frame)) {}
    ~FirstFrame() { WebPDemuxReleaseIterator(&m_frame); }
    FirstFrame(const FirstFrame&) = delete;
    FirstFrame& operator=(const FirstFrame&) = delete;

    bool isFound() const { return m_found; }
    const WebPIterator& operator*() const { return m_frame; }

private:
    WebPIterator m_frame{};
    bool m_found;
};

QByteArray profileOf(const WebPDemuxer* demuxer)
{
    WebPChunkIterator chunk;
    QByteArray profile;
    if (WebPDemuxGetChunk(demuxer, "ICCP", 1, &chunk))
        profile = QByteArray(reinterpret_cast<const char*>(chunk.chunk.bytes), qsizetype(chunk.chunk.size));
    WebPDemuxReleaseChunkIterator(&chunk);
    return profile;
}

QImage decodedFrame(const WebPData& data, const QSize& target, const QString& path)
{
    QImage image(target, QImage::Format_ARGB32_Premultiplied);
    WebPDecoderConfig config;
    if (image.isNull() || !WebPInitDecoderConfig(&config))
        throw tooLargePicture(path, target);
    config.options.use_scaling = 1;
    config.options.scaled_width = target.width();
    config.options.scaled_height = target.height();
    config.output.colorspace = Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? MODE_bgrA : MODE_Argb;
    config.output.is_external_memory = 1;
    config.output.u.RGBA = {image.bits(), int(image.bytesPerLine()), size_t(image.sizeInBytes())};
    const VP8StatusCode status = WebPDecode(data.bytes, data.size, &config);
    if (status != VP8_STATUS_OK)
        throw damagedPicture(path, u"WebP status %1"_s.arg(int(status)));
    return image;
}

} // namespace

QImage decodeWebp(const QString& path, const QSize& target)
{
    const QByteArray bytes = readWholeFile(path, mostBytes);
    const WebPData data{reinterpret_cast<const uint8_t*>(bytes.constData()), size_t(bytes.size())};
    const std::unique_ptr<WebPDemuxer, CloseDemuxer> demuxer(WebPDemux(&data));
    if (!demuxer)
        throw damagedPicture(path, u"no WebP container"_s);
    const QSize canvas(int(WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_WIDTH)),
                       int(WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_HEIGHT)));
    if (qint64(canvas.width()) * canvas.height() > mostPixels)
        throw tooLargePicture(path, canvas);
    const FirstFrame frame(demuxer.get());
    if (!frame.isFound() || !(*frame).complete)
        throw damagedPicture(path, u"no first picture"_s);
    QImage image;
    if (QSize((*frame).width, (*frame).height) == canvas) {
        image = decodedFrame((*frame).fragment, target, path);
    } else { // The first picture of a film may fill a part of it
        const QImage part = decodedFrame((*frame).fragment, {(*frame).width, (*frame).height}, path);
        QImage whole(canvas, QImage::Format_ARGB32_Premultiplied);
        whole.fill(Qt::transparent);
        for (int y = 0; y < part.height(); ++y)
            std::copy_n(part.constScanLine(y), part.bytesPerLine(),
                        whole.scanLine(y + (*frame).y_offset) + 4 * (*frame).x_offset);
        image = whole.scaled(target, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    bringToSrgb(image, profileOf(demuxer.get()));
    return image;
}

} // namespace jz
