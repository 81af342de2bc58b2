// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/endorse_dialog.h"

#include "model/base/error.h"
#include "ui/applicant/entry_list.h"
#include "ui/desk/aside.h"
#include "ui/desk/guarded.h"
#include "ui/finalise/identity_chooser.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTabWidget>
#include <QThread>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

QScrollArea* scrolled(QWidget* page)
{
    auto* const area = new QScrollArea;
    area->setObjectName(page->objectName() + u"Scroll");
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setWidget(page);
    return area;
}

} // namespace

EndorseDialog::EndorseDialog(BatchBoard& board, Dialogs& dialogs, QWidget* parent)
    : QDialog(parent), m_board(board), m_dialogs(dialogs), m_list(new EntryList(this)), m_ways(new QTabWidget(this)), m_joint(new QLineEdit(this))
{
    setObjectName(u"endorseDialog"_s);
    setWindowTitle(say(u"推荐并签章", u"Endorse"));
    m_list->setObjectName(u"toEndorse"_s);
    m_list->setAccessibleName(say(u"推荐的申报书", u"Recommended dossiers"));
    m_list->setEmptyWords(say(u"还没有推荐任何申报书。请先排序。", u"No dossier is recommended yet. Rank first."));
    m_ways->setObjectName(u"endorseWays"_s);
    m_ways->setDocumentMode(true);
    m_ways->setUsesScrollButtons(false);
    m_ways->addTab(scrolled(buildInk()), say(u"签字盖章", u"By pen and stamp"));
    m_ways->addTab(scrolled(buildCertificate()), say(u"用证书", u"With a certificate"));
    m_joint->setObjectName(u"jointBody"_s);
    m_joint->setAccessibleName(say(u"联合推荐单位", u"Joint body"));
    m_joint->setAccessibleDescription(say(u"本单位签章时不填；联合推荐单位签章时填其名称", u"Empty for our own body; the name of a joint body when it endorses"));
    m_joint->setToolTip(m_joint->accessibleDescription());
    m_said = new WrappedLabel(this);
    m_said->setObjectName(u"endorseSaid"_s);
    auto* const joint = new QFormLayout;
    joint->addRow(m_joint->accessibleName(), m_joint);
    auto* const right = new QVBoxLayout;
    right->addWidget(m_ways, 1);
    right->addLayout(joint);
    right->addWidget(m_said);
    auto* const sides = new QBoxLayout(Theme::isTextLarge() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    sides->setSpacing(Theme::space(4));
    sides->addWidget(m_list, 1);
    sides->addLayout(right, Theme::isTextLarge() ? 2 : 1);
    auto* const buttons = new QDialogButtonBox(this);
    buttons->addButton(say(u"完成", u"Done"), QDialogButtonBox::AcceptRole)->setObjectName(u"done"_s);
    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(sides, 1);
    layout->addWidget(buttons);
    resize(QSize(Theme::space(210), Theme::space(135)).boundedTo(screen()->availableSize() * 0.95));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(&board, &BatchBoard::changed, this, &EndorseDialog::refresh);
    refresh();
    showOwnOpinion();
}

QLabel* EndorseDialog::addText(QVBoxLayout* layout, const QString& words, bool quiet)
{
    auto* const label = new WrappedLabel(words, this);
    label->setProperty("quiet", quiet);
    layout->addWidget(label);
    return label;
}

QPushButton* EndorseDialog::addButton(QVBoxLayout* layout, const char* name, const QString& words, std::function<void()> run)
{
    auto* const button = new QPushButton(words, this);
    button->setObjectName(QLatin1StringView(name));
    button->setAutoDefault(false);
    layout->addWidget(button, 0, Qt::AlignLeft);
    connect(button, &QPushButton::clicked, this, [this, run = std::move(run)] { guarded(this, run); });
    return button;
}

QWidget* EndorseDialog::buildInk()
{
    auto* const page = new QWidget(this);
    page->setObjectName(u"byInk"_s);
    auto* const layout = new QVBoxLayout(page);
    layout->setSpacing(Theme::space(2));
    addText(layout, say(u"① 印出全部签章页", u"① Print all signature pages"), false)->setFont(Theme::font(TextStyle::Strong));
    addText(layout, say(u"一个 PDF：前面是给印章保管人的清单，后面是各份申报书的签章页，按推荐顺序。请按 100% 打印。",
                        u"One PDF: a list for the keeper of the seal, then the signature pages in ranking order. Print it at 100 %."), true);
    addButton(layout, "printPages", say(u"存为 PDF…", u"Save as PDF…"), [this] { printPages(); })->setProperty("primary", true);
    addText(layout, say(u"② 负责人签名，再盖单位公章", u"② The leader signs, then the seal"), false)->setFont(Theme::font(TextStyle::Strong));
    addText(layout, say(u"印章不要压住页脚的二维码。", u"Keep the seal off the codes at the foot of the pages."), true);
    addText(layout, say(u"③ 扫描，一次放入全部扫描件", u"③ Scan them and take all scans in"), false)->setFont(Theme::font(TextStyle::Strong));
    addText(layout, say(u"顺序不限，按页上的二维码自动归到各份申报书；缺哪一页会告诉您。", u"In any order: the codes say which dossier each belongs to. You are told what is missing."), true);
    addButton(layout, "takeScans", say(u"放入扫描件…", u"Take scans in…"), [this] { chooseScans(); });
    layout->addStretch(1);
    return page;
}

QPlainTextEdit* EndorseDialog::addOpinion(QVBoxLayout* layout, const char* name, const QString& words, const QString& hint)
{
    auto* const heading = new WrappedLabel(words, this);
    heading->setObjectName(QLatin1StringView(name) + u"Heading");
    auto* const opinion = new QPlainTextEdit(this);
    opinion->setObjectName(QLatin1StringView(name));
    opinion->setAccessibleName(words);
    opinion->setAccessibleDescription(hint);
    opinion->setPlaceholderText(hint);
    opinion->setTabChangesFocus(true);
    opinion->setFixedHeight(opinion->fontMetrics().lineSpacing() * 3 + Theme::space(4));
    layout->addWidget(heading);
    layout->addWidget(opinion);
    return opinion;
}

QWidget* EndorseDialog::buildCertificate()
{
    auto* const page = new QWidget(this);
    page->setObjectName(u"byCertificate"_s);
    auto* const layout = new QVBoxLayout(page);
    layout->setSpacing(Theme::space(2));
    m_identity = new IdentityChooser(m_dialogs, page);
    m_identity->proposeName(m_board.view().batch.body.name);
    layout->addWidget(m_identity);
    m_opinion = addOpinion(layout, "opinion", say(u"各份共同的补充意见", u"Addition to the opinion of each"),
                           say(u"可不填：固定意见以外补充的话，写入每一份", u"May stay empty: added to the fixed wording of each"));
    m_ownOpinion = addOpinion(layout, "ownOpinion", {}, say(u"可不填：这一份用这里的话，代替上面共同的", u"May stay empty: this one has these words instead of those above"));
    m_ownHeading = findChild<QLabel*>(u"ownOpinionHeading"_s);
    m_sign = addButton(layout, "signAll", say(u"依次签章", u"Sign one after the other"), [this] { signAll(); });
    m_sign->setProperty("primary", true);
    m_stop = addButton(layout, "stopSigning", say(u"签完这一份就停", u"Stop after this one"), [this] { m_stopped = true; });
    m_stop->hide();
    addText(layout, say(u"证书只打开一次；每签好一份就保存，停下以后可以接着签。", u"The certificate is opened once; each dossier is kept as it is signed, and you can go on another time."), true);
    layout->addStretch(1);
    const auto showUsable = [this] { m_sign->setEnabled(m_identity->isForOpening() && !m_identity->work().isBusy()); };
    connect(m_identity, &IdentityChooser::sourceChanged, this, showUsable);
    connect(&m_identity->work(), &BackgroundWork::began, this, showUsable);
    connect(&m_identity->work(), &BackgroundWork::ended, this, showUsable);
    connect(m_list, &EntryList::currentKeyChanged, this, &EndorseDialog::showOwnOpinion);
    connect(m_ownOpinion, &QPlainTextEdit::textChanged, this, &EndorseDialog::keepOwnOpinion);
    return page;
}

void EndorseDialog::showOwnOpinion()
{
    const QUuid dossier(m_list->currentKey());
    const Candidate* const candidate = m_board.view().candidate(dossier);
    m_ownHeading->setText(candidate ? say(text(u"只给《%1》的补充意见", u"For “%1” alone").arg(candidate->title))
                                    : say(u"只给一份的补充意见：先在列表里选中它", u"For one dossier alone: choose it in the list"));
    m_ownOpinion->setAccessibleName(m_ownHeading->text());
    m_ownOpinion->setEnabled(candidate != nullptr);
    const QSignalBlocker quiet(m_ownOpinion);
    m_ownOpinion->setPlainText(m_opinions.value(dossier));
}

void EndorseDialog::keepOwnOpinion()
{
    const QUuid dossier(m_list->currentKey());
    const QString words = m_ownOpinion->toPlainText().trimmed();
    if (words.isEmpty())
        m_opinions.remove(dossier);
    else if (!dossier.isNull())
        m_opinions.insert(dossier, words);
    refresh();
}

void EndorseDialog::refresh()
{
    QList<Entry> entries;
    const QList<const Candidate*> recommended = m_board.view().recommended();
    for (const Candidate* const each : recommended) {
        const EndorsementState state = endorsementOf(*each, m_board.view().endorsements);
        const Findings against = endorsingFindings(*each);
        Entry entry;
        entry.key = each->dossier.toString();
        entry.icon = state.isEndorsed() ? u"good"_s : against.isEmpty() ? u"circle"_s : u"error"_s;
        entry.tone = state.isEndorsed() ? Entry::Tone::Good : against.isEmpty() ? Entry::Tone::Quiet : Entry::Tone::Error;
        entry.title = QString::number(entries.size() + 1) + u"　"_s + each->title;
        QStringList lines{say(endorsementWord(state.kind))};
        for (const Endorsement& joint : state.joint)
            lines << say(text(u"联合：%1", u"joint: %1").arg(joint.body));
        for (const Finding& finding : against)
            lines << say(finding.message);
        if (m_opinions.contains(each->dossier))
            lines << say(text(u"补充：%1", u"added: %1").arg(m_opinions.value(each->dossier)));
        if (m_remarks.contains(each->dossier))
            lines << m_remarks.value(each->dossier);
        entry.text = lines.join(u'\n');
        entry.note = each->applicant;
        entry.spoken = lines.first();
        entries << entry;
    }
    m_list->setEntries(entries);
    for (QWidget* const each : {static_cast<QWidget*>(m_ways), static_cast<QWidget*>(m_joint)})
        each->setEnabled(m_board.canWrite() && !recommended.isEmpty());
}

QString EndorseDialog::jointBody() const
{
    return m_joint->text().trimmed();
}

void EndorseDialog::printPages()
{
    const QString out = m_dialogs.saveFile(this, {say(u"存签章页", u"Save the signature pages"), u"PDF (*.pdf)"_s, say(u"签章页.pdf", u"signature-pages.pdf")});
    if (out.isEmpty())
        return;
    const SealJob job = writeSealJob(m_board.workspace(), m_board.key(), {}, out);
    m_said->setText(say(text(u"“%1”共 %2 页，%3 份申报书。", u"“%1” has %2 pages of %3 dossiers.")
                            .arg(QFileInfo(out).fileName(), QString::number(job.pages), QString::number(job.entries.size())))
                    + (job.refused.isEmpty() ? QString() : say(text(u" 有 %1 份现在不能签章，没有印。", u" %1 cannot be endorsed now and were left out.").arg(QString::number(job.refused.size())))));
}

void EndorseDialog::chooseScans()
{
    takeScans(m_dialogs.openFiles(this, {say(u"放入扫描件", u"Take scans in"), say(u"扫描件 (*.pdf *.jpg *.jpeg *.png *.tif *.tiff);;所有文件 (*)", u"Scans (*.pdf *.jpg *.jpeg *.png *.tif *.tiff);;All files (*)"), {}}));
}

void EndorseDialog::takeScans(const QStringList& files)
{
    if (files.isEmpty())
        return;
    guarded(this, [&] {
        InkIntake intake;
        intake.scans = files;
        intake.body = jointBody();
        intake.deliveryKey = m_board.deliveryKey();
        intake.person = m_board.person();
        const WorkControl stoppable{{}, [] { return QThread::currentThread()->isInterruptionRequested(); }};
        const InkEndorsement taken = endorseByInk(m_board.workspace(), m_board.key(), intake, ScanReader(), stoppable,
                                                  [this](const auto& work) { aside(this, say(u"正在辨认扫描件…", u"Reading the scans…"), work); });
        showTaken(taken);
    });
    m_board.reload();
}

void EndorseDialog::showTaken(const InkEndorsement& taken)
{
    int done = 0;
    for (const InkEndorsed& each : taken.dossiers) {
        QStringList lines;
        if (each.touched || each.endorsed)
            for (const InkProblem& problem : each.problems)
                lines << say(worded(problem).message);
        for (const TakenPage& page : each.pages)
            for (const InkProblem& problem : page.problems)
                lines << say(worded(problem).message);
        if (lines.isEmpty())
            m_remarks.remove(each.dossier);
        else
            m_remarks.insert(each.dossier, lines.join(u'\n'));
        done += each.endorsed ? 1 : 0;
    }
    QStringList said{say(text(u"放入了 %1 份签章件。", u"%1 signature papers were taken in.").arg(QString::number(done)))};
    for (const InkProblem& problem : taken.problems)
        said << say(worded(problem).message);
    m_said->setText(said.join(u'\n'));
}

void EndorseDialog::signAll()
{
    const IdentityChooser::Opening open = m_identity->opening();
    std::optional<Identity> identity;
    aside(this, say(u"正在打开证书…", u"Opening the certificate…"), [&] { identity = open(); });
    const EndorsingOrder order{*identity, jointBody(), m_opinion->toPlainText().trimmed(), m_opinions, {}, QDateTime::currentDateTime(), {}, m_board.person()};
    m_stopped = false;
    m_sign->setEnabled(false);
    m_stop->show();
    QList<EndorsedDossier> endorsed;
    guarded(this, [&] {
        const WorkControl control{[this](int done, int total) {
                                      m_said->setText(say(text(u"已签 %1 / %2", u"%1 of %2 signed").arg(QString::number(done), QString::number(total))));
                                      m_board.reload();
                                      QCoreApplication::processEvents();
                                  },
                                  [this] { return m_stopped; }};
        endorsed = endorseByCertificate(m_board.workspace(), m_board.key(), order, control,
                                        [this](const auto& work) { aside(this, say(u"正在签章…", u"Signing…"), work); });
    });
    m_sign->setEnabled(true);
    m_stop->hide();
    showSigned(endorsed);
    m_board.reload();
}

void EndorseDialog::showSigned(const QList<EndorsedDossier>& endorsed)
{
    int done = 0;
    for (const EndorsedDossier& each : endorsed) {
        QStringList lines;
        for (const Finding& finding : each.findings)
            lines << say(finding.message);
        m_remarks.remove(each.dossier);
        if (!lines.isEmpty() && each.outcome == EndorsedDossier::Outcome::Endorsed)
            m_remarks.insert(each.dossier, lines.join(u'\n'));
        done += each.outcome == EndorsedDossier::Outcome::Endorsed ? 1 : 0;
    }
    if (!endorsed.isEmpty())
        m_said->setText(say(text(u"签好 %1 份。", u"%1 signed.").arg(QString::number(done))));
}

} // namespace jz::ui
