// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace jz::ui {

/// What the rules find about one row or file, in lines within its card. Hidden while there is nothing.
class FindingLines : public QWidget
{
    Q_OBJECT

public:
    explicit FindingLines(QWidget* parent);

    void show(const Findings& findings);

private:
    QWidget* line(const Finding& finding);

    QVBoxLayout* m_layout;
    Findings m_shown;
};

} // namespace jz::ui
