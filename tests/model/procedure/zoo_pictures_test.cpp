// SPDX-License-Identifier: Apache-2.0
// Every kind of picture stands in a dossier, upright and in its colours.
#include "tests/model/procedure/zoo.h"

#include <libheif/heif.h>

#include <QColorSpace>
#include <QPainter>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

const QString upright = shownCorners(1);

/// The shape of 4 : 3 with an orientation.
QSizeF shapeOf(int orientation)
{
    return orientation >= 5 ? QSizeF(3, 4) : QSizeF(4, 3);
}

/// base.png as a HEIC whose rotation and mirroring say `orientation`; no program here writes such files.
void writeHeic(const Zoo& zoo, const QString& name, int orientation)
{
    const QImage image = QImage(zoo.base()).convertToFormat(QImage::Format_RGB888);
    heif_context* context = heif_context_alloc();
    heif_encoder* encoder = nullptr;
    BOOST_REQUIRE(heif_context_get_encoder_for_format(context, heif_compression_HEVC, &encoder).code ==
                  heif_error_Ok);
    heif_encoder_set_lossy_quality(encoder, 90);
    heif_image* pixels = nullptr;
    heif_image_create(image.width(), image.height(), heif_colorspace_RGB, heif_chroma_interleaved_RGB,
                      &pixels);
    heif_image_add_plane(pixels, heif_channel_interleaved, image.width(), image.height(), 8);
    int stride = 0;
    uint8_t* plane = heif_image_get_plane(pixels, heif_channel_interleaved, &stride);
    for (int y = 0; y < image.height(); ++y)
        std::copy_n(image.constScanLine(y), image.width() * 3, plane + y * stride);
    heif_encoding_options* options = heif_encoding_options_alloc();
    options->image_orientation = heif_orientation(orientation);
    heif_image_handle* handle = nullptr;
    BOOST_REQUIRE(heif_context_encode_image(context, pixels, encoder, options, &handle).code ==
                  heif_error_Ok);
    BOOST_REQUIRE(heif_context_write_to_file(context, zoo.file(name).toLocal8Bit().constData()).code ==
                  heif_error_Ok);
    heif_image_handle_release(handle);
    heif_encoding_options_free(options);
    heif_image_release(pixels);
    heif_encoder_release(encoder);
    heif_context_free(context);
}

/// An EXIF block that says an orientation, for webpmux and the chunk of a PNG.
QByteArray exif(int orientation)
{
    return exifBody(orientation).mid(6);
}

QByteArray withExifChunk(const QByteArray& png, const QByteArray& block)
{
    quint32 crc = 0xFFFFFFFF;
    const QByteArray checked = "eXIf" + block;
    for (const char c : checked) {
        crc ^= uchar(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? 0xEDB88320U ^ (crc >> 1) : crc >> 1;
    }
    const auto number = [](quint32 value) {
        return QByteArray::fromHex(QByteArray::number(value, 16).rightJustified(8, '0'));
    };
    return png.left(33) + number(quint32(block.size())) + "eXIf" + block + number(~crc) + png.mid(33);
}

} // namespace

BOOST_AUTO_TEST_SUITE(zoo_pictures)

