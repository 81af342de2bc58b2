// SPDX-License-Identifier: Apache-2.0
#include "tests/model/print/printed_dossier.h"
#include "tests/support/boost_test.h"
#include "tests/support/test_files.h"

#include <QSet>

#include <algorithm>
#include <utility>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject with(QJsonObject values, const QString& field, const QJsonValue& value)
{
    values.insert(field, value);
    return values;
}

QStringList fingerprints(const Paper& paper)
{
    QStringList all;
    for (const Page& page : paper.pages)
        all << page.fingerprint();
    return all;
}

/// Nothing stands outside its page or over the footer.
void checkInsidePages(const Paper& paper)
{
    for (const Page& page : paper.pages) {
        const double footerTop = page.size.height() - 35 + 0.5;
        for (const Block& block : page.blocks) {
            BOOST_TEST(block.rect.left() >= 0);
            BOOST_TEST(block.rect.right() <= page.size.width());
            BOOST_TEST(block.rect.bottom() <= footerTop, block.text.toStdString());
        }
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(dossier_paper)

BOOST_AUTO_TEST_CASE(every_value_of_the_sample_is_printed_whole)
{
    const QJsonObject values = sampleValues();
    const PrintedDossier printed(values);
    for (const QString& field : {u"org_name"_s, u"uscc"_s, u"org_intro"_s, u"hardware"_s, u"cases"_s, u"partners"_s, u"base_site"_s})
        BOOST_TEST(withoutBlanks(printed.textOf(field)).contains(withoutBlanks(values.value(field).toString())));
    BOOST_TEST(printed.textOf(u"base_name"_s) == u"“科创中国”光电子器件产学研协作创新基地"_s);
    BOOST_TEST(printed.textOf(u"category"_s).startsWith(u"■产学研协作"_s));
    BOOST_TEST(printed.textOf(u"focus"_s).contains(u"■其他（请简要说明：面向中小企业开放光电检测设备）"_s));
    BOOST_TEST(printed.textOf(u"region"_s) == u"属地420111"_s);
    BOOST_TEST(printed.textOf(u"work_links"_s) == u"https://www.example.cn/news/2021/0917.html"_s);
    checkInsidePages(printed.paper);
}

BOOST_AUTO_TEST_CASE(a_blank_form_is_the_template_with_its_prompts)
{
    PrintedDossier printed(QJsonObject{});
    const QString text = rawText(printed.pdf());
    const QString notice = withoutBlanks(QString::fromUtf8(readFile(dataFile(u"notice.txt"_s))));
    for (const Section& section : printed.pack.sections) {
        if (section.print.isEmpty())
            continue;
        BOOST_TEST(text.contains(withoutBlanks(section.number + u'、' + section.title)));
        for (const Field& field : section.fields) {
            if (!field.printed || field.prompt.isEmpty() || field.type == FieldType::Links || field.type == FieldType::Text)
                continue;
            BOOST_TEST(text.contains(withoutBlanks(field.prompt)), field.id.toStdString());
        }
        BOOST_TEST(text.contains(withoutBlanks(section.fixedText)));
        BOOST_TEST(notice.contains(withoutBlanks(section.fixedText)));
    }
    BOOST_TEST(text.contains(u"第一阶段年月至年月第二阶段年月至年月……"_s));
    BOOST_TEST(!text.contains(u"■"_s));
}

BOOST_AUTO_TEST_CASE(a_filled_form_prints_no_prompts)
{
    PrintedDossier printed(QJsonObject{{u"org_name"_s, u"甲研究院"_s}});
    const QString text = rawText(printed.pdf());
    BOOST_TEST(!text.contains(u"规范填写依托单位全称"_s));
    BOOST_TEST(text.contains(u"同意推荐甲研究院申报"_s));
}

BOOST_AUTO_TEST_CASE(both_opinions_stand_on_one_page_with_room_for_pen_and_seal)
{
    const PrintedDossier printed(sampleValues());
    const QList<SignatureFieldPlan>& fields = printed.paper.signatureFields;
    BOOST_TEST(fields.size() == 5);
    QSet<QString> names;
    for (const SignatureFieldPlan& field : fields) {
        names << field.name;
        BOOST_TEST(field.page == fields.first().page);
        BOOST_TEST(field.rectMm.width() >= 50);
        BOOST_TEST(field.rectMm.height() >= 50);
        for (const Block& block : printed.paper.pages.at(field.page).footer)
            BOOST_TEST(!block.rect.intersects(field.rectMm));
        for (const SignatureFieldPlan& other : fields)
            BOOST_TEST((other.name == field.name || !other.rectMm.intersects(field.rectMm)));
    }
    BOOST_CHECK((names == QSet<QString>{u"Applicant"_s, u"Recommender1"_s, u"Recommender2"_s, u"Recommender3"_s, u"Recommender4"_s}));
}

BOOST_AUTO_TEST_CASE(joint_bodies_are_named_each_in_a_block_of_its_own)
{
    const QJsonArray bodies{u"中国光学学会"_s, u"中国电子学会"_s, u"中国通信学会"_s};
    const PrintedDossier printed(with(sampleValues(), u"joint_recommenders"_s, bodies));
    const Page& page = printed.paper.pages.at(printed.paper.signatureFields.first().page);
    const auto count = std::count_if(page.blocks.begin(), page.blocks.end(),
                                     [](const Block& block) { return block.text == u"推荐单位负责人（签名）："; });
    BOOST_TEST(count == 4);
    for (const QJsonValue& body : bodies)
        BOOST_CHECK(std::any_of(page.blocks.begin(), page.blocks.end(),
                                [&](const Block& block) { return block.text == body.toString(); }));
}

BOOST_AUTO_TEST_CASE(a_long_name_of_a_body_keeps_inside_its_block)
{
    const QString body = u"中国国际科学技术与工程教育合作交流促进会联合会筹备工作委员会办公室"_s;
    PrintedDossier printed(with(sampleValues(), u"joint_recommenders"_s, QJsonArray{body, u"中国电子学会"_s}));
    BOOST_TEST(rawText(printed.pdf()).contains(body));
    const Page& page = printed.paper.pages.at(printed.paper.signatureFields.first().page);
    QList<QRectF> taken;
    for (const Block& block : page.blocks) {
        if (block.kind != Block::Kind::Text)
            continue;
        BOOST_TEST(printed.shaper.width(block.text, block.style) <= block.rect.width() + 0.1, block.text.toStdString());
        for (const QRectF& other : std::as_const(taken))
            BOOST_TEST(!other.intersects(block.rect.adjusted(0.1, 0.1, -0.1, -0.1)), block.text.toStdString());
        taken << block.rect;
    }
}

BOOST_AUTO_TEST_CASE(no_word_of_a_name_or_a_telephone_number_is_broken)
{
    const QJsonArray experts{QJsonObject{{u"name"_s, u"Hirisave-Krishnamurthyrajan"_s}}};
    QJsonObject values = with(sampleValues(), u"overseas_experts"_s, experts);
    values = with(with(values, u"contact_phone"_s, u"0728-3200000-6018"_s), u"contact_email"_s, u"linyuan@guangdian.example.cn"_s);
    const PrintedDossier printed(values);
    QStringList lines;
    for (const Page& page : printed.paper.pages) {
        for (const Block& block : page.blocks)
            lines << block.text;
    }
    BOOST_TEST(lines.contains(u"Krishnamurthyrajan"_s));
    BOOST_TEST(lines.contains(u"0728-3200000-6018"_s));
    BOOST_TEST(lines.contains(u".example.cn"_s));
}

BOOST_AUTO_TEST_CASE(a_cell_of_5000_characters_runs_on_over_pages_with_its_heading)
{
    QString text;
    for (int i = 0; text.size() < 5000; ++i)
        text += u"第%1句说明基地建设的基础条件。"_s.arg(i);
    const PrintedDossier printed(with(sampleValues(), u"hardware"_s, text));
    BOOST_TEST(printed.textOf(u"hardware"_s) == text);
    checkInsidePages(printed.paper);
    int repeated = 0;
    for (const Page& page : printed.paper.pages) {
        for (const Block& block : page.blocks)
            repeated += block.text == u"四、软硬件条件（不具备的项可不填）（续）" ? 1 : 0;
    }
    BOOST_TEST(repeated >= 4);
}

BOOST_AUTO_TEST_CASE(sixty_experts_and_twelve_phases_repeat_their_header_rows)
{
    QJsonArray experts;
    for (int i = 0; i < 60; ++i)
        experts << QJsonObject{{u"name"_s, u"专家%1"_s.arg(i)}, {u"title"_s, u"研究员"_s}, {u"full_time"_s, i % 2 == 0}};
    QJsonArray phases;
    for (int i = 0; i < 12; ++i)
        phases << QJsonObject{{u"goal"_s, u"完成第%1批任务。"_s.arg(i + 1)}, {u"from"_s, u"2022-06"_s}, {u"to"_s, u"2022-07"_s}};
    PrintedDossier printed(with(with(sampleValues(), u"domestic_experts"_s, experts), u"stages"_s, phases));
    const QString text = rawText(printed.pdf());
    for (int i = 0; i < 60; ++i)
        BOOST_TEST(text.contains(u"专家%1研究员%2"_s.arg(i).arg(i % 2 == 0 ? u"是"_s : u"否"_s)));
    BOOST_TEST(text.contains(u"第十二阶段完成第12批任务。2022年6月至2022年7月"_s));
    BOOST_TEST(text.count(u"姓名职务/职称/职衔是否专职"_s) >= 3);
    checkInsidePages(printed.paper);
}

BOOST_AUTO_TEST_CASE(a_word_longer_than_its_cell_is_broken_and_nothing_is_lost)
{
    const QString word(300, u'W');
    const PrintedDossier printed(with(with(sampleValues(), u"org_name"_s, word), u"contact_email"_s, word));
    BOOST_TEST(printed.textOf(u"contact_email"_s) == word);
    checkInsidePages(printed.paper);
}

BOOST_AUTO_TEST_CASE(a_change_touches_the_fingerprints_of_its_pages_only)
{
    const PrintedDossier before(sampleValues());
    const PrintedDossier after(with(sampleValues(), u"contact_name"_s, u"林远之"_s));
    const QStringList was = fingerprints(before.paper);
    const QStringList is = fingerprints(after.paper);
    BOOST_TEST(was.size() == is.size());
    BOOST_TEST(was.first() != is.first());
    BOOST_TEST(was.mid(1) == is.mid(1));
}

BOOST_AUTO_TEST_CASE(watermark_and_footer_stay_out_of_the_fingerprint_and_the_watermark_out_of_the_text)
{
    PrintedDossier draft(sampleValues(), true);
    PrintedDossier final(sampleValues(), false);
    BOOST_TEST(fingerprints(draft.paper) == fingerprints(final.paper));
    BOOST_TEST(draft.pdf().size() > final.pdf().size());
    BOOST_TEST(rawText(draft.pdf()) == rawText(final.pdf()));
}

BOOST_AUTO_TEST_CASE(the_same_dossier_gives_the_same_bytes)
{
    PrintedDossier one(sampleValues());
    PrintedDossier two(sampleValues());
    const auto withoutDate = [](QByteArray pdf) {
        const qsizetype at = pdf.indexOf("/CreationDate");
        return at < 0 ? pdf : pdf.remove(at, pdf.indexOf('\n', at) - at);
    };
    BOOST_CHECK(withoutDate(one.pdf()) == withoutDate(two.pdf()));
}

BOOST_AUTO_TEST_CASE(a_character_that_no_font_has_is_named)
{
    const PrintedDossier printed(with(sampleValues(), u"address"_s, u"甲\U0010FFFD乙"_s));
    BOOST_TEST(printed.paper.missingCharacters == QStringList{u"U+10FFFD"_s});
}

BOOST_AUTO_TEST_SUITE_END()
