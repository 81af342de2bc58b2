// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/workspace_lock.h"

#include "model/base/json_file.h"
#include "model/base/output_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 100'000;

QString ownerFile(const QString& folder)
{
    return folder + u"/workspace.owner";
}

} // namespace

WorkspaceLock::WorkspaceLock(const QString& folder, const QString& person) : m_folder(folder)
{
    auto file = std::make_unique<Database>(folder + u"/workspace.lock", Database::Access::Write);
    file->value(u"PRAGMA busy_timeout = 0"_s);
    try {
        file->run(u"BEGIN EXCLUSIVE"_s);
    } catch (const Error&) {
        return;
    }
    m_file = std::move(file);
    m_since = QDateTime::currentDateTimeUtc();
    writeOwner(person);
}

void WorkspaceLock::setPerson(const QString& person)
{
    if (m_file)
        writeOwner(person);
}

void WorkspaceLock::writeOwner(const QString& person) const
{
    try {
        writeWholeFile(ownerFile(m_folder),
                       canonicalJson({{u"person"_s, person},
                                      {u"machine"_s, QSysInfo::machineHostName()},
                                      {u"process"_s, QCoreApplication::applicationPid()},
                                      {u"since"_s, m_since.toString(Qt::ISODate)}}));
    } catch (const Error&) {
        // The lock itself is what counts; the name beside it is a courtesy.
    }
}

WorkspaceLock::~WorkspaceLock()
{
    if (m_file)
        QFile::remove(ownerFile(m_folder));
}

LockOwner WorkspaceLock::owner(const QString& folder)
{
    try {
        const QJsonObject object = readJsonObject(ownerFile(folder), mostBytes);
        return {object.value("person"_L1).toString(), object.value("machine"_L1).toString(), object.value("process"_L1).toInteger(),
                QDateTime::fromString(object.value("since"_L1).toString(), Qt::ISODate)};
    } catch (const Error&) {
        return {};
    }
}

LocalizedText WorkspaceLock::sentence(const QString& folder)
{
    const LockOwner who = owner(folder);
    const QString since = who.since.isValid() ? who.since.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : u"?"_s;
    const LocalizedText name = who.person.isEmpty() ? LocalizedText{u"另一个程序"_s, u"another program"_s}
                                                    : LocalizedText{who.person, who.person};
    return LocalizedText{u"%1正在使用资料库“%2”（电脑 %3，%4 起）。请等对方关闭后再写入；现在只能查看。"_s,
                         u"%1 has the workspace “%2” open (computer %3, since %4). Wait until it is closed; until then it can only "
                         "be looked at."_s}
        .arg(name, folder, who.machine.isEmpty() ? u"?"_s : who.machine, since);
}

} // namespace jz
