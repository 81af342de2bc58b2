// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/entry_model.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

QColor colourOf(Entry::Tone tone)
{
    const Colours& colours = Theme::colours();
    switch (tone) {
    case Entry::Tone::Quiet:
        return colours.quiet;
    case Entry::Tone::Error:
        return colours.error;
    case Entry::Tone::Warning:
        return colours.warning;
    case Entry::Tone::Hint:
        return colours.hint;
    case Entry::Tone::Good:
        return colours.good;
    case Entry::Tone::Plain:
        break;
    }
    return colours.text;
}

QFont struckFont(TextStyle style, bool struck)
{
    QFont font = Theme::font(style);
    font.setStrikeOut(struck);
    return font;
}

int heightOf(const QString& text, const QFont& font, int width)
{
    if (text.isEmpty())
        return 0;
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 100'000), Qt::TextWordWrap | Qt::AlignLeft, text).height();
}

constexpr int iconSteps = 4;

} // namespace

void EntryModel::setEntries(const QList<Entry>& entries)
{
    qsizetype same = 0;
    while (same < entries.size() && same < m_entries.size() && entries.at(same).key == m_entries.at(same).key)
        ++same;
    qsizetype tail = 0;
    while (tail < entries.size() - same && tail < m_entries.size() - same
           && entries.at(entries.size() - 1 - tail).key == m_entries.at(m_entries.size() - 1 - tail).key)
        ++tail;
    if (same + tail < m_entries.size()) {
        beginRemoveRows({}, int(same), int(m_entries.size() - tail - 1));
        m_entries.remove(same, m_entries.size() - tail - same);
        endRemoveRows();
    }
    if (same + tail < entries.size()) {
        const qsizetype last = entries.size() - tail - 1;
        beginInsertRows({}, int(same), int(last));
        for (qsizetype i = same; i <= last; ++i)
            m_entries.insert(i, entries.at(i));
        endInsertRows();
    }
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (m_entries.at(i) == entries.at(i))
            continue;
        m_entries[i] = entries.at(i);
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

int EntryModel::rowOf(const QString& key) const
{
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        if (m_entries.at(i).key == key)
            return int(i);
    return -1;
}

int EntryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant EntryModel::data(const QModelIndex& index, int role) const
{
    const Entry& entry = m_entries.at(index.row());
    if (role == Qt::DisplayRole)
        return entry.title.isEmpty() ? entry.text : entry.title;
    if (role == Qt::ToolTipRole && !entry.tip.isEmpty())
        return entry.tip;
    if (role == Qt::AccessibleTextRole) {
        QStringList words{entry.spoken, entry.tip, entry.title, entry.text, entry.note};
        words.removeAll(QString());
        return words.join(u", "_s);
    }
    return {};
}

/// Where the parts of an entry stand, from its upper left corner.
struct EntryDelegate::Layout
{
    QRect icon;
    QRect title;
    QRect text;
    QRect note;
    int height = 0;
};

EntryDelegate::EntryDelegate(const EntryModel& model, QListView* view) : QStyledItemDelegate(view), m_model(model), m_view(view)
{
}

EntryDelegate::Layout EntryDelegate::layout(const Entry& entry, int width) const
{
    const int margin = Theme::space(2.5);
    const int icon = Theme::space(iconSteps);
    const int left = margin + (entry.icon.isEmpty() && !entry.heading ? 0 : icon + Theme::space(2));
    const int inner = qMax(Theme::space(10), width - left - margin);
    const int counts = countsWidth(entry);
    Layout place;
    int y = Theme::space(entry.heading ? 2 : 1.5);
    place.icon = QRect(margin, y, icon, icon);
    const auto stack = [&](const QString& text, const QFont& font, int wide) {
        const QRect rect(left, y, wide, heightOf(text, font, wide));
        y += rect.height() + (text.isEmpty() ? 0 : Theme::space(0.5));
        return rect;
    };
    place.title = stack(entry.title, struckFont(TextStyle::Strong, entry.struck), inner - counts);
    place.text = stack(entry.text, struckFont(TextStyle::Body, entry.struck), inner);
    place.note = stack(entry.note, Theme::font(TextStyle::Small), inner);
    // The icon stands in the middle of the first line.
    const QFontMetrics first(Theme::font(entry.title.isEmpty() ? TextStyle::Body : TextStyle::Strong));
    place.icon.moveTop(place.icon.top() + qMax(0, (first.height() - icon) / 2));
    place.height = qMax(y, place.icon.bottom()) + Theme::space(entry.heading ? 1.5 : 1);
    return place;
}

QSize EntryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const Entry& entry = m_model.entry(index.row());
    const int width = m_view->viewport()->width();
    Measured& known = m_measured[entry.key];
    if (known.width != width || known.entry != entry)
        known = {entry, width, layout(entry, width).height};
    return {width, known.height};
}

