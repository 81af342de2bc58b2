// SPDX-License-Identifier: Apache-2.0
#include "ui/pdf/search_bar.h"

#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int typingPauseMs = 200;
constexpr int markingMs = 100;
constexpr int mostMarks = 5000;

} // namespace

SearchBar::SearchBar(PaperPages& pages, PageView& view, QWidget* parent)
    : QWidget(parent), m_pages(pages), m_view(view), m_text(new QLineEdit(this)), m_count(new QLabel(this)), m_previous(new QToolButton(this)),
      m_next(new QToolButton(this))
{
    m_text->setObjectName(u"searchText"_s);
    m_text->setPlaceholderText(say(u"在文件中查找", u"Find in this file"));
    m_text->setAccessibleName(m_text->placeholderText());
    m_text->setClearButtonEnabled(true);
    m_text->setMaximumWidth(Theme::space(60));
    m_count->setObjectName(u"searchCount"_s);
    m_count->setProperty("quiet", true);
    m_previous->setObjectName(u"searchPrevious"_s);
    m_previous->setIcon(icon(u"up"));
    m_previous->setToolTip(say(u"上一处（Shift+Enter）", u"Previous (Shift+Enter)"));
    m_previous->setAccessibleName(m_previous->toolTip());
    m_next->setObjectName(u"searchNext"_s);
    m_next->setIcon(icon(u"down"));
    m_next->setToolTip(say(u"下一处（Enter）", u"Next (Enter)"));
    m_next->setAccessibleName(m_next->toolTip());
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::space(1));
    layout->addWidget(m_text);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(m_count);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &SearchBar::restart);
    connect(m_text, &QLineEdit::textEdited, this, [this] { m_pause.start(typingPauseMs); });
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& typed) {
        if (typed.isEmpty())
            restart();
    });
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    m_marking.setSingleShot(true);
    connect(&m_marking, &QTimer::timeout, this, [this] {
        m_view.setMarks(m_found, m_now);
        showCount();
    });
    connect(&pages, &PaperPages::found, this, &SearchBar::add);
    connect(&pages, &PaperPages::searched, this, [this] {
        m_searching = false;
        m_marking.start(0);
    });
    showCount();
}

void SearchBar::begin()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void SearchBar::add(const TextPlace& place)
{
    if (!m_searching)
        return;
    if (m_found.size() >= mostMarks) {
        m_more = true;
        m_searching = false;
        m_pages.search({}, 0);
        return m_marking.start(0);
    }
    m_found.append(place);
    if (m_now < 0)
        step(1);
    else if (!m_marking.isActive())
        m_marking.start(markingMs);
}

void SearchBar::restart()
{
    m_pause.stop();
    m_more = false;
    m_found.clear();
    m_now = -1;
    m_searching = !m_text->text().trimmed().isEmpty();
    m_view.setMarks({}, -1);
    m_pages.search(m_text->text().trimmed(), m_view.currentPage());
    showCount();
}

void SearchBar::step(int by)
{
    if (m_pause.isActive())
        return restart();
    if (m_found.isEmpty())
        return;
    const int count = int(m_found.size());
    m_now = m_now < 0 ? 0 : (m_now + by + count) % count;
    m_view.setMarks(m_found, m_now);
    m_view.goToMark();
    showCount();
}

void SearchBar::showCount()
{
    m_previous->setEnabled(!m_found.isEmpty());
    m_next->setEnabled(!m_found.isEmpty());
    if (!m_found.isEmpty())
        m_count->setText(QString::number(m_now + 1) + u'/' + QString::number(m_found.size()) + (m_more ? u"+"_s : QString()));
    else if (m_searching)
        m_count->setText(say(u"查找中…", u"Searching…"));
    else
        m_count->setText(m_text->text().trimmed().isEmpty() ? QString() : say(u"没有找到", u"Not found"));
}

void SearchBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        step(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    else if (event->key() == Qt::Key_Escape)
        m_view.setFocus();
    else
        QWidget::keyPressEvent(event);
}

} // namespace jz::ui
