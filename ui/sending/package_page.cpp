// SPDX-License-Identifier: Apache-2.0
#include "ui/sending/package_page.h"

#include "model/dossier/value_words.h"
#include "ui/desk/copy_button.h"
#include "ui/desk/guarded.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

PackagePage::PackagePage(DossierSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_none(new QLabel(this)), m_all(new QWidget(this)), m_withPaper(new QCheckBox(m_all)),
      m_originals(new QTreeWidget(m_all)), m_form(new QComboBox(m_all)), m_make(new QPushButton(say(u"生成报送包…", u"Make the package…"), m_all)),
      m_work(new BackgroundWork(this)), m_done(new QLabel(m_all)), m_sent(new QPushButton(say(u"登记已发送", u"Write down that it was sent"), m_all)), m_message(new QPlainTextEdit(m_all))
{
    setObjectName(u"packagePage"_s);
    build();
    connect(m_withPaper, &QCheckBox::toggled, this, &PackagePage::showContent);
    connect(m_originals, &QTreeWidget::itemChanged, this, &PackagePage::showContent);
    connect(m_make, &QPushButton::clicked, this, [this] { guarded(this, [this] { make(); }); });
    connect(m_sent, &QPushButton::clicked, this, &PackagePage::sentWanted);
    refresh();
}

void PackagePage::build()
{
    m_none->setObjectName(u"noPaper"_s);
    m_none->setWordWrap(true);
    m_none->setText(say(u"这一稿还没有定稿，没有可以打包的文件。定稿并签章后再到这里；现在可以先看“大小”。",
                        u"This revision is not final yet: there is nothing to pack. Come back when it is signed; “Size” tells already how large it will be."));
    auto* const columns = new QHBoxLayout(m_all);
    columns->setContentsMargins({});
    columns->setSpacing(Theme::space(5));
    columns->addLayout(buildContent(), 1);
    columns->addLayout(buildMessage(), 1);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::space(3), 0, 0);
    layout->addWidget(m_none);
    layout->addWidget(m_all, 1);
    layout->addStretch(0);
}

QLayout* PackagePage::buildContent()
{
    m_withPaper->setObjectName(u"withPaper"_s);
    m_withPaper->setChecked(true);
    auto* const beside = new QLabel(say(u"另附附件原件（PDF 里已有，只为方便对方直接打开）", u"Originals beside it (they are inside the PDF; this spares opening it)"), m_all);
    beside->setWordWrap(true);
    m_originals->setObjectName(u"originals"_s);
    m_originals->setAccessibleName(say(u"另附的附件原件", u"Originals beside the dossier"));
    m_originals->setAccessibleDescription(say(u"空格勾选或取消", u"Space ticks and unticks"));
    m_originals->setRootIsDecorated(false);
    m_originals->setHeaderLabels({say(u"附件", u"Attachment"), say(u"大小", u"Size")});
    m_originals->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_originals->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_originals->header()->setStretchLastSection(false);
    m_form->setObjectName(u"packageForm"_s);
    m_form->setAccessibleName(say(u"做成什么", u"Made as"));
    m_form->setAccessibleDescription(say(u"文件夹、压缩包或报送包", u"A folder, a zip or a bundle"));
    // Its longest choice is no reason to take the room of the text beside it.
    m_form->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_form->setMinimumContentsLength(8);
    m_form->addItem(say(u"zip 压缩包", u"zip"), u".zip"_s);
    m_form->addItem(say(u"文件夹", u"folder"), QString());
    m_form->addItem(say(u"报送包 .jzb（对方也用卷宗）", u"bundle .jzb (the receiver has Juanzong)"), u".jzb"_s);
    m_make->setObjectName(u"makePackage"_s);
    m_make->setAccessibleName(m_make->text());
    m_make->setProperty("primary", true);
    m_make->setAutoDefault(false);
    m_done->setObjectName(u"packageDone"_s);
    m_done->setWordWrap(true);
    m_done->setProperty("severity", u"good"_s);
    m_done->hide();
    m_sent->setObjectName(u"toSent"_s);
    m_sent->setAccessibleName(m_sent->text());
    m_sent->setAutoDefault(false);
    m_sent->hide();
    auto* const row = new QHBoxLayout;
    row->setSpacing(Theme::space(2));
    row->addWidget(m_form, 1);
    row->addWidget(m_make);
    auto* const done = new QHBoxLayout;
    done->setSpacing(Theme::space(2));
    done->addWidget(m_done, 1);
    done->addWidget(m_sent, 0, Qt::AlignTop);
    auto* const column = new QVBoxLayout;
    column->setSpacing(Theme::space(2));
    column->addWidget(m_withPaper);
    column->addWidget(beside);
    column->addWidget(m_originals, 1);
    column->addLayout(row);
    column->addWidget(buildProgress());
    column->addLayout(done);
    return column;
}