int EntryDelegate::countsWidth(const Entry& entry) const
{
    const QFontMetrics metrics(Theme::font(TextStyle::Small));
    int width = 0;
    for (const auto& [severity, count] : entry.counts)
        width += Theme::space(iconSteps + 2) + metrics.horizontalAdvance(QString::number(count));
    return width;
}

void EntryDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option, const Entry& entry) const
{
    const Colours& colours = Theme::colours();
    if (entry.heading)
        painter.fillRect(option.rect, colours.sunken);
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    if (chosen || option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(option.rect, colours.accentSoft);
    if (chosen)
        painter.fillRect(QRect(option.rect.topLeft(), QSize(Theme::space(1), option.rect.height())), colours.accent);
    if (!entry.heading)
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colours.border);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(colours.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
}

void EntryDelegate::paintCounts(QPainter& painter, const Entry& entry, const QRect& line) const
{
    const qreal ratio = m_view->devicePixelRatioF();
    const int icon = Theme::space(iconSteps);
    const QFontMetrics metrics(Theme::font(TextStyle::Small));
    painter.setFont(Theme::font(TextStyle::Small));
    int x = line.right() + Theme::space(2);
    for (const auto& [severity, count] : entry.counts) {
        const int top = line.top() + (QFontMetrics(Theme::font(TextStyle::Strong)).height() - icon) / 2;
        painter.drawPixmap(x, top, severityPixmap(severity, icon, ratio));
        const QString number = QString::number(count);
        painter.setPen(severityColour(severity));
        const QRect place(x + icon + Theme::space(1), line.top(), metrics.horizontalAdvance(number) + 1,
                          QFontMetrics(Theme::font(TextStyle::Strong)).height());
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, number);
        x += Theme::space(iconSteps + 2) + metrics.horizontalAdvance(number);
    }
}

void EntryDelegate::paintTexts(QPainter& painter, const Layout& place, const Entry& entry) const
{
    const auto write = [&](const QRect& rect, const QFont& font, const QColor& colour, const QString& words) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(rect.adjusted(0, 0, 0, 1), Qt::TextWordWrap | Qt::AlignLeft, words);
    };
    const Colours& colours = Theme::colours();
    const bool quiet = entry.struck || entry.tone == Entry::Tone::Quiet;
    write(place.title, struckFont(TextStyle::Strong, entry.struck), quiet ? colours.quiet : colours.text, entry.title);
    write(place.text, struckFont(TextStyle::Body, entry.struck), quiet ? colours.quiet : colours.text, entry.text);
    write(place.note, Theme::font(TextStyle::Small), colours.quiet, entry.note);
}

void EntryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Entry& entry = m_model.entry(index.row());
    const Layout place = layout(entry, m_view->viewport()->width());
    painter->save();
    paintGround(*painter, option, entry);
    painter->translate(option.rect.topLeft());
    const auto* const list = qobject_cast<const EntryList*>(m_view);
    const QString picture = entry.heading ? (list && list->isFolded(entry.key) ? u"chevron-right"_s : u"chevron-down"_s) : entry.icon;
    if (!picture.isEmpty())
        painter->drawPixmap(place.icon.topLeft(), iconPixmap(picture, place.icon.width(), colourOf(entry.tone), m_view->devicePixelRatioF()));
    paintTexts(*painter, place, entry);
    paintCounts(*painter, entry, place.title);
    painter->restore();
}

} // namespace jz::ui
