// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/parcels_dialog.h"

#include "ui/desk/guarded.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

bool isNew(const Parcel& parcel)
{
    return parcel.batch == 0;
}

} // namespace

ParcelsDialog::ParcelsDialog(BatchBoard& board, Dialogs& dialogs, QWidget* parent)
    : QDialog(parent), m_board(board), m_dialogs(dialogs), m_which(new QComboBox(this)), m_courier(new QLineEdit(this)), m_waybill(new QLineEdit(this)),
      m_isPosted(new QCheckBox(say(u"已寄出", u"Posted"), this)), m_posted(new QDateEdit(this)), m_hasArrived(new QCheckBox(say(u"已寄到", u"Arrived"), this)),
      m_arrived(new QDateTimeEdit(this)), m_said(new WrappedLabel(this))
{
    setObjectName(u"parcelsDialog"_s);
    setWindowTitle(say(u"纸质材料", u"Paper copies"));
    build();
    refresh(1);
}

void ParcelsDialog::build()
{
    const auto name = [](QWidget* widget, const char* id, const QString& words) {
        widget->setObjectName(QLatin1StringView(id));
        widget->setAccessibleName(words);
        widget->setAccessibleDescription(words);
    };
    name(m_which, "parcel", say(u"第几件", u"Parcel"));
    name(m_courier, "courier", say(u"快递公司", u"Courier"));
    name(m_waybill, "waybill", say(u"运单号", u"Waybill"));
    name(m_isPosted, "isPosted", m_isPosted->text());
    name(m_posted, "posted", say(u"寄出日期", u"Posted on"));
    name(m_hasArrived, "hasArrived", m_hasArrived->text());
    name(m_arrived, "arrived", say(u"寄到时间", u"Arrived at"));
    m_said->setObjectName(u"parcelSaid"_s);
    m_posted->setCalendarPopup(true);
    m_posted->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_arrived->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    auto* const inside = new QWidget;
    auto* const layout = new QVBoxLayout(inside);
    layout->setSpacing(Theme::space(3));
    auto* const form = new QFormLayout;
    form->setVerticalSpacing(Theme::space(2));
    form->addRow(m_which->accessibleName(), m_which);
    layout->addLayout(form);
    addCopies(layout);
    auto* const below = new QFormLayout;
    below->setVerticalSpacing(Theme::space(2));
    below->addRow(m_courier->accessibleName(), m_courier);
    below->addRow(m_waybill->accessibleName(), m_waybill);
    below->addRow(m_isPosted, m_posted);
    below->addRow(m_hasArrived, m_arrived);
    layout->addLayout(below);
    auto* const counts = new WrappedLabel(say(u"截止时间以寄到为准，不看寄出日期。", u"For the deadline the arrival counts, not the day it was posted."), this);
    counts->setProperty("quiet", true);
    layout->addWidget(counts);
    layout->addWidget(m_said);
    layout->addStretch(1);
    auto* const buttons = new QDialogButtonBox(this);
    const auto button = [&](const char* id, const QString& words, void (ParcelsDialog::*run)(), bool primary) {
        auto* const made = new QPushButton(words, buttons);
        made->setProperty("primary", primary); // the box polishes it
        made->setAutoDefault(false);
        made->setObjectName(QLatin1StringView(id));
        made->setEnabled(m_board.canWrite());
        buttons->addButton(made, QDialogButtonBox::ActionRole);
        connect(made, &QPushButton::clicked, this, [this, run] { guarded(this, [this, run] { (this->*run)(); }); });
    };
    button("keepParcel", say(u"保存", u"Keep"), &ParcelsDialog::keep, true);
    button("packingList", say(u"存装箱清单和标签…", u"Packing list and label…"), &ParcelsDialog::writeList, false);
    buttons->addButton(say(u"关闭", u"Close"), QDialogButtonBox::RejectRole)->setObjectName(u"close"_s);
    auto* const scroll = new QScrollArea(this);
    scroll->setObjectName(u"parcelScroll"_s);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    auto* const outside = new QVBoxLayout(this);
    outside->addWidget(scroll, 1);
    outside->addWidget(buttons);
    resize(QSize(Theme::space(140), Theme::space(120)).boundedTo(screen()->availableSize() * 0.95));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_which, &QComboBox::activated, this, &ParcelsDialog::goTo);
    connect(m_isPosted, &QCheckBox::toggled, m_posted, &QWidget::setEnabled);
    connect(m_hasArrived, &QCheckBox::toggled, m_arrived, &QWidget::setEnabled);
}

void ParcelsDialog::addCopies(QVBoxLayout* layout)
{
    auto* const heading = new QLabel(say(u"件内份数", u"Copies in it"), this);
    heading->setFont(Theme::font(TextStyle::Strong));
    layout->addWidget(heading);
    auto* const grid = new QGridLayout;
    grid->setColumnStretch(0, 1);
    const QList<const Candidate*> recommended = m_board.view().recommended();
    for (const Candidate* const each : recommended) {
        auto* const words = new WrappedLabel(each->title.isEmpty() ? each->applicant : each->title, this);
        auto* const copies = new QSpinBox(this);
        copies->setObjectName(u"copies_"_s + each->dossier.toString(QUuid::WithoutBraces).first(8));
        copies->setAccessibleName(say(text(u"%1 的份数", u"Copies of %1").arg(words->text())));
        copies->setAccessibleDescription(say(u"0 为不在这一件", u"0: not in this parcel"));
        copies->setRange(0, 99);
        const int row = grid->rowCount();
        grid->addWidget(words, row, 0);
        grid->addWidget(copies, row, 1);
        m_copies.append({each->dossier, copies});
    }
    layout->addLayout(grid);
}

