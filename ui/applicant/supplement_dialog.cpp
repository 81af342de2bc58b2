// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/supplement_dialog.h"

#include "model/base/counted_text.h"
#include "model/call/call_pack_reader.h"
#include "model/recommendation/supplement_words.h"
#include "ui/applicant/comparison_table.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNamed = 3;

/// What this notice is and does, in a paragraph.
QString introOf(const SupplementNews& news, SupplementDialog::Purpose purpose)
{
    const LocalizedText source = supplementSource(news.supplement);
    if (purpose == SupplementDialog::Purpose::TakeOff)
        return say(text(u"%1现在有效。停用后，期限、份数等恢复按申报通知；以后再打开那份文件，可以重新采用。",
                        u"%1 is in force. Taken off, the call holds again; open the file again to take it over once more.")
                       .arg(source));
    if (news.supplement.repeals)
        return say(text(u"%1：废止以前的补充通知，恢复按申报通知执行。", u"%1 repeals the notices before it: the call holds again.").arg(source));
    const LocalizedText replaces = news.before ? text(u"它代替第 %1 号。", u" It takes the place of No. %1.").arg(QString::number(news.before)) : LocalizedText();
    return say(text(u"%1：只用于由%2推荐的申报书，不改动申报书的栏目和内容。%3采用后，来自它的都标明“本地”，随时可以停用。",
                    u"%1 holds for the dossiers that %2 recommends and changes nothing in the form.%3 Once taken over, what comes from it is marked as local; it can be taken off at any time.")
                   .arg(source, news.supplement.from, replaces));
}

QString dossiersOf(const SupplementNews& news)
{
    if (news.dossiers.isEmpty())
        return say(u"这里还没有选它为推荐单位的申报书；选了以后就按它显示。", u"No dossier here names this body yet; it holds as soon as one does.");
    const QString names = news.dossiers.mid(0, mostNamed).join(say(u"、", u", ")) + (news.dossiers.size() > mostNamed ? say(u" 等", u", …") : QString());
    return say(counted(u"用于这里的 %1 份申报书：%2", u"It holds for %1 {dossier|dossiers}: %2").arg(QString::number(news.dossiers.size()), names));
}

} // namespace

SupplementDialog::SupplementDialog(const SupplementNews& news, Purpose purpose, QWidget* parent)
    : QDialog(parent), m_purpose(purpose), m_table(new ComparisonTable({say(u"现在", u"Now"), purpose == Purpose::TakeOff ? say(u"停用后", u"Afterwards") : say(u"采用后（本地）", u"Afterwards (local)")}, this))
{
    setObjectName(u"supplementDialog"_s);
    setWindowTitle(say(u"推荐单位的补充通知", u"A notice of the recommending body"));
    m_table->setObjectName(u"supplementTable"_s);
    m_table->setAccessibleName(say(u"改变了什么", u"What it changes"));
    m_table->setAccessibleDescription(say(u"每行一项：现在、之后", u"A matter in each row: now, afterwards"));
    auto* const intro = new WrappedLabel(introOf(news, purpose), this);
    intro->setObjectName(u"supplementIntro"_s);
    auto* const keep = new QPushButton(purpose == Purpose::TakeOff ? say(u"继续使用", u"Keep it") : say(u"不采用", u"Do not take it over"), this);
    keep->setObjectName(u"supplementNo"_s);
    auto* const act = new QPushButton(purpose == Purpose::TakeOff ? say(u"停用", u"Take it off") : say(u"采用", u"Take it over"), this);
    act->setObjectName(u"supplementYes"_s);
    act->setProperty("primary", true);
    act->setDefault(true);
    auto* const below = new QHBoxLayout;
    below->addStretch(1);
    below->addWidget(keep);
    below->addWidget(act);
    for (QPushButton* const button : {keep, act})
        button->setAccessibleName(button->text());
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(act, &QPushButton::clicked, this, &QDialog::accept);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(5), Theme::space(5), Theme::space(5), Theme::space(4));
    layout->setSpacing(Theme::space(3));
    layout->addWidget(intro);
    layout->addWidget(m_table, 1);
    layout->addWidget(remarks(news));
    layout->addLayout(below);
    fill(news);
    resize(QSize(Theme::space(200), Theme::space(125)).boundedTo(screen()->availableSize() * 0.95));
}

QWidget* SupplementDialog::remarks(const SupplementNews& news)
{
    auto* const box = new QWidget(this);
    auto* const layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(1));
    auto* const dossiers = new WrappedLabel(dossiersOf(news), box);
    dossiers->setObjectName(u"supplementDossiers"_s);
    dossiers->setProperty("quiet", true);
    layout->addWidget(dossiers);
    if (!news.warning.isEmpty()) {
        auto* const warning = new WrappedLabel(say(news.warning), box);
        warning->setObjectName(u"supplementWarning"_s);
        warning->setProperty("severity", u"warning"_s);
        layout->addWidget(warning);
    }
    return box;
}

void SupplementDialog::fill(const SupplementNews& news)
{
    const QString nothing = say(u"（无）", u"(none)");
    for (const LocalChange& change : news.changes) {
        // Taking off goes the other way.
        const QString was = say(m_purpose == Purpose::TakeOff ? change.now : change.was), now = say(m_purpose == Purpose::TakeOff ? change.was : change.now);
        m_table->addRow(say(change.label), {}, {ComparedText::plain(was.isEmpty() ? nothing : was), ComparedText::plain(now.isEmpty() ? nothing : now)});
    }
    m_table->fit();
}

} // namespace jz::ui
