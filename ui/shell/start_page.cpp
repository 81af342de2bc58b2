// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/start_page.h"

#include "model/call/call_pack_reader.h"
#include "ui/desk/deadlines.h"
#include "ui/shell/answer_button.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QStyle>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

/// So many dossiers are found at a glance.
constexpr int manyDossiers = 8;

QPushButton* button(const QString& objectName, const QString& iconName, const QString& words, QWidget* parent)
{
    auto* const made = new QPushButton(icon(iconName), words, parent);
    made->setObjectName(objectName);
    made->setAccessibleName(words);
    return made;
}

/// The title of a call on one line, for more than one call.
QString nameOf(const CallPack& pack)
{
    return pack.titleLines.join(QString());
}

} // namespace

StartPage::StartPage(bool canWrite, QWidget* parent) : Page(say(u"您要做什么？", u"What do you want to do?"), parent), m_canWrite(canWrite)
{
    setObjectName(u"startPage"_s);
    column()->addWidget(answers());
    addRecent();
    addFoot();
}

QWidget* StartPage::answers()
{
    auto* const row = new QWidget(this);
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(4));
    auto* const fill = new AnswerButton(u"new"_s, say(u"填写申报书", u"Fill in a dossier"),
                                        say(u"新建一份空白申报书，边填边检查，随时自动保存", u"Begin a new one; it is checked as you type and saved by itself"), row);
    fill->setObjectName(u"newDossier"_s);
    fill->setEnabled(m_canWrite);
    auto* const read = new AnswerButton(u"verify"_s, say(u"核对收到的文件", u"Verify a file"),
                                        say(u"打开任何 PDF：看它是否完整、由谁签章、此后有没有改动", u"Open any PDF: is it whole, who signed it, was it changed since"), row);
    read->setObjectName(u"readFile"_s);
    auto* const recommend = new AnswerButton(u"seal"_s, say(u"推荐与排序", u"Recommend and rank"),
                                             say(u"推荐单位收取、核对、退回、排序、签章并报送申报书", u"A recommending body receives, checks, returns, ranks, endorses and sends dossiers"), row);
    recommend->setObjectName(u"recommend"_s);
    layout->addWidget(fill, 1);
    layout->addWidget(recommend, 1);
    layout->addWidget(read, 1);
    connect(recommend, &QAbstractButton::clicked, this, &StartPage::recommenderWanted);
    connect(read, &QAbstractButton::clicked, this, &StartPage::readingWanted);
    connect(fill, &QAbstractButton::clicked, this, &StartPage::newDossierWanted);
    setFocusProxy(fill);
    return row;
}

