// SPDX-License-Identifier: Apache-2.0
#include "ui/print/seal_request_dialog.h"

#include "ui/desk/aside.h"
#include "ui/desk/message_bar.h"
#include "ui/print/print_paper.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCopies = 99;

QString sheetName()
{
    return say(u"用印呈批单", u"Seal request");
}

} // namespace

SealRequestDialog::SealRequestDialog(const SealRequest& proposed, QWidget* parent)
    : QDialog(parent), m_request(proposed), m_copies(new QSpinBox(this)), m_person(new QLineEdit(proposed.person, this)),
      m_department(new QLineEdit(proposed.department, this)), m_purpose(new QLineEdit(proposed.purpose, this))
{
    setObjectName(u"sealRequestDialog"_s);
    setWindowTitle(sheetName());
    build();
}

void SealRequestDialog::build()
{
    m_copies->setObjectName(u"sealCopies"_s);
    m_copies->setRange(1, mostCopies);
    m_copies->setValue(m_request.copies);
    m_person->setObjectName(u"sealPerson"_s);
    m_department->setObjectName(u"sealDepartment"_s);
    m_purpose->setObjectName(u"sealPurpose"_s);
    m_purpose->setPlaceholderText(say(u"不填则写“按通知报送申报材料”", u"Left empty: handing in by the call's notice"));
    auto* const about = new QLabel(say(u"请本单位批准用印的一页单子：文件、编号、校验码、页数和签字盖章页已填好，意见栏留空手写。",
                                       u"One page on which your unit decides on the use of its seal. Document, id, fingerprint and the pages to stamp are filled "
                                       "in; room for opinions is left to write in."),
                                   this);
    about->setWordWrap(true);
    auto* const form = new QFormLayout;
    form->setVerticalSpacing(Theme::space(2));
    const auto add = [&](QWidget* field, const QString& words) {
        field->setAccessibleName(words);
        field->setAccessibleDescription(say(u"印在单子上", u"Printed on the sheet"));
        form->addRow(words, field);
    };
    add(m_copies, say(u"用印份数", u"Copies to stamp"));
    add(m_person, say(u"经办人", u"Who asks"));
    add(m_department, say(u"部门", u"Department"));
    add(m_purpose, say(u"用印事由", u"What for"));
    auto* const buttons = new QDialogButtonBox(this);
    auto* const print = new QPushButton(say(u"打印…", u"Print…"), this);
    print->setObjectName(u"printSheet"_s);
    print->setProperty("primary", true);
    print->setDefault(true);
    buttons->addButton(print, QDialogButtonBox::AcceptRole);
    QPushButton* const save = buttons->addButton(say(u"存为 PDF…", u"Save as PDF…"), QDialogButtonBox::ActionRole);
    save->setObjectName(u"saveSheet"_s);
    buttons->addButton(say(u"取消", u"Cancel"), QDialogButtonBox::RejectRole)->setObjectName(u"cancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, [this] {
        m_wantsFile = true;
        accept();
    });
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(5), Theme::space(5), Theme::space(5), Theme::space(4));
    layout->setSpacing(Theme::space(3));
    layout->addWidget(about);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(Theme::space(120));
}

SealRequest SealRequestDialog::request() const
{
    SealRequest request = m_request;
    request.copies = m_copies->value();
    request.person = m_person->text().trimmed();
    request.department = m_department->text().trimmed();
    request.purpose = m_purpose->text().trimmed();
    return request;
}

void offerSealRequest(QWidget* over, Dialogs& dialogs, const SealRequest& proposed)
{
    SealRequestDialog dialog(proposed, over);
    if (!dialogs.run(dialog))
        return;
    const SealRequest request = dialog.request();
    const auto write = [&](const QString& out) { aside(over, say(u"正在制作呈批单…", u"Making the sheet…"), [&] { writeSealRequest(request, out); }); };
    if (!dialog.wantsFile()) {
        const auto folder = std::make_shared<QTemporaryDir>();
        const QString out = folder->filePath(u"sheet.pdf"_s);
        write(out);
        printPaper(over, dialogs, {out, sheetName(), {}, -1, 1, folder});
        return;
    }
    const QString out = dialogs.saveFile(over, {say(u"呈批单存到哪里", u"Where to put the sheet"), u"PDF (*.pdf)"_s, sheetName() + u".pdf"_s});
    if (out.isEmpty())
        return;
    write(out);
    if (MessageBar* const bar = MessageBar::of(over))
        bar->show({BarMessage::Kind::Good, say(text(u"用印呈批单已存为“%1”。", u"The seal request is “%1”.").arg(QDir::toNativeSeparators(out))), {}, {}, u"sealRequest"_s});
}

} // namespace jz::ui
