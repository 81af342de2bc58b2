// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/dossier_prints.h"

#include "ui/desk/aside.h"
#include "ui/desk/guarded.h"
#include "ui/print/print_paper.h"
#include "ui/print/seal_request_dialog.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"

#include <QAction>
#include <QMenu>

namespace jz::ui {

using namespace Qt::StringLiterals;

DossierPrints::DossierPrints(DossierSession& session, QWidget* desk) : QObject(desk), m_session(session), m_desk(desk), m_menu(new QMenu(desk))
{
    m_menu->setObjectName(u"printMenu"_s);
    add("printDossier", u"print"_s, say(u"打印申报书…", u"Print the dossier…"), &DossierPrints::print);
    add("printForReading", u"note"_s, say(u"打印审阅件（大字、宽边、标出改动）…", u"Print for reading (large, with changes marked)…"),
        &DossierPrints::printForReading);
    add("requestSeal", u"seal"_s, say(u"用印呈批单…", u"Request for the seal…"), &DossierPrints::requestSeal);
    m_seal = m_menu->actions().last();
    m_menu->setToolTipsVisible(true);
    const auto follow = [this] {
        m_seal->setEnabled(isFinal());
        m_seal->setToolTip(isFinal() ? QString() : say(u"定稿后才能申请用印", u"Only a final dossier is stamped"));
    };
    connect(m_menu, &QMenu::aboutToShow, this, follow);
    follow();
}

void DossierPrints::add(const char* name, const QString& iconName, const QString& words, void (DossierPrints::*run)())
{
    QAction* const action = m_menu->addAction(icon(iconName), words);
    action->setObjectName(QLatin1StringView(name));
    connect(action, &QAction::triggered, this, [this, run] { guarded(m_desk, [this, run] { (this->*run)(); }); });
}

bool DossierPrints::isFinal() const
{
    const DossierState state = m_session.editor().state();
    return state != DossierState::Draft && state != DossierState::Review;
}

QString DossierPrints::written(const std::shared_ptr<QTemporaryDir>& folder)
{
    const QString file = folder->filePath(u"dossier.pdf"_s);
    OutputOptions options;
    options.draft = !isFinal();
    const Dossier dossier = m_session.open().withPaths();
    aside(m_desk, say(u"正在排版…", u"Laying out…"), [&] { writeDossier(dossier, m_session.pack(), options, file); });
    return file;
}

void DossierPrints::print()
{
    const auto folder = std::make_shared<QTemporaryDir>();
    printPaper(m_desk, m_session.dialogs(), {written(folder), name(), {}, -1, 1, folder});
}

void DossierPrints::printForReading()
{
    const auto folder = std::make_shared<QTemporaryDir>();
    const QString file = folder->filePath(u"reading.pdf"_s);
    const WrittenReading written =
        m_session.open().writeForReading(file, [this](const auto& work) { aside(m_desk, say(u"正在排版…", u"Laying out…"), work); });
    const QString title = say(text(u"%1（审阅件）", u"%1 (for reading)").arg(name()));
    if (PrintJob* const job = printPaper(m_desk, m_session.dialogs(), {file, title, {}, -1, 1, folder}))
        connect(job, &PrintJob::printed, this, [this, written] { guarded(m_desk, [&] { m_session.open().keepReading(written); }); });
}

QString DossierPrints::name() const
{
    const QString title = summaryOf(m_session.dossier(), m_session.pack()).title;
    return title.isEmpty() ? say(u"申报书", u"Dossier") : title;
}

void DossierPrints::requestSeal()
{
    const auto folder = std::make_shared<QTemporaryDir>();
    SealRequest proposed;
    proposed.paper = written(folder);
    proposed.person = m_session.workspace().operators().current().name;
    offerSealRequest(m_desk, m_session.dialogs(), proposed);
}

} // namespace jz::ui
