// SPDX-License-Identifier: Apache-2.0
#include "ui/finalise/sign_page.h"

#include "ui/finalise/certificate_form.h"
#include "ui/finalise/changed_pages.h"
#include "ui/finalise/ink_form.h"
#include "ui/finalise/signatory_form.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

SignPage::SignPage(DossierSession& session, QWidget* parent)
    : StepPage(session, say(u"签章：负责人签名，盖单位公章", u"Sign and seal: the leader's signature, the unit's seal"), parent),
      m_words(addText({})), m_body(new QWidget(this)), m_signatory(new SignatoryForm(session, m_body)), m_changed(new ChangedPages(session, m_body)),
      m_byInk(new QRadioButton(say(u"签字盖章（纸质）", u"With pen and stamp"), m_body)),
      m_byCertificate(new QRadioButton(say(u"用签名证书", u"With a certificate"), m_body)), m_ink(new InkForm(session, m_body)),
      m_certificate(new CertificateForm(session, m_body))
{
    setObjectName(u"signPage"_s);
    m_words->setObjectName(u"signWords"_s);
    build();
    const auto gate = [this] { m_signatory->requireComplete(); };
    m_ink->setGate(gate);
    m_certificate->setGate(gate);
    connect(m_ink, &InkForm::finished, this, [this](const QString& closed) { keep(closed, say(u"扫描件", u"scan")); });
    connect(m_certificate, &CertificateForm::finished, this, [this](const QString& closed, const QString& holder) { keep(closed, holder); });
    for (StepPage* const part : QList<StepPage*>{m_signatory, m_changed, m_ink, m_certificate})
        connect(part, &StepPage::done, this, &StepPage::done);
    connect(m_byInk, &QRadioButton::toggled, this, [this](bool ink) {
        m_ink->setVisible(ink);
        m_certificate->setVisible(!ink);
    });
    m_certificate->hide();
    m_byInk->setChecked(true);
    chooseCertificate(session.pack().facts.signature == SignatureKind::Digital);
}

void SignPage::build()
{
    m_byInk->setObjectName(u"byInk"_s);
    m_byInk->setAccessibleName(m_byInk->text());
    m_byCertificate->setObjectName(u"byCertificate"_s);
    m_byCertificate->setAccessibleName(m_byCertificate->text());
    auto* const choice = new QHBoxLayout;
    choice->setSpacing(Theme::space(5));
    choice->addWidget(m_byInk);
    choice->addWidget(m_byCertificate);
    choice->addStretch(1);
    const bool isChoice = session().pack().facts.signature == SignatureKind::Either;
    m_byInk->setVisible(isChoice);
    m_byCertificate->setVisible(isChoice);
    auto* const layout = new QVBoxLayout(m_body);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(4));
    layout->addWidget(m_changed);
    layout->addWidget(m_signatory);
    layout->addLayout(choice);
    layout->addWidget(m_ink);
    layout->addWidget(m_certificate);
    column()->addWidget(m_body);
}

void SignPage::chooseCertificate(bool certificate)
{
    (certificate ? m_byCertificate : m_byInk)->setChecked(true);
}

void SignPage::refresh(const QList<RouteStep>& route)
{
    const DossierState state = session().editor().state();
    const bool possible = stateAfter(state, StepKind::Sign).has_value() && !session().workspace().isReadOnly();
    const RouteStep& step = route.at(int(RouteStep::Kind::Sign));
    m_words->setText(step.standing == RouteStep::Standing::Done
                         ? say(text(u"%1　%2　%3", u"%1  %2  %3").arg(step.words, step.who, step.at.toString(u"yyyy-MM-dd HH:mm"_s)))
                     : possible ? say(u"先签名，后盖章。纸质原件为准；证书签名只在对方认可时使用。",
                                      u"First the signature, then the seal. The paper original decides; a certificate serves where the receiver accepts it.")
                                : say(u"定稿之后才签章。", u"It is signed once it is final."));
    m_body->setVisible(possible);
    if (!possible)
        return;
    if (m_revision != session().dossier().revision) {
        m_revision = session().dossier().revision;
        m_ink->forget();
    }
    for (StepPage* const part : QList<StepPage*>{m_signatory, m_changed, m_ink, m_certificate})
        part->refresh(route);
}

void SignPage::keep(const QString& closed, const QString& remark)
{
    session().open().record(StepKind::Sign, closed, remark, waiting(say(u"正在存入资料库…", u"Keeping it in the workspace…")));
    m_signatory->writeItDown();
    tell(say(u"已签章，文件已存入资料库。接下来报送。", u"Signed; the file is kept in the workspace. Sending comes next."));
    Q_EMIT done();
}

} // namespace jz::ui
