// SPDX-License-Identifier: Apache-2.0
#include "ui/print/print_dialog.h"

#include "model/base/counted_text.h"
#include "model/dossier/page_choice.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPrinterInfo>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <numeric>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCopies = 99;

} // namespace

PrintDialog::PrintDialog(const PrintOffer& offer, int pages, QWidget* parent)
    : QDialog(parent), m_offer(offer), m_count(pages), m_printer(new QComboBox(this)), m_copies(new QSpinBox(this)), m_which(new QComboBox(this)),
      m_pages(new QLineEdit(this)), m_bothSides(new QCheckBox(say(u"双面打印（沿长边翻转）", u"Both sides (turned over the long edge)"), this)),
      m_summary(new WrappedLabel(this)), m_print(new QPushButton(this))
{
    setObjectName(u"printDialog"_s);
    setWindowTitle(say(u"打印", u"Print"));
    addPrinters();
    addPages();
    m_copies->setObjectName(u"copies"_s);
    m_copies->setAccessibleName(say(u"份数", u"Copies"));
    m_copies->setAccessibleDescription(say(u"每份都从第一页印到最后一页", u"Each from its first to its last page"));
    m_copies->setRange(1, mostCopies);
    m_copies->setValue(offer.copies);
    m_bothSides->setObjectName(u"bothSides"_s);
    m_summary->setObjectName(u"printSummary"_s);
    m_print->setObjectName(u"print"_s);
    m_print->setProperty("primary", true);
    m_print->setDefault(true);
    build();
    connect(m_printer, &QComboBox::currentIndexChanged, this, &PrintDialog::follow);
    connect(m_copies, &QSpinBox::valueChanged, this, &PrintDialog::follow);
    connect(m_which, &QComboBox::currentIndexChanged, this, &PrintDialog::follow);
    connect(m_pages, &QLineEdit::textChanged, this, &PrintDialog::follow);
    connect(m_bothSides, &QCheckBox::toggled, this, &PrintDialog::follow);
    follow();
}

void PrintDialog::addPrinters()
{
    m_printer->setObjectName(u"printer"_s);
    m_printer->setAccessibleName(say(u"打印机", u"Printer"));
    m_printer->setAccessibleDescription(say(u"本机的打印机，或存为 PDF", u"Printers of this computer, or a PDF"));
    const QStringList names = QPrinterInfo::availablePrinterNames();
    for (const QString& name : names)
        m_printer->addItem(name, name);
    m_printer->addItem(say(u"存为 PDF，拿到打印店打印…", u"A PDF for a print shop…"), QString());
    m_printer->setCurrentIndex(qMax(0, int(names.indexOf(QPrinterInfo::defaultPrinterName()))));
    const QPrinterInfo usual = QPrinterInfo::defaultPrinter();
    m_bothSides->setChecked(!usual.isNull() && usual.defaultDuplexMode() == QPrinter::DuplexLongSide);
}

void PrintDialog::addPages()
{
    m_which->setObjectName(u"whichPages"_s);
    m_which->setAccessibleName(say(u"打印哪些页", u"Which pages"));
    m_which->setAccessibleDescription(say(u"全部、当前页，或写明页码", u"All, this one, or by their numbers"));
    m_pages->setAccessibleDescription(say(u"如 1-3,5", u"e.g. 1-3,5"));
    m_which->addItem(say(counted(u"全部 %1 页", u"All %1 {page|pages}").arg(QString::number(m_count))), All);
    if (m_offer.current >= 0)
        m_which->addItem(say(text(u"当前页（第 %1 页）", u"This page (%1)").arg(QString::number(m_offer.current + 1))), Current);
    m_which->addItem(say(u"指定的页", u"These pages"), Typed);
    m_pages->setObjectName(u"pages"_s);
    m_pages->setAccessibleName(say(u"页码", u"Page numbers"));
    m_pages->setPlaceholderText(say(u"如 1-3,5", u"e.g. 1-3,5"));
    if (!m_offer.pages.isEmpty()) {
        m_which->setCurrentIndex(m_which->count() - 1);
        m_pages->setText(pageChoice(m_offer.pages));
    }
}

void PrintDialog::build()
{
    auto* const title = new WrappedLabel(m_offer.title, this);
    title->setFont(Theme::font(TextStyle::Strong));
    auto* const form = new QFormLayout;
    form->setVerticalSpacing(Theme::space(2));
    form->addRow(say(u"打印机", u"Printer"), m_printer);
    form->addRow(say(u"页", u"Pages"), m_which);
    form->addRow(QString(), m_pages);
    form->addRow(say(u"份数", u"Copies"), m_copies);
    form->addRow(QString(), m_bothSides);
    m_bothSides->ensurePolished();
    m_bothSides->setMinimumHeight(m_bothSides->sizeHint().height()); // the style counts its box alone, without the focus ring
    auto* const buttons = new QDialogButtonBox(this);
    buttons->addButton(m_print, QDialogButtonBox::AcceptRole);
    buttons->addButton(say(u"取消", u"Cancel"), QDialogButtonBox::RejectRole)->setObjectName(u"cancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(5), Theme::space(5), Theme::space(5), Theme::space(4));
    layout->setSpacing(Theme::space(3));
    layout->addWidget(title);
    layout->addLayout(form);
    layout->addWidget(m_summary);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(Theme::space(110));
}

PrintPlan PrintDialog::plan() const
{
    PrintPlan plan;
    plan.file = m_offer.file;
    plan.copies = m_copies->value();
    plan.bothSides = m_bothSides->isChecked();
    plan.printer = m_printer->currentData().toString();
    switch (m_which->currentData().toInt()) {
    case Current:
        plan.pages = {m_offer.current};
        break;
    case Typed:
        if (!m_pages->text().trimmed().isEmpty())
            plan.pages = choosePages(m_pages->text(), m_count).pages;
        break;
    default:
        plan.pages.resize(m_count);
        std::iota(plan.pages.begin(), plan.pages.end(), 0);
    }
    return plan;
}

void PrintDialog::follow()
{
    const PrintPlan wanted = plan();
    const bool toPaper = !wanted.printer.isEmpty();
    const bool readable = !wanted.pages.isEmpty();
    m_pages->setVisible(m_which->currentData().toInt() == Typed);
    m_print->setText(toPaper ? say(u"打印", u"Print") : say(u"存为 PDF…", u"Save the PDF…"));
    m_print->setEnabled(readable);
    QStringList lines;
    if (!readable)
        lines << say(choosePages(m_pages->text(), m_count).problem.value_or(text(u"请写出页码，如 1-3,5", u"Write the pages, such as 1-3,5"))) + say(u"。", u".");
    else
        lines << say(counted(u"按原大小（100%）打印，A4 纸共 %1 张。", u"Printed at 100 %, %1 {sheet|sheets} of A4 in all.").arg(QString::number(sheetsOf(wanted))));
    if (!toPaper)
        lines << say(u"这样存的 PDF 只有图像，没有数据和证书签名，只供打印，不能报送。",
                     u"Such a PDF holds pictures only, neither data nor certificate signatures: it is for printing, never for handing in.");
    m_summary->setText(lines.join(u'\n'));
}

} // namespace jz::ui
