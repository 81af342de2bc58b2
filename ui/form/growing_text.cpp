// SPDX-License-Identifier: Apache-2.0
#include "ui/form/growing_text.h"

#include "model/reference/pasted_text.h"
#include "ui/form/form_layout.h"
#include "ui/form/text_difference.h"
#include "ui/style/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocumentFragment>
#include <QTimer>
#include <QUrl>
#include <QWheelEvent>

#include <cmath>

namespace jz::ui {

namespace {

QScrollArea* scrollAreaAround(const QWidget* widget)
{
    for (QWidget* each = widget->parentWidget(); each; each = each->parentWidget())
        if (auto* const area = qobject_cast<QScrollArea*>(each))
            return area;
    return nullptr;
}

QString plainText(const QMimeData& source)
{
    return source.hasText() ? source.text() : QTextDocumentFragment::fromHtml(source.html()).toPlainText();
}

bool isFiles(const QMimeData& source)
{
    const QList<QUrl> urls = source.urls();
    return !urls.isEmpty() && std::all_of(urls.begin(), urls.end(), [](const QUrl& url) { return url.isLocalFile(); });
}

} // namespace

GrowingText::GrowingText(int least, int most, QWidget* parent) : QPlainTextEdit(parent), m_least(least), m_most(most)
{
    setTabChangesFocus(true);
    setUndoRedoEnabled(false); // the dossier's undo is the only one
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &GrowingText::fitHeight);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &GrowingText::followCursor);
    fitHeight();
}

QString GrowingText::exactText() const
{
    return document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
}

bool GrowingText::showText(const QString& text)
{
    const QString was = exactText();
    if (was == text)
        return false;
    const TextDifference difference = textDifference(was, text);
    QTextCursor cursor(document());
    cursor.setPosition(int(difference.at));
    cursor.setPosition(int(difference.at + difference.removed), QTextCursor::KeepAnchor);
    cursor.insertText(difference.inserted);
    if (showsBeginning(*this, was))
        cursor.movePosition(QTextCursor::Start);
    setTextCursor(cursor);
    return true;
}

bool GrowingText::canInsertFromMimeData(const QMimeData* source) const
{
    // Files go to the fields that take files.
    return (source->hasText() || source->hasHtml()) && !isFiles(*source);
}

void GrowingText::insertFromMimeData(const QMimeData* source)
{
    if (!canInsertFromMimeData(source)) // pasting does not ask
        return;
    const PastedText text = pastedText(plainText(*source));
    insertPlainText(text.text);
    ensureCursorVisible();
    Q_EMIT pasted(text.dropped);
}

int GrowingText::heightOfLines(int lines) const
{
    // Padding and edge as sheet.qss has them.
    const int frame = 2 * Theme::space(1) + Theme::space(1.5);
    return lines * fontMetrics().lineSpacing() + 2 * int(std::ceil(document()->documentMargin())) + frame;
}

void GrowingText::fitHeight()
{
    const int most = heightOfLines(m_most);
    double content = heightOfLines(0);
    // Blocks far beyond the greatest height are not laid out for this.
    for (QTextBlock block = document()->firstBlock(); block.isValid() && content <= most; block = block.next())
        content += document()->documentLayout()->blockBoundingRect(block).height();
    const int height = qBound(heightOfLines(m_least), int(std::ceil(content)), most);
    setVerticalScrollBarPolicy(content > most ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (height == minimumHeight() && height == maximumHeight())
        return;
    setFixedHeight(height);
    if (!m_resizing) // else the form is being laid out already
        layOutAround(parentWidget());
}

void GrowingText::followCursor()
{
    QScrollArea* const area = scrollAreaAround(this);
    if (!area || !hasFocus())
        return;
    // After what the key changed on the form has been laid out.
    QTimer::singleShot(0, this, [this, area] {
        const QPoint cursor = viewport()->mapTo(area->widget(), cursorRect().center());
        area->ensureVisible(cursor.x(), cursor.y(), 0, 2 * fontMetrics().lineSpacing());
    });
}

void GrowingText::inputMethodEvent(QInputMethodEvent* event)
{
    if (isReadOnly())
        return event->ignore();
    QPlainTextEdit::inputMethodEvent(event);
}

void GrowingText::resizeEvent(QResizeEvent* event)
{
    m_resizing = true;
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
    m_resizing = false;
}

void GrowingText::wheelEvent(QWheelEvent* event)
{
    QScrollArea* const area = scrollAreaAround(this);
    if (area && verticalScrollBar()->maximum() == 0)
        QApplication::sendEvent(area->viewport(), event); // there is nothing to scroll here: the form does
    else
        QPlainTextEdit::wheelEvent(event);
}

void GrowingText::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

} // namespace jz::ui
