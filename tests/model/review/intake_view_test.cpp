// SPDX-License-Identifier: Apache-2.0
#include "model/call/call_pack_reader.h"
#include "model/review/intake_view.h"
#include "tests/support/boost_test.h"

#include <QTimeZone>

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

/// A view filled by hand.
struct Received
{
    IntakeView view;
    const CallPack& pack = *findBuiltInCallPack(builtInCallPackIds().first());

    void send(const QString& body, const QString& kind)
    {
        ReceivedBundle bundle;
        bundle.key = view.bundles.size() + 1;
        bundle.body = body;
        bundle.kind = kind;
        bundle.standing = u"counts"_s;
        view.bundles << bundle;
    }
    void with(const QString& base, const QString& code)
    {
        Submission made;
        made.intake = view.bundles.last().key;
        made.body = view.bundles.last().body;
        made.dossier = QUuid::createUuidV5(QUuid(), made.body + base + code);
        made.base = base;
        made.code = code;
        made.applicant = u"单位"_s + code;
        view.submissions << made;
    }
    QStringList rules(qsizetype at) const
    {
        QStringList names;
        for (const Finding& each : view.together.at(at))
            names << each.rule;
        return names;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(intake_view, Received)

BOOST_AUTO_TEST_CASE(one_base_through_two_bodies_is_an_error_and_another_base_of_the_unit_a_hint)
{
    send(u"甲协会"_s, u"provincial"_s);
    with(u"光电子器件"_s, u"A1"_s);
    with(u"智能农机"_s, u"B2"_s);
    send(u"乙学会"_s, u"national"_s);
    with(u"光电子器件"_s, u"A1"_s);
    with(u"量子测量"_s, u"B2"_s);
    with(u"深海装备"_s, u"C3"_s);
    compare(view, pack);
    BOOST_TEST(rules(0) == QStringList{u"intake.two-channels"_s});
    BOOST_TEST(rules(2) == QStringList{u"intake.two-channels"_s});
    BOOST_TEST(rules(1) == QStringList{u"intake.same-host"_s});
    BOOST_TEST(rules(4).isEmpty());
    BOOST_TEST(bool(view.together.at(0).first().severity == Severity::Error));
    BOOST_TEST(bool(view.together.at(1).first().severity == Severity::Hint));
    BOOST_TEST(!view.together.at(0).first().clause.isEmpty());
    BOOST_TEST(view.together.at(0).first().message.zh.contains(u"乙学会"_s));
}

BOOST_AUTO_TEST_CASE(the_quota_goes_by_the_kind_of_body_over_all_its_bundles_that_count)
{
    for (const QString& kind : {u"provincial"_s, u"national"_s}) {
        const int quota = *pack.facts.quota(kind);
        send(u"单位"_s + kind, kind);
        for (int i = 0; i <= quota; ++i)
            with(kind + QString::number(i), kind + QString::number(i));
    }
    view.submissions.removeLast();
    compare(view, pack);
    BOOST_TEST(view.bodies.size() == 2);
    BOOST_TEST(view.bodies.at(0).findings.size() == 1);
    BOOST_TEST(view.bodies.at(0).findings.first().rule == u"intake.quota"_s);
    BOOST_TEST(view.bodies.at(1).findings.isEmpty());
    view.bundles.first().standing = u"replaced"_s;
    view.submissions.removeIf([](const Submission& each) { return each.intake == 1; });
    compare(view, pack);
    BOOST_TEST(view.bodies.size() == 1);
}

BOOST_AUTO_TEST_CASE(late_goes_by_the_clock_of_the_call_wherever_the_clerk_sits)
{
    view.deadline = QDateTime(QDate(2030, 6, 10), QTime(18, 0), QTimeZone(8 * 3600));
    const QUuid dossier = QUuid::createUuidV5(QUuid(), u"一"_s);
    const auto isLateAt = [&](const QDateTime& arrived) {
        view.arrivals.insert(dossier, Arrival{dossier, arrived, 1, {}, 0, {}});
        return view.isLate(dossier);
    };
    BOOST_TEST(!isLateAt(QDateTime(QDate(2030, 6, 10), QTime(18, 0))));
    BOOST_TEST(isLateAt(QDateTime(QDate(2030, 6, 10), QTime(18, 1))));
    BOOST_TEST(!isLateAt({}));
}

BOOST_AUTO_TEST_SUITE_END()
