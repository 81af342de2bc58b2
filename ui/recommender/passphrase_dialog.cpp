// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/passphrase_dialog.h"

#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

PassphraseDialog::PassphraseDialog(const QString& bundle, bool wasTried, QWidget* parent) : QDialog(parent), m_word(new QLineEdit(this))
{
    setObjectName(u"passphraseDialog"_s);
    setWindowTitle(say(u"报送包的口令", u"Passphrase of the bundle"));
    auto* const words = new WrappedLabel(
        say(text(u"“%1”加了口令。请向发来的单位问到口令（一般电话告知）再填；其他文件照常收取。",
                 u"“%1” is encrypted. Ask whoever sent it for the passphrase, by telephone as a rule; other files are received meanwhile.")
                .arg(bundle)),
        this);
    auto* const wrong = new WrappedLabel(say(u"刚才的口令打不开它。请注意大小写、全角半角，再填一次。", u"That passphrase does not open it. Mind capitals and full-width letters, and type it again."), this);
    wrong->setObjectName(u"wrongPassphrase"_s);
    wrong->setProperty("severity", u"error"_s);
    wrong->setVisible(wasTried);
    m_word->setObjectName(u"bundlePassphrase"_s);
    m_word->setAccessibleName(say(u"口令", u"Passphrase"));
    m_word->setAccessibleDescription(say(u"输入时不显示，也不保存", u"Not shown while it is typed, and not kept"));
    m_word->setEchoMode(QLineEdit::Password);
    m_word->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    auto* const form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(m_word->accessibleName(), m_word);
    auto* const buttons = new QDialogButtonBox(this);
    auto* const open = new QPushButton(say(u"打开并收取", u"Open and receive"), buttons);
    open->setObjectName(u"openBundle"_s);
    open->setProperty("primary", true);
    open->setDefault(true);
    open->setEnabled(false);
    buttons->addButton(open, QDialogButtonBox::AcceptRole);
    buttons->addButton(say(u"暂不收取", u"Not now"), QDialogButtonBox::RejectRole)->setObjectName(u"notNow"_s);
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::space(3));
    layout->addWidget(words);
    layout->addWidget(wrong);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(Theme::space(110));
    resize(minimumWidth(), layout->totalHeightForWidth(minimumWidth())); // as high as its wrapped words want it
    connect(m_word, &QLineEdit::textChanged, open, [open](const QString& typed) { open->setEnabled(!typed.isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_word->setFocus();
}

QString PassphraseDialog::word() const
{
    return m_word->text();
}

} // namespace jz::ui
