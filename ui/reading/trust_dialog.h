// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/trust_desk.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace jz::ui {

/// Whether to trust the holder of a certificate (列为可信签名人): its fingerprint to compare by telephone, as what it is trusted, on what that
/// rests and until when. It can be accepted only once the fingerprint was said to be compared.
class TrustDialog : public QDialog
{
    Q_OBJECT

public:
    /// `certificate` as DER. Throws Error Malformed when it is none.
    TrustDialog(const QByteArray& certificate, QWidget* parent);

    /// Lists it in the workspace. Throws Error as addTrusted().
    void list(Workspace& workspace) const;

private:
    void build(const CertificateSummary& summary);
    void showState();

    QByteArray m_certificate;
    QComboBox* m_kind;
    QLineEdit* m_rests;
    QCheckBox* m_ends;
    QDateEdit* m_until;
    QCheckBox* m_compared;
    QPushButton* m_trust;
};

/// Four digits and a blank, as one reads a fingerprint out on the telephone.
QString spokenFingerprint(const QString& fingerprint);

} // namespace jz::ui
