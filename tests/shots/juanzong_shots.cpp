// SPDX-License-Identifier: Apache-2.0
// juanzong-shots DIR [--only NAME] [--quick]: draws every window and dialog with sample content to DIR/VARIANT/SCENE.png, in both
// languages, light and dark, with text of 100 % and 200 %, as on a laptop of 1366 × 768 with text of 125 %, and at two device pixels per
// pixel; DIR/index.html shows them side by side.
#include "tests/shots/scene.h"

#include "model/base/error.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QCursor>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int farAway = 20'000;
constexpr int patience = 250; ///< milliseconds, for small pictures of files

struct Variant
{
    QString name;
    Language language = Language::Chinese;
    ui::ThemeChoice theme = ui::ThemeChoice::Light;
    int text = 100;
    QString pixelRatio = u"1"_s;
};

QList<Variant> allVariants()
{
    using ui::ThemeChoice;
    QList<Variant> variants{{u"zh-light-100"_s, Language::Chinese, ThemeChoice::Light, 100}};
    for (const Language language : {Language::Chinese, Language::English}) {
        const QString tongue = language == Language::Chinese ? u"zh"_s : u"en"_s;
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark})
            for (const int text : {100, 200}) {
                const QString name = tongue + (theme == ThemeChoice::Light ? u"-light-"_s : u"-dark-"_s) + QString::number(text);
                if (name != variants.first().name)
                    variants.append({name, language, theme, text});
            }
        variants.append({tongue + u"-light-125"_s, language, ThemeChoice::Light, 125});
    }
    variants.append({u"zh-light-100-ratio-2"_s, Language::Chinese, ThemeChoice::Light, 100, u"2"_s});
    return variants;
}

/// Tall pages grow with the text; windows are as large as the screens they are seen on.
QSize sizeFor(const Scene& scene, int text)
{
    const bool page = scene.size.height() > 1080;
    if (scene.size.isEmpty() || text == 100)
        return scene.size;
    if (page)
        return {text == 200 ? 1920 : scene.size.width(), scene.size.height() * text / 80};
    return text == 200 ? scene.size.expandedTo({1920, 1080}) : scene.size;
}

bool draw(const QDir& folder, const Variant& variant, const QString& only)
{
    ui::setLanguage(variant.language);
    ui::translateQt(variant.language);
    ui::Theme::apply(variant.theme, variant.text);
    folder.mkpath(variant.name);
    bool fine = true;
    for (const Scene& scene : allScenes()) {
        if (!scene.name.contains(only))
            continue;
        try {
            StagedScene staged(scene, sizeFor(scene, variant.text), patience);
            fine = staged.window().grab().save(folder.filePath(variant.name + u'/' + scene.name + u".png"_s)) && fine;
        } catch (const Error& error) {
            std::fprintf(stderr, "%s: %s\n", qPrintable(scene.name), error.what());
            fine = false;
        }
    }
    return fine;
}

void writeIndex(const QDir& folder, const QList<Variant>& variants)
{
    QString html = u"<!DOCTYPE html><meta charset='utf-8'><title>juanzong-shots</title><style>body{font-family:sans-serif;margin:1em}"
                   "img{width:440px;border:1px solid #ccc;vertical-align:top}figure{display:inline-block;margin:0 1em 1em 0}"
                   "nav a{margin-right:1em}</style><nav>"_s;
    for (const Scene& scene : allScenes())
        html += u"<a href='#%1'>%1</a>"_s.arg(scene.name);
    html += u"</nav>"_s;
    for (const Scene& scene : allScenes()) {
        html += u"<h2 id='%1'>%1</h2>"_s.arg(scene.name);
        for (const Variant& variant : variants) {
            const QString picture = variant.name + u'/' + scene.name + u".png"_s;
            if (folder.exists(picture))
                html += u"<figure><figcaption>%1</figcaption><a href='%2'><img src='%2' loading='lazy'></a></figure>"_s.arg(variant.name, picture);
        }
    }
    writeFile(folder.filePath(u"index.html"_s), html.toUtf8());
}

/// The pixel ratio is fixed when the application starts: another needs a process of its own.
bool drawElsewhere(const QDir& folder, const Variant& variant, const QString& only)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_SCALE_FACTOR"_s, variant.pixelRatio);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(), {folder.path(), u"--only"_s, only, u"--variant"_s, variant.name});
    return process.waitForFinished(-1) && process.exitCode() == 0;
}

/// The offscreen platform says of every window that it cannot be raised: that is known.
void tell(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (!message.startsWith(u"This plugin does not support"))
        std::fprintf(stderr, "%s\n", qPrintable(message));
    if (type == QtFatalMsg)
        std::abort();
}

} // namespace

int main(int argc, char** argv)
{
    qInstallMessageHandler(tell);
    const QTemporaryDir home;
    qputenv("TZ", "Asia/Shanghai");
    qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const char* const place : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        qputenv(place, home.path().toUtf8());
    const QApplication application(argc, argv);
    QCursor::setPos(farAway, farAway); // nothing is hovered over
    QApplication::setApplicationName(u"juanzong"_s);
    QCommandLineParser parser;
    const QCommandLineOption only(u"only"_s, u"scenes whose name holds this"_s, u"NAME"_s);
    const QCommandLineOption quick(u"quick"_s, u"Chinese, light, 100 % alone"_s);
    const QCommandLineOption one(u"variant"_s, u"this variant alone"_s, u"VARIANT"_s);
    parser.addPositionalArgument(u"DIR"_s, u"where the pictures go"_s);
    parser.addOptions({only, quick, one});
    parser.addHelpOption();
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    const QDir folder(parser.positionalArguments().constFirst());
    bool fine = folder.mkpath(u"."_s);
    const QList<Variant> variants = allVariants();
    for (const Variant& variant : variants) {
        if (parser.isSet(one) ? parser.value(one) != variant.name : parser.isSet(quick) && variant.name != variants.first().name)
            continue;
        const bool elsewhere = variant.pixelRatio != u"1" && !parser.isSet(one);
        fine = (elsewhere ? drawElsewhere(folder, variant, parser.value(only)) : draw(folder, variant, parser.value(only))) && fine;
    }
    writeIndex(folder, variants);
    std::printf("%s\n", qPrintable(folder.absoluteFilePath(u"index.html"_s)));
    return fine ? 0 : 3;
}
