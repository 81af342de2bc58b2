// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/settings_page.h"

#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

#include <array>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array textSizes{100, 115, 125, 150, 175, 200};

QRadioButton* addChoice(QFrame* card, const QString& objectName, const QString& words, bool on)
{
    auto* const choice = new QRadioButton(words, card);
    choice->setObjectName(objectName);
    choice->setAccessibleName(words);
    choice->setChecked(on);
    card->layout()->addWidget(choice);
    return choice;
}

} // namespace

SettingsPage::SettingsPage(const Preferences& preferences, const QString& folder, QWidget* parent)
    : Page(say(u"设置", u"Settings"), parent), m_preferences(preferences)
{
    setObjectName(u"settingsPage"_s);
    auto* const back = new QPushButton(icon(u"back"), say(u"返回", u"Back"), this);
    back->setObjectName(u"back"_s);
    back->setAccessibleName(back->text());
    back->setShortcut(Qt::Key_Escape);
    addToTop(back);
    connect(back, &QPushButton::clicked, this, &SettingsPage::done);
    addText(say(u"选了立即生效。", u"What you choose holds at once."), true);
    addLanguages();
    addThemes();
    addTextSizes();
    addWorkspace(folder);
    column()->addStretch(1);
    setFocusProxy(back);
}

QFrame* SettingsPage::addCard(const QString& title)
{
    auto* const heading = new QLabel(title, this);
    heading->setFont(Theme::font(TextStyle::Strong));
    column()->addWidget(heading);
    auto* const card = new QFrame(this);
    card->setObjectName(u"card"_s);
    card->setAccessibleName(title);
    auto* const layout = new QHBoxLayout(card);
    layout->setContentsMargins(Theme::space(4), Theme::space(2.5), Theme::space(4), Theme::space(2.5));
    layout->setSpacing(Theme::space(5));
    column()->addWidget(card);
    return card;
}

void SettingsPage::addLanguages()
{
    QFrame* const card = addCard(say(u"语言", u"Language"));
    const auto add = [&](const QString& objectName, const QString& words, Language which) {
        QRadioButton* const choice = addChoice(card, objectName, words, m_preferences.language == which);
        connect(choice, &QRadioButton::clicked, this, [this, which] {
            m_preferences.language = which;
            Q_EMIT chosen(m_preferences);
        });
    };
    add(u"languageZh"_s, u"简体中文"_s, Language::Chinese);
    add(u"languageEn"_s, u"English"_s, Language::English);
    static_cast<QHBoxLayout*>(card->layout())->addStretch(1);
}

void SettingsPage::addThemes()
{
    QFrame* const card = addCard(say(u"外观", u"Look"));
    const auto add = [&](const QString& objectName, const QString& words, ThemeChoice which) {
        QRadioButton* const choice = addChoice(card, objectName, words, m_preferences.theme == which);
        connect(choice, &QRadioButton::clicked, this, [this, which] {
            m_preferences.theme = which;
            Q_EMIT chosen(m_preferences);
        });
    };
    add(u"themeSystem"_s, say(u"跟随系统", u"As the system"), ThemeChoice::System);
    add(u"themeLight"_s, say(u"浅色", u"Light"), ThemeChoice::Light);
    add(u"themeDark"_s, say(u"深色", u"Dark"), ThemeChoice::Dark);
    static_cast<QHBoxLayout*>(card->layout())->addStretch(1);
}

void SettingsPage::addTextSizes()
{
    QFrame* const card = addCard(say(u"字号", u"Text size"));
    for (const int percent : textSizes) {
        QRadioButton* const choice = addChoice(card, u"text%1"_s.arg(percent), u"%1%"_s.arg(percent), m_preferences.textPercent == percent);
        connect(choice, &QRadioButton::clicked, this, [this, percent] {
            m_preferences.textPercent = percent;
            Q_EMIT chosen(m_preferences);
        });
    }
    static_cast<QHBoxLayout*>(card->layout())->addStretch(1);
}

void SettingsPage::addWorkspace(const QString& folder)
{
    QFrame* const card = addCard(say(u"资料库（所有申报书和附件都在这个文件夹里）", u"Workspace (all dossiers and their files are in this folder)"));
    auto* const path = new QLabel(folder, card);
    path->setObjectName(u"folder"_s);
    path->setWordWrap(true);
    path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* const other = new QPushButton(icon(u"open"), say(u"换一个文件夹…", u"Another folder…"), card);
    other->setObjectName(u"otherFolder"_s);
    other->setAccessibleName(other->text());
    static_cast<QHBoxLayout*>(card->layout())->addWidget(path, 1);
    card->layout()->addWidget(other);
    connect(other, &QPushButton::clicked, this, &SettingsPage::otherFolderWanted);
}

} // namespace jz::ui
