// SPDX-License-Identifier: Apache-2.0
// The text of the signed paper says exactly what was filled in, as an independent reader reads it.
#include "tests/app/cli_fixture.h"
#include "tests/support/boost_test.h"

#include <QRegularExpression>

using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

QString withoutBlanks(QString text)
{
    static const QRegularExpression blanks(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return text.remove(blanks);
}

/// Text of a PDF without blanks, footers and repeated section headings.
QString paperText(const QString& path)
{
    QString text = QString::fromUtf8(run(u"pdftotext"_s, {u"-raw"_s, u"-enc"_s, u"UTF-8"_s, path, u"-"_s}).out);
    static const QRegularExpression footer(u"第 \\d+ 页 共 \\d+ 页\n编号.*\n本页校验码.*\n(全文校验码.*\n)?"_s);
    static const QRegularExpression heading(u"\f[^\n]*（续）\n"_s);
    text.remove(footer);
    text.replace(heading, u"\f"_s);
    return withoutBlanks(text.remove(u'\f'));
}

/// Long cells that run over a page repeat the labels of their row there. Their words are taken out of what is
/// compared, on both sides.
QString withoutLabels(QString text)
{
    static const QStringList labels{u"硬件标准"_s, u"专职人员"_s, u"工作基础"_s, u"代表性企业"_s, u"典型案例"_s, u"组织联结"_s, u"配套条件"_s,
                                    u"参与单位分工"_s, u"申报单位简介（300字以内）"_s, u"实施阶段目标内容时间计划"_s};
    static const QRegularExpression phase(u"第[一二三四五六七八九十]+阶段"_s);
    for (const QString& label : labels)
        text.remove(label);
    return text.remove(phase);
}

void checkTexts(const QJsonValue& value, const QString& text, const QString& field)
{
    if (value.isString()) {
        BOOST_TEST(text.contains(withoutLabels(withoutBlanks(value.toString()))), field.toStdString());
        return;
    }
    const QJsonArray rows = value.toArray();
    for (const QJsonValue& row : rows) {
        const QJsonObject cells = row.toObject();
        for (auto cell = cells.begin(); cell != cells.end(); ++cell) {
            if (cell.key() != u"from" && cell.key() != u"to" && cell.value().isString())
                checkTexts(cell.value(), text, field + u'.' + cell.key());
        }
    }
}

void checkPaper(const QString& sampleName)
{
    const SampleFolder sample(sampleName);
    const QString paper = sample.file(u"a.pdf"_s);
    cli({u"render"_s, sample.values, paper});
    const QString text = withoutLabels(paperText(paper));
    const QJsonObject values = sample.read().value(u"values"_s).toObject();
    for (auto value = values.begin(); value != values.end(); ++value) {
        static const QStringList coded{u"category"_s, u"focus"_s, u"org_kind"_s, u"region"_s, u"applicant_signer"_s};
        if (!coded.contains(value.key()))
            checkTexts(value.value(), text, value.key());
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(paper_text)

BOOST_AUTO_TEST_CASE(every_value_of_the_sample_reads_back)
{
    checkPaper(u"sample-values.json"_s);
}

BOOST_AUTO_TEST_CASE(every_value_of_the_sample_at_the_limits_reads_back)
{
    checkPaper(u"sample-limits.json"_s);
}

BOOST_AUTO_TEST_SUITE_END()
