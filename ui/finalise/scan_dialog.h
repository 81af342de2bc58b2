// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/finalise/scan_tray.h"

#include <QDialog>

namespace jz::ui {

/// Takes the scan of a paper beside the dossier in (授权书, 更正说明).
class ScanDialog : public QDialog
{
    Q_OBJECT

public:
    ScanDialog(DossierSession& session, const QString& title, const QString& paper, QWidget* parent);

    /// The closed paper; a temporary file that goes with the dialog. Empty until it was accepted.
    const QString& closed() const { return m_closed; }

private:
    ScanTray* m_tray;
    QString m_closed;
};

} // namespace jz::ui
