// SPDX-License-Identifier: Apache-2.0
#include "ui/finalise/identity_chooser.h"

#include "model/base/error.h"
#include "model/signature/new_identity.h"
#include "model/signature/passphrase.h"
#include "ui/desk/guarded.h"
#include "ui/desk/message_bar.h"
#include "ui/finalise/certificate_worth.h"
#include "ui/form/quiet_combo.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int labelRole = Qt::UserRole;
constexpr int fingerprintRole = Qt::UserRole + 1;
constexpr double labelSteps = 28;

} // namespace

IdentityChooser::IdentityChooser(Dialogs& dialogs, QWidget* parent)
    : QWidget(parent), m_dialogs(dialogs), m_work(new BackgroundWork(this)), m_source(new QuietCombo(this))
{
    m_source->setObjectName(u"identitySource"_s);
    m_source->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_source->setAccessibleName(say(u"证书从哪里来", u"Where the certificate is"));
    m_source->setAccessibleDescription(say(u"文件、UKey，或新做一份", u"A file, a token, or a new one"));
    m_source->addItems({say(u"证书文件", u"A file"), say(u"UKey", u"A token (UKey)"),
                        say(u"新建自签证书", u"Make one that vouches for itself")});
    QWidget* const first = group();
    addField(static_cast<QFormLayout*>(first->layout()), m_source->accessibleName(), m_source);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(3));
    layout->addWidget(first);
    m_groups = {buildFile(), buildToken(), buildNew()};
    for (QWidget* const each : std::as_const(m_groups))
        layout->addWidget(each);
    const auto showSource = [this](int source) {
        for (int i = 0; i < m_groups.size(); ++i)
            m_groups.at(i)->setVisible(i == source);
        Q_EMIT sourceChanged();
    };
    connect(m_source, &QComboBox::currentIndexChanged, this, showSource);
    showSource(File);
}

bool IdentityChooser::isForOpening() const
{
    return m_source->currentIndex() != New;
}

void IdentityChooser::proposeName(const QString& unit)
{
    if (m_newName->text().isEmpty())
        m_newName->setText(unit);
}

void IdentityChooser::forget()
{
    m_passphrase->clear();
    m_pin->clear();
}

void IdentityChooser::addField(QFormLayout* form, const QString& label, QWidget* field)
{
    auto* const words = new QLabel(label, this);
    words->setMinimumWidth(Theme::space(labelSteps));
    words->setBuddy(field);
    form->addRow(words, field);
}

QLineEdit* IdentityChooser::addLine(QFormLayout* form, const char* name, const QString& label, const QString& hint)
{
    auto* const line = new QLineEdit(this);
    line->setObjectName(QLatin1StringView(name));
    line->setAccessibleName(label);
    line->setAccessibleDescription(hint);
    line->setPlaceholderText(hint);
    addField(form, label, line);
    return line;
}

QPushButton* IdentityChooser::addButton(QBoxLayout* row, const char* name, const QString& words, const std::function<void()>& run)
{
    auto* const button = new QPushButton(words, this);
    button->setObjectName(QLatin1StringView(name));
    button->setAccessibleName(words);
    button->setAutoDefault(false);
    row->insertWidget(row->count() - 1, button);
    connect(button, &QPushButton::clicked, this, [this, run] { guarded(this, run); });
    return button;
}

QWidget* IdentityChooser::group()
{
    auto* const made = new QWidget(this);
    auto* const form = new QFormLayout(made);
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setHorizontalSpacing(Theme::space(3));
    form->setVerticalSpacing(Theme::space(2));
    if (Theme::isTextLarge())
        form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    return made;
}

QLineEdit* IdentityChooser::secret(QFormLayout* form, const char* name, const QString& label)
{
    QLineEdit* const line = addLine(form, name, label, say(u"输入时不显示", u"Not shown"));
    line->setEchoMode(QLineEdit::Password);
    line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    return line;
}