BOOST_AUTO_TEST_CASE(every_format_stands_upright_in_its_colours)
{
    Zoo zoo;
    zoo.make(u"convert"_s, {u"@base.png"_s, u"-quality"_s, u"95"_s, u"@plain.jpg"_s});
    zoo.make(u"convert"_s,
             {u"@base.png"_s, u"-quality"_s, u"95"_s, u"-interlace"_s, u"JPEG"_s, u"@progressive.jpg"_s});
    zoo.make(u"convert"_s,
             {u"@base.png"_s, u"-quality"_s, u"95"_s, u"-colorspace"_s, u"CMYK"_s, u"@cmyk-inverted.jpg"_s});
    zoo.make(u"convert"_s, {u"@base.png"_s, u"-depth"_s, u"16"_s, u"PNG48:"_s + zoo.file(u"deep.png"_s)});
    zoo.make(u"convert"_s,
             {u"@base.png"_s, u"-depth"_s, u"8"_s, u"-interlace"_s, u"PNG"_s, u"@interlaced.png"_s});
    zoo.make(u"convert"_s, {u"@base.png"_s, u"@plain.gif"_s});
    zoo.make(u"convert"_s, {u"-delay"_s, u"20"_s, u"@base.png"_s, u"("_s, u"@base.png"_s, u"-negate"_s,
                            u")"_s, u"@film.gif"_s});
    zoo.make(u"convert"_s, {u"@base.png"_s, u"BMP3:"_s + zoo.file(u"plain.bmp"_s)});
    zoo.make(u"convert"_s,
             {u"@base.png"_s, u"-type"_s, u"Palette"_s, u"BMP3:"_s + zoo.file(u"palette.bmp"_s)});
    zoo.make(u"convert"_s, {u"@base.png"_s, u"-alpha"_s, u"set"_s, u"BMP:"_s + zoo.file(u"v5.bmp"_s)});
    zoo.make(u"cwebp"_s, {u"-quiet"_s, u"-q"_s, u"95"_s, u"@base.png"_s, u"-o"_s, u"@lossy.webp"_s});
    zoo.make(u"cwebp"_s, {u"-quiet"_s, u"-lossless"_s, u"@base.png"_s, u"-o"_s, u"@lossless.webp"_s});
    zoo.make(u"gif2webp"_s, {u"-quiet"_s, u"@film.gif"_s, u"-o"_s, u"@film.webp"_s});
    zoo.make(u"heif-enc"_s, {u"@base.png"_s, u"-q"_s, u"90"_s, u"-o"_s, u"@plain.heic"_s});
    zoo.make(u"heif-enc"_s, {u"-A"_s, u"@base.png"_s, u"-q"_s, u"90"_s, u"-o"_s, u"@plain.avif"_s});
    const QStringList names{
        u"plain.jpg"_s,  u"progressive.jpg"_s, u"cmyk-inverted.jpg"_s, u"deep.png"_s,    u"interlaced.png"_s,
        u"plain.gif"_s,  u"film.gif"_s,        u"plain.bmp"_s,         u"palette.bmp"_s, u"v5.bmp"_s,
        u"lossy.webp"_s, u"lossless.webp"_s,   u"film.webp"_s,         u"plain.heic"_s,  u"plain.avif"_s};
    for (const QString& name : names)
        zoo.add(name);
    zoo.render();
    keepForLooking(zoo.file(u"dossier.pdf"_s), u"formats"_s);
    for (const QString& name : names)
        BOOST_TEST(zoo.corners(name) == upright, name.toStdString());
}

BOOST_AUTO_TEST_CASE(every_kind_of_tiff_stands_upright_in_its_colours)
{
    Zoo zoo;
    const QList<std::pair<QString, QStringList>> made{
        {u"plain.tif"_s, {u"-compress"_s, u"none"_s}},
        {u"lzw.tif"_s, {u"-compress"_s, u"lzw"_s}},
        {u"deflate.tif"_s, {u"-compress"_s, u"zip"_s}},
        {u"cmyk.tif"_s, {u"-colorspace"_s, u"CMYK"_s, u"-compress"_s, u"lzw"_s}},
        {u"deep.tif"_s, {u"-depth"_s, u"16"_s}},
        {u"palette.tif"_s, {u"-type"_s, u"Palette"_s}},
        {u"alpha.tif"_s, {u"-alpha"_s, u"set"_s}},
        {u"jpeg.tif"_s, {u"-compress"_s, u"jpeg"_s, u"-quality"_s, u"95"_s}},
        {u"big-endian.tif"_s, {u"-endian"_s, u"MSB"_s}},
    };
    for (const auto& [name, options] : made)
        zoo.make(u"convert"_s,
                 QStringList{u"@base.png"_s, u"-depth"_s, u"8"_s} + options + QStringList{u'@' + name});
    zoo.make(u"tiffcp"_s, {u"-t"_s, u"-w"_s, u"128"_s, u"-l"_s, u"64"_s, u"@plain.tif"_s, u"@tiled.tif"_s});
    zoo.make(u"tiffcp"_s, {u"-p"_s, u"separate"_s, u"@plain.tif"_s, u"@planes.tif"_s});
    zoo.make(u"tiffcp"_s, {u"-8"_s, u"@plain.tif"_s, u"@big.tif"_s});
    zoo.make(u"tiffcp"_s, {u"-r"_s, u"7"_s, u"@plain.tif"_s, u"@strips.tif"_s});
    QStringList names{u"tiled.tif"_s, u"planes.tif"_s, u"big.tif"_s, u"strips.tif"_s};
    for (const auto& [name, options] : made)
        names << name;
    for (const QString& name : names)
        zoo.add(name);
    zoo.render();
    keepForLooking(zoo.file(u"dossier.pdf"_s), u"tiff"_s);
    for (const QString& name : names)
        BOOST_TEST(zoo.corners(name) == upright, name.toStdString());
}

