// SPDX-License-Identifier: Apache-2.0
#include "ui/sending/size_page.h"

#include "model/base/counted_text.h"
#include "model/dossier/edits.h"
#include "model/dossier/value_words.h"
#include "ui/desk/guarded.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QStyle>
#include <QThreadPool>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int fieldRole = Qt::UserRole;

QString resolutionWords(int dpi)
{
    const QString number = QString::number(dpi);
    switch (dpi) {
    case 200:
        return say(text(u"%1 点/英寸（清晰）", u"%1 dpi (sharp)").arg(number));
    case 150:
        return say(text(u"%1 点/英寸（够用）", u"%1 dpi (good enough)").arg(number));
    default:
        return say(text(u"%1 点/英寸（最小，细字可能不清）", u"%1 dpi (smallest, fine print may blur)").arg(number));
    }
}

const Attachment* attachmentOf(const Dossier& dossier, const QString& field, const QString& name)
{
    const auto files = dossier.attachments.constFind(field);
    if (files == dossier.attachments.constEnd())
        return nullptr;
    const auto found = std::find_if(files->begin(), files->end(), [&](const Attachment& file) { return file.name == name; });
    return found == files->end() ? nullptr : &*found;
}

} // namespace

SizePage::SizePage(DossierSession& session, int dpi, QWidget* parent)
    : QWidget(parent), m_session(session), m_said(new QLabel(this)), m_resolution(new QComboBox(this)), m_weights(new QTreeWidget(this))
{
    setObjectName(u"sizePage"_s);
    build(dpi);
    connect(m_weights, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item) { guarded(this, [&] { setInside(item); }); });
    connect(m_resolution, &QComboBox::currentIndexChanged, this, [this] {
        Q_EMIT resolutionChosen(m_resolution->currentData().toInt());
        measure();
    });
    measure();
}

void SizePage::build(int dpi)
{
    const bool canEdit = m_session.canEdit();
    auto* const intro = new WrappedLabel(
        canEdit ? say(u"附件既印成页面，原件也放进 PDF。太大时，去掉最重的几个的勾（只印页面），或降低照片分辨率。",
                      u"Attachments are printed, and their originals go inside. Too large? Untick the heaviest, or print photos with fewer dots.")
                : say(u"这一稿已定，大小不再改变；要改请先开始下一稿。", u"This revision is frozen and so is its size; to change it, begin the next one."),
        this);
    intro->setProperty("quiet", true);
    m_said->setObjectName(u"sizeSaid"_s);
    m_said->setWordWrap(true);
    m_resolution->setObjectName(u"photoResolution"_s);
    m_resolution->setAccessibleName(say(u"照片分辨率", u"Dots of photos"));
    m_resolution->setAccessibleDescription(say(u"越低文件越小", u"The fewer, the smaller the file"));
    for (const int each : photoResolutions)
        m_resolution->addItem(resolutionWords(each), each);
    m_resolution->setCurrentIndex(m_resolution->findData(dpi));
    m_resolution->setEnabled(canEdit);
    m_weights->setObjectName(u"attachmentWeights"_s);
    m_weights->setAccessibleName(say(u"附件的大小", u"Sizes of the attachments"));
    m_weights->setAccessibleDescription(say(u"最大的在最前", u"The largest comes first"));
    m_weights->setRootIsDecorated(false);
    m_weights->setHeaderLabels({say(u"附件（打勾：原件放进 PDF）", u"Attachment (ticked: original inside)"), say(u"合计", u"In all"), say(u"原件", u"Original"),
                                say(u"页面", u"Pages"), say(u"页数", u"Number of pages")});
    m_weights->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_weights->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_weights->header()->setStretchLastSection(false);
    auto* const label = new QLabel(say(u"照片印在页面上的分辨率", u"Photos are printed with"), this);
    label->setBuddy(m_resolution);
    auto* const row = new QHBoxLayout;
    row->setSpacing(Theme::space(2));
    row->addWidget(label);
    row->addWidget(m_resolution);
    row->addStretch(1);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::space(3), 0, 0);
    layout->setSpacing(Theme::space(2));
    layout->addWidget(intro);
    layout->addLayout(row);
    layout->addWidget(m_said);
    layout->addWidget(m_weights, 1);
}

void SizePage::measure()
{
    const int number = ++m_measurement;
    m_measuring = true;
    m_said->setText(say(u"正在计算大小…", u"Working out the size…"));
    guarded(this, [&] {
        QThreadPool::globalInstance()->start([page = QPointer(this), number, dossier = m_session.open().withPaths(), pack = &m_session.pack(),
                                              dpi = m_resolution->currentData().toInt()] {
            std::optional<WrittenDossier> written;
            std::optional<Error> failure;
            try {
                written = measuredDossier(dossier, *pack, dpi);
            } catch (const Error& error) {
                failure = error;
            }
            QMetaObject::invokeMethod(
                qApp,
                [page, number, written, failure] {
                    if (!page || page->m_measurement != number)
                        return; // it was changed again meanwhile
                    if (written)
                        page->show(*written);
                    else
                        page->fail(*failure);
                },
                Qt::QueuedConnection);
        });
    });
}

void SizePage::show(const WrittenDossier& written)
{
    m_measuring = false;
    m_bytes = written.bytes;
    m_said->setText(say(counted(u"约 %1，%2 页。", u"About %1, %2 {page|pages}.").arg(sizeWords(written.bytes), QString::number(written.pages))));
    const QSignalBlocker quiet(m_weights);
    m_weights->clear();
    for (const AttachmentWeight& weight : written.attachments) {
        auto* const item = new QTreeWidgetItem(m_weights);
        item->setText(0, weight.name);
        item->setToolTip(0, weight.name);
        item->setData(0, fieldRole, weight.field);
        const Attachment* const file = attachmentOf(m_session.dossier(), weight.field, weight.name);
        item->setCheckState(0, file && !file->originalInside ? Qt::Unchecked : Qt::Checked);
        if (!m_session.canEdit())
            item->setFlags(item->flags() & ~Qt::ItemIsUserCheckable);
        item->setText(1, sizeWords(weight.bytes()));
        item->setText(2, weight.originalBytes > 0 ? sizeWords(weight.originalBytes) : u"—"_s);
        item->setText(3, sizeWords(weight.pageBytes));
        item->setText(4, QString::number(weight.pages));
        for (int column = 1; column < 5; ++column)
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    Q_EMIT measured();
}

void SizePage::fail(const Error& error)
{
    m_measuring = false;
    m_bytes.reset();
    m_said->setText(say(error.message()));
    Q_EMIT measured();
}

void SizePage::setInside(QTreeWidgetItem* item)
{
    const bool inside = item->checkState(0) == Qt::Checked;
    m_session.apply(setAttachmentProperty(m_session.dossier(), item->data(0, fieldRole).toString(), item->text(0), u"originalInside"_s,
                                          inside ? QJsonValue() : QJsonValue(false)));
    measure();
}

} // namespace jz::ui
