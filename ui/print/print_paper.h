// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/desk/dialogs.h"
#include "ui/print/print_dialog.h"
#include "ui/print/print_job.h"

namespace jz::ui {

/// Asks how to print a PDF and prints it in the background; the message bar of the window says how far it is and offers to stop. Reads
/// the number of pages aside. Null when the user cancelled; else the job, which belongs to `over` and deletes itself after its last signal.
/// Throws Error as PageRaster.
PrintJob* printPaper(QWidget* over, Dialogs& dialogs, const PrintOffer& offer);

} // namespace jz::ui
