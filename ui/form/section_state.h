// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/dossier_session.h"

namespace jz::ui {

/// How far a section of the form is, in the one shape and words that its card and the outline show. What is only not filled in yet
/// is no error here.
struct SectionState
{
    enum class Kind {
        NothingToFill, ///< signed on paper, filled in by others
        Empty,         ///< 未填写
        Optional,      ///< nothing is required and nothing begun (选填)
        Incomplete,    ///< 未完成
        ToMend,        ///< all filled in, and something of it is wrong
        Complete,      ///< 已完成
    };

    Kind kind = Kind::Empty;
    int filled = 0;   ///< of `counted`: fields that are required, or optional and begun
    int counted = 0;
    int errors = 0;
    int warnings = 0;

    /// A name in resources/icons.
    QString icon() const;
    /// "已完成".
    QString word() const;
    /// "未完成 · 3/12 栏"; empty where there is nothing to fill in.
    QString words() const;
};

SectionState sectionStateOf(const DossierSession& session, const Section& section);

/// The title of a section without what stands in brackets at its end ("（单选）", "（每项…字以内）"), for where there is little room.
QString shortTitle(const Section& section);

} // namespace jz::ui
