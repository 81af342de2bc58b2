// SPDX-License-Identifier: Apache-2.0
// Damaged files of every kind end in an Error or in a picture, in bounded time and memory; nothing else is
// thrown.
#include "tests/model/procedure/zoo.h"

#include <QRandomGenerator>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// A few bytes changed, mostly near the front where structure is, and sometimes the end cut off.
QByteArray damaged(QByteArray bytes, QRandomGenerator& random)
{
    const int changes = random.bounded(1, 6);
    for (int i = 0; i < changes; ++i) {
        const auto most = int(random.bounded(3) == 0 ? bytes.size() : std::min<qsizetype>(bytes.size(), 400));
        static constexpr std::array<uchar, 6> edges{0, 1, 0x7F, 0x80, 0xFE, 0xFF};
        const bool edge = random.bounded(2) == 0;
        bytes[random.bounded(4, most)] =
            char(edge ? edges.at(size_t(random.bounded(6))) : random.bounded(256));
    }
    return random.bounded(8) == 0 ? bytes.left(random.bounded(16, int(bytes.size()))) : bytes;
}

} // namespace

BOOST_AUTO_TEST_SUITE(zoo_hostile)

BOOST_AUTO_TEST_CASE(damaged_files_end_in_an_error_or_a_picture)
{
    Zoo zoo;
    zoo.make(u"convert"_s, {u"@base.png"_s, u"-scale"_s, u"64x48"_s, u"-depth"_s, u"8"_s, u"@small.png"_s});
    for (const QString& name : {u"s.jpg"_s, u"s.gif"_s, u"s.bmp"_s, u"s.png"_s})
        zoo.make(u"convert"_s, {u"@small.png"_s, u'@' + name});
    zoo.make(u"convert"_s, {u"@small.png"_s, u"-compress"_s, u"lzw"_s, u"@one.tif"_s});
    zoo.make(u"tiffcp"_s, {u"@one.tif"_s, u"@one.tif"_s, u"@s.tif"_s});
    zoo.make(u"cwebp"_s, {u"-quiet"_s, u"@small.png"_s, u"-o"_s, u"@plain.webp"_s});
    writeFile(zoo.file(u"exif"_s), exifBody(6).mid(6));
    zoo.make(u"webpmux"_s, {u"-set"_s, u"exif"_s, u"@exif"_s, u"@plain.webp"_s, u"-o"_s, u"@s.webp"_s});
    zoo.make(u"heif-enc"_s, {u"@small.png"_s, u"-o"_s, u"@s.heic"_s});
    const quint32 seed = qEnvironmentVariableIntValue("JUANZONG_SEED")
                             ? quint32(qEnvironmentVariableIntValue("JUANZONG_SEED"))
                             : 20;
    const int rounds = std::max(60, qEnvironmentVariableIntValue("JUANZONG_ROUNDS"));
    BOOST_TEST_MESSAGE("seed " << seed);
    QRandomGenerator random(seed);
    const ScratchFolder scratch;
    // Qt's own readers grumble about what they survive
    const QtMessageHandler strict =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    for (const QString& name :
         {u"s.jpg"_s, u"s.gif"_s, u"s.bmp"_s, u"s.png"_s, u"s.tif"_s, u"s.webp"_s, u"s.heic"_s}) {
        const QByteArray sound = readFile(zoo.file(name));
        int taken = 0;
        int refused = 0;
        for (int round = 0; round < rounds; ++round) {
            writeFile(zoo.file(u"hostile"_s), damaged(sound, random));
            try {
                (void)inspectAttachment(zoo.file(u"hostile"_s), scratch.path());
                ++taken;
            } catch (const Error&) {
                ++refused;
            }
        }
        BOOST_TEST_MESSAGE(name.toStdString() << ": " << taken << " taken, " << refused << " refused");
        BOOST_TEST(refused > 0, name.toStdString());
    }
    qInstallMessageHandler(strict);
    BOOST_TEST(peakMemory() < 1'500'000'000);
}

BOOST_AUTO_TEST_SUITE_END()