BOOST_AUTO_TEST_CASE(the_pages_of_a_tiff_are_pages_and_can_be_chosen)
{
    Zoo zoo;
    for (const QString& colour : {u"red"_s, u"green1"_s, u"blue"_s})
        zoo.make(u"convert"_s, {u"-size"_s, u"300x400"_s, u"xc:"_s + colour, u"-depth"_s, u"8"_s,
                                u'@' + colour + u".tif"_s});
    zoo.make(u"tiffcp"_s, {u"@red.tif"_s, u"@green1.tif"_s, u"@blue.tif"_s, u"@plain.tif"_s});
    zoo.make(u"tiffcp"_s, {u"@plain.tif"_s, u"@chosen.tif"_s});
    zoo.add(u"plain.tif"_s);
    zoo.add(u"chosen.tif"_s, {{u"pages"_s, u"3，1"_s}});
    const WrittenDossier& written = zoo.render();
    BOOST_TEST(zoo.pagesOf(u"plain.tif"_s) == 3);
    BOOST_TEST(zoo.pagesOf(u"chosen.tif"_s) == 2);
    BOOST_TEST(colourAt(zoo.page(u"plain.tif"_s, 1), 107, 140) == u"green"_s);
    BOOST_TEST(colourAt(zoo.page(u"chosen.tif"_s, 0), 107, 140) == u"blue"_s);
    BOOST_TEST(colourAt(zoo.page(u"chosen.tif"_s, 1), 107, 140) == u"red"_s);
    BOOST_TEST(written.dossier.attachments.value(u"uscc_scan"_s).at(1).pages == u"3,1"_s);
}

BOOST_AUTO_TEST_CASE(fax_pages_are_black_on_white_and_as_tall_as_the_paper_was)
{
    Zoo zoo;
    // A black corner on white; a fax machine's dots are half as many downwards
    zoo.make(u"convert"_s,
             {u"-size"_s, u"1728x2200"_s, u"xc:white"_s, u"-fill"_s, u"black"_s, u"-draw"_s,
              u"rectangle 0,0 863,1099"_s, u"-monochrome"_s, u"-compress"_s, u"Group4"_s, u"@g4.tif"_s});
    zoo.make(u"convert"_s,
             {u"@g4.tif"_s, u"-scale"_s, u"1728x1100!"_s, u"-density"_s, u"204x98"_s, u"-units"_s,
              u"PixelsPerInch"_s, u"-monochrome"_s, u"-compress"_s, u"Fax"_s, u"@fax.tif"_s});
    zoo.make(u"convert"_s, {u"@g4.tif"_s, u"-negate"_s, u"-define"_s, u"quantum:polarity=min-is-black"_s,
                            u"-negate"_s, u"@polarity.tif"_s});
    for (const QString& name : {u"g4.tif"_s, u"fax.tif"_s, u"polarity.tif"_s})
        zoo.add(name);
    zoo.render();
    keepForLooking(zoo.file(u"dossier.pdf"_s), u"fax"_s);
    for (const QString& name : {u"g4.tif"_s, u"polarity.tif"_s})
        BOOST_TEST(zoo.corners(name, {1728, 2200}) == u"black white white white"_s, name.toStdString());
    BOOST_TEST(zoo.corners(u"fax.tif"_s, {1728.0, 1100 * 204.0 / 98}) == u"black white white white"_s);
    // Its lower edge would be white already if the dots were taken for square
    BOOST_TEST(colourAt(zoo.page(u"fax.tif"_s), 60, 135) == u"black"_s);
}

