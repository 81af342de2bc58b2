// SPDX-License-Identifier: Apache-2.0
#include "ui/form/attachments_editor.h"

#include "model/base/counted_text.h"
#include "model/dossier/edits.h"
#include "ui/desk/guarded.h"
#include "ui/form/attach_report.h"
#include "ui/form/attachment_card.h"
#include "ui/form/card_rows.h"
#include "ui/form/drop_place.h"
#include "ui/form/outside_viewer.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QDir>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

QStringList localFiles(const QMimeData& mime)
{
    QStringList files;
    const QList<QUrl> urls = mime.urls();
    for (const QUrl& url : urls)
        if (url.isLocalFile())
            files << QDir::cleanPath(url.toLocalFile());
    return files;
}

} // namespace

AttachmentsEditor::AttachmentsEditor(DossierSession& session, const Field& field, QWidget* parent)
    : FieldEditor(session, field, parent),
      m_intake(session.attaching().intake(session.dossier().id, field.id, session.pack().sizeLimits().dossierError)),
      m_viewer(new OutsideViewer(this)), m_dropPlace(new DropPlace(field.imagesOnly, this)), m_layout(new QVBoxLayout)
{
    setAcceptDrops(true);
    m_layout->setSpacing(Theme::space(2));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(2));
    layout->addWidget(m_dropPlace);
    layout->addLayout(m_layout);
    m_dropPlace->eachControl([this](QWidget* control, const QString& words) { adopt(control, words); });
    connect(m_dropPlace, &DropPlace::chooseWanted, this, [this] { guarded(this, [this] { choose(); }); });
    connect(m_dropPlace, &DropPlace::pasteWanted, this, [this] { guarded(this, [this] { paste(); }); });
    followIntake();
    connect(&session.files(), &FileWatch::drawn, this, [this] { refresh({}); });
    connect(&session.files(), &FileWatch::told, this, [this] { refresh({}); });
    refresh({});
}

void AttachmentsEditor::followIntake()
{
    connect(m_dropPlace, &DropPlace::cancelWanted, &m_intake, &AttachmentIntake::cancel);
    connect(&m_intake, &AttachmentIntake::progressed, m_dropPlace, &DropPlace::showProgress);
    connect(&m_intake, &AttachmentIntake::idle, m_dropPlace, &DropPlace::showInvitation);
    const Attaching& attaching = session().attaching();
    const auto isMine = [this](const QUuid& id, const QString& place) { return id == dossier().id && place == field().id; };
    connect(&attaching, &Attaching::attached, this,
            [this, isMine](const QUuid& id, const QString& place, const QList<PreparedFile>& files, const Findings& findings) {
                if (isMine(id, place))
                    tell(attachReport(place, files, findings));
            });
    connect(&attaching, &Attaching::failed, this,
            [this, isMine](const QUuid& id, const QString& place, const QList<PreparedFile>& files, const Error& error) {
                if (isMine(id, place))
                    tell(attachFailure(place, files, error));
            });
    // Some may be under way since the desk was left.
    if (m_intake.isBusy())
        m_dropPlace->showProgress(m_intake.done(), m_intake.total());
}

AttachmentCard* AttachmentsEditor::makeCard(const QString& name)
{
    auto* const card = new AttachmentCard(field(), name, this);
    card->setReadOnly(m_readOnly);
    connect(card, &AttachmentCard::edited, this, [this, card](const QString& property, const QJsonValue& value, bool typed) {
        apply(setAttachmentProperty(dossier(), field().id, card->name(), property, value),
              typed ? DossierEditor::Manner::Typing : DossierEditor::Manner::Whole);
    });
    connect(card, &AttachmentCard::moveWanted, this, [this, card](int by) { move(*card, int(m_cards.indexOf(card)) + by); });
    connect(card, &AttachmentCard::removeWanted, this, [this, card] { remove(*card); });
    connect(card, &AttachmentCard::openWanted, this, [this, card] { guarded(this, [&] { open(card->name()); }); });
    return card;
}

