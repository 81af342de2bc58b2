// SPDX-License-Identifier: Apache-2.0
#include "ui/form/search_box.h"

#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QFocusEvent>
#include <QListWidget>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 10;
constexpr int idRole = Qt::UserRole;

} // namespace

SearchBox::SearchBox(Source source, QWidget* parent) : QLineEdit(parent), m_source(std::move(source)), m_list(new QListWidget(this))
{
    makeRoomForIcon();
    connect(this, &QObject::objectNameChanged, m_list, [this](const QString& name) { m_list->setObjectName(u"hits_"_s + name); });
    m_list->setAccessibleName(say(u"查找结果", u"What was found"));
    m_list->setAccessibleDescription(say(u"方向键选择，回车选用", u"The arrows choose, Enter takes it"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->hide();
    connect(this, &QLineEdit::textEdited, this, &SearchBox::open);
    connect(m_list, &QListWidget::itemClicked, this, &SearchBox::take);
}

SearchBox::~SearchBox()
{
    // It may hang in the window meanwhile, see place().
    delete m_list;
}

bool SearchBox::isOpen() const
{
    return m_list->isVisible();
}

void SearchBox::close()
{
    m_list->hide();
}

void SearchBox::open(const QString& query)
{
    const QList<Hit> hits = isReadOnly() ? QList<Hit>() : m_source(query);
    if (hits.isEmpty())
        return close();
    fill(hits);
    place();
    // Once more when what the typing changed on the form has been laid out.
    QMetaObject::invokeMethod(this, &SearchBox::place, Qt::QueuedConnection);
}

void SearchBox::fill(const QList<Hit>& hits)
{
    m_list->clear();
    QString group;
    for (const Hit& hit : hits) {
        if (hit.group != group) {
            group = hit.group;
            auto* const heading = new QListWidgetItem(group, m_list);
            heading->setFlags(Qt::NoItemFlags);
            heading->setForeground(Theme::colours().quiet);
            heading->setFont(Theme::font(TextStyle::Small));
        }
        auto* const item = new QListWidgetItem(hit.note.isEmpty() ? hit.text : QString(hit.text + u"　"_s + hit.note), m_list);
        item->setData(idRole, hit.id);
        item->setToolTip(item->text());
    }
    step(0);
}

/// Below the line in the window, above it where there is no room.
void SearchBox::place()
{
    if (m_list->count() == 0 || !isVisible())
        return;
    QWidget* const top = window();
    if (m_list->parentWidget() != top) {
        m_list->setParent(top);
        watchScrolling();
    }
    const int rows = qMin(m_list->count(), mostRows);
    const int height = rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth() + Theme::space(1);
    const int wanted = m_list->sizeHintForColumn(0) + Theme::space(8);
    const QPoint below = mapTo(top, QPoint(0, this->height()));
    const int width = qMin(qMax(this->width(), wanted), top->width() - below.x() - Theme::space(1));
    const bool fits = below.y() + height <= top->height();
    m_list->setGeometry(below.x(), fits ? below.y() : qMax(0, below.y() - this->height() - height), width, height);
    m_list->raise();
    m_list->show();
}

void SearchBox::watchScrolling()
{
    for (QWidget* each = parentWidget(); each; each = each->parentWidget())
        if (auto* const area = qobject_cast<QScrollArea*>(each))
            connect(area->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
                if (isOpen())
                    place();
            });
}

/// Goes that many rows down from the chosen one, over headings; 0 goes to the first.
void SearchBox::step(int rows)
{
    const int direction = rows < 0 ? -1 : 1;
    int row = rows == 0 ? 0 : qBound(0, m_list->currentRow() + rows, m_list->count() - 1);
    while (row >= 0 && row < m_list->count() && m_list->item(row)->flags() == Qt::NoItemFlags)
        row += direction;
    if (row < 0 || row >= m_list->count())
        return;
    m_list->setCurrentRow(row);
    m_list->scrollToItem(m_list->item(row));
    // The list never has the focus: a screen reader hears of the row through the line.
    setAccessibleDescription(m_list->item(row)->text());
}

void SearchBox::take(const QListWidgetItem* item)
{
    if (!item || item->flags() == Qt::NoItemFlags)
        return;
    const QString id = item->data(idRole).toString();
    close();
    Q_EMIT chosen(id);
}

/// There is nothing to be searched for in a line that is only read.
void SearchBox::makeRoomForIcon()
{
    setTextMargins(isReadOnly() ? 0 : Theme::space(6), 0, 0, 0);
}

void SearchBox::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (isReadOnly())
        return;
    // Not as an action of the line: those have the size of the system's icons whatever the text's is.
    const int size = Theme::space(4);
    QPainter(this).drawPixmap(Theme::space(2), (height() - size) / 2,
                              iconPixmap(u"search", size, Theme::colours().quiet, devicePixelRatioF()));
}

void SearchBox::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::ReadOnlyChange)
        makeRoomForIcon();
}

void SearchBox::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const bool opens = key == Qt::Key_F4 || (key == Qt::Key_Down && event->modifiers() == Qt::NoModifier);
    if (!isOpen()) {
        if (!opens)
            return QLineEdit::keyPressEvent(event);
        return open(text());
    }
    switch (key) {
    case Qt::Key_Down:
        return step(1);
    case Qt::Key_Up:
        return step(-1);
    case Qt::Key_PageDown:
        return step(mostRows - 1);
    case Qt::Key_PageUp:
        return step(1 - mostRows);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return take(m_list->currentItem());
    case Qt::Key_Escape:
    case Qt::Key_F4:
        return close();
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchBox::focusOutEvent(QFocusEvent* event)
{
    close();
    QLineEdit::focusOutEvent(event);
}

void SearchBox::hideEvent(QHideEvent* event)
{
    close();
    QLineEdit::hideEvent(event);
}

void SearchBox::moveEvent(QMoveEvent* event)
{
    QLineEdit::moveEvent(event);
    if (isOpen())
        place();
}

void SearchBox::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    if (isOpen())
        place();
}

} // namespace jz::ui
