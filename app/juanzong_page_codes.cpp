// SPDX-License-Identifier: Apache-2.0
// Does one job on one scanned page and ends: see model/exchange/scan_worker.h. Started by the program itself.
#include "model/base/worker_process.h"
#include "model/exchange/scan_worker.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return jz::serveWorker(QStringLiteral("do"), jz::doScanJob);
}
