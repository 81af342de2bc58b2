// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/send_dialog.h"

#include "model/dossier/value_words.h"
#include "ui/applicant/entry_list.h"
#include "ui/desk/aside.h"
#include "ui/desk/copy_button.h"
#include "ui/desk/guarded.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QSpinBox>
#include <QTabWidget>
#include <QThread>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 megabyte = 1'000'000;

Entry heading(const char* key, const QString& words)
{
    Entry entry;
    entry.key = QLatin1StringView(key);
    entry.heading = true;
    entry.title = words;
    return entry;
}

} // namespace

SendDialog::SendDialog(BatchBoard& board, Dialogs& dialogs, QWidget* parent) : QDialog(parent), m_board(board), m_dialogs(dialogs), m_tabs(new QTabWidget(this))
{
    setObjectName(u"sendDialog"_s);
    setWindowTitle(say(u"导出批次", u"Send the batch"));
    m_tabs->setObjectName(u"sendTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(buildReady(), say(u"报送", u"Send"));
    m_tabs->addTab(buildSent(), say(u"报送记录", u"Sent"));
    auto* const buttons = new QDialogButtonBox(this);
    buttons->addButton(say(u"关闭", u"Close"), QDialogButtonBox::RejectRole)->setObjectName(u"close"_s);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buttons);
    resize(QSize(Theme::space(190), Theme::space(150)).boundedTo(screen()->availableSize() * 0.95));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&board, &BatchBoard::changed, this, &SendDialog::refresh);
    refresh();
}

QWidget* SendDialog::buildReady()
{
    auto* const page = new QWidget(this);
    m_checks = new EntryList(page);
    m_checks->setObjectName(u"sendChecks"_s);
    m_checks->setAccessibleName(say(u"报送前检查和内容", u"Checks and content"));
    m_size = new WrappedLabel(page);
    m_size->setObjectName(u"sendSize"_s);
    m_limit = new QSpinBox(page);
    m_limit->setObjectName(u"sendLimit"_s);
    m_limit->setAccessibleName(say(u"对方能收的大小", u"The receiver takes at most"));
    m_limit->setAccessibleDescription(say(u"超过时提醒；0 为不限", u"A warning when it is more; 0 for no limit"));
    m_limit->setRange(0, 100'000);
    m_limit->setSuffix(u" MB"_s);
    m_limit->setSpecialValueText(say(u"不限", u"no limit"));
    m_passphrase = new QLineEdit(page);
    m_passphrase->setObjectName(u"sendPassphrase"_s);
    m_passphrase->setAccessibleName(say(u"报送包口令", u"Passphrase of the bundle"));
    m_passphrase->setAccessibleDescription(say(u"可不填；填了要电话告诉对方", u"May stay empty; tell it by telephone"));
    m_passphrase->setToolTip(m_passphrase->accessibleDescription());
    m_write = new QPushButton(icon(u"export", &Colours::onAccent), say(u"导出报送包…", u"Write the bundle…"), page);
    m_write->setObjectName(u"writeBundle"_s);
    m_write->setProperty("primary", true);
    m_write->setAutoDefault(false);
    m_message = new QPlainTextEdit(page);
    m_message->setObjectName(u"sendMessage"_s);
    m_message->setAccessibleName(say(u"邮件文字", u"Text for the mail"));
    m_message->setAccessibleDescription(say(u"导出后可复制", u"To be copied once the bundle is written"));
    m_message->setReadOnly(true);
    m_message->setPlaceholderText(say(u"导出后，这里是可以贴到邮件或即时消息里的文字", u"Once it is written, a text for the mail stands here"));
    auto* const copy = new CopyButton(*m_message, say(u"复制文字", u"Copy the text"), page);
    copy->setObjectName(u"copyMessage"_s);
    auto* const form = new QFormLayout;
    form->addRow(m_limit->accessibleName(), m_limit);
    form->addRow(m_passphrase->accessibleName(), m_passphrase);
    auto* const row = new QHBoxLayout;
    row->addWidget(m_write);
    row->addWidget(copy);
    row->addStretch(1);
    auto* const layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, Theme::space(3), 0, 0);
    layout->setSpacing(Theme::space(3));
    layout->addWidget(m_checks, 3);
    layout->addWidget(m_size);
    layout->addLayout(form);
    layout->addLayout(row);
    layout->addWidget(m_message, 2);
    connect(m_limit, &QSpinBox::valueChanged, this, &SendDialog::refresh);
    connect(m_write, &QPushButton::clicked, this, [this] { guarded(this, [this] { write(); }); });
    return page;
}

