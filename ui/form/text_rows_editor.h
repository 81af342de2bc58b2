// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/field_editor.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QToolButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace jz::ui {

class InlineNote;

/// Edits a list of texts, one a row, with an empty row at the end to go on in. Each can be removed and moved (buttons, Alt+Up,
/// Alt+Down); Enter goes to the next row; several lines pasted make several rows. A row that was emptied goes when it is left; the
/// dossier never has empty ones.
class TextRowsEditor : public FieldEditor
{
    Q_OBJECT

public:
    void refresh(const QList<Address>& places) override;
    void setReadOnly(bool readOnly) override;
    /// `row` of the place is the index, 0-based: rows of a list of texts have no ids.
    void focusAt(const Address& place) override;
    void mark(const Findings& findings) override;

protected:
    TextRowsEditor(DossierSession& session, const Field& field, QWidget* parent);

    /// The line of a row; `placeholder()` stands in the empty one.
    virtual QLineEdit* makeLine(QWidget* parent) = 0;
    virtual QString placeholder() const = 0;
    /// To be called at the end of the constructor.
    void build();
    /// Puts a text into the row that `line` is in, as if it had been typed.
    void enter(QLineEdit* line, const QString& text);
    void leaving(QWidget* control) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Row
    {
        QWidget* box;
        QLabel* number;
        QLineEdit* line;
        QToolButton* up;
        QToolButton* down;
        QToolButton* remove;
    };

    void addRow();
    QToolButton* addButton(const Row& row, QStringView iconName, const QString& words, const char16_t* name);
    int rowOf(const QObject* line) const;
    /// The texts of all rows, empty ones too.
    QStringList lines() const;
    /// The dossier's.
    QStringList stored() const;
    void follow(QLineEdit* line, const QString& typed);
    /// As many rows as texts and one more; all of them shown.
    void showRows(const QStringList& texts);
    void showButtons();
    void applyTexts(const QStringList& texts);
    void move(int from, int to);
    void remove(int row);

    QVBoxLayout* m_layout;
    InlineNote* m_note;
    QList<Row> m_rows;
    bool m_readOnly = false;
};

} // namespace jz::ui
