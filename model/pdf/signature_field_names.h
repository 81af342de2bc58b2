// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace jz {

/// How many bodies can sign one paper. A further one signs a paper of its own.
inline constexpr int recommenderFieldCount = 4;

/// The names of the signature fields in our papers: `Applicant`, and `Recommender1` … `Recommender4`.
/// All of them are reserved when the paper is assembled, before the first signature.
inline QString applicantFieldName()
{
    return QStringLiteral("Applicant");
}

/// `index` from 1 to recommenderFieldCount.
inline QString recommenderFieldName(int index)
{
    return QStringLiteral("Recommender%1").arg(index);
}

/// The field of the delivery mark, in papers that are closed by one. It shows nothing.
inline QString deliveryFieldName()
{
    return QStringLiteral("Delivery");
}

/// The name is one of those.
inline bool isReservedFieldName(const QString& name)
{
    if (name == applicantFieldName() || name == deliveryFieldName())
        return true;
    for (int index = 1; index <= recommenderFieldCount; ++index) {
        if (name == recommenderFieldName(index))
            return true;
    }
    return false;
}

} // namespace jz
