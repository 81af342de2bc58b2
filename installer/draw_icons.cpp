// SPDX-License-Identifier: Apache-2.0
// draw_icons IN.svg OUT…: draws an icon in the sizes that desktops want. OUT is FOLDER/SIZE.png for one size or FILE.ico for
// Windows, which holds 256 × 256. Part of making packages; the program itself draws its icons from the SVG files.
#include <QGuiApplication>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

QImage drawn(QSvgRenderer& icon, int size)
{
    QImage image(size, size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    icon.render(&painter, QRectF(0, 0, size, size));
    return image;
}

bool write(QSvgRenderer& icon, const QString& path)
{
    const QFileInfo file(path);
    const int size = file.suffix() == u"ico" ? 256 : file.completeBaseName().toInt();
    return size > 0 && QDir().mkpath(file.path()) && drawn(icon, size).save(path);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    QSvgRenderer icon(arguments.value(1));
    bool done = icon.isValid() && arguments.size() > 2;
    for (const QString& path : arguments.mid(2))
        done = done && write(icon, path);
    if (!done)
        std::fprintf(stderr, "draw_icons IN.svg OUT…: could not draw %s\n", qUtf8Printable(arguments.value(1)));
    return done ? 0 : 1;
}
