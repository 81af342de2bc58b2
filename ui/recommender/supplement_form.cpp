// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/supplement_form.h"

#include "model/recommendation/supplement_check.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QVBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTimeZone>

#include <algorithm>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCopies = 99;
constexpr double textSteps = 18; ///< height of a field of several lines

QString paperLines(const QList<ExtraPaper>& papers)
{
    QStringList lines;
    for (const ExtraPaper& each : papers)
        lines << (each.remark.isEmpty() ? each.title : QString(each.title + u" | " + each.remark));
    return lines.join(u'\n');
}

QList<ExtraPaper> papersIn(const QString& words)
{
    QList<ExtraPaper> papers;
    const QStringList lines = words.split(u'\n');
    for (QString line : lines) {
        line.replace(u'｜', u'|'); // as an input method types it
        if (!line.trimmed().isEmpty())
            papers << ExtraPaper{line.section(u'|', 0, 0).trimmed(), line.section(u'|', 1).trimmed()};
    }
    return papers;
}

} // namespace

SupplementForm::SupplementForm(const CallPack& pack, QWidget* parent) : QWidget(parent), m_pack(pack)
{
    setObjectName(u"supplementForm"_s);
    auto* const form = new QFormLayout(this);
    form->setVerticalSpacing(Theme::space(2));
    form->setHorizontalSpacing(Theme::space(3));
    addDeadline(form, {}, say(u"本单位收件截止", u"We stop receiving"), pack.facts.deadlines.isEmpty() ? QDateTime() : pack.facts.deadlines.constFirst().at);
    for (const CallFacts::Deadline& each : pack.facts.deadlines)
        addDeadline(form, each.id, say(text(u"%1提前到", u"Earlier: %1").arg(each.label)), each.at);
    addCopies(form);
    m_papers = addText(form, "extraPapers", say(u"另需提交的材料", u"Further papers"), say(u"一行一项；要说明的写在 | 后面，如：推荐意见表 | 原件 1 份", u"One a line; a remark behind |"));
    m_mailbox = addLine(form, "mailbox", say(u"电子文件发至", u"Files go to"), say(u"邮箱地址", u"Mail address"));
    m_address = addLine(form, "postalAddress", say(u"纸质材料寄至", u"Paper goes to"), say(u"地址、收件人、电话", u"Address"));
    addFileName(form);
    m_words = addText(form, "supplementWords", say(u"其他事项", u"Whatever else"), say(u"可不填", u"May stay empty"));
    m_contact = addLine(form, "supplementContact", say(u"联系人、电话", u"Whom to ask"), say(u"可不填", u"May stay empty"));
}

void SupplementForm::addDeadline(QFormLayout* form, const QString& of, const QString& words, const QDateTime& latest)
{
    auto* const wanted = new QCheckBox(words, this);
    wanted->setObjectName(u"hasDeadline_"_s + of);
    wanted->setAccessibleName(words);
    wanted->setAccessibleDescription(say(u"勾选后填写时间", u"Tick it to say when"));
    auto* const at = new QDateTimeEdit(latest.toTimeZone(m_pack.facts.deadlines.isEmpty() ? QTimeZone::utc() : m_pack.facts.deadlines.constFirst().at.timeZone()), this);
    at->setTimeSpec(Qt::LocalTime);
    at->setDateTime(QDateTime(latest.date(), latest.time()));
    at->setObjectName(u"deadline_"_s + of);
    at->setAccessibleName(words);
    at->setAccessibleDescription(say(text(u"不晚于 %1", u"not after %1").arg(latest.toString(u"yyyy-MM-dd HH:mm"_s))));
    at->setToolTip(at->accessibleDescription());
    at->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    at->setCalendarPopup(true);
    at->setEnabled(false);
    form->addRow(wanted, at);
    m_deadlines.append({of, wanted, at});
    connect(wanted, &QCheckBox::toggled, at, &QWidget::setEnabled);
    connect(wanted, &QCheckBox::toggled, this, &SupplementForm::edited);
    connect(at, &QDateTimeEdit::dateTimeChanged, this, &SupplementForm::edited);
}

void SupplementForm::addCopies(QFormLayout* form)
{
    const QList<CallMaterial> materials = applicantMaterials(m_pack);
    for (const CallMaterial& material : materials) {
        auto* const copies = new QSpinBox(this);
        const QString words = say(text(u"份数：%1", u"Copies: %1").arg(material.label));
        copies->setObjectName(u"copies_"_s + material.id);
        copies->setAccessibleName(words);
        copies->setAccessibleDescription(say(u"0 为按申报通知", u"0: as the call has it"));
        copies->setRange(0, mostCopies);
        copies->setSpecialValueText(say(u"按申报通知", u"as the call has it"));
        form->addRow(words, copies);
        m_copies.append({material.id, copies});
        connect(copies, &QSpinBox::valueChanged, this, &SupplementForm::edited);
    }
}

