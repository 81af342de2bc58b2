// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/attachments_panel.h"

#include "model/base/counted_text.h"
#include "model/dossier/page_choice.h"
#include "model/dossier/value_words.h"
#include "model/pdf/attachment_kind.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const QString& field, const QString& name = {})
{
    return u"a|"_s + field + u'|' + name;
}

} // namespace

AttachmentsPanel::AttachmentsPanel(DossierSession& session, QWidget* parent)
    : SidePanel(session, parent), m_weight(new QLabel(this)), m_bar(new QProgressBar(this)), m_list(new EntryList(this)),
      m_note(new QPushButton(say(u"给此文件添加备注…", u"Note on this file…"), this))
{
    setObjectName(u"attachments"_s);
    m_weight->setObjectName(u"attachmentsWeight"_s);
    m_weight->setWordWrap(true);
    m_bar->setObjectName(u"attachmentsBar"_s);
    m_bar->setAccessibleName(say(u"附件总量", u"Weight of the files"));
    m_bar->setTextVisible(false);
    setFocusProxy(m_list);
    m_list->setObjectName(u"attachmentsList"_s);
    m_list->setAccessibleName(say(u"附件", u"Files"));
    auto* const top = new QVBoxLayout;
    top->setContentsMargins(Theme::space(3), Theme::space(2), Theme::space(3), Theme::space(2));
    top->setSpacing(Theme::space(1.5));
    top->addWidget(m_weight);
    top->addWidget(m_bar);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    m_note->setObjectName(u"noteOnFile"_s);
    m_note->setAccessibleName(m_note->text());
    auto* const below = new QHBoxLayout;
    below->setContentsMargins(Theme::space(2), Theme::space(2), Theme::space(2), Theme::space(2));
    below->addWidget(m_note);
    below->addStretch(1);
    layout->addLayout(below);
    connect(m_note, &QPushButton::clicked, this, [this] { Q_EMIT noteWanted(m_places.value(m_list->currentKey())); });
    connect(m_list, &EntryList::currentKeyChanged, this, &AttachmentsPanel::showActions);
    connect(m_list, &EntryList::chosen, this, [this](const QString& key) {
        if (m_places.contains(key))
            this->session().show(m_places.value(key));
    });
    connect(&session, &DossierSession::changed, this, [this](const QList<Address>& places) {
        if (std::any_of(places.begin(), places.end(), [](const Address& place) { return place.part == Address::Part::Attachment; }))
            refresh();
    });
    connect(&session, &DossierSession::findingsChanged, this, &AttachmentsPanel::refresh);
    connect(&m_pages, &FilePages::counted, this, &AttachmentsPanel::refresh);
    refresh();
}

void AttachmentsPanel::showActions()
{
    m_note->setEnabled(m_places.value(m_list->currentKey()).part == Address::Part::Attachment && !session().workspace().isReadOnly());
}

QString AttachmentsPanel::id() const
{
    return u"attachments"_s;
}

QString AttachmentsPanel::title() const
{
    return say(u"附件", u"Files");
}

QString AttachmentsPanel::iconName() const
{
    return u"attach"_s;
}

void AttachmentsPanel::showEvent(QShowEvent* event)
{
    SidePanel::showEvent(event);
    refresh();
}

QString AttachmentsPanel::pageWords(const Attachment& file)
{
    // Files are looked at only for somebody who looks.
    if (!isVisible() || !session().workspace().objects().has(file.sha256))
        return {};
    const int all = m_pages.pages(file.sha256, session().workspace().objects().path(file.sha256));
    if (all == 0)
        return {};
    const ChosenPages chosen = choosePages(file.pages, all);
    if (file.pages.isEmpty() || chosen.problem)
        return say(counted(u"%1 页", u"%1 {page|pages}").arg(QString::number(all)));
    return say(counted(u"选用 %1 页，共 %2 页", u"%1 of %2 {page|pages}").arg(QString::number(chosen.pages.size()), QString::number(all)));
}

