// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/dossier_list.h"

#include "model/procedure/sample_files.h"
#include "ui/shell/dossier_row.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

QString sentenceOf(const DossierEntry& entry)
{
    QStringList parts{titleOf(entry)};
    if (entry.origin == sampleOrigin())
        parts << say(u"样例", u"Sample");
    if (!entry.summary.applicant.isEmpty())
        parts << entry.summary.applicant;
    parts << say(stateWord(entry.state)) << say(u"完成 %1%", u"%1% done").arg(entry.summary.progress)
          << whenWords(entry.changed, QDateTime::currentDateTime());
    return parts.join(u" · "_s);
}

} // namespace

QString titleOf(const DossierEntry& entry)
{
    return entry.summary.title.isEmpty() ? say(u"新申报书（还没有名称）", u"New dossier (no name yet)") : entry.summary.title;
}

QString whenWords(const QDateTime& when, const QDateTime& now)
{
    const QDateTime local = when.toLocalTime();
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    const QString time = local.toString(u"HH:mm"_s);
    if (days == 0)
        return say(u"今天 %1", u"today %1").arg(time);
    if (days == 1)
        return say(u"昨天 %1", u"yesterday %1").arg(time);
    return local.toString(u"yyyy-MM-dd"_s);
}

void DossierListModel::setEntries(const QList<DossierEntry>& entries)
{
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

int DossierListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant DossierListModel::data(const QModelIndex& index, int role) const
{
    const DossierEntry& entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(entry);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return sentenceOf(entry);
    default:
        return {};
    }
}

DossierList::DossierList(QWidget* parent) : QListView(parent), m_model(new DossierListModel(this))
{
    setObjectName(u"recent"_s);
    setAccessibleName(say(u"最近的申报书", u"Recent dossiers"));
    setAccessibleDescription(say(u"方向键选择，回车打开", u"The arrows choose, Enter opens"));
    setModel(m_model);
    setItemDelegate(new DossierRow(this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
}

void DossierList::setEntries(const QList<DossierEntry>& entries)
{
    m_model->setEntries(entries);
    if (!entries.isEmpty())
        setCurrentIndex(m_model->index(0));
}

void DossierList::select(const QUuid& id)
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->entry(m_model->index(row)).id == id)
            setCurrentIndex(m_model->index(row));
}

void DossierList::mouseReleaseEvent(QMouseEvent* event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid() || index != currentIndex())
        return;
    if (DossierRow::moreArea(visualRect(index)).contains(event->position().toPoint()))
        showMenu(index, viewport()->mapToGlobal(DossierRow::moreArea(visualRect(index)).bottomLeft()));
    else
        Q_EMIT openWanted(m_model->entry(index).id);
}

void DossierList::keyPressEvent(QKeyEvent* event)
{
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (opens && currentIndex().isValid())
        Q_EMIT openWanted(m_model->entry(currentIndex()).id);
    else
        QListView::keyPressEvent(event);
}

void DossierList::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (index.isValid())
        showMenu(index, byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void DossierList::showMenu(const QModelIndex& index, const QPoint& where)
{
    const QUuid id = m_model->entry(index).id;
    auto* const menu = new QMenu(this);
    menu->setObjectName(u"dossierMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(u"open"), say(u"打开", u"Open"), this, [this, id] { Q_EMIT openWanted(id); })->setObjectName(u"open"_s);
    menu->addAction(icon(u"duplicate"), say(u"复制一份", u"Duplicate"), this, [this, id] { Q_EMIT duplicateWanted(id); })
        ->setObjectName(u"duplicate"_s);
    menu->popup(where);
}

} // namespace jz::ui
