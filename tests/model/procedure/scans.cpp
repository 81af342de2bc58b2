// SPDX-License-Identifier: Apache-2.0
#include "tests/model/procedure/scans.h"

#include "model/pdf/assemble.h"
#include "model/print/dossier_paper.h"
#include "model/print/painter.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/dossier_output.h"
#include "model/procedure/final_paper.h"
#include "model/procedure/sample_files.h"
#include "model/procedure/sample_scans.h"

#include <QImageWriter>
#include <QPainter>

#include <random>

namespace jz::test {

using namespace Qt::StringLiterals;

int FinalPaper::signedPage() const
{
    for (int page = 1; page <= map.pages.size(); ++page) {
        if (!map.pages.at(page - 1).areas.isEmpty())
            return page;
    }
    return 0;
}

const Papers& Papers::all()
{
    static const Papers papers;
    return papers;
}

Papers::Papers()
{
    first = write(u"定稿.pdf"_s, u"6f1d6a0e-3c6b-4f59-9a54-7d0c1b7e52aa"_s, 1, {});
    changed = write(u"定稿2.pdf"_s, u"6f1d6a0e-3c6b-4f59-9a54-7d0c1b7e52aa"_s, 2, u"湖北省武汉市另一条路1号"_s);
    foreign = write(u"别人的.pdf"_s, u"11111111-2222-4333-8444-555555555555"_s, 1, {});
    draft = folder.file(u"草稿.pdf"_s);
    const DossierInput input = openDossier(copySample(u"sample-values.json"_s, folder.path(), {40, 30}));
    writeDossier(input.file.dossier, *input.file.pack, {true, {}}, draft);
}

FinalPaper Papers::write(const QString& name, const QString& id, int revision, const QString& address) const
{
    const DossierInput input = openDossier(copySample(u"sample-values.json"_s, folder.path(), {40, 30}));
    Dossier dossier = input.file.dossier;
    dossier.attachments.clear();
    dossier.id = QUuid::fromString(id);
    dossier.revision = revision;
    if (!address.isEmpty())
        dossier.values.insert(u"address"_s, address);
    FinalPaper paper;
    paper.path = folder.file(name);
    writeDossier(dossier, *input.file.pack, {}, paper.path);
    paper.map = readPageMap(paper.path);
    return paper;
}

namespace {

QImage blurred(const QImage& image, int radius)
{
    const QImage small = image.scaled(image.size() / (radius + 1), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return small.scaled(image.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

void addNoise(QImage& image, double deviation)
{
    std::mt19937 random(7);
    std::normal_distribution<float> normal(0, float(deviation));
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int by = int(normal(random));
            const auto with = [&](int value) { return std::clamp(value + by, 0, 255); };
            line[x] = qRgb(with(qRed(line[x])), with(qGreen(line[x])), with(qBlue(line[x])));
        }
    }
}

/// The page on a table, seen from a corner.
QImage photographed(const QImage& page)
{
    const double w = page.width(), h = page.height();
    const QPolygonF from{{0, 0}, {w, 0}, {w, h}, {0, h}};
    const QPolygonF to{{w * 0.09, h * 0.06}, {w * 0.94, h * 0.02}, {w * 0.99, h * 0.97}, {w * 0.02, h * 0.99}};
    QTransform view;
    QTransform::quadToQuad(from, to, view);
    QImage photo((page.size() * 1.05), QImage::Format_RGB32);
    photo.fill(QColor(112, 92, 70));
    QPainter painter(&photo);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(view);
    painter.drawImage(0, 0, page);
    return photo;
}

void darken(QImage& image)
{
    QLinearGradient shadow(0, 0, image.width(), image.height());
    shadow.setColorAt(0, QColor(255, 214, 150, 40));
    shadow.setColorAt(1, QColor(20, 20, 40, 130));
    QPainter(&image).fillRect(image.rect(), shadow);
}

} // namespace

QImage distorted(const QImage& page, const Distortion& distortion)
{
    QImage image = distortion.perspective ? photographed(page) : page;
    if (distortion.degrees != 0)
        image = laidAskew(image, distortion.degrees);
    image = image.convertToFormat(QImage::Format_RGB32);
    if (distortion.shadow)
        darken(image);
    if (distortion.blur > 0)
        image = blurred(image, distortion.blur).convertToFormat(QImage::Format_RGB32);
    if (distortion.noise > 0)
        addNoise(image, distortion.noise);
    return distortion.grey ? image.convertToFormat(QImage::Format_Grayscale8) : image;
}

QImage sideBySide(const QImage& left, const QImage& right)
{
    QImage sheet(left.width() + right.width(), std::max(left.height(), right.height()), QImage::Format_RGB32);
    sheet.fill(Qt::white);
    QPainter painter(&sheet);
    painter.drawImage(0, 0, left);
    painter.drawImage(left.width(), 0, right);
    return sheet;
}

QString savePicture(const QImage& image, const QString& path, int quality)
{
    image.save(path, "JPEG", quality);
    return path;
}

QString savePdf(const QStringList& pictures, const QString& path)
{
    const ScratchFolder scratch;
    AssemblyPlan plan;
    Paper paper;
    for (const QString& picture : pictures) {
        const int index = int(paper.pages.size());
        paper.pages << Page();
        plan.attachments << inspectAttachment(picture, scratch.path());
        plan.placements << Placement{index, index, 0, QRectF(0, 0, 1, 1), QRectF(QPointF(), paper.pages.last().size)};
    }
    TextShaper shaper((Fonts(QJsonObject())));
    plan.skeleton = drawPaper(paper, shaper);
    assemblePdf(plan, path);
    return path;
}

QImage withSealOverCode(QImage page, const MappedPage& mapped, const QColor& colour)
{
    QPainter painter(&page);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(page.width() / mapped.size.width(), page.height() / mapped.size.height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.setCompositionMode(QPainter::CompositionMode_Multiply); // ink on ink
    painter.drawEllipse(mapped.codeRect.center(), 7, 7);
    return page;
}

} // namespace jz::test
