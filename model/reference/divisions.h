// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace jz {

/// An administrative division (行政区划), GB/T 2260.
struct Division
{
    QString code;    ///< six digits
    QString name;
    int level = 1;   ///< 1 province, 2 prefecture, 3 county
    QString parent;  ///< code; empty for provinces
    bool hidden = false; ///< a level that exists in the code only (市辖区, 省直辖县级); never shown nor printed
};

/// The divisions of one year and the codes that earlier lists had. A plain value; reading is thread-safe.
class Divisions
{
public:
    /// divisions.csv: code,name,level,parent,virtual. changes.csv: from_list,to_list,op,code,name.
    /// Throws Error Malformed for a broken table, a code twice or a parent that does not exist.
    static Divisions fromCsv(const QByteArray& divisions, const QByteArray& changes);

    /// Null for unknown codes.
    const Division* find(const QString& code) const;

    /// Provinces in the order of their codes.
    QList<const Division*> provinces() const { return visibleChildren({}); }

    /// What can be chosen below a division, hidden levels passed over: districts right below a municipality,
    /// prefectures together with the counties directly under a province. Empty at the lowest level.
    QList<const Division*> visibleChildren(const QString& code) const;

    /// The code and those above it up to the province, hidden levels included; lowest first. Empty for unknown codes.
    QStringList withAncestors(const QString& code) const;

    /// Names from the province down without hidden levels, e.g. {北京市, 西城区}; for a code of an earlier list
    /// its old name below what is above it today. Empty for unknown codes.
    QStringList names(const QString& code) const;

    /// Whether nothing more can be chosen below it: counties, cities without counties, provinces without prefectures.
    bool isComplete(const QString& code) const;

    /// All codes but hidden ones: provinces first, then prefectures, then counties, each in the order of their codes.
    QStringList codes() const;
    /// Codes of earlier lists that were removed, in order.
    QStringList formerCodes() const;

    /// Name that a code had in an earlier list from which it was removed; empty for all others.
    QString formerName(const QString& code) const;

    /// Codes of today that carry on a removed code: the one of the same name stem, else (merged into
    /// neighbours) every county of the same prefecture. Empty for codes that were not removed.
    QStringList successors(const QString& formerCode) const;

private:
    QHash<QString, Division> m_all;
    QHash<QString, QStringList> m_children;
    QHash<QString, QString> m_former;
};

} // namespace jz
