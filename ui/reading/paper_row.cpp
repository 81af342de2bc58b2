// SPDX-License-Identifier: Apache-2.0
#include "ui/reading/paper_row.h"

#include "ui/desk/message_bar.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

int indent()
{
    return Theme::space(12);
}

QRect sentenceArea(const QString& sentence, int width)
{
    return QFontMetrics(Theme::font(TextStyle::Body)).boundingRect(QRect(0, 0, std::max(Theme::space(20), width), 10000), wrapped, sentence);
}

int nameHeight()
{
    return QFontMetrics(Theme::font(TextStyle::Strong)).height();
}

} // namespace

QSize PaperRow::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* const view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = (view ? view->viewport()->width() : option.rect.width()) - indent() - Theme::space(4);
    const int sentence = sentenceArea(index.data(sentenceRole).toString(), width).height();
    return {Theme::space(40), nameHeight() + sentence + Theme::space(6)};
}

void PaperRow::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& colours = Theme::colours();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isCurrent = (option.state & QStyle::State_Selected) && (option.state & QStyle::State_HasFocus);
    if (isCurrent || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(isCurrent ? QPen(colours.accent, 2) : QPen(Qt::NoPen));
        painter->setBrush(colours.accentSoft);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 4, 4);
    }
    const int side = Theme::space(5);
    const QRect mark(option.rect.left() + Theme::space(4), option.rect.top() + Theme::space(2), side, side);
    const int kind = index.data(kindRole).toInt();
    const qreal ratio = painter->device()->devicePixelRatioF();
    painter->drawPixmap(mark, kind < 0 ? iconPixmap(u"document", side, colours.quiet, ratio) : barPixmap(BarMessage::Kind(kind), side, ratio));
    const QRect name(option.rect.left() + indent(), option.rect.top() + Theme::space(2), option.rect.width() - indent() - Theme::space(4), nameHeight());
    painter->setFont(Theme::font(TextStyle::Strong));
    painter->setPen(colours.text);
    painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle, name.width()));
    painter->setFont(Theme::font(TextStyle::Body));
    painter->setPen(colours.quiet);
    const QRect sentence(name.left(), name.bottom() + Theme::space(1), name.width(), option.rect.bottom() - name.bottom());
    painter->drawText(sentence, wrapped, index.data(sentenceRole).toString());
    painter->restore();
}

} // namespace jz::ui
