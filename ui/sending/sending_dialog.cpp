// SPDX-License-Identifier: Apache-2.0
#include "ui/sending/sending_dialog.h"

#include "model/dossier/value_words.h"
#include "ui/desk/guarded.h"
#include "ui/desk/message_bar.h"
#include "ui/sending/package_page.h"
#include "ui/sending/sent_page.h"
#include "ui/sending/size_page.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSpinBox>
#include <QStyle>
#include <QTabWidget>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int largestLimit = 9999;

void setSeverity(QLabel* label, const QString& severity)
{
    label->setProperty("severity", severity);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

} // namespace

SendingDialog::SendingDialog(DossierSession& session, QWidget* parent)
    : QDialog(parent), m_session(session), m_packing(packingOf(session.workspace(), session.open().key())), m_total(new QLabel(this)),
      m_limit(new QSpinBox(this)), m_pages(new QTabWidget(this)), m_sizes(new SizePage(session, m_packing.dpi, this)),
      m_package(new PackagePage(session, this)), m_sent(new SentPage(session, this))
{
    setObjectName(u"sendingDialog"_s);
    setWindowTitle(say(u"报送包", u"Package to send"));
    m_pages->setObjectName(u"sendingPages"_s);
    m_pages->setDocumentMode(true);
    m_pages->addTab(m_sizes, say(u"大小", u"Size"));
    m_pages->addTab(m_package, say(u"打包", u"Package"));
    m_pages->addTab(m_sent, say(u"发送记录", u"What was sent"));
    auto* const close = new QPushButton(say(u"关闭", u"Close"), this);
    close->setObjectName(u"closeSending"_s);
    close->setAccessibleName(close->text());
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* const below = new QHBoxLayout;
    below->addStretch(1);
    below->addWidget(close);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(5), Theme::space(5), Theme::space(5), Theme::space(4));
    layout->setSpacing(Theme::space(3));
    layout->addWidget(new MessageBar(this));
    layout->addWidget(buildTop());
    layout->addWidget(m_pages, 1);
    layout->addLayout(below);
    connectPages();
    m_pages->setCurrentWidget(m_package->hasPaper() ? static_cast<QWidget*>(m_package) : m_sizes);
    resize(QSize(Theme::space(240), Theme::space(150)).boundedTo(screen()->availableSize() * 0.95));
    showTotal();
    m_pages->setFocus();
}

void SendingDialog::goToSent()
{
    m_pages->setCurrentWidget(m_sent);
    m_sent->setFocus();
}

QWidget* SendingDialog::buildTop()
{
    auto* const top = new QWidget(this);
    m_total->setObjectName(u"sendingTotal"_s);
    m_total->setWordWrap(true);
    m_total->setFont(Theme::font(TextStyle::Strong));
    m_limit->setObjectName(u"sizeLimit"_s);
    m_limit->setAccessibleName(say(u"对方最多能收多大", u"What the receiver takes at most"));
    m_limit->setRange(0, largestLimit);
    m_limit->setSpecialValueText(say(u"不限", u"no limit"));
    m_limit->setSuffix(u" MB"_s);
    m_limit->setValue(m_packing.limit);
    m_limit->setKeyboardTracking(false);
    m_limit->setToolTip(say(u"邮箱的限制常按编码后的大小算：文件最好不超过它的四分之三。", u"Mail limits often count the encoded size: keep files below three quarters of it."));
    auto* const label = new QLabel(say(u"对方最多能收", u"The receiver takes"), top);
    label->setBuddy(m_limit);
    auto* const row = new QHBoxLayout(top);
    row->setContentsMargins({});
    row->setSpacing(Theme::space(2));
    row->addWidget(m_total, 1);
    row->addWidget(label);
    row->addWidget(m_limit);
    connect(m_limit, &QSpinBox::valueChanged, this, [this](int limit) { choose({m_packing.dpi, limit}); });
    return top;
}

void SendingDialog::connectPages()
{
    connect(m_sizes, &SizePage::measured, this, &SendingDialog::showTotal);
    connect(m_sizes, &SizePage::resolutionChosen, this, [this](int dpi) { choose({dpi, m_packing.limit}); });
    connect(m_package, &PackagePage::contentChanged, this, &SendingDialog::showTotal);
    connect(m_package, &PackagePage::made, m_sent, &SentPage::setPackage);
    connect(m_package, &PackagePage::sentWanted, this, &SendingDialog::goToSent);
    connect(m_sent, &SentPage::written, this, [this] { m_package->refresh(); });
}

void SendingDialog::choose(const Packing& packing)
{
    m_packing = packing;
    guarded(this, [this] { keepPacking(m_session.workspace(), m_session.open(), m_packing); });
    showTotal();
}

void SendingDialog::showTotal()
{
    const bool isPacked = m_package->hasPaper();
    const std::optional<qint64> bytes = isPacked ? std::optional(m_package->bytes()) : m_sizes->bytes();
    if (!bytes) {
        m_total->setText(say(u"正在计算大小…", u"Working out the size…"));
        return setSeverity(m_total, {});
    }
    const LocalizedText what = isPacked ? text(u"报送包共 %1", u"The package has %1") : text(u"定稿后约 %1", u"Finalised it will have about %1");
    const QString size = say(what.arg(sizeWords(*bytes)));
    const QString limit = QString::number(m_packing.limit);
    if (m_packing.limit == 0) {
        m_total->setText(size + say(u"。", u"."));
        setSeverity(m_total, {});
    } else if (*bytes <= qint64(m_packing.limit) * 1'000'000) {
        m_total->setText(say(text(u"%1，在 %2 MB 以内。", u"%1, within %2 MB.").arg(size, limit)));
        setSeverity(m_total, u"good"_s);
    } else {
        m_total->setText(say((isPacked ? text(u"%1，超过 %2 MB：少附几个原件，或分几次发送。", u"%1, more than %2 MB: leave originals out, or send it in parts.")
                                       : text(u"%1，超过 %2 MB：让最重的附件只印页面，或降低照片分辨率。",
                                              u"%1, more than %2 MB: have the heaviest attachments printed only, or photos with fewer dots."))
                                 .arg(size, limit)));
        setSeverity(m_total, u"error"_s);
    }
}

} // namespace jz::ui
