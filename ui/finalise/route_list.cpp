// SPDX-License-Identifier: Apache-2.0
#include "ui/finalise/route_list.h"

#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int titleRole = Qt::UserRole;
constexpr int wordsRole = Qt::UserRole + 1;
constexpr int standingRole = Qt::UserRole + 2;
constexpr double marginSteps = 3;
constexpr double markSteps = 5;
constexpr double widthSteps = 68;

using Standing = RouteStep::Standing;

/// Shape and colour of a station's mark.
struct Mark
{
    QString icon;
    QColor colour;
};

Mark markOf(Standing standing)
{
    const Colours& colours = Theme::colours();
    switch (standing) {
    case Standing::Done: return {u"good"_s, colours.good};
    case Standing::Skipped: return {u"warning"_s, colours.warning};
    case Standing::Now: return {u"half"_s, colours.accent};
    case Standing::Later: break;
    }
    return {u"circle"_s, colours.quiet};
}

QString standingWord(Standing standing)
{
    switch (standing) {
    case Standing::Done: return say(u"已办", u"done");
    case Standing::Skipped: return say(u"未办", u"left out");
    case Standing::Now: return say(u"当前", u"next");
    case Standing::Later: break;
    }
    return say(u"待办", u"to come");
}

/// What is still to come has its title alone: its own page says what it is.
QString wordsOf(const RouteStep& step)
{
    if (step.standing == Standing::Later)
        return {};
    QStringList by;
    if (!step.who.isEmpty())
        by << step.who;
    if (step.at.isValid())
        by << step.at.toString(u"yyyy-MM-dd"_s);
    const QString words = say(step.words);
    return by.isEmpty() ? words : QString(words + u'\n' + by.join(u" · "_s));
}

/// Draws a station: its mark, its title, below it what is known of it.
class RouteDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const int width = RouteList::widthWanted();
        const QFontMetrics title(Theme::font(TextStyle::Strong)), small(Theme::font(TextStyle::Small));
        const QString words = index.data(wordsRole).toString();
        // As if the scroll bar were there: its coming must not change the lines.
        const QRect area(0, 0, wordsWidth(width - Theme::space(3)), 10000);
        const int height = words.isEmpty() ? 0 : small.boundingRect(area, Qt::TextWordWrap, words).height() + Theme::space(1);
        return {width, title.height() + height + 2 * Theme::space(2.5)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colours& colours = Theme::colours();
        const QRect row = option.rect;
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        if (selected || (option.state & QStyle::State_MouseOver))
            painter->fillRect(row, colours.accentSoft);
        if (selected)
            painter->fillRect(QRect(row.topLeft(), QSize(Theme::space(0.75), row.height())), colours.accent);
        const auto standing = Standing(index.data(standingRole).toInt());
        const Mark mark = markOf(standing);
        const int side = Theme::space(markSteps), margin = Theme::space(marginSteps);
        painter->drawPixmap(row.left() + margin, row.top() + Theme::space(2.5),
                            iconPixmap(mark.icon, side, mark.colour, painter->device()->devicePixelRatioF()));
        QRect area(row.left() + margin + side + Theme::space(2), row.top() + Theme::space(2.5), wordsWidth(row.width()), row.height());
        painter->setFont(Theme::font(TextStyle::Strong));
        painter->setPen(standing == Standing::Later ? colours.quiet : colours.text);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignTop, index.data(titleRole).toString());
        area.setTop(area.top() + painter->fontMetrics().height() + Theme::space(1));
        painter->setFont(Theme::font(TextStyle::Small));
        painter->setPen(colours.quiet);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, index.data(wordsRole).toString());
        painter->restore();
    }

private:
    static int wordsWidth(int row) { return row - 2 * Theme::space(marginSteps) - Theme::space(markSteps) - Theme::space(2); }
};

} // namespace

RouteList::RouteList(QWidget* parent) : QListWidget(parent)
{
    setObjectName(u"routeList"_s);
    setAccessibleName(say(u"从定稿到报送的步骤", u"Steps from final to sent"));
    setAccessibleDescription(say(u"方向键选择一步", u"The arrows choose a step"));
    setProperty("flush", true);
    setItemDelegate(new RouteDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            Q_EMIT chosen(RouteStep::Kind(row));
    });
}

int RouteList::widthWanted()
{
    return Theme::space(widthSteps);
}

void RouteList::show(const QList<RouteStep>& route)
{
    while (count() < route.size())
        addItem(new QListWidgetItem);
    while (count() > route.size())
        delete takeItem(count() - 1);
    for (int i = 0; i < route.size(); ++i) {
        const RouteStep& step = route.at(i);
        const QString title = QString::number(i + 1) + u"  "_s + say(step.title);
        item(i)->setData(titleRole, title);
        item(i)->setData(wordsRole, wordsOf(step));
        item(i)->setData(standingRole, int(step.standing));
        item(i)->setData(Qt::AccessibleTextRole, QString(title + u' ' + standingWord(step.standing) + u' ' + wordsOf(step)));
    }
    scheduleDelayedItemsLayout();
    viewport()->update();
}

RouteStep::Kind RouteList::current() const
{
    return RouteStep::Kind(qMax(0, currentRow()));
}

void RouteList::choose(RouteStep::Kind kind)
{
    setCurrentRow(int(kind));
}

} // namespace jz::ui
