// SPDX-License-Identifier: Apache-2.0
#include "ui/form/attachment_card.h"

#include "model/base/counted_text.h"
#include "model/dossier/page_choice.h"
#include "model/dossier/value_words.h"
#include "ui/form/column_flow.h"
#include "ui/form/elided_label.h"
#include "ui/form/finding_lines.h"
#include "ui/form/quiet_combo.h"
#include "ui/form/text_difference.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QDrag>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QMouseEvent>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double previewSteps = 22;
constexpr double besideSteps = 132; ///< a narrower card has its picture above the words

/// A picture beside words, above them where it is narrow. Which of both goes by the width alone, so that the height asked for is the one
/// needed from the beginning.
class PictureAndWords : public QBoxLayout
{
public:
    using QBoxLayout::QBoxLayout;

    bool hasHeightForWidth() const override { return true; }
    int minimumHeightForWidth(int width) const override { return heightForWidth(width); }
    int heightForWidth(int width) const override
    {
        const QMargins margins = contentsMargins();
        const QSize picture = itemAt(0)->sizeHint();
        QLayoutItem& words = *itemAt(1);
        const int inner = width - margins.left() - margins.right();
        const int needed = isNarrow(width) ? picture.height() + spacing() + heightOf(words, inner)
                                           : qMax(picture.height(), heightOf(words, inner - picture.width() - spacing()));
        return margins.top() + needed + margins.bottom();
    }
    void setGeometry(const QRect& rect) override
    {
        setDirection(isNarrow(rect.width()) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        QBoxLayout::setGeometry(rect);
    }

private:
    static bool isNarrow(int width) { return width < Theme::space(besideSteps); }
    static int heightOf(QLayoutItem& item, int width)
    {
        return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
    }
};

void setSeverity(QWidget* widget, const QString& severity)
{
    if (widget->property("severity").toString() == severity)
        return;
    widget->setProperty("severity", severity);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

AttachmentCard::AttachmentCard(const Field& field, const QString& name, QWidget* parent)
    : QFrame(parent), m_field(field), m_name(name), m_preview(new QToolButton(this)), m_handle(new QLabel(this)),
      m_title(new ElidedLabel(this)), m_facts(new QLabel(this)), m_kind(new QuietCombo(this)), m_caption(new QLineEdit(this)),
      m_pagesBox(new QWidget(this)), m_pages(new QLineEdit(m_pagesBox)), m_inside(new QCheckBox(this)), m_findings(new FindingLines(this))
{
    setObjectName(u"file_"_s + name);
    setProperty("row", true);
    build();
}

void AttachmentCard::build()
{
    const int side = Theme::space(previewSteps);
    m_preview->setObjectName(u"openFile"_s);
    m_preview->setFixedSize(side, side);
    m_preview->setIconSize({side - Theme::space(4), side - Theme::space(4)});
    m_preview->setProperty("sunken", true);
    m_preview->setToolTip(say(u"用系统的查看程序打开", u"Open with the system's viewer"));
    connect(m_preview, &QToolButton::clicked, this, &AttachmentCard::openWanted);
    auto* const words = new QVBoxLayout;
    words->setSpacing(Theme::space(1.5));
    words->addLayout(head());
    words->addLayout(description());
    words->addLayout(printing());
    words->addWidget(m_findings);
    words->addStretch(1);
    auto* const across = new PictureAndWords(QBoxLayout::LeftToRight, this);
    across->setContentsMargins(Theme::space(2), Theme::space(2), Theme::space(2), Theme::space(2));
    across->setSpacing(Theme::space(3));
    across->addWidget(m_preview, 0, Qt::AlignTop | Qt::AlignLeft);
    across->addLayout(words, 1);
    showPreview();
}

QHBoxLayout* AttachmentCard::head()
{
    auto* const row = new QHBoxLayout;
    row->setSpacing(Theme::space(1));
    m_handle->setObjectName(u"dragHandle"_s);
    m_handle->setPixmap(iconPixmap(u"drag", Theme::space(4.5), Theme::colours().quiet, devicePixelRatioF()));
    m_handle->setToolTip(say(u"拖动以改变顺序", u"Drag to change the order"));
    m_handle->setCursor(Qt::OpenHandCursor);
    m_handle->installEventFilter(this);
    m_title->setObjectName(u"fileName"_s);
    m_title->setFont(Theme::font(TextStyle::Strong));
    m_facts->setObjectName(u"fileFacts"_s);
    m_facts->setProperty("quiet", true);
    m_facts->setFont(Theme::font(TextStyle::Small));
    row->addWidget(m_handle);
    row->addWidget(m_title);
    row->addWidget(m_facts);
    row->addStretch(1);
    m_buttons << button(u"turnLeft"_s, u"turn-left", say(u"向左转 90°", u"Turn left"))
              << button(u"turnRight"_s, u"turn-right", say(u"向右转 90°", u"Turn right"))
              << button(u"moveUp"_s, u"up", say(u"上移（Alt+↑）", u"Move up (Alt+↑)"))
              << button(u"moveDown"_s, u"down", say(u"下移（Alt+↓）", u"Move down (Alt+↓)"))
              << button(u"removeFile"_s, u"remove", say(u"移除（可撤销）", u"Remove (can be undone)"));
    connect(m_buttons.at(0), &QToolButton::clicked, this, [this] { turn(-90); });
    connect(m_buttons.at(1), &QToolButton::clicked, this, [this] { turn(90); });
    connect(m_buttons.at(2), &QToolButton::clicked, this, [this] { Q_EMIT moveWanted(-1); });
    connect(m_buttons.at(3), &QToolButton::clicked, this, [this] { Q_EMIT moveWanted(1); });
    connect(m_buttons.at(4), &QToolButton::clicked, this, &AttachmentCard::removeWanted);
    for (QToolButton* const each : std::as_const(m_buttons))
        row->addWidget(each);
    return row;
}

QToolButton* AttachmentCard::button(const QString& name, QStringView iconName, const QString& words)
{
    auto* const button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setIconSize({Theme::space(4.5), Theme::space(4.5)});
    button->setToolTip(words);
    return button;
}

QHBoxLayout* AttachmentCard::description()
{
    auto* const row = new QHBoxLayout;
    row->setSpacing(Theme::space(2));
    m_kind->setObjectName(u"kind"_s);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_kind->addItem(say(u"选择种类…", u"Choose a kind…"), QString());
    for (const Choice& kind : m_field.kinds)
        m_kind->addItem(kind.label, kind.id);
    m_kind->setVisible(!m_field.kinds.isEmpty());
    connect(m_kind, &QComboBox::activated, this,
            [this](int index) { Q_EMIT edited(u"kind"_s, m_kind->itemData(index).toString(), false); });
    m_caption->setObjectName(u"caption"_s);
    m_caption->setPlaceholderText(say(u"说明：图片或文件的内容，印在附件页上", u"Caption: what it shows; printed with it"));
    m_caption->setAcceptDrops(false);
    connect(m_caption, &QLineEdit::textEdited, this, [this](const QString& typed) { Q_EMIT edited(u"caption"_s, typed, true); });
    row->addWidget(m_kind);
    row->addWidget(m_caption, 1);
    return row;
}

QLayout* AttachmentCard::printing()
{
    auto* const pages = new QHBoxLayout(m_pagesBox);
    pages->setContentsMargins({});
    pages->setSpacing(Theme::space(2));
    auto* const label = new QLabel(say(u"打印的页", u"Pages printed"), m_pagesBox);
    label->setProperty("quiet", true);
    label->setBuddy(m_pages);
    m_pages->setObjectName(u"pages"_s);
    m_pages->setAcceptDrops(false);
    m_pages->setFixedWidth(Theme::space(26));
    m_pages->setToolTip(say(u"写成“1-3,5”的样子；不填为全部", u"Write them like “1-3,5”; empty means all"));
    pages->addWidget(label);
    pages->addWidget(m_pages);
    connect(m_pages, &QLineEdit::textEdited, this, [this](const QString& typed) { Q_EMIT edited(u"pages"_s, typed, true); });
    m_inside->setObjectName(u"originalInside"_s);
    m_inside->setText(say(u"申报书内附原件", u"Original inside the dossier"));
    m_inside->setToolTip(say(u"不勾选时只印出页面，原件不随申报书送出；文件很大时可以不勾选。",
                             u"Unticked, only its pages are printed and the original does not travel with the dossier: for very large files."));
    connect(m_inside, &QCheckBox::clicked, this,
            [this](bool on) { Q_EMIT edited(u"originalInside"_s, on ? QJsonValue() : QJsonValue(false), false); });
    // Beside each other, or with large text below each other.
    auto* const row = new ColumnFlow(2);
    row->setSpacing(Theme::space(2));
    row->addWidget(m_pagesBox);
    row->addWidget(m_inside);
    return row;
}

void AttachmentCard::show(const Attachment& file, int number, int count, int pages)
{
    m_number = number;
    m_pageCount = pages;
    m_title->setWhole(u"%1. %2"_s.arg(QString::number(number), file.name));
    QString facts = sizeWords(file.size);
    if (pages > 1)
        facts += say(counted(u" · 共 %1 页", u" · %1 {page|pages}").arg(QString::number(pages)));
    m_facts->setText(facts);
    m_buttons.at(2)->setEnabled(number > 1);
    m_buttons.at(3)->setEnabled(number < count);
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(file.kind)));
    showText(m_caption, file.caption);
    showText(m_pages, file.pages);
    m_pages->setPlaceholderText(pages > 0 ? say(text(u"全部 %1 页", u"all %1").arg(QString::number(pages))) : say(u"全部", u"all"));
    m_pagesBox->setVisible(pages > 1 || !file.pages.isEmpty());
    m_inside->setChecked(file.originalInside);
    if (m_turn == file.turn)
        return;
    m_turn = file.turn;
    showPreview();
}