QWidget* PackagePage::buildProgress()
{
    m_progress = new QWidget(m_all);
    m_bar = new QProgressBar(m_progress);
    m_bar->setAccessibleName(say(u"正在生成报送包", u"Making the package"));
    m_bar->setTextVisible(false);
    auto* const stop = new QPushButton(say(u"停止", u"Stop"), m_progress);
    stop->setObjectName(u"stopPackage"_s);
    stop->setAccessibleName(say(u"停止生成", u"Stop making it"));
    stop->setAutoDefault(false);
    auto* const row = new QHBoxLayout(m_progress);
    row->setContentsMargins({});
    row->setSpacing(Theme::space(2));
    row->addWidget(m_bar, 1);
    row->addWidget(stop);
    m_progress->hide();
    connect(stop, &QPushButton::clicked, m_work, &BackgroundWork::cancel);
    connect(m_work, &BackgroundWork::progressed, this, [this](int made, int total) {
        m_bar->setRange(0, total);
        m_bar->setValue(made);
    });
    const auto showBusy = [this] {
        m_progress->setVisible(m_work->isBusy());
        m_bar->setRange(0, 0);
        for (QWidget* const widget : QList<QWidget*>{m_withPaper, m_originals, m_form})
            widget->setEnabled(!m_work->isBusy());
        showContent();
    };
    connect(m_work, &BackgroundWork::began, this, showBusy);
    connect(m_work, &BackgroundWork::ended, this, showBusy);
    return m_progress;
}

QLayout* PackagePage::buildMessage()
{
    auto* const label = new QLabel(say(u"随附的说明：贴进邮件或微信", u"A text to go with it: paste it into the mail or messenger"), m_all);
    label->setWordWrap(true);
    label->setBuddy(m_message);
    m_message->setObjectName(u"packageMessage"_s);
    m_message->setAccessibleName(say(u"随附的说明", u"Text to go with it"));
    m_message->setAccessibleDescription(say(u"复制后粘贴到邮件或微信里", u"To be pasted into a mail or message"));
    m_message->setReadOnly(true);
    m_message->setTabChangesFocus(true);
    auto* const copy = new CopyButton(*m_message, say(u"复制说明", u"Copy the text"), m_all);
    copy->setObjectName(u"copyMessage"_s);
    auto* const below = new QHBoxLayout;
    below->addWidget(copy);
    below->addStretch(1);
    auto* const column = new QVBoxLayout;
    column->setSpacing(Theme::space(2));
    column->addWidget(label);
    column->addWidget(m_message, 1);
    column->addLayout(below);
    return column;
}

