// SPDX-License-Identifier: Apache-2.0
#include "ui/finalise/signatory_form.h"

#include "model/procedure/authorisation_letter.h"
#include "ui/desk/aside.h"
#include "ui/desk/guarded.h"
#include "ui/finalise/scan_dialog.h"
#include "ui/print/print_paper.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

SignatoryForm::SignatoryForm(DossierSession& session, QWidget* parent)
    : StepPage(session, say(u"由谁签署", u"Who signs"), parent, TextStyle::Strong), m_deputy(new QCheckBox(say(u"由授权代表代签", u"A deputy signs"), this)), m_letter(new QWidget(this))
{
    setObjectName(u"signatoryForm"_s);
    QFormLayout* const form = addForm();
    m_name = addLine(form, "signatoryName", say(u"签署人姓名", u"Name"), say(u"在打印稿上签字的人", u"Who signs the print"));
    m_position = addLine(form, "signatoryPosition", say(u"职务", u"Position"), say(u"如院长、副院长", u"e.g. director, deputy director"));
    m_deputy->setObjectName(u"signatoryDeputy"_s);
    m_deputy->setAccessibleName(m_deputy->text());
    form->addRow(QString(), m_deputy);
    auto* const letter = new QVBoxLayout(m_letter);
    letter->setContentsMargins({});
    letter->setSpacing(Theme::space(2));
    auto* const lines = new QFormLayout;
    lines->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    lines->setHorizontalSpacing(Theme::space(3));
    m_head = addLine(lines, "signatoryHead", say(u"单位负责人姓名", u"The leader's name"), say(u"授权他人签字的负责人", u"Who lets the deputy sign"));
    letter->addLayout(lines);
    auto* const row = new QHBoxLayout;
    row->setSpacing(Theme::space(2));
    row->addStretch(1);
    letter->addLayout(row);
    addButton(row, "printLetter", say(u"打印授权书…", u"Print the letter of authorisation…"), [this] { printLetter(); });
    addButton(row, "saveLetter", say(u"存为 PDF…", u"Save as PDF…"), [this] { saveLetter(); });
    auto* const below = new QHBoxLayout;
    below->addStretch(1);
    letter->addLayout(below);
    addButton(below, "takeLetterIn", say(u"放入签好的授权书…", u"Take the signed letter in…"), [this] { takeLetterIn(); });
    m_kept = new QLabel(m_letter);
    m_kept->setObjectName(u"letterKept"_s);
    m_kept->setProperty("quiet", true);
    letter->addWidget(m_kept);
    column()->addWidget(m_letter);
    m_letter->hide();
    connect(m_deputy, &QCheckBox::toggled, m_letter, &QWidget::setVisible);
}

void SignatoryForm::refresh(const QList<RouteStep>&)
{
    if (const auto known = session().open().writtenDown(record::signatory); known && m_name->text().isEmpty()) {
        m_name->setText(known->who);
        m_position->setText(known->detail.value("position"_L1).toString());
        m_head->setText(known->detail.value("head"_L1).toString());
        m_deputy->setChecked(known->detail.value("deputy"_L1).toBool());
    }
    const auto letter = session().open().writtenDown(record::authorisation);
    m_kept->setText(letter ? say(text(u"已收入 %1 的授权书（%2）。", u"The letter for %1 is here (%2).").arg(letter->who, letter->day.toString(Qt::ISODate)))
                           : say(u"还没有收入授权书。", u"No signed letter is here yet."));
}

void SignatoryForm::requireComplete()
{
    if (m_name->text().trimmed().isEmpty())
        throw Error(ErrorCode::Usage, {u"请先写明由谁签署（姓名、职务）。"_s, u"Say who signs first: name and position."_s}, u"who"_s);
    if (!m_deputy->isChecked() || session().open().writtenDown(record::authorisation))
        return;
    const Question question{say(u"没有授权书", u"No letter of authorisation"),
                            say(text(u"“%1”不是单位负责人，授权书还没有收入。收件方可能退回。",
                                     u"“%1” is not the leader, and no signed letter is here. Whoever receives it may send it back.").arg(m_name->text().trimmed())),
                            {say(u"稍后再补，继续", u"Go on, it comes later")}};
    if (session().dialogs().ask(this, question) != 0)
        throw Cancelled{};
}

void SignatoryForm::writeItDown()
{
    QJsonObject detail{{u"position"_s, m_position->text().trimmed()}, {u"deputy"_s, m_deputy->isChecked()}};
    if (m_deputy->isChecked())
        detail.insert(u"head"_s, m_head->text().trimmed());
    StepPage::writeDown(record::signatory, m_name->text(), QDate::currentDate(), detail);
}

void SignatoryForm::writeLetter(const QString& path)
{
    const AuthorisationOrder order{m_head->text().trimmed(), m_name->text().trimmed(), m_position->text().trimmed()};
    const Dossier& dossier = session().dossier();
    aside(this, say(u"正在制作授权书…", u"Making the letter…"), [&] { writeAuthorisation(dossier, session().pack(), order, path); });
}

void SignatoryForm::printLetter()
{
    const auto folder = std::make_shared<QTemporaryDir>();
    const QString path = folder->filePath(u"authorisation.pdf"_s);
    writeLetter(path);
    PrintOffer offer;
    offer.file = path;
    offer.title = say(u"授权书", u"Letter of authorisation");
    offer.keep = folder;
    printPaper(this, session().dialogs(), offer);
}

void SignatoryForm::saveLetter()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"authorisation.pdf"_s);
    writeLetter(path);
    saveCopy(path, fileName(say(u"授权书", u"letter of authorisation")));
}

void SignatoryForm::takeLetterIn()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"authorisation.pdf"_s);
    writeLetter(path);
    ScanDialog dialog(session(), say(u"放入签好的授权书", u"Take the signed letter in"), path, this);
    if (session().dialogs().run(dialog))
        writeDown(record::authorisation, m_name->text(), QDate::currentDate(), {}, dialog.closed());
}

} // namespace jz::ui
