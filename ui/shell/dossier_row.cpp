// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/dossier_row.h"

#include "model/procedure/sample_files.h"
#include "ui/shell/dossier_list.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double rowSteps = 14;
constexpr double progressSteps = 24;
constexpr double whenSteps = 27;

QString subtitleOf(const DossierEntry& entry)
{
    QStringList words;
    if (!entry.summary.applicant.isEmpty())
        words << entry.summary.applicant;
    words << say(stateWord(entry.state));
    if (entry.revision > 1)
        words << say(u"第 %1 稿", u"revision %1").arg(entry.revision);
    return words.join(u" · "_s);
}

void paintText(QPainter* painter, const QRect& area, const QString& text, const QFont& font, const QColor& colour)
{
    painter->setFont(font);
    painter->setPen(colour);
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideMiddle, area.width());
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

} // namespace

QRect DossierRow::moreArea(const QRect& row)
{
    const int side = Theme::space(8);
    return {row.right() - side - Theme::space(1), row.center().y() - side / 2, side, side};
}

QSize DossierRow::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {Theme::space(80), Theme::space(rowSteps)};
}

void DossierRow::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const DossierEntry& entry = static_cast<const DossierListModel*>(index.model())->entry(index);
    const Colours& colours = Theme::colours();
    const QRect row = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool focused = (option.state & QStyle::State_Selected) && (option.state & QStyle::State_HasFocus);
    if (focused || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(focused ? QPen(colours.accent, 2) : QPen(Qt::NoPen));
        painter->setBrush(colours.accentSoft);
        painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), 4, 4);
    }
    const int side = Theme::space(5);
    const QRect mark(row.left() + Theme::space(3), row.center().y() - side / 2, side, side);
    const QString shape = entry.state == DossierState::Draft ? u"document"_s : u"lock"_s;
    painter->drawPixmap(mark, iconPixmap(shape, side, colours.quiet, painter->device()->devicePixelRatioF()));
    const QRect more = moreArea(row);
    const int moreSide = Theme::space(4);
    painter->drawPixmap(QRect(more.center() - QPoint(moreSide / 2, moreSide / 2), QSize(moreSide, moreSide)),
                        iconPixmap(u"more", moreSide, colours.quiet, painter->device()->devicePixelRatioF()));
    const QRect when(more.left() - Theme::space(whenSteps), row.top(), Theme::space(whenSteps - 1), row.height());
    paintText(painter, when, whenWords(entry.changed, QDateTime::currentDateTime()), Theme::font(TextStyle::Small), colours.quiet);
    const QRect progress(when.left() - Theme::space(progressSteps + 3), row.top(), Theme::space(progressSteps), row.height());
    paintProgress(painter, progress, entry);
    const QRect words(mark.right() + Theme::space(3), row.top(), progress.left() - mark.right() - Theme::space(6), row.height());
    paintWords(painter, words, entry);
    painter->restore();
}

void DossierRow::paintWords(QPainter* painter, const QRect& area, const DossierEntry& entry) const
{
    const Colours& colours = Theme::colours();
    const QRect upper(area.left(), area.top() + Theme::space(1), area.width(), area.height() / 2 - Theme::space(0.5));
    const QRect lower(area.left(), upper.bottom(), area.width(), upper.height());
    int room = upper.width();
    if (entry.origin == sampleOrigin()) {
        const QString word = say(u"样例", u"Sample");
        painter->setFont(Theme::font(TextStyle::Small));
        const int wide = painter->fontMetrics().horizontalAdvance(word) + Theme::space(3);
        const int titleWide = QFontMetrics(Theme::font(TextStyle::Strong)).horizontalAdvance(titleOf(entry)) + Theme::space(2);
        room = qMin(room - wide - Theme::space(2), titleWide);
        const int high = painter->fontMetrics().height();
        const QRect badge(upper.left() + room + Theme::space(1), upper.center().y() - high / 2, wide, high);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colours.hintSoft);
        painter->drawRoundedRect(badge, 4, 4);
        painter->setPen(colours.hint);
        painter->drawText(badge, Qt::AlignCenter, word);
    }
    paintText(painter, QRect(upper.topLeft(), QSize(room, upper.height())), titleOf(entry), Theme::font(TextStyle::Strong), colours.text);
    paintText(painter, lower, subtitleOf(entry), Theme::font(TextStyle::Small), colours.quiet);
}

void DossierRow::paintProgress(QPainter* painter, const QRect& area, const DossierEntry& entry) const
{
    const Colours& colours = Theme::colours();
    const int high = Theme::space(1.5);
    const int wide = area.width() - Theme::space(11);
    const QRect bar(area.left(), area.center().y() - high / 2, wide, high);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colours.border);
    painter->drawRoundedRect(bar, high / 2.0, high / 2.0);
    painter->setBrush(entry.summary.progress == 100 ? colours.good : colours.accent);
    if (entry.summary.progress > 0)
        painter->drawRoundedRect(QRectF(bar.left(), bar.top(), qMax(high, wide * entry.summary.progress / 100), high), high / 2.0, high / 2.0);
    const QRect percent(bar.right() + Theme::space(2), area.top(), Theme::space(10), area.height());
    paintText(painter, percent, u"%1%"_s.arg(entry.summary.progress), Theme::font(TextStyle::Small), colours.quiet);
}

} // namespace jz::ui
