// SPDX-License-Identifier: Apache-2.0
#include "ui/print/print_plan.h"

#include "model/base/error.h"
#include "model/base/output_file.h"
#include "model/pdf/page_raster.h"

#include <QPainter>
#include <QPrinter>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double mostDots = 600;       ///< an inch
constexpr double mostPixels = 24e6;    ///< of one page: A4 at about 500 dots an inch, 100 MB of memory
constexpr double mmPerInch = 25.4;
constexpr double slackMm = 1;          ///< pages that are A4 but for rounding are not shrunk

Error notPrinted(const QString& printer)
{
    return Error(ErrorCode::NotWritable,
                 LocalizedText{u"打印机“%1”没有接受打印任务。请检查它是否开机、联机、有纸，或换一台打印机再试。"_s,
                               u"The printer “%1” did not take the job. Check that it is on, connected and has paper, or use another one."_s}
                     .arg(printer),
                 printer);
}

/// How often a page that was counted once goes to the printer.
int repeats(const PrintPlan& plan, const QPrinter& printer)
{
    return printer.supportsMultipleCopies() ? 1 : plan.copies;
}

/// Brings pages to a printer, one after the other.
class Press
{
public:
    Press(const PrintPlan& plan, const QString& pdf) : m_plan(plan), m_raster(plan.file), m_printer(QPrinter::HighResolution)
    {
        m_raster.showFields();
        if (plan.printer.isEmpty()) {
            m_printer.setOutputFormat(QPrinter::PdfFormat);
            m_printer.setOutputFileName(pdf);
            m_printer.setResolution(int(mostDots));
        } else {
            m_printer.setPrinterName(plan.printer);
        }
        m_printer.setFullPage(true);
        m_printer.setPageSize(QPageSize(QPageSize::A4));
        m_printer.setPageOrientation(QPageLayout::Portrait);
        m_printer.setPageMargins(QMarginsF());
        m_printer.setDuplex(plan.bothSides ? QPrinter::DuplexLongSide : QPrinter::DuplexNone);
        if (m_printer.supportsMultipleCopies()) {
            m_printer.setCollateCopies(true);
            m_printer.setCopyCount(plan.copies);
        }
    }

    /// Whether it came to its end.
    bool run(const WorkControl& control)
    {
        if (!m_painter.begin(&m_printer))
            throw notPrinted(m_plan.printer);
        m_painter.setRenderHint(QPainter::LosslessImageRendering);
        m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const int copies = repeats(m_plan, m_printer);
        const int total = copies * int(m_plan.pages.size());
        for (int done = 0; done < total; ++done) {
            if (control.isCancelled && control.isCancelled())
                return false;
            if (control.progress)
                control.progress(done, total);
            if (done > 0)
                turn(done % m_plan.pages.size() == 0);
            drawPage(m_plan.pages.at(done % m_plan.pages.size()));
        }
        if (!m_painter.end())
            throw notPrinted(m_plan.printer);
        return true;
    }

private:
    void turn(bool newCopy)
    {
        const bool leftSide = newCopy && m_plan.bothSides && m_plan.pages.size() % 2 != 0;
        for (int i = 0; i < (leftSide ? 2 : 1); ++i)
            if (!m_printer.newPage())
                throw notPrinted(m_plan.printer);
    }

    void drawPage(int page)
    {
        const QSizeF mm = m_raster.pageMm(page);
        const double dots = std::min({mostDots, double(m_printer.resolution()),
                                      std::sqrt(mostPixels / (mm.width() / mmPerInch * mm.height() / mmPerInch))});
        QImage picture = m_raster.draw(page, (mm * dots / mmPerInch).toSize());
        QSizeF size = mm;
        if (size.width() > size.height()) {
            picture = picture.transformed(QTransform().rotate(90));
            size.transpose();
        }
        const QSizeF sheet = QPageSize(QPageSize::A4).size(QPageSize::Millimeter);
        if (size.width() > sheet.width() + slackMm || size.height() > sheet.height() + slackMm)
            size.scale(sheet, Qt::KeepAspectRatio);
        const double unit = m_printer.resolution() / mmPerInch;
        const QPointF corner((sheet.width() - size.width()) / 2, (sheet.height() - size.height()) / 2);
        m_painter.drawImage(QRectF(corner * unit, size * unit), picture);
    }

    const PrintPlan& m_plan;
    PageRaster m_raster;
    QPrinter m_printer;
    QPainter m_painter; ///< ends before its printer
};

} // namespace

int sheetsOf(const PrintPlan& plan)
{
    const int pages = int(plan.pages.size());
    return plan.copies * (plan.bothSides ? (pages + 1) / 2 : pages);
}

void printPages(const PrintPlan& plan, const WorkControl& control)
{
    if (!plan.printer.isEmpty()) {
        Press(plan, {}).run(control);
        return;
    }
    const QTemporaryDir scratch;
    const QString made = scratch.filePath(u"print.pdf"_s);
    if (!Press(plan, made).run(control))
        return;
    QFile pages(made);
    if (!pages.open(QIODevice::ReadOnly))
        throw notPrinted(plan.pdf);
    OutputFile out(plan.pdf);
    while (!pages.atEnd())
        out.write(pages.read(1 << 20));
    out.commit();
}

} // namespace jz::ui
