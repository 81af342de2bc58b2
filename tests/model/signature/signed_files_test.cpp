// SPDX-License-Identifier: Apache-2.0
#include "model/signature/pdf_verifier.h"
#include "tests/model/signature/signing_fixture.h"
#include "tests/support/boost_test.h"

#include <QElapsedTimer>

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

struct Expectation
{
    QString file;
    QString expected;
    int signatures = 0;
};

/// The first three columns of expected.csv; they hold no commas and no quotes.
QList<Expectation> expectationsIn(const QString& folder)
{
    QList<Expectation> rows;
    const QList<QByteArray> lines = test::readFile(folder + u"/expected.csv"_s).split('\n');
    for (const QByteArray& line : lines.mid(1)) {
        const QList<QByteArray> cells = line.split(',');
        if (cells.size() > 2)
            rows.append({QString::fromUtf8(cells[0]), QString::fromUtf8(cells[1]), cells[2].toInt()});
    }
    return rows;
}

bool fits(const Expectation& row, const VerificationReport& report)
{
    const bool bad = report.verdict == Verdict::Modified || report.verdict == Verdict::Broken;
    if (row.expected == u"tampered"_s || row.expected == u"partially-covered"_s)
        return bad;
    if (row.expected == u"malformed"_s)
        return report.verdict == Verdict::Unreadable || report.verdict == Verdict::Broken;
    if (row.expected == u"unsigned"_s)
        return report.verdict == Verdict::Unsigned;
    return report.verdict == Verdict::Valid || report.verdict == Verdict::Untrusted;
}

void checkFolder(const QString& folder)
{
    for (const Expectation& row : expectationsIn(folder)) {
        QElapsedTimer timer;
        timer.start();
        const VerificationReport report = verifyPdf(folder + u'/' + row.file, TrustList());
        const std::string told = verdictName(report.verdict).toStdString() + ": "
                                 + test::codesOf(report).join(u' ').toStdString();
        BOOST_TEST_MESSAGE(row.file.toStdString() << " [" << row.expected.toStdString() << "] " << told);
        BOOST_TEST(fits(row, report), row.file.toStdString() << " is " << row.expected.toStdString()
                                                             << " but was found " << told);
        BOOST_TEST(timer.elapsed() < 10'000);
        if (row.expected == u"intact"_s)
            BOOST_TEST(report.signatures.size() >= row.signatures);
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(signed_files)

BOOST_AUTO_TEST_CASE(no_attacked_file_of_ours_is_accepted_and_no_sound_one_refused)
{
    checkFolder(test::dataFile(u"signed"_s));
}

BOOST_AUTO_TEST_CASE(the_same_holds_for_files_of_other_programs)
{
    const QString folder = test::sharedFolder(u"signed-pdfs"_s);
    if (folder.isEmpty())
        BOOST_TEST_MESSAGE("the folder of other programs' files is not here");
    else
        checkFolder(folder);
}

BOOST_AUTO_TEST_SUITE_END()
