// SPDX-License-Identifier: Apache-2.0
#include "ui/reading/trust_dialog.h"

#include "model/base/output_file.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

QString spokenFingerprint(const QString& fingerprint)
{
    QStringList parts;
    for (qsizetype i = 0; i < fingerprint.size(); i += 4)
        parts << fingerprint.mid(i, 4);
    return parts.join(u' ');
}

TrustDialog::TrustDialog(const QByteArray& certificate, QWidget* parent)
    : QDialog(parent), m_certificate(certificate), m_kind(new QComboBox(this)), m_rests(new QLineEdit(say(u"电话核对指纹", u"fingerprint compared by telephone"), this)),
      m_ends(new QCheckBox(say(u"只信任到", u"Trust it only until"), this)), m_until(new QDateEdit(QDate::currentDate().addYears(1), this)),
      m_compared(new QCheckBox(this)), m_trust(new QPushButton(say(u"列为可信签名人", u"Trust this signer"), this))
{
    setObjectName(u"trustDialog"_s);
    setWindowTitle(say(u"信任签名人", u"Trust a signer"));
    build(summaryOfCertificate(certificate, say(u"签名证书", u"the certificate")));
    connect(m_ends, &QCheckBox::toggled, this, &TrustDialog::showState);
    connect(m_compared, &QCheckBox::toggled, this, &TrustDialog::showState);
    connect(m_rests, &QLineEdit::textChanged, this, &TrustDialog::showState);
    connect(m_trust, &QPushButton::clicked, this, &QDialog::accept);
    showState();
}

void TrustDialog::build(const CertificateSummary& summary)
{
    auto* const intro = new QLabel(say(text(u"证书上写的名称是“%1”，由“%2”签发，%3 至 %4 有效。名称谁都能写：请用您自己查到的电话打给对方，请对方逐位读出证书指纹，与下面核对。",
                                            u"The certificate calls its holder “%1”; it was issued by “%2” and is valid from %3 to %4. Anybody can write a "
                                            u"name: call the holder at a number you looked up yourself and have the fingerprint read out, digit by digit.")
                                           .arg(summary.holder, summary.issuer, summary.validFrom.toLocalTime().toString(u"yyyy-MM-dd"_s),
                                                summary.validTo.toLocalTime().toString(u"yyyy-MM-dd"_s))),
                                   this);
    intro->setWordWrap(true);
    auto* const fingerprint = new QLabel(spokenFingerprint(summary.fingerprint.left(32)) + u'\n' + spokenFingerprint(summary.fingerprint.mid(32)), this);
    fingerprint->setObjectName(u"fingerprint"_s);
    fingerprint->setFont(Theme::font(TextStyle::Heading));
    fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (const TrustKind kind : {TrustKind::Signer, TrustKind::Body, TrustKind::Expert, TrustKind::Office})
        m_kind->addItem(say(trustKindWord(kind)), int(kind));
    if (summary.isAuthority)
        m_kind->addItem(say(trustKindWord(TrustKind::Authority)), int(TrustKind::Authority));
    m_kind->setObjectName(u"trustKind"_s);
    m_kind->setAccessibleName(say(u"作为", u"As"));
    m_kind->setAccessibleDescription(say(u"信任到什么程度", u"How far the trust goes"));
    m_rests->setObjectName(u"trustRests"_s);
    m_rests->setAccessibleName(say(u"依据", u"It rests on"));
    m_rests->setAccessibleDescription(say(u"如何时与谁通电话核对的", u"e.g. whom you telephoned with, and when"));
    m_ends->setObjectName(u"trustEnds"_s);
    m_ends->setAccessibleName(m_ends->text());
    m_until->setObjectName(u"trustUntil"_s);
    m_until->setAccessibleName(say(u"最后一天", u"Last day"));
    m_until->setAccessibleDescription(say(u"年-月-日", u"Year-month-day"));
    m_until->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_until->setMinimumDate(QDate::currentDate());
    m_compared->setObjectName(u"fingerprintCompared"_s);
    m_compared->setText(say(u"已与对方逐位核对，完全一致", u"It was compared with the holder and is the same, digit by digit"));
    m_compared->setAccessibleName(m_compared->text());
    m_trust->setObjectName(u"trust"_s);
    m_trust->setAccessibleName(m_trust->text());
    m_trust->setProperty("primary", true);
    auto* const cancel = new QPushButton(say(u"暂不信任", u"Not now"), this);
    cancel->setObjectName(u"cancelTrust"_s);
    cancel->setAccessibleName(cancel->text());
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto* const ends = new QHBoxLayout;
    ends->addWidget(m_ends);
    ends->addWidget(m_until);
    ends->addStretch(1);
    auto* const form = new QFormLayout;
    form->setSpacing(Theme::space(2));
    form->addRow(say(u"作为", u"As"), m_kind);
    form->addRow(say(u"依据", u"It rests on"), m_rests);
    form->addRow(QString(), ends);
    form->addRow(QString(), m_compared);
    auto* const below = new QHBoxLayout;
    below->addStretch(1);
    below->addWidget(cancel);
    below->addWidget(m_trust);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(5), Theme::space(5), Theme::space(5), Theme::space(4));
    layout->setSpacing(Theme::space(3));
    layout->addWidget(intro);
    layout->addWidget(fingerprint);
    layout->addLayout(form);
    layout->addLayout(below);
    const int width = Theme::space(140);
    resize(width, qMax(Theme::space(80), layout->heightForWidth(width)));
}

void TrustDialog::showState()
{
    m_until->setEnabled(m_ends->isChecked());
    m_trust->setEnabled(m_compared->isChecked() && !m_rests->text().trimmed().isEmpty());
}

void TrustDialog::list(Workspace& workspace) const
{
    const QTemporaryDir scratch;
    TrustOrder order;
    order.file = scratch.filePath(u"certificate.cer"_s);
    writeWholeFile(order.file, m_certificate);
    order.kind = TrustKind(m_kind->currentData().toInt());
    order.rests = m_rests->text().trimmed();
    if (m_ends->isChecked())
        order.until = m_until->date();
    addTrusted(workspace, order, workspace.operators().current().key);
}

} // namespace jz::ui
