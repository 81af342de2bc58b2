// SPDX-License-Identifier: Apache-2.0
#include "ui/style/icons.h"

#include "ui/style/language.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int smallIcon = 20;

QByteArray readSvg(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("there is no icon %s", qPrintable(path));
    return file.readAll();
}

QPixmap drawSvg(const QByteArray& svg, QSize pixels)
{
    QPixmap pixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(svg).render(&painter);
    return pixmap;
}

/// Draws the lines of an SVG, which are in `currentColor`, in the colour for a mode.
class LineIconEngine : public QIconEngine
{
public:
    LineIconEngine(QString name, QColor Colours::*colour) : m_name(std::move(name)), m_colour(colour) {}

    QIconEngine* clone() const override { return new LineIconEngine(*this); }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, iconPixmap(m_name, qMin(rect.width(), rect.height()), colourFor(mode), ratio));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(m_name, qMin(size.width(), size.height()), colourFor(mode), 1);
    }

private:
    QColor colourFor(QIcon::Mode mode) const
    {
        const Colours& colours = Theme::colours();
        if (mode != QIcon::Disabled)
            return colours.*m_colour;
        QColor pale = colours.quiet;
        pale.setAlphaF(0.5F);
        return pale;
    }

    QString m_name;
    QColor Colours::*m_colour;
};

QStringView severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error";
    case Severity::Warning:
        return u"warning";
    case Severity::Hint:
        break;
    }
    return u"hint";
}

} // namespace

QIcon icon(QStringView name, QColor Colours::*colour)
{
    Q_ASSERT(QFile::exists(u":/icons/"_s + name + u".svg"_s));
    return QIcon(new LineIconEngine(name.toString(), colour));
}

QPixmap iconPixmap(QStringView name, int size, const QColor& colour, qreal pixelRatio)
{
    const int pixels = qMax(1, qRound(size * pixelRatio)); // buttons are squeezed to nothing while windows are laid out
    const QString key = u"jz-icon-%1-%2-%3"_s.arg(name.toString(), QString::number(pixels), colour.name(QColor::HexArgb));
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        QByteArray svg = readSvg(u":/icons/"_s + name + u".svg"_s);
        svg.replace("currentColor", colour.name().toLatin1());
        // Lines thinner than about a pixel and a half turn grey.
        if (pixels < smallIcon)
            svg.replace("stroke-width=\"1.75\"", "stroke-width=\"2.1\"");
        pixmap = drawSvg(svg, {pixels, pixels});
        if (colour.alpha() < 255) {
            QPainter painter(&pixmap);
            painter.setCompositionMode(QPainter::CompositionMode_DestinationIn);
            painter.fillRect(pixmap.rect(), QColor(0, 0, 0, colour.alpha()));
        }
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

QPixmap severityPixmap(Severity severity, int size, qreal pixelRatio)
{
    return iconPixmap(severityIcon(severity), size, severityColour(severity), pixelRatio);
}

QString severityProperty(Severity severity)
{
    return severityIcon(severity).toString();
}

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return say(u"错误", u"Error");
    case Severity::Warning:
        return say(u"警告", u"Warning");
    case Severity::Hint:
        break;
    }
    return say(u"提示", u"Hint");
}

QColor severityColour(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Theme::colours().error;
    case Severity::Warning:
        return Theme::colours().warning;
    case Severity::Hint:
        break;
    }
    return Theme::colours().hint;
}

QIcon programIcon()
{
    QIcon icon;
    const QByteArray whole = readSvg(u":/icons/juanzong.svg"_s);
    // Drawn for whole pixels: what is fine in the other runs together at this size.
    const QByteArray small = readSvg(u":/style/juanzong-16.svg"_s);
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addPixmap(drawSvg(size == 16 ? small : whole, {size, size}));
    return icon;
}

} // namespace jz::ui
