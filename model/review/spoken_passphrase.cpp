// SPDX-License-Identifier: Apache-2.0
#include "model/review/spoken_passphrase.h"

#include <QRandomGenerator>
#include <QStringList>

namespace jz {

QString spokenPassphrase()
{
    QStringList groups;
    for (int i = 0; i < 5; ++i)
        groups << QStringLiteral("%1").arg(QRandomGenerator::system()->bounded(10'000), 4, 10, QChar(u'0'));
    return groups.join(u'-');
}

} // namespace jz
