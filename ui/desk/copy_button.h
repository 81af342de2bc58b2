// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
QT_END_NAMESPACE

namespace jz::ui {

/// Copies what stands in a text field and says that it did; usable while something stands there.
class CopyButton : public QPushButton
{
public:
    CopyButton(const QPlainTextEdit& source, const QString& words, QWidget* parent);
};

} // namespace jz::ui
