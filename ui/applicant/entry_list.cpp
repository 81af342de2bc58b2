// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/entry_list.h"

#include "ui/applicant/entry_model.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace jz::ui {

using namespace Qt::StringLiterals;

EntryList::EntryList(QWidget* parent) : QListView(parent), m_model(new EntryModel(this))
{
    setModel(m_model);
    setItemDelegate(new EntryDelegate(*m_model, this));
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setProperty("flush", true);
    setAccessibleDescription(say(u"方向键选择，回车前往", u"The arrows choose, Enter goes there"));
    connect(this, &QListView::clicked, this, &EntryList::act);
}

void EntryList::setEntries(const QList<Entry>& entries)
{
    if (entries == m_all)
        return;
    m_all = entries;
    showUnfolded();
}

void EntryList::showUnfolded()
{
    QList<Entry> shown;
    bool folded = false;
    for (const Entry& entry : std::as_const(m_all)) {
        if (entry.heading)
            folded = isFolded(entry.key);
        if (entry.heading || !folded)
            shown.append(entry);
    }
    const QModelIndex before = currentIndex();
    const QString current = before.isValid() ? m_model->entry(before.row()).key : QString();
    const int scrolled = verticalScrollBar()->value();
    m_model->setEntries(shown);
    const int row = m_model->rowOf(current);
    if (row < 0)
        setCurrentIndex({});
    else if (row != currentIndex().row())
        setCurrentIndex(m_model->index(row));
    // At once, so that what is scrolled to now is still there.
    scheduleDelayedItemsLayout();
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(scrolled);
}

QStringList EntryList::shownKeys() const
{
    QStringList keys;
    for (int row = 0; row < m_model->rowCount(); ++row)
        keys.append(m_model->entry(row).key);
    return keys;
}

QString EntryList::currentKey() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() && !m_model->entry(index.row()).heading ? m_model->entry(index.row()).key : QString();
}

void EntryList::setCurrentKey(const QString& key)
{
    QString heading;
    for (const Entry& entry : std::as_const(m_all)) {
        if (entry.heading)
            heading = entry.key;
        if (entry.key == key && !entry.heading && !heading.isEmpty() && isFolded(heading))
            setFolded(heading, false);
    }
    const int row = m_model->rowOf(key);
    setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
}

bool EntryList::isFolded(const QString& heading) const
{
    if (m_folds.contains(heading))
        return m_folds.value(heading);
    for (const Entry& entry : m_all)
        if (entry.key == heading)
            return entry.folded;
    return false;
}

void EntryList::setFolded(const QString& heading, bool folded)
{
    m_folds.insert(heading, folded);
    showUnfolded();
}

void EntryList::setEmptyWords(const QString& words)
{
    m_emptyWords = words;
    viewport()->update();
}

void EntryList::act(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const Entry entry = m_model->entry(index.row());
    if (entry.heading)
        setFolded(entry.key, !isFolded(entry.key));
    else
        Q_EMIT chosen(entry.key);
}

void EntryList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentKeyChanged(currentKey());
}

void EntryList::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex index = currentIndex();
    const bool heading = index.isValid() && m_model->entry(index.row()).heading;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || (heading && event->key() == Qt::Key_Space))
        act(index);
    else if (heading && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right))
        setFolded(m_model->entry(index.row()).key, event->key() == Qt::Key_Left);
    else if (event->key() == Qt::Key_Space && !currentKey().isEmpty())
        Q_EMIT spacePressed(currentKey());
    else if (event->key() == Qt::Key_Delete && !currentKey().isEmpty())
        Q_EMIT deletePressed(currentKey());
    else
        QListView::keyPressEvent(event);
}

void EntryList::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    // The focus is seen at an entry.
    if (!currentIndex().isValid() && event->reason() != Qt::MouseFocusReason && m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(0));
}

QSize EntryList::sizeHint() const
{
    return {Theme::space(84), Theme::space(100)};
}

void EntryList::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    // Heights follow the width; QListView asks for them only when told to.
    if (event->oldSize().width() != event->size().width())
        scheduleDelayedItemsLayout();
}

void EntryList::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    if (m_model->rowCount() > 0 || m_emptyWords.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setFont(Theme::font(TextStyle::Body));
    painter.setPen(Theme::colours().quiet);
    const int margin = Theme::space(6);
    painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin), Qt::TextWordWrap | Qt::AlignHCenter | Qt::AlignTop,
                     m_emptyWords);
}

} // namespace jz::ui