void AttachmentsEditor::refresh(const QList<Address>&)
{
    const QList<Attachment> files = dossier().attachments.value(field().id);
    QList<AttachmentCard*> cards;
    for (const Attachment& file : files) {
        const auto has = std::find_if(m_cards.begin(), m_cards.end(), [&](const AttachmentCard* card) { return card->name() == file.name; });
        cards << (has == m_cards.end() ? makeCard(file.name) : *has);
    }
    dropCards(m_cards, cards);
    const bool others = cards != m_cards;
    m_cards = cards;
    for (int i = 0; i < cards.size(); ++i) {
        if (m_layout->indexOf(cards.at(i)) != i)
            m_layout->insertWidget(i, cards.at(i));
        const InspectedAttachment* const known = session().files().known(files.at(i).sha256);
        cards.at(i)->show(files.at(i), i + 1, int(cards.size()), known && known->source ? known->source->pageCount() : 0);
        cards.at(i)->setPreview(session().files().preview(files.at(i).sha256), files.at(i).name.endsWith(u".pdf"_s, Qt::CaseInsensitive));
        cards.at(i)->setVisible(true); // at once: it may be given the focus
    }
    if (others)
        orderTabs();
}

void AttachmentsEditor::orderTabs()
{
    QWidget* before = nullptr;
    m_dropPlace->eachControl([&](QWidget* control, const QString&) { before = control; });
    for (const AttachmentCard* const card : std::as_const(m_cards))
        card->eachControl([&](QWidget* control, const QString& words) {
            if (control->accessibleName().isEmpty())
                adopt(control, words);
            control->setAccessibleName(QString(field().label + u' ' + words));
            if (before)
                setTabOrder(before, control);
            before = control;
        });
}

void AttachmentsEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    setAcceptDrops(!readOnly);
    if (readOnly)
        giveUp();
    m_dropPlace->setVisible(!readOnly);
    for (AttachmentCard* const card : std::as_const(m_cards))
        card->setReadOnly(readOnly);
}

void AttachmentsEditor::focusAt(const Address& place)
{
    for (const AttachmentCard* const card : std::as_const(m_cards))
        if (card->name() == place.row || (place.row.isEmpty() && m_readOnly))
            return card->control(place.column)->setFocus(Qt::OtherFocusReason);
    m_dropPlace->chooseButton()->setFocus(Qt::OtherFocusReason);
}

void AttachmentsEditor::mark(const Findings& findings)
{
    markCards(m_cards, findings);
    Findings whole;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(whole), [](const Finding& finding) { return !finding.row; });
    markControl(m_dropPlace, whole);
}

void AttachmentsEditor::leaving(QWidget* control)
{
    if (AttachmentCard* const card = cardOf(m_cards, control))
        card->tidy(control);
}

