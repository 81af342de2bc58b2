// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/package.h"
#include "ui/form/dossier_session.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QSpinBox;
class QTabWidget;
QT_END_NAMESPACE

namespace jz::ui {

class PackagePage;
class SentPage;
class SizePage;

/// What is sent (报送包): how large it is against what the receiver takes, and how to make it smaller before it is finalised; the package
/// itself with the text that goes with it; and what went to whom. The limit and the choices are remembered with the dossier.
class SendingDialog : public QDialog
{
    Q_OBJECT

public:
    SendingDialog(DossierSession& session, QWidget* parent);

    /// Goes to where it is written down that it was sent.
    void goToSent();

    SizePage& sizes() { return *m_sizes; }
    PackagePage& package() { return *m_package; }
    SentPage& sent() { return *m_sent; }

private:
    QWidget* buildTop();
    void connectPages();
    void showTotal();
    void choose(const Packing& packing);

    DossierSession& m_session;
    Packing m_packing;
    QLabel* m_total;
    QSpinBox* m_limit;
    QTabWidget* m_pages;
    SizePage* m_sizes;
    PackagePage* m_package;
    SentPage* m_sent;
};

} // namespace jz::ui
