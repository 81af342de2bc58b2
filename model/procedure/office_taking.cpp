// SPDX-License-Identifier: Apache-2.0
// The second half of office_intake.h: what was examined is written down.
#include "model/procedure/office_intake.h"

#include "model/base/make_finding.h"
#include "model/exchange/check_report.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <numeric>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

using Outcome = TakenBundle::Outcome;

int errorsIn(const QJsonArray& findings)
{
    return int(std::count_if(findings.begin(), findings.end(), [](const QJsonValue& each) { return each["severity"_L1].toString() == "error"_L1; }));
}

/// How much is wrong with a bundle and its dossiers, and how many of them there are.
std::pair<int, qsizetype> badness(const ReceivedBundle& bundle, const QList<Submission>& submissions)
{
    int errors = errorsIn(bundle.findings);
    for (const Submission& each : submissions)
        errors += errorsIn(each.findings);
    return {errors, -submissions.size()};
}

/// Takes bundles in, one after the other, and keeps the view up to what is there then.
class Taking
{
public:
    Taking(Workspace& workspace, const ReviewRound& round, qint64 person, bool dryRun)
        : m_workspace(workspace), m_round(round), m_person(person), m_dryRun(dryRun), m_view(intakeView(workspace, round, roundPack(round)))
    {
    }

    void take(TakenBundle& taken)
    {
        const ExaminedBundle& bundle = taken.bundle;
        taken.findings = bundle.findings;
        const QByteArray& bytes = bundle.intake.bundle;
        const auto same = std::find_if(m_view.bundles.begin(), m_view.bundles.end(), [&](const ReceivedBundle& each) { return !bytes.isEmpty() && each.bundle == bytes; });
        if (bundle.isKnown || same != m_view.bundles.end()) {
            taken.outcome = Outcome::SameFile;
            if (same != m_view.bundles.end())
                taken.findings = {sameFile(*same)};
            return;
        }
        taken.outcome = Outcome::Refused;
        if (bundle.isRefused)
            return;
        const auto earlier = std::find_if(m_view.bundles.begin(), m_view.bundles.end(),
                                          [&](const ReceivedBundle& each) { return each.body == bundle.intake.body && each.standing == "counts"_L1; });
        taken.outcome = earlier == m_view.bundles.end() ? Outcome::Added : outcomeOver(*earlier, taken);
        if (taken.outcome == Outcome::Added)
            keep(taken, {});
        else if (taken.outcome == Outcome::Replaced)
            keep(taken, {earlier->key});
    }

    IntakeView view()
    {
        if (!m_dryRun)
            return intakeView(m_workspace, m_round, roundPack(m_round));
        compare(m_view, roundPack(m_round));
        return m_view;
    }

private:
    static Finding sameFile(const ReceivedBundle& before)
    {
        return makeFinding("intake.same-file", Severity::Hint,
                           LocalizedText{u"与已收到的“%1”是同一个文件（%2，第 %3 次报送），没有再收。"_s, u"The same file as “%1”, which came before (%2, sending no. %3); not taken in again."_s}.arg(
                               before.name, before.body, QString::number(before.number)));
    }

    Outcome outcomeOver(const ReceivedBundle& before, TakenBundle& taken) const
    {
        const ReceivedBundle& now = taken.bundle.intake;
        const QStringList words{now.body, QString::number(now.number), QString::number(before.number), before.name};
        if (now.number < before.number) {
            taken.findings << makeFinding("intake.earlier", Severity::Error,
                                          LocalizedText{u"是“%1”的第 %2 次报送，已收到它的第 %3 次（“%4”）：没有收入，仍以第 %3 次为准。"_s,
                                                        u"Sending no. %2 of “%1”, whose no. %3 (“%4”) came before: not taken in, no. %3 still counts."_s}
                                              .arg(words.at(0), words.at(1), words.at(2), words.at(3)));
            return Outcome::Earlier;
        }
        if (now.number > before.number || now.sheet == before.sheet) {
            const bool isBetter = now.number > before.number || badness(now, taken.bundle.submissions) < badness(before, submissionsOf(before.key));
            if (!isBetter) {
                taken.findings << makeFinding("intake.same-sending", Severity::Hint,
                                              LocalizedText{u"与已收到的“%2”是“%1”的同一次报送，没有再收。"_s, u"The same sending of “%1” as “%2”, which came before; not taken in again."_s}.arg(
                                                  words.at(0), words.at(3)));
                return Outcome::SameSending;
            }
            if (now.sender != before.sender)
                taken.findings << otherSender(before);
            return Outcome::Replaced;
        }
        taken.findings << makeFinding("intake.diverging", Severity::Error,
                                      LocalizedText{u"“%1”的第 %2 次报送已收到（“%3”），内容却不同：没有收入。请电话核实以哪份为准；要换的，请其重新导出，成为下一次报送。"_s,
                                                    u"Sending no. %2 of “%1” came before (“%3”), with other content: not taken in. Ask by telephone which one is right; to replace it the body "
                                                    "exports again, as its next sending."_s}
                                          .arg(words.at(0), words.at(1), words.at(3)));
        return Outcome::Diverging;
    }

