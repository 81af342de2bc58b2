// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/merge_dialog.h"

#include "model/base/counted_text.h"
#include "model/dossier/dossier_summary.h"
#include "model/dossier/value_words.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

QStringList columnsOf(const DossierMerge& merge)
{
    const QStringList both{say(u"我的", u"Mine"), say(u"同事的", u"Theirs")};
    return merge.hasBase() ? QStringList{say(u"发出时", u"As handed out")} + both : both;
}

} // namespace

MergeDialog::MergeDialog(DossierSession& session, DossierMerge& merge, const QString& copy, QWidget* parent)
    : QDialog(parent), m_session(session), m_merge(merge),
      m_mineColumn(merge.hasBase() ? 2 : 1), m_table(new ComparisonTable(columnsOf(merge), this)),
      m_summary(new QLabel(this))
{
    setObjectName(u"mergeDialog"_s);
    setWindowTitle(say(u"合并同事的副本", u"Merge a colleague's copy"));
    m_table->setChoiceFrom(m_mineColumn);
    build(copy);
    addItems();
    connect(m_table, &ComparisonTable::choiceMade, this, [this](int row, int column) {
        m_merge.take(m_order.at(row), column == m_mineColumn + 1 ? MergeItem::Take::Theirs : MergeItem::Take::Mine);
        showSummary();
    });
    showSummary();
}

QPushButton* MergeDialog::button(const char* name, const QString& words)
{
    auto* const made = new QPushButton(words, this);
    made->setObjectName(QLatin1StringView(name));
    made->setAccessibleName(words);
    made->setAutoDefault(false);
    return made;
}

void MergeDialog::build(const QString& copy)
{
    m_table->setObjectName(u"mergeTable"_s);
    m_table->setAccessibleName(say(u"两边的改动", u"Changes on both sides"));
    m_table->setAccessibleDescription(say(u"每行一处；在要的一边按空格选用", u"A place in each row; Space takes the side one is on"));
    m_summary->setObjectName(u"mergeSummary"_s);
    m_summary->setWordWrap(true);
    const LocalizedText changed
        = text(u"“%1”与这份申报书相比，同事改了下面这些地方。每一处点选要哪一边；两边都改了的排在最前，先保留我的。",
               u"These are the places that your colleague changed in “%1”. Choose a side for each; those that both of you changed come first "
               "and keep yours until you choose.");
    const LocalizedText differs
        = text(u"“%1”和这份申报书有下面这些不同。这里没有留存两边共同的上一稿，分不出是谁改的：先全部保留我的，每一处点选要哪一边。",
               u"“%1” and this dossier differ in these places. What both came from is not kept here, so nobody can tell who changed what: mine "
               "is kept everywhere until you choose.");
    auto* const intro = new QLabel(say((m_merge.hasBase() ? changed : differs).arg(copy)), this);
    intro->setWordWrap(true);
    QPushButton* const mine = button("mergeAllMine", say(u"全部用我的", u"Take mine everywhere"));
    QPushButton* const theirs = button("mergeAllTheirs", say(u"全部用同事的", u"Take theirs everywhere"));
    QPushButton* const cancel = button("mergeCancel", say(u"暂不合并", u"Do not merge"));
    m_accept = button("mergeAccept", {});
    m_accept->setProperty("primary", true);
    connect(mine, &QPushButton::clicked, this, [this] { takeAll(MergeItem::Take::Mine); });
    connect(theirs, &QPushButton::clicked, this, [this] { takeAll(MergeItem::Take::Theirs); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    auto* const below = new QHBoxLayout;
    below->setSpacing(Theme::space(2));
    below->addWidget(mine);
    below->addWidget(theirs);
    below->addStretch(1);
    below->addWidget(cancel);
    below->addWidget(m_accept);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(5), Theme::space(5), Theme::space(5), Theme::space(4));
    layout->setSpacing(Theme::space(3));
    layout->addWidget(intro);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_summary);
    layout->addLayout(below);
    resize(QSize(Theme::space(280), Theme::space(160)).boundedTo(screen()->availableSize() * 0.95));
}

