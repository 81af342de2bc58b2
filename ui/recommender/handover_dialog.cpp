// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/handover_dialog.h"

#include "model/dossier/value_words.h"
#include "ui/applicant/entry_list.h"
#include "ui/desk/guarded.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

void addLines(QList<Entry>& entries, const QString& heading, const QList<LocalizedText>& lines)
{
    Entry head;
    head.key = u"heading%1"_s.arg(entries.size());
    head.heading = true;
    head.title = say(text(u"%1（%2）", u"%1 (%2)").arg(heading, QString::number(lines.size())));
    entries << head;
    for (const LocalizedText& line : lines) {
        Entry entry;
        entry.key = u"line%1"_s.arg(entries.size());
        entry.text = say(line);
        entries << entry;
    }
}

} // namespace

HandoverDialog::HandoverDialog(BatchBoard& board, Dialogs& dialogs, QWidget* parent)
    : QDialog(parent), m_board(board), m_dialogs(dialogs), m_work(new BackgroundWork(this)), m_list(new EntryList(this)), m_said(new WrappedLabel(this)),
      m_bar(new QProgressBar(this)), m_write(new QPushButton(icon(u"export", &Colours::onAccent), say(u"存为交接文件…", u"Write the file…"), this)),
      m_stop(new QPushButton(say(u"停止", u"Stop"), this))
{
    setObjectName(u"handoverDialog"_s);
    setWindowTitle(say(u"交接给接手的人", u"Hand over to a successor"));
    build();
    listMatters();
    connect(m_work, &BackgroundWork::began, this, &HandoverDialog::showBusy);
    connect(m_work, &BackgroundWork::ended, this, &HandoverDialog::showBusy);
    connect(m_work, &BackgroundWork::progressed, this, [this](int done, int total) {
        m_bar->setRange(0, total);
        m_bar->setValue(done);
    });
    showBusy();
}

void HandoverDialog::build()
{
    auto* const about = new WrappedLabel(
        say(u"收到的申报书、排序、签章件、催办、报送记录，连同下面的清单，打成一个文件。接手的人在开始页点“接收交接”打开它，就可以接着办。本机的资料库不变。\n"
            u"文件里有单位和联系人的信息，没有加密，请当面或用可靠的方式交付。",
            u"Dossiers, ranking, signature papers, reminders and what was sent go into one file, with the list below. The successor opens it with “Take over” on the start "
            u"page and goes on from there. The workspace here stays as it is.\nThe file is not encrypted and has contacts in it: hand it over in person or in a way you trust."),
        this);
    m_list->setObjectName(u"handoverMatters"_s);
    m_list->setAccessibleName(say(u"交接清单", u"What is handed over"));
    m_list->setEmptyWords(say(u"资料库里还没有批次。", u"The workspace has no batch yet."));
    m_said->setObjectName(u"handoverSaid"_s);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_write->setObjectName(u"writeHandover"_s);
    m_write->setProperty("primary", true);
    m_write->setAutoDefault(false);
    m_stop->setObjectName(u"stopHandover"_s);
    m_stop->setAutoDefault(false);
    m_bar->setAccessibleName(say(u"正在打包", u"Packing"));
    m_bar->setTextVisible(false);
    auto* const row = new QHBoxLayout;
    row->addWidget(m_write);
    row->addWidget(m_bar, 1);
    row->addWidget(m_stop);
    row->addStretch(0);
    auto* const buttons = new QDialogButtonBox(this);
    buttons->addButton(say(u"关闭", u"Close"), QDialogButtonBox::RejectRole)->setObjectName(u"close"_s);
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::space(3));
    layout->addWidget(about);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_said);
    layout->addLayout(row);
    layout->addWidget(buttons);
    resize(QSize(Theme::space(170), Theme::space(140)).boundedTo(screen()->availableSize() * 0.95));
    connect(buttons, &QDialogButtonBox::rejected, this, &HandoverDialog::reject);
    connect(m_write, &QPushButton::clicked, this, [this] { guarded(this, [this] { write(); }); });
    connect(m_stop, &QPushButton::clicked, m_work, &BackgroundWork::cancel);
}

void HandoverDialog::showBusy()
{
    m_bar->setRange(0, 0);
    m_bar->setVisible(isBusy());
    m_stop->setVisible(isBusy());
    m_write->setEnabled(!isBusy());
    m_said->setVisible(!m_said->text().isEmpty());
}

void HandoverDialog::listMatters()
{
    guarded(this, [this] {
        m_handed = handoverList(m_board.workspace(), m_board.workspace().operators().current().name, QDateTime::currentDateTime());
        QList<Entry> entries;
        for (const HandoverBatch& each : std::as_const(m_handed.batches)) {
            const QString of = m_handed.batches.size() > 1 ? QString(each.name + u" · "_s) : QString();
            addLines(entries, of + say(u"未办事项", u"Open matters"), each.open);
            addLines(entries, of + say(u"申报书", u"Dossiers"), each.candidates);
            addLines(entries, of + say(u"已报送、已寄出", u"Sent and posted"), each.sent);
        }
        m_list->setEntries(entries);
    });
}

void HandoverDialog::write()
{
    const QString name = m_board.view().batch.body.name + say(u"-交接-", u"-handover-") + m_handed.day.toString(u"yyyyMMdd"_s) + u".zip"_s;
    const QString out = m_dialogs.saveFile(this, {say(u"交接文件存到哪里", u"Where to write the file"), say(u"交接文件 (*.zip)", u"Hand-over files (*.zip)"), name});
    if (out.isEmpty())
        return;
    m_said->clear();
    const auto written = [this, out] {
        m_said->setText(say(text(u"已存为“%1”（%2）。交给接手的人后，请对方打开核对一遍清单。", u"Kept as “%1” (%2). Let the successor open it and go through the list.")
                                .arg(out, sizeWords(QFileInfo(out).size()))));
        m_said->show();
    };
    // The workspace's own database belongs to this thread: it is read a second time.
    m_work->start(
        [folder = m_board.workspace().folder(), list = m_handed, out, written](const WorkControl& control) -> BackgroundWork::Then {
            Workspace copied(folder, Workspace::Mode::Read);
            return writeHandover(copied, list, out, control) ? BackgroundWork::Then(written) : BackgroundWork::Then();
        },
        written);
}

void HandoverDialog::reject()
{
    if (isBusy()
        && m_dialogs.ask(this, {say(u"交接文件还没有写好", u"The file is not written yet"),
                                say(u"现在关闭就不再写，资料库不受影响。", u"Closing now leaves it unwritten; the workspace stays as it is."), {say(u"停止并关闭", u"Stop and close")}})
               != 0)
        return;
    m_work->cancel();
    QDialog::reject();
}

} // namespace jz::ui
