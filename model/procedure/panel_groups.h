// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/panel_assignment.h"

namespace jz {

/// Groups (专家组) before they are kept.
struct GroupPlan
{
    QStringList names;                 ///< in their order
    QHash<QUuid, QString> dossiers;    ///< group by dossier; empty takes it out of its group
    QHash<qint64, QString> experts;    ///< group by expert; likewise
};

/// Divides all dossiers and experts into so many groups: dossiers by category, each body's spread over the groups of its category; experts evenly, by the categories they
/// judge and with as few conflicts as possible. The same seed gives the same groups. Throws Error Usage for fewer than one group, more groups than dossiers or experts, and
/// when panel bundles are out.
GroupPlan planGroups(Workspace& workspace, const ReviewTable& table, const CallPack& pack, int count, quint64 seed);

/// Keeps groups. Throws Error Usage when a dossier or expert of a panel bundle that is out would change its group.
void keepGroups(Workspace& workspace, const ReviewTable& table, const GroupPlan& plan, qint64 person);

} // namespace jz
