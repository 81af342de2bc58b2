// SPDX-License-Identifier: Apache-2.0
#include "model/call/call_pack_reader.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/dossier_output.h"
#include "model/procedure/paper_verification.h"
#include "model/procedure/sample_files.h"
#include "model/procedure/text_comparison.h"
#include "tests/support/boost_test.h"
#include "tests/support/test_files.h"

#include <QJsonArray>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

TextComparison comparedText(const QString& path, const Dossier& dossier, const CallPack& pack)
{
    const FileBytes source(path);
    return compareTextWithData(PdfStructure(source), dossier, pack);
}

/// A printed sample and what it was printed from.
class PrintedSample
{
public:
    explicit PrintedSample(const QString& name = u"sample-values.json"_s)
    {
        DossierInput input = openDossier(copySample(name, m_folder.path(), {400, 300}));
        pack = input.file.pack;
        path = m_folder.file(u"paper.pdf"_s);
        dossier = writeDossier(input.file.dossier, *pack, {}, path).dossier;
    }

    QStringList codes(const Dossier& data) const
    {
        QStringList codes;
        const TextComparison comparison = comparedText(path, data, *pack);
        for (const Problem& problem : comparison.problems)
            codes.append(problem.code);
        BOOST_TEST((comparison.matches == std::optional(codes.isEmpty())));
        return codes;
    }

    QString file(const QString& name) const { return m_folder.file(name); }

    const CallPack* pack = nullptr;
    QString path;
    Dossier dossier;

private:
    ScratchFolder m_folder;
};

/// A page that is a picture and nothing else, as a scanner writes it; readers rebuild its cross-reference table.
QByteArray scannedPage()
{
    return "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [ 3 0 R ] "
           "/Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 600 800 ] /Contents 4 0 R "
           "/Resources << /XObject << /I 5 0 R >> >> >>\nendobj\n4 0 obj\n<< /Length 24 >>\nstream\n600 0 0 800 0 0 cm "
           "/I Do\nendstream\nendobj\n5 0 obj\n<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace "
           "/DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream\nendobj\ntrailer\n<< /Root 1 0 R "
           "/Size 6 >>\nstartxref\n0\n%%EOF\n";
}

/// The longest text among the values: one that runs over a page in the sample at the limits.
QString longestField(const Dossier& dossier)
{
    QString longest;
    for (auto value = dossier.values.begin(); value != dossier.values.end(); ++value) {
        if (value->isString() && value->toString().size() > dossier.text(longest).size())
            longest = value.key();
    }
    return longest;
}

} // namespace

BOOST_AUTO_TEST_SUITE(text_comparison)

BOOST_AUTO_TEST_CASE(the_pages_of_the_samples_say_what_the_data_say)
{
    for (const QString& name : sampleNames()) {
        const PrintedSample sample(name);
        BOOST_TEST(sample.codes(sample.dossier).join(u' ').toStdString().empty());
    }
}

BOOST_AUTO_TEST_CASE(one_character_that_differs_is_found_with_its_field)
{
    for (const QString& name : sampleNames()) {
        const PrintedSample sample(name);
        Dossier changed = sample.dossier;
        const QString field = longestField(changed);
        QString text = changed.text(field);
        text[text.size() / 2] = text[text.size() / 2] == u'变' ? u'改' : u'变';
        changed.values.insert(field, text);
        const TextComparison comparison = comparedText(sample.path, changed, *sample.pack);
        BOOST_TEST((comparison.matches == std::optional(false)));
        BOOST_REQUIRE(!comparison.problems.isEmpty());
        BOOST_TEST(comparison.problems.first().code == QString(problem::textDiffers));
        BOOST_TEST(comparison.problems.size() == 1);
    }
}

BOOST_AUTO_TEST_CASE(text_that_the_data_do_not_have_is_found)
{
    const PrintedSample sample;
    Dossier changed = sample.dossier;
    changed.values.remove(longestField(changed));
    BOOST_TEST(!sample.codes(changed).isEmpty());
}

BOOST_AUTO_TEST_CASE(files_inside_that_are_not_the_ones_listed_are_found)
{
    const PrintedSample sample;
    Dossier changed = sample.dossier;
    changed.attachments.first().first().sha256 = QByteArray(32, 'x');
    BOOST_TEST(sample.codes(changed).contains(problem::attachmentDiffers));
    changed = sample.dossier;
    changed.attachments.first().removeFirst();
    BOOST_TEST(sample.codes(changed).contains(problem::attachmentDiffers));
}

BOOST_AUTO_TEST_CASE(a_scan_behind_the_form_is_no_difference)
{
    const PrintedSample sample;
    const QString scan = sample.file(u"scan.pdf"_s);
    const QString both = sample.file(u"both.pdf"_s);
    writeFile(scan, scannedPage());
    const auto result = run(u"qpdf"_s, {sample.path, u"--pages"_s, sample.path, u"1-5"_s, scan, u"1"_s, u"--"_s, both});
    BOOST_REQUIRE(result.exitCode != 2); // 3: written, with a warning on the rebuilt table
    const TextComparison comparison = comparedText(both, sample.dossier, *sample.pack);
    BOOST_TEST((comparison.matches != std::optional(false)));
    BOOST_REQUIRE(!comparison.problems.isEmpty());
    BOOST_TEST(comparison.problems.first().code == QString(problem::textNotComparable));
}

BOOST_AUTO_TEST_CASE(verification_says_whether_pages_and_data_agree)
{
    const PrintedSample sample;
    const PaperReport report = verifyPaper(sample.path, {});
    BOOST_REQUIRE(report.paper.has_value());
    BOOST_TEST((report.paper->textMatches == std::optional(true)));
}

BOOST_AUTO_TEST_CASE(a_paper_that_another_program_printed_is_recognised)
{
    const PrintedSample sample;
    const QString copy = sample.file(u"copy.pdf"_s);
    run(u"pdftocairo"_s, {u"-pdf"_s, sample.path, copy});
    const PaperReport report = verifyPaper(copy, {});
    BOOST_TEST(!report.paper.has_value());
    BOOST_REQUIRE(report.signatures.problems.size() == 1);
    BOOST_TEST(report.signatures.problems.first().code == QString(problem::paperResaved));
    BOOST_TEST(report.signatures.problems.first().message.zh.contains(u"请向发件人索取"_s));
}

BOOST_AUTO_TEST_SUITE_END()
