// SPDX-License-Identifier: Apache-2.0
// Everything the form prints stands in the notice, word for word; blanks and line ends aside.
#include "model/call/call_pack_reader.h"
#include "tests/support/test_files.h"

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

QString withoutBlanks(QString text)
{
    return text.removeIf([](QChar c) { return c.isSpace(); });
}

/// The notice as text; two brackets stand in it where the blank of the base's name was.
const QString& notice()
{
    static const QString text = withoutBlanks(QString::fromUtf8(test::readFile(test::dataFile(u"notice.txt"_s))))
                                    .replace(u"((（"_s, u"（"_s);
    return text;
}

const CallPack& pack()
{
    return *findBuiltInCallPack(u"kczg-2022"_s);
}

void standsInTheNotice(const QString& text)
{
    BOOST_TEST(notice().contains(withoutBlanks(text)), text.toStdString());
}

void checkField(const Field& field)
{
    standsInTheNotice(field.prompt);
    standsInTheNotice(field.prefix);
    if (!field.printed)
        return;
    for (const Choice& option : field.options)
        standsInTheNotice(u'□' + option.label);
    for (const Column& column : field.columns)
        if (column.type != ColumnType::Month)
            standsInTheNotice(column.label);
}

void checkRow(const PrintRow& row)
{
    for (const QString& text : {row.label, row.signatureLabel, row.dateLabel, row.sealLabel, row.unitPlaceholder,
                                row.continuation, row.blankPeriod})
        standsInTheNotice(text);
    for (const QString& header : row.headers)
        standsInTheNotice(header);
    for (const QStringList& line : row.lines)
        for (const QString& id : line)
            standsInTheNotice(pack().field(id)->label);
}

} // namespace

BOOST_AUTO_TEST_SUITE(wording_of_the_notice)

BOOST_AUTO_TEST_CASE(every_label_prompt_option_and_fixed_text_is_the_notices_own)
{
    int sections = 0;
    for (const Section& section : pack().sections) {
        if (section.number.isEmpty())
            continue;
        ++sections;
        standsInTheNotice(section.number + u"、"_s + section.title);
        standsInTheNotice(section.fixedText);
        for (const Field& field : section.fields)
            checkField(field);
        for (const PrintRow& row : section.print)
            checkRow(row);
    }
    BOOST_TEST(sections == 7);
}

BOOST_AUTO_TEST_CASE(title_number_address_and_conditions_are_the_notices_own)
{
    standsInTheNotice(pack().official);
    standsInTheNotice(pack().documentNumber);
    standsInTheNotice(pack().heading);
    for (const QString& line : pack().titleLines)
        standsInTheNotice(line);
    const QJsonObject& facts = pack().facts.raw;
    standsInTheNotice(facts.value("address"_L1).toObject().value("street"_L1).toString());
    standsInTheNotice(facts.value("onlineSystem"_L1).toString());
    const QJsonObject conditions = facts.value("bodyConditions"_L1).toObject();
    BOOST_TEST(conditions.size() == 2);
    for (const QJsonValue& condition : conditions)
        standsInTheNotice(condition.toObject().value("text"_L1).toObject().value("zh"_L1).toString());
}

BOOST_AUTO_TEST_CASE(every_box_and_every_hint_in_brackets_of_the_template_is_in_the_pack)
{
    QString printed;
    for (const Section& section : pack().sections) {
        printed += section.title + section.fixedText;
        for (const Field& field : section.fields) {
            printed += field.label + field.prompt;
            for (const Choice& option : field.options)
                printed += u'□' + option.label;
            for (const Column& column : field.columns)
                printed += column.label;
        }
        for (const PrintRow& row : section.print)
            printed += row.label + row.signatureLabel + row.dateLabel + row.sealLabel + row.blankPeriod + row.continuation;
    }
    for (const QString& line : pack().titleLines)
        printed += line;
    printed = withoutBlanks(printed + pack().heading) + u"第一阶段第二阶段"_s;
    const QString file = QString::fromUtf8(test::readFile(test::dataFile(u"notice.txt"_s)));
    const QString form = file.mid(file.lastIndexOf(u" 附件\n"_s)).replace(u"((（"_s, u"\n（"_s);
    for (const QString& line : form.split(u'\n'))
        for (const QString& box : withoutBlanks(line).replace(u"□"_s, u"\n□"_s).split(u'\n', Qt::SkipEmptyParts)) {
            const bool isHeading = box.size() > 2 && box.at(1) == u'、';
            const QString words = isHeading ? box.mid(2) : box;
            BOOST_TEST(printed.contains(words), words.toStdString());
        }
}

BOOST_AUTO_TEST_SUITE_END()
