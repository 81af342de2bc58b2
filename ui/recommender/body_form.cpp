// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/body_form.h"

#include "model/base/error.h"
#include "model/call/call_pack_reader.h"
#include "model/reference/reference_data.h"
#include "ui/desk/guarded.h"
#include "ui/form/body_hits.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

QLineEdit* line(const char* name, const QString& words, const QString& about, const QString& content, QWidget* parent)
{
    auto* const made = new QLineEdit(content, parent);
    made->setObjectName(QLatin1StringView(name));
    made->setAccessibleName(words);
    made->setAccessibleDescription(about);
    return made;
}

} // namespace

BodyForm::BodyForm(BatchBoard& board, QWidget* parent)
    : QWidget(parent), m_board(board), m_call(new QComboBox(this)), m_kind(new QComboBox(this)), m_quota(new QLabel(this)),
      m_contact(line("bodyContact", say(u"联系人", u"Contact"), say(u"印在修改意见和推荐排序表上", u"Stands on slips and on the ranking sheet"), board.view().batch.body.contact, this)),
      m_phone(line("bodyPhone", say(u"电话", u"Telephone"), say(u"印在修改意见和推荐排序表上", u"Stands on slips and on the ranking sheet"), board.view().batch.body.phone, this)), m_conditions(new QVBoxLayout),
      m_by(line("declaredBy", say(u"谁代表单位声明", u"Declared by"), say(u"姓名和职务", u"Name and position"), {}, this))
{
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(3));
    auto* const form = new QFormLayout;
    form->setHorizontalSpacing(Theme::space(3));
    form->setVerticalSpacing(Theme::space(2));
    addBody(form);
    form->addRow(m_contact->accessibleName(), m_contact);
    form->addRow(m_phone->accessibleName(), m_phone);
    layout->addLayout(form);
    addDeclarations(layout);
    showQuota();
    showConditions();
}

void BodyForm::addBody(QFormLayout* form)
{
    m_call->setObjectName(u"bodyCall"_s);
    m_call->setAccessibleName(say(u"申报通知", u"Call"));
    m_call->setAccessibleDescription(say(u"为哪一份通知收件", u"For which call dossiers are received"));
    const QStringList ids = builtInCallPackIds();
    for (const QString& id : ids)
        m_call->addItem(findBuiltInCallPack(id)->titleLines.join(QString()), id);
    m_name = new SearchBox([this](const QString& query) { return bodyHits(pack(), builtInReferenceData().bodies, query); }, this);
    m_name->setObjectName(u"bodyName"_s);
    m_name->setAccessibleName(say(u"本单位", u"Our body"));
    m_name->setPlaceholderText(say(u"输入名称、简称或拼音首字母", u"Name, short name or pinyin initials"));
    m_kind->setObjectName(u"bodyKind"_s);
    m_kind->setAccessibleName(say(u"单位类别", u"Kind"));
    m_kind->setAccessibleDescription(say(u"决定名额；名单里有的单位自动确定", u"Decides on the quota; known for bodies of the list"));
    m_quota->setObjectName(u"bodyQuota"_s);
    if (m_board.exists()) {
        const Body& body = m_board.view().batch.body;
        m_name->setText(body.name);
        m_name->setReadOnly(true);
        m_call->setCurrentIndex(m_call->findData(m_board.view().batch.call));
    }
    m_call->setEnabled(!m_board.exists());
    if (ids.size() > 1)
        form->addRow(m_call->accessibleName(), m_call);
    else
        m_call->hide();
    form->addRow(m_name->accessibleName(), m_name);
    form->addRow(m_kind->accessibleName(), m_kind);
    form->addRow(say(u"名额", u"Quota"), m_quota);
    connect(m_name, &SearchBox::chosen, this, [this](const QString& name) {
        m_name->setText(name);
        showQuota();
    });
    connect(m_name, &QLineEdit::textEdited, this, &BodyForm::showQuota);
    connect(m_call, &QComboBox::currentIndexChanged, this, &BodyForm::showQuota);
    connect(m_call, &QComboBox::currentIndexChanged, this, &BodyForm::showConditions);
    connect(m_kind, &QComboBox::activated, this, &BodyForm::showQuota);
}

void BodyForm::addDeclarations(QVBoxLayout* layout)
{
    auto* const heading = new QLabel(say(u"单位声明", u"Declarations"), this);
    heading->setFont(Theme::font(TextStyle::Strong));
    auto* const words = new WrappedLabel(say(u"通知要求推荐单位不存在下列情形。不能声明的单位不能报送；可以先收件、以后再声明。",
                                             u"The call wants the body to be free of the following. One that cannot declare so cannot send; you may begin now and declare later."),
                                         this);
    words->setProperty("quiet", true);
    layout->addWidget(heading);
    layout->addWidget(words);
    m_conditions->setSpacing(Theme::space(1));
    layout->addLayout(m_conditions);
    auto* const form = new QFormLayout;
    form->addRow(m_by->accessibleName(), m_by);
    layout->addLayout(form);
}

const CallPack& BodyForm::pack() const
{
    return *findBuiltInCallPack(m_call->currentData().toString());
}