QWidget* SendDialog::buildSent()
{
    m_sent = new EntryList(this);
    m_sent->setObjectName(u"sent"_s);
    m_sent->setAccessibleName(say(u"报送记录", u"Sent"));
    m_sent->setEmptyWords(say(u"还没有报送过。", u"Nothing was sent yet."));
    return m_sent;
}

void SendDialog::refresh()
{
    guarded(this, [this] {
        m_planned = plannedExport(m_board.workspace(), m_board.key(), m_limit->value() * megabyte);
        const bool blocked = hasError(m_planned.findings);
        QList<Entry> entries;
        entries << heading("checks", blocked ? say(u"报送前须解决", u"To be solved first") : say(u"可以报送", u"Ready to be sent"));
        Findings sorted = m_planned.findings;
        std::stable_sort(sorted.begin(), sorted.end(), [](const Finding& one, const Finding& other) { return one.severity < other.severity; });
        for (const Finding& each : std::as_const(sorted)) {
            if (each.severity == Severity::Hint)
                continue;
            Entry entry;
            entry.key = u"finding%1"_s.arg(entries.size());
            entry.icon = severityProperty(each.severity);
            entry.tone = each.severity == Severity::Error ? Entry::Tone::Error : Entry::Tone::Warning;
            entry.text = say(each.message);
            entry.note = each.clause;
            entry.spoken = severityWord(each.severity);
            entries << entry;
        }
        if (!m_planned.changes.isEmpty()) {
            entries << heading("changes", say(u"与上次报送相比", u"Against the last sending"));
            for (const LocalizedText& each : std::as_const(m_planned.changes)) {
                Entry entry;
                entry.key = u"change%1"_s.arg(entries.size());
                entry.text = say(each);
                entries << entry;
            }
        }
        entries << heading("files", say(u"包内文件", u"What goes along"));
        for (const PackageFile& each : std::as_const(m_planned.files)) {
            Entry entry;
            entry.key = u"file"_s + each.name;
            entry.icon = u"document"_s;
            entry.text = each.name;
            entry.note = sizeWords(each.bytes);
            entries << entry;
        }
        m_checks->setEntries(entries);
        m_size->setText(say(text(u"第 %1 次报送，约 %2，另加推荐排序表（PDF、XLSX、DOCX）。", u"Sending no. %1, about %2, with the ranking sheet (PDF, XLSX, DOCX).")
                                .arg(QString::number(m_planned.sheet.number), sizeWords(m_planned.bytes))));
        m_write->setEnabled(!blocked && m_board.canWrite());
        listSent();
    });
}

void SendDialog::listSent()
{
    QList<Entry> entries;
    const QList<Sending> all = m_board.workspace().sendings().sendings(m_board.key());
    for (auto each = all.rbegin(); each != all.rend(); ++each) {
        Entry entry;
        entry.key = QString::number(each->key);
        entry.icon = u"send"_s;
        entry.title = say(text(u"第 %1 次报送", u"Sending no. %1").arg(QString::number(each->number)));
        entry.text = say(text(u"%1 项，%2", u"%1 dossiers, %2").arg(QString::number(each->content.value("dossiers"_L1).toArray().size()), sizeWords(each->size)));
        entry.note = each->at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) + u"　SHA-256 "_s + QString::fromLatin1(each->bundle.toHex());
        entries << entry;
    }
    m_sent->setEntries(entries);
}

void SendDialog::write()
{
    const QString name = m_board.view().batch.body.name + say(u"-报送包.jzb", u"-bundle.jzb");
    ExportOrder order;
    order.out = m_dialogs.saveFile(this, {say(u"导出报送包", u"Write the bundle"), say(u"报送包 (*.jzb);;普通 zip (*.zip)", u"Bundle (*.jzb);;Plain zip (*.zip)"), name});
    if (order.out.isEmpty())
        return;
    order.limit = m_limit->value() * megabyte;
    order.deliveryKey = m_board.deliveryKey();
    order.person = m_board.person();
    const Passphrase passphrase(m_passphrase->text());
    order.passphrase = passphrase.isEmpty() ? nullptr : &passphrase;
    const WorkControl stoppable{{}, [] { return QThread::currentThread()->isInterruptionRequested(); }};
    const ExportedBatch written = exportBatch(m_board.workspace(), m_board.key(), order, stoppable,
                                              [this](const auto& work) { aside(this, say(u"正在打包…", u"Packing…"), work); });
    m_message->setPlainText(say(written.message));
    m_board.reload();
}

} // namespace jz::ui