void ParcelsDialog::refresh(int number)
{
    m_all = m_board.workspace().sendings().parcels(m_board.key());
    m_which->clear();
    int next = 1;
    for (const Parcel& each : std::as_const(m_all)) {
        m_which->addItem(say(text(u"第 %1 件", u"Parcel %1").arg(QString::number(each.number))), each.number);
        next = each.number + 1;
    }
    m_which->addItem(say(text(u"新的一件（第 %1 件）", u"A new one (%1)").arg(QString::number(next))), next);
    m_which->setCurrentIndex(std::max(0, m_which->findData(number)));
    showParcel();
}

Parcel ParcelsDialog::parcelOf(int number) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const Parcel& each) { return each.number == number; });
    return found == m_all.end() ? Parcel{} : *found;
}

void ParcelsDialog::showParcel()
{
    m_shown = m_which->currentData().toInt();
    const Parcel shown = parcelOf(m_shown);
    const QList<PackedCopies> packed = packedIn(shown, m_board.view());
    for (const auto& [dossier, box] : std::as_const(m_copies)) {
        const auto inside = std::find_if(packed.begin(), packed.end(), [&, id = dossier](const PackedCopies& each) { return each.dossier == id; });
        box->setValue(inside == packed.end() ? 0 : inside->copies);
        box->setEnabled(isNew(shown) && m_board.canWrite()); // what is packed stays packed
    }
    m_courier->setText(shown.courier);
    m_waybill->setText(shown.waybill);
    m_isPosted->setChecked(shown.posted.isValid());
    m_posted->setEnabled(shown.posted.isValid());
    m_posted->setDate(shown.posted.isValid() ? shown.posted : QDate::currentDate());
    m_hasArrived->setChecked(shown.arrived.isValid());
    m_arrived->setEnabled(shown.arrived.isValid());
    m_arrived->setDateTime(shown.arrived.isValid() ? shown.arrived : QDateTime::currentDateTime());
    m_said->clear();
    m_kept = typed();
}

std::pair<QList<PackedCopies>, Parcel> ParcelsDialog::typed() const
{
    QList<PackedCopies> content;
    for (const auto& [dossier, box] : std::as_const(m_copies))
        if (box->value() > 0)
            content << PackedCopies{dossier, box->value()};
    Parcel fate = parcelOf(m_shown);
    fate.courier = m_courier->text().trimmed();
    fate.waybill = m_waybill->text().trimmed();
    fate.posted = m_isPosted->isChecked() ? m_posted->date() : QDate();
    fate.arrived = m_hasArrived->isChecked() ? m_arrived->dateTime() : QDateTime();
    return {content, fate};
}

Parcel ParcelsDialog::kept()
{
    const auto [content, parcel] = typed();
    if (isNew(parcel))
        return packParcel(m_board.workspace(), m_board.view(), content, parcel);
    followParcel(m_board.workspace(), parcel);
    return parcel;
}

bool ParcelsDialog::settle()
{
    if (typed() == m_kept || !m_board.canWrite())
        return true;
    const Question question{say(u"还没有保存", u"Not kept yet"), say(text(u"第 %1 件填写的内容还没有保存。", u"What you filled in for parcel %1 is not kept yet.").arg(QString::number(m_shown))),
                            {say(u"保存", u"Keep"), say(u"不保存", u"Drop it")}};
    const int answer = m_dialogs.ask(this, question);
    if (answer == 0)
        kept();
    return answer >= 0;
}

void ParcelsDialog::goTo()
{
    const int wanted = m_which->currentData().toInt();
    const bool isLeft = guarded(this, [&] {
        if (!settle())
            throw Cancelled();
    });
    if (isLeft)
        guarded(this, [&] { refresh(wanted); });
    else
        m_which->setCurrentIndex(m_which->findData(m_shown));
}

void ParcelsDialog::done(int result)
{
    guarded(this, [&] {
        if (settle())
            QDialog::done(result);
    });
}

void ParcelsDialog::keep()
{
    const Parcel parcel = kept();
    refresh(parcel.number);
    m_said->setText(say(text(u"第 %1 件已保存。", u"Parcel %1 is kept.").arg(QString::number(parcel.number))));
}

void ParcelsDialog::writeList()
{
    const Parcel parcel = kept();
    refresh(parcel.number);
    const QString out = m_dialogs.saveFile(this, {say(u"存装箱清单和标签", u"Packing list and label"), say(u"文档 (*.docx)", u"Documents (*.docx)"),
                                                  say(u"装箱清单.docx", u"packing-list.docx")});
    if (out.isEmpty())
        return;
    writeParcelPapers(parcel, m_board.view(), m_board.pack(), out);
    m_said->setText(say(text(u"已存为“%1”。", u"Kept as “%1”.").arg(QFileInfo(out).fileName())));
}

} // namespace jz::ui
