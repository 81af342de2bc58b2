// SPDX-License-Identifier: Apache-2.0
#include "ui/finalise/step_page.h"

#include "model/base/output_file.h"
#include "model/pdf/embedded_files.h"
#include "ui/desk/aside.h"
#include "ui/desk/guarded.h"
#include "ui/desk/message_bar.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QDateEdit>
#include <QFile>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 chunk = 1 << 20;
constexpr double labelSteps = 28;

/// A date that a turn of the wheel does not change: who scrolls over the page changes nothing on it.
class QuietDay : public QDateEdit
{
public:
    using QDateEdit::QDateEdit;

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

/// Beside and renamed, so that no half of it is ever there.
void copyFile(const QString& from, const QString& to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        throw Error(ErrorCode::Unreadable, LocalizedText{u"无法读取“%1”。"_s, u"“%1” cannot be read."_s}.arg(from), from, source.errorString());
    OutputFile out(to);
    while (!source.atEnd())
        out.write(source.read(chunk));
    out.commit();
}

} // namespace

StepPage::StepPage(DossierSession& session, const QString& title, QWidget* parent, TextStyle headStyle)
    : QWidget(parent), m_session(session), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(Theme::space(3));
    auto* const head = new QLabel(title, this);
    head->setFont(Theme::font(headStyle));
    m_column->addWidget(head);
}

QLabel* StepPage::addText(const QString& words, bool quiet)
{
    auto* const label = new WrappedLabel(words, this);
    label->setWordWrap(true);
    label->setProperty("quiet", quiet);
    m_column->addWidget(label);
    return label;
}

QLabel* StepPage::addHeading(const QString& words)
{
    auto* const label = new QLabel(words, this);
    label->setFont(Theme::font(TextStyle::Strong));
    m_column->addSpacing(Theme::space(2));
    m_column->addWidget(label);
    return label;
}

QFormLayout* StepPage::addForm()
{
    auto* const form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setHorizontalSpacing(Theme::space(3));
    form->setVerticalSpacing(Theme::space(2));
    m_column->addLayout(form);
    return form;
}

void StepPage::addField(QFormLayout* form, const QString& label, QWidget* field)
{
    auto* const words = new QLabel(label, this);
    words->setMinimumWidth(Theme::space(labelSteps));
    words->setBuddy(field);
    form->addRow(words, field);
}

QLineEdit* StepPage::addLine(QFormLayout* form, const char* name, const QString& label, const QString& hint)
{
    auto* const line = new QLineEdit(this);
    line->setObjectName(QLatin1StringView(name));
    line->setAccessibleName(label);
    line->setAccessibleDescription(hint);
    line->setPlaceholderText(hint);
    addField(form, label, line);
    return line;
}

QDateEdit* StepPage::addDay(QFormLayout* form, const char* name, const QString& label)
{
    auto* const day = new QuietDay(QDate::currentDate(), this);
    day->setObjectName(QLatin1StringView(name));
    day->setAccessibleName(label);
    day->setAccessibleDescription(say(u"年-月-日", u"Year-month-day"));
    day->setCalendarPopup(true);
    day->setDisplayFormat(u"yyyy-MM-dd"_s);
    day->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    addField(form, label, day);
    return day;
}

QBoxLayout* StepPage::addRow()
{
    auto* const row = new QHBoxLayout;
    row->setSpacing(Theme::space(2));
    row->addStretch(1);
    m_column->addLayout(row);
    return row;
}

QPushButton* StepPage::addButton(QBoxLayout* row, const char* name, const QString& words, const std::function<void()>& run, bool primary)
{
    auto* const button = new QPushButton(words, this);
    button->setObjectName(QLatin1StringView(name));
    button->setAccessibleName(words);
    button->setProperty("primary", primary);
    row->insertWidget(row->count() - 1, button);
    connect(button, &QPushButton::clicked, this, [this, run] { guarded(this, run); });
    return button;
}

void StepPage::writeDown(QLatin1StringView kind, const QString& who, QDate day, const QJsonObject& detail, const QString& file)
{
    Record record;
    record.kind = kind;
    record.who = who;
    record.day = day;
    record.detail = detail;
    m_session.open().writeDown(record, file, waiting(say(u"正在登记…", u"Writing it down…")));
    Q_EMIT done();
}

Aside StepPage::waiting(const QString& words)
{
    return [this, words](const std::function<void()>& work) { aside(this, words, work); };
}

void StepPage::tell(const QString& words, BarMessage::Kind kind)
{
    if (MessageBar* const bar = MessageBar::of(this))
        bar->show({kind, words, {}, {}, u"finalise"_s});
}

QString StepPage::recommender() const
{
    for (const Section& section : m_session.pack().sections)
        for (const Field& field : section.fields)
            if (field.type == FieldType::RecommendingBody)
                return m_session.dossier().text(field.id);
    return {};
}

QString StepPage::fileName(const QString& what) const
{
    const DossierSummary summary = summaryOf(m_session.dossier(), m_session.pack());
    const QString name = summary.title.isEmpty() ? say(u"申报书", u"dossier") : summary.title;
    return safeFileName(say(text(u"%1-第%2稿-%3.pdf", u"%1-revision %2-%3.pdf").arg(name, QString::number(m_session.dossier().revision), what)));
}

bool StepPage::saveCopy(const QString& file, const QString& name)
{
    const QString path = m_session.dialogs().saveFile(this, {say(u"存到哪里", u"Where to save it"), u"PDF (*.pdf)"_s, name});
    if (path.isEmpty())
        return false;
    aside(this, say(u"正在存盘…", u"Saving…"), [&] { copyFile(file, path); });
    tell(say(text(u"已存为“%1”。", u"Saved as “%1”.").arg(QFileInfo(path).fileName())));
    return true;
}

} // namespace jz::ui
