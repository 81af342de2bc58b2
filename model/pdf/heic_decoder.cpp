// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/damaged_picture.h"
#include "model/pdf/foreign_decoders.h"
#include "model/pdf/shrinking_image.h"

#include <libheif/heif.h>

#include <QColorSpace>
#include <QFile>

#include <memory>
#include <vector>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostPixels = qint64(64) << 20;

struct Release
{
    void operator()(heif_context* context) const { heif_context_free(context); }
    void operator()(heif_image_handle* handle) const { heif_image_handle_release(handle); }
    void operator()(heif_image* image) const { heif_image_release(image); }
    void operator()(heif_decoding_options* options) const { heif_decoding_options_free(options); }
    void operator()(heif_color_profile_nclx* profile) const { heif_nclx_color_profile_free(profile); }
};
template<typename T> using Held = std::unique_ptr<T, Release>;

class HeicFile
{
public:
    explicit HeicFile(const QString& path) : m_path(path), m_context(heif_context_alloc())
    {
        check(heif_context_read_from_file(m_context.get(), QFile::encodeName(path).constData(), nullptr));
        heif_image_handle* handle = nullptr;
        check(heif_context_get_primary_image_handle(m_context.get(), &handle));
        m_handle.reset(handle);
    }

    QSize size() const
    {
        return {heif_image_handle_get_width(m_handle.get()), heif_image_handle_get_height(m_handle.get())};
    }

    QImage decoded(const QSize& target)
    {
        if (qint64(size().width()) * size().height() > mostPixels)
            throw tooLargePicture(m_path, size());
        const bool alpha = heif_image_handle_has_alpha_channel(m_handle.get());
        const Held<heif_decoding_options> options(heif_decoding_options_alloc());
        options->convert_hdr_to_8bit = 1;
        heif_image* decoded = nullptr;
        check(heif_decode_image(m_handle.get(), &decoded, heif_colorspace_RGB,
                                alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB,
                                options.get()));
        const Held<heif_image> image(decoded);
        const QSize stored(heif_image_get_primary_width(decoded), heif_image_get_primary_height(decoded));
        int stride = 0;
        const uint8_t* plane = heif_image_get_plane_readonly(decoded, heif_channel_interleaved, &stride);
        if (!plane || stored.isEmpty())
            throw damagedPicture(m_path, u"no pixels"_s);
        ShrinkingImage result(stored, target);
        std::vector<QRgb> row(size_t(stored.width()));
        for (int y = 0; y < stored.height(); ++y) {
            const uint8_t* from = plane + qint64(y) * stride;
            for (size_t x = 0; x < row.size(); ++x)
                row[x] =
                    alpha
                        ? qPremultiply(qRgba(from[4 * x], from[4 * x + 1], from[4 * x + 2], from[4 * x + 3]))
                        : qRgb(from[3 * x], from[3 * x + 1], from[3 * x + 2]);
            result.addRow(row.data());
        }
        QImage taken = result.take();
        bringToSrgb(taken, profile());
        return taken;
    }

private:
    void check(const heif_error& error) const
    {
        if (error.code != heif_error_Ok)
            throw damagedPicture(m_path, QString::fromUtf8(error.message));
    }

    QByteArray profile() const
    {
        const size_t length = heif_image_handle_get_raw_color_profile_size(m_handle.get());
        if (length > 0) {
            QByteArray bytes(qsizetype(length), '\0');
            check(heif_image_handle_get_raw_color_profile(m_handle.get(), bytes.data()));
            return bytes;
        }
        heif_color_profile_nclx* named = nullptr;
        if (heif_image_handle_get_nclx_color_profile(m_handle.get(), &named).code != heif_error_Ok)
            return {};
        const Held<heif_color_profile_nclx> held(named);
        return named->color_primaries == heif_color_primaries_SMPTE_EG_432_1
                   ? QColorSpace(QColorSpace::DisplayP3).iccProfile()
                   : QByteArray();
    }

    QString m_path;
    Held<heif_context> m_context;
    Held<heif_image_handle> m_handle;
};

} // namespace

QSize heicSize(const QString& path)
{
    return HeicFile(path).size();
}

QImage decodeHeic(const QString& path, const QSize& target)
{
    return HeicFile(path).decoded(target);
}

} // namespace jz
