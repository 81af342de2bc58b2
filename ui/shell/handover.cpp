// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/handover.h"

#include "model/base/sha256.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QStandardPaths>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int answerWithinMs = 3000;
constexpr qint64 mostBytes = 1'000'000;

/// In the user's own folder for such things where there is one; else the name carries the user.
QString socketName(const QString& folder)
{
    const QString place = QDir::cleanPath(QDir(folder).absolutePath()) + u'\n' + QDir::homePath();
    const QString name = u"juanzong-"_s + QString::fromLatin1(sha256(place.toUtf8()).toHex().left(16));
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return runtime.isEmpty() ? name : QString(runtime + u'/' + name);
}

QByteArray spelled(const StartWish& wish)
{
    return QJsonDocument(QJsonObject{{u"files"_s, QJsonArray::fromStringList(wish.files)}, {u"sample"_s, wish.sample}})
               .toJson(QJsonDocument::Compact)
           + '\n';
}

StartWish wishFrom(const QByteArray& line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    StartWish wish;
    wish.sample = object.value("sample"_L1).toBool();
    const QJsonArray files = object.value("files"_L1).toArray();
    for (const QJsonValue& file : files)
        wish.files << file.toString();
    return wish;
}

} // namespace

Handover::Handover(const QString& folder, QObject* parent) : QObject(parent), m_name(socketName(folder))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &Handover::receive);
}

bool Handover::handTo(const StartWish& wish) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(answerWithinMs))
        return false;
    socket.write(spelled(wish));
    return socket.waitForBytesWritten(answerWithinMs) && socket.waitForReadyRead(answerWithinMs);
}

void Handover::listen()
{
    if (m_server.listen(m_name))
        return;
    // Nobody answered there: it was left behind by a program that was killed.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
}

void Handover::receive()
{
    while (QLocalSocket* const socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine() && socket->bytesAvailable() < mostBytes)
                return;
            const StartWish wish = wishFrom(socket->readLine(mostBytes));
            socket->write("ok\n");
            socket->flush();
            socket->disconnectFromServer();
            Q_EMIT wished(wish);
        });
    }
}

} // namespace jz::ui
