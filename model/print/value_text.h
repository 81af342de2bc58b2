// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/dossier/dossier.h"

#include <functional>

namespace jz {

/// How values look in print. Holds references only; a short-lived companion of one layout.
class ValueText
{
public:
    /// `divisionName` gives the full printed name of a division code ("湖北省武汉市洪山区").
    ValueText(const Dossier& dossier, const CallPack& pack,
              std::function<QString(const QString&)> divisionName);

    /// Nothing at all is filled in: the template itself is printed, with its prompts.
    bool isBlankForm() const { return m_dossier.values.isEmpty(); }

    /// A whole value as one text; list items one per line. The prompt in a blank form. Choices give the
    /// labels chosen.
    QString value(const Field& field) const;

    /// The options of a choice with boxes, □ or ■. The text of `other` stands in the blank that the last
    /// label keeps for it ("其他（请简要说明：      ）").
    QStringList options(const Field& field, const Field* other) const;

    /// The cells of a table row, by column.
    QStringList cells(const Field& field, const QJsonObject& row) const;

    /// A row of a Phases field: name, goal, time. `print` words the time.
    QStringList phase(const Field& field, const PrintRow& print, int index, const QJsonObject& row) const;

private:
    const Dossier& m_dossier;
    const CallPack& m_pack;
    std::function<QString(const QString&)> m_divisionName;
};

/// 一 … 九十九 for 1 … 99.
QString chineseNumber(int number);

} // namespace jz
