// SPDX-License-Identifier: Apache-2.0
#include "ui/finalise/certificate_form.h"

#include "model/procedure/paper_signing.h"
#include "model/procedure/trust_desk.h"
#include "ui/desk/guarded.h"
#include "ui/finalise/certificate_worth.h"
#include "ui/finalise/identity_chooser.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

/// A signature that was just made has to hold: else it is not handed over.
void requireHolding(const QString& file, const TrustList& trust)
{
    const Verdict verdict = verifyPaper(file, trust).signatures.verdict;
    if (verdict != Verdict::Valid && verdict != Verdict::Untrusted)
        throw Error(ErrorCode::Unusable,
                    {u"签名后自检没有通过，签名没有采用。请换一个签名证书，或改用签字盖章。"_s,
                     u"The signature does not hold and was not taken. Use another certificate, or pen and stamp."_s},
                    file, verdictName(verdict));
}

} // namespace

CertificateForm::CertificateForm(DossierSession& session, QWidget* parent)
    : StepPage(session, say(u"签名证书", u"Certificate"), parent, TextStyle::Strong), m_chooser(new IdentityChooser(session.dialogs(), this))
{
    setObjectName(u"certificateForm"_s);
    column()->addWidget(m_chooser);
    m_worth = addText({});
    m_worth->setObjectName(u"certificateWorth"_s);
    m_worth->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_worth->hide();
    addSeal();
    addText(say(u"印章图片只作显示，不能证明任何事；是谁签的，以证书为准。", u"A picture proves nothing; who signed is what the certificate says."), true);
    QBoxLayout* const row = addRow();
    m_look = addButton(row, "lookAtCertificate", say(u"查看证书", u"Look at the certificate"), [this] { showWorth(); });
    m_sign = addButton(row, "signWithCertificate", say(u"签名", u"Sign"), [this] { sign(); }, true);
    m_bar = new QProgressBar(this);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(say(u"正在处理证书", u"Working on the certificate"));
    m_bar->hide();
    column()->addWidget(m_bar);
    const auto showState = [this] {
        const bool isBusy = m_chooser->work().isBusy();
        m_bar->setVisible(isBusy);
        m_look->setEnabled(!isBusy && m_chooser->isForOpening());
        m_sign->setEnabled(m_look->isEnabled());
    };
    connect(m_chooser, &IdentityChooser::sourceChanged, this, [this, showState] {
        m_worth->hide();
        showState();
    });
    connect(m_chooser, &IdentityChooser::made, this, [this] { guarded(this, [this] { showWorth(); }); });
    connect(&m_chooser->work(), &BackgroundWork::began, this, showState);
    connect(&m_chooser->work(), &BackgroundWork::ended, this, showState);
}

void CertificateForm::refresh(const QList<RouteStep>&)
{
    m_chooser->proposeName(summaryOf(session().dossier(), session().pack()).applicant);
}

void CertificateForm::addSeal()
{
    auto* const both = new QWidget(this);
    auto* const row = new QHBoxLayout(both);
    row->setContentsMargins({});
    row->setSpacing(Theme::space(2));
    m_seal = new QLineEdit(both);
    m_seal->setObjectName(u"sealPicture"_s);
    m_seal->setAccessibleName(say(u"印章图片（可不选）", u"Picture of the seal (if wanted)"));
    m_seal->setAccessibleDescription(say(u"文件的位置，可以用“选择…”找到", u"Where the file is; “Choose…” finds it"));
    row->addWidget(m_seal, 1);
    row->addStretch(0);
    addButton(row, "choose_sealPicture", say(u"选择…", u"Choose…"), [this] { chooseSeal(); })->setAccessibleName(say(u"选择…", u"Choose…") + m_seal->accessibleName());
    addField(addForm(), m_seal->accessibleName(), both);
}

void CertificateForm::chooseSeal()
{
    const QString path = session().dialogs().openFile(this, {say(u"印章图片", u"Picture of the seal"), u"PNG (*.png)"_s, {}});
    if (!path.isEmpty())
        m_seal->setText(path);
}

void CertificateForm::showWorth()
{
    if (m_chooser->work().isBusy())
        return;
    m_chooser->work().start([this, open = m_chooser->opening()](const WorkControl&) {
        const QString words = worthOf(open());
        return [this, words] {
            m_worth->setText(words);
            m_worth->show();
        };
    });
}

void CertificateForm::sign()
{
    m_gate();
    if (m_chooser->work().isBusy())
        return;
    const IdentityChooser::Opening open = m_chooser->opening();
    const QString paper = session().open().finalPaper(waiting(say(u"正在制作定稿…", u"Making the final paper…")));
    const QString out = m_scratch.filePath(u"signed.pdf"_s);
    const TrustList trust = trustListOf(session().workspace());
    m_chooser->work().start([this, open, paper, out, trust, seal = m_seal->text().trimmed()](const WorkControl&) {
        const Identity identity = open();
        signPaper(paper, out, {SignatureRole::Applicant, identity, {}, {}, QDateTime::currentDateTime(), seal});
        requireHolding(out, trust);
        const QString holder = identity.name();
        const QString worth = worthOf(identity);
        return [this, out, holder, worth] {
            m_chooser->forget();
            m_worth->setText(worth);
            m_worth->show();
            Q_EMIT finished(out, holder);
        };
    });
}

} // namespace jz::ui
