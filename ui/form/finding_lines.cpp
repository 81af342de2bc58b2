// SPDX-License-Identifier: Apache-2.0
#include "ui/form/finding_lines.h"

#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QHBoxLayout>
#include <QLabel>

namespace jz::ui {

using namespace Qt::StringLiterals;

FindingLines::FindingLines(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(Theme::space(0.5));
    hide();
}

void FindingLines::show(const Findings& findings)
{
    if (findings == m_shown)
        return;
    m_shown = findings;
    while (QLayoutItem* const item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Finding& finding : findings)
        m_layout->addWidget(line(finding));
    setVisible(!findings.isEmpty());
}

QWidget* FindingLines::line(const Finding& finding)
{
    auto* const line = new QWidget(this);
    auto* const words = new WrappedLabel(say(finding.message), line);
    words->setObjectName(u"finding"_s);
    words->setProperty("severity", severityProperty(finding.severity));
    words->setFont(Theme::font(TextStyle::Small));
    words->setToolTip(finding.clause);
    words->setAccessibleName(QString(severityWord(finding.severity) + u' ' + words->text()));
    auto* const mark = new QLabel(line);
    mark->setPixmap(severityPixmap(finding.severity, Theme::space(3.5), devicePixelRatioF()));
    mark->setFixedHeight(QFontMetrics(words->font()).height());
    auto* const layout = new QHBoxLayout(line);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(1.5));
    layout->addWidget(mark, 0, Qt::AlignTop);
    layout->addWidget(words, 1, Qt::AlignTop);
    return line;
}

} // namespace jz::ui
