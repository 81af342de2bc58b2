// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/finalise/step_page.h"

QT_BEGIN_NAMESPACE
class QRadioButton;
QT_END_NAMESPACE

namespace jz {
struct TakenScans;
}

namespace jz::ui {

class CertificateForm;
class ChangedPages;
class InkForm;
class SignatoryForm;

/// 签章: who signs; then with pen and stamp, which comes first, or with a certificate, as the call permits. What changed against pages
/// that are printed and signed already is said here too.
class SignPage : public StepPage
{
    Q_OBJECT

public:
    SignPage(DossierSession& session, QWidget* parent);

    void refresh(const QList<RouteStep>& route) override;
    void chooseCertificate(bool certificate);

private:
    void build();
    void keep(const QString& closed, const QString& remark);

    QLabel* m_words;
    QWidget* m_body;
    SignatoryForm* m_signatory;
    ChangedPages* m_changed;
    QRadioButton* m_byInk;
    QRadioButton* m_byCertificate;
    InkForm* m_ink;
    CertificateForm* m_certificate;
    int m_revision = 0; ///< the one shown last
};

} // namespace jz::ui