QString MergeDialog::wordsOf(const MergeItem& item, const QJsonValue& value) const
{
    if (item.place.column != u"order" || !item.place.row.isEmpty())
        return say(valueWords(value, item.place, m_session.pack(), m_session.reference().divisions));
    // An order of rows: by what they begin with.
    const QJsonArray rows = rowsOf(m_session.dossier(), item.place.part, item.place.field);
    const Field* const field = m_session.pack().field(item.place.field);
    QStringList names;
    const QJsonArray order = value.toArray();
    for (const QJsonValue& id : order) {
        QString name = id.toString();
        for (const QJsonValue& row : rows)
            if (row["id"_L1] == id && field && !field->columns.isEmpty())
                name = row[field->columns.first().id].toString(name);
        names << name.left(20);
    }
    return names.join(u"、"_s);
}

void MergeDialog::addItems()
{
    for (const MergeItem::Kind kind : {MergeItem::Kind::Conflict, MergeItem::Kind::TheirsOnly})
        for (qsizetype i = 0; i < m_merge.items().size(); ++i)
            if (m_merge.items().at(i).kind == kind)
                m_order.append(i);
    for (const qsizetype index : std::as_const(m_order)) {
        const MergeItem& item = m_merge.items().at(index);
        const QString was = wordsOf(item, item.was);
        const QString mine = wordsOf(item, item.mine);
        const QString theirs = wordsOf(item, item.theirs);
        const QString remark = item.kind == MergeItem::Kind::Conflict ? say(u"两边都改了", u"Both changed it") : QString();
        const QList<ComparedText> both{ComparedText::after(was, mine), ComparedText::after(was, theirs)};
        m_table->addRow(say(placeLabel(item.place, m_session.dossier(), m_session.pack())), remark,
                        m_merge.hasBase() ? QList<ComparedText>{ComparedText::plain(was)} + both : both);
        m_table->setChosen(m_table->rowCount() - 1, item.take == MergeItem::Take::Theirs ? m_mineColumn + 1 : m_mineColumn);
    }
    m_table->fit();
}

void MergeDialog::takeAll(MergeItem::Take take)
{
    for (int row = 0; row < m_order.size(); ++row) {
        m_merge.take(m_order.at(row), take);
        m_table->setChosen(row, take == MergeItem::Take::Theirs ? m_mineColumn + 1 : m_mineColumn);
    }
    showSummary();
}

void MergeDialog::showSummary()
{
    const qsizetype taken = std::count_if(m_merge.items().begin(), m_merge.items().end(),
                                          [](const MergeItem& item) { return item.take == MergeItem::Take::Theirs; });
    const qsizetype conflicts = std::count_if(m_merge.items().begin(), m_merge.items().end(),
                                              [](const MergeItem& item) { return item.kind == MergeItem::Kind::Conflict; });
    const LocalizedText summary
        = m_merge.hasBase() ? text(u"同事改了 %1 处，其中 %2 处你也改过。合并后，你的申报书会有 %3 处改成同事的；合并记为一步，改前的内容随时可从“历史”取回。",
                                   u"Changed by your colleague: %1, by both of you: %2. Merging takes over %3, as one step: what was before can be "
                                   "brought back from the history.")
                                  .arg(QString::number(m_merge.items().size()), QString::number(conflicts), QString::number(taken))
                            : counted(u"共 %1 处不同。合并后，你的申报书会有 %2 处改成同事的；合并记为一步，改前的内容随时可从“历史”取回。",
                                   u"%1 {place differs|places differ}. Merging takes over %2, as one step: what was before can be brought back from the history.")
                                  .arg(QString::number(m_merge.items().size()), QString::number(taken));
    m_summary->setText(say(summary));
    m_accept->setText(taken == 0 ? say(u"合并，全部保留我的", u"Merge, keep all of mine")
                                 : say(text(u"合并 %1 处改动", u"Merge (%1)").arg(QString::number(taken))));
    m_accept->setAccessibleName(m_accept->text());
}

} // namespace jz::ui
