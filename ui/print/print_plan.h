// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/parallel.h"

#include <QList>
#include <QString>

namespace jz::ui {

/// What is to be printed, how and where.
struct PrintPlan
{
    QString file;            ///< a PDF; must stay as it is until it is printed
    QList<int> pages;        ///< 0-based, in order
    int copies = 1;
    bool bothSides = false;  ///< turned over the long edge; every copy begins on a sheet of its own
    QString printer;         ///< name of an installed one; empty: pictures of the pages go into a PDF for a print shop
    QString pdf;             ///< that PDF, when there is no printer
};

/// Sheets of paper that the plan takes.
int sheetsOf(const PrintPlan& plan);

/// Prints at 100 %: a millimetre of the file is one on paper, centred; pages larger than A4 shrink to it, landscape pages are turned. Fields,
/// signatures and seals are printed as they show. At most 600 dots an inch. To be called in any thread but the windows' own; needs an
/// application object. A PDF appears whole or not at all; what a printer was already sent when it is cancelled will come out.
///
/// Throws Error as PageRaster, and NotWritable when the printer does not take it or the PDF cannot be written.
void printPages(const PrintPlan& plan, const WorkControl& control);

} // namespace jz::ui
