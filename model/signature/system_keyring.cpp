// SPDX-License-Identifier: Apache-2.0
#include "model/signature/secret_store.h"

#include <QEventLoop>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// Time for a person to open a locked keyring; without anybody there the file takes its place.
constexpr int patienceMs = 30'000;

/// Waits for `job`, which deletes itself; `take` looks at it when it has succeeded. False when it failed or does
/// not answer: an answer that comes later is heard by nobody.
template<typename Job, typename Take>
bool succeeds(Job* job, Take take)
{
    bool good = false;
    QEventLoop loop;
    QObject::connect(job, &QKeychain::Job::finished, &loop, [&] {
        good = job->error() == QKeychain::NoError;
        if (good)
            take(*job);
        loop.quit();
    });
    QTimer::singleShot(patienceMs, &loop, &QEventLoop::quit);
    job->setInsecureFallback(false);
    // Queued: a job that fails at once would finish before anybody waits for it.
    QMetaObject::invokeMethod(job, [job] { job->start(); }, Qt::QueuedConnection);
    loop.exec();
    return good;
}

QString service()
{
    return u"Juanzong"_s;
}

class SystemKeyring final : public SecretStore
{
public:
    std::optional<QByteArray> read(const QString& name) override
    {
        auto* job = new QKeychain::ReadPasswordJob(service());
        job->setKey(name);
        QByteArray secret;
        if (!succeeds(job, [&](const QKeychain::ReadPasswordJob& read) { secret = read.binaryData(); }))
            return std::nullopt;
        return secret;
    }

    bool write(const QString& name, const QByteArray& secret) override
    {
        auto* job = new QKeychain::WritePasswordJob(service());
        job->setKey(name);
        job->setBinaryData(secret);
        return succeeds(job, [](const QKeychain::WritePasswordJob&) {});
    }
};

} // namespace

std::unique_ptr<SecretStore> systemKeyring()
{
    return std::make_unique<SystemKeyring>();
}

} // namespace jz
