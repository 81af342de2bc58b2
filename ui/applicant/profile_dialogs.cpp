// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/profile_dialogs.h"

#include "model/base/counted_text.h"
#include "model/dossier/dossier_summary.h"
#include "model/dossier/value_words.h"
#include "ui/desk/guarded.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTreeWidget>
#include <QScreen>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int fieldRole = Qt::UserRole;

QString valueLine(const QJsonValue& value, const QString& field, const DossierSession& session)
{
    return say(valueWords(value, {Address::Part::Value, field, {}, {}}, session.pack(), session.reference().divisions)).simplified();
}

/// The section in which the unit that applies is named: the one whose name the opinion of the applicant prints.
const Section* sectionOfUnit(const CallPack& pack)
{
    for (const Section& section : pack.sections)
        for (const PrintRow& row : section.print)
            if (row.kind == PrintRow::Kind::Opinion)
                return pack.sectionOf(row.fields.value(0));
    return nullptr;
}

QVBoxLayout* dialogLayout(QDialog* dialog)
{
    auto* const layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(Theme::space(5), Theme::space(5), Theme::space(5), Theme::space(4));
    layout->setSpacing(Theme::space(3));
    return layout;
}

QPushButton* namedButton(const QString& name, const QString& words, QWidget* parent)
{
    auto* const made = new QPushButton(words, parent);
    made->setObjectName(name);
    made->setAccessibleName(words);
    made->setAutoDefault(false);
    return made;
}

} // namespace

QJsonObject fillableFrom(const UnitProfile& profile, const DossierSession& session)
{
    QJsonObject values;
    for (auto value = profile.values.begin(); value != profile.values.end(); ++value) {
        const Field* const field = session.pack().field(value.key());
        if (field && field->hasValue() && !isFilledIn(session.dossier(), *field))
            values.insert(value.key(), *value);
    }
    return values;
}

SaveProfileDialog::SaveProfileDialog(DossierSession& session, QWidget* parent)
    : QDialog(parent), m_session(session), m_name(new QLineEdit(this)), m_fields(new QTreeWidget(this)), m_remark(new QLabel(this))
{
    setObjectName(u"saveProfileDialog"_s);
    setWindowTitle(say(u"存为单位资料", u"Keep as the unit's profile"));
    build();
    addFields();
    connect(m_name, &QLineEdit::textChanged, this, &SaveProfileDialog::showState);
    connect(m_fields, &QTreeWidget::itemChanged, this, &SaveProfileDialog::showState);
    m_name->setText(summaryOf(session.dossier(), session.pack()).applicant);
    showState();
}

