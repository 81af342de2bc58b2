// SPDX-License-Identifier: Apache-2.0
#include "ui/finalise/changed_pages.h"

#include "model/dossier/page_choice.h"
#include "model/procedure/correction_statement.h"
#include "model/procedure/final_paper.h"
#include "ui/desk/aside.h"
#include "ui/finalise/scan_dialog.h"
#include "ui/print/print_paper.h"
#include "ui/style/language.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

QString numbersOf(const QList<PageChange>& pages, const std::function<bool(const PageChange&)>& wanted)
{
    QList<int> numbers;
    for (const PageChange& page : pages)
        if (wanted(page))
            numbers << page.page - 1;
    return numbers.isEmpty() ? say(u"无", u"none") : pageChoice(numbers);
}

bool bearsSignature(const PageMap& map, int page)
{
    const QList<SignatureArea>& areas = map.pages.at(page - 1).areas;
    return std::any_of(areas.begin(), areas.end(), [](const SignatureArea& area) { return area.role == u"applicant"; });
}

} // namespace

ChangedPages::ChangedPages(DossierSession& session, QWidget* parent)
    : StepPage(session, say(u"与上一次定稿相比", u"Against the last final revision"), parent, TextStyle::Strong), m_words(addText({})), m_work(new BackgroundWork(this))
{
    setObjectName(u"changedPages"_s);
    m_words->setObjectName(u"changedWords"_s);
    QBoxLayout* const row = addRow();
    addButton(row, "printStatement", say(u"打印更正说明…", u"Print the correction statement…"), [this] { printStatement(); });
    addButton(row, "saveStatement", say(u"存为 PDF…", u"Save as PDF…"), [this] { saveStatement(); });
    addButton(addRow(), "takeStatementIn", say(u"放入签好的更正说明…", u"Take the signed statement in…"), [this] { takeStatementIn(); });
    m_kept = addText({}, true);
    m_kept->setObjectName(u"statementKept"_s);
}

void ChangedPages::refresh(const QList<RouteStep>&)
{
    const int earlier = session().open().earlierFinalRevision();
    setVisible(earlier > 0);
    if (earlier == 0)
        return;
    const auto statement = session().open().writtenDown(record::correction);
    m_kept->setText(statement ? say(text(u"已收入更正说明（%1）。", u"The statement is here (%1).").arg(statement->day.toString(Qt::ISODate))) : QString());
    m_kept->setVisible(statement.has_value());
    if (m_compared != session().dossier().revision && !m_work->isBusy())
        compare();
}

void ChangedPages::compare()
{
    m_compared = session().dossier().revision;
    const QString now = session().open().finalPaper(waiting(say(u"正在制作定稿…", u"Making the final paper…")));
    const QString before = session().open().keptPaper(KeptRevision::Occasion::Finalise, session().open().earlierFinalRevision());
    if (before.isEmpty()) {
        m_words->setText(say(u"上一次定稿没有留存文件，无法逐页比较：请全部重新打印、签章。", u"No paper of the last final revision is kept: print and sign all pages anew."));
        return;
    }
    m_words->setText(say(u"正在逐页比较…", u"Comparing the pages…"));
    m_work->start([this, before, now](const WorkControl&) {
        const PageMap map = readPageMap(now);
        const QString words = wordsOn(comparePages(readPageMap(before), map), map);
        return [this, words] { m_words->setText(words); };
    });
}

QString ChangedPages::wordsOn(const QList<PageChange>& pages, const PageMap& map)
{
    const auto isGood = [](const PageChange& page) { return page.staysGood(); };
    const auto isNew = [](const PageChange& page) { return !page.staysGood(); };
    const auto signedBefore = [&](const PageChange& page) { return page.staysGood() && bearsSignature(map, page.page); };
    const auto signAnew = [&](const PageChange& page) { return !page.staysGood() && bearsSignature(map, page.page); };
    QString words = say(text(u"内容没有变的页：%1\n须重新打印的页：%2", u"Pages that are the same: %1\nto be printed anew: %2")
                            .arg(numbersOf(pages, isGood), numbersOf(pages, isNew)));
    if (std::any_of(pages.begin(), pages.end(), signAnew))
        words += say(text(u"\n须重新签字盖章的页：%1", u"\nto be signed and sealed anew: %1").arg(numbersOf(pages, signAnew)));
    if (std::any_of(pages.begin(), pages.end(), signedBefore))
        words += say(text(u"\n签章页（第 %1 页）本页内容没有变，但它是为上一稿签的：请重新打印、签章；或沿用它，另附签章的更正说明。",
                          u"\nThe signature page (%1) says the same, but was signed for the last revision: print and sign it anew, or keep it and add a signed "
                          u"correction statement.")
                         .arg(numbersOf(pages, signedBefore)));
    return words;
}

QString ChangedPages::writeStatement(const QString& folder)
{
    const QString path = folder + u"/correction.pdf"_s;
    const QString now = session().open().finalPaper(waiting(say(u"正在制作定稿…", u"Making the final paper…")));
    const QString before = session().open().keptPaper(KeptRevision::Occasion::Finalise, session().open().earlierFinalRevision());
    aside(this, say(u"正在制作更正说明…", u"Making the statement…"), [&] { writeCorrection(before, now, path); });
    return path;
}

void ChangedPages::printStatement()
{
    const auto folder = std::make_shared<QTemporaryDir>();
    PrintOffer offer;
    offer.file = writeStatement(folder->path());
    offer.title = say(u"更正说明", u"Correction statement");
    offer.keep = folder;
    printPaper(this, session().dialogs(), offer);
}

void ChangedPages::saveStatement()
{
    const QTemporaryDir folder;
    saveCopy(writeStatement(folder.path()), fileName(say(u"更正说明", u"correction statement")));
}

void ChangedPages::takeStatementIn()
{
    const QTemporaryDir folder;
    ScanDialog dialog(session(), say(u"放入签好的更正说明", u"Take the signed statement in"), writeStatement(folder.path()), this);
    if (session().dialogs().run(dialog))
        writeDown(record::correction, session().workspace().operators().current().name, QDate::currentDate(),
                  {{u"from"_s, session().open().earlierFinalRevision()}, {u"to"_s, session().dossier().revision}}, dialog.closed());
}

} // namespace jz::ui
