// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/sample_files.h"

#include "model/base/json_file.h"
#include "model/base/output_file.h"
#include "model/base/sha256.h"
#include "model/call/call_pack_reader.h"
#include "model/print/dossier_paper.h"
#include "model/print/painter.h"
#include "resources/init_resources.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QPainter>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestSample = 1'000'000;
const TextStyle title{FontRole::Title, 20, 32, Align::Center, 0};
const TextStyle body{FontRole::FangSong, 12, 22, Align::Left, 2};

QString samplePath(const QString& name)
{
    initResources();
    return u":/samples/"_s + name;
}

/// A page that says what it is a sample of.
Page samplePage(const QString& heading, int number, TextShaper& shaper)
{
    Page page;
    page.blocks << Block{Block::Kind::Text, QRectF(28, 40, 154, 12), heading, title, 0, {}};
    const QString words =
        u"本页为样例材料，由程序生成，仅用于演示附件如何编入申报书，不是任何单位的真实文件。第 %1 页。"_s.arg(number);
    double y = 62;
    for (int paragraph = 0; paragraph < 6; ++paragraph) {
        const QList<TextLine> lines = shaper.lines(words, body, 154);
        for (const TextLine& line : lines) {
            page.blocks << Block{Block::Kind::Text, QRectF(28 + line.indent, y, 154, 8), line.text, body, 0, {}};
            y += toMm(body.pitch);
        }
    }
    page.blocks << Block{Block::Kind::Rule, QRectF(QPointF(28, 56), QPointF(182, 56)), {}, {}, 1, {}};
    return page;
}

QByteArray sampleDocument(const QString& heading, TextShaper& shaper)
{
    Paper paper;
    paper.pages << samplePage(heading, 1, shaper) << samplePage(heading, 2, shaper);
    return drawPaper(paper, shaper);
}

/// A hall with benches under a row of lamps, in perspective: a picture with gradients, like a photo.
/// `variant` turns the colours and moves the view, so that no two pictures are the same.
QImage samplePhoto(QSize size, uint variant)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double w = size.width(), h = size.height();
    QLinearGradient walls(0, 0, 0, h);
    walls.setColorAt(0, QColor(206, 219, 230));
    walls.setColorAt(0.45, QColor(240, 244, 247));
    walls.setColorAt(0.46, QColor(150, 163, 171));
    walls.setColorAt(1, QColor(92, 104, 112));
    painter.fillRect(image.rect(), walls);
    const QPointF vanish(w * (0.35 + 0.03 * (variant % 11)), h * 0.42);
    painter.setPen(Qt::NoPen);
    for (int i = 1; i <= 7; ++i) {
        const double t = i / 8.0;
        for (const double side : {-1.0, 1.0}) {
            const auto at = [&](double x, double y) { return vanish + QPointF(side * x * w * t, y * h * t); };
            painter.setBrush(QColor(255, 255, 235));
            painter.drawPolygon(QPolygonF{at(0.12, -0.4), at(0.3, -0.4), at(0.28, -0.37), at(0.11, -0.37)});
            painter.setBrush(QColor::fromHsv(int(variant + uint(6 * i)) % 360, 60, int(150 + 10 * t)));
            painter.drawPolygon(QPolygonF{at(0.2, 0.25), at(0.55, 0.25), at(0.55, 0.55), at(0.2, 0.5)});
            painter.setBrush(QColor(60, 70, 80, 120));
            painter.drawPolygon(QPolygonF{at(0.2, 0.25), at(0.55, 0.25), at(0.5, 0.21), at(0.19, 0.21)});
        }
    }
    return image;
}

QByteArray encoded(const QImage& image, const char* format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 85);
    return bytes;
}

/// A small number from a name, the same on every machine.
uint variantOf(const QString& name)
{
    return uint(uchar(sha256(name.toUtf8()).at(0))) + uint(uchar(sha256(name.toUtf8()).at(1)));
}

struct Attached
{
    QString path;
    QString heading;
    bool isPhoto = false; ///< of a place; other pictures are scans of papers
};

void makeAttachment(const Attached& attached, QSize photo, TextShaper& shaper)
{
    const QString suffix = QFileInfo(attached.path).suffix().toLower();
    if (suffix == u"pdf") {
        writeWholeFile(attached.path, sampleDocument(attached.heading, shaper));
        return;
    }
    const QImage image = attached.isPhoto ? samplePhoto(photo, variantOf(QFileInfo(attached.path).fileName()))
                                          : drawPageImage(samplePage(attached.heading, 1, shaper), 150, shaper);
    writeWholeFile(attached.path, encoded(image, suffix == u"png" ? "PNG" : "JPEG"));
}

} // namespace

QStringList sampleNames()
{
    initResources();
    return QDir(u":/samples"_s).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
}

QString copySample(const QString& name, const QString& folder, QSize photo)
{
    QDir().mkpath(folder);
    const QByteArray values = readWholeFile(samplePath(name), largestSample);
    const QString path = folder + u'/' + name;
    if (!QFileInfo::exists(path))
        writeWholeFile(path, values);
    const QJsonObject sample = parseJsonObject(values, name);
    const CallPack pack = builtInCallPack(sample.value(u"call"_s).toString());
    TextShaper shaper(fontsOf(pack));
    const QJsonObject attachments = sample.value(u"attachments"_s).toObject();
    for (auto field = attachments.begin(); field != attachments.end(); ++field) {
        const Field* known = pack.field(field.key());
        const QJsonArray files = field.value().toArray();
        for (const QJsonValue& file : files) {
            const QString target = folder + u'/' + (file.isObject() ? file[u"path"].toString() : file.toString());
            const bool isPhoto = (known && known->imagesOnly) || file[u"kind"].toString().contains(u"photo");
            if (!QFileInfo::exists(target))
                makeAttachment({target, u"样例："_s + (known ? known->label : field.key()), isPhoto}, photo, shaper);
        }
    }
    return path;
}

QString sampleOrigin()
{
    return u"sample"_s;
}

} // namespace jz