void BodyForm::showConditions()
{
    for (const auto& [id, box] : std::as_const(m_declared))
        delete box->parentWidget(); // the row that it stands in
    m_declared.clear();
    const QList<Declaration> made = m_board.view().batch.body.declarations;
    const QList<BodyCondition> conditions = bodyConditions(pack());
    for (const BodyCondition& condition : conditions) {
        const QString words = say(text(u"声明不存在：%1（%2）", u"Free of: %1 (%2)").arg(condition.text, condition.clause));
        auto* const row = new QWidget(this);
        auto* const box = new QCheckBox(row);
        box->setObjectName(u"declared_"_s + condition.id);
        box->setAccessibleName(words);
        auto* const label = new WrappedLabel(words, row);
        label->setBuddy(box);
        auto* const side = new QHBoxLayout(row);
        side->setContentsMargins({});
        side->addWidget(box, 0, Qt::AlignTop);
        side->addWidget(label, 1);
        for (const Declaration& each : made)
            if (each.condition == condition.id && each.made) {
                box->setChecked(true);
                m_by->setText(each.by);
            }
        m_conditions->addWidget(row);
        m_declared.append({condition.id, box});
    }
}

void BodyForm::showQuota()
{
    const QString was = m_kind->currentData().toString();
    const RecommendingBody* const listed = builtInReferenceData().bodies.find(m_name->text().trimmed());
    m_kind->clear();
    for (const CallFacts::Quota& quota : pack().facts.quotas)
        m_kind->addItem(say(quota.label), quota.bodyKind);
    const QString kind = m_board.exists() ? m_board.view().batch.body.kind : listed ? listed->kind : was;
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(kind)));
    m_kind->setEnabled(!m_board.exists() && !listed && !m_name->text().trimmed().isEmpty());
    const std::optional<int> most = pack().facts.quota(m_kind->currentData().toString());
    m_quota->setText(most && !m_name->text().trimmed().isEmpty() ? say(text(u"%1 项", u"%1").arg(QString::number(*most))) : say(u"选定单位后显示", u"shown once the body is chosen"));
}

Body BodyForm::body() const
{
    Body body = m_board.view().batch.body;
    body.name = m_name->text().trimmed();
    if (body.name.isEmpty())
        throw Error(ErrorCode::Usage, text(u"请选择本单位。", u"Choose your body."), u"bodyName"_s);
    if (const RecommendingBody* const listed = builtInReferenceData().bodies.find(body.name)) {
        body.name = listed->name;
        body.province = listed->division;
    }
    body.kind = m_kind->currentData().toString();
    body.contact = m_contact->text().trimmed();
    body.phone = m_phone->text().trimmed();
    return body;
}

void BodyForm::declare(qint64 batch)
{
    for (const auto& [id, box] : std::as_const(m_declared)) {
        const QList<Declaration>& made = m_board.view().batch.body.declarations;
        const bool before = std::any_of(made.begin(), made.end(), [&, condition = id](const Declaration& each) { return each.condition == condition && each.made; });
        if (before != box->isChecked())
            m_board.workspace().batches().declare(batch, {id, box->isChecked(), m_by->text().trimmed(), QDate::currentDate()}, m_board.person());
    }
}

void BodyForm::keep()
{
    const Body wanted = body();
    const bool declares = std::any_of(m_declared.begin(), m_declared.end(), [](const auto& each) { return each.second->isChecked(); });
    if (declares && m_by->text().trimmed().isEmpty())
        throw Error(ErrorCode::Usage, text(u"请写明由谁代表单位声明。", u"Say who declares it for the body."), u"declaredBy"_s);
    BatchStore& store = m_board.workspace().batches();
    store.together([&] {
        qint64 key = m_board.exists() ? m_board.key() : 0;
        if (key == 0) {
            Batch batch;
            batch.call = m_call->currentData().toString();
            batch.name = wanted.name;
            batch.body = wanted;
            key = store.add(batch, m_board.person());
        } else {
            store.setBody(key, wanted);
        }
        declare(key);
    });
    m_board.reload();
}

BodyDialog::BodyDialog(BatchBoard& board, QWidget* parent) : QDialog(parent), m_form(new BodyForm(board, this))
{
    setObjectName(u"bodyDialog"_s);
    setWindowTitle(say(u"本单位与声明", u"Our body and its declarations"));
    auto* const buttons = new QDialogButtonBox(this);
    auto* const keep = new QPushButton(say(u"保存", u"Keep"), buttons);
    keep->setObjectName(u"keepBody"_s);
    keep->setProperty("primary", true);
    buttons->addButton(keep, QDialogButtonBox::ActionRole);
    buttons->addButton(say(u"取消", u"Cancel"), QDialogButtonBox::RejectRole)->setObjectName(u"cancel"_s);
    auto* const scroll = new QScrollArea(this);
    scroll->setObjectName(u"bodyScroll"_s);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_form);
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::space(4));
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    resize(QSize(Theme::space(130), Theme::space(105)).boundedTo(screen()->availableSize() * 0.95));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(keep, &QPushButton::clicked, this, [this] {
        if (guarded(this, [this] { m_form->keep(); }))
            accept();
    });
}

} // namespace jz::ui