QLineEdit* IdentityChooser::chosenFile(QFormLayout* form, const char* name, const QString& label, const std::function<void()>& choose)
{
    auto* const both = new QHBoxLayout;
    both->setSpacing(Theme::space(2));
    auto* const line = new QLineEdit(this);
    line->setObjectName(QLatin1StringView(name));
    line->setAccessibleName(label);
    line->setAccessibleDescription(say(u"文件的位置，可以用“选择…”找到", u"Where the file is; “Choose…” finds it"));
    both->addWidget(line, 1);
    both->addStretch(0);
    const QByteArray button = QByteArray("choose_") + name;
    addButton(both, button.constData(), say(u"选择…", u"Choose…"), choose)->setAccessibleName(say(u"选择…", u"Choose…") + label);
    auto* const words = new QLabel(label, this);
    words->setMinimumWidth(Theme::space(28));
    words->setBuddy(line);
    form->addRow(words, both);
    return line;
}

QWidget* IdentityChooser::buildFile()
{
    QWidget* const made = group();
    auto* const form = static_cast<QFormLayout*>(made->layout());
    m_file = chosenFile(form, "identityFile", say(u"证书文件", u"File"), [this] { chooseFile(); });
    m_passphrase = secret(form, "passphrase", say(u"口令", u"Passphrase"));
    return made;
}

QWidget* IdentityChooser::buildToken()
{
    QWidget* const made = group();
    auto* const form = static_cast<QFormLayout*>(made->layout());
    m_module = chosenFile(form, "tokenModule", say(u"UKey 驱动（PKCS#11 模块）", u"The token's PKCS#11 module"), [this] { chooseModule(); });
    m_certificate = new QuietCombo(made);
    m_certificate->setObjectName(u"tokenCertificate"_s);
    m_certificate->setAccessibleName(say(u"UKey 中的证书", u"Certificate in the token"));
    m_certificate->setAccessibleDescription(say(u"选好驱动后列出", u"Listed when the module is chosen"));
    auto* const both = new QHBoxLayout;
    both->setSpacing(Theme::space(2));
    both->addWidget(m_certificate, 1);
    both->addStretch(0);
    addButton(both, "listTokens", say(u"查找 UKey", u"Find the token"), [this] { listTokens(); });
    form->addRow(m_certificate->accessibleName(), both);
    m_pin = secret(form, "tokenPin", say(u"PIN", u"PIN"));
    return made;
}

QWidget* IdentityChooser::buildNew()
{
    QWidget* const made = group();
    auto* const form = static_cast<QFormLayout*>(made->layout());
    m_newName = addLine(form, "newIdentityName", say(u"单位全称", u"Full name of the unit"), say(u"与公章上的一致", u"As on the seal"));
    m_newPassphrase = secret(form, "newPassphrase", say(u"设一个口令", u"A passphrase for it"));
    m_again = secret(form, "newPassphraseAgain", say(u"再输一遍", u"Once more"));
    auto* const row = new QHBoxLayout;
    row->addStretch(1);
    addButton(row, "makeIdentity", say(u"生成并存为…", u"Make it and save it as…"), [this] { makeIdentity(); });
    form->addRow(QString(), row);
    return made;
}

void IdentityChooser::chooseFile()
{
    const QString path = m_dialogs.openFile(
        this, {say(u"签名证书", u"Certificate"), say(u"签名证书 (*.p12 *.pfx *.pem)", u"Certificates (*.p12 *.pfx *.pem)"), {}});
    if (!path.isEmpty())
        m_file->setText(path);
}

void IdentityChooser::chooseModule()
{
    const QString path = m_dialogs.openFile(
        this, {say(u"UKey 驱动", u"Module of the token"), say(u"PKCS#11 模块 (*.so *.dll *.dylib)", u"PKCS#11 modules (*.so *.dll *.dylib)"), {}});
    if (!path.isEmpty())
        m_module->setText(path);
}

