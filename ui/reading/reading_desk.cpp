// SPDX-License-Identifier: Apache-2.0
#include "ui/reading/reading_desk.h"

#include "model/base/sha256.h"
#include "model/procedure/trust_desk.h"
#include "ui/desk/guarded.h"
#include "ui/pdf/paper_view.h"
#include "ui/print/print_paper.h"
#include "ui/reading/verdict_panel.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPointer>
#include <QThreadPool>
#include <QToolBar>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

ReadingDesk::ReadingDesk(Workspace& workspace, const QString& file, Dialogs& dialogs, QWidget* parent)
    : Desk(parent), m_workspace(workspace), m_file(file), m_dialogs(dialogs), m_top(new QHBoxLayout), m_tools(new QToolBar(this)), m_verdict(new VerdictPanel(this)),
      m_paper(new PaperView(file, this))
{
    setObjectName(u"readingDesk"_s);
    buildTools();
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_top->addWidget(m_tools, 1);
    layout->addLayout(m_top);
    layout->addWidget(m_verdict);
    layout->addWidget(m_paper, 1);
    connect(m_paper, &PaperView::failed, this, [this](const Error& why) { guarded(this, [&] { throw why; }); });
    connect(m_paper, &PaperView::addressClicked, this, &ReadingDesk::openAddress);
    verify();
}

void ReadingDesk::buildTools()
{
    m_tools->setObjectName(u"tools"_s);
    m_tools->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_tools->setIconSize({Theme::space(5), Theme::space(5)});
    m_home = m_tools->addAction(icon(u"home"), say(u"开始页", u"Start page"), this, &Desk::leave);
    m_home->setObjectName(u"home"_s);
    QAction* const print = m_tools->addAction(icon(u"print"), say(u"打印…", u"Print…"), this, [this] { guarded(this, [this] { printFile(); }); });
    print->setObjectName(u"printPaper"_s);
    print->setShortcut(QKeySequence::Print);
}

void ReadingDesk::setWayBack(const QString& words)
{
    m_home->setIcon(icon(u"back"));
    m_home->setText(words);
}

void ReadingDesk::verify()
{
    m_verdict->showBusy();
    guarded(this, [this] {
        const TrustList trust = trustListOf(m_workspace);
        QThreadPool::globalInstance()->start([desk = QPointer(this), file = m_file, trust] {
            PaperReport report = verifyPaper(file, trust);
            std::optional<QByteArray> sha256;
            try {
                sha256 = sha256OfFile(file);
            } catch (const Error&) {
                // It is gone meanwhile: its verdict cannot be kept, the pages say the rest.
            }
            QMetaObject::invokeMethod(
                qApp,
                [desk, report = std::move(report), sha256]() mutable {
                    if (!desk)
                        return;
                    if (sha256)
                        guarded(desk, [&] { rememberVerdict(report, *sha256, desk->m_workspace); });
                    desk->m_verdict->show(report);
                    desk->m_verified = true;
                    Q_EMIT desk->verified();
                },
                Qt::QueuedConnection);
        });
    });
}

void ReadingDesk::printFile()
{
    printPaper(this, m_dialogs, {m_file, title(), {}, m_paper->view().currentPage(), 1, {}});
}

void ReadingDesk::openAddress(const QUrl& address)
{
    const Question question{say(u"打开网址", u"Open an address"),
                            say(text(u"文件中的链接要打开：%1", u"A link in the file opens: %1").arg(address.toDisplayString())),
                            {say(u"在浏览器中打开", u"Open it in the browser")}};
    if (m_dialogs.ask(this, question) == 0)
        QDesktopServices::openUrl(address);
}

void ReadingDesk::setCorner(QWidget* corner)
{
    m_top->addWidget(corner);
}

QString ReadingDesk::title() const
{
    return QFileInfo(m_file).fileName();
}

QJsonObject ReadingDesk::place() const
{
    return {{u"file"_s, m_file}, {u"page"_s, m_paper->view().currentPage()}};
}

void ReadingDesk::goTo(const QJsonObject& place)
{
    m_paper->view().goToPage(place.value("page"_L1).toInt());
}

} // namespace jz::ui
