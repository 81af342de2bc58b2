// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/block.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

namespace jz {

/// Which installed typefaces stand for which role on this machine.
///
/// Each role has a list of candidates (call pack: `paper.fonts`, family names by role id `song`, `boldSong`,
/// `hei`, `kai`, `fang`); the first that is installed is used, the rest supply the characters it lacks.
/// A role none of whose candidates is installed borrows 宋体 and is listed in `substituted()`.
class Fonts
{
public:
    explicit Fonts(const QJsonObject& candidatesByRole);

    /// Comma-separated family list in Pango's notation.
    QString families(FontRole role) const { return m_families.value(role); }
    /// 小标宋 and 黑体 stand in bold when their stand-in has no weight of its own.
    bool bold(FontRole role) const { return role == FontRole::Title; }
    /// Chinese names of the roles that borrow 宋体 here, e.g. "仿宋".
    const QStringList& substituted() const { return m_substituted; }

private:
    QHash<FontRole, QString> m_families;
    QStringList m_substituted;
};

} // namespace jz
