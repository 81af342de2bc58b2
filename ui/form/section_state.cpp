// SPDX-License-Identifier: Apache-2.0
#include "ui/form/section_state.h"

#include "model/dossier/dossier_summary.h"
#include "ui/style/language.h"

namespace jz::ui {

using namespace Qt::StringLiterals;

QString SectionState::icon() const
{
    switch (kind) {
    case Kind::NothingToFill:
        return u"document"_s;
    case Kind::Empty:
    case Kind::Optional:
        return u"circle"_s;
    case Kind::Incomplete:
    case Kind::ToMend:
        return u"half"_s;
    case Kind::Complete:
        break;
    }
    return u"good"_s;
}

QString SectionState::word() const
{
    switch (kind) {
    case Kind::NothingToFill:
        return say(u"此节不在这里填写", u"nothing to fill in here");
    case Kind::Empty:
        return say(u"未填写", u"empty");
    case Kind::Optional:
        return say(u"选填", u"optional");
    case Kind::Incomplete:
        return say(u"未完成", u"incomplete");
    case Kind::ToMend:
        return say(u"需改正", u"to be mended");
    case Kind::Complete:
        break;
    }
    return say(u"已完成", u"complete");
}

QString SectionState::words() const
{
    if (kind == Kind::NothingToFill)
        return {};
    if (counted == 0)
        return word();
    return say(text(u"%1 · %2/%3 栏", u"%1 · %2 of %3").arg(word(), QString::number(filled), QString::number(counted)));
}

SectionState sectionStateOf(const DossierSession& session, const Section& section)
{
    SectionState state;
    bool missing = false;
    for (const Finding& finding : session.findings()) {
        if (session.pack().sectionOf(finding.field) != &section)
            continue;
        if (session.saysNotFilledIn(finding))
            missing = true;
        else if (finding.severity != Severity::Hint)
            ++(finding.severity == Severity::Error ? state.errors : state.warnings);
    }
    const FillState fill = fillStateOf(session.dossier(), section);
    state.filled = fill.filled;
    state.counted = fill.counted;
    if (fill.fields == 0)
        state.kind = SectionState::Kind::NothingToFill;
    else if (fill.filled == 0)
        state.kind = fill.counted == 0 && !missing ? SectionState::Kind::Optional : SectionState::Kind::Empty;
    else if (missing || fill.filled < fill.counted)
        state.kind = SectionState::Kind::Incomplete;
    else
        state.kind = state.errors > 0 ? SectionState::Kind::ToMend : SectionState::Kind::Complete;
    return state;
}

QString shortTitle(const Section& section)
{
    const qsizetype bracket = section.title.indexOf(u'（');
    return bracket > 0 && section.title.endsWith(u'）') ? section.title.left(bracket) : section.title;
}

} // namespace jz::ui
