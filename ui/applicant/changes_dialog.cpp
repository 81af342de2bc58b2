// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/changes_dialog.h"

#include "model/base/counted_text.h"
#include "model/dossier/dossier_json.h"
#include "model/dossier/dossier_summary.h"
#include "model/dossier/value_words.h"
#include "ui/applicant/compare_dialog.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNamed = 3;   ///< notes that are named in the warning; more are counted
constexpr int mostLetters = 30; ///< of each of them: they stand in full beside the form

QString beginning(const QString& words)
{
    return words.size() > mostLetters ? QString(words.left(mostLetters) + u'…') : words;
}

/// The revision that was returned, as it left.
Dossier returnedRevision(DossierSession& session, const FixList& list)
{
    const ReturnSlip& slip = list.slips.last().slip;
    const std::optional<KeptRevision> kept = session.workspace().dossiers().revisionOf(session.open().key(), slip.fingerprint);
    if (!kept)
        throw Error(ErrorCode::NotFound, text(u"资料库里找不到被退回的第 %1 稿，无法列出改动。", u"Revision %1, which was returned, is not in the workspace: changes cannot be shown.")
                                             .arg(QString::number(slip.revision)));
    return parseDossierJson(kept->data, slip.title);
}

} // namespace

ChangesDialog::ChangesDialog(DossierSession& session, const FixList& list, QWidget* parent)
    : QDialog(parent), m_session(session), m_table(new ComparisonTable({say(u"退回的一稿", u"As returned"), say(u"现在", u"Now")}, this))
{
    const Dossier returned = returnedRevision(session, list);
    setObjectName(u"changesDialog"_s);
    setWindowTitle(say(u"送出前看一遍改动", u"The changes, before it goes out"));
    m_changes = inFormOrder(changesBetween(returned, m_session.dossier()), m_session.pack());
    build(list, returned);
    fill(list, returned);
}

void ChangesDialog::fill(const FixList& list, const Dossier& returned)
{
    for (const Change& change : std::as_const(m_changes)) {
        const auto words = [&](const QJsonValue& value) { return say(valueWords(value, change.address, m_session.pack(), m_session.reference().divisions)); };
        const Dossier& counted = change.now.isNull() && change.address.isRow() ? returned : m_session.dossier();
        const bool isNamed = std::any_of(list.items.begin(), list.items.end(), [&](const FixItem& item) { return item.note.place.field == change.address.field; });
        const QString was = words(change.was);
        const QString now = words(change.now);
        m_table->addRow(say(placeLabel(change.address, counted, m_session.pack())), isNamed ? QString() : say(u"意见没有提到", u"no note names it"),
                        {ComparedText::before(was, now), ComparedText::after(was, now)});
    }
    m_table->fit();
    if (!m_changes.isEmpty())
        m_table->setCurrentCell(0, 0);
}

QString ChangesDialog::placeWords(const SlipNote& note) const
{
    return note.place.field.isEmpty() ? say(u"整份申报书", u"The whole dossier") : say(placeLabel(note.place, m_session.dossier(), m_session.pack()));
}

QWidget* ChangesDialog::openNotes(const FixList& list)
{
    QStringList named;
    for (const FixItem& item : list.items)
        if (item.state == FixItem::State::Open)
            named << u"• "_s + placeWords(item.note) + u'：' + beginning(item.note.words);
    QString words = say(counted(u"还有 %1 条意见没有标为已改或答复：", u"%1 {note is|notes are} neither marked as changed nor answered:").arg(QString::number(named.size())));
    words += u'\n' + named.mid(0, mostNamed).join(u'\n');
    if (named.size() > mostNamed)
        words += u'\n' + say(u"……", u"…");
    auto* const label = new WrappedLabel(words, this);
    label->setObjectName(u"openNotes"_s);
    label->setProperty("severity", u"warning"_s);
    label->setVisible(!named.isEmpty());
    return label;
}

void ChangesDialog::build(const FixList& list, const Dossier& returned)
{
    m_table->setObjectName(u"changesTable"_s);
    m_table->setAccessibleName(say(u"改动", u"Changes"));
    m_table->setAccessibleDescription(say(u"每行一处：栏目、原来、后来", u"A place in each row: field, before, after"));
    const QString from = QString::number(returned.revision);
    const QString to = QString::number(m_session.dossier().revision);
    const LocalizedText summary = m_changes.isEmpty()
                                      ? text(u"第 %1 稿与退回的第 %2 稿内容相同，还没有改动。", u"Revision %1 is the same as revision %2, which was returned: nothing was changed yet.").arg(to, from)
                                      : counted(u"第 %1 稿与退回的第 %2 稿相比，有 %3 处改动：", u"Revision %1 differs from revision %2, which was returned, in %3 {place|places}:")
                                            .arg(to, from, QString::number(m_changes.size()));
    auto* const head = new WrappedLabel(say(summary), this);
    head->setObjectName(u"changesSummary"_s);
    auto* const go = new QPushButton(say(u"前往此栏修改", u"Go to the field"), this);
    go->setObjectName(u"changesGo"_s);
    go->setEnabled(!m_changes.isEmpty());
    auto* const back = new QPushButton(say(u"再改改", u"Not yet"), this);
    back->setObjectName(u"changesBack"_s);
    auto* const send = new QPushButton(say(text(u"导出第 %1 稿送审稿…", u"Export revision %1 for review…").arg(to)), this);
    send->setObjectName(u"changesSend"_s);
    send->setProperty("primary", true);
    auto* const below = new QHBoxLayout;
    below->setSpacing(Theme::space(2));
    below->addWidget(go);
    below->addStretch(1);
    below->addWidget(back);
    below->addWidget(send);
    for (QPushButton* const button : {go, back, send}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
    }
    const auto goThere = [this] {
        if (m_table->currentRow() < 0)
            return;
        m_wanted = m_changes.at(m_table->currentRow()).address;
        reject();
    };
    connect(go, &QPushButton::clicked, this, goThere);
    connect(m_table, &ComparisonTable::placeWanted, this, goThere);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(send, &QPushButton::clicked, this, &QDialog::accept);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(5), Theme::space(5), Theme::space(5), Theme::space(4));
    layout->setSpacing(Theme::space(3));
    layout->addWidget(head);
    layout->addWidget(m_table, 1);
    layout->addWidget(openNotes(list));
    layout->addLayout(below);
    resize(QSize(Theme::space(260), Theme::space(150)).boundedTo(screen()->availableSize() * 0.95));
}

} // namespace jz::ui
