// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/copy_button.h"

#include "ui/style/icons.h"
#include "ui/style/language.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>

namespace jz::ui {

CopyButton::CopyButton(const QPlainTextEdit& source, const QString& words, QWidget* parent) : QPushButton(ui::icon(u"duplicate"), words, parent)
{
    setAccessibleName(words);
    setAutoDefault(false);
    setEnabled(!source.toPlainText().isEmpty());
    connect(&source, &QPlainTextEdit::textChanged, this, [this, &source, words] {
        setEnabled(!source.toPlainText().isEmpty());
        setText(words);
    });
    connect(this, &QPushButton::clicked, this, [this, &source] {
        QGuiApplication::clipboard()->setText(source.toPlainText());
        setText(say(u"已复制", u"Copied"));
    });
}

} // namespace jz::ui