void PackagePage::refresh()
{
    const QString signedPaper = m_session.open().keptPaper(KeptRevision::Occasion::Sign);
    const QString path = signedPaper.isEmpty() ? m_session.open().keptPaper(KeptRevision::Occasion::Finalise) : signedPaper;
    m_isSigned = !signedPaper.isEmpty();
    m_paper.reset();
    if (!path.isEmpty())
        guarded(this, [&] { m_paper = readPackagePaper(path, &m_session.workspace()); });
    m_none->setVisible(!m_paper);
    m_all->setVisible(m_paper.has_value());
    if (!m_paper)
        return;
    const LocalizedText which = m_isSigned ? text(u"申报书 PDF，已签章，第 %1 稿（%2）", u"The dossier, signed, revision %1 (%2)")
                                           : text(u"申报书 PDF，未签章，第 %1 稿（%2）", u"The dossier, not signed, revision %1 (%2)");
    m_withPaper->setText(say(which.arg(QString::number(m_paper->dossier.revision), sizeWords(m_paper->bytes))));
    m_withPaper->setAccessibleName(m_withPaper->text());
    m_withPaper->setToolTip(m_paper->name);
    {
        const QSignalBlocker quiet(m_originals);
        m_originals->clear();
        for (const PackageFile& file : m_paper->originals) {
            auto* const item = new QTreeWidgetItem(m_originals, {file.name, sizeWords(file.bytes)});
            item->setToolTip(0, file.name);
            item->setCheckState(0, Qt::Unchecked);
            item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        }
    }
    showContent();
}

PackageContent PackagePage::content() const
{
    PackageContent chosen;
    chosen.paper = m_withPaper->isChecked();
    for (int i = 0; i < m_originals->topLevelItemCount(); ++i)
        if (m_originals->topLevelItem(i)->checkState(0) == Qt::Checked)
            chosen.originals << m_originals->topLevelItem(i)->text(0);
    return chosen;
}

qint64 PackagePage::bytes() const
{
    const PackageContent chosen = content();
    return m_paper && (chosen.paper || !chosen.originals.isEmpty()) ? bytesOf(filesOf(*m_paper, chosen)) : 0;
}

void PackagePage::showContent()
{
    const PackageContent chosen = content();
    const bool isEmpty = !chosen.paper && chosen.originals.isEmpty();
    m_make->setEnabled(!isEmpty && !m_work->isBusy());
    m_message->setPlainText(isEmpty ? QString() : say(packageMessage(*m_paper, chosen)));
    Q_EMIT contentChanged();
}

QString PackagePage::askForPlace()
{
    const QString name = QFileInfo(m_paper->name).completeBaseName();
    const QString suffix = m_form->currentData().toString();
    if (!suffix.isEmpty())
        return m_session.dialogs().saveFile(this, {say(u"报送包存到哪里", u"Where to put the package"),
                                                   suffix == u".zip" ? u"zip (*.zip)"_s : say(u"报送包 (*.jzb)", u"Bundle (*.jzb)"), name + suffix});
    const QString folder = m_session.dialogs().folder(this, say(u"在哪个文件夹里建立报送包", u"In which folder to put the package"));
    return folder.isEmpty() ? QString() : QDir(folder).filePath(name);
}

void PackagePage::make()
{
    QString place = askForPlace();
    if (place.isEmpty())
        return;
    const QString suffix = m_form->currentData().toString();
    if (!suffix.isEmpty() && !place.endsWith(suffix, Qt::CaseInsensitive))
        place += suffix;
    const PackageContent chosen = content();
    m_done->hide();
    m_work->start(
        [this, paper = *m_paper, chosen, place](const WorkControl& control) -> BackgroundWork::Then {
            if (!writePackage(paper, chosen, place, control))
                return {};
            return [this, chosen, place] {
                m_done->setText(
                    say(text(u"已生成“%1”。", u"“%1” is made.").arg(QDir::toNativeSeparators(place))));
                m_done->show();
                m_sent->setVisible(!m_session.workspace().isReadOnly());
                Q_EMIT made(chosen);
            };
        },
        [this, place] {
            m_done->setText(
                say(text(u"“%1”在停止之前已经生成。不要的话，请删除它。",
                         u"“%1” was made before it could be stopped. Delete it if you do not want it.")
                        .arg(QDir::toNativeSeparators(place))));
            m_done->show();
        });
}

} // namespace jz::ui
