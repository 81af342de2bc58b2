// SPDX-License-Identifier: Apache-2.0
#include "ui/form/drop_place.h"

#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>

namespace jz::ui {

using namespace Qt::StringLiterals;

DropPlace::DropPlace(bool imagesOnly, QWidget* parent)
    : QFrame(parent), m_choose(new QPushButton(this)), m_paste(new QPushButton(this)), m_cancel(new QPushButton(this)),
      m_words(new QLabel(this)), m_bar(new QProgressBar(this)), m_invitation(buildInvitation(imagesOnly)), m_progress(buildProgress())
{
    setObjectName(u"dropPlace"_s);
    setProperty("dropPlace", true);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(3), Theme::space(2), Theme::space(2), Theme::space(2));
    layout->addWidget(m_invitation);
    layout->addWidget(m_progress);
    m_progress->hide();
    connect(m_choose, &QPushButton::clicked, this, &DropPlace::chooseWanted);
    connect(m_paste, &QPushButton::clicked, this, &DropPlace::pasteWanted);
    connect(m_cancel, &QPushButton::clicked, this, &DropPlace::cancelWanted);
}

QWidget* DropPlace::buildInvitation(bool imagesOnly)
{
    auto* const line = new QWidget(this);
    auto* const words = new WrappedLabel(imagesOnly ? say(u"把图片拖到这里，或", u"Drop pictures here, or")
                                              : say(u"把图片或 PDF 拖到这里，或", u"Drop pictures or PDF files here, or"),
                                   line);
    words->setProperty("quiet", true);
    m_choose->setObjectName(u"chooseFiles"_s);
    m_choose->setIcon(icon(u"attach"));
    m_choose->setText(say(u"选择文件…", u"Choose files…"));
    m_paste->setObjectName(u"pastePicture"_s);
    m_paste->setIcon(icon(u"paste"));
    m_paste->setText(say(u"粘贴图片", u"Paste a picture"));
    m_paste->setProperty("flat", true);
    m_paste->setToolTip(say(u"截图，或从 Word、网页、聊天中复制的图片（Ctrl+V）", u"A screenshot, or a picture copied elsewhere (Ctrl+V)"));
    auto* const row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(Theme::space(2));
    row->addWidget(words, 1);
    row->addWidget(m_choose);
    row->addWidget(m_paste);
    return line;
}

QWidget* DropPlace::buildProgress()
{
    auto* const line = new QWidget(this);
    m_words->setObjectName(u"progressWords"_s);
    m_bar->setObjectName(u"progress"_s);
    m_bar->setAccessibleName(say(u"正在检查文件", u"Looking at files"));
    m_bar->setTextVisible(false);
    m_cancel->setObjectName(u"cancelAdding"_s);
    m_cancel->setText(say(u"取消添加", u"Stop adding"));
    auto* const row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(Theme::space(2));
    row->addWidget(m_words);
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    return line;
}

void DropPlace::showProgress(int done, int total)
{
    m_words->setText(total == 1 ? say(u"正在检查文件…", u"Looking at the file…")
                                : say(text(u"正在检查文件，已完成 %1/%2", u"Looking at the files: %1 of %2 done")
                                          .arg(QString::number(done), QString::number(total))));
    m_bar->setRange(0, total == 1 ? 0 : total);
    m_bar->setValue(done);
    m_invitation->hide();
    m_progress->show();
}

void DropPlace::showInvitation()
{
    const bool hadFocus = m_cancel->hasFocus();
    m_progress->hide();
    m_invitation->show();
    if (hadFocus)
        m_choose->setFocus(Qt::OtherFocusReason);
}

void DropPlace::highlight(bool on)
{
    if (property("dropping").toBool() == on)
        return;
    setProperty("dropping", on);
    style()->unpolish(this);
    style()->polish(this);
}

void DropPlace::eachControl(const std::function<void(QWidget*, const QString&)>& adopt) const
{
    for (QPushButton* const button : {m_choose, m_paste, m_cancel})
        adopt(button, button->text());
}

} // namespace jz::ui
