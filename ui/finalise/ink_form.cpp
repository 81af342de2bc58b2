// SPDX-License-Identifier: Apache-2.0
#include "ui/finalise/ink_form.h"

#include "model/procedure/seal_request.h"
#include "ui/desk/aside.h"
#include "ui/finalise/scan_tray.h"
#include "ui/print/print_paper.h"
#include "ui/style/language.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

InkForm::InkForm(DossierSession& session, QWidget* parent)
    : StepPage(session, say(u"① 打印定稿", u"① Print the final paper"), parent, TextStyle::Strong), m_tray(new ScanTray(session, this)), m_viewer(new OutsideViewer(this))
{
    setObjectName(u"inkForm"_s);
    addText(say(u"按 100% 打印，不要缩放：页上的二维码用来给扫描件排页。", u"Print at 100 %, not fitted to the page: the codes on it sort the scans."), true);
    QBoxLayout* const row = addRow();
    addButton(row, "printFinal", say(u"打印…", u"Print…"), [this] { print(); }, true);
    addButton(row, "printSealRequest", say(u"打印用印呈批单…", u"Print the request for the seal…"), [this] { printSealRequest(); });
    QBoxLayout* const files = addRow();
    addButton(files, "saveFinal", say(u"存为 PDF…", u"Save as PDF…"), [this] { saveCopy(paper(), fileName(say(u"定稿", u"final"))); });
    addButton(files, "openFinal", say(u"用系统阅读器打开", u"Open in the system's viewer"),
              [this] { m_viewer->open(paper(), fileName(say(u"定稿", u"final"))); });
    addHeading(say(u"② 负责人签名，再盖单位公章", u"② The leader signs, then the unit's seal"));
    addText(say(u"签名、日期用黑色或蓝黑色笔手写；公章盖在签名处，骑缝章不要盖住二维码。", u"Sign and date by hand in black or blue-black; the seal goes beside the signature, and off the codes."), true);
    addHeading(say(u"③ 扫描，放入扫描件", u"③ Scan it and take the scan in"));
    addText(say(u"用彩色扫描，200 dpi 以上；也可以用手机拍，四角都要拍到。", u"In colour, 200 dpi or more; a photo will do when all four corners are on it."), true);
    column()->addWidget(m_tray);
    m_tray->setPaper([this] { return paper(); });
    connect(m_tray, &ScanTray::takenIn, this, [this](const QString& closed) { Q_EMIT finished(closed); });
}

void InkForm::refresh(const QList<RouteStep>&) {}

void InkForm::setGate(std::function<void()> gate)
{
    m_tray->setGate(std::move(gate));
}

void InkForm::forget()
{
    m_tray->clear();
}

QString InkForm::paper()
{
    return session().open().finalPaper(waiting(say(u"正在制作定稿…", u"Making the final paper…")));
}

void InkForm::print()
{
    PrintOffer offer;
    offer.file = paper();
    offer.title = say(u"定稿", u"Final paper");
    printPaper(this, session().dialogs(), offer);
}

void InkForm::printSealRequest()
{
    const auto folder = std::make_shared<QTemporaryDir>();
    SealRequest request;
    request.paper = paper();
    request.person = session().workspace().operators().current().name;
    const QString path = folder->filePath(u"seal-request.pdf"_s);
    aside(this, say(u"正在制作用印呈批单…", u"Making the request…"), [&] { writeSealRequest(request, path); });
    PrintOffer offer;
    offer.file = path;
    offer.title = say(u"用印呈批单", u"Request for the seal");
    offer.keep = folder;
    printPaper(this, session().dialogs(), offer);
}

} // namespace jz::ui
