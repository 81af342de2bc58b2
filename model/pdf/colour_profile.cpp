// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/foreign_decoders.h"

#include <lcms2.h>

#include <memory>
#include <type_traits>

namespace jz {

namespace {

struct CloseProfile
{
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<std::remove_pointer_t<cmsHPROFILE>, CloseProfile>;

/// Null when the profile is no good or for another space.
cmsHTRANSFORM transformFrom(const QByteArray& icc, cmsColorSpaceSignature space, cmsUInt32Number format,
                            cmsUInt32Number flags)
{
    if (icc.isEmpty())
        return nullptr;
    const Profile from(cmsOpenProfileFromMem(icc.constData(), cmsUInt32Number(icc.size())));
    const Profile to(cmsCreate_sRGBProfile());
    if (!from || !to || cmsGetColorSpace(from.get()) != space)
        return nullptr;
    return cmsCreateTransform(from.get(), format, to.get(), TYPE_BGRA_8, INTENT_RELATIVE_COLORIMETRIC,
                              flags | cmsFLAGS_BLACKPOINTCOMPENSATION);
}

} // namespace

void bringToSrgb(QImage& image, const QByteArray& iccProfile)
{
    cmsHTRANSFORM transform = transformFrom(iccProfile, cmsSigRgbData, TYPE_BGRA_8, cmsFLAGS_COPY_ALPHA);
    if (!transform)
        return;
    if (image.format() == QImage::Format_ARGB32_Premultiplied)
        image = image.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        uchar* line = image.scanLine(y);
        cmsDoTransform(transform, line, line, cmsUInt32Number(image.width()));
    }
    cmsDeleteTransform(transform);
}

CmykRows::CmykRows(const QByteArray& iccProfile)
    : m_transform(transformFrom(iccProfile, cmsSigCmykData, TYPE_CMYK_8, 0))
{
}

CmykRows::~CmykRows()
{
    if (m_transform)
        cmsDeleteTransform(m_transform);
}

void CmykRows::convert(const uchar* cmyk, QRgb* row, int count) const
{
    if (m_transform)
        cmsDoTransform(m_transform, cmyk, row, cmsUInt32Number(count));
    for (int x = 0; x < count; ++x) {
        const uchar* ink = cmyk + 4 * x;
        const auto mixed = [&](int i) { return (255 - ink[i]) * (255 - ink[3]) / 255; };
        row[x] = m_transform ? row[x] | 0xFF000000U : qRgb(mixed(0), mixed(1), mixed(2));
    }
}

} // namespace jz