void AttachmentCard::setPreview(const QImage& picture, bool isPdf)
{
    if (picture.cacheKey() == m_picture.cacheKey() && isPdf == m_isPdf)
        return;
    m_picture = picture;
    m_isPdf = isPdf;
    showPreview();
}

void AttachmentCard::showPreview()
{
    if (m_picture.isNull()) {
        m_preview->setIcon(icon(m_isPdf ? u"document" : u"picture"));
        return;
    }
    const QImage upright = m_picture.transformed(QTransform().rotate(m_turn));
    const QSize room = m_preview->iconSize() * devicePixelRatioF();
    QPixmap pixmap = QPixmap::fromImage(upright.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    m_preview->setIcon(pixmap);
}

void AttachmentCard::turn(int by)
{
    const int now = (m_turn + by + 360) % 360;
    Q_EMIT edited(u"turn"_s, now == 0 ? QJsonValue() : QJsonValue(now), false);
}

void AttachmentCard::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (QToolButton* const each : std::as_const(m_buttons))
        each->setVisible(!readOnly);
    m_handle->setVisible(!readOnly);
    m_kind->setEnabled(!readOnly);
    m_caption->setReadOnly(readOnly);
    m_pages->setReadOnly(readOnly);
    m_inside->setEnabled(!readOnly);
}

