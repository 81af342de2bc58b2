// SPDX-License-Identifier: Apache-2.0
#include "ui/reading/verdict_panel.h"

#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

/// More pages than these are counted.
constexpr qsizetype mostButtons = 8;

} // namespace

VerdictPanel::VerdictPanel(QWidget* parent)
    : QFrame(parent), m_remedy(new QLabel(this)), m_copy(addAct(u"copyToSender"_s, say(u"复制给发件人的话", u"Copy words to the sender"))),
      m_trust(addAct(u"trustSigner"_s, say(u"信任此签名人…", u"Trust this signer…"))), m_changed(new QWidget(this)), m_more(new QPushButton(say(u"详情", u"Details"), this)), m_details(new QTextBrowser(this))
{
    setObjectName(u"verdict"_s);
    auto* const lines = new QVBoxLayout;
    lines->setSpacing(Theme::space(1));
    m_file = addLine(u"verdictFile"_s, lines);
    m_seal = addLine(u"verdictSeal"_s, lines);
    m_remedy->setObjectName(u"verdictRemedy"_s);
    m_remedy->setWordWrap(true);
    m_remedy->setProperty("quiet", true);
    m_remedy->setIndent(Theme::space(7));
    lines->addWidget(m_remedy);
    m_changed->setObjectName(u"changedPages"_s);
    auto* const acts = new QHBoxLayout;
    acts->setContentsMargins(Theme::space(6), 0, 0, 0);
    acts->setSpacing(Theme::space(2));
    acts->addWidget(m_changed);
    acts->addWidget(m_trust);
    acts->addWidget(m_copy);
    acts->addStretch(1);
    lines->addLayout(acts);
    connect(m_trust, &QPushButton::clicked, this, &VerdictPanel::trustWanted);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_toSender);
        m_copy->setText(say(u"已复制", u"Copied"));
    });
    m_more->setObjectName(u"verdictMore"_s);
    m_more->setAccessibleName(m_more->text());
    m_more->setCheckable(true);
    m_details->setObjectName(u"verdictDetails"_s);
    m_details->setAccessibleName(say(u"验证详情", u"Details of the verdict"));
    m_details->setOpenLinks(false);
    m_details->setMinimumHeight(Theme::space(60));
    m_details->hide();
    connect(m_more, &QPushButton::toggled, m_details, &QWidget::setVisible);
    auto* const top = new QHBoxLayout;
    top->addLayout(lines, 1);
    top->addWidget(m_more, 0, Qt::AlignTop);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(4), Theme::space(2.5), Theme::space(4), Theme::space(2.5));
    layout->addLayout(top);
    layout->addWidget(m_details);
    showBusy();
}

void VerdictPanel::showChangedPages(const QList<int>& pages)
{
    qDeleteAll(m_changed->findChildren<QWidget*>());
    delete m_changed->layout();
    auto* const row = new QHBoxLayout(m_changed);
    row->setContentsMargins(Theme::space(1), 0, 0, 0);
    row->setSpacing(Theme::space(1));
    row->addWidget(new QLabel(say(u"改动所在的页：", u"Changed pages:"), m_changed));
    for (const int page : pages.mid(0, mostButtons)) {
        auto* const go = new QPushButton(say(text(u"第 %1 页", u"page %1").arg(QString::number(page + 1))), m_changed);
        go->setObjectName(u"changedPage%1"_s.arg(page));
        go->setAccessibleName(go->text());
        go->setProperty("flat", true);
        connect(go, &QPushButton::clicked, this, [this, page] { Q_EMIT pageWanted(page); });
        row->addWidget(go);
    }
    if (pages.size() > mostButtons)
        row->addWidget(new QLabel(say(text(u"等 %1 页", u"and more, %1 in all").arg(QString::number(pages.size()))), m_changed));
    m_changed->setVisible(!pages.isEmpty());
}

QPushButton* VerdictPanel::addAct(const QString& name, const QString& words)
{
    auto* const made = new QPushButton(words, this);
    made->setObjectName(name);
    made->setAccessibleName(words);
    made->setProperty("flat", true);
    made->hide();
    return made;
}

VerdictPanel::Line VerdictPanel::addLine(const QString& name, QVBoxLayout* layout)
{
    Line line{new QLabel(this), new QLabel(this)};
    line.words->setObjectName(name);
    line.words->setWordWrap(true);
    line.words->setTextFormat(Qt::PlainText);
    line.words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* const row = new QHBoxLayout;
    row->setSpacing(Theme::space(2));
    row->addWidget(line.mark, 0, Qt::AlignTop);
    row->addWidget(line.words, 1);
    layout->addLayout(row);
    return line;
}

void VerdictPanel::fill(const Line& line, const VerdictLine& content)
{
    line.words->setText(content.text);
    line.words->setAccessibleName(content.text);
    line.mark->setPixmap(barPixmap(content.kind, Theme::space(5), devicePixelRatioF()));
}

void VerdictPanel::showBusy()
{
    fill(m_file, {BarMessage::Kind::Hint, say(u"正在验证文件…", u"Verifying the file…")});
    m_seal.words->clear();
    m_seal.mark->clear();
    m_remedy->hide();
    m_copy->hide();
    m_trust->hide();
    m_changed->hide();
    m_more->hide();
}

void VerdictPanel::show(const PaperReport& report, const QString& file)
{
    const VerdictWords words = wordsOf(report);
    fill(m_file, words.file);
    fill(m_seal, words.seal);
    m_remedy->setText(words.remedy);
    m_remedy->setVisible(!words.remedy.isEmpty());
    m_toSender = wordsForSender(report, file);
    m_copy->setText(m_copy->accessibleName());
    m_copy->setVisible(!m_isOwn && !m_toSender.isEmpty());
    m_trust->setVisible(!m_isOwn && untrustedSignature(report) != nullptr);
    m_details->setHtml(verdictDetails(report));
    m_more->show();
}

} // namespace jz::ui