void SupplementForm::addFileName(QFormLayout* form)
{
    m_fileName = new QLineEdit(this);
    m_fileName->setObjectName(u"fileNamePattern"_s);
    const QString label = say(u"申报书文件命名", u"Name of the dossier's file");
    m_fileName->setAccessibleName(label);
    m_fileName->setAccessibleDescription(say(u"栏目写在大括号里，可从右边选；不填则按申报通知", u"Fields in braces, to be chosen at the right; empty: as the call has it"));
    m_fileName->setPlaceholderText(say(u"按申报通知", u"as the call has it"));
    m_fileName->setToolTip(say(text(u"申报通知的命名：%1", u"As the call has it: %1").arg(m_pack.facts.raw.value("fileNames"_L1).toObject().value("dossier"_L1).toString())));
    auto* const insert = new QComboBox(this);
    insert->setObjectName(u"insertPlaceholder"_s);
    insert->setAccessibleName(say(u"插入栏目", u"Insert a field"));
    insert->setAccessibleDescription(say(u"选一个，插到光标处", u"Goes in where the cursor is"));
    insert->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    insert->setMinimumContentsLength(8);
    insert->addItem(insert->accessibleName());
    const QStringList names = fileNamePlaceholders(m_pack);
    for (const QString& name : names) {
        const Field* const field = m_pack.field(name);
        insert->addItem(field ? field->label : say(u"稿次", u"Revision"), QString(u'{' + name + u'}'));
    }
    auto* const row = new QVBoxLayout; // beside each other neither has room with large text
    row->addWidget(m_fileName);
    row->addWidget(insert);
    form->addRow(label, row);
    connect(m_fileName, &QLineEdit::textEdited, this, &SupplementForm::edited);
    connect(insert, &QComboBox::activated, this, [this, insert](int index) {
        if (index > 0) {
            m_fileName->insert(insert->itemData(index).toString());
            Q_EMIT edited();
        }
        insert->setCurrentIndex(0);
        m_fileName->setFocus();
    });
}

QLineEdit* SupplementForm::addLine(QFormLayout* form, const char* name, const QString& label, const QString& hint)
{
    auto* const line = new QLineEdit(this);
    line->setObjectName(QLatin1StringView(name));
    line->setAccessibleName(label);
    line->setAccessibleDescription(hint);
    line->setPlaceholderText(hint);
    form->addRow(label, line);
    connect(line, &QLineEdit::textEdited, this, &SupplementForm::edited);
    return line;
}

QPlainTextEdit* SupplementForm::addText(QFormLayout* form, const char* name, const QString& label, const QString& hint)
{
    auto* const words = new QPlainTextEdit(this);
    words->setObjectName(QLatin1StringView(name));
    words->setAccessibleName(label);
    words->setAccessibleDescription(hint);
    words->setPlaceholderText(hint);
    words->setTabChangesFocus(true);
    words->setFixedHeight(Theme::space(textSteps));
    form->addRow(label, words);
    connect(words, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_setting)
            Q_EMIT edited();
    });
    return words;
}

void SupplementForm::setSupplement(const Supplement& supplement)
{
    m_supplement = supplement;
    m_setting = true;
    const QSignalBlocker quiet(this);
    for (const OwnDeadline& own : std::as_const(m_deadlines)) {
        const auto found = std::find_if(supplement.deadlines.begin(), supplement.deadlines.end(), [&](const SupplementDeadline& each) { return each.of == own.of; });
        own.wanted->setChecked(found != supplement.deadlines.end());
        if (found != supplement.deadlines.end())
            own.at->setDateTime(QDateTime(found->at.date(), found->at.time()));
    }
    for (const auto& [material, copies] : std::as_const(m_copies))
        copies->setValue(supplement.copies.value(material));
    m_papers->setPlainText(paperLines(supplement.papers));
    m_mailbox->setText(supplement.mailbox);
    m_address->setText(supplement.address);
    m_fileName->setText(supplement.fileName);
    m_words->setPlainText(supplement.words);
    m_contact->setText(supplement.contact);
    m_setting = false;
}

Supplement SupplementForm::supplement() const
{
    Supplement filled = m_supplement;
    filled.deadlines.clear();
    for (const OwnDeadline& own : m_deadlines)
        if (own.wanted->isChecked())
            filled.deadlines << SupplementDeadline{own.of, QDateTime(own.at->date(), own.at->time(), m_pack.facts.deadlines.constFirst().at.timeZone())};
    filled.copies.clear();
    for (const auto& [material, copies] : m_copies)
        if (copies->value() > 0)
            filled.copies.insert(material, copies->value());
    filled.papers = papersIn(m_papers->toPlainText());
    filled.mailbox = m_mailbox->text().trimmed();
    filled.address = m_address->text().trimmed();
    filled.fileName = m_fileName->text().trimmed();
    filled.words = m_words->toPlainText().trimmed();
    filled.contact = m_contact->text().trimmed();
    return filled;
}

} // namespace jz::ui
