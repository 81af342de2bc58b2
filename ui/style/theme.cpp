// SPDX-License-Identifier: Apache-2.0
#include "ui/style/theme.h"

#include "ui/style/control_style.h"

#include <QApplication>
#include <QFile>
#include <QPalette>

#include <cmath>

static void initWindowResources()
{
    Q_INIT_RESOURCE(windows);
}

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double bodyPoints = 10.5;

struct Look
{
    Colours colours = Theme::light();
    bool dark = false;
    int textPercent = 100;
};

Look look;

double scale(TextStyle style)
{
    switch (style) {
    case TextStyle::Title:
        return 1.6;
    case TextStyle::Heading:
        return 1.25;
    case TextStyle::Small:
        return 0.9;
    case TextStyle::Strong:
    case TextStyle::Body:
        break;
    }
    return 1;
}

bool systemIsDark()
{
    // What the platform gave before this program set colours of its own.
    static const bool dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
}

QPalette paletteOf(const Colours& c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.sunken);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.quiet);
    palette.setColor(QPalette::Button, c.surface);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::ToolTipBase, c.surface);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Light, c.surface);
    palette.setColor(QPalette::Midlight, c.sunken);
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Dark, c.strongBorder);
    palette.setColor(QPalette::Shadow, c.strongBorder);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.quiet);
    palette.setColor(QPalette::Disabled, QPalette::Base, c.sunken);
    return palette;
}

/// sheet.qss with its words filled in: @name a colour, @4 a distance of four steps, @4- one pixel less (where a line of focus
/// takes that pixel).
QString sheetOf(const Colours& c)
{
    QFile file(u":/style/sheet.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the style sheet is missing");
    QString sheet = QString::fromUtf8(file.readAll());
    // Longer names first: @text stands at the beginning of others.
    const QList<std::pair<QString, QColor>> names{
        {u"@strongBorder"_s, c.strongBorder}, {u"@accentSoft"_s, c.accentSoft}, {u"@onAccent"_s, c.onAccent},
        {u"@warningSoft"_s, c.warningSoft},   {u"@errorSoft"_s, c.errorSoft},   {u"@hintSoft"_s, c.hintSoft},
        {u"@goodSoft"_s, c.goodSoft},         {u"@warning"_s, c.warning},       {u"@surface"_s, c.surface},
        {u"@window"_s, c.window},             {u"@sunken"_s, c.sunken},         {u"@border"_s, c.border},
        {u"@accent"_s, c.accent},             {u"@quiet"_s, c.quiet},           {u"@error"_s, c.error},
        {u"@hint"_s, c.hint},                 {u"@good"_s, c.good},             {u"@text"_s, c.text}};
    for (const auto& [name, colour] : names)
        sheet.replace(name, colour.name());
    for (const double steps : {0.5, 1.5, 2.5, 12.0, 10.0, 8.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0}) {
        const QString name = u'@' + QString::number(steps);
        sheet.replace(name + u'-', QString::number(Theme::space(steps) - 1) + u"px"_s);
        sheet.replace(name, QString::number(Theme::space(steps)) + u"px"_s);
    }
    return sheet;
}

} // namespace

Colours Theme::light()
{
    Colours c;
    c.window = QColor(0xf4f5f7);
    c.surface = QColor(0xffffff);
    c.sunken = QColor(0xeceef2);
    c.text = QColor(0x1d2129);
    c.quiet = QColor(0x5a6270);
    c.border = QColor(0xd9dde4);
    c.strongBorder = QColor(0x868e9c);
    c.accent = QColor(0x1f5fbf);
    c.onAccent = QColor(0xffffff);
    c.accentSoft = QColor(0xe3edfb);
    c.error = QColor(0xb3261e);
    c.errorSoft = QColor(0xfdecea);
    c.warning = QColor(0x8a5300);
    c.warningSoft = QColor(0xfff4e0);
    c.hint = QColor(0x2f5e8e);
    c.hintSoft = QColor(0xe8f1fa);
    c.good = QColor(0x1b6e3c);
    c.goodSoft = QColor(0xe5f4ea);
    return c;
}

Colours Theme::dark()
{
    Colours c;
    c.window = QColor(0x1b1e24);
    c.surface = QColor(0x242830);
    c.sunken = QColor(0x2d323b);
    c.text = QColor(0xe8eaee);
    c.quiet = QColor(0xa9b0bc);
    c.border = QColor(0x3c424d);
    c.strongBorder = QColor(0x7f8896);
    c.accent = QColor(0x7fb0ff);
    c.onAccent = QColor(0x10223f);
    c.accentSoft = QColor(0x2a3a55);
    c.error = QColor(0xff9d94);
    c.errorSoft = QColor(0x46282a);
    c.warning = QColor(0xf2c063);
    c.warningSoft = QColor(0x42361f);
    c.hint = QColor(0x9cc4ee);
    c.hintSoft = QColor(0x26374a);
    c.good = QColor(0x86d8a2);
    c.goodSoft = QColor(0x21402d);
    return c;
}

void Theme::apply(ThemeChoice choice, int textPercent)
{
    initWindowResources();
    look.dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark());
    look.colours = look.dark ? dark() : light();
    look.textPercent = qBound(smallestText, textPercent, largestText);
    QApplication::setStyle(new ControlStyle);
    QApplication::setPalette(paletteOf(look.colours));
    QApplication::setFont(font(TextStyle::Body));
    qApp->setStyleSheet(sheetOf(look.colours));
}

const Colours& Theme::colours()
{
    return look.colours;
}

bool Theme::isDark()
{
    return look.dark;
}

int Theme::textPercent()
{
    return look.textPercent;
}

bool Theme::isTextLarge()
{
    constexpr int roomBeside = 150;
    return look.textPercent > roomBeside;
}

int Theme::space(double steps)
{
    return int(std::lround(steps * 4 * look.textPercent / 100));
}

QFont Theme::font(TextStyle style)
{
    QFont font(QStringList{u"Noto Sans CJK SC"_s, u"Microsoft YaHei UI"_s, u"PingFang SC"_s, u"sans-serif"_s});
    font.setPointSizeF(bodyPoints * scale(style) * look.textPercent / 100);
    if (style == TextStyle::Strong || style == TextStyle::Heading || style == TextStyle::Title)
        font.setWeight(QFont::Bold);
    return font;
}

} // namespace jz::ui
