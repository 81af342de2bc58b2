// SPDX-License-Identifier: Apache-2.0
#include "ui/finalise/scan_dialog.h"

#include "ui/desk/message_bar.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

ScanDialog::ScanDialog(DossierSession& session, const QString& title, const QString& paper, QWidget* parent)
    : QDialog(parent), m_tray(new ScanTray(session, this))
{
    setObjectName(u"scanDialog"_s);
    setWindowTitle(title);
    m_tray->setPaper([paper] { return paper; });
    connect(m_tray, &ScanTray::takenIn, this, [this](const QString& closed) {
        m_closed = closed;
        accept();
    });
    auto* const buttons = new QDialogButtonBox(this);
    QPushButton* const cancel = buttons->addButton(say(u"取消", u"Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(u"cancel"_s);
    cancel->setAccessibleName(cancel->text());
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(5), Theme::space(5), Theme::space(5), Theme::space(4));
    layout->setSpacing(Theme::space(3));
    layout->addWidget(new MessageBar(this));
    layout->addWidget(m_tray);
    layout->addStretch(1);
    layout->addWidget(buttons);
    resize(Theme::space(180), Theme::space(110));
}

} // namespace jz::ui
