// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pdf/page_view.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QToolButton;
QT_END_NAMESPACE

namespace jz::ui {

/// Searches a PDF while one types: marks what is found, goes from one to the next (Enter, Shift+Enter), says how many; ends after 5,000.
class SearchBar : public QWidget
{
    Q_OBJECT

public:
    SearchBar(PaperPages& pages, PageView& view, QWidget* parent);

    /// Takes the focus, its text selected (Ctrl+F).
    void begin();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void restart();
    void step(int by);
    void add(const TextPlace& place);
    void showCount();

    PaperPages& m_pages;
    PageView& m_view;
    QLineEdit* m_text;
    QLabel* m_count;
    QToolButton* m_previous;
    QToolButton* m_next;
    QTimer m_marking; ///< what is found in quick succession is marked together
    QTimer m_pause; ///< typing does not begin a search at every letter
    QList<TextPlace> m_found;
    int m_now = -1;
    bool m_searching = false;
    bool m_more = false; ///< more was found than is kept
};

} // namespace jz::ui
