// SPDX-License-Identifier: Apache-2.0
#include "model/print/authorisation_paper.h"

#include "model/print/dossier_paper.h"
#include "model/print/page_code.h"
#include "model/print/page_footer.h"
#include "model/print/paper_parts.h"
#include "model/print/table_layout.h"

namespace jz {

using namespace Qt::StringLiterals;
using namespace FormStyle;

namespace {

constexpr double labelShare = 0.3; ///< of the table's width

PaperWords wordsOf(const CallPack& pack)
{
    return {pack, u"authorisation"_s};
}

QString intro(const AuthorisationContent& content, const PaperWords& words)
{
    QString text = words(u"intro"_s, u"兹授权下列人员代表{unit}签署《{paper}》（编号 {id}）第 {revision} 稿及其更正材料。"_s);
    const QString id = shortId(content.dossier);
    return text.replace(u"{unit}"_s, content.unit)
        .replace(u"{paper}"_s, content.subject)
        .replace(u"{id}"_s, id.left(5) + u'-' + id.mid(5))
        .replace(u"{revision}"_s, QString::number(content.revision));
}

Row pair(const QString& name, const QString& content, double width)
{
    const double left = width * labelShare;
    Row row;
    row.cells << Cell{0, left, {{name, label, {}}}, true} << Cell{left, width - left, {{content, value, {}}}, false};
    return row;
}

TableSection people(const AuthorisationContent& content, const PaperWords& words, double width)
{
    RowGroup group;
    group.rows << pair(words.column(0, u"单位负责人"_s), content.head, width) << pair(words.column(1, u"被授权人姓名"_s), content.deputy, width)
               << pair(words.column(2, u"被授权人职务"_s), content.position, width)
               << pair(words.column(3, u"被授权人签名样式"_s), u"\n\n"_s, width);
    const QString heading = words(u"heading"_s, u"授权事项"_s);
    return {heading, heading, {group}, false};
}

} // namespace

QString authorisationTitle(const CallPack& pack)
{
    return wordsOf(pack)(u"title"_s, u"授权书"_s);
}

Paper layoutAuthorisation(const AuthorisationContent& content, TextShaper& shaper)
{
    Paper paper;
    const PaperWords words = wordsOf(content.pack);
    const PageArea area = formArea(content.pack);
    const double top = addPaperHead(paper, authorisationTitle(content.pack), intro(content, words), area.area, shaper);
    TableLayout layout(shaper, paper, area, top);
    layout.add({people(content, words, area.area.width()), leaderSection(words, u"授权单位"_s, u"被授权人在授权范围内签署的文件，本单位予以承认。"_s, area.area.width(), shaper)});
    layout.finish();
    finishPaper(paper, {content.id, content.revision, content.dataFingerprint, content.pack.print.value(u"footer"_s).toObject()}, shaper);
    return paper;
}

} // namespace jz
