// SPDX-License-Identifier: Apache-2.0
#include "ui/pdf/paper_view.h"

#include "ui/pdf/search_bar.h"
#include "ui/pdf/thumbnail_strip.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QSpinBox>
#include <QSplitter>
#include <QTabWidget>
#include <QToolBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

PaperView::PaperView(const QString& path, QWidget* parent)
    : QWidget(parent), m_pages(path), m_view(new PageView(m_pages, this)), m_tools(new QToolBar(this)), m_page(new QSpinBox(this)),
      m_search(new SearchBar(m_pages, *m_view, this)), m_side(new QTabWidget(this)), m_thumbnails(new ThumbnailStrip(m_pages, this)),
      m_contents(new QTreeWidget(this))
{
    setObjectName(u"paperView"_s);
    buildTools();
    buildSide();
    auto* const splitter = new QSplitter(this);
    splitter->addWidget(m_side);
    splitter->addWidget(m_view);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({Theme::space(40), Theme::space(200)});
    splitter->setChildrenCollapsible(false);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_tools);
    layout->addWidget(splitter, 1);
    connect(&m_pages, &PaperPages::failed, this, &PaperView::failed);
    connect(m_view, &PageView::addressClicked, this, &PaperView::addressClicked);
    connect(&m_pages, &PaperPages::opened, this, [this] {
        m_page->setRange(1, int(m_pages.points().size()));
        m_page->setSuffix(say(text(u" / %1 页", u" of %1").arg(QString::number(m_pages.points().size()))));
    });
    connect(m_view, &PageView::currentPageChanged, this, [this](int page) {
        const QSignalBlocker quiet(m_page);
        m_page->setValue(page + 1);
        m_thumbnails->showPage(page);
    });
}

void PaperView::hideTools()
{
    m_tools->hide();
}

QAction* PaperView::addTool(const QString& name, const QString& iconName, const QString& words)
{
    QAction* const action = m_tools->addAction(icon(iconName), words);
    action->setObjectName(name);
    return action;
}

void PaperView::buildTools()
{
    m_tools->setObjectName(u"paperTools"_s);
    m_tools->setIconSize({Theme::space(5), Theme::space(5)});
    QAction* const side = addTool(u"showSide"_s, u"pages"_s, say(u"缩略图与目录", u"Small pages and contents"));
    side->setCheckable(true);
    connect(side, &QAction::toggled, m_side, &QWidget::setVisible);
    m_page->setObjectName(u"pageNumber"_s);
    m_page->setAccessibleName(say(u"页码", u"Page"));
    m_page->setAccessibleDescription(say(u"输入页码，回车前往", u"Enter a page; Return goes there"));
    m_page->setRange(1, 1);
    m_page->setKeyboardTracking(false);
    m_page->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_tools->addWidget(m_page);
    connect(m_page, &QSpinBox::valueChanged, this, [this](int page) { m_view->goToPage(page - 1); });
    m_tools->addSeparator();
    connect(addTool(u"zoomOut"_s, u"zoom-out"_s, say(u"缩小（Ctrl+-）", u"Smaller (Ctrl+-)")), &QAction::triggered, this, [this] { m_view->zoomBy(0.8); });
    connect(addTool(u"zoomIn"_s, u"zoom-in"_s, say(u"放大（Ctrl++）", u"Larger (Ctrl++)")), &QAction::triggered, this, [this] { m_view->zoomBy(1.25); });
    const auto arrangeBy = [this](auto change) {
        return [this, change] {
            PageArrangement arrangement = m_view->arrangement();
            change(arrangement);
            m_view->arrange(arrangement);
        };
    };
    connect(addTool(u"fitWidth"_s, u"fit-width"_s, say(u"适合宽度（Ctrl+0）", u"Fit the width (Ctrl+0)")), &QAction::triggered, this,
            arrangeBy([](PageArrangement& arrangement) { arrangement.fit = PageArrangement::Fit::Width; }));
    connect(addTool(u"fitPage"_s, u"fit-page"_s, say(u"整页", u"Whole page")), &QAction::triggered, this,
            arrangeBy([](PageArrangement& arrangement) { arrangement.fit = PageArrangement::Fit::Page; }));
    QAction* const two = addTool(u"twoPages"_s, u"two-pages"_s, say(u"双页", u"Two pages"));
    two->setCheckable(true);
    connect(two, &QAction::toggled, this, [this](bool on) {
        PageArrangement arrangement = m_view->arrangement();
        arrangement.twoPages = on;
        m_view->arrange(arrangement);
    });
    connect(addTool(u"turnPages"_s, u"turn-right"_s, say(u"向右转", u"Turn right")), &QAction::triggered, this,
            arrangeBy([](PageArrangement& arrangement) { arrangement.turn = (arrangement.turn + 90) % 360; }));
    m_tools->addSeparator();
    m_tools->addWidget(m_search);
    auto* const find = new QAction(this);
    find->setShortcuts(QKeySequence::Find);
    connect(find, &QAction::triggered, m_search, &SearchBar::begin);
    addAction(find);
}

void PaperView::buildSide()
{
    m_side->setObjectName(u"paperSide"_s);
    m_side->setDocumentMode(true);
    m_side->addTab(m_thumbnails, say(u"缩略图", u"Pages"));
    m_contents->setObjectName(u"bookmarks"_s);
    m_contents->setAccessibleName(say(u"目录", u"Contents"));
    m_contents->setAccessibleDescription(say(u"方向键选择，回车前往", u"The arrows choose, Enter goes there"));
    m_contents->setHeaderHidden(true);
    m_contents->setUniformRowHeights(true);
    m_side->addTab(m_contents, say(u"目录", u"Contents"));
    m_side->hide();
    connect(m_thumbnails, &ThumbnailStrip::pageChosen, m_view, &PageView::goToPage);
    connect(&m_pages, &PaperPages::contentsRead, this, &PaperView::showBookmarks);
    const auto go = [this](QTreeWidgetItem* item) { m_view->goToPage(item->data(0, Qt::UserRole).toInt()); };
    connect(m_contents, &QTreeWidget::itemClicked, this, go);
    connect(m_contents, &QTreeWidget::itemActivated, this, go);
}

void PaperView::setPageRemarks(const QHash<int, QString>& remarks)
{
    m_view->setPageRemarks(remarks);
    m_thumbnails->setRemarks(remarks);
}

void PaperView::showBookmarks()
{
    m_contents->clear();
    QList<QTreeWidgetItem*> outermost; // taken in at once: thousands one by one would keep the window waiting
    QList<QTreeWidgetItem*> branch;
    for (const Bookmark& bookmark : m_pages.bookmarks()) {
        branch.resize(std::clamp<qsizetype>(bookmark.level, 0, branch.size()));
        auto* const item = branch.isEmpty() ? new QTreeWidgetItem : new QTreeWidgetItem(branch.last());
        if (branch.isEmpty())
            outermost.append(item);
        item->setText(0, bookmark.title);
        item->setToolTip(0, bookmark.title);
        item->setData(0, Qt::UserRole, bookmark.page);
        branch.append(item);
    }
    m_contents->addTopLevelItems(outermost);
    m_contents->expandToDepth(1);
}

} // namespace jz::ui