Entry AttachmentsPanel::headingOf(const Field& field) const
{
    const QList<Attachment> files = session().dossier().attachments.value(field.id);
    qint64 bytes = 0;
    for (const Attachment& file : files)
        bytes += file.size;
    Entry heading;
    heading.key = u"h|"_s + field.id;
    heading.heading = true;
    heading.title = field.label + u"  "_s
                    + say(text(u"%1 个 · %2", u"%1 · %2").arg(QString::number(files.size()), sizeWords(bytes)));
    return heading;
}

Entry AttachmentsPanel::entryOf(const Field& field, int row)
{
    const Attachment file = session().dossier().attachments.value(field.id).at(row);
    Entry entry;
    entry.key = keyOf(field.id, file.name);
    entry.title = file.name;
    entry.icon = promisedKind(file.name) == AttachmentKind::Pdf ? u"document"_s : u"picture"_s;
    QStringList words;
    const auto kind = std::find_if(field.kinds.begin(), field.kinds.end(), [&](const Choice& choice) { return choice.id == file.kind; });
    if (kind != field.kinds.end())
        words << kind->label;
    words << sizeWords(file.size);
    if (const QString pages = pageWords(file); !pages.isEmpty())
        words << pages;
    if (!file.originalInside)
        words << say(u"只印页面，不附原件", u"pages only, without the original");
    entry.text = words.join(u" · "_s);
    entry.note = file.caption;
    QMap<Severity, int> found;
    for (const Finding& finding : session().findings())
        if (finding.field == field.id && finding.row == row)
            ++found[finding.severity];
    for (auto severity = found.begin(); severity != found.end(); ++severity) {
        entry.counts.append({severity.key(), severity.value()});
        entry.spoken += QString::number(severity.value()) + u' ' + severityWord(severity.key()) + u' ';
    }
    return entry;
}

void AttachmentsPanel::refresh()
{
    QList<Entry> entries;
    m_places.clear();
    qint64 bytes = 0;
    int count = 0;
    for (const Section& section : session().pack().sections) {
        for (const Field& field : section.fields) {
            if (field.type != FieldType::Attachments)
                continue;
            entries << headingOf(field);
            const QList<Attachment> files = session().dossier().attachments.value(field.id);
            for (int row = 0; row < files.size(); ++row) {
                entries << entryOf(field, row);
                m_places.insert(entries.last().key, {Address::Part::Attachment, field.id, files.at(row).name, {}});
                bytes += files.at(row).size;
                ++count;
            }
            if (files.isEmpty()) {
                Entry none;
                none.key = keyOf(field.id);
                none.icon = u"add"_s;
                none.tone = Entry::Tone::Quiet;
                none.text = say(u"还没有文件，去添加", u"No files yet: add some");
                entries << none;
                m_places.insert(none.key, {Address::Part::Value, field.id, {}, {}});
            }
        }
    }
    m_list->setEntries(entries);
    const bool counts = count != m_files;
    m_files = count;
    showWeight(bytes);
    showActions();
    if (counts)
        Q_EMIT countChanged();
}

void AttachmentsPanel::showWeight(qint64 bytes)
{
    const SizeLimits limits = session().pack().sizeLimits();
    const QString severity = limits.dossierError > 0 && bytes > limits.dossierError       ? u"error"_s
                             : limits.dossierWarning > 0 && bytes > limits.dossierWarning ? u"warning"_s
                                                                                          : QString();
    QString words = say(counted(u"共 %1 个文件，%2", u"%1 {file|files}, %2").arg(QString::number(m_files), sizeWords(bytes)));
    if (limits.dossierWarning > 0)
        words += say(text(u"；建议不超过 %1，最多 %2", u"; better not over %1, at most %2")
                         .arg(sizeWords(limits.dossierWarning), sizeWords(limits.dossierError)));
    m_weight->setText(words);
    m_weight->setProperty("severity", severity);
    m_weight->style()->unpolish(m_weight);
    m_weight->style()->polish(m_weight);
    m_bar->setVisible(limits.dossierWarning > 0);
    m_bar->setRange(0, 1000);
    m_bar->setValue(limits.dossierWarning > 0 ? int(qMin<qint64>(1000, bytes * 1000 / limits.dossierWarning)) : 0);
}

} // namespace jz::ui
