// SPDX-License-Identifier: Apache-2.0
#include "ui/sending/sent_page.h"

#include "model/dossier/value_words.h"
#include "model/procedure/office_route.h"
#include "ui/desk/guarded.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

QString filesOf(const Record& record)
{
    QStringList names;
    for (const QJsonValue& file : record.detail.value("files"_L1).toArray())
        names << file.toString();
    if (names.isEmpty())
        return say(text(u"第 %1 稿", u"revision %1").arg(QString::number(record.revision)));
    const qint64 bytes = record.detail.value("bytes"_L1).toInteger();
    return say(text(u"第 %1 稿：%2（%3）", u"revision %1: %2 (%3)").arg(QString::number(record.revision), names.join(say(u"、", u", ")), sizeWords(bytes)));
}

} // namespace

SentPage::SentPage(DossierSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_records(new QTreeWidget(this)), m_who(new QLineEdit(this)), m_way(new QComboBox(this)),
      m_day(new QDateEdit(QDate::currentDate(), this)), m_forGood(new QCheckBox(this)), m_write(new QPushButton(say(u"登记", u"Write it down"), this))
{
    setObjectName(u"sentPage"_s);
    m_records->setObjectName(u"sentRecords"_s);
    m_records->setAccessibleName(say(u"发送记录", u"What was sent"));
    m_records->setAccessibleDescription(say(u"最近的在最前", u"The latest comes first"));
    m_records->setRootIsDecorated(false);
    m_records->setHeaderLabels({say(u"日期", u"Day"), say(u"发给", u"To"), say(u"方式", u"By"), say(u"内容", u"What"), say(u"登记人", u"Written down by")});
    m_records->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_records->header()->setSectionResizeMode(3, QHeaderView::Stretch);
    m_records->header()->setStretchLastSection(false);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::space(3), 0, 0);
    layout->setSpacing(Theme::space(3));
    layout->addWidget(m_records, 1);
    layout->addLayout(buildLine());
    setFocusProxy(m_who);
    connect(m_write, &QPushButton::clicked, this, [this] { guarded(this, [this] { write(); }); });
    connect(m_who, &QLineEdit::textChanged, this,
            [this] { m_write->setEnabled(!m_session.workspace().isReadOnly() && !m_who->text().trimmed().isEmpty()); });
    // The body that the dossier names, whatever its field is called.
    for (const Section& section : m_session.pack().sections)
        for (const Field& field : section.fields)
            if (field.type == FieldType::RecommendingBody)
                m_who->setText(m_session.dossier().text(field.id));
    list();
}

QLayout* SentPage::buildLine()
{
    m_who->setObjectName(u"sentTo"_s);
    m_who->setMinimumWidth(Theme::space(34));
    m_who->setAccessibleName(say(u"发给谁", u"To whom"));
    m_who->setPlaceholderText(say(u"单位或姓名", u"a unit or a person"));
    m_who->setAccessibleDescription(m_who->placeholderText());
    m_way->setObjectName(u"sentBy"_s);
    m_way->setAccessibleName(say(u"用什么方式", u"By which way"));
    m_way->setAccessibleDescription(say(u"选一种，或自己写", u"Choose one, or write your own"));
    m_way->setEditable(true);
    m_way->addItems({say(u"邮件", u"mail"), say(u"微信或 QQ", u"messenger"), say(u"U 盘或光盘", u"USB stick or disc"), say(u"网盘", u"cloud drive"),
                     say(u"当面交付", u"in person")});
    m_day->setObjectName(u"sentOn"_s);
    m_day->setAccessibleName(say(u"哪一天", u"On which day"));
    m_day->setAccessibleDescription(say(u"年-月-日", u"Year-month-day"));
    m_day->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_day->setMaximumDate(QDate::currentDate());
    m_forGood->setObjectName(u"sentForGood"_s);
    m_forGood->setText(say(u"这是正式报送（此后状态为“已报送”）", u"This was the official one (the dossier is “sent” from then on)"));
    m_forGood->setAccessibleName(m_forGood->text());
    m_write->setObjectName(u"writeSent"_s);
    m_write->setAccessibleName(say(u"登记发送", u"Write down that it was sent"));
    m_write->setProperty("primary", true);
    m_write->setAutoDefault(false);
    auto* const grid = new QGridLayout;
    grid->setSpacing(Theme::space(2));
    grid->addWidget(new QLabel(say(u"发给", u"To"), this), 0, 0);
    grid->addWidget(m_who, 0, 1);
    grid->addWidget(new QLabel(say(u"方式", u"By"), this), 0, 2);
    grid->addWidget(m_way, 0, 3);
    grid->addWidget(new QLabel(say(u"日期", u"On"), this), 0, 4);
    grid->addWidget(m_day, 0, 5);
    grid->addWidget(m_forGood, 1, 1, 1, 5);
    grid->addWidget(m_write, 2, 1, 1, 5, Qt::AlignLeft);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(3, 1);
    return grid;
}

void SentPage::list()
{
    m_records->clear();
    const QList<Record> records = m_session.workspace().records().of(m_session.open().key());
    for (auto record = records.rbegin(); record != records.rend(); ++record) {
        if (record->kind != record::sent && record->kind != record::review)
            continue;
        const QString way = record->kind == record::review ? say(recordWord(record->kind)) : record->detail.value("way"_L1).toString();
        auto* const item = new QTreeWidgetItem(m_records, {record->day.toString(Qt::ISODate), record->who, way, filesOf(*record),
                                                           m_session.workspace().operators().byKey(record->person).name});
        for (int column = 0; column < m_records->columnCount(); ++column)
            item->setToolTip(column, item->text(column));
    }
    const bool canGo = stateAfter(m_session.editor().state(), StepKind::Send).has_value() && m_session.editor().state() == DossierState::Signed;
    m_forGood->setVisible(canGo);
    m_forGood->setChecked(canGo);
    m_write->setEnabled(!m_session.workspace().isReadOnly() && !m_who->text().trimmed().isEmpty());
}

void SentPage::write()
{
    Record record;
    record.kind = record::sent;
    record.who = m_who->text();
    record.day = m_day->date();
    record.detail = {{u"way"_s, m_way->currentText().trimmed()}};
    const QString path = m_session.open().keptPaper(KeptRevision::Occasion::Sign);
    const QString final = path.isEmpty() ? m_session.open().keptPaper(KeptRevision::Occasion::Finalise) : path;
    if (!final.isEmpty() && (m_content.paper || !m_content.originals.isEmpty())) {
        const PackagePaper paper = readPackagePaper(final, &m_session.workspace());
        const QList<PackageFile> files = jz::filesOf(paper, m_content);
        QJsonArray names;
        for (const PackageFile& file : files)
            names.append(file.name);
        record.detail.insert(u"files"_s, names);
        record.detail.insert(u"bytes"_s, bytesOf(files));
        record.detail.insert(u"fingerprint"_s, QString::fromLatin1(paper.fingerprint.toHex()));
    }
    m_session.open().writeDown(record);
    if (!m_forGood->isHidden() && m_forGood->isChecked())
        m_session.open().record(StepKind::Send, {}, say(text(u"发给%1", u"to %1").arg(record.who.trimmed())));
    list();
    Q_EMIT written();
}

} // namespace jz::ui
