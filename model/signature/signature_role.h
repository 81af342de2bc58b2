// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/signature_field_names.h"

#include <QStringList>

namespace jz {

/// In which capacity a unit signs a paper.
enum class SignatureRole {
    Applicant,   ///< 申报单位: certifies the paper, before anybody else signs
    Recommender, ///< 推荐单位: signs the first free of its fields, in the order in which the bodies sign
    Delivery,    ///< no unit: the delivery mark (传输校验), which certifies a paper that nobody signed by certificate
};

/// The fields of a role in the order in which they are signed.
inline QStringList fieldNames(SignatureRole role)
{
    if (role == SignatureRole::Applicant)
        return {applicantFieldName()};
    if (role == SignatureRole::Delivery)
        return {deliveryFieldName()};
    QStringList names;
    for (int index = 1; index <= recommenderFieldCount; ++index)
        names += recommenderFieldName(index);
    return names;
}

} // namespace jz
