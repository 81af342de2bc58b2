// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/finalise/step_page.h"
#include "ui/form/outside_viewer.h"

namespace jz::ui {

class ScanTray;

/// With pen and stamp: print, have it signed and sealed, take the scan in.
class InkForm : public StepPage
{
    Q_OBJECT

public:
    InkForm(DossierSession& session, QWidget* parent);

    void refresh(const QList<RouteStep>& route) override;
    /// See ScanTray::setGate().
    void setGate(std::function<void()> gate);
    /// Scans of another revision are forgotten.
    void forget();

Q_SIGNALS:
    /// The closed paper with the scans inside; a temporary file.
    void finished(const QString& closed);

private:
    QString paper();
    void print();
    void printSealRequest();

    ScanTray* m_tray;
    OutsideViewer* m_viewer;
};

} // namespace jz::ui
