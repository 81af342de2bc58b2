// SPDX-License-Identifier: Apache-2.0
// Files that are no scans, papers that take none, and pictures that the decoder falls over.
#include "model/base/error.h"
#include "model/procedure/paper_signing.h"
#include "model/procedure/sample_scans.h"
#include "model/signature/delivery_key.h"
#include "model/signature/new_identity.h"
#include "tests/model/procedure/scans.h"
#include "tests/support/boost_test.h"

#include <QElapsedTimer>
#include <QFileInfo>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Fixture
{
    const Papers& papers = Papers::all();
    const FinalPaper& paper = papers.first;
    ScratchFolder folder;
    QString out = folder.file(u"out.pdf"_s);
    Identity key = openDeliveryKey(folder.file(u"keys"_s), nullptr).identity;

    QString goodScan()
    {
        const int page = paper.signedPage();
        return savePicture(inkedSamplePage(paper.path, paper.map, page), folder.file(u"good.jpg"_s));
    }

    /// The Error that taking these in ends with; its message names `named`.
    ErrorCode refusal(const QString& of, const QStringList& scans, const QString& named)
    {
        try {
            takeScansIn({of, scans, {}, out, key});
        } catch (const Error& error) {
            BOOST_TEST(error.message().zh.contains(QFileInfo(named).fileName()), error.what());
            BOOST_TEST(error.message().en.contains(QFileInfo(named).fileName()));
            BOOST_TEST(!QFileInfo::exists(out));
            return error.code();
        }
        BOOST_ERROR("it was taken in");
        return ErrorCode::Usage;
    }

    QString program(const QByteArray& body)
    {
        const QString path = folder.file(u"program"_s);
        writeFile(path, "#!/bin/sh\n" + body + "\n");
        QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        return path;
    }

    /// The Error of reading a page with this reader.
    Error failureOf(const ScanReader& reader, const QString& file)
    {
        try {
            reader.read(file, 0);
        } catch (const Error& error) {
            return error;
        }
        BOOST_ERROR("it was read");
        return Error(ErrorCode::Usage, {});
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(bad_scans, Fixture)

BOOST_AUTO_TEST_CASE(papers_that_take_no_scans_are_refused_by_name)
{
    const QString scan = goodScan();
    BOOST_TEST((refusal(papers.draft, {scan}, papers.draft) == ErrorCode::Unsupported));
    const QString missing = folder.file(u"nowhere.pdf"_s);
    BOOST_TEST((refusal(missing, {scan}, missing) == ErrorCode::NotFound));
    BOOST_TEST((refusal(scan, {scan}, scan) == ErrorCode::Malformed));
    const QString foreign = savePdf({scan}, folder.file(u"not ours.pdf"_s));
    BOOST_TEST((refusal(foreign, {scan}, foreign) == ErrorCode::Unsupported));
    const QString torn = folder.file(u"torn.pdf"_s);
    writeFile(torn, readFile(paper.path).left(5000));
    BOOST_TEST((refusal(torn, {scan}, torn) == ErrorCode::Malformed));
}

BOOST_AUTO_TEST_CASE(a_signed_paper_and_one_that_is_closed_already_are_refused)
{
    const QString scan = goodScan();
    NewIdentity unit;
    unit.name = u"示例研究院"_s;
    unit.kind = KeyKind::P256;
    const QString p12 = folder.file(u"unit.p12"_s);
    createIdentity(p12, unit, Passphrase(u"口令"_s));
    const QString signedPaper = folder.file(u"signed.pdf"_s);
    signPaper(paper.path, signedPaper,
              {SignatureRole::Applicant, Identity::load(p12, Passphrase(u"口令"_s)), {}, {}, QDateTime::currentDateTime(), {}});
    BOOST_TEST((refusal(signedPaper, {scan}, signedPaper) == ErrorCode::Unsupported));
    const QString closed = folder.file(u"closed.pdf"_s);
    BOOST_REQUIRE(takeScansIn({paper.path, {scan}, {}, closed, key}).written);
    BOOST_TEST((refusal(closed, {scan}, closed) == ErrorCode::Unsupported));
}

BOOST_AUTO_TEST_CASE(scans_that_are_none_are_refused_by_name)
{
    const QString missing = folder.file(u"nowhere.jpg"_s);
    BOOST_TEST((refusal(paper.path, {missing}, missing) == ErrorCode::NotFound));
    const QString text = folder.file(u"letter.jpg"_s);
    writeFile(text, "this is no picture at all");
    BOOST_TEST((refusal(paper.path, {text}, text) == ErrorCode::Unsupported));
    const QString locked = folder.file(u"locked.pdf"_s);
    run(u"qpdf"_s, {u"--encrypt"_s, u"user"_s, u"owner"_s, u"256"_s, u"--"_s, paper.path, locked});
    BOOST_TEST((refusal(paper.path, {locked}, locked) == ErrorCode::Unsupported));
}

BOOST_AUTO_TEST_CASE(broken_and_empty_pictures_are_named_and_nothing_is_written)
{
    const QString empty = folder.file(u"empty.jpg"_s);
    writeFile(empty, {});
    const QString broken = folder.file(u"broken.png"_s);
    QImage(300, 300, QImage::Format_RGB32).save(broken, "PNG");
    writeFile(broken, readFile(broken).left(60));
    const TakenScans taken = takeScansIn({paper.path, {empty, broken}, {}, out, key});
    BOOST_TEST(!taken.written);
    BOOST_TEST(!QFileInfo::exists(out));
    BOOST_REQUIRE(taken.problems.size() == 3);
    BOOST_TEST(taken.problems.at(0).code == u"page-unreadable"_s);
    BOOST_TEST(taken.problems.at(0).where == u"empty.jpg"_s);
    BOOST_TEST(taken.problems.at(1).code == u"page-unreadable"_s);
    BOOST_TEST(taken.problems.at(1).where == u"broken.png"_s);
    BOOST_TEST(taken.problems.at(2).code == u"page-missing"_s);
    BOOST_TEST(worded(taken.problems.at(0)).message.zh.contains(u"空文件"_s));
}

BOOST_AUTO_TEST_CASE(no_input_is_overwritten_and_wrong_assignments_are_wrong_usage)
{
    const QString scan = goodScan();
    const auto codeOf = [&](const ScanIntake& intake) {
        try {
            takeScansIn(intake);
        } catch (const Error& error) {
            return error.code();
        }
        return ErrorCode::NotFound;
    };
    const QByteArray before = readFile(paper.path);
    BOOST_TEST((codeOf({paper.path, {scan}, {}, paper.path, key}) == ErrorCode::Usage));
    BOOST_TEST((codeOf({paper.path, {scan}, {}, scan, key}) == ErrorCode::Usage));
    BOOST_TEST((readFile(paper.path) == before));
    BOOST_TEST((codeOf({paper.path, {}, {}, out, key}) == ErrorCode::Usage));
    BOOST_TEST((codeOf({paper.path, {scan}, {{99, scan, 1}}, out, key}) == ErrorCode::Usage));
    BOOST_TEST((codeOf({paper.path, {scan}, {{1, scan, 7}}, out, key}) == ErrorCode::Usage));
}

BOOST_AUTO_TEST_CASE(a_decoder_that_crashes_costs_one_picture_and_not_the_program)
{
    const ScanReader reader(ScanReader::Limits{}, program("kill -SEGV $$"));
    const Error error = failureOf(reader, goodScan());
    BOOST_TEST((error.code() == ErrorCode::Malformed));
    BOOST_TEST(error.message().zh.contains(u"good.jpg"_s));
    const TakenScans taken = takeScansIn({paper.path, {goodScan()}, {}, out, key}, reader);
    BOOST_TEST(!taken.written);
    BOOST_TEST(taken.problems.at(0).code == u"page-unreadable"_s);
}

BOOST_AUTO_TEST_CASE(a_decoder_that_stalls_or_answers_nonsense_is_ended)
{
    QElapsedTimer clock;
    clock.start();
    const Error stalled = failureOf(ScanReader({1, 3000}, program("exec sleep 100")), goodScan());
    BOOST_TEST((stalled.code() == ErrorCode::Malformed));
    BOOST_TEST(clock.elapsed() < 60'000);
    BOOST_TEST((failureOf(ScanReader({5, 3000}, program("echo nonsense")), goodScan()).code() == ErrorCode::Malformed));
    BOOST_TEST((failureOf(ScanReader({5, 3000}, folder.file(u"none"_s)), goodScan()).code() == ErrorCode::NotFound));
}

#ifndef __SANITIZE_ADDRESS__ // there is no limit on addresses under it
BOOST_AUTO_TEST_CASE(a_picture_that_takes_more_memory_than_it_may_is_reported)
{
    // 5000 × 5000 pixels need 100 MB and more: not to be had within these limits.
    QImage large(5000, 5000, QImage::Format_RGB32);
    large.fill(Qt::white);
    const QString file = savePicture(large, folder.file(u"large.jpg"_s));
    const Error error = failureOf(ScanReader({60, 150}), file);
    BOOST_TEST((error.code() == ErrorCode::Malformed || error.code() == ErrorCode::TooLarge));
    BOOST_TEST(error.message().zh.contains(u"large.jpg"_s));
    BOOST_TEST(ScanReader().read(file, 0).isEmpty());
}
#endif

BOOST_AUTO_TEST_SUITE_END()
