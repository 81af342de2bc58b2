// SPDX-License-Identifier: Apache-2.0
#include "ui/reading/trusted_signers.h"

#include "ui/desk/guarded.h"
#include "ui/desk/message_bar.h"
#include "ui/reading/trust_dialog.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

QString kindWord(const TrustRecord& record)
{
    const std::optional<TrustKind> kind = trustKindOf(record.kind);
    return kind ? say(trustKindWord(*kind)) : record.kind;
}

QString standingOf(const TrustRecord& record)
{
    if (record.isRemoved())
        return say(text(u"%1 移出：%2", u"removed on %1: %2").arg(record.removed.toLocalTime().toString(u"yyyy-MM-dd"_s), record.why));
    if (!record.counts(QDate::currentDate()))
        return say(text(u"已于 %1 到期", u"ended on %1").arg(record.until.toString(Qt::ISODate)));
    return record.until.isValid() ? say(text(u"到 %1", u"until %1").arg(record.until.toString(Qt::ISODate))) : say(u"长期", u"no end");
}

} // namespace

TrustedSigners::TrustedSigners(Workspace& workspace, Dialogs& dialogs, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_dialogs(dialogs), m_signers(new QTreeWidget(this)), m_why(new QLineEdit(this)),
      m_remove(new QPushButton(say(u"移出", u"Remove"), this)), m_add(new QPushButton(icon(u"add"), say(u"从证书文件添加…", u"Add from a certificate file…"), this))
{
    setObjectName(u"trustedSigners"_s);
    setWindowTitle(say(u"可信签名人", u"Trusted signers"));
    build();
    connect(m_signers, &QTreeWidget::currentItemChanged, this, &TrustedSigners::showState);
    connect(m_why, &QLineEdit::textChanged, this, &TrustedSigners::showState);
    connect(m_remove, &QPushButton::clicked, this, [this] { guarded(this, [this] { remove(); }); });
    connect(m_add, &QPushButton::clicked, this, [this] { guarded(this, [this] { addFile(); }); });
    guarded(this, [this] { list(); });
}

void TrustedSigners::build()
{
    auto* const intro = new QLabel(say(u"这里列出的证书签的名才算“可信”。名称谁都能写，列入前先电话核对指纹；移出的仍留有记录。",
                                       u"Only signatures of certificates listed here count as trusted. Anybody can write a name: compare the fingerprint by "
                                       u"telephone first. What is removed stays on record."),
                                   this);
    intro->setWordWrap(true);
    m_signers->setObjectName(u"signers"_s);
    m_signers->setAccessibleName(windowTitle());
    m_signers->setAccessibleDescription(say(u"方向键选择一位签名人", u"The arrows choose a signer"));
    m_signers->setRootIsDecorated(false);
    m_signers->setHeaderLabels({say(u"名称", u"Name"), say(u"作为", u"As"), say(u"依据", u"It rests on"), say(u"列入", u"Listed"), say(u"期限", u"Until"),
                                say(u"指纹", u"Fingerprint")});
    m_signers->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_why->setObjectName(u"whyRemoved"_s);
    m_why->setAccessibleName(say(u"移出的理由", u"Why it is removed"));
    m_why->setPlaceholderText(say(u"移出的理由", u"why it is removed"));
    m_remove->setObjectName(u"removeSigner"_s);
    m_remove->setAccessibleName(m_remove->text());
    m_remove->setAutoDefault(false);
    m_add->setObjectName(u"addSigner"_s);
    m_add->setAccessibleName(m_add->text());
    m_add->setAutoDefault(false);
    auto* const close = new QPushButton(say(u"关闭", u"Close"), this);
    close->setObjectName(u"closeSigners"_s);
    close->setAccessibleName(close->text());
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* const acts = new QHBoxLayout;
    acts->setSpacing(Theme::space(2));
    acts->addWidget(m_add);
    acts->addStretch(1);
    auto* const removing = new QHBoxLayout;
    removing->setSpacing(Theme::space(2));
    removing->addWidget(m_why, 1);
    removing->addWidget(m_remove);
    auto* const below = new QHBoxLayout;
    below->addStretch(1);
    below->addWidget(close);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(5), Theme::space(5), Theme::space(5), Theme::space(4));
    layout->setSpacing(Theme::space(3));
    layout->addWidget(new MessageBar(this));
    layout->addWidget(intro);
    layout->addWidget(m_signers, 1);
    layout->addLayout(removing);
    layout->addLayout(acts);
    layout->addLayout(below);
    resize(QSize(Theme::space(240), Theme::space(120)).boundedTo(screen()->availableSize() * 0.95));
}

void TrustedSigners::list()
{
    m_records = m_workspace.trust().all();
    std::stable_sort(m_records.begin(), m_records.end(), [](const TrustRecord& a, const TrustRecord& b) { return a.isRemoved() < b.isRemoved(); });
    m_signers->clear();
    for (const TrustRecord& record : std::as_const(m_records)) {
        const QString rests = record.list ? say(u"参与方名单", u"participants' list") : record.rests;
        const QString listed = record.by + u' ' + record.at.toLocalTime().toString(u"yyyy-MM-dd"_s);
        auto* const item = new QTreeWidgetItem(m_signers, {record.name, kindWord(record), rests, listed.trimmed(), standingOf(record),
                                                           spokenFingerprint(record.fingerprint.left(16)) + u" …"_s});
        item->setSizeHint(5, {0, Theme::space(8)});
        item->setToolTip(5, spokenFingerprint(record.fingerprint));
        for (int column = 0; record.isRemoved() && column < m_signers->columnCount(); ++column)
            item->setForeground(column, Theme::colours().quiet);
    }
    if (!m_records.isEmpty())
        m_signers->setCurrentItem(m_signers->topLevelItem(0));
    showState();
}

void TrustedSigners::showState()
{
    const int row = m_signers->indexOfTopLevelItem(m_signers->currentItem());
    const bool canChange = !m_workspace.isReadOnly();
    m_add->setEnabled(canChange);
    m_why->setEnabled(canChange && row >= 0 && !m_records.at(row).isRemoved());
    m_remove->setEnabled(m_why->isEnabled() && !m_why->text().trimmed().isEmpty());
}

void TrustedSigners::addFile()
{
    const QString file = m_dialogs.openFile(this, {say(u"对方的证书", u"The certificate"),
                                                   say(u"证书 (*.pem *.cer *.crt *.der *.p7b);;所有文件 (*)", u"Certificates (*.pem *.cer *.crt *.der *.p7b);;All files (*)"), {}});
    if (file.isEmpty())
        return;
    const QList<QByteArray> certificates = readCertificates(file);
    for (const QByteArray& certificate : certificates) {
        TrustDialog dialog(certificate, this);
        if (!m_dialogs.run(dialog))
            break;
        dialog.list(m_workspace);
        m_isChanged = true;
    }
    list();
}

void TrustedSigners::remove()
{
    const int row = m_signers->indexOfTopLevelItem(m_signers->currentItem());
    m_workspace.trust().remove(m_records.at(row), m_workspace.operators().current().key, m_why->text().trimmed());
    m_isChanged = true;
    m_why->clear();
    list();
}

} // namespace jz::ui
