// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/notice_store.h"

#include "model/workspace/row_reading.h"

namespace jz {

using namespace Qt::StringLiterals;

QList<LocalNotice> NoticeStore::found(const QString& condition, const QVariantList& values)
{
    QList<LocalNotice> notices;
    QSqlQuery& row = m_database.run(u"SELECT key, call, body, number, paper, data, sender, set_aside, person, at FROM local_notice "_s + condition
                                        + u" ORDER BY call, body, number"_s,
                                    values);
    while (row.next()) {
        LocalNotice each;
        RowReading(row).all(each.key, each.call, each.body, each.number, each.paper, each.data, each.sender, each.setAside, each.person, each.at);
        notices << each;
    }
    return notices;
}

QList<LocalNotice> NoticeStore::all()
{
    return found({}, {});
}

QList<LocalNotice> NoticeStore::of(const QString& call, const QString& body)
{
    return found(u"WHERE call = ? AND body = ?"_s, {call, body});
}

std::optional<LocalNotice> NoticeStore::inForce(const QString& call, const QString& body)
{
    const QList<LocalNotice> notices = of(call, body);
    if (notices.isEmpty() || notices.constLast().isSetAside())
        return {};
    return notices.constLast();
}

void NoticeStore::keep(const LocalNotice& notice)
{
    m_database.run(u"INSERT INTO local_notice (call, body, number, paper, data, sender, set_aside, person, at) VALUES (?, ?, ?, ?, ?, ?, '', ?, ?) "
                   "ON CONFLICT (call, body, number) DO UPDATE SET paper = excluded.paper, data = excluded.data, sender = excluded.sender, set_aside = '', "
                   "person = excluded.person, at = excluded.at"_s,
                   {notice.call, notice.body, notice.number, spelt::blob(notice.paper), spelt::blob(notice.data), notice.sender, notice.person, spelt::now()});
    m_committed();
}

void NoticeStore::setAside(qint64 key)
{
    m_database.run(u"UPDATE local_notice SET set_aside = ? WHERE key = ?"_s, {spelt::now(), key});
    m_committed();
}

} // namespace jz
