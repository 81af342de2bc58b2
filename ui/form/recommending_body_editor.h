// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/field_editor.h"

namespace jz::ui {

class InlineNote;
class SearchBox;

/// Names a recommending body: what is typed is the value and searches the list at the same time (name, short name, pinyin
/// initials). A body that is not in the list is taken as it was typed; the rules say what that means.
class RecommendingBodyEditor : public FieldEditor
{
    Q_OBJECT

public:
    RecommendingBodyEditor(DossierSession& session, const Field& field, QWidget* parent);

    void refresh(const QList<Address>& places) override;
    void setReadOnly(bool readOnly) override;

protected:
    void leaving(QWidget* control) override;

private:
    void enter(const QString& name);

    SearchBox* m_name;
    InlineNote* m_note;
    bool m_touched = false; ///< typed into since it was entered
};

} // namespace jz::ui
