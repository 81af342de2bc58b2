// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/page.h"

QT_BEGIN_NAMESPACE
class QGridLayout;
QT_END_NAMESPACE

namespace jz::ui {

/// The guide (使用指南): one screen for somebody who has only ever used Word.
class GuidePage : public Page
{
    Q_OBJECT

public:
    explicit GuidePage(QWidget* parent = nullptr);

Q_SIGNALS:
    void done();

private:
    void addTopic(QGridLayout* grid, const QString& iconName, const QString& title, const QString& words);
};

} // namespace jz::ui
