// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/finalise/finalise_window.h"

#include "model/procedure/final_paper.h"
#include "model/procedure/office_route.h"
#include "tests/support/boost_test.h"

#include <QAction>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

namespace jz::test {

using namespace Qt::StringLiterals;

void FinaliseWindow::openRoute()
{
    open(sampleDossier(u"sample-values.json"_s));
    find<QAction>(desk(), u"finalising"_s).trigger();
}

void FinaliseWindow::openFinal()
{
    open(sampleDossier(u"sample-values.json"_s));
    for (const QLatin1StringView kind : {record::preReview, record::confidentiality}) {
        Record record;
        record.kind = kind;
        record.who = u"李四"_s;
        session().open().writeDown(record);
    }
    session().open().finalise();
    find<QAction>(desk(), u"finalising"_s).trigger();
}

RouteStep FinaliseWindow::station(RouteStep::Kind kind)
{
    return routeOf(*workspace, session().open(), session().findings()).at(int(kind));
}

void FinaliseWindow::fillLine(const QString& name, const QString& words)
{
    auto& line = find<QLineEdit>(view(), name);
    BOOST_REQUIRE_MESSAGE(line.isVisible() && line.isEnabled(), name.toStdString() << " cannot be filled in");
    line.setFocus();
    line.selectAll();
    type(window(), words);
}

void FinaliseWindow::clickButton(const QString& name)
{
    click(find<QPushButton>(view(), name));
}

QString FinaliseWindow::said() const
{
    const auto* const bar = const_cast<FinaliseWindow*>(this)->bar().message();
    return bar ? bar->text : QString();
}

int FinaliseWindow::signedPage(const QString& paper)
{
    const PageMap map = readPageMap(paper.isEmpty() ? finalPaper() : paper);
    for (int page = 1; page <= map.pages.size(); ++page)
        for (const SignatureArea& area : map.pages.at(page - 1).areas)
            if (area.role == u"applicant")
                return page;
    BOOST_FAIL("no page is to be signed");
    return 0;
}

QString FinaliseWindow::scan(int page, double degrees, const QString& paper)
{
    const QString pdf = paper.isEmpty() ? finalPaper() : paper;
    const QImage image = laidAskew(inkedSamplePage(pdf, readPageMap(pdf), page, {true, true, 150}), degrees);
    const QString path = folder.file(u"扫描%1.jpg"_s.arg(++m_scans));
    BOOST_REQUIRE(image.save(path, "JPG", 85));
    return path;
}

QString FinaliseWindow::scanWithoutCode(int page)
{
    const PageMap map = readPageMap(finalPaper());
    QImage image = inkedSamplePage(finalPaper(), map, page, {true, true, 150});
    QPainter painter(&image);
    painter.scale(image.width() / map.pages.at(page - 1).size.width(), image.height() / map.pages.at(page - 1).size.height());
    painter.fillRect(map.pages.at(page - 1).codeRect.adjusted(-2, -2, 2, 2), Qt::white);
    painter.end();
    const QString path = folder.file(u"无码%1.jpg"_s.arg(++m_scans));
    BOOST_REQUIRE(image.save(path, "JPG", 85));
    return path;
}

} // namespace jz::test