BOOST_AUTO_TEST_CASE(all_eight_turns_of_every_format_come_out_upright)
{
    Zoo zoo;
    zoo.make(u"convert"_s, {u"@base.png"_s, u"-quality"_s, u"95"_s, u"@base.jpg"_s});
    zoo.make(u"convert"_s, {u"@base.png"_s, u"-depth"_s, u"8"_s, u"@base.tif"_s});
    zoo.make(u"cwebp"_s, {u"-quiet"_s, u"-lossless"_s, u"@base.png"_s, u"-o"_s, u"@base.webp"_s});
    for (int n = 1; n <= 8; ++n) {
        const QString number = QString::number(n);
        writeFile(zoo.file(number + u".jpg"_s),
                  withSegment(readFile(zoo.file(u"base.jpg"_s)), 0xE1, exifBody(n)));
        writeFile(zoo.file(number + u".png"_s), withExifChunk(readFile(zoo.base()), exif(n)));
        writeFile(zoo.file(number + u".tif"_s), readFile(zoo.file(u"base.tif"_s)));
        zoo.make(u"tiffset"_s, {u"-s"_s, u"274"_s, number, u'@' + number + u".tif"_s});
        writeFile(zoo.file(u"exif"_s), exif(n));
        zoo.make(u"webpmux"_s,
                 {u"-set"_s, u"exif"_s, u"@exif"_s, u"@base.webp"_s, u"-o"_s, u'@' + number + u".webp"_s});
        writeHeic(zoo, number + u".heic"_s, n);
        for (const QString& suffix : {u".jpg"_s, u".png"_s, u".tif"_s, u".webp"_s, u".heic"_s})
            zoo.add(number + suffix);
    }
    zoo.render();
    keepForLooking(zoo.file(u"dossier.pdf"_s), u"turns"_s);
    for (int n = 1; n <= 8; ++n) {
        for (const QString& suffix : {u".jpg"_s, u".png"_s, u".tif"_s, u".webp"_s, u".heic"_s})
            BOOST_TEST(zoo.corners(QString::number(n) + suffix, shapeOf(n)) == shownCorners(n),
                       n << suffix.toStdString());
    }
}

BOOST_AUTO_TEST_CASE(a_turn_by_the_user_comes_after_that_of_the_camera)
{
    Zoo zoo;
    zoo.make(u"convert"_s, {u"@base.png"_s, u"-quality"_s, u"95"_s, u"@base.jpg"_s});
    zoo.make(u"convert"_s, {u"@base.png"_s, u"@base.gif"_s});
    const QMap<int, int> after{{90, 6}, {180, 3}, {270, 8}};
    for (auto turn = after.begin(); turn != after.end(); ++turn) {
        const QString number = QString::number(turn.key());
        writeFile(zoo.file(number + u".gif"_s), readFile(zoo.file(u"base.gif"_s)));
        zoo.add(number + u".gif"_s, {{u"turn"_s, turn.key()}});
    }
    // Lies on its side for the camera (6) and is turned three quarters more: as stored
    writeFile(zoo.file(u"back.jpg"_s), withSegment(readFile(zoo.file(u"base.jpg"_s)), 0xE1, exifBody(6)));
    zoo.add(u"back.jpg"_s, {{u"turn"_s, 270}});
    zoo.render();
    for (auto turn = after.begin(); turn != after.end(); ++turn)
        BOOST_TEST(zoo.corners(QString::number(turn.key()) + u".gif"_s, shapeOf(*turn)) ==
                       shownCorners(*turn),
                   turn.key());
    BOOST_TEST(zoo.corners(u"back.jpg"_s) == upright);
}

BOOST_AUTO_TEST_CASE(wide_colour_spaces_come_out_as_they_were_seen)
{
    Zoo zoo;
    const QColor seen(200, 100, 50);
    const QList<std::pair<QString, QColorSpace::NamedColorSpace>> spaces{{u"p3"_s, QColorSpace::DisplayP3},
                                                                         {u"adobe"_s, QColorSpace::AdobeRgb}};
    QStringList names;
    for (const auto& [name, space] : spaces) {
        QImage image(400, 300, QImage::Format_RGB32);
        image.fill(seen);
        image.setColorSpace(QColorSpace::SRgb);
        image.convertToColorSpace(space);
        BOOST_REQUIRE(image.pixelColor(0, 0) != seen);
        BOOST_REQUIRE(image.save(zoo.file(name + u".png"_s)));
        BOOST_REQUIRE(image.save(zoo.file(name + u".jpg"_s), nullptr, 98));
        zoo.make(u"convert"_s, {u'@' + name + u".png"_s, u'@' + name + u".tif"_s});
        zoo.make(u"cwebp"_s, {u"-quiet"_s, u"-lossless"_s, u"-metadata"_s, u"icc"_s, u'@' + name + u".png"_s,
                              u"-o"_s, u'@' + name + u".webp"_s});
        zoo.make(u"heif-enc"_s,
                 {u'@' + name + u".png"_s, u"-q"_s, u"95"_s, u"-o"_s, u'@' + name + u".heic"_s});
        for (const QString& suffix : {u".png"_s, u".jpg"_s, u".tif"_s, u".webp"_s, u".heic"_s})
            names << name + suffix;
    }
    for (const QString& name : names)
        zoo.add(name);
    zoo.render();
    keepForLooking(zoo.file(u"dossier.pdf"_s), u"profiles"_s);
    for (const QString& name : names) {
        const QColor shown = zoo.page(name).pixelColor(305, 405);
        const int off = std::max({std::abs(shown.red() - seen.red()), std::abs(shown.green() - seen.green()),
                                  std::abs(shown.blue() - seen.blue())});
        BOOST_TEST(off <= 4, name.toStdString() << ' ' << shown.name().toStdString());
    }
}