QLayout* StartPage::recentHead(QWidget* card)
{
    auto* const head = new QHBoxLayout;
    head->setContentsMargins(Theme::space(3), 0, Theme::space(2), 0);
    head->setSpacing(Theme::space(3));
    auto* const heading = new QLabel(say(u"最近", u"Recent"), card);
    heading->setFont(Theme::font(TextStyle::Heading));
    m_search = new QLineEdit(card);
    m_search->setObjectName(u"search"_s);
    m_search->setPlaceholderText(say(u"查找：名称、单位或内容", u"Search name, unit or content"));
    m_search->setAccessibleName(say(u"查找申报书", u"Search dossiers"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(Theme::space(70));
    m_search->hide();
    QPushButton* const open = button(u"openFile"_s, u"open"_s, say(u"打开文件…", u"Open a file…"), card);
    open->setToolTip(say(u"申报书 PDF、填报数据或导出的文件夹；也可以直接拖到窗口里", u"A dossier PDF, a values file or an extracted folder; or drop it on the window"));
    open->setEnabled(m_canWrite);
    head->addWidget(heading);
    head->addWidget(m_search, 1);
    head->addStretch(1);
    head->addWidget(open);
    connect(open, &QPushButton::clicked, this, &StartPage::openFilesWanted);
    connect(m_search, &QLineEdit::textChanged, this, &StartPage::searched);
    return head;
}

void StartPage::addRecent()
{
    auto* const card = new QFrame(this);
    card->setObjectName(u"card"_s);
    auto* const layout = new QVBoxLayout(card);
    layout->setContentsMargins(Theme::space(1), Theme::space(2), Theme::space(1), Theme::space(1));
    layout->setSpacing(Theme::space(1));
    layout->addLayout(recentHead(card));
    m_list = new DossierList(card);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setProperty("plain", true);
    m_nothingFound = new QLabel(card);
    m_nothingFound->setObjectName(u"nothingFound"_s);
    m_nothingFound->setAlignment(Qt::AlignCenter);
    m_nothingFound->setWordWrap(true);
    m_nothingFound->setProperty("quiet", true);
    m_recent = new QStackedLayout;
    m_recent->addWidget(m_list);
    m_recent->addWidget(m_nothingFound);
    m_recent->addWidget(emptyState());
    layout->addLayout(m_recent, 1);
    column()->addWidget(card, 1);
    connect(m_list, &DossierList::openWanted, this, &StartPage::openWanted);
    connect(m_list, &DossierList::duplicateWanted, this, &StartPage::duplicateWanted);
}

QWidget* StartPage::emptyState()
{
    auto* const empty = new QWidget(this);
    empty->setObjectName(u"empty"_s);
    auto* const layout = new QVBoxLayout(empty);
    layout->setSpacing(Theme::space(3));
    auto* const picture = new QLabel(empty);
    picture->setPixmap(iconPixmap(u"document", Theme::space(12), Theme::colours().strongBorder, devicePixelRatioF()));
    picture->setAlignment(Qt::AlignCenter);
    auto* const words = new QLabel(
        m_canWrite ? say(u"这里还没有申报书。点“填写申报书”新建一份；收到的申报书，拖到窗口里就能打开。\n想先看看填好的样子，可以打开样例，随便改。",
                         u"There are no dossiers here yet. Click “Fill in a dossier” to begin one; drop one that you received on this window.\n"
                         u"To see what a finished one looks like, open the sample and change whatever you like.")
                   : say(u"这里还没有申报书。", u"There are no dossiers here yet."),
        empty);
    words->setAlignment(Qt::AlignCenter);
    words->setWordWrap(true);
    QPushButton* const sample = button(u"sample"_s, u"sample"_s, say(u"试用样例", u"Try the sample"), empty);
    sample->setEnabled(m_canWrite);
    layout->addStretch(1);
    layout->addWidget(picture);
    layout->addWidget(words);
    layout->addWidget(sample, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    connect(sample, &QPushButton::clicked, this, &StartPage::sampleWanted);
    return empty;
}

void StartPage::addFoot()
{
    auto* const foot = new QHBoxLayout;
    foot->setSpacing(Theme::space(2));
    auto* const deadlines = new QVBoxLayout;
    deadlines->setSpacing(0);
    const QStringList calls = builtInCallPackIds();
    for (qsizetype i = 0; i < calls.size(); ++i) {
        auto* const label = new QLabel(this);
        label->setObjectName(u"deadlines"_s);
        label->setWordWrap(true);
        deadlines->addWidget(label);
        m_deadlines << label;
    }
    showDeadlines([](const CallPack& pack) { return pack.facts; });
    foot->addLayout(deadlines, 1);
    m_sample = button(u"sampleBelow"_s, u"sample"_s, say(u"试用样例", u"Try the sample"), this);
    m_sample->setProperty("flat", true);
    m_sample->setEnabled(m_canWrite);
    QPushButton* const guide = button(u"guide"_s, u"guide"_s, say(u"使用指南", u"Guide"), this);
    guide->setProperty("flat", true);
    QPushButton* const takeOver = button(u"takeOver"_s, u"import"_s, say(u"接收交接…", u"Take over…"), this);
    takeOver->setToolTip(say(u"接手别人的工作：打开其交来的交接文件", u"Go on with somebody's work: opens the file it was handed over with"));
    takeOver->setProperty("flat", true);
    foot->addWidget(takeOver);
    foot->addWidget(m_sample);
    foot->addWidget(guide);
    column()->addLayout(foot);
    connect(m_sample, &QPushButton::clicked, this, &StartPage::sampleWanted);
    connect(takeOver, &QPushButton::clicked, this, &StartPage::takeOverWanted);
    connect(guide, &QPushButton::clicked, this, &StartPage::guideWanted);
}

void StartPage::showDeadlines(const std::function<CallFacts(const CallPack&)>& factsOf)
{
    const QStringList calls = builtInCallPackIds();
    for (qsizetype i = 0; i < calls.size(); ++i) {
        const CallPack& pack = *findBuiltInCallPack(calls.at(i));
        const DeadlineNews news = deadlineNews(factsOf(pack), QDateTime::currentDateTime());
        const bool isNamed = calls.size() > 1 || news.isClosed;
        QLabel* const label = m_deadlines.at(i);
        label->setText(isNamed ? QString(nameOf(pack) + u"：" + news.lines.join(u"；"_s)) : news.lines.join(u'\n'));
        label->setToolTip(news.sources.join(u'\n'));
        label->setProperty("severity", news.isUrgent ? QVariant(u"warning"_s) : QVariant());
        label->setProperty("quiet", !news.isUrgent);
        label->style()->unpolish(label);
        label->style()->polish(label);
    }
}

QString StartPage::search() const
{
    return m_search->text().trimmed();
}

void StartPage::setEntries(const QList<DossierEntry>& entries, int all)
{
    m_search->setVisible(all > manyDossiers);
    m_sample->setVisible(all > 0);
    m_list->setEntries(entries);
    m_nothingFound->setText(say(u"没有找到含“%1”的申报书。", u"No dossier has “%1” in it.").arg(search()));
    m_recent->setCurrentIndex(all == 0 ? 2 : entries.isEmpty() ? 1 : 0);
}

} // namespace jz::ui
