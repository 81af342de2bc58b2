// SPDX-License-Identifier: Apache-2.0
#include "resources/init_resources.h"

#include <QDir>

static void registerCompiledIn()
{
    Q_INIT_RESOURCE(resources);
}

namespace jz {

void initResources()
{
    static const bool once = (registerCompiledIn(), true);
    Q_UNUSED(once)
}

} // namespace jz