BOOST_AUTO_TEST_CASE(what_is_transparent_shows_the_white_of_the_paper)
{
    Zoo zoo;
    QImage image(400, 300, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter(&image).fillRect(0, 0, 200, 150, Qt::red);
    BOOST_REQUIRE(image.save(zoo.file(u"clear.png"_s)));
    zoo.make(u"convert"_s, {u"@clear.png"_s, u"PNG8:"_s + zoo.file(u"clear8.png"_s)});
    zoo.make(u"convert"_s, {u"@clear.png"_s, u"-depth"_s, u"16"_s, u"PNG64:"_s + zoo.file(u"clear64.png"_s)});
    for (const QString& suffix : {u"gif"_s, u"tif"_s})
        zoo.make(u"convert"_s, {u"@clear.png"_s, u"@clear."_s + suffix});
    zoo.make(u"cwebp"_s, {u"-quiet"_s, u"-lossless"_s, u"@clear.png"_s, u"-o"_s, u"@clear.webp"_s});
    zoo.make(u"heif-enc"_s, {u"@clear.png"_s, u"-q"_s, u"95"_s, u"-o"_s, u"@clear.heic"_s});
    const QStringList names{u"clear.png"_s, u"clear8.png"_s, u"clear64.png"_s, u"clear.gif"_s,
                            u"clear.tif"_s, u"clear.webp"_s, u"clear.heic"_s};
    for (const QString& name : names)
        zoo.add(name);
    zoo.render();
    for (const QString& name : names)
        BOOST_TEST(zoo.corners(name) == u"red white white white"_s, name.toStdString());
}

BOOST_AUTO_TEST_CASE(very_big_and_very_tall_pictures_stay_readable)
{
    Zoo zoo;
    // Black, white above; white, black below: 108 million pixels
    const int across = 12000 / 8;
    const int down = 9000 / 8;
    bool white = true; // differences count from gray; the first block turns black
    bool first = true;
    writeFile(zoo.file(u"huge.jpg"_s), plainJpeg({12000, 9000}, 1, {}, [&](int unit) {
                  const bool now = (unit % across >= across / 2) != (unit / across >= down / 2);
                  const QByteArray bits = first          ? "10011111110"
                                          : now == white ? "000"
                                          : now          ? "10111111110"
                                                         : "10000000000";
                  first = false;
                  white = now;
                  return bits;
              }));
    QImage tall(1080, 20000, QImage::Format_RGB32);
    tall.fill(Qt::white);
    QPainter painter(&tall);
    painter.fillRect(0, 0, 540, 100, Qt::red);
    painter.fillRect(540, 19900, 540, 100, Qt::blue);
    painter.end();
    BOOST_REQUIRE(tall.save(zoo.file(u"tall.png"_s)));
    BOOST_REQUIRE(tall.save(zoo.file(u"tall.jpg"_s), nullptr, 95));
    BOOST_REQUIRE(tall.copy(0, 0, 1080, 16000).save(zoo.file(u"16000.png"_s)));
    zoo.make(u"cwebp"_s, {u"-quiet"_s, u"-q"_s, u"90"_s, u"@16000.png"_s, u"-o"_s, u"@tall.webp"_s});
    for (const QString& name : {u"huge.jpg"_s, u"tall.png"_s, u"tall.jpg"_s, u"tall.webp"_s})
        zoo.add(name);
    zoo.render();
    keepForLooking(zoo.file(u"dossier.pdf"_s), u"big"_s);
    BOOST_TEST(zoo.corners(u"huge.jpg"_s) == u"black white black white"_s);
    for (const QString& name : {u"tall.png"_s, u"tall.jpg"_s}) {
        BOOST_TEST(zoo.pagesOf(name) == 13);
        BOOST_TEST(colourAt(zoo.page(name, 0), 60, 30) == u"red"_s);
        BOOST_TEST(colourAt(zoo.page(name, 0), 150, 30) == u"white"_s);
    }
    BOOST_TEST(zoo.pagesOf(u"tall.webp"_s) > 10);
    BOOST_TEST(colourAt(zoo.page(u"tall.webp"_s, 0), 60, 30) == u"red"_s);
}

BOOST_AUTO_TEST_SUITE_END()
