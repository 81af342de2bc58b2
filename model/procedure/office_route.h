// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/open_dossier.h"

#include <QJsonArray>

namespace jz {

/// The kinds of what is written down beside a dossier (Record::kind). Names do not change.
namespace record {

inline constexpr QLatin1StringView review{"review"};                    ///< 送审: a draft for review went to `who`; paper; detail {"file"}
inline constexpr QLatin1StringView preReview{"pre-review"};             ///< 预审通过, as `who` said; detail {"how", "slip"}
inline constexpr QLatin1StringView withoutPreReview{"without-pre-review"}; ///< finalised on purpose before that; detail {"reason"}
inline constexpr QLatin1StringView confidentiality{"confidentiality"};  ///< 保密审查 done by `who`; detail {"remark"}
inline constexpr QLatin1StringView signatory{"signatory"};              ///< `who` signed; detail {"position", "deputy": boolean, "head"}
inline constexpr QLatin1StringView authorisation{"authorisation"};      ///< 授权书 for `who`, signed; paper
inline constexpr QLatin1StringView correction{"correction"};            ///< 更正说明, signed; paper; detail {"from", "to"}
inline constexpr QLatin1StringView online{"online"};                    ///< 网上申报 done by `who`; detail {"number"}
inline constexpr QLatin1StringView paperCopies{"paper-copies"};         ///< 纸质材料 sent by `who`; detail {"number"}
inline constexpr QLatin1StringView furtherPapers{"further-papers"};     ///< what a body's notice wants beside it was handed in by `who`; detail {"number"}
inline constexpr QLatin1StringView sent{"sent"};                        ///< a package went to `who`; detail {"way", "files": [names], "bytes", "fingerprint"}
inline constexpr QLatin1StringView packing{"packing"};                  ///< how packages are made, as `who` chose; detail {"dpi", "limit": MB}

} // namespace record

/// Their words: 送审, 预审通过, ….
LocalizedText recordWord(const QString& kind);

/// A station on the way from the draft to the dossier that has gone out, in the order of an office.
struct RouteStep
{
    enum class Kind { Check, Review, PreReview, Confidentiality, Finalise, Sign, Send, Online, PaperCopies, FurtherPapers };
    enum class Standing {
        Done,
        Skipped, ///< the dossier went on without it
        Now,     ///< what is to be done next
        Later,
    };
    Kind kind = Kind::Check;
    Standing standing = Standing::Later;
    LocalizedText title;
    LocalizedText words; ///< what was done and how, or what is to be done
    QString who;         ///< who did it; empty when that is not known or it is still to come
    QDateTime at;        ///< when; a day without a time counts from midnight
};

/// `check`, `review`, …: stable names.
QString routeStepName(RouteStep::Kind kind);

/// Where a dossier stands on its way: every station, what was done by whom and when, and what comes next. `findings` are those of the
/// dossier as it is now. FurtherPapers, the last, is there only where the recommending body's notice (supplement_intake.h) wants such; what is to be done says
/// with its source what else the notice wants.
QList<RouteStep> routeOf(Workspace& workspace, const OpenDossier& dossier, const Findings& findings);

/// What stands against finalising (定稿) this dossier now, in words with what to do; nothing when it may be done. The first look is to be
/// passed, or somebody has written down why it is not waited for; the confidentiality review is done.
QList<LocalizedText> againstFinalising(Workspace& workspace, const OpenDossier& dossier, const Findings& findings);

/// `dossier route --json`: [{"step", "standing": "done"|"skipped"|"now"|"later", "title", "words", "who": name or null, "at": ISO or null}].
QJsonArray routeJson(const QList<RouteStep>& route, Language language);

} // namespace jz
