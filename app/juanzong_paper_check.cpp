// SPDX-License-Identifier: Apache-2.0
// Looks at one file that came from outside and ends: see model/procedure/paper_examination.h. Started by the program itself.
#include "model/base/worker_process.h"
#include "model/procedure/paper_examination.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return jz::serveWorker(QStringLiteral("file"), jz::doExaminationJob);
}
