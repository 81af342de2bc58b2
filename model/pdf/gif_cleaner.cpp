// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/picture_facts.h"
#include "model/pdf/picture_walk.h"

#include <QtEndian>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

enum Block : uchar { Extension = 0x21, Image = 0x2C, Trailer = 0x3B };
enum Label : uchar { GraphicControl = 0xF9, Application = 0xFF };

class GifWalker : PictureWalk
{
public:
    GifWalker(QFile& in, OutputFile* out) : PictureWalk(in, out) {}

    PictureFacts run()
    {
        const QByteArray head = copied(13);
        const QSize canvas(qFromLittleEndian<quint16>(head.constData() + 6),
                           qFromLittleEndian<quint16>(head.constData() + 8));
        colourTable(uchar(head.at(10)));
        uchar block = next();
        while (block != Trailer) {
            if (block == Extension)
                extension();
            else if (block == Image)
                image();
            else
                fail(u"an unknown block"_s);
            block = next();
        }
        write(QByteArray(1, char(Trailer)));
        if (!m_image || canvas.isEmpty())
            fail(u"no image in it"_s);
        m_facts.needsCleaning |= !m_in.atEnd();
        m_facts.pages = {{canvas, 1}};
        return m_facts;
    }

private:
    uchar next() { return uchar(read(1).at(0)); }

    void colourTable(uchar flags)
    {
        if (flags & 0x80)
            copied(3 * (2 << (flags & 7)));
    }

    void image()
    {
        write(QByteArray(1, char(Image)));
        const QByteArray descriptor = copied(9);
        colourTable(uchar(descriptor.at(8)));
        copied(1);
        subBlocks(true);
        m_image = true;
    }

    void subBlocks(bool kept)
    {
        for (;;) {
            const QByteArray length = read(1);
            const QByteArray body = read(uchar(length.at(0)));
            if (kept)
                write(length + body);
            if (body.isEmpty())
                return;
        }
    }

    void extension()
    {
        const uchar label = next();
        const QByteArray length = read(1);
        const QByteArray first = read(uchar(length.at(0)));
        // Only the first kind of application data is about showing: how often the film runs
        const bool kept = label == GraphicControl || (label == Application && first == "NETSCAPE2.0");
        m_facts.needsCleaning |= !kept;
        if (kept)
            write(QByteArray(1, char(Extension)) + char(label) + length + first);
        if (!first.isEmpty())
            subBlocks(kept);
        else if (kept)
            fail(u"an empty extension"_s);
    }

    PictureFacts m_facts;
    bool m_image = false;
};

} // namespace

PictureFacts walkGif(QFile& in, OutputFile* out)
{
    return GifWalker(in, out).run();
}

} // namespace jz
