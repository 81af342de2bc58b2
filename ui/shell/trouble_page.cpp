// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/trouble_page.h"

#include "model/workspace/workspace.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

QString titleOf(const Trouble& trouble)
{
    if (trouble.isMissing)
        return say(u"找不到资料库", u"The workspace is not there");
    switch (trouble.error.code()) {
    case ErrorCode::Malformed:
        return say(u"资料库损坏了", u"The workspace is damaged");
    case ErrorCode::Unsupported:
        return say(u"资料库是更新版本的程序建立的", u"The workspace is of a newer version");
    case ErrorCode::NotWritable:
        return say(u"资料库不能写入", u"The workspace cannot be written to");
    default:
        return say(u"资料库打不开", u"The workspace cannot be opened");
    }
}

QString occasionOf(const Backup& backup)
{
    if (backup.occasion == u"daily")
        return say(u"每日备份", u"daily backup");
    if (backup.occasion == u"before-restore")
        return say(u"上次恢复之前的样子", u"as it was before the last restoring");
    return say(u"升级之前的备份", u"backup before a new version");
}

bool isDamaged(const Trouble& trouble)
{
    return trouble.error.code() == ErrorCode::Malformed;
}

} // namespace

TroublePage::TroublePage(const Trouble& trouble, QWidget* parent) : Page(titleOf(trouble), parent, Width::Narrow)
{
    setObjectName(u"troublePage"_s);
    auto* const card = new QFrame(this);
    card->setObjectName(u"card"_s);
    auto* const layout = new QVBoxLayout(card);
    layout->setContentsMargins(Theme::space(5), Theme::space(4), Theme::space(5), Theme::space(4));
    layout->setSpacing(Theme::space(2));
    auto* const what = new QLabel(say(trouble.error.message()), card);
    what->setObjectName(u"trouble"_s);
    what->setWordWrap(true);
    what->setTextFormat(Qt::PlainText);
    what->setTextInteractionFlags(Qt::TextSelectableByMouse);
    what->setToolTip(trouble.error.detail());
    auto* const safe = new QLabel(say(u"程序没有改动文件夹里的任何东西。", u"Nothing in the folder was changed."), card);
    safe->setProperty("quiet", true);
    auto* const where = new QLabel(say(u"文件夹：%1", u"Folder: %1").arg(trouble.folder), card);
    where->setWordWrap(true);
    where->setProperty("quiet", true);
    where->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(what);
    layout->addWidget(safe);
    layout->addWidget(where);
    column()->addWidget(card);
    addRemedies(trouble);
    if (isDamaged(trouble) || trouble.isMissing)
        addBackups(trouble);
    column()->addStretch(1);
}

QPushButton* TroublePage::addRemedy(QWidget* row, const QString& objectName, const QString& iconName, const QString& words)
{
    auto* const button = new QPushButton(icon(iconName), words, row);
    button->setObjectName(objectName);
    button->setAccessibleName(words);
    row->layout()->addWidget(button);
    return button;
}

void TroublePage::addRemedies(const Trouble& trouble)
{
    auto* const row = new QWidget(this);
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(2));
    QPushButton* const again = addRemedy(row, u"again"_s, u"redo"_s, say(u"再试一次", u"Try again"));
    connect(again, &QPushButton::clicked, this, &TroublePage::againWanted);
    connect(addRemedy(row, u"otherFolder"_s, u"open"_s, say(u"选择别的文件夹…", u"Choose another folder…")), &QPushButton::clicked, this,
            &TroublePage::otherFolderWanted);
    if (trouble.error.code() == ErrorCode::NotWritable && QFileInfo::exists(Workspace::databaseFile(trouble.folder)))
        connect(addRemedy(row, u"readOnly"_s, u"lock"_s, say(u"只打开查看", u"Open for reading only")), &QPushButton::clicked, this,
                &TroublePage::readingWanted);
    if (trouble.isMissing)
        connect(addRemedy(row, u"newHere"_s, u"new"_s, say(u"在这里新建资料库", u"Make a new one here")), &QPushButton::clicked, this,
                &TroublePage::newWanted);
    layout->addStretch(1);
    column()->addWidget(row);
    setFocusProxy(again);
}

void TroublePage::addBackups(const Trouble& trouble)
{
    auto* const heading = new QLabel(trouble.backups.isEmpty() ? say(u"这里没有自动备份。", u"There are no backups here.")
                                                               : say(u"可以恢复到这些备份之一：", u"You can go back to one of these backups:"),
                                     this);
    heading->setFont(Theme::font(TextStyle::Strong));
    column()->addWidget(heading);
    for (const Backup& backup : trouble.backups) {
        const QString at = backup.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
        auto* const row = new QWidget(this);
        auto* const layout = new QHBoxLayout(row);
        layout->setContentsMargins({});
        layout->setSpacing(Theme::space(3));
        QPushButton* const restore = addRemedy(row, u"restore"_s, u"history"_s, say(u"恢复到 %1", u"Go back to %1").arg(at));
        auto* const about = new QLabel(occasionOf(backup), row);
        about->setProperty("quiet", true);
        layout->addWidget(about, 1);
        column()->addWidget(row);
        connect(restore, &QPushButton::clicked, this, [this, path = backup.path] { Q_EMIT restoreWanted(path); });
    }
    auto* const row = new QWidget(this);
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    connect(addRemedy(row, u"restoreFromFolder"_s, u"import"_s, say(u"从别处的备份恢复…", u"Restore a backup from elsewhere…")),
            &QPushButton::clicked, this, &TroublePage::restoreFromFolderWanted);
    layout->addStretch(1);
    column()->addWidget(row);
    addText(say(u"恢复前会先把现在的文件在资料库里另存一份。", u"What is there now is kept in the workspace first."), true);
}

} // namespace jz::ui