    static Finding otherSender(const ReceivedBundle& before)
    {
        return makeFinding("intake.other-sender", Severity::Warning,
                           LocalizedText{u"排序表出自另一台电脑或另一张证书，与第 %1 次报送的不同。请电话向“%2”核实确是其所发。"_s,
                                         u"The ranking sheet is from another computer or certificate than that of sending no. %1. Ask “%2” by telephone whether it is theirs."_s}
                               .arg(QString::number(before.number), before.body));
    }

    QList<Submission> submissionsOf(qint64 intake) const
    {
        QList<Submission> found;
        for (const Submission& each : m_view.submissions)
            if (each.intake == intake)
                found << each;
        return found;
    }

    void keep(TakenBundle& taken, const QList<qint64>& replaced)
    {
        ReceivedBundle intake = taken.bundle.intake;
        intake.round = m_round.key;
        intake.person = m_person;
        intake.findings = findingsJson(taken.findings, Language::Chinese);
        intake.key = m_dryRun ? -1 - m_view.bundles.size() : m_workspace.intakes().add(intake, taken.bundle.submissions, replaced);
        for (ReceivedBundle& each : m_view.bundles)
            if (replaced.contains(each.key))
                each.standing = u"replaced"_s;
        m_view.submissions.removeIf([&](const Submission& each) { return replaced.contains(each.intake); });
        m_view.bundles << intake;
        for (Submission each : std::as_const(taken.bundle.submissions)) {
            each.intake = intake.key;
            m_view.submissions << each;
        }
    }

    Workspace& m_workspace;
    const ReviewRound& m_round;
    qint64 m_person;
    bool m_dryRun;
    IntakeView m_view;
};

struct Names
{
    const char* name;
    const char16_t* zh;
    const char16_t* en;
};

constexpr std::array outcomes{Names{"added", u"已收入", u"taken in"},
                              Names{"replaced", u"已收入，替换此前的报送", u"taken in, replaces the earlier sending"},
                              Names{"same-file", u"同一文件，已收过", u"the same file came before"},
                              Names{"same-sending", u"同一次报送，已收过", u"the same sending came before"},
                              Names{"earlier", u"较早的报送，未收入", u"an earlier sending, not taken in"},
                              Names{"diverging", u"同号内容不同，未收入", u"same number, other content, not taken in"},
                              Names{"refused", u"未收入", u"not taken in"}};

} // namespace

TakenIn takeInBundles(Workspace& workspace, const ReviewRound& round, const QList<ExaminedBundle>& examined, qint64 person, bool dryRun)
{
    TakenIn result;
    for (const ExaminedBundle& bundle : examined)
        result.bundles << TakenBundle{bundle, Outcome::Refused, {}};
    // The earlier sending first, whatever the order of the files, so that the later one replaces it.
    QList<qsizetype> order(examined.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) { return examined.at(a).intake.number < examined.at(b).intake.number; });
    Taking taking(workspace, round, person, dryRun);
    for (const qsizetype index : std::as_const(order))
        taking.take(result.bundles[index]);
    result.view = taking.view();
    return result;
}

QString outcomeName(Outcome outcome)
{
    return QString::fromLatin1(outcomes.at(size_t(outcome)).name);
}

LocalizedText outcomeWord(Outcome outcome)
{
    const Names& names = outcomes.at(size_t(outcome));
    return {QString::fromUtf16(names.zh), QString::fromUtf16(names.en)};
}

} // namespace jz
