// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace jz {

/// A body that may recommend (推荐单位).
struct RecommendingBody
{
    QString kind;      ///< `provincial` or `national`, as in the quotas of a call
    QString name;      ///< full name
    QString shortName;
    QString code;
    QString group;
    QString division;  ///< code of its province; empty for national ones
    QString note;
    bool own = false;  ///< added by the user, not in the list that came with the program
};

/// The list of bodies: the one compiled in, changed by a file of the user's. Order: as in the list, own
/// entries last.
class RecommendingBodies
{
public:
    /// CSV: kind,name,short,code,group,quota,division,note (`quota` is the call's to say and ignored).
    /// Throws Error Malformed for a broken table, an unknown kind or a name twice.
    static RecommendingBodies fromCsv(const QByteArray& bytes, const QString& subject);

    /// The list changed by a user's file:
    ///     {"add": [{"kind", "name", "short"?, "division"?, "note"?}, …], "hide": [name, …]}
    /// An entry of a name that is there replaces it. `warnings` gets a line for every own entry (nobody vouches
    /// for it) and for every hidden name that is not in the list. Throws Error Malformed.
    RecommendingBodies withUserFile(const QByteArray& json, const QString& subject,
                                    QList<LocalizedText>& warnings) const;

    const QList<RecommendingBody>& all() const { return m_bodies; }

    /// By full or short name, compared without blanks, dots, width and case. Null when there is none.
    const RecommendingBody* find(const QString& name) const;

private:
    void reindex();

    QList<RecommendingBody> m_bodies;
    QHash<QString, qsizetype> m_byKey;
};

} // namespace jz
