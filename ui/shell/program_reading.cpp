// SPDX-License-Identifier: Apache-2.0
// What Program opens to be read: files and bundles of others.
#include "ui/applicant/applicant_desk.h"
#include "ui/desk/guarded.h"
#include "ui/pdf/paper_view.h"
#include "ui/reading/bundle_desk.h"
#include "ui/reading/reading_desk.h"
#include "ui/shell/program.h"
#include "ui/style/language.h"

#include <QFileInfo>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

bool isBundle(const QString& path)
{
    try {
        return QFileInfo(path).isFile() && looksLikeBundle(path);
    } catch (const Error&) {
        return false; // whoever opens it says why
    }
}

} // namespace

void Program::readFile(const QString& path, const QJsonObject& place)
{
    if (!mayLeaveDesk())
        return;
    m_window->clear();
    Desk* desk = nullptr;
    if (isBundle(path)) {
        auto* const bundle = new BundleDesk(*m_workspace, path, m_dialogs, m_window->pageParent());
        bundle->goTo(place);
        desk = bundle;
    } else {
        auto* const reading = new ReadingDesk(*m_workspace, path, m_dialogs, m_window->pageParent());
        if (!place.isEmpty())
            connect(&reading->paper().pages(), &PaperPages::opened, reading, [reading, place] { reading->goTo(place); });
        on(reading, &ReadingDesk::compareWanted, [this](const QUuid& id, const QString& file) { compareWith(id, file); });
        desk = reading;
    }
    desk->setCorner(makeCorner());
    on(desk, &Desk::leave, &Program::showStartPage);
    on(desk, &Desk::titleChanged, &Program::setTitle);
    on(desk, &Desk::openDossier, [this](const QUuid& id) { openDossier(id); });
    m_window->setPage(desk);
    m_view = View::Reading;
    m_session = {{}, place};
    setTitle();
    if (place.isEmpty())
        keepSession();
}

void Program::compareWith(const QUuid& id, const QString& file)
{
    openDossier(id);
    if (auto* const desk = qobject_cast<ApplicantDesk*>(m_window->page()))
        desk->compareWith(file);
}

void Program::askForFileToRead()
{
    const QString file = m_dialogs.openFile(m_window.get(), {say(u"打开要核对的文件", u"Open the file to verify"),
                                                             say(u"PDF 和报送包 (*.pdf *.jzb *.zip);;所有文件 (*)", u"PDF files and bundles (*.pdf *.jzb *.zip);;All files (*)"),
                                                             {}});
    if (!file.isEmpty())
        readFile(file);
}

QStringList Program::openBundlesAmong(const QStringList& paths)
{
    QStringList bundles;
    QStringList others;
    for (const QString& path : paths)
        (isBundle(path) ? bundles : others) << path;
    if (bundles.isEmpty())
        return others;
    readFile(bundles.first());
    if (bundles.size() > 1)
        m_window->messages().show({BarMessage::Kind::Hint,
                                   say(u"报送包一次打开一个，打开的是第一个；其余的请再打开。", u"Bundles are opened one at a time: this is the first. Open the others after it."),
                                   {}, {}, u"bundles"_s});
    return others;
}

} // namespace jz::ui
