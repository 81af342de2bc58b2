// SPDX-License-Identifier: Apache-2.0
#include "ui/finalise/scan_thumbnail.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

Severity worstOf(const InkProblems& problems)
{
    Severity worst = Severity::Hint;
    for (const InkProblem& problem : problems)
        worst = qMin(worst, severityOf(problem));
    return worst;
}

} // namespace

QPixmap scanThumbnail(const ScanSheets::Sheet& sheet, const ScanSheets::Standing& standing, qreal ratio)
{
    const int side = Theme::space(scanThumbnailSteps);
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    QSize size = sheet.picture.isNull() ? QSize(side * 7 / 10, side) : sheet.picture.size().scaled(side, side, Qt::KeepAspectRatio);
    const QRect page(QPoint((side - size.width()) / 2, (side - size.height()) / 2), size);
    painter.fillRect(page, Qt::white);
    painter.drawImage(page, sheet.picture);
    painter.setPen(Theme::colours().border);
    painter.drawRect(page.adjusted(0, 0, -1, -1));
    const int mark = Theme::space(6);
    const QRect corner(side - mark, 0, mark, mark);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::colours().surface);
    painter.drawEllipse(corner);
    if (standing.pages.isEmpty() || worstOf(standing.problems) != Severity::Hint)
        painter.drawPixmap(corner, severityPixmap(standing.pages.isEmpty() ? Severity::Error : Severity::Warning, mark, ratio));
    else
        painter.drawPixmap(corner, iconPixmap(u"good", mark, Theme::colours().good, ratio));
    return pixmap;
}

} // namespace jz::ui
