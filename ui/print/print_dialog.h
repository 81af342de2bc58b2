// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/print/print_plan.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
QT_END_NAMESPACE

namespace jz::ui {

/// What is offered for printing.
struct PrintOffer
{
    QString file;                 ///< a PDF
    QString title;                ///< what it is called in words
    QList<int> pages;             ///< proposed, 0-based; empty: all of them
    int current = -1;             ///< the page that is looked at; -1 for none
    int copies = 1;
    std::shared_ptr<void> keep;   ///< held until it is printed: the folder of a file that is there for printing alone
};

/// Asks how to print: printer, copies, pages, one or both sides. Size is always 100 %, and it says so.
class PrintDialog : public QDialog
{
    Q_OBJECT

public:
    /// `pages` of the whole file.
    PrintDialog(const PrintOffer& offer, int pages, QWidget* parent);

    /// As it stands in the dialog now; where a PDF goes is for the caller to ask.
    PrintPlan plan() const;

private:
    enum Which { All, Current, Typed };

    void build();
    void addPrinters();
    void addPages();
    void follow();

    PrintOffer m_offer;
    int m_count;
    QComboBox* m_printer;
    QSpinBox* m_copies;
    QComboBox* m_which;
    QLineEdit* m_pages;
    QCheckBox* m_bothSides;
    QLabel* m_summary;
    QPushButton* m_print;
};

} // namespace jz::ui
