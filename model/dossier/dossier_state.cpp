// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/dossier_state.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

struct StateWords
{
    DossierState state;
    const char* name;
    const char16_t* zh;
    const char16_t* en;
};

constexpr std::array states{
    StateWords{DossierState::Draft, "draft", u"草稿", u"draft"},
    StateWords{DossierState::Review, "review", u"送审稿", u"for review"},
    StateWords{DossierState::Final, "final", u"定稿", u"final"},
    StateWords{DossierState::Signed, "signed", u"已签章", u"signed"},
    StateWords{DossierState::Sent, "sent", u"已报送", u"sent"},
    StateWords{DossierState::Returned, "returned", u"退回", u"returned"},
    StateWords{DossierState::Withdrawn, "withdrawn", u"撤回", u"withdrawn"},
};

struct StepWords
{
    StepKind kind;
    const char* name;
    const char16_t* zh;
    const char16_t* en;
};

constexpr std::array steps{
    StepWords{StepKind::Create, "create", u"新建", u"created"},
    StepWords{StepKind::Edit, "edit", u"修改", u"edited"},
    StepWords{StepKind::SubmitForReview, "submit", u"送审", u"handed out for review"},
    StepWords{StepKind::Finalise, "finalise", u"定稿", u"finalised"},
    StepWords{StepKind::Sign, "sign", u"签章", u"signed"},
    StepWords{StepKind::Send, "send", u"报送", u"sent"},
    StepWords{StepKind::Return, "return", u"退回", u"returned"},
    StepWords{StepKind::Withdraw, "withdraw", u"撤回", u"withdrawn"},
    StepWords{StepKind::Revise, "revise", u"修订", u"next revision begun"},
    StepWords{StepKind::Receive, "receive", u"收入", u"taken in"},
    StepWords{StepKind::Merge, "merge", u"合并", u"merged"},
};

bool isOneOf(DossierState state, std::initializer_list<DossierState> list)
{
    return std::find(list.begin(), list.end(), state) != list.end();
}

std::optional<DossierState> from(DossierState state, std::initializer_list<DossierState> list, DossierState to)
{
    return isOneOf(state, list) ? std::optional(to) : std::nullopt;
}

} // namespace

std::optional<DossierState> stateAfter(std::optional<DossierState> state, StepKind step)
{
    using enum DossierState;
    if (!state)
        return step == StepKind::Create ? std::optional(Draft) : std::nullopt;
    switch (step) {
    case StepKind::Create:
        return {};
    case StepKind::Edit:
    case StepKind::Receive:
    case StepKind::Merge:
        return from(*state, {Draft}, Draft);
    case StepKind::SubmitForReview:
        return from(*state, {Draft}, Review);
    case StepKind::Finalise:
        return from(*state, {Draft, Review}, Final);
    case StepKind::Sign:
        return from(*state, {Final, Signed}, Signed);
    case StepKind::Send:
        return from(*state, {Signed, Sent}, Sent);
    case StepKind::Return:
        return from(*state, {Review, Final, Signed, Sent}, Returned);
    case StepKind::Withdraw:
        return from(*state, {Draft, Review, Final, Signed, Sent, Returned}, Withdrawn);
    case StepKind::Revise:
        return from(*state, {Review, Final, Signed, Sent, Returned, Withdrawn}, Draft);
    }
    return {};
}

QString stateName(DossierState state)
{
    return QString::fromLatin1(states.at(size_t(state)).name);
}

std::optional<DossierState> stateFromName(const QString& name)
{
    for (const StateWords& each : states)
        if (name == QLatin1StringView(each.name))
            return each.state;
    return {};
}

QString stepName(StepKind kind)
{
    return QString::fromLatin1(steps.at(size_t(kind)).name);
}

std::optional<StepKind> stepFromName(const QString& name)
{
    for (const StepWords& each : steps)
        if (name == QLatin1StringView(each.name))
            return each.kind;
    return {};
}

LocalizedText stateWord(DossierState state)
{
    const StateWords& words = states.at(size_t(state));
    return {QString::fromUtf16(words.zh), QString::fromUtf16(words.en)};
}

LocalizedText stepWord(StepKind kind)
{
    const StepWords& words = steps.at(size_t(kind));
    return {QString::fromUtf16(words.zh), QString::fromUtf16(words.en)};
}

} // namespace jz