void SaveProfileDialog::build()
{
    auto* const intro = new QLabel(say(u"勾选以后每份申报书都一样填的内容。新建申报书时，点一下就能填好；只留在本机资料库。",
                                       u"Tick what is the same in every dossier of the unit. A new dossier can then be filled in with one click. "
                                       "It stays in this workspace."),
                                   this);
    intro->setWordWrap(true);
    m_name->setObjectName(u"profileName"_s);
    m_name->setAccessibleName(say(u"资料名称", u"Name of the profile"));
    m_name->setAccessibleDescription(say(u"新建申报书时按这个名称选用", u"By this name it is offered in new dossiers"));
    m_fields->setObjectName(u"profileFields"_s);
    m_fields->setAccessibleName(say(u"包含的内容", u"What is in it"));
    m_fields->setAccessibleDescription(say(u"空格勾选或取消", u"Space ticks and unticks"));
    m_fields->setHeaderLabels({say(u"栏目", u"Field"), say(u"内容", u"Content")});
    m_fields->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_remark->setWordWrap(true);
    m_remark->setProperty("quiet", true);
    m_keep = namedButton(u"keepProfile"_s, say(u"保存单位资料", u"Keep the profile"), this);
    m_keep->setProperty("primary", true);
    m_keep->setDefault(true);
    QPushButton* const cancel = namedButton(u"cancelProfile"_s, say(u"取消", u"Cancel"), this);
    connect(m_keep, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto* const nameLine = new QHBoxLayout;
    nameLine->addWidget(new QLabel(say(u"资料名称", u"Name"), this));
    nameLine->addWidget(m_name, 1);
    auto* const below = new QHBoxLayout;
    below->addStretch(1);
    below->addWidget(cancel);
    below->addWidget(m_keep);
    QVBoxLayout* const layout = dialogLayout(this);
    layout->addWidget(intro);
    layout->addLayout(nameLine);
    layout->addWidget(m_fields, 1);
    layout->addWidget(m_remark);
    layout->addLayout(below);
    resize(QSize(Theme::space(170), Theme::space(140)).boundedTo(screen()->availableSize() * 0.95));
}

void SaveProfileDialog::addFields()
{
    const Section* const unit = sectionOfUnit(m_session.pack());
    for (const Section& section : m_session.pack().sections) {
        auto* const group = new QTreeWidgetItem({QString(section.number + u' ' + section.title).trimmed()});
        group->setFlags(group->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsAutoTristate);
        for (const Field& field : section.fields) {
            if (!field.hasValue() || !isFilledIn(m_session.dossier(), field))
                continue;
            const QJsonValue value = m_session.dossier().values.value(field.id);
            const QString label = field.group.isEmpty() ? field.label : QString(field.group + u" · " + field.label);
            auto* const item = new QTreeWidgetItem(group, {label, valueLine(value, field.id, m_session)});
            item->setData(0, fieldRole, field.id);
            item->setFlags((item->flags() | Qt::ItemIsUserCheckable) & ~Qt::ItemIsAutoTristate);
            item->setCheckState(0, &section == unit ? Qt::Checked : Qt::Unchecked);
        }
        if (group->childCount() == 0) {
            delete group;
            continue;
        }
        m_fields->addTopLevelItem(group);
        group->setExpanded(&section == unit);
    }
}

UnitProfile SaveProfileDialog::profile() const
{
    UnitProfile profile;
    profile.name = m_name->text().trimmed();
    profile.callId = m_session.dossier().callId;
    for (int i = 0; i < m_fields->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* const group = m_fields->topLevelItem(i);
        for (int j = 0; j < group->childCount(); ++j) {
            const QString field = group->child(j)->data(0, fieldRole).toString();
            if (group->child(j)->checkState(0) == Qt::Checked)
                profile.values.insert(field, m_session.dossier().values.value(field));
        }
    }
    return profile;
}

void SaveProfileDialog::showState()
{
    const UnitProfile now = profile();
    m_keep->setEnabled(!now.name.isEmpty() && !now.values.isEmpty());
    QString words = now.name.isEmpty()     ? say(u"请给资料起个名称。", u"Give the profile a name.")
                    : now.values.isEmpty() ? say(u"请至少勾选一栏已填写的内容。", u"Tick at least one field that is filled in.")
                                           : say(counted(u"共 %1 栏。", u"%1 {field|fields}.").arg(QString::number(now.values.size())));
    if (!now.name.isEmpty() && m_session.workspace().profiles().byName(now.name))
        words += say(u"已有同名资料，保存后以这次的为准。", u" There is one of that name; this takes its place.");
    m_remark->setText(words);
}

ProfilesDialog::ProfilesDialog(DossierSession& session, QWidget* parent)
    : QDialog(parent), m_session(session), m_list(new QListWidget(this)), m_content(new QLabel(this))
{
    setObjectName(u"profilesDialog"_s);
    setWindowTitle(say(u"单位资料", u"Unit profiles"));
    build();
    connect(m_list, &QListWidget::currentRowChanged, this, &ProfilesDialog::showContent);
    refresh();
}

void ProfilesDialog::build()
{
    m_list->setObjectName(u"profilesList"_s);
    m_list->setAccessibleName(windowTitle());
    m_list->setAccessibleDescription(say(u"方向键选择，右边是它的内容", u"The arrows choose; what is in it stands beside"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_content->setObjectName(u"profileContent"_s);
    m_content->setWordWrap(true);
    m_content->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_content->setTextFormat(Qt::PlainText);
    m_use = namedButton(u"useProfile"_s, say(u"填入空白栏", u"Fill in empty fields"), this);
    m_use->setProperty("primary", true);
    m_remove = namedButton(u"removeProfile"_s, say(u"删除这份资料", u"Remove this profile"), this);
    QPushButton* const close = namedButton(u"closeProfiles"_s, say(u"关闭", u"Close"), this);
    connect(m_use, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_remove, &QPushButton::clicked, this, [this] { guarded(this, [this] { remove(); }); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* const sides = new QHBoxLayout;
    sides->setSpacing(Theme::space(4));
    sides->addWidget(m_list, 1);
    sides->addWidget(m_content, 2);
    auto* const below = new QHBoxLayout;
    below->addWidget(m_remove);
    below->addStretch(1);
    below->addWidget(close);
    below->addWidget(m_use);
    QVBoxLayout* const layout = dialogLayout(this);
    layout->addLayout(sides, 1);
    layout->addLayout(below);
    resize(QSize(Theme::space(170), Theme::space(100)).boundedTo(screen()->availableSize() * 0.95));
}

void ProfilesDialog::refresh()
{
    m_list->clear();
    const QList<UnitProfile> profiles = m_session.workspace().profiles().all();
    for (const UnitProfile& profile : profiles)
        m_list->addItem(profile.name);
    m_list->setCurrentRow(profiles.isEmpty() ? -1 : 0);
    showContent();
}

QString ProfilesDialog::chosen() const
{
    return m_list->currentItem() ? m_list->currentItem()->text() : QString();
}

void ProfilesDialog::showContent()
{
    const std::optional<UnitProfile> profile = m_session.workspace().profiles().byName(chosen());
    const bool usable = profile && m_session.canEdit() && !fillableFrom(*profile, m_session).isEmpty();
    m_use->setEnabled(usable);
    m_remove->setEnabled(profile && !m_session.workspace().isReadOnly());
    if (!profile) {
        m_content->setText(say(u"还没有单位资料。在填好的申报书里选“更多 › 存为单位资料”，以后新建时点一下就能填好。",
                               u"There are no profiles yet. In a dossier that is filled in choose “More › Keep as the unit's profile”; a new one is "
                               "then filled in with one click."));
        return;
    }
    QStringList lines;
    for (auto value = profile->values.begin(); value != profile->values.end(); ++value) {
        const Field* const field = m_session.pack().field(value.key());
        lines << (field ? field->label : value.key()) + u"："_s + valueLine(*value, value.key(), m_session).left(60);
    }
    if (!usable && m_session.canEdit())
        lines << say(u"\n这些栏目在这份申报书里都已填写。", u"\nAll of these are filled in here already.");
    m_content->setText(lines.join(u'\n'));
}

void ProfilesDialog::remove()
{
    const QString name = chosen();
    const Question question{say(u"删除单位资料", u"Remove the profile"),
                            say(text(u"删除单位资料“%1”？已填好的申报书不受影响。", u"Remove the profile “%1”? Dossiers stay as they are.").arg(name)),
                            {say(u"删除单位资料", u"Remove the profile")}};
    if (m_session.dialogs().ask(this, question) != 0)
        return;
    m_session.workspace().profiles().remove(name);
    refresh();
}

} // namespace jz::ui
