// SPDX-License-Identifier: Apache-2.0
#include "ui/reading/reading_desk.h"

#include "model/base/counted_text.h"
#include "model/base/sha256.h"
#include "model/pdf/embedded_files.h"
#include "model/procedure/changed_pages.h"
#include "model/procedure/trust_desk.h"
#include "ui/desk/aside.h"
#include "ui/desk/guarded.h"
#include "ui/pdf/paper_view.h"
#include "ui/print/print_paper.h"
#include "ui/reading/trust_dialog.h"
#include "ui/reading/trusted_signers.h"
#include "ui/reading/verdict_panel.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
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
    connect(m_verdict, &VerdictPanel::pageWanted, this, [this](int page) { m_paper->view().goToPage(page); });
    connect(m_verdict, &VerdictPanel::trustWanted, this, [this] { guarded(this, [this] { trustSigner(); }); });
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
    const auto tool = [this](const char* name, const QString& iconName, const QString& words, void (ReadingDesk::*run)()) {
        QAction* const action = m_tools->addAction(icon(iconName), words, this, [this, run] { guarded(this, [this, run] { (this->*run)(); }); });
        action->setObjectName(QLatin1StringView(name));
    };
    m_compare = m_tools->addAction(icon(u"compare"), say(u"与资料库中的比较…", u"Compare with the one here…"), this, [this] { Q_EMIT compareWanted(ownDossier(), m_file); });
    m_compare->setObjectName(u"compareWithOwn"_s);
    m_compare->setVisible(false);
    tool("takeOut", u"attach"_s, say(u"取出附件…", u"Take attachments out…"), &ReadingDesk::takeOut);
    tool("trustedSigners", u"profile"_s, say(u"可信签名人…", u"Trusted signers…"), &ReadingDesk::manageSigners);
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
            const QMap<int, QList<LocalizedText>> changed = changedPages(report.signatures, file);
            QMetaObject::invokeMethod(
                qApp,
                [desk, report = std::move(report), sha256, changed]() mutable {
                    if (!desk)
                        return;
                    if (sha256)
                        guarded(desk, [&] { rememberVerdict(report, *sha256, desk->m_workspace); });
                    desk->mark(changed);
                    desk->show(report);
                },
                Qt::QueuedConnection);
        });
    });
}

void ReadingDesk::show(const PaperReport& report)
{
    m_report = report;
    m_verdict->show(report, title());
    m_compare->setVisible(!ownDossier().isNull());
    m_verified = true;
    Q_EMIT verified();
}

QUuid ReadingDesk::ownDossier() const
{
    if (!m_report || !m_report->paper || m_report->paper->kind != u"dossier")
        return {};
    const QUuid id(m_report->paper->id);
    return m_workspace.dossiers().find(id) ? id : QUuid();
}

void ReadingDesk::mark(const QMap<int, QList<LocalizedText>>& changed)
{
    QHash<int, QString> remarks;
    for (auto page = changed.begin(); page != changed.end(); ++page) {
        QStringList words;
        for (const LocalizedText& what : *page)
            words << say(what);
        remarks.insert(page.key(), words.join(u'\n'));
    }
    m_paper->setPageRemarks(remarks);
    m_verdict->showChangedPages(changed.keys());
}

void ReadingDesk::trustSigner()
{
    const SignatureReport* const signature = m_report ? untrustedSignature(*m_report) : nullptr;
    if (!signature)
        return;
    TrustDialog dialog(signature->certificate, this);
    if (!m_dialogs.run(dialog))
        return;
    dialog.list(m_workspace);
    verify();
}

void ReadingDesk::manageSigners()
{
    TrustedSigners dialog(m_workspace, m_dialogs, this);
    m_dialogs.run(dialog);
    if (dialog.isChanged())
        verify();
}

void ReadingDesk::takeOut()
{
    if (listEmbeddedFiles(m_file).isEmpty())
        return;
    const QString parent = m_dialogs.folder(this, say(u"附件取出到哪个文件夹", u"Where to put the attachments"));
    if (parent.isEmpty())
        return;
    const QString folder = QDir(parent).filePath(safeFileName(QFileInfo(m_file).completeBaseName() + say(u"-附件", u"-attachments")));
    QStringList names;
    aside(this, say(u"正在取出附件…", u"Taking the attachments out…"), [&] { names = extractEmbeddedFiles(m_file, folder); });
    if (MessageBar* const bar = MessageBar::of(this))
        bar->show({BarMessage::Kind::Good,
                   say(counted(u"%1 个文件已取出到“%2”。", u"%1 {file was|files were} taken out to “%2”.").arg(QString::number(names.size()), QDir::toNativeSeparators(folder))),
                   {}, {}, u"taken-out"_s});
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
