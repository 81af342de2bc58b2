// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace jz::ui {

/// A text of several paragraphs that is as high as what stands in it: between two heights in lines, beyond which it scrolls
/// inside. Tab leaves it. What is pasted or dropped comes in as plain text, brought into order (pastedText()).
class GrowingText : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// Lines from `least` to `most`.
    GrowingText(int least, int most, QWidget* parent);

    /// The text with `\n` between paragraphs, exactly as it is (non-breaking blanks stay). Nothing of what an input method is
    /// still composing.
    QString exactText() const;
    /// Shows another text by replacing only what differs, the cursor behind it; what nobody writes in and was empty shows its beginning until
    /// somebody comes to write (goOnAtEnd()). True when there was something to replace.
    bool showText(const QString& text);

Q_SIGNALS:
    /// Something was pasted or dropped; `dropped` characters of it cannot be used and were left out.
    void pasted(int dropped);

protected:
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitHeight();
    void followCursor();
    int heightOfLines(int lines) const;

    int m_least;
    int m_most;
    bool m_resizing = false;
};

} // namespace jz::ui
