// SPDX-License-Identifier: Apache-2.0
#include "ui/print/print_paper.h"

#include "model/pdf/page_raster.h"
#include "ui/desk/aside.h"
#include "ui/desk/guarded.h"
#include "ui/desk/message_bar.h"
#include "ui/style/language.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

const QString topic = u"print"_s;

void tell(const QWidget* over, const BarMessage& message)
{
    if (MessageBar* const bar = MessageBar::of(over))
        bar->show(message);
}

/// Says in the message bar how the job goes on.
void narrate(PrintJob* job, QWidget* over, const QString& title)
{
    const bool toPaper = !job->plan().printer.isEmpty();
    QObject::connect(job, &PrintJob::progressed, over, [job = QPointer(job), over, title](int done, int total) {
        tell(over, {BarMessage::Kind::Hint,
                    say(text(u"正在打印“%1”：第 %2/%3 页", u"Printing “%1”: page %2 of %3").arg(title, QString::number(done + 1), QString::number(total))),
                    {},
                    {{say(u"停止打印", u"Stop printing"),
                      [job] {
                          if (job)
                              job->cancel();
                      }}},
                    topic});
    });
    QObject::connect(job, &PrintJob::printed, over, [over, title, toPaper, pdf = job->plan().pdf] {
        tell(over, {BarMessage::Kind::Good,
                    toPaper ? say(text(u"“%1”已交给打印机。", u"“%1” was handed to the printer.").arg(title))
                            : say(text(u"供打印的 PDF 已存为“%1”。它只有图像，不能报送。", u"The PDF for printing is “%1”. It holds pictures only: do not hand it in.")
                                      .arg(QDir::toNativeSeparators(pdf))),
                    {},
                    {},
                    topic});
    });
    QObject::connect(job, &PrintJob::cancelled, over, [over, title, toPaper] {
        tell(over, {BarMessage::Kind::Hint,
                    toPaper ? say(text(u"已停止打印“%1”；已交给打印机的页仍会印出。", u"Stopped printing “%1”; pages that the printer has already will come out.").arg(title))
                            : say(text(u"已停止，没有存 PDF。", u"Stopped; no PDF was saved.")),
                    {},
                    {},
                    topic});
    });
    QObject::connect(job, &PrintJob::failed, over, [over](const Error& why) {
        if (MessageBar* const bar = MessageBar::of(over))
            bar->clear(topic);
        guarded(over, [&] { throw why; });
    });
}

} // namespace

PrintJob* printPaper(QWidget* over, Dialogs& dialogs, const PrintOffer& offer)
{
    int pages = 0;
    aside(over, say(u"正在准备打印…", u"Getting ready to print…"), [&] { pages = PageRaster(offer.file).pageCount(); });
    const QString title = offer.title.isEmpty() ? QFileInfo(offer.file).completeBaseName() : offer.title;
    PrintOffer titled = offer;
    titled.title = title;
    PrintDialog dialog(titled, pages, over);
    if (!dialogs.run(dialog))
        return nullptr;
    PrintPlan plan = dialog.plan();
    if (plan.printer.isEmpty())
        plan.pdf = dialogs.saveFile(over, {say(u"供打印的 PDF 存到哪里", u"Where to put the PDF for printing"), u"PDF (*.pdf)"_s,
                                           say(text(u"%1-打印.pdf", u"%1-print.pdf").arg(title))});
    if (plan.printer.isEmpty() && plan.pdf.isEmpty())
        return nullptr;
    auto* const job = new PrintJob(plan, over);
    narrate(job, over, title);
    const auto end = [job, keep = offer.keep] { job->deleteLater(); };
    QObject::connect(job, &PrintJob::printed, job, end);
    QObject::connect(job, &PrintJob::cancelled, job, end);
    QObject::connect(job, &PrintJob::failed, job, end);
    return job;
}

} // namespace jz::ui
