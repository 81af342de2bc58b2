// SPDX-License-Identifier: Apache-2.0
#include "model/base/cancelled.h"

#include <QThread>

namespace jz {

void stopWhenAsked()
{
    if (QThread::currentThread()->isInterruptionRequested())
        throw Cancelled();
}

} // namespace jz
