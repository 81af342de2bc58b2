// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace jz {

/// In which capacity a unit signs a paper.
enum class SignatureRole {
    Applicant,   ///< 申报单位: certifies the paper, before anybody else signs
    Recommender, ///< 推荐单位: signs the first free of its fields, in the order in which the bodies sign
};

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

/// The fields of a role in the order in which they are signed.
inline QStringList fieldNames(SignatureRole role)
{
    if (role == SignatureRole::Applicant)
        return {applicantFieldName()};
    QStringList names;
    for (int index = 1; index <= recommenderFieldCount; ++index)
        names += recommenderFieldName(index);
    return names;
}

} // namespace jz
