// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/text_rows_editor.h"

namespace jz::ui {

/// Edits a list of recommending bodies, one a row; each row searches the list as RecommendingBodyEditor does.
class RecommendingBodiesEditor : public TextRowsEditor
{
    Q_OBJECT

public:
    RecommendingBodiesEditor(DossierSession& session, const Field& field, QWidget* parent);

protected:
    QLineEdit* makeLine(QWidget* parent) override;
    QString placeholder() const override;
};

} // namespace jz::ui
