// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/style/wrapped_label.h"

namespace jz::ui {

/// A line of words below a control that says what just happened to what was typed or pasted there. Hidden while there is nothing
/// to say.
class InlineNote : public WrappedLabel
{
    Q_OBJECT

public:
    explicit InlineNote(QWidget* parent);

    /// Empty words take back what was said.
    void tell(const QString& words);
    /// Says how many characters were left out on pasting; nothing for 0.
    void tellDropped(int characters);
};

} // namespace jz::ui
