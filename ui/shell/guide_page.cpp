// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/guide_page.h"

#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace jz::ui {

using namespace Qt::StringLiterals;

GuidePage::GuidePage(QWidget* parent) : Page(say(u"使用指南", u"Guide"), parent)
{
    setObjectName(u"guidePage"_s);
    auto* const back = new QPushButton(icon(u"back"), say(u"返回", u"Back"), this);
    back->setObjectName(u"back"_s);
    back->setAccessibleName(back->text());
    back->setShortcut(Qt::Key_Escape);
    addToTop(back);
    connect(back, &QPushButton::clicked, this, &GuidePage::done);
    setFocusProxy(back);
    auto* const grid = new QGridLayout;
    grid->setSpacing(Theme::space(3));
    column()->addLayout(grid);
    column()->addStretch(1);
    addTopic(grid, u"new"_s, say(u"填写", u"Fill in"),
             say(u"照着申报书的顺序往下填，和填纸质表一样。左边是各部分，点一下就到那里；按 Tab 到下一栏。",
                 u"Go down the form as on paper. The sections are at the left, a click goes there; Tab goes to the next field."));
    addTopic(grid, u"saved"_s, say(u"不用保存", u"No need to save"),
             say(u"每个字都随时存好，下面一行写着存到了什么时候。停电、关机，再打开还在原处。",
                 u"Every word is kept as you type; the line below says since when. After a power cut you are where you were."));
    addTopic(grid, u"undo"_s, say(u"改错了", u"Made a mistake"),
             say(u"按 Ctrl+Z 撤销，Ctrl+Y 重做，关掉再打开也能撤销。“历史”里能看到谁何时改了什么，并可恢复。",
                 u"Ctrl+Z takes back, Ctrl+Y does again, even after a restart. The history says who changed what, and brings it back."));
    addTopic(grid, u"findings"_s, say(u"检查", u"Checks"),
             say(u"边填边检查。红色是必须改的，黄色请看一眼，蓝色是提醒。按 F8 到下一处；有问题也可以先放着。",
                 u"It is checked as you type: red must be mended, yellow wants a look, blue informs. F8 goes to the next; it can all wait."));
    addTopic(grid, u"paste"_s, say(u"表格", u"Tables"),
             say(u"在 Excel、WPS 或 Word 里选中几行复制，到表格里按 Ctrl+V，就整块填好，行数不够会自动加。",
                 u"Copy rows in Excel, WPS or Word and press Ctrl+V in the table: the whole block is filled in, rows are added."));
    addTopic(grid, u"attach"_s, say(u"附件", u"Attachments"),
             say(u"把证照照片、扫描件、PDF 拖到相应栏目里。照片里的拍摄地点等信息会自动去掉。",
                 u"Drop photos, scans and PDFs on their field. Where and with what a photo was taken is removed by itself."));
    addTopic(grid, u"open"_s, say(u"收到的文件", u"Files you receive"),
             say(u"别人发来的申报书 PDF，拖到窗口里就能打开。打印或另存过的不行，请向对方要原文件。",
                 u"Drop a dossier PDF that somebody sent on the window. One that was printed or saved anew will not do: ask for the original."));
    addTopic(grid, u"export"_s, say(u"报送", u"Sending it in"),
             say(u"卷宗不在网上提交。网上申报和纸质材料仍按通知办理，签字、盖章也在纸上。",
                 u"Juanzong submits nothing. The online system and the paper copies stay as the notice says; you sign and seal on paper."));
}

void GuidePage::addTopic(QGridLayout* grid, const QString& iconName, const QString& title, const QString& words)
{
    auto* const card = new QFrame(this);
    card->setObjectName(u"card"_s);
    auto* const layout = new QGridLayout(card);
    layout->setContentsMargins(Theme::space(4), Theme::space(3), Theme::space(4), Theme::space(3));
    layout->setHorizontalSpacing(Theme::space(3));
    layout->setVerticalSpacing(Theme::space(1));
    auto* const picture = new QLabel(card);
    picture->setPixmap(iconPixmap(iconName, Theme::space(6), Theme::colours().accent, devicePixelRatioF()));
    auto* const heading = new QLabel(title, card);
    heading->setFont(Theme::font(TextStyle::Heading));
    auto* const text = new QLabel(words, card);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    layout->addWidget(picture, 0, 0, Qt::AlignTop);
    layout->addWidget(heading, 0, 1);
    layout->addWidget(text, 1, 1);
    layout->setColumnStretch(1, 1);
    layout->setRowStretch(1, 1);
    const int place = grid->count();
    grid->addWidget(card, place / 2, place % 2);
}

} // namespace jz::ui
