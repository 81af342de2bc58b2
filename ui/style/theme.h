// SPDX-License-Identifier: Apache-2.0
// The one look of all windows: colours, type, spacing, and how controls are drawn (sheet.qss). Nothing else in ui/ names a colour,
// a font size or a distance in pixels.
#pragma once

#include <QColor>
#include <QFont>

namespace jz::ui {

enum class ThemeChoice { System, Light, Dark };

/// The colours by what they are for. Every text colour has a contrast of at least 4.5:1 on the grounds it may stand on: `text`
/// and `quiet` on `window`, `surface` and `sunken`; a severity on `surface` and on its own soft ground (a test computes it).
struct Colours
{
    QColor window;      ///< ground of a window
    QColor surface;     ///< cards, editors, lists: what one works on
    QColor sunken;      ///< bars, headers, fields that cannot be edited
    QColor text;
    QColor quiet;       ///< prompts, captions, dates
    QColor border;      ///< lines between things
    QColor strongBorder;///< edges of editors: 3:1 on surface
    QColor accent;      ///< the one thing to do next, links, focus ring, selection
    QColor onAccent;
    QColor accentSoft;  ///< hovered and chosen rows
    QColor error;
    QColor errorSoft;
    QColor warning;
    QColor warningSoft;
    QColor hint;
    QColor hintSoft;
    QColor good;
    QColor goodSoft;
};

/// The type scale; sizes relative to the text size the user chose.
enum class TextStyle {
    Title,   ///< once in a window: 1.6
    Heading, ///< sections: 1.25, bold
    Strong,  ///< labels: bold
    Body,    ///< 10.5 pt (五号) at 100 %
    Small,   ///< prompts, counters, dates: 0.9
};

/// The look in force; set once for the whole application, from the thread of the windows.
class Theme
{
public:
    static constexpr int smallestText = 100;
    static constexpr int largestText = 200;

    /// Palette, font and style sheet of the application. `textPercent` from smallestText to largestText.
    static void apply(ThemeChoice choice, int textPercent);

    static const Colours& colours();
    static bool isDark();
    static int textPercent();
    /// Whether things that stand side by side else are to stand below each other.
    static bool isTextLarge();
    /// Distance in device-independent pixels: `steps` of 4 px at 100 %, growing with the text.
    static int space(double steps = 1);
    static QFont font(TextStyle style);

    static Colours light();
    static Colours dark();
};

} // namespace jz::ui
