// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QStringList>

namespace jz::ui {

/// What a second start hands to the program that runs already.
struct StartWish
{
    QStringList files;  ///< absolute paths of what to open
    bool sample = false;///< the sample is wanted
};

/// One program for a user and a workspace: a second start hands its wish to the first and ends. They meet at a local socket
/// that is named by both; one that a crash left behind is no problem.
class Handover : public QObject
{
    Q_OBJECT

public:
    /// `folder`: of the workspace.
    explicit Handover(const QString& folder, QObject* parent = nullptr);

    /// Hands the wish to the program that runs for this workspace; false when there is none (that answers).
    bool handTo(const StartWish& wish) const;
    /// Becomes the one that others hand to. When that is not possible (no place for a socket) a second start finds the workspace
    /// in use, no worse.
    void listen();

Q_SIGNALS:
    /// Another start wants this; come to the front.
    void wished(const jz::ui::StartWish& wish);

private:
    void receive();

    QString m_name;
    QLocalServer m_server;
};

} // namespace jz::ui
