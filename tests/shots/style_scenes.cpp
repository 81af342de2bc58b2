// SPDX-License-Identifier: Apache-2.0
// Every kind of control in its states, the icons, the message bar: what the style sheet and the icons have to get right.
#include "tests/shots/scene.h"
#include "ui/desk/message_bar.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QToolBar>
#include <QToolButton>

namespace jz::test {

using namespace Qt::StringLiterals;
using namespace jz::ui;

namespace {

template<typename Widget>
Widget* named(Widget* widget, const QString& name)
{
    widget->setObjectName(name);
    widget->setAccessibleName(name);
    return widget;
}

QWidget* lines()
{
    auto* const box = new QWidget;
    auto* const layout = new QFormLayout(box);
    const auto add = [&](const QString& what, auto change) {
        auto* const line = named(new QLineEdit(u"示例先进光电技术研究院 Ag"_s), what);
        change(line);
        layout->addRow(what, line);
    };
    add(u"plain"_s, [](QLineEdit*) {});
    add(u"prompt"_s, [](QLineEdit* line) { line->clear(), line->setPlaceholderText(u"…"_s); });
    add(u"error"_s, [](QLineEdit* line) { line->setProperty("severity", u"error"_s); });
    add(u"warning"_s, [](QLineEdit* line) { line->setProperty("severity", u"warning"_s); });
    add(u"read only"_s, [](QLineEdit* line) { line->setReadOnly(true); });
    add(u"disabled"_s, [](QLineEdit* line) { line->setEnabled(false); });
    auto* const choice = named(new QComboBox, u"combo"_s);
    choice->addItems({u"湖北省"_s, u"广西壮族自治区"_s});
    layout->addRow(u"combo"_s, choice);
    auto* const editable = named(new QComboBox, u"editable"_s);
    editable->setEditable(true);
    editable->addItems({u"湖北省"_s, u"广西壮族自治区"_s});
    layout->addRow(u"editable"_s, editable);
    auto* const off = named(new QComboBox, u"combo off"_s);
    off->addItem(u"湖北省"_s);
    off->setEnabled(false);
    layout->addRow(u"combo off"_s, off);
    layout->addRow(u"spin"_s, named(new QSpinBox, u"spin"_s));
    auto* const text = named(new QPlainTextEdit(u"第一行\n第二行"_s), u"text"_s);
    text->setTabChangesFocus(true);
    layout->addRow(u"text"_s, text);
    return box;
}

QWidget* buttons()
{
    auto* const box = new QWidget;
    auto* const layout = new QGridLayout(box);
    int row = 0;
    for (const QString& kind : {QString(), u"primary"_s, u"flat"_s}) {
        for (const bool on : {true, false}) {
            auto* const button = named(new QPushButton(icon(u"new", kind == u"primary" ? &Colours::onAccent : kind == u"flat" ? &Colours::accent : &Colours::text), kind.isEmpty() ? u"plain"_s : kind), u"button"_s);
            if (!kind.isEmpty())
                button->setProperty(kind.toLatin1().constData(), true);
            button->setEnabled(on);
            layout->addWidget(button, row, on ? 0 : 1);
        }
        ++row;
    }
    for (const bool on : {true, false}) {
        auto* const check = named(new QCheckBox(u"产学研协作"_s), u"check"_s);
        check->setChecked(on);
        layout->addWidget(check, row, on ? 0 : 1);
        auto* const checkOff = named(new QCheckBox(u"创新创业孵化"_s), u"check off"_s);
        checkOff->setChecked(on);
        checkOff->setEnabled(false);
        layout->addWidget(checkOff, row + 1, on ? 0 : 1);
        auto* const radio = named(new QRadioButton(u"国际创新合作"_s), u"radio"_s);
        radio->setAutoExclusive(false);
        radio->setChecked(on);
        layout->addWidget(radio, row + 2, on ? 0 : 1);
        auto* const radioOff = named(new QRadioButton(u"国际创新合作"_s), u"radio off"_s);
        radioOff->setAutoExclusive(false);
        radioOff->setChecked(on);
        radioOff->setEnabled(false);
        layout->addWidget(radioOff, row + 3, on ? 0 : 1);
    }
    auto* const progress = named(new QProgressBar, u"progress"_s);
    progress->setValue(40);
    progress->setTextVisible(false);
    layout->addWidget(progress, row + 4, 0, 1, 2);
    layout->setRowStretch(row + 5, 1);
    return box;
}

QWidget* lists()
{
    auto* const tabs = new QTabWidget;
    auto* const table = named(new QTableWidget(8, 3), u"table"_s);
    table->setHorizontalHeaderLabels({u"姓名"_s, u"年龄"_s, u"职称"_s});
    table->horizontalHeader()->setStretchLastSection(true);
    for (int row = 0; row < 8; ++row)
        for (int column = 0; column < 3; ++column)
            table->setItem(row, column, new QTableWidgetItem(u"示例%1"_s.arg(row * 3 + column)));
    auto* const tick = new QTableWidgetItem(u"示例"_s);
    tick->setCheckState(Qt::Checked);
    table->setItem(1, 1, tick);
    table->setCurrentCell(2, 1);
    table->setTabKeyNavigation(false);
    tabs->addTab(table, u"表格"_s);
    tabs->addTab(new QWidget, u"附件"_s);
    tabs->addTab(new QWidget, u"历史"_s);
    return tabs;
}

QWidget* allIcons()
{
    auto* const box = new QWidget;
    auto* const layout = new QGridLayout(box);
    int place = 0;
    for (const QString& file : QDir(u":/icons"_s).entryList({u"*.svg"_s}, QDir::Files, QDir::Name)) {
        const QString name = file.chopped(4);
        auto* const picture = new QLabel;
        auto* const word = new QLabel(name);
        word->setFont(Theme::font(TextStyle::Small));
        const qreal ratio = box->devicePixelRatioF();
        QPixmap row(int(ratio * 84), int(ratio * 36));
        row.setDevicePixelRatio(ratio);
        row.fill(Qt::transparent);
        QPainter painter(&row);
        if (name == u"juanzong") {
            painter.drawPixmap(0, 0, programIcon().pixmap(QSize(16, 16), ratio));
            painter.drawPixmap(20, 0, programIcon().pixmap(QSize(24, 24), ratio));
            painter.drawPixmap(48, 0, programIcon().pixmap(QSize(32, 32), ratio));
        } else {
            painter.drawPixmap(0, 0, iconPixmap(name, 16, Theme::colours().text, ratio));
            painter.drawPixmap(20, 0, iconPixmap(name, 24, Theme::colours().text, ratio));
            painter.drawPixmap(48, 0, iconPixmap(name, 32, Theme::colours().accent, ratio));
        }
        painter.end();
        picture->setPixmap(row);
        layout->addWidget(picture, place / 8 * 2, place % 8);
        layout->addWidget(word, place / 8 * 2 + 1, place % 8);
        ++place;
    }
    return box;
}

std::unique_ptr<QWidget> controls(SceneDesk&)
{
    auto window = std::make_unique<QWidget>();
    auto* const layout = new QHBoxLayout(window.get());
    window->setObjectName(u"page"_s);
    layout->addWidget(lines(), 1);
    layout->addWidget(buttons(), 1);
    layout->addWidget(lists(), 1);
    return window;
}

std::unique_ptr<QWidget> icons(SceneDesk&)
{
    std::unique_ptr<QWidget> window(allIcons());
    window->setObjectName(u"page"_s);
    return window;
}

std::unique_ptr<QWidget> bars(SceneDesk&)
{
    auto window = std::make_unique<QWidget>();
    window->setObjectName(u"page"_s);
    auto* const layout = new QVBoxLayout(window.get());
    for (const BarMessage::Kind kind : {BarMessage::Kind::Error, BarMessage::Kind::Warning, BarMessage::Kind::Hint, BarMessage::Kind::Good}) {
        auto* const bar = new MessageBar(window.get());
        bar->show({kind,
                   say(u"磁盘已满，最近的修改还没有保存到资料库；已填写的内容都在窗口里。请腾出空间，程序会自动重试。",
                       u"The disk is full and the latest changes are not in the workspace yet; what you typed is in the window. Make room: "
                       u"the program tries again by itself."),
                   {},
                   {{say(u"另存一份…", u"Save a copy elsewhere…"), [] {}}},
                   {}});
        layout->addWidget(bar);
    }
    layout->addStretch(1);
    return window;
}

std::unique_ptr<QWidget> menu(SceneDesk&)
{
    auto menu = std::make_unique<QMenu>();
    menu->setObjectName(u"menu"_s);
    menu->addAction(icon(u"history"), say(u"此栏的历史", u"History of this field"))->setShortcut(QKeySequence(u"Ctrl+H"_s));
    menu->addAction(icon(u"note"), say(u"添加备注", u"Add a note"));
    menu->addSeparator();
    QAction* const tick = menu->addAction(say(u"显示行号", u"Show row numbers"));
    tick->setCheckable(true);
    tick->setChecked(true);
    menu->addAction(icon(u"remove"), say(u"删除这一行", u"Remove this row"))->setEnabled(false);
    return menu;
}

} // namespace

QList<Scene> styleScenes()
{
    return {{u"style-controls"_s, controls}, {u"style-icons"_s, icons, {1000, 700}}, {u"style-bars"_s, bars, {1000, 300}}, {u"style-menu"_s, menu, {}}};
}

} // namespace jz::test
