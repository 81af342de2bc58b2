// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/text_rows_editor.h"

namespace jz::ui {

/// Edits a list of web addresses, one a row.
class LinksEditor : public TextRowsEditor
{
    Q_OBJECT

public:
    LinksEditor(DossierSession& session, const Field& field, QWidget* parent);

protected:
    QLineEdit* makeLine(QWidget* parent) override;
    QString placeholder() const override;
};

} // namespace jz::ui
