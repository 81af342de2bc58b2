// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/field_editor.h"

#include <array>

QT_BEGIN_NAMESPACE
class QComboBox;
QT_END_NAMESPACE

namespace jz::ui {

class InlineNote;
class SearchBox;

/// Chooses an administrative division level by level, or at once by searching for its name or pinyin initials. Levels that exist
/// in codes only are passed over; a level that a place does not have stays closed. A division that was given up is
/// named as such; who searches for one is led to what became of it.
class DivisionEditor : public FieldEditor
{
    Q_OBJECT

public:
    DivisionEditor(DossierSession& session, const Field& field, QWidget* parent);

    void refresh(const QList<Address>& places) override;
    void setReadOnly(bool readOnly) override;
    void mark(const Findings& findings) override;

private:
    static constexpr int levels = 3;

    void choose(const QString& code);
    void chooseFormer(const QString& code);
    void chooseAt(int level, int row);
    void fill(int level, const QString& parent, const QString& chosen);

    SearchBox* m_search;
    std::array<QComboBox*, levels> m_levels;
    std::array<QString, levels> m_parents; ///< whose children stand in it
    InlineNote* m_note;
    bool m_readOnly = false;
};

} // namespace jz::ui