bool AttachmentsEditor::eventFilter(QObject* watched, QEvent* event)
{
    const int by = m_readOnly ? 0 : placesAsked(*event);
    if (AttachmentCard* const card = by == 0 ? nullptr : cardOf(m_cards, static_cast<QWidget*>(watched))) {
        move(*card, int(m_cards.indexOf(card)) + by);
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

void AttachmentsEditor::keyPressEvent(QKeyEvent* event)
{
    if (!event->matches(QKeySequence::Paste))
        return FieldEditor::keyPressEvent(event);
    guarded(this, [this] { paste(); });
}

bool AttachmentsEditor::accepts(const QMimeData& mime) const
{
    return !m_readOnly && session().canEdit() && (mime.hasUrls() || mime.hasImage() || mime.hasFormat(AttachmentCard::mimeType()));
}

void AttachmentsEditor::dragEnterEvent(QDragEnterEvent* event)
{
    if (!accepts(*event->mimeData()))
        return event->ignore();
    m_dropPlace->highlight(!event->mimeData()->hasFormat(AttachmentCard::mimeType()));
    event->acceptProposedAction();
}

void AttachmentsEditor::dragMoveEvent(QDragMoveEvent* event)
{
    event->setAccepted(accepts(*event->mimeData()));
}

void AttachmentsEditor::dragLeaveEvent(QDragLeaveEvent*)
{
    m_dropPlace->highlight(false);
}

void AttachmentsEditor::dropEvent(QDropEvent* event)
{
    m_dropPlace->highlight(false);
    const QMimeData& mime = *event->mimeData();
    if (!accepts(mime))
        return event->ignore();
    event->acceptProposedAction();
    if (!mime.hasFormat(AttachmentCard::mimeType())) {
        guarded(this, [&] { take(mime); });
        return;
    }
    const QString name = QString::fromUtf8(mime.data(AttachmentCard::mimeType()));
    int to = 0;
    AttachmentCard* dragged = nullptr;
    for (AttachmentCard* const card : std::as_const(m_cards)) {
        if (card->name() == name)
            dragged = card;
        else if (card->geometry().center().y() < event->position().y())
            ++to;
    }
    if (dragged)
        move(*dragged, to);
}

bool AttachmentsEditor::take(const QMimeData& mime)
{
    const QStringList files = localFiles(mime);
    if (!files.isEmpty()) {
        m_intake.take(files);
        return true;
    }
    const QImage picture = mime.hasImage() ? qvariant_cast<QImage>(mime.imageData()) : QImage();
    if (picture.isNull())
        return false;
    const QString time = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s);
    m_intake.take(picture, say(text(u"粘贴的图片 %1.png", u"Pasted picture %1.png").arg(time)));
    return true;
}

void AttachmentsEditor::paste()
{
    const QMimeData* const mime = QApplication::clipboard()->mimeData();
    if (m_readOnly || !session().canEdit() || (mime && take(*mime)))
        return;
    if (MessageBar* const bar = MessageBar::of(this))
        bar->show({BarMessage::Kind::Hint,
                   say(u"剪贴板中没有图片或文件。请先复制图片、截图，或在文件夹中复制文件。",
                       u"There is no picture or file on the clipboard. Copy a picture, take a screenshot, or copy files in their folder."),
                   {},
                   {},
                   u"attach_"_s + field().id});
}

QString AttachmentsEditor::filter() const
{
    QStringList patterns;
    for (const RuleDefinition& rule : session().pack().rules) {
        if (rule.kind != "attachment_types"_L1)
            continue;
        const QJsonArray types = rule.parameters.value(field().imagesOnly ? "images"_L1 : "types"_L1).toArray();
        for (const QJsonValue& type : types)
            patterns << u"*."_s + type.toString() << u"*."_s + type.toString().toUpper();
    }
    const QString all = say(u"所有文件 (*)", u"All files (*)");
    if (patterns.isEmpty())
        return all;
    const QString known = field().imagesOnly ? say(u"图片", u"Pictures") : say(u"图片和 PDF", u"Pictures and PDF");
    return known + u" ("_s + patterns.join(u' ') + u");;"_s + all;
}

void AttachmentsEditor::choose()
{
    const QString title = say(text(u"选择“%1”的文件（可多选）", u"Choose files for “%1”").arg(field().label));
    const QStringList files = session().dialogs().openFiles(this, {title, filter(), {}});
    if (!files.isEmpty())
        m_intake.take(files);
}

void AttachmentsEditor::tell(const std::optional<BarMessage>& message)
{
    MessageBar* const bar = MessageBar::of(this);
    if (!bar)
        return;
    bar->clear(u"attach_"_s + field().id);
    if (message)
        bar->show(*message);
}

void AttachmentsEditor::giveUp()
{
    const int files = m_intake.pending();
    if (files == 0)
        return;
    m_intake.cancel();
    tell(BarMessage{BarMessage::Kind::Warning,
                    say(counted(u"“%1”还有 %2 个文件没有添加完，申报书就不能修改了：这些文件没有添加，文件本身没有改动。",
                             u"The dossier was closed for editing before %2 {file|files} of “%1” {was ready: it was not added and is|were ready: they were not added and are} unchanged.")
                            .arg(field().label, QString::number(files))),
                    {},
                    {},
                    u"attach_"_s + field().id});
}

void AttachmentsEditor::remove(AttachmentCard& card)
{
    const int place = int(m_cards.indexOf(&card));
    apply(removeAttachment(dossier(), field().id, card.name()));
    if (m_cards.isEmpty())
        m_dropPlace->chooseButton()->setFocus(Qt::OtherFocusReason);
    else
        m_cards.at(qMin(place, int(m_cards.size()) - 1))->control({})->setFocus(Qt::OtherFocusReason);
}

void AttachmentsEditor::move(AttachmentCard& card, int to)
{
    apply(moveAttachment(dossier(), field().id, card.name(), to));
}

void AttachmentsEditor::open(const QString& name)
{
    const QList<Attachment> files = dossier().attachments.value(field().id);
    const auto file = std::find_if(files.begin(), files.end(), [&](const Attachment& each) { return each.name == name; });
    if (file == files.end())
        return;
    m_viewer->open(session().workspace().objects().path(file->sha256), name);
}

} // namespace jz::ui