void AttachmentCard::setFindings(const Findings& findings)
{
    m_findings->show(findings);
    const auto worstOf = [&](auto concerns) {
        QString worst;
        for (const Severity severity : {Severity::Hint, Severity::Warning, Severity::Error})
            for (const Finding& finding : findings)
                if (finding.severity == severity && concerns(finding))
                    worst = severityProperty(severity);
        return worst;
    };
    setSeverity(m_kind, worstOf([](const Finding& finding) { return finding.column == "kind"_L1; }));
    setSeverity(m_pages, worstOf([](const Finding& finding) { return finding.rule == "file.attachment-pages"_L1; }));
}

QWidget* AttachmentCard::control(const QString& property) const
{
    if (property == "kind"_L1)
        return m_kind;
    if (property == "pages"_L1)
        return m_pages;
    return m_caption;
}

void AttachmentCard::eachControl(const std::function<void(QWidget*, const QString&)>& adopt) const
{
    const QString which = say(text(u"第 %1 个文件 %2", u"File %1 %2").arg(QString::number(m_number), m_name)) + u' ';
    adopt(m_preview, which + m_preview->toolTip());
    for (QToolButton* const each : m_buttons)
        adopt(each, which + each->toolTip());
    adopt(m_kind, which + say(u"种类", u"Kind"));
    adopt(m_caption, which + say(u"说明", u"Caption"));
    adopt(m_pages, which + say(u"打印的页", u"Pages printed"));
    adopt(m_inside, which + m_inside->text());
}

void AttachmentCard::tidy(const QWidget* control)
{
    if (control == m_pages && m_pages->text() != normalizedPageChoice(m_pages->text()))
        Q_EMIT edited(u"pages"_s, normalizedPageChoice(m_pages->text()), true);
}

bool AttachmentCard::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_handle && event->type() == QEvent::MouseMove && !m_readOnly
        && static_cast<QMouseEvent*>(event)->buttons() & Qt::LeftButton)
        drag();
    return QFrame::eventFilter(watched, event);
}

void AttachmentCard::drag()
{
    auto* const dragged = new QMimeData;
    dragged->setData(mimeType(), m_name.toUtf8());
    auto* const drag = new QDrag(this);
    drag->setMimeData(dragged);
    drag->setPixmap(grab().scaledToWidth(Theme::space(60), Qt::SmoothTransformation));
    drag->exec(Qt::MoveAction);
}

} // namespace jz::ui
