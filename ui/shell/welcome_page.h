// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/operator_form.h"
#include "ui/shell/page.h"

namespace jz::ui {

/// The first start: asks who works here, nothing else. The other language is a click away.
class WelcomePage : public Page
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget* parent = nullptr);

Q_SIGNALS:
    void answered(const QString& name, const QString& unit);
    void otherLanguageWanted();

private:
    void answer();

    OperatorForm* m_form;
};

} // namespace jz::ui
