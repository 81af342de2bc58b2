// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/work_bar.h"

#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace jz::ui {

using namespace Qt::StringLiterals;

WorkBar::WorkBar(QWidget* parent) : QFrame(parent), m_words(new QLabel(this)), m_progress(new QProgressBar(this))
{
    setObjectName(u"workBar"_s);
    setProperty("bar", u"hint"_s);
    m_words->setObjectName(u"workText"_s);
    m_progress->setObjectName(u"workProgress"_s);
    m_progress->setAccessibleName(say(u"进度", u"Progress"));
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(Theme::space(60));
    auto* const cancel = new QPushButton(say(u"停止", u"Stop"), this);
    cancel->setObjectName(u"stopWork"_s);
    cancel->setAccessibleName(cancel->text());
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::space(4), Theme::space(1.5), Theme::space(2), Theme::space(1.5));
    layout->setSpacing(Theme::space(3));
    layout->addWidget(m_words, 1);
    layout->addWidget(m_progress, 1);
    layout->addWidget(cancel);
    connect(cancel, &QPushButton::clicked, this, &WorkBar::cancelled);
    hide();
}

void WorkBar::show(const QString& words, int done, int total)
{
    m_words->setText(words);
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    setVisible(true);
}

} // namespace jz::ui
