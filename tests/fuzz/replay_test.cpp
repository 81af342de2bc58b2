// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/fuzz_verify.h"
#include "tests/support/boost_test.h"
#include "tests/support/test_files.h"

#include <QDir>
#include <QElapsedTimer>

#include <random>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 runFor = 60'000;  ///< ms, all inputs together
constexpr qint64 longest = 10'000; ///< ms, one input

QList<QByteArray> corpus()
{
    QList<QByteArray> files;
    const QDir folder(QStringLiteral(JUANZONG_CORPUS));
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name))
        files.append(jz::test::readFile(folder.filePath(name)));
    return files;
}

void runOnce(const QByteArray& bytes)
{
    QElapsedTimer timer;
    timer.start();
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.constData()), static_cast<size_t>(bytes.size()));
    if (timer.elapsed() > longest) {
        QFile::remove(u"slow-input.pdf"_s);
        jz::test::writeFile(u"slow-input.pdf"_s, bytes);
        BOOST_FAIL("an input took " << timer.elapsed() << " ms; kept as slow-input.pdf");
    }
}

/// One change of the kind that hostile or broken files have.
void mutate(QByteArray& bytes, const QList<QByteArray>& all, std::mt19937& random)
{
    const auto below = [&random](qsizetype limit) { return static_cast<qsizetype>(random() % uint64_t(limit)); };
    if (bytes.isEmpty())
        return;
    const qsizetype at = below(bytes.size());
    const qsizetype length = std::min(bytes.size() - at, qsizetype(1) + below(200));
    switch (random() % 6) {
    case 0:
        bytes[at] = static_cast<char>(random());
        break;
    case 1:
        bytes.remove(at, length);
        break;
    case 2:
        bytes.insert(at, bytes.mid(at, length));
        break;
    case 3: { // another number where one stands
        qsizetype digit = at;
        while (digit < bytes.size() && (bytes[digit] < '0' || bytes[digit] > '9'))
            ++digit;
        if (digit < bytes.size())
            bytes[digit] = static_cast<char>('0' + random() % 10);
        break;
    }
    case 4: {
        const QByteArray& other = all[below(all.size())];
        bytes.replace(at, length, other.mid(below(std::max<qsizetype>(other.size(), 1)), length));
        break;
    }
    default:
        bytes.truncate(at);
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(fuzz)

BOOST_AUTO_TEST_CASE(no_mutation_of_the_kept_inputs_crashes_or_hangs)
{
    const QList<QByteArray> files = corpus();
    BOOST_REQUIRE(files.size() > 5);
    for (const QByteArray& file : files)
        runOnce(file);
    std::mt19937 random(20221);
    QElapsedTimer timer;
    timer.start();
    qsizetype runs = 0;
    for (; timer.elapsed() < runFor; ++runs) {
        QByteArray bytes = files[static_cast<qsizetype>(random() % uint64_t(files.size()))];
        for (auto changes = 1 + random() % 4; changes > 0; --changes)
            mutate(bytes, files, random);
        runOnce(bytes);
    }
    BOOST_TEST_MESSAGE(runs << " inputs");
    BOOST_TEST(runs > 0);
}

BOOST_AUTO_TEST_SUITE_END()