void IdentityChooser::listTokens()
{
    if (m_work->isBusy())
        return;
    if (m_module->text().trimmed().isEmpty())
        throw Error(ErrorCode::Usage, {u"请先选择 UKey 的驱动（由 UKey 厂家提供的 PKCS#11 模块）。"_s, u"Choose the token's PKCS#11 module first: its maker provides it."_s},
                    u"module"_s);
    m_work->start([this, module = m_module->text().trimmed()](const WorkControl&) {
        const QList<TokenInfo> tokens = TokenModule(module).tokens();
        return [this, tokens] { showTokens(tokens); };
    });
}

void IdentityChooser::showTokens(const QList<TokenInfo>& tokens)
{
    m_certificate->clear();
    for (const TokenInfo& token : tokens) {
        for (const TokenCertificate& one : token.certificates) {
            if (one.isAuthority)
                continue;
            m_certificate->addItem(one.name + u" · "_s + token.label + pinWords(token.pin));
            m_certificate->setItemData(m_certificate->count() - 1, token.label, labelRole);
            m_certificate->setItemData(m_certificate->count() - 1, one.fingerprint, fingerprintRole);
        }
    }
    if (m_certificate->count() == 0)
        throw Error(ErrorCode::NotFound, {u"没有找到 UKey，或其中没有证书。请插好 UKey 再查找。"_s, u"There is no token with a certificate. Plug it in and look again."_s},
                    m_module->text());
}

void IdentityChooser::makeIdentity()
{
    if (m_work->isBusy())
        return;
    if (m_newPassphrase->text().isEmpty() || m_newPassphrase->text() != m_again->text())
        throw Error(ErrorCode::Usage, {u"口令没有填写，或两遍不一样。请重新输入。"_s, u"The passphrase is empty, or the two differ. Type it again."_s}, u"passphrase"_s);
    const QString path = m_dialogs.saveFile(
        this, {say(u"签名证书存到哪里", u"Where to save it"), say(u"签名证书 (*.p12)", u"Certificates (*.p12)"), say(u"单位签名证书.p12", u"unit.p12")});
    if (path.isEmpty())
        return;
    const auto passphrase = std::make_shared<Passphrase>(m_newPassphrase->text());
    m_work->start([this, path, passphrase, name = m_newName->text().trimmed()](const WorkControl&) {
        NewIdentity identity;
        identity.name = name;
        createIdentity(path, identity, *passphrase);
        return [this, path] {
            m_passphrase->setText(m_newPassphrase->text());
            m_newPassphrase->clear();
            m_again->clear();
            m_file->setText(path);
            m_source->setCurrentIndex(File);
            if (MessageBar* const bar = MessageBar::of(this))
                bar->show({BarMessage::Kind::Good,
                           say(text(u"签名证书已存为“%1”。请妥善保管文件和口令：丢了无法找回。", u"It is “%1”. Keep the file and the passphrase safe: neither can be had again.")
                                   .arg(QFileInfo(path).fileName())),
                           {}, {}, u"identity-made"_s});
            Q_EMIT made();
        };
    });
}

IdentityChooser::Opening IdentityChooser::opening() const
{
    const bool isFile = m_source->currentIndex() == File;
    const auto passphrase = std::make_shared<Passphrase>((isFile ? m_passphrase : m_pin)->text());
    if (isFile) {
        if (m_file->text().trimmed().isEmpty())
            throw Error(ErrorCode::Usage, {u"请先选择签名证书文件。"_s, u"Choose the file of the certificate first."_s}, u"identity"_s);
        return [path = m_file->text().trimmed(), passphrase] { return Identity::load(path, *passphrase); };
    }
    if (m_certificate->currentIndex() < 0)
        throw Error(ErrorCode::Usage, {u"请先查找 UKey，选择其中的证书。"_s, u"Find the token and choose a certificate in it first."_s}, u"token"_s);
    const TokenChoice choice{m_certificate->currentData(labelRole).toString(), m_certificate->currentData(fingerprintRole).toString()};
    return [module = m_module->text().trimmed(), choice, passphrase] { return TokenModule(module).open(choice, *passphrase); };
}

} // namespace jz::ui
